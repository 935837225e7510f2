/* SPDX-License-Identifier: MIT */
/* Projects of the input against the forms of the document: one that has
 * indicators has a form, if others of its kind have one; one that has neither
 * goal nor indicators is named, since no form can be made of it. */
#include "base/arena.h"
#include "budget/record.h"
#include "budget/select.h"
#include "check/rule.h"
#include "check/words.h"

/* Names of projects that a message lists. */
#define MOST_NAMED 5

/* The projects that are to have a form, and what tells it. */
struct inputs {
	const struct budget *budget;
	int projects;
	uint32_t *rows; /* of 项目: those that documents list */
	size_t n;
	bool *indicators; /* by project: it has some */
};

static struct str input_text(const struct inputs *inputs, const char *column,
			     uint32_t row)
{
	return record_text(
	    inputs->budget,
	    record_column(inputs->budget, inputs->projects, column), row);
}

static void note_indicators(struct inputs *inputs, struct arena *arena)
{
	const struct budget *budget = inputs->budget;
	int relation = budget_relation(budget, STR("绩效指标"));
	struct column_ref column = record_column(budget, relation, "项目代码");
	uint32_t row;

	inputs->indicators =
	    ARENA_ARRAY(arena, budget->dimensions[DIM_PROJECT].n, bool);
	for (row = 0; row < budget->relations[relation].n_rows; row++) {
		int member = record_member(budget, column, row);

		if (member >= 0)
			inputs->indicators[member] = true;
	}
}

static bool read_inputs(const struct check *check, const char *select,
			struct inputs *inputs)
{
	const struct scope *scope = check->task->scope;
	struct selection *selection;

	if (scope == NULL || budget_relation(scope->budget, STR("项目")) < 0 ||
	    budget_relation(scope->budget, STR("绩效指标")) < 0)
		return false;
	selection = select_parse(str_from(select), scope->budget, PLACE_NONE,
				 check->arena, diag_open(check->arena));
	if (selection == NULL)
		return false;
	inputs->budget = scope->budget;
	inputs->projects = select_relation(selection);
	inputs->rows =
	    select_rows(selection, scope, NULL, 0, check->arena, &inputs->n);
	if (inputs->n > 0)
		note_indicators(inputs, check->arena);
	return inputs->n > 0;
}

/* The form of a project of the input: by code, else by either of its names. */
static bool has_form(const struct check *check, const struct inputs *inputs,
		     uint32_t row)
{
	struct str code = input_text(inputs, "项目代码", row);
	struct str name = input_text(inputs, "项目名称", row);
	struct str title = input_text(inputs, "绩效表名称", row);
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

static bool has_indicators(const struct inputs *inputs, uint32_t row)
{
	int member = record_member(
	    inputs->budget,
	    record_column(inputs->budget, inputs->projects, "项目代码"), row);

	return member >= 0 && inputs->indicators[member];
}

static struct amount budget_of(const struct inputs *inputs, uint32_t row)
{
	return record_amount(
	    inputs->budget,
	    record_column(inputs->budget, inputs->projects, "预算数"), row);
}

/* One with money to spend, and nothing that a form would say of it. */
static bool lacks_goals(const struct inputs *inputs, uint32_t row)
{
	struct amount budget = budget_of(inputs, row);

	return budget.there && budget.money.fen != 0 &&
	       !has_indicators(inputs, row) &&
	       input_text(inputs, "绩效目标", row).n == 0;
}

/* 甲、乙等7个 */
static void name_one(struct buf *names, struct str name, size_t before)
{
	if (before > 0 && before < MOST_NAMED)
		buf_add_cstr(names, "、");
	if (before < MOST_NAMED)
		buf_add(names, name);
}

struct money check_missing_goals(struct check *check)
{
	struct money sum = {0};
	struct inputs inputs;
	struct buf names = {.arena = check->arena};
	size_t n = 0;
	size_t i;

	if (!check->task->goals ||
	    !read_inputs(check, "项目[项目类别=22,3; 涉密!=是]", &inputs))
		return sum;
	for (i = 0; i < inputs.n; i++) {
		if (!lacks_goals(&inputs, inputs.rows[i]) ||
		    has_form(check, &inputs, inputs.rows[i]))
			continue;
		name_one(&names,
			 input_text(&inputs, "项目名称", inputs.rows[i]), n++);
		money_add(&sum, budget_of(&inputs, inputs.rows[i]).money);
	}
	if (n == 0)
		return sum;
	if (n > MOST_NAMED)
		buf_format(&names, "等%zu个", n);
	FOUND(check, &PROJ_GOALS, SPOT_NONE, buf_str(&names), STR_NONE);
	return sum;
}

void check_missing_forms(struct check *check)
{
	struct inputs inputs;
	struct str kind = STR_NONE;
	bool any = false;
	size_t i;

	if (check->projects->n == 0 ||
	    !read_inputs(check, "项目[涉密!=是]", &inputs))
		return;
	for (i = 0; i < inputs.n; i++) {
		if (has_form(check, &inputs, inputs.rows[i])) {
			kind = input_text(&inputs, "项目类别", inputs.rows[i]);
			any = true;
		}
	}
	for (i = 0; any && i < inputs.n; i++) {
		uint32_t row = inputs.rows[i];

		if (has_form(check, &inputs, row) ||
		    !str_equal(kind, input_text(&inputs, "项目类别", row)) ||
		    !has_indicators(&inputs, row))
			continue;
		FOUND(check, &PROJ_FORM, SPOT_NONE, STR_NONE,
		      input_text(&inputs, "项目名称", row));
	}
}
