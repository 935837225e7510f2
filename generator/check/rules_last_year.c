/* SPDX-License-Identifier: MIT */
/*
 * Last year's figures: rows of that year, else 指标 under the names that the
 * reference of the input gives. Changes that a sentence states are held
 * against them.
 */
#include "base/arena.h"
#include "budget/record.h"
#include "check/changes.h"
#include "check/codes.h"
#include "check/kinds.h"
#include "check/narrow.h"
#include "check/rule.h"
#include "check/words.h"

/* Names of facts and of 指标 with their 对象 (docs/input.md). */
static const struct {
	const char *name, *measure, *objects[2];
} measures[] = {
    {"支出总计", "支出", {"", NULL}},
    {"收入总计", "收入", {"", NULL}},
    {"收支总计", "支出", {"", NULL}},
    {"基本支出", "基本支出", {"", NULL}},
    {"项目支出", "项目支出", {"", NULL}},
    {"人员经费", "人员经费", {"", NULL}},
    {"公用经费", "公用经费", {"", NULL}},
    {"机关运行经费", "公用经费", {"", NULL}},
    {"机关运行经费支出", "公用经费", {"", NULL}},
    {"政府采购预算", "政府采购", {"", NULL}},
    {"三公经费小计", "三公", {"", NULL}},
    {"因公出国境费", "三公", {"因公出国", NULL}},
    {"公务用车购置费", "三公", {"公务用车购置", NULL}},
    {"公务用车运行维护费", "三公", {"公务用车运行维护", NULL}},
    {"公务用车购置及运行维护费", "三公", {"公务用车购置", "公务用车运行维护"}},
    {"公务接待费", "三公", {"公务接待", NULL}},
};

static struct amount measured(const struct scope *scope, struct str name)
{
	struct amount sum = AMOUNT_NONE;
	size_t i;
	size_t k;

	for (i = 0; i < sizeof(measures) / sizeof(*measures); i++) {
		if (!str_is(name, measures[i].name))
			continue;
		for (k = 0; k < 2 && measures[i].objects[k] != NULL; k++) {
			struct measure measure = budget_measure(
			    scope, str_from(measures[i].measure),
			    str_from(measures[i].objects[k]), DIM_SANGONG,
			    scope->year - 1, STR("预算"));

			if (!measure.there || !measure.amount.there)
				return AMOUNT_NONE;
			amount_add(&sum, measure.amount.money);
		}
		return sum;
	}
	return AMOUNT_NONE;
}

/* What a sentence may compare: this year's amount and last year's, of one
 * fund or of all. */
struct years {
	struct amount now, was;
};

#define MOST_YEARS 4

/* 机关运行经费 is summed up from classes, which last year's rows may lack: the
 * 公用经费 of last year, where that of this year is the same. */
static struct amount operating_before(const struct check *check,
				      const struct fact *fact)
{
	struct amount now;

	if (str_find(fact->name, STR("运行经费")) < 0)
		return AMOUNT_NONE;
	now = check_sum_of(check,
			   "支出[支出类型=公用经费; 资金性质=一般公共预算]");
	if (!now.there || now.money.fen != fact->money.fen)
		return AMOUNT_NONE;
	return check_sum_of(
	    check, "支出[支出类型=公用经费; 资金性质=一般公共预算; 年度=上年]");
}

static struct amount last_year(const struct check *check,
			       const struct fact *fact)
{
	struct amount rows = narrow_fact(check, fact, STR("年度=上年"));

	if (!rows.there)
		rows = measured(check->task->scope, fact->name);
	return rows.there ? rows : operating_before(check, fact);
}

static void add_years(struct years *list, size_t *n, struct amount now,
		      struct amount was)
{
	if (now.there && was.there && *n < MOST_YEARS)
		list[(*n)++] = (struct years){now, was};
}

/* A term of the template: of the fund that the words speak of, and of all. */
static void add_term(const struct check *check, const struct line *line,
		     const struct statement *statement,
		     const struct naming *naming, const struct fact *term,
		     struct years *list, size_t *n)
{
	struct str fund = naming->funded
			      ? naming->fund
			      : narrow_around(check, line, statement);
	struct str filter = narrow_filter(check, fund);

	if (!naming->funded || str_find(term->select, fund) >= 0)
		add_years(list, n, (struct amount){term->money, true},
			  last_year(check, term));
	if (filter.n > 0)
		add_years(
		    list, n, narrow_fact(check, term, filter),
		    narrow_fact(check, term,
				str_format(check->arena, STR_FMT "; 年度=上年",
					   STR_ARG(filter))));
}

/* A class of a table: the code's rows of last year, of the table's fund. */
static void add_class(const struct check *check, const struct fact *fact,
		      struct years *list, size_t *n)
{
	static const char *const funds[] = {
	    [TABLE_GENERAL] = "; 资金性质=一般公共预算",
	    [TABLE_FUND] = "; 资金性质=政府性基金预算",
	    [TABLE_SPENDING] = ""};
	enum table_kind kind =
	    fact->grid == NULL ? TABLE_OTHER : grid_kind(fact->grid);
	struct str code;
	struct str select;

