/* SPDX-License-Identifier: MIT */
/* Performance indicators of projects. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/utf8.h"
#include "check/rule.h"
#include "check/words.h"

#define MILLION 1000000

/* [characters] of an indicator's name that means it wherever it stands */
#define LONG_NAME 6

typedef void indicator_rule(struct check *check, const struct project *project,
			    const struct indicator *indicator,
			    struct spot spot);

static void each(struct check *check, indicator_rule *rule)
{
	size_t i;
	size_t k;

	for (i = 0; i < check->projects->n; i++) {
		for (k = 0; k < check->projects->list[i].n_indicators; k++) {
			const struct project *project =
			    &check->projects->list[i];
			const struct indicator *indicator =
			    &project->indicators[k];

			rule(check, project, indicator,
			     spot_cell(project->grid, indicator->row,
				       indicator->column));
		}
	}
}

static bool is_percent(const struct indicator *indicator)
{
	return str_is(indicator->unit, "%") || str_is(indicator->unit, "％");
}

/* A rate that is to be low: 差错率, 投诉率, 闲置率. */
static const char *const bad_rates[] = {
    "差错",   "再访",	"违纪", "违规", "投诉",	  "事故",   "闲置",
    "失误",   "死亡",	"发案", "返工", "退货",	  "损耗",   "逾期",
    "上访",   "信访率", "故障", "流失", "偏差",	  "错误",   "缺陷",
    "不合格", "漏报",	"迟报", "瞒报", "控制率", "失泄密", NULL};
static const char *const good_rates[] = {
    "合格", "完成", "达标", "及时",   "满意", "覆盖",	"落实",
    "准确", "知晓", "参与", "通过",   "保障", "到位",	"利用率",
    "普及", "正常", "支持", "有效性", "稳定", "签订率", NULL};

static void check_percent(struct check *check, const struct project *project,
			  const struct indicator *indicator, struct spot spot)
{
	struct str name = indicator->level[2];
	bool at_most =
	    str_is(indicator->sign, "≤") || str_is(indicator->sign, "<");

	(void)project;
	if (!indicator->is_number || !is_percent(indicator))
		return;
	if (indicator->number > 100 * (int64_t)MILLION) {
		if (!words_in(name, (const char *const[]){"增长", "增幅",
							  "提高", "比", NULL}))
			FOUND(check, &IND_PCT, spot, indicator->shown,
			      STR("100%"), name);
	} else if (str_is(indicator->sign, "≥") &&
		   indicator->number == 100 * (int64_t)MILLION) {
		FOUND(check, &IND_PCT_FULL, spot, indicator->shown,
		      STR("=100%"), name);
	} else if (indicator->number <= 15 * (int64_t)MILLION && !at_most &&
		   words_in(name, good_rates) && !words_in(name, bad_rates)) {
		FOUND(check, &IND_PCT_LOW, spot, indicator->shown, STR_NONE,
		      name);
	}
}

void rule_ind_pct(struct check *check)
{
	each(check, check_percent);
}

static bool level_is(const struct indicator *indicator, int level,
		     const char *word)
{
	return str_find(indicator->level[level], str_from(word)) >= 0;
}

static void check_operator(struct check *check, const struct project *project,
			   const struct indicator *indicator, struct spot spot)
{
	struct str name = indicator->level[2];
	bool most =
	    str_is(indicator->sign, "≤") || str_is(indicator->sign, "<");
	bool least =
	    str_is(indicator->sign, "≥") || str_is(indicator->sign, ">");
	const char *wanted = NULL;

	(void)project;
	if (!indicator->is_number || (!most && !least))
		return;
	if (words_in(name, bad_rates))
		wanted = least ? "≤" : NULL;
	else if (level_is(indicator, 1, "成本"))
		wanted = least && indicator->amount.there ? "≤" : NULL;
	else if ((words_in(name, good_rates) && is_percent(indicator)) ||
		 level_is(indicator, 1, "满意"))
		wanted = most ? "≥" : NULL;
	else if (level_is(indicator, 1, "数量") && most &&
		 !words_in(name,
			   (const char *const[]){"控制", "压缩", "压减", "减少",
						 "上限", "能耗", NULL}))
		wanted = "≥";
	if (wanted != NULL)
		FOUND(check, &IND_OP, spot, indicator->shown, str_from(wanted),
		      name);
}

