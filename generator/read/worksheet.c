/* SPDX-License-Identifier: MIT */
/*
 * Cells as text: shared and inline strings, the cached value of formulas, and
 * numbers by their format. A merged cell's text stands in all its rows where
 * it is text (a unit's code written once for ten rows), never where it is a
 * number: an amount counts once.
 */
#include "read/worksheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "read/archive.h"
#include "read/decimals.h"
#include "read/messages.h"
#include "read/workbook.h"
#include "read/xmlpart.h"
#include "read/xstring.h"

/* A merged range of cells, rows and columns from 1, both ends included. */
struct merged {
	int32_t row0, row1, column0, column1;
};

/* What is wrong with some cells, for one message. */
struct faults {
	size_t n;
	struct place first;
};

/* A sheet while it is read. */
struct reading {
	const struct workbook *workbook;
	struct xmlpart *part;
	struct raw_sheet *raw;
	bool marks; /* keep bold as **: the sheet 说明 */
	struct raw_row *rows;
	size_t n_rows, room_rows;
	struct raw_cell *cells; /* of the present row */
	size_t n_cells, room_cells;
	size_t n_all_cells;
	int32_t row;	/* number of the present row */
	int32_t column; /* of the present cell */
	size_t n_hidden;
	struct faults uncomputed; /* formulas without a value */
	struct faults lost;	  /* strings that are not there */
	struct merged *merged;
	size_t n_merged, room_merged;
};

/* "H17" -> column 8, row 17; false if it is none. */
static bool parse_name(struct str name, int32_t *column, int32_t *row)
{
	size_t i = 0;

	*column = 0;
	*row = 0;
	for (; i < name.n && name.s[i] >= 'A' && name.s[i] <= 'Z'; i++) {
		*column = *column * 26 + (name.s[i] - 'A' + 1);
		if (*column > WORKSHEET_COLUMNS_MOST)
			return false;
	}
	for (; i < name.n && name.s[i] >= '0' && name.s[i] <= '9'; i++) {
		if (*row > 10000000)
			return false;
		*row = *row * 10 + (name.s[i] - '0');
	}
	return i == name.n && *column > 0 && *row > 0;
}

static int32_t to_int(struct str text, int32_t otherwise)
{
	int32_t value = 0;
	size_t i;

	for (i = 0; i < text.n && i < 8; i++) {
		if (text.s[i] < '0' || text.s[i] > '9')
			return otherwise;
		value = value * 10 + (text.s[i] - '0');
	}
	return text.n == 0 ? otherwise : value;
}

static struct place place_here(const struct reading *reading)
{
	struct place place = reading->raw->place;

	place.line = reading->row;
	place.column_no = reading->column;
	return place;
}

static void note_fault(const struct reading *reading, struct faults *faults)
{
	if (faults->n++ == 0)
		faults->first = place_here(reading);
}

static void report_faults(const struct reading *reading,
			  const struct faults *faults,
			  const struct diag_kind *kind)
{
	if (faults->n > 0)
		DIAG(reading->workbook->sink, kind, faults->first,
		     str_format(reading->workbook->arena, "%zu", faults->n));
}

static struct str shared_string(struct reading *reading, struct str index)
{
	const struct workbook *workbook = reading->workbook;
	int32_t i = to_int(index, -1);

	if (i < 0 || (size_t)i >= workbook->n_strings) {
		note_fault(reading, &reading->lost);
		return STR_NONE;
	}
	return reading->marks ? workbook->marked[i] : workbook->strings[i];
}

/* A number as its cell's format shows it. */
static struct raw_cell number_cell(const struct reading *reading,
				   struct str value, struct str style)
{
	const struct workbook *workbook = reading->workbook;
	int32_t i = to_int(style, 0);
	struct raw_cell cell = {.form = FORM_NUMBER};

	if ((size_t)i < workbook->n_forms)
		cell.form = workbook->forms[i];
	if (cell.form == FORM_DATE)
		cell.text =
		    decimal_date(value, workbook->from_1904, workbook->arena);
	else if (cell.form == FORM_PERCENT)
		cell.text = decimal_percent(value, workbook->arena);
	else
		cell.text = decimal_text(value, workbook->arena);
	return cell;
}

/* #REF!, #N/A …: nothing that could be published. */
static void report_fault(struct reading *reading, struct str value)
{
	DIAG(reading->workbook->sink, &READ_XLSX_FORMULA, place_here(reading),
	     value);
}

