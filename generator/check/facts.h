/* SPDX-License-Identifier: MIT */
/*
 * Facts by name: what the terms of a document and the rows and columns of its
 * tables say that a thing amounts to, so that sentences can be held against
 * them. Internal to check/.
 */
#ifndef CHECK_FACTS_H
#define CHECK_FACTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/map.h"
#include "base/money.h"
#include "base/str.h"

struct arena;
struct check_task;
struct figure;
struct grid;
struct view;

enum fact_source {
	FACT_TERM,    /* a term of the template, computed from the facts */
	FACT_TOTAL,   /* a column of a table's total row, a total of a list */
	FACT_ROW,     /* a row of a table: a class, an item of 三公 */
	FACT_ECONOMIC /* an economic class: of basic expenditure only */
};

struct fact {
	struct str name; /* bare: no blanks and marks */
	struct money money;
	enum fact_source source;
	const struct grid *grid; /* NULL: FACT_TERM */
	size_t row, column;
	struct str select; /* FACT_TERM: where it comes from */
	size_t next;	   /* one more of the same name, SIZE_MAX: none */
};

struct named_list;

struct facts {
	struct fact *list;
	size_t n;
	size_t room;
	struct map by_name;	  /* bare name -> first */
	struct map aliases;	  /* words of sentences -> vocabulary */
	struct named_list *named; /* subjects that were asked for */
	struct arena *arena;
	int year;	  /* of the document, 0: unknown */
	struct str owner; /* bare names of the unit, for prefixes */
};

struct facts facts_open(const struct check_task *task, const struct view *view,
			struct arena *arena);

/* What a subject names. */
struct naming {
	size_t fact; /* the first of that name, SIZE_MAX: nothing known */
	bool exact;  /* nothing but words without weight stands beside it */
	bool funded; /* other words of the subject say which fund */
	struct str fund;
};

/* The known name that a subject ends with, apart from fillers. */
struct naming facts_name(const struct facts *facts, struct str subject,
			 struct arena *arena);

/* Whether the figure is one of the facts of that name (of the fund that it
 * names, if it names one), or there is none; else *first is the first of them,
 * NULL where there is none or it agrees at once. */
bool facts_agree(const struct facts *facts, const struct naming *naming,
		 const struct figure *figure, const struct fact **first);

/* The canonical name that a subject comes to, known or not: without fillers.
 * Owned by the arena. */
struct str facts_subject(const struct facts *facts, struct str subject,
			 struct arena *arena);

/* Words without the unit's name that they begin with, or the end of it
 * (县档案局). */
struct str facts_without_owner(const struct facts *facts, struct str front);

/* The fund that a text names last; empty: none. */
struct str facts_fund(struct str text);

/* Whether a fact is of the fund that a subject names. */
bool fact_of_fund(const struct fact *fact, struct str fund);

/* The year that a fact is of, in a document of that year: assets are those of
 * the end of the year before. */
int fact_year(const struct fact *fact, int year);

/* The first fact of that name, NULL: none. */
const struct fact *facts_find(const struct facts *facts, const char *name);

/* A whole and the parts that make it up; names as in fact_canonical(). */
struct composition {
	const char *whole[4], *parts[8]; /* each ended by NULL */
	bool always; /* there is no further part; else the facts must say so */
};

extern const struct composition fact_compositions[];
extern const size_t fact_n_compositions;

/* Whether the parts are the whole in this document: by definition, or because
 * its facts add up so. */
bool facts_compose(const struct facts *facts,
		   const struct composition *composition);

/* The word that the national tables use for a name (基金预算收入 is
 * 政府性基金预算拨款收入); the name itself if it has none. */
struct str fact_canonical(const struct facts *facts, struct str bare);

#endif