void rule_ind_op(struct check *check)
{
	each(check, check_operator);
}

/* A cost that the whole budget bounds, told by its name; else a part. */
static bool is_whole_cost(struct str name)
{
	static const char *const words[] = {"预算控制", "控制预算", "预算数",
					    "总成本",	"项目成本", "费用控制",
					    "控制数",	NULL};

	return words_in(name, words);
}

static bool is_unit_cost(const struct indicator *indicator)
{
	static const char *const words[] = {
	    "单价",	"人均", "每",	"标准", "平均", "/", "单位成本",
	    "单位造价", "单次", "单台", "单套", "单项", NULL};

	return words_in(indicator->level[2], words) ||
	       words_in(indicator->value, words);
}

static void check_cost(struct check *check, const struct project *project)
{
	struct money sum = {0};
	const struct indicator *last = NULL;
	bool whole = false;
	bool over = false; /* one alone exceeds the budget */
	bool parts = true; /* no cost is told by the piece */
	size_t n = 0;
	size_t i;

	for (i = 0; i < project->n_indicators; i++) {
		const struct indicator *indicator = &project->indicators[i];

		if (level_is(indicator, 1, "成本") && is_unit_cost(indicator))
			parts = false;
		if (!level_is(indicator, 1, "成本") ||
		    !indicator->amount.there || is_unit_cost(indicator) ||
		    str_is(indicator->sign, "≥") ||
		    str_is(indicator->sign, ">"))
			continue;
		last = indicator;
		if (indicator->amount.money.fen > project->budget.money.fen) {
			FOUND(check, &IND_COST,
			      spot_cell(project->grid, indicator->row,
					indicator->column),
			      indicator->shown,
			      wan_text(project->budget.money, check->arena),
			      project->name);
			over = true;
		}
		whole = whole || is_whole_cost(indicator->level[2]);
		money_add(&sum, indicator->amount.money);
		n++;
	}
	if (last == NULL || over || (whole && n > 1) ||
	    (!parts && sum.fen < project->budget.money.fen) ||
	    llabs((long long)(sum.fen - project->budget.money.fen)) <=
		(long long)(n + 1) * MONEY_WAN / 200)
		return;
	FOUND(check,
	      sum.fen > project->budget.money.fen ? &IND_COST_SUM
						  : &IND_COST_LESS,
	      spot_cell(project->grid, last->row, last->column),
	      wan_text(sum, check->arena),
	      wan_text(project->budget.money, check->arena), project->name);
}

/* A form that does not show its budget: no cost exceeds all projects'. */
static void check_bound(struct check *check, const struct project *project,
			struct money all)
{
	size_t i;

	for (i = 0; i < project->n_indicators; i++) {
		const struct indicator *indicator = &project->indicators[i];

		if (level_is(indicator, 1, "成本") && indicator->amount.there &&
		    indicator->amount.money.fen > all.fen) {
			FOUND(check, &IND_COST,
			      spot_cell(project->grid, indicator->row,
					indicator->column),
			      indicator->shown, wan_text(all, check->arena),
			      project->name);
		}
	}
}

void rule_ind_cost(struct check *check)
{
	size_t i;

	const struct fact *all = facts_find(check->facts, "项目支出");

	for (i = 0; i < check->projects->n; i++) {
		if (check->projects->list[i].budget.there)
			check_cost(check, &check->projects->list[i]);
		else if (all != NULL)
			check_bound(check, &check->projects->list[i],
				    all->money);
	}
}

