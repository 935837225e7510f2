/* SPDX-License-Identifier: MIT */
#include "base/money.h"

#include <limits.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"

#define FULL_WIDTH_ZERO 0xFF10u

/* What money_parse() has seen so far. */
struct scan {
	int64_t value;	 /* digits so far, after the point scaled [分] */
	int64_t weight;	 /* of the next digit behind the point [分], 0: none */
	bool negative;	 /* a minus or brackets */
	bool digits;	 /* at least one digit */
	bool point;	 /* the decimal point was there */
	bool too_large;	 /* out of the range */
	bool too_fine;	 /* a digit other than 0 below a 分 */
	int first_below; /* the first digit below a 分, -1: none yet */
};

static bool is_blank(uint32_t c)
{
	return c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000 || c == '\r' ||
	       c == '\n' || c == 0x200B || c == 0xFEFF;
}

static int digit_value(uint32_t c)
{
	if (c >= '0' && c <= '9')
		return (int)(c - '0');
	if (c >= FULL_WIDTH_ZERO && c <= FULL_WIDTH_ZERO + 9)
		return (int)(c - FULL_WIDTH_ZERO);
	return -1;
}

static void scan_digit(struct scan *scan, int digit, enum money_unit unit)
{
	int64_t part;

	scan->digits = true;
	if (!scan->point) {
		if (__builtin_mul_overflow(scan->value, 10, &scan->value) ||
		    __builtin_mul_overflow((int64_t)digit, (int64_t)unit,
					   &part) ||
		    __builtin_add_overflow(scan->value, part, &scan->value))
			scan->too_large = true;
		return;
	}
	if (scan->weight == 0) {
		if (scan->first_below < 0)
			scan->first_below = digit;
		scan->too_fine = scan->too_fine || digit != 0;
		return;
	}
	if (__builtin_mul_overflow((int64_t)digit, scan->weight, &part) ||
	    __builtin_add_overflow(scan->value, part, &scan->value))
		scan->too_large = true;
	scan->weight /= 10;
}

static bool is_separator(uint32_t c, const struct scan *scan)
{
	return (c == ',' || c == 0xFF0C || c == '\'') && scan->digits &&
	       !scan->point;
}

static bool is_minus(uint32_t c)
{
	return c == '-' || c == 0x2212 || c == 0xFF0D;
}

/* One character of an amount; false if it has no business there. */
static bool scan_char(struct scan *scan, uint32_t c, enum money_unit unit)
{
	int digit = digit_value(c);

	if (digit >= 0) {
		scan_digit(scan, digit, unit);
		return true;
	}
	if (is_blank(c) || is_separator(c, scan))
		return true;
	if ((c == '.' || c == 0xFF0E) && !scan->point) {
		scan->point = true;
		scan->weight = (int64_t)unit / 10;
		return true;
	}
	if (scan->digits)
		return false;
	if (is_minus(c) && !scan->negative) {
		scan->negative = true;
		return true;
	}
	return c == '+' || c == 0xFFE5 || c == 0xA5;
}

static bool is_absent(struct str text)
{
	static const char *const marks[] = {"",	  "-",	"—",  "–",
					    "——", "--", "－", "−"};
	size_t i;

	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (str_is(text, marks[i]))
			return true;
	return false;
}

/* Takes the brackets off (1,234.00), which accountants write for minus. */
static struct str without_brackets(struct str text, bool *negative)
{
	struct str open[] = {STR_INIT("("), STR_INIT("（")};
	struct str close[] = {STR_INIT(")"), STR_INIT("）")};
	size_t i;

	for (i = 0; i < 2; i++) {
		if (!str_starts(text, open[i]) || !str_ends(text, close[i]) ||
		    text.n < open[i].n + close[i].n)
			continue;
		*negative = true;
		return str_slice(text, open[i].n,
				 text.n - open[i].n - close[i].n);
	}
	return text;
}

enum money_parse money_parse(struct str text, enum money_unit unit,
			     struct money *money)
{
	struct scan scan = {.first_below = -1};
	size_t at = 0;

	text = str_trim(text);
	if (is_absent(text))
		return MONEY_ABSENT;
	text = without_brackets(text, &scan.negative);
	while (at < text.n)
		if (!scan_char(&scan, utf8_next(text, &at), unit))
			return MONEY_NOT_NUMBER;
	if (!scan.digits)
		return MONEY_NOT_NUMBER;
	if (scan.first_below >= 5 && scan.value < INT64_MAX)
		scan.value++;
	if (scan.too_large)
		return MONEY_TOO_LARGE;
	money->fen = scan.negative ? -scan.value : scan.value;
	return scan.too_fine ? MONEY_TOO_FINE : MONEY_OK;
}

bool money_add(struct money *sum, struct money more)
{
	int64_t fen;

	if (__builtin_add_overflow(sum->fen, more.fen, &fen))
		return false;
	sum->fen = fen;
	return true;
}

bool money_subtract(struct money *sum, struct money less)
{
	int64_t fen;

	if (__builtin_sub_overflow(sum->fen, less.fen, &fen))
		return false;
	sum->fen = fen;
	return true;
}

bool amount_add(struct amount *sum, struct money more)
{
	if (!money_add(&sum->money, more))
		return false;
	sum->there = true;
	return true;
}

static int64_t power_of_ten(int n)
{
	int64_t power = 1;

	while (n-- > 0)
		power *= 10;
	return power;
}

int64_t money_rounded(struct money money, enum money_unit unit, int decimals)
{
	int64_t steps = power_of_ten(decimals);
	int64_t whole = money.fen / (int64_t)unit;
	int64_t rest = llabs(money.fen % (int64_t)unit) * steps;
	int64_t part = (rest + (int64_t)unit / 2) / (int64_t)unit;

	return whole * steps + (money.fen < 0 ? -part : part);
}

/* value / 10^decimals, value >= 0, with separators if wanted. */
static void add_digits(struct buf *buf, uint64_t whole, bool thousands)
{
	if (whole >= 1000 && thousands) {
		add_digits(buf, whole / 1000, true);
		buf_format(buf, ",%03u", (unsigned)(whole % 1000));
		return;
	}
	buf_format(buf, "%llu", (unsigned long long)whole);
}

static void add_decimals(struct buf *buf, uint64_t part, int decimals,
			 bool trim)
{
	while (trim && decimals > 0 && part % 10 == 0) {
		part /= 10;
		decimals--;
	}
	if (decimals > 0)
		buf_format(buf, ".%0*llu", decimals, (unsigned long long)part);
}

struct str money_text(struct money money, struct money_format format,
		      struct arena *arena)
{
	int64_t value = money_rounded(money, format.unit, format.decimals);
	uint64_t size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
	uint64_t steps = (uint64_t)power_of_ten(format.decimals);
	struct buf buf = {.arena = arena};

	if (value < 0)
		buf_add_cstr(&buf, "−");
	add_digits(&buf, size / steps, format.thousands);
	add_decimals(&buf, size % steps, format.decimals, format.trim);
	return buf_str(&buf);
}
