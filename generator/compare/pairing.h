/* SPDX-License-Identifier: MIT */
/*
 * Which item of one list has become which of another: equal ones in order
 * first, then equal ones that moved, then, between those, such as are like
 * each other.
 */
#ifndef COMPARE_PAIRING_H
#define COMPARE_PAIRING_H

#include <stddef.h>

#include "base/str.h"
#include "compare/align.h"

struct arena;

struct pairing {
	size_t *of_a; /* by item of a: its fellow in b, ALIGN_NONE: it went */
	size_t *of_b; /* by item of b: its fellow in a, ALIGN_NONE: it came */
};

/* Items to be paired. */
struct pairing_list {
	const struct str *keys;	 /* equal: the same item */
	const struct str *words; /* what shows that items are alike; NULL:
				    only equal keys are paired */
	size_t n;
};

/* Owned by the arena. */
struct pairing pairing_of(const struct pairing_list *a,
			  const struct pairing_list *b, struct arena *arena);

/* How alike two texts are, 0 to 1000: the pairs of neighbouring characters
 * that both have. */
int likeness(struct str a, struct str b);

#endif
