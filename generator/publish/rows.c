/* SPDX-License-Identifier: MIT */
#include "publish/rows.h"

#include "base/arena.h"

struct rows rows_open(const char *name, const char *const *columns,
		      struct arena *arena)
{
	struct rows rows = {.arena = arena};
	struct sheet_column *list;
	size_t n = 0;
	size_t i;

	while (columns[n] != NULL)
		n++;
	list = ARENA_ARRAY(arena, n, struct sheet_column);
	for (i = 0; i < n; i++)
		list[i] =
		    (struct sheet_column){str_from(columns[i]), (int32_t)i + 1};
	rows.sheet.name = str_from(name);
	rows.sheet.place.file = rows.sheet.name;
	rows.sheet.columns = list;
	rows.sheet.n_columns = n;
	return rows;
}

void rows_add(struct rows *rows, struct str first)
{
	size_t number = rows->sheet.n_rows + 2;

	rows->list = arena_grow(rows->arena, rows->list, rows->sheet.n_rows,
				&rows->room, sizeof(*rows->list));
	rows->cells =
	    ARENA_ARRAY(rows->arena, rows->sheet.n_columns, struct sheet_cell);
	rows->list[rows->sheet.n_rows++] =
	    (struct sheet_row){rows->cells, (int32_t)number, (int32_t)number};
	rows->at = 0;
	rows_set(rows, first);
}

void rows_set(struct rows *rows, struct str text)
{
	if (rows->at < rows->sheet.n_columns)
		rows->cells[rows->at++].text = text;
}

void rows_set_number(struct rows *rows, int64_t number)
{
	if (number != 0 && rows->at < rows->sheet.n_columns)
		rows->cells[rows->at].form = FORM_NUMBER;
	rows_set(rows, number == 0 ? STR_NONE
				   : str_format(rows->arena, "%lld",
						(long long)number));
}

void rows_close(struct rows *rows, struct sheets *sheets)
{
	rows->sheet.rows = rows->list;
	sheets_add(sheets, &rows->sheet);
}
