/* SPDX-License-Identifier: MIT */
/* Figures of several subjects: 分别为, 均为. */
#include "check/reading.h"

#include "base/arena.h"
#include "check/words.h"

/* One of several subjects of figures. */
static struct statement *add_one(struct reading *reading,
				 const struct clause *clause,
				 const struct several *several, size_t i)
{
	struct statement *statement = reading_add(reading, clause);
	int year = several->years[i];

	statement->says = SAYS_LEVEL;
	statement->subject = several->names[i];
	if (year != 0)
		statement->year = year < 0 ? 0 : year;
	statement->last_year =
	    year < 0 || (year > 0 && year == reading->this_year - 1);
	if (!statement->last_year)
		reading->level = (ptrdiff_t)reading->out->n - 1;
	return statement;
}

/* 均为: the figure is each one's. */
static void say_all(struct reading *reading, const struct clause *clause,
		    const struct several *several)
{
	size_t i;

	for (i = 0; i < several->n; i++)
		add_one(reading, clause, several, i);
}

/* What a thing was beside what it is. */
static void pair_years(struct reading *reading, struct statement *now)
{
	struct statement *was;
	size_t i;

	for (i = 0; i + 1 < reading->turn; i++) {
		was = &reading->out->list[reading->turned[i]];
		if (!str_equal(was->subject, now->subject) ||
		    was->last_year == now->last_year)
			continue;
		if (now->last_year) {
			struct statement *swap = was;

			was = now;
			now = swap;
		}
		was->says = SAYS_BASE;
		was->of = now - reading->out->list;
		return;
	}
}

/* 分别为: each figure is the next one's. */
static void say_next(struct reading *reading, const struct clause *clause)
{
	struct statement *statement =
	    add_one(reading, clause, &reading->turns, reading->turn);

	/* what has one name has several years, and is no list of parts */
	if (reading->turn == 0 &&
	    !str_equal(reading->turns.names[0], reading->turns.names[1]))
		statement->opener = OPENS_PARTS;
	reading->turned[reading->turn++] = reading->out->n - 1;
	pair_years(reading, statement);
}

/* How many figures of one kind follow each other from this one on, with 、 or
 * 和 between them. */
static size_t in_a_row(const struct reading *reading,
		       const struct figure *figure)
{
	const struct statements *out = reading->out;
	size_t at = (size_t)(figure - out->figures);
	size_t n = 1;

	for (; at + 1 < out->n_figures; at++, n++) {
		const struct figure *next = &out->figures[at + 1];
		size_t end = out->figures[at].to;
		struct str between =
		    str_slice(out->text, end, next->from - end);

		if (next->kind != figure->kind || !several_joins(between) ||
		    str_find(between, STR("，")) >= 0 ||
		    str_find(between, STR("；")) >= 0)
			break;
	}
	return n;
}

/* Words before shares: 分别占, 占比分别为; 占支出的, where there are as many
 * shares as there were figures in turn. */
static bool begins_shares(const struct reading *reading,
			  const struct clause *clause, struct str run)
{
	static const char *const in_turn[] = {"分别占", "占比分别", NULL};
	static const char *const of[] = {"占", "所占", "比重", "比例", NULL};

	run = str_trim(run);
	return words_start(run, in_turn) > 0 ||
	       (words_start(run, of) > 0 &&
		in_a_row(reading, clause->figure) == reading->turn);
}

/* 货物36.5万元、工程20万元，分别占65%、35%: as many amounts right before the
 * shares as there are shares take them in turn. */
static void take_list(struct reading *reading, const struct clause *clause,
		      struct str run)
{
	static const char *const of[] = {"占", "所占", "分别占", NULL};
	const struct statements *out = reading->out;
	size_t n = in_a_row(reading, clause->figure);
	size_t i;

	if (n < 2 || n > MOST_SUBJECTS || n > out->n ||
	    words_start(str_trim(run), of) == 0)
		return;
	for (i = 0; i < n; i++) {
		const struct statement *level = &out->list[out->n - n + i];

		if (level->says != SAYS_LEVEL || level->figure == NULL ||
		    level->figure->kind != FIGURE_MONEY || level->last_year ||
		    level->sentence != clause->sentence ||
		    level->segment != clause->segment ||
		    level->depth != clause->depth)
			return;
		reading->turned[i] = out->n - n + i;
	}
	reading->turn = reading->turns.n = n;
}