static struct raw_cell make_cell(struct reading *reading, struct str type,
				 struct str style, struct str value)
{
	if (str_is(type, "s"))
		return (struct raw_cell){.text = shared_string(reading, value)};
	if (str_is(type, "b"))
		return (struct raw_cell){
		    .text = str_is(value, "1") ? STR("是") : STR("否")};
	if (str_is(type, "e")) {
		report_fault(reading, value);
		return (struct raw_cell){.text = STR_NONE};
	}
	if (str_is(type, "d"))
		return (struct raw_cell){.text = str_slice(value, 0, 10),
					 .form = FORM_DATE};
	if (type.n > 0 && !str_is(type, "n"))
		return (struct raw_cell){
		    .text = xstring_decode(value, reading->workbook->arena,
					   reading->workbook->n_control)};
	return number_cell(reading, value, style);
}

/* What stands between the ends of a cell. */
struct cell_content {
	struct buf value;
	bool is_inline; /* a text of its own */
	bool formula;	/* it has one */
	bool valued;	/* it has a value, be it an empty text */
};

static void start_in_cell(struct reading *reading, struct cell_content *content)
{
	struct xmlpart *part = reading->part;
	struct str marked;
	struct str plain;

	if (xmlpart_is(part, "f"))
		content->formula = true;
	if (xmlpart_is(part, "v"))
		content->valued = true;
	if (!xmlpart_is(part, "is"))
		return;
	plain = workbook_string(reading->workbook, part, &marked);
	content->is_inline = true;
	buf_add(&content->value, reading->marks ? marked : plain);
}

/* Reads up to the end of the cell. */
static struct cell_content read_content(struct reading *reading)
{
	struct xmlpart *part = reading->part;
	struct cell_content content = {
	    .value = {.arena = reading->workbook->arena}};
	bool in_value = false;
	enum xml_event event;

	while ((event = xmlpart_next(part)) != XML_OVER) {
		if (event == XML_END && xmlpart_is(part, "c"))
			break;
		if (event == XML_TEXT && in_value)
			buf_add(&content.value, xmlpart_text(part));
		if (event != XML_TEXT && xmlpart_is(part, "v"))
			in_value = event == XML_START;
		if (event == XML_START)
			start_in_cell(reading, &content);
	}
	return content;
}

static void add_cell(struct reading *reading, struct raw_cell cell)
{
	cell.column = reading->column;
	reading->cells = arena_grow(reading->workbook->arena, reading->cells,
				    reading->n_cells, &reading->room_cells,
				    sizeof(*reading->cells));
	reading->cells[reading->n_cells++] = cell;
	reading->n_all_cells++;
}

static void read_cell(struct reading *reading)
{
	struct str type = xmlpart_attr(reading->part, "t");
	struct str style = xmlpart_attr(reading->part, "s");
	int32_t column = 0;
	int32_t row = 0;
	struct cell_content content;
	struct raw_cell cell;
	struct str value;

	/* Cells may leave out where they are: then they follow each other. */
	if (parse_name(xmlpart_attr(reading->part, "r"), &column, &row) &&
	    column > reading->column)
		reading->column = column;
	else
		reading->column++;
	content = read_content(reading);
	value = buf_str(&content.value);
	if (content.formula && !content.valued)
		note_fault(reading, &reading->uncomputed);
	if (value.n == 0)
		return;
	cell = content.is_inline ? (struct raw_cell){.text = value}
				 : make_cell(reading, type, style, value);
	if (cell.text.n > 0 && reading->column <= WORKSHEET_COLUMNS_MOST)
		add_cell(reading, cell);
}

static void start_row(struct reading *reading)
{
	int32_t row = to_int(xmlpart_attr(reading->part, "r"), 0);
	struct str hidden;

	reading->row = row > reading->row ? row : reading->row + 1;
	reading->column = 0;
	reading->n_cells = 0;
	reading->cells = NULL;
	reading->room_cells = 0;
	hidden = xmlpart_attr(reading->part, "hidden");
	if (str_is(hidden, "1") || str_is(hidden, "true"))
		reading->n_hidden++;
}

static void end_row(struct reading *reading)
{
	if (reading->n_cells == 0)
		return;
	reading->rows =
	    arena_grow(reading->workbook->arena, reading->rows, reading->n_rows,
		       &reading->room_rows, sizeof(*reading->rows));
	reading->rows[reading->n_rows++] =
	    (struct raw_row){.line = reading->row,
			     .cells = reading->cells,
			     .n_cells = reading->n_cells};
}

/* "A3:A12" */
static void add_merged(struct reading *reading, struct str range)
{
	ptrdiff_t colon = str_find(range, STR(":"));
	struct merged merged;

	if (colon < 0 ||
	    !parse_name(str_slice(range, 0, (size_t)colon), &merged.column0,
			&merged.row0) ||
	    !parse_name(str_slice(range, (size_t)colon + 1, range.n),
			&merged.column1, &merged.row1))
		return;
	reading->merged = arena_grow(reading->workbook->arena, reading->merged,
				     reading->n_merged, &reading->room_merged,
				     sizeof(*reading->merged));
	reading->merged[reading->n_merged++] = merged;
}

