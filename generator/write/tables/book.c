/* SPDX-License-Identifier: MIT */
#include "write/tables/book.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/cause.h"
#include "base/file.h"
#include "base/utf8.h"
#include "budget/schema.h"
#include "write/tables/messages.h"

/* Widths in characters of half a Chinese one's. */
#define WIDTH_LEAST   8
#define WIDTH_MOST    50
#define WIDTH_TEXT    80  /* of a column of long texts */
#define ROWS_MEASURED 200 /* of a table, for the widths */

#define BOOK_BYTES_MOST ((size_t)1 << 30)

/* 2000-01-01: no clock reaches an output. */
#define BOOK_CREATED 946684800

static bool fail(const struct xlsx_book *book, struct str why)
{
	DIAG(book->sink, &TABLES_BOOK, PLACE_NONE, why);
	return false;
}

static lxw_format *add_format(struct xlsx_book *book, const char *number_format)
{
	lxw_format *format = workbook_add_format(book->workbook);

	format_set_font_name(format, "宋体");
	format_set_font_size(format, 11);
	format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
	if (number_format != NULL)
		format_set_num_format(format, number_format);
	return format;
}

static void add_formats(struct xlsx_book *book)
{
	book->heading = add_format(book, "@");
	format_set_bold(book->heading);
	format_set_text_wrap(book->heading);
	format_set_bg_color(book->heading, 0xDDEBF7);
	format_set_border(book->heading, LXW_BORDER_THIN);
	format_set_border_color(book->heading, 0xA6A6A6);
	book->text = add_format(book, "@");
	book->lines = add_format(book, "@");
	format_set_text_wrap(book->lines);
	book->yuan = add_format(book, "#,##0.00");
	/* Ten thousandths of a 万元 are yuan, and a millionth is a 分. */
	book->wan = add_format(book, "#,##0.00####");
	book->number = add_format(book, NULL);
	book->bold = add_format(book, NULL);
	format_set_bold(book->bold);
}

/* libxlsxwriter writes to a name only. */
static bool open_draft(struct xlsx_book *book)
{
	const char *folder = getenv("TMPDIR");
	char *path;
	int fd;

	if (folder == NULL || folder[0] == '\0')
		folder = "/tmp";
	path = (char *)(uintptr_t)str_format(book->arena, "%s/gongkai-XXXXXX",
					     folder)
		   .s;
	fd = mkstemp(path);
	if (fd < 0)
		return fail(book, cause_of(errno));
	close(fd);
	book->path = path;
	return true;
}

bool xlsx_open(struct xlsx_book *book, struct arena *arena,
	       struct diag_sink *sink)
{
	lxw_doc_properties properties = {.created = BOOK_CREATED};

	*book = (struct xlsx_book){.arena = arena, .sink = sink};
	if (!open_draft(book))
		return false;
	book->workbook = workbook_new(book->path);
	if (book->workbook == NULL) {
		unlink(book->path);
		return fail(book, STR("workbook_new"));
	}
	workbook_set_properties(book->workbook, &properties);
	add_formats(book);
	return true;
}

bool xlsx_close(struct xlsx_book *book, struct str *bytes)
{
	lxw_error error;
	bool ok;

	errno = 0;
	error = workbook_close(book->workbook);
	ok = error == LXW_NO_ERROR;
	/* The library says which of its steps failed, the system why. */
	if (!ok && bytes != NULL)
		fail(book, errno != 0 ? cause_of(errno)
				      : str_from(lxw_strerror(error)));
	if (ok && bytes != NULL)
		ok = file_read(str_from(book->path), BOOK_BYTES_MOST,
			       book->arena, book->sink, bytes);
	unlink(book->path);
	return ok;
}

lxw_format *xlsx_format(const struct xlsx_book *book,
			const struct data_column *column)
{
	if (column->field == NULL)
		return book->text;
	switch (column->field->type) {
	case FIELD_AMOUNT:
	case FIELD_PLAN:
		if (str_is(column->unit, "%"))
			return book->number;
		return str_is(column->unit, "万元") ? book->wan : book->yuan;
	case FIELD_NUMBER: return book->number;
	case FIELD_LINES: return book->lines;
	case FIELD_TEXT:
	case FIELD_CODE:
	case FIELD_CHOICE:
	case FIELD_YEAR:
	case FIELD_DATE:
	case FIELD_YES: break;
	}
	return book->text;
}

/* Width of the longest line: Latin letters count 1, others 2. */
static size_t width_of(struct str text)
{
	size_t width = 0;
	size_t most = 0;
	size_t at = 0;

	while (at < text.n) {
		uint32_t code = utf8_next(text, &at);

		width = code == '\n' ? 0 : width + (code < 0x2E80 ? 1 : 2);
		most = width > most ? width : most;
	}
	return most;
}

static double column_width(const struct data_table *table, size_t column)
{
	size_t width = width_of(table->columns[column].heading);
	size_t i;

	for (i = 0; i < table->n_rows && i < ROWS_MEASURED; i++) {
		size_t own = width_of(table->rows[i][column].text);

		width = own > width ? own : width;
	}
	if (str_is(table->name, TEXTS_TABLE) && width > WIDTH_MOST)
		return WIDTH_TEXT;
	if (width < WIDTH_LEAST)
		width = WIDTH_LEAST;
	if (width > WIDTH_MOST)
		width = WIDTH_MOST;
	return (double)width + 3;
}

static void add_headings(const struct xlsx_book *book, lxw_worksheet *sheet,
			 const struct data_table *table)
{
	size_t i;

	for (i = 0; i < table->n_columns; i++) {
		const struct data_column *column = &table->columns[i];

		worksheet_set_column(sheet, (lxw_col_t)i, (lxw_col_t)i,
				     column_width(table, i),
				     xlsx_format(book, column));
		worksheet_write_string(sheet, 0, (lxw_col_t)i,
				       xlsx_text(column->heading, book->arena),
				       book->heading);
	}
	worksheet_freeze_panes(sheet, 1, 0);
	/* Whoever prints it wants whole rows under their headings. */
	worksheet_set_paper(sheet, BOOK_PAPER_A4);
	worksheet_set_landscape(sheet);
	worksheet_fit_to_pages(sheet, 1, 0);
	worksheet_repeat_rows(sheet, 0, 0);
}

lxw_worksheet *xlsx_add_sheet(struct xlsx_book *book,
			      const struct data_table *table)
{
	const char *name = str_cstr(table->name, book->arena);
	lxw_worksheet *sheet;

	if (table->n_rows >= BOOK_ROWS_MOST ||
	    table->n_columns > BOOK_COLUMNS_MOST) {
		DIAG(book->sink, &TABLES_BOOK_ROWS, PLACE_NONE, table->name,
		     str_format(book->arena, "%zu", table->n_rows),
		     str_format(book->arena, "%zu", table->n_columns));
		return NULL;
	}
	sheet =
	    workbook_validate_sheet_name(book->workbook, name) == LXW_NO_ERROR
		? workbook_add_worksheet(book->workbook, name)
		: NULL;
	if (sheet == NULL) {
		DIAG(book->sink, &TABLES_BOOK_NAME, PLACE_NONE, table->name);
		return NULL;
	}
	add_headings(book, sheet, table);
	return sheet;
}
