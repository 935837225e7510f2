/* SPDX-License-Identifier: MIT */
/* Workbooks made part by part, as Excel, WPS and LibreOffice write them. */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "cmocka_all.h"
#include "read/messages.h"
#include "read/read.h"
#include "read/workbook_of.h"
#include "tables/sheets.h"

static void reads_all_kinds_of_cells(void **state)
{
	struct fixture *f = *state;
	const struct sheet *sheet;

	write_book(
	    f, ONE_SHEET("支出"),
	    "<sst><si><t>单位代码</t></si><si><r><rPr><b/></rPr><t>金额</t></r>"
	    "<r><t>（元）</t></r><rPh><t>kin</t></rPh></si></sst>",
	    "<worksheet><sheetData>"
	    "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c>"
	    "<c r='D1' t='inlineStr'><is><t>3月底</t></is></c></row>"
	    "<row r='3'><c r='A3' t='str'><f>X1</f><v>201001</v></c>"
	    "<c r='B3'><f>1+1</f><v>447.41000000000003</v></c>"
	    "<c r='D3' s='1'><v>0.5</v></c></row>"
	    "<row><c><v>201002</v></c><c/><c/><c s='2'><v>45291</v></c></row>"
	    "<row r='9'><c r='A9'/></row></sheetData></worksheet>",
	    NO_SHEET);
	assert_true(read_book(f));
	assert_int_equal(f->sink->n, 0);
	sheet = sheets_find(&f->sheets, STR("支出"));
	assert_non_null(sheet);
	assert_int_equal(sheet->n_columns, 3);
	assert_str(sheet->columns[1].heading, "金额（元）");
	assert_int_equal(sheet->columns[2].column_no, 4);
	assert_int_equal(sheet->n_rows, 2);
	assert_str(sheet->rows[0].cells[0].text, "201001");
	assert_int_equal(sheet->rows[0].cells[0].form, FORM_TEXT);
	assert_str(sheet->rows[0].cells[1].text, "447.41");
	assert_int_equal(sheet->rows[0].cells[1].form, FORM_NUMBER);
	assert_str(sheet->rows[0].cells[2].text, "50%");
	assert_int_equal(sheet->rows[0].cells[2].form, FORM_PERCENT);
	assert_int_equal(sheet->rows[1].line, 4);
	assert_int_equal(sheet->rows[1].cells[0].form, FORM_NUMBER);
	assert_str(sheet->rows[1].cells[1].text, "");
	assert_str(sheet->rows[1].cells[2].text, "2023-12-31");
	assert_str(
	    diag_place_text(sheet_place(sheet, 0, 1), DIAG_ZH, f->arena),
	    str_cstr(str_format(f->arena, "%s 支出!B3（金额（元））", f->path),
		     f->arena));
}

static void finds_headings_below_titles(void **state)
{
	struct fixture *f = *state;
	const struct sheet *sheet;

	write_book(
	    f, ONE_SHEET("支出"), NO_STRINGS,
	    "<worksheet><sheetData>"
	    "<row r='1'><c t='str'><v>2024年支出明细</v></c></row>"
	    "<row r='2'><c t='str'><v>制表：预算股</v></c>"
	    "<c t='str'><v>单位：元</v></c></row>"
	    "<row r='4'><c t='str'><v>单位代码</v></c>"
	    "<c t='str'><v>金额（元）</v></c></row>"
	    "<row r='5'><c t='str'><v>201001</v></c><c><v>5</v></c></row>"
	    "</sheetData><mergeCells><mergeCell ref='A1:B1'/></mergeCells>"
	    "</worksheet>",
	    NO_SHEET);
	assert_true(read_book(f));
	sheet = &f->sheets.list[0];
	assert_int_equal(sheet->heading_line, 4);
	assert_int_equal(sheet->n_rows, 1);
	assert_int_equal(sheet->rows[0].record, 2);
	assert_str(sheet->rows[0].cells[0].text, "201001");
}

