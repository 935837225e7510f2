/* SPDX-License-Identifier: MIT */
/*
 * The plan: what layout decided, for formats that lay out for themselves but
 * are to break where we do (DOCX). By block id; lengths in emu.
 */
#ifndef PAGES_PLAN_H
#define PAGES_PLAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/emu.h"
#include "base/str.h"

struct arena;

/* A line that is wider than its measure by so much, and was drawn in; or that
 * would be wider in an office suite, which puts white between Han and Latin; or
 * one behind which an office suite breaks only if it is told that it may. */
struct plan_drawn {
	size_t from, n; /* [bytes] of the paragraph's plain text */
	emu by;		/* [emu] >= 0 */
	bool open;	/* it ends where LibreOffice ends no line by itself */
};

/* The same in a cell. */
struct plan_cell_drawn {
	int row, column; /* of the cell's upper left place, from 0 */
	int para;	 /* index of its paragraph */
	struct plan_drawn line;
};

/* Where a further line of a heading or title begins: these are broken by
 * sense. */
struct plan_break {
	int row, column; /* of the cell's upper left place, from 0 */
	int para;	 /* index of its paragraph */
	size_t at;	 /* [bytes] of the paragraph's plain text */
};

/* A paragraph, heading, contents entry: lines it took. */
struct plan_paragraph {
	struct str block;
	size_t page; /* index of the page of its first line */
	int number;  /* printed number of that page, 0: none */
	int lines;
	bool page_break;  /* it begins a page although its style does not ask */
	emu space_before; /* [emu] white above it, its style's or what layout
			     gave it; 0 at the top of a page */
	const struct plan_drawn *drawn; /* in order */
	size_t n_drawn;
	const struct plan_break *breaks; /* of a title, in order: .at counts */
	size_t n_breaks;
};

struct plan_table {
	struct str block;
	size_t page; /* index of its first page */
	int number;
	emu size; /* [emu] type size chosen */
	emu x;	  /* [emu] left edge, from the left margin */
	emu top;  /* [emu] upper edge, from the top of the type area */
	const emu *columns; /* [emu] widths, n_columns of the doc's table */
	size_t n_columns;
	const emu *rows; /* [emu] heights, n_rows of the doc's table */
	size_t n_rows;
	const bool *breaks; /* n_rows: the row begins a page */
	const int *lines;   /* n_rows: most lines of a cell of the row */
	const struct plan_break *head_breaks; /* in reading order */
	size_t n_head_breaks;
	const struct plan_cell_drawn *drawn; /* in reading order */
	size_t n_drawn;
	emu unit_line; /* [emu] height of the unit line */
	bool page_break;
	emu amount_pad;		/* [emu] right pad of amounts */
	const emu *figure_pads; /* [emu] n_columns: the same by column, where
				   they differ; or NULL */
	emu pad;		/* [emu] left and right of text */
	emu inset;		/* [emu] above and below */
	emu space_before;	/* [emu] white that layout put above it */
	emu space_after;	/* [emu] … and below it (with notes) */
};

struct plan_section {
	struct str section;
	bool landscape;
	size_t first_page; /* index */
	size_t n_pages;
	int first_number; /* printed number of its first page, 0: none */
};

/* A contents block: entries in order, their printed numbers. */
struct plan_contents {
	struct str block;
	emu pitch; /* [emu] chosen */
	emu size;  /* [emu] type size chosen */
};

struct plan {
	struct arena *arena;
	const struct plan_section *sections; /* one per section of doc */
	size_t n_sections;
	const struct plan_paragraph *paragraphs; /* in document order */
	size_t n_paragraphs;
	const struct plan_table *tables; /* in document order */
	size_t n_tables;
	const struct plan_contents *contents;
	size_t n_contents;
};

/* What was decided of the block of that id; NULL: nothing. */
const struct plan_paragraph *plan_paragraph(const struct plan *plan,
					    struct str block);
const struct plan_table *plan_table(const struct plan *plan, struct str block);

/* As text, for tests; owned by the arena. */
struct str plan_dump(const struct plan *plan, struct arena *arena);

#endif
