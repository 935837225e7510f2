/* SPDX-License-Identifier: MIT */
/* Subsets of CFF faces, written from the mapped table. Internal to font/. */
#ifndef FONT_CFF_H
#define FONT_CFF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "font/font.h"

struct arena;
struct cff;

/* Reads what all subsets of a table need; owned by the arena, as are the
 * outlines that are kept from one subset to the next. The table must outlive
 * it. NULL: it is damaged. */
struct cff *cff_open(struct str table, struct arena *arena);

/*
 * A CID-keyed font with .notdef and the glyphs of the table; glyph i + 1
 * and CID i + 1 is ids[i]. False: the table is damaged.
 */
bool cff_subset(struct cff *cff, struct str name, struct font_glyphs glyphs,
		struct arena *arena, struct str *data);

#endif
