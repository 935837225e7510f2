/* SPDX-License-Identifier: MIT */
/*
 * Orientation, type size and column widths of a table: the order of trials of
 * docs/look.md, section 5. Internal to layout/.
 */
#ifndef LAYOUT_SIZING_H
#define LAYOUT_SIZING_H

#include <stdbool.h>

#include "doc/doc.h"
#include "layout/grid.h"
#include "layout/table_set.h"

struct table_types;

/* Where the table may stand. */
struct sizing_room {
	emu width[2]; /* [emu] portrait, landscape */
	bool may[2];  /* which of them it may take */
	bool alone;   /* it has pages of its own */
};

/* The room of a table that stands alone on pages (frames[0] portrait,
 * frames[1] landscape), and of one among other blocks. */
struct sizing_room sizing_room_alone(const struct table *table,
				     const struct frame frames[2]);
struct sizing_room sizing_room_within(const struct frame *frame);

/* The size that the table, with all others of its type, is set in. Never
 * fails: see table_size.fits. Owned by the layout's arena. */
struct table_size sizing_choose(struct layout *layout,
				struct table_types *types,
				const struct block *block,
				const struct grid *grid,
				const struct sizing_room *room);

/* The same table in type smaller by a step, in the same orientation; false:
 * it does not go. */
bool sizing_smaller(struct layout *layout, const struct grid *grid,
		    const struct sizing_room *room,
		    const struct table_size *size, struct table_size *smaller);

/* White [emu] beside a figure, both sides together, at least. */
emu sizing_amount_white(void);

#endif