	if ((kind != TABLE_GENERAL && kind != TABLE_FUND &&
	     kind != TABLE_SPENDING) ||
	    !codes_by_class(fact->grid))
		return;
	code = codes_class(fact->grid, fact->row);
	if (!is_code(code) || code.n < 7)
		return;
	select = str_format(check->arena,
			    "支出[支出功能分类科目=" STR_FMT "; 年度=上年%s]",
			    STR_ARG(code), funds[kind]);
	add_years(list, n, (struct amount){fact->money, true},
		  check_sum_of(check, str_cstr(select, check->arena)));
}

/* The term that a subject names; NULL: none, or it cannot be told which. */
static const struct fact *term_of(const struct check *check,
				  const struct naming *naming)
{
	const struct fact *found = NULL;
	size_t i;

	for (i = naming->fact; i != SIZE_MAX; i = check->facts->list[i].next) {
		const struct fact *fact = &check->facts->list[i];

		if (fact->source != FACT_TERM)
			continue;
		/* 收支 with a carry-over at the year's end: which side? */
		if (found != NULL && found->money.fen != fact->money.fen)
			return NULL;
		found = found == NULL ? fact : found;
	}
	return found;
}

/* 财政拨款收入, where the template's own word is 财政拨款收入总计; NULL: none,
 * or another amount. */
static const struct fact *total_term(const struct check *check, size_t i)
{
	const struct fact *fact = &check->facts->list[i];
	struct str name =
	    str_format(check->arena, STR_FMT "总计", STR_ARG(fact->name));
	const struct fact *found =
	    facts_find(check->facts, str_cstr(name, check->arena));

	return found != NULL && found->source == FACT_TERM &&
		       found->money.fen == fact->money.fen
		   ? found
		   : NULL;
}

/* All that the statement's subject may be, of those that its level is, if one
 * is told. */
static size_t years_of(const struct check *check, const struct line *line,
		       const struct statement *statement, struct years *list)
{
	const struct statement *level = statement_at(line, statement->of);
	struct str subject = subject_of(line, statement);
	struct naming naming = facts_name(check->facts, subject, check->arena);
	const struct fact *term;
	size_t n = 0;
	size_t kept = 0;
	size_t i;

	if (naming.fact == SIZE_MAX || !naming.exact)
		return 0;
	term = term_of(check, &naming);
	if (term == NULL)
		term = total_term(check, naming.fact);
	if (term != NULL)
		add_term(check, line, statement, &naming, term, list, &n);
	for (i = naming.fact; term == NULL && i != SIZE_MAX;
	     i = check->facts->list[i].next)
		if (!naming.funded ||
		    fact_of_fund(&check->facts->list[i], naming.fund))
			add_class(check, &check->facts->list[i], list, &n);
	if (level == NULL || level->figure == NULL ||
	    level->figure->kind != FIGURE_MONEY)
		return n;
	for (i = 0; i < n; i++)
		if (figure_is(level->figure, list[i].now.money))
			list[kept++] = list[i];
	/* a level that is none of them is told elsewhere */
	return kept;
}

bool change_of_name(const struct check *check, struct str name,
		    struct money *change)
{
	struct naming naming = facts_name(check->facts, name, check->arena);
	const struct fact *term;
	struct amount was;

	if (check->task->scope == NULL || naming.fact == SIZE_MAX ||
	    !naming.exact || naming.funded)
		return false;
	term = term_of(check, &naming);
	if (term == NULL)
		return false;
	was = last_year(check, term);
	change->fen = term->money.fen - was.money.fen;
	return was.there;
}

/* What is compared with what was spent, or on another basis, is not compared
 * with last year's budget. */
static bool of_another_basis(const struct line *line,
			     const struct statement *statement)
{
	static const char *const stops[] = {"。", "；", NULL};
	static const char *const words[] = {"执行", "决算", "完成数", "口径",
					    "调整", "实际", NULL};
	size_t to =
	    statement->figure == NULL ? statement->to : statement->figure->from;
	struct str before = str_slice(line->text, 0, to);
	size_t n = 0;
	ptrdiff_t stop = words_last(before, stops, &n);

	if (stop >= 0)
		before = str_slice(before, (size_t)stop + n, before.n);
	return words_in(before, words);
}

static bool compares_with_last_year(const struct check *check,
				    const struct line *line,
				    const struct statement *statement)
{
	return (statement->against == -1 ||
		statement->against == check->view->year - 1) &&
	       (statement->figure == NULL ||
		statement->figure->kind == FIGURE_MONEY ||
		statement->says == SAYS_GROWTH) &&
	       !of_another_basis(line, statement);
}

