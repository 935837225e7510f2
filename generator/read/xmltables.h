/* SPDX-License-Identifier: MIT */
/* Tables while the rows of an XML file come in: a row names its columns, so
 * they are known only at the end. Internal to read/. */
#ifndef READ_XMLTABLES_H
#define READ_XMLTABLES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/str.h"
#include "tables/sheets.h"

struct arena;
struct schema;

struct xml_column {
	struct str name; /* 金额 */
	struct str unit; /* 元; empty: none */
	bool known;	 /* the XSD has an element for it */
	int32_t row;	 /* the last row that has it: counts rows from 1 */
};

struct xml_row {
	struct sheet_cell *cells;
	size_t n_cells; /* the columns known when it ended */
	int32_t line;
	int32_t record;
};

struct xml_table {
	struct str name;
	const struct schema *schema; /* NULL: not a built-in one */
	int32_t line;		     /* of its first element */
	struct xml_column *columns;
	size_t n_columns, room_columns;
	struct xml_row *rows;
	size_t n_rows, room_rows;
	int32_t n_records;	    /* rows, the empty ones too */
	struct sheet_cell *present; /* cells of the row that is read */
	size_t next;		    /* the column that most likely comes next */
	int32_t line_of_row;
	bool any; /* the row has a cell that is not empty */
};

struct xml_tables {
	struct arena *arena;
	struct diag_sink *sink;
	struct place place; /* the file */
	struct xml_table *list;
	size_t n, room;
};

/* The table of that name, made if it is not there; NULL: there are too many
 * (reported). */
struct xml_table *xmltables_find(struct xml_tables *tables, struct str name,
				 int32_t line);

void xmltables_start_row(struct xml_table *table, int32_t line);

/* The column for a cell of the present row, made if it is not there, -1: this
 * row has it already, or there are too many columns (reported). */
ptrdiff_t xmltables_column(struct xml_tables *tables, struct xml_table *table,
			   struct str name, struct str unit, int32_t line);

/* The text of a column in the present row. */
void xmltables_put(struct xml_table *table, ptrdiff_t column, struct str text);

/* Ends the row; one without any text is left out, but its columns count.
 * False: there are too many rows (reported). */
bool xmltables_end_row(struct xml_tables *tables, struct xml_table *table);

/* Adds them all to the sheets. */
void xmltables_finish(const struct xml_tables *tables, struct sheets *sheets);

/* Place of a line of a table (name empty: none). */
struct place xmltables_place(const struct xml_tables *tables, struct str name,
			     int32_t line);

#endif
