/* SPDX-License-Identifier: MIT */
/* What a cell of a document is the sum of. */
#ifndef CHECK_SELECTED_H
#define CHECK_SELECTED_H

#include <stddef.h>

struct arena;
struct budget;
struct cell;
struct selection;
struct table;

/* The cell's selection, its row's and its column's together: the innermost
 * that names a table, narrowed by the others. cell: the one that covers the
 * place, may be NULL. NULL: no table is named, or it cannot be parsed. */
struct selection *selection_of_cell(const struct table *table, size_t row,
				    size_t column, const struct cell *cell,
				    const struct budget *budget,
				    struct arena *arena);

#endif
