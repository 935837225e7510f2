/* SPDX-License-Identifier: MIT */
/*
 * Where heads are merged, rows and columns alone do not tell what heads a
 * cell; it then lists its heads (14.8.5.7, Headers).
 */
#include "layout/table_tags.h"

#include <string.h>

#include "base/arena.h"
#include "layout/table_set.h"

#define HEADERS_MOST 16

/* Heads of one cell while they are gathered. */
struct headers {
	int list[HEADERS_MOST];
	size_t n;
};

void table_tags_open(struct table_set *set, int parent)
{
	struct tag tag = {.kind = TAG_TABLE,
			  .parent = parent,
			  .rowspan = 1,
			  .colspan = 1,
			  .node = set->block->id};

	set->tag = canvas_tag(set->layout->canvas, &tag);
}

#define NUMBER_MOST 11 /* bytes of a slash and an int */

/* Adds a slash and a number > 0 to text that has room for it: every cell has
 * such a name, and printf took longer than all else that is done for its tag.
 */
static size_t add_number(char *text, size_t n, int number)
{
	char digits[NUMBER_MOST];
	size_t k = 0;

	for (; number > 0; number /= 10)
		digits[k++] = (char)('0' + number % 10);
	text[n++] = '/';
	while (k > 0)
		text[n++] = digits[--k];
	return n;
}

struct str table_tags_node(const struct table_set *set, int cell)
{
	const struct grid_cell *at = &set->grid->cells[cell];
	struct str id = set->block->id;
	char *text = arena_bytes(set->layout->arena, id.n + 2 * NUMBER_MOST);
	size_t n = id.n;

	if (n > 0)
		memcpy(text, id.s, n);
	n = add_number(text, n, at->row + 1);
	n = add_number(text, n, at->column + 1);
	return (struct str){text, n};
}

/* THead or TBody; made when the first of its rows is. */
static int group_tag(struct table_set *set, int row)
{
	bool head = row < set->grid->n_head;
	int *group = head ? &set->head_tag : &set->body_tag;
	struct tag tag = {.kind = head ? TAG_THEAD : TAG_TBODY,
			  .parent = set->tag,
			  .rowspan = 1,
			  .colspan = 1,
			  .node = set->block->id};

	if (*group < 0)
		*group = canvas_tag(set->layout->canvas, &tag);
	return *group;
}

static enum tag_scope scope_of(const struct table_set *set,
			       const struct grid_cell *cell)
{
	enum row_kind kind = set->table->rows[cell->row].kind;

	/* What says nothing heads nothing. */
	if (cell->cell == NULL || cell->cell->n_paras == 0)
		return SCOPE_NONE;
	if (cell->cell->role == CELL_ROW_HEAD)
		return SCOPE_ROW;
	if (cell->cell->role == CELL_COLUMN_HEAD || kind == ROW_HEAD ||
	    kind == ROW_SUBHEAD)
		return SCOPE_COLUMN;
	return SCOPE_NONE;
}

static void add_header(const struct table_set *set, int row, int column,
		       enum tag_scope scope, struct headers *headers)
{
	const struct grid_cell *cell = grid_at(set->grid, row, column);
	int tag = set->progress[cell - set->grid->cells].tag;
	size_t i;

	if (tag < 0 || scope_of(set, cell) != scope ||
	    headers->n == HEADERS_MOST)
		return;
	for (i = 0; i < headers->n; i++)
		if (headers->list[i] == tag)
			return;
	headers->list[headers->n++] = tag;
}

/* Heads above: the table's, the form's, and a label right above. */
static void column_headers(const struct table_set *set,
			   const struct grid_cell *cell,
			   struct headers *headers)
{
	const struct grid *grid = set->grid;
	struct grid_again again = grid->again[cell->row];
	int row;

	for (row = 0; row < grid->n_head; row++)
		add_header(set, row, cell->column, SCOPE_COLUMN, headers);
	for (row = again.from; row < again.from + again.n; row++)
		add_header(set, row, cell->column, SCOPE_COLUMN, headers);
	if (cell->row > grid->n_head)
		add_header(set, cell->row - 1, cell->column, SCOPE_COLUMN,
			   headers);
}

/* Heads at the left: the nearest, and the row's first. */
static void row_headers(const struct table_set *set,
			const struct grid_cell *cell, struct headers *headers)
{
	size_t before = headers->n;
	int column;

	add_header(set, cell->row, 0, SCOPE_ROW, headers);
	for (column = cell->column - 1; column > 0 && headers->n < before + 2;
	     column--)
		add_header(set, cell->row, column, SCOPE_ROW, headers);
}

/* Whether heads are merged: then cells say what heads them. */
static bool merged_heads(const struct table_set *set)
{
	const struct grid *grid = set->grid;
	int i;

	for (i = 0; i < grid->n_cells; i++) {
		const struct grid_cell *cell = &grid->cells[i];

		if ((cell->rowspan > 1 || cell->colspan > 1) &&
		    scope_of(set, cell) != SCOPE_NONE)
			return true;
	}
	return false;
}

static void add_headers(struct table_set *set, const struct grid_cell *cell,
			struct tag *tag)
{
	struct headers headers = {.n = 0};
	int *list;
	size_t i;

	if (cell->row < set->grid->n_head)
		return;
	column_headers(set, cell, &headers);
	if (cell->column > 0)
		row_headers(set, cell, &headers);
	list = ARENA_ARRAY(set->layout->arena, headers.n, int);
	for (i = 0; i < headers.n; i++)
		list[i] = headers.list[i];
	tag->headers = list;
	tag->n_headers = headers.n;
}

void table_tags_row(struct table_set *set, int row)
{
	struct canvas *canvas = set->layout->canvas;
	struct tag tag = {
	    .kind = TAG_TR, .rowspan = 1, .colspan = 1, .node = set->block->id};
	bool merged = merged_heads(set);
	int column;

	tag.parent = group_tag(set, row);
	set->row_tags[row] = canvas_tag(canvas, &tag);
	for (column = 0; column < set->grid->n_columns; column++) {
		const struct grid_cell *cell = grid_at(set->grid, row, column);
		int i = (int)(cell - set->grid->cells);

		if (cell->row != row || cell->column != column)
			continue;
		tag = (struct tag){.parent = set->row_tags[row],
				   .scope = scope_of(set, cell),
				   .rowspan = cell->rowspan,
				   .colspan = cell->colspan,
				   .node = table_tags_node(set, i)};
		tag.kind = tag.scope == SCOPE_NONE ? TAG_TD : TAG_TH;
		if (merged)
			add_headers(set, cell, &tag);
		set->progress[i].tag = canvas_tag(canvas, &tag);
	}
}
