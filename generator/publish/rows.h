/* SPDX-License-Identifier: MIT */
/* Sheets that the program itself fills, row by row. */
#ifndef PUBLISH_ROWS_H
#define PUBLISH_ROWS_H

#include "tables/sheets.h"

struct arena;

/* A sheet in the making. */
struct rows {
	struct arena *arena;
	struct sheet sheet;
	struct sheet_row *list;
	struct sheet_cell *cells; /* of the last row */
	size_t room;
	size_t at; /* the next column of the last row */
};

/* columns: headings, ended by NULL. */
struct rows rows_open(const char *name, const char *const *columns,
		      struct arena *arena);

/* Begins a row with the text of its first cell. */
void rows_add(struct rows *rows, struct str first);

/* The next cell of the row. */
void rows_set(struct rows *rows, struct str text);

/* The same with a number, 0: an empty cell. */
void rows_set_number(struct rows *rows, int64_t number);

/* Adds the sheet. */
void rows_close(struct rows *rows, struct sheets *sheets);

#endif
