/* SPDX-License-Identifier: MIT */
/*
 * Figures of sentences against facts. A sentence is held against a fact only
 * if nothing but words without weight stands beside its name, and it speaks
 * of this year; if several tables give the name, one of them must agree.
 */
#include "base/arena.h"
#include "base/utf8.h"
#include "check/changes.h"
#include "check/kinds.h"
#include "check/narrow.h"
#include "check/rule.h"
#include "check/words.h"

/* The number is the fact's, but in another unit of money. */
static bool is_other_unit(const struct figure *figure, struct money money)
{
	struct figure other = *figure;

	other.money = figure->money == MONEY_WAN ? MONEY_YUAN : MONEY_WAN;
	other.times = 1;
	return figure->value != 0 && figure_is(&other, money);
}

static bool is_of_this_year(const struct check *check,
			    const struct statement *statement)
{
	return !statement->last_year &&
	       (statement->year == 0 || check->view->year == 0 ||
		statement->year == check->view->year);
}

static void report(struct check *check, const struct line *line,
		   const struct statement *statement, const struct fact *fact)
{
	bool certain = fact->source != FACT_ECONOMIC;
	const struct diag_kind *kind =
	    certain ? &TXT_FIGURE : &TXT_FIGURE_UNSURE;

	if (str_is(fact->name, "公用经费") &&
	    str_find(statement->subject, STR("运行经费")) >= 0)
		kind = &OPERATING;
	if (is_other_unit(statement->figure, fact->money))
		kind = &UNIT_WORD;
	FOUND(check, kind, spot_line(line),
	      figure_text(line->text, statement->figure),
	      wan_text(fact->money, check->arena), statement->subject,
	      fact->grid == NULL ? STR("模板所列口径") : fact->grid->title);
}

/* Classes of both classifications, and a budget that is the project's own
 * where projects are told of: the sentence does not tell which. */
static bool is_ambiguous(struct str name, struct str subject)
{
	static const char *const own[] = {"项目预算", "项目资金", NULL};
	static const char *const names[] = {"其他支出",	      "其他",
					    "其他收入",	      "住房公积金",
					    "公务员医疗补助", NULL};
	size_t i;

	for (i = 0; names[i] != NULL; i++)
		if (str_is(name, names[i]))
			return true;
	return words_start(subject, own) > 0;
}

/* What is divided by fund: 财政拨款项目支出 is not all of it. */
static bool is_divided(struct str name)
{
	static const char *const names[] = {
	    "基本支出",	    "项目支出", "人员经费", "公用经费",
	    "上年结转结余", "上年结转", NULL};

	return words_start(name, names) == name.n;
}

/* The fact of that name that is a term of the template, NULL: none. */
static const struct fact *term_among(const struct check *check, size_t i)
{
	for (; i != SIZE_MAX; i = check->facts->list[i].next)
		if (check->facts->list[i].source == FACT_TERM)
			return &check->facts->list[i];
	return NULL;
}

/* The term's money of that fund, in a fact of its own; NULL: not known. */
static const struct fact *term_of_fund(const struct check *check,
				       struct naming naming)
{
	const struct fact *term = term_among(check, naming.fact);
	struct str filter = narrow_filter(check, naming.fund);
	struct amount amount = AMOUNT_NONE;
	struct fact *fact;

	if (term != NULL && filter.n > 0)
		amount = narrow_fact(check, term, filter);
	if (!amount.there)
		return NULL;
	fact = ARENA_NEW(check->arena, struct fact);
	*fact = *term;
	fact->money = amount.money;
	return fact;
}

/* A name that says whose money it is; 上年结转 may be of any fund. */
static bool is_of_fund(struct str name)
{
	struct str fund = facts_fund(name);

	return fund.n > 0 && !str_is(fund, "上年结转");
}

/* In words about a fund, 项目支出 is that of the fund. False: the figure is
 * the fund's, or the fund has no such fact. */
static bool narrow_to_fund(const struct check *check, const struct line *line,
			   const struct statement *statement,
			   struct naming naming, const struct fact **fact)
{
	const struct fact *of_fund;

	if (!naming.funded)
		naming.fund = narrow_around(check, line, statement);
	if (naming.fund.n == 0 || is_of_fund((*fact)->name) ||
	    (!naming.funded && is_of_fund(statement->subject)))
		return true;
	of_fund = term_of_fund(check, naming);
	if (of_fund != NULL) {
		*fact = of_fund;
		return !figure_is(statement->figure, of_fund->money);
	}
	if (str_is(naming.fund, "财政拨款"))
		return !is_divided((*fact)->name);
	if (naming.funded)
		return true;
	naming.funded = true;
	if (facts_agree(check->facts, &naming, statement->figure, &of_fund))
		return false;
	*fact = of_fund;
	return true;
}

/* Whether a sentence speaks of the year that the fact is of; what it says of
 * assets without a year is of last year's end. */
