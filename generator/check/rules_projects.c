/* SPDX-License-Identifier: MIT */
/* Projects: the list in the text against the forms; what each form says of
 * money and time. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "check/narrow.h"
#include "check/rule.h"
#include "check/words.h"

/* What stands between a project's name and its amount. */
static const char *const behind_name[] = {"安排", "预算", "资金为",
					  "金额", "为",	  NULL};

/* Empty for the unit's own goals, which are no project. */
static struct str bare_name(const struct check *check, size_t i)
{
	if (check->projects->list[i].overall)
		return STR_NONE;
	return check->projects->list[i].bare;
}

/* How many projects the paragraph names. */
static size_t count_named(const struct check *check, struct str bare)
{
	size_t n = 0;
	size_t i;

	for (i = 0; i < check->projects->n; i++)
		n += bare_name(check, i).n > 0 &&
		     str_find(bare, bare_name(check, i)) >= 0;
	return n;
}

/* The project that a name stands for; near: one that differs by a character
 * only. MAP-free: a unit has some dozens. */
static const struct project *find_project(const struct check *check,
					  struct str name, bool near)
{
	size_t i;

	if (near && utf8_length(name) < PROJECT_NAME_SHORTEST)
		return NULL;
	for (i = 0; i < check->projects->n; i++)
		if (near ? words_distance(bare_name(check, i), name) == 1
			 : str_equal(bare_name(check, i), name))
			return &check->projects->list[i];
	return NULL;
}

/* The longest name that a lead ends with: a year or a remark may have hidden
 * its beginning from the subject. */
static const struct project *find_at_end(const struct check *check,
					 struct str lead)
{
	struct str bare = words_bare(lead, check->arena);
	const struct project *found = NULL;
	size_t longest = 0;
	size_t i;

	for (i = 0; i < check->projects->n; i++) {
		struct str name = bare_name(check, i);

		if (name.n <= longest || !str_ends(bare, name) ||
		    utf8_length(name) < PROJECT_NAME_SHORTEST)
			continue;
		found = &check->projects->list[i];
		longest = name.n;
	}
	return found;
}

/* A project's name, without what may stand between it and its amount. */
static struct str bare_subject(const struct check *check, struct str subject)
{
	return words_bare(words_strip_end(subject, behind_name), check->arena);
}

const struct project *check_project_of(const struct check *check,
				       const struct statement *item)
{
	static const char *const more_ends[] = {"项目", NULL};
	struct str name = bare_subject(check, item->subject);
	const struct project *project = find_project(check, name, false);

	if (project == NULL)
		project = find_at_end(check,
				      words_strip_end(item->lead, behind_name));
	if (project == NULL)
		project = find_project(check, words_strip_end(name, more_ends),
				       false);
	return project;
}

/* Of projects that share a name, the amount is that of any, or of all. */
static bool is_budget(const struct check *check, const struct project *project,
		      const struct figure *figure)
{
	struct money sum = {0};

	for (; project != NULL;
	     project = projects_next(check->projects, project)) {
		if (!project->budget.there ||
		    figure_is(figure, project->budget.money) ||
		    !money_add(&sum, project->budget.money))
			return true;
	}
	return figure_is(figure, sum);
}

static void check_item(struct check *check, const struct line *line,
		       const struct statement *item)
{
	const struct project *project = check_project_of(check, item);
	const struct project *near;

	if (project == NULL) {
		struct str name = bare_subject(check, item->subject);

		near = find_project(check, name, true);
		if (near != NULL)
			FOUND(check, &PROJ_NAME, spot_line(line), item->subject,
			      near->name);
		project = near;
	}
	if (project == NULL || is_budget(check, project, item->figure))
		return;
	FOUND(check, &PROJ_AMOUNT, spot_line(line),
	      figure_text(line->text, item->figure),
	      wan_text(project->budget.money, check->arena), project->name);
}

/* Another project's name stands at that place. */
static bool is_other(const struct check *check, struct str rest,
		     struct str name)
{
	size_t i;

	for (i = 0; i < check->projects->n; i++)
		if (bare_name(check, i).n > 0 &&
		    !str_equal(bare_name(check, i), name) &&
		    str_starts(rest, bare_name(check, i)))
			return true;
	return false;
}

/* What stands in the text in place of the name: seven tenths of its beginning,
 * at least; empty: nothing. */
static struct str near_name(const struct check *check, struct str bare,
			    struct str name)
{
	size_t at;

