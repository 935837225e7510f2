/* SPDX-License-Identifier: MIT */
#include "read/decimals.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

#define DIGITS_KEPT 15

/* The whole text as a double; false if it is none. */
static bool parse(struct str value, struct arena *arena, double *number)
{
	const char *text = str_cstr(value, arena);
	char *end;

	*number = strtod(text, &end);
	return end != text && *end == '\0' && isfinite(*number);
}

/* 4474100e-04 without an exponent: digits with the point where it belongs. */
static struct str plain(double number, struct arena *arena)
{
	char digits[40];
	struct str text;

	/* Enough decimals for fifteen significant digits, then cut. */
	int whole = number == 0 ? 0 : (int)floor(log10(fabs(number))) + 1;
	int decimals = DIGITS_KEPT - whole;

	if (decimals < 0)
		decimals = 0;
	if (decimals > 20)
		decimals = 20;
	/* Fifteen digits, a sign and a point always fit. */
	(void)snprintf(digits, sizeof(digits), "%.*f", decimals, number);
	text = str_from(digits);
	if (strchr(digits, '.') != NULL) {
		while (text.n > 0 && text.s[text.n - 1] == '0')
			text.n--;
		if (text.n > 0 && text.s[text.n - 1] == '.')
			text.n--;
	}
	return str_copy(str_is(text, "-0") ? STR("0") : text, arena);
}

struct str decimal_text(struct str value, struct arena *arena)
{
	double number;

	if (!parse(value, arena, &number) || fabs(number) >= 1e15)
		return value;
	return plain(number, arena);
}

struct str decimal_percent(struct str value, struct arena *arena)
{
	double number;

	if (!parse(value, arena, &number) || fabs(number) >= 1e13)
		return value;
	return str_format(arena, STR_FMT "%%",
			  STR_ARG(plain(number * 100, arena)));
}

/* Year, month and day of a count of days since 1970-01-01 (Howard Hinnant,
 * "chrono-compatible low-level date algorithms"). */
static struct str date_of_day(int64_t day, struct arena *arena)
{
	int64_t z = day + 719468;
	int64_t era = (z >= 0 ? z : z - 146096) / 146097;
	int64_t doe = z - era * 146097;
	int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int64_t mp = (5 * doy + 2) / 153;
	int64_t d = doy - (153 * mp + 2) / 5 + 1;
	int64_t m = mp < 10 ? mp + 3 : mp - 9;
	int64_t y = yoe + era * 400 + (m <= 2);

	return str_format(arena, "%04d-%02d-%02d", (int)y, (int)m, (int)d);
}

struct str decimal_date(struct str value, bool from_1904, struct arena *arena)
{
	double number;
	int64_t day;

	if (!parse(value, arena, &number) || number < 0 || number > 2958465)
		return value;
	day = (int64_t)floor(number);
	if (from_1904)
		return date_of_day(day - 24107, arena);
	/* Day 60 is 1900-02-29, which never was. */
	return date_of_day(day - (day < 60 ? 25568 : 25569), arena);
}

/* Letters of a date that stand in the format itself, not in its quoted text,
 * colours or conditions. */
static bool is_date_code(struct str code)
{
	bool quoted = false;
	bool bracket = false;
	size_t i;

	for (i = 0; i < code.n; i++) {
		char c = code.s[i];

		if (c == '\\') {
			i++;
			continue;
		}
		if (c == '"')
			quoted = !quoted;
		bracket = !quoted && (c == '[' || (bracket && c != ']'));
		if (!quoted && !bracket && strchr("yYdD", c) != NULL)
			return true;
	}
	return false;
}

enum cell_form decimal_form(int id, struct str code)
{
	if (id == 9 || id == 10)
		return FORM_PERCENT;
	/* 14-17, 22: dates; 27-36, 50-58: dates of East Asian versions
	 * (ECMA-376 part 1, 18.8.30). */
	if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) ||
	    (id >= 50 && id <= 58))
		return FORM_DATE;
	if (is_date_code(code))
		return FORM_DATE;
	if (str_find(code, STR("%")) >= 0)
		return FORM_PERCENT;
	return FORM_NUMBER;
}
