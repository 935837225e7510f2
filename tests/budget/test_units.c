/* SPDX-License-Identifier: MIT */
/* Units, and what of theirs a department's document holds. */
#include "budget/input.h"

#include "cmocka_all.h"

#define SPENDING "单位代码,支出功能分类科目,支出类型,资金性质,金额（元）\n"

static void units_have_their_own_words(void **state)
{
	struct input *input = input_open();
	const struct unit *unit;

	(void)state;
	input_table(input, "单位",
		    "单位代码,单位名称,公开名称,简称,层级,单位性质,预算年度,"
		    "模板,公开,公开日期\n"
		    "201,办公室,区办公室,区办,部门,行政,2024,某省,,"
		    "2024/2/8\n302,统计局,,,单位,公益一类事业,2024,,否,\n");
	input_read(input);
	assert_only(input, "BUDGET-SPENDING-NONE");
	unit = &input->budget->units[0];
	assert_int_equal(unit->level, UNIT_DEPARTMENT);
	assert_str(unit->public_name, "区办公室");
	assert_str(unit->short_name, "区办");
	assert_str(unit->template_id, "某省");
	assert_str(unit->publication_date, "2024-02-08");
	assert_int_equal(unit->year, 2024);
	assert_true(unit->is_public);
	unit = &input->budget->units[1];
	assert_str(unit->public_name, "统计局");
	assert_false(unit->is_public);
	input_close(input);
}

static void a_department_has_the_rows_below_it(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "支出",
		    SPENDING "201,2010102,项目支出,一般公共预算,1\n"
			     "201001,2010101,基本支出,一般公共预算,2\n"
			     "201002,2010101,基本支出,一般公共预算,4\n"
			     "302,2010101,基本支出,一般公共预算,8\n");
	input_read(input);
	assert_clean(input);
	assert_int_equal(input_sum(input, "201", "支出"), 700);
	assert_int_equal(input_sum(input, "201001", "支出"), 200);
	assert_int_equal(input_sum(input, "302", "支出"), 800);
	assert_int_equal(input_sum(input, "201", "支出[单位代码=201002]"), 400);
	assert_int_equal(input_rows(input, "201", "单位"), 3);
	assert_int_equal(input_rows(input, "201", "单位[层级=单位]"), 2);
	input_close(input);
}

static void some_tables_do_not_roll_up(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "部门绩效",
		    "单位代码,类别,绩效目标,绩效指标\n201001,甲,a,b\n"
		    "201,乙,c,d\n");
	input_table(input, "项目",
		    "单位代码,项目代码,项目名称\n201001,P1,甲\n");
	input_table(input, "绩效指标",
		    "单位代码,项目代码,一级指标,二级指标,三级指标,指标值\n"
		    "201001,P1,产出,数量,一,1\n201001,,产出,数量,二,2\n"
		    "201,,产出,数量,三,3\n");
	input_table(input, "说明",
		    "单位代码,对象,栏目,内容\n201001,,部门职责,一\n"
		    "201001,P1,资金用途,二\n201,,部门职责,三\n"
		    ",,名词解释,四\n");
	input_read(input);
	assert_clean(input);
	assert_int_equal(input_rows(input, "201", "部门绩效"), 1);
	assert_int_equal(input_rows(input, "201", "绩效指标"), 2);
	assert_int_equal(input_rows(input, "201001", "绩效指标"), 2);
	/* The department's, that of the project, that for all. */
	assert_int_equal(input_rows(input, "201", "说明"), 3);
	input_close(input);
}

static void equal_keys_on_both_levels_are_a_warning(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "支出",
		    SPENDING "201,2010101,基本支出,一般公共预算,1\n"
			     "201001,2010101,基本支出,一般公共预算,2\n"
			     "201002,2010101,基本支出,一般公共预算,4\n"
			     "201002,2010102,项目支出,一般公共预算,4\n"
			     "302,2010101,基本支出,一般公共预算,8\n");
	input_read(input);
	assert_only(input, "BUDGET-BOTH-LEVELS");
	assert_says(input, NULL, "有 2 项相同");
	assert_int_equal(input_sum(input, "201", "支出"), 1100);
	input_close(input);
}

static void units_that_are_not_published_are_summed_but_not_shown(void **state)
{
	struct input *input = input_open();
	struct scope scope;
	const struct selection *selection;
	struct column_ref unit = {-1, 0, -1};
	size_t n;

	(void)state;
	input_table(input, "单位",
		    "单位代码,单位名称,层级,上级单位代码,预算年度,公开\n"
		    "201,办公室,部门,,2024,\n201001,甲,单位,201,2024,\n"
		    "201002,乙,单位,201,2024,否\n");
	input_table(input, "三公",
		    "单位代码,项目,资金性质,金额（元）\n"
		    "201001,培训,一般公共预算,1\n"
		    "201002,培训,一般公共预算,2\n");
	input_read(input);
	assert_clean(input);
	assert_int_equal(input_sum(input, "201", "三公"), 300);
	assert_int_equal(input_rows(input, "201", "三公"), 1);
	assert_int_equal(input_rows(input, "201", "单位"), 2);
	assert_int_equal(input_rows(input, "201002", "三公"), 1);
	scope = input_scope(input, "201");
	selection = select_parse(STR("三公"), input->budget, PLACE_NONE,
				 input->arena, input->sink);
	unit.relation = select_relation(selection);
	assert_int_equal(select_count(selection, &scope, NULL, 0), 2);
	select_members(selection, &scope, NULL, 0, unit, input->arena, &n);
	assert_int_equal(n, 2);
	scope.hidden = true;
	select_members(selection, &scope, NULL, 0, unit, input->arena, &n);
	assert_int_equal(n, 3);
	select_rows(selection, &scope, NULL, 0, input->arena, &n);
	assert_int_equal(n, 2);
	input_close(input);
}

static void one_input_is_one_year(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_table(input, "单位",
		    "单位代码,单位名称,层级,预算年度\n1,甲,部门,2024\n"
		    "2,乙,部门,2024\n3,丙,部门,2023\n");
	input_read(input);
	assert_only(input, "BUDGET-YEARS");
	assert_says(input, NULL, "单位.csv 第4行");
	input_close(input);
}

static void faults_of_units(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_table(input, "单位",
		    "单位代码,单位名称,层级,上级单位代码,预算年度\n"
		    "1,甲,部门,2,2024\n2,乙,部门,1,2024\n"
		    "3,丙,单位,9,2024\n4,丁,处室,,2024\n2,乙,部门,,2024\n");
	input_read(input);
	assert_int_equal(input_count(input, "BUDGET-UNIT-CIRCLE"), 1);
	assert_int_equal(input_count(input, "BUDGET-UNIT-UNKNOWN"), 1);
	assert_int_equal(input_count(input, "BUDGET-CHOICE"), 1);
	assert_int_equal(input_count(input, "BUDGET-KEY-TWICE"), 1);
	assert_int_equal(input_count(input, NULL), 4);
	assert_int_equal(input->budget->n_units, 4);
	input_close(input);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(units_have_their_own_words),
	    cmocka_unit_test(a_department_has_the_rows_below_it),
	    cmocka_unit_test(some_tables_do_not_roll_up),
	    cmocka_unit_test(equal_keys_on_both_levels_are_a_warning),
	    cmocka_unit_test(
		units_that_are_not_published_are_summed_but_not_shown),
	    cmocka_unit_test(one_input_is_one_year),
	    cmocka_unit_test(faults_of_units),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
