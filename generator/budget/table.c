/* SPDX-License-Identifier: MIT */
#include "budget/table.h"

#include "base/arena.h"
#include "budget/dimension.h"
#include "budget/headings.h"
#include "budget/judge.h"
#include "budget/messages.h"
#include "budget/spelling.h"
#include "budget/subjects.h"
#include "budget/totals.h"

/* A sheet while it is read. */
struct table {
	struct reading *reading;
	struct relation *relation;
	struct sheet_reader reader;
	struct value *values; /* of the present row */
	struct value *text;   /* of a row of 说明 made from it */
	struct totals totals;
	size_t n_empty;	    /* rows left out since they state nothing */
	size_t first_empty; /* the first of them, in the sheet */
};

static const struct sheet_cell *cell_of(const struct table *table, size_t row,
					int column)
{
	return &table->reader.sheet->rows[row].cells[column];
}

static bool is_empty(const struct sheet_cell *cell)
{
	return str_trim(cell->text).n == 0;
}

/* What the cell says; names beside codes count, long texts do not. */
static enum total_mark mark_of(const struct table *table, size_t row,
			       int column)
{
	struct str text;

	if (column < 0)
		return MARK_NONE;
	text = cell_of(table, row, column)->text;
	if (!is_total_mark(text))
		return MARK_NONE;
	return is_part_mark(text) ? MARK_PART : MARK_TOTAL;
}

static bool is_marked(const struct table *table, size_t row, int column)
{
	return mark_of(table, row, column) != MARK_NONE;
}

/* Does a cell of the row, or what was left out of it, say that it is a sum? */
static enum total_mark row_mark(const struct table *table, size_t row)
{
	size_t n = table->relation->schema->n_fields;
	enum total_mark mark = MARK_NONE;
	size_t f;

	if (!totals_apply(table->relation))
		return MARK_NONE;
	for (f = 0; f < n && mark == MARK_NONE; f++) {
		const struct column_reader *reader = &table->reader.readers[f];

		if (reader->field->type == FIELD_LINES)
			continue;
		mark = mark_of(table, row, reader->column);
		if (mark == MARK_NONE)
			mark = mark_of(table, row, reader->names);
	}
	if (mark == MARK_NONE && table->reader.sheet->rows[row].total)
		return MARK_TOTAL;
	return mark;
}

/* Does the row have the code of a 类 or 款 where leaves have longer ones? */
static bool row_is_parent(const struct table *table, size_t row)
{
	size_t n = table->relation->schema->n_fields;
	size_t f;

	if (!totals_apply(table->relation))
		return false;
	for (f = 0; f < n; f++) {
		const struct column_reader *reader = &table->reader.readers[f];
		size_t leaf = dimension_leaf(reader->field->dimension);
		struct str code;

		if (leaf == 0 || reader->column < 0)
			continue;
		code = spelling_bare(cell_of(table, row, reader->column)->text);
		if (is_digits(code) && (code.n == 3 || code.n == 5) &&
		    code.n < leaf)
			return true;
	}
	return false;
}

/* The value of an empty cell. */
static bool take_fallback(struct table *table, int f, uint32_t unit,
			  struct value *value)
{
	struct reading *reading = table->reading;
	const struct field *field = &table->relation->schema->fields[f];
	struct sheet_cell cell = {.text = str_from(field->fallback)};

	*value = VALUE_NONE;
	if (f == table->relation->year_field &&
	    table->relation->schema->facts && unit != UNIT_ALL) {
		value->number = reading->budget->units[unit].year;
		value->there = true;
		return true;
	}
	if (field->fallback == NULL)
		return true;
	return value_read(reading, &table->reader.readers[f], &cell, unit,
			  PLACE_NONE, value) != CELL_BAD;
}

/* Codes of 项目 are not looked for: they are made there. */
static bool makes_projects(const struct table *table, int f)
{
	return table->relation ==
		   &table->reading->budget->relations[TABLE_PROJECTS] &&
	       table->relation->schema->fields[f].dimension == DIM_PROJECT;
}

/* Reads the cell of field f. as_total: marks and empty cells say nothing.
 * False: reported. */
