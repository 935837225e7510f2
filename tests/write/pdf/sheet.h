/* SPDX-License-Identifier: MIT */
/* Pages set by hand, for tests of writers: what layout/ would hand over, but
 * with nothing decided except what the test says. */
#ifndef TESTS_WRITE_PDF_SHEET_H
#define TESTS_WRITE_PDF_SHEET_H

#include "font/font.h"
#include "pages/pages.h"

struct arena;

#define SHEET_MOST 4096 /* items of a page, tags */

struct sheet {
	struct arena *arena;
	struct fonts *fonts;
	struct pages pages;
	struct page page[64];
	struct item *items[64]; /* SHEET_MOST each, made on demand */
	struct tag tags[SHEET_MOST];
	struct anchor anchors[64];
	struct outline_entry outline[64];
};

/* An empty sheet in the arena. */
struct sheet *sheet_new(struct fonts *fonts, struct arena *arena);

/* A4 page with that printed number (0: uncounted). */
void sheet_page(struct sheet *sheet, int number);

int sheet_tag(struct sheet *sheet, enum tag_kind kind, int parent);

/* Text in one line, cut into runs of one face; x, y in points from the upper
 * left corner. */
void sheet_text(struct sheet *sheet, int tag, double x, double y,
		struct font_want want, struct str text);

void sheet_rule(struct sheet *sheet, double x0, double y0, double x1,
		double y1);
void sheet_dots(struct sheet *sheet, int tag, double x0, double x1, double y);
/* A link of 20 pt height. */
void sheet_link(struct sheet *sheet, int tag, double x, double y,
		const char *target, const char *text);

/* A block begins here; outline level 0: not in the outline. */
void sheet_anchor(struct sheet *sheet, struct str block, double y, int level,
		  struct str title);

/* The finished pages. */
const struct pages *sheet_pages(struct sheet *sheet);

#endif