/* A code merged over three rows is each row's; an amount counts once. */
static void merged_texts_stand_in_all_their_rows(void **state)
{
	struct fixture *f = *state;
	const struct sheet *sheet;

	write_book(
	    f, ONE_SHEET("支出"), NO_STRINGS,
	    "<worksheet><sheetData>"
	    "<row r='1'><c t='str'><v>单位代码</v></c>"
	    "<c t='str'><v>项目代码</v></c><c t='str'><v>金额（元）</v></c></row>"
	    "<row r='2'><c t='str'><v>201001</v></c><c t='str'><v>甲</v></c>"
	    "<c><v>5</v></c></row>"
	    "<row r='3'><c r='B3' t='str'><v>乙</v></c></row>"
	    "</sheetData><mergeCells><mergeCell ref='A2:A3'/>"
	    "<mergeCell ref='C2:C3'/></mergeCells></worksheet>",
	    NO_SHEET);
	assert_true(read_book(f));
	sheet = &f->sheets.list[0];
	assert_str(sheet->rows[1].cells[0].text, "201001");
	assert_str(sheet->rows[1].cells[1].text, "乙");
	assert_str(sheet->rows[1].cells[2].text, "");
}

static void a_name_may_have_marks_of_xml(void **state)
{
	struct fixture *f = *state;

	write_book(f, ONE_SHEET("人员&amp;车辆"), NO_STRINGS,
		   "<worksheet><sheetData><row r='1'>"
		   "<c t='str'><v>单位代码</v></c></row><row r='2'>"
		   "<c t='str'><v>1</v></c></row></sheetData></worksheet>",
		   NO_SHEET);
	assert_true(read_book(f));
	assert_str(f->sheets.list[0].name, "人员&车辆");
}

static void bold_stays_in_texts_only(void **state)
{
	struct fixture *f = *state;
	static const char sheet[] =
	    "<worksheet><sheetData><row r='1'><c t='str'><v>栏目</v></c>"
	    "<c t='str'><v>内容</v></c></row><row r='2'><c t='str'><v>x</v></c>"
	    "<c t='s'><v>0</v></c></row></sheetData></worksheet>";

	write_book(f,
		   "<workbook xmlns:r='r'><sheets>"
		   "<sheet name='说明' sheetId='1' r:id='r1'/>"
		   "<sheet name='项目' sheetId='2' state='hidden' r:id='r2'/>"
		   "</sheets></workbook>",
		   "<sst><si><r><rPr><b/></rPr><t>甲：</t></r>"
		   "<r><rPr><b val='0'/></rPr><t>乙</t></r></si></sst>",
		   sheet, sheet);
	assert_true(read_book(f));
	assert_str(f->sheets.list[0].rows[0].cells[1].text, "**甲：**乙");
	assert_str(f->sheets.list[1].rows[0].cells[1].text, "甲：乙");
	assert_true(has_message(f, &READ_XLSX_HIDDEN));
}

/* Ctrl+B on the whole cell is as good as on each of its words: but not on a
 * heading, a code, what has typed marks, or runs with a font of their own. */
