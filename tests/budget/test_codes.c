/* SPDX-License-Identifier: MIT */
/* Codes: as text, completed where a spreadsheet destroyed them, their names,
 * what is above them. */
#include "budget/input.h"

#include "cmocka_all.h"

#define SPENDING "单位代码,支出功能分类科目,支出类型,资金性质,金额（元）\n"

static struct input *with_zeros(const char *spending)
{
	struct input *input = input_open();

	input_units(input);
	input->sheets.n = 0;
	input_table(input, "单位",
		    "单位代码,单位名称,层级,预算年度\n001001,甲,单位,2024\n"
		    "001002,乙,单位,2024\n1002,丙,单位,2024\n");
	input_table(input, "支出", spending);
	input_read(input);
	return input;
}

static void lost_zeros_come_back(void **state)
{
	struct input *input = with_zeros(
	    SPENDING "1001,2010101,基本支出,一般公共预算,1\n"
		     "1001,2010101,项目支出,一般公共预算,2\n"
		     "'001001,2010101,基本支出,一般公共预算,4\n"
		     "=\"001001\",2010101,基本支出,一般公共预算,8\n"
		     "００１００１,2010101,基本支出,一般公共预算,16\n");

	(void)state;
	assert_only(input, "BUDGET-CODE-COMPLETED");
	assert_says(input, NULL, "还原为“001001”");
	assert_int_equal(input_sum(input, "001001", "支出"), 3100);
	input_close(input);
}

static void a_code_that_is_known_is_itself(void **state)
{
	struct input *input =
	    with_zeros(SPENDING "1002,2010101,基本支出,一般公共预算,1\n");

	(void)state;
	assert_clean(input);
	assert_int_equal(input_sum(input, "1002", "支出"), 100);
	input_close(input);
}

static void two_that_fit_are_an_error(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input->sheets.n = 0;
	input_table(input, "单位",
		    "单位代码,单位名称,层级,预算年度\n01,甲,单位,2024\n"
		    "001,乙,单位,2024\n");
	input_table(input, "支出",
		    SPENDING "1,2010101,基本支出,一般公共预算,1\n"
			     "1,2010101,基本支出,一般公共预算,1\n");
	input_read(input);
	assert_only(input, "BUDGET-CODE-DAMAGED");
	input_close(input);
}

static void numbers_of_other_programs(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "支出",
		    SPENDING "201001.0,2010101.0,基本支出,一般公共预算,1\n"
			     "201001,2.0805E+06,基本支出,一般公共预算,2\n"
			     "201001,2.01E+06,基本支出,一般公共预算,4\n");
	input_read(input);
	assert_int_equal(input_count(input, "BUDGET-CODE-COMPLETED"), 3);
	assert_int_equal(input_count(input, "BUDGET-CODE-DAMAGED"), 1);
	assert_int_equal(
	    input_sum(input, "201001", "支出[支出功能分类科目=2080505]"), 200);
	input_close(input);
}

static void scientific_notation_that_nothing_fits(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "支出",
		    SPENDING "201001,2.13E+06,基本支出,一般公共预算,1\n");
	input_read(input);
	assert_only(input, "BUDGET-CODE-SCIENTIFIC");
	assert_says(input, NULL, "原来有 7 位");
	input_close(input);
}

/* What exports and people write beside a code, or into it. */
static void a_code_may_have_its_name_beside_it(void **state)
{
	static const char *const rows[] = {
	    "201001-某局,2010101 行政运行,1\n",
	    "[201001]某局,[2010101]行政运行,1\n",
	    "某局（201001）,行政运行（2010101）,1\n",
	    "201001　某局,2010101行政运行,1\n", "201001某局,201-01-01,1\n",
	    "201001某局,201.01.01,1\n", "[201001],2010101-,1\n",
	    /* Not known as yet, but of the right form. */
	    "201001某局,2019999其他,1\n"};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct input *input = input_open();

		input_units(input);
		input_subjects(input, "类别,代码,名称\n功能,20199,其他\n"
				      "功能,2019999,其他\n");
		input_table(
		    input, "支出",
		    str_cstr(str_format(input->arena,
					"单位代码,支出功能分类科目,金额（元）,"
					"支出类型,资金性质\n" STR_FMT
					",基本支出,一般公共预算\n",
					STR_ARG(str_trim(str_from(rows[i])))),
			     input->arena));
		input_read(input);
		assert_int_equal(input_count(input, "BUDGET-CODE-DRESSED"), 2);
		assert_int_equal(input_count(input, NULL), 2);
		assert_int_equal(input_sum(input, "201001",
					   i < 7 ? "支出[支出功能分类科目="
						   "2010101]"
						 : "支出[支出功能分类科目="
						   "2019999]"),
				 100);
		input_close(input);
	}
}

/* A unit that is not known does not become one by its name, and what begins
 * with digits is no code for that. */
