/* SPDX-License-Identifier: MIT */
/* Cells as text: shared and inline strings, the cached value of formulas, and
 * numbers by their format. */
#include "read/worksheet.h"

#include <string.h>

#include "base/arena.h"
#include "read/archive.h"
#include "read/cellstyles.h"
#include "read/csv.h"
#include "read/decimals.h"
#include "read/hidden.h"
#include "read/merged.h"
#include "read/messages.h"
#include "read/richtext.h"
#include "read/workbook.h"
#include "read/xmlpart.h"
#include "read/xstring.h"

#define TEXTS_HEADING "内容"

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
	bool has_texts; /* the sheet 说明 */
	int32_t texts;	/* column of its texts, where bold is kept as **;
			   0: not yet come upon */
	struct raw_row *rows;
	size_t n_rows, room_rows;
	struct raw_cell *cells; /* of the present row */
	size_t n_cells, room_cells;
	size_t n_all_cells;
	int32_t row;	 /* number of the present row */
	int32_t column;	 /* of the present cell */
	int32_t style;	 /* of the present cell: index into the workbook's */
	bool row_hidden; /* the present row */
	struct hidden hidden;
	struct faults uncomputed; /* formulas without a value */
	struct faults lost;	  /* strings that are not there */
	struct merged merged;
};

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

/* The style of the present cell. */
static struct cell_style style_of(const struct reading *reading)
{
	const struct workbook *workbook = reading->workbook;

	return (size_t)reading->style < workbook->n_styles
		   ? workbook->styles[reading->style]
		   : (struct cell_style){.form = FORM_NUMBER};
}

/* A text as the present cell shows it: bold counts in texts below their
 * heading. */
static struct str shown_text(struct reading *reading,
			     const struct richtext *text)
{
	if (reading->texts == 0 && reading->has_texts &&
	    str_is(str_trim(text->plain), TEXTS_HEADING))
		reading->texts = reading->column;
	else if (reading->texts > 0 && reading->texts == reading->column)
		return richtext_marked(text, style_of(reading).bold,
				       reading->workbook->arena);
	return text->plain;
}

static struct str shared_string(struct reading *reading, struct str index)
{
	const struct workbook *workbook = reading->workbook;
	int32_t i = to_int(index, -1);

	if (i < 0 || (size_t)i >= workbook->n_strings) {
		note_fault(reading, &reading->lost);
		return STR_NONE;
	}
	return shown_text(reading, &workbook->strings[i]);
}

/* A number as its cell's format shows it. */
static struct raw_cell number_cell(const struct reading *reading,
				   struct str value)
{
	const struct workbook *workbook = reading->workbook;
	struct raw_cell cell = {.form = style_of(reading).form};

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

/* The result of a formula, or a text that stands in the cell itself. */
static struct str own_text(struct reading *reading, struct str value)
{
	struct richtext text = {
	    .plain = xstring_decode(value, reading->workbook->arena,
				    reading->workbook->n_control)};

	return shown_text(reading, &text);
}

static struct raw_cell make_cell(struct reading *reading, struct str type,
				 struct str value)
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
		return (struct raw_cell){.text = own_text(reading, value)};
	return number_cell(reading, value);
}

/* What stands between the ends of a cell. */
struct cell_content {
	struct buf value;
	struct richtext text; /* of its own */
	bool is_inline;	      /* it has one */
	bool formula;	      /* it has one */
	bool valued;	      /* it has a value, be it an empty one */
};

static void start_in_cell(struct reading *reading, struct cell_content *content)
{
	const struct workbook *workbook = reading->workbook;
	struct xmlpart *part = reading->part;

	if (xmlpart_is(part, "f"))
		content->formula = true;
	if (xmlpart_is(part, "v"))
		content->valued = true;
	if (!xmlpart_is(part, "is"))
		return;
	content->is_inline = true;
	content->text =
	    richtext_read(part, workbook->arena, workbook->n_control);
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
	hidden_fill(&reading->hidden, reading->column);
	reading->cells = arena_grow(reading->workbook->arena, reading->cells,
				    reading->n_cells, &reading->room_cells,
				    sizeof(*reading->cells));
	reading->cells[reading->n_cells++] = cell;
	reading->n_all_cells++;
}

