/* SPDX-License-Identifier: MIT */
/*
 * A workbook while it is written with libxlsxwriter: what every workbook of
 * this program has in common. Codes and words are text (leading zeros, long
 * codes), money is numbers with two decimals and thousands separated; headings
 * stand still when one scrolls. The same content gives the same bytes.
 * Internal to write/tables/.
 */
#ifndef WRITE_TABLES_BOOK_H
#define WRITE_TABLES_BOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <xlsxwriter.h>

#include "base/str.h"
#include "tables/sheets.h"
#include "write/tables/dataset.h"

struct arena;
struct diag_sink;

#define BOOK_ROWS_MOST	  1048576
#define BOOK_COLUMNS_MOST 16384
#define BOOK_CELL_MOST	  32767 /* characters, as UTF-16 counts them */
#define BOOK_PAPER_A4	  9	/* as ECMA-376 numbers papers */
#define BOOK_NAME_MOST	  31	/* characters of a sheet's name */

struct xlsx_book {
	struct arena *arena;
	struct diag_sink *sink;
	lxw_workbook *workbook;
	const char *path; /* where libxlsxwriter writes; removed at the end */
	lxw_format *heading;
	lxw_format *text;  /* of codes and words */
	lxw_format *lines; /* the same, wrapped, with its own line ends */
	lxw_format *yuan, *wan, *number;
	lxw_format *bold; /* of a run within a text */
};

/* False: reported. */
bool xlsx_open(struct xlsx_book *book, struct arena *arena,
	       struct diag_sink *sink);

/* Ends the workbook; its bytes are owned by the arena. Call it also after a
 * fault, with bytes NULL. False: reported. */
bool xlsx_close(struct xlsx_book *book, struct str *bytes);

/* Adds a sheet with the table's headings in its first row, and the columns'
 * widths and formats. NULL: no sheet can have that name, or so many rows or
 * columns (reported). */
lxw_worksheet *xlsx_add_sheet(struct xlsx_book *book,
			      const struct data_table *table);

/* How cells of a column look. */
lxw_format *xlsx_format(const struct xlsx_book *book,
			const struct data_column *column);

/* A text as a workbook is to have it, ended by NUL; owned by the arena. */
const char *xlsx_text(struct str text, struct arena *arena);

/* Writes a cell as text, or as a number where reading it gives back the same
 * text. marks: ** round words makes them bold. False: too long (not reported).
 */
bool xlsx_add_cell(struct xlsx_book *book, lxw_worksheet *sheet, size_t row,
		   size_t column, const struct data_column *about,
		   const struct sheet_cell *cell, bool marks);

/* Says of a cell that it is too long. */
void xlsx_report_long(const struct xlsx_book *book,
		      const struct data_table *table, size_t row,
		      size_t column);

#endif
