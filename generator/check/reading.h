/* SPDX-License-Identifier: MIT */
/* A paragraph as it is read, clause by clause: what is known so far, and what
 * a figure is made of it. Of statement.c and its parts alone. */
#ifndef CHECK_READING_H
#define CHECK_READING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "check/clause.h"
#include "check/several.h"
#include "check/statement.h"

struct arena;

/* What reading knows when it comes to a clause. */
struct reading {
	struct statements *out;
	struct arena *arena;
	size_t room;
	ptrdiff_t level;	/* the last level of this year; -1: none */
	ptrdiff_t head;		/* the level that a list divides; -1: none */
	bool listed;		/* its parts were told */
	ptrdiff_t levels[8];	/* by depth of brackets, what it was before */
	enum opener openers[8]; /* likewise */
	bool reasons[8];	/* likewise */
	int this_year;		/* of the document, 0: unknown */
	int own_year;		/* that the clause itself names, 0: none */
	int year;		/* of the sentence, 0: not told */
	int against;		/* that the clause compares with */
	bool compares;
	bool reason;
	enum opener opener;
	size_t sentence;
	size_t segment;
	struct str before; /* the clause before, if it had no figure */
	struct str title; /* 2.公务接待费。 a sentence that is a name alone */
	size_t run;	  /* [bytes] where the words before a figure begin: a
			     list of names is one run */
	enum clause_end last_end;
	struct several turns;	      /* 分别为: whose turn it is */
	size_t turn;		      /* 0: nobody's */
	size_t turned[MOST_SUBJECTS]; /* their statements */
	ptrdiff_t origin; /* 由…: what a level grew from; -1: nothing */
};

/* A statement of the clause, still of nothing; out->list owns it. Earlier
 * pointers into the list end. */
struct statement *reading_add(struct reading *reading,
			      const struct clause *clause);

/* The lead behind the last opener of a list in it, which is noted. */
struct str reading_open_list(struct reading *reading, struct str lead);

/* 20万元以上的设备: the statement takes the limit before it into its subject.
 */
void reading_limit(const struct reading *reading, struct statement *statement);

/* 购置费, 运行费 behind 公务用车购置及运行费: the names in full. */
void reading_vehicles(const struct reading *reading,
		      struct statement *statement);

/* The subject of a lead that stands at from: without years, what was said of
 * the clause before and words that say nothing. */
struct str reading_subject(const struct reading *reading, struct str lead,
			   size_t from);

/* A clause that ends in a figure becomes a statement. */
void reading_figure(struct reading *reading, const struct clause *clause);

/* A figure of several subjects (分别为, 均为) becomes a statement of each or of
 * the one whose turn it is; false: it is none. */
bool reading_several(struct reading *reading, const struct clause *clause);

/* 与上年持平: a change of nothing, in words, if the clause says so. */
void reading_same(struct reading *reading, const struct clause *clause);

/* Words for that, and those that begin a reason. */
extern const char *const reading_sames[];
extern const char *const reading_reasons[];
extern const char *const reading_part_openers[];

#endif
