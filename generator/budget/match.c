/* SPDX-License-Identifier: MIT */
/* What a value of a selection stands for, and whether a row has it: a few
 * comparisons of integers. */
#include "budget/dimension.h"
#include "budget/selection.h"
#include "budget/values.h"

/* Members whose code begins with text: 2010 stands between a 类 and its 款. */
static struct match match_prefix(const struct dimension *dimension,
				 struct str text)
{
	struct match match = {.first = 0, .last = -1};
	size_t i;

	for (i = 0; i < dimension->n; i++) {
		if (!str_starts(dimension->members[i].key, text))
			continue;
		if (match.last < match.first)
			match.first = (int)i;
		match.last = (int)i;
	}
	return match;
}

/* A project by key, or by its code: the one of the scope. */
static int find_project(const struct budget *budget, struct str text,
			const struct scope *scope)
{
	const struct dimension *projects = &budget->dimensions[DIM_PROJECT];
	int found = dimension_find(projects, text);
	symbol code;
	size_t i;

	if (found < 0 || scope == NULL ||
	    scope->units[projects->members[found].unit])
		return found;
	code = budget_symbol(budget, text);
	for (i = 0; i < projects->n; i++)
		if (projects->members[i].code == code &&
		    scope->units[projects->members[i].unit])
			return (int)i;
	return found;
}

static struct match match_member(const struct budget *budget,
				 enum dimension_kind kind, struct str text,
				 const struct scope *scope)
{
	const struct dimension *dimension = &budget->dimensions[kind];
	int found = kind == DIM_PROJECT ? find_project(budget, text, scope)
					: dimension_find(dimension, text);

	if (found >= 0)
		return (struct match){.first = found,
				      .last = dimension->members[found].last};
	if (dimension_is_coded(kind) && text.n > 0)
		return match_prefix(dimension, text);
	return (struct match){.first = 0, .last = -1};
}

struct match match_of(const struct budget *budget, struct column_ref column,
		      struct str text, const struct scope *scope)
{
	const struct field *field = column_field(budget, column);
	struct match match = {.nothing = false};

	if (field->dimension != DIM_NONE)
		return match_member(budget, field->dimension, text, scope);
	if (field->type == FIELD_YEAR || field->type == FIELD_NUMBER) {
		match.nothing = !number_parse(text, &match.number);
		if (field->type == FIELD_YEAR)
			match.number /= NUMBER_ONE;
		return match;
	}
	match.symbol = budget_symbol(budget, text);
	match.nothing = match.symbol == 0 && text.n > 0;
	return match;
}

static enum compared compared_by(const struct field *field)
{
	if (field->dimension != DIM_NONE)
		return BY_MEMBER;
	return field->type == FIELD_YEAR || field->type == FIELD_NUMBER
		   ? BY_NUMBER
		   : BY_SYMBOL;
}

struct lookup lookup_of(const struct budget *budget, struct column_ref column)
{
	const struct relation *relation = &budget->relations[column.relation];
	struct lookup lookup = {.column = &relation->columns[column.field],
				.by =
				    compared_by(column_field(budget, column))};
	enum dimension_kind kind =
	    relation->schema->fields[column.field].dimension;

	if (column.via < 0)
		return lookup;
	lookup.link = lookup.column;
	lookup.linked = &budget->dimensions[kind];
	relation =
	    &budget->relations[kind == DIM_UNIT ? TABLE_UNITS : TABLE_PROJECTS];
	lookup.column = &relation->columns[column.via];
	return lookup;
}

static int member_at(const struct column *column, uint32_t row)
{
	return column->members == NULL ? -1 : column->members[row];
}

/* Goes to the row in which the column stands; false: nothing is linked. */
static bool follow(const struct lookup *lookup, uint32_t *row)
{
	int member;

	if (lookup->link == NULL)
		return true;
	member = member_at(lookup->link, *row);
	if (member < 0 || lookup->linked->members[member].row == ROW_NONE)
		return false;
	*row = lookup->linked->members[member].row;
	return true;
}

int lookup_member(const struct lookup *lookup, uint32_t row)
{
	return follow(lookup, &row) ? member_at(lookup->column, row) : -1;
}

static bool passes_member(const struct filter *filter,
			  const struct match *matches, uint32_t row)
{
	int member = lookup_member(&filter->lookup, row);
	size_t i;

	for (i = 0; i < filter->n_values; i++)
		if (member >= matches[i].first && member <= matches[i].last)
			return true;
	return false;
}

static bool passes_number(const struct filter *filter,
			  const struct match *matches, uint32_t row)
{
	const struct column *column = filter->lookup.column;
	size_t i;

	if (!follow(&filter->lookup, &row) || !column->there[row])
		return false;
	for (i = 0; i < filter->n_values; i++)
		if (!matches[i].nothing &&
		    column->numbers[row] == matches[i].number)
			return true;
	return false;
}

static bool passes_symbol(const struct filter *filter,
			  const struct match *matches, uint32_t row)
{
	const struct column *column = filter->lookup.column;
	symbol found = 0;
	size_t i;

	if (follow(&filter->lookup, &row) && column->symbols != NULL)
		found = column->symbols[row];
	for (i = 0; i < filter->n_values; i++)
		if (!matches[i].nothing && found == matches[i].symbol)
			return true;
	return false;
}

bool filter_passes(const struct filter *filter, const struct match *matches,
		   uint32_t row)
{
	if (filter->n_values == 0)
		return !follow(&filter->lookup, &row) ||
		       !filter->lookup.column->there[row];
	switch (filter->lookup.by) {
	case BY_MEMBER: return passes_member(filter, matches, row);
	case BY_NUMBER: return passes_number(filter, matches, row);
	case BY_SYMBOL: break;
	}
	return passes_symbol(filter, matches, row);
}
