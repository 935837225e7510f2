/* SPDX-License-Identifier: MIT */
/* What stands around a table's frame: unit line and notes. Internal to
 * layout/. */
#ifndef LAYOUT_NOTES_H
#define LAYOUT_NOTES_H

#include <stdbool.h>

#include "base/emu.h"

struct table_set;

/* Sets the texts of unit line and notes in the table's size and says how
 * high they are. */
void notes_set(struct table_set *set);

/* Decides, once the rows have their heights, whether the notes go on a page
 * with the last one; else they stand apart, behind the table. */
void notes_settle(struct table_set *set);

/* Draws the unit line at y; again: it has been drawn on a page before. */
void notes_place_unit(struct table_set *set, emu x, emu y, bool again,
		      int parent_tag);

/* Draws the notes below the frame, which ends at y, unless they stand apart. */
void notes_place(struct table_set *set, emu x, emu y, int parent_tag);

#endif
