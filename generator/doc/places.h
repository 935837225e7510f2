/* SPDX-License-Identifier: MIT */
/*
 * Where the next cell of a row stands if nothing else is said: at the first
 * place right of the cell before it that no cell of a row above spans.
 * Internal to doc/.
 */
#ifndef DOC_PLACES_H
#define DOC_PLACES_H

#include <stddef.h>

struct arena;
struct cell;

struct places {
	size_t n_columns;
	size_t *until; /* by column: the first row that is free there */
	size_t row;
	size_t column; /* the next place of this row, if it is free */
};

/* Before the first row, all places free; then a row is begun, from the top. */
struct places places_open(size_t n_columns, struct arena *arena);
void places_row(struct places *places, size_t row);

/* The place of the next cell; may lie behind the last column. */
int places_next(const struct places *places);

/* The cell was put. Spans beyond the grid are cut. */
void places_take(struct places *places, const struct cell *cell);

#endif
