/* SPDX-License-Identifier: MIT */
/* Where what a person changed stands in a document, in a reader's words, and
 * where in the input it is entered. Internal to publish/. */
#ifndef PUBLISH_EDITED_PLACE_H
#define PUBLISH_EDITED_PLACE_H

#include "base/str.h"

struct arena;
struct cell;
struct doc;
struct table;
struct table_row;

/* A table of the doc, and the heading that stands before it. */
struct titled_table {
	const struct table *table; /* NULL: there is none */
	struct str title;
};

/* The doc's table of that number, from 1. */
struct titled_table edited_table(const struct doc *doc, int number,
				 struct arena *arena);

/* A cell as a reader finds it, and the table of the input it comes from. */
struct cell_place {
	struct str title, row, column, input;
};

/* Row, column and, where it is known, input of a cell. */
void edited_place_cell(struct cell_place *place, const struct table *table,
		       const struct table_row *row, const struct cell *cell,
		       struct arena *arena);

/* A cell's words, its paragraphs as lines; owned by the arena. */
struct str edited_words(const struct cell *cell, struct arena *arena);

/* 支出 of 支出[资金性质=…]: a slice of it. */
struct str edited_relation(struct str select);

/* The format with the name for %; owned by the arena. */
struct str edited_quoted(const char *format, struct str name,
			 struct arena *arena);

#endif
