/* SPDX-License-Identifier: MIT */
/* What the parts of a comparison share. Internal to compare/. */
#ifndef COMPARE_COMPARISON_H
#define COMPARE_COMPARISON_H

#include <stdbool.h>
#include <stddef.h>

#include "compare/change.h"
#include "compare/pairing.h"
#include "compare/publication.h"

/* Two documents, and what was found so far. */
struct comparison {
	const struct publication *before, *after;
	struct arena *arena;
	struct changes *found;
};

/* A block of each; either may be NULL: it is not there. */
struct block_pair {
	const struct published_block *before, *after;
};

/* Adds a change of unit and place of the pair's blocks. */
void comparison_add(const struct comparison *comparison,
		    const struct block_pair *pair, struct change change);

/* id/row/column, from 1. */
struct str cell_node(const struct published_block *block, size_t row,
		     size_t column, struct arena *arena);

/* A value of a cell has become another: by sentence, where it has several. */
void compare_values(const struct comparison *comparison,
		    const struct block_pair *pair, struct change change);

void compare_tables(const struct comparison *comparison,
		    const struct block_pair *pair);
void compare_forms(const struct comparison *comparison,
		   const struct block_pair *pair);

/* A heading, and the paragraphs up to the next one. */
struct passage {
	const struct published_block *heading; /* NULL: before the first */
	size_t first, end;		       /* blocks below it */
};

/* Either may be NULL: it is not there. */
void compare_passages(const struct comparison *comparison,
		      const struct passage *before,
		      const struct passage *after);

#endif
