/* SPDX-License-Identifier: MIT */
/* Exports into our tables as 对照 says; what it cannot say is reported. */
#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "cmocka_all.h"
#include "read/folder_of.h"
#include "read/read.h"
#include "tables/sheets.h"

#define HEADINGS "来源表,来源列,来源值,目标表,目标列,目标值,同时填写,处理\n"
/* An export with codes, names and one amount. */
#define EXPORT "编码,科目,数\n201001,2010101,5\n"
#define AMOUNT "导出*,数,,支出,金额（元）,,,\n"
#define UNIT   "导出*,编码,,支出,单位代码,,,\n"

/* Reads a folder of the export and the rules. */
static struct folder_test *mapped(const char *rules, const char *export)
{
	struct folder_test *test = folder_test_open();

	folder_test_put(test, "对照.csv", str_from(rules));
	folder_test_put(test, "导出1.csv", str_from(export));
	folder_test_read(test, NULL);
	return test;
}

static struct str path_in(const struct folder_test *test, const char *name)
{
	return file_join(test->path, str_from(name), test->arena);
}

static const struct sheet *table(const struct folder_test *test,
				 const char *name)
{
	const struct sheet *sheet = sheets_find(&test->sheets, str_from(name));

	if (sheet == NULL)
		fail_msg("no table %s: " STR_FMT, name,
			 STR_ARG(test->sink->n == 0
				     ? STR("no message")
				     : diag_text(&test->sink->list[0], DIAG_ZH,
						 test->arena)));
	return sheet;
}

/* All rows as text, cells with | between them, rows with /. */
static struct str rows(const struct folder_test *test, const char *name)
{
	const struct sheet *sheet = table(test, name);
	struct buf buf = {.arena = test->arena};
	size_t r;
	size_t c;

	for (r = 0; r < sheet->n_rows; r++)
		for (c = 0; c < sheet->n_columns; c++) {
			buf_add_cstr(&buf, c > 0 ? "|" : r > 0 ? "/" : "");
			buf_add(&buf, sheet->rows[r].cells[c].text);
		}
	return buf_str(&buf);
}

#define assert_rows(test, name, wanted)                                        \
	assert_string_equal(str_cstr(rows(test, name), (test)->arena), wanted)

/* Exactly one message that is worse than a note, with these words in it. */
static void assert_fault(struct folder_test *test, const char *id,
			 const char *words)
{
	struct str text = folder_test_message(test, id);

	if (diag_count_level(test->sink, DIAG_ERROR) +
		diag_count_level(test->sink, DIAG_WARNING) !=
	    1)
		fail_msg("not one fault");
	if (str_find(text, str_from(words)) < 0)
		fail_msg("no \"%s\" in \"" STR_FMT "\"", words, STR_ARG(text));
	folder_test_close(test);
}

static void columns_values_and_constants(void **state)
{
	struct folder_test *test =
	    mapped(HEADINGS UNIT AMOUNT "导出*,科目,,支出,支出功能分类科目,,,\n"
					",,,支出,资金性质,一般公共预算,,\n"
					"导出*,类型,,支出,支出类型,,,\n"
					",,人员*,支出,支出类型,人员经费,,\n"
					",,作废,支出,支出类型,,,\n",
		   "编码,科目,数,类型\n201001,2010101,5,人员类（在职）\n"
		   "201001,2010102,6,项目支出\n201001,2010103,7,作废\n");

	(void)state;
	assert_rows(test, "支出",
		    "201001|5|2010101|人员经费|一般公共预算/"
		    "201001|6|2010102|项目支出|一般公共预算/"
		    "201001|7|2010103||一般公共预算");
	assert_int_equal(diag_worst(test->sink), DIAG_NOTE);
	assert_null(sheets_find(&test->sheets, STR("对照")));
	folder_test_close(test);
}

