/* SPDX-License-Identifier: MIT */
/* Cells: amounts, numbers, plans, years, dates, closed lists. */
#include "budget/input.h"

#include "cmocka_all.h"

/* A budget of one row of 支出 with that amount (in 元). */
static struct input *spending_of(const char *amount)
{
	struct input *input = input_open();

	input_units(input);
	input_table(input, "支出",
		    str_cstr(str_format(input->arena,
					"单位代码,支出功能分类科目,支出类型,"
					"资金性质,金额（元）\n201001,2010101,"
					"基本支出,一般公共预算,%s\n",
					amount),
			     input->arena));
	input_read(input);
	return input;
}

static void amounts_as_clerks_write_them(void **state)
{
	static const struct {
		const char *text;
		int64_t fen;
	} cases[] = {{"100", 10000},	{" ￥1234.50 ", 123450},
		     {"１２３", 12300}, {"1 000", 100000},
		     {"0", 0},		{"0.005", 1}};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct input *input = spending_of(cases[i].text);

		assert_int_equal(input_sum(input, "201", "支出"), cases[i].fen);
		assert_int_equal(input_count(input, "BUDGET-AMOUNT-FINE"),
				 i == 5);
		assert_int_equal(input_count(input, NULL), i == 5);
		input_close(input);
	}
}

static void faults_of_amounts(void **state)
{
	static const struct {
		const char *text, *id;
		size_t rows;
	} cases[] = {{"1O0", "BUDGET-AMOUNT", 0},
		     {"12万元", "BUDGET-AMOUNT", 0},
		     {"E+", "BUDGET-AMOUNT", 0},
		     {"######", "BUDGET-AMOUNT-SHOWN", 0},
		     {"1.41E+06", "BUDGET-AMOUNT-SHOWN", 0},
		     {"99999999999999999999", "BUDGET-AMOUNT-LARGE", 0},
		     {"-5", "BUDGET-AMOUNT-NEGATIVE", 1},
		     {"", "BUDGET-ROWS-EMPTY", 0},
		     {"—", "BUDGET-ROWS-EMPTY", 0}};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct input *input = spending_of(cases[i].text);

		assert_only(input, cases[i].id);
		assert_says(input, NULL, "第2行");
		assert_int_equal(input_rows(input, "201", "支出"),
				 cases[i].rows);
		input_close(input);
	}
}

static void every_fault_of_a_row_is_reported(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "支出",
		    "单位代码,年度,支出功能分类科目,支出类型,资金性质,"
		    "金额（元）\n"
		    "999,二四,20A,基本,公共,x\n");
	input_read(input);
	assert_int_equal(input_count(input, "BUDGET-UNIT-UNKNOWN"), 1);
	assert_int_equal(input_count(input, "BUDGET-YEAR"), 1);
	assert_int_equal(input_count(input, "BUDGET-CODE-FORM"), 1);
	assert_int_equal(input_count(input, "BUDGET-CHOICE"), 2);
	assert_int_equal(input_count(input, "BUDGET-AMOUNT"), 1);
	assert_int_equal(input_count(input, NULL), 6);
	input_close(input);
}

static void closed_lists_have_other_spellings(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "支出",
		    "单位代码,口径,支出功能分类科目,支出类型,资金性质,"
		    "资金来源,金额（元）\n"
		    "201001,,2010101,上解上级支出,一般公共预算资金,,1\n"
		    "201001,决算,2010101,人员 经费,事业收入,上年结转,2\n"
		    "201001,,2010101,基本支出,一般公共预算财政拨款,,4\n"
		    "201001,,2010101,基本支出,政府性基金预算财政拨款,,4\n"
		    "201001,,2010101,基本支出,国有资本经营预算财政拨款,,4\n");
	input_read(input);
	assert_clean(input);
	assert_int_equal(input_sum(input, "201",
				   "支出[支出类型=基本支出; 口径=预算; "
				   "资金性质=财政拨款]"),
			 1200);
	assert_int_equal(
	    input_sum(input, "201",
		      "支出[支出类型=上缴上级支出; 资金来源=本年]"),
	    100);
	assert_int_equal(input_sum(input, "201",
				   "支出[口径=决算; 支出类型=基本支出; "
				   "资金性质=单位资金]"),
			 200);
	input_close(input);
}

static void a_group_is_no_value(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "支出",
		    "单位代码,支出功能分类科目,支出类型,资金性质,金额（元）\n"
		    "201001,2010101,基本支出,财政拨款,1\n");
	input_read(input);
	assert_only(input, "BUDGET-CHOICE");
	assert_says(input, NULL, "一般公共预算、政府性基金预算");
	input_close(input);
}

static void undivided_sangong_counts_as_other(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "三公",
		    "单位代码,项目,资金性质,金额（元）\n"
		    "201001,因公出国,一般公共预算,1\n"
		    "201001,会议,一般公共预算,2\n");
	input_read(input);
	assert_clean(input);
	assert_int_equal(input_sum(input, "201", "三公[项目=因公出国其他]"),
			 100);
	assert_int_equal(input_sum(input, "201", "三公[项目=会议其他]"), 200);
	input_close(input);
}

