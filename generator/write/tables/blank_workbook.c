/* SPDX-License-Identifier: MIT */
/*
 * A blank as a workbook. First the guide, whose list of tables leads to their
 * sheets; then a sheet per table; last the values that lists offer. Headings
 * that must be filled in are dark, each has a comment. Lists that are too long
 * for a cell's own refer to the last sheet.
 */
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "budget/schema.h"
#include "write/tables/blank.h"
#include "write/tables/book.h"

#define ROWS_TO_FILL 5000 /* for which there are lists and checks */
/* Where codes are text on purpose: no green triangles. */
#define CODES_FILLED_IN "A1:AZ5001"
/* [bytes] of a list in a cell: Excel counts characters, but libxlsxwriter has
 * no more room than that. */
#define LIST_MOST	  255
#define COMMENT_WIDTH	  300 /* [pixels] */
#define COMMENT_LINE	  20  /* [pixels] */
#define COMMENT_IN_LINE	  38  /* [half-width characters] */
#define GUIDE_ROW	  18  /* [points] height of a line of the guide */
#define GUIDE_IN_ROW	  108 /* [half-width characters] */
#define EXCEL_NUMBER_MOST 1e15

#define COLOUR_NEEDED  0x1F4E78
#define COLOUR_FREE    0xDDEBF7
#define COLOUR_EXAMPLE 0x7F7F7F
#define COLOUR_LINE    0xA6A6A6
#define COLOUR_LINK    0x0563C1
#define COLOUR_TAB     0x1F4E78

struct looks {
	lxw_format *needed;  /* headings */
	lxw_format *free;    /* headings of what may be left empty */
	lxw_format *example; /* a row */
	lxw_format *title, *section, *paragraph, *cell, *link;
};

/* The workbook while it is written. */
struct blank_book {
	struct xlsx_book book;
	const struct blank *blank;
	struct looks looks;
	bool ok;
};

static const char *text(struct blank_book *to, struct str of)
{
	return str_cstr(of, to->book.arena);
}

/* Structs of libxlsxwriter have no const, though it changes nothing in them:
 * they get a copy. */
static char *lent(struct blank_book *to, struct str of)
{
	char *copy = arena_alloc(to->book.arena, of.n + 1);

	memcpy(copy, of.s, of.n);
	return copy;
}

static lxw_format *add_format(struct blank_book *to, double size)
{
	lxw_format *format = workbook_add_format(to->book.workbook);

	format_set_font_name(format, "宋体");
	format_set_font_size(format, size);
	format_set_text_wrap(format);
	format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
	return format;
}

static lxw_format *add_heading_format(struct blank_book *to, lxw_color_t colour)
{
	lxw_format *format = add_format(to, 11);

	format_set_bold(format);
	format_set_num_format(format, "@");
	format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
	format_set_bg_color(format, colour);
	format_set_border(format, LXW_BORDER_THIN);
	format_set_border_color(format, COLOUR_LINE);
	return format;
}

static void add_formats(struct blank_book *to)
{
	struct looks *looks = &to->looks;

	looks->needed = add_heading_format(to, COLOUR_NEEDED);
	format_set_font_color(looks->needed, LXW_COLOR_WHITE);
	looks->free = add_heading_format(to, COLOUR_FREE);
	looks->example = add_format(to, 11);
	format_set_num_format(looks->example, "@");
	format_set_italic(looks->example);
	format_set_font_color(looks->example, COLOUR_EXAMPLE);
	looks->title = add_format(to, 18);
	format_set_bold(looks->title);
	looks->section = add_format(to, 13);
	format_set_bold(looks->section);
	looks->paragraph = add_format(to, 11);
	looks->cell = add_format(to, 11);
	format_set_border(looks->cell, LXW_BORDER_THIN);
	format_set_border_color(looks->cell, COLOUR_LINE);
	looks->link = add_format(to, 11);
	format_set_border(looks->link, LXW_BORDER_THIN);
	format_set_border_color(looks->link, COLOUR_LINE);
	format_set_font_color(looks->link, COLOUR_LINK);
	format_set_underline(looks->link, LXW_UNDERLINE_SINGLE);
}

