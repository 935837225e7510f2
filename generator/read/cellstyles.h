/* SPDX-License-Identifier: MIT */
/* What the looks of a cell say of its content (ECMA-376 part 1, 18.8).
 * Internal to read/. */
#ifndef READ_CELLSTYLES_H
#define READ_CELLSTYLES_H

#include <stdbool.h>
#include <stddef.h>

#include "tables/sheets.h"

struct arena;
struct xmlpart;

struct cell_style {
	enum cell_form form; /* what it makes of a number */
	bool bold;
};

/* The styles that cells refer to by number, from styles.xml; owned by the
 * arena. */
const struct cell_style *cellstyles_read(struct xmlpart *part,
					 struct arena *arena, size_t *n);

#endif