static void a_bold_cell_is_bold(void **state)
{
	struct fixture *f = *state;
	const struct sheet *sheet;

	write_book(
	    f, ONE_SHEET("说明"),
	    "<sst><si><t>## 一、职责\n甲\n\n**乙**丙</t></si>"
	    "<si><r><t>甲</t></r><r><rPr><sz val='9'/></rPr><t>乙</t></r>"
	    "<r><rPr><b/></rPr><t>\n# 丙</t></r></si></sst>",
	    "<worksheet><sheetData><row r='1'><c s='3' t='str'><v>栏目</v></c>"
	    "<c s='3' t='str'><v>内容</v></c></row>"
	    "<row r='2'><c s='3' t='str'><v>x</v></c>"
	    "<c s='3' t='s'><v>0</v></c></row>"
	    "<row r='3'><c s='3' t='str'><v>x</v></c>"
	    "<c s='3' t='s'><v>1</v></c></row>"
	    "<row r='4'><c t='s'><v>1</v></c><c t='s'><v>1</v></c></row>"
	    "<row r='5'><c t='str'><v>x</v></c>"
	    "<c s='3' t='inlineStr'><is><t>甲</t></is></c></row>"
	    "<row r='6'><c t='str'><v>x</v></c>"
	    "<c s='2' t='str'><v>甲</v></c></row></sheetData></worksheet>",
	    NO_SHEET);
	assert_true(read_book(f));
	assert_int_equal(f->sink->n, 0);
	sheet = &f->sheets.list[0];
	assert_str(sheet->columns[1].heading, "内容");
	assert_str(sheet->rows[0].cells[0].text, "x");
	assert_str(sheet->rows[0].cells[1].text,
		   "## 一、职责\n**甲**\n\n**乙**丙");
	assert_str(sheet->rows[1].cells[1].text, "**甲**乙\n# 丙");
	assert_str(sheet->rows[2].cells[0].text, "甲乙\n# 丙");
	assert_str(sheet->rows[2].cells[1].text, "甲乙\n# 丙");
	assert_str(sheet->rows[3].cells[1].text, "**甲**");
	assert_str(sheet->rows[4].cells[1].text, "甲");
}

/* Hidden columns as Excel writes them, up to the sheet's end; only those in
 * which more stands than a heading are worth a word. */
static void hidden_columns_are_told(void **state)
{
	struct fixture *f = *state;

	write_book(f, ONE_SHEET("支出"), NO_STRINGS,
		   "<worksheet><cols><col min='2' max='3' hidden='1'/>"
		   "<col min='4' max='4' hidden='0'/>"
		   "<col min='5' max='99999' hidden='true'/></cols><sheetData>"
		   "<row r='1'><c t='str'><v>单位代码</v></c>"
		   "<c t='str'><v>项目代码</v></c><c r='D1' t='str'>"
		   "<v>金额（元）</v></c><c r='F1' t='str'><v>空</v></c>"
		   "<c r='AB1' t='str'><v>备注</v></c></row>"
		   "<row r='7' hidden='1'/>"
		   "<row r='8'><c t='str'><v>201</v></c><c t='str'><v>X</v></c>"
		   "<c r='AB8'><v>1</v></c></row></sheetData>"
		   "</worksheet>",
		   NO_SHEET);
	assert_true(read_book(f));
	assert_int_equal(f->sink->n, 1);
	assert_true(has_message(f, &READ_XLSX_HIDDEN_COLUMNS));
	assert_str(f->sink->list[0].args[0], "2");
	assert_str(f->sink->list[0].args[1], "B、AB");
	assert_int_equal(f->sheets.list[0].n_columns, 5);
}

/* As Excel saves a cell whose line ends came from elsewhere, and words that
 * look like its escapes; bold over several lines. */
static void escapes_are_resolved_and_bold_ends_with_its_line(void **state)
{
	struct fixture *f = *state;
	static const char sheet[] =
	    "<worksheet><sheetData><row r='1'><c t='str'><v>栏目</v></c>"
	    "<c t='str'><v>内容</v></c></row>"
	    "<row r='2'><c t='str'><v>_x0041_</v></c><c t='s'><v>0</v></c></row>"
	    "<row r='3'><c t='str'><v>_x005F_x0041_</v></c>"
	    "<c t='s'><v>1</v></c></row></sheetData></worksheet>";

	write_book(
	    f,
	    "<workbook xmlns:r='r'><sheets>"
	    "<sheet name='说明' sheetId='1' r:id='r1'/></sheets></workbook>",
	    "<sst><si><t>一_x000D_\n二_x0009_三_x0001__xZZZZ_</t></si>"
	    "<si><r><rPr><b/></rPr><t>甲\n\n乙</t></r><r><t>丙</t></r></si>"
	    "</sst>",
	    sheet, sheet);
	assert_true(read_book(f));
	assert_str(f->sheets.list[0].rows[0].cells[0].text, "A");
	assert_str(f->sheets.list[0].rows[0].cells[1].text,
		   "一\n二\t三_xZZZZ_");
	assert_str(f->sheets.list[0].rows[1].cells[0].text, "_x0041_");
	assert_str(f->sheets.list[0].rows[1].cells[1].text,
		   "**甲**\n\n**乙**丙");
}

