/* SPDX-License-Identifier: MIT */
/* How narrow a column's heading may become. Internal to layout/. */
#ifndef LAYOUT_HEADINGS_H
#define LAYOUT_HEADINGS_H

#include "base/emu.h"
#include "layout/para.h"

/* A heading has so many lines at most, if it can be helped. */
#define HEADING_LINES 3

/*
 * Fills in the least widths [emu] at which the text goes into 1, 2, 3 lines
 * when it is broken by sense only (before 收入, 支出, 财政拨款; between words)
 * and no line has one character alone.
 */
void heading_widths(struct layout *layout, struct text text,
		    const struct para_want *want, emu widths[HEADING_LINES]);

#endif
