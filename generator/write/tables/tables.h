/* SPDX-License-Identifier: MIT */
/* Sets of data as files: a folder of CSV and texts, a workbook, XML. What is
 * written reads back as the same cells (docs/input.md). */
#ifndef WRITE_TABLES_TABLES_H
#define WRITE_TABLES_TABLES_H

#include <stdbool.h>

#include "base/str.h"

struct arena;
struct data_table;
struct dataset;
struct diag_sink;

/*
 * Writes a folder that is not there yet, or is empty: a .csv per table, and the
 * texts of 说明 that file names can stand for as files. False (reported): it
 * could not be written, or cannot hold what is to stand in it; then there is no
 * folder.
 */
bool tables_folder(const struct dataset *dataset, struct str path,
		   struct arena *arena, struct diag_sink *sink);

/* A workbook, a sheet per table; the bytes are owned by the arena. False
 * (reported): it could not be made, or cannot hold what is to stand in it. */
bool tables_workbook(const struct dataset *dataset, struct arena *arena,
		     struct diag_sink *sink, struct str *bytes);

/* The XML that templates/input.xsd describes; in the same way. */
bool tables_xml(const struct dataset *dataset, struct arena *arena,
		struct diag_sink *sink, struct str *bytes);

/* A workbook of one table, to be sorted and filtered: its heading stands still
 * and has a filter in each column. False: reported. */
bool tables_list(const struct data_table *table, struct arena *arena,
		 struct diag_sink *sink, struct str *bytes);

#endif