static void an_amount_column_for_each_fund_makes_rows(void **state)
{
	struct folder_test *test = mapped(
	    HEADINGS UNIT
	    "导出*,甲,,支出,金额,,资金性质=一般公共预算,\n"
	    "导出*,乙,,支出,金额,,资金性质＝事业收入；资金来源=上年结转,\n",
	    "单位：元\n编码,甲,乙\n201001,5,0\n201002,,7\n201003,-,0.00\n"
	    "201004,1,2\n");
	const struct sheet *sheet = table(test, "支出");
	struct place place;

	(void)state;
	assert_rows(test, "支出",
		    "201001|5|一般公共预算|本年/201002|7|事业收入|上年结转/"
		    "201004|1|一般公共预算|本年/201004|2|事业收入|上年结转");
	/* The place is that of the amount in the export. */
	place = sheet_place(sheet, 1, 1);
	assert_int_equal(place.line, 4);
	assert_int_equal(place.column_no, 3);
	assert_true(str_is(place.column, "乙"));
	assert_int_equal(folder_test_count(test, "MAP-NO-AMOUNT"), 1);
	folder_test_close(test);
}

/* An amount that states less than the one before it in the row: what is not
 * said of it is the default, in sums too. */
static void what_an_amount_states_is_not_said_of_the_next(void **state)
{
	struct folder_test *test = mapped(
	    HEADINGS UNIT
	    "导出*,甲,,支出,金额,,资金性质=一般公共预算；资金来源=上年结转,\n"
	    "导出*,乙,,支出,金额,,资金性质=事业收入,\n",
	    "单位：元\n编码,甲,乙\n合计,10,20\n201001,10,20\n");

	(void)state;
	assert_rows(test, "支出",
		    "合计|10|一般公共预算|上年结转/合计|20|事业收入|本年/"
		    "201001|10|一般公共预算|上年结转/201001|20|事业收入|本年");
	folder_test_close(test);
}

static void headings_of_three_rows_below_titles(void **state)
{
	struct folder_test *test = mapped(
	    HEADINGS "导出*,单位/编码,,支出,单位代码,,,\n"
		     "导出*,科目/编码,,支出,支出功能分类科目,,,\n"
		     "导出*,拨款/小计,,支出,金额,,资金性质=一般公共预算,\n"
		     "导出*,H列,,支出,金额,,资金性质=事业收入,\n"
		     "导出*,备注,,支出,支出类型,,,\n",
	    "某系统 支出表\n填报：某某,,,,,,,金额单位：万元\n"
	    "单位,,科目,,资金,,,,备注\n"
	    "编码,名称,编码,名称,拨款,,其他,\n"
	    ",,,,小计,一般,小计,收入,\n"
	    "栏次,1,2,3,4=5,5,6,7,8\n"
	    "201001,某局,2010101,行政运行,5,5,7,7,基本支出\n");

	(void)state;
	assert_rows(test, "支出",
		    "201001|2010101|5|一般公共预算|基本支出/"
		    "201001|2010101|7|事业收入|基本支出");
	assert_true(
	    str_is(table(test, "支出")->columns[2].heading, "金额（万元）"));
	assert_int_equal(diag_worst(test->sink), DIAG_NOTE);
	folder_test_close(test);
}

static void codes_and_names_in_one_cell_and_cells_left_empty(void **state)
{
	struct folder_test *test = mapped(
	    HEADINGS "导出*,单位,,支出,单位代码,,,取代码、续上\n"
		     "导出*,科目,,支出,支出功能分类科目,,,取代码\n"
		     "导出*,科目,,支出,支出功能分类科目名称,,,取名称\n" AMOUNT,
	    "单位,科目,数\n201001-某局,[2010101]行政运行,5\n"
	    ",2010102 一般行政管理事务,6\n201002(某馆),行政运行,7\n"
	    "某室（201003）,[A] 事务（2）,8\n某室（201003）,事务(2010103),9\n"
	    "合计,,18\n");

	(void)state;
	assert_rows(test, "支出",
		    "201001|2010101|行政运行|5/"
		    "201001|2010102|一般行政管理事务|6/"
		    "201002|行政运行|行政运行|7/201003|A|事务（2）|8/"
		    "201003|2010103|事务|9/合计|||18");
	assert_false(table(test, "支出")->rows[2].total);
	assert_true(table(test, "支出")->rows[5].total);
	folder_test_close(test);
}

