/* SPDX-License-Identifier: MIT */
/*
 * Last stage of a table: the rules of its part on one page. Merged into as few
 * as possible, none drawn twice; they meet at their centres, and the frame
 * closes the part. Internal to layout/.
 */
#ifndef LAYOUT_RULES_H
#define LAYOUT_RULES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/emu.h"
#include "pages/pages.h"

struct arena;

struct rules_want {
	const emu *x;	 /* [emu] n_columns + 1 edges */
	const emu *y;	 /* [emu] n_rows + 1 edges */
	const int *cell; /* n_rows * n_columns: neighbouring places of one
			    number are one cell, with no rule between them */
	int n_rows, n_columns;
	const bool *heavy_left;	  /* n_columns: heavier rule at its left */
	const bool *heavy_above;  /* n_rows: heavier rule above it */
	emu frame, heavy, inside; /* [emu] weights */
};

/* The rules, horizontal before vertical, frame last. Owned by the arena. */
struct item_rule *rules_make(const struct rules_want *want, struct arena *arena,
			     size_t *n);

#endif
