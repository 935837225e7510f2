/* SPDX-License-Identifier: MIT */
/*
 * An export while its rows are made into ours: remap.c makes the table, row by
 * row; remap_rows.c tells which rows are read, and which of them are sums;
 * remap_cells.c makes what they become. Internal to read/.
 */
#ifndef READ_REMAPPING_H
#define READ_REMAPPING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/map.h"
#include "read/plan.h"
#include "read/raw.h"
#include "tables/sheets.h"

/* Rows that were left out for one reason. */
struct left_out {
	size_t n;
	struct place first;
};

/* An export while its rows are made into ours. */
struct remap {
	const struct plan *plan;
	struct arena *arena;
	struct diag_sink *sink;
	const struct raw_row *row;     /* the present one */
	const struct raw_cell **cells; /* of it, by column - 1; NULL: empty */
	size_t n_cells;
	bool in_headings;	 /* the row above repeats headings */
	bool total;		 /* the present row is a sum */
	struct sheet_cell *made; /* the present row of ours */
	struct sheet_cell *own;	 /* the same before amounts say more of it */
	struct str *above;	 /* by column of ours: last text, for 续上 */
	struct str *known;	 /* by column of ours: what levels tell */
	const struct level *level; /* the present row's; NULL: none */
	bool level_mark;	   /* the present row's level is 合计 */
	struct left_out no_level;
	struct str first_no_level;
	struct sheet_row *rows;
	size_t n_rows, room_rows;
	struct map seen; /* rows as text, where equal ones count once */
	struct left_out no_amount, filtered, sums, no_key, headings;
};

/* Makes our rows of all of the export's. */
void remap_rows(struct remap *remap);

/* Makes the present row's rows of ours. */
void remap_make(struct remap *remap);

/* Is it no amount, or 0? */
bool remap_is_nothing(struct str text, enum money_unit unit);

/* Takes note that the present row is left out. */
void remap_leave_out(struct remap *remap, struct left_out *left);

/* The present row's place, in the export; column 0: the row. */
struct place remap_place(const struct remap *remap, int32_t column);

/* The present row's cell in a column of the export, NULL: empty; its text
 * without blanks at both ends. */
const struct raw_cell *remap_cell(const struct remap *remap, int32_t column);
struct str remap_text(const struct remap *remap, int32_t column);

#endif
