/* SPDX-License-Identifier: MIT */
/* Facts of one fund or of another year, summed up from the budget behind the
 * document, and the fund that words around a figure speak of. Internal to
 * check/. */
#ifndef CHECK_NARROW_H
#define CHECK_NARROW_H

#include "base/money.h"
#include "base/str.h"

struct check;
struct fact;
struct line;
struct statement;

/* What a term's fact comes to with further filters ("年度=上年"); absent: no
 * rows, no term, or no budget behind the document. */
struct amount narrow_fact(const struct check *check, const struct fact *fact,
			  struct str filters);

/* The filter on 资金性质 of a fund's name in text; empty: it is none. Owned by
 * the arena. */
struct str narrow_filter(const struct check *check, struct str fund);

/* The fund that a text names, 财政拨款 too; empty: none. */
struct str narrow_fund(struct str text);

/* The fund that the sentence speaks of when it comes to the statement, else
 * what it goes on from, else its heading; empty: none. */
struct str narrow_around(const struct check *check, const struct line *line,
			 const struct statement *statement);

#endif
