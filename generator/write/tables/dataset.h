/* SPDX-License-Identifier: MIT */
/*
 * A set of data about to be written again: every table once, with all its rows,
 * whatever carrier they came from. The writers of tables.h take it; it knows of
 * no file. Texts are rows of 说明, as in tables/sheets.h.
 */
#ifndef WRITE_TABLES_DATASET_H
#define WRITE_TABLES_DATASET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "tables/sheets.h"

struct arena;
struct diag_sink;
struct field;
struct schema;

#define TEXTS_TABLE "说明"

struct data_column {
	struct str heading;	   /* as it stands: 金额（元） */
	struct str name;	   /* without its unit: 金额 */
	struct str unit;	   /* 元, 万元, %; empty: it has none */
	const struct field *field; /* NULL: not known */
};

struct data_table {
	struct str name;
	const struct schema *schema; /* NULL: not a built-in table */
	struct data_column *columns;
	size_t n_columns;
	const struct sheet_cell **rows; /* each of n_columns cells */
	size_t n_rows;
};

struct dataset {
	struct data_table *list;
	size_t n;
};

/* A column with that heading of a table (schema NULL: not a built-in one);
 * further: a template's own fields are looked up by the caller. */
struct data_column data_column(const struct schema *schema, struct str heading);

/*
 * The sheets as tables, in the order in which they first appear. Sheets of one
 * name become one table, whose columns are those of all of them. Cells without
 * a heading are reported and left out. False (reported): two sheets of one name
 * have columns that cannot stand side by side.
 */
bool dataset_of(struct dataset *dataset, const struct sheets *sheets,
		struct arena *arena, struct diag_sink *sink);

#endif
