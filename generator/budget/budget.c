/* SPDX-License-Identifier: MIT */
/* Reads the tables of an input into a budget, and looks things up in it. */
#include "budget/budget.h"

#include "base/arena.h"
#include "budget/agree.h"
#include "budget/codes.h"
#include "budget/derive.h"
#include "budget/dimension.h"
#include "budget/headings.h"
#include "budget/keys.h"
#include "budget/messages.h"
#include "budget/projects.h"
#include "budget/reading.h"
#include "budget/subjects.h"
#include "budget/table.h"
#include "budget/units.h"
#include "tables/sheets.h"

static void open_symbols(struct budget *budget, struct arena *arena)
{
	budget->arena = arena;
	budget->symbol_map.arena = arena;
	budget->unit_map.arena = arena;
	budget->symbols = ARENA_NEW(arena, struct str);
	budget->n_symbols = 1; /* the empty text */
	budget->room_symbols = 1;
}

/* Unknown tables are named in one message. */
static void report_unknown_tables(const struct reading *reading)
{
	const struct sheets *sheets = reading->sheets;
	struct buf names = {.arena = reading->sink->arena};
	size_t i;

	for (i = 0; i < sheets->n; i++) {
		struct str name = sheets->list[i].name;

		if (budget_relation(reading->budget, name) >= 0 ||
		    sheets_find(sheets, name) != &sheets->list[i])
			continue;
		if (names.n > 0)
			buf_add_cstr(&names, "、");
		buf_add(&names, name);
	}
	if (names.n > 0)
		DIAG(reading->sink, &BUDGET_TABLE_UNKNOWN, PLACE_NONE,
		     buf_str(&names));
}

/* Every table needs units, many need names and projects. */
static bool read_tables(struct reading *reading)
{
	struct budget *budget = reading->budget;
	size_t i;

	if (!units_read(reading))
		return false;
	table_read(reading, &budget->relations[TABLE_SUBJECTS]);
	subjects_read(reading);
	table_read(reading, &budget->relations[TABLE_PROJECTS]);
	for (i = 0; i < budget->n_relations; i++)
		if (i != TABLE_UNITS && i != TABLE_SUBJECTS &&
		    i != TABLE_PROJECTS)
			table_read(reading, &budget->relations[i]);
	if (reading->n_projectless > 0)
		DIAG(reading->sink, &BUDGET_PROJECTS_NONE,
		     reading->first_projectless,
		     text_number(reading, reading->n_projectless));
	return true;
}

/* A project is named by its code where no other unit has the same. */
static void shorten_project_keys(struct budget *budget)
{
	struct dimension *projects = &budget->dimensions[DIM_PROJECT];
	size_t i;

	for (i = 0; i < projects->n; i++) {
		struct str code =
		    symbol_text(budget, projects->members[i].code);
		int before = dimension_find(projects, code);

		if (before < 0) {
			dimension_alias(projects, code, (int)i);
			projects->members[i].key = code;
			continue;
		}
		projects->members[before].key =
		    project_key(budget, projects->members[before].unit, code,
				budget->arena);
	}
}

/* Puts dimensions in order and makes what the input leaves to be computed. */
static void complete(struct reading *reading)
{
	derive_assets(reading);
	shorten_project_keys(reading->budget);
	dimensions_settle(reading);
	derive_facts(reading);
	check_ranges(reading);
	relations_index(reading);
	mark_rows_that_stay(reading);
	project_budgets(reading);
	project_texts(reading);
}

/* Holds the rows against each other. */
static void check(struct reading *reading)
{
	check_keys(reading);
	check_measures(reading);
	check_projects_named(reading);
	check_spending_there(reading);
	check_years(reading);
	check_names(reading, DIM_FUNCTION);
	check_names(reading, DIM_DEP_ECONOMIC);
	check_references(reading, DIM_FUNCTION);
	check_references(reading, DIM_DEP_ECONOMIC);
	agree_facts(reading);
}

struct budget *budget_read(const struct sheets *sheets,
			   const struct budget_options *options,
			   struct arena *arena, struct diag_sink *sink)
{
	struct budget *budget = ARENA_NEW(arena, struct budget);
	struct reading reading = {.budget = budget,
				  .sheets = sheets,
				  .options = options,
				  .arena = arena,
				  .sink = sink,
				  .completed = {.arena = arena}};

	open_symbols(budget, arena);
	relations_open(&reading);
	dimensions_open(&reading);
	report_unknown_tables(&reading);
	if (!read_tables(&reading))
		return NULL;
	complete(&reading);
	check(&reading);
	return budget;
}

int budget_relation(const struct budget *budget, struct str name)
{
	size_t i;

	for (i = 0; i < budget->n_relations; i++)
		if (str_is(name, budget->relations[i].schema->name))
			return (int)i;
	return -1;
}

int budget_unit(const struct budget *budget, struct str code)
{
	uint32_t found = map_find(&budget->unit_map, code);

	return found == MAP_NONE ? -1 : (int)found;
}

int budget_member(const struct budget *budget, enum dimension_kind kind,
		  struct str key)
{
	return dimension_find(&budget->dimensions[kind], key);
}

struct str budget_name(const struct budget *budget, enum dimension_kind kind,
		       struct str code)
{
	int member = budget_member(budget, kind, code);

	return member < 0 ? STR_NONE
			  : budget->dimensions[kind].members[member].name;
}

struct place budget_place(const struct budget *budget, int relation,
			  uint32_t row, int field)
{
	const struct relation *table = &budget->relations[relation];
	const struct row_origin *origin;
	int column = -1;

	if (row == ROW_NONE)
		return PLACE_NONE;
	origin = &table->origins[row];
	if (origin->derived_from >= 0) {
		return budget_place(
		    budget, origin->derived_from, origin->derived_row,
		    field == table->amount_field
			? budget->relations[origin->derived_from].amount_field
			: -1);
	}
	if (field >= 0 && origin->sheet->heading_line > 0)
		column = heading_column(origin->sheet,
					&table->schema->fields[field]);
	return sheet_place(origin->sheet, origin->row, column);
}
