/* SPDX-License-Identifier: MIT */
/*
 * Paragraphs: runs -> shaped lines of a given width. The whole paragraph is
 * looked at, so that lines are stretched evenly (after Knuth and Plass,
 * "Breaking Paragraphs into Lines", 1981); where a line may break is
 * linebreak.h's. Cells of tables are set by the same code. Internal to
 * layout/.
 */
#ifndef LAYOUT_PARA_H
#define LAYOUT_PARA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/emu.h"
#include "doc/doc.h"
#include "doc/style.h"
#include "layout/canvas.h"

/* How a paragraph is to be set. */
struct para_want {
	struct type type, strong; /* sizes already scaled */
	emu width;		  /* [emu] of the measure, indents included */
	emu advance;		  /* [emu] from line to line */
	enum align align;	  /* not ALIGN_AUTO */
	emu indent_first;	  /* [emu] of the first line, beside left */
	emu indent_left, indent_right; /* [emu] */
	emu gap, gap_least; /* [emu] between Han and Latin, and its least */
	bool balance;	    /* lines of about one length, broken by sense:
			       titles and header cells */
	bool never_break;   /* amounts, codes: one line, whatever it takes */
};

/* One line, its glyphs placed from the left edge of the measure. */
struct para_line {
	const struct item_text *runs; /* one per face and stroke; y is 0 on
					 the line's baseline */
	size_t n_runs;
	emu left;	/* [emu] of its ink box, from the measure's edge */
	emu width;	/* [emu] of its ink box, without hanging blanks */
	emu slack;	/* [emu] width left over (or, < 0, too much) */
	emu taken;	/* [emu] by which it was drawn in to fit; what marks
			   lose of their blank halves counts */
	size_t from, n; /* [bytes] of the paragraph's plain text */
};

struct para {
	const struct para_line *lines;
	size_t n_lines;
	const uint32_t *missing; /* characters that no face has */
	size_t n_missing;
	emu width;   /* [emu] of the measure */
	emu advance; /* [emu] */
	emu ascent;  /* [emu] from the top of a line of this advance to its
			baseline: Han ink sits in the middle of the line */
};

/* Sets the text; at least one line. Kept: the same text so set again is the
 * same paragraph. It lives as long as the layout's result. */
const struct para *para_set(struct layout *layout, struct text text,
			    const struct para_want *want);

/* Widths [emu] of the longest piece that may not break, and of the text in
 * one line. */
emu para_least_width(struct layout *layout, struct text text,
		     const struct para_want *want);
emu para_most_width(struct layout *layout, struct text text,
		    const struct para_want *want);

/* Height [emu] of lines from..to (to not included). */
emu para_height(const struct para *para);

/* Whether a line of it is wider than its measure, by what can be seen. */
bool para_stands_out(const struct para *para);

/* Draws lines from..to on the current page, the first line's top at y, the
 * measure's left edge at x. */
void para_place(struct layout *layout, const struct para *para, size_t from,
		size_t to, emu x, emu y, int tag, struct str node);

#endif
