/* SPDX-License-Identifier: MIT */
/* What the input leaves to be computed. */
#include "budget/input.h"

#include "cmocka_all.h"

#define SPENDING                                                                               \
	"单位代码,年度,支出功能分类科目,支出类型,资金性质,资金来源," \
	"部门支出经济分类科目,项目代码,金额（元）\n"

static void income_is_the_funding_of_spending(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "支出",
		    SPENDING
		    "201001,,2010101,基本支出,一般公共预算,,,,1\n"
		    "201001,,2010101,基本支出,事业收入,上年结转,,,2\n"
		    "201001,,,年终结转结余,事业收入,,,,4\n"
		    "201001,2023,2010101,基本支出,一般公共预算,,,,8\n");
	input_read(input);
	assert_clean(input);
	assert_int_equal(input_sum(input, "201", "收入"), 700);
	assert_int_equal(input_sum(input, "201", "收入[资金来源!=本年]"), 200);
	assert_int_equal(input_sum(input, "201", "收入[年度=上年]"), 800);
	input_close(input);
}

static void a_derived_row_knows_its_row(void **state)
{
	struct input *input = input_open();
	int income;

	(void)state;
	input_units(input);
	input_table(input, "支出",
		    SPENDING "201001,,2010101,基本支出,一般公共预算,,,,1\n"
			     "201001,,2010102,项目支出,一般公共预算,,,,2\n");
	input_read(input);
	income = budget_relation(input->budget, STR("收入"));
	assert_str(
	    diag_place_text(
		budget_place(input->budget, income, 1,
			     input->budget->relations[income].amount_field),
		DIAG_ZH, input->arena),
	    "支出.csv 第3行“金额（元）”列");
	input_close(input);
}

static void income_of_the_input_stands_alone(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "支出",
		    SPENDING "201001,,2010101,基本支出,一般公共预算,,,,1\n"
			     "201002,,2010101,基本支出,一般公共预算,,,,2\n"
			     "302,,2010101,基本支出,一般公共预算,,,,4\n");
	input_table(input, "收入",
		    "单位代码,资金性质,金额（元）\n"
		    "201,一般公共预算,3\n");
	input_read(input);
	assert_clean(input);
	/* What the department says is for its units, too. */
	assert_int_equal(input_sum(input, "201", "收入"), 300);
	assert_int_equal(input_rows(input, "201001", "收入"), 0);
	assert_int_equal(input_sum(input, "302", "收入"), 400);
	input_close(input);
}

static void economic_rows_come_from_codes_of_spending(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "支出",
		    SPENDING "201001,,2010101,基本支出,一般公共预算,,30101,,1\n"
			     "201001,,2010101,基本支出,一般公共预算,,30201,,2\n"
			     "201001,,2010102,项目支出,一般公共预算,,,,4\n");
	input_read(input);
	assert_clean(input);
	assert_int_equal(input_sum(input, "201", "经济分类"), 300);
	assert_int_equal(input_sum(input, "201", "经济分类[支出类型=人员经费]"),
			 100);
	assert_int_equal(input_sum(input, "201", "支出[支出类型=公用经费]"),
			 200);
	assert_int_equal(input_sum(input, "201", "支出[支出类型=基本支出]"),
			 300);
	input_close(input);
}

static void sangong_comes_from_economic_codes(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "支出",
		    SPENDING
		    "201001,,2010101,公用经费,一般公共预算,,30217,,1\n"
		    "201001,,2010101,公用经费,一般公共预算,,30231,,2\n"
		    "201001,,2010101,公用经费,事业收入,,30217,,4\n"
		    "201001,,2010101,公用经费,一般公共预算,,30201,,8\n"
		    "201002,,2010101,公用经费,一般公共预算,,30217,,16\n");
	input_table(input, "三公",
		    "单位代码,项目,资金性质,金额（元）\n"
		    "201002,公务接待,一般公共预算,16\n");
	input_read(input);
	assert_clean(input);
	assert_int_equal(input_sum(input, "201001", "三公"), 300);
	assert_int_equal(input_sum(input, "201001", "三公[项目=公务接待]"),
			 100);
	assert_int_equal(input_sum(input, "201", "三公[项目=公务接待]"), 1700);
	assert_int_equal(input_sum(input, "201", "三公[项目=公务用车]"), 200);
	input_close(input);
}

