/* SPDX-License-Identifier: MIT */
/* A file of comma-separated rows as it stands: no headings, no meaning. */
#ifndef READ_CSV_TEXT_H
#define READ_CSV_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;
struct diag_sink;

struct csv_row {
	int number;		 /* of the row, from 1; empty ones count */
	const struct str *cells; /* without blanks at both ends */
	size_t n;
};

struct csv_text {
	const struct csv_row *rows; /* empty ones are left out */
	size_t n;
};

/* Reads a file in any encoding that decode.h knows; all of it is owned by the
 * arena. False: it cannot be read (reported). */
bool csv_text_read(struct csv_text *text, struct str path, struct arena *arena,
		   struct diag_sink *sink);

#endif
