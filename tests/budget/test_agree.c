/* SPDX-License-Identifier: MIT */
/* Facts given twice agree, keys stand once, projects are found. */
#include "budget/input.h"

#include "cmocka_all.h"

#define SPENDING "单位代码,支出功能分类科目,支出类型,资金性质,金额（元）\n"
#define ECONOMIC "单位代码,支出类型,部门支出经济分类科目,资金性质,金额（元）\n"

static void income_equals_uses(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "支出",
		    SPENDING "201001,2010101,基本支出,一般公共预算,10\n"
			     "201001,,年终结转结余,一般公共预算,5\n");
	input_table(input, "收入",
		    "单位代码,资金性质,金额（元）\n"
		    "201001,一般公共预算,14\n");
	input_read(input);
	assert_only(input, "GIVEN-TWICE");
	assert_says(input, NULL,
		    "单位 201 2024年预算收支总额两处不一致：“收入”是 14.00 "
		    "元，“支出”是 15.00 元");
	input_close(input);
}

static void economic_classes_equal_spending_by_fund_and_kind(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "支出",
		    SPENDING "201001,2010101,基本支出,一般公共预算,10\n"
			     "201001,2010101,基本支出,事业收入,4\n"
			     "201001,2010102,项目支出,一般公共预算,5\n"
			     "302,2010101,人员经费,一般公共预算,7\n"
			     "302,2010101,公用经费,一般公共预算,8\n");
	input_table(input, "经济分类",
		    ECONOMIC "201001,人员经费,30101,一般公共预算,6\n"
			     "201001,公用经费,30201,一般公共预算,3\n"
			     "302,人员经费,30101,一般公共预算,7\n"
			     "302,公用经费,30201,一般公共预算,8\n");
	input_read(input);
	/* 201: 10 against 9; and 基本支出 is mentioned, so 事业收入, too. */
	assert_int_equal(input_count(input, "GIVEN-TWICE"), 2);
	assert_int_equal(input_count(input, NULL), 2);
	assert_says(input, NULL, "一般公共预算基本支出");
	input_close(input);
}

static void rounding_is_no_disagreement(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "支出",
		    SPENDING "201001,2010101,基本支出,一般公共预算,123456\n");
	input_table(input, "经济分类",
		    "单位代码,支出类型,部门支出经济分类科目,资金性质,"
		    "金额（万元）\n201001,人员经费,30101,一般公共预算,12.35\n");
	input_read(input);
	assert_clean(input);
	input_close(input);
}

static void sangong_is_compared_only_where_codes_cover_all(void **state)
{
	static const struct {
		const char *rest, *items;
		size_t n;
	} cases[] = {
	    {"", "201001,公务接待,一般公共预算,3\n", 0},
	    {"", "201001,公务接待,一般公共预算,4\n", 1},
	    {"201001,2010102,项目支出,一般公共预算,,9\n",
	     "201001,公务接待,一般公共预算,4\n", 0},
	};
	size_t i;

	(void)state;
	for (i = 0; i < 3; i++) {
		struct input *input = input_open();

		input_units(input);
		input_table(
		    input, "支出",
		    str_cstr(str_format(input->arena,
					"单位代码,支出功能分类科目,支出类型,"
					"资金性质,部门支出经济分类科目,"
					"金额（元）\n"
					"201001,2010101,公用经费,一般公共预算,"
					"30217,3\n"
					"201001,2010101,公用经费,一般公共预算,"
					"30216,1\n%s",
					cases[i].rest),
			     input->arena));
		input_table(input, "三公",
			    str_cstr(str_format(input->arena,
						"单位代码,项目,资金性质,"
						"金额（元）\n%s",
						cases[i].items),
				     input->arena));
		input_read(input);
		assert_int_equal(input_count(input, "GIVEN-TWICE"), cases[i].n);
		input_close(input);
	}
}

static void budgets_of_projects_agree(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "支出",
		    "单位代码,支出功能分类科目,支出类型,资金性质,项目代码,"
		    "金额（元）\n"
		    "201001,2010102,项目支出,一般公共预算,P1,10049\n"
		    "201001,2010102,项目支出,一般公共预算,P2,10051\n");
	input_table(input, "项目",
		    "单位代码,项目代码,项目名称,预算数（万元）,"
		    "财政资金（万元）,其他资金（万元）\n"
		    "201001,P1,甲,1.00,,\n201001,P2,乙,1.00,,\n"
		    "201001,P3,丙,5,3,1\n");
	input_read(input);
	assert_int_equal(input_count(input, "GIVEN-TWICE"), 2);
	assert_says(input, NULL, "项目 P2 的预算数");
	assert_int_equal(input_sum(input, "201", "项目[项目代码=P2]"), 1005100);
	input_close(input);
}

static void rows_stand_once_where_that_matters(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "选项",
		    "单位代码,选项,值\n201,会议费,是\n201,会议费,否\n"
		    "302,会议费,否\n,会议费,否\n");
	input_table(input, "三公",
		    "单位代码,项目,资金性质,金额（元）\n"
		    "201001,培训,一般公共预算,1\n"
		    "201001,培训,一般公共预算,1\n");
	input_table(input, "指标",
		    "单位代码,年度,指标,对象,数值,计量单位\n"
		    "201001,2023,支出,,1,元\n201001,2023,支出,甲,1,元\n"
		    "201001,2022,支出,,1,元\n");
	input_read(input);
	assert_only(input, "BUDGET-KEY-TWICE");
	assert_says(input, NULL, "选项.csv 第3行");
	assert_int_equal(input_sum(input, "201", "三公"), 200);
	input_close(input);
}

