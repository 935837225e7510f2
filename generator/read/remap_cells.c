/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/arena.h"
#include "budget/codename.h"
#include "budget/schema.h"
#include "budget/spelling.h"
#include "read/messages.h"
#include "read/remapping.h"

static struct str translated(const struct plan_column *column, struct str text,
			     struct arena *arena)
{
	size_t i;

	for (i = 0; i < column->n_values; i++)
		if (map_pattern_fits(column->values[i]->value, text, arena))
			return column->values[i]->ours;
	return text;
}

/* 类, 款 and 项 in columns of their own: 201, 26, 4 is 2012604. */
static struct str joined(const struct remap *remap,
			 const struct plan_column *column, struct str first)
{
	struct buf buf = {.arena = remap->arena};
	size_t i;

	if (column->n_further == 0)
		return first;
	buf_add(&buf, first);
	for (i = 0; i < column->n_further; i++) {
		struct str part = remap_text(remap, column->further[i]);

		if (part.n == 1 && is_digits(part))
			buf_add_char(&buf, '0');
		buf_add(&buf, part);
	}
	return buf_str(&buf);
}

/* A column that rows above tell, too. */
static struct sheet_cell make_level_cell(const struct remap *remap, size_t c)
{
	const struct plan_column *column = &remap->plan->columns[c];
	struct str text = remap->level_mark ? STR_NONE : remap->known[c];

	if (text.n == 0 && !remap->total)
		text = column->constant;
	if (text.n > 0 || !remap->total)
		text = translated(column, text, remap->arena);
	return (struct sheet_cell){.text = text,
				   .column_no = remap->plan->levels.column};
}

/* The present row's cell of one column of ours. */
static struct sheet_cell make_cell(struct remap *remap, size_t c)
{
	const struct plan_column *column = &remap->plan->columns[c];
	const struct raw_cell *raw = remap_cell(remap, column->column);
	struct str text =
	    joined(remap, column, remap_text(remap, column->column));
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
	/* What a sum leaves empty says nothing, and its mark stays one, though
	 * a * fits them. */
	cell.text = mark || (text.n == 0 && remap->total)
			? text
			: translated(column, text, remap->arena);
	if (raw != NULL && str_equal(cell.text, str_trim(raw->text)))
		cell.form = raw->form;
	return cell;
}

bool remap_is_nothing(struct str text, enum money_unit unit)
{
	struct money money = {0};
	enum money_parse parsed = money_parse(text, unit, &money);

	return parsed == MONEY_ABSENT || (parsed == MONEY_OK && money.fen == 0);
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

/* What other amounts of the row stated is not said of the next one: where it
 * says nothing of its own, that is the default, in sums too (本年, beside a
 * column of 上年结转). */
static void forget_beside(struct remap *remap)
{
	size_t c;

	for (c = 0; c < remap->plan->n_columns; c++) {
		const struct plan_column *column = &remap->plan->columns[c];

		if (!column->beside)
			continue;
		remap->made[c] = remap->own[c];
		if (remap->made[c].text.n > 0 || column->field == NULL)
			continue;
		remap->made[c].text = column->field->type == FIELD_YEAR
					  ? STR("本年")
					  : str_from(column->field->fallback);
	}
}

/* A row of ours for an amount column; 0 there means that this fund has no part
 * in it. */
static void add_fed_row(struct remap *remap, const struct plan_feed *feed)
{
	const struct raw_cell *raw = remap_cell(remap, feed->column);
	size_t i;

	if (raw == NULL || remap_is_nothing(raw->text, remap->plan->unit))
		return;
	forget_beside(remap);
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

/* What 同时填写 states of a column; else the default. */
static struct str stated(const struct map_rule *rule, struct str column,
			 struct str fallback)
{
	size_t i;

	for (i = 0; i < rule->n_extras; i++)
		if (str_equal(rule->extras[i].column, column))
			return rule->extras[i].value;
	return fallback;
}

/* Of which year, or basis, a sum is: what it states, else the default where
 * an amount is of that, else what the first amount is of. */
static struct str sum_is_of(const struct plan *plan, const struct plan_sum *sum,
			    struct str column, struct str fallback)
{
	struct str own = stated(sum->rule, column, STR_NONE);
	size_t i;

	if (own.n > 0 || plan->n_feeds == 0)
		return own.n > 0 ? own : fallback;
	for (i = 0; i < plan->n_feeds; i++)
		if (str_equal(stated(plan->feeds[i].rule, column, fallback),
			      fallback))
			return fallback;
	return stated(plan->feeds[0].rule, column, fallback);
}

/* Last year's column beside this year's is no part of its sum. */
static bool is_part(const struct plan *plan, const struct plan_sum *sum,
		    const struct plan_feed *feed)
{
	static const struct {
		const char *column, *fallback;
	} same[] = {{"年度", "本年"}, {"口径", "预算"}};
	size_t i;

	for (i = 0; i < sizeof(same) / sizeof(*same); i++) {
		struct str column = str_from(same[i].column);
		struct str fallback = str_from(same[i].fallback);

		if (!str_equal(stated(feed->rule, column, fallback),
			       sum_is_of(plan, sum, column, fallback)))
			return false;
	}
	return true;
}

/* Holds a sum of the row against its amounts: a fund that 对照 forgot shows
 * itself here. Sums in 万元 may differ by half a hundredth for each part. */
static void check_sum(struct remap *remap, const struct plan_sum *of)
{
	const struct plan *plan = remap->plan;
	struct money said = {0};
	struct money part;
	int64_t sum = 0;
	int64_t most;
	size_t i;

	if (money_parse(remap_text(remap, of->column), plan->unit, &said) !=
	    MONEY_OK)
		return;
	for (i = 0; i < plan->n_feeds; i++) {
		part = (struct money){0};
		if (!is_part(plan, of, &plan->feeds[i]))
			continue;
		money_parse(remap_text(remap, plan->feeds[i].column),
			    plan->unit, &part);
		if (__builtin_add_overflow(sum, part.fen, &sum))
			return;
	}
	most = plan->unit == MONEY_YUAN
		   ? 0
		   : (int64_t)plan->unit * ((int64_t)plan->n_feeds + 1) / 200;
	if (said.fen - sum > most || sum - said.fen > most)
		DIAG(remap->sink, &READ_MAP_SUM, remap_place(remap, of->column),
		     shown(remap, said.fen), shown(remap, sum));
}

/* Makes the present row's rows of ours. */
void remap_make(struct remap *remap)
{
	const struct plan *plan = remap->plan;
	size_t c;
	size_t i;

	for (c = 0; c < plan->n_columns; c++)
		remap->made[c] = plan->columns[c].of_levels
				     ? make_level_cell(remap, c)
				     : make_cell(remap, c);
	if (!plan->adds_up && !has_keys(remap)) {
		remap_leave_out(remap, &remap->no_key);
		return;
	}
	if (plan->n_feeds == 0) {
		add_row(remap);
		return;
	}
	for (i = 0; i < plan->n_sums; i++)
		check_sum(remap, &plan->sums[i]);
	memcpy(remap->own, remap->made, plan->n_columns * sizeof(*remap->own));
	for (i = 0; i < plan->n_feeds; i++)
		add_fed_row(remap, &plan->feeds[i]);
}
