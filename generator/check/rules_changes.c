/* SPDX-License-Identifier: MIT */
/*
 * What sentences compute: changes, growth, shares. All are recomputed on what
 * the sentence itself says, and on the facts where it names them; the printed
 * figure must lie within what rounding allows.
 */
#include "base/arena.h"
#include "check/rule.h"
#include "check/words.h"

__extension__ typedef __int128 wide;

/* An amount and how far it may be off [分]. */
struct about {
	int64_t fen, half;
	bool there;
};

static const struct statement *at(const struct line *line, ptrdiff_t i)
{
	return i < 0 ? NULL : &line->statements.list[i];
}

static struct about about_figure(const struct statement *statement)
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

/* What the statement's level is: told in the sentence, or by its subject. */
static struct about about_level(const struct check *check,
				const struct line *line,
				const struct statement *statement)
{
	struct about level = about_figure(at(line, statement->of));
	struct naming naming;

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

/* What a statement is said of: its own subject, or its level's. */
static struct str subject_of(const struct line *line,
			     const struct statement *statement)
{
	const struct statement *level = at(line, statement->of);

	return statement->subject.n == 0 && level != NULL ? level->subject
							  : statement->subject;
}

static bool same_subject(const struct statement *a, const struct statement *b)
{
	return a->of >= 0 ? a->of == b->of
			  : b->of < 0 && str_equal(a->subject, b->subject);
}

/* The statement of a kind that belongs to the same level, in the sentence. */
static const struct statement *sibling(const struct line *line,
				       const struct statement *statement,
				       enum says says)
{
	size_t i;

	for (i = 0; i < line->statements.n; i++) {
		const struct statement *other = &line->statements.list[i];

		if (other->says == says &&
		    other->sentence == statement->sentence &&
		    same_subject(statement, other))
			return other;
	}
	return NULL;
}

/* The change, signed, with its half step. */
static struct about about_change(const struct statement *change)
{
	struct about about = about_figure(change);

	if (about.there && change->sign < 0)
		about.fen = -about.fen;
	return about;
}

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
	const struct statement *level = at(line, change->of);
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
	const struct statement *level = at(line, change->of);
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
	const struct statement *level = at(line, change->of);
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

/* Bounds of a / b in millionths of a percent: a and b off by their halves. */
static void bounds(struct about a, struct about b, int64_t *low, int64_t *high)
{
	const wide scale = 100 * (wide)1000000;
	wide b_low = b.fen - b.half > 0 ? b.fen - b.half : 1;

	*low = (int64_t)((a.fen - a.half) * scale / (b.fen + b.half));
	*high = (int64_t)((a.fen + a.half) * scale / b_low);
}

static int64_t step_of(const struct figure *figure)
{
	int64_t step = 1000000;
	int i;

	for (i = 0; i < figure->decimals; i++)
		step /= 10;
	return step;
}

/* The percentage of a in b against the printed one. */
static void check_ratio(struct check *check, const struct line *line,
			const struct statement *said, struct about a,
			struct about b)
{
	int64_t low;
	int64_t high;
	int64_t step = step_of(said->figure);
	int64_t value = said->figure->value;
	int64_t real;
	const struct diag_kind *kind = &TXT_BASE;

	if (!a.there || !b.there || b.fen <= 0)
		return;
	bounds(a, b, &low, &high);
	if (value + step / 2 >= low && value - step / 2 <= high)
		return;
	/* cut off instead of rounded */
	if (value + step >= low && value - step <= high)
		kind = &TXT_BASE_CUT;
	real = (int64_t)((wide)a.fen * 100 * 1000000 / b.fen);
	real = (real + step / 2) / step;
	FOUND(check, kind, spot_line(line),
	      figure_text(line->text, said->figure),
	      said->figure->decimals == 0
		  ? str_format(check->arena, "%lld%%", (long long)real)
		  : str_format(check->arena, "%lld.%0*lld%%",
			       (long long)(real * step / 1000000),
			       said->figure->decimals,
			       (long long)(real * step % 1000000 / step)),
	      subject_of(line, said));
}

static void check_growth(struct check *check, const struct line *line,
			 const struct statement *growth)
{
	const struct statement *change = sibling(line, growth, SAYS_CHANGE);
	const struct statement *base = sibling(line, growth, SAYS_BASE);
	struct about level = about_level(check, line, growth);
	struct about said = about_change(change);
	struct about was = about_figure(base);

	if (change == NULL || !said.there)
		return;
	if (change->sign != growth->sign && said.fen != 0 &&
	    growth->figure->value != 0) {
		FOUND(check, &TXT_YOY_SIGN, spot_line(line),
		      figure_text(line->text, growth->figure),
		      figure_text(line->text, change->figure),
		      subject_of(line, growth));
		return;
	}
	if (!was.there && level.there)
		was = (struct about){level.fen - said.fen,
				     level.half + said.half, true};
	if (!was.there)
		return;
	if (was.fen <= was.half) {
		if (said.fen != 0 && growth->figure->value != 0)
			FOUND(check, &TXT_BASE_ZERO, spot_line(line),
			      figure_text(line->text, growth->figure),
			      STR("无可比基数"), subject_of(line, growth));
		return;
	}
	if (said.fen < 0)
		said.fen = -said.fen;
	check_ratio(check, line, growth, said, was);
}

/* 份额 and 占 of what is listed: of the whole that the list was opened for. */
static void check_share(struct check *check, const struct line *line,
			const struct statement *share)
{
	const struct statement *part = at(line, share->of);
	const struct statement *whole = NULL;
	size_t i;

	if (part == NULL || part->figure == NULL)
		return;
	for (i = 0; i < line->statements.n; i++) {
		const struct statement *other = &line->statements.list[i];
		struct str name = words_bare(
		    words_strip_end(other->subject, statement_fillers),
		    check->arena);

		if (other == part || other->says != SAYS_LEVEL ||
		    other->figure->kind != part->figure->kind ||
		    other->subject.n == 0)
			continue;
		if (str_find(words_bare(share->subject, check->arena), name) >=
		    0) {
			whole = other;
			break;
		}
		if (part->opener == OPENS_PARTS && other == part - 1)
			whole = other;
	}
	if (whole != NULL)
		check_ratio(check, line, share, about_figure(part),
			    about_figure(whole));
}

void rule_txt_base(struct check *check)
{
	size_t i;
	size_t k;

	for (i = 0; i < check->view->n_lines; i++) {
		const struct line *line = &check->view->lines[i];

		for (k = 0; k < line->statements.n; k++) {
			const struct statement *statement =
			    &line->statements.list[k];

			if (statement->says == SAYS_GROWTH)
				check_growth(check, line, statement);
			else if (statement->says == SAYS_SHARE)
				check_share(check, line, statement);
		}
	}
}

/* 主要原因是。 with nothing behind it; a change of a tenth without a reason. */
void rule_txt_reason(struct check *check)
{
	static const char *const empty[] = {
	    "原因是。",	    "原因：。", "原因为。", "主要是。", "原因是：。",
	    "主要原因是；", "主要为。", "原因。",   NULL};
	size_t i;
	size_t k;

	for (i = 0; i < check->view->n_lines; i++) {
		const struct line *line = &check->view->lines[i];

		if (line->outline > 0)
			continue;
		if (words_in(line->text, empty))
			FOUND(check, &TXT_REASON_EMPTY, spot_line(line),
			      STR("主要原因"), STR_NONE);
		for (k = 0; k < line->statements.n; k++) {
			const struct statement *change =
			    &line->statements.list[k];
			struct about said = about_figure(change);
			struct about level = about_level(check, line, change);

			if (change->says != SAYS_CHANGE || change->reason ||
			    words_in(line->text,
				     (const char *const[]){"主要为", "主要用",
							   NULL}) ||
			    !said.there || !level.there || level.fen <= 0 ||
			    said.fen * 10 < level.fen)
				continue;
			FOUND(check, &TXT_REASON, spot_line(line),
			      figure_text(line->text, change->figure), STR_NONE,
			      subject_of(line, change));
		}
	}
}
