/* SPDX-License-Identifier: MIT */
/* Lengths as text: digit by digit, never through a float. */
#include "base/emu.h"

#include <stddef.h>

#include "base/arena.h"

static const struct unit {
	const char *name;
	int64_t emu; /* [emu] of one */
} units[] = {
    {"pt", EMU_PER_PT},
    {"mm", EMU_PER_MM},
    {"cm", INT64_C(10) * EMU_PER_MM},
    {"emu", 1},
};

/* A number of up to 10 digits before the point and 6 behind it. */
struct decimal {
	int64_t digits;
	int64_t scale; /* 10 to the number of decimals */
	int n;	       /* digits read */
};

static bool is_digit(struct str text)
{
	return text.n > 0 && text.s[0] >= '0' && text.s[0] <= '9';
}

/* Takes the digits off the front of *text; false if there are too many. */
static bool take_digits(struct str *text, struct decimal *number, bool decimals)
{
	while (is_digit(*text)) {
		if (number->digits >= 1000000000000000 / 10)
			return false;
		number->digits = number->digits * 10 + (text->s[0] - '0');
		number->scale *= decimals ? 10 : 1;
		number->n++;
		*text = str_slice(*text, 1, text->n);
	}
	return number->scale <= 1000000;
}

static bool take_number(struct str *text, struct decimal *number)
{
	*number = (struct decimal){.scale = 1};
	if (!take_digits(text, number, false))
		return false;
	if (number->digits > 9999999999 || number->n == 0)
		return false;
	if (!str_starts(*text, STR(".")))
		return true;
	*text = str_slice(*text, 1, text->n);
	return is_digit(*text) && take_digits(text, number, true);
}

/* [emu] of one of the unit, 0 if there is no such unit. */
static int64_t unit_emu(struct str name)
{
	size_t i;

	for (i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (str_is(name, units[i].name))
			return units[i].emu;
	return 0;
}

bool emu_parse(struct str text, emu *length)
{
	bool minus = str_starts(text, STR("-"));
	struct decimal number;
	int64_t unit;
	int64_t value;

	if (minus)
		text = str_slice(text, 1, text.n);
	if (!take_number(&text, &number))
		return false;
	unit = unit_emu(text);
	if (text.n == 0 && number.digits == 0)
		unit = 1;
	if (unit == 0 || number.digits > INT64_MAX / 2 / unit)
		return false;
	value = (number.digits * unit + number.scale / 2) / number.scale;
	if (value > (int64_t)INT32_MAX + minus)
		return false;
	*length = (emu)(minus ? -value : value);
	return true;
}

/* n/scale with its unit, without zeros at the end. */
static struct str decimal_text(const char *sign, int64_t n, int64_t scale,
			       const char *unit, struct arena *arena)
{
	int width = 0;

	while (scale > 1 && n % 10 == 0) {
		n /= 10;
		scale /= 10;
	}
	if (scale == 1)
		return str_format(arena, "%s%lld%s", sign, (long long)n, unit);
	for (int64_t s = scale; s > 1; s /= 10)
		width++;
	return str_format(arena, "%s%lld.%0*lld%s", sign,
			  (long long)(n / scale), width, (long long)(n % scale),
			  unit);
}

struct str emu_text(emu length, struct arena *arena)
{
	const char *sign = length < 0 ? "-" : "";
	int64_t n = length < 0 ? -(int64_t)length : length;

	if (n == 0)
		return STR("0");
	if (n % (EMU_PER_PT / 100) == 0)
		return decimal_text(sign, n / (EMU_PER_PT / 100), 100, "pt",
				    arena);
	if (n % (EMU_PER_MM / 1000) == 0)
		return decimal_text(sign, n / (EMU_PER_MM / 1000), 1000, "mm",
				    arena);
	return decimal_text(sign, n, 1, "emu", arena);
}