static void projects_are_looked_for_upwards(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "项目",
		    "单位代码,项目代码,项目名称\n201,P1,甲\n201001,1,乙\n"
		    "201002,1,丙\n");
	input_table(input, "绩效指标",
		    "单位代码,项目代码,一级指标,二级指标,三级指标,指标值\n"
		    "201001,P1,产出,数量,一,1\n201001,1,产出,数量,二,2\n"
		    "201002,1,产出,数量,三,3\n201002,9,产出,数量,四,3\n"
		    "302,P1,产出,数量,五,3\n");
	input_read(input);
	assert_int_equal(input_count(input, "BUDGET-PROJECT-UNKNOWN"), 2);
	assert_int_equal(input_rows(input, "201", "绩效指标[项目代码=P1]"), 1);
	/* The same code in two units: two projects. */
	assert_int_equal(
	    input_rows(input, "201", "绩效指标[项目代码=1@201001]"), 1);
	assert_int_equal(input_rows(input, "201002", "绩效指标[项目代码=1]"),
			 1);
	input_close(input);
}

/* One fault, however many rows name a project. */
static void projects_without_their_table_are_told_once(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "支出",
		    "单位代码,支出功能分类科目,支出类型,资金性质,项目代码,"
		    "金额（元）\n"
		    "201001,2010102,项目支出,一般公共预算,P1,1\n"
		    "201001,2010102,项目支出,一般公共预算,P2,2\n");
	input_read(input);
	assert_only(input, "BUDGET-PROJECTS-NONE");
	assert_says(input, NULL, "共 2 处");
	assert_says(input, NULL, "支出.csv 第2行");
	assert_int_equal(input_sum(input, "201", "支出"), 300);
	input_close(input);
}

static void personnel_rows_may_name_projects_that_are_not_listed(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "项目", "单位代码,项目代码,项目名称\n201,P1,甲\n");
	input_table(input, "支出",
		    "单位代码,支出功能分类科目,支出类型,资金性质,项目代码,"
		    "金额（元）\n"
		    "201001,2010101,人员经费,一般公共预算,R1,1\n"
		    "201001,2010102,项目支出,一般公共预算,P9,1\n");
	input_read(input);
	assert_only(input, "BUDGET-PROJECT-UNKNOWN");
	assert_says(input, NULL, "P9");
	input_close(input);
}

static void project_spending_names_its_project(void **state)
{
	static const struct {
		const char *projects;
		size_t n;
	} cases[] = {{"单位代码,项目代码,项目名称,涉密\n201001,P1,甲,\n", 1},
		     {"单位代码,项目代码,项目名称,涉密\n201001,P1,甲,是\n", 0},
		     {"单位代码,项目代码,项目名称,涉密\n201002,P1,甲,\n", 0}};
	size_t i;

	(void)state;
	for (i = 0; i < 3; i++) {
		struct input *input = input_open();

		input_units(input);
		input_table(input, "支出",
			    SPENDING
			    "201001,2010102,项目支出,一般公共预算,1\n");
		input_table(input, "项目", cases[i].projects);
		input_read(input);
		assert_int_equal(input_count(input, "BUDGET-PROJECT-NONE"),
				 cases[i].n);
		assert_int_equal(input_count(input, NULL), cases[i].n);
		input_close(input);
	}
}

static void money_of_secret_projects_names_none(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "支出",
		    "单位代码,支出功能分类科目,支出类型,资金性质,项目代码,"
		    "金额（元）\n"
		    "201001,2010102,项目支出,一般公共预算,P1,1\n"
		    "201001,2010102,项目支出,一般公共预算,P2,1\n");
	input_table(input, "项目",
		    "单位代码,项目代码,项目名称,涉密\n201001,P1,甲,是\n"
		    "201001,P2,乙,否\n");
	input_read(input);
	assert_only(input, "BUDGET-SECRET");
	input_close(input);
}

static void a_measure_has_one_unit(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "指标",
		    "单位代码,指标,数值,计量单位\n201001,在职人员,5,人\n"
		    "201002,在职人员,6,名\n201001,拟购置,5,万元\n"
		    "201002,拟购置,6,元\n");
	input_read(input);
	assert_only(input, "BUDGET-MEASURE-UNIT");
	input_close(input);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(projects_without_their_table_are_told_once),
	    cmocka_unit_test(income_equals_uses),
	    cmocka_unit_test(economic_classes_equal_spending_by_fund_and_kind),
	    cmocka_unit_test(rounding_is_no_disagreement),
	    cmocka_unit_test(sangong_is_compared_only_where_codes_cover_all),
	    cmocka_unit_test(budgets_of_projects_agree),
	    cmocka_unit_test(rows_stand_once_where_that_matters),
	    cmocka_unit_test(projects_are_looked_for_upwards),
	    cmocka_unit_test(
		personnel_rows_may_name_projects_that_are_not_listed),
	    cmocka_unit_test(project_spending_names_its_project),
	    cmocka_unit_test(money_of_secret_projects_names_none),
	    cmocka_unit_test(a_measure_has_one_unit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
