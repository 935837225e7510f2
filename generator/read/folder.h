/* SPDX-License-Identifier: MIT */
/* The folder carrier: a .csv per table, long texts under 说明/. */
#ifndef READ_FOLDER_H
#define READ_FOLDER_H

#include <stdbool.h>

#include "base/str.h"

struct diag_sink;
struct sheets;

/* Adds the sheets of the folder; false: nothing could be read. */
bool folder_read(struct sheets *sheets, struct str path,
		 struct diag_sink *sink);

/* Adds the sheet of one CSV file, named for the file. */
bool folder_read_csv(struct sheets *sheets, struct str path,
		     struct diag_sink *sink);

#endif
