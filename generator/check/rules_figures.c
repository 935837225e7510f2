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

/* What is divided by fund: 财政拨款项目支出 is not all of it. Totals are not
 * among them: 财政拨款收支总计 is a fact of its own. */
static bool is_divided(struct str name)
{
	static const char *const carried[] = {"上年结转结余", "上年结转", NULL};

	return naming_is_kind(name) || words_start(name, carried) == name.n;
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

/* The level that the list around a statement divides, ； or not between them;
 * NULL: it is in none. */
static const struct statement *
divided_in_sentence(const struct line *line, const struct statement *statement)
{
	const struct statement *list = line->statements.list;
	const struct statement *first = statement;

	while (first > list && first->opener != OPENS_PARTS &&
	       first->sentence == statement->sentence)
		first--;
	if (first == list || first->opener != OPENS_PARTS ||
	    first->sentence != statement->sentence ||
	    first[-1].says != SAYS_LEVEL || first[-1].figure == NULL ||
	    first[-1].figure->kind != FIGURE_MONEY)
		return NULL;
	return &first[-1];
}

static const struct statement *divided_by(const struct line *line,
					  const struct statement *statement)
{
	const struct statement *whole = divided_in_sentence(line, statement);

	return whole != NULL && whole->segment == statement->segment ? whole
								     : NULL;
}

/* What basic and project expenditure make up. */
static const char *const spendings[] = {"支出总计",
					"收入总计",
					"收支总计",
					"本年支出合计",
					"本年收入合计",
					"财政拨款支出",
					"财政拨款收入",
					"一般公共预算支出",
					"一般公共预算",
					"政府性基金预算支出",
					"国有资本经营预算支出",
					"基本支出",
					NULL};

static bool is_spending(const struct check *check, const struct figure *figure)
{
	const struct fact *fact;
	size_t i;

	for (i = 0; spendings[i] != NULL; i++)
		for (fact = facts_find(check->facts, spendings[i]);
		     fact != NULL; fact = fact->next == SIZE_MAX
					      ? NULL
					      : &check->facts->list[fact->next])
			if (figure_is(figure, fact->money))
				return true;
	return false;
}

/* 商品和服务支出502.55万元，其中基本支出120.55万元、项目支出382万元: both are
 * of the class alone. A whole that is near none of the totals is another thing.
 */
static bool is_part_of_other(const struct check *check, const struct line *line,
			     const struct statement *statement)
{
	const struct statement *whole = divided_by(line, statement);
	struct naming naming;
	struct str name;

	if (whole == NULL ||
	    !is_divided(facts_subject(check->facts, statement->subject,
				      check->arena)) ||
	    is_spending(check, whole->figure))
		return false;
	naming = facts_name(check->facts, whole->subject, check->arena);
	if (naming.fact == SIZE_MAX || !naming.exact)
		return true;
	name = check->facts->list[naming.fact].name;
	return words_start(name, spendings) < name.n;
}

/* 涉及资金400万元，其中一般公共预算317.8万元: of the fund only what belongs to
 * a whole that no fact is. */
static bool is_part_of_unknown(const struct check *check,
			       const struct line *line,
			       const struct statement *statement)
{
	const struct statement *whole;
	struct naming naming;

	if (facts_fund(statement->subject).n == 0)
		return is_part_of_other(check, line, statement);
	/* 按政府采购资金来源划分，一般公共预算拨款17000元: of what is bought */
	if (str_find(line->heading, STR("采购")) >= 0 ||
	    str_find(str_slice(line->text, 0, statement->from), STR("采购")) >=
		0)
		return true;
	whole = divided_in_sentence(line, statement);
	if (whole == NULL)
		return false;
	naming = facts_name(check->facts, whole->subject, check->arena);
	return naming.fact == SIZE_MAX || !naming.exact;
}

/* The money that a list of economic classes divides: what stands before the
 * first of them in the sentence; NULL: nothing. */
static const struct statement *
whole_of_classes(const struct check *check, const struct line *line,
		 const struct statement *statement)
{
	const struct statement *other = statement;

	while (other-- > line->statements.list &&
	       other->sentence == statement->sentence) {
		struct naming naming;

		if (other->says != SAYS_LEVEL || other->figure == NULL ||
		    other->figure->kind != FIGURE_MONEY)
			continue;
		naming = facts_name(check->facts, other->subject, check->arena);
		if (naming.fact == SIZE_MAX || !naming.exact)
			continue;
		if (check->facts->list[naming.fact].source != FACT_ECONOMIC)
			return other;
	}
	return NULL;
}

/* 商品和服务支出502.55万元，其中基本支出120.55万元、项目支出382万元. */
static bool divides_with_projects(const struct line *line,
				  const struct statement *statement)
{
	const struct statement *end =
	    line->statements.list + line->statements.n;
	const struct statement *part = statement + 1;

	if (part >= end || part->opener != OPENS_PARTS)
		return false;
	for (; part < end && part->segment == statement->segment &&
	       part->sentence == statement->sentence;
	     part++)
		if (str_find(part->subject, STR("项目支出")) >= 0)
			return true;
	return false;
}

/* More than the classes of a table of one fund's basic expenditure, where there
 * is basic expenditure of others: the sentence may speak of all. */
static bool is_of_more(const struct check *check, const struct line *line,
		       const struct statement *statement,
		       const struct fact *fact)
{
	const struct fact *basic = facts_find(check->facts, "基本支出");
	const struct statement *list;
	size_t row;
	size_t column;
	struct amount whole;

	if (fact->source != FACT_ECONOMIC || basic == NULL ||
	    fact->grid == NULL ||
	    figure_money(statement->figure).fen < fact->money.fen)
		return false;
	if (divides_with_projects(line, statement))
		return true;
	whole = grid_total(fact->grid, NULL, &row, &column);
	/* 支出预算1262.4万元，按经济分类划分：… with projects */
	list = whole_of_classes(check, line, statement);
	if (list != NULL && whole.there &&
	    figure_money(list->figure).fen - whole.money.fen >
		(int64_t)MONEY_WAN / 100)
		return true;
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

/* An item of 三公: of the table of 三公, or what the template calls so. */
static bool is_own_item(const struct check *check, const struct line *line,
			const struct statement *statement,
			const struct fact *fact)
{
	struct str fund = narrow_around(check, line, statement);

	if (fact->source != FACT_TERM && grid_kind(fact->grid) != TABLE_SANGONG)
		return false;
	return fund.n == 0 || str_is(fund, "财政拨款") ||
	       fact_of_fund(fact, fund);
}

/* In words about 三公 its items are its own, though a class of another table
 * may bear the name and the amount. The first of its own, if the figure is none
 * of them; NULL: it is one, or there are none. */
static const struct fact *other_item(const struct check *check,
				     const struct line *line,
				     const struct statement *statement,
				     const struct naming *naming)
{
	static const char *const names[] = {
	    "公务接待费",     "公务用车购置及运行维护费",
	    "公务用车购置费", "公务用车运行维护费",
	    "因公出国境费",   NULL};
	const struct fact *list = check->facts->list;
	const struct fact *own = NULL;
	struct str name = list[naming->fact].name;
	struct str before = str_slice(line->text, 0, statement->figure->from);
	size_t i;

	if (naming->funded || str_find(before, STR("运行经费")) >= 0 ||
	    words_start(name, names) != name.n ||
	    (str_find(line->heading, STR("三公")) < 0 &&
	     str_find(before, STR("三公")) < 0))
		return NULL;
	for (i = naming->fact; i != SIZE_MAX; i = list[i].next) {
		if (!is_own_item(check, line, statement, &list[i]))
			continue;
		if (figure_is(statement->figure, list[i].money))
			return NULL;
		own = own == NULL ? &list[i] : own;
	}
	return own;
}

/* 单位资金20万元（含上年结转10万元）: the fact without what was carried over.
 */
static bool is_with_carried(const struct line *line,
			    const struct statement *statement,
			    const struct fact *fact)
{
	const struct statement *inside = statement + 1;
	struct money sum = fact->money;

	return inside < line->statements.list + line->statements.n &&
	       inside->depth > statement->depth && inside->figure != NULL &&
	       inside->figure->kind == FIGURE_MONEY &&
	       inside->says == SAYS_LEVEL &&
	       str_find(inside->subject, STR("结转")) >= 0 &&
	       money_add(&sum, figure_money(inside->figure)) &&
	       figure_is(statement->figure, sum);
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
			 statement->subject))
		return;
	if (facts_agree(check->facts, &naming, statement->figure, &fact)) {
		fact = other_item(check, line, statement, &naming);
		if (fact != NULL && is_of_year(check, statement, fact))
			report(check, line, statement, fact);
		return;
	}
	if (is_with_carried(line, statement, fact) ||
	    is_part_of_unknown(check, line, statement) ||
	    is_of_more(check, line, statement, fact) ||
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
	struct told told = {NULL, NULL};

	if (fact == NULL || fact->grid == NULL ||
	    has_term(check, "机关运行经费"))
		return;
	while (view_next_told(check->view, &told)) {
		const struct statement *statement = told.statement;

		if (statement->says != SAYS_LEVEL ||
		    statement->figure->kind != FIGURE_MONEY ||
		    !is_of_this_year(check, statement) ||
		    str_find(statement->subject, STR("机关运行经费")) < 0 ||
		    figure_is(statement->figure, fact->money))
			continue;
		FOUND(check,
		      is_other_unit(statement->figure, fact->money)
			  ? &UNIT_WORD
			  : &OPERATING,
		      spot_line(told.line),
		      figure_text(told.line->text, statement->figure),
		      wan_text(fact->money, check->arena), statement->subject,
		      fact->grid == NULL ? STR_NONE : fact->grid->title);
	}
}

void rule_txt_figure(struct check *check)
{
	struct told told = {NULL, NULL};

	check_asset_counts(check);
	check_devices(check);
	while (view_next_told(check->view, &told))
		check_statement(check, told.line, told.statement);
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