/* Width in half-width characters. */
static size_t width_of(struct str line)
{
	size_t width = 0;
	size_t at = 0;

	while (at < line.n)
		width += utf8_next(line, &at) < 0x2E80 ? 1 : 2;
	return width;
}

/* How many lines a text takes where so many half-width characters fit. */
static size_t lines_of(struct str of, size_t in_line)
{
	struct str rest = of;
	struct str line;
	size_t n = 0;

	while (str_split(&rest, '\n', &line))
		n += (width_of(line) + in_line) / in_line;
	return n;
}

/* The guide */

static size_t add_tables(struct blank_book *to, lxw_worksheet *sheet,
			 lxw_row_t row)
{
	const struct blank *blank = to->blank;
	static const char *const heads[] = {"工作表", "是否必填", "填什么"};
	lxw_col_t c;
	size_t i;

	for (c = 0; c < 3; c++)
		worksheet_write_string(sheet, row, c, heads[c], to->looks.free);
	for (i = 0; i < blank->n_tables; i++) {
		const struct blank_table *table = &blank->tables[i];
		lxw_row_t at = row + 1 + (lxw_row_t)i;
		const char *name = text(to, table->data.name);

		worksheet_write_url_opt(
		    sheet, at, 0,
		    str_format(to->book.arena, "internal:'%s'!A1", name).s,
		    to->looks.link, name, NULL);
		worksheet_write_string(sheet, at, 1,
				       table->required ? "必填" : "有则填",
				       to->looks.cell);
		worksheet_write_string(sheet, at, 2, text(to, table->help),
				       to->looks.cell);
	}
	return blank->n_tables + 1;
}

static void add_line(struct blank_book *to, lxw_worksheet *sheet, lxw_row_t row,
		     const struct blank_line *line)
{
	lxw_format *format = line->kind == BLANK_TITLE ? to->looks.title
			     : line->kind == BLANK_HEADING
				 ? to->looks.section
				 : to->looks.paragraph;
	size_t rows = line->kind == BLANK_PARAGRAPH
			  ? lines_of(line->text, GUIDE_IN_ROW)
			  : 2;

	worksheet_set_row(sheet, row, (double)(rows * GUIDE_ROW), NULL);
	worksheet_merge_range(sheet, row, 0, row, 2, text(to, line->text),
			      format);
}

static void add_guide(struct blank_book *to)
{
	lxw_worksheet *sheet =
	    workbook_add_worksheet(to->book.workbook, GUIDE_SHEET);
	lxw_row_t row = 0;
	size_t i;

	worksheet_set_column(sheet, 0, 0, 16, NULL);
	worksheet_set_column(sheet, 1, 1, 12, NULL);
	worksheet_set_column(sheet, 2, 2, 76, NULL);
	worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
	for (i = 0; i < to->blank->n_guide; i++) {
		const struct blank_line *line = &to->blank->guide[i];

		if (line->kind == BLANK_TABLES)
			row += (lxw_row_t)add_tables(to, sheet, row);
		else
			add_line(to, sheet, row++, line);
	}
	worksheet_set_paper(sheet, BOOK_PAPER_A4);
	worksheet_fit_to_pages(sheet, 1, 0);
}

/* Lists */

/* $B$2:$B$9 of the last sheet, where the list stands; NULL: it does not. */
static char *place_of_list(struct blank_book *to, const struct blank_list *list)
{
	char first[LXW_MAX_CELL_NAME_LENGTH];
	char last[LXW_MAX_CELL_NAME_LENGTH];
	size_t i;

	for (i = 0; i < to->blank->n_lists; i++) {
		lxw_col_t column = (lxw_col_t)(2 * i);

		if (&to->blank->lists[i] != list)
			continue;
		lxw_rowcol_to_cell_abs(first, 1, column, 1, 1);
		lxw_rowcol_to_cell_abs(last, (lxw_row_t)list->n, column, 1, 1);
		return lent(to,
			    str_format(to->book.arena, "=" LISTS_SHEET "!%s:%s",
				       first, last));
	}
	return NULL;
}

static char **items_of(struct blank_book *to, const struct blank_list *list)
{
	char **items = ARENA_ARRAY(to->book.arena, list->n + 1, char *);
	size_t length = list->n;
	size_t i;

	for (i = 0; i < list->n; i++) {
		items[i] = lent(to, list->items[i].value);
		length += list->items[i].value.n;
	}
	return length <= LIST_MOST ? items : NULL;
}

