/* SPDX-License-Identifier: MIT */
/* Tables of the document: heads, rows, numbers, notes. */
#include "template/expand_table.h"

void expand_unit_line(struct expansion *x, const struct plan_text line[3],
		      bool has_unit_line, struct table *table)
{
	int i;

	/* One of which nothing is left is none. */
	table->has_unit_line = false;
	for (i = 0; has_unit_line && i < 3; i++) {
		table->unit_line[i] = expand_text(x, &line[i]);
		if (text_plain(table->unit_line[i], x->arena).n > 0)
			table->has_unit_line = true;
	}
}

void expand_notes(struct expansion *x, const struct plan_note *notes, size_t n,
		  struct table *table)
{
	struct text *list = ARENA_ARRAY(x->arena, n, struct text);
	size_t i;

	table->notes = list;
	for (i = 0; i < n; i++)
		if (eval_when(x, notes[i].when))
			list[table->n_notes++] = expand_text(x, &notes[i].text);
}

/* Columns under heads whose condition does not hold are not shown. */
static void hide(struct table_making *making, const struct plan_head *heads,
		 size_t n, bool hidden)
{
	size_t i;

	for (i = 0; i < n; i++) {
		bool out = hidden || !eval_when(making->x, heads[i].when);

		if (!heads[i].is_column)
			hide(making, heads[i].children, heads[i].n_children,
			     out);
		else if (out)
			making->shown[heads[i].first] = -1;
	}
}

static void find_shown(struct table_making *making)
{
	const struct plan_table *plan = making->plan;
	size_t i;

	making->shown = ARENA_ARRAY(making->x->arena, plan->n_columns, int);
	hide(making, plan->heads, plan->n_heads, false);
	for (i = 0; i < plan->n_columns; i++) {
		if (making->shown[i] == 0 &&
		    eval_when(making->x, plan->columns[i].when))
			making->shown[i] = (int)making->n_shown++;
		else
			making->shown[i] = -1;
	}
}

/* The headers, row by row. */
struct heading {
	struct table_making *making;
	struct made_rows *rows;
	size_t depth;
	struct str *names; /* by shown column: the headings above it */
};

static void name_column(struct heading *heading, size_t column, struct str text)
{
	struct str *name = &heading->names[heading->making->shown[column]];

	*name = name->n == 0
		    ? text
		    : str_format(heading->making->x->arena, STR_FMT "/" STR_FMT,
				 STR_ARG(*name), STR_ARG(text));
}

static void place_head(struct heading *heading, const struct plan_head *head,
		       size_t at)
{
	struct table_making *making = heading->making;
	struct str text = expand_plain(making->x, &head->text);
	size_t spans = head->is_column ? heading->depth - at : 1;
	int first = -1;
	int n = 0;
	size_t i;
	struct cell *cell;

	for (i = head->first; i < head->first + head->n; i++) {
		if (making->shown[i] < 0)
			continue;
		if (first < 0)
			first = making->shown[i];
		n++;
		name_column(heading, i, text);
	}
	if (n == 0 || at >= heading->rows->n)
		return;
	cell = &heading->rows->list[at].cells[first];
	cell->colspan = n;
	cell->rowspan = (int)spans;
	cell->role = CELL_COLUMN_HEAD;
	cell->label = true;
	set_cell_text(making->x, cell, text);
	for (i = 0; i < head->n_children; i++)
		place_head(heading, &head->children[i], at + spans);
}

/* Leaves out the cells that others cover. */
static void close_heads(struct heading *heading)
{
	struct made_rows *rows = heading->rows;
	size_t n = heading->making->n_shown;
	size_t row;
	size_t column;

	for (row = 0; row < rows->n; row++) {
		struct cell *cells = rows->list[row].cells;
		size_t kept = 0;

		for (column = 0; column < n; column++)
			if (cells[column].role == CELL_COLUMN_HEAD)
				cells[kept++] = cells[column];
		rows->list[row].row.cells = cells;
		rows->list[row].row.n_cells = kept;
	}
}

static void make_heads(struct heading *heading)
{
	const struct plan_table *plan = heading->making->plan;
	size_t i;

	for (i = 0; i < plan->n_heads; i++)
		if (plan->heads[i].depth > heading->depth)
			heading->depth = plan->heads[i].depth;
	for (i = 0; i < heading->depth; i++)
		add_made_row(heading->making, heading->rows, ROW_HEAD);
	for (i = 0; i < plan->n_heads; i++)
		place_head(heading, &plan->heads[i], 0);
	close_heads(heading);
}