static void a_sum_names_the_unit_of_the_rows_below(void **state)
{
	struct folder_test *test =
	    mapped(HEADINGS "导出*,单位,,支出,单位代码,,,取代码、续上\n"
			    "导出*,类型,,支出,支出类型,,,空为合计\n" AMOUNT,
		   "单位,类型,数\n201001-某局,,5\n,人员经费,5\n,,5\n");

	(void)state;
	assert_rows(test, "支出", "201001||5/201001|人员经费|5/||5");
	assert_true(table(test, "支出")->rows[0].total);
	assert_false(table(test, "支出")->rows[1].total);
	assert_true(table(test, "支出")->rows[2].total);
	folder_test_close(test);
}

/* * stands for any text: none is none, and the mark of a sum stays one. */
static void a_rule_for_all_values_leaves_sums_alone(void **state)
{
	struct folder_test *test =
	    mapped(HEADINGS UNIT AMOUNT
		   "导出*,项目,,支出,支出类型,,,\n"
		   "导出*,科目,,支出,支出功能分类科目,,,空为合计\n"
		   ",,人员*,支出,支出类型,人员经费,,\n"
		   ",,*,支出,支出类型,项目支出,,\n",
		   "编码,科目,项目,数\n合计,,,9\n1,,小计,9\n"
		   "1,2010101,人员类,4\n1,2010101,普法,5\n");

	(void)state;
	assert_rows(test, "支出",
		    "合计|9||/1|9|小计|/1|4|人员经费|2010101/"
		    "1|5|项目支出|2010101");
	folder_test_close(test);
}

static void filters_choose_rows(void **state)
{
	struct folder_test *test =
	    mapped(HEADINGS UNIT AMOUNT "导出*,科目,201*,支出,,,,只取\n"
					"导出*,科目,204*,支出,,,,只取\n"
					"导出*,状态,作废,支出,,,,不取\n"
					"导出*,科目,,支出,支出功能分类科目,,,\n"
					"导出*,没有,,支出,项目代码,,,可缺\n",
		   "编码,科目,数,状态\n1,2010101,5,\n2,2040101,6,作废\n"
		   "3,2050101,7,\n4,2040101,8,\n");

	(void)state;
	assert_rows(test, "支出", "1|5|2010101/4|8|2040101");
	assert_int_equal(folder_test_count(test, "MAP-FILTERED"), 1);
	folder_test_close(test);
}

static void one_export_feeds_several_tables(void **state)
{
	/* Records are taken once, without sums and without rows that have no
	 * key. */
	struct folder_test *test = mapped(
	    HEADINGS UNIT AMOUNT
	    "导出*,项目,,支出,项目代码,,,\n导出*,类型,,支出,支出类型,,,空为合计\n"
	    "导出*,编码,,项目,单位代码,,,\n导出*,项目,,项目,项目代码,,,\n"
	    "导出*,名称,,项目,项目名称,,,\n",
	    "编码,项目,名称,类型,数\n,,合计,,18\n201001,P1,甲,项目支出,5\n"
	    "201001,P1,甲,项目支出,6\n201001,,,基本支出,7\n");

	(void)state;
	assert_rows(test, "项目", "201001|P1|甲");
	assert_rows(test, "支出",
		    "|18||/201001|5|P1|项目支出/201001|6|P1|项目支出/"
		    "201001|7||基本支出");
	assert_true(table(test, "支出")->rows[0].total);
	assert_int_equal(folder_test_count(test, "MAP-SUMS"), 1);
	assert_int_equal(folder_test_count(test, "MAP-NO-KEY"), 1);
	folder_test_close(test);
}

