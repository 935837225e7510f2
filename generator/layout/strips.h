/* SPDX-License-Identifier: MIT */
/*
 * A section as strips: pieces of full width that go on a page whole, a line, a
 * contents entry, a table. What must stay together is said by keep. Internal
 * to layout/.
 */
#ifndef LAYOUT_STRIPS_H
#define LAYOUT_STRIPS_H

#include <stdbool.h>
#include <stddef.h>

#include "layout/book.h"

enum strip_kind { STRIP_LINE, STRIP_ENTRY, STRIP_TABLE, STRIP_NOTE };

/* An entry or a group's title in a contents block. */
struct contents_line {
	const struct para_style *style;
	emu size, pitch;   /* [emu] as chosen for the block */
	struct str target; /* empty: a group's title */
	bool below;	   /* an entry of the second level */
	struct str title;
	size_t contents; /* index in the plan */
	size_t group;
	int *root, *toc; /* tags of the block and the group, -1
			    until they are there */
};

struct strip {
	enum strip_kind kind;
	const struct block *block;
	const struct para *para; /* LINE, ENTRY, NOTE */
	size_t line;		 /* LINE, NOTE: which one */
	size_t note;		 /* NOTE: of which of the table's */
	const struct contents_line *entry;
	struct table_set *table; /* TABLE, NOTE */
	emu height;		 /* [emu] */
	emu before, after;	 /* [emu] white; before: not at the top of a
				    page; between two, the larger counts */
	enum page_start start;	 /* RUNNING but for a block's first strip */
	bool keep;		 /* with the next strip, on one page */
	bool whole;		 /* TABLE: not split if it fits on a page */
	bool grid;		 /* begins on the page's grid */
};

struct strips {
	struct strip *strips;
	size_t n;
};

/*
 * The strips of the section. Its pages: frames[0] portrait, frames[1]
 * landscape; a section with one table and nothing below it is set in the
 * orientation that the table takes (*landscape).
 */
struct strips strips_make(struct book *book, const struct section *section,
			  const struct frame frames[2], bool *landscape);

/* Whether the section is one table, and above it only paragraphs: its pages
 * turn with the table. */
bool strips_alone(const struct layout *layout, const struct section *section);

/* End of the run of strips that keep together from that one on. */
size_t strips_run_end(const struct strips *strips, size_t from);

/* How far a frame is filled. */
struct fill {
	emu y;	   /* [emu] foot of the last strip; 0: nothing stands there */
	emu white; /* [emu] that the last strip asks for below it */
};

/* Where the strip begins below what is there. */
emu strip_top(const struct strip *strip, struct fill fill,
	      const struct frame *frame);

/* The frame with strips from..to added. */
struct fill strips_fill(const struct strips *strips, size_t from, size_t to,
			struct fill fill, const struct frame *frame);

/* For contents.c and strips.c: the strips while they grow. */
struct strip_list {
	struct book *book;
	struct strips strips;
	size_t room;
	const struct frame *frame;
};
void strips_add(struct strip_list *list, const struct strip *strip);

/* How a paragraph of this style is to be set. */
struct para_want strips_want(const struct para_style *style,
			     const struct frame *frame);

#endif
