/* SPDX-License-Identifier: MIT */
/*
 * Styles of a document: what a paragraph, a table and a page look like, said
 * once and referred to by index. They come from the template (styles.xml) and
 * travel with the doc, so that a doc file can be laid out alone. Parameters
 * and their reasons: docs/look.md.
 */
#ifndef DOC_STYLE_H
#define DOC_STYLE_H

#include <stdbool.h>

#include "base/emu.h"
#include "base/role.h"
#include "base/str.h"

enum align { ALIGN_AUTO, ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT, ALIGN_JUSTIFY };

/* A type: role, size and weight of text. */
struct type {
	enum role role;
	emu size;	/* [emu] of the em */
	bool bold;	/* the real bold face if the role has one */
	emu stroke;	/* [emu] outline drawn round each glyph, 0: none; for
			   roles without a bold face. Bold in DOCX */
	bool own_latin; /* digits and letters from the role's own face, not
			   from ROLE_LATIN (titles) */
};

/* A paragraph style. */
struct para_style {
	struct str name;      /* body, title, heading1, … in templates */
	struct str word_name; /* name of the style in Word: heading 1 (shown as
				 标题 1), Normal, toc 1 … or own, e.g. 表注 */
	struct type type;
	struct type strong; /* of runs marked strong */
	emu pitch;	    /* [emu] advance from line to line, exact */
	enum align align;
	emu indent_first;    /* [emu] of the first line, beside indent_left */
	emu indent_left;     /* [emu] */
	emu indent_right;    /* [emu] */
	emu space_before;    /* [emu] not at the top of a page */
	emu space_after;     /* [emu] */
	bool keep_next;	     /* stays on the page of the next block */
	bool keep_lines;     /* its lines stay together */
	bool grid;	     /* its lines lie on the page's line grid */
	emu han_latin_gap;   /* [emu] between a Han character and a digit or
				Latin letter; 0: none */
	emu han_latin_least; /* [emu] to which justification may shrink it */
	emu leader_dot;	     /* [emu] contents entries: diameter of a dot … */
	emu leader_step;     /* [emu] … and distance of their centres */
};

/* Where the page number stands. */
enum number_place {
	NUMBER_NONE,
	NUMBER_OUTER, /* right on odd, left on even pages (GB/T 9704, 7.5) */
	NUMBER_CENTER
};

/* A page style: paper, margins, grid, page number. Portrait and landscape
 * have the same margins, as read. */
struct page_style {
	struct str name;   /* cover, contents, tables, text */
	emu width, height; /* [emu] of the portrait page */
	emu top, bottom;   /* [emu] margins */
	emu left, right;   /* [emu] margins */
	emu grid;	   /* [emu] pitch of the line grid, 0: none */
	enum number_place number_place;
	struct type number_type;
	emu number_foot;  /* [emu] from the baseline of the number to the
			     foot of the page */
	emu number_inset; /* [emu] from the outer edge of the type area */
	struct str number_format; /* "— {n} —" */
};

/* A table style: every length of look section 4, 6 and 7. */
struct table_style {
	struct str name;      /* public, form, inline */
	struct str word_name; /* in Word, also of its cells' styles: 公开表 */
	struct type body;     /* of data cells, unit line */
	struct type head;     /* of header cells and labels */
	struct type total;    /* of total rows */
	int index_scale;    /* [1/1000] size of the 栏次 row, of the body's */
	emu size_portrait;  /* [emu] type size to begin with, portrait … */
	emu size_landscape; /* [emu] … and landscape */
	emu size_least;	    /* [emu] smallest type size */
	emu size_step;	    /* [emu] by which it is reduced */
	int wide_columns;   /* from so many columns on it may go … */
	emu size_least_wide; /* [emu] … down to this */
	int line_advance;    /* [1/1000 em] line to line in a body cell */
	int head_advance;    /* [1/1000 em] in a header cell */
	emu row_least;	     /* [emu] height of a body row at size_portrait;
				scales with the type size */
	int row_floor;	     /* [1/1000 em] no row is lower than this */
	emu row_most;	     /* [emu] to which rows are spread */
	emu head_row[3];     /* [emu] height of a header row of 1, 2, 3 lines */
	emu head_most;	     /* [emu] of one of 1 line where there is room */
	emu index_row;	     /* [emu] height of the 栏次 row */
	emu blank_row;	     /* [emu] height of the row of an empty table */
	emu inset;	     /* [emu] above and below the text of a cell that
				has more lines than one */
	emu pad;	     /* [emu] left and right of a cell's text */
	emu pad_many;	     /* [emu] the same with 12 columns or more */
	emu pad_head;	     /* [emu] in header cells */
	emu frame, inside, heavy; /* [emu] weights of the rules */
	emu unit_gap;		  /* [emu] between unit line and frame */
	emu note_gap;		  /* [emu] between frame and first note */
	emu note_step;		  /* [emu] between notes */
	emu amount_least;	  /* [emu] least width of an amount column */
	int level_indent[4];	  /* [1/1000 em] step per level of a name column
				     with 0, 1, 2, 3 levels or more in it */
	bool center_amounts; /* figures as a block under the heading's middle
				(tables in text) */
	bool spread_heads;   /* headings of two characters: 合　计 */
	bool fixed;	     /* columns stand where the template puts them */
	bool grid;	     /* takes a whole number of the page's grid lines */
	bool whole;	     /* never splits if it fits on a page */
	emu between;	     /* [emu] white between two such on one page */
};

#endif
