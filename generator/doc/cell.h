/* SPDX-License-Identifier: MIT */
/*
 * What a cell is by its place: a heading, a figure, how it aligns, how far it
 * steps in. For all who draw tables (layout/, write/docx).
 */
#ifndef DOC_CELL_H
#define DOC_CELL_H

#include <stdbool.h>

#include "doc/doc.h"

/* A cell by its table, its row and itself; column: where it stands, within
 * the table. cell NULL: a place that no cell covers. */
struct cell_place {
	const struct table *table;
	const struct table_row *row;
	const struct cell *cell;
	int column;
};

/* Set in the head's type: a header cell or a label. */
bool cell_is_head(const struct cell_place *place);

/* An amount or a count of one column. */
bool cell_is_figure(const struct cell_place *place);

/* Never ALIGN_AUTO. */
enum align cell_align(const struct cell_place *place);

/* How many steps [1/1000 em] a name's indent takes, 0: none. */
int cell_indent(const struct cell_place *place,
		const struct table_style *style);

/*
 * 合计 in a header cell of that width becomes 合　计: the first character has
 * so much white behind it [emu], 0: it has none. size: of the type [emu].
 */
emu cell_spread(const struct cell_place *place, const struct table_style *style,
		emu size, emu width);

#endif
