/* SPDX-License-Identifier: MIT */
#include "read/csv.h"

#include <string.h>

#include "base/arena.h"
#include "read/messages.h"
#include "read/raw.h"
#include "tables/sheets.h"

struct csv {
	struct str text;
	size_t at;
	int32_t line; /* of text.s[at] */
	char mark;    /* between cells */
	struct place place;
	struct arena *arena;
	struct diag_sink *sink;
	int32_t row_line; /* where the present row begins */
	int32_t record;	  /* its number, from 1 */
	struct sheet_cell cells[CSV_COLUMNS_MOST]; /* of the present row */
	size_t n_cells;
	size_t n_beyond; /* cells after the last that fits */
	bool stray;	 /* something stood behind a closing quote; reported */
};

/* The separator: what the first row has most of, outside quotes. */
static char find_mark(struct str text)
{
	static const char marks[] = {',', '\t', ';'};
	size_t counts[sizeof(marks)] = {0};
	bool quoted = false;
	size_t best = 0;
	size_t i;
	size_t k;

	for (i = 0; i < text.n; i++) {
		if (text.s[i] == '"')
			quoted = !quoted;
		if (!quoted && text.s[i] == '\n' && counts[best] > 0)
			break;
		for (k = 0; !quoted && k < sizeof(marks); k++) {
			counts[k] += text.s[i] == marks[k];
			best = counts[k] > counts[best] ? k : best;
		}
	}
	return marks[best];
}

static struct place place_at(const struct csv *csv, int32_t line)
{
	struct place place = csv->place;

	place.line = line;
	return place;
}

static bool ends_cell(const struct csv *csv)
{
	char c = csv->text.s[csv->at];

	return c == csv->mark || c == '\n' || c == '\r';
}

/* The rest of a cell up to the separator or the line's end, as it stands. */
static struct str read_plain(struct csv *csv)
{
	size_t from = csv->at;

	while (csv->at < csv->text.n && !ends_cell(csv))
		csv->at++;
	return str_slice(csv->text, from, csv->at - from);
}

static void report_stray(struct csv *csv, int32_t line)
{
	if (!csv->stray)
		DIAG0(csv->sink, &READ_QUOTE_STRAY, place_at(csv, line));
	csv->stray = true;
}

/* A quoted cell's text: doubled quotes become one, CR before LF goes. */
static struct str unquoted(struct csv *csv, struct str raw)
{
	char *text;
	size_t n = 0;
	size_t i;

	if (raw.n == 0 || (memchr(raw.s, '"', raw.n) == NULL &&
			   memchr(raw.s, '\r', raw.n) == NULL))
		return raw;
	text = arena_alloc(csv->arena, raw.n + 1);
	for (i = 0; i < raw.n; i++) {
		if (raw.s[i] == '\r')
			continue;
		text[n++] = raw.s[i];
		if (raw.s[i] == '"')
			i++;
	}
	return (struct str){text, n};
}

/* Moves behind the closing quote; false: there is none. */
static bool skip_quoted(struct csv *csv)
{
	for (; csv->at < csv->text.n; csv->at++) {
		char c = csv->text.s[csv->at];

		csv->line += c == '\n';
		if (c != '"')
			continue;
		if (csv->at + 1 >= csv->text.n ||
		    csv->text.s[csv->at + 1] != '"')
			return true;
		csv->at++;
	}
	return false;
}

static struct str read_quoted(struct csv *csv)
{
	int32_t line = csv->line;
	size_t from = ++csv->at;
	struct str cell;
	struct str more;

	if (!skip_quoted(csv)) {
		DIAG0(csv->sink, &READ_QUOTE_OPEN, place_at(csv, line));
		return unquoted(csv,
				str_slice(csv->text, from, csv->text.n - from));
	}
	cell = unquoted(csv, str_slice(csv->text, from, csv->at - from));
	csv->at++;
	more = read_plain(csv);
	if (str_trim(more).n == 0)
		return cell;
	report_stray(csv, line);
	return str_format(csv->arena, STR_FMT STR_FMT, STR_ARG(cell),
			  STR_ARG(more));
}