static void what_only_looks_like_a_code_and_name_is_refused(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "支出",
		    "单位代码,支出功能分类科目,支出类型,资金性质,金额（元）\n"
		    "999某局,2010101,基本支出,一般公共预算,1\n"
		    "201001,201010年初数,基本支出,一般公共预算,1\n"
		    "201001,2013-1-1,基本支出,一般公共预算,1\n"
		    "201001,2010101x,基本支出,一般公共预算,1\n"
		    ".01,2010101,基本支出,一般公共预算,1\n"
		    "-/-,2010101,基本支出,一般公共预算,1\n");
	input_read(input);
	assert_int_equal(input_count(input, "BUDGET-UNIT-UNKNOWN"), 3);
	assert_int_equal(input_count(input, "BUDGET-CODE-FORM"), 3);
	assert_int_equal(input_rows(input, "201", "支出"), 0);
	input_close(input);
}

/* Exports that name units and projects and have no codes for them. */
static void a_name_that_only_one_has_is_its_code(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "项目",
		    "单位代码,项目代码,项目名称\n201001,P1,普法\n"
		    "201001,P2,重名\n201001,P3,重名\n302,P4,普查\n");
	input_table(input, "支出",
		    "单位代码,支出功能分类科目,支出类型,资金性质,项目代码,"
		    "金额（元）\n"
		    "办公室本级,2010101,项目支出,一般公共预算,普法,1\n"
		    "统计 局,2010101,项目支出,一般公共预算,P4,2\n"
		    "没有的局,2010101,基本支出,一般公共预算,,4\n"
		    "201001,2010101,项目支出,一般公共预算,重名,8\n"
		    "201001,2010101,项目支出,一般公共预算,普查,16\n");
	input_read(input);
	assert_int_equal(input_count(input, "BUDGET-CODE-NAMED"), 3);
	assert_int_equal(input_count(input, "BUDGET-UNIT-UNKNOWN"), 1);
	/* Two of one name, and one of another unit. */
	assert_int_equal(input_count(input, "BUDGET-PROJECT-UNKNOWN"), 2);
	assert_int_equal(input_sum(input, "201001", "支出[项目代码=P1]"), 100);
	assert_int_equal(input_sum(input, "302", "支出"), 200);
	input_close(input);
}

static void codes_of_the_wrong_form(void **state)
{
	static const char *const rows[] = {
	    "201001,20101,A,30201\n", "201001,2010101,D,30201\n",
	    "201001,2010101,A,3020\n", "201001,20101011,A,30201\n"};
	size_t i;

	(void)state;
	for (i = 1; i < 4; i++) {
		struct input *input = input_open();
		struct str row = str_from(rows[i]);

		input_units(input);
		input_table(
		    input, "政府采购",
		    str_cstr(str_format(input->arena,
					"单位代码,支出功能分类科目,品目代码,"
					"部门支出经济分类科目,资金性质,"
					"金额（元）\n" STR_FMT
					",一般公共预算,1\n",
					STR_ARG(str_trim(row))),
			     input->arena));
		input_read(input);
		assert_only(input, "BUDGET-CODE-FORM");
		input_close(input);
	}
}

static void what_is_above_a_code_is_there(void **state)
{
	struct input *input = input_open();
	const struct dimension *functions;
	int m;

	(void)state;
	input_units(input);
	input_table(input, "支出",
		    SPENDING "201001,2080505,基本支出,一般公共预算,1\n"
			     "201001,2010102,基本支出,一般公共预算,2\n");
	input_read(input);
	assert_clean(input);
	functions = &input->budget->dimensions[DIM_FUNCTION];
	assert_int_equal(functions->n, 6);
	m = budget_member(input->budget, DIM_FUNCTION, STR("201"));
	assert_int_equal(m, 0);
	assert_int_equal(functions->members[m].last, 2);
	assert_int_equal(functions->members[2].level, 3);
	assert_int_equal(functions->members[2].parent, 1);
	assert_str(functions->members[3].name, "社会保障和就业支出");
	assert_true(functions->members[3].used);
	input_close(input);
}

static void names_of_the_input_go_first(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "科目",
		    "类别,代码,名称,年度\n功能,2010101,机关运行,2024\n"
		    "功能,2010101,旧名,2023\n功能,20101,人大,\n");
	input_table(input, "支出",
		    "单位代码,支出功能分类科目,EXP_FUNC_NAME,支出类型,资金性质,"
		    "金额（元）\n201001,2080505,养老（缴费）,基本支出,"
		    "一般公共预算,1\n201001,2080505,养老 (缴费),基本支出,"
		    "一般公共预算,1\n201001,2010101,机关运行,基本支出,"
		    "一般公共预算,1\n");
	input_read(input);
	assert_clean(input);
	assert_str(budget_name(input->budget, DIM_FUNCTION, STR("2010101")),
		   "机关运行");
	assert_str(budget_name(input->budget, DIM_FUNCTION, STR("20101")),
		   "人大");
	assert_str(budget_name(input->budget, DIM_FUNCTION, STR("2080505")),
		   "养老（缴费）");
	assert_str(budget_name(input->budget, DIM_FUNCTION, STR("201")),
		   "一般公共服务支出");
	input_close(input);
}

