/* SPDX-License-Identifier: MIT */
/* Tables and columns: what is known, what is missing, what has no unit. */
#include "budget/input.h"

#include "cmocka_all.h"

#define SPENDING "单位代码,支出功能分类科目,支出类型,资金性质,金额（元）\n"
#define ROW	 "201001,2010101,基本支出,一般公共预算,100\n"

static void reads_standard_names_and_any_order(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "支出",
		    "金额 (万元),fund_type_name,支出 类型,EXP_FUNC_CODE,"
		    "AGENCY_CODE\n"
		    "1.5,一般公共预算,基本支出,2010101,201001\n");
	input_read(input);
	assert_clean(input);
	assert_int_equal(input_sum(input, "201", "支出"), 1500000);
	input_close(input);
}

static void unknown_tables_are_named_once(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "通讯录", "姓名\n甲\n");
	input_table(input, "通讯录", "姓名\n甲\n");
	input_table(input, "考勤", "姓名\n甲\n");
	input_read(input);
	assert_only(input, "BUDGET-TABLE-UNKNOWN");
	assert_says(input, NULL, "通讯录、考勤。");
	input_close(input);
}

static void unknown_columns_are_named_once(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "支出",
		    "单位代码,支出功能分类科目,支出类型,资金性质,金额（元）,"
		    "经办,备注\n" ROW ROW);
	input_read(input);
	assert_only(input, "BUDGET-COLUMN-UNKNOWN");
	assert_says(input, NULL, "经办、备注");
	assert_int_equal(input_sum(input, "201", "支出"), 20000);
	input_close(input);
}

static void
columns_without_heading_are_reported_if_they_hold_something(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "选项", "单位代码,,选项,,值\n201,,会议费,注,是\n");
	input_read(input);
	assert_only(input, "BUDGET-COLUMN-NAMELESS");
	assert_says(input, NULL, "第4列");
	input_close(input);
}

static void all_missing_columns_are_reported(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "支出", "单位代码,支出功能分类科目\n201001,1\n");
	input_read(input);
	assert_int_equal(input_count(input, "BUDGET-COLUMN-MISSING"), 2);
	assert_int_equal(input_count(input, NULL), 2);
	assert_says(input, NULL, "FUND_TYPE_NAME");
	input_close(input);
}

static void a_missing_column_may_be_one_that_is_not_known(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "支出",
		    "单位编码,支出功能分类科目,支出类型,资金性质,金额（元）,"
		    "经办\n" ROW);
	input_read(input);
	assert_int_equal(input_count(input, "BUDGET-COLUMN-MISSING"), 1);
	assert_says(input, "BUDGET-COLUMN-PERHAPS", "单位编码、经办");
	assert_int_equal(input_count(input, NULL), 2);
	input_close(input);
}

static void headings_may_bear_the_star_of_what_must_be_filled_in(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "支出",
		    "*单位代码,＊支出功能分类科目,支出类型★,* 资金性质,"
		    "*金额（元）\n" ROW);
	input_read(input);
	assert_clean(input);
	assert_int_equal(input_sum(input, "201", "支出"), 10000);
	input_close(input);
}

static void amounts_must_state_their_unit(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "支出",
		    "单位代码,支出功能分类科目,支出类型,资金性质,金额\n" ROW);
	input_table(input, "三公", "单位代码,项目,资金性质,金额（亿元）\n");
	input_read(input);
	assert_int_equal(input_count(input, "BUDGET-COLUMN-UNIT"), 2);
	assert_int_equal(input_count(input, NULL), 2);
	assert_int_equal(input_rows(input, "201", "支出"), 0);
	input_close(input);
}

static void an_optional_amount_without_unit_costs_only_itself(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "政府采购",
		    "单位代码,品目代码,资金性质,单价,金额（元）\n"
		    "201001,A,一般公共预算,5,100\n");
	input_read(input);
	assert_only(input, "BUDGET-COLUMN-UNIT");
	assert_int_equal(input_sum(input, "201", "政府采购"), 10000);
	input_close(input);
}

static void a_column_may_stand_once(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "选项", "单位代码,选项,值,值\n201,会议费,是,否\n");
	input_read(input);
	assert_only(input, "BUDGET-COLUMN-TWICE");
	input_close(input);
}

static void a_table_may_come_in_several_sheets(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "支出", SPENDING ROW);
	input_table(input, "支出",
		    "金额（万元）,单位代码,支出功能分类科目,支出类型,资金性质"
		    "\n1,302,2010101,项目支出,一般公共预算\n");
	input_read(input);
	assert_clean(input);
	assert_int_equal(input_sum(input, "201", "支出"), 10000);
	assert_int_equal(input_sum(input, "302", "支出"), 1000000);
	input_close(input);
}

static void without_units_there_is_no_budget(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_table(input, "支出", SPENDING ROW);
	assert_null(budget_read(&input->sheets, &input->options, input->arena,
				input->sink));
	assert_only(input, "BUDGET-NO-UNITS");
	input_close(input);
}

