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

void sheets_add(struct sheets *sheets, const struct sheet *sheet)
{
	sheets->list = arena_grow(sheets->arena, sheets->list, sheets->n,
				  &sheets->room, sizeof(*sheets->list));
	sheets->list[sheets->n++] = *sheet;
}

struct place sheet_place(const struct sheet *sheet, size_t row, int column)
{
	struct place place = sheet->place;

	place.line = sheet->rows[row].line;
	place.record = sheet->rows[row].record;
	if (sheet->heading_line > 0 && column >= 0 &&
	    (size_t)column < sheet->n_columns) {
		place.column = sheet->columns[column].heading;
		place.column_no = sheet->columns[column].column_no;
	}
	return place;
}

struct place sheet_heading_place(const struct sheet *sheet, int column)
{
	struct place place = sheet->place;

	place.line = sheet->heading_line;
	place.record = place.line > 0 ? 1 : 0;
	if (column >= 0 && (size_t)column < sheet->n_columns) {
		place.column = sheet->columns[column].heading;
		place.column_no = sheet->columns[column].column_no;
	}
	return place;
}