/* 单价 x 数量 of one project, when it has one of each. */
void rule_ind_unitcost(struct check *check)
{
	size_t i;
	size_t k;

	for (i = 0; i < check->projects->n; i++) {
		const struct project *project = &check->projects->list[i];
		const struct indicator *price = NULL;
		const struct indicator *count = NULL;
		size_t n_counts = 0;
		int64_t total;

		for (k = 0; k < project->n_indicators; k++) {
			const struct indicator *indicator =
			    &project->indicators[k];

			if (indicator->is_number &&
			    level_is(indicator, 1, "数量") &&
			    !is_percent(indicator)) {
				count = indicator;
				n_counts++;
			}
			if (indicator->amount.there &&
			    str_find(indicator->level[2], STR("单价")) >= 0)
				price = indicator;
		}
		if (price == NULL || n_counts != 1 || !project->budget.there ||
		    count->number > 1000000 * (int64_t)MILLION)
			continue;
		total = price->amount.money.fen * (count->number / MILLION);
		if (total <= project->budget.money.fen)
			continue;
		FOUND(check, &IND_UNITCOST,
		      spot_cell(project->grid, price->row, price->column),
		      wan_text((struct money){total}, check->arena),
		      wan_text(project->budget.money, check->arena),
		      project->name);
	}
}

/* A number in words about a project that names an indicator: the words before
 * it end in the indicator's name. */
static void check_goal(struct check *check, struct spot spot,
		       const struct statements *words,
		       const struct indicator *indicator)
{
	static const char *const ends[] = {"达到", "达",   "不低于", "不少于",
					   "为",   "至少", "不超过", "以上",
					   "在",   "保持", "控制在", NULL};
	size_t i;

	for (i = 0; i < words->n; i++) {
		const struct statement *goal = &words->list[i];
		struct str lead;

		if (goal->figure == NULL ||
		    goal->figure->value == indicator->number ||
		    !str_equal(goal->figure->unit, indicator->unit))
			continue;
		lead =
		    words_strip_end(words_bare(goal->lead, check->arena), ends);
		if (!str_ends(lead,
			      words_bare(indicator->level[2], check->arena)))
			continue;
		FOUND(check, &IND_GOALNUM, spot,
		      figure_text(words->text, goal->figure), indicator->value,
		      indicator->level[2]);
	}
}

/* Names of one or two characters stand in too many words. */
static bool is_telling(const struct indicator *indicator)
{
	return indicator->is_number && indicator->level[2].n > 6;
}

/* Whether words name an indicator: most do not. */
static bool names_any(const struct project *project, struct str words)
{
	size_t i;

	for (i = 0; i < project->n_indicators; i++)
		if (is_telling(&project->indicators[i]) &&
		    str_find(words, project->indicators[i].level[2]) >= 0)
			return true;
	return false;
}

static void check_words(struct check *check, const struct project *project,
			struct spot spot, const struct statements *words)
{
	size_t k;

	for (k = 0; k < project->n_indicators; k++)
		if (is_telling(&project->indicators[k]))
			check_goal(check, spot, words, &project->indicators[k]);
}

/* A text of the form itself. */
static void check_cell(struct check *check, const struct project *project,
		       struct str text, size_t row, size_t column)
{
	struct statements words;

	if (!names_any(project, text))
		return;
	words = statements_read(text, check->view->year, check->arena);
	check_words(check, project, spot_cell(project->grid, row, column),
		    &words);
}

/* A name that no other project's indicator bears, and long enough to mean it
 * wherever it stands. */
static bool is_own_name(const struct check *check,
			const struct indicator *indicator)
{
	size_t n = 0;
	size_t i;
	size_t k;

	for (i = 0; i < check->projects->n; i++)
		for (k = 0; k < check->projects->list[i].n_indicators; k++)
			n += str_equal(
			    check->projects->list[i].indicators[k].level[2],
			    indicator->level[2]);
	return n == 1 && utf8_length(indicator->level[2]) >= LONG_NAME;
}

/* Paragraphs anywhere that name it. */
static void check_named(struct check *check, const struct project *project,
			const struct line *line)
{
	size_t k;

	for (k = 0; k < project->n_indicators; k++) {
		const struct indicator *indicator = &project->indicators[k];

		if (is_telling(indicator) &&
		    str_find(line->text, indicator->level[2]) >= 0 &&
		    is_own_name(check, indicator))
			check_goal(check, spot_line(line), &line->statements,
				   indicator);
	}
}

