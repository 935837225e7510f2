/* SPDX-License-Identifier: MIT */
/*
 * Levels of an export that has units, subjects and projects in one column, each
 * below the one it belongs to: a row says only what it is itself, the rest
 * stands in rows above. Internal to read/.
 */
#ifndef READ_LEVELS_H
#define READ_LEVELS_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct arena;

/* What a row of a level says of one column of ours. */
struct level_fill {
	size_t column;	    /* index of the plan's */
	struct str value;   /* empty: what the cell says */
	unsigned treatment; /* of that: MAP_CODE, MAP_NAME */
};

/* Rows that fit one pattern. */
struct level {
	struct str pattern;
	size_t depth; /* 0 at the top */
	struct level_fill *fills;
	size_t n_fills, room_fills;
};

struct levels {
	int32_t column; /* in the export, from 1; 0: there are none */
	struct level *list;
	size_t n, room;
};

/* Adds to what rows of that pattern say, a level of its own if it is new. Those
 * that fill a column of ours in common are equally deep; others lie deeper than
 * all before. */
void levels_add(struct levels *levels, struct str pattern,
		struct level_fill fill, struct arena *arena);

/* The first level whose pattern the cell's code fits, or its text if it has
 * none; NULL: no one's. */
const struct level *levels_find(const struct levels *levels, struct str cell,
				struct arena *arena);

/* Changes what is known (texts by the plan's columns) at a row of that level:
 * what rows as deep or deeper said is over. */
void levels_enter(const struct levels *levels, const struct level *level,
		  struct str cell, struct str *known);

#endif
