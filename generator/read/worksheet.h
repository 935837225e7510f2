/* SPDX-License-Identifier: MIT */
/* The cells of one sheet of a workbook (ECMA-376 part 1, 18.3). Internal to
 * read/. */
#ifndef READ_WORKSHEET_H
#define READ_WORKSHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "read/raw.h"

struct workbook;

/* Limits of one sheet. */
#define WORKSHEET_CELLS_MOST   20000000
#define WORKSHEET_COLUMNS_MOST 16384

/* Reads the sheet of that index. False: reported. */
bool worksheet_read(const struct workbook *workbook, size_t sheet,
		    struct raw_sheet *raw);

#endif
