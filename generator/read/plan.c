/* SPDX-License-Identifier: MIT */
#include "read/plan.h"

#include "base/arena.h"
#include "budget/heading.h"
#include "read/messages.h"
#include "read/planning.h"
#include "read/raw.h"

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
		    plan_column_index(planning, heading) < 0 &&
		    !is_spoken_of(planning, (int32_t)c))
			plan_add_column(planning, (struct plan_column){
						      .heading = heading,
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
			    plan_column_index(planning, rule->column) != (int)c)
				continue;
			if (rule->heading.n > 0 &&
			    block_column(&plan->block, rule->heading, &n,
					 planning->arena) != column->column)
				continue;
			column->values[column->n_values++] = rule;
		}
	}
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
			      .schema = schema_named(table)};
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
	plan_note_amounts(plan);
	return planning.ok;
}
