/* SPDX-License-Identifier: MIT */
/* The rows that show how to fill in a table (`gongkai new`). */
#ifndef READ_EXAMPLES_H
#define READ_EXAMPLES_H

#include <stddef.h>

struct diag_sink;
struct sheets;

/* Takes the example rows out of the sheets from number first on, and says so:
 * an error for each where somebody has filled in the table around them, one
 * note for all tables where they stand alone: nobody has used these. */
void examples_refuse(struct sheets *sheets, size_t first,
		     struct diag_sink *sink);

#endif
