/* SPDX-License-Identifier: MIT */
/*
 * All words of a document: paragraphs and cells, each text once, so that rules
 * on words look at it once. Internal to check/.
 */
#ifndef CHECK_PASSAGES_H
#define CHECK_PASSAGES_H

#include <stddef.h>

#include "base/str.h"

struct arena;
struct grid;
struct line;
struct view;

/* A text, and where it stands first. */
struct passage {
	struct str text;
	const struct line *line; /* NULL: a cell */
	const struct grid *grid; /* row and column are of it */
	size_t row, column;
};

struct passages {
	struct passage *list;
	size_t n;
};

/* Amounts are left out. */
struct passages passages_open(const struct view *view, struct arena *arena);

#endif
