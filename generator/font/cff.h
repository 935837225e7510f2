/* SPDX-License-Identifier: MIT */
/* Subsets of CFF faces, written from the mapped table. Internal to font/. */
#ifndef FONT_CFF_H
#define FONT_CFF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct arena;

/*
 * A CID-keyed font with .notdef and n glyphs of the table; glyph i + 1 and
 * CID i + 1 is glyphs[i]. False: the table is damaged.
 */
bool cff_subset(struct str table, struct str name, const uint32_t *glyphs,
		size_t n, struct arena *arena, struct str *data);

#endif