static void plans_are_money_or_percent_as_the_heading_says(void **state)
{
	struct input *input = input_open();
	struct column_ref column;

	(void)state;
	input_units(input);
	input_table(input, "项目",
		    "单位代码,项目代码,项目名称,3月底（%）,6月底（％）,"
		    "10月底（%）,12月底（元）\n"
		    "201001,P1,甲,50,50%,%0.5,7\n");
	input_read(input);
	assert_clean(input);
	for (column =
		 (struct column_ref){
		     budget_relation(input->budget, STR("项目")), 0, -1};
	     column.field < 16; column.field++)
		if (input->budget->relations[column.relation]
			.columns[column.field]
			.percent)
			assert_int_equal(
			    record_number(input->budget, column, 0).value,
			    NUMBER_ONE / 2);
	assert_int_equal(input_sum(input, "201", "项目.12月底"), 700);
	input_close(input);
}

static void faults_of_plans(void **state)
{
	static const struct {
		const char *heading, *cell, *id;
	} cases[] = {{"3月底（元）", "50%", "BUDGET-PLAN-PERCENT"},
		     {"3月底（%）", "150", "BUDGET-PLAN-RANGE"},
		     {"12月底（%）", "1", "BUDGET-PLAN-PART"},
		     {"3月底", "50", "BUDGET-COLUMN-UNIT"}};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct input *input = input_open();

		input_units(input);
		input_table(
		    input, "项目",
		    str_cstr(str_format(input->arena,
					"单位代码,项目代码,项目名称,%s\n"
					"201001,P1,甲,%s\n",
					cases[i].heading, cases[i].cell),
			     input->arena));
		input_read(input);
		assert_only(input, cases[i].id);
		input_close(input);
	}
}

/* A year's end at 100, a March at 1, and an amount are no parts. */
static void a_plan_in_parts_is_asked_about(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "项目",
		    "单位代码,项目代码,项目名称,3月底（%）,12月底（%）\n"
		    "201001,P1,甲,1,100\n201001,P2,乙,0.5,2\n"
		    "201001,P3,丙,0,0\n");
	input_read(input);
	assert_clean(input);
	input_close(input);
}

/* What columns of their own say is not printed twice. */
static void an_indicators_value_may_hold_sign_and_unit(void **state)
{
	static const char *const expected[] = {"95", "10", "5", "12月", "%"};
	struct input *input = input_open();
	struct column_ref column;
	uint32_t row;

	(void)state;
	input_units(input);
	input_table(input, "绩效指标",
		    "单位代码,一级指标,二级指标,三级指标,计算符号,指标值,计量"
		    "单位\n"
		    "201001,产出指标,质量指标,合格率,≥,≥95%,%\n"
		    "201001,产出指标,数量指标,页数,≥,10万页,万页\n"
		    "201001,产出指标,质量指标,差错率,≤,5 %,%\n"
		    "201001,产出指标,时效指标,时间,,12月,\n"
		    "201001,产出指标,时效指标,时间,,%,%\n");
	input_read(input);
	assert_clean(input);
	column = record_column(input->budget,
			       budget_relation(input->budget, STR("绩效指标")),
			       "指标值");
	for (row = 0; row < 5; row++)
		assert_true(str_is(record_text(input->budget, column, row),
				   expected[row]));
	input_close(input);
}

static void a_row_of_nothing_but_an_amount_is_one_fault(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "支出",
		    "单位代码,支出功能分类科目,支出类型,资金性质,金额（元）\n"
		    "201001,2010101,基本支出,一般公共预算,5\n,,,,5\n");
	input_read(input);
	assert_only(input, "BUDGET-ROW-BARE");
	input_close(input);
}

static void a_sum_in_a_table_without_sums_is_one_matter(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "绩效指标",
		    "单位代码,一级指标,二级指标,三级指标,指标值\n"
		    "201001,产出指标,数量指标,页数,10\n小计,,,,\n");
	input_read(input);
	assert_only(input, "BUDGET-ROW-SUM");
	input_close(input);
}

static void plans_are_not_mixed(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "项目",
		    "单位代码,项目代码,项目名称,3月底（%）\n201001,P1,甲,5\n");
	input_table(input, "项目",
		    "单位代码,项目代码,项目名称,3月底（元）\n201001,P2,乙,5\n");
	input_read(input);
	assert_only(input, "BUDGET-PLAN-MIXED");
	input_close(input);
}

static void dates_in_their_usual_forms(void **state)
{
	static const char *const texts[] = {"2023-12-31", "2023/12/31",
					    "2023.12.31", "20231231",
					    "2023年12月31日"};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct input *input = input_open();

		input_units(input);
		input_table(input, "资产",
			    str_cstr(str_format(input->arena,
						"单位代码,截止日期,项目,数量\n"
						"201001,%s,房屋,5\n",
						texts[i]),
				     input->arena));
		input_read(input);
		assert_clean(input);
		assert_int_equal(
		    input_rows(input, "201", "资产[截止日期=上年末]"), 1);
		input_close(input);
	}
}

