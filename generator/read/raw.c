/* SPDX-License-Identifier: MIT */
#include "read/raw.h"

#include "base/arena.h"
#include "budget/heading.h"
#include "read/messages.h"

/* What is longer [bytes], or stands further to the right, is no heading: sheets
 * of 16,384 columns and cells of a megabyte cost time for nothing. */
#define HEADING_MOST	     300
#define HEADING_COLUMNS_MOST 500

static bool is_known(struct str heading, struct arena *arena)
{
	size_t i;

	if (heading.n == 0 || heading.n > HEADING_MOST)
		return false;
	for (i = 0; i < budget_n_schemas; i++)
		if (heading_field(heading, &budget_schemas[i], arena) >= 0)
			return true;
	return false;
}

/* Known headings count most; of rows without any, the first that has more
 * than one text (a title stands alone in its row). */
static size_t score_of(const struct raw_row *row, struct arena *arena)
{
	size_t known = 0;
	size_t i;

	for (i = 0; i < row->n_cells && i < HEADING_COLUMNS_MOST; i++)
		known += is_known(row->cells[i].text, arena);
	return known > 0 ? known + 1 : row->n_cells > 1;
}

size_t raw_heading_row(const struct raw_sheet *raw)
{
	struct arena *arena = arena_open();
	size_t best = 0;
	size_t best_score = 0;
	size_t i;

	for (i = 0; i < raw->n_rows && i < RAW_HEADING_ROWS_MOST; i++) {
		size_t score = score_of(&raw->rows[i], arena);

		if (score > best_score) {
			best = i;
			best_score = score;
		}
	}
	arena_close(arena);
	return best;
}

/* Cells that stand below no heading. */
struct stray {
	size_t n;
	struct place first;
};

static void note_stray(struct stray *stray, const struct sheet *sheet,
		       const struct raw_row *row, const struct raw_cell *cell)
{
	if (str_trim(cell->text).n == 0 || stray->n++ > 0)
		return;
	stray->first = sheet->place;
	stray->first.line = row->line;
	stray->first.column_no = cell->column;
}

/* The row's cells in the columns of the headings. */
static void fill_row(const struct raw_row *raw, const struct sheet *sheet,
		     struct sheet_cell *cells, struct stray *stray)
{
	size_t column = 0;
	size_t i;

	for (i = 0; i < raw->n_cells; i++) {
		const struct raw_cell *cell = &raw->cells[i];

		while (column < sheet->n_columns &&
		       sheet->columns[column].column_no < cell->column)
			column++;
		if (column < sheet->n_columns &&
		    sheet->columns[column].column_no == cell->column)
			cells[column] = (struct sheet_cell){.text = cell->text,
							    .form = cell->form};
		else
			note_stray(stray, sheet, raw, cell);
	}
}

bool raw_to_sheet(const struct raw_sheet *raw, struct arena *arena,
		  struct diag_sink *sink, struct sheet *sheet)
{
	return raw_below(raw, raw_heading_row(raw), arena, sink, sheet);
}

bool raw_below(const struct raw_sheet *raw, size_t top, struct arena *arena,
	       struct diag_sink *sink, struct sheet *sheet)
{
	struct stray stray = {.n = 0};
	const struct raw_row *head;
	struct sheet_column *columns;
	struct sheet_row *rows;
	size_t i;

	if (raw->n_rows == 0)
		return false;
	head = &raw->rows[top];
	columns = ARENA_ARRAY(arena, head->n_cells, struct sheet_column);
	for (i = 0; i < head->n_cells; i++)
		columns[i] = (struct sheet_column){head->cells[i].text,
						   head->cells[i].column};
	*sheet = (struct sheet){.name = raw->name,
				.place = raw->place,
				.heading_line = head->line,
				.columns = columns,
				.n_columns = head->n_cells,
				.n_rows = raw->n_rows - top - 1};
	rows = ARENA_ARRAY(arena, sheet->n_rows, struct sheet_row);
	for (i = 0; i < sheet->n_rows; i++) {
		const struct raw_row *row = &raw->rows[top + 1 + i];
		struct sheet_cell *cells =
		    ARENA_ARRAY(arena, sheet->n_columns, struct sheet_cell);

		fill_row(row, sheet, cells, &stray);
		rows[i] =
		    (struct sheet_row){.cells = cells,
				       .line = row->line,
				       .record = row->line - head->line + 1};
	}
	sheet->rows = rows;
	if (stray.n > 0)
		DIAG(sink, &READ_NO_HEADING, stray.first,
		     str_format(arena, "%zu", stray.n));
	return true;
}
