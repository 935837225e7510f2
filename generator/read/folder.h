/* SPDX-License-Identifier: MIT */
/* The folder carrier: a .csv per table, long texts under 说明/. */
#ifndef READ_FOLDER_H
#define READ_FOLDER_H

#include <stdbool.h>

#include "base/str.h"

struct diag_sink;
struct mapping;
struct sheets;

/* Adds the sheets of the folder, and what mapping (NULL: none) makes of them;
 * false: nothing could be read. */
bool folder_read(struct sheets *sheets, struct str path,
		 struct mapping *mapping, struct diag_sink *sink);

/* Adds the sheet of one CSV file, named for the file. */
bool folder_read_csv(struct sheets *sheets, struct str path,
		     struct mapping *mapping, struct diag_sink *sink);

/* Adds the folder's 对照.csv, if it has one; the same for a folder of
 * templates/sources/. */
void folder_read_mapping(struct mapping *mapping, struct str path);
void folder_read_source(struct mapping *mapping, struct str path);

#endif
