/* SPDX-License-Identifier: MIT */
#include "check/narrow.h"

#include "base/arena.h"
#include "budget/select.h"
#include "check/rule.h"
#include "check/words.h"

struct amount narrow_fact(const struct check *check, const struct fact *fact,
			  struct str filters)
{
	const struct scope *scope = check->task->scope;
	struct diag_sink *scratch;
	struct selection *selection;

	if (scope == NULL || fact->source != FACT_TERM)
		return AMOUNT_NONE;
	scratch = diag_open(check->arena);
	selection = select_parse(fact->select, scope->budget, PLACE_NONE,
				 check->arena, scratch);
	if (selection != NULL)
		selection = select_narrow(selection, filters, PLACE_NONE,
					  check->arena, scratch);
	return selection == NULL ? AMOUNT_NONE
				 : select_sum(selection, scope, NULL, 0);
}

struct str narrow_filter(const struct check *check, struct str fund)
{
	static const struct {
		const char *word, *value;
	} funds[] = {
	    {"一般公共预算", "一般公共预算"}, {"政府性基金", "政府性基金预算"},
	    {"国有资本", "国有资本经营预算"}, {"财政专户", "财政专户管理资金"},
	    {"单位资金", "单位资金"},	      {"财政拨款", "财政拨款"},
	};
	size_t i;

	for (i = 0; i < sizeof(funds) / sizeof(*funds); i++)
		if (str_is(fund, funds[i].word))
			return str_format(check->arena, "资金性质=%s",
					  funds[i].value);
	return STR_NONE;
}

struct str narrow_fund(struct str text)
{
	struct str fund = facts_fund(text);

	if (fund.n == 0 && str_find(text, STR("财政拨款")) >= 0)
		return STR("财政拨款");
	return fund;
}

/* The words before the statement, from the start of its sentence; of one that
 * goes on (其中, 按…划分) with those of the one before. */
static struct str words_before(const struct line *line,
			       const struct statement *statement)
{
	static const char *const stops[] = {"。", NULL};
	static const char *const goes_on[] = {"其中", "按", "包括", "主要包括",
					      NULL};
	struct str before = str_slice(line->text, 0, statement->from);
	size_t from = before.n;

	do {
		size_t n = 0;
		ptrdiff_t stop =
		    words_last(str_slice(before, 0, from), stops, &n);

		if (stop < 0)
			return before;
		from = (size_t)stop;
	} while (words_start(str_slice(before, from + 3, before.n), goes_on) >
		 0);
	return str_slice(before, from, before.n);
}

/* A paragraph before it that ends with a colon and all in between tell of one
 * thing: 具体安排情况如下：. */
static struct str fund_of_intro(const struct check *check,
				const struct line *line)
{
	while (line > check->view->lines && line->outline == 0) {
		struct str text;

		line--;
		text = str_trim(line->text);
		if (line->outline == 0 &&
		    (str_ends(text, STR("：")) || str_ends(text, STR(":"))))
			return narrow_fund(text);
	}
	return STR_NONE;
}

/* The sentence that the statement stands in: where it begins. */
static size_t sentence_from(const struct line *line, size_t at)
{
	static const char *const stops[] = {"。", NULL};
	size_t n = 0;
	ptrdiff_t stop = words_last(str_slice(line->text, 0, at), stops, &n);

	return stop < 0 ? 0 : (size_t)stop + n;
}

/* 收支总预算5万元。收入包括…。支出包括…: these go on with what the first of
 * them told of; its words before its first figure, empty: they do not. */
static struct str words_of_both(const struct line *line,
				const struct statement *statement)
{
	static const char *const sides[] = {"收入包括", "支出包括", NULL};
	size_t from = sentence_from(line, statement->from);
	size_t begun = from;
	size_t i;

	while (from > 0 &&
	       words_start(str_slice(line->text, from, line->text.n), sides) >
		   0)
		from = sentence_from(line, from - (sizeof("。") - 1));
	for (i = 0; from < begun && i < line->statements.n; i++) {
		const struct statement *first = &line->statements.list[i];

		if (first->figure != NULL && first->figure->from >= from)
			return str_slice(line->text, from,
					 first->figure->from - from);
	}
	return STR_NONE;
}

struct str narrow_around(const struct check *check, const struct line *line,
			 const struct statement *statement)
{
	struct str both = words_of_both(line, statement);
	struct str fund =
	    narrow_fund(both.n > 0 ? both : words_before(line, statement));

	if (fund.n == 0)
		fund = narrow_fund(line->heading);
	return fund.n > 0 ? fund : fund_of_intro(check, line);
}
