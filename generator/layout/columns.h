/* SPDX-License-Identifier: MIT */
/*
 * Second stage of a table: what its cells need -> widths of the columns. How
 * wide a text is, a callback tells (after mandoc's tblcalc()), so that this
 * knows neither fonts nor pages. Internal to layout/.
 */
#ifndef LAYOUT_COLUMNS_H
#define LAYOUT_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/emu.h"
#include "doc/doc.h"
#include "layout/grid.h"
#include "layout/headings.h"

struct arena;

/* What one cell asks of its columns, at the type size base; white beside the
 * text not counted. */
struct column_claim {
	int column, span;
	int row; /* cells of one row share its height; < 0: of several */
	bool heading;
	emu least;		    /* [emu] longest piece that may not break */
	emu most;		    /* [emu] all in one line */
	emu head[N_HEADING_BREAKS]; /* [emu] heading: least widths */
};

/* Measures cells. claim->column, span, row are filled in already; false: the
 * cell asks for nothing (it is empty). */
struct column_measure {
	void *context;
	bool (*claim)(void *context, const struct grid_cell *cell,
		      struct column_claim *claim);
};

struct column_claims {
	struct column_claim *list; /* by row, then column */
	size_t n, room;
	int n_rows; /* of the grids so far */
};

/* Adds the claims of a grid's cells: several grids, if tables are to have the
 * same widths. */
void columns_measure(struct column_claims *claims, const struct grid *grid,
		     const struct column_measure *measure, struct arena *arena);

/* Which siblings are of one width. */
enum alike {
	ALIKE_ALL,
	ALIKE_BY_HEADING, /* those with short headings, those with long ones */
	ALIKE_NONE
};

struct columns_want {
	const struct table_column *columns;
	size_t n;
	const struct column_claims *claims;
	emu width;	  /* [emu] of the table */
	emu base, size;	  /* [emu] type size of the claims, and wanted */
	emu pad;	  /* [emu] left and right of text */
	emu pad_head;	  /* [emu] left and right of a heading … */
	emu air;	  /* [emu] … of which so much is no need; 序号 does
			     without it, and has its easy width then */
	emu amount_white; /* [emu] beside a figure, both sides together */
	emu amount_least; /* [emu] least width of amounts */
	emu amount_easy;  /* [emu] to which spare room widens amounts first */
	enum heading_break heading; /* how far headings are broken */
	enum alike alike;
	bool whole;	  /* names stay on one line … */
	bool texts;	  /* … and free text too */
	bool share_spare; /* spare room widens all columns, not text alone */
};

/*
 * Widths [emu] of the columns, n of them, their sum the table's width. False:
 * the least widths do not fit; *tight is the column that asks for most, and
 * the widths are as good as it goes. Owned by the arena.
 */
bool columns_solve(const struct columns_want *want, struct arena *arena,
		   emu **widths, size_t *tight);

#endif
