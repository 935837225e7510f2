/* SPDX-License-Identifier: MIT */
/*
 * Unicode leaves the width of many marks open ("ambiguous", UAX 11): in
 * Chinese text they are one em wide, as in GB 2312's fonts.
 */
#include "font/script.h"

#include "font/font.h"

#include <stddef.h>

struct range {
	uint32_t from, to;
	enum script script;
};

/* In order; what stands between the ranges is SCRIPT_LETTER below U+2E80 and
 * SCRIPT_HAN from there on. */
static const struct range ranges[] = {
    {0x00, 0x08, SCRIPT_NOTHING},
    {0x09, 0x40, SCRIPT_FIGURE},
    {0x5B, 0x60, SCRIPT_FIGURE},
    {0x7B, 0x7E, SCRIPT_FIGURE},
    {0x7F, 0x9F, SCRIPT_NOTHING},
    {0xA0, 0xAC, SCRIPT_FIGURE},
    {0xAD, 0xAD, SCRIPT_NOTHING},
    {0xAE, 0xB0, SCRIPT_FIGURE},
    {0xB1, 0xB1, SCRIPT_HAN}, /* ± */
    {0xB2, 0xB6, SCRIPT_FIGURE},
    {0xB7, 0xB7, SCRIPT_HAN}, /* · */
    {0xB8, 0xBF, SCRIPT_FIGURE},
    {0xD7, 0xD7, SCRIPT_HAN}, /* × */
    {0xF7, 0xF7, SCRIPT_HAN}, /* ÷ */
    {0x300, 0x36F, SCRIPT_MARK},
    {0x180B, 0x180F, SCRIPT_NOTHING},
    {0x2000, 0x200A, SCRIPT_FIGURE},
    {0x200B, 0x200F, SCRIPT_NOTHING},
    {0x2010, 0x2013, SCRIPT_FIGURE},
    {0x2014, 0x2016, SCRIPT_HAN}, /* — ― ‖ */
    {0x2018, 0x2019, SCRIPT_HAN},
    {0x201C, 0x201D, SCRIPT_HAN},
    {0x2020, 0x2022, SCRIPT_HAN},
    {0x2025, 0x2027, SCRIPT_HAN}, /* … */
    {0x2028, 0x202E, SCRIPT_NOTHING},
    {0x202F, 0x202F, SCRIPT_FIGURE},
    {0x2030, 0x2031, SCRIPT_FIGURE}, /* ‰ */
    {0x2032, 0x203B, SCRIPT_HAN},
    {0x205F, 0x205F, SCRIPT_FIGURE},
    {0x2060, 0x206F, SCRIPT_NOTHING},
    {0x20D0, 0x20FF, SCRIPT_MARK},
    {0x2100, 0x2211, SCRIPT_HAN},    /* ℃ № Ⅳ → */
    {0x2212, 0x2212, SCRIPT_FIGURE}, /* − goes with its number, as ≤ ≥ do */
    {0x2213, 0x2263, SCRIPT_HAN},
    {0x2264, 0x2265, SCRIPT_FIGURE},
    {0x2266, 0x27BF, SCRIPT_HAN}, /* ① ■ ★ */
    {0x2900, 0x2BFF, SCRIPT_HAN},
    {0x2E3A, 0x2E3B, SCRIPT_HALF}, /* dashes of two and three ems */
    {0x302A, 0x302F, SCRIPT_MARK},
    {0x303F, 0x303F, SCRIPT_HALF},
    {0x3099, 0x309A, SCRIPT_MARK},
    {0xFB00, 0xFB06, SCRIPT_LETTER},
    {0xFE00, 0xFE0F, SCRIPT_SELECTOR},
    {0xFE20, 0xFE2F, SCRIPT_MARK},
    {0xFEFF, 0xFEFF, SCRIPT_NOTHING},
    {0xFF61, 0xFFDC, SCRIPT_HALF},
    {0xFFE8, 0xFFEE, SCRIPT_HALF},
    {0xE0100, 0xE01EF, SCRIPT_SELECTOR},
};

enum script script_of(uint32_t code)
{
	size_t low = 0;
	size_t high = sizeof(ranges) / sizeof(*ranges);

	if (code >= 0x3400 && code < 0xA000)
		return SCRIPT_HAN;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (code > ranges[middle].to)
			low = middle + 1;
		else if (code < ranges[middle].from)
			high = middle;
		else
			return ranges[middle].script;
	}
	return code < 0x2E80 ? SCRIPT_LETTER : SCRIPT_HAN;
}

bool font_sets_han(uint32_t code)
{
	enum script script = script_of(code);

	return script == SCRIPT_HAN || script == SCRIPT_HALF;
}

bool script_is_quote(uint32_t code)
{
	return code == 0x2018 || code == 0x2019 || code == 0x201C ||
	       code == 0x201D;
}

bool script_is_middle(uint32_t code)
{
	return code == 0xB7 || code == 0x2014 || code == 0x2015 ||
	       code == 0x2022 || (code >= 0x2025 && code <= 0x2027);
}
