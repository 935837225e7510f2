/* SPDX-License-Identifier: MIT */
/* Forms of the document: cells between edges. */
#include "template/expand_table.h"

/* A form in the making: every row has a cell for every column between edges;
 * cells that span have their colspan, those they cover have rowspan 0. */
struct form_making {
	struct expansion *x;
	const struct plan_form *plan;
	struct table_making rows_of; /* for add_made_row() */
	struct made_rows rows;
	int *covered; /* by column: rows below that a cell above still spans */
};

/* Paragraphs of a cell: p, or p for each item. */
static void cell_paragraphs(struct expansion *x,
			    const struct plan_form_cell *plan,
			    struct cell *cell)
{
	struct block_list blocks = x->blocks;
	struct text *paras;
	size_t i;

	x->blocks = (struct block_list){.n = 0};
	expand_blocks(x, plan->paras);
	paras = ARENA_ARRAY(x->arena, x->blocks.n, struct text);
	for (i = 0; i < x->blocks.n; i++)
		paras[i] = x->blocks.list[i].paragraph.text;
	cell->paras = paras;
	cell->n_paras = x->blocks.n;
	x->blocks = blocks;
}

static void cell_text(struct expansion *x, const struct plan_form_cell *plan,
		      struct cell *cell)
{
	struct text *para;
	struct text text = expand_text(x, &plan->text);

	if (text.n_runs == 0)
		return;
	para = ARENA_NEW(x->arena, struct text);
	*para = text;
	cell->paras = para;
	cell->n_paras = 1;
}

static size_t next_free(const struct form_making *making, size_t column)
{
	while (column + 1 < making->plan->n_edges &&
	       making->covered[column] > 0)
		column++;
	return column;
}

static void make_cell(struct form_making *making, struct made_row *row,
		      const struct plan_form_cell *plan, size_t from)
{
	struct cell *cell = &row->cells[from];
	size_t i;

	cell->colspan = (int)(plan->to - from);
	cell->rowspan = plan->rows;
	cell->align = plan->align;
	cell->label = plan->label;
	cell->role = plan->label ? CELL_ROW_HEAD : CELL_DATA;
	for (i = from; i < plan->to; i++) {
		making->covered[i] = plan->rows;
		if (i > from)
			row->cells[i].rowspan = 0;
	}
	if (plan->paras.n > 0)
		cell_paragraphs(making->x, plan, cell);
	else
		cell_text(making->x, plan, cell);
}

static void make_line(struct form_making *making, const struct plan_line *plan)
{
	struct made_row *row =
	    add_made_row(&making->rows_of, &making->rows, plan->look);
	size_t n = making->plan->n_edges - 1;
	size_t column;
	size_t i;

	row->merges = plan->set != NULL;
	row->row.heavy_above = plan->heavy;
	row->row.keep_next = plan->keep;
	for (column = 0; column < n; column++)
		if (making->covered[column] > 0)
			row->cells[column].rowspan = 0;
	column = 0;
	for (i = 0; i < plan->n_cells; i++) {
		column = next_free(making, column);
		if (plan->cells[i].to <= column)
			break;
		make_cell(making, row, &plan->cells[i], column);
		column = plan->cells[i].to;
	}
	for (column = 0; column < n; column++)
		if (making->covered[column] > 0)
			making->covered[column]--;
}

static void make_lines(struct form_making *making, const struct plan_line *plan)
{
	struct expansion *x = making->x;
	const struct frame *around = x->frame;
	size_t n;
	size_t i;
	struct frame *frames;

	if (plan->set == NULL) {
		if (eval_when(x, plan->when))
			make_line(making, plan);
		return;
	}
	frames = set_frames(x, plan->set, &n);
	for (i = 0; i < n; i++) {
		x->frame = &frames[i];
		make_line(making, plan);
	}
	x->frame = around;
}

/* Heads of columns and of rows are told apart by the row they stand in. */
static void mark_column_heads(struct form_making *making)
{
	size_t n = making->plan->n_edges - 1;
	size_t row;
	size_t column;

	for (row = 0; row < making->rows.n; row++) {
		enum row_kind kind = making->rows.list[row].row.kind;

		if (kind != ROW_SUBHEAD && kind != ROW_HEAD)
			continue;
		for (column = 0; column < n; column++)
			if (making->rows.list[row].cells[column].label)
				making->rows.list[row].cells[column].role =
				    CELL_COLUMN_HEAD;
	}
}

/* Rows of one set whose merging cells are equal go together. */
static void merge_lines(struct form_making *making)
{
	size_t n = making->plan->n_edges - 1;
	bool *merges = ARENA_ARRAY(making->x->arena, n + 1, bool);
	size_t i;
	size_t j;
	size_t at;

	for (i = 0; i < making->plan->n_lines; i++) {
		const struct plan_line *line = &making->plan->lines[i];

		for (j = 0, at = 0; line->set != NULL && j < line->n_cells;
		     j++) {
			if (line->cells[j].merge)
				merges[at] = true;
			at = line->cells[j].to;
		}
	}
	merge_down(&making->rows, n, merges);
}

static const struct table_column *form_columns(struct expansion *x,
					       const struct plan_form *plan)
{
	struct table_column *columns =
	    ARENA_ARRAY(x->arena, plan->n_edges, struct table_column);
	size_t i;

	for (i = 0; i + 1 < plan->n_edges; i++)
		columns[i] = (struct table_column){.kind = COLUMN_TEXT,
						   .width = plan->edges[i + 1] -
							    plan->edges[i]};
	return columns;
}

void expand_form(struct expansion *x, const struct plan_form *plan,
		 struct table *table)
{
	struct form_making making = {.x = x, .plan = plan};
	struct table_row *rows;
	size_t i;

	*table = (struct table){.type = plan->type,
				.style = plan->style,
				.note_style = x->template->note_style};
	if (plan->n_edges < 2)
		return;
	making.rows_of =
	    (struct table_making){.x = x, .n_shown = plan->n_edges - 1};
	making.covered = ARENA_ARRAY(x->arena, plan->n_edges, int);
	for (i = 0; i < plan->n_lines; i++)
		make_lines(&making, &plan->lines[i]);
	mark_column_heads(&making);
	merge_lines(&making);
	rows = ARENA_ARRAY(x->arena, making.rows.n, struct table_row);
	for (i = 0; i < making.rows.n; i++)
		rows[i] = making.rows.list[i].row;
	table->columns = form_columns(x, plan);
	table->n_columns = plan->n_edges - 1;
	table->rows = rows;
	table->n_rows = making.rows.n;
	expand_unit_line(x, plan->unit_line, plan->has_unit_line, table);
	expand_notes(x, plan->notes, plan->n_notes, table);
}
