/* SPDX-License-Identifier: MIT */
/* Rows that are no data: examples, headings that stand again. */
#include "read/folder_of.h"

#include "cmocka_all.h"

static void one_beside_data_is_an_error_with_its_place(void **state)
{
	struct folder_test *test = folder_test_open();

	(void)state;
	folder_test_put(test, "支出.csv",
			STR("单位代码,金额（元）\n示例：201001,1250000\n"
			    "201,5\n"));
	assert_true(folder_test_read(test, NULL));
	assert_int_equal(folder_test_count(test, "READ-EXAMPLE"), 1);
	assert_int_equal(diag_worst(test->sink), DIAG_ERROR);
	assert_true(str_find(folder_test_message(test, "READ-EXAMPLE"),
			     STR("第2行")) > 0);
	assert_int_equal(sheets_find(&test->sheets, STR("支出"))->n_rows, 1);
	assert_str(folder_test_cell(test, "支出", 0, 0), "201");
	folder_test_close(test);
}

static void one_alone_says_that_nobody_used_the_table(void **state)
{
	struct folder_test *test = folder_test_open();

	(void)state;
	folder_test_put(test, "三公.csv",
			STR("单位代码,金额（元）\n示例：201001,1250000\n"));
	assert_true(folder_test_read(test, NULL));
	assert_int_equal(folder_test_count(test, "READ-EXAMPLE-ONLY"), 1);
	assert_int_equal(diag_worst(test->sink), DIAG_NOTE);
	assert_int_equal(sheets_find(&test->sheets, STR("三公"))->n_rows, 0);
	folder_test_close(test);
}

static void columns_may_be_moved_and_the_colon_half_width(void **state)
{
	struct folder_test *test = folder_test_open();

	(void)state;
	folder_test_put(test, "支出.csv",
			STR("备注,单位代码,金额（元）\n,示例:201001,1\n"
			    "说明见示例：一,201,5\n,202,6\n"));
	assert_true(folder_test_read(test, NULL));
	assert_int_equal(folder_test_count(test, "READ-EXAMPLE"), 1);
	assert_int_equal(sheets_find(&test->sheets, STR("支出"))->n_rows, 2);
	assert_str(folder_test_cell(test, "支出", 0, 1), "201");
	folder_test_close(test);
}

static void files_without_examples_are_left_alone(void **state)
{
	struct folder_test *test = folder_test_open();

	(void)state;
	folder_test_put(test, "支出.csv",
			STR("单位代码,备注\n201,示例：不是\n"));
	assert_true(folder_test_read(test, "支出.csv"));
	assert_int_equal(test->sink->n, 0);
	assert_int_equal(sheets_find(&test->sheets, STR("支出"))->n_rows, 1);
	folder_test_close(test);
}

static void headings_that_stand_again_are_left_out(void **state)
{
	struct folder_test *test = folder_test_open();

	(void)state;
	folder_test_put(test, "支出.csv",
			STR("单位代码,备注,金额（元）\n201,,5\n"
			    "单位代码,备注,金额（元）\n202,备注,6\n"
			    ",备注,\n单位代码,,金额（元）\n"));
	assert_true(folder_test_read(test, NULL));
	assert_int_equal(test->sink->n, 1);
	assert_int_equal(folder_test_count(test, "READ-HEADINGS-AGAIN"), 1);
	assert_true(str_find(folder_test_message(test, "READ-HEADINGS-AGAIN"),
			     STR("第3行：有 2 行")) > 0);
	assert_int_equal(sheets_find(&test->sheets, STR("支出"))->n_rows, 3);
	assert_str(folder_test_cell(test, "支出", 1, 0), "202");
	folder_test_close(test);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(one_beside_data_is_an_error_with_its_place),
	    cmocka_unit_test(one_alone_says_that_nobody_used_the_table),
	    cmocka_unit_test(columns_may_be_moved_and_the_colon_half_width),
	    cmocka_unit_test(files_without_examples_are_left_alone),
	    cmocka_unit_test(headings_that_stand_again_are_left_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
