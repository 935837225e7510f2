/* SPDX-License-Identifier: MIT */
/*
 * What subjects of sentences name: a fact (facts.h), of a fund or of all.
 * Internal to check/.
 */
#ifndef CHECK_NAMING_H
#define CHECK_NAMING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "check/facts.h"

struct arena;
struct figure;
struct named_list;

/* What was named before, by subject: many rules ask for the same ones. */
struct named_list *naming_open(struct arena *arena);

/* Basic and project expenditure and what they are made of: each fund has its
 * own. */
bool naming_is_kind(struct str name);

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

#endif
