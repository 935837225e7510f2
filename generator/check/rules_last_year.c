/* SPDX-License-Identifier: MIT */
/*
 * Last year's figures: rows of that year, else 指标 under the names that the
 * reference of the input gives. Changes that a sentence states are held
 * against them.
 */
#include "base/arena.h"
#include "budget/record.h"
#include "check/rule.h"

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

/* Rows of last year, where the tables have them. */
static struct amount selected(const struct check *check,
			      const struct fact *fact)
{
	struct diag_sink *scratch = diag_open(check->arena);
	struct selection *selection =
	    select_parse(fact->select, check->task->scope->budget, PLACE_NONE,
			 check->arena, scratch);

	if (selection != NULL)
		selection = select_narrow(selection, STR("年度=上年"),
					  PLACE_NONE, check->arena, scratch);
	return selection == NULL
		   ? AMOUNT_NONE
		   : select_sum(selection, check->task->scope, NULL, 0);
}

/* The term that a subject names, NULL: none or not exactly. */
static const struct fact *term_of(const struct check *check, struct str subject)
{
	struct naming naming = facts_name(check->facts, subject, check->arena);
	const struct fact *found = NULL;
	size_t i;

	if (naming.fact == SIZE_MAX || !naming.exact || naming.funded)
		return NULL;
	for (i = naming.fact; i != SIZE_MAX; i = check->facts->list[i].next) {
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

static struct amount last_year(const struct check *check,
			       const struct fact *fact)
{
	struct amount rows = selected(check, fact);

	return rows.there ? rows : measured(check->task->scope, fact->name);
}

static bool compares_with_last_year(const struct check *check,
				    const struct statement *statement)
{
	return (statement->against == -1 ||
		statement->against == check->view->year - 1) &&
	       (statement->figure == NULL ||
		statement->figure->kind == FIGURE_MONEY);
}

static void check_change(struct check *check, const struct line *line,
			 const struct statement *change)
{
	const struct statement *level =
	    change->of < 0 ? NULL : &line->statements.list[change->of];
	struct str subject = level == NULL ? change->subject : level->subject;
	const struct fact *fact = term_of(check, subject);
	struct amount was = AMOUNT_NONE;
	int64_t said = 0;
	int64_t off;
	int64_t slack = MONEY_WAN / 100;

	if (fact != NULL)
		was = last_year(check, fact);
	if (!was.there)
		return;
	if (change->figure != NULL) {
		said = change->sign * figure_money(change->figure).fen;
		slack += figure_half_step(change->figure);
	}
	off = said - (fact->money.fen - was.money.fen);
	if (off >= -slack && off <= slack)
		return;
	FOUND(check, &TXT_YOY, spot_line(line),
	      change->figure == NULL ? STR("持平")
				     : figure_text(line->text, change->figure),
	      wan_text((struct money){fact->money.fen - was.money.fen},
		       check->arena),
	      subject);
}

static void check_base(struct check *check, const struct line *line,
		       const struct statement *base)
{
	const struct statement *level =
	    base->of < 0 ? NULL : &line->statements.list[base->of];
	struct str subject = level == NULL ? base->subject : level->subject;
	const struct fact *fact = term_of(check, subject);
	struct amount was = fact == NULL ? AMOUNT_NONE : last_year(check, fact);

	if (!was.there || figure_is(base->figure, was.money))
		return;
	FOUND(check, &TXT_YOY_BASE, spot_line(line),
	      figure_text(line->text, base->figure),
	      wan_text(was.money, check->arena), subject);
}

void check_last_year(struct check *check)
{
	size_t i;
	size_t k;

	if (check->task->scope == NULL)
		return;
	for (i = 0; i < check->view->n_lines; i++) {
		const struct line *line = &check->view->lines[i];

		for (k = 0; k < line->statements.n; k++) {
			const struct statement *statement =
			    &line->statements.list[k];

			if (!compares_with_last_year(check, statement))
				continue;
			if (statement->says == SAYS_CHANGE)
				check_change(check, line, statement);
			else if (statement->says == SAYS_BASE &&
				 statement->figure != NULL)
				check_base(check, line, statement);
		}
	}
}
