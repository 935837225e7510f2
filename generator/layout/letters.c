/* SPDX-License-Identifier: MIT */
/*
 * Classes of characters after CLREQ, 3.1.2 (kinds of marks) and 3.1.6
 * (squeezing). Where marks sit in their em is the mainland's habit: commas and
 * stops in the left half.
 */
#include "layout/letters.h"

#include <stddef.h>
#include <unicode/uchar.h>

/* By code. */
static const struct {
	uint32_t code;
	enum letter letter;
} marks[] = {
    {0xA0, LETTER_BLANK},    {0xB7, LETTER_MIDDLE},  {0x2013, LETTER_POINT},
    {0x2014, LETTER_DASH},   {0x2015, LETTER_DASH},  {0x2018, LETTER_OPEN},
    {0x2019, LETTER_CLOSE},  {0x201C, LETTER_OPEN},  {0x201D, LETTER_CLOSE},
    {0x2022, LETTER_MIDDLE}, {0x2026, LETTER_DOTS},  {0x2027, LETTER_MIDDLE},
    {0x22EF, LETTER_DOTS},   {0x2E3A, LETTER_DASH},  {0x3000, LETTER_HAN},
    {0x3001, LETTER_COMMA},  {0x3002, LETTER_STOP},  {0x3008, LETTER_OPEN},
    {0x3009, LETTER_CLOSE},  {0x300A, LETTER_OPEN},  {0x300B, LETTER_CLOSE},
    {0x300C, LETTER_OPEN},   {0x300D, LETTER_CLOSE}, {0x300E, LETTER_OPEN},
    {0x300F, LETTER_CLOSE},  {0x3010, LETTER_OPEN},  {0x3011, LETTER_CLOSE},
    {0x3014, LETTER_OPEN},   {0x3015, LETTER_CLOSE}, {0x3016, LETTER_OPEN},
    {0x3017, LETTER_CLOSE},  {0x3018, LETTER_OPEN},  {0x3019, LETTER_CLOSE},
    {0x30FB, LETTER_MIDDLE}, {0xFF01, LETTER_STOP},  {0xFF08, LETTER_OPEN},
    {0xFF09, LETTER_CLOSE},  {0xFF0C, LETTER_COMMA}, {0xFF0E, LETTER_STOP},
    {0xFF1A, LETTER_COMMA},  {0xFF1B, LETTER_COMMA}, {0xFF1F, LETTER_STOP},
    {0xFF3B, LETTER_OPEN},   {0xFF3D, LETTER_CLOSE}, {0xFF5B, LETTER_OPEN},
    {0xFF5D, LETTER_CLOSE},
};

/* Signs that belong to the number beside them. */
static bool number_sign(uint32_t code)
{
	switch (code) {
	case '%':
	case '+':
	case '<':
	case '=':
	case '>':
	case '@':
	case '#':
	case '&':
	case '$':
	case 0xA5:   /* ¥ */
	case 0xB0:   /* ° */
	case 0xB1:   /* ± */
	case 0xD7:   /* × */
	case 0x2030: /* ‰ */
	case 0x2103: /* ℃ */
	case 0x2212: /* − */
	case 0x2248: /* ≈ */
	case 0x2264: /* ≤ */
	case 0x2265: /* ≥ */ return true;
	default: return false;
	}
}

static bool wide(uint32_t code)
{
	int width =
	    u_getIntPropertyValue((UChar32)code, UCHAR_EAST_ASIAN_WIDTH);

	return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

static enum letter ascii_letter(uint32_t code)
{
	if (code == ' ' || code == '\t')
		return LETTER_BLANK;
	if (letter_digit(code) || (code >= 'A' && code <= 'Z') ||
	    (code >= 'a' && code <= 'z') || number_sign(code))
		return LETTER_WORD;
	return LETTER_POINT;
}

/* Index of the first mark whose code is not less. */
static size_t find_mark(uint32_t code)
{
	size_t from = 0;
	size_t to = sizeof(marks) / sizeof(marks[0]);

	while (from < to) {
		size_t middle = (from + to) / 2;

		if (marks[middle].code < code)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

enum letter letter_of(uint32_t code)
{
	size_t i;

	if (code >= 0x4E00 && code <= 0x9FFF)
		return LETTER_HAN;
	if (code < 0x80)
		return ascii_letter(code);
	i = find_mark(code);
	if (i < sizeof(marks) / sizeof(marks[0]) && marks[i].code == code)
		return marks[i].letter;
	if (wide(code))
		return LETTER_HAN;
	if (u_isalnum((UChar32)code) || number_sign(code))
		return LETTER_WORD;
	/* Circled numbers, geometric signs: symbols of a Han text. */
	if (code >= 0x2000 &&
	    u_getIntPropertyValue((UChar32)code, UCHAR_EAST_ASIAN_WIDTH) ==
		U_EA_AMBIGUOUS)
		return LETTER_HAN;
	return LETTER_POINT;
}

bool letter_wide(enum letter letter)
{
	return letter != LETTER_WORD && letter != LETTER_POINT &&
	       letter != LETTER_BLANK;
}

bool letter_blank_after(enum letter letter)
{
	return letter == LETTER_CLOSE || letter == LETTER_COMMA ||
	       letter == LETTER_STOP;
}

bool letter_digit(uint32_t code)
{
	return code >= '0' && code <= '9';
}

bool letter_after_number(uint32_t code)
{
	return code == '%' || code == 0x2030 || code == 0xB0 || code == 0x2103;
}

bool letter_han_numeral(uint32_t code)
{
	static const uint32_t numerals[] = {
	    0x3007, 0x96F6, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94,
	    0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E, 0x5343};
	size_t i;

	for (i = 0; i < sizeof(numerals) / sizeof(numerals[0]); i++)
		if (numerals[i] == code)
			return true;
	return false;
}