static void on_start(struct reading *reading)
{
	if (xmlpart_is(reading->part, "row"))
		start_row(reading);
	else if (xmlpart_is(reading->part, "c"))
		read_cell(reading);
	else if (xmlpart_is(reading->part, "mergeCell"))
		add_merged(reading, xmlpart_attr(reading->part, "ref"));
}

static const struct raw_cell *find_cell(const struct raw_row *row,
					int32_t column)
{
	size_t i;

	for (i = 0; i < row->n_cells; i++)
		if (row->cells[i].column == column)
			return &row->cells[i];
	return NULL;
}

/* The row with one more cell at its place. */
static void insert_cell(struct raw_row *row, const struct raw_cell *cell,
			struct arena *arena)
{
	struct raw_cell *cells =
	    ARENA_ARRAY(arena, row->n_cells + 1, struct raw_cell);
	size_t at = 0;

	while (at < row->n_cells && row->cells[at].column < cell->column)
		at++;
	if (at > 0)
		memcpy(cells, row->cells, at * sizeof(*cells));
	cells[at] = *cell;
	if (at < row->n_cells)
		memcpy(cells + at + 1, row->cells + at,
		       (row->n_cells - at) * sizeof(*cells));
	row->cells = cells;
	row->n_cells++;
}

/* Index of the first row at or below a line. */
static size_t row_from(const struct reading *reading, int32_t line)
{
	size_t low = 0;
	size_t high = reading->n_rows;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (reading->rows[middle].line < line)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Repeats the text of a cell that is merged downwards in the rows below. Cells
 * merged sideways (titles, group headings) stay one. Returns how many rows it
 * went through. */
static size_t fill_merged(struct reading *reading, const struct merged *merged)
{
	size_t first = row_from(reading, merged->row0);
	const struct raw_cell *cell;
	size_t i;

	if (merged->column0 != merged->column1 || first == reading->n_rows ||
	    reading->rows[first].line != merged->row0)
		return 0;
	cell = find_cell(&reading->rows[first], merged->column0);
	if (cell == NULL || cell->form != FORM_TEXT)
		return 0;
	for (i = first + 1;
	     i < reading->n_rows && reading->rows[i].line <= merged->row1; i++)
		if (find_cell(&reading->rows[i], merged->column0) == NULL)
			insert_cell(&reading->rows[i], cell,
				    reading->workbook->arena);
	return i - first;
}

/* Merged cells do not overlap, so that all of them together are bounded; in a
 * file that was made to harm they may. */
static void fill_all_merged(struct reading *reading)
{
	size_t n_filled = 0;
	size_t i;

	for (i = 0; i < reading->n_merged && n_filled < WORKSHEET_CELLS_MOST;
	     i++)
		n_filled += fill_merged(reading, &reading->merged[i]);
}

static void finish(struct reading *reading)
{
	struct diag_sink *sink = reading->workbook->sink;

	fill_all_merged(reading);
	report_faults(reading, &reading->uncomputed, &READ_XLSX_NO_VALUE);
	report_faults(reading, &reading->lost, &READ_XLSX_STRING);
	if (reading->n_hidden > 0)
		DIAG(sink, &READ_XLSX_HIDDEN_ROWS, reading->raw->place,
		     str_format(reading->workbook->arena, "%zu",
				reading->n_hidden));
	reading->raw->rows = reading->rows;
	reading->raw->n_rows = reading->n_rows;
}

bool worksheet_read(const struct workbook *workbook, size_t sheet,
		    struct raw_sheet *raw)
{
	const struct workbook_sheet *entry = &workbook->sheets[sheet];
	struct reading reading = {.workbook = workbook,
				  .raw = raw,
				  .marks = str_is(entry->name, "说明")};
	enum xml_event event;
	struct str bytes;
	bool ok;

	*raw =
	    (struct raw_sheet){.name = entry->name, .place = workbook->place};
	raw->place.sheet = entry->name;
	if (!archive_read(workbook->archive, entry->part, &bytes))
		return false;
	reading.part =
	    xmlpart_open(bytes, raw->place, workbook->arena, workbook->sink);
	while ((event = xmlpart_next(reading.part)) != XML_OVER &&
	       reading.n_all_cells < WORKSHEET_CELLS_MOST) {
		if (event == XML_START)
			on_start(&reading);
		else if (event == XML_END && xmlpart_is(reading.part, "row"))
			end_row(&reading);
	}
	ok = !xmlpart_failed(reading.part);
	if (event != XML_OVER)
		DIAG(workbook->sink, &READ_ROWS_MANY, raw->place,
		     str_format(workbook->arena, "%zu", reading.n_rows));
	xmlpart_close(reading.part);
	finish(&reading);
	return ok;
}
