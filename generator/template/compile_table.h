/* SPDX-License-Identifier: MIT */
/* Tables in the making: what compile_table.c (columns) and compile_rows.c
 * (rows and cells) know of each other. */
#ifndef TEMPLATE_COMPILE_TABLE_H
#define TEMPLATE_COMPILE_TABLE_H

#include "template/compile.h"

/* What cells take from what they stand in: the innermost facts, value and
 * format; all filters. */
struct facts {
	const struct spot *facts;
	const struct spot *value;
	const struct format *format;
	struct filters filters;
};

struct column_source {
	struct plan_column plan;
	const struct node *node;
	struct facts facts;
};

struct table_maker {
	struct compiler *compiler;
	struct plan_table *table;
	struct facts facts; /* of the table */
	struct column_source *columns;
	size_t n_columns, room;
	struct str *sides;
	struct facts *side_facts;
	size_t n_sides;
	const struct plan_cover **covers;
	size_t n_covers, room_covers;
};

/* around with what the element's own attributes say. */
struct facts facts_of(struct compiler *compiler, const struct node *node,
		      const struct facts *around);

/* The reference of facts. */
bool facts_reference(struct compiler *compiler, const struct facts *facts,
		     struct reference *reference);

/* Index of the side of that name; -1 (reported). */
int find_side(struct table_maker *maker, const struct spot *name);

/* A note below a table or a form. */
struct plan_note compile_note(struct compiler *compiler,
			      const struct node *node);

/* covers of a group of rows or columns; names: elements that have codes. */
const struct plan_cover *compile_cover(struct compiler *compiler,
				       const struct node *node,
				       const struct facts *facts,
				       const char *names);

/* A row, rows, use or band of the table. */
struct plan_rows {
	const struct plan_row **list;
	size_t n, room;
};
void compile_row(struct table_maker *maker, const struct node *node,
		 struct plan_rows *rows);

#endif
