/* SPDX-License-Identifier: MIT */
/*
 * The codes of a table's rows. A table may show a code in one column or in
 * several (类, 款, 项), and have more than one: the unit's beside the
 * subject's, where each unit's subjects stand below it. Internal to check/.
 */
#ifndef CHECK_CODES_H
#define CHECK_CODES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;
struct grid;

/* Codes of one row that are told apart: of a unit, a project, a subject. */
#define CODES_MOST 3

struct code_key {
	size_t column, n; /* its columns */
	bool of_bodies;	  /* of units or projects, no classes */
};

struct codes {
	struct code_key keys[CODES_MOST]; /* the outermost first */
	size_t n;	   /* 0: the table has none, or is a form */
	struct str *texts; /* by row, n each */
	int *parents;	   /* by row: the row that it is part of, -1: none */
};

/* Fills grid->codes, where the grid's texts are there; owned by the arena. */
void codes_read(struct grid *grid, struct arena *arena);

/* A code of digits alone. */
bool is_code(struct str code);

/* The row has a code, and all of it is digits. */
bool codes_there(const struct grid *grid, size_t row);

/* Characters of all codes of a row; 0: it has none. */
size_t codes_length(const struct grid *grid, size_t row);

/* How many codes the row has, CODES_MOST at most. */
size_t codes_depth(const struct grid *grid, size_t row);

/* Does the row stand below the other by its codes? 2080505 below 208, a
 * subject below its unit; not a row below itself. */
bool codes_below(const struct grid *grid, size_t row, size_t above);

/* The row's codes in one, to be looked for and shown. */
struct str codes_text(const struct grid *grid, size_t row, struct arena *arena);

/* The class (科目) that the row is of, empty: it is a unit's, or has none. */
struct str codes_class(const struct grid *grid, size_t row);

/* All codes are of classes: none of units or projects, below each of which a
 * class may stand again. */
bool codes_by_class(const struct grid *grid);

#endif
