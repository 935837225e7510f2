/* SPDX-License-Identifier: MIT */
/*
 * The changes that sentences state, recomputed on what the sentence itself
 * says, and on the facts where it names them.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "check/changes.h"
#include "check/rule.h"
#include "check/words.h"

#define MOST_NAMED 5 /* changes that one finding names; more are counted */

/* Level, base and change of one sentence: level - base = change. */
static void check_difference(struct check *check, const struct line *line,
			     const struct statement *change)
{
	const struct statement *base = sibling(line, change, SAYS_BASE);
	struct about level = about_level(check, line, change);
	struct about was = about_figure(base);
	struct about said = about_change(change);
	int64_t real = level.fen - was.fen;
	int64_t off = said.fen - real;

	if (!level.there || base == NULL || !was.there || !said.there ||
	    (was.fen == level.fen && said.fen == 0))
		return;
	if (off < 0)
		off = -off;
	if (off <= level.half + was.half + said.half)
		return;
	FOUND(check, &TXT_YOY, spot_line(line),
	      change->figure == NULL ? STR("持平")
				     : figure_text(line->text, change->figure),
	      wan_text((struct money){real}, check->arena),
	      subject_of(line, change));
}

/* The year before said what a level was: 2021年…0.55万元. */
static void check_stated_years(struct check *check, const struct line *line,
			       const struct statement *change)
{
	const struct statement *level = statement_at(line, change->of);
	struct about now = about_figure(level);
	struct about said = about_change(change);
	size_t i;

	if (level == NULL || !now.there || !said.there ||
	    sibling(line, change, SAYS_BASE) != NULL)
		return;
	for (i = 0; i < line->statements.n; i++) {
		const struct statement *other = &line->statements.list[i];
		struct about was = about_figure(other);
		int64_t off = said.fen - (now.fen - was.fen);

		if (other->says != SAYS_LEVEL || !was.there ||
		    level->subject.n == 0 ||
		    !str_equal(other->subject, level->subject) ||
		    (other->year != check->view->year - 1 && !other->last_year))
			continue;
		if (off < 0)
			off = -off;
		if (off <= now.half + was.half + said.half)
			continue;
		FOUND(check, &TXT_YOY, spot_line(line),
		      change->figure == NULL
			  ? STR("持平")
			  : figure_text(line->text, change->figure),
		      wan_text((struct money){now.fen - was.fen}, check->arena),
		      level->subject);
	}
}

static struct str name_of(const struct check *check, const struct line *line,
			  const struct statement *change)
{
	const struct statement *level = statement_at(line, change->of);
	struct str subject = level == NULL ? change->subject : level->subject;

	if (subject.n == 0)
		return STR("支出总计");
	return facts_subject(check->facts, subject, check->arena);
}

static const struct statement *
change_of(const struct check *check, const struct line *line, const char *name)
{
	size_t i;

	for (i = 0; i < line->statements.n; i++) {
		const struct statement *change = &line->statements.list[i];

		if (change->says == SAYS_CHANGE && about_figure(change).there &&
		    str_is(name_of(check, line, change), name))
			return change;
	}
	return NULL;
}

/* Changes of parts add up to the change of the whole, in one paragraph. */
static void check_parts(struct check *check, const struct line *line,
			const char *const *whole, const char *const *parts)
{
	const struct statement *total = NULL;
	struct about sum = {.there = true};
	struct about said;
	int64_t off;

	for (; *whole != NULL && total == NULL; whole++)
		total = change_of(check, line, *whole);
	for (; *parts != NULL && total != NULL; parts++) {
		const struct statement *part = change_of(check, line, *parts);
		struct about change;

		if (part == NULL || part == total)
			return;
		change = about_change(part);
		sum.fen += change.fen;
		sum.half += change.half;
	}
	if (total == NULL)
		return;
	said = about_change(total);
	off = said.fen > sum.fen ? said.fen - sum.fen : sum.fen - said.fen;
	if (off <= said.half + sum.half)
		return;
	FOUND(check, &TXT_YOY_PARTS, spot_line(line),
	      total->figure == NULL ? STR("持平")
				    : figure_text(line->text, total->figure),
	      wan_text((struct money){sum.fen}, check->arena));
}

/* More cannot have been added than there is: the year before would have had
 * less than nothing. */
