/* SPDX-License-Identifier: MIT */
/* Our columns in a plan, and the unit that their money has. */
#include "base/arena.h"
#include "budget/heading.h"
#include "budget/spelling.h"
#include "read/messages.h"
#include "read/planning.h"
#include "read/raw.h"

const struct field *plan_field(const struct plan *plan, struct str heading,
			       struct arena *arena)
{
	struct str unit;
	size_t f;

	for (f = 0; plan->schema != NULL && f < plan->schema->n_fields; f++)
		if (heading_is(heading, &plan->schema->fields[f], &unit, arena))
			return &plan->schema->fields[f];
	return NULL;
}

int plan_column_index(const struct planning *planning, struct str heading)
{
	const struct plan *plan = planning->plan;
	struct arena *arena = planning->arena;
	const struct field *field = plan_field(plan, heading, arena);
	size_t i;

	for (i = 0; i < plan->n_columns; i++)
		if ((field != NULL && plan->columns[i].field == field) ||
		    spelling_same(plan->columns[i].heading, heading))
			return (int)i;
	return -1;
}

size_t plan_add_column(struct planning *planning, struct plan_column column)
{
	struct plan *plan = planning->plan;

	column.field = plan_field(plan, column.heading, planning->arena);
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

bool plan_settle_unit(struct planning *planning, const struct map_rule *rule,
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

void plan_note_amounts(struct plan *plan)
{
	size_t i;

	for (i = 0; i < plan->n_sums; i++)
		if (plan->first_amount == 0 ||
		    plan->sums[i].column < plan->first_amount)
			plan->first_amount = plan->sums[i].column;
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