/* 栏次 in the first column, then 1, 2, 3 … */
static void make_index(struct table_making *making, struct made_rows *rows)
{
	struct expansion *x = making->x;
	struct made_row *row = add_made_row(making, rows, ROW_INDEX);
	size_t i;

	for (i = 0; i < making->plan->n_columns; i++) {
		const struct plan_column *column = &making->plan->columns[i];
		int at = making->shown[i];
		struct str text;

		if (at < 0)
			continue;
		if (column->has_index)
			text = expand_plain(x, &column->index);
		else if (at == 0)
			text = expand_plain(x, &making->plan->index);
		else
			text = count_text(COUNT_DIGITS, at, x->arena);
		set_cell_text(x, &row->cells[at], text);
		row->cells[at].role = at == 0 ? CELL_ROW_HEAD : CELL_DATA;
	}
	row->row.cells = row->cells;
	row->row.n_cells = making->n_shown;
}

/* The column whose merged cells a merged 序号 counts: the first that merges;
 * -1: none. */
static int counted_column(const struct table_making *making)
{
	size_t i;

	for (i = 0; i < making->plan->n_columns; i++)
		if (making->shown[i] >= 0 && making->plan->columns[i].merge &&
		    making->plan->columns[i].kind != COLUMN_SEQ)
			return making->shown[i];
	return -1;
}

/* 序号 of one column runs over all rows; one that merges over what is merged
 * beside it. */
static void number_column(struct table_making *making, struct made_rows *rows,
			  int at, int counted)
{
	int64_t n = 0;
	size_t i;

	for (i = 0; i < rows->n; i++) {
		if (rows->list[i].row.kind == ROW_BLANK)
			continue;
		if (i == 0 || counted < 0 ||
		    !same_above(rows, i, (size_t)counted))
			n++;
		set_cell_text(making->x, &rows->list[i].cells[at],
			      count_text(COUNT_DIGITS, n, making->x->arena));
	}
}

static void number_rows(struct table_making *making, struct made_rows *rows)
{
	size_t i;

	for (i = 0; i < making->plan->n_columns; i++) {
		const struct plan_column *column = &making->plan->columns[i];

		if (making->shown[i] >= 0 && column->kind == COLUMN_SEQ)
			number_column(making, rows, making->shown[i],
				      column->merge ? counted_column(making)
						    : -1);
	}
}

static void merge_columns(struct table_making *making, struct made_rows *rows)
{
	bool *merges = ARENA_ARRAY(making->x->arena, making->n_shown + 1, bool);
	size_t i;

	for (i = 0; i < making->plan->n_columns; i++)
		if (making->shown[i] >= 0)
			merges[making->shown[i]] =
			    making->plan->columns[i].merge;
	merge_down(rows, making->n_shown, merges);
}

/* One blank row, or one with the words that stand for the rows. */
static void make_empty(struct table_making *making, struct made_rows *rows)
{
	const struct plan_table *plan = making->plan;
	struct made_row *row = add_made_row(making, rows, ROW_BLANK);

	row->row.cells = row->cells;
	row->row.n_cells = making->n_shown;
	if (!plan->has_empty_text || making->n_shown == 0)
		return;
	row->row.kind = ROW_BODY;
	row->row.n_cells = 1;
	row->cells[0].colspan = (int)making->n_shown;
	row->cells[0].align = ALIGN_CENTER;
	set_cell_text(making->x, &row->cells[0],
		      expand_plain(making->x, &plan->empty_text));
}

/* align of columns, for the cells that say nothing else. */
static void align_cells(struct table_making *making, struct made_rows *rows)
{
	size_t i;
	size_t row;

	for (i = 0; i < making->plan->n_columns; i++) {
		enum align align = making->plan->columns[i].align;
		int at = making->shown[i];

		for (row = 0; align != ALIGN_AUTO && at >= 0 && row < rows->n;
		     row++)
			rows->list[row].cells[at].align = align;
	}
}

static void make_body(struct table_making *making, struct made_rows *rows)
{
	const struct plan_table *plan = making->plan;
	size_t i;

	for (i = 0; i < plan->n_rows; i++)
		make_rows(making, plan->rows[i], rows);
	for (i = 0; i < plan->n_covers; i++)
		check_cover(making->x, plan->covers[i]);
	number_rows(making, rows);
	align_cells(making, rows);
	merge_columns(making, rows);
}

