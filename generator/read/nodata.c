/* SPDX-License-Identifier: MIT */
#include "read/nodata.h"

#include "base/arena.h"
#include "base/diag.h"
#include "read/messages.h"
#include "tables/sheets.h"

typedef bool row_test(const struct sheet *sheet, size_t row);

/* The first cell that is not empty bears the mark, with a colon of either
 * width: columns may have been moved. */
static bool is_example(const struct sheet *sheet, size_t row)
{
	size_t c;

	for (c = 0; c < sheet->n_columns; c++) {
		struct str text = str_trim(sheet->rows[row].cells[c].text);

		if (text.n > 0)
			return str_starts(text, STR(EXAMPLE_MARK)) ||
			       str_starts(text, STR("示例:"));
	}
	return false;
}

/* Several cells, and each is the heading of its column. */
static bool is_heading(const struct sheet *sheet, size_t row)
{
	size_t n = 0;
	size_t c;

	for (c = 0; c < sheet->n_columns; c++) {
		struct str text = str_trim(sheet->rows[row].cells[c].text);

		if (text.n == 0)
			continue;
		if (!str_equal(text, str_trim(sheet->columns[c].heading)))
			return false;
		n++;
	}
	return n > 1;
}

static size_t count_rows(const struct sheet *sheet, row_test *test)
{
	size_t n = 0;
	size_t i;

	for (i = 0; i < sheet->n_rows; i++)
		n += test(sheet, i);
	return n;
}

static void take_rows(struct sheet *sheet, row_test *test, size_t n_left,
		      struct arena *arena)
{
	struct sheet_row *kept = ARENA_ARRAY(arena, n_left, struct sheet_row);
	size_t n = 0;
	size_t i;

	for (i = 0; i < sheet->n_rows; i++)
		if (!test(sheet, i))
			kept[n++] = sheet->rows[i];
	sheet->rows = kept;
	sheet->n_rows = n;
}

static void report_examples(const struct sheet *sheet, struct diag_sink *sink)
{
	size_t i;

	for (i = 0; i < sheet->n_rows; i++)
		if (is_example(sheet, i))
			DIAG(sink, &READ_EXAMPLE, sheet_place(sheet, i, -1),
			     sheet->name);
}

/* alone: names of tables that have nothing else. */
static void take_examples(struct sheet *sheet, struct buf *alone,
			  struct arena *arena, struct diag_sink *sink)
{
	size_t n = count_rows(sheet, is_example);

	if (n == 0)
		return;
	if (n < sheet->n_rows)
		report_examples(sheet, sink);
	else
		buf_format(alone, "%s" STR_FMT, alone->n == 0 ? "" : "、",
			   STR_ARG(sheet->name));
	take_rows(sheet, is_example, sheet->n_rows - n, arena);
}

static void take_headings(struct sheet *sheet, struct arena *arena,
			  struct diag_sink *sink)
{
	size_t n = count_rows(sheet, is_heading);
	size_t first = 0;

	if (n == 0)
		return;
	while (!is_heading(sheet, first))
		first++;
	DIAG(sink, &READ_HEADINGS_AGAIN, sheet_place(sheet, first, -1),
	     str_format(sink->arena, "%zu", n));
	take_rows(sheet, is_heading, sheet->n_rows - n, arena);
}

void nodata_take_out(struct sheets *sheets, size_t first,
		     struct diag_sink *sink)
{
	struct buf alone = {.arena = sink->arena};
	size_t s;

	for (s = first; s < sheets->n; s++) {
		take_headings(&sheets->list[s], sheets->arena, sink);
		take_examples(&sheets->list[s], &alone, sheets->arena, sink);
	}
	if (alone.n > 0)
		DIAG(sink, &READ_EXAMPLE_ONLY, PLACE_NONE, buf_str(&alone));
}
