/* SPDX-License-Identifier: MIT */
/*
 * Which boxes make which line: the whole paragraph at once, after Knuth and
 * Plass, "Breaking Paragraphs into Lines" (1981). Internal to layout/.
 */
#ifndef LAYOUT_JUSTIFY_H
#define LAYOUT_JUSTIFY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/emu.h"
#include "layout/boxes.h"

struct arena;

enum fit_manner {
	FIT_JUSTIFY, /* lines fill the measure */
	FIT_RAGGED,  /* fewest lines, the first ones full */
	FIT_BALANCE  /* fewest lines, all of about one length, by sense */
};

struct fit_want {
	enum fit_manner manner;
	emu width;	  /* [emu] of a line */
	emu indent_first; /* [emu] by which the first one is shorter; or < 0 */
};

/* A line: what it consists of and what is to be spread over its gaps. */
struct fit_line {
	struct stretch stretch;
	bool half;  /* the mark at its end takes half an em */
	emu change; /* [emu] > 0: to be added, < 0: to be taken away */
};

/*
 * At least one line (of nothing, if there are no boxes). Never fails: a piece
 * that is wider than the measure is broken within a word, then anywhere; what
 * still is too wide stands out. Owned by the arena.
 */
struct fit_line *fit_lines(const struct boxes *boxes,
			   const struct fit_want *want, struct arena *arena,
			   size_t *n);

/* All boxes as one line of this width, whatever it takes. */
struct fit_line fit_single(const struct boxes *boxes,
			   const struct fit_want *want);

/* Width [emu] of the widest piece between places where a line may end;
 * balanced: between words. */
int64_t fit_widest_piece(const struct boxes *boxes, bool by_words);

#endif
