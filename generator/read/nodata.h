/* SPDX-License-Identifier: MIT */
/* Rows that are no data: examples that were left in blanks, headings that stand
 * again on every page of an export. Internal to read/. */
#ifndef READ_NODATA_H
#define READ_NODATA_H

#include <stddef.h>

struct diag_sink;
struct sheets;

/* Takes them out of the sheets from first on, and says so. */
void nodata_take_out(struct sheets *sheets, size_t first,
		     struct diag_sink *sink);

#endif