static void tells_what_a_clerk_must_mend(void **state)
{
	struct fixture *f = *state;

	write_book(
	    f,
	    "<workbook xmlns:r='r'><sheets>"
	    "<sheet name='支出' sheetId='1' r:id='r1'/>"
	    "<sheet name='支出' sheetId='2' r:id='r2'/></sheets></workbook>",
	    NO_STRINGS,
	    "<worksheet><sheetData><row r='1'><c t='str'><v>单位代码</v></c>"
	    "<c t='str'><v>金额（元）</v></c></row>"
	    "<row r='2' hidden='1'><c t='e'><v>#REF!</v></c><c><v>1</v></c>"
	    "<c><v>77</v></c></row></sheetData></worksheet>",
	    NO_SHEET);
	assert_true(read_book(f));
	assert_int_equal(f->sheets.n, 1);
	assert_true(has_message(f, &READ_XLSX_FORMULA));
	assert_true(has_message(f, &READ_XLSX_HIDDEN_ROWS));
	assert_true(has_message(f, &READ_XLSX_TWICE));
	assert_true(has_message(f, &READ_NO_HEADING));
	assert_int_equal(f->sink->n, 4);
}

/* More than any spreadsheet can hold; it must not cost time either. */
static void a_cell_of_megabytes_is_refused(void **state)
{
	struct fixture *f = *state;
	size_t n = (size_t)2 << 20;
	char *text = arena_alloc(f->arena, n + 1);

	memset(text, 'x', n);
	text[n] = '\0';
	write_rows(f, NO_STRINGS,
		   str_cstr(str_format(f->arena,
				       "<row r='2'><c t='str'><v>201</v></c>"
				       "<c t='str'><v>%s</v></c></row>",
				       text),
			    f->arena));
	assert_true(read_book(f));
	assert_int_equal(f->sink->n, 1);
	assert_int_equal(count_messages(f, &READ_CELL_LONG), 1);
	assert_int_equal(f->sink->list[0].place.column_no, 2);
}

static void a_workbook_without_content_is_told(void **state)
{
	struct fixture *f = *state;

	write_book(f, ONE_SHEET("支出"), NO_STRINGS,
		   "<worksheet><sheetData><row r='1'><c r='A1'/></row>"
		   "</sheetData></worksheet>",
		   NO_SHEET);
	assert_false(read_book(f));
	assert_int_equal(f->sink->n, 1);
	assert_true(has_message(f, &READ_XLSX_EMPTY));
}

/* A program that writes formulas and never computes them. */
static void formulas_without_a_value_are_reported(void **state)
{
	struct fixture *f = *state;

	write_rows(f, NO_STRINGS,
		   "<row r='2'><c t='str'><v>201001</v></c>"
		   "<c><f>1+1</f></c></row>"
		   "<row r='3'><c t='str'><f>X1</f><v></v></c>"
		   "<c><f>2+2</f></c></row>"
		   "<row r='4'><c/><c><f>1</f><v></v></c></row>"
		   "<row r='5'><c/><c t='n'><f>1</f><v/></c></row>");
	assert_true(read_book(f));
	assert_int_equal(f->sink->n, 1);
	assert_int_equal(count_messages(f, &READ_XLSX_NO_VALUE), 1);
	assert_str(f->sink->list[0].args[0], "4");
	assert_int_equal(f->sink->list[0].place.line, 2);
	assert_int_equal(f->sink->list[0].place.column_no, 2);
}

