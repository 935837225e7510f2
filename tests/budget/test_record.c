/* SPDX-License-Identifier: MIT */
/* Values of rows, texts, options, measures. */
#include "budget/record.h"

#include "budget/input.h"
#include "cmocka_all.h"

static void values_of_a_row(void **state)
{
	struct input *input = input_open();
	struct column_ref column;
	struct str *lines;
	size_t n;
	int table;

	(void)state;
	input_units(input);
	input_table(input, "项目",
		    "单位代码,项目代码,项目名称,项目类别,预算数（万元）,"
		    "3月底（元）,绩效目标\n"
		    "201001,P1,甲,22,1.5,,  一。 || 二。|\n");
	input_read(input);
	assert_clean(input);
	table = budget_relation(input->budget, STR("项目"));
	column = (struct column_ref){table, 2, -1};
	assert_str(record_text(input->budget, column, 0), "甲");
	column.field = 15;
	lines = record_lines(input->budget, column, 0, input->arena, &n);
	assert_int_equal(n, 2);
	assert_str(lines[0], "一。");
	assert_str(lines[1], "二。");
	assert_true(select_column(STR("预算数"), input->budget, table,
				  PLACE_NONE, input->sink, &column));
	assert_int_equal(record_amount(input->budget, column, 0).money.fen,
			 1500000);
	assert_true(select_column(STR("3月底"), input->budget, table,
				  PLACE_NONE, input->sink, &column));
	assert_false(record_there(input->budget, column, 0));
	assert_true(select_column(STR("单位代码.单位名称"), input->budget,
				  table, PLACE_NONE, input->sink, &column));
	assert_str(record_text(input->budget, column, 0), "办公室本级");
	assert_true(select_column(STR("项目类别"), input->budget, table,
				  PLACE_NONE, input->sink, &column));
	assert_str(input->budget->dimensions[DIM_PROJECT_KIND]
		       .members[record_member(input->budget, column, 0)]
		       .name,
		   "其他运转类");
	input_close(input);
}

static struct str text_of(struct input *input, const char *unit,
			  const char *slot, const char *object)
{
	struct scope scope = input_scope(input, unit);

	return budget_text(&scope, str_from(slot), str_from(object),
			   input->arena)
	    .text;
}

static void texts_of_the_unit_go_before_those_for_all(void **state)
{
	struct input *input = input_open();
	struct scope scope;

	(void)state;
	input_units(input);
	input_table(input, "说明",
		    "单位代码,对象,栏目,内容\n,,名词解释,通用。\n"
		    "201,,名词解释,自己的。\n201,,名词解释,第二段。\n"
		    "201001,公务接待,增减原因,接待减少\n");
	input_read(input);
	assert_clean(input);
	assert_str(text_of(input, "201", "名词解释", ""), "自己的。\n第二段。");
	assert_str(text_of(input, "302", "名词解释", ""), "通用。");
	assert_str(text_of(input, "201001", "增减原因", "公务接待"),
		   "接待减少");
	assert_str(text_of(input, "201001", "增减原因", ""), "");
	assert_str(text_of(input, "201", "增减原因", "公务接待"), "");
	assert_str(text_of(input, "201", "没有的", "没有的"), "");
	scope = input_scope(input, "201");
	assert_int_equal(
	    budget_text(&scope, STR("名词解释"), STR_NONE, input->arena)
		.place.line,
	    3);
	input_close(input);
}

static void texts_of_projects_travel_with_them(void **state)
{
	static const struct str slots[] = {STR_INIT("主要内容")};
	struct input *input = input_open();

	(void)state;
	input->options.texts = slots;
	input->options.n_texts = 1;
	input_units(input);
	input_table(input, "项目",
		    "单位代码,项目代码,项目名称,资金用途,主要内容\n"
		    "201001,1,甲,用途甲,内容甲\n201002,1,乙,,内容乙\n"
		    "302,P3,丙,,\n");
	input_table(input, "说明",
		    "单位代码,对象,栏目,内容\n201001,1,立项依据,依据甲\n"
		    "201,1,立项依据,部门的依据\n"
		    "201002,1,资金用途,用途乙\n,P3,立项依据,通用依据\n");
	input_read(input);
	assert_clean(input);
	assert_str(text_of(input, "201", "主要内容", "1@201002"), "内容乙");
	assert_str(text_of(input, "201002", "主要内容", "1"), "内容乙");
	assert_str(text_of(input, "201", "立项依据", "1@201001"), "依据甲");
	assert_str(text_of(input, "201", "立项依据", "1@201002"), "部门的依据");
	assert_str(text_of(input, "201", "资金用途", "1@201001"), "用途甲");
	assert_str(text_of(input, "201", "资金用途", "1@201002"), "用途乙");
	assert_str(text_of(input, "302", "立项依据", "P3"), "通用依据");
	/* A text of 说明 is in the column of 项目, too. */
	assert_int_equal(input_rows(input, "201", "项目[资金用途=用途乙]"), 1);
	input_close(input);
}

