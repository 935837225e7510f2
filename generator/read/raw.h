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
	int32_t line;		      /* from 1 */
	const struct raw_cell *cells; /* by column, empty ones left out */
	size_t n_cells;
};

struct raw_sheet {
	struct str name;
	struct place place;
	const struct raw_row *rows; /* by line, empty ones left out */
	size_t n_rows;
};

/*
 * The sheet with its headings found: among the first rows that with most
 * headings known (titles, units of money and blank rows may stand above it);
 * what stands above is left out. Cells below that have no heading are
 * reported. False: the sheet is empty.
 */
bool raw_to_sheet(const struct raw_sheet *raw, struct arena *arena,
		  struct diag_sink *sink, struct sheet *sheet);

#endif
