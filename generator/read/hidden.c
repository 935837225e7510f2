/* SPDX-License-Identifier: MIT */
#include "read/hidden.h"

#include "base/arena.h"
#include "read/messages.h"
#include "read/worksheet.h"
#include "read/xmlpart.h"

#define MOST_NAMED 10

/* A number of a column, 0: it is none. */
static int32_t to_column(struct str text)
{
	int32_t value = 0;
	size_t i;

	for (i = 0; i < text.n; i++) {
		if (text.s[i] < '0' || text.s[i] > '9')
			return 0;
		value = value * 10 + (text.s[i] - '0');
		if (value > WORKSHEET_COLUMNS_MOST)
			return WORKSHEET_COLUMNS_MOST;
	}
	return value;
}

void hidden_columns(struct hidden *hidden, const struct xmlpart *part)
{
	int32_t from = to_column(xmlpart_attr(part, "min"));
	int32_t to = to_column(xmlpart_attr(part, "max"));

	if (from == 0 || !xmlpart_is_true(xmlpart_attr(part, "hidden")))
		return;
	if (hidden->columns == NULL) {
		hidden->columns = ARENA_ARRAY(hidden->arena,
					      WORKSHEET_COLUMNS_MOST + 1, bool);
		hidden->n_filled =
		    ARENA_ARRAY(hidden->arena, WORKSHEET_COLUMNS_MOST + 1, int);
	}
	for (; from <= to; from++)
		hidden->columns[from] = true;
}

void hidden_fill(struct hidden *hidden, int32_t column)
{
	if (hidden->columns != NULL && hidden->columns[column])
		hidden->n_filled[column]++;
}

void hidden_row(struct hidden *hidden, int32_t row)
{
	if (hidden->n_rows++ == 0)
		hidden->first_row = row;
}

static void report_columns(const struct hidden *hidden, struct place place,
			   struct diag_sink *sink)
{
	struct buf names = {.arena = sink->arena};
	int32_t column;
	size_t n = 0;

	for (column = 1;
	     hidden->columns != NULL && column <= WORKSHEET_COLUMNS_MOST;
	     column++) {
		if (hidden->n_filled[column] < 2)
			continue;
		if (n++ >= MOST_NAMED)
			continue;
		buf_add_cstr(&names, n > 1 ? "、" : "");
		place_add_letters(&names, column);
	}
	if (n > MOST_NAMED)
		buf_add_cstr(&names, "…");
	if (n > 0)
		DIAG(sink, &READ_XLSX_HIDDEN_COLUMNS, place,
		     str_format(sink->arena, "%zu", n), buf_str(&names));
}

void hidden_report(const struct hidden *hidden, struct place sheet,
		   struct diag_sink *sink)
{
	struct place place = sheet;

	if (hidden->n_rows > 0) {
		place.line = hidden->first_row;
		DIAG(sink, &READ_XLSX_HIDDEN_ROWS, place,
		     str_format(sink->arena, "%zu", hidden->n_rows));
	}
	report_columns(hidden, sheet, sink);
}
