/* SPDX-License-Identifier: MIT */
/*
 * Lists of changes in sentences: reasons may not exceed the change that they
 * explain, a net change is what its parts leave, a total what they add up to.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "check/rule.h"
#include "check/words.h"

/* What the reasons of a change amount to. */
struct reasons {
	int64_t sum, half;
	size_t n;
	bool mixed; /* some go the other way */
};

static void add_reason(struct reasons *reasons, const struct statement *change,
		       const struct statement *item)
{
	if (item->sign == -change->sign ||
	    (item->sign == 0 && change->sign < 0))
		reasons->mixed = true;
	reasons->sum += figure_money(item->figure).fen;
	reasons->half += figure_half_step(item->figure);
	reasons->n++;
}

/* Amounts that explain a change may not exceed it, if all go its way. */
static void check_reasons(struct check *check, const struct line *line,
			  const struct statement *change)
{
	const struct statements *all = &line->statements;
	const struct statement *item;
	struct reasons reasons = {.sum = 0};

	if (change->in_reason)
		return;
	for (item = change + 1; item < all->list + all->n; item++) {
		bool change_too = item->says == SAYS_CHANGE;

		if (item->says == SAYS_LEVEL ||
		    (change_too && !item->in_reason))
			break;
		if ((change_too || item->says == SAYS_REASON) &&
		    item->figure != NULL &&
		    item->figure->kind == FIGURE_MONEY &&
		    item->sentence == change->sentence)
			add_reason(&reasons, change, item);
	}
	reasons.half += figure_half_step(change->figure);
	if (reasons.n < 2 || reasons.mixed ||
	    reasons.sum <= figure_money(change->figure).fen + reasons.half)
		return;
	FOUND(check, &TXT_SUM_REASON, spot_line(line),
	      wan_text((struct money){reasons.sum}, check->arena),
	      figure_text(line->text, change->figure));
}

/* 收支预算增加的主要原因: what begins a sentence that tells reasons alone;
 * empty: it does not. */
static struct str begin_of_reasons(struct str sentence)
{
	static const char *const openers[] = {"原因", NULL};
	static const char *const ends[] = {"，", "：", ":", "；", NULL};
	static const char *const bases[] = {"执行", "决算", "口径", NULL};
	struct str begin =
	    str_slice(sentence, 0, words_next(sentence, 0, ends));

	return words_in(begin, openers) && !words_in(begin, bases) ? begin
								   : STR_NONE;
}

/* What a sentence tells of an increase as such: 增加…, 新增…. */
static bool goes_up(const struct statement *item)
{
	static const char *const news[] = {"新增", "增列", "追加", NULL};

	return item->sign > 0 ||
	       (item->sign == 0 && words_in(item->lead, news));
}

/* The greatest increase that the sentence before tells; NULL: none. */
static const struct statement *increase_before(const struct line *line,
					       const struct statement *first)
{
	const struct statements *all = &line->statements;
	const struct statement *change = NULL;
	const struct statement *item;

	for (item = first;
	     item-- > all->list && item->sentence + 1 == first->sentence;)
		if (item->says == SAYS_CHANGE && !item->in_reason &&
		    item->figure != NULL &&
		    item->figure->kind == FIGURE_MONEY && item->sign > 0 &&
		    (change == NULL || figure_money(item->figure).fen >=
					   figure_money(change->figure).fen))
			change = item;
	return change;
}

/* What the data say that something grew by, in a figure as sentences show it;
 * false: they do not tell. */
static bool increase_of(const struct check *check, struct str begin,
			struct money *increase)
{
	static const char *const words[] = {"增加", "增长", "上升", "的",
					    "主要", "变动", "原因", "是",
					    "为",   NULL};

	return change_of_name(check, words_strip_end(begin, words), increase) &&
	       increase->fen > 0;
}

/* Reasons in a sentence of their own, behind one that tells the change: they
 * may not exceed it, if all go its way. */
static void check_reasons_behind(struct check *check, const struct line *line,
				 const struct statement *first,
				 struct str begin)
{
	const struct statements *all = &line->statements;
	const struct statement *change = increase_before(line, first);
	const struct statement *item;
	struct reasons reasons = {.half = MONEY_WAN / 200};
	struct money increase;

	if (change != NULL)
		increase = figure_money(change->figure);
	else if (!increase_of(check, begin, &increase))
		return;
	for (item = first;
	     item < all->list + all->n && item->sentence == first->sentence;
	     item++) {
		if (item->figure == NULL || item->figure->kind != FIGURE_MONEY)
			continue;
		if (!item->in_reason || item->opener != OPENS_NOTHING ||
		    item->depth != first->depth || !goes_up(item))
			return;
		reasons.sum += figure_money(item->figure).fen;
		reasons.half += figure_half_step(item->figure);
		reasons.n++;
	}
	if (reasons.n < 2 || reasons.sum <= increase.fen + reasons.half)
		return;
	FOUND(check, &TXT_SUM_REASON, spot_line(line),
	      wan_text((struct money){reasons.sum}, check->arena),
	      wan_text(increase, check->arena));
}