static void tables_of_templates_are_read_like_others(void **state)
{
	static const struct field fields[] = {
	    {.name = "单位代码",
	     .type = FIELD_CODE,
	     .dimension = DIM_UNIT,
	     .required = true,
	     .key = true},
	    {.name = "科室", .required = true, .key = true},
	    {.name = "经费", .type = FIELD_AMOUNT}};
	static const struct schema offices = {.name = "内设机构",
					      .fields = fields,
					      .n_fields = 3,
					      .keys = KEYS_ERROR,
					      .roll_up = true};
	const struct schema *further[] = {&offices, &offices};
	struct input *input = input_open();

	(void)state;
	input->options.further = further;
	input->options.n_further = 2;
	input_units(input);
	input_table(input, "内设机构",
		    "单位代码,科室,经费（元）\n201001,秘书科,5\n"
		    "201001,秘书科,6\n201009,综合科,7\n");
	input_read(input);
	assert_int_equal(input_count(input, "BUDGET-KEY-TWICE"), 1);
	assert_int_equal(input_count(input, "BUDGET-UNIT-UNKNOWN"), 1);
	assert_int_equal(input_sum(input, "201", "内设机构[科室=秘书科]"),
			 1100);
	input_close(input);
}

static void rows_that_wait_are_counted_and_nothing_else_is_said(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "支出",
		    "单位代码,支出功能分类科目,支出类型,资金性质,金额（元）\n"
		    ",,nonsense,,\n201001,2010101,,一般公共预算,\n");
	input_table(input, "说明",
		    "单位代码,栏目,内容\n,部门职责,\n999,引言,\n");
	input_read(input);
	assert_int_equal(input_count(input, "BUDGET-ROWS-EMPTY"), 2);
	assert_int_equal(input_count(input, NULL), 2);
	assert_says(input, NULL, "有 2 行");
	assert_false(budget_text(&(struct scope){.budget = input->budget},
				 STR("部门职责"), STR_NONE, input->arena)
			 .there);
	input_close(input);
}

/* Its money would be gone without a word. */
static void years_that_nobody_asks_for_are_told(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(
	    input, "支出",
	    "单位代码,年度,支出功能分类科目,支出类型,资金性质,金额（元）\n"
	    "201001,2024,2010101,基本支出,一般公共预算,1\n"
	    "201001,2023,2010101,基本支出,一般公共预算,1\n"
	    "201001,2022,2010101,基本支出,一般公共预算,1\n"
	    "201001,2021,2010101,基本支出,一般公共预算,1\n"
	    "201001,2025,2010101,基本支出,一般公共预算,1\n");
	input_read(input);
	assert_only(input, "BUDGET-YEAR-OTHER");
	assert_says(input, NULL, "有 2 行");
	assert_says(input, NULL, "第5行");
	input_close(input);
}

static void a_document_without_spending_is_doubted(void **state)
{
	static const char units[] =
	    "单位代码,单位名称,层级,上级单位代码,预算年度,模板\n"
	    "201,某局,部门,,2024,x\n201001,某局本级,单位,201,2024,\n"
	    "302,某办,部门,,2024,x\n401,某所,单位,,2024,\n";
	struct input *input = input_open();

	(void)state;
	input_table(input, "单位", units);
	input_table(
	    input, "支出",
	    "单位代码,年度,支出功能分类科目,支出类型,资金性质,金额（元）\n"
	    "201001,2024,2010101,基本支出,一般公共预算,1\n"
	    "302,2023,2010101,基本支出,一般公共预算,1\n");
	input_read(input);
	assert_int_equal(input_count(input, "BUDGET-SPENDING-NONE"), 1);
	assert_says(input, "BUDGET-SPENDING-NONE", "302");
	input_close(input);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(years_that_nobody_asks_for_are_told),
	    cmocka_unit_test(
		headings_may_bear_the_star_of_what_must_be_filled_in),
	    cmocka_unit_test(a_missing_column_may_be_one_that_is_not_known),
	    cmocka_unit_test(
		rows_that_wait_are_counted_and_nothing_else_is_said),
	    cmocka_unit_test(a_document_without_spending_is_doubted),
	    cmocka_unit_test(reads_standard_names_and_any_order),
	    cmocka_unit_test(unknown_tables_are_named_once),
	    cmocka_unit_test(unknown_columns_are_named_once),
	    cmocka_unit_test(
		columns_without_heading_are_reported_if_they_hold_something),
	    cmocka_unit_test(all_missing_columns_are_reported),
	    cmocka_unit_test(amounts_must_state_their_unit),
	    cmocka_unit_test(an_optional_amount_without_unit_costs_only_itself),
	    cmocka_unit_test(a_column_may_stand_once),
	    cmocka_unit_test(a_table_may_come_in_several_sheets),
	    cmocka_unit_test(without_units_there_is_no_budget),
	    cmocka_unit_test(tables_of_templates_are_read_like_others),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