static void budgets_of_projects_come_from_spending(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "支出",
		    SPENDING "201001,,2010102,,一般公共预算,,,P1,1\n"
			     "201001,,2010102,,事业收入,,,P1,2\n"
			     "201001,2023,2010102,,一般公共预算,,,P1,64\n"
			     "201001,,2010102,项目支出,一般公共预算,,,P2,4\n");
	input_table(input, "项目",
		    "单位代码,项目代码,项目名称,项目类别,预算数（元）,"
		    "财政资金（元）,其他资金（元）\n201001,P1,甲,,,,\n"
		    "201001,P2,乙,22,4,,\n201001,P3,丙,,8,,\n"
		    "201001,P4,丁,,,16,32\n");
	input_read(input);
	assert_clean(input);
	assert_int_equal(input_sum(input, "201", "项目[项目代码=P1].预算数"),
			 300);
	assert_int_equal(input_sum(input, "201", "项目[项目代码=P1].其他资金"),
			 200);
	assert_int_equal(input_sum(input, "201", "项目[项目代码=P2].财政资金"),
			 400);
	assert_int_equal(input_sum(input, "201", "项目[项目代码=P3]"), 800);
	assert_int_equal(input_sum(input, "201", "项目[项目代码=P4]"), 4800);
	assert_int_equal(input_sum(input, "201", "支出[支出类型=项目支出]"),
			 700);
	input_close(input);
}

static void the_class_of_a_project_tells_the_kind(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "支出",
		    SPENDING "201001,,2010101,,一般公共预算,,,A,1\n"
			     "201001,,2010101,,一般公共预算,,,B,2\n"
			     "201001,,2010101,基本支出,一般公共预算,,,B,2\n"
			     "201001,,2010101,项目支出,一般公共预算,,,A,4\n"
			     "201001,,2010101,,一般公共预算,,,,8\n"
			     "201001,,2010101,,一般公共预算,,,没有,16\n");
	input_table(input, "项目",
		    "单位代码,项目代码,项目名称,项目类别\n"
		    "201001,A,工资,1\n201001,B,公用,21\n");
	input_read(input);
	assert_int_equal(input_sum(input, "201", "支出[支出类型=人员经费]"),
			 100);
	assert_int_equal(input_sum(input, "201", "支出[支出类型=公用经费]"),
			 200);
	assert_int_equal(input_count(input, "BUDGET-KIND-PROJECT"), 1);
	assert_int_equal(input_count(input, "BUDGET-KIND-MISSING"), 2);
	assert_int_equal(input_count(input, "BUDGET-PROJECT-UNKNOWN"), 1);
	assert_int_equal(input_count(input, NULL), 4);
	input_close(input);
}

static void the_whole_of_assets_comes_from_its_parts(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "资产",
		    "单位代码,截止日期,项目,数量,价值（元）\n"
		    "201001,2023-12-31,车辆.执法执勤,2,10\n"
		    "201001,2023-12-31,车辆.其他,1,5\n"
		    "201001,2022-12-31,车辆.其他,4,1\n"
		    "201002,2023-12-31,车辆.其他,1,5\n"
		    "201002,2023-12-31,车辆,3,20\n");
	input_read(input);
	assert_clean(input);
	assert_int_equal(
	    input_sum(input, "201001", "资产[截止日期=上年末; 项目=车辆]"),
	    1500);
	/* A row of its own says it; its parts are 其中. */
	assert_int_equal(
	    input_sum(input, "201002", "资产[截止日期=上年末; 项目=车辆]"),
	    2000);
	assert_int_equal(
	    input_sum(input, "201", "资产[截止日期=前年末; 项目=车辆].数量"),
	    4000000);
	input_close(input);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(income_is_the_funding_of_spending),
	    cmocka_unit_test(a_derived_row_knows_its_row),
	    cmocka_unit_test(income_of_the_input_stands_alone),
	    cmocka_unit_test(economic_rows_come_from_codes_of_spending),
	    cmocka_unit_test(sangong_comes_from_economic_codes),
	    cmocka_unit_test(budgets_of_projects_come_from_spending),
	    cmocka_unit_test(the_class_of_a_project_tells_the_kind),
	    cmocka_unit_test(the_whole_of_assets_comes_from_its_parts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
