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
	const struct archive *archive;
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
};

/* Reads which sheets there are. False: this is no workbook (reported). */
bool workbook_open(struct workbook *workbook, const struct archive *archive,
		   struct place place, struct arena *arena,
		   struct diag_sink *sink);

/* Reads what cells refer to: strings and number formats. */
void workbook_load(struct workbook *workbook);

/* Index of the sheet of that name, -1: none. */
int workbook_find(const struct workbook *workbook, struct str name);

struct xmlpart;

/* A text of a workbook with _x0041_ made A (ECMA-376 part 1, 22.9.2.19), and
 * control characters that come in this way left out: line ends are \n alone.
 * The text itself, or owned by the arena. */
struct str workbook_unescape(struct str text, struct arena *arena);

/* The text of the rich string (si, is) that was just started, up to its end;
 * marked: with ** round bold runs. */
struct str workbook_string(struct xmlpart *part, struct arena *arena,
			   struct str *marked);

#endif