static void remarks_below_are_no_records(void **state)
{
	struct folder_test *test =
	    mapped(HEADINGS "导出*,编码,,单位,单位代码,,,\n"
			    "导出*,名称,,单位,单位名称,,,\n"
			    ",,,单位,层级,单位,,\n",
		   "编码,名称,备注\n201001,某局,注：见附件\n"
		   "制表人：某某,,日期：2024-01-31\n");

	(void)state;
	assert_rows(test, "单位", "201001|某局|单位");
	assert_int_equal(folder_test_count(test, "MAP-NO-KEY"), 1);
	folder_test_close(test);
}

static void columns_with_our_names_need_no_row(void **state)
{
	struct folder_test *test =
	    mapped(HEADINGS "导出*,AMT,,支出,金额（元）,,,\n"
			    "导出*,PRO_CODE,,支出,,,,不取\n",
		   "AGENCY_CODE,EXP_FUNC_NAME,PRO_CODE,OTHER,AMT\n"
		   "201001,行政运行,P1,x,5\n");

	(void)state;
	assert_rows(test, "支出", "5|201001|行政运行");
	folder_test_close(test);
}

static void own_rules_replace_those_of_a_source(void **state)
{
	struct folder_test *test = folder_test_open();
	struct str paths[1];

	(void)state;
	folder_test_put(test, "set/对照.csv",
			STR(HEADINGS "导出*,新,,支出,金额（元）,,,\n"));
	folder_test_put(test, "set/导出1.csv", STR("编码,新,数\n1,6,5\n"));
	folder_test_put(test, "source/对照.csv",
			STR(HEADINGS AMOUNT ",,1,支出,单位代码,201001,,\n"
					    "导出*,编码,,支出,单位代码,,,\n"));
	paths[0] = path_in(test, "set");
	assert_true(read_inputs(&test->sheets, paths, 1,
				path_in(test, "source"), test->sink));
	assert_rows(test, "支出", "6");
	folder_test_close(test);
}

static void a_sum_across_shows_a_forgotten_column(void **state)
{
	const char *rules =
	    HEADINGS UNIT "导出*,甲,,支出,金额（元）,,资金性质=一般公共预算,\n"
			  "导出*,总,,支出,,,,横向合计\n";
	struct folder_test *test =
	    mapped(rules, "编码,总,甲,乙\n201001,5,5,\n201002,7,4,3\n");

	(void)state;
	assert_fault(test, "MAP-SUM", "第3行“总”列");
}

static void a_sum_across_is_of_one_year(void **state)
{
#define YEARS                                                                                     \
	"导出*,甲,,支出,金额（元）,,资金性质=一般公共预算,\n"                 \
	"导出*,旧,,支出,金额（元）,,年度=上年；资金性质=一般公共预算,\n" \
	"导出*,总,,支出,,,,横向合计\n"                                                   \
	"导出*,旧总,,支出,,,年度=上年,横向合计\n"
	struct folder_test *test =
	    mapped(HEADINGS UNIT YEARS,
		   "编码,总,甲,旧总,旧\n201001,5,5,9,9\n合计,5,5,9,9\n");

	(void)state;
	/* of the amounts beside last year's, sums too say that they are not */
	assert_rows(test, "支出",
		    "201001|5|一般公共预算|本年/201001|9|一般公共预算|上年/"
		    "合计|5|一般公共预算|本年/合计|9|一般公共预算|上年");
	folder_test_close(test);
	assert_fault(
	    mapped(HEADINGS UNIT YEARS, "编码,总,甲,旧总,旧\n201001,5,5,8,9\n"),
	    "MAP-SUM", "第2行“旧总”列");
	assert_fault(mapped(HEADINGS UNIT YEARS,
			    "编码,总,甲,旧总,旧\n201001,14,5,9,9\n"),
		     "MAP-SUM", "第2行“总”列");
}

