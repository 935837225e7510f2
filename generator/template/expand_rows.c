/* SPDX-License-Identifier: MIT */
/* Rows of tables: fixed ones, those of sets, lists side by side. */
#include <string.h>

#include "template/expand_table.h"

struct str filled(struct expansion *x, struct str text,
		  const struct plan_bind *binds, size_t n)
{
	struct buf buf = {.arena = x->arena};
	size_t at = 0;

	if (n == 0)
		return text;
	while (at < text.n) {
		size_t i;

		for (i = 0; text.s[at] == '$' && i < n; i++)
			if (str_starts(str_slice(text, at + 1, text.n),
				       binds[i].name))
				break;
		if (text.s[at] != '$' || i == n) {
			buf_add_char(&buf, text.s[at++]);
			continue;
		}
		buf_add(&buf, bind_text(x, binds[i].value));
		at += 1 + binds[i].name.n;
	}
	return buf_str(&buf);
}

void set_cell_text(struct expansion *x, struct cell *cell, struct str text)
{
	struct text *para;
	struct run *run;

	if (text.n == 0)
		return;
	para = ARENA_NEW(x->arena, struct text);
	run = ARENA_NEW(x->arena, struct run);
	run->text = text;
	*para = (struct text){run, 1};
	cell->paras = para;
	cell->n_paras = 1;
}

struct made_row *add_made_row(struct table_making *making,
			      struct made_rows *rows, enum row_kind look)
{
	struct arena *arena = making->x->arena;
	struct made_row *row;
	size_t i;

	rows->list = arena_grow(arena, rows->list, rows->n, &rows->room,
				sizeof(*rows->list));
	row = &rows->list[rows->n++];
	row->row = (struct table_row){.kind = look};
	row->cells = ARENA_ARRAY(arena, making->n_shown, struct cell);
	for (i = 0; i < making->n_shown; i++)
		row->cells[i] =
		    (struct cell){.column = (int)i, .colspan = 1, .rowspan = 1};
	return row;
}

static void value_cell(struct table_making *making,
		       const struct plan_cell *plan, struct cell *cell)
{
	struct expansion *x = making->x;
	struct value value = eval(x, plan->value);
	struct str text =
	    write_value(x, plan->value, &value, plan->format, true);

	set_cell_text(x, cell, text);
	if (plan->own && text.n > 0)
		cell->select = reference_text(x, plan->value);
}

/* How deep the code's name steps in, among the levels that are shown. */
static int member_level(const struct frame *frame)
{
	unsigned levels = frame->set->levels;
	int level = 0;
	int i;

	for (i = 1; i < frame->member->level; i++)
		level += levels == 0 || (levels & 1u << i) != 0;
	return level;
}

static int row_level(struct table_making *making, const struct plan_row *plan)
{
	const struct frame *frame = making->x->frame;
	int level = plan->level;

	if (plan->by_member && frame != NULL && frame->member != NULL)
		level = member_level(frame);
	return making->base_level + level;
}

static struct str row_label(struct expansion *x, const struct plan_row *plan)
{
	struct str label = expand_plain(x, &plan->label);
	const struct frame *frame = x->frame;
	struct str number;

	if (plan->by_member && label.n == 0 && frame->member != NULL &&
	    !was_told(x, &TEMPLATE_NO_NAME, frame->member->key))
		DIAG(x->sink, &TEMPLATE_NO_NAME, PLACE_NONE,
		     frame->member->key);
	if (!plan->has_number || x->row_count.number == NULL)
		return label;
	number = number_text(x, x->row_count.number, ++x->row_count.n);
	return str_format(x->arena, STR_FMT STR_FMT, STR_ARG(number),
			  STR_ARG(label));
}

static void fill_cell(struct table_making *making, const struct plan_row *plan,
		      const struct plan_cell *from, struct cell *cell)
{
	struct expansion *x = making->x;

	switch (from->kind) {
	case CELL_BLANK:
	case CELL_SEQ: break;
	case CELL_CODE:
		cell->role = CELL_ROW_HEAD;
		set_cell_text(x, cell, expand_plain(x, &plan->code));
		break;
	case CELL_NAME:
		cell->role = CELL_ROW_HEAD;
		cell->level = row_level(making, plan);
		set_cell_text(x, cell, row_label(x, plan));
		break;
	case CELL_TEXT:
		set_cell_text(x, cell, expand_plain(x, &from->text));
		break;
	case CELL_VALUE: value_cell(making, from, cell); break;
	}
}

static void make_row(struct table_making *making, const struct plan_row *plan,
		     struct made_rows *rows)
{
	struct expansion *x = making->x;
	struct made_row *row = add_made_row(making, rows, plan->look);
	size_t i;

	row->merges = true;
	row->row.keep_next = plan->keep;
	row->row.heavy_above = plan->heavy;
	row->row.select = filled(x, plan->select, plan->binds, plan->n_binds);
	for (i = 0; i < making->plan->n_columns; i++)
		if (making->shown[i] >= 0)
			fill_cell(making, plan, &plan->cells[i],
				  &row->cells[making->shown[i]]);
}

static void make_children(struct table_making *making,
			  const struct plan_row *plan, struct made_rows *rows)
{
	size_t i;

	for (i = 0; i < plan->n_children; i++)
		make_rows(making, plan->children[i], rows);
}

static void make_group(struct table_making *making, const struct plan_row *plan,
		       struct made_rows *rows)
{
	struct expansion *x = making->x;
	const struct frame *around = x->frame;
	struct row_count count = x->row_count;
	size_t n = 0;
	size_t i;