static void strings_that_are_not_there_are_reported(void **state)
{
	struct fixture *f = *state;

	write_rows(f, "<sst><si><t>201001</t></si></sst>",
		   "<row r='2'><c t='s'><v>0</v></c><c><v>1</v></c></row>"
		   "<row r='3'><c t='s'><v>7</v></c><c><v>1</v></c></row>");
	assert_true(read_book(f));
	assert_int_equal(f->sink->n, 1);
	assert_int_equal(count_messages(f, &READ_XLSX_STRING), 1);
	assert_int_equal(f->sink->list[0].place.line, 3);
}

/* _x000D_ and the like stand for what XML cannot hold. */
static void escaped_characters_are_decoded(void **state)
{
	struct fixture *f = *state;
	const struct sheet *sheet;

	write_rows(f,
		   "<sst><si><t>甲_x000D_\n乙_x005F_x_x0007__xZZZZ_</t></si>"
		   "</sst>",
		   "<row r='2'><c t='s'><v>0</v></c>"
		   "<c t='str'><v>_x0031_</v></c></row>");
	assert_true(read_book(f));
	sheet = &f->sheets.list[0];
	assert_str(sheet->rows[0].cells[0].text, "甲\n乙_x_xZZZZ_");
	assert_str(sheet->rows[0].cells[1].text, "1");
	assert_int_equal(f->sink->n, 1);
	assert_int_equal(count_messages(f, &READ_XLSX_CONTROL), 1);
}

/* What Excel keeps of a sheet that somebody once formatted to its end. */
static void a_million_empty_rows_are_passed_over(void **state)
{
	struct fixture *f = *state;
	struct buf rows = {.arena = f->arena};
	int i;

	buf_add_cstr(&rows, "<row r='2'><c t='str'><v>201001</v></c>"
			    "<c><v>1</v></c></row>");
	for (i = 3; i <= 1048576; i++)
		buf_format(&rows, "<row r='%d'%s/>", i,
			   i % 2 == 0 ? " ht='15'" : "");
	write_rows(f, NO_STRINGS, str_cstr(buf_str(&rows), f->arena));
	assert_true(read_book(f));
	assert_int_equal(f->sink->n, 0);
	assert_int_equal(f->sheets.list[0].n_rows, 1);
}

/* Ranges that overlap occur in no sound file: they must not cost rows times
 * ranges. */
static void overlapping_merged_cells_are_bounded(void **state)
{
	struct fixture *f = *state;
	struct buf sheet = {.arena = f->arena};
	int i;

	buf_add_cstr(&sheet, "<worksheet><sheetData>"
			     "<row r='1'><c t='str'><v>单位代码</v></c>"
			     "<c t='str'><v>金额（元）</v></c></row>");
	for (i = 2; i < 20000; i++)
		buf_format(&sheet,
			   "<row r='%d'>%s<c r='B%d'><v>1</v></c></row>", i,
			   i == 2 ? "<c t='str'><v>201001</v></c>" : "", i);
	buf_add_cstr(&sheet, "</sheetData><mergeCells>");
	for (i = 0; i < 100000; i++)
		buf_add_cstr(&sheet, "<mergeCell ref='A2:A1048576'/>");
	buf_add_cstr(&sheet, "</mergeCells></worksheet>");
	write_book(f, ONE_SHEET("支出"), NO_STRINGS,
		   str_cstr(buf_str(&sheet), f->arena), NO_SHEET);
	assert_true(read_book(f));
	assert_str(f->sheets.list[0].rows[19997].cells[0].text, "201001");
}

