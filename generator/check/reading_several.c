/* SPDX-License-Identifier: MIT */
/* Figures of several subjects: 分别为, 均为. */
#include "check/reading.h"

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

/* 分别占68%、32%: of what the figures in turn before it were. */
static bool say_shares(struct reading *reading, const struct clause *clause,
		       struct str run)
{
	static const char *const share_words[] = {"分别占", "占比分别", NULL};
	const struct statement *last;
	struct statement *statement;
	size_t next = 0;
	size_t i;

	if (reading->turn < 2 || clause->figure->kind != FIGURE_PERCENT)
		return false;
	last = &reading->out->list[reading->out->n - 1];
	for (i = 0; i < reading->turn; i++)
		if (last->says == SAYS_SHARE &&
		    last->of == (ptrdiff_t)reading->turned[i])
			next = i + 1;
	if (next == reading->turn ||
	    !(next == 0 ? words_start(str_trim(run), share_words) > 0
			: several_joins(clause->text)))
		return false;
	statement = reading_add(reading, clause);
	statement->says = SAYS_SHARE;
	statement->of = (ptrdiff_t)reading->turned[next];
	statement->lead = next == 0 ? run : last->lead;
	return true;
}

/* A figure of several subjects. */
bool reading_several(struct reading *reading, const struct clause *clause)
{
	struct str run = str_slice(reading->out->text, reading->run,
				   clause->figure->from - reading->run);
	struct several several;

	if (reading->turn > 0 && reading->turn < reading->turns.n &&
	    several_joins(clause->text)) {
		say_next(reading, clause);
		return true;
	}
	if (say_shares(reading, clause, run))
		return true;
	several = several_read(run, reading->arena);
	if (several.sharing == SHARING_NONE || reading->reason ||
	    clause->figure->kind == FIGURE_PERCENT ||
	    (several.sharing == SHARING_EACH && several.n < 2))
		return false;
	if (several.sharing == SHARING_ONE) {
		say_all(reading, clause, &several);
		return true;
	}
	reading->turns = several;
	reading->turn = 0;
	say_next(reading, clause);
	return true;
}
