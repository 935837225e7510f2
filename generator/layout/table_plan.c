/* SPDX-License-Identifier: MIT */
/* What was decided of a table, for formats that lay out for themselves. */
#include "base/arena.h"
#include "doc/cell.h"
#include "layout/office.h"
#include "layout/table.h"
#include "layout/table_set.h"

static bool is_heading(const struct table_set *set,
		       const struct grid_cell *cell)
{
	const struct cell_place place = {
	    set->table, &set->table->rows[cell->row], cell->cell, cell->column};

	return cell->cell != NULL && cell_is_head(&place);
}

/* Adds where the further lines of the cell's paragraphs begin; with breaks
 * NULL only counts them. */
static size_t cell_breaks(const struct table_set *set, int index,
			  struct plan_break *breaks)
{
	const struct grid_cell *cell = &set->grid->cells[index];
	const struct cell_text *text = &set->texts[index];
	size_t n = 0;

	for (size_t i = 0; i < text->n_paras; i++)
		for (size_t k = 1; k < text->paras[i]->n_lines; k++) {
			if (breaks != NULL)
				breaks[n] = (struct plan_break){
				    cell->row, cell->column, (int)i,
				    text->paras[i]->lines[k].from};
			n++;
		}
	return n;
}

static size_t all_breaks(const struct table_set *set, struct plan_break *breaks)
{
	size_t n = 0;

	for (int i = 0; i < set->grid->n_cells; i++)
		if (is_heading(set, &set->grid->cells[i]))
			n += cell_breaks(set, i,
					 breaks == NULL ? NULL : breaks + n);
	return n;
}

/* Lines that were drawn in, or are to be where they are set again. */
struct drawn_list {
	struct plan_cell_drawn *list;
	size_t n, room;
};

static void cell_drawn(const struct table_set *set, int index,
		       struct drawn_list *drawn)
{
	const struct grid_cell *cell = &set->grid->cells[index];
	const struct cell_text *text = &set->texts[index];
	struct arena *scratch = set->layout->scratch;
	struct arena_mark mark = arena_mark(scratch);

	for (size_t i = 0; i < text->n_paras; i++) {
		struct str plain = text_plain(cell->cell->paras[i], scratch);

		for (size_t k = 0; k < text->paras[i]->n_lines; k++) {
			const struct para_line *line =
			    &text->paras[i]->lines[k];
			emu by = office_excess(line, plain, set->size.size);
			bool open = office_is_shut(plain, line);

			if (by == 0 && !open)
				continue;
			drawn->list = arena_grow(
			    set->layout->arena, drawn->list, drawn->n,
			    &drawn->room, sizeof(*drawn->list));
			drawn->list[drawn->n++] = (struct plan_cell_drawn){
			    cell->row,
			    cell->column,
			    (int)i,
			    {line->from, line->n, by, open}};
		}
	}
	arena_release(scratch, mark);
}

static const int *row_lines(const struct table_set *set)
{
	const struct grid *grid = set->grid;
	int *lines = ARENA_ARRAY(set->layout->arena, (size_t)grid->n_rows, int);
	int i;

	for (i = 0; i < grid->n_cells; i++) {
		const struct grid_cell *cell = &grid->cells[i];
		int n = (int)set->texts[i].n_lines;

		if (cell->rowspan == 1 && n > lines[cell->row])
			lines[cell->row] = n;
	}
	return lines;
}

struct plan_table table_plan(const struct table_set *set)
{
	size_t n = all_breaks(set, NULL);
	struct plan_break *breaks =
	    ARENA_ARRAY(set->layout->arena, n, struct plan_break);
	struct drawn_list drawn = {.n = 0};

	all_breaks(set, breaks);
	for (int i = 0; i < set->grid->n_cells; i++)
		cell_drawn(set, i, &drawn);
	return (struct plan_table){.block = set->block->id,
				   .size = set->size.size,
				   .columns = set->size.widths,
				   .n_columns = set->table->n_columns,
				   .rows = set->heights,
				   .n_rows = (size_t)set->grid->n_rows,
				   .breaks = set->breaks,
				   .lines = row_lines(set),
				   .head_breaks = breaks,
				   .n_head_breaks = n,
				   .drawn = drawn.list,
				   .n_drawn = drawn.n,
				   .unit_line = set->unit_height,
				   .amount_pad = set->amount_pad,
				   .figure_pads = set->figure_pads,
				   .pad = set->size.pad,
				   .inset = table_inset(set),
				   .space_before = set->above,
				   .space_after = set->below};
}