static bool read_cell(struct table *table, size_t row, int f, uint32_t unit,
		      bool as_total)
{
	struct reading *reading = table->reading;
	const struct column_reader *reader = &table->reader.readers[f];
	struct value *value = &table->values[f];
	struct place place =
	    sheet_place(table->reader.sheet, row, reader->column);

	*value = VALUE_NONE;
	if (reader->column < 0 ||
	    is_empty(cell_of(table, row, reader->column))) {
		if (as_total)
			return true;
		if (reader->field->required && reader->column >= 0 &&
		    reader->field->type != FIELD_AMOUNT) {
			DIAG(reading->sink, &BUDGET_CELL_EMPTY, place,
			     str_from(reader->field->name));
			return false;
		}
		return take_fallback(table, f, unit, value);
	}
	if (as_total && is_marked(table, row, reader->column))
		return true;
	if (makes_projects(table, f)) {
		value->symbol = symbol_of(
		    reading->budget,
		    spelling_bare(cell_of(table, row, reader->column)->text));
		value->there = true;
		return true;
	}
	/* A project that is not known is judged when the row is whole. */
	return value_read(reading, reader, cell_of(table, row, reader->column),
			  unit, place, value) != CELL_BAD;
}

static void note_name(struct table *table, size_t row, int f)
{
	const struct column_reader *reader = &table->reader.readers[f];
	const struct sheet_cell *cell;

	if (reader->names < 0 || table->values[f].member < 0)
		return;
	cell = cell_of(table, row, reader->names);
	if (!is_empty(cell))
		noted_name(
		    table->reading, reader->field->dimension,
		    table->values[f].member, cell->text,
		    sheet_place(table->reader.sheet, row, reader->names));
}

/* The unit that the row belongs to; false: reported. */
static bool read_unit(struct table *table, size_t row, bool as_total,
		      uint32_t *unit)
{
	int f = table->relation->unit_field;

	*unit = UNIT_ALL;
	if (f < 0)
		return true;
	if (!read_cell(table, row, f, UNIT_ALL, as_total))
		return false;
	if (table->values[f].member >= 0)
		*unit = table->reading->budget->dimensions[DIM_UNIT]
			    .members[table->values[f].member]
			    .unit;
	return true;
}

static bool read_row(struct table *table, size_t row, bool as_total,
		     uint32_t *unit)
{
	const struct relation *relation = table->relation;
	bool ok = read_unit(table, row, as_total, unit);
	size_t f;

	/* What a code means may hang on its unit: without it the codes of
	 * projects cannot be looked for. */
	for (f = 0; f < relation->schema->n_fields; f++) {
		if ((int)f == relation->unit_field)
			continue;
		if (!ok && relation->schema->fields[f].dimension == DIM_PROJECT)
			continue;
		ok = read_cell(table, row, (int)f, *unit, as_total) && ok;
	}
	return ok;
}

/* What a row is there for: the figure of facts, the words of a text. */
static bool is_statement(const struct relation *relation,
			 const struct field *field)
{
	if (str_is(str_from(relation->schema->name), "说明"))
		return field->type == FIELD_LINES;
	return relation->schema->facts && field->required &&
	       (field->type == FIELD_AMOUNT || field->type == FIELD_NUMBER);
}

/* Rows that wait to be filled in (`gongkai new` writes them) are not looked at
 * any further. */
static bool waits(const struct table *table, size_t row)
{
	size_t f;

	for (f = 0; f < table->relation->schema->n_fields; f++) {
		const struct column_reader *reader = &table->reader.readers[f];

		if (reader->column >= 0 &&
		    is_statement(table->relation, reader->field) &&
		    is_empty(cell_of(table, row, reader->column)))
			return true;
	}
	return false;
}

/* A row with a dash for its amount states nothing; in tables of facts it is
 * left out. */
static bool states_nothing(const struct table *table)
{
	const struct schema *schema = table->relation->schema;
	size_t f;

	for (f = 0; f < schema->n_fields && schema->facts; f++)
		if (is_statement(table->relation, &schema->fields[f]) &&
		    !table->values[f].there)
			return true;
	return false;
}

/* What stood in for empty cells says nothing of a sum. */
static void forget_fallbacks(struct table *table, size_t row)
{
	size_t f;

	for (f = 0; f < table->relation->schema->n_fields; f++) {
		int column = table->reader.readers[f].column;

		if (column < 0 || is_empty(cell_of(table, row, column)))
			table->values[f] = VALUE_NONE;
	}
}

/* Names beside codes are good in sums, too: 类 and 款 have no other rows. */
static void note_names(struct table *table, size_t row)
{
	size_t f;

	for (f = 0; f < table->relation->schema->n_fields; f++)
		note_name(table, row, (int)f);
}

static void take_total(struct table *table, size_t row, enum total_mark mark)
{
	if (mark == MARK_NONE)
		note_names(table, row);
	forget_fallbacks(table, row);
	totals_add(table->reading, &table->totals, table->relation,
		   table->values, row, mark);
}

