/* SPDX-License-Identifier: MIT */
/*
 * Places in the input behind a place in the document: of a figure the first
 * row that it is made of, of an indicator or a plan its own row, of a text
 * the text. What the template says is no place of the input.
 */
#include "base/arena.h"
#include "budget/record.h"
#include "check/rule.h"

/* What stands between the brackets of a selection, [ ] left out. */
static struct str filters_of(struct str select)
{
	ptrdiff_t open = str_find(select, STR("["));
	ptrdiff_t close = str_find(select, STR("]"));

	if (open < 0 || close < open)
		return STR_NONE;
	return str_slice(select, (size_t)open + 1, (size_t)(close - open) - 1);
}

/* A selection that begins with its table. */
static bool is_whole(struct str select)
{
	return select.n > 0 && select.s[0] != '[';
}

/* Cell, row and column together: the innermost that names a table, narrowed
 * by the others. */
static struct selection *selection_of(const struct check *check,
				      const struct spot *spot)
{
	const struct grid *grid = spot->grid;
	const struct cell *cell =
	    grid->cells[spot->row * grid->n_columns + spot->column];
	struct str parts[3] = {cell == NULL ? STR_NONE : cell->select,
			       grid->table->rows[spot->row].select,
			       grid->table->columns[spot->column].select};
	struct diag_sink *scratch = diag_open(check->arena);
	struct selection *selection = NULL;
	size_t base;
	size_t i;

	for (base = 0; base < 3 && !is_whole(parts[base]); base++)
		continue;
	if (base == 3)
		return NULL;
	selection = select_parse(parts[base], check->task->scope->budget,
				 PLACE_NONE, check->arena, scratch);
	for (i = 0; i < 3 && selection != NULL; i++)
		if (i != base && filters_of(parts[i]).n > 0)
			selection =
			    select_narrow(selection, filters_of(parts[i]),
					  PLACE_NONE, check->arena, scratch);
	return selection;
}

static struct place place_of_figure(const struct check *check,
				    const struct spot *spot)
{
	const struct scope *scope = check->task->scope;
	struct selection *selection = selection_of(check, spot);
	uint32_t *rows;
	size_t n = 0;

	if (selection == NULL)
		return PLACE_NONE;
	rows = select_rows(selection, scope, NULL, 0, check->arena, &n);
	return n == 0 ? PLACE_NONE
		      : budget_place(scope->budget, select_relation(selection),
				     rows[0], select_field(selection));
}

static struct column_ref field(const struct budget *budget, int relation,
			       const char *name)
{
	return (struct column_ref){
	    relation,
	    schema_field(budget->relations[relation].schema, str_from(name)),
	    -1};
}

/* The row of a table of the scope whose fields have those texts (the second
 * may be left out: NULL); none if several have. */
static struct place place_of_row(const struct scope *scope, const char *table,
				 const char *const fields[2],
				 const struct str texts[2])
{
	const struct budget *budget = scope->budget;
	int number = budget_relation(budget, str_from(table));
	const struct relation *relation;
	uint32_t found = ROW_NONE;
	uint32_t row;

	if (number < 0)
		return PLACE_NONE;
	relation = &budget->relations[number];
	for (row = 0; row < relation->n_rows; row++) {
		uint32_t unit = relation->units[row];

		if (unit == UNIT_ALL || !scope->units[unit] ||
		    !str_equal(record_text(budget,
					   field(budget, number, fields[0]),
					   row),
			       texts[0]) ||
		    (fields[1] != NULL &&
		     !str_equal(record_text(budget,
					    field(budget, number, fields[1]),
					    row),
				texts[1])))
			continue;
		if (found != ROW_NONE)
			return PLACE_NONE;
		found = row;
	}
	return found == ROW_NONE ? PLACE_NONE
				 : budget_place(budget, number, found, -1);
}

static struct place place_in_form(const struct check *check,
				  const struct spot *spot)
{
	const char *names[] = {"三级指标", "项目代码"};
	static const char *const name[] = {"项目名称", NULL};
	size_t i;
	size_t k;

	for (i = 0; i < check->projects->n; i++) {
		const struct project *project = &check->projects->list[i];

		if (project->grid != spot->grid)
			continue;
		if (project->code.n == 0)
			names[1] = NULL;
		for (k = 0; k < project->n_indicators; k++) {
			if (project->indicators[k].row == spot->row) {
				return place_of_row(
				    check->task->scope, "绩效指标", names,
				    (const struct str[]){
					project->indicators[k].level[2],
					project->code});
			}
		}
		return place_of_row(
		    check->task->scope, "项目", name,
		    (const struct str[]){project->name, STR_NONE});
	}
	return PLACE_NONE;
}

struct place place_of(const struct check *check, const struct spot *spot)
{
	struct place place;

	if (spot->block == NULL)
		return PLACE_NONE;
	place = spot->block->origin.place;
	if (str_ends(place.file, STR("template.xml")))
		place = PLACE_NONE;
	if (spot->grid == NULL || check->task->scope == NULL)
		return place;
	if (spot->grid->form)
		return place_in_form(check, spot);
	if (spot->row >= spot->grid->first_body)
		return place_of_figure(check, spot);
	return place;
}
