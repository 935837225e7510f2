/* SPDX-License-Identifier: MIT */
#include "check/projects.h"

#include "base/arena.h"
#include "budget/record.h"
#include "check/check.h"
#include "check/figure.h"
#include "check/view.h"
#include "check/words.h"

struct str indicator_sign(struct str value, size_t *n)
{
	static const struct {
		const char *word, *sign;
	} signs[] = {
	    {"≥", "≥"},	       {"≧", "≥"},	{">=", "≥"},
	    {"大于等于", "≥"}, {"不低于", "≥"}, {"不少于", "≥"},
	    {"≤", "≤"},	       {"≦", "≤"},	{"<=", "≤"},
	    {"小于等于", "≤"}, {"不高于", "≤"}, {"不超过", "≤"},
	    {"不大于", "≤"},   {"不多于", "≤"}, {"=", "="},
	    {"＝", "="},       {"等于", "="},	{">", ">"},
	    {"＞", ">"},       {"大于", ">"},	{"<", "<"},
	    {"＜", "<"},       {"小于", "<"},	{"定性", ""},
	};
	size_t i;

	for (i = 0; i < sizeof(signs) / sizeof(*signs); i++) {
		struct str word = str_from(signs[i].word);

		if (!str_starts(value, word))
			continue;
		*n = word.n;
		return str_from(signs[i].sign);
	}
	*n = 0;
	return STR_NONE;
}

void indicator_value(struct indicator *indicator, struct arena *arena)
{
	size_t n;
	struct str sign = indicator_sign(indicator->value, &n);
	struct str rest =
	    str_trim(str_slice(indicator->value, n, indicator->value.n));
	struct figure *figures = figures_read(rest, arena, &n);

	if (sign.n > 0)
		indicator->sign = sign;
	if (n != 1 || figures[0].from != 0)
		return;
	if (figures[0].unit.n > 0)
		indicator->unit = str_slice(rest, figures[0].number_to, rest.n);
	else if (figures[0].number_to < rest.n)
		indicator->unit =
		    str_trim(str_slice(rest, figures[0].number_to, rest.n));
	indicator->unit = str_trim(indicator->unit);
	if (figures[0].kind != FIGURE_MONEY && indicator->unit.n > 0 &&
	    figures[0].to == figures[0].number_to) {
		/* the unit stands in a column of its own: 5 | 万元 */
		struct buf buf = {.arena = arena};

		buf_add(&buf, str_slice(rest, 0, figures[0].number_to));
		buf_add(&buf, indicator->unit);
		figures = figures_read(buf_str(&buf), arena, &n);
	}
	if (figures[0].kind == FIGURE_YEAR || figures[0].kind == FIGURE_DATE ||
	    figures[0].kind == FIGURE_CODE)
		return;
	indicator->is_number = true;
	indicator->number = figures[0].value;
	if (figures[0].kind == FIGURE_MONEY)
		indicator->amount =
		    (struct amount){figure_money(&figures[0]), true};
}

/* Columns of the indicators, by what their heading says. */
struct headings {
	int level[3];
	int description, sign, value, unit;
};

static bool read_headings(const struct grid *grid, size_t row,
			  struct headings *headings)
{
	size_t c;

	*headings = (struct headings){{-1, -1, -1}, -1, -1, -1, -1};
	for (c = 0; c < grid->n_columns; c++) {
		const struct cell *cell =
		    grid->cells[row * grid->n_columns + c];
		struct str text = grid_text(grid, row, c);

		if (cell == NULL || cell->column != (int)c)
			continue;
		if (str_is(text, "一级指标"))
			headings->level[0] = (int)c;
		else if (str_is(text, "二级指标"))
			headings->level[1] = (int)c;
		else if (str_is(text, "三级指标"))
			headings->level[2] = (int)c;
		else if (str_find(text, STR("指标描述")) >= 0)
			headings->description = (int)c;
		else if (str_find(text, STR("符号")) >= 0)
			headings->sign = (int)c;
		else if (str_is(text, "指标值") ||
			 str_find(text, STR("目标值")) >= 0)
			headings->value = (int)c;
		else if (str_is(text, "计量单位"))
			headings->unit = (int)c;
	}
	return headings->level[2] >= 0 && headings->value >= 0;
}

static struct str at(const struct grid *grid, size_t row, int column)
{
	return column < 0 ? STR_NONE : grid_text(grid, row, (size_t)column);
}

static void read_indicators(struct project *project, size_t from,
			    const struct headings *headings,
			    struct arena *arena)
{
	const struct grid *grid = project->grid;
	size_t room = 0;
	size_t row;
	int i;

	for (row = from; row < grid->n_rows; row++) {
		struct indicator indicator = {
		    .description = at(grid, row, headings->description),
		    .value = at(grid, row, headings->value),
		    .sign = at(grid, row, headings->sign),
		    .unit = at(grid, row, headings->unit),
		    .row = row,
		    .column = (size_t)headings->value};

		for (i = 0; i < 3; i++)
			indicator.level[i] = at(grid, row, headings->level[i]);
		if (indicator.level[2].n == 0 ||
		    str_is(indicator.level[2], "三级指标"))
			continue;
		/* merged labels stand in the first of their rows */
		for (i = 0; i < 2 && project->n_indicators > 0; i++) {
			if (indicator.level[i].n == 0)
				indicator.level[i] =
				    project
					->indicators[project->n_indicators - 1]
					.level[i];
		}
		indicator_value(&indicator, arena);
		project->indicators = arena_grow(arena, project->indicators,
						 project->n_indicators, &room,
						 sizeof(*project->indicators));
		project->indicators[project->n_indicators++] = indicator;
	}
}

