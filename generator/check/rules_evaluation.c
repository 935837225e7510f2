/* SPDX-License-Identifier: MIT */
/* Projects that are to be evaluated:
 * 选取档案数字化项目进行重点绩效评价，预算金额 200万元 is the budget of those
 * that the sentence names. */
#include "base/arena.h"
#include "base/utf8.h"
#include "check/rule.h"
#include "check/words.h"

/* The projects that a text names, one name not within another. */
struct named {
	struct money budgets, fiscal;
	struct str names;
	size_t n;
	bool certain; /* each has one budget */
};

/* Whether the name stands in the text only as a part of a longer one. */
static bool is_within(const struct check *check, size_t which)
{
	struct str name = check->projects->list[which].bare;
	size_t i;

	for (i = 0; i < check->projects->n; i++)
		if (i != which &&
		    str_find(check->projects->list[i].bare, name) >= 0)
			return true;
	return false;
}

static struct named named_in(const struct check *check, struct str text)
{
	struct str bare = words_bare(text, check->arena);
	struct buf names = {.arena = check->arena};
	struct named named = {.certain = true};
	size_t i;

	for (i = 0; i < check->projects->n; i++) {
		const struct project *project = &check->projects->list[i];

		if (project->overall || project->bare.n == 0 ||
		    utf8_length(project->bare) < PROJECT_NAME_SHORTEST ||
		    str_find(bare, project->bare) < 0)
			continue;
		named.certain =
		    named.certain && project->budget.there &&
		    !is_within(check, i) &&
		    money_add(&named.budgets, project->budget.money) &&
		    money_add(&named.fiscal, project->fiscal.money);
		if (named.n++ > 0)
			buf_add(&names, STR("、"));
		buf_add(&names, project->name);
	}
	named.names = buf_str(&names);
	return named;
}

/* 等2个项目: there may be more than are named. */
static bool names_all(const struct line *line, struct str text, size_t n)
{
	static const char *const more[] = {"等", NULL};
	size_t from = (size_t)(text.s - line->text.s);
	bool all = !words_in(text, more);
	size_t i;

	for (i = 0; i < line->statements.n_figures; i++) {
		const struct figure *figure = &line->statements.figures[i];

		if (figure->from < from || figure->to > from + text.n ||
		    figure->kind != FIGURE_COUNT || !str_is(figure->unit, "个"))
			continue;
		if (figure->value != (int64_t)n * 1000000)
			return false;
		all = true;
	}
	return all;
}

/* The sentence up to the place. */
static struct str sentence_before(struct str text, size_t at)
{
	static const char *const stops[] = {"。", "；", NULL};
	size_t n = 0;
	ptrdiff_t stop = words_last(str_slice(text, 0, at), stops, &n);
	size_t from = stop < 0 ? 0 : (size_t)stop + n;

	return str_slice(text, from, at - from);
}

/* What names no money of its own: 涉及预算金额. */
static bool is_money_of_them(struct str subject)
{
	static const char *const words[] = {"涉及", "预算", "资金", "金额",
					    "项目", "财政", "总",   "合计",
					    "共计", "安排", NULL};
	static const char *const ends[] = {"评价", "评估", NULL};

	subject = words_strip_end(subject, words);
	return subject.n == 0 || words_end(subject, ends) > 0;
}

static void check_money(struct check *check, const struct line *line,
			const struct statement *said)
{
	static const char *const evaluates[] = {"绩效评价", "重点评价",
						"事前评估", NULL};
	/* what was evaluated before had another year's budget */
	static const char *const past[] = {"已",   "上年",   "去年",
					   "完成", "上年度", NULL};
	struct str before = sentence_before(line->text, said->from);
	struct named named;

	if (!words_in(before, evaluates) || words_in(before, past) ||
	    !is_money_of_them(said->subject))
		return;
	named = named_in(check, before);
	if (named.n == 0 || !named.certain ||
	    !names_all(line, before, named.n) ||
	    figure_is(said->figure, named.budgets) ||
	    figure_is(said->figure, named.fiscal))
		return;
	FOUND(check, &PROJ_AMOUNT, spot_line(line),
	      figure_text(line->text, said->figure),
	      wan_text(named.budgets, check->arena), named.names);
}

void check_evaluated(struct check *check, const struct line *line)
{
	const struct statements *all = &line->statements;
	size_t sentence = SIZE_MAX;
	size_t i;

	for (i = 0; i < all->n; i++) {
		const struct statement *said = &all->list[i];

		if (said->figure == NULL ||
		    said->figure->kind != FIGURE_MONEY ||
		    said->sentence == sentence)
			continue;
		/* the first amount of a sentence alone */
		sentence = said->sentence;
		if (said->says == SAYS_LEVEL && !said->last_year &&
		    !said->figure->about && !said->figure->bound &&
		    (said->year == 0 || said->year == check->view->year))
			check_money(check, line, said);
	}
}