/* Lets cells be chosen from a list; false: there is no way to offer it. */
static bool offer(struct blank_book *to, lxw_worksheet *sheet, lxw_row_t first,
		  lxw_row_t last, lxw_col_t column,
		  const struct blank_list *list)
{
	lxw_data_validation rule = {
	    .validate = LXW_VALIDATION_TYPE_LIST,
	    .ignore_blank = LXW_VALIDATION_ON,
	    .error_title = lent(to, STR("不在可选的值之中")),
	    .error_message = lent(to, STR("请从下拉列表中选择一个值。")),
	};
	char **items = items_of(to, list);
	char *place = place_of_list(to, list);

	if (items != NULL) {
		rule.value_list = items;
	} else if (place != NULL) {
		rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
		rule.value_formula = place;
	} else {
		return false;
	}
	return worksheet_data_validation_range(sheet, first, column, last,
					       column, &rule) == LXW_NO_ERROR;
}

/* Codes are offered from the table where they are entered; others are let
 * through with a question, since they may be added there later. */
static void offer_codes(struct blank_book *to, lxw_worksheet *sheet,
			lxw_col_t column, const struct blank_column *about)
{
	char first[LXW_MAX_CELL_NAME_LENGTH];
	char last[LXW_MAX_CELL_NAME_LENGTH];
	lxw_data_validation rule = {
	    .validate = LXW_VALIDATION_TYPE_LIST_FORMULA,
	    .ignore_blank = LXW_VALIDATION_ON,
	    .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING,
	    .error_title = lent(to, STR("还没有这个代码")),
	    .error_message =
		lent(to, STR("相应的表里还没有这个代码，确定要填吗？")),
	};

	lxw_rowcol_to_cell_abs(first, 1, (lxw_col_t)about->of_column, 1, 1);
	lxw_rowcol_to_cell_abs(last, ROWS_TO_FILL, (lxw_col_t)about->of_column,
			       1, 1);
	rule.value_formula =
	    lent(to, str_format(to->book.arena, "=" STR_FMT "!%s:%s",
				STR_ARG(about->of_table), first, last));
	worksheet_data_validation_range(sheet, 1, column, ROWS_TO_FILL, column,
					&rule);
}

static void ask_for_number(struct blank_book *to, lxw_worksheet *sheet,
			   lxw_col_t column)
{
	lxw_data_validation rule = {
	    .validate = LXW_VALIDATION_TYPE_DECIMAL,
	    .criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
	    .ignore_blank = LXW_VALIDATION_ON,
	    .minimum_number = -EXCEL_NUMBER_MOST,
	    .maximum_number = EXCEL_NUMBER_MOST,
	    .error_title = lent(to, STR("不是数字")),
	    .error_message =
		lent(to, STR("请只填数字；单位见表头或“计量单位”列。")),
	};

	worksheet_data_validation_range(sheet, 1, column, ROWS_TO_FILL, column,
					&rule);
}

static bool has_table(const struct blank *blank, struct str name)
{
	size_t i;

	for (i = 0; i < blank->n_tables; i++)
		if (str_equal(blank->tables[i].data.name, name))
			return true;
	return false;
}

static bool has_lists_of_cells(const struct blank_table *table, size_t column)
{
	size_t i;

	for (i = 0; i < table->n_choices; i++)
		if (table->choices[i].column == column)
			return true;
	return false;
}

static void add_help(struct blank_book *to, lxw_worksheet *sheet,
		     const struct blank_table *table, size_t c)
{
	const struct blank_column *about = &table->columns[c];
	lxw_col_t column = (lxw_col_t)c;
	lxw_comment_options options = {
	    .width = COMMENT_WIDTH,
	    .height = (uint16_t)((lines_of(about->help, COMMENT_IN_LINE) + 1) *
				 COMMENT_LINE),
	    .font_name = lent(to, STR("宋体")),
	    .font_size = 10,
	};

	worksheet_write_string(
	    sheet, 0, column, text(to, table->data.columns[c].heading),
	    about->required ? to->looks.needed : to->looks.free);
	worksheet_write_comment_opt(sheet, 0, column, text(to, about->help),
				    &options);
	if (has_lists_of_cells(table, c))
		return;
	if (about->list != NULL)
		offer(to, sheet, 1, ROWS_TO_FILL, column, about->list);
	else if (has_table(to->blank, about->of_table))
		offer_codes(to, sheet, column, about);
	else if (table->data.columns[c].field->type == FIELD_AMOUNT ||
		 table->data.columns[c].field->type == FIELD_NUMBER ||
		 table->data.columns[c].field->type == FIELD_PLAN)
		ask_for_number(to, sheet, column);
}