	making->base_level += plan->base_level;
	if (plan->has_number)
		x->row_count = (struct row_count){
		    plan->number.there ? &plan->number : NULL, 0};
	if (plan->set == NULL)
		make_children(making, plan, rows);
	else {
		struct frame *frames = set_frames(x, plan->set, &n);

		for (i = 0; i < n; i++) {
			x->frame = &frames[i];
			make_children(making, plan, rows);
		}
		x->frame = around;
	}
	if (plan->has_number)
		x->row_count = count;
	making->base_level -= plan->base_level;
	check_cover(x, plan->cover);
}

/* One row of a band: what the sides have at that height. */
static void make_band_row(struct table_making *making,
			  const struct made_rows *sides, const int *side_of,
			  size_t n_sides, size_t at, struct made_rows *rows)
{
	struct made_row *row = add_made_row(making, rows, ROW_BODY);
	size_t i;
	size_t j;

	for (i = 0; i < n_sides; i++) {
		const struct made_row *from;

		if (at >= sides[i].n)
			continue;
		from = &sides[i].list[at];
		if (from->row.kind == ROW_TOTAL)
			row->row.kind = ROW_TOTAL;
		row->row.heavy_above |= from->row.heavy_above;
		row->row.keep_next |= from->row.keep_next;
		for (j = 0; j < making->plan->n_columns; j++)
			if (making->shown[j] >= 0 &&
			    making->plan->columns[j].side == side_of[i])
				row->cells[making->shown[j]] =
				    from->cells[making->shown[j]];
	}
}

static void make_band(struct table_making *making, const struct plan_row *plan,
		      struct made_rows *rows)
{
	struct arena *arena = making->x->arena;
	struct made_rows *sides =
	    ARENA_ARRAY(arena, plan->n_children, struct made_rows);
	int *side_of = ARENA_ARRAY(arena, plan->n_children, int);
	size_t first = rows->n;
	size_t most = 0;
	size_t i;

	for (i = 0; i < plan->n_children; i++) {
		side_of[i] = plan->children[i]->side;
		make_rows(making, plan->children[i], &sides[i]);
		most = sides[i].n > most ? sides[i].n : most;
	}
	for (i = 0; i < most; i++)
		make_band_row(making, sides, side_of, plan->n_children, i,
			      rows);
	for (i = first; plan->keep && i + 1 < rows->n; i++)
		rows->list[i].row.keep_next = true;
}

void make_rows(struct table_making *making, const struct plan_row *plan,
	       struct made_rows *rows)
{
	if (!eval_when(making->x, plan->when))
		return;
	switch (plan->kind) {
	case ROWS_ROW: make_row(making, plan, rows); break;
	case ROWS_GROUP: make_group(making, plan, rows); break;
	case ROWS_BAND: make_band(making, plan, rows); break;
	}
}

static bool same_paragraph(const struct text *a, const struct text *b)
{
	size_t i;

	for (i = 0; i < a->n_runs && i < b->n_runs; i++)
		if (!str_equal(a->runs[i].text, b->runs[i].text))
			return false;
	return a->n_runs == b->n_runs;
}

static bool same_text(const struct cell *a, const struct cell *b)
{
	size_t i;

	for (i = 0; i < a->n_paras && i < b->n_paras; i++)
		if (!same_paragraph(&a->paras[i], &b->paras[i]))
			return false;
	return a->n_paras == b->n_paras;
}

static bool is_blank(const struct cell *cell)
{
	return cell->n_paras == 0 ||
	       (cell->n_paras == 1 && cell->paras[0].n_runs == 0);
}

bool same_above(const struct made_rows *rows, size_t row, size_t column)
{
	const struct made_row *one = &rows->list[row - 1];
	const struct made_row *other = &rows->list[row];

	return one->row.kind == other->row.kind &&
	       !is_blank(&other->cells[column]) &&
	       same_text(&one->cells[column], &other->cells[column]);
}

/* May row go under the one at first in this column? Columns to the left that
 * merge must go together; blanks are one where a text there is. */
static bool goes_under(const struct made_rows *rows, size_t first, size_t row,
		       size_t column, const bool *merges)
{
	const struct cell *cells = rows->list[first].cells;
	bool any = false;
	size_t i;

	if (!rows->list[row].merges ||
	    rows->list[first].row.kind != rows->list[row].row.kind)
		return false;
	for (i = 0; i <= column; i++) {
		if (!merges[i])
			continue;
		if (!same_text(&cells[i], &rows->list[row].cells[i]))
			return false;
		any = any || !is_blank(&cells[i]);
	}
	return any;
}

static void merge_column(struct made_rows *rows, size_t column,
			 const bool *merges)
{
	size_t first;
	size_t row;

	for (first = 0; first < rows->n; first = row) {
		row = first + 1;
		if (!rows->list[first].merges)
			continue;
		while (row < rows->n &&
		       goes_under(rows, first, row, column, merges))
			rows->list[row++].cells[column].rowspan = 0;
		rows->list[first].cells[column].rowspan = (int)(row - first);
	}
}

static void leave_out_covered(struct made_row *row, size_t n_columns)
{
	struct cell *kept = row->cells;
	size_t n = 0;
	size_t i;

	for (i = 0; i < n_columns; i++)
		if (row->cells[i].rowspan > 0)
			kept[n++] = row->cells[i];
	row->row.cells = kept;
	row->row.n_cells = n;
}

void merge_down(struct made_rows *rows, size_t n_columns, const bool *merges)
{
	size_t column;
	size_t row;

	for (column = n_columns; column-- > 0;)
		if (merges[column])
			merge_column(rows, column, merges);
	for (row = 0; row < rows->n; row++)
		leave_out_covered(&rows->list[row], n_columns);
}
