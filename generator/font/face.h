/* SPDX-License-Identifier: MIT */
/*
 * One face: its file, mapped and not read; its glyphs, looked up once.
 * Internal to font/.
 */
#ifndef FONT_FACE_H
#define FONT_FACE_H

#include <hb.h>
#include <stdbool.h>
#include <stdint.h>

#include "font/catalog.h"
#include "font/font.h"

struct cff;

/* What a character is in a face. */
struct face_char {
	uint32_t glyph;	 /* 0: the face does not have it */
	int32_t advance; /* [font units] */
	bool known;	 /* it was looked up */
};

struct face {
	struct found found;
	bool opened; /* it was tried */
	bool usable;
	hb_blob_t *blob;
	hb_face_t *face;
	hb_font_t *font; /* its scale is font units */
	struct face_info info;
	struct face_char **chars; /* by code >> 8, pages of 256 */
	struct arena *arena;	  /* of the fonts */
	struct cff *cff;	  /* made for the first subset */
};

/* Whether a face with TrueType or CFF outlines can be opened from the file
 * (not reported). */
bool face_is_font(struct str path, struct arena *arena);

/* Opens the face at first use; false: it cannot be used (not reported). */
bool face_open(struct face *face, enum typeface typeface);

/* Frees what face_open opened. */
void face_close(struct face *face);

/*
 * The glyph of a character in an opened face. A character without outline
 * that is no blank counts as missing: some faces map what they do not have to
 * empty glyphs.
 */
const struct face_char *face_char(struct face *face, uint32_t code);

/* Left edge and width of the glyph's ink [font units], and the height of its
 * middle above the baseline. */
struct face_ink {
	int x, width, middle;
};
struct face_ink face_ink(const struct face *face, uint32_t glyph);

#endif
