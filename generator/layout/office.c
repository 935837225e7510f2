/* SPDX-License-Identifier: MIT */
#include "layout/office.h"

#include "base/utf8.h"
#include "layout/letters.h"

/* White [1/1000 em] between Han and a word that LibreOffice sets in every
 * paragraph, asked or not. */
#define OFFICE_GAP 200

/* Places in the text where Han and a word meet. */
static int count_meetings(struct str text)
{
	enum letter before = LETTER_BLANK;
	size_t at = 0;
	int n = 0;

	while (at < text.n) {
		enum letter letter = letter_of(utf8_next(text, &at));

		n += (before == LETTER_HAN && letter == LETTER_WORD) ||
		     (before == LETTER_WORD && letter == LETTER_HAN);
		before = letter;
	}
	return n;
}

emu office_excess(const struct para_line *line, struct str text, emu size)
{
	int n = count_meetings(str_slice(text, line->from, line->n));
	int64_t gaps = (int64_t)size * OFFICE_GAP / 1000 * n;
	int64_t room = line->taken > 0 ? 0 : line->slack;

	if (line->taken == 0 && (n == 0 || gaps <= room))
		return 0;
	return (emu)(line->taken + gaps - (room > 0 ? room : 0));
}

/* The last character before a place of the text, which is no place within a
 * character; LETTER_BLANK at its beginning. */
static enum letter letter_before(struct str text, size_t at)
{
	size_t from = at;

	while (from > 0 && ((unsigned char)text.s[--from] & 0xC0) == 0x80)
		continue;
	return from < at ? letter_of(utf8_next(text, &from)) : LETTER_BLANK;
}

bool office_is_shut(struct str text, const struct para_line *line)
{
	size_t end = line->from + line->n;

	if (end >= text.n || letter_before(text, end) != LETTER_CLOSE)
		return false;
	return letter_of(utf8_next(text, &end)) == LETTER_WORD;
}