/* A copy in room, cut to it. */
static struct str short_copy(struct str text, char *room, size_t most)
{
	text = str_slice(text, 0, most);
	if (text.n > 0)
		memcpy(room, text.s, text.n);
	return (struct str){room, text.n};
}

static void read_cell(struct reading *reading)
{
	/* Longer ones than inlineStr are none. */
	char room[16];
	struct str type = short_copy(xmlpart_attr_now(reading->part, "t"), room,
				     sizeof(room));
	int32_t column = 0;
	int32_t row = 0;
	struct cell_content content;
	struct raw_cell cell;
	struct str value;

	/* Cells may leave out where they are: then they follow each other. */
	if (cell_name_parse(xmlpart_attr_now(reading->part, "r"), &column,
			    &row) &&
	    column > reading->column)
		reading->column = column;
	else
		reading->column++;
	reading->style = to_int(xmlpart_attr_now(reading->part, "s"), 0);
	content = read_content(reading);
	value =
	    content.is_inline ? content.text.plain : buf_str(&content.value);
	/* An empty text is a result, an empty number is none: programs that
	 * write formulas and do not compute leave an empty value. */
	if (content.formula && value.n == 0 &&
	    !(content.valued && str_is(type, "str")))
		note_fault(reading, &reading->uncomputed);
	if (value.n == 0)
		return;
	cell =
	    content.is_inline
		? (struct raw_cell){.text = shown_text(reading, &content.text)}
		: make_cell(reading, type, value);
	if (cell.text.n > CSV_CELL_MOST)
		DIAG(
		    reading->workbook->sink, &READ_CELL_LONG,
		    place_here(reading),
		    str_format(reading->workbook->arena, "%zu", CSV_CELL_MOST));
	else if (cell.text.n > 0 && reading->column <= WORKSHEET_COLUMNS_MOST)
		add_cell(reading, cell);
}

static void start_row(struct reading *reading)
{
	int32_t row = to_int(xmlpart_attr_now(reading->part, "r"), 0);

	reading->row = row > reading->row ? row : reading->row + 1;
	reading->column = 0;
	reading->n_cells = 0;
	reading->cells = NULL;
	reading->room_cells = 0;
	reading->row_hidden =
	    xmlpart_is_true(xmlpart_attr_now(reading->part, "hidden"));
}

static void end_row(struct reading *reading)
{
	if (reading->n_cells == 0)
		return;
	if (reading->row_hidden)
		hidden_row(&reading->hidden, reading->row);
	reading->rows =
	    arena_grow(reading->workbook->arena, reading->rows, reading->n_rows,
		       &reading->room_rows, sizeof(*reading->rows));
	reading->rows[reading->n_rows++] =
	    (struct raw_row){.line = reading->row,
			     .cells = reading->cells,
			     .n_cells = reading->n_cells};
}

static void on_start(struct reading *reading)
{
	if (xmlpart_is(reading->part, "row"))
		start_row(reading);
	else if (xmlpart_is(reading->part, "c"))
		read_cell(reading);
	else if (xmlpart_is(reading->part, "mergeCell"))
		merged_add(&reading->merged,
			   xmlpart_attr(reading->part, "ref"));
	else if (xmlpart_is(reading->part, "col"))
		hidden_columns(&reading->hidden, reading->part);
}

static void finish(struct reading *reading)
{
	merged_fill(&reading->merged, reading->rows, reading->n_rows);
	report_faults(reading, &reading->uncomputed, &READ_XLSX_NO_VALUE);
	report_faults(reading, &reading->lost, &READ_XLSX_STRING);
	hidden_report(&reading->hidden, reading->raw->place,
		      reading->workbook->sink);
	reading->raw->rows = reading->rows;
	reading->raw->n_rows = reading->n_rows;
}

bool worksheet_read(const struct workbook *workbook, size_t sheet,
		    struct raw_sheet *raw)
{
	const struct workbook_sheet *entry = &workbook->sheets[sheet];
	struct reading reading = {.workbook = workbook,
				  .raw = raw,
				  .has_texts = str_is(entry->name, "说明"),
				  .hidden = {.arena = workbook->arena},
				  .merged = {.arena = workbook->arena}};
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
