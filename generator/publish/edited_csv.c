/* SPDX-License-Identifier: MIT */
/* What a person changed in a table written as CSV. */
#include "base/arena.h"
#include "base/diag.h"
#include "compare/pairing.h"
#include "compare/publication.h"
#include "doc/doc.h"
#include "publish/edited.h"
#include "publish/edited_base.h"
#include "publish/edited_place.h"
#include "publish/messages.h"
#include "read/csv_text.h"

/* More is no edit but another table. */
#define DIFFERENCES_MOST 200

struct csv_comparison {
	struct str name; /* of the file */
	struct titled_table titled;
	struct csv_text edited, made;
	struct csv_text was;	   /* as it was written; empty: not known */
	struct pairing edited_was; /* rows of edited, of was */
	struct pairing made_was;
	size_t n_of_data; /* differences that the data made */
	struct arena *arena;
	struct diag_sink *sink;
};

/* A number without what a spreadsheet adds or takes away when it saves it:
 * 1,234.50 and 1234.5, 0201 and 201 are the same. Other words as they are. */
static struct str plain_number(struct str text, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	bool point = false;
	size_t i;

	for (i = 0; i < text.n; i++) {
		char c = text.s[i];

		if ((c < '0' || c > '9') && c != '.' && c != ',' &&
		    (c != '-' || i > 0))
			return text;
		point = point || c == '.';
		if (c != ',' && (c != '0' || buf.n > 0))
			buf_add_char(&buf, c);
	}
	while (point && buf.n > 0 && buf.s[buf.n - 1] == '0')
		buf.n--;
	if (point && buf.n > 0 && buf.s[buf.n - 1] == '.')
		buf.n--;
	return text.n > 0 && buf.n == 0 ? STR("0") : buf_str(&buf);
}

static struct str cell_at(const struct csv_row *row, size_t column)
{
	return column < row->n ? row->cells[column] : STR_NONE;
}

static struct str words_of_row(const struct csv_row *row, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t i;

	for (i = 0; i < row->n; i++) {
		if (buf.n > 0 && row->cells[i].n > 0)
			buf_add_char(&buf, ' ');
		buf_add(&buf, row->cells[i]);
	}
	return buf_str(&buf);
}

/* What says which row it is: all but numbers. */
static bool is_key(const struct csv_comparison *comparison, size_t column)
{
	const struct table *table = comparison->titled.table;
	enum column_kind kind;

	if (table == NULL || column >= table->n_columns)
		return true;
	kind = table->columns[column].kind;
	return kind != COLUMN_AMOUNT && kind != COLUMN_COUNT &&
	       kind != COLUMN_SEQ;
}

static struct str key_of(const struct csv_comparison *comparison,
			 const struct csv_row *row)
{
	struct buf buf = {.arena = comparison->arena};
	size_t i;

	for (i = 0; i < row->n; i++)
		if (row->cells[i].n > 0 && is_key(comparison, i)) {
			buf_add(&buf,
				plain_number(row->cells[i], comparison->arena));
			buf_add_char(&buf, '\n');
		}
	return buf_str(&buf);
}

static struct pairing_list list_of(const struct csv_comparison *comparison,
				   const struct csv_text *text)
{
	struct arena *arena = comparison->arena;
	struct str *keys = ARENA_ARRAY(arena, text->n, struct str);
	struct str *words = ARENA_ARRAY(arena, text->n, struct str);
	size_t i;

	for (i = 0; i < text->n; i++) {
		keys[i] = key_of(comparison, &text->rows[i]);
		words[i] = words_of_row(&text->rows[i], arena);
	}
	return (struct pairing_list){keys, words, text->n};
}

static const struct cell *cell_in(const struct table_row *row, size_t column)
{
	size_t i;

	for (i = 0; i < row->n_cells; i++)
		if ((size_t)row->cells[i].column == column)
			return &row->cells[i];
	return NULL;
}

