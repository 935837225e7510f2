/* SPDX-License-Identifier: MIT */
/*
 * What an office suite does otherwise with a line when it sets the text again,
 * so that the plan can tell what keeps it as it is. Internal to layout/.
 */
#ifndef LAYOUT_OFFICE_H
#define LAYOUT_OFFICE_H

#include <stdbool.h>

#include "base/emu.h"
#include "base/str.h"
#include "layout/para.h"

/* By how much [emu] a cell's line must be drawn in to stay one line where it is
 * set again: what it took here, and the white that is put into it there. text:
 * the paragraph's plain text; size [emu]: of its type. */
emu office_excess(const struct para_line *line, struct str text, emu size);

/* Whether the line ends, but not the text, where LibreOffice ends no line by
 * itself: between a closing bracket or quotation mark and a word. It follows
 * UAX 14 of long ago, for which brackets are always Latin's. */
bool office_is_shut(struct str text, const struct para_line *line);

#endif