static bool is_of_year(const struct check *check,
		       const struct statement *statement,
		       const struct fact *fact)
{
	int year = check->view->year;

	if (fact_year(fact, year) == year)
		return is_of_this_year(check, statement);
	return statement->year == 0 || statement->year == year - 1;
}

/* 涉及资金400万元，其中一般公共预算317.8万元: of the fund only what belongs to
 * a whole that no fact is. */
static bool is_part_of_unknown(const struct check *check,
			       const struct line *line,
			       const struct statement *statement)
{
	const struct statement *list = line->statements.list;
	const struct statement *first = statement;
	struct naming naming;

	if (facts_fund(statement->subject).n == 0)
		return false;
	/* 按政府采购资金来源划分，一般公共预算拨款17000元: of what is bought */
	if (str_find(line->heading, STR("采购")) >= 0 ||
	    str_find(str_slice(line->text, 0, statement->from), STR("采购")) >=
		0)
		return true;
	while (first > list && first->opener != OPENS_PARTS &&
	       first->sentence == statement->sentence)
		first--;
	if (first == list || first->opener != OPENS_PARTS ||
	    first->sentence != statement->sentence ||
	    first[-1].says != SAYS_LEVEL || first[-1].figure == NULL ||
	    first[-1].figure->kind != FIGURE_MONEY)
		return false;
	naming = facts_name(check->facts, first[-1].subject, check->arena);
	return naming.fact == SIZE_MAX || !naming.exact;
}

/* More than the classes of a table of one fund's basic expenditure, where there
 * is basic expenditure of others: the sentence may speak of all. */
static bool is_of_more(const struct check *check,
		       const struct statement *statement,
		       const struct fact *fact)
{
	const struct fact *basic = facts_find(check->facts, "基本支出");
	size_t row;
	size_t column;
	struct amount whole;

	if (fact->source != FACT_ECONOMIC || basic == NULL ||
	    fact->grid == NULL ||
	    figure_money(statement->figure).fen < fact->money.fen)
		return false;
	whole = grid_total(fact->grid, NULL, &row, &column);
	for (; basic != NULL; basic = basic->next == SIZE_MAX
					  ? NULL
					  : &check->facts->list[basic->next])
		if (whole.there && basic->money.fen - whole.money.fen >
				       (int64_t)MONEY_WAN / 100)
			return true;
	return false;
}

/* 人员支出、对个人和家庭的补助、公用支出: the former without the latter. */
static bool is_of_less(const struct line *line,
		       const struct statement *statement,
		       const struct fact *fact)
{
	size_t i;

	for (i = 0; str_is(fact->name, "人员经费") && i < line->statements.n;
	     i++) {
		const struct statement *other = &line->statements.list[i];

		if (other->sentence == statement->sentence &&
		    other->depth == statement->depth &&
		    str_find(other->subject, STR("对个人和家庭")) >= 0)
			return true;
	}
	return false;
}

static void check_statement(struct check *check, const struct line *line,
			    const struct statement *statement)
{
	const struct fact *fact;
	struct naming naming;

	if (statement->says != SAYS_LEVEL || statement->figure == NULL ||
	    statement->figure->kind != FIGURE_MONEY ||
	    statement->figure->about || statement->subject.n == 0)
		return;
	naming = facts_name(check->facts, statement->subject, check->arena);
	if (naming.fact == SIZE_MAX || !naming.exact ||
	    is_ambiguous(check->facts->list[naming.fact].name,
			 statement->subject) ||
	    facts_agree(check->facts, &naming, statement->figure, &fact) ||
	    is_part_of_unknown(check, line, statement) ||
	    is_of_more(check, statement, fact) ||
	    is_of_less(line, statement, fact))
		return;
	if (is_of_year(check, statement, fact) &&
	    narrow_to_fund(check, line, statement, naming, &fact))
		report(check, line, statement, fact);
}

/* 机关运行经费 is the 公用经费 of those units that a template counts. Without
 * a term of the template it is compared with all of them. */
static bool has_term(const struct check *check, const char *word)
{
	size_t i;

	for (i = 0; i < check->task->doc->n_terms; i++)
		if (check->task->doc->terms[i].select.n > 0 &&
		    str_find(check->task->doc->terms[i].word, str_from(word)) >=
			0)
			return true;
	return false;
}

void rule_operating(struct check *check)
{
	const struct fact *fact = facts_find(check->facts, "公用经费");
	size_t i;
	size_t k;

	if (fact == NULL || fact->grid == NULL ||
	    has_term(check, "机关运行经费"))
		return;
	for (i = 0; i < check->view->n_lines; i++) {
		const struct line *line = &check->view->lines[i];

		for (k = 0; k < line->statements.n; k++) {
			const struct statement *statement =
			    &line->statements.list[k];

			if (statement->says != SAYS_LEVEL ||
			    statement->figure->kind != FIGURE_MONEY ||
			    !is_of_this_year(check, statement) ||
			    str_find(statement->subject, STR("机关运行经费")) <
				0 ||
			    figure_is(statement->figure, fact->money))
				continue;
			FOUND(check,
			      is_other_unit(statement->figure, fact->money)
				  ? &UNIT_WORD
				  : &OPERATING,
			      spot_line(line),
			      figure_text(line->text, statement->figure),
			      wan_text(fact->money, check->arena),
			      statement->subject,
			      fact->grid == NULL ? STR_NONE
						 : fact->grid->title);
		}
	}
}