	for (at = 0; at + 1 < bare.n; at++) {
		struct str rest = str_slice(bare, at, bare.n);
		size_t same = 0;

		if (((unsigned char)bare.s[at] & 0xC0) == 0x80)
			continue;
		while (same < rest.n && same < name.n &&
		       rest.s[same] == name.s[same])
			same++;
		if (same * 10 < name.n * 7 || same < 12 ||
		    is_other(check, rest, name))
			continue;
		rest = str_slice(rest, 0, name.n);
		while (rest.n < bare.n - at && rest.n > 0 &&
		       ((unsigned char)rest.s[rest.n] & 0xC0) == 0x80)
			rest.n++;
		return rest;
	}
	return STR_NONE;
}

/* A project's place among the projects that are named: near names count. */
static bool is_named(const struct check *check, const struct line *line,
		     struct str bare, struct str name)
{
	size_t i;

	if (str_find(bare, name) >= 0)
		return true;
	for (i = 0; i < line->statements.n; i++) {
		if (words_distance(
			words_bare(words_strip_end(
				       line->statements.list[i].subject,
				       (const char *const[]){"安排", NULL}),
				   check->arena),
			name) <= 1)
			return true;
	}
	return false;
}

static void report_unnamed(struct check *check, const struct line *line,
			   struct str bare, size_t i)
{
	struct str near = near_name(check, bare, bare_name(check, i));

	if (near.n > 0)
		FOUND(check, &PROJ_NAME, spot_line(line), near,
		      check->projects->list[i].name);
	else
		FOUND(check, &PROJ_SET, spot_line(line), STR_NONE,
		      check->projects->list[i].name);
}

/* 其中新增甲项目50万元，乙项目减少20万元: what became more and less, no list.
 */
static bool tells_changes(const struct check *check, const struct line *line)
{
	size_t changes = 0;
	size_t levels = 0;
	size_t i;

	for (i = 0; i < line->statements.n; i++) {
		const struct statement *statement = &line->statements.list[i];

		if (find_at_end(check, statement->lead) != NULL)
			levels += statement->says == SAYS_LEVEL;
		changes += statement->says == SAYS_CHANGE ||
			   statement->says == SAYS_REASON;
	}
	return changes > levels;
}

/* The paragraph that lists the projects names most of them. */
static void check_list(struct check *check, const struct line *line)
{
	struct str bare;
	size_t n;
	size_t i;

	/* what a department hands on is some of its projects */
	if (str_find(line->text, STR("项目")) < 0 ||
	    str_find(line->heading, STR("主管专项")) >= 0)
		return;
	bare = words_bare(line->text, check->arena);
	n = count_named(check, bare);
	if (tells_changes(check, line))
		return;
	/* a list of some, as of 专项资金, or of those to be evaluated, is no
	 * list of all */
	if (str_find(line->text, STR("评价")) >= 0 || n < 2 ||
	    n * 2 < check->projects->n ||
	    (str_find(line->text, STR("项目支出")) < 0 &&
	     n * 3 < check->projects->n * 2))
		return;
	for (i = 0; i < check->projects->n; i++)
		if (bare_name(check, i).n > 0 &&
		    !is_named(check, line, bare, bare_name(check, i)))
			report_unnamed(check, line, bare, i);
}

/* A budget of this year that is said to be last year's. */
static void check_item_year(struct check *check, const struct line *line,
			    const struct statement *item)
{
	const struct project *project;
	size_t i;

	if (item->says != SAYS_LEVEL || item->figure == NULL ||
	    item->figure->kind != FIGURE_MONEY ||
	    item->year != check->view->year - 1)
		return;
	for (i = 0; i < line->statements.n; i++)
		if (line->statements.list[i].year == check->view->year)
			return;
	project = find_at_end(check, item->lead);
	if (project == NULL || !project->budget.there ||
	    !figure_is(item->figure, project->budget.money))
		return;
	FOUND(check, &YEAR_FIGURE, spot_line(line),
	      str_format(check->arena, "%d年", item->year),
	      str_format(check->arena, "%d年", check->view->year),
	      project->name);
}

/* Projects' amounts, wherever the text gives them. */
static void check_items(struct check *check, const struct line *line)
{
	size_t i;

	for (i = 0; i < line->statements.n; i++) {
		const struct statement *item = &line->statements.list[i];

		if (item->says == SAYS_LEVEL && item->figure != NULL &&
		    item->figure->kind == FIGURE_MONEY && item->subject.n > 0 &&
		    !item->last_year &&
		    (item->year == 0 || item->year == check->view->year))
			check_item(check, line, item);
		else
			check_item_year(check, line, item);
	}
}

/* Budgets of the forms, and of projects that were told to have none, make up
 * 项目支出. */
