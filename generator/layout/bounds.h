/* SPDX-License-Identifier: MIT */
/* What the cells and the template ask of each column: how narrow it may be,
 * and how wide it is to be at most. For columns.c only. */
#ifndef LAYOUT_BOUNDS_H
#define LAYOUT_BOUNDS_H

#include "layout/columns.h"

struct column {
	emu least, most; /* [emu] white included */
	bool flexible;	 /* text: may break */
	bool fixed;	 /* the template says how wide */
	bool lengthy;	 /* its heading is long */
};

/* Fills in want->n columns, which are zero. */
void bounds_find(const struct columns_want *want, struct column *columns);

/* A length [emu] at the claims' type size, at the wanted one, rounded up; 0 of
 * none. */
emu bounds_scaled(const struct columns_want *want, emu length);

/* White [emu] beside the text of a claim, both sides together. */
emu bounds_white(const struct columns_want *want,
		 const struct column_claim *claim);

/* Whether the column's cells are figures: amounts or counts. */
bool bounds_figures(enum column_kind kind);

#endif
