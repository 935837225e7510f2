/* SPDX-License-Identifier: MIT */
/*
 * A paragraph's text as a row of boxes (a character each, shaped) with gaps
 * between them that may stretch and shrink. Internal to layout/.
 */
#ifndef LAYOUT_BOXES_H
#define LAYOUT_BOXES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/emu.h"
#include "base/str.h"
#include "font/font.h"
#include "layout/canvas.h"
#include "layout/letters.h"
#include "layout/para.h"

/* Most that justification adds between two Han characters, to a gap between
 * Han and Latin, to a blank [1/1000 em]. */
#define STRETCH_HAN_MOST   250
#define STRETCH_GAP_MOST   400
#define STRETCH_BLANK_MOST 500

/* The space behind a box, beside the blank within it. */
struct gap {
	emu ideal;   /* [emu] < 0: marks that were squeezed */
	emu shrink;  /* [emu] that it may lose, >= 0 */
	emu stretch; /* [emu] that it may gain at most, >= 0 */
};

struct box {
	uint32_t from, n;	  /* [bytes] of boxes.text */
	uint32_t glyph, n_glyphs; /* in boxes.glyphs */
	emu width;		  /* [emu] */
	emu before, after;	  /* [emu] blank within its ends, of a mark */
	struct gap gap;		  /* to the next box */
	enum letter letter;
	uint8_t level; /* of a break before it: enum break_level */
	uint8_t sense; /* the same: enum break_sense */
	bool strong;
};

/* Sums over the boxes, so that a stretch costs no loop. */
struct sums {
	int64_t *width, *shrink, *stretch; /* up to and without box i */
};

struct boxes {
	struct str text;	/* what is shown: without blanks between Han and
				   digits, which become gaps */
	const uint32_t *origin; /* [bytes] of each byte of text in the plain
				   text; text.n + 1 */
	struct glyph *glyphs;	/* cluster: offset in text */
	struct box *boxes;
	size_t n, n_glyphs;
	struct sums sums;
	emu em;	     /* [emu] */
	bool broken; /* boxes_breaks() has been there */
};

/*
 * The text's boxes, shaped. Short texts are kept: they are shaped once for each
 * manner. Levels of breaks are filled in by boxes_breaks(), for texts of more
 * than one line. Owned by the layout, as long as its scratch is not released.
 */
struct boxes *boxes_of(struct layout *layout, struct text text,
		       const struct para_want *want);
void boxes_breaks(const struct layout *layout, struct boxes *boxes,
		  const struct para_want *want);

/* A line may begin with box i. */
bool box_open(const struct boxes *boxes, size_t i);

/* The stretch of boxes from..to as a line: blanks at its ends are left off,
 * opening marks at its beginning are flush unless keep_first. */
struct stretch {
	size_t from, to; /* without blanks at the ends; from == to: nothing */
	int64_t width;	 /* [emu] natural, closing mark at the end whole */
	int64_t shrink;	 /* [emu] */
	int64_t stretch; /* [emu] */
	emu flush;	 /* [emu] taken off the first box */
	emu half;	 /* [emu] that the mark at the end may lose */
};

/* A line of the boxes from one to before the other; keep_first: the mark that
 * begins it stays whole. */
struct stretch boxes_stretch(const struct boxes *boxes, size_t from, size_t to,
			     bool keep_first);

#endif
