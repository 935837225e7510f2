/* SPDX-License-Identifier: MIT */
#include "read/remap.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "budget/schema.h"
#include "budget/spelling.h"
#include "read/block.h"
#include "read/codename.h"
#include "read/messages.h"
#include "read/plan.h"
#include "read/raw.h"
#include "tables/sheets.h"

/* Rows that were left out for one reason. */
struct left_out {
	size_t n;
	struct place first;
};

/* An export while its rows are made into ours. */
struct remap {
	const struct plan *plan;
	struct arena *arena;
	struct diag_sink *sink;
	const struct raw_row *row;     /* the present one */
	const struct raw_cell **cells; /* of it, by column - 1; NULL: empty */
	size_t n_cells;
	bool total;		 /* the present row is a sum */
	struct sheet_cell *made; /* the present row of ours */
	struct str *above;	 /* by column of ours: last text, for 续上 */
	struct sheet_row *rows;
	size_t n_rows, room_rows;
	struct map seen; /* rows as text, where equal ones count once */
	struct left_out no_amount, filtered, sums, no_key;
};

static struct place place_at(const struct remap *remap, int32_t column)
{
	struct place place = remap->plan->raw->place;

	place.line = remap->row->line;
	place.record = remap->row->record;
	place.column_no = column;
	place.column = block_heading(&remap->plan->block, column);
	return place;
}

static void leave_out(struct remap *remap, struct left_out *left)
{
	if (left->n++ == 0)
		left->first = place_at(remap, 0);
}

static const struct raw_cell *cell_at(const struct remap *remap, int32_t column)
{
	return column < 1 || (size_t)column > remap->n_cells
		   ? NULL
		   : remap->cells[column - 1];
}

static struct str text_at(const struct remap *remap, int32_t column)
{
	const struct raw_cell *cell = cell_at(remap, column);

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

static struct str translated(const struct plan_column *column, struct str text,
			     struct arena *arena)
{
	size_t i;

	for (i = 0; i < column->n_values; i++)
		if (map_pattern_fits(column->values[i]->value, text, arena))
			return column->values[i]->ours;
	return text;
}

/* The present row's cell of one column of ours. */
static struct sheet_cell make_cell(struct remap *remap, size_t c)
{
	const struct plan_column *column = &remap->plan->columns[c];
	const struct raw_cell *raw = cell_at(remap, column->column);
	struct str text = text_at(remap, column->column);
	bool mark = is_total_mark(text);
	struct sheet_cell cell = {.form = FORM_TEXT};

	if (!mark && (column->treatment & MAP_CODE))
		text = codename_code(text);
	else if (!mark && (column->treatment & MAP_NAME))
		text = codename_name(text);
	if ((column->treatment & MAP_REPEAT) && !mark) {
		/* A sum may name its unit for the rows below; one that does
		 * not is not the last unit's. */
		if (text.n == 0 && !remap->total)
			text = remap->above[c];
		if (text.n > 0)
			remap->above[c] = text;
	}
	if (text.n == 0 && !remap->total)
		text = column->constant;
	cell.text = translated(column, text, remap->arena);
	if (raw != NULL && str_equal(cell.text, str_trim(raw->text)))
		cell.form = raw->form;
	return cell;
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
		    text_at(remap, plan->columns[i].column).n == 0)
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
					     text_at(remap, filter->column),
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

static bool is_nothing(struct str text, enum money_unit unit)
{
	struct money money = {0};
	enum money_parse parsed = money_parse(text, unit, &money);

	return parsed == MONEY_ABSENT || (parsed == MONEY_OK && money.fen == 0);
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
		if (text_at(remap, column->column).n > 0)
			return true;
	}
	for (i = 0; i < plan->n_feeds; i++)
		if (!is_nothing(text_at(remap, plan->feeds[i].column),
				plan->unit))
			return true;
	return !needed && plan->n_feeds == 0;
}

/* A record without its key is none of this table: spending without a project
 * makes no row of 项目. */
static bool has_keys(const struct remap *remap)
{
	const struct plan *plan = remap->plan;
	size_t i;

	for (i = 0; i < plan->n_columns; i++) {
		const struct field *field = plan->columns[i].field;

		if (field != NULL && field->key && field->required &&
		    remap->made[i].text.n == 0)
			return false;
	}
	return true;
}

static bool equal_count_once(const struct plan *plan)
{
	return plan->schema != NULL && (plan->schema->keys == KEYS_ERROR ||
					plan->schema->keys == KEYS_JOIN);
}

