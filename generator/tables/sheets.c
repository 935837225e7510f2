/* SPDX-License-Identifier: MIT */
#include "tables/sheets.h"

#include "base/arena.h"

const struct sheet *sheets_find(const struct sheets *sheets, struct str name)
{
	size_t i;

	for (i = 0; i < sheets->n; i++)
		if (str_equal(sheets->list[i].name, name))
			return &sheets->list[i];
	return NULL;
}

struct arena *sheets_cells(const struct sheets *sheets)
{
	return sheets->cells != NULL ? sheets->cells : sheets->arena;
}

void sheets_add(struct sheets *sheets, const struct sheet *sheet)
{
	sheets->list = arena_grow(sheets->arena, sheets->list, sheets->n,
				  &sheets->room, sizeof(*sheets->list));
	sheets->list[sheets->n++] = *sheet;
}

/* Sets the column of a place: its number in the file, and what people see
 * above it there. */
static void set_column(struct place *place, const struct sheet *sheet,
		       int column, int32_t column_no)
{
	place->column_no =
	    column_no > 0 ? column_no : sheet->columns[column].column_no;
	place->column = sheet->columns[column].heading;
	if (sheet->file_headings == NULL)
		return;
	place->column = STR_NONE;
	if (place->column_no > 0 &&
	    (size_t)place->column_no <= sheet->n_file_headings)
		place->column = sheet->file_headings[place->column_no - 1];
}

struct place sheet_place(const struct sheet *sheet, size_t row, int column)
{
	struct place place = sheet->place;

	place.line = sheet->rows[row].line;
	place.record = sheet->rows[row].record;
	if (sheet->heading_line > 0 && column >= 0 &&
	    (size_t)column < sheet->n_columns)
		set_column(&place, sheet, column,
			   sheet->file_headings == NULL
			       ? 0
			       : sheet->rows[row].cells[column].column_no);
	return place;
}

struct place sheet_heading_place(const struct sheet *sheet, int column)
{
	struct place place = sheet->place;

	place.line = sheet->heading_line;
	place.record = place.line > 0 ? 1 : 0;
	if (column >= 0 && (size_t)column < sheet->n_columns)
		set_column(&place, sheet, column, 0);
	return place;
}