static void check_sum(struct check *check, struct money without_form)
{
	const struct fact *fact = facts_find(check->facts, "项目支出");
	struct money sum = {0};
	struct money whole;
	long long slack;
	size_t i;

	if (fact == NULL || check->projects->n == 0)
		return;
	whole = fact->money;
	/* That of secret projects stands in rows that name none. */
	if (check_has_secrets(check))
		whole.fen -=
		    check_sum_of(check, "支出[支出类型=项目支出; 项目代码=]")
			.money.fen;
	for (i = 0; i < check->projects->n; i++) {
		if (check->projects->list[i].overall)
			continue;
		if (!check->projects->list[i].budget.there)
			return;
		money_add(&sum, check->projects->list[i].budget.money);
	}
	slack = (long long)(check->projects->n + 1) * MONEY_WAN / 200;
	if (llabs((long long)(sum.fen - whole.fen)) <= slack ||
	    llabs((long long)(sum.fen + without_form.fen - whole.fen)) <= slack)
		return;
	FOUND(check, sum.fen > whole.fen ? &PROJ_SUM : &PROJ_SUM_LESS,
	      spot_cell(check->projects->list[0].grid,
			check->projects->list[0].budget_row,
			check->projects->list[0].budget_column),
	      wan_text(sum, check->arena), wan_text(whole, check->arena));
}

/* The sentence that a place stands in. */
static struct str sentence_at(struct str text, size_t at)
{
	static const char *const stops[] = {"。", "；", NULL};
	size_t n = 0;
	ptrdiff_t from = words_last(str_slice(text, 0, at), stops, &n);
	size_t begin = from < 0 ? 0 : (size_t)from + n;

	return str_slice(text, begin, words_next(text, at, stops) - begin);
}

/* Goals of all projects, not how some of them are judged. */
static bool is_of_goals(struct str sentence)
{
	static const char *const goals[] = {"绩效目标", "绩效管理", NULL};
	static const char *const some[] = {"评价", "自评", "监控", "重点",
					   "其中", "部分", "抽取", NULL};

	return words_in(sentence, goals) && !words_in(sentence, some);
}

/* 共编制8个重点项目绩效目标; 实行绩效管理的项目8个. */
static bool counts_goals(const struct line *line, const struct figure *figure)
{
	static const char *const ends[] = {"共", "有", "为", "共计", NULL};
	struct str rest = str_slice(line->text, figure->to, 45);
	struct str lead =
	    words_strip_end(str_slice(line->text, 0, figure->from), ends);

	if (figure->kind != FIGURE_COUNT || !str_is(figure->unit, "个"))
		return false;
	return (str_find(rest, STR("项目")) >= 0 &&
		str_find(rest, STR("绩效目标")) >= 0) ||
	       (str_ends(lead, STR("项目")) &&
		is_of_goals(sentence_at(line->text, figure->from)));
}

/* Whether the money is one that projects come to: all of them, or those of one
 * fund or of two. */
static bool is_of_projects(const struct check *check,
			   const struct figure *figure, struct money sum)
{
	const struct fact *fact = facts_find(check->facts, "项目支出");
	const struct fact *other;

	if (figure_is(figure, sum))
		return true;
	for (; fact != NULL; fact = fact->next == SIZE_MAX
					? NULL
					: &check->facts->list[fact->next]) {
		struct amount fiscal =
		    narrow_fact(check, fact, STR("资金性质=财政拨款"));

		if (figure_is(figure, fact->money) ||
		    (fiscal.there && figure_is(figure, fiscal.money)))
			return true;
		for (other = fact; other->next != SIZE_MAX;) {
			struct money both = fact->money;

			other = &check->facts->list[other->next];
			money_add(&both, other->money);
			if (figure_is(figure, both))
				return true;
		}
	}
	return false;
}

/* 其中：财政拨款367.8万元. */
static bool is_fiscal_part(const struct statement *said)
{
	static const char *const fiscal[] = {"财政拨款", "财政资金",
					     "财政性资金", NULL};

	return said->opener == OPENS_PARTS && said->subject.n > 0 &&
	       words_only(said->subject, fiscal);
}

/* 项目8个，涉及预算金额400万元: what all projects come to. */
static void check_goal_money(struct check *check, const struct line *line,
			     struct str sentence, struct money sum)
{
	static const char *const all[] = {"全部", "均", "个项目", "项目", NULL};
	static const char *const money[] = {"涉及", "金额", "项目支出", NULL};
	static const char *const whole[] = {"整体", NULL};
	static const char *const parts[] = {"其中", NULL};
	size_t from = (size_t)(sentence.s - line->text.s);
	bool first = true;
	size_t i;

