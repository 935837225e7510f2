/* SPDX-License-Identifier: MIT */
/*
 * Cells are put down row by row, each as far as free places reach. Head rows
 * are those the table begins with; spans do not leave them, so that they can
 * be repeated alone.
 */
#include "layout/grid.h"

#include "base/arena.h"
#include "base/diag.h"
#include "layout/messages.h"

/* A block of totals at the table's end has at most so many rows, and at most
 * so many others between two totals (本年收入合计, 上年结转, …, 收入总计). */
#define TOTALS_ROWS_MOST 12
#define TOTALS_GAP_MOST	 6

#define FREE (-1)

/* The grid while it is filled. */
struct filling {
	struct grid *grid;
	struct grid_cell *cells;
	size_t room;
	int *slots;
	struct str block;
	struct arena *arena;
	struct diag_sink *sink;
};

const struct grid_cell *grid_at(const struct grid *grid, int row, int column)
{
	size_t slot = (size_t)row * (size_t)grid->n_columns + (size_t)column;

	return &grid->cells[grid->slots[slot]];
}

static int *slot_at(const struct filling *f, int row, int column)
{
	return &f->slots[(size_t)row * (size_t)f->grid->n_columns +
			 (size_t)column];
}

static void report(const struct filling *f, const struct diag_kind *kind,
		   int row, int column)
{
	struct str args[2];
	struct diag diag = {.kind = kind,
			    .level = kind->level,
			    .node = f->block,
			    .args = args,
			    .n_args = 2};

	if (f->sink == NULL)
		return;
	args[0] = str_format(f->arena, "%d", row + 1);
	args[1] = str_format(f->arena, "%d", column + 1);
	diag_add(f->sink, &diag);
}

/* Rows of the head; a cell within it ends with it. */
static int count_head(const struct table *table)
{
	int n = 0;

	while ((size_t)n < table->n_rows && (table->rows[n].kind == ROW_HEAD ||
					     table->rows[n].kind == ROW_INDEX))
		n++;
	return n;
}

static int free_width(const struct filling *f, int row, int column, int most)
{
	int n = 0;

	while (n < most && column + n < f->grid->n_columns &&
	       *slot_at(f, row, column + n) == FREE)
		n++;
	return n;
}

/* How many rows down all the columns are free. */
static int free_height(const struct filling *f, const struct grid_cell *at,
		       int most)
{
	const struct grid *grid = f->grid;
	int bottom = at->row < grid->n_head ? grid->n_head : grid->n_rows;
	int n = 1;

	while (n < most && at->row + n < bottom &&
	       free_width(f, at->row + n, at->column, at->colspan) ==
		   at->colspan)
		n++;
	return n;
}

static void put(struct filling *f, struct grid_cell at)
{
	struct grid *grid = f->grid;
	int row;
	int column;

	for (row = at.row; row < at.row + at.rowspan; row++)
		for (column = at.column; column < at.column + at.colspan;
		     column++)
			*slot_at(f, row, column) = grid->n_cells;
	f->cells = arena_grow(f->arena, f->cells, (size_t)grid->n_cells,
			      &f->room, sizeof(at));
	f->cells[grid->n_cells++] = at;
}

/* The first free place of the row from column on, else from its beginning;
 * -1: none. */
static int free_place(const struct filling *f, int row, int column)
{
	int c;

	for (c = column; c < f->grid->n_columns; c++)
		if (*slot_at(f, row, c) == FREE)
			return c;
	for (c = 0; c < f->grid->n_columns && c < column; c++)
		if (*slot_at(f, row, c) == FREE)
			return c;
	return -1;
}

static void put_cell(struct filling *f, int row, const struct cell *cell)
{
	struct grid_cell at = {.cell = cell, .row = row};
	int colspan = cell->colspan < 1 ? 1 : cell->colspan;
	int rowspan = cell->rowspan < 1 ? 1 : cell->rowspan;

	at.column = free_place(f, row, cell->column < 0 ? 0 : cell->column);
	if (at.column < 0) {
		report(f, &LAYOUT_CELL_LOST, row, cell->column);
		return;
	}
	at.colspan = free_width(f, row, at.column, colspan);
	at.rowspan = free_height(f, &at, rowspan);
	if (at.column != cell->column || at.colspan != colspan ||
	    at.rowspan != rowspan)
		report(f, &LAYOUT_SPAN, row, cell->column);
	put(f, at);
}

