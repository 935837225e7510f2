/* SPDX-License-Identifier: MIT */
#include "write/docx/parts_of_table.h"

#include <stdbool.h>

#include "doc/doc.h"
#include "pages/plan.h"

size_t parts_head(const struct table *table, size_t row)
{
	size_t n = 0;

	while (row + n < table->n_rows &&
	       table->rows[row + n].kind == ROW_SUBHEAD)
		n++;
	return n;
}

/* Whether layout begins a page with a row below the head, above the next. */
static bool is_divided_below(const struct table *table,
			     const struct plan_table *plan, size_t row)
{
	row += parts_head(table, row);
	while (row < table->n_rows && row < plan->n_rows &&
	       table->rows[row].kind != ROW_SUBHEAD) {
		if (plan->breaks[row])
			return true;
		row++;
	}
	return false;
}

/* Whether a cell above the row reaches down into it. */
static bool is_crossed(const struct table *table, size_t row)
{
	for (size_t r = 0; r < row; r++)
		for (size_t c = 0; c < table->rows[r].n_cells; c++)
			if (table->rows[r].cells[c].rowspan > (int)(row - r))
				return true;
	return false;
}

size_t parts_next(const struct table *table, const struct plan_table *plan,
		  size_t from)
{
	size_t row = from + 1;

	if (plan == NULL || plan->breaks == NULL)
		return table->n_rows;
	while (row < table->n_rows &&
	       (table->rows[row].kind != ROW_SUBHEAD ||
		table->rows[row - 1].kind == ROW_SUBHEAD ||
		!is_divided_below(table, plan, row) || is_crossed(table, row)))
		row++;
	return row < table->n_rows ? row : table->n_rows;
}