static void rules_that_say_nothing_are_reported(void **state)
{
	(void)state;
	assert_fault(mapped("来源表,来源列,目标列\n导出1,数,金额\n", EXPORT),
		     "MAP-TABLE", "目标表");
	assert_fault(mapped(HEADINGS AMOUNT "导出1,数,,,,,,\n", EXPORT),
		     "MAP-ROW", "对照.csv 第3行");
	assert_fault(mapped(HEADINGS AMOUNT
			    "导出1,编码,,支出,单位代码,,,取前六位\n",
			    EXPORT),
		     "MAP-TREATMENT", "取代码、取名称");
	assert_fault(mapped(HEADINGS AMOUNT
			    "导出1,编码,,支出,金额,,一般公共预算,\n",
			    EXPORT),
		     "MAP-EXTRA", "列=值");
	assert_fault(
	    mapped(HEADINGS AMOUNT "导出1,编码,,支出,单位编码,,,\n", EXPORT),
	    "MAP-COLUMN", "“单位编码”");
	assert_fault(
	    mapped(HEADINGS AMOUNT "其他表,编码,,支出,单位代码,,,\n", EXPORT),
	    "MAP-UNMET", "其他表");
}

static void columns_that_are_not_there_are_reported(void **state)
{
	(void)state;
	assert_fault(mapped(HEADINGS AMOUNT, "甲,乙\n1,2\n"), "MAP-HEADINGS",
		     "数");
	assert_fault(
	    mapped(HEADINGS AMOUNT "导出*,单位,,支出,单位代码,,,\n", EXPORT),
	    "MAP-HEADING", "编码、科目、数");
	assert_fault(mapped(HEADINGS AMOUNT "导出*,编码,,支出,单位代码,,,\n",
			    "甲,,乙,,数\n编码,名称,编码,名称,\n1,2,3,4,5\n"),
		     "MAP-AMBIGUOUS", "上级表头/编码");
	assert_fault(mapped(HEADINGS AMOUNT "导出*,编码,,支出,单位代码,,,\n"
					    "导出*,科目,,支出,单位代码,,,\n",
			    EXPORT),
		     "MAP-TWICE", "对照.csv 第4行");
}

static void money_needs_its_unit(void **state)
{
	const char *rules = HEADINGS "导出*,数,,支出,金额,,,\n";

	(void)state;
	assert_fault(mapped(rules, EXPORT), "MAP-UNIT-NONE", "金额（元）");
	assert_fault(mapped(HEADINGS AMOUNT, "编码,数（万元）\n1,2\n"),
		     "MAP-UNIT", "万元");
	assert_fault(mapped(HEADINGS AMOUNT, "单位：万元\n编码,数\n1,2\n"),
		     "MAP-UNIT", "万元");
}

static void a_unit_of_money_that_is_not_read_is_named(void **state)
{
	(void)state;
	assert_fault(mapped(HEADINGS "导出*,数,,支出,金额,,,\n",
			    "编制单位：某局　单位：千元\n编码,数\n1,2\n"),
		     "MAP-UNIT-OTHER", "千元");
	assert_fault(mapped(HEADINGS "导出*,数,,支出,金额,,,\n",
			    "编码,数（百元）\n1,2\n"),
		     "MAP-UNIT-OTHER", "百元");
}

/* 类, 款 and 项 in a column each, from a spreadsheet that took the zeros. */
static void a_code_in_several_columns(void **state)
{
	struct folder_test *test =
	    mapped(HEADINGS UNIT AMOUNT
		   "导出*,类 + 款 + 项,,支出,支出功能分类科目,,,\n",
		   "编码,科目编码,,,数\n,类,款,项,\n201001,201,,,9\n"
		   "201001,201,1,,9\n201001,201,01,4,9\n");

	(void)state;
	assert_rows(test, "支出",
		    "201001|9|201/201001|9|20101/201001|9|2010104");
	folder_test_close(test);
	assert_fault(mapped(HEADINGS UNIT AMOUNT
			    "导出*,类+目,,支出,支出功能分类科目,,,\n",
			    "编码,类,款,数\n201001,201,01,9\n"),
		     "MAP-HEADING", "类+目");
}

#define LEVELS                                                                       \
	"导出*,树,######,支出,单位代码,,,分级、取代码\n"              \
	"导出*,树,3##,支出,单位代码,,,分级、取代码\n"                 \
	"导出*,树,2######,支出,支出功能分类科目,,,分级、取代码\n" \
	"导出*,树,人员*,支出,支出类型,人员经费,,分级\n"             \
	"导出*,树,XM*,支出,项目代码,,支出类型=项目支出,分级、取代码\n"