/* Was a row with the same cells made before? */
static bool is_seen(struct remap *remap)
{
	struct buf buf = {.arena = remap->arena};
	size_t i;

	for (i = 0; i < remap->plan->n_columns; i++) {
		buf_add(&buf, remap->made[i].text);
		buf_add_char(&buf, '\x1f');
	}
	if (map_find(&remap->seen, buf_str(&buf)) != MAP_NONE)
		return true;
	map_put(&remap->seen, buf_str(&buf), 1);
	return false;
}

static void add_row(struct remap *remap)
{
	const struct plan *plan = remap->plan;
	struct sheet_cell *cells;

	if (equal_count_once(plan) && is_seen(remap))
		return;
	cells = ARENA_ARRAY(remap->arena, plan->n_columns, struct sheet_cell);
	memcpy(cells, remap->made, plan->n_columns * sizeof(*cells));
	remap->rows = arena_grow(remap->arena, remap->rows, remap->n_rows,
				 &remap->room_rows, sizeof(*remap->rows));
	remap->rows[remap->n_rows++] =
	    (struct sheet_row){.cells = cells,
			       .line = remap->row->line,
			       .record = remap->row->record,
			       .total = remap->total};
}

/* A row of ours for an amount column; 0 there means that this fund has no part
 * in it. */
static void add_fed_row(struct remap *remap, const struct plan_feed *feed)
{
	const struct raw_cell *raw = cell_at(remap, feed->column);
	size_t i;

	if (raw == NULL || is_nothing(raw->text, remap->plan->unit))
		return;
	remap->made[feed->target] = (struct sheet_cell){
	    .text = raw->text, .form = raw->form, .column_no = feed->column};
	for (i = 0; i < feed->rule->n_extras; i++)
		remap->made[feed->extras[i]] =
		    (struct sheet_cell){.text = feed->rule->extras[i].value,
					.column_no = feed->column};
	add_row(remap);
}

static struct str shown(const struct remap *remap, int64_t fen)
{
	return money_text((struct money){fen},
			  (struct money_format){.unit = MONEY_YUAN,
						.decimals = 2,
						.thousands = true},
			  remap->sink->arena);
}

/* Holds the row's own sum against its amounts: a fund that 对照 forgot shows
 * itself here. Sums in 万元 may differ by half a hundredth for each part. */
static void check_sum(struct remap *remap)
{
	const struct plan *plan = remap->plan;
	struct money stated = {0};
	struct money part;
	int64_t sum = 0;
	int64_t most;
	size_t i;

	if (plan->sum_column == 0 ||
	    money_parse(text_at(remap, plan->sum_column), plan->unit,
			&stated) != MONEY_OK)
		return;
	for (i = 0; i < plan->n_feeds; i++) {
		part = (struct money){0};
		money_parse(text_at(remap, plan->feeds[i].column), plan->unit,
			    &part);
		if (__builtin_add_overflow(sum, part.fen, &sum))
			return;
	}
	most = plan->unit == MONEY_YUAN
		   ? 0
		   : (int64_t)plan->unit * ((int64_t)plan->n_feeds + 1) / 200;
	if (stated.fen - sum > most || sum - stated.fen > most)
		DIAG(remap->sink, &READ_MAP_SUM,
		     place_at(remap, plan->sum_column),
		     shown(remap, stated.fen), shown(remap, sum));
}

/* Makes the present row's rows of ours. */
static void make_rows(struct remap *remap)
{
	const struct plan *plan = remap->plan;
	size_t c;
	size_t i;

	for (c = 0; c < plan->n_columns; c++)
		remap->made[c] = make_cell(remap, c);
	if (!plan->adds_up && !has_keys(remap)) {
		leave_out(remap, &remap->no_key);
		return;
	}
	if (plan->n_feeds == 0) {
		add_row(remap);
		return;
	}
	check_sum(remap);
	for (i = 0; i < plan->n_feeds; i++)
		add_fed_row(remap, &plan->feeds[i]);
}

static void take_row(struct remap *remap, const struct raw_row *row)
{
	remap->row = row;
	spread_cells(remap, true);
	remap->total = is_total(remap);
	if (!is_wanted(remap))
		leave_out(remap, &remap->filtered);
	else if (!has_amount(remap))
		leave_out(remap, &remap->no_amount);
	else if (remap->total && !remap->plan->adds_up)
		leave_out(remap, &remap->sums);
	else if (!remap->plan->adds_up && block_is_remark(row, remap->arena))
		leave_out(remap, &remap->no_key);
	else
		make_rows(remap);
	spread_cells(remap, false);
}