/* Paragraphs below a heading that is the project's name. */
static void check_paragraphs(struct check *check, const struct project *project)
{
	size_t i;

	for (i = 0; project->bare.n > 0 && i < check->view->n_lines; i++) {
		const struct line *line = &check->view->lines[i];

		if (line->statements.n == 0 || !names_any(project, line->text))
			continue;
		if (str_equal(
			words_bare(words_label(line->heading), check->arena),
			project->bare))
			check_words(check, project, spot_line(line),
				    &line->statements);
		else
			check_named(check, project, line);
	}
}

void rule_ind_goalnum(struct check *check)
{
	size_t i;

	for (i = 0; i < check->projects->n; i++) {
		const struct project *project = &check->projects->list[i];

		check_cell(check, project, project->goals, project->goals_row,
			   project->goals_column);
		check_cell(check, project, project->purpose,
			   project->purpose_row, project->purpose_column);
		check_paragraphs(check, project);
	}
}

static bool has_level(const struct project *project, const char *word)
{
	size_t i;

	for (i = 0; i < project->n_indicators; i++)
		if (level_is(&project->indicators[i], 0, word) ||
		    level_is(&project->indicators[i], 1, word))
			return true;
	return false;
}

void rule_ind_level(struct check *check)
{
	static const char *const words[] = {"产出", "效益", "满意"};
	size_t i;
	size_t k;

	for (i = 0; i < check->projects->n; i++) {
		const struct project *project = &check->projects->list[i];

		for (k = 0; k < 3 && project->n_indicators > 0 &&
			    str_find(project->grid->title, STR("整体")) < 0;
		     k++) {
			if (!has_level(project, words[k])) {
				FOUND(check, &IND_LEVEL,
				      spot_cell(project->grid, project->row, 0),
				      STR_NONE,
				      k < 2 ? str_from(words[k])
					    : STR("满意度"),
				      project->name);
			}
		}
	}
}

static void check_value(struct check *check, const struct project *project,
			const struct indicator *indicator, struct spot spot)
{
	static const char *const scoring[] = {"得满分", "酌情减分", "扣分",
					      "不得分", "得分",	    NULL};
	static const char *const leftover[] = {"XX",  "××",   "待填", "xx",
					       "***", "？？", NULL};
	static const char *const rates[] = {"率", NULL};
	struct str name = indicator->level[2];

	(void)project;
	if (indicator->value.n == 0)
		FOUND(check, &IND_VALUE_NONE, spot, STR_NONE, STR_NONE, name);
	else if (words_in(indicator->value, scoring))
		FOUND(check, &IND_VALUE_SCORE, spot, indicator->value, STR_NONE,
		      name);
	else if (words_in(indicator->value, leftover))
		FOUND(check, &IND_VALUE, spot, indicator->value, STR_NONE,
		      name);
	else if (words_end(name, rates) > 0 && indicator->is_number &&
		 !is_percent(indicator) && indicator->unit.n == 0 &&
		 indicator->number > 0)
		FOUND(check, &IND_VALUE_RATE, spot, indicator->value, STR("%"),
		      name);
}

void rule_ind_value(struct check *check)
{
	each(check, check_value);
}

static int order_of(const struct indicator *indicator)
{
	static const char *const order[] = {"数量", "质量", "时效", "成本"};
	int i;

	for (i = 0; i < 4; i++)
		if (level_is(indicator, 1, order[i]))
			return i;
	return -1;
}

void rule_ind_order(struct check *check)
{
	size_t i;
	size_t k;

	for (i = 0; i < check->projects->n; i++) {
		const struct project *project = &check->projects->list[i];
		int last = -1;

		for (k = 0; k < project->n_indicators; k++) {
			const struct indicator *indicator =
			    &project->indicators[k];
			int order = order_of(indicator);

			if (order < 0 || !level_is(indicator, 0, "产出"))
				continue;
			if (order < last) {
				FOUND(check, &IND_ORDER,
				      spot_cell(project->grid, indicator->row,
						indicator->column),
				      indicator->level[1],
				      STR("数量、质量、时效、成本"),
				      project->name);
				break;
			}
			last = order;
		}
	}
}