	if (!is_of_goals(
		str_slice(sentence, 0, words_next(sentence, 0, parts))) ||
	    !words_in(sentence, all) || words_in(sentence, whole))
		return;
	for (i = 0; i < line->statements.n; i++) {
		const struct statement *said = &line->statements.list[i];

		if (said->from < from || said->to > from + sentence.n ||
		    said->figure == NULL || said->figure->kind != FIGURE_MONEY)
			continue;
		/* the first amount of the sentence alone, and 其中财政拨款 of
		 * it */
		if (first && !words_in(said->lead, money))
			return;
		if ((said->says == SAYS_LEVEL || said->says == SAYS_SUM) &&
		    (first || is_fiscal_part(said)) && !said->figure->about &&
		    !said->figure->bound &&
		    !is_of_projects(check, said->figure, sum))
			FOUND(check, &TXT_FIGURE_UNSURE, spot_line(line),
			      figure_text(line->text, said->figure),
			      wan_text(sum, check->arena), STR("项目金额"),
			      check->projects->list[0].grid->title);
		first = false;
	}
}

/* What sentences say of the goals of all projects. */
static void check_count(struct check *check, const struct line *line)
{
	struct money sum = {0};
	bool budgets = true;
	size_t n = 0;
	size_t i;

	if (str_find(line->text, STR("绩效")) < 0)
		return;
	for (i = 0; i < check->projects->n; i++) {
		const struct project *project = &check->projects->list[i];

		if (project->overall)
			continue;
		n++;
		money_add(&sum, project->budget.money);
		budgets = budgets && project->budget.there;
	}
	if (n == 0 || line->outline > 0 || check_has_secrets(check))
		return;
	for (i = 0; i < line->statements.n_figures; i++) {
		const struct figure *figure = &line->statements.figures[i];

		if (!counts_goals(line, figure) ||
		    figure->value == (int64_t)n * 1000000)
			continue;
		FOUND(check, &PROJ_COUNT, spot_line(line),
		      figure_text(line->text, figure),
		      str_format(check->arena, "%zu", n));
	}
	for (i = 0; budgets && i < line->text.n;) {
		struct str sentence = sentence_at(line->text, i);

		check_goal_money(check, line, sentence, sum);
		i = (size_t)(sentence.s - line->text.s) + sentence.n + 3;
	}
}

/* 3、甲项目绩效目标表: the title bears the name that stands in the form. */
static void check_title(struct check *check, const struct project *project)
{
	struct str title =
	    words_bare(words_label(project->grid->title), check->arena);

	if (project->overall || project->listed ||
	    utf8_length(project->bare) < PROJECT_NAME_SHORTEST ||
	    str_find(title, STR("绩效")) <= 0 ||
	    str_find(title, project->bare) >= 0 ||
	    words_start(
		title, (const char *const[]){"项目", "部门", "单位", NULL}) > 0)
		return;
	FOUND(check, &PROJ_TITLE, spot_cell(project->grid, 0, 0),
	      project->grid->title, project->name);
}

void rule_proj_set(struct check *check)
{
	size_t i;

	for (i = 0; i < check->projects->n; i++)
		check_title(check, &check->projects->list[i]);

	for (i = 0; i < check->view->n_lines; i++) {
		if (check->view->lines[i].outline == 0) {
			check_list(check, &check->view->lines[i]);
			check_items(check, &check->view->lines[i]);
			check_evaluated(check, &check->view->lines[i]);
			check_count(check, &check->view->lines[i]);
		}
	}
	check_sum(check, check_missing_goals(check));
	check_missing_forms(check);
}

/* What the text says the project's budget is. */
static bool says_budget(const struct statement *statement)
{
	static const char *const words[] = {"项目预算", "预算数",   "财政资金",
					    "项目资金", "预算资金", "预算金额",
					    "总预算",	NULL};

	return words_in(statement->subject, words);
}