/* Which way money of a list of changes went: 新增甲项目50万元 is an increase,
 * too; 0: it is no change. */
static int sign_of(const struct statement *item)
{
	static const char *const news[] = {"新增", "增列", NULL};

	if (item->figure == NULL || item->figure->kind != FIGURE_MONEY)
		return 0;
	if (item->says == SAYS_CHANGE || item->says == SAYS_REASON)
		return item->sign;
	return item->says == SAYS_LEVEL && words_start(item->subject, news) > 0;
}

/* 增加A 40万元，减少B 10万元，净增30万元. */
static void check_net(struct check *check, const struct line *line,
		      const struct statement *net)
{
	static const char *const words[] = {"净增", "净减", NULL};
	const struct statement *item = net;
	int64_t said = net->sign * figure_money(net->figure).fen;
	int64_t half = figure_half_step(net->figure);
	int64_t sum = 0;
	int ups = 0;
	int downs = 0;

	if (!words_in(net->lead, words))
		return;
	while (item-- > line->statements.list) {
		int sign = sign_of(item);

		if (item->sentence != net->sentence || sign == 0)
			break;
		sum += sign * figure_money(item->figure).fen;
		half += figure_half_step(item->figure);
		ups += sign > 0;
		downs += sign < 0;
		/* what stands before them may be the change that they explain
		 */
		if (ups > 0 && downs > 0 &&
		    llabs((long long)(sum - said)) <= half)
			return;
	}
	if (ups == 0 || downs == 0)
		return;
	FOUND(check, &TXT_SUM_NET, spot_line(line),
	      figure_text(line->text, net->figure),
	      wan_text((struct money){sum}, check->arena));
}

/* 基本支出增加A；项目支出增加B；两项合计增加A+B. */
static void check_total_change(struct check *check, const struct line *line,
			       const struct statement *total)
{
	static const char *const words[] = {"合计", "共计", "总计", NULL};
	const struct statement *item = total;
	int64_t said = total->sign * figure_money(total->figure).fen;
	int64_t half = figure_half_step(total->figure);
	int64_t sum = 0;
	size_t n = 0;

	if (total->sign == 0 || words_start(str_trim(total->lead), words) +
					words_end(total->subject, words) ==
				    0)
		return;
	while (item-- > line->statements.list &&
	       item->sentence == total->sentence) {
		if (item->says != SAYS_CHANGE || item->figure == NULL ||
		    item->figure->kind != FIGURE_MONEY)
			continue;
		sum += item->sign * figure_money(item->figure).fen;
		half += figure_half_step(item->figure);
		if (++n > 1 && llabs((long long)(sum - said)) <= half)
			return;
	}
	if (n < 2)
		return;
	FOUND(check, &TXT_SUM_NET, spot_line(line),
	      figure_text(line->text, total->figure),
	      wan_text((struct money){sum}, check->arena));
}

/* What the sentence begins with, if the statement is its first figure and it
 * tells reasons alone; empty: it does not. */
static struct str reasons_begun(const struct line *line,
				const struct statement *statement)
{
	static const char *const stops[] = {"。", NULL};
	struct str before = str_slice(line->text, 0, statement->figure->from);
	size_t n = 0;
	ptrdiff_t stop = words_last(before, stops, &n);

	if (!statement->in_reason ||
	    (statement > line->statements.list &&
	     statement[-1].sentence == statement->sentence))
		return STR_NONE;
	if (stop >= 0)
		before = str_slice(before, (size_t)stop + n, before.n);
	return begin_of_reasons(
	    str_slice(before, 0, before.n < 60 ? before.n : 60));
}

void check_listed_changes(struct check *check, const struct line *line)
{
	size_t i;

	for (i = 0; i < line->statements.n; i++) {
		const struct statement *statement = &line->statements.list[i];
		struct str begin;

		if (statement->figure == NULL ||
		    statement->figure->kind != FIGURE_MONEY)
			continue;
		begin = reasons_begun(line, statement);
		if (begin.n > 0)
			check_reasons_behind(check, line, statement, begin);
		if (statement->says == SAYS_CHANGE ||
		    statement->says == SAYS_REASON)
			check_net(check, line, statement);
		if (statement->says != SAYS_CHANGE)
			continue;
		check_total_change(check, line, statement);
		check_reasons(check, line, statement);
	}
}
