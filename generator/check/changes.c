/* SPDX-License-Identifier: MIT */
#include "check/changes.h"

#include "check/rule.h"

const struct statement *statement_at(const struct line *line, ptrdiff_t i)
{
	return i < 0 ? NULL : &line->statements.list[i];
}

struct about about_figure(const struct statement *statement)
{
	if (statement == NULL)
		return (struct about){0};
	if (statement->figure == NULL)
		return (struct about){.there = true};
	if (statement->figure->kind != FIGURE_MONEY)
		return (struct about){0};
	return (struct about){figure_money(statement->figure).fen,
			      figure_half_step(statement->figure), true};
}

/* 较上年减少16.9万元 at the start of a paragraph: what the one before it began
 * with; NULL: nothing of the kind. */
static const struct statement *level_before(const struct check *check,
					    const struct line *line,
					    const struct statement *statement)
{
	const struct line *before = line - 1;
	const struct statement *first;

	if (line == check->view->lines || statement->sentence > 0 ||
	    statement->of >= 0 || statement->against == 0 ||
	    before->outline > 0 || before->statements.n == 0)
		return NULL;
	first = before->statements.list;
	return first->says == SAYS_LEVEL && first->figure != NULL &&
		       first->figure->kind == FIGURE_MONEY
		   ? first
		   : NULL;
}

struct about about_level(const struct check *check, const struct line *line,
			 const struct statement *statement)
{
	struct about level = about_figure(statement_at(line, statement->of));
	struct naming naming;

	if (!level.there && statement->subject.n == 0)
		return about_figure(level_before(check, line, statement));
	if (level.there || statement->subject.n == 0)
		return level;
	naming = facts_name(check->facts, statement->subject, check->arena);
	if (naming.fact == SIZE_MAX || !naming.exact || naming.funded)
		return level;
	level.fen = check->facts->list[naming.fact].money.fen;
	level.half = (int64_t)MONEY_WAN / 200;
	level.there = true;
	return level;
}

struct str subject_of(const struct line *line,
		      const struct statement *statement)
{
	const struct statement *level = statement_at(line, statement->of);

	return statement->subject.n == 0 && level != NULL ? level->subject
							  : statement->subject;
}

static bool same_subject(const struct statement *a, const struct statement *b)
{
	return a->of >= 0 ? a->of == b->of
			  : b->of < 0 && str_equal(a->subject, b->subject);
}

/* 增加58万元，比执行数1195万元减少15万元: a base that another change follows is
 * that one's. */
static bool has_own_change(const struct line *line,
			   const struct statement *base)
{
	const struct statement *next = base + 1;

	return next < line->statements.list + line->statements.n &&
	       next->sentence == base->sentence &&
	       next->segment == base->segment &&
	       (next->says == SAYS_CHANGE || next->says == SAYS_GROWTH) &&
	       same_subject(next, base);
}

const struct statement *sibling(const struct line *line,
				const struct statement *statement,
				enum says says)
{
	const struct statement *found = NULL;
	size_t i;

	for (i = 0; i < line->statements.n; i++) {
		const struct statement *other = &line->statements.list[i];

		if (other > statement &&
		    (found != NULL || other->segment != statement->segment))
			break;
		if (other->says == says && other != statement &&
		    other->sentence == statement->sentence &&
		    same_subject(statement, other))
			found = other;
	}
	if (says == SAYS_BASE && found > statement &&
	    has_own_change(line, found))
		return NULL;
	return found;
}

struct about about_change(const struct statement *change)
{
	struct about about = about_figure(change);

	if (about.there && change->sign < 0)
		about.fen = -about.fen;
	return about;
}

const struct statement *year_before(const struct line *line,
				    const struct statement *statement, int year)
{
	const struct statement *level = statement_at(line, statement->of);
	size_t i;

	for (i = 0;
	     level != NULL && level->subject.n > 0 && i < line->statements.n;
	     i++) {
		const struct statement *other = &line->statements.list[i];

		if (other->says == SAYS_LEVEL && about_figure(other).there &&
		    str_equal(other->subject, level->subject) &&
		    (other->last_year || other->year == year - 1))
			return other;
	}
	return NULL;
}

static bool has_share(const struct line *line, const struct statement *level)
{
	size_t i;

	for (i = 0; i < line->statements.n; i++)
		if (line->statements.list[i].says == SAYS_SHARE &&
		    line->statements.list[i].of ==
			level - line->statements.list)
			return true;
	return false;
}

const struct statement *whole_of_list(const struct line *line,
				      const struct statement *part)
{
	const struct statement *first = line->statements.list;
	const struct statement *found = NULL;
	const struct statement *other;

	for (other = part; other > first; other--) {
		const struct statement *before = other - 1;
		bool opens = other->says == SAYS_LEVEL &&
			     other->opener != OPENS_NOTHING &&
			     other->depth <= part->depth;

		if (opens && before->says == SAYS_LEVEL)
			return before;
		if (opens && before->of >= 0 &&
		    before->sentence + 1 == other->sentence &&
		    before->segment == 0)
			return statement_at(line, before->of);
		if (before->says == SAYS_LEVEL &&
		    before->sentence == part->sentence && before->figure &&
		    before->figure->kind == part->figure->kind)
			found = before;
	}
	/* 采购预算86.5万元：货物36.5万元，占42.2%: told by a colon alone. What
	 * has a share itself is one of the list. */
	if (found != NULL && !has_share(line, found) &&
	    figure_money(found->figure).fen >= figure_money(part->figure).fen)
		return found;
	return NULL;
}
