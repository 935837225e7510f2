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

/* All that the document tells; owned by the arena. */
struct facts facts_open(const struct check_task *task, const struct view *view,
			struct arena *arena);

/* The fund that a text names last; empty: none. */
struct str facts_fund(struct str text);

/* What the fund has as a whole, income or spending: the first fact; NULL: none.
 */
const struct fact *facts_of_fund(const struct facts *facts, struct str fund);

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