/* Units, subjects and projects in one column: what a row says holds for those
 * below, up to one that is as high. */
static void levels_in_one_column(void **state)
{
	struct folder_test *test =
	    mapped(HEADINGS LEVELS AMOUNT
		   "导出*,树,######,项目,单位代码,,,分级、取代码\n"
		   "导出*,树,XM*,项目,项目代码,,,分级、取代码\n"
		   "导出*,树,XM*,项目,项目名称,,,分级、取名称\n",
		   "树,数\n合计,9\n305 某局,9\n  305001 某局本级,5\n"
		   "树,数\n"
		   "    2010101 行政运行,5\n      人员类,2\n"
		   "      XM1-某项目,3\n  305002 某中心,4\n"
		   "    2010102-一般管理事务,4\n");
	const struct sheet *sheet = table(test, "支出");
	size_t r;
	struct buf sums = {.arena = test->arena};

	(void)state;
	assert_rows(test, "支出",
		    "9||||/9|305|||/5|305001|||/5|305001|2010101||/"
		    "2|305001|2010101|人员经费|/3|305001|2010101|项目支出|XM1/"
		    "4|305002|||/4|305002|2010102||");
	for (r = 0; r < sheet->n_rows; r++)
		buf_add_char(&sums, sheet->rows[r].total ? '+' : '.');
	assert_str(buf_str(&sums), "++++..+.");
	assert_rows(test, "项目", "305001|XM1|某项目");
	assert_int_equal(diag_worst(test->sink), DIAG_NOTE);
	folder_test_close(test);
}

static void a_row_of_no_level_is_reported(void **state)
{
	(void)state;
	assert_fault(mapped(HEADINGS LEVELS AMOUNT,
			    "树,数\n305001 某局,5\n9 某,2\n人员类,3\n8,1\n"),
		     "MAP-LEVEL", "2 行（首行在此，“9 某”）");
	assert_fault(mapped(HEADINGS LEVELS AMOUNT
			    "导出*,别,###,支出,口径,,,分级\n",
			    "树,数,别\n305001 某局,5,\n"),
		     "MAP-LEVELS", "别");
}

/* Headings that stand again on every page of what was to be printed. */
static void headings_that_stand_again_are_no_rows(void **state)
{
	struct folder_test *test =
	    mapped(HEADINGS UNIT "导出*,金/数,,支出,金额（元）,,,\n",
		   "编码,金\n,数\n201001,1\n编码,金\n,数\n201002,2\n");

	(void)state;
	assert_rows(test, "支出", "201001|1/201002|2");
	assert_int_equal(folder_test_count(test, "READ-HEADINGS-AGAIN"), 1);
	folder_test_close(test);
}

static void a_file_called_as_a_table_was_meant_to_be_read(void **state)
{
	struct folder_test *test = folder_test_open();

	(void)state;
	folder_test_put(test, "单位.csv", STR("单位代码\n1\n"));
	folder_test_put(test, "支出.xls", STR("x"));
	folder_test_put(test, "项目.xlsx", STR("x"));
	folder_test_put(test, "~$支出.xls", STR("x"));
	folder_test_put(test, "备查.et", STR("x"));
	assert_true(folder_test_read(test, NULL));
	assert_int_equal(folder_test_count(test, NULL), 2);
	assert_int_equal(diag_worst(test->sink), DIAG_WARNING);
	assert_true(str_find(folder_test_message(test, "READ-FOLDER-TABLES"),
			     STR("支出.xls、项目.xlsx。")) > 0);
	assert_true(str_find(folder_test_message(test, "READ-FOLDER-BOOKS"),
			     STR("备查.et。")) > 0);
	folder_test_close(test);
}

