/* SPDX-License-Identifier: MIT */
/*
 * The display list: pages of placed items, and their logical structure. Made
 * by layout/, read by writers of fixed formats. Lengths are emu, from the
 * page's upper left corner, y downwards.
 */
#ifndef PAGES_PAGES_H
#define PAGES_PAGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/emu.h"
#include "base/str.h"
#include "font/font.h"

struct arena;

enum item_kind {
	ITEM_TEXT,
	ITEM_RULE,
	ITEM_DOTS, /* leader of a contents entry */
	ITEM_LINK
};

/* A glyph run: one size, one colour (black), one baseline. */
struct item_text {
	emu x, y;	 /* [emu] origin on the baseline */
	emu size;	 /* [emu] */
	emu stroke;	 /* [emu] outline, 0: filled only */
	int face;	 /* all glyphs of a run are of one face */
	struct str text; /* what the glyphs show, in UTF-8 */
	const struct glyph_at {
		uint32_t id;	  /* glyph id in the face */
		emu x, y;	  /* [emu] from the run's origin; y upwards */
		emu advance;	  /* [emu] the face's own, for W */
		uint32_t from, n; /* [bytes] of text that it shows; several
				     glyphs may share one stretch */
	} * glyphs;
	size_t n_glyphs;
};

/* A straight rule, horizontal or vertical, from centre to centre of its
 * joins, butt ends: the layout has added what a clean corner needs. */
struct item_rule {
	emu x0, y0, x1, y1; /* [emu] of its axis */
	emu weight;	    /* [emu] */
};

struct item_dots {
	emu x0, x1;   /* [emu] first and last centre */
	emu y;	      /* [emu] of the centres */
	emu step;     /* [emu] */
	emu diameter; /* [emu] */
};

struct item_link {
	emu x, y, width, height; /* [emu] */
	struct str target;	 /* id of the doc block */
	struct str text;	 /* what it says, for /Contents */
};

#define TAG_ARTIFACT (-1)

struct item {
	enum item_kind kind;
	int tag;	 /* index into pages->tags, or TAG_ARTIFACT */
	struct str node; /* id of the doc node (id or id/row/column) */
	union {
		struct item_text text;
		struct item_rule rule;
		struct item_dots dots;
		struct item_link link;
	};
};

/* Structure types, as PDF 32000-1:2008, 14.8.4 names them. */
enum tag_kind {
	TAG_DOCUMENT,
	TAG_SECT,
	TAG_H1,
	TAG_H2,
	TAG_H3,
	TAG_P,
	TAG_TOC,
	TAG_TOCI,
	TAG_REFERENCE,
	TAG_LINK,
	TAG_TABLE,
	TAG_THEAD,
	TAG_TBODY,
	TAG_TR,
	TAG_TH,
	TAG_TD,
	TAG_CAPTION
};

enum tag_scope { SCOPE_NONE, SCOPE_ROW, SCOPE_COLUMN, SCOPE_BOTH };

/* A structure element; parents come before children, siblings in reading
 * order. */
struct tag {
	enum tag_kind kind;
	int parent;	      /* index, -1: the root */
	enum tag_scope scope; /* of a TH */
	int rowspan, colspan; /* 1: none */
	const int *headers;   /* indexes of the THs of a cell, where rows and
				 columns alone do not tell */
	size_t n_headers;
	struct str node; /* id of the doc node */
};

struct page {
	emu width, height;
	int number;		  /* that its readers see; 0: not counted */
	struct str label;	  /* number as printed ("3"), or empty */
	size_t section;		  /* index into doc->sections */
	const struct item *items; /* in drawing order */
	size_t n_items;
};

/* Where a block begins: target of links and outline. */
struct anchor {
	struct str block; /* id */
	size_t page;	  /* index of the page */
	emu y;		  /* [emu] of its top */
};

/* An entry of the outline (bookmarks). */
struct outline_entry {
	struct str text;
	int level;	  /* from 1 */
	struct str block; /* id */
};

struct pages {
	struct arena *arena;
	const struct page *pages;
	size_t n_pages;
	const struct tag *tags;
	size_t n_tags;
	const struct anchor *anchors; /* in document order */
	size_t n_anchors;
	const struct outline_entry *outline;
	size_t n_outline;
	struct str title, author, subject, keywords, lang, date; /* of doc */
};

/* The anchor of that block, NULL if none. */
const struct anchor *pages_anchor(const struct pages *pages, struct str block);

/*
 * The display list as text, one line an item, lengths in 1/100 pt; faces by
 * name. For tests and eyes; owned by the arena.
 */
struct str pages_dump(const struct pages *pages, const struct fonts *fonts,
		      struct arena *arena);

#endif