static void two_names_for_a_code_are_reported_once(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "支出",
		    "单位代码,单位名称,支出功能分类科目,"
		    "支出功能分类科目名称,支出类型,资金性质,金额（元）\n"
		    "201001,办公室本级,2080505,甲,基本支出,一般公共预算,1\n"
		    "201001,办公室,2080505,乙,基本支出,一般公共预算,1\n"
		    "201001,办公室本级,2080505,丙,基本支出,一般公共预算,1\n");
	input_read(input);
	assert_int_equal(input_count(input, "BUDGET-NAME-TWICE"), 2);
	assert_int_equal(input_count(input, NULL), 2);
	input_close(input);
}

static void names_of_reference_are_told_once(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_subjects(input, "类别,代码,名称,来源\n功能,2010101,参考名,参考\n"
			      "功能,213,农林水支出,参考\n"
			      "功能,21301,农业农村,参考\n"
			      "功能,2130101,行政运行,参考\n"
			      "功能,2130104,事业运行,参考\n"
			      "功能,2130199,其他,参考\n");
	input_table(input, "科目", "类别,代码,名称\n功能,2130104,站所运行\n");
	input_table(input, "支出",
		    SPENDING "201001,2130101,基本支出,一般公共预算,1\n"
			     "201001,2130104,基本支出,一般公共预算,2\n"
			     "201001,2010101,基本支出,一般公共预算,4\n");
	input_read(input);
	assert_only(input, "BUDGET-NAME-REFERENCE");
	assert_says(input, NULL,
		    "213 农林水支出、21301 农业农村、2130101 行政运行。");
	assert_str(budget_name(input->budget, DIM_FUNCTION, STR("2010101")),
		   "行政运行");
	input_close(input);
}

static void codes_without_a_name_are_listed(void **state)
{
	struct input *input = input_open();
	struct unnamed_code *codes;
	size_t n;

	(void)state;
	input_units(input);
	input_table(input, "支出",
		    SPENDING "201001,2130101,基本支出,一般公共预算,1\n"
			     "201001,2130102,基本支出,一般公共预算,2\n"
			     "201001,2010101,基本支出,一般公共预算,4\n");
	input_read(input);
	assert_int_equal(input_count(input, "BUDGET-NAME-MISSING"), 4);
	codes = budget_unnamed(input->budget, DIM_FUNCTION, input->arena, &n);
	assert_int_equal(n, 4);
	assert_str(codes[0].code, "213");
	assert_int_equal(codes[0].amount.money.fen, 300);
	assert_int_equal(codes[0].n_rows, 2);
	assert_str(codes[3].code, "2130102");
	assert_int_equal(codes[3].place.line, 3);
	assert_string_equal(budget_subject_kind(DIM_FUNCTION), "功能");
	input_close(input);
}

static void finer_funds_stand_where_subjects_say(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "科目",
		    "类别,代码,名称,上级\n"
		    "资金性质,111,经费拨款补助,一般公共预算\n"
		    "资金性质,999,来路不明,\n");
	input_table(input, "支出",
		    SPENDING "201001,2010101,基本支出,经费拨款补助,1\n"
			     "201001,2010101,基本支出,111,2\n");
	input_read(input);
	assert_only(input, "BUDGET-FUND-PARENT");
	assert_int_equal(input_sum(input, "201", "支出[资金性质=财政拨款]"),
			 300);
	assert_str(budget_name(input->budget, DIM_FUND, STR("111")),
		   "经费拨款补助");
	input_close(input);
}

static void a_code_cannot_be_above_itself(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "科目",
		    "类别,代码,名称,上级\n采购品目,A01,甲,A02\n"
		    "采购品目,A02,乙,A01\n");
	input_table(input, "政府采购",
		    "单位代码,品目代码,资金性质,金额（元）\n"
		    "201001,A01,一般公共预算,1\n");
	input_read(input);
	assert_only(input, "BUDGET-CIRCLE");
	input_close(input);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_name_that_only_one_has_is_its_code),
	    cmocka_unit_test(what_only_looks_like_a_code_and_name_is_refused),
	    cmocka_unit_test(a_code_may_have_its_name_beside_it),
	    cmocka_unit_test(lost_zeros_come_back),
	    cmocka_unit_test(a_code_that_is_known_is_itself),
	    cmocka_unit_test(two_that_fit_are_an_error),
	    cmocka_unit_test(numbers_of_other_programs),
	    cmocka_unit_test(scientific_notation_that_nothing_fits),
	    cmocka_unit_test(codes_of_the_wrong_form),
	    cmocka_unit_test(what_is_above_a_code_is_there),
	    cmocka_unit_test(names_of_the_input_go_first),
	    cmocka_unit_test(two_names_for_a_code_are_reported_once),
	    cmocka_unit_test(names_of_reference_are_told_once),
	    cmocka_unit_test(codes_without_a_name_are_listed),
	    cmocka_unit_test(finer_funds_stand_where_subjects_say),
	    cmocka_unit_test(a_code_cannot_be_above_itself),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
