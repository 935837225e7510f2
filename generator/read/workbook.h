/* SPDX-License-Identifier: MIT */
/*
 * What a workbook says of itself: its sheets, shared strings and number
 * formats (ECMA-376 part 1, 18.2, 18.4, 18.8). Internal to read/.
 */
#ifndef READ_WORKBOOK_H
#define READ_WORKBOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"
#include "tables/sheets.h"

struct archive;
struct arena;

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
	/* Shared strings; marked has ** round bold runs, as texts are typed
	 * in files (the sheet 说明). */
	struct str *strings;
	struct str *marked;
	size_t n_strings;
	enum cell_form *forms; /* by cell style */
	size_t n_forms;
	size_t *n_control; /* control characters left out of texts */
};

/* Reads which sheets there are. False: this is no workbook (reported). */
bool workbook_open(struct workbook *workbook, struct archive *archive,
		   struct place place, struct arena *arena,
		   struct diag_sink *sink);

/* Reads what cells refer to: strings and number formats. */
void workbook_load(struct workbook *workbook);

/* Index of the sheet of that name, -1: none. */
int workbook_find(const struct workbook *workbook, struct str name);

struct xmlpart;

/* The text of the rich string (si, is) that was just started, up to its end;
 * marked: with ** round bold runs. */
struct str workbook_string(const struct workbook *workbook,
			   struct xmlpart *part, struct str *marked);

#endif
