/* SPDX-License-Identifier: MIT */
#include "read/plan.h"

#include "base/arena.h"
#include "budget/heading.h"
#include "budget/spelling.h"
#include "read/messages.h"
#include "read/raw.h"

/* A plan while it is made. */
struct planning {
	struct plan *plan;
	struct arena *arena;
	struct diag_sink *sink;
	const struct map_rule **rules; /* those that speak of this table */
	size_t n_rules;
	struct str *wanted; /* headings of all rules of the sheet */
	size_t n_wanted;
	bool ok;
};

/* A shipped rule gives way to the input's own for the same pair of tables. */
static bool is_overridden(const struct mapping *mapping,
			  const struct map_rule *rule)
{
	size_t i;

	for (i = 0; rule->shipped && rule->source.n > 0 && i < mapping->n_rules;
	     i++) {
		const struct map_rule *own = &mapping->rules[i];

		if (!own->shipped && map_rule_reads(own) &&
		    str_equal(own->source, rule->source) &&
		    str_equal(own->table, rule->table))
			return true;
	}
	return false;
}

static void collect_rules(struct planning *planning, struct str file,
			  bool alone)
{
	struct plan *plan = planning->plan;
	struct mapping *mapping = plan->mapping;
	size_t i;

	planning->rules = ARENA_ARRAY(planning->arena, mapping->n_rules,
				      const struct map_rule *);
	planning->wanted =
	    ARENA_ARRAY(planning->arena, mapping->n_rules, struct str);
	for (i = 0; i < mapping->n_rules; i++) {
		const struct map_rule *rule = &mapping->rules[i];

		if (!map_rule_fits(rule, plan->raw->name, file, alone,
				   mapping->arena) ||
		    is_overridden(mapping, rule))
			continue;
		if (rule->heading.n > 0)
			planning->wanted[planning->n_wanted++] = rule->heading;
		if (rule->table.n > 0 && !str_equal(rule->table, plan->table))
			continue;
		mapping->met[i] = true;
		planning->rules[planning->n_rules++] = rule;
	}
}

/* Headings that tell where the headings stand: those of the sheet's rules,
 * whatever table they make, and our own. */
static bool find_block(struct planning *planning)
{
	struct plan *plan = planning->plan;
	const struct schema *schema = plan->schema;
	size_t n_fields = schema == NULL ? 0 : schema->n_fields;
	size_t n = planning->n_wanted;
	struct str *wanted =
	    ARENA_ARRAY(planning->arena, n + 2 * n_fields, struct str);
	size_t i;

	for (i = 0; i < n; i++)
		wanted[i] = planning->wanted[i];
	for (i = 0; i < n_fields; i++) {
		wanted[n++] = str_from(schema->fields[i].name);
		if (schema->fields[i].standard != NULL)
			wanted[n++] = str_from(schema->fields[i].standard);
	}
	if (block_find(&plan->block, plan->raw, wanted, n, planning->arena))
		return true;
	DIAG(planning->sink, &READ_MAP_HEADINGS, plan->raw->place,
	     str_join(wanted, n > 8 ? 8 : n, STR("、"), planning->sink->arena));
	return false;
}

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

static const struct field *field_of(const struct plan *plan, struct str heading,
				    struct arena *arena)
{
	struct str unit;
	size_t f;

	for (f = 0; plan->schema != NULL && f < plan->schema->n_fields; f++)
		if (heading_is(heading, &plan->schema->fields[f], &unit, arena))
			return &plan->schema->fields[f];
	return NULL;
}

/* Index of our column with that heading (but for its unit), -1: none. */
static int column_index(const struct planning *planning, struct str heading)
{
	const struct plan *plan = planning->plan;
	struct arena *arena = planning->arena;
	const struct field *field = field_of(plan, heading, arena);
	size_t i;

	for (i = 0; i < plan->n_columns; i++)
		if ((field != NULL && plan->columns[i].field == field) ||
		    spelling_same(plan->columns[i].heading, heading))
			return (int)i;
	return -1;
}

static size_t add_column(struct planning *planning, struct plan_column column)
{
	struct plan *plan = planning->plan;

	column.field = field_of(plan, column.heading, planning->arena);
	plan->columns =
	    arena_grow(planning->arena, plan->columns, plan->n_columns,
		       &plan->room_columns, sizeof(*plan->columns));
	plan->columns[plan->n_columns] = column;
	return plan->n_columns++;
}

static bool is_money(const struct plan_column *column)
{
	return column->field != NULL && column->field->type == FIELD_AMOUNT;
}

/* The unit in brackets of any heading above the column, else the line's. */
static struct str unit_found(const struct planning *planning, int32_t column)
{
	const struct block *block = &planning->plan->block;
	size_t i;

	if (column < 1 || (size_t)column > block->n_columns)
		return block->unit;
	for (i = block->columns[column - 1].n; i-- > 0;) {
		struct str unit =
		    heading_split(block->columns[column - 1].parts[i],
				  planning->arena)
			.unit;

		if (block_is_unit(unit))
			return unit;
	}
	return block->unit;
}

/* An amount's heading with its unit, which 对照 or the export states; both
 * must say the same. False: reported. */
