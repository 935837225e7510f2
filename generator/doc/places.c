/* SPDX-License-Identifier: MIT */
#include "doc/places.h"

#include <limits.h>

#include "base/arena.h"
#include "doc/doc.h"

struct places places_open(size_t n_columns, struct arena *arena)
{
	return (struct places){n_columns, ARENA_ARRAY(arena, n_columns, size_t),
			       0, 0};
}

void places_row(struct places *places, size_t row)
{
	places->row = row;
	places->column = 0;
}

int places_next(const struct places *places)
{
	size_t column = places->column;

	while (column < places->n_columns &&
	       places->until[column] > places->row)
		column++;
	return column > INT_MAX ? INT_MAX : (int)column;
}

void places_take(struct places *places, const struct cell *cell)
{
	size_t from = cell->column < 0 ? 0 : (size_t)cell->column;
	size_t span = cell->colspan < 1 ? 1 : (size_t)cell->colspan;
	size_t rows = cell->rowspan < 1 ? 1 : (size_t)cell->rowspan;
	size_t end = from + span;

	if (end > places->n_columns)
		end = places->n_columns;
	for (size_t column = from; column < end; column++)
		places->until[column] = places->row + rows;
	/* Behind the last column cells still follow one another. */
	places->column = end > from ? end : from + 1;
}
