/* SPDX-License-Identifier: MIT */
/* Tables of the folder carrier: separators, quotes, line ends, limits. */
#include "read/folder_of.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

#include "cmocka_all.h"

#define BOM "\xEF\xBB\xBF"

static void reads_a_table_with_places(void **state)
{
	struct folder_test *test = folder_test_open();
	const struct sheet *sheet;

	(void)state;
	folder_test_put(test, "支出.csv",
			STR(BOM "单位代码,金额（元）\r\n"
				"\r\n"
				"201,\"1,000\"\r\n"
				",,\r\n"
				"202,\"二\r\n行\"\r\n"
				"203,3"));
	assert_true(folder_test_read(test, NULL));
	assert_int_equal(test->sink->n, 0);
	sheet = sheets_find(&test->sheets, STR("支出"));
	assert_int_equal(sheet->n_columns, 2);
	assert_int_equal(sheet->n_rows, 3);
	assert_str(sheet->columns[1].heading, "金额（元）");
	assert_str(folder_test_cell(test, "支出", 0, 1), "1,000");
	assert_str(folder_test_cell(test, "支出", 1, 1), "二\n行");
	assert_int_equal(sheet->rows[0].line, 3);
	assert_int_equal(sheet->rows[0].record, 3);
	/* A line end in a cell moves lines on, not records. */
	assert_int_equal(sheet->rows[2].line, 7);
	assert_int_equal(sheet->rows[2].record, 6);
	folder_test_close(test);
}

/* What is left of a workbook's titles in a CSV: the headings stand below. */
static void titles_stand_above_the_headings(void **state)
{
	struct folder_test *test = folder_test_open();
	const struct sheet *sheet;

	(void)state;
	folder_test_put(test, "支出.csv",
			STR("2024年支出,,\r\n"
			    "填报单位：某局,,单位：元\r\n"
			    "\r\n"
			    "单位代码,支出类型,金额（元）\r\n"
			    "201,人员经费,1\r\n"));
	/* One column alone: its heading is no title. */
	folder_test_put(test, "名单.csv", STR("姓名\n甲\n乙\n"));
	assert_true(folder_test_read(test, NULL));
	assert_int_equal(test->sink->n, 0);
	sheet = sheets_find(&test->sheets, STR("支出"));
	assert_int_equal(sheet->n_columns, 3);
	assert_str(sheet->columns[2].heading, "金额（元）");
	assert_int_equal(sheet->heading_line, 4);
	assert_int_equal(sheet->n_rows, 1);
	assert_int_equal(sheet->rows[0].line, 5);
	assert_int_equal(sheet->rows[0].record, 2);
	sheet = sheets_find(&test->sheets, STR("名单"));
	assert_str(sheet->columns[0].heading, "姓名");
	assert_int_equal(sheet->n_rows, 2);
	folder_test_close(test);
}

static void tells_the_separator(void **state)
{
	static const char *const texts[] = {
	    "单位代码,名称\n201,\"甲;乙\"\n", "单位代码\t名称\n201\t甲;乙\n",
	    "单位代码;名称\n201;\"甲;乙\"\n",
	    "\"单位,代码\"\t名称\n201\t甲;乙\n"};
	size_t i;

	(void)state;
	for (i = 0; i < 4; i++) {
		struct folder_test *test = folder_test_open();

		folder_test_put(test, "单位.csv", str_from(texts[i]));
		assert_true(folder_test_read(test, NULL));
		assert_str(folder_test_cell(test, "单位", 0, 1), "甲;乙");
		assert_str(folder_test_cell(test, "单位", 0, 0), "201");
		folder_test_close(test);
	}
}

static void keeps_quotes_that_are_text(void **state)
{
	struct folder_test *test = folder_test_open();

	(void)state;
	folder_test_put(test, "项目.csv",
			STR("项目名称,用途\n\"称\"\"重点\"\"\",长5\"的\n"));
	assert_true(folder_test_read(test, NULL));
	assert_str(folder_test_cell(test, "项目", 0, 0), "称\"重点\"");
	assert_str(folder_test_cell(test, "项目", 0, 1), "长5\"的");
	assert_int_equal(test->sink->n, 0);
	folder_test_close(test);
}

static void reports_broken_quotes_and_wide_rows(void **state)
{
	struct folder_test *test = folder_test_open();

	(void)state;
	folder_test_put(test, "支出.csv",
			STR("单位代码,金额（元）\n201,1,000\n\"202\"号,5\n"
			    "203,\"7\n204,8\n"));
	assert_true(folder_test_read(test, NULL));
	assert_int_equal(folder_test_count(test, "READ-ROW-WIDE"), 1);
	assert_int_equal(folder_test_count(test, "READ-QUOTE-STRAY"), 1);
	assert_int_equal(folder_test_count(test, "READ-QUOTE-OPEN"), 1);
	assert_int_equal(folder_test_count(test, NULL), 3);
	assert_str(folder_test_cell(test, "支出", 1, 0), "202号");
	assert_true(str_find(folder_test_message(test, "READ-QUOTE-OPEN"),
			     STR("第4行")) > 0);
	folder_test_close(test);
}

