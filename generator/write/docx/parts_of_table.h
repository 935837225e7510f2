/* SPDX-License-Identifier: MIT */
/*
 * Word repeats the first rows of a table alone. Where layout divides a form
 * below a head in its body, the form is written as two tables, one close below
 * the other: so that head is the second one's first row, and is repeated.
 * Internal to write/docx.
 */
#ifndef WRITE_DOCX_PARTS_OF_TABLE_H
#define WRITE_DOCX_PARTS_OF_TABLE_H

#include <stddef.h>

struct plan_table;
struct table;

/* The first row beyond from with which a part begins; n_rows if none. plan may
 * be NULL. */
size_t parts_next(const struct table *table, const struct plan_table *plan,
		  size_t from);

/* Rows of the head that begins at the row. */
size_t parts_head(const struct table *table, size_t row);

#endif
