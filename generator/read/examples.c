/* SPDX-License-Identifier: MIT */
#include "read/examples.h"

#include "base/arena.h"
#include "base/diag.h"
#include "read/messages.h"
#include "tables/sheets.h"

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

static size_t count_examples(const struct sheet *sheet)
{
	size_t n = 0;
	size_t i;

	for (i = 0; i < sheet->n_rows; i++)
		n += is_example(sheet, i);
	return n;
}

/* The rows without those that are examples. */
static void take_out(struct sheet *sheet, size_t n_examples,
		     struct arena *arena)
{
	struct sheet_row *kept =
	    ARENA_ARRAY(arena, sheet->n_rows - n_examples, struct sheet_row);
	size_t n = 0;
	size_t i;

	for (i = 0; i < sheet->n_rows; i++)
		if (!is_example(sheet, i))
			kept[n++] = sheet->rows[i];
	sheet->rows = kept;
	sheet->n_rows = n;
}

static void report_rows(const struct sheet *sheet, struct diag_sink *sink)
{
	size_t i;

	for (i = 0; i < sheet->n_rows; i++)
		if (is_example(sheet, i))
			DIAG(sink, &READ_EXAMPLE, sheet_place(sheet, i, -1),
			     sheet->name);
}

void examples_refuse(struct sheets *sheets, size_t first,
		     struct diag_sink *sink)
{
	struct buf alone = {.arena = sink->arena};
	size_t s;

	for (s = first; s < sheets->n; s++) {
		struct sheet *sheet = &sheets->list[s];
		size_t n = count_examples(sheet);

		if (n == 0)
			continue;
		if (n < sheet->n_rows)
			report_rows(sheet, sink);
		else
			buf_format(&alone, "%s" STR_FMT,
				   alone.n == 0 ? "" : "、",
				   STR_ARG(sheet->name));
		take_out(sheet, n, sheets->arena);
	}
	if (alone.n > 0)
		DIAG(sink, &READ_EXAMPLE_ONLY, PLACE_NONE, buf_str(&alone));
}