static bool settle_unit(struct planning *planning, const struct map_rule *rule,
			int32_t column, struct str *heading)
{
	struct heading parts = heading_split(*heading, planning->arena);
	struct str found = unit_found(planning, column);

	if (parts.unit.n > 0 && found.n > 0 && !str_equal(parts.unit, found)) {
		DIAG(planning->sink, &READ_MAP_UNIT, rule->place, parts.name,
		     parts.unit, planning->plan->raw->name, found);
		return false;
	}
	if (parts.unit.n == 0 && found.n == 0) {
		DIAG(planning->sink, &READ_MAP_UNIT_NONE, rule->place,
		     parts.name, planning->plan->raw->name);
		return false;
	}
	found = parts.unit.n > 0 ? parts.unit : found;
	if (!str_is(found, "元") && !str_is(found, "万元")) {
		DIAG(planning->sink, &READ_MAP_UNIT_OTHER, rule->place, found,
		     planning->plan->raw->name);
		return false;
	}
	*heading = str_format(planning->arena, STR_FMT "（" STR_FMT "）",
			      STR_ARG(parts.name), STR_ARG(found));
	return true;
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
	    field_of(plan, rule->column, planning->arena);
	int before;

	ours.n_further = block_further(&plan->block, rule->heading,
				       ours.further, planning->arena);
	if (field != NULL && field->type == FIELD_AMOUNT &&
	    !settle_unit(planning, rule, column, &ours.heading))
		return false;
	before = column_index(planning, ours.heading);
	if (before < 0) {
		*target = add_column(planning, ours);
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
	int before = column_index(planning, heading);

	return before >= 0
		   ? (size_t)before
		   : add_column(planning,
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
	int before = column_index(planning, rule->column);

	if (before < 0)
		add_column(planning,
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

static void plan_rules(struct planning *planning, enum map_kind kind)
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
			planning->plan->sum_column =
			    find_column(planning, rule);
	}
}

/* Is the column of the export spoken of by a rule? */
static bool is_spoken_of(const struct planning *planning, int32_t column)
{
	const struct block *block = &planning->plan->block;
	size_t n;
	size_t i;

	for (i = 0; i < planning->n_rules; i++) {
		struct str heading = planning->rules[i]->heading;

		if (heading.n > 0 &&
		    block_column(block, heading, &n, planning->arena) == column)
			return true;
	}
	return false;
}

/* Columns of the export that bear our names need no rule. */
static void plan_own_names(struct planning *planning)
{
	struct plan *plan = planning->plan;
	size_t c;

	for (c = 1; plan->schema != NULL && c <= plan->block.n_columns; c++) {
		struct str heading = block_heading(&plan->block, (int32_t)c);

		if (heading.n > 0 &&
		    heading_field(heading, plan->schema, planning->arena) >=
			0 &&
		    column_index(planning, heading) < 0 &&
		    !is_spoken_of(planning, (int32_t)c))
			add_column(planning,
				   (struct plan_column){.heading = heading,
							.column = (int32_t)c});
	}
}

/* The rules for values of each column. */
static void plan_values(struct planning *planning)
{
	struct plan *plan = planning->plan;
	size_t n;
	size_t c;
	size_t i;

	for (c = 0; c < plan->n_columns; c++) {
		struct plan_column *column = &plan->columns[c];

		column->values = ARENA_ARRAY(planning->arena, planning->n_rules,
					     const struct map_rule *);
		for (i = 0; i < planning->n_rules; i++) {
			const struct map_rule *rule = planning->rules[i];

			if (rule->kind != MAP_VALUE ||
			    column_index(planning, rule->column) != (int)c)
				continue;
			if (rule->heading.n > 0 &&
			    block_column(&plan->block, rule->heading, &n,
					 planning->arena) != column->column)
				continue;
			column->values[column->n_values++] = rule;
		}
	}
}

/* Where amounts begin, and what unit the feeds have. */
static void note_amounts(struct plan *plan)
{
	size_t i;

	plan->first_amount = plan->sum_column;
	for (i = 0; i < plan->n_columns; i++) {
		if (!is_money(&plan->columns[i]))
			continue;
		plan->adds_up = true;
		if (plan->columns[i].column > 0 &&
		    (plan->first_amount == 0 ||
		     plan->columns[i].column < plan->first_amount))
			plan->first_amount = plan->columns[i].column;
	}
	for (i = 0; i < plan->n_feeds; i++) {
		struct str heading =
		    plan->columns[plan->feeds[i].target].heading;

		plan->unit = str_find(heading, STR("万元")) >= 0 ? MONEY_WAN
								 : MONEY_YUAN;
		if (plan->first_amount == 0 ||
		    plan->feeds[i].column < plan->first_amount)
			plan->first_amount = plan->feeds[i].column;
	}
}

static const struct schema *schema_of(struct str table)
{
	size_t i;

	for (i = 0; i < budget_n_schemas; i++)
		if (str_is(table, budget_schemas[i].name))
			return &budget_schemas[i];
	return NULL;
}

bool plan_make(struct plan *plan, struct mapping *mapping,
	       const struct raw_sheet *raw, struct str table, struct str file,
	       bool alone)
{
	struct planning planning = {.plan = plan,
				    .arena = mapping->arena,
				    .sink = mapping->sink,
				    .ok = true};

	*plan = (struct plan){.mapping = mapping,
			      .raw = raw,
			      .table = table,
			      .schema = schema_of(table)};
	collect_rules(&planning, file, alone);
	if (!find_block(&planning))
		return false;
	plan_rules(&planning, MAP_COLUMN);
	plan_rules(&planning, MAP_LEVEL);
	plan_rules(&planning, MAP_CONSTANT);
	plan_rules(&planning, MAP_FILTER);
	plan_rules(&planning, MAP_SUM_OF);
	plan_own_names(&planning);
	plan_values(&planning);
	note_amounts(plan);
	return planning.ok;
}
