/* SPDX-License-Identifier: MIT */
#include "budget/record.h"

#include "base/arena.h"
#include "budget/reading.h"

/* Where a column reference leads for a row. */
struct spot {
	const struct column *column; /* NULL: nowhere */
	uint32_t row;
};

static struct spot spot_of(const struct budget *budget,
			   struct column_ref column, uint32_t row)
{
	const struct relation *relation = &budget->relations[column.relation];
	enum dimension_kind kind =
	    relation->schema->fields[column.field].dimension;
	int member;

	if (column.via < 0)
		return (struct spot){&relation->columns[column.field], row};
	member = relation->columns[column.field].members[row];
	if (member < 0)
		return (struct spot){NULL, 0};
	row = budget->dimensions[kind].members[member].row;
	if (row == ROW_NONE)
		return (struct spot){NULL, 0};
	relation =
	    &budget->relations[kind == DIM_UNIT ? TABLE_UNITS : TABLE_PROJECTS];
	return (struct spot){&relation->columns[column.via], row};
}

struct column_ref record_column(const struct budget *budget, int relation,
				const char *name)
{
	return (struct column_ref){
	    relation, field_of(&budget->relations[relation], name), -1};
}

struct str record_text(const struct budget *budget, struct column_ref column,
		       uint32_t row)
{
	struct spot spot = spot_of(budget, column, row);

	if (spot.column == NULL || spot.column->symbols == NULL)
		return STR_NONE;
	return symbol_text(budget, spot.column->symbols[spot.row]);
}

struct str *record_lines(const struct budget *budget, struct column_ref column,
			 uint32_t row, struct arena *arena, size_t *n)
{
	struct str rest = record_text(budget, column, row);
	struct str *lines = NULL;
	struct str line;
	size_t room = 0;

	*n = 0;
	while (str_split(&rest, '\n', &line)) {
		line = str_trim(line);
		if (line.n == 0)
			continue;
		lines = arena_grow(arena, lines, *n, &room, sizeof(*lines));
		lines[(*n)++] = line;
	}
	return lines;
}

static bool is_money(const struct column *column)
{
	return column->field->type == FIELD_AMOUNT ||
	       (column->field->type == FIELD_PLAN && !column->percent);
}

bool record_kept_back(const struct budget *budget, struct column_ref column,
		      uint32_t row)
{
	const struct relation *relation = &budget->relations[column.relation];
	int secret;

	if (column.relation != TABLE_PROJECTS || column.via >= 0 ||
	    !relation->schema->fields[column.field].secret)
		return false;
	secret = field_of(relation, "涉密");
	return relation->columns[secret].symbols[row] ==
	       budget_symbol(budget, STR("是"));
}

struct amount record_amount(const struct budget *budget,
			    struct column_ref column, uint32_t row)
{
	struct spot spot = spot_of(budget, column, row);

	if (spot.column == NULL || !is_money(spot.column) ||
	    !spot.column->there[spot.row])
		return AMOUNT_NONE;
	return (struct amount){{spot.column->numbers[spot.row]}, true};
}

struct number record_number(const struct budget *budget,
			    struct column_ref column, uint32_t row)
{
	struct spot spot = spot_of(budget, column, row);
	struct number number = {0, false};

	if (spot.column == NULL || spot.column->numbers == NULL ||
	    is_money(spot.column) || !spot.column->there[spot.row])
		return number;
	number.value = spot.column->numbers[spot.row];
	number.there = true;
	if (spot.column->field->type == FIELD_YEAR)
		number.value *= NUMBER_ONE;
	return number;
}

int record_member(const struct budget *budget, struct column_ref column,
		  uint32_t row)
{
	struct spot spot = spot_of(budget, column, row);

	if (spot.column == NULL || spot.column->members == NULL)
		return -1;
	return spot.column->members[spot.row];
}

bool record_there(const struct budget *budget, struct column_ref column,
		  uint32_t row)
{
	struct spot spot = spot_of(budget, column, row);

	return spot.column != NULL && spot.column->there[spot.row];
}

struct str budget_option(const struct scope *scope, struct str option)
{
	const struct budget *budget = scope->budget;
	const struct relation *options = &budget->relations[TABLE_OPTIONS];
	const symbol *names =
	    options->columns[field_of(options, "选项")].symbols;
	const symbol *values =
	    options->columns[field_of(options, "值")].symbols;
	symbol wanted = budget_symbol(budget, option);
	size_t units[] = {(size_t)scope->unit, budget->n_units};
	size_t i;
	uint32_t at;

	for (i = 0; i < 2 && wanted != 0; i++) {
		for (at = options->unit_start[units[i]];
		     at < options->unit_start[units[i] + 1]; at++)
			if (names[options->by_unit[at]] == wanted)
				return symbol_text(
				    budget, values[options->by_unit[at]]);
	}
	return STR_NONE;
}