static struct str read_cell(struct csv *csv)
{
	int32_t line = csv->line;
	struct str cell;

	if (csv->at < csv->text.n && csv->text.s[csv->at] == '"')
		cell = read_quoted(csv);
	else
		cell = read_plain(csv);
	if (cell.n > CSV_CELL_MOST) {
		DIAG(csv->sink, &READ_CELL_LONG, place_at(csv, line),
		     str_format(csv->sink->arena, "%zu", CSV_CELL_MOST));
		cell = STR_NONE;
	}
	return cell;
}

static void add_cell(struct csv *csv, struct str cell)
{
	if (csv->n_cells < CSV_COLUMNS_MOST)
		csv->cells[csv->n_cells++] = (struct sheet_cell){.text = cell};
	else if (str_trim(cell).n > 0)
		csv->n_beyond++;
}

/* Reads one row into csv->cells; false at the end of the text. */
static bool read_row(struct csv *csv)
{
	csv->n_cells = 0;
	csv->n_beyond = 0;
	if (csv->at >= csv->text.n)
		return false;
	for (;;) {
		add_cell(csv, read_cell(csv));
		if (csv->at >= csv->text.n)
			return true;
		if (csv->text.s[csv->at] != csv->mark)
			break;
		csv->at++;
	}
	if (csv->text.s[csv->at] == '\r')
		csv->at++;
	if (csv->at < csv->text.n && csv->text.s[csv->at] == '\n')
		csv->at++;
	csv->line++;
	return true;
}

static bool row_is_empty(const struct csv *csv)
{
	size_t i;

	for (i = 0; i < csv->n_cells; i++)
		if (str_trim(csv->cells[i].text).n > 0)
			return false;
	return csv->n_beyond == 0;
}

/* The next row that is not empty; false: there is none. */
static bool next_row(struct csv *csv)
{
	do {
		csv->row_line = csv->line;
		if (!read_row(csv))
			return false;
		csv->record++;
	} while (row_is_empty(csv));
	return true;
}

/* Headings up to the last that is not empty. */
static void take_headings(struct csv *csv, struct sheet *sheet)
{
	struct sheet_column *columns;
	size_t n = csv->n_cells;
	size_t i;

	while (n > 0 && str_trim(csv->cells[n - 1].text).n == 0)
		n--;
	columns = ARENA_ARRAY(csv->arena, n, struct sheet_column);
	for (i = 0; i < n; i++)
		columns[i] = (struct sheet_column){str_trim(csv->cells[i].text),
						   (int32_t)i + 1};
	sheet->columns = columns;
	sheet->n_columns = n;
}

/* Cells under no heading: most often an amount with an unquoted separator. */
static void check_width(const struct csv *csv, const struct sheet *sheet)
{
	struct place place = place_at(csv, csv->row_line);
	size_t i;

	place.record = csv->record;
	for (i = sheet->n_columns; i < csv->n_cells; i++)
		if (str_trim(csv->cells[i].text).n > 0)
			break;
	if (i >= csv->n_cells && csv->n_beyond == 0)
		return;
	DIAG(csv->sink, &READ_ROW_WIDE, place,
	     str_format(csv->sink->arena, "%zu", sheet->n_columns));
}

/* The rows of a sheet while it grows. */
struct rows {
	struct arena *cells; /* of the cells, and of the list while it grows */
	struct sheet_row *list;
	size_t n;
	size_t room;
};

static void take_row(const struct csv *csv, const struct sheet *sheet,
		     struct rows *rows)
{
	struct sheet_cell *cells =
	    ARENA_ARRAY(rows->cells, sheet->n_columns, struct sheet_cell);
	size_t n =
	    csv->n_cells < sheet->n_columns ? csv->n_cells : sheet->n_columns;

	check_width(csv, sheet);
	memcpy(cells, csv->cells, n * sizeof(*cells));
	rows->list = arena_grow(rows->cells, rows->list, rows->n, &rows->room,
				sizeof(*rows->list));
	rows->list[rows->n++] = (struct sheet_row){
	    .cells = cells, .line = csv->row_line, .record = csv->record};
}

