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

/* Columns of the indicators, and in a table of several projects those of the
 * project itself. */
enum heading {
	HEADING_LEVEL, /* and two more */
	HEADING_DESCRIPTION = HEADING_LEVEL + 3,
	HEADING_SIGN,
	HEADING_VALUE,
	HEADING_UNIT,
	HEADING_NAME,
	HEADING_CODE,
	HEADING_BUDGET,
	HEADING_GOALS,
	N_HEADINGS
};

struct headings {
	int columns[N_HEADINGS]; /* -1: there is none */
};

/* What they are called, by province. */
static const struct {
	const char *word;
	bool whole; /* nothing else stands in it */
	enum heading heading;
} heading_words[] = {
    {"一级指标", true, HEADING_LEVEL},
    {"二级指标", true, HEADING_LEVEL + 1},
    {"三级指标", true, HEADING_LEVEL + 2},
    {"指标描述", false, HEADING_DESCRIPTION},
    {"指标说明", false, HEADING_DESCRIPTION},
    {"指标解释", false, HEADING_DESCRIPTION},
    {"符号", false, HEADING_SIGN},
    {"指标性质", true, HEADING_SIGN},
    {"指标值", true, HEADING_VALUE},
    {"目标值", false, HEADING_VALUE},
    {"计量单位", true, HEADING_UNIT},
    {"度量单位", true, HEADING_UNIT},
    {"项目名称", false, HEADING_NAME},
    {"项目编码", true, HEADING_CODE},
    {"项目代码", true, HEADING_CODE},
    {"预算数", false, HEADING_BUDGET},
    {"预算金额", false, HEADING_BUDGET},
    {"资金总额", false, HEADING_BUDGET},
    {"项目资金", false, HEADING_BUDGET},
    {"绩效目标", false, HEADING_GOALS},
};

/* The leftmost column of a heading counts. */
static void read_heading(struct headings *headings, struct str text, int column)
{
	size_t i;

	for (i = 0; i < sizeof(heading_words) / sizeof(*heading_words); i++) {
		const char *word = heading_words[i].word;
		int *at = &headings->columns[heading_words[i].heading];

		if (heading_words[i].whole ? !str_is(text, word)
					   : str_find(text, str_from(word)) < 0)
			continue;
		if (*at < 0)
			*at = column;
		return;
	}
}

/* Most rows of most tables head no indicators. */
static bool heads_indicators(const struct grid *grid, size_t row)
{
	static const struct str word = STR_INIT("三级指标");
	size_t c;

	for (c = 0; c < grid->n_columns; c++)
		if (str_equal(grid_text(grid, row, c), word))
			return true;
	return false;
}

static bool read_headings(const struct grid *grid, size_t row,
			  struct headings *headings)
{
	size_t c;

	if (!heads_indicators(grid, row))
		return false;
	for (c = 0; c < N_HEADINGS; c++)
		headings->columns[c] = -1;
	for (c = 0; c < grid->n_columns; c++) {
		const struct cell *cell =
		    grid->cells[row * grid->n_columns + c];

		if (cell != NULL && cell->column == (int)c)
			read_heading(headings, grid_text(grid, row, c), (int)c);
	}
	return headings->columns[HEADING_LEVEL + 2] >= 0 &&
	       headings->columns[HEADING_VALUE] >= 0;
}

static struct str at(const struct grid *grid, size_t row,
		     const struct headings *headings, enum heading heading)
{
	int column = headings->columns[heading];

	return column < 0 ? STR_NONE : grid_text(grid, row, (size_t)column);
}

/* ≥ | 95 | %: ≥95%, as it is read. */
static struct str shown_value(const struct indicator *indicator,
			      struct arena *arena)
{
	struct str value = indicator->value;
	size_t n;

	if (value.n > 0 && indicator->unit.n > 0 &&
	    !str_ends(value, indicator->unit))
		value = str_format(arena, STR_FMT STR_FMT, STR_ARG(value),
				   STR_ARG(indicator->unit));
	if (value.n > 0 && indicator->sign.n > 0 &&
	    indicator_sign(value, &n).n == 0)
		value = str_format(arena, STR_FMT STR_FMT,
				   STR_ARG(indicator->sign), STR_ARG(value));
	return value;
}

static void read_indicators(struct project *project, size_t from, size_t to,
			    const struct headings *headings,
			    struct arena *arena)
{
	const struct grid *grid = project->grid;
	size_t room = 0;
	size_t row;
	size_t n;
	int i;