static void take_rows(struct remap *remap)
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
		take_row(remap, &raw->rows[r]);
}

static const struct str *file_headings(const struct remap *remap)
{
	const struct block *block = &remap->plan->block;
	struct str *headings =
	    ARENA_ARRAY(remap->arena, block->n_columns, struct str);
	size_t c;

	for (c = 0; c < block->n_columns; c++)
		headings[c] = block_path(block, (int32_t)c + 1, remap->arena);
	return headings;
}

static struct sheet sheet_of(const struct remap *remap)
{
	const struct plan *plan = remap->plan;
	struct sheet_column *columns =
	    ARENA_ARRAY(remap->arena, plan->n_columns, struct sheet_column);
	size_t c;

	for (c = 0; c < plan->n_columns; c++)
		columns[c] = (struct sheet_column){plan->columns[c].heading,
						   plan->columns[c].column};
	return (struct sheet){
	    .name = plan->table,
	    .place = plan->raw->place,
	    .heading_line = plan->raw->rows[plan->block.bottom].line,
	    .file_headings = file_headings(remap),
	    .n_file_headings = plan->block.n_columns,
	    .columns = columns,
	    .n_columns = plan->n_columns,
	    .rows = remap->rows,
	    .n_rows = remap->n_rows,
	};
}

static void report_left_out(const struct remap *remap,
			    const struct left_out *left,
			    const struct diag_kind *kind)
{
	if (left->n > 0)
		DIAG(remap->sink, kind, left->first,
		     str_format(remap->sink->arena, "%zu", left->n),
		     remap->plan->table);
}

static bool remap_table(struct mapping *mapping, const struct raw_sheet *raw,
			struct plan *plan, struct sheets *sheets)
{
	struct remap remap = {
	    .plan = plan,
	    .arena = mapping->arena,
	    .sink = mapping->sink,
	    .made =
		ARENA_ARRAY(mapping->arena, plan->n_columns, struct sheet_cell),
	    .above = ARENA_ARRAY(mapping->arena, plan->n_columns, struct str),
	    .seen = {.arena = mapping->arena},
	};
	struct sheet sheet;

	take_rows(&remap);
	sheet = sheet_of(&remap);
	sheets_add(sheets, &sheet);
	DIAG(remap.sink, &READ_MAP_READ, raw->place,
	     str_format(remap.sink->arena, "%zu", remap.n_rows), plan->table);
	report_left_out(&remap, &remap.no_amount, &READ_MAP_NO_AMOUNT);
	report_left_out(&remap, &remap.filtered, &READ_MAP_FILTERED);
	report_left_out(&remap, &remap.sums, &READ_MAP_SUMS);
	report_left_out(&remap, &remap.no_key, &READ_MAP_NO_KEY);
	return true;
}

/* Does the rule give a column of that sheet to a table (empty: any)? */
static bool makes(const struct map_rule *rule, struct str table,
		  const struct raw_sheet *raw, struct str file, bool alone,
		  struct arena *arena)
{
	return rule->kind == MAP_COLUMN &&
	       (table.n == 0 || str_equal(rule->table, table)) &&
	       map_rule_fits(rule, raw->name, file, alone, arena);
}

/* Is the rule the first that makes its table of this sheet? */
static bool begins_table(const struct mapping *mapping, size_t rule,
			 const struct raw_sheet *raw, struct str file,
			 bool alone)
{
	const struct map_rule *rules = mapping->rules;
	struct arena *arena = mapping->arena;
	size_t i;

	if (!makes(&rules[rule], STR_NONE, raw, file, alone, arena))
		return false;
	for (i = 0; i < rule; i++)
		if (makes(&rules[i], rules[rule].table, raw, file, alone,
			  arena))
			return false;
	return true;
}

bool remap_sheet(struct mapping *mapping, const struct raw_sheet *raw,
		 struct str file, bool alone, struct sheets *sheets)
{
	bool any = false;
	struct plan plan;
	size_t i;

	for (i = 0; raw->n_rows > 0 && i < mapping->n_rules; i++)
		if (begins_table(mapping, i, raw, file, alone) &&
		    plan_make(&plan, mapping, raw, mapping->rules[i].table,
			      file, alone))
			any = remap_table(mapping, raw, &plan, sheets) || any;
	return any;
}