static void faults_of_dates_and_numbers(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "资产",
		    "单位代码,截止日期,项目,数量\n201001,45291,房屋,1\n"
		    "201001,2023-02-29,房屋,1\n201001,2023-12-31,房屋,若干\n"
		    "201001,年底,房屋,1\n");
	input_read(input);
	assert_int_equal(input_count(input, "BUDGET-DATE-SERIAL"), 1);
	assert_says(input, "BUDGET-DATE-SERIAL", "2023-12-31");
	assert_int_equal(input_count(input, "BUDGET-DATE"), 2);
	assert_int_equal(input_count(input, "BUDGET-NUMBER"), 1);
	assert_int_equal(input_count(input, NULL), 4);
	input_close(input);
}

static void empty_cells_of_needed_columns(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "绩效指标",
		    "单位代码,一级指标,二级指标,三级指标,指标值\n"
		    "201001,产出指标,,完成率,100%\n");
	input_read(input);
	assert_only(input, "BUDGET-CELL-EMPTY");
	assert_says(input, NULL, "“二级指标”列");
	input_close(input);
}

static void sums_stay_in_range(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(input, "三公",
		    "单位代码,项目,资金性质,金额（元）\n"
		    "201001,培训,一般公共预算,60000000000000000\n"
		    "201001,培训,一般公共预算,60000000000000000\n"
		    "201001,培训,一般公共预算,1\n");
	input_read(input);
	assert_only(input, "BUDGET-SUM-LARGE");
	assert_says(input, NULL, "第3行");
	assert_int_equal(input_sum(input, "201", "三公"), 6000000000000000000);
	input_close(input);
}

static void region_codes(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_table(input, "单位",
		    "单位代码,单位名称,层级,预算年度,区划代码\n"
		    "1,甲,单位,2024,130303\n2,乙,单位,2024年,130303001\n"
		    "3,丙,单位,2024,1303\n");
	input_read(input);
	assert_only(input, "BUDGET-REGION");
	input_close(input);
}

/* A computed number of a workbook ends in noise; what is more is reported, and
 * so is what a person typed. */
static void noise_of_computed_amounts_is_dropped(void **state)
{
	static const struct {
		const char *text;
		int64_t fen;
		size_t fine;
	} cases[] = {{"~0.300000000000004", 30, 0},
		     {"~0.299999999999996", 30, 0},
		     {"~1234.56000009", 123456, 0},
		     {"~0.305", 31, 1},
		     {"~0.3001", 30, 1},
		     {"0.300000000000004", 30, 1}};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct input *input = spending_of(cases[i].text);

		assert_int_equal(input_sum(input, "201", "支出"), cases[i].fen);
		assert_int_equal(input_count(input, "BUDGET-AMOUNT-FINE"),
				 cases[i].fine);
		input_close(input);
	}
}

static void years_may_be_said_in_words(void **state)
{
	struct input *input = input_open();

	(void)state;
	input_units(input);
	input_table(
	    input, "支出",
	    "单位代码,年度,支出功能分类科目,支出类型,资金性质,金额（元）\n"
	    "201001,本年,2010101,基本支出,一般公共预算,1\n"
	    "201001,上年,2010101,基本支出,一般公共预算,2\n"
	    "201001,前年,2010101,基本支出,一般公共预算,4\n"
	    "201001,去年,2010101,基本支出,一般公共预算,8\n");
	input_read(input);
	assert_only(input, "BUDGET-YEAR");
	assert_int_equal(input_sum(input, "201", "支出"), 100);
	assert_int_equal(input_sum(input, "201", "支出[年度=2023]"), 200);
	assert_int_equal(input_sum(input, "201", "支出[年度=前年]"), 400);
	input_close(input);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(years_may_be_said_in_words),
	    cmocka_unit_test(noise_of_computed_amounts_is_dropped),
	    cmocka_unit_test(amounts_as_clerks_write_them),
	    cmocka_unit_test(faults_of_amounts),
	    cmocka_unit_test(every_fault_of_a_row_is_reported),
	    cmocka_unit_test(closed_lists_have_other_spellings),
	    cmocka_unit_test(a_group_is_no_value),
	    cmocka_unit_test(undivided_sangong_counts_as_other),
	    cmocka_unit_test(plans_are_money_or_percent_as_the_heading_says),
	    cmocka_unit_test(faults_of_plans),
	    cmocka_unit_test(a_plan_in_parts_is_asked_about),
	    cmocka_unit_test(an_indicators_value_may_hold_sign_and_unit),
	    cmocka_unit_test(a_row_of_nothing_but_an_amount_is_one_fault),
	    cmocka_unit_test(a_sum_in_a_table_without_sums_is_one_matter),
	    cmocka_unit_test(plans_are_not_mixed),
	    cmocka_unit_test(dates_in_their_usual_forms),
	    cmocka_unit_test(faults_of_dates_and_numbers),
	    cmocka_unit_test(empty_cells_of_needed_columns),
	    cmocka_unit_test(sums_stay_in_range),
	    cmocka_unit_test(region_codes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
