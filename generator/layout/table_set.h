/* SPDX-License-Identifier: MIT */
/* A prepared table, between the files that prepare it (table.c, sizing.c,
 * heights.c), divide it (division.c) and place it (parts.c). Internal to
 * layout/. */
#ifndef LAYOUT_TABLE_SET_H
#define LAYOUT_TABLE_SET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/emu.h"
#include "layout/cells.h"
#include "layout/grid.h"
#include "layout/table.h"

/* Type size and widths, as chosen. */
struct table_size {
	emu size;	   /* [emu] of the type */
	emu pad;	   /* [emu] left and right of text */
	const emu *widths; /* [emu] n_columns */
	bool landscape;
	bool fits;    /* the columns are wide enough for what they hold */
	size_t tight; /* else: the one that asks for most */
};

/* What goes on a page whole: a row, or some lines of one. */
struct piece {
	int row;
	size_t line, n_lines; /* of a row that is split: its lines */
	bool split;
	bool last; /* of its row */
};

/* A note below the table. */
struct note {
	const struct para *para;
	emu height; /* [emu] */
	int tag;    /* -1: none yet */
};

/* How a merged cell fared on the pages so far. */
struct cell_progress {
	size_t lines; /* placed */
	bool shown;   /* all of it has been shown once */
	int tag;      /* -1: none yet */
};

struct table_set {
	struct layout *layout;
	const struct block *block;
	const struct table *table;
	const struct table_style *style;
	const struct grid *grid;
	int n_head; /* rows repeated; 0 if they leave no room for others */
	struct frame frame;
	bool landscape;
	struct table_size size;
	const emu *x;		       /* [emu] n_columns + 1 edges */
	const struct cell_text *texts; /* one per cell of the grid */
	emu *heights;		       /* [emu] n_rows */
	emu amount_pad;		       /* [emu] right of figures */
	const emu *figure_pads;	       /* [emu] n_columns: the same by column */
	const struct para *unit[3];    /* unit line; NULL: empty */
	emu unit_left[3];	       /* [emu] from the table's left edge */
	emu unit_height;	       /* [emu] with the white below */
	struct note *notes;
	emu notes_height; /* [emu] with the white above; 0: they stand apart */
	bool notes_apart; /* too high for a page with the last row */
	emu title;	  /* [emu] of what stands above on the first page */
	emu above, below; /* [emu] white, of a table on the line grid */
	struct piece *pieces;
	size_t n_pieces;
	bool *breaks; /* n_rows: the row begins a page */
	/* The division found last: of each page, the piece after its last. */
	size_t *ends;
	size_t n_ends;
	/* While it is placed: */
	int tag, head_tag, body_tag;	/* -1: not yet */
	int *row_tags;			/* n_rows, -1: not yet */
	struct cell_progress *progress; /* one per cell */
};

/* Heights of rows and pieces; rows lower by less than their style says. */
void heights_set(struct table_set *set, emu less);

/* Height [emu] of all rows on one page. */
emu heights_sum(const struct table_set *set);

/* Head rows and header rows in the body repeated above the piece, [emu]; the
 * unit line counted. */
emu table_again(const struct table_set *set, size_t piece);

/* White [emu] above and below the lines of a cell of several: the style's
 * inset is counted from the type, a line of it has white of its own. */
emu table_inset(const struct table_set *set);

/* Height [emu] of a piece. */
emu table_piece_height(const struct table_set *set, size_t piece);

/* One row of a page's part. */
struct part_row {
	int row;
	const struct piece *piece; /* NULL: head row, or repeated */
	bool again;		   /* repeated: it stands on a page before */
	emu height;		   /* [emu] */
};

/* The rows of a part in order, heights as they come out: a merged cell that
 * ends in the part has enlarged its last row. Owned by the layout's scratch
 * arena. */
struct part_row *part_rows(const struct table_set *set, size_t from, size_t to,
			   size_t *n);

#endif