void rule_txt_figure(struct check *check)
{
	size_t i;
	size_t k;

	check_asset_counts(check);
	for (i = 0; i < check->view->n_lines; i++)
		for (k = 0; k < check->view->lines[i].statements.n; k++)
			check_statement(
			    check, &check->view->lines[i],
			    &check->view->lines[i].statements.list[k]);
}

/* The same quantity twice in the text: only subjects that no fact names,
 * the others are held against their fact. */
struct said {
	struct str subject;
	const struct line *line;
	const struct statement *statement;
};

static bool is_telling(const struct check *check,
		       const struct statement *statement)
{
	static const char *const vague[] = {"安排", "预算",	"资金", "经费",
					    "项目", "其他",	"上年", "采购",
					    "合同", "财政拨款", NULL};

	static const char *const signs[] = {"≤",  "≥",	"<", ">",
					    "＜", "＞", "=", NULL};

	/* 单位成本≤: what a project is to keep to */
	return statement->says == SAYS_LEVEL && statement->figure != NULL &&
	       !words_in(statement->subject, signs) &&
	       statement->figure->kind == FIGURE_MONEY &&
	       !statement->figure->about && is_of_this_year(check, statement) &&
	       utf8_length(statement->subject) >= 5 &&
	       words_start(statement->subject, vague) == 0;
}

/* Whether it stands below a project's name: it is said of that one. */
static bool is_of_project(const struct check *check, const struct line *line)
{
	struct str heading =
	    words_bare(words_label(line->heading), check->arena);

	return heading.n > 0 && projects_find(check->projects, heading) != NULL;
}

/* Whether several projects bear the name: each has an amount of its own. */
static bool is_shared_name(const struct check *check,
			   const struct statement *statement)
{
	const struct project *project = check_project_of(check, statement);

	return project != NULL &&
	       projects_next(check->projects, project) != NULL;
}

static void compare_said(struct check *check, const struct said *a,
			 const struct said *b)
{
	struct naming naming;

	if (!str_equal(a->subject, b->subject) ||
	    (!str_equal(a->line->heading, b->line->heading) &&
	     (is_of_project(check, a->line) ||
	      is_of_project(check, b->line))) ||
	    figure_is(a->statement->figure,
		      figure_money(b->statement->figure)) ||
	    figure_is(b->statement->figure, figure_money(a->statement->figure)))
		return;
	naming = facts_name(check->facts, a->subject, check->arena);
	if ((naming.fact != SIZE_MAX && naming.exact) ||
	    is_shared_name(check, b->statement))
		return;
	FOUND(check, &TXT_REPEAT, spot_line(b->line),
	      figure_text(b->line->text, b->statement->figure),
	      figure_text(a->line->text, a->statement->figure), a->subject);
}

/* 1262.4万元（12624000元）: one amount, written twice. */
static void check_written_twice(struct check *check, const struct line *line)
{
	static const char *const between[] = {"（", "(", "（即", "（合", NULL};
	static const char *const behind[] = {"）", ")", NULL};
	const struct statements *all = &line->statements;
	size_t i;

	for (i = 1; i < all->n_figures; i++) {
		const struct figure *first = &all->figures[i - 1];
		const struct figure *again = &all->figures[i];
		struct str words =
		    str_slice(line->text, first->to, again->from - first->to);
		struct str rest =
		    str_slice(line->text, again->to, line->text.n);

		if (first->kind != FIGURE_MONEY ||
		    again->kind != FIGURE_MONEY ||
		    str_equal(first->unit, again->unit) ||
		    words_end(words, between) != words.n ||
		    words_start(rest, behind) == 0 ||
		    figure_is(first, figure_money(again)) ||
		    figure_is(again, figure_money(first)))
			continue;
		FOUND(check, &TXT_REPEAT_UNITS, spot_line(line),
		      figure_text(line->text, again),
		      figure_text(line->text, first));
	}
}

#define MOST_SAID 400

void rule_txt_repeat(struct check *check)
{
	struct said *said = ARENA_ARRAY(check->arena, MOST_SAID, struct said);
	size_t n = 0;
	size_t i;
	size_t k;

	for (i = 0; i < check->view->n_lines; i++) {
		const struct line *line = &check->view->lines[i];

		check_written_twice(check, line);
		for (k = 0; k < line->statements.n && n < MOST_SAID; k++) {
			const struct statement *statement =
			    &line->statements.list[k];
			size_t j;

			if (!is_telling(check, statement))
				continue;
			said[n] = (struct said){
			    words_bare(statement->subject, check->arena), line,
			    statement};
			for (j = 0; j < n; j++)
				compare_said(check, &said[j], &said[n]);
			n++;
		}
	}
}
