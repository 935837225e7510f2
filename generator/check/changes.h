/* SPDX-License-Identifier: MIT */
/* What a change, a growth or a share is computed from, as a sentence says it.
 * Internal to check/. */
#ifndef CHECK_CHANGES_H
#define CHECK_CHANGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "check/statement.h"

struct check;
struct line;

/* An amount and how far it may be off [分]. */
struct about {
	int64_t fen, half;
	bool there;
};

/* The statement of that number, NULL: -1. */
const struct statement *statement_at(const struct line *line, ptrdiff_t i);

/* The money that a statement states; 持平 is a change of nothing. */
struct about about_figure(const struct statement *statement);

/* The change, signed. */
struct about about_change(const struct statement *change);

/* What the statement's level is: told in the sentence, or by its subject. */
struct about about_level(const struct check *check, const struct line *line,
			 const struct statement *statement);

/* What a statement is said of: its own subject, or its level's. */
struct str subject_of(const struct line *line,
		      const struct statement *statement);

/* The nearest statement of a kind that belongs to the same level, in the
 * sentence: before it, else behind; NULL: none. */
const struct statement *sibling(const struct line *line,
				const struct statement *statement,
				enum says says);

/* The whole of a list that the statement is a part of, or stands in as one;
 * NULL: of none. */
const struct statement *whole_of_list(const struct line *line,
				      const struct statement *part);

/* What the paragraph says that the statement's level was in the year before
 * that year; NULL: nothing. */
const struct statement *year_before(const struct line *line,
				    const struct statement *statement,
				    int year);

#endif
