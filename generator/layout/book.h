/* SPDX-License-Identifier: MIT */
/*
 * What grows beside the pages while sections are laid out: the plan, the
 * outline, page numbers, the structure. Internal to layout/.
 */
#ifndef LAYOUT_BOOK_H
#define LAYOUT_BOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "layout/canvas.h"
#include "layout/para.h"
#include "layout/table.h"
#include "pages/pages.h"
#include "pages/plan.h"

/* An entry of the contents that waits for its number. */
struct pending {
	struct str target; /* id of the heading */
	struct str title;
	size_t page;	 /* index */
	size_t contents; /* which contents block */
	emu y;		 /* [emu] of the last line's baseline */
	emu title_end;	 /* [emu] right edge of the last line's text */
	emu right;	 /* [emu] edge at which numbers end */
	emu middle;	 /* [emu] of Han glyphs above the baseline */
	emu pitch, top;	 /* [emu] of its lines; top of the first one */
	emu left;	 /* [emu] edge of its text */
	size_t n_lines;
	const struct para_style *style;
	emu size; /* [emu] */
	int tag;  /* TAG_LINK */
};

struct book {
	struct layout *layout;
	struct table_types *types;
	int next_number;  /* of the next counted page */
	int document;	  /* tag: root of the structure */
	int last_heading; /* level of the heading before, 0: none */
	int last_entry;	  /* the same in the outline */
	struct plan_paragraph *paragraphs;
	size_t n_paragraphs, room_paragraphs;
	struct plan_table *tables;
	size_t n_tables, room_tables;
	struct plan_section *sections;
	size_t n_sections, room_sections;
	struct plan_contents *contents;
	size_t n_contents, room_contents;
	struct outline_entry *outline;
	size_t n_outline, room_outline;
	struct pending *pending;
	size_t n_pending, room_pending;
};

/* A document of which nothing is laid out yet. */
struct book book_open(struct layout *layout);

/* Styles by index; a plain one for an index that does not exist. */
const struct para_style *book_para_style(const struct layout *layout,
					 int style);
const struct page_style *book_page_style(const struct layout *layout,
					 int style);

/* The tag of a paragraph: P, or a heading whose level skips none. The outline
 * gets its entry. TAG_ARTIFACT for a paragraph without text. */
int book_tag_paragraph(struct book *book, const struct block *block);

/* Add to the plan; page and number are filled in: those of the current page,
 * and of the page that is given for a table. */
void book_add_paragraph(struct book *book,
			const struct plan_paragraph *paragraph);
void book_add_table(struct book *book, const struct plan_table *table,
		    size_t page);
void book_add_section(struct book *book, const struct plan_section *section);
void book_add_contents(struct book *book, const struct plan_contents *contents);
void book_add_pending(struct book *book, const struct pending *pending);

/* Copies what was gathered into the results. */
void book_close(const struct book *book, struct pages *pages,
		struct plan *plan);

#endif
