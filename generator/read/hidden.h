/* SPDX-License-Identifier: MIT */
/* Rows and columns of a sheet that nobody sees who looks at it: they are read
 * all the same, and that is said. Internal to read/. */
#ifndef READ_HIDDEN_H
#define READ_HIDDEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"

struct arena;
struct xmlpart;

/* Zero-initialise it with an arena. */
struct hidden {
	struct arena *arena;
	bool *columns; /* by number; NULL: none is hidden */
	int *n_filled; /* how many cells of each have a content */
	size_t n_rows;
	int32_t first_row;
};

/* Takes note of the element col that was just started. */
void hidden_columns(struct hidden *hidden, const struct xmlpart *part);

/* Something stands in that column. */
void hidden_fill(struct hidden *hidden, int32_t column);

/* Something stands in a row that is hidden. */
void hidden_row(struct hidden *hidden, int32_t row);

/* Tells of rows in which something stands, and of columns in which more than a
 * heading does: `gongkai new` says that those which are not needed may be
 * hidden. */
void hidden_report(const struct hidden *hidden, struct place sheet,
		   struct diag_sink *sink);

#endif