static void keep_rows(const struct rows *rows, struct sheet *sheet,
		      struct arena *arena)
{
	struct sheet_row *list = ARENA_ARRAY(arena, rows->n, struct sheet_row);

	if (rows->n > 0)
		memcpy(list, rows->list, rows->n * sizeof(*list));
	sheet->rows = list;
	sheet->n_rows = rows->n;
}

static struct csv *open_text(struct str text, struct place place,
			     struct arena *arena, struct diag_sink *sink)
{
	struct csv *csv = ARENA_NEW(arena, struct csv);

	*csv = (struct csv){.text = text,
			    .line = 1,
			    .mark = find_mark(text),
			    .place = place,
			    .arena = arena,
			    .sink = sink};
	return csv;
}

/* Is there room for a further row? Else it is reported. */
static bool has_room(const struct csv *csv, size_t n_rows)
{
	if (n_rows < CSV_ROWS_MOST)
		return true;
	DIAG(csv->sink, &READ_ROWS_MANY, place_at(csv, csv->row_line),
	     str_format(csv->sink->arena, "%d", CSV_ROWS_MOST));
	return false;
}

/* The cells of the present row that are not empty. */
static struct raw_row raw_row_of(const struct csv *csv)
{
	struct raw_cell *cells =
	    ARENA_ARRAY(csv->arena, csv->n_cells, struct raw_cell);
	struct raw_row row = {
	    .line = csv->row_line, .record = csv->record, .cells = cells};
	size_t i;

	for (i = 0; i < csv->n_cells; i++)
		if (str_trim(csv->cells[i].text).n > 0)
			cells[row.n_cells++] =
			    (struct raw_cell){.column = (int32_t)i + 1,
					      .text = csv->cells[i].text};
	return row;
}

/* The line of the headings: the first row's, unless a title stands alone in
 * it. Then they are looked for below it as in a workbook. */
static int32_t heading_line(struct str text, struct place place)
{
	struct arena *arena = arena_open();
	struct csv *csv = open_text(text, place, arena, diag_open(arena));
	struct raw_row rows[RAW_HEADING_ROWS_MOST];
	struct raw_sheet raw = {.rows = rows};
	int32_t line = 0;

	while (raw.n_rows < RAW_HEADING_ROWS_MOST && next_row(csv)) {
		rows[raw.n_rows++] = raw_row_of(csv);
		if (rows[0].n_cells != 1)
			break;
	}
	if (raw.n_rows > 0)
		line = rows[raw_heading_row(&raw)].line;
	arena_close(arena);
	return line;
}

bool csv_parse(struct str text, struct str name, struct place place,
	       struct arena *cells, struct arena *arena, struct diag_sink *sink,
	       struct sheet *sheet)
{
	struct csv *csv = open_text(text, place, arena, sink);
	int32_t headings = heading_line(text, place);
	struct rows rows = {.cells = cells};

	*sheet = (struct sheet){.name = name, .place = place};
	while (next_row(csv) && has_room(csv, rows.n)) {
		if (csv->row_line < headings)
			continue;
		if (sheet->n_columns > 0) {
			take_row(csv, sheet, &rows);
			continue;
		}
		take_headings(csv, sheet);
		sheet->heading_line = csv->row_line;
		csv->record = 1;
	}
	keep_rows(&rows, sheet, arena);
	return sheet->n_columns > 0;
}

void csv_parse_raw(struct str text, struct str name, struct place place,
		   struct arena *arena, struct diag_sink *sink,
		   struct raw_sheet *raw)
{
	struct csv *csv = open_text(text, place, arena, sink);
	struct raw_row *rows = NULL;
	size_t room = 0;

	*raw = (struct raw_sheet){.name = name, .place = place};
	while (next_row(csv) && has_room(csv, raw->n_rows)) {
		rows =
		    arena_grow(arena, rows, raw->n_rows, &room, sizeof(*rows));
		rows[raw->n_rows++] = raw_row_of(csv);
	}
	raw->rows = rows;
}
