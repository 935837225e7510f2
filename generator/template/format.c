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

static const char *const han[] = {"零", "一", "二", "三", "四",
				  "五", "六", "七", "八", "九"};

/* 1 to 9999: 十, 二十一, 一百零五. */
static void add_han(struct buf *buf, int64_t n)
{
	static const struct {
		int64_t value;
		const char *name;
	} units[] = {{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}};
	bool gap = false;
	size_t i;

	for (i = 0; i < sizeof(units) / sizeof(*units); i++) {
		int64_t digit = n / units[i].value % 10;

		if (digit == 0) {
			gap = buf->n > 0;
			continue;
		}
		if (gap)
			buf_add_cstr(buf, han[0]);
		gap = false;
		if (digit != 1 || units[i].value != 10 || buf->n > 0)
			buf_add_cstr(buf, han[digit]);
		buf_add_cstr(buf, units[i].name);
	}
}

/* 21 to 29 as 廿一 … 廿九, 31 to 39 as 卅一 …; tens as they are. */
static void add_nian(struct buf *buf, int64_t n)
{
	if (n <= 20 || n >= 40 || n % 10 == 0) {
		add_han(buf, n);
		return;
	}
	buf_add_cstr(buf, n < 30 ? "廿" : "卅");
	buf_add_cstr(buf, han[n % 10]);
}

static void add_circled(struct buf *buf, int64_t n)
{
	if (n <= 20)
		buf_add_code(buf, (uint32_t)(0x2460 + n - 1));
	else if (n <= 35)
		buf_add_code(buf, (uint32_t)(0x3251 + n - 21));
	else if (n <= 50)
		buf_add_code(buf, (uint32_t)(0x32B1 + n - 36));
	else
		buf_format(buf, "(%lld)", (long long)n);
}

struct str count_text(enum count_style style, int64_t n, struct arena *arena)
{
	struct buf buf = {.arena = arena};

	if (style == COUNT_DIGITS || n < 1 || n > 9999)
		buf_format(&buf, "%lld", (long long)n);
	else if (style == COUNT_HAN)
		add_han(&buf, n);
	else if (style == COUNT_NIAN)
		add_nian(&buf, n);
	else
		add_circled(&buf, n);
	return buf_str(&buf);
}