/* Tables */

static void add_row(struct blank_book *to, lxw_worksheet *sheet,
		    const struct blank_table *table, size_t r)
{
	const struct data_table *data = &table->data;
	size_t c;

	for (c = 0; c < data->n_columns; c++) {
		const struct sheet_cell *cell = &data->rows[r][c];

		if (table->example && r == 0)
			worksheet_write_string(sheet, 1, (lxw_col_t)c,
					       text(to, cell->text),
					       to->looks.example);
		else if (cell->text.n > 0 &&
			 !xlsx_add_cell(&to->book, sheet, r + 1, c,
					&data->columns[c], cell, false)) {
			xlsx_report_long(&to->book, data, r, c);
			to->ok = false;
		}
	}
}

static void add_rows(struct blank_book *to, lxw_worksheet *sheet,
		     const struct blank_table *table)
{
	const struct data_table *data = &table->data;
	size_t r;

	for (r = 0; r < data->n_rows; r++)
		add_row(to, sheet, table, r);
}

static void add_table(struct blank_book *to, const struct blank_table *table)
{
	lxw_worksheet *sheet = xlsx_add_sheet(&to->book, &table->data);
	size_t i;

	if (sheet == NULL) {
		to->ok = false;
		return;
	}
	add_rows(to, sheet, table);
	for (i = 0; i < table->data.n_columns; i++)
		add_help(to, sheet, table, i);
	for (i = 0; i < table->n_choices; i++)
		offer(to, sheet, (lxw_row_t)table->choices[i].row + 1,
		      (lxw_row_t)table->choices[i].row + 1,
		      (lxw_col_t)table->choices[i].column,
		      table->choices[i].list);
	worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT,
				CODES_FILLED_IN);
	if (table->required)
		worksheet_set_tab_color(sheet, COLOUR_TAB);
}

/* Two columns for each list: its values, and what they mean. */
static void add_lists(struct blank_book *to)
{
	lxw_worksheet *sheet =
	    workbook_add_worksheet(to->book.workbook, LISTS_SHEET);
	size_t i;
	size_t k;

	for (i = 0; i < to->blank->n_lists; i++) {
		const struct blank_list *list = &to->blank->lists[i];
		lxw_col_t column = (lxw_col_t)(2 * i);
		size_t width = 0;
		size_t help = 0;

		worksheet_write_string(sheet, 0, column, text(to, list->name),
				       to->looks.needed);
		for (k = 0; k < list->n; k++) {
			const struct blank_item *item = &list->items[k];
			lxw_row_t row = (lxw_row_t)k + 1;

			worksheet_write_string(sheet, row, column,
					       text(to, item->value),
					       to->book.text);
			worksheet_write_string(sheet, row, column + 1,
					       text(to, item->help),
					       to->book.text);
			if (width_of(item->value) > width)
				width = width_of(item->value);
			if (width_of(item->help) > help)
				help = width_of(item->help);
		}
		worksheet_set_column(sheet, column, column,
				     (double)(width < 10 ? 12 : width + 2),
				     NULL);
		worksheet_set_column(sheet, column + 1, column + 1,
				     (double)(help + 3), NULL);
	}
	worksheet_freeze_panes(sheet, 1, 0);
}

bool blank_workbook(const struct blank *blank, struct arena *arena,
		    struct diag_sink *sink, struct str *bytes)
{
	struct blank_book to = {.blank = blank, .ok = true};
	size_t i;

	if (!xlsx_open(&to.book, arena, sink))
		return false;
	add_formats(&to);
	add_guide(&to);
	for (i = 0; i < blank->n_tables; i++)
		add_table(&to, &blank->tables[i]);
	add_lists(&to);
	return xlsx_close(&to.book, to.ok ? bytes : NULL) && to.ok;
}
