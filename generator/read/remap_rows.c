/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "budget/codename.h"
#include "budget/schema.h"
#include "budget/spelling.h"
#include "read/remapping.h"

struct place remap_place(const struct remap *remap, int32_t column)
{
	struct place place = remap->plan->raw->place;

	place.line = remap->row->line;
	place.record = remap->row->record;
	place.column_no = column;
	place.column = block_heading(&remap->plan->block, column);
	return place;
}

void remap_leave_out(struct remap *remap, struct left_out *left)
{
	if (left->n++ == 0)
		left->first = remap_place(remap, 0);
}

const struct raw_cell *remap_cell(const struct remap *remap, int32_t column)
{
	return column < 1 || (size_t)column > remap->n_cells
		   ? NULL
		   : remap->cells[column - 1];
}

struct str remap_text(const struct remap *remap, int32_t column)
{
	const struct raw_cell *cell = remap_cell(remap, column);

	return cell == NULL ? STR_NONE : str_trim(cell->text);
}

/* Takes the present row's cells by their column, and away again. */
static void spread_cells(struct remap *remap, bool there)
{
	size_t i;

	for (i = 0; i < remap->row->n_cells; i++)
		remap->cells[remap->row->cells[i].column - 1] =
		    there ? &remap->row->cells[i] : NULL;
}

/* Does a cell left of the amounts say that the row is a sum, or is one empty
 * without which it is one? */
static bool is_total(const struct remap *remap)
{
	const struct plan *plan = remap->plan;
	size_t i;

	for (i = 0; i < remap->row->n_cells; i++)
		if ((plan->first_amount == 0 ||
		     remap->row->cells[i].column < plan->first_amount) &&
		    is_total_mark(remap->row->cells[i].text))
			return true;
	for (i = 0; i < plan->n_columns; i++)
		if ((plan->columns[i].treatment & MAP_SUM) &&
		    (plan->columns[i].of_levels
			 ? remap->known[i]
			 : remap_text(remap, plan->columns[i].column))
			    .n == 0)
			return true;
	return false;
}

/* Of filters on one column, one must fit (只取); none of 不取 may. */
static bool is_wanted(const struct remap *remap)
{
	const struct plan *plan = remap->plan;
	bool limited = false;
	bool wanted = false;
	size_t i;

	for (i = 0; i < plan->n_filters; i++) {
		const struct plan_filter *filter = &plan->filters[i];
		bool fits = map_pattern_fits(filter->rule->value,
					     remap_text(remap, filter->column),
					     remap->arena);

		if (filter->rule->treatment & MAP_DROP) {
			if (fits)
				return false;
			continue;
		}
		limited = true;
		wanted = wanted || fits;
	}
	return wanted || !limited;
}

/* Has the row an amount where one is needed? */
static bool has_amount(const struct remap *remap)
{
	const struct plan *plan = remap->plan;
	bool needed = false;
	size_t i;

	for (i = 0; i < plan->n_columns; i++) {
		const struct plan_column *column = &plan->columns[i];

		if (column->column == 0 || column->field == NULL ||
		    column->field->type != FIELD_AMOUNT ||
		    !column->field->required)
			continue;
		needed = true;
		if (remap_text(remap, column->column).n > 0)
			return true;
	}
	for (i = 0; i < plan->n_feeds; i++)
		if (!remap_is_nothing(remap_text(remap, plan->feeds[i].column),
				      plan->unit))
			return true;
	return !needed && plan->n_feeds == 0;
}

/* The text in a column of any row, with its blanks. */
static struct str text_in(const struct raw_row *row, int32_t column)
{
	size_t i;

	for (i = 0; i < row->n_cells; i++)
		if (row->cells[i].column == column)
			return row->cells[i].text;
	return STR_NONE;
}

/* Several cells, and each is a heading of its column: a new page of the
 * printed table. One will do where the row above was such. */
static bool is_heading_row(const struct remap *remap)
{
	const struct raw_row *row = remap->row;
	size_t i;

	for (i = 0; i < row->n_cells; i++)
		if (!block_has(&remap->plan->block, row->cells[i].column,
			       str_trim(row->cells[i].text)))
			return false;
	return row->n_cells > 1 || remap->in_headings;
}

