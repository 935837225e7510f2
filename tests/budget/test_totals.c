/* SPDX-License-Identifier: MIT */
/* Sums in the data are held against their leaves and left out. */
#include "budget/input.h"

#include "cmocka_all.h"

#define SPENDING "单位代码,支出功能分类科目,支出类型,资金性质,金额（元）\n"

static struct input *spending(const char *lines)
{
	struct input *input = input_open();

	input_units(input);
	input_table(input, "支出", lines);
	input_read(input);
	return input;
}

static void parents_and_marks_are_left_out(void **state)
{
	struct input *input =
	    spending(SPENDING "合计,,,,105\n"
			      "201001,201,,,5\n201001,20101,,一般公共预算,5\n"
			      "201001,2010101,基本支出,一般公共预算,2\n"
			      "201001,2010102,项目支出,一般公共预算,3\n"
			      "201002,小 计,,,100\n"
			      "201002,2010101,基本支出,一般公共预算,100\n");

	(void)state;
	assert_only(input, "BUDGET-TOTALS-LEFT-OUT");
	assert_says(input, NULL, "有 4 行");
	assert_int_equal(input_sum(input, "201", "支出"), 10500);
	assert_int_equal(input_rows(input, "201", "支出"), 3);
	input_close(input);
}

static void a_wrong_sum_is_reported(void **state)
{
	struct input *input =
	    spending(SPENDING "201001,201,,,6\n"
			      "201001,2010101,基本支出,一般公共预算,2\n"
			      "201001,2010102,项目支出,一般公共预算,3\n");

	(void)state;
	assert_int_equal(input_count(input, "BUDGET-TOTAL"), 1);
	assert_says(input, "BUDGET-TOTAL", "填的是 6.00 元，而 2 行");
	assert_int_equal(input_sum(input, "201", "支出"), 500);
	input_close(input);
}

static void a_sum_without_leaves_is_no_fact(void **state)
{
	struct input *input =
	    spending(SPENDING "201001,20805,基本支出,一般公共预算,6\n"
			      "201001,2010101,基本支出,一般公共预算,2\n");

	(void)state;
	assert_int_equal(input_count(input, "BUDGET-TOTAL-ALONE"), 1);
	assert_int_equal(input_sum(input, "201", "支出"), 200);
	input_close(input);
}

static void rounded_sums_agree(void **state)
{
	struct input *input = spending(
	    "单位代码,支出功能分类科目,支出类型,资金性质,金额（万元）\n"
	    "201001,201,,,0.03\n"
	    "201001,2010101,基本支出,一般公共预算,0.01\n"
	    "201001,2010102,项目支出,一般公共预算,0.01\n");

	(void)state;
	assert_only(input, "BUDGET-TOTALS-LEFT-OUT");
	input_close(input);
}

static void a_subtotal_may_be_of_what_stands_beside_it(void **state)
{
	/* 小计 without any code: of the rows above it since the last sum;
	 * then of those below it. */
	struct input *input = spending(
	    SPENDING "201001,2010101,基本支出,一般公共预算,2\n"
		     "201001,2010102,项目支出,一般公共预算,3\n小计,,,,5\n"
		     "201002,2010101,基本支出,一般公共预算,7\n小计,,,,7\n"
		     "合计,,,,12\n");

	(void)state;
	assert_only(input, "BUDGET-TOTALS-LEFT-OUT");
	input_close(input);
	input = spending(SPENDING
			 "小计,,,,5\n"
			 "201001,2010101,基本支出,一般公共预算,2\n"
			 "201001,2010102,项目支出,一般公共预算,3\n小计,,,,7\n"
			 "201002,2010101,基本支出,一般公共预算,7\n");
	assert_only(input, "BUDGET-TOTALS-LEFT-OUT");
	input_close(input);
	input = spending(SPENDING
			 "201001,2010101,基本支出,一般公共预算,2\n小计,,,,5\n");
	assert_int_equal(input_count(input, "BUDGET-TOTAL"), 1);
	input_close(input);
}

static void what_a_sum_says_of_kind_and_unit_counts(void **state)
{
	struct input *input =
	    spending(SPENDING "201,合计,,,16\n201001,合计,基本支出,,6\n"
			      "201001,2010101,人员经费,一般公共预算,2\n"
			      "201001,2010101,公用经费,事业收入,4\n"
			      "201001,2010102,项目支出,一般公共预算,10\n"
			      "302,2010101,基本支出,一般公共预算,100\n"
			      "201001,合计,,财政拨款,1\n"
			      "201001,合计,,单位资金,4\n");

	(void)state;
	/* 财政拨款 groups funds and is no value of a row. */
	assert_int_equal(input_count(input, "BUDGET-CHOICE"), 1);
	assert_int_equal(input_count(input, "BUDGET-TOTAL"), 0);
	assert_int_equal(input_count(input, NULL), 2);
	input_close(input);
}

