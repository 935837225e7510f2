/* SPDX-License-Identifier: MIT */
/* Projects of the input against the forms of the document: one that has
 * indicators has a form, if others of its kind have one. */
#include "base/arena.h"
#include "budget/record.h"
#include "check/rule.h"
#include "check/words.h"

/* Which columns of the input tell what project a row is of. */
struct inputs {
	const struct budget *budget;
	int projects, indicators;
};

static struct str input_text(const struct inputs *inputs, int relation,
			     const char *column, uint32_t row)
{
	return record_text(inputs->budget,
			   record_column(inputs->budget, relation, column),
			   row);
}

static bool has_indicators(const struct inputs *inputs, struct str code)
{
	uint32_t row;

	for (row = 0;
	     row < inputs->budget->relations[inputs->indicators].n_rows; row++)
		if (str_equal(
			input_text(inputs, inputs->indicators, "项目代码", row),
			code))
			return true;
	return false;
}

/* The form of a project of the input: by code, else by either of its names. */
static bool has_form(const struct check *check, const struct inputs *inputs,
		     uint32_t row)
{
	struct str code = input_text(inputs, inputs->projects, "项目代码", row);
	struct str name = input_text(inputs, inputs->projects, "项目名称", row);
	struct str title =
	    input_text(inputs, inputs->projects, "绩效表名称", row);
	size_t i;

	for (i = 0; i < check->projects->n; i++)
		if (code.n > 0 &&
		    str_equal(check->projects->list[i].code, code))
			return true;
	return projects_find(check->projects, words_bare(name, check->arena)) !=
		   NULL ||
	       projects_find(check->projects,
			     words_bare(title, check->arena)) != NULL;
}

void check_missing_forms(struct check *check)
{
	const struct scope *scope = check->task->scope;
	struct inputs inputs;
	struct str kind = STR_NONE;
	bool any = false;
	uint32_t row;

	if (scope == NULL || check->projects->n == 0)
		return;
	inputs.budget = scope->budget;
	inputs.projects = budget_relation(scope->budget, STR("项目"));
	inputs.indicators = budget_relation(scope->budget, STR("绩效指标"));
	if (inputs.projects < 0 || inputs.indicators < 0)
		return;
	for (row = 0; row < scope->budget->relations[inputs.projects].n_rows;
	     row++) {
		uint32_t unit =
		    scope->budget->relations[inputs.projects].units[row];

		if (unit == UNIT_ALL || !scope->units[unit])
			continue;
		if (has_form(check, &inputs, row)) {
			kind = input_text(&inputs, inputs.projects, "项目类别",
					  row);
			any = true;
		}
	}
	for (row = 0;
	     any && row < scope->budget->relations[inputs.projects].n_rows;
	     row++) {
		uint32_t unit =
		    scope->budget->relations[inputs.projects].units[row];

		if (unit == UNIT_ALL || !scope->units[unit] ||
		    has_form(check, &inputs, row) ||
		    str_is(input_text(&inputs, inputs.projects, "涉密", row),
			   "是") ||
		    !str_equal(kind, input_text(&inputs, inputs.projects,
						"项目类别", row)) ||
		    !has_indicators(
			&inputs,
			input_text(&inputs, inputs.projects, "项目代码", row)))
			continue;
		FOUND(check, &PROJ_FORM, SPOT_NONE, STR_NONE,
		      input_text(&inputs, inputs.projects, "项目名称", row));
	}
}