/* E5, as a spreadsheet names it. */
static struct str cell_name(const struct csv_row *row, size_t column,
			    struct arena *arena)
{
	struct buf buf = {.arena = arena};

	place_add_letters(&buf, (int32_t)column + 1);
	buf_add(&buf, str_format(arena, "%d", row->number));
	return buf_str(&buf);
}

/* The new file has a row for each of the doc's. */
static void report_cell(const struct csv_comparison *comparison,
			const struct csv_row *edited,
			const struct csv_row *made, size_t column)
{
	struct arena *arena = comparison->arena;
	const struct table *table = comparison->titled.table;
	struct cell_place place = {.input = STR("数据")};
	struct str cell = cell_name(edited, column, arena);

	if (table != NULL && made->number <= (int)table->n_rows) {
		const struct table_row *row = &table->rows[made->number - 1];
		const struct cell *at = cell_in(row, column);

		if (at != NULL)
			edited_place_cell(&place, table, row, at, arena);
	}
	if (place.row.n > 0)
		cell = str_format(arena, STR_FMT "（" STR_FMT "，" STR_FMT "）",
				  STR_ARG(cell), STR_ARG(place.row),
				  STR_ARG(place.column));
	DIAG(comparison->sink, &EDITED_CSV_CELL, PLACE_NONE, comparison->name,
	     cell, cell_at(edited, column), cell_at(made, column), place.input);
}

/* Does the person's file say in the cell what it said from the first? */
static bool is_of_data(const struct csv_comparison *comparison,
		       const struct csv_row *edited, size_t column)
{
	size_t row = (size_t)(edited - comparison->edited.rows);
	size_t was;

	if (comparison->was.n == 0)
		return false;
	was = comparison->edited_was.of_a[row];
	return was != ALIGN_NONE &&
	       str_equal(
		   plain_number(cell_at(edited, column), comparison->arena),
		   plain_number(cell_at(&comparison->was.rows[was], column),
				comparison->arena));
}

static bool differs(const struct csv_comparison *comparison,
		    const struct csv_row *edited, const struct csv_row *made,
		    size_t column)
{
	return !str_equal(
	    plain_number(cell_at(edited, column), comparison->arena),
	    plain_number(cell_at(made, column), comparison->arena));
}

/* How many cells of two rows differ; each is reported if they are to be. */
static size_t compare_rows(struct csv_comparison *comparison,
			   const struct csv_row *edited,
			   const struct csv_row *made, bool reports)
{
	size_t n = edited->n > made->n ? edited->n : made->n;
	size_t found = 0;
	size_t column;

	for (column = 0; column < n; column++)
		if (!differs(comparison, edited, made, column)) {
			continue;
		} else if (is_of_data(comparison, edited, column)) {
			comparison->n_of_data++;
		} else {
			found++;
			if (reports)
				report_cell(comparison, edited, made, column);
		}
	return found;
}

/* A row that only the person's file has: it was there, and the data have it no
 * more; or that only the new one has, and that was not there. */
static bool is_row_of_data(struct csv_comparison *comparison,
			   const struct pairing *was, size_t row,
			   bool was_there)
{
	if (comparison->was.n == 0 ||
	    (was->of_a[row] != ALIGN_NONE) != was_there)
		return false;
	comparison->n_of_data++;
	return true;
}

