/* SPDX-License-Identifier: MIT */
/* The XML carrier: the same sheets as of a folder, with the file's lines; and
 * what is no XML, or no data of ours. What the XSD says: test_xsd.c. */
#include <string.h>

#include "cmocka_all.h"
#include "read/folder_of.h"

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static void read_xml(struct folder_test *test, struct str text, bool wanted)
{
	folder_test_put(test, "a.xml", text);
	assert_true(folder_test_read(test, "a.xml") == wanted);
}

static const struct sheet *sheet_of(struct folder_test *test, const char *name)
{
	const struct sheet *sheet = sheets_find(&test->sheets, str_from(name));

	assert_non_null(sheet);
	return sheet;
}

static void rows_and_columns_are_those_of_any_carrier(void **state)
{
	struct folder_test *test = folder_test_open();
	const struct sheet *sheet;

	(void)state;
	read_xml(test,
		 STR(HEAD "<公开数据 版本=\"1\">\n"
			  "<支出>\n"
			  " <行>\n"
			  "  <单位代码>001</单位代码>\n"
			  "  <金额 单位=\"元\">1.50</金额>\n"
			  " </行>\n"
			  " <行>\n"
			  "  <金额 单位=\"元\">2</金额>\n"
			  "  <单位代码>002</单位代码>\n"
			  "  <列 名=\"备 注\">一\n二 &amp; &#19977;</列>\n"
			  " </行>\n"
			  " <行/>\n"
			  " <行><单位代码> </单位代码></行>\n"
			  "</支出>\n"
			  "<表 名=\"人员&amp;车辆\"><行><数>3</数></行></表>\n"
			  "<支出><行><单位代码>003</单位代码></行></支出>\n"
			  "</公开数据>\n"),
		 true);
	assert_int_equal(test->sink->n, 0);
	assert_int_equal(test->sheets.n, 2);
	sheet = sheet_of(test, "支出");
	assert_int_equal(sheet->n_columns, 3);
	assert_str(sheet->columns[0].heading, "单位代码");
	assert_str(sheet->columns[1].heading, "金额（元）");
	assert_str(sheet->columns[2].heading, "备 注");
	assert_int_equal(sheet->n_rows, 3);
	assert_str(folder_test_cell(test, "支出", 0, 0), "001");
	assert_str(folder_test_cell(test, "支出", 0, 1), "1.50");
	assert_str(folder_test_cell(test, "支出", 0, 2), "");
	assert_str(folder_test_cell(test, "支出", 1, 0), "002");
	assert_str(folder_test_cell(test, "支出", 1, 2), "一\n二 & 三");
	assert_str(folder_test_cell(test, "支出", 2, 0), "003");
	assert_str(folder_test_cell(test, "人员&车辆", 0, 0), "3");
	folder_test_close(test);
}

static void a_place_is_file_line_table_and_column(void **state)
{
	struct folder_test *test = folder_test_open();
	struct place place;

	(void)state;
	read_xml(test,
		 STR("<公开数据>\n<支出>\n\n<行>\n<金额 单位=\"元\">x</金额>"
		     "</行>\n</支出></公开数据>"),
		 true);
	place = sheet_place(sheet_of(test, "支出"), 0, 0);
	place.file = STR("a.xml");
	assert_str(diag_place_text(place, DIAG_ZH, test->arena),
		   "a.xml 第4行“支出”表“金额（元）”列");
	assert_str(diag_place_text(place, DIAG_EN, test->arena),
		   "a.xml line 4 table \"支出\" column \"金额（元）\"");
	folder_test_close(test);
}

/* Beyond 65,535 lines libxml2's trees have lost count. */
static void lines_are_right_in_long_files(void **state)
{
	struct folder_test *test = folder_test_open();
	struct buf buf = {.arena = test->arena};
	const struct sheet *sheet;
	int i;

	(void)state;
	buf_add_cstr(&buf, "<公开数据>\n<支出>\n");
	for (i = 0; i < 70000; i++)
		buf_add_cstr(&buf, "<行><年度>2024</年度>\n</行>\n");
	buf_add_cstr(&buf, "</支出>\n</公开数据>\n");
	read_xml(test, buf_str(&buf), true);
	sheet = sheet_of(test, "支出");
	assert_int_equal(sheet->n_rows, 70000);
	assert_int_equal(sheet->rows[69999].line, 3 + 2 * 69999);
	folder_test_close(test);
}

