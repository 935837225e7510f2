/* SPDX-License-Identifier: MIT */
/*
 * First stage of a table: cells, spans and header rows -> a grid of places
 * without lengths. Says which cell covers a place, which rows are repeated on
 * a page, and where a page may not begin. Internal to layout/.
 */
#ifndef LAYOUT_GRID_H
#define LAYOUT_GRID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "doc/doc.h"

struct arena;
struct diag_sink;

/* A cell in its place; its spans go neither beyond the grid nor into another
 * cell. */
struct grid_cell {
	const struct cell *cell; /* NULL: a place that the table left out */
	int row, column;	 /* upper left place */
	int rowspan, colspan;
};

/* Rows that are repeated above a row that begins a page. */
struct grid_again {
	int from, n;
};

struct grid {
	const struct table *table;
	int n_rows, n_columns;
	const struct grid_cell *cells; /* in reading order */
	int n_cells;
	const int *slots; /* n_rows * n_columns: the cell of each place */
	int n_head;	  /* header and 栏次 rows, repeated on each page */
	const struct grid_again *again; /* n_rows: header rows in the body
					   (forms) to be repeated too */
	const uint8_t *keep; /* n_rows: how bad it is that a page begins with
				this row, 0: not at all */
};

/*
 * Never fails: what cannot stand as the table says is clipped, moved to the
 * next free place of its row or, if there is none, left out, and reported
 * with the block's id (sink may be NULL). Owned by the arena, refers to table.
 */
const struct grid *grid_resolve(const struct table *table, struct str block,
				struct arena *arena, struct diag_sink *sink);

/* The cell that covers a place (row and column from 0, inside the grid). */
const struct grid_cell *grid_at(const struct grid *grid, int row, int column);

#endif
