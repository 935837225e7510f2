/* SPDX-License-Identifier: MIT */
/*
 * Cells of a workbook, so that reading them gives the same text again: a
 * number only where it is written as a spreadsheet's would be read back (15
 * digits, no zeros in front or behind), bold only where the runs give the same
 * marks again.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "budget/schema.h"
#include "write/tables/book.h"

#define DIGITS_KEPT 15

/* Is the text as read/decimals.h makes one of a number? */
static bool is_plain_number(struct str text)
{
	size_t sign = text.n > 0 && text.s[0] == '-';
	size_t point = text.n;
	size_t digits = 0;
	size_t i;

	for (i = sign; i < text.n; i++) {
		if (text.s[i] == '.' && point == text.n)
			point = i;
		else if (text.s[i] < '0' || text.s[i] > '9')
			return false;
		else
			digits++;
	}
	if (digits == 0 || digits > DIGITS_KEPT || point == sign)
		return false;
	if (text.s[sign] == '0' && sign + 1 < point)
		return false;
	if (point < text.n &&
	    (point + 1 == text.n || text.s[text.n - 1] == '0'))
		return false;
	return !str_is(text, "-0");
}

static bool wants_number(const struct data_column *about,
			 const struct sheet_cell *cell)
{
	if (cell->form == FORM_NUMBER)
		return true;
	return about->field != NULL && (about->field->type == FIELD_AMOUNT ||
					about->field->type == FIELD_NUMBER ||
					about->field->type == FIELD_PLAN);
}

/* How long a workbook counts a text. */
static size_t utf16_length(struct str text)
{
	size_t n = 0;
	size_t at = 0;

	while (at < text.n)
		n += utf8_next(text, &at) > 0xFFFF ? 2 : 1;
	return n;
}

static bool has_lines(struct str text)
{
	return str_find(text, STR("\n")) >= 0;
}

bool xlsx_add_cell(struct xlsx_book *book, lxw_worksheet *sheet, size_t row,
		   size_t column, const struct data_column *about,
		   const struct sheet_cell *cell, bool marks)
{
	struct arena_mark mark = arena_mark(book->arena);
	lxw_row_t r = (lxw_row_t)row;
	lxw_col_t c = (lxw_col_t)column;
	lxw_format *format = xlsx_format(book, about);
	const char *text;

	(void)marks;
	if (cell->text.n == 0)
		return true;
	if (cell->text.n > BOOK_CELL_MOST &&
	    utf16_length(cell->text) > BOOK_CELL_MOST)
		return false;
	text = str_cstr(cell->text, book->arena);
	if (wants_number(about, cell) && is_plain_number(cell->text))
		worksheet_write_number(sheet, r, c, strtod(text, NULL),
				       format == book->text ? book->number
							    : NULL);
	else
		worksheet_write_string(sheet, r, c, text,
				       has_lines(cell->text) ? book->lines
							     : NULL);
	arena_release(book->arena, mark);
	return true;
}
