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

struct para;
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

/* The same for a table among other blocks, in this frame; title is the height
 * of the headings above that are not to be parted from it. */
struct table_set *table_prepare(struct layout *layout,
				struct table_types *types,
				const struct block *block,
				const struct frame *frame, emu title);

/* Height [emu] of the whole table on one page: unit line, head, rows, notes,
 * and the white above and below that its style asks for (a table whose style
 * says grid takes a whole number of lines of the frame's grid). */
emu table_height(const struct table_set *set);

/* By how much rows may be lower where that saves a page (look, section 5). */
#define TABLE_TIGHTER EMU_MM(0.4)

/* Makes the rows lower than their style says by less [emu], for a table that
 * shares pages with others and has not been placed yet; the new height. */
emu table_tighten(struct table_set *set, emu less);

/*
 * Pieces between which the table may be cut: its rows without the repeated
 * head, and the single lines of a row that is taller than a page. The flow
 * goes from piece 0 to table_pieces(); at least one, for the table without
 * rows.
 */
size_t table_pieces(const struct table_set *set);

/* Whether a row is higher than a page and goes on it by lines; such rows are
 * reported once the table is placed: trials of its height split others. */
bool table_splits_row(const struct table_set *set);
void table_report_splits(const struct table_set *set);

/*
 * The end of the pieces from that one on which go on the present page, where
 * room [emu] is left; fresh tells that nothing stands on it yet. Repeated head
 * (and, at the end, notes) are counted. The same as piece: none fits, take a
 * new page. Always more on a fresh page. Pages to come have the room of the
 * frame; rows are spread evenly over all of them, or fill them, if the style
 * wants the table whole.
 */
size_t table_fit(struct table_set *set, size_t piece, emu room, bool fresh);

/* Pages that the table takes when the first one has this room [emu], and how
 * much [emu] of the last one. Not of a table without rows. */
size_t table_span(const struct table_set *set, emu room, emu *last);

/* Whether the room [emu] holds at least the first piece with what stands above
 * it, though the table may be better off on the next page. */
bool table_begins_in(const struct table_set *set, emu room);

/* Places the pieces from..to (to not included) on the current page, with
 * unit line and repeated head above and, behind the last piece, the notes.
 * Each page's part is placed once, in order. Returns the height used [emu]. */
emu table_place(struct table_set *set, size_t from, size_t to, emu x, emu y,
		int parent_tag);

/*
 * Notes that do not go on a page with the last row stand apart: the flow
 * places them line by line behind the table. How many they are (0: they stand
 * with the table), one of them, and the placing of one of its lines.
 */
size_t table_notes_apart(const struct table_set *set);
const struct para *table_note(const struct table_set *set, size_t note);
void table_place_note(struct table_set *set, size_t note, size_t line, emu x,
		      emu y, int parent_tag);

/* What was decided and placed, for the plan: all but page, number and
 * page_break, which the flow knows. */
struct plan_table table_plan(const struct table_set *set);

#endif