/* How many rows and cells differ, reported if they are to be. */
static size_t compare(struct csv_comparison *comparison,
		      const struct pairing *rows, bool reports)
{
	const struct csv_text *edited = &comparison->edited;
	const struct csv_text *made = &comparison->made;
	struct arena *arena = comparison->arena;
	size_t found = 0;
	size_t i;

	comparison->n_of_data = 0;
	for (i = 0; i < edited->n; i++) {
		const struct csv_row *row = &edited->rows[i];

		if (rows->of_a[i] != ALIGN_NONE) {
			found +=
			    compare_rows(comparison, row,
					 &made->rows[rows->of_a[i]], reports);
			continue;
		}
		if (is_row_of_data(comparison, &comparison->edited_was, i,
				   true))
			continue;
		found++;
		if (reports)
			DIAG(comparison->sink, &EDITED_CSV_ADDED, PLACE_NONE,
			     comparison->name,
			     str_format(arena, "%d", row->number),
			     words_of_row(row, arena));
	}
	for (i = 0; i < made->n; i++)
		if (rows->of_b[i] == ALIGN_NONE &&
		    !is_row_of_data(comparison, &comparison->made_was, i,
				    false)) {
			found++;
			if (reports)
				DIAG(comparison->sink, &EDITED_CSV_REMOVED,
				     PLACE_NONE, comparison->name,
				     words_of_row(&made->rows[i], arena));
		}
	return found;
}

/* The table as it was written, a row for each of its rows. */
static struct csv_text text_of(const struct published_table *table,
			       struct arena *arena)
{
	struct csv_row *rows =
	    ARENA_ARRAY(arena, table->n_rows, struct csv_row);
	size_t i;

	for (i = 0; i < table->n_rows; i++)
		rows[i] = (struct csv_row){(int)i + 1, table->rows[i].cells,
					   table->n_columns};
	return (struct csv_text){rows, table->n_rows};
}

static void look_back(struct csv_comparison *comparison,
		      const struct edited_csv *csv)
{
	struct arena *arena = comparison->arena;
	const struct published_table *table =
	    csv->was->publication == NULL
		? NULL
		: edited_base_table(csv->was->publication, csv->number);
	struct pairing_list edited = list_of(comparison, &comparison->edited);
	struct pairing_list made = list_of(comparison, &comparison->made);
	struct pairing_list was;

	if (table != NULL) {
		comparison->was = text_of(table, arena);
		was = list_of(comparison, &comparison->was);
		comparison->edited_was = pairing_of(&edited, &was, arena);
		comparison->made_was = pairing_of(&made, &was, arena);
	}
}

/* How much the file differs, before it is listed. */
static void report_whole(const struct csv_comparison *comparison,
			 const struct edited_csv *csv, size_t found)
{
	size_t of_data = comparison->n_of_data;

	if (found > DIFFERENCES_MOST)
		DIAG(comparison->sink, &EDITED_CSV_OTHER, PLACE_NONE,
		     csv->name);
	else if (found == 0 && of_data == 0)
		DIAG(comparison->sink, &EDITED_CSV_SAME, PLACE_NONE, csv->name);
	else if (found > 0 && comparison->was.n == 0 && csv->was->data_changed)
		DIAG(comparison->sink, &EDITED_UNKNOWN, PLACE_NONE, csv->name);
	if (of_data > 0)
		DIAG(comparison->sink, &EDITED_OF_DATA, PLACE_NONE, csv->name,
		     str_format(comparison->arena, "%zu", of_data));
}

void edited_report_csv(const struct edited_csv *csv, const struct doc *doc,
		       struct arena *arena, struct diag_sink *sink)
{
	struct csv_comparison comparison = {
	    .name = csv->name,
	    .titled = edited_table(doc, csv->number, arena),
	    .arena = arena,
	    .sink = sink};
	struct diag_sink *unreadable = diag_open(arena);
	struct pairing_list edited;
	struct pairing_list made;
	struct pairing rows;
	size_t found;

	if (!csv_text_read(&comparison.edited, csv->edited, arena,
			   unreadable) ||
	    !csv_text_read(&comparison.made, csv->made, arena, unreadable))
		return;
	edited = list_of(&comparison, &comparison.edited);
	made = list_of(&comparison, &comparison.made);
	rows = pairing_of(&edited, &made, arena);
	look_back(&comparison, csv);
	found = compare(&comparison, &rows, false);
	report_whole(&comparison, csv, found);
	if (found <= DIFFERENCES_MOST)
		compare(&comparison, &rows, true);
}
