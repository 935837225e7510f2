/* SPDX-License-Identifier: MIT */
/*
 * Comma-separated tables (RFC 4180), as spreadsheets save them: comma, tab or
 * semicolon between the cells, whichever the first row has most; cells in
 * quotes may hold the separator, doubled quotes and line ends.
 */
#ifndef READ_CSV_H
#define READ_CSV_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/str.h"

struct arena;
struct raw_sheet;
struct sheet;

/* Limits of one table. */
#define CSV_BYTES_MOST	 ((size_t)256 << 20)
#define CSV_COLUMNS_MOST 500
#define CSV_ROWS_MOST	 2000000
#define CSV_CELL_MOST	 ((size_t)1 << 20)

/* Reads a file's text (UTF-8) into a sheet: headings from the first row that
 * is not empty, or from below it if it holds a title; empty rows left out.
 * False: it holds no table (not reported; n_columns is 0), or more than the
 * limits allow (reported). Cells are owned by an arena of their own, all else
 * by the other one. */
bool csv_parse(struct str text, struct str name, struct place place,
	       struct arena *cells, struct arena *arena, struct diag_sink *sink,
	       struct sheet *sheet);

/* The same as it stands, before anyone knows which rows hold headings. */
void csv_parse_raw(struct str text, struct str name, struct place place,
		   struct arena *arena, struct diag_sink *sink,
		   struct raw_sheet *raw);

#endif