static void check_possible(struct check *check, const struct line *line,
			   const struct statement *change)
{
	struct about level = about_level(check, line, change);
	struct about said = about_change(change);

	if (!level.there || !said.there || level.fen < 0 ||
	    said.fen - level.fen <= said.half + level.half)
		return;
	FOUND(check, &TXT_YOY_MORE, spot_line(line),
	      figure_text(line->text, change->figure),
	      wan_text((struct money){level.fen}, check->arena),
	      subject_of(line, change));
}

/* 0.5元 of 万元: a change in another unit than what changed. */
static void check_unit(struct check *check, const struct line *line,
		       const struct statement *change)
{
	const struct statement *level = statement_at(line, change->of);
	size_t others = 0;
	size_t i;

	if (change->figure == NULL || change->figure->kind != FIGURE_MONEY ||
	    change->figure->money != MONEY_YUAN || change->figure->times != 1 ||
	    change->figure->value == 0)
		return;
	for (i = 0; i < line->statements.n_figures; i++)
		others += line->statements.figures[i].kind == FIGURE_MONEY &&
			  line->statements.figures[i].money == MONEY_WAN;
	if (others < 2 && (level == NULL || level->figure == NULL ||
			   level->figure->money != MONEY_WAN))
		return;
	FOUND(check, &UNIT_WORD_MIXED, spot_line(line),
	      figure_text(line->text, change->figure), STR("万元"),
	      subject_of(line, change));
}

/* 与上年持平，比上年减少5万元: one of them is left from another year. What
 * is compared with the final account is another thing. */
static void check_both(struct check *check, const struct line *line,
		       const struct statement *change)
{
	static const char *const accounts[] = {"执行", "决算", "完成", NULL};
	const struct statement *other;

	if (change->figure == NULL || change->figure->kind != FIGURE_MONEY ||
	    change->figure->value == 0 || change->of < 0 ||
	    words_in(line->text, accounts))
		return;
	for (other = line->statements.list;
	     other < line->statements.list + line->statements.n; other++) {
		if (other->says != SAYS_CHANGE || other->figure != NULL ||
		    other->of != change->of ||
		    other->sentence != change->sentence ||
		    other->segment != change->segment)
			continue;
		FOUND(check, &TXT_YOY_BOTH, spot_line(line),
		      figure_text(line->text, change->figure), STR("持平"),
		      subject_of(line, change));
		return;
	}
}

/* 上年没有此项预算: all there is was added. */
static void check_from_nothing(struct check *check, const struct line *line,
			       const struct statement *change)
{
	static const char *const words[] = {
	    "上年没有",	  "上年无此", "上年无该", "上年未安排", "上年未编列",
	    "上年度没有", "去年没有", "去年无此", "去年未安排", NULL};
	static const char *const stops[] = {"。", "；", NULL};
	struct about level = about_figure(statement_at(line, change->of));
	struct about said = about_change(change);
	int64_t off = level.fen - said.fen;

	if (!level.there || change->sign <= 0 || level.fen <= 0 ||
	    llabs((long long)off) <= level.half + said.half ||
	    !words_in(str_slice(line->text, change->to,
				words_next(line->text, change->to, stops) -
				    change->to),
		      words))
		return;
	FOUND(check, &TXT_YOY, spot_line(line),
	      figure_text(line->text, change->figure),
	      wan_text((struct money){level.fen}, check->arena),
	      subject_of(line, change));
}

void rule_txt_yoy(struct check *check)
{
	size_t i;
	size_t k;

	check_last_year(check);
	for (i = 0; i < check->view->n_lines; i++) {
		const struct line *line = &check->view->lines[i];

		for (k = 0; k < line->statements.n; k++) {
			if (line->statements.list[k].says != SAYS_CHANGE)
				continue;
			check_possible(check, line, &line->statements.list[k]);
			check_both(check, line, &line->statements.list[k]);
			check_from_nothing(check, line,
					   &line->statements.list[k]);
			check_unit(check, line, &line->statements.list[k]);
			check_difference(check, line,
					 &line->statements.list[k]);
			check_stated_years(check, line,
					   &line->statements.list[k]);
		}
		for (k = 0; k < fact_n_compositions; k++)
			if (facts_compose(check->facts, &fact_compositions[k]))
				check_parts(check, line,
					    fact_compositions[k].whole,
					    fact_compositions[k].parts);
	}
}