static void workbooks_in_a_folder_are_named(void **state)
{
	struct folder_test *test = folder_test_open();

	(void)state;
	folder_test_put(test, "支出.csv", STR("单位代码\n1\n"));
	folder_test_put(test, "支出明细.xlsx", STR("x"));
	folder_test_put(test, "~$支出明细.xlsx", STR("x"));
	assert_true(folder_test_read(test, NULL));
	assert_int_equal(folder_test_count(test, "READ-FOLDER-BOOKS"), 1);
	assert_int_equal(folder_test_count(test, NULL), 1);
	folder_test_close(test);
}

/* Each kind with what to do; what programs leave, and guides, are not data. */
static void other_files_in_a_folder_are_named(void **state)
{
	struct folder_test *test = folder_test_open();
	static const char *const files[] = {
	    "导出.xml", "支出.json",   "收入.PDF",    "通知.wps",
	    "数据.zip", "图.png",      ".~三公.xlsx", "~$x.docx",
	    "说明",	"填写说明.md", "README.md"};
	size_t i;

	(void)state;
	folder_test_put(test, "单位.csv", STR("单位代码\n1\n"));
	for (i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		folder_test_put(test, files[i], STR("x"));
	assert_true(folder_test_read(test, NULL));
	assert_int_equal(test->sink->n, 3);
	assert_true(str_find(folder_test_message(test, "READ-FOLDER-XML"),
			     STR("：导出.xml。")) > 0);
	assert_true(str_find(folder_test_message(test, "READ-FOLDER-NAMED"),
			     STR("：支出.json、收入.PDF。")) > 0);
	assert_true(str_find(folder_test_message(test, "READ-FOLDER-OTHER"),
			     STR("：数据.zip、通知.wps。")) > 0);
	folder_test_close(test);
}

/* 公开数据.xml in a folder: the folder holds nothing, and it is said why. */
static void a_folder_of_xml_says_so(void **state)
{
	struct folder_test *test = folder_test_open();

	(void)state;
	folder_test_put(test, "公开数据.xml", STR("<公开数据/>"));
	assert_false(folder_test_read(test, NULL));
	assert_int_equal(folder_test_count(test, "READ-EMPTY"), 1);
	assert_int_equal(folder_test_count(test, "READ-FOLDER-XML"), 1);
	folder_test_close(test);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_an_amount_states_is_not_said_of_the_next),
	    cmocka_unit_test(a_rule_for_all_values_leaves_sums_alone),
	    cmocka_unit_test(columns_values_and_constants),
	    cmocka_unit_test(an_amount_column_for_each_fund_makes_rows),
	    cmocka_unit_test(headings_of_three_rows_below_titles),
	    cmocka_unit_test(codes_and_names_in_one_cell_and_cells_left_empty),
	    cmocka_unit_test(a_sum_names_the_unit_of_the_rows_below),
	    cmocka_unit_test(filters_choose_rows),
	    cmocka_unit_test(one_export_feeds_several_tables),
	    cmocka_unit_test(remarks_below_are_no_records),
	    cmocka_unit_test(columns_with_our_names_need_no_row),
	    cmocka_unit_test(own_rules_replace_those_of_a_source),
	    cmocka_unit_test(a_sum_across_shows_a_forgotten_column),
	    cmocka_unit_test(a_sum_across_is_of_one_year),
	    cmocka_unit_test(rules_that_say_nothing_are_reported),
	    cmocka_unit_test(columns_that_are_not_there_are_reported),
	    cmocka_unit_test(money_needs_its_unit),
	    cmocka_unit_test(a_unit_of_money_that_is_not_read_is_named),
	    cmocka_unit_test(a_code_in_several_columns),
	    cmocka_unit_test(levels_in_one_column),
	    cmocka_unit_test(a_row_of_no_level_is_reported),
	    cmocka_unit_test(headings_that_stand_again_are_no_rows),
	    cmocka_unit_test(a_file_called_as_a_table_was_meant_to_be_read),
	    cmocka_unit_test(workbooks_in_a_folder_are_named),
	    cmocka_unit_test(other_files_in_a_folder_are_named),
	    cmocka_unit_test(a_folder_of_xml_says_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