static void the_encoding_is_told_by_the_content(void **state)
{
	static const struct {
		struct str text;
		size_t n_said;
	} cases[] = {
	    {STR_INIT("<?xml version='1.0' encoding='UTF-8'?>"
		      "<公开数据><单位/></公开数据>"),
	     0},
	    {STR_INIT("<公开数据><单位/></公开数据>"), 0},
	    {STR_INIT("\xEF\xBB\xBF<公开数据><单位/></公开数据>"), 0},
	    /* GB18030, said rightly, as its older name, and not at all. */
	    {STR_INIT("<?xml version='1.0' encoding='GB18030'?>"
		      "<\xB9\xAB\xBF\xAA\xCA\xFD\xBE\xDD>"
		      "<\xB5\xA5\xCE\xBB/>"
		      "</\xB9\xAB\xBF\xAA\xCA\xFD\xBE\xDD>"),
	     0},
	    {STR_INIT("<?xml version='1.0' encoding='gbk'?>"
		      "<\xB9\xAB\xBF\xAA\xCA\xFD\xBE\xDD>"
		      "<\xB5\xA5\xCE\xBB/>"
		      "</\xB9\xAB\xBF\xAA\xCA\xFD\xBE\xDD>"),
	     0},
	    {STR_INIT("<\xB9\xAB\xBF\xAA\xCA\xFD\xBE\xDD>"
		      "<\xB5\xA5\xCE\xBB/>"
		      "</\xB9\xAB\xBF\xAA\xCA\xFD\xBE\xDD>"),
	     1},
	    /* Said wrongly. */
	    {STR_INIT("<?xml version='1.0' encoding='GB18030'?>"
		      "<公开数据><单位/></公开数据>"),
	     1},
	    {STR_INIT("<?xml version='1.0' encoding='utf-8'?>"
		      "<\xB9\xAB\xBF\xAA\xCA\xFD\xBE\xDD>"
		      "<\xB5\xA5\xCE\xBB/>"
		      "</\xB9\xAB\xBF\xAA\xCA\xFD\xBE\xDD>"),
	     1},
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct folder_test *test = folder_test_open();

		read_xml(test, cases[i].text, true);
		sheet_of(test, "单位");
		assert_int_equal(folder_test_count(test, "READ-XML-ENCODING"),
				 cases[i].n_said);
		assert_int_equal(test->sink->n, cases[i].n_said);
		folder_test_close(test);
	}
}

#define ROW(text) "<公开数据><支出><行>" text "</行></支出></公开数据>"

static void what_is_wrong_in_a_row_is_said_and_the_rest_is_read(void **state)
{
	static const struct {
		const char *text, *id;
	} cases[] = {
	    {ROW("<年度>2024</年度><年度>2023</年度>"), "READ-XML-TWICE"},
	    {ROW("<年度>2024</年度></行><行>"
		 "<金额 单位=\"元\">1</金额></行><行>"
		 "<金额 单位=\"万元\">1</金额>"),
	     "READ-XML-UNITS"},
	    {ROW("<年度>2024</年度><列>x</列>"), "READ-XML-MISSING"},
	    {ROW("<年度>2024</年度>x"), "READ-XML-TEXT"},
	    {ROW("<年度>2024</年度><口径><b>x</b></口径>"), "READ-XML-ELEMENT"},
	    {ROW("<年度 a=\"1\">2024</年度>"), "READ-XML-ATTRIBUTE"},
	    {ROW("<年度>2024</年度><金额 单位=\"角\">1</金额>"),
	     "READ-XML-VALUE"},
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct folder_test *test = folder_test_open();

		read_xml(test, str_from(cases[i].text), true);
		assert_int_equal(folder_test_count(test, cases[i].id), 1);
		assert_int_equal(test->sink->n, 1);
		assert_str(folder_test_cell(test, "支出", 0, 0), "2024");
		folder_test_close(test);
	}
}

static void a_broken_file_is_not_read_in_part(void **state)
{
	static const struct {
		const char *text, *id, *said;
	} cases[] = {
	    {"<公开数据>\n<支出>\n<行></支出></公开数据>", "READ-XML-TAGS",
	     "第 3 行开始的 <行> 到这里却由 </支出> 结束"},
	    {"<公开数据><支出>\n<行>", "READ-XML-CUT", "第 2 行开始的 <行>"},
	    {ROW("<备注>a & b</备注>"), "READ-XML-ESCAPE", "&amp;"},
	    {ROW("<备注>a < b</备注>"), "READ-XML-ESCAPE", "&lt;"},
	    {ROW("<备注>&nbsp;</备注>"), "READ-XML-ENTITY", "&nbsp;"},
	    {"<!DOCTYPE a [<!ENTITY x \"y\">]>" ROW("<年度>&x;</年度>"),
	     "READ-XML-DOCTYPE", "DOCTYPE"},
	    {"<!DOCTYPE a SYSTEM \"file:///etc/passwd\">" ROW(""),
	     "READ-XML-DOCTYPE", "DOCTYPE"},
	    {"<公开数据/>", "READ-XML-EMPTY", "没有任何表"},
	    {"<template/>", "READ-XML-ROOT", "<template>"},
	    {ROW("") "<又一个/>", "READ-XML-FILE", "Extra content"},
	    {ROW("<年度>&#1;</年度>"), "READ-XML-FILE", "xmlChar"},
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct folder_test *test = folder_test_open();
		struct str message;

		read_xml(test, str_from(cases[i].text), false);
		message = folder_test_message(test, cases[i].id);
		if (str_find(message, str_from(cases[i].said)) < 0)
			fail_msg("%s: %.*s", cases[i].text, (int)message.n,
				 message.s);
		assert_int_equal(folder_test_count(test, NULL), 1);
		assert_int_equal(test->sheets.n, 0);
		folder_test_close(test);
	}
}

