/* SPDX-License-Identifier: MIT */
/*
 * Merged cells of a sheet: a text stands in all its rows (a unit's code written
 * once for ten of them), a number in the first: an amount counts once. Internal
 * to read/.
 */
#ifndef READ_MERGED_H
#define READ_MERGED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct arena;
struct raw_row;

struct merged_range;

/* Zero-initialise it with an arena. */
struct merged {
	struct arena *arena;
	struct merged_range *list;
	size_t n, room;
};

/* Takes note of a range: A3:A12. What is none is passed over. */
void merged_add(struct merged *merged, struct str range);

/* Repeats texts in the rows of their ranges. */
void merged_fill(const struct merged *merged, struct raw_row *rows,
		 size_t n_rows);

/* "H17": column 8, row 17; false if it is none. */
bool cell_name_parse(struct str name, int32_t *column, int32_t *row);

#endif