static void short_rows_and_empty_ends_are_fine(void **state)
{
	struct folder_test *test = folder_test_open();

	(void)state;
	folder_test_put(test, "支出.csv",
			STR("单位代码,金额（元）,备注,,\n201\n202,5,,,\n"));
	assert_true(folder_test_read(test, NULL));
	assert_int_equal(test->sink->n, 0);
	assert_int_equal(sheets_find(&test->sheets, STR("支出"))->n_columns, 3);
	assert_str(folder_test_cell(test, "支出", 0, 2), "");
	folder_test_close(test);
}

static void an_empty_file_is_said_so(void **state)
{
	struct folder_test *test = folder_test_open();

	(void)state;
	folder_test_put(test, "支出.csv", STR("\r\n,,\r\n"));
	folder_test_put(test, "单位.csv", STR("单位代码\n"));
	assert_true(folder_test_read(test, NULL));
	assert_int_equal(folder_test_count(test, "READ-CSV-EMPTY"), 1);
	assert_null(sheets_find(&test->sheets, STR("支出")));
	assert_int_equal(sheets_find(&test->sheets, STR("单位"))->n_rows, 0);
	folder_test_close(test);
}

static void a_cell_has_a_greatest_length(void **state)
{
	struct folder_test *test = folder_test_open();
	struct buf buf = {.arena = test->arena};
	int i;

	(void)state;
	buf_add_cstr(&buf, "名称,用途\n甲,");
	for (i = 0; i < (1 << 20) + 1; i++)
		buf_add_char(&buf, 'x');
	buf_add_cstr(&buf, "\n乙,短\n");
	folder_test_put(test, "项目.csv", buf_str(&buf));
	assert_true(folder_test_read(test, NULL));
	assert_int_equal(folder_test_count(test, "READ-CELL-LONG"), 1);
	assert_str(folder_test_cell(test, "项目", 0, 1), "");
	assert_str(folder_test_cell(test, "项目", 1, 1), "短");
	folder_test_close(test);
}

static void a_table_has_a_greatest_number_of_rows(void **state)
{
	struct folder_test *test = folder_test_open();
	struct buf buf = {.arena = test->arena};
	int i;

	(void)state;
	buf_add_cstr(&buf, "名称\n");
	for (i = 0; i < 2000002; i++)
		buf_add_cstr(&buf, "x\n");
	folder_test_put(test, "项目.csv", buf_str(&buf));
	assert_true(folder_test_read(test, NULL));
	assert_int_equal(folder_test_count(test, "READ-ROWS-MANY"), 1);
	assert_int_equal(sheets_find(&test->sheets, STR("项目"))->n_rows,
			 2000000);
	folder_test_close(test);
}

static void only_tables_and_texts_are_read(void **state)
{
	struct folder_test *test = folder_test_open();

	(void)state;
	folder_test_put(test, "单位.csv", STR("单位代码\n201\n"));
	folder_test_put(test, "收入.TSV",
			STR("单位代码\t金额（元）\n201\t1\n"));
	folder_test_put(test, "科目-待补.csv", STR("类别,代码\n功能,201\n"));
	folder_test_put(test, "读我.txt", STR("支出,金额\n"));
	folder_test_put(test, "旧/支出.csv", STR("单位代码\n201\n"));
	assert_true(folder_test_read(test, NULL));
	assert_int_equal(test->sheets.n, 3);
	assert_non_null(sheets_find(&test->sheets, STR("收入")));
	assert_non_null(sheets_find(&test->sheets, STR("科目")));
	assert_int_equal(test->sink->n, 0);
	folder_test_close(test);
}

static void a_single_table_is_an_input(void **state)
{
	struct folder_test *test = folder_test_open();

	(void)state;
	folder_test_put(test, "单位.csv", STR("单位代码\n201\n"));
	folder_test_put(test, "单位.doc", STR("单位代码\n201\n"));
	assert_true(folder_test_read(test, "单位.csv"));
	assert_int_equal(test->sink->n, 0);
	assert_false(folder_test_read(test, "单位.doc"));
	assert_int_equal(folder_test_count(test, "READ-CARRIER"), 1);
	assert_false(folder_test_read(test, "没有.csv"));
	assert_int_equal(folder_test_count(test, "READ-NOT-THERE"), 1);
	folder_test_close(test);
}

static void what_else_may_be_called_an_input_is_told(void **state)
{
	static const struct {
		const char *name;
		struct str bytes;
		const char *id;
	} cases[] = {
	    {"县.rar", STR_INIT("Rar!\x1A\x07\x01"), "READ-PACKED"},
	    {"县.7z", STR_INIT("7z\xBC\xAF\x27\x1C"), "READ-PACKED"},
	    {"县.tar.gz", STR_INIT("\x1F\x8B\x08"), "READ-PACKED"},
	    {"~$县.xlsx",
	     STR_INIT("\x05"
		      "admin  "),
	     "READ-LOCK"},
	    {"支出.csv", STR_INIT("<html><table></table></html>"),
	     "READ-NO-TEXT"},
	};
	struct folder_test *test = folder_test_open();
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		folder_test_put(test, cases[i].name, cases[i].bytes);
		assert_false(folder_test_read(test, cases[i].name));
		assert_true(folder_test_count(test, cases[i].id) > 0);
	}
	assert_int_equal(test->sink->n, sizeof(cases) / sizeof(cases[0]));
	folder_test_close(test);
}

