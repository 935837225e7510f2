/* SPDX-License-Identifier: MIT */
/* What each kind of rule adds to a plan. */
#include "base/arena.h"
#include "budget/schema.h"
#include "read/messages.h"
#include "read/planning.h"
#include "read/raw.h"

/* What stands above the columns, for a message. */
static struct str all_headings(const struct planning *planning)
{
	const struct block *block = &planning->plan->block;
	struct arena *arena = planning->sink->arena;
	struct buf buf = {.arena = arena};
	size_t c;

	for (c = 0; c < block->n_columns && c < 40; c++) {
		struct str path = block_path(block, (int32_t)c + 1, arena);

		if (path.n == 0)
			continue;
		buf_add_cstr(&buf, buf.n > 0 ? "、" : "");
		buf_add(&buf, path);
	}
	return buf_str(&buf);
}

/* The column that a rule speaks of, 0: none (reported, unless it may be
 * missing). */
static int32_t find_column(struct planning *planning,
			   const struct map_rule *rule)
{
	size_t n;
	int32_t column = block_column(&planning->plan->block, rule->heading, &n,
				      planning->arena);

	if (n == 1 || (n == 0 && (rule->treatment & MAP_OPTIONAL)))
		return column;
	planning->ok = false;
	if (n == 0)
		DIAG(planning->sink, &READ_MAP_HEADING, rule->place,
		     rule->heading, planning->plan->raw->name,
		     all_headings(planning));
	else
		DIAG(planning->sink, &READ_MAP_AMBIGUOUS, rule->place,
		     rule->heading, planning->plan->raw->name,
		     str_format(planning->sink->arena, "%zu", n));
	return 0;
}

/* Adds or finds the column of ours that a rule fills. False: reported. */
static bool target_of(struct planning *planning, const struct map_rule *rule,
		      int32_t column, size_t *target)
{
	struct plan *plan = planning->plan;
	struct plan_column ours = {.heading = rule->column,
				   .column = rule->n_extras == 0 ? column : 0,
				   .treatment = rule->treatment};
	const struct field *field =
	    plan_field(plan, rule->column, planning->arena);
	int before;

	ours.n_further = block_further(&plan->block, rule->heading,
				       ours.further, planning->arena);
	if (field != NULL && field->type == FIELD_AMOUNT &&
	    !plan_settle_unit(planning, rule, column, &ours.heading))
		return false;
	before = plan_column_index(planning, ours.heading);
	if (before < 0) {
		*target = plan_add_column(planning, ours);
		return true;
	}
	*target = (size_t)before;
	if (rule->n_extras == 0 || plan->columns[before].column > 0) {
		DIAG(planning->sink, &READ_MAP_TWICE, rule->place,
		     rule->column);
		return false;
	}
	if (!str_equal(plan->columns[before].heading, ours.heading)) {
		DIAG(planning->sink, &READ_MAP_UNIT, rule->place, rule->column,
		     plan->columns[before].heading, plan->raw->name,
		     ours.heading);
		return false;
	}
	return true;
}

static size_t find_or_add(struct planning *planning, struct str heading)
{
	int before = plan_column_index(planning, heading);

	return before >= 0
		   ? (size_t)before
		   : plan_add_column(planning,
				     (struct plan_column){.heading = heading});
}

/* Columns that are filled in beside amounts. */
static void add_extras(struct planning *planning, struct plan_feed *feed)
{
	size_t i;

	feed->extras =
	    ARENA_ARRAY(planning->arena, feed->rule->n_extras, size_t);
	for (i = 0; i < feed->rule->n_extras; i++) {
		feed->extras[i] =
		    find_or_add(planning, feed->rule->extras[i].column);
		planning->plan->columns[feed->extras[i]].beside = true;
	}
}

static void plan_column_rule(struct planning *planning,
			     const struct map_rule *rule)
{
	struct plan *plan = planning->plan;
	int32_t column = find_column(planning, rule);
	struct plan_feed feed = {.column = column, .rule = rule};

	if (column == 0)
		return;
	if (!target_of(planning, rule, column, &feed.target)) {
		planning->ok = false;
		return;
	}
	if (rule->n_extras == 0)
		return;
	add_extras(planning, &feed);
	plan->feeds = arena_grow(planning->arena, plan->feeds, plan->n_feeds,
				 &plan->room_feeds, sizeof(*plan->feeds));
	plan->feeds[plan->n_feeds++] = feed;
}

/* A row of that level fills the rule's column, and those beside it. */
static void plan_level(struct planning *planning, const struct map_rule *rule)
{
	struct plan *plan = planning->plan;
	int32_t column = find_column(planning, rule);
	size_t target;
	size_t i;

	if (column == 0)
		return;
	if (plan->levels.column > 0 && plan->levels.column != column) {
		DIAG(planning->sink, &READ_MAP_LEVELS, rule->place,
		     rule->heading);
		return;
	}
	plan->levels.column = column;
	target = find_or_add(planning, rule->column);
	plan->columns[target].of_levels = true;
	plan->columns[target].treatment |= rule->treatment & MAP_SUM;
	levels_add(&plan->levels, rule->value,
		   (struct level_fill){target, rule->ours, rule->treatment},
		   planning->arena);
	for (i = 0; i < rule->n_extras; i++) {
		target = find_or_add(planning, rule->extras[i].column);
		plan->columns[target].of_levels = true;
		levels_add(
		    &plan->levels, rule->value,
		    (struct level_fill){target, rule->extras[i].value, 0},
		    planning->arena);
	}
}

static void plan_constant(struct planning *planning,
			  const struct map_rule *rule)
{
	int before = plan_column_index(planning, rule->column);

	if (before < 0)
		plan_add_column(planning,
				(struct plan_column){.heading = rule->column,
						     .constant = rule->ours});
	else if (planning->plan->columns[before].constant.n == 0)
		planning->plan->columns[before].constant = rule->ours;
}

static void plan_filter_rule(struct planning *planning,
			     const struct map_rule *rule)
{
	struct plan *plan = planning->plan;
	struct plan_filter filter = {find_column(planning, rule), rule};

	if (filter.column == 0)
		return;
	plan->filters =
	    arena_grow(planning->arena, plan->filters, plan->n_filters,
		       &plan->room_filters, sizeof(*plan->filters));
	plan->filters[plan->n_filters++] = filter;
}

static void add_sum(struct planning *planning, const struct map_rule *rule)
{
	struct plan *plan = planning->plan;
	int32_t column = find_column(planning, rule);

	if (column == 0)
		return;
	plan->sums = arena_grow(planning->arena, plan->sums, plan->n_sums,
				&plan->room_sums, sizeof(*plan->sums));
	plan->sums[plan->n_sums++] = (struct plan_sum){column, rule};
}

void plan_rules(struct planning *planning, enum map_kind kind)
{
	size_t i;

	for (i = 0; i < planning->n_rules; i++) {
		const struct map_rule *rule = planning->rules[i];

		if (rule->kind != kind)
			continue;
		if (kind == MAP_COLUMN)
			plan_column_rule(planning, rule);
		else if (kind == MAP_LEVEL)
			plan_level(planning, rule);
		else if (kind == MAP_CONSTANT)
			plan_constant(planning, rule);
		else if (kind == MAP_FILTER)
			plan_filter_rule(planning, rule);
		else if (kind == MAP_SUM_OF)
			add_sum(planning, rule);
	}
}
