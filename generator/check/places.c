/* SPDX-License-Identifier: MIT */
/*
 * Places in the input behind a place in the document: of a figure the first
 * row that it is made of, of an indicator or a plan its own row, of a text
 * the text. What the template says is no place of the input.
 */
#include "base/arena.h"
#include "budget/record.h"
#include "check/rule.h"
#include "check/selected.h"

static struct place place_of_figure(const struct check *check,
				    const struct spot *spot)
{
	const struct scope *scope = check->task->scope;
	const struct grid *grid = spot->grid;
	struct selection *selection = selection_of_cell(
	    grid->table, spot->row, spot->column,
	    grid->cells[spot->row * grid->n_columns + spot->column],
	    scope->budget, check->arena);
	uint32_t *rows;
	size_t n = 0;

	if (selection == NULL)
		return PLACE_NONE;
	rows = select_rows(selection, scope, NULL, 0, check->arena, &n);
	return n == 0 ? PLACE_NONE
		      : budget_place(scope->budget, select_relation(selection),
				     rows[0], select_field(selection));
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
		    !str_equal(
			record_text(budget,
				    record_column(budget, number, fields[0]),
				    row),
			texts[0]) ||
		    (fields[1] != NULL &&
		     !str_equal(
			 record_text(budget,
				     record_column(budget, number, fields[1]),
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
