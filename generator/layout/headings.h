/* SPDX-License-Identifier: MIT */
/* How narrow a column's heading may become. Internal to layout/. */
#ifndef LAYOUT_HEADINGS_H
#define LAYOUT_HEADINGS_H

#include "base/emu.h"
#include "layout/para.h"

/* A heading of so many ems is short: 合计, 小计, 事业收入. */
#define HEADING_SHORT_EMS 4

/* How far headings are broken; each narrower than the one before. No line has
 * one character alone. */
enum heading_break {
	HEADING_WHOLE, /* on one line */
	HEADING_HEADS, /* long ones on two, before 收入, 支出, 财政拨款 */
	HEADING_LONG,  /* long ones on two, between words */
	HEADING_TWO,   /* all on two, between words */
	HEADING_THREE, /* on three */
	N_HEADING_BREAKS
};

/* Fills in the least widths [emu] of a heading so broken. */
void heading_widths(struct layout *layout, struct text text,
		    const struct para_want *want, emu widths[N_HEADING_BREAKS]);

#endif
