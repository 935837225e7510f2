/* SPDX-License-Identifier: MIT */
#include "write/tables/dataset.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "budget/schema.h"
#include "write/tables/messages.h"

/* Takes 金额（元） apart; only units of amounts and plans count as such, and
 * only in the brackets of this carrier: others stay as they are. */
static void split_unit(struct data_column *column)
{
	static const char *const units[] = {"元", "万元", "%"};
	size_t i;

	for (i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		struct str unit = str_from(units[i]);
		size_t brackets = strlen("（") + strlen("）");
		struct str rest = column->heading;

		if (!str_ends(rest, STR("）")) || rest.n < brackets + unit.n)
			continue;
		rest.n -= strlen("）");
		if (!str_ends(rest, unit))
			continue;
		rest.n -= unit.n;
		if (!str_ends(rest, STR("（")) || rest.n == strlen("（"))
			continue;
		rest.n -= strlen("（");
		if (str_trim(rest).n != rest.n)
			continue;
		column->name = rest;
		column->unit = unit;
	}
}

struct data_column data_column(const struct schema *schema, struct str heading)
{
	struct data_column column = {.heading = heading, .name = heading};
	int field = schema == NULL ? -1 : schema_field(schema, heading);

	if (field < 0)
		split_unit(&column);
	if (schema != NULL && field < 0)
		field = schema_field(schema, column.name);
	if (field >= 0)
		column.field = &schema->fields[field];
	return column;
}

/* Sheets while they become tables. */
struct collecting {
	struct arena *arena;
	struct diag_sink *sink;
	struct dataset *dataset;
	size_t room;
	bool failed;
};

static struct data_table *table_of(struct collecting *collecting,
				   struct str name)
{
	struct dataset *dataset = collecting->dataset;
	size_t i;

	for (i = 0; i < dataset->n; i++)
		if (str_equal(dataset->list[i].name, name))
			return &dataset->list[i];
	dataset->list = arena_grow(collecting->arena, dataset->list, dataset->n,
				   &collecting->room, sizeof(*dataset->list));
	dataset->list[dataset->n] =
	    (struct data_table){.name = name, .schema = schema_named(name)};
	return &dataset->list[dataset->n++];
}

/* Of several columns of one heading the one that stands as manieth as this
 * one does in its sheet; n_columns: none. */
static size_t column_for(const struct data_table *table,
			 const struct sheet *sheet, size_t column)
{
	struct str heading = str_trim(sheet->columns[column].heading);
	size_t left = 0;
	size_t i;

	for (i = 0; i < column; i++)
		left += str_equal(str_trim(sheet->columns[i].heading), heading);
	for (i = 0; i < table->n_columns; i++)
		if (str_equal(table->columns[i].heading, heading) &&
		    left-- == 0)
			break;
	return i;
}

/* Two sheets that name one column differently: as one table both would stand
 * side by side, each half empty. */
static void check_merge(struct collecting *collecting,
			const struct sheet *sheet,
			const struct data_table *table, size_t n_before,
			const struct data_column *column)
{
	size_t i;

	for (i = 0; i < n_before && column->field != NULL; i++) {
		if (table->columns[i].field != column->field)
			continue;
		DIAG(collecting->sink, &TABLES_MERGE,
		     sheet_heading_place(sheet, -1),
		     str_from(column->field->name), table->columns[i].heading,
		     column->heading);
		collecting->failed = true;
	}
}

static void add_columns(struct collecting *collecting,
			const struct sheet *sheet, struct data_table *table)
{
	struct data_column *columns =
	    ARENA_ARRAY(collecting->arena, table->n_columns + sheet->n_columns,
			struct data_column);
	size_t n_before = table->n_columns;
	size_t i;

	if (n_before > 0)
		memcpy(columns, table->columns, n_before * sizeof(*columns));
	table->columns = columns;
	for (i = 0; i < sheet->n_columns; i++) {
		struct data_column column = data_column(
		    table->schema, str_trim(sheet->columns[i].heading));

		if (column.heading.n == 0 ||
		    column_for(table, sheet, i) < table->n_columns)
			continue;
		check_merge(collecting, sheet, table, n_before, &column);
		columns[table->n_columns++] = column;
	}
}

static void report_nameless(const struct collecting *collecting,
			    const struct sheet *sheet, size_t column)
{
	size_t i;

	for (i = 0; i < sheet->n_rows; i++)
		if (str_trim(sheet->rows[i].cells[column].text).n > 0)
			break;
	if (i < sheet->n_rows)
		DIAG(collecting->sink, &TABLES_NAMELESS,
		     sheet_place(sheet, i, -1),
		     str_format(collecting->sink->arena, "%d",
				sheet->columns[column].column_no));
}

static void add_rows(const struct collecting *collecting,
		     const struct sheet *sheet, struct data_table *table)
{
	struct arena *arena = collecting->arena;
	size_t *to = ARENA_ARRAY(arena, sheet->n_columns, size_t);
	struct sheet_cell *cells = ARENA_ARRAY(
	    arena, sheet->n_rows * table->n_columns, struct sheet_cell);
	size_t i;
	size_t k;

	for (k = 0; k < sheet->n_columns; k++) {
		to[k] = column_for(table, sheet, k);
		if (to[k] == table->n_columns)
			report_nameless(collecting, sheet, k);
	}
	for (i = 0; i < sheet->n_rows; i++) {
		/* A sum whose mark was in a column that was not read would
		 * come back as a fact. */
		if (sheet->rows[i].total)
			continue;
		for (k = 0; k < sheet->n_columns; k++)
			if (to[k] < table->n_columns)
				cells[to[k]] = sheet->rows[i].cells[k];
		table->rows[table->n_rows++] = cells;
		cells += table->n_columns;
	}
}

/* Without one it is no table: nothing could be read back. */
static bool has_heading(const struct sheet *sheet)
{
	size_t i;

	for (i = 0; i < sheet->n_columns; i++)
		if (str_trim(sheet->columns[i].heading).n > 0)
			return true;
	return false;
}

bool dataset_of(struct dataset *dataset, const struct sheets *sheets,
		struct arena *arena, struct diag_sink *sink)
{
	struct collecting collecting = {
	    .arena = arena, .sink = sink, .dataset = dataset};
	size_t i;
	size_t k;

	*dataset = (struct dataset){.n = 0};
	for (i = 0; i < sheets->n; i++) {
		const struct sheet *sheet = &sheets->list[i];
		struct data_table *table;

		if (!has_heading(sheet)) {
			for (k = 0; k < sheet->n_columns; k++)
				report_nameless(&collecting, sheet, k);
			continue;
		}
		table = table_of(&collecting, sheet->name);
		add_columns(&collecting, sheet, table);
		table->n_rows += sheet->n_rows;
	}
	for (i = 0; i < dataset->n; i++) {
		struct data_table *table = &dataset->list[i];

		table->rows = ARENA_ARRAY(arena, table->n_rows,
					  const struct sheet_cell *);
		table->n_rows = 0;
	}
	for (i = 0; i < sheets->n; i++)
		if (has_heading(&sheets->list[i]))
			add_rows(&collecting, &sheets->list[i],
				 table_of(&collecting, sheets->list[i].name));
	return !collecting.failed;
}
