/* SPDX-License-Identifier: MIT */
/*
 * What a workbook says of itself: its sheets, shared strings and styles
 * (ECMA-376 part 1, 18.2). Internal to read/.
 */
#ifndef READ_WORKBOOK_H
#define READ_WORKBOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"

struct archive;
struct arena;
struct cell_style;
struct richtext;

struct workbook_sheet {
	struct str name;
	struct str part; /* name of its entry in the archive */
	bool hidden;
};

struct workbook {
	struct arena *arena;
	struct diag_sink *sink;
	struct archive *archive;
	struct place place;
	bool from_1904;
	struct workbook_sheet *sheets;
	size_t n_sheets;
	struct richtext *strings; /* shared by cells */
	size_t n_strings;
	const struct cell_style *styles;
	size_t n_styles;
	size_t *n_control; /* control characters left out of texts */
};

/* Reads which sheets there are. False: this is no workbook (reported). */
bool workbook_open(struct workbook *workbook, struct archive *archive,
		   struct place place, struct arena *arena,
		   struct diag_sink *sink);

/* Reads what cells refer to: strings and styles. */
void workbook_load(struct workbook *workbook);

/* Index of the sheet of that name, -1: none. */
int workbook_find(const struct workbook *workbook, struct str name);

#endif
