/* SPDX-License-Identifier: MIT */
#include "write/tables/tables.h"

#include "base/arena.h"
#include "write/tables/book.h"
#include "write/tables/dataset.h"

/* Codes are text: no green triangles at them. */
#define WHOLE_SHEET "A1:XFD1048576"

static bool add_table(struct xlsx_book *book, const struct data_table *table)
{
	lxw_worksheet *sheet = xlsx_add_sheet(book, table);
	bool marks = str_is(table->name, TEXTS_TABLE);
	bool ok = true;
	size_t i;
	size_t k;

	if (sheet == NULL)
		return false;
	worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT,
				WHOLE_SHEET);
	for (i = 0; i < table->n_rows; i++) {
		for (k = 0; k < table->n_columns; k++) {
			if (xlsx_add_cell(book, sheet, i + 1, k,
					  &table->columns[k],
					  &table->rows[i][k], marks))
				continue;
			xlsx_report_long(book, table, i, k);
			ok = false;
		}
	}
	return ok;
}

bool tables_workbook(const struct dataset *dataset, struct arena *arena,
		     struct diag_sink *sink, struct str *bytes)
{
	struct xlsx_book book;
	bool ok = true;
	size_t i;

	if (!xlsx_open(&book, arena, sink))
		return false;
	for (i = 0; i < dataset->n; i++)
		ok = add_table(&book, &dataset->list[i]) && ok;
	return xlsx_close(&book, ok ? bytes : NULL) && ok;
}
