/* SPDX-License-Identifier: MIT */
#include "read/merged.h"

#include <string.h>

#include "base/arena.h"
#include "read/raw.h"
#include "read/worksheet.h"

/* Rows and columns from 1, both ends included. */
struct merged_range {
	int32_t row0, row1, column0, column1;
};

bool cell_name_parse(struct str name, int32_t *column, int32_t *row)
{
	size_t i = 0;

	*column = 0;
	*row = 0;
	for (; i < name.n && name.s[i] >= 'A' && name.s[i] <= 'Z'; i++) {
		*column = *column * 26 + (name.s[i] - 'A' + 1);
		if (*column > WORKSHEET_COLUMNS_MOST)
			return false;
	}
	for (; i < name.n && name.s[i] >= '0' && name.s[i] <= '9'; i++) {
		if (*row > 10000000)
			return false;
		*row = *row * 10 + (name.s[i] - '0');
	}
	return i == name.n && *column > 0 && *row > 0;
}

void merged_add(struct merged *merged, struct str range)
{
	ptrdiff_t colon = str_find(range, STR(":"));
	struct merged_range one;

	if (colon < 0 ||
	    !cell_name_parse(str_slice(range, 0, (size_t)colon), &one.column0,
			     &one.row0) ||
	    !cell_name_parse(str_slice(range, (size_t)colon + 1, range.n),
			     &one.column1, &one.row1))
		return;
	merged->list = arena_grow(merged->arena, merged->list, merged->n,
				  &merged->room, sizeof(*merged->list));
	merged->list[merged->n++] = one;
}

/* The rows of a sheet while texts are repeated in them. */
struct filling {
	struct arena *arena;
	struct raw_row *rows;
	size_t n_rows;
};

static const struct raw_cell *find_cell(const struct raw_row *row,
					int32_t column)
{
	size_t i;

	for (i = 0; i < row->n_cells; i++)
		if (row->cells[i].column == column)
			return &row->cells[i];
	return NULL;
}

/* The row with one more cell at its place. */
static void insert_cell(struct raw_row *row, const struct raw_cell *cell,
			struct arena *arena)
{
	struct raw_cell *cells =
	    ARENA_ARRAY(arena, row->n_cells + 1, struct raw_cell);
	size_t at = 0;

	while (at < row->n_cells && row->cells[at].column < cell->column)
		at++;
	if (at > 0)
		memcpy(cells, row->cells, at * sizeof(*cells));
	cells[at] = *cell;
	if (at < row->n_cells)
		memcpy(cells + at + 1, row->cells + at,
		       (row->n_cells - at) * sizeof(*cells));
	row->cells = cells;
	row->n_cells++;
}

/* Index of the first row at or below a line. */
static size_t row_from(const struct filling *filling, int32_t line)
{
	size_t low = 0;
	size_t high = filling->n_rows;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (filling->rows[middle].line < line)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Repeats the text of a cell that is merged downwards in the rows below. Cells
 * merged sideways (titles, group headings) stay one. Returns how many rows it
 * went through. */
static size_t fill_range(struct filling *filling,
			 const struct merged_range *range)
{
	size_t first = row_from(filling, range->row0);
	const struct raw_cell *cell;
	size_t i;

	if (range->column0 != range->column1 || first == filling->n_rows ||
	    filling->rows[first].line != range->row0)
		return 0;
	cell = find_cell(&filling->rows[first], range->column0);
	if (cell == NULL || cell->form != FORM_TEXT)
		return 0;
	for (i = first + 1;
	     i < filling->n_rows && filling->rows[i].line <= range->row1; i++)
		if (find_cell(&filling->rows[i], range->column0) == NULL)
			insert_cell(&filling->rows[i], cell, filling->arena);
	return i - first;
}

/* Merged cells do not overlap, so that all of them together are bounded; in a
 * file that was made to harm they may. */
void merged_fill(const struct merged *merged, struct raw_row *rows,
		 size_t n_rows)
{
	struct filling filling = {merged->arena, rows, n_rows};
	size_t n_filled = 0;
	size_t i;

	for (i = 0; i < merged->n && n_filled < WORKSHEET_CELLS_MOST; i++)
		n_filled += fill_range(&filling, &merged->list[i]);
}