/* The plan: a row of 3月底 … with the values below. */
static void read_plan(struct project *project)
{
	static const char *const ends[] = {"3月底", "6月底", "10月底",
					   "12月底"};
	const struct grid *grid = project->grid;
	size_t r;
	size_t c;
	size_t i;

	for (r = 0; r + 1 < grid->n_rows; r++) {
		for (c = 0; c < grid->n_columns; c++) {
			for (i = 0; i < 4; i++) {
				const struct cell *cell =
				    grid->cells[r * grid->n_columns + c];

				if (cell == NULL || cell->column != (int)c ||
				    !str_is(grid_text(grid, r, c), ends[i]))
					continue;
				project->plan[i] = grid_text(grid, r + 1, c);
				project->plan_row = r + 1;
				project->plan_column[i] = c;
				project->n_plan = i + 1;
				project->plan_percent =
				    str_find(grid_text(grid, r, 0), STR("%")) >=
					0 ||
				    str_find(grid_text(grid, r, 0),
					     STR("％")) >= 0;
			}
		}
	}
}

static struct amount amount_of(const struct grid *grid, struct str text)
{
	struct money money = {0};

	if (money_parse(text, grid->unit, &money) != MONEY_OK)
		return AMOUNT_NONE;
	return (struct amount){money, true};
}

/* What a form calls the project's money, by province. */
static void read_budget(struct project *project)
{
	static const char *const labels[] = {"预算数", "年度资金总额",
					     "项目资金", "预算金额", NULL};
	const struct grid *grid = project->grid;
	size_t i;

	for (i = 0; labels[i] != NULL && !project->budget.there; i++)
		project->budget = amount_of(
		    grid, grid_value(grid, labels[i], &project->budget_row,
				     &project->budget_column));
}

static void read_head(struct project *project)
{
	const struct grid *grid = project->grid;
	size_t row = 0;
	size_t column = 0;

	project->code = grid_value(grid, "项目编码", &row, &column);
	project->name = grid_value(grid, "项目名称", &row, &column);
	project->fiscal =
	    amount_of(grid, grid_value(grid, "财政资金", &row, &column));
	project->other =
	    amount_of(grid, grid_value(grid, "其他资金", &row, &column));
	read_budget(project);
	project->goals = grid_value(grid, "绩效目标", &project->goals_row,
				    &project->goals_column);
	project->purpose = grid_value(grid, "资金用途", &project->purpose_row,
				      &project->purpose_column);
	if (project->purpose.n == 0 && project->budget.there &&
	    project->budget_row + 1 < grid->n_rows &&
	    project->budget_column > 0) {
		project->purpose_row = project->budget_row + 1;
		project->purpose_column = project->budget_column;
		project->purpose = grid_text(grid, project->purpose_row,
					     project->purpose_column);
	}
}

/* A form without a cell for the name has it in its title: 1、X绩效目标表. */
static struct str name_of_title(struct str title)
{
	static const char *const ends[] = {"项目支出绩效目标申报表",
					   "绩效目标申报表",
					   "绩效目标表",
					   "绩效目标",
					   "项目绩效表",
					   "绩效表",
					   NULL};

	return words_strip_end(words_label(title), ends);
}

static bool read_project(const struct grid *grid, struct project *project,
			 struct arena *arena)
{
	struct headings headings;
	size_t label_row = 0;
	size_t label_column = 0;
	size_t row;

	*project = (struct project){.grid = grid};
	for (row = 0; row < grid->n_rows; row++)
		if (read_headings(grid, row, &headings))
			break;
	if (row == grid->n_rows)
		return false;
	project->overall = str_find(grid->title, STR("整体")) >= 0;
	read_head(project);
	read_plan(project);
	if (grid_value(grid, "项目名称", &label_row, &label_column).n > 0 &&
	    label_row == row && label_column > 0)
		project->name = grid_text(grid, row + 1, label_column - 1);
	if (project->name.n == 0)
		project->name = name_of_title(grid->title);
	project->bare = words_bare(project->name, arena);
	read_indicators(project, row + 1, &headings, arena);
	return true;
}

/* The budget of a form that does not show it, by the project's name. */
static void add_budget(struct project *project, const struct scope *scope)
{
	const struct budget *budget = scope->budget;
	int number = budget_relation(budget, STR("项目"));
	const struct schema *schema;
	uint32_t row;

	if (number < 0 || project->budget.there || project->name.n == 0)
		return;
	schema = budget->relations[number].schema;
	for (row = 0; row < budget->relations[number].n_rows; row++) {
		uint32_t unit = budget->relations[number].units[row];
		struct column_ref name = {
		    number, schema_field(schema, STR("项目名称")), -1};
		struct column_ref amount = {
		    number, schema_field(schema, STR("预算数")), -1};

		if (unit == UNIT_ALL || !scope->units[unit] ||
		    !str_equal(record_text(budget, name, row), project->name))
			continue;
		project->budget = record_amount(budget, amount, row);
		return;
	}
}

const struct project *projects_find(const struct project_list *list,
				    struct str bare)
{
	size_t i;

	for (i = 0; bare.n > 0 && i < list->n; i++)
		if (!list->list[i].overall &&
		    str_equal(list->list[i].bare, bare))
			return &list->list[i];
	return NULL;
}

struct project_list projects_read(const struct view *view,
				  const struct check_task *task,
				  struct arena *arena)
{
	struct project_list list = {
	    .list = ARENA_ARRAY(arena, view->n_grids + 1, struct project)};
	size_t i;

	for (i = 0; i < view->n_grids; i++) {
		if (read_project(&view->grids[i], &list.list[list.n], arena)) {
			if (task != NULL && task->scope != NULL)
				add_budget(&list.list[list.n], task->scope);
			list.n++;
		}
	}
	return list;
}
