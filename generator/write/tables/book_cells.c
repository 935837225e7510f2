/* SPDX-License-Identifier: MIT */
/*
 * Cells of a workbook, so that reading them gives the same text again: a
 * number only where it is written as a spreadsheet's would be read back (15
 * digits, no zeros in front or behind), bold only where the runs give the same
 * marks again.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/utf8.h"
#include "budget/schema.h"
#include "write/tables/book.h"
#include "write/tables/messages.h"

#define DIGITS_KEPT 15
#define RUNS_MOST   400 /* of a text; one with more keeps its marks */

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

static bool is_hex(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') ||
	       (c >= 'a' && c <= 'f');
}

/* _x0041_ in a workbook means A: written so it must be itself (ECMA-376 part
 * 1, 22.9.2.19). */
static bool is_escape(struct str text, size_t at)
{
	size_t i;

	if (at + 7 > text.n || text.s[at] != '_' || text.s[at + 1] != 'x' ||
	    text.s[at + 6] != '_')
		return false;
	for (i = at + 2; i < at + 6; i++)
		if (!is_hex(text.s[i]))
			return false;
	return true;
}

const char *xlsx_text(struct str text, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t i;

	if (str_find(text, STR("_x")) < 0)
		return str_cstr(text, arena);
	for (i = 0; i < text.n; i++) {
		if (is_escape(text, i))
			buf_add_cstr(&buf, "_x005F");
		buf_add_char(&buf, text.s[i]);
	}
	return str_cstr(buf_str(&buf), arena);
}

/* A text with its bold parts as runs. */
struct runs {
	lxw_rich_string_tuple list[RUNS_MOST];
	lxw_rich_string_tuple *pointers[RUNS_MOST + 1]; /* ended by NULL */
	size_t n;
};

static bool add_run(struct runs *runs, struct str text, lxw_format *format,
		    struct arena *arena)
{
	char *copy = (char *)(uintptr_t)xlsx_text(text, arena);

	if (text.n == 0)
		return true;
	if (runs->n == RUNS_MOST)
		return false;
	runs->list[runs->n] = (lxw_rich_string_tuple){format, copy};
	runs->pointers[runs->n] = &runs->list[runs->n];
	runs->n++;
	return true;
}

/*
 * The text with ** round its bold parts as runs, plain and bold by turns.
 * False: there are none, or reading the runs would give another text: a mark
 * without its fellow on the line, nothing between two marks.
 */
static bool split_runs(const struct xlsx_book *book, struct str text,
		       struct runs *runs)
{
	bool bold = false;

	runs->n = 0;
	for (;;) {
		ptrdiff_t at = str_find(text, STR("**"));
		struct str part =
		    str_slice(text, 0, at < 0 ? text.n : (size_t)at);

		if (bold &&
		    (at < 0 || has_lines(part) || str_trim(part).n == 0))
			return false;
		if (!add_run(runs, part, bold ? book->bold : NULL, book->arena))
			return false;
		if (at < 0)
			break;
		text = str_slice(text, (size_t)at + 2, text.n);
		bold = !bold;
	}
	runs->pointers[runs->n] = NULL;
	/* A spreadsheet takes no single run. */
	return runs->n > 1;
}

static void add_number(const struct xlsx_book *book, lxw_worksheet *sheet,
		       lxw_row_t row, lxw_col_t column,
		       const struct data_column *about, const char *text)
{
	/* Text's own format would show it as text. */
	bool as_text = xlsx_format(book, about) == book->text;

	worksheet_write_number(sheet, row, column, strtod(text, NULL),
			       as_text ? book->number : NULL);
}

/* NOLINTNEXTLINE(readability-function-size): a cell has these parts */
bool xlsx_add_cell(struct xlsx_book *book, lxw_worksheet *sheet, size_t row,
		   size_t column, const struct data_column *about,
		   const struct sheet_cell *cell, bool marks)
{
	struct arena_mark mark = arena_mark(book->arena);
	lxw_row_t r = (lxw_row_t)row;
	lxw_col_t c = (lxw_col_t)column;
	lxw_format *format = has_lines(cell->text) ? book->lines : NULL;
	struct runs *runs;
	const char *text;

	if (cell->text.n == 0)
		return true;
	if (cell->text.n > BOOK_CELL_MOST &&
	    utf16_length(cell->text) > BOOK_CELL_MOST)
		return false;
	text = xlsx_text(cell->text, book->arena);
	runs = marks ? ARENA_NEW(book->arena, struct runs) : NULL;
	if (wants_number(about, cell) && is_plain_number(cell->text))
		add_number(book, sheet, r, c, about, text);
	else if (marks && split_runs(book, cell->text, runs))
		worksheet_write_rich_string(sheet, r, c, runs->pointers,
					    format);
	else
		worksheet_write_string(sheet, r, c, text, format);
	arena_release(book->arena, mark);
	return true;
}

void xlsx_report_long(const struct xlsx_book *book,
		      const struct data_table *table, size_t row, size_t column)
{
	DIAG(book->sink, &TABLES_BOOK_CELL, PLACE_NONE, table->name,
	     str_format(book->arena, "%zu", row + 1),
	     table->columns[column].heading,
	     str_format(book->arena, "%zu",
			utf8_length(table->rows[row][column].text)));
}
