/* SPDX-License-Identifier: MIT */
/* Tables of the document in the making: columns that are shown, rows as they
 * are made. For expand_table.c and expand_rows.c. */
#ifndef TEMPLATE_EXPAND_TABLE_H
#define TEMPLATE_EXPAND_TABLE_H

#include "template/expand.h"

/* A row with all its cells: one for each column that is shown. */
struct made_row {
	struct table_row row;
	struct cell *cells;
	bool merges; /* its cells may become one with those above */
};

struct made_rows {
	struct made_row *list;
	size_t n, room;
};

struct table_making {
	struct expansion *x;
	const struct plan_table *plan;
	int *shown; /* by column of the plan: index among the shown; -1 */
	size_t n_shown;
	int base_level;
	int side; /* whose cells are made; -1: all */
};

/* Adds what a row of the plan gives. */
void make_rows(struct table_making *making, const struct plan_row *plan,
	       struct made_rows *rows);

/* A row of empty cells. */
struct made_row *add_made_row(struct table_making *making,
			      struct made_rows *rows, enum row_kind look);

/* Reports money of codes that no row or column has. */
void check_cover(struct expansion *x, const struct plan_cover *cover);

/* $names in a text of filters. */
struct str filled(struct expansion *x, struct str text,
		  const struct plan_bind *binds, size_t n);

/* text as the only paragraph of a cell, none if it is empty. */
void set_cell_text(struct expansion *x, struct cell *cell, struct str text);

/* Do the row and the one above it stand for the same in that column? */
bool same_above(const struct made_rows *rows, size_t row, size_t column);

/* Equal cells of a column, one below the other, become one; columns that
 * merges names. Cells that others cover are left out of their rows. */
void merge_down(struct made_rows *rows, size_t n_columns, const bool *merges);

#endif