static void check_purpose(struct check *check, const struct project *project)
{
	struct statements all =
	    statements_read(project->purpose, check->view->year, check->arena);
	size_t i;

	for (i = 0; i < all.n; i++) {
		const struct figure *figure = all.list[i].figure;
		struct money budget = project->budget.money;
		struct figure other;

		if (figure == NULL || figure->kind != FIGURE_MONEY ||
		    all.list[i].says != SAYS_LEVEL || figure_is(figure, budget))
			continue;
		if (str_find(all.list[i].subject, STR("财政资金")) >= 0 &&
		    project->fiscal.there &&
		    figure_is(figure, project->fiscal.money))
			continue;
		other = *figure;
		other.money =
		    figure->money == MONEY_WAN ? MONEY_YUAN : MONEY_WAN;
		if (figure->value != 0 && figure_is(&other, budget)) {
			FOUND(check, &UNIT_WORD_PURPOSE,
			      spot_cell(project->grid, project->purpose_row,
					project->purpose_column),
			      figure_text(project->purpose, figure),
			      wan_text(budget, check->arena));
		} else if (says_budget(&all.list[i]) ||
			   figure_money(figure).fen > budget.fen) {
			FOUND(check, &UNIT_WORD_BUDGET,
			      spot_cell(project->grid, project->purpose_row,
					project->purpose_column),
			      figure_text(project->purpose, figure),
			      wan_text(budget, check->arena));
		}
	}
}

void rule_unit_word(struct check *check)
{
	size_t i;

	for (i = 0; i < check->projects->n; i++)
		if (check->projects->list[i].budget.there &&
		    check->projects->list[i].purpose.n > 0)
			check_purpose(check, &check->projects->list[i]);
}

/* A value of the plan in 分 or millionths of a percent. */
static bool plan_value(const struct project *project, size_t i, int64_t *value,
		       struct arena *arena)
{
	struct str text = project->plan[i];
	struct money money = {0};
	size_t n;
	struct figure *figures = figures_read(text, arena, &n);

	*value = 0;
	if (text.n == 0)
		return true;
	if (n == 1 &&
	    (project->plan_percent || figures[0].kind == FIGURE_PERCENT)) {
		*value = figures[0].value;
		return true;
	}
	if (money_parse(text, project->grid->unit, &money) != MONEY_OK)
		return false;
	*value = money.fen;
	return true;
}

static bool plan_is_percent(const struct project *project)
{
	size_t i;

	for (i = 0; i < project->n_plan; i++)
		if (str_ends(project->plan[i], STR("%")) ||
		    str_ends(project->plan[i], STR("％")))
			return true;
	return project->plan_percent;
}

static void check_plan(struct check *check, const struct project *project)
{
	int64_t before = 0;
	int64_t value = 0;
	int64_t whole =
	    plan_is_percent(project) ? 100000000 : project->budget.money.fen;
	int64_t slack =
	    plan_is_percent(project) ? 0 : grid_half_step(project->grid) * 2;
	size_t i;

	for (i = 0; i < project->n_plan; i++) {
		struct spot spot = spot_cell(project->grid, project->plan_row,
					     project->plan_column[i]);

		if (!plan_value(project, i, &value, check->arena))
			return;
		if (value < before)
			FOUND(check, &PLAN_FALLS, spot, project->plan[i],
			      i == 0 ? STR_NONE : project->plan[i - 1],
			      project->name);
		before = value;
	}
	if (whole == 0 || before == 0 ||
	    llabs((long long)(before - whole)) <= slack)
		return;
	FOUND(check, &PLAN_END,
	      spot_cell(project->grid, project->plan_row,
			project->plan_column[project->n_plan - 1]),
	      project->plan[project->n_plan - 1],
	      plan_is_percent(project)
		  ? STR("100%")
		  : wan_text((struct money){whole}, check->arena),
	      project->name);
}

void rule_plan(struct check *check)
{
	size_t i;

	for (i = 0; i < check->projects->n; i++) {
		const struct project *project = &check->projects->list[i];

		if (project->n_plan == 0)
			continue;
		if (project->n_plan < 4) {
			FOUND(check, &PLAN_COLUMNS,
			      spot_cell(project->grid, project->plan_row, 0),
			      str_format(check->arena, "%zu", project->n_plan),
			      STR("4"), project->name);
		} else {
			check_plan(check, project);
		}
	}
}

/* 预算数 is 财政资金 and 其他资金; blank is nothing. */
void check_form_funds(struct check *check)
{
	size_t i;

	for (i = 0; i < check->projects->n; i++) {
		const struct project *project = &check->projects->list[i];
		struct money sum = project->fiscal.money;

		if (!project->budget.there ||
		    (!project->fiscal.there && !project->other.there) ||
		    !money_add(&sum, project->other.money) ||
		    llabs((long long)(sum.fen - project->budget.money.fen)) <=
			3 * grid_half_step(project->grid))
			continue;
		FOUND(check, &SUM_SUBITEM,
		      spot_cell(project->grid, project->budget_row,
				project->budget_column),
		      grid_money(project->grid, project->budget.money,
				 check->arena),
		      grid_money(project->grid, sum, check->arena));
	}
}
