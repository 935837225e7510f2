/* SPDX-License-Identifier: MIT */
/*
 * What a reader makes of any carrier: named sheets of rows of named columns,
 * every cell as the text that stood there, with its place. Nothing is
 * interpreted here but what only the carrier knows (a number format, a date).
 * Texts under 说明/ become rows of the sheet 说明. All in one arena.
 */
#ifndef TABLES_SHEETS_H
#define TABLES_SHEETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/str.h"

struct arena;

/* What a carrier knows of a cell beside its text. */
enum cell_form {
	FORM_TEXT,    /* text, or any cell of a CSV file */
	FORM_NUMBER,  /* a number: codes may have lost zeros */
	FORM_PERCENT, /* a number with a percent format, as it shows: 50% */
	FORM_DATE     /* a date, as 2024-01-31 */
};

struct sheet_cell {
	struct str text; /* UTF-8, blanks at both ends kept */
	enum cell_form form;
	int32_t column_no; /* in the file, from 1, where that is not its
			      column's (a mapped table); else 0 */
};

struct sheet_row {
	const struct sheet_cell *cells; /* n_columns of the sheet */
	int32_t line;			/* in the file or the sheet, from 1 */
	int32_t record;			/* the headings are record 1 */
	bool total; /* what was left out of the row says that it is a sum */
};

struct sheet_column {
	struct str heading;
	int32_t column_no; /* in the file, from 1; 0: in no column of it */
};

struct sheet {
	struct str name;      /* 支出 */
	struct place place;   /* file (and sheet) it came from */
	int32_t heading_line; /* 0: the headings do not stand in the file, so
				 places name no columns */
	/* What stands above the columns in the file, by column_no - 1, where
	 * that is not what our headings say (a mapped table); else NULL. */
	const struct str *file_headings;
	size_t n_file_headings;
	const struct sheet_column *columns;
	size_t n_columns;
	const struct sheet_row *rows;
	size_t n_rows;
};

struct sheets {
	struct arena *arena;
	/* Where readers that can do so put cells: whoever is done with them
	 * before all the rest may close it. Texts and rows stay, and with
	 * them places: sheet_place() asks cells of mapped tables only, and
	 * those are in arena. NULL: arena. */
	struct arena *cells;
	struct sheet *list;
	size_t n;
	size_t room;
};

/* What `gongkai new` writes for people. A row whose first cell begins with the
 * mark shows how to fill in a table: it is refused. These two sheets tell how
 * to fill in the others and what may stand in them: they are passed over. */
#define EXAMPLE_MARK "示例："
#define GUIDE_SHEET  "填写说明"
#define LISTS_SHEET  "可选值"

/* The first sheet of that name, NULL if none. A table may come in several
 * sheets (several inputs; every text is one of its own). */
const struct sheet *sheets_find(const struct sheets *sheets, struct str name);

/* The arena for cells. */
struct arena *sheets_cells(const struct sheets *sheets);

/* Adds a copy of the struct (not of what it points to). */
void sheets_add(struct sheets *sheets, const struct sheet *sheet);

/* The place of a cell; column: index into sheet->columns, -1: the row. */
struct place sheet_place(const struct sheet *sheet, size_t row, int column);

/* The place of a heading; column -1: the row of headings. */
struct place sheet_heading_place(const struct sheet *sheet, int column);

#endif
