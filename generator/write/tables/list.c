/* SPDX-License-Identifier: MIT */
/* A workbook that is a list: to be sorted, filtered and ticked off. */
#include "base/arena.h"
#include "write/tables/book.h"
#include "write/tables/dataset.h"
#include "write/tables/tables.h"

/* Texts that are too long for a cell are cut: a list may say less. */
static struct sheet_cell short_cell(struct sheet_cell cell)
{
	if (cell.text.n > BOOK_CELL_MOST)
		cell.text = str_slice(cell.text, 0, BOOK_CELL_MOST);
	while (cell.text.n > 0 && cell.text.n == BOOK_CELL_MOST &&
	       ((unsigned char)cell.text.s[cell.text.n - 1] & 0xC0) == 0x80)
		cell.text.n--;
	return cell;
}

bool tables_list(const struct data_table *table, struct arena *arena,
		 struct diag_sink *sink, struct str *bytes)
{
	struct xlsx_book book;
	lxw_worksheet *sheet;
	size_t i;
	size_t k;

	if (!xlsx_open(&book, arena, sink))
		return false;
	sheet = xlsx_add_sheet(&book, table);
	for (i = 0; sheet != NULL && i < table->n_rows; i++) {
		for (k = 0; k < table->n_columns; k++) {
			struct sheet_cell cell = short_cell(table->rows[i][k]);

			xlsx_add_cell(&book, sheet, i + 1, k,
				      &table->columns[k], &cell, false);
		}
	}
	if (sheet != NULL)
		worksheet_autofilter(sheet, 0, 0, (lxw_row_t)table->n_rows,
				     (lxw_col_t)(table->n_columns - 1));
	return xlsx_close(&book, sheet != NULL ? bytes : NULL) && sheet != NULL;
}
