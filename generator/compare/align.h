/* SPDX-License-Identifier: MIT */
/* What stands in both of two lists of texts, in order, and what in one only
 * (E. W. Myers, An O(ND) Difference Algorithm, 1986). */
#ifndef COMPARE_ALIGN_H
#define COMPARE_ALIGN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;

#define ALIGN_NONE SIZE_MAX

/* A place where the lists differ: an item of a that b has not, an item of b
 * that a has not, or one in place of the other. */
struct difference {
	size_t a, b; /* indexes, ALIGN_NONE: none */
};

struct differences {
	struct difference *list; /* in order */
	size_t n, room;
	bool too_many; /* beyond most: list holds nothing */
};

/* most: of items that stand in one list only. Owned by the arena. */
struct differences align(const struct str *a, size_t n_a, const struct str *b,
			 size_t n_b, size_t most, struct arena *arena);

#endif
