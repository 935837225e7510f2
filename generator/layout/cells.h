/* SPDX-License-Identifier: MIT */
/*
 * A cell's text: in which type, how aligned, how wide it wants to be, its
 * lines. The one place that knows what a head, a total, an amount looks like.
 * Internal to layout/.
 */
#ifndef LAYOUT_CELLS_H
#define LAYOUT_CELLS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/emu.h"
#include "layout/columns.h"
#include "layout/grid.h"
#include "layout/para.h"

/* What holds for all cells of a table. */
struct cell_setting {
	struct layout *layout;
	const struct grid *grid;
	const struct table_style *style;
	emu size;	 /* [emu] type size of the table's body */
	emu pad;	 /* [emu] left and right of text */
	bool never_fits; /* columns are too narrow anyway: all may break */
};

/* The style of a doc's table; a plain one if it names none. */
const struct table_style *cell_table_style(const struct doc *doc,
					   const struct table *table);

/* How a cell is set, apart from its width. */
struct cell_manner {
	struct para_want want; /* width 0 */
	emu left, right;       /* [emu] white beside the text; of a figure's
				  right side: not yet */
	bool heading;	       /* broken by sense, enum heading_break */
	bool figure;	       /* stands on the right axis */
};
struct cell_manner cell_manner(const struct cell_setting *setting,
			       const struct grid_cell *cell);

/* For columns_measure(); context: const struct cell_setting *. */
bool cell_claim(void *context, const struct grid_cell *cell,
		struct column_claim *claim);

/* Text of a cell in its lines. */
struct cell_text {
	const struct para *const *paras;
	size_t n_paras;
	size_t n_lines; /* of all paragraphs; 0: empty */
	emu advance;	/* [emu] from line to line */
	emu left;	/* [emu] from the cell's left edge */
};

/* Sets the cell in a width [emu]; a figure's right side has the white pad
 * besides. Owned by the layout's arena. */
struct cell_text cell_set(const struct cell_setting *setting,
			  const struct grid_cell *cell, emu width,
			  emu figure_pad);

/* Height [emu] of its lines alone. */
emu cell_height(const struct cell_text *text);

/* Lines of a cell on a page. */
struct cell_part {
	size_t from, to; /* to not included */
	emu x, y; /* [emu] left edge of the cell, top of the first line */
	int tag;
	struct str node;
};
void cell_place(struct layout *layout, const struct cell_text *text,
		const struct cell_part *part);

/* Bytes of a figure from its point on, 0 without a point; -1: the cell is no
 * figure that stands on the decimal axis. */
int cell_decimals(const struct cell_setting *setting,
		  const struct grid_cell *cell);

/* White [emu] right of a figure that takes the place of the decimals which it
 * has fewer than most. */
emu cell_shift(const struct cell_setting *setting, const struct grid_cell *cell,
	       int most);

#endif
