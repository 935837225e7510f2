/* SPDX-License-Identifier: MIT */
/* Texts of units by 栏目 and 对象. */
#include "base/arena.h"
#include "budget/reading.h"
#include "budget/record.h"

/* What is looked for, as symbols of 说明. */
struct wanted {
	const struct budget *budget;
	symbol slot, object;
};

/* Joins the texts of one unit (n_units: those for all) as paragraphs. */
static bool take_texts(const struct wanted *wanted, size_t unit,
		       struct arena *arena, struct slot_text *found)
{
	const struct budget *budget = wanted->budget;
	const struct relation *texts = &budget->relations[TABLE_TEXTS];
	const symbol *objects = texts->columns[field_of(texts, "对象")].symbols;
	const symbol *slots = texts->columns[field_of(texts, "栏目")].symbols;
	int content = field_of(texts, "内容");
	uint32_t at;

	for (at = texts->unit_start[unit]; at < texts->unit_start[unit + 1];
	     at++) {
		uint32_t row = texts->by_unit[at];
		struct str text;

		if (slots[row] != wanted->slot ||
		    objects[row] != wanted->object)
			continue;
		text =
		    symbol_text(budget, texts->columns[content].symbols[row]);
		if (!found->there)
			*found = (struct slot_text){
			    true, text,
			    budget_place(budget, TABLE_TEXTS, row, content)};
		else
			found->text =
			    str_format(arena, STR_FMT "\n" STR_FMT,
				       STR_ARG(found->text), STR_ARG(text));
	}
	return found->there;
}

/* The project of the scope that the object names, -1: none. */
static int find_project(const struct scope *scope, struct str object)
{
	const struct budget *budget = scope->budget;
	const struct dimension *projects = &budget->dimensions[DIM_PROJECT];
	int found = budget_member(budget, DIM_PROJECT, object);
	symbol code;
	size_t i;

	if (found < 0 || scope->units[projects->members[found].unit])
		return found;
	code = budget_symbol(budget, object);
	for (i = 0; i < projects->n; i++)
		if (projects->members[i].code == code &&
		    scope->units[projects->members[i].unit])
			return (int)i;
	return -1;
}

/* A column of 项目 of that name. */
static bool take_column(const struct budget *budget,
			const struct member *project, struct str slot,
			struct slot_text *found)
{
	const struct relation *projects = &budget->relations[TABLE_PROJECTS];
	int field = schema_field(projects->schema, slot);

	if (field < 0 || project->row == ROW_NONE ||
	    projects->schema->fields[field].type != FIELD_LINES ||
	    !projects->columns[field].there[project->row])
		return false;
	*found = (struct slot_text){
	    true,
	    symbol_text(budget, projects->columns[field].symbols[project->row]),
	    budget_place(budget, TABLE_PROJECTS, project->row, field)};
	return true;
}

/* Texts of a project stand with its unit or one above it. */
static bool take_project(const struct scope *scope, int project,
			 struct wanted *wanted, struct str slot,
			 struct arena *arena, struct slot_text *found)
{
	const struct budget *budget = scope->budget;
	const struct member *member =
	    &budget->dimensions[DIM_PROJECT].members[project];
	int u;

	wanted->object = member->code;
	for (u = (int)member->unit; u >= 0 && wanted->slot != 0;
	     u = budget->units[u].parent)
		if (take_texts(wanted, (size_t)u, arena, found))
			return true;
	return take_column(budget, member, slot, found);
}

struct slot_text budget_text(const struct scope *scope, struct str slot,
			     struct str object, struct arena *arena)
{
	const struct budget *budget = scope->budget;
	struct wanted wanted = {budget, budget_symbol(budget, slot),
				budget_symbol(budget, object)};
	struct slot_text found = {.there = false};
	int project = object.n == 0 ? -1 : find_project(scope, object);

	if (project >= 0 &&
	    take_project(scope, project, &wanted, slot, arena, &found))
		return found;
	if (wanted.slot == 0 || (object.n > 0 && wanted.object == 0))
		return found;
	if (project >= 0 ||
	    !take_texts(&wanted, (size_t)scope->unit, arena, &found))
		take_texts(&wanted, budget->n_units, arena, &found);
	return found;
}