static void names_that_only_look_like_marks_are_kept(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "项目",
		    "单位代码,项目代码,项目名称,预算数（元）\n"
		    "201001,P1,全区会计,1\n201001,P2,统计,2\n"
		    "201001,P3,合计资金核对,3\n,,合计,6\n");
	input_read(input);
	assert_only(input, "BUDGET-TOTALS-LEFT-OUT");
	assert_says(input, NULL, "有 1 行");
	assert_int_equal(input_rows(input, "201", "项目"), 3);
	input_close(input);
}

static void economic_classes_are_sums_too(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "支出",
		    SPENDING "201001,2010101,基本支出,一般公共预算,3\n");
	input_table(input, "经济分类",
		    "单位代码,支出类型,部门支出经济分类科目,资金性质,"
		    "金额（元）\n201001,基本支出,301,一般公共预算,3\n"
		    "201001,基本支出,30101,一般公共预算,3\n"
		    "201001,其中：基本工资,30101,一般公共预算,3\n");
	input_read(input);
	assert_only(input, "BUDGET-TOTALS-LEFT-OUT");
	assert_int_equal(input_sum(input, "201", "经济分类"), 300);
	input_close(input);
}

static void a_subtotal_spans_the_sums_of_codes_within_it(void **state)
{
	/* 小计 says nothing of its unit; what it is of ends at the sum before
	 * it that says as little: not at the 类 and 款 between. */
	struct input *input = spending(
	    SPENDING "合计,,,,12\n"
		     "201001,201,,,5\n201001,20101,,,5\n"
		     "201001,2010101,基本支出,一般公共预算,2\n"
		     "201001,2010102,项目支出,一般公共预算,3\n小计,,,,5\n"
		     "201002,201,,,7\n"
		     "201002,2010101,基本支出,一般公共预算,7\n小计,,,,7\n");

	(void)state;
	assert_only(input, "BUDGET-TOTALS-LEFT-OUT");
	assert_says(input, NULL, "有 6 行");
	input_close(input);
}

static void a_sum_of_subtotals_reaches_over_them(void **state)
{
	struct input *input = spending(
	    SPENDING "201001,2010101,基本支出,一般公共预算,2\n小计,,,,2\n"
		     "201001,2010102,项目支出,一般公共预算,3\n小计,,,,3\n"
		     "某局合计,,,,5\n"
		     "302,2010101,基本支出,一般公共预算,9\n小计,,,,9\n"
		     "某馆合计,,,,9\n总 计,,,,14\n");

	(void)state;
	assert_only(input, "BUDGET-TOTALS-LEFT-OUT");
	assert_says(input, NULL, "有 6 行");
	input_close(input);
}

static void a_part_may_have_no_rows_of_its_own(void **state)
{
	/* 其中 is a part of the row above it; it cannot be more. */
	struct input *input =
	    spending(SPENDING "201001,2010101,基本支出,一般公共预算,5\n"
			      "201001,其中：工资,,,3\n");

	(void)state;
	assert_only(input, "BUDGET-TOTALS-LEFT-OUT");
	assert_int_equal(input_sum(input, "201", "支出"), 500);
	input_close(input);
	input = spending(SPENDING "201001,2010101,基本支出,一般公共预算,5\n"
				  "201001,其中：工资,,,6\n");
	assert_int_equal(input_count(input, "BUDGET-TOTAL"), 1);
	input_close(input);
}

static void a_marked_row_without_rows_is_reported(void **state)
{
	struct input *input = spending(SPENDING "合计,,,,5\n");

	(void)state;
	assert_int_equal(input_count(input, "BUDGET-TOTAL-ALONE"), 1);
	assert_int_equal(input_rows(input, "201", "支出"), 0);
	input_close(input);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(parents_and_marks_are_left_out),
	    cmocka_unit_test(a_wrong_sum_is_reported),
	    cmocka_unit_test(a_sum_without_leaves_is_no_fact),
	    cmocka_unit_test(rounded_sums_agree),
	    cmocka_unit_test(a_subtotal_may_be_of_what_stands_beside_it),
	    cmocka_unit_test(what_a_sum_says_of_kind_and_unit_counts),
	    cmocka_unit_test(names_that_only_look_like_marks_are_kept),
	    cmocka_unit_test(economic_classes_are_sums_too),
	    cmocka_unit_test(a_subtotal_spans_the_sums_of_codes_within_it),
	    cmocka_unit_test(a_sum_of_subtotals_reaches_over_them),
	    cmocka_unit_test(a_part_may_have_no_rows_of_its_own),
	    cmocka_unit_test(a_marked_row_without_rows_is_reported),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
