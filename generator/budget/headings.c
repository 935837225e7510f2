/* SPDX-License-Identifier: MIT */
#include "budget/headings.h"

#include "base/arena.h"
#include "budget/heading.h"
#include "budget/messages.h"
#include "budget/spelling.h"

int heading_column(const struct sheet *sheet, const struct field *field)
{
	struct arena *arena = arena_open();
	struct str unit;
	int found = -1;
	size_t i;

	for (i = 0; i < sheet->n_columns && found < 0; i++)
		if (heading_is(sheet->columns[i].heading, field, &unit, arena))
			found = (int)i;
	arena_close(arena);
	return found;
}

static bool take_unit(struct column_reader *reader, struct str unit)
{
	if (str_is(unit, "元"))
		reader->unit = MONEY_YUAN;
	else if (str_is(unit, "万元"))
		reader->unit = MONEY_WAN;
	else if (str_is(unit, "%") && reader->field->type == FIELD_PLAN)
		reader->percent = true;
	else
		return false;
	return true;
}

/* What becomes of one sheet while its headings are matched. */
struct matching {
	struct reading *reading;
	struct sheet_reader *reader;
	struct buf unknown; /* names of columns that are not known */
	size_t n_unknown;
	size_t room_texts;
};

static void take_column(struct matching *matching, size_t f, int column,
			struct str unit)
{
	struct reading *reading = matching->reading;
	const struct sheet *sheet = matching->reader->sheet;
	struct column_reader *reader = &matching->reader->readers[f];
	struct place place = sheet_heading_place(sheet, column);

	if (reader->column >= 0) {
		DIAG(reading->sink, &BUDGET_COLUMN_TWICE, place,
		     str_from(reader->field->name));
		return;
	}
	reader->column = column;
	if (!heading_has_unit(reader->field->type) || take_unit(reader, unit))
		return;
	DIAG(reading->sink, &BUDGET_COLUMN_UNIT, place,
	     str_from(reader->field->name),
	     reader->field->type == FIELD_PLAN ? STR("元、万元或 %")
					       : STR("元或万元"));
	reader->column = -1;
	reader->refused = true;
}

/* Finds the field of a column; false: it is none's. */
static bool match_field(struct matching *matching, int column)
{
	struct sheet_reader *reader = matching->reader;
	struct str heading = reader->sheet->columns[column].heading;
	const struct schema *schema = reader->relation->schema;
	struct arena *arena = matching->reading->arena;
	struct str unit;
	size_t f;

	for (f = 0; f < schema->n_fields; f++)
		if (heading_is(heading, &schema->fields[f], &unit, arena)) {
			take_column(matching, f, column, unit);
			return true;
		}
	for (f = 0; f < schema->n_fields; f++)
		if (heading_names(heading, &schema->fields[f], arena)) {
			reader->readers[f].names = column;
			return true;
		}
	return false;
}

/* A column of 项目 whose heading is a 栏目 of some template. */
static bool match_text(struct matching *matching, int column)
{
	const struct budget_options *options = matching->reading->options;
	struct sheet_reader *reader = matching->reader;
	struct str heading = reader->sheet->columns[column].heading;
	size_t i;

	if (reader->relation !=
	    &matching->reading->budget->relations[TABLE_PROJECTS])
		return false;
	for (i = 0; i < options->n_texts; i++) {
		if (!spelling_same(heading, options->texts[i]))
			continue;
		reader->texts = arena_grow(
		    matching->reading->arena, reader->texts, reader->n_texts,
		    &matching->room_texts, sizeof(*reader->texts));
		reader->texts[reader->n_texts++] =
		    (struct text_column){column, options->texts[i]};
		return true;
	}
	return false;
}

static void note_unknown(struct matching *matching, struct str heading)
{
	if (matching->n_unknown++ > 0)
		buf_add_cstr(&matching->unknown, "、");
	buf_add(&matching->unknown, heading);
}