/* Columns of 项目 that are texts of the project. */
static void take_texts(struct table *table, size_t row, uint32_t unit)
{
	struct budget *budget = table->reading->budget;
	struct relation *texts = &budget->relations[TABLE_TEXTS];
	struct value *values = table->text;
	size_t i;

	for (i = 0; i < table->reader.n_texts; i++) {
		const struct text_column *column = &table->reader.texts[i];
		struct str text =
		    str_trim(cell_of(table, row, column->column)->text);

		if (text.n == 0)
			continue;
		values[texts->unit_field] =
		    table->values[table->relation->unit_field];
		values[field_of(texts, "对象")] = (struct value){
		    .symbol =
			table->values[field_of(table->relation, "项目代码")]
			    .symbol,
		    .member = -1,
		    .there = true};
		values[field_of(texts, "栏目")] = (struct value){
		    symbol_of(budget, column->slot), -1, 0, true};
		values[field_of(texts, "内容")] =
		    (struct value){symbol_of(budget, text), -1, 0, true};
		relation_append(
		    budget, texts, values,
		    (struct row_origin){.sheet = table->reader.sheet,
					.row = (uint32_t)row,
					.derived_from = -1},
		    unit);
	}
}

/* A row that is a sum is set aside, any other one judged and kept. */
static void keep_row(struct table *table, size_t row, uint32_t unit)
{
	struct relation *relation = table->relation;

	note_names(table, row);
	if (!row_judge(table->reading, &table->reader, row, unit,
		       table->values))
		return;
	relation_append(table->reading->budget, relation, table->values,
			(struct row_origin){.sheet = table->reader.sheet,
					    .row = (uint32_t)row,
					    .derived_from = -1},
			unit);
	take_texts(table, row, unit);
}

/* Nothing but amounts: most often a sum that says no 合计. */
static bool is_bare(const struct table *table, size_t row)
{
	const struct schema *schema = table->relation->schema;
	size_t f;

	if (!schema->facts)
		return false;
	for (f = 0; f < schema->n_fields; f++) {
		int column = table->reader.readers[f].column;

		if (column >= 0 && schema->fields[f].type != FIELD_AMOUNT &&
		    !is_empty(cell_of(table, row, column)))
			return false;
	}
	return true;
}

/* 小计 where a unit's code belongs, in a table that is not added up. */
static bool is_needless_total(const struct table *table, size_t row)
{
	int f = table->relation->unit_field;

	return f >= 0 && !totals_apply(table->relation) &&
	       is_marked(table, row, table->reader.readers[f].column);
}

static void count_empty(struct table *table, size_t row)
{
	if (table->n_empty++ == 0)
		table->first_empty = row;
}

static void take_row(struct table *table, size_t row)
{
	enum total_mark mark = row_mark(table, row);
	bool total = mark != MARK_NONE || row_is_parent(table, row);
	uint32_t unit;

	if (waits(table, row)) {
		count_empty(table, row);
		return;
	}
	if (!total && is_bare(table, row)) {
		DIAG0(table->reading->sink, &BUDGET_ROW_BARE,
		      sheet_place(table->reader.sheet, row, -1));
		return;
	}
	if (is_needless_total(table, row)) {
		DIAG0(table->reading->sink, &BUDGET_ROW_SUM,
		      sheet_place(table->reader.sheet, row, -1));
		return;
	}
	if (!read_row(table, row, total, &unit))
		return;
	if (states_nothing(table)) {
		count_empty(table, row);
		return;
	}
	if (total ||
	    (totals_apply(table->relation) &&
	     is_parent_row(table->reading, table->relation, table->values)))
		take_total(table, row, mark);
	else
		keep_row(table, row, unit);
}

static void read_sheet(struct reading *reading, struct relation *relation,
		       const struct sheet *sheet)
{
	struct table table = {
	    .reading = reading,
	    .relation = relation,
	    .reader = headings_match(reading, sheet, relation),
	    .values = ARENA_ARRAY(reading->arena, relation->schema->n_fields,
				  struct value),
	    .text = ARENA_ARRAY(
		reading->arena,
		reading->budget->relations[TABLE_TEXTS].schema->n_fields,
		struct value),
	};
	size_t first = relation->n_rows;
	size_t row;

	if (!table.reader.complete)
		return;
	relation_reserve(relation, sheet->n_rows, reading->arena);
	for (row = 0; row < sheet->n_rows; row++)
		take_row(&table, row);
	totals_check(reading, &table.totals, &table.reader, first);
	if (table.n_empty > 0)
		DIAG(reading->sink, &BUDGET_ROWS_EMPTY,
		     sheet_place(sheet, table.first_empty, -1),
		     text_number(reading, table.n_empty));
}

void table_read(struct reading *reading, struct relation *relation)
{
	size_t i;

	for (i = 0; i < reading->sheets->n; i++)
		if (str_is(reading->sheets->list[i].name,
			   relation->schema->name))
			read_sheet(reading, relation,
				   &reading->sheets->list[i]);
}