/* Excel's Unicode text is called .txt. */
static void a_text_file_called_a_table_is_one(void **state)
{
	struct folder_test *test = folder_test_open();

	(void)state;
	folder_test_put(test, "支出.txt",
			STR("\xFF\xFE\x41\x00\x09\x00\x42\x00\x0D\x00\x0A\x00"
			    "\x31\x00\x09\x00\x32\x00\x0D\x00\x0A\x00"));
	folder_test_put(test, "读我.txt", STR("not a table"));
	assert_true(folder_test_read(test, NULL));
	assert_int_equal(test->sheets.n, 1);
	assert_str(folder_test_cell(test, "支出", 0, 1), "2");
	assert_true(folder_test_read(test, "支出.txt"));
	assert_int_equal(test->sink->n, 0);
	folder_test_close(test);
}

/* A pipe to which nobody writes, a link to nowhere, a folder called a table: a
 * message each, the rest is read, and nothing waits for ever. */
static void what_cannot_be_read_is_said(void **state)
{
	struct folder_test *test = folder_test_open();
	struct arena *arena = test->arena;

	(void)state;
	folder_test_put(test, "单位.csv", STR("单位代码\n201\n"));
	folder_test_put(test, "三公.csv/x", STR("x"));
	assert_int_equal(
	    mkfifo(
		str_cstr(file_join(test->path, STR("支出.csv"), arena), arena),
		0600),
	    0);
	assert_int_equal(
	    symlink(
		"/nowhere/at/all",
		str_cstr(file_join(test->path, STR("项目.csv"), arena), arena)),
	    0);
	assert_true(folder_test_read(test, NULL));
	assert_int_equal(test->sheets.n, 1);
	assert_int_equal(folder_test_count(test, "FILE-READ"), 2);
	assert_int_equal(test->sink->n, 2);
	assert_false(folder_test_read(test, "支出.csv"));
	assert_int_equal(folder_test_count(test, "READ-CARRIER"), 1);
	folder_test_close(test);
}

static void a_folder_without_tables_is_refused(void **state)
{
	struct folder_test *test = folder_test_open();

	(void)state;
	folder_test_put(test, "读我.txt", STR("x"));
	assert_false(folder_test_read(test, NULL));
	assert_int_equal(folder_test_count(test, "READ-EMPTY"), 1);
	folder_test_put(test, "空/读我.txt", STR("x"));
	assert_false(folder_test_read(test, NULL));
	assert_int_equal(folder_test_count(test, "READ-EMPTY"), 2);
	folder_test_close(test);
}

/* A folder of a folder, as unpacking makes it, or one of workbooks. */
static void where_the_tables_are_is_said(void **state)
{
	struct folder_test *test = folder_test_open();

	(void)state;
	folder_test_put(test, "县/支出.csv", STR("单位代码\n201\n"));
	assert_false(folder_test_read(test, NULL));
	assert_true(str_find(folder_test_message(test, "READ-FOLDER-BELOW"),
			     STR("：县。")) >= 0);
	folder_test_put(test, "101.xlsx", STR("PK"));
	folder_test_put(test, "支出.xls", STR("x"));
	assert_false(folder_test_read(test, NULL));
	assert_true(
	    str_find(folder_test_message(test, "READ-FOLDER-ONLY-BOOKS"),
		     STR("：101.xlsx、支出.xls。")) >= 0);
	assert_int_equal(test->sink->n, 2);
	folder_test_close(test);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_a_table_with_places),
	    cmocka_unit_test(titles_stand_above_the_headings),
	    cmocka_unit_test(what_else_may_be_called_an_input_is_told),
	    cmocka_unit_test(where_the_tables_are_is_said),
	    cmocka_unit_test(tells_the_separator),
	    cmocka_unit_test(keeps_quotes_that_are_text),
	    cmocka_unit_test(reports_broken_quotes_and_wide_rows),
	    cmocka_unit_test(short_rows_and_empty_ends_are_fine),
	    cmocka_unit_test(an_empty_file_is_said_so),
	    cmocka_unit_test(a_cell_has_a_greatest_length),
	    cmocka_unit_test(a_table_has_a_greatest_number_of_rows),
	    cmocka_unit_test(only_tables_and_texts_are_read),
	    cmocka_unit_test(a_single_table_is_an_input),
	    cmocka_unit_test(a_text_file_called_a_table_is_one),
	    cmocka_unit_test(what_cannot_be_read_is_said),
	    cmocka_unit_test(a_folder_without_tables_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
