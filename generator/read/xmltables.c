/* SPDX-License-Identifier: MIT */
#include "read/xmltables.h"

#include <string.h>

#include "base/arena.h"
#include "budget/schema.h"
#include "read/csv.h"
#include "read/messages.h"
#include "read/xmlfile.h"
#include "read/xsd.h"

struct place xmltables_place(const struct xml_tables *tables, struct str name,
			     int32_t line)
{
	struct place place = tables->place;

	place.sheet = name;
	place.line = line;
	return place;
}

struct xml_table *xmltables_find(struct xml_tables *tables, struct str name,
				 int32_t line)
{
	struct xml_table *table;
	size_t i;

	for (i = 0; i < tables->n; i++)
		if (str_equal(tables->list[i].name, name))
			return &tables->list[i];
	if (tables->n == XMLFILE_TABLES_MOST) {
		DIAG(
		    tables->sink, &READ_XML_TABLES,
		    xmltables_place(tables, STR_NONE, line),
		    str_format(tables->sink->arena, "%d", XMLFILE_TABLES_MOST));
		return NULL;
	}
	tables->list = arena_grow(tables->arena, tables->list, tables->n,
				  &tables->room, sizeof(*tables->list));
	table = &tables->list[tables->n++];
	*table = (struct xml_table){.name = str_copy(name, tables->arena),
				    .line = line};
	table->schema = schema_named(table->name);
	table->present =
	    ARENA_ARRAY(tables->arena, CSV_COLUMNS_MOST, struct sheet_cell);
	return table;
}

void xmltables_start_row(struct xml_table *table, int32_t line)
{
	if (table->n_columns > 0)
		memset(table->present, 0,
		       table->n_columns * sizeof(*table->present));
	table->line_of_row = line;
	table->n_records++;
	table->next = 0;
	table->any = false;
}

static bool is_column(const struct xml_column *column, struct str name,
		      struct str unit)
{
	return str_equal(column->name, name) && str_equal(column->unit, unit);
}

/* Rows mostly name their columns in one order: look behind the last first. */
static size_t find_column(const struct xml_table *table, struct str name,
			  struct str unit)
{
	size_t i;

	for (i = table->next; i < table->n_columns; i++)
		if (is_column(&table->columns[i], name, unit))
			return i;
	for (i = 0; i < table->next && i < table->n_columns; i++)
		if (is_column(&table->columns[i], name, unit))
			return i;
	return table->n_columns;
}

/* One column in two units: the budget could only read one of the two. */
static void check_units(const struct xml_tables *tables,
			const struct xml_table *table, struct str name,
			struct str unit, int32_t line)
{
	size_t i;

	for (i = 0; i < table->n_columns; i++)
		if (str_equal(table->columns[i].name, name))
			break;
	if (i < table->n_columns && table->columns[i].unit.n > 0 && unit.n > 0)
		DIAG(tables->sink, &READ_XML_UNITS,
		     xmltables_place(tables, table->name, line), name,
		     table->columns[i].unit, unit);
}

static size_t add_column(struct xml_tables *tables, struct xml_table *table,
			 struct str name, struct str unit, int32_t line)
{
	check_units(tables, table, name, unit, line);
	table->columns =
	    arena_grow(tables->arena, table->columns, table->n_columns,
		       &table->room_columns, sizeof(*table->columns));
	table->columns[table->n_columns] =
	    (struct xml_column){.name = str_copy(name, tables->arena),
				.unit = str_copy(unit, tables->arena),
				.known = xsd_has_column(table->schema, name)};
	return table->n_columns++;
}

ptrdiff_t xmltables_column(struct xml_tables *tables, struct xml_table *table,
			   struct str name, struct str unit, int32_t line)
{
	size_t column = find_column(table, name, unit);

	if (column == CSV_COLUMNS_MOST) {
		DIAG(tables->sink, &READ_XML_COLUMNS,
		     xmltables_place(tables, table->name, line),
		     str_format(tables->sink->arena, "%d", CSV_COLUMNS_MOST));
		return -1;
	}
	if (column == table->n_columns)
		column = add_column(tables, table, name, unit, line);
	table->next = column + 1;
	if (table->columns[column].row == table->n_records) {
		DIAG(tables->sink, &READ_XML_TWICE,
		     xmltables_place(tables, table->name, line), name);
		return -1;
	}
	table->columns[column].row = table->n_records;
	return (ptrdiff_t)column;
}

void xmltables_put(struct xml_table *table, ptrdiff_t column, struct str text)
{
	table->present[column].text = text;
	table->any = table->any || str_trim(text).n > 0;
}

bool xmltables_end_row(struct xml_tables *tables, struct xml_table *table)
{
	size_t n = table->n_columns;
	struct xml_row *row;

	if (!table->any)
		return true;
	if (table->n_rows == CSV_ROWS_MOST) {
		DIAG(tables->sink, &READ_ROWS_MANY,
		     xmltables_place(tables, table->name, table->line_of_row),
		     str_format(tables->sink->arena, "%d", CSV_ROWS_MOST));
		return false;
	}
	table->rows = arena_grow(tables->arena, table->rows, table->n_rows,
				 &table->room_rows, sizeof(*table->rows));
	row = &table->rows[table->n_rows++];
	*row = (struct xml_row){
	    .cells = ARENA_ARRAY(tables->arena, n, struct sheet_cell),
	    .n_cells = n,
	    .line = table->line_of_row,
	    .record = table->n_records + 1};
	memcpy(row->cells, table->present, n * sizeof(*row->cells));
	return true;
}

static const struct sheet_column *columns_of(const struct xml_table *table,
					     struct arena *arena)
{
	struct sheet_column *columns =
	    ARENA_ARRAY(arena, table->n_columns, struct sheet_column);
	size_t i;

	for (i = 0; i < table->n_columns; i++) {
		const struct xml_column *column = &table->columns[i];

		columns[i].heading =
		    column->unit.n == 0
			? column->name
			: str_format(arena, STR_FMT "（" STR_FMT "）",
				     STR_ARG(column->name),
				     STR_ARG(column->unit));
	}
	return columns;
}

/* The rows, those that ended before all columns were known made as wide as the
 * others. */
static const struct sheet_row *rows_of(const struct xml_table *table,
				       struct arena *arena)
{
	struct sheet_row *rows =
	    ARENA_ARRAY(arena, table->n_rows, struct sheet_row);
	size_t i;

	for (i = 0; i < table->n_rows; i++) {
		const struct xml_row *row = &table->rows[i];
		struct sheet_cell *cells = row->cells;

		if (row->n_cells < table->n_columns) {
			cells = ARENA_ARRAY(arena, table->n_columns,
					    struct sheet_cell);
			memcpy(cells, row->cells,
			       row->n_cells * sizeof(*cells));
		}
		rows[i] = (struct sheet_row){cells, row->line, row->record};
	}
	return rows;
}

void xmltables_finish(const struct xml_tables *tables, struct sheets *sheets)
{
	size_t i;

	for (i = 0; i < tables->n; i++) {
		const struct xml_table *table = &tables->list[i];

		sheets_add(sheets,
			   &(struct sheet){
			       .name = table->name,
			       .place = xmltables_place(tables, table->name, 0),
			       .heading_line = table->line,
			       .columns = columns_of(table, sheets->arena),
			       .n_columns = table->n_columns,
			       .rows = rows_of(table, sheets->arena),
			       .n_rows = table->n_rows});
	}
}