static bool has_cells(const struct sheet *sheet, int column)
{
	size_t i;

	for (i = 0; i < sheet->n_rows; i++)
		if (str_trim(sheet->rows[i].cells[column].text).n > 0)
			return true;
	return false;
}

static void match_column(struct matching *matching, int column)
{
	const struct sheet *sheet = matching->reader->sheet;
	struct str heading = sheet->columns[column].heading;

	if (str_trim(heading).n == 0) {
		if (has_cells(sheet, column))
			DIAG(
			    matching->reading->sink, &BUDGET_COLUMN_NAMELESS,
			    sheet_heading_place(sheet, -1),
			    text_number(matching->reading, (size_t)column + 1));
		return;
	}
	if (!match_field(matching, column) && !match_text(matching, column))
		note_unknown(matching, heading);
}

/* What a column may be called besides, in brackets; empty: nothing. */
static struct str other_names(const struct field *field, struct arena *arena)
{
	if (field->standard != NULL)
		return str_format(arena, "（%s）", field->standard);
	if (field->type == FIELD_AMOUNT)
		return str_format(arena, "（%s（元）、%s（万元））",
				  field->name, field->name);
	return STR_NONE;
}

static void report_missing(struct reading *reading, struct sheet_reader *reader)
{
	const struct schema *schema = reader->relation->schema;
	size_t f;

	for (f = 0; f < schema->n_fields; f++) {
		const struct field *field = &schema->fields[f];

		if (!field->required || reader->readers[f].column >= 0 ||
		    field->fallback != NULL)
			continue;
		reader->complete = false;
		if (reader->readers[f].refused)
			continue;
		DIAG(reading->sink, &BUDGET_COLUMN_MISSING,
		     sheet_heading_place(reader->sheet, -1),
		     str_from(schema->name), str_from(field->name),
		     other_names(field, reading->sink->arena));
	}
}

/* Plans of one relation are all percentages or all money: a column knows only
 * one of them. */
static void note_columns(struct reading *reading, struct sheet_reader *reader)
{
	size_t f;

	for (f = 0; f < reader->relation->schema->n_fields; f++) {
		struct column *column = &reader->relation->columns[f];
		const struct column_reader *cells = &reader->readers[f];

		if (cells->column < 0)
			continue;
		if (column->stated && column->percent != cells->percent) {
			DIAG(reading->sink, &BUDGET_PLAN_MIXED,
			     sheet_heading_place(reader->sheet, cells->column),
			     str_from(column->field->name));
			reader->complete = false;
			continue;
		}
		column->stated = true;
		column->percent = cells->percent;
		column->unit = cells->unit;
	}
}

struct sheet_reader headings_match(struct reading *reading,
				   const struct sheet *sheet,
				   struct relation *relation)
{
	const struct schema *schema = relation->schema;
	struct sheet_reader reader = {
	    .sheet = sheet,
	    .relation = relation,
	    .readers = ARENA_ARRAY(reading->arena, schema->n_fields,
				   struct column_reader),
	    .complete = true,
	};
	struct matching matching = {.reading = reading,
				    .reader = &reader,
				    .unknown = {.arena = reading->sink->arena}};
	size_t i;

	for (i = 0; i < schema->n_fields; i++) {
		reader.readers[i] =
		    (struct column_reader){.field = &schema->fields[i],
					   .column = -1,
					   .names = -1,
					   .unit = MONEY_YUAN};
	}
	for (i = 0; i < sheet->n_columns; i++)
		match_column(&matching, (int)i);
	report_missing(reading, &reader);
	if (matching.n_unknown > 0)
		DIAG(reading->sink,
		     reader.complete ? &BUDGET_COLUMN_UNKNOWN
				     : &BUDGET_COLUMN_PERHAPS,
		     sheet_heading_place(sheet, -1), str_from(schema->name),
		     buf_str(&matching.unknown));
	note_columns(reading, &reader);
	return reader;
}