/* What the present row says of itself and those below. False: it fits no level.
 */
static bool enter_level(struct remap *remap)
{
	const struct levels *levels = &remap->plan->levels;
	struct str cell = remap_text(remap, levels->column);

	remap->level = NULL;
	remap->level_mark = is_total_mark(cell);
	if (cell.n == 0 || remap->level_mark)
		return true;
	remap->level = levels_find(levels, cell, remap->arena);
	if (remap->level == NULL)
		return false;
	levels_enter(levels, remap->level, cell, remap->known);
	return true;
}

static size_t indent_of(struct str text)
{
	struct str rest = str_trim(text);

	return rest.n == 0 ? 0 : (size_t)(rest.s - text.s);
}

/* Is the row below, of the same level, a part of this one: 20103 below 201, or
 * indented further? */
static bool is_within(struct str below, struct str cell)
{
	struct str code = codename_code(str_trim(cell));
	struct str longer = codename_code(str_trim(below));

	return indent_of(below) > indent_of(cell) ||
	       (longer.n > code.n && str_starts(longer, code));
}

/* Is the row right below, but for headings that stand again and the like, a
 * part of the present one? Then this is a sum. */
static bool has_parts(const struct remap *remap, size_t row)
{
	const struct plan *plan = remap->plan;
	const struct raw_sheet *raw = plan->raw;
	const struct level *next = NULL;
	struct str below = STR_NONE;

	if (remap->level == NULL || !plan->adds_up)
		return false;
	while (next == NULL && ++row < raw->n_rows) {
		below = text_in(&raw->rows[row], plan->levels.column);
		next =
		    levels_find(&plan->levels, str_trim(below), remap->arena);
	}
	if (next == NULL || next->depth != remap->level->depth)
		return next != NULL && next->depth > remap->level->depth;
	return is_within(below, text_in(remap->row, plan->levels.column));
}

/* A row of records that says nothing of its own level is another's, too. */
static bool is_of_no_level(const struct remap *remap)
{
	return remap->plan->levels.column > 0 && !remap->plan->adds_up &&
	       remap->level == NULL;
}

/* In a table of records such a row is another's; money must not get lost. */
static void leave_out_level(struct remap *remap)
{
	if (!remap->plan->adds_up) {
		remap_leave_out(remap, &remap->no_key);
		return;
	}
	if (remap->no_level.n == 0)
		remap->first_no_level =
		    remap_text(remap, remap->plan->levels.column);
	remap_leave_out(remap, &remap->no_level);
}

static void take_row(struct remap *remap, size_t row)
{
	bool has_level;

	remap->row = &remap->plan->raw->rows[row];
	remap->in_headings = is_heading_row(remap);
	if (remap->in_headings) {
		remap_leave_out(remap, &remap->headings);
		return;
	}
	spread_cells(remap, true);
	has_level = enter_level(remap);
	remap->total = is_total(remap) || has_parts(remap, row);
	if (!is_wanted(remap))
		remap_leave_out(remap, &remap->filtered);
	else if (!has_amount(remap))
		remap_leave_out(remap, &remap->no_amount);
	else if (!has_level || is_of_no_level(remap))
		leave_out_level(remap);
	else if (remap->total && !remap->plan->adds_up)
		remap_leave_out(remap, &remap->sums);
	else if (!remap->plan->adds_up &&
		 block_is_remark(remap->row, remap->arena))
		remap_leave_out(remap, &remap->no_key);
	else
		remap_make(remap);
	spread_cells(remap, false);
}

void remap_rows(struct remap *remap)
{
	const struct raw_sheet *raw = remap->plan->raw;
	size_t r;
	size_t i;

	for (i = 0; i < raw->n_rows; i++) {
		const struct raw_row *row = &raw->rows[i];
		size_t last = row->n_cells == 0
				  ? 0
				  : (size_t)row->cells[row->n_cells - 1].column;

		remap->n_cells = last > remap->n_cells ? last : remap->n_cells;
	}
	remap->cells =
	    ARENA_ARRAY(remap->arena, remap->n_cells, const struct raw_cell *);
	for (r = remap->plan->block.first_row; r < raw->n_rows; r++)
		take_row(remap, r);
}
