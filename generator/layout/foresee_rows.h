/* SPDX-License-Identifier: MIT */
/* How high a table's rows are at most, told without setting them. Internal to
 * layout/. */
#ifndef LAYOUT_FORESEE_ROWS_H
#define LAYOUT_FORESEE_ROWS_H

#include <stdbool.h>

#include <stdint.h>

#include "base/emu.h"
#include "doc/doc.h"

struct frame;
struct grid;
struct layout;
struct table_size;

/* Most lines that the text takes in type of this size, in a room [emu]. */
int64_t foresee_lines(struct text text, emu size, int64_t room);

/* Whether every row surely goes whole on a page of this frame, below title
 * [emu] on the first one. */
bool foresee_rows_fit(struct layout *layout, const struct grid *grid,
		      const struct table_size *size, const struct frame *frame,
		      int64_t title);

#endif