/* What no cell covers is an empty cell each. */
static void fill_row(struct filling *f, int row)
{
	int column;

	for (column = 0; column < f->grid->n_columns; column++) {
		if (*slot_at(f, row, column) == FREE)
			put(f, (struct grid_cell){.row = row,
						  .column = column,
						  .rowspan = 1,
						  .colspan = 1});
	}
}

static void fill(struct filling *f, const struct table *table)
{
	int row;
	size_t i;

	for (row = 0; row < f->grid->n_rows; row++) {
		const struct table_row *from = &table->rows[row];

		for (i = 0; i < from->n_cells; i++)
			put_cell(f, row, &from->cells[i]);
		fill_row(f, row);
	}
}

/* Where header rows of the body stand above a row, down to the next ones. */
static struct grid_again *find_again(const struct grid *grid,
				     const struct table *table,
				     struct arena *arena)
{
	struct grid_again *again =
	    ARENA_ARRAY(arena, (size_t)grid->n_rows, struct grid_again);
	struct grid_again now = {0, 0};
	bool open = false;
	int row;

	for (row = grid->n_head; row < grid->n_rows; row++) {
		if (table->rows[row].kind != ROW_SUBHEAD) {
			again[row] = now;
			open = false;
			continue;
		}
		if (!open)
			now = (struct grid_again){row, 0};
		open = true;
		now.n++;
	}
	return again;
}

/* First row of the block of totals that ends the table; n_rows: none. */
static int totals_begin(const struct grid *grid, const struct table *table)
{
	int begin = grid->n_rows;
	int row;

	if (grid->n_rows == 0 ||
	    table->rows[grid->n_rows - 1].kind != ROW_TOTAL)
		return begin;
	for (row = grid->n_rows - 1; row >= grid->n_head; row--) {
		if (begin - row > TOTALS_GAP_MOST + 1 ||
		    grid->n_rows - row > TOTALS_ROWS_MOST)
			break;
		if (table->rows[row].kind == ROW_TOTAL)
			begin = row;
	}
	return begin;
}

/* How bad it is that a page begins below that row. To leave a header row of
 * the body at the foot is worse than to part other rows twice. */
static uint8_t keep_below(const struct table_row *above, bool total)
{
	if (above->kind == ROW_SUBHEAD)
		return 3;
	return above->keep_next || total ? 1 : 0;
}

static uint8_t *find_keep(const struct grid *grid, const struct table *table,
			  struct arena *arena)
{
	uint8_t *keep = ARENA_ARRAY(arena, (size_t)grid->n_rows, uint8_t);
	int totals = totals_begin(grid, table);
	int row;

	for (row = grid->n_head + 1; row < grid->n_rows; row++)
		keep[row] = keep_below(&table->rows[row - 1], row > totals);
	return keep;
}

const struct grid *grid_resolve(const struct table *table, struct str block,
				struct arena *arena, struct diag_sink *sink)
{
	struct grid *grid = ARENA_NEW(arena, struct grid);
	struct filling f = {
	    .grid = grid, .block = block, .arena = arena, .sink = sink};
	size_t n;
	size_t i;

	grid->table = table;
	grid->n_columns = (int)table->n_columns;
	grid->n_rows = table->n_columns == 0 ? 0 : (int)table->n_rows;
	grid->n_head = grid->n_rows == 0 ? 0 : count_head(table);
	n = (size_t)grid->n_rows * (size_t)grid->n_columns;
	f.slots = ARENA_ARRAY(arena, n, int);
	for (i = 0; i < n; i++)
		f.slots[i] = FREE;
	fill(&f, table);
	grid->cells = f.cells;
	grid->slots = f.slots;
	grid->again = find_again(grid, table, arena);
	grid->keep = find_keep(grid, table, arena);
	return grid;
}