static int64_t change_in(const struct years *years)
{
	return years->now.money.fen - years->was.money.fen;
}

/* Where the direction is wrong it is part of what is told. */
static bool goes_other_way(const struct statement *change, int64_t real)
{
	return change->figure != NULL && ((change->sign < 0 && real > 0) ||
					  (change->sign > 0 && real < 0));
}

static struct str change_text(const struct check *check,
			      const struct statement *change, struct str figure,
			      int64_t real)
{
	return goes_other_way(change, real)
		   ? str_format(check->arena, "%s" STR_FMT,
				change->sign < 0 ? "减少" : "增加",
				STR_ARG(figure))
		   : figure;
}

static struct str directed(const struct check *check,
			   const struct statement *change, int64_t real)
{
	if (!goes_other_way(change, real))
		return wan_text((struct money){real}, check->arena);
	return str_format(
	    check->arena, "%s" STR_FMT, real < 0 ? "减少" : "增加",
	    STR_ARG(wan_text((struct money){real < 0 ? -real : real},
			     check->arena)));
}

/* The change behind the last part of a list may be that of the whole:
 * 其中购置费18万元，运行费20万元，较上年减少5万元. */
static bool is_of_whole(const struct check *check, const struct line *line,
			const struct statement *change, int64_t said,
			int64_t slack)
{
	const struct statement *level = statement_at(line, change->of);
	const struct statement *whole =
	    level == NULL || change->subject.n > 0 || level->figure == NULL
		? NULL
		: whole_of_list(line, level);
	struct statement other = *change;
	struct years list[MOST_YEARS];
	size_t n;
	size_t i;

	if (whole == NULL || whole->sentence != change->sentence)
		return false;
	other.of = whole - line->statements.list;
	n = years_of(check, line, &other, list);
	for (i = 0; i < n; i++) {
		int64_t off = said - change_in(&list[i]);

		if (off >= -slack && off <= slack)
			return true;
	}
	return false;
}

static void check_change(struct check *check, const struct line *line,
			 const struct statement *change)
{
	struct years list[MOST_YEARS];
	size_t n = years_of(check, line, change, list);
	int64_t said = 0;
	int64_t slack = MONEY_WAN / 100;
	size_t i;

	if (change->figure != NULL) {
		said = change->sign * figure_money(change->figure).fen;
		slack += figure_half_step(change->figure);
	}
	for (i = 0; i < n; i++) {
		int64_t off = said - change_in(&list[i]);

		if (off >= -slack && off <= slack)
			return;
	}
	if (n == 0 || is_of_whole(check, line, change, said, slack))
		return;
	FOUND(check, &TXT_YOY, spot_line(line),
	      change_text(check, change,
			  change->figure == NULL
			      ? STR("持平")
			      : figure_text(line->text, change->figure),
			  change_in(&list[n - 1])),
	      directed(check, change, change_in(&list[n - 1])),
	      subject_of(line, change));
}

static void check_base(struct check *check, const struct line *line,
		       const struct statement *base)
{
	struct years list[MOST_YEARS];
	size_t n = years_of(check, line, base, list);
	size_t i;

	for (i = 0; i < n; i++)
		if (figure_is(base->figure, list[i].was.money))
			return;
	if (n == 0)
		return;
	FOUND(check, &TXT_YOY_BASE, spot_line(line),
	      figure_text(line->text, base->figure),
	      wan_text(list[n - 1].was.money, check->arena),
	      subject_of(line, base));
}

/* 比上年预算下降14.3%, where the sentence gives neither the change nor what
 * there was. */
static void check_rate(struct check *check, const struct line *line,
		       const struct statement *growth)
{
	struct years list[MOST_YEARS];
	size_t n;
	size_t i;

	if (sibling(line, growth, SAYS_CHANGE) != NULL ||
	    sibling(line, growth, SAYS_BASE) != NULL ||
	    year_before(line, growth, check->view->year) != NULL)
		return;
	n = years_of(check, line, growth, list);
	for (i = 0; i < n; i++)
		if (growth_fits(growth, change_in(&list[i]),
				list[i].was.money.fen))
			return;
	if (n > 0)
		check_growth_of(check, line, growth, change_in(&list[n - 1]),
				list[n - 1].was.money.fen);
}

void check_last_year(struct check *check)
{
	struct told told = {NULL, NULL};

	if (check->task->scope == NULL)
		return;
	while (view_next_told(check->view, &told)) {
		const struct statement *statement = told.statement;

		if ((statement->says != SAYS_CHANGE &&
		     statement->says != SAYS_BASE &&
		     statement->says != SAYS_GROWTH) ||
		    !compares_with_last_year(check, told.line, statement))
			continue;
		if (statement->says == SAYS_CHANGE)
			check_change(check, told.line, statement);
		else if (statement->says == SAYS_GROWTH)
			check_rate(check, told.line, statement);
		else if (statement->figure != NULL)
			check_base(check, told.line, statement);
	}
}