	for (row = from; row < to; row++) {
		struct indicator indicator = {
		    .description = at(grid, row, headings, HEADING_DESCRIPTION),
		    .value = at(grid, row, headings, HEADING_VALUE),
		    .sign = indicator_sign(
			at(grid, row, headings, HEADING_SIGN), &n),
		    .unit = at(grid, row, headings, HEADING_UNIT),
		    .row = row,
		    .column = (size_t)headings->columns[HEADING_VALUE]};

		for (i = 0; i < 3; i++)
			indicator.level[i] =
			    at(grid, row, headings,
			       (enum heading)(HEADING_LEVEL + i));
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
		indicator.shown = shown_value(&indicator, arena);
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

/* The form of one project. */
static void read_form(struct project *project, size_t heads,
		      const struct headings *headings, struct arena *arena)
{
	const struct grid *grid = project->grid;

	project->overall = str_find(grid->title, STR("整体")) >= 0;
	read_head(project);
	read_plan(project);
	if (headings->columns[HEADING_NAME] >= 0) {
		/* a list of one project: its title is the list's */
		project->listed = true;
		project->name = at(grid, heads + 1, headings, HEADING_NAME);
	}
	if (project->name.n == 0)
		project->name = name_of_title(grid->title);
	project->bare = words_bare(project->name, arena);
	read_indicators(project, heads + 1, grid->n_rows, headings, arena);
}

static size_t column_of(const struct headings *headings, enum heading heading)
{
	int column = headings->columns[heading];

	return column < 0 ? 0 : (size_t)column;
}

/* One of the projects that a table lists, in rows from..to. */
static void read_listed(struct project *project, size_t from, size_t to,
			const struct headings *headings, struct arena *arena)
{
	const struct grid *grid = project->grid;

	project->row = from;
	project->listed = true;
	project->name = at(grid, from, headings, HEADING_NAME);
	project->bare = words_bare(project->name, arena);
	project->code = at(grid, from, headings, HEADING_CODE);
	project->overall = str_find(project->name, STR("整体")) >= 0;
	project->budget =
	    amount_of(grid, at(grid, from, headings, HEADING_BUDGET));
	project->goals = at(grid, from, headings, HEADING_GOALS);
	project->budget_row = project->goals_row = from;
	project->budget_column = column_of(headings, HEADING_BUDGET);
	project->goals_column = column_of(headings, HEADING_GOALS);
	read_indicators(project, from, to, headings, arena);
}

/* Where the rows of the project at row end: the next one has another name. */
static size_t end_of_listed(const struct grid *grid, size_t row,
			    const struct headings *headings)
{
	struct str name = at(grid, row, headings, HEADING_NAME);
	struct str code = at(grid, row, headings, HEADING_CODE);
	size_t end = row + 1;

	while (end < grid->n_rows &&
	       (at(grid, end, headings, HEADING_NAME).n == 0 ||
		(str_equal(at(grid, end, headings, HEADING_NAME), name) &&
		 str_equal(at(grid, end, headings, HEADING_CODE), code))))
		end++;
	return end;
}

/* Does the table list several projects, with their indicators below heads? */
static bool lists_several(const struct grid *grid, size_t heads,
			  const struct headings *headings)
{
	return headings->columns[HEADING_NAME] >= 0 &&
	       heads + 1 < grid->n_rows &&
	       end_of_listed(grid, heads + 1, headings) < grid->n_rows;
}

/* Room for one more. */
static struct project *add_project(struct project_list *list, size_t *room,
				   const struct grid *grid, struct arena *arena)
{
	list->list =
	    arena_grow(arena, list->list, list->n, room, sizeof(*list->list));
	list->list[list->n] = (struct project){.grid = grid};
	return &list->list[list->n];
}

/* Adds the projects that the grid shows. */
static void read_grid(const struct grid *grid, struct project_list *list,
		      size_t *room, struct arena *arena)
{
	struct headings headings;
	struct project *project;
	size_t heads = 0;
	size_t row;
	size_t end;

	while (heads < grid->n_rows && !read_headings(grid, heads, &headings))
		heads++;
	if (heads == grid->n_rows)
		return;
	if (!lists_several(grid, heads, &headings)) {
		project = add_project(list, room, grid, arena);
		read_form(project, heads, &headings, arena);
		list->n++;
		return;
	}
	for (row = heads + 1; row < grid->n_rows; row = end) {
		end = end_of_listed(grid, row, &headings);
		project = add_project(list, room, grid, arena);
		read_listed(project, row, end, &headings, arena);
		if (project->n_indicators > 0)
			list->n++;
	}
}

/* The budget of a form that does not show it, by the project's name. */
static void add_budget(struct project *project, const struct scope *scope)
{
	const struct budget *budget = scope->budget;
	int number = budget_relation(budget, STR("项目"));
	uint32_t row;

	if (number < 0 || project->budget.there || project->name.n == 0)
		return;
	for (row = 0; row < budget->relations[number].n_rows; row++) {
		uint32_t unit = budget->relations[number].units[row];

		if (unit == UNIT_ALL || !scope->units[unit] ||
		    !str_equal(
			record_text(budget,
				    record_column(budget, number, "项目名称"),
				    row),
			project->name))
			continue;
		project->budget = record_amount(
		    budget, record_column(budget, number, "预算数"), row);
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

const struct project *projects_next(const struct project_list *list,
				    const struct project *one)
{
	const struct project *next;

	for (next = one + 1; next < list->list + list->n; next++)
		if (!next->overall && str_equal(next->bare, one->bare))
			return next;
	return NULL;
}

struct project_list projects_read(const struct view *view,
				  const struct check_task *task,
				  struct arena *arena)
{
	struct project_list list = {.n = 0};
	size_t room = 0;
	size_t i;

	for (i = 0; i < view->n_grids; i++)
		read_grid(&view->grids[i], &list, &room, arena);
	for (i = 0; i < list.n && task != NULL && task->scope != NULL; i++)
		add_budget(&list.list[i], task->scope);
	return list;
}