/* A digit other than 0. */
static bool says_figure(struct str text)
{
	size_t i;

	for (i = 0; i < text.n; i++)
		if (text.s[i] >= '1' && text.s[i] <= '9')
			return true;
	return false;
}

static bool holds_figures(enum column_kind kind)
{
	return kind == COLUMN_AMOUNT || kind == COLUMN_COUNT;
}

/* Is there no figure but zeros in any row? A table without columns of figures
 * is never empty for that reason. */
static bool lacks_figures(const struct table_making *making,
			  const struct made_rows *rows)
{
	bool asked = false;
	size_t i;
	size_t row;

	for (i = 0; i < making->plan->n_columns; i++) {
		int at = making->shown[i];

		if (at < 0 || !holds_figures(making->plan->columns[i].kind))
			continue;
		asked = true;
		for (row = 0; row < rows->n; row++) {
			const struct cell *cell = &rows->list[row].cells[at];

			if (cell->n_paras > 0 && cell->paras[0].n_runs > 0 &&
			    says_figure(cell->paras[0].runs[0].text))
				return false;
		}
	}
	return asked;
}

static const struct table_column *make_columns(struct table_making *making,
					       const struct str *names)
{
	struct expansion *x = making->x;
	struct table_column *columns =
	    ARENA_ARRAY(x->arena, making->n_shown, struct table_column);
	size_t i;

	for (i = 0; i < making->plan->n_columns; i++) {
		const struct plan_column *from = &making->plan->columns[i];
		int at = making->shown[i];

		if (at >= 0) {
			columns[at] = (struct table_column){
			    .name = names[at],
			    .kind = from->kind,
			    .siblings = from->siblings,
			    .width = from->width,
			    .least = from->least,
			    .most = from->most,
			    .weight = from->weight,
			    .heavy_left = from->heavy,
			    .select = making->plan->n_sides > 0
					  ? STR_NONE
					  : filled(x, from->select, from->binds,
						   from->n_binds)};
		}
	}
	return columns;
}

/* The rows as they are; the depth of names, for their indents. */
static void finish(struct table_making *making, struct made_rows *rows,
		   struct table *table)
{
	struct table_row *list =
	    ARENA_ARRAY(making->x->arena, rows->n, struct table_row);
	size_t i;
	size_t j;
	int deepest = 0;

	for (i = 0; i < rows->n; i++) {
		list[i] = rows->list[i].row;
		for (j = 0; j < list[i].n_cells; j++)
			if (list[i].cells[j].level > deepest)
				deepest = list[i].cells[j].level;
	}
	table->rows = list;
	table->n_rows = rows->n;
	table->levels = deepest > 0 ? deepest + 1 : 0;
}

void expand_table(struct expansion *x, const struct plan_table *plan,
		  struct table *table)
{
	struct table_making making = {.x = x, .plan = plan, .side = -1};
	struct heading heading = {.making = &making};
	struct made_rows head = {.n = 0};
	struct made_rows body = {.n = 0};
	bool empty = x->empty;
	size_t i;

	find_shown(&making);
	heading.rows = &head;
	heading.names = ARENA_ARRAY(x->arena, making.n_shown, struct str);
	make_heads(&heading);
	if (plan->has_index)
		make_index(&making, &head);
	x->empty = plan->empty_when != NULL && eval_when(x, plan->empty_when);
	if (x->empty)
		make_empty(&making, &body);
	else
		make_body(&making, &body);
	if (plan->empty_when == NULL)
		x->empty = lacks_figures(&making, &body);
	for (i = 0; i < body.n; i++) {
		head.list = arena_grow(x->arena, head.list, head.n, &head.room,
				       sizeof(*head.list));
		head.list[head.n++] = body.list[i];
	}
	*table = (struct table){.type = plan->type,
				.style = plan->style,
				.note_style = x->template->note_style,
				.columns = make_columns(&making, heading.names),
				.n_columns = making.n_shown};
	if (plan->orientation == TABLE_PORTRAIT)
		table->orientation = TABLE_PORTRAIT;
	if (plan->orientation == TABLE_LANDSCAPE)
		table->orientation = TABLE_LANDSCAPE;
	finish(&making, &head, table);
	expand_unit_line(x, plan->unit_line, plan->has_unit_line, table);
	expand_notes(x, plan->notes, plan->n_notes, table);
	x->empty = empty;
}