static void two_texts_for_one_are_reported(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "项目",
		    "单位代码,项目代码,项目名称,资金用途\n"
		    "201001,1,甲,用途（甲）\n201001,2,乙,用途乙\n");
	input_table(input, "说明",
		    "单位代码,对象,栏目,内容\n201001,1,资金用途,用途 (甲)\n"
		    "201001,2,资金用途,别的\n");
	input_read(input);
	assert_only(input, "BUDGET-TEXT-TWICE");
	input_close(input);
}

static void options_of_the_unit_go_before_those_for_all(void **state)
{
	struct input *input = input_open();
	struct scope department;
	struct scope unit;

	(void)state;
	input_units(input);
	input_table(input, "选项",
		    "单位代码,选项,值\n,会议费,否\n201,会议费,是\n");
	input_read(input);
	department = input_scope(input, "201");
	unit = input_scope(input, "201001");
	assert_str(budget_option(&department, STR("会议费")), "是");
	assert_str(budget_option(&unit, STR("会议费")), "否");
	assert_str(budget_option(&unit, STR("培训费")), "");
	input_close(input);
}

static struct measure measure_of(struct input *input, const char *unit,
				 const char *name, const char *object,
				 enum dimension_kind kind, int year)
{
	struct scope scope = input_scope(input, unit);

	return budget_measure(&scope, str_from(name), str_from(object), kind,
			      year, STR("预算"));
}

static void measures_add_up_but_percentages_do_not(void **state)
{
	struct input *input = input_open();
	struct measure measure;

	(void)state;
	input_units(input);
	input_table(input, "指标",
		    "单位代码,年度,指标,对象,数值,计量单位\n"
		    "201001,2023,支出,,1.5,万元\n201002,2023,支出,,500,元\n"
		    "201001,,在职人员,,5,人\n201002,,在职人员,,6,人\n"
		    "201001,,完成率,,90%,%\n201,,满意率,,%0.95,%\n"
		    "201001,2023,三公,因公出国教学科研,1,元\n"
		    "201001,2023,三公,因公出国其他,2,元\n");
	input_read(input);
	assert_clean(input);
	measure = measure_of(input, "201", "支出", "", DIM_NONE, 2023);
	assert_int_equal(measure.amount.money.fen, 1550000);
	assert_int_equal(measure.value, 1550000);
	assert_str(measure.unit, "万元");
	assert_int_equal(measure.place.line, 2);
	assert_false(
	    measure_of(input, "201", "支出", "", DIM_NONE, 2024).there);
	measure = measure_of(input, "201", "在职人员", "", DIM_NONE, 2024);
	assert_int_equal(measure.value, 11 * NUMBER_ONE);
	assert_false(measure.amount.there);
	assert_false(
	    measure_of(input, "201", "完成率", "", DIM_NONE, 2024).there);
	assert_int_equal(
	    measure_of(input, "201001", "完成率", "", DIM_NONE, 2024).value,
	    90 * NUMBER_ONE);
	assert_int_equal(
	    measure_of(input, "201", "满意率", "", DIM_NONE, 2024).value,
	    95 * NUMBER_ONE);
	assert_int_equal(
	    measure_of(input, "201", "三公", "因公出国", DIM_SANGONG, 2023)
		.amount.money.fen,
	    300);
	assert_false(
	    measure_of(input, "201", "三公", "因公出国", DIM_NONE, 2023).there);
	assert_false(
	    measure_of(input, "201", "三公", "公务接待", DIM_SANGONG, 2023)
		.there);
	input_close(input);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(values_of_a_row),
	    cmocka_unit_test(texts_of_the_unit_go_before_those_for_all),
	    cmocka_unit_test(texts_of_projects_travel_with_them),
	    cmocka_unit_test(two_texts_for_one_are_reported),
	    cmocka_unit_test(options_of_the_unit_go_before_those_for_all),
	    cmocka_unit_test(measures_add_up_but_percentages_do_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