/* 分别占68%、32%: of what the figures in turn before it were. */
static bool say_shares(struct reading *reading, const struct clause *clause,
		       struct str run)
{
	const struct statement *last;
	struct statement *statement;
	size_t next = 0;
	size_t i;

	if (clause->figure->kind != FIGURE_PERCENT)
		return false;
	if (reading->turn < 2)
		take_list(reading, clause, run);
	if (reading->turn < 2)
		return false;
	last = &reading->out->list[reading->out->n - 1];
	for (i = 0; i < reading->turn; i++)
		if (last->says == SAYS_SHARE &&
		    last->of == (ptrdiff_t)reading->turned[i])
			next = i + 1;
	if (next == reading->turn ||
	    !(next == 0 ? begins_shares(reading, clause, run)
			: several_joins(clause->text)))
		return false;
	statement = reading_add(reading, clause);
	statement->says = SAYS_SHARE;
	statement->of = (ptrdiff_t)reading->turned[next];
	statement->lead = next == 0 ? run : last->lead;
	return true;
}

/* 人员经费、公用经费占基本支出的比重分别为86%、14%: each name with what its
 * share is of; false: the names tell nothing of the kind. */
static bool share_names(struct several *several, struct arena *arena)
{
	static const char *const of[] = {"占", NULL};
	static const char *const it[] = {"所", NULL};
	size_t n = 0;
	struct str name = several->names[several->n - 1];
	ptrdiff_t at = words_last(name, of, &n);
	struct str whole;
	size_t i;

	if (at <= 0)
		return false;
	whole = str_slice(name, (size_t)at, name.n);
	several->names[several->n - 1] =
	    words_strip_end(str_slice(name, 0, (size_t)at), it);
	for (i = 0; i < several->n; i++)
		several->names[i] =
		    str_format(arena, STR_FMT STR_FMT,
			       STR_ARG(several->names[i]), STR_ARG(whole));
	return true;
}

/* The next one's share, which is of nothing that stands before it. */
static void say_next_share(struct reading *reading, const struct clause *clause)
{
	struct statement *statement = reading_add(reading, clause);

	statement->says = SAYS_SHARE;
	statement->lead = reading->turns.names[reading->turn];
	reading->turned[reading->turn++] = reading->out->n - 1;
}

/* 房屋、车辆分别为3000平方米、5辆，价值分别为600万元、110万元: the same names
 * take other figures in turn, 房屋价值 and 车辆价值. */
static bool turns_again(const struct reading *reading,
			const struct clause *clause, struct several *several)
{
	struct str what = several->names[0];
	size_t i;

	if (several->sharing != SHARING_EACH || several->n != 1 ||
	    reading->turn < 2 || reading->turn != reading->turns.n ||
	    in_a_row(reading, clause->figure) != reading->turn)
		return false;
	*several = reading->turns;
	for (i = 0; i < several->n; i++)
		several->names[i] =
		    str_format(reading->arena, STR_FMT STR_FMT,
			       STR_ARG(several->names[i]), STR_ARG(what));
	return true;
}

static void begin_turns(struct reading *reading, const struct clause *clause,
			const struct several *several)
{
	reading->turns = *several;
	reading->turn = 0;
	if (clause->figure->kind == FIGURE_PERCENT)
		say_next_share(reading, clause);
	else
		say_next(reading, clause);
}

/* A figure of several subjects. */
bool reading_several(struct reading *reading, const struct clause *clause)
{
	struct str run = str_slice(reading->out->text, reading->run,
				   clause->figure->from - reading->run);
	bool share = clause->figure->kind == FIGURE_PERCENT;
	struct several several;

	if (reading->turn > 0 && reading->turn < reading->turns.n &&
	    several_joins(clause->text)) {
		if (share)
			say_next_share(reading, clause);
		else
			say_next(reading, clause);
		return true;
	}
	if (say_shares(reading, clause, run))
		return true;
	several = several_read(run, reading->arena);
	if (several.sharing == SHARING_NONE || reading->reason)
		return false;
	if (several.sharing == SHARING_ONE && !share) {
		say_all(reading, clause, &several);
		return true;
	}
	if (several.sharing == SHARING_ONE ||
	    (share && !share_names(&several, reading->arena)) ||
	    (several.n < 2 && !turns_again(reading, clause, &several)))
		return false;
	begin_turns(reading, clause, &several);
	return true;
}
