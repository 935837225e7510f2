/* SPDX-License-Identifier: MIT */
/* How amounts, numbers, shares, counts and dates are written. */
#include "base/arena.h"
#include "budget/budget.h"
#include "template/value.h"

#define MINUS "\xE2\x88\x92" /* U+2212 */

static int64_t power(int decimals)
{
	int64_t value = 1;

	while (decimals-- > 0)
		value *= 10;
	return value;
}

/* number / whole in units of 10^-decimals, rounded half away from zero, by
 * long division: no product leaves the range. number and whole > 0. */
static int64_t rounded(int64_t number, int64_t whole, int decimals)
{
	int64_t result = number / whole;
	int64_t rest = number % whole;
	int i;

	for (i = 0; i < decimals; i++) {
		result = result * 10 + rest * 10 / whole;
		rest = rest * 10 % whole;
	}
	return result + (rest >= whole - rest);
}

/* What is counted, and of how many one unit is made. */
struct quantity {
	int64_t number, whole;
	int decimals;
};

static struct quantity quantity_of(const struct format *format,
				   const struct value *value)
{
	struct quantity quantity = {value->number, NUMBER_ONE,
				    format->decimals};

	if (value->kind == VALUE_MONEY)
		quantity.whole = format->unit;
	if (value->kind == VALUE_RATIO) {
		quantity.whole = value->whole;
		quantity.decimals += 2;
	}
	return quantity;
}

static int64_t digits_of(struct quantity quantity)
{
	int64_t number = quantity.number;

	if (quantity.whole == 0)
		return 0;
	return rounded(number < 0 ? -number : number, quantity.whole,
		       quantity.decimals);
}

static void add_whole(struct buf *buf, int64_t whole, bool thousands)
{
	struct str digits = str_format(buf->arena, "%lld", (long long)whole);
	size_t i;

	for (i = 0; i < digits.n; i++) {
		if (thousands && i > 0 && (digits.n - i) % 3 == 0)
			buf_add_char(buf, ',');
		buf_add_char(buf, digits.s[i]);
	}
}

/* digits with the point before the last decimals of them. */
static void add_digits(struct buf *buf, int64_t digits,
		       const struct format *format)
{
	int decimals = format->decimals;

	while (format->trim && decimals > 0 && digits % 10 == 0) {
		digits /= 10;
		decimals--;
	}
	add_whole(buf, digits / power(decimals), format->thousands);
	if (decimals > 0)
		buf_format(buf, ".%0*lld", decimals,
			   (long long)(digits % power(decimals)));
}

bool format_shows_zero(const struct format *format, const struct value *value)
{
	return digits_of(quantity_of(format, value)) == 0;
}

static bool is_for(const struct format *format, const struct value *value)
{
	switch (format->kind) {
	case FORMAT_AMOUNT: return value->kind == VALUE_MONEY;
	case FORMAT_NUMBER: return value->kind == VALUE_NUMBER;
	case FORMAT_PERCENT: return value->kind == VALUE_RATIO;
	case FORMAT_COUNT: return value->kind == VALUE_NUMBER;
	case FORMAT_DATE: return value->kind == VALUE_TEXT;
	}
	return false;
}

static int64_t date_part(struct str text, size_t from, size_t n)
{
	int64_t value = 0;
	size_t i;

	for (i = from; i < from + n && i < text.n; i++) {
		if (text.s[i] < '0' || text.s[i] > '9')
			return 0;
		value = value * 10 + (text.s[i] - '0');
	}
	return value;
}

/* 2024-02-08 as 2024年2月8日; another text as it is. */
static struct str date_text(const struct format *format, struct str text,
			    struct arena *arena)
{
	long long year = date_part(text, 0, 4);
	long long month = date_part(text, 5, 2);
	long long day = date_part(text, 8, 2);

	if (text.n != 10 || year == 0 || month == 0 || day == 0)
		return text;
	if (format->month_only)
		return str_format(arena, "%lld年%lld月", year, month);
	return str_format(arena, "%lld年%lld月%lld日", year, month, day);
}

bool format_value(const struct format *format, const struct value *value,
		  struct arena *arena, struct str *text)
{
	struct buf buf = {.arena = arena};
	bool has_none = format->has_none || format->has_zero;
	struct quantity quantity = quantity_of(format, value);
	int64_t digits;

	*text = format->has_none ? format->none : format->zero;
	if (!value->there && (has_none || value->kind == VALUE_RATIO))
		return true;
	if (value->kind == VALUE_NOTHING)
		quantity.whole = 1;
	else if (!is_for(format, value))
		return false;
	if (format->kind == FORMAT_DATE) {
		*text = date_text(format, value->text, arena);
		return true;
	}
	if (format->kind == FORMAT_COUNT) {
		*text = count_text(format->count, value->number / NUMBER_ONE,
				   arena);
		return true;
	}
	*text = format->zero;
	if (value->number == 0 && format->has_zero)
		return true;
	digits = digits_of(quantity);
	if (value->number < 0 && digits != 0)
		buf_add_cstr(&buf, MINUS);
	add_digits(&buf, digits, format);
	if (format->kind == FORMAT_PERCENT && !format->bare)
		buf_add_char(&buf, '%');
	*text = buf_str(&buf);
	return true;
}