static void both_epochs_and_percent(void **state)
{
	struct fixture *f = *state;

	write_book(f,
		   "<workbook xmlns:r='r'><workbookPr date1904='true'/><sheets>"
		   "<sheet name='资产' sheetId='1' r:id='r1'/></sheets>"
		   "</workbook>",
		   NO_STRINGS,
		   "<worksheet><sheetData><row><c t='str'><v>单位代码</v></c>"
		   "<c t='str'><v>截止日期</v></c></row>"
		   "<row><c t='str'><v>201001</v></c><c s='2'><v>43829</v></c>"
		   "</row><row><c t='str'><v>201001</v></c>"
		   "<c t='d'><v>2023-12-31T00:00:00</v></c></row>"
		   "</sheetData></worksheet>",
		   NO_SHEET);
	assert_true(read_book(f));
	assert_str(f->sheets.list[0].rows[0].cells[1].text, "2023-12-31");
	assert_str(f->sheets.list[0].rows[1].cells[1].text, "2023-12-31");
	assert_int_equal(f->sheets.list[0].rows[1].cells[1].form, FORM_DATE);
}

/* Saved by LibreOffice 7.4: a percent, a date, a formula, a hidden row, a
 * merged code, a bold run, a title above the headings. */
static void a_workbook_of_an_office_suite(void **state)
{
	struct fixture *f = *state;
	const struct sheet *sheet;

	assert_true(read_input(
	    &f->sheets, STR("tests/fuzz/fuzz_xlsx/libreoffice.xlsx"), f->sink));
	sheet = sheets_find(&f->sheets, STR("支出"));
	assert_non_null(sheet);
	assert_int_equal(sheet->heading_line, 2);
	assert_int_equal(sheet->n_rows, 4);
	assert_str(sheet->rows[0].cells[0].text, "001001");
	assert_str(sheet->rows[1].cells[0].text, "001001");
	assert_str(sheet->rows[0].cells[2].text, "447.41");
	assert_str(sheet->rows[1].cells[2].text, "894.82");
	assert_str(sheet->rows[0].cells[3].text, "25%");
	assert_int_equal(sheet->rows[0].cells[3].form, FORM_PERCENT);
	assert_str(sheet->rows[0].cells[4].text, "2023-12-31");
	assert_int_equal(sheet->rows[0].cells[4].form, FORM_DATE);
	assert_str(sheet->rows[2].cells[0].text, "1001");
	assert_int_equal(sheet->rows[2].cells[0].form, FORM_NUMBER);
	sheet = sheets_find(&f->sheets, STR("说明"));
	assert_non_null(sheet);
	assert_str(sheet->rows[0].cells[1].text, "**甲：**乙");
	assert_int_equal(count_messages(f, &READ_XLSX_HIDDEN_ROWS), 1);
	assert_int_equal(f->sink->n, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    WITH_FIXTURE(reads_all_kinds_of_cells),
	    WITH_FIXTURE(finds_headings_below_titles),
	    WITH_FIXTURE(merged_texts_stand_in_all_their_rows),
	    WITH_FIXTURE(a_name_may_have_marks_of_xml),
	    WITH_FIXTURE(bold_stays_in_texts_only),
	    WITH_FIXTURE(a_bold_cell_is_bold),
	    WITH_FIXTURE(hidden_columns_are_told),
	    WITH_FIXTURE(escapes_are_resolved_and_bold_ends_with_its_line),
	    WITH_FIXTURE(tells_what_a_clerk_must_mend),
	    WITH_FIXTURE(a_workbook_without_content_is_told),
	    WITH_FIXTURE(a_cell_of_megabytes_is_refused),
	    WITH_FIXTURE(formulas_without_a_value_are_reported),
	    WITH_FIXTURE(strings_that_are_not_there_are_reported),
	    WITH_FIXTURE(escaped_characters_are_decoded),
	    WITH_FIXTURE(a_million_empty_rows_are_passed_over),
	    WITH_FIXTURE(overlapping_merged_cells_are_bounded),
	    WITH_FIXTURE(both_epochs_and_percent),
	    WITH_FIXTURE(a_workbook_of_an_office_suite),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
