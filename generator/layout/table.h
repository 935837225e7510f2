/* SPDX-License-Identifier: MIT */
/*
 * Tables, for the flow: prepare (grid, columns, rows), ask how many rows go
 * into the room that is left, place these rows with the repeated head and
 * their rules. The four stages are grid.h, columns.h, rows.h, rules.h.
 * Internal to layout/.
 */
#ifndef LAYOUT_TABLE_H
#define LAYOUT_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/emu.h"
#include "doc/doc.h"
#include "layout/canvas.h"
#include "pages/plan.h"

struct table_set; /* a prepared table */

/* Widths that tables of one type agree upon (doc/doc.h, table.type). */
struct table_types;
struct table_types *table_types_open(struct layout *layout);

/*
 * Chooses orientation, type size and widths for a table that stands alone on
 * pages of its own (look section 5): title is the height that the first page
 * loses to what stands above. *landscape tells what was chosen; frames[0] is
 * portrait, frames[1] landscape.
 */
struct table_set *table_prepare_alone(struct layout *layout,
				      struct table_types *types,
				      const struct block *block,
				      const struct frame frames[2], emu title,
				      bool *landscape);

/* The same for a table among other blocks, in this frame. */
struct table_set *table_prepare(struct layout *layout,
				struct table_types *types,
				const struct block *block,
				const struct frame *frame);

/* Height [emu] of the whole table on one page: unit line, head, rows, notes,
 * and the white above and below that its style asks for. */
emu table_height(const struct table_set *set);

/*
 * Rows from row on (an index into table.rows; 0: the beginning) that go into
 * the room [emu] of a page of which fresh tells that nothing stands on it yet;
 * 0: none fits, take a new page. Always > 0 on a fresh page. A row that is
 * taller than a page is split: *part tells how many lines of it were used
 * (set->part in the next call).
 */
size_t table_fit(struct table_set *set, size_t row, emu room, bool fresh);

/* Places the rows from..to (to not included), repeated head included, and,
 * behind the last row, the notes. Returns the height used [emu]. */
emu table_place(struct table_set *set, size_t from, size_t to, emu x, emu y,
		int parent_tag);

/* What was decided, for the plan. */
struct plan_table table_plan(const struct table_set *set);

#endif