static struct str repeated(struct folder_test *test, const char *before,
			   const char *text, size_t n, const char *after)
{
	struct buf buf = {.arena = test->arena};

	buf_add_cstr(&buf, before);
	while (n-- > 0)
		buf_add_cstr(&buf, text);
	buf_add_cstr(&buf, after);
	return buf_str(&buf);
}

static void what_is_too_much_is_refused(void **state)
{
	static const struct {
		const char *before, *text;
		size_t n;
		const char *after, *id;
		bool read;
	} cases[] = {
	    {"<公开数据>", "<a>", 100000, "", "READ-XML-DEEP", false},
	    {"<公开数据><支出><行><年度 a=\"", "x", 11000000,
	     "\">1</年度></行></支出></公开数据>", "READ-XML-FILE", false},
	    {"<公开数据><支出><行><年度>", "x", 1100000,
	     "</年度></行></支出></公开数据>", "READ-CELL-LONG", true},
	    {"<公开数据><支出><行", " a=''", 100000, "></行></支出></公开数据>",
	     "READ-XML-ATTRIBUTES", false},
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct folder_test *test = folder_test_open();

		read_xml(test,
			 repeated(test, cases[i].before, cases[i].text,
				  cases[i].n, cases[i].after),
			 cases[i].read);
		assert_true(folder_test_count(test, cases[i].id) > 0);
		folder_test_close(test);
	}
}

static void tables_and_columns_are_bounded(void **state)
{
	struct folder_test *test = folder_test_open();
	struct buf buf = {.arena = test->arena};
	int i;

	(void)state;
	buf_add_cstr(&buf, "<公开数据>");
	for (i = 0; i < 1001; i++)
		buf_format(&buf, "<t%d/>", i);
	buf_add_cstr(&buf, "<t0><行>");
	for (i = 0; i < 501; i++)
		buf_format(&buf, "<c%d>1</c%d>", i, i);
	buf_add_cstr(&buf, "</行></t0></公开数据>");
	read_xml(test, buf_str(&buf), true);
	assert_int_equal(test->sheets.n, 1000);
	assert_int_equal(sheet_of(test, "t0")->n_columns, 500);
	assert_int_equal(folder_test_count(test, "READ-XML-TABLES"), 1);
	assert_int_equal(folder_test_count(test, "READ-XML-COLUMNS"), 1);
	folder_test_close(test);
}

/* A program that leaves units of money out does so in every row. */
static void what_all_rows_lack_is_told_once(void **state)
{
	struct folder_test *test = folder_test_open();

	(void)state;
	read_xml(test,
		 STR("<公开数据><支出>\n<行><金额>1</金额></行>\n"
		     "<行><金额>2</金额></行>\n</支出>\n"
		     "<收入><行><金额>3</金额></行></收入></公开数据>"),
		 true);
	assert_int_equal(folder_test_count(test, "READ-XML-MISSING"), 2);
	assert_int_equal(test->sink->n, 2);
	assert_int_equal(test->sink->list[0].place.line, 2);
	assert_true(str_find(folder_test_message(test, "READ-XML-MISSING"),
			     STR("共 2 处")) >= 0);
	assert_int_equal(test->sink->list[1].place.line, 5);
	folder_test_close(test);
}

static void control_characters_are_left_out(void **state)
{
	struct folder_test *test = folder_test_open();

	(void)state;
	read_xml(test,
		 STR(ROW("<年度>20\x01"
			 "24</年度>")),
		 true);
	assert_int_equal(folder_test_count(test, "READ-CONTROL"), 1);
	assert_str(folder_test_cell(test, "支出", 0, 0), "2024");
	folder_test_close(test);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_all_rows_lack_is_told_once),
	    cmocka_unit_test(rows_and_columns_are_those_of_any_carrier),
	    cmocka_unit_test(a_place_is_file_line_table_and_column),
	    cmocka_unit_test(lines_are_right_in_long_files),
	    cmocka_unit_test(the_encoding_is_told_by_the_content),
	    cmocka_unit_test(
		what_is_wrong_in_a_row_is_said_and_the_rest_is_read),
	    cmocka_unit_test(a_broken_file_is_not_read_in_part),
	    cmocka_unit_test(what_is_too_much_is_refused),
	    cmocka_unit_test(tables_and_columns_are_bounded),
	    cmocka_unit_test(control_characters_are_left_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
