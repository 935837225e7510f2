/* SPDX-License-Identifier: MIT */
/*
 * A sheet as it stands in a workbook: cells where they are, before anyone
 * knows which row holds the headings. Internal to read/.
 */
#ifndef READ_RAW_H
#define READ_RAW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tables/sheets.h"

struct arena;
struct diag_sink;

struct raw_cell {
	int32_t column; /* from 1 */
	struct str text;
	enum cell_form form;
};

struct raw_row {
	int32_t line;	/* from 1 */
	int32_t record; /* in a text file, from 1; 0: rows are lines */
	const struct raw_cell *cells; /* by column, empty ones left out */
	size_t n_cells;
};

struct raw_sheet {
	struct str name;
	struct place place;
	const struct raw_row *rows; /* by line, empty ones left out */
	size_t n_rows;
};

/* Rows in which headings are looked for. */
#define RAW_HEADING_ROWS_MOST 20

/* Index of the row of headings: among the first rows that with most headings
 * known; if there is none, the first with more than one cell, or the first. */
size_t raw_heading_row(const struct raw_sheet *raw);

/*
 * The sheet with its headings found: among the first rows that with most
 * headings known (titles, units of money and blank rows may stand above it);
 * what stands above is left out. Cells below that have no heading are
 * reported. False: the sheet is empty.
 */
bool raw_to_sheet(const struct raw_sheet *raw, struct arena *arena,
		  struct diag_sink *sink, struct sheet *sheet);

/* The same with the index of the row of headings given. */
bool raw_below(const struct raw_sheet *raw, size_t top, struct arena *arena,
	       struct diag_sink *sink, struct sheet *sheet);

#endif