/* What to call what changed: its subject, else what its heading speaks of. */
static struct str name_to_tell(const struct line *line,
			       const struct statement *change)
{
	struct str subject = subject_of(line, change);

	if (subject.n == 0)
		subject = words_label(line->heading);
	return subject.n > 0 ? subject : STR("本项");
}

/* A change of a tenth and more for which nothing is said. */
static bool lacks_reason(const struct check *check, const struct line *line,
			 const struct statement *change)
{
	static const char *const uses[] = {"主要为", "主要用", NULL};
	struct about said = about_figure(change);
	struct about level = about_level(check, line, change);

	return change->says == SAYS_CHANGE && !change->reason &&
	       !words_in(line->text, uses) && said.there && level.there &&
	       level.fen > 0 && said.fen * 10 >= level.fen;
}

/* Changes below one heading that lack a reason: one finding, counted. */
struct unexplained {
	const struct line *first; /* NULL: none yet */
	struct buf names, figures;
	size_t n;
};

static void add_item(struct buf *buf, struct str text)
{
	if (buf->n > 0)
		buf_add(buf, STR("、"));
	buf_add(buf, text);
}

static void tell_unexplained(struct check *check,
			     struct unexplained *unexplained)
{
	struct str names = buf_str(&unexplained->names);

	if (unexplained->n > MOST_NAMED)
		names = str_format(check->arena, STR_FMT "等%zu项",
				   STR_ARG(names), unexplained->n);
	if (unexplained->n > 0)
		FOUND(check, &TXT_REASON, spot_line(unexplained->first),
		      buf_str(&unexplained->figures), STR_NONE, names);
	*unexplained = (struct unexplained){.names = {.arena = check->arena},
					    .figures = {.arena = check->arena}};
}

/* The same change stands elsewhere, with a reason. */
static bool has_reason_elsewhere(const struct check *check,
				 const struct statement *change)
{
	size_t i;
	size_t k;

	for (i = 0; i < check->view->n_lines; i++) {
		const struct line *line = &check->view->lines[i];

		for (k = 0; k < line->statements.n; k++) {
			const struct statement *other =
			    &line->statements.list[k];

			if (other != change && other->says == SAYS_CHANGE &&
			    other->reason && other->sign == change->sign &&
			    about_figure(other).there &&
			    about_figure(other).fen == about_figure(change).fen)
				return true;
		}
	}
	return false;
}

static void add_unexplained(struct check *check, const struct line *line,
			    struct unexplained *unexplained)
{
	struct str name;
	struct str figure;
	size_t k;

	for (k = 0; k < line->statements.n; k++) {
		const struct statement *change = &line->statements.list[k];

		if (!lacks_reason(check, line, change) ||
		    has_reason_elsewhere(check, change))
			continue;
		name = name_to_tell(line, change);
		figure = figure_text(line->text, change->figure);
		/* said twice */
		if (str_find(buf_str(&unexplained->names), name) >= 0 &&
		    str_find(buf_str(&unexplained->figures), figure) >= 0)
			continue;
		if (unexplained->n == 0)
			unexplained->first = line;
		if (unexplained->n++ < MOST_NAMED)
			add_item(&unexplained->names, name);
		add_item(&unexplained->figures, figure);
	}
}

/* 主要原因是。 with nothing behind it; a change of a tenth without a reason. */
void rule_txt_reason(struct check *check)
{
	static const char *const empty[] = {"原因是。",	  "原因：。",
					    "原因为。",	  "主要是。",
					    "原因是：。", "主要原因是；",
					    "主要为。",	  "主要原因。",
					    "变动原因。", NULL};
	struct unexplained unexplained = {.names = {.arena = check->arena},
					  .figures = {.arena = check->arena}};
	size_t i;

	for (i = 0; i < check->view->n_lines; i++) {
		const struct line *line = &check->view->lines[i];

		if (line->outline > 0) {
			tell_unexplained(check, &unexplained);
			continue;
		}
		if (words_in(line->text, empty))
			FOUND(check, &TXT_REASON_EMPTY, spot_line(line),
			      STR("主要原因"), STR_NONE);
		add_unexplained(check, line, &unexplained);
	}
	tell_unexplained(check, &unexplained);
}
