/* SPDX-License-Identifier: MIT */
/* Selections: filters, dimensions, years, texts that come back. */
#include "budget/select.h"

#include "budget/input.h"
#include "cmocka_all.h"

static struct input *example(void)
{
	struct input *input = input_open();

	input_units(input);
	input_table(input, "支出",
		    "单位代码,年度,口径,支出功能分类科目,支出类型,资金性质,"
		    "资金来源,项目代码,金额（元）\n"
		    "201002,,,2010101,人员经费,一般公共预算,,,1\n"
		    "201001,,,2010101,公用经费,一般公共预算,,,2\n"
		    "201001,,,2080505,人员经费,政府性基金预算,,,4\n"
		    "201001,,,2010102,项目支出,事业收入,上年结转,P1,8\n"
		    "201001,2023,,2010101,人员经费,一般公共预算,,,16\n"
		    "201001,2022,决算,2010101,人员经费,一般公共预算,,,32\n"
		    "201001,,,,年终结转结余,一般公共预算,,,64\n");
	input_table(input, "项目",
		    "单位代码,项目代码,项目名称,项目类别\n"
		    "201001,P1,甲,31\n201001,P2,乙,22\n");
	input_read(input);
	return input;
}

static void filters(void **state)
{
	static const struct {
		const char *selection;
		int64_t yuan;
	} cases[] = {
	    {"支出", 79},
	    {"支出[支出类型=基本支出]", 7},
	    {"支出[支出类型=人员经费, 项目支出]", 13},
	    {"支出[支出类型!=年终结转结余,结余分配]", 15},
	    {"支出[资金性质=财政拨款; 支出类型!=年终结转结余]", 7},
	    {"支出[资金性质=单位资金]", 8},
	    {"支出[资金来源!=本年]", 8},
	    {"支出[支出功能分类科目=201]", 11},
	    {"支出[支出功能分类科目=20]", 15},
	    {"支出[支出功能分类科目=2010101,208]", 7},
	    {"支出[支出功能分类科目=]", 64},
	    {"支出[支出功能分类科目!=]", 15},
	    {"支出[年度=上年]", 16},
	    {"支出[年度=2023]", 16},
	    {"支出[年度=前年; 口径=决算]", 32},
	    {"支出[年度!=本年; 口径=决算,预算]", 48},
	    {"支出[单位代码=201002]", 1},
	    {"支出[单位代码=201]", 79},
	    {" 支出 [ 项目代码 = P1 ] . 金额 ", 8},
	    {"支出[项目代码.项目类别=3]", 8},
	    {"支出[单位代码.单位名称='服务中心']", 1},
	};
	struct input *input = example();
	size_t i;

	(void)state;
	assert_clean(input);
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (input_sum(input, "201", cases[i].selection) !=
		    cases[i].yuan * 100)
			fail_msg(
			    "%s is %d 分", cases[i].selection,
			    (int)input_sum(input, "201", cases[i].selection));
	input_close(input);
}

static void nothing_is_not_zero(void **state)
{
	struct input *input = example();
	struct scope scope = input_scope(input, "201");
	struct selection *selection =
	    select_parse(STR("支出[支出功能分类科目=213]"), input->budget,
			 PLACE_NONE, input->arena, input->sink);

	(void)state;
	assert_false(select_sum(selection, &scope, NULL, 0).there);
	input_close(input);
}

static void rows_come_in_the_order_of_the_input(void **state)
{
	struct input *input = example();
	struct scope scope = input_scope(input, "201");
	struct selection *selection =
	    select_parse(STR("支出[支出类型=基本支出]"), input->budget,
			 PLACE_NONE, input->arena, input->sink);
	size_t n;
	const uint32_t *rows =
	    select_rows(selection, &scope, NULL, 0, input->arena, &n);

	(void)state;
	assert_int_equal(n, 3);
	assert_int_equal(rows[0], 0);
	assert_int_equal(rows[1], 1);
	assert_int_equal(rows[2], 2);
	input_close(input);
}

static void values_are_bound(void **state)
{
	struct input *input = example();
	struct scope scope = input_scope(input, "201");
	struct selection *selection =
	    select_parse(STR("支出[支出功能分类科目=$代码; 资金性质=$资金]"),
			 input->budget, PLACE_NONE, input->arena, input->sink);
	const struct binding bindings[] = {
	    {STR_INIT("资金"), STR_INIT("财政拨款")},
	    {STR_INIT("代码"), STR_INIT("201")}};
	struct str text;

	(void)state;
	assert_int_equal(select_sum(selection, &scope, bindings, 2).money.fen,
			 300);
	text = select_text(selection, bindings, 2, input->arena);
	assert_str(text, "支出[支出功能分类科目=201; 资金性质=财政拨款]");
	assert_int_equal(input_sum(input, "201", str_cstr(text, input->arena)),
			 300);
	input_close(input);
}

static void texts_come_back(void **state)
{
	static const char *const texts[] = {
	    "支出", "支出[年度=上年; 口径=决算]",
	    "项目[项目名称='a,b;c]'].预算数", "支出[项目代码.项目类别!=22,3]",
	    "支出[支出功能分类科目=]"};
	struct input *input = example();
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct selection *selection =
		    select_parse(str_from(texts[i]), input->budget, PLACE_NONE,
				 input->arena, input->sink);

		assert_non_null(selection);
		assert_str(select_text(selection, NULL, 0, input->arena),
			   texts[i]);
	}
	input_close(input);
}

static void narrowing_leaves_the_first_as_it_was(void **state)
{
	struct input *input = example();
	struct scope scope = input_scope(input, "201");
	struct selection *whole =
	    select_parse(STR("支出[支出类型=基本支出]"), input->budget,
			 PLACE_NONE, input->arena, input->sink);
	struct selection *narrow =
	    select_narrow(whole, STR("资金性质=政府性基金预算"), PLACE_NONE,
			  input->arena, input->sink);
	struct selection *other = select_narrow(
	    whole, STR("年度=上年"), PLACE_NONE, input->arena, input->sink);

	(void)state;
	assert_int_equal(select_sum(narrow, &scope, NULL, 0).money.fen, 400);
	assert_int_equal(select_sum(other, &scope, NULL, 0).money.fen, 1600);
	assert_int_equal(select_sum(whole, &scope, NULL, 0).money.fen, 700);
	input_close(input);
}

static void members_and_their_sums(void **state)
{
	struct input *input = example();
	struct scope scope = input_scope(input, "201");
	struct selection *selection =
	    select_parse(STR("支出[支出类型!=年终结转结余]"), input->budget,
			 PLACE_NONE, input->arena, input->sink);
	static const char *const codes[] = {
	    "201", "20101", "2010101", "2010102", "208", "20805", "2080505"};
	static const int64_t yuan[] = {11, 11, 3, 8, 4, 4, 4};
	struct column_ref column;
	struct amount sums[7];
	int *members;
	size_t n;
	size_t i;

	(void)state;
	assert_true(select_column(STR("支出功能分类科目"), input->budget,
				  select_relation(selection), PLACE_NONE,
				  input->sink, &column));
	members = select_members(selection, &scope, NULL, 0, column,
				 input->arena, &n);
	assert_int_equal(n, 7);
	select_sums(selection, &scope, NULL, 0, column, members, n, sums);
	for (i = 0; i < 7; i++) {
		assert_str(input->budget->dimensions[DIM_FUNCTION]
			       .members[members[i]]
			       .key,
			   codes[i]);
		assert_int_equal(sums[i].money.fen, yuan[i] * 100);
	}
	/* Of some only: what is below one of them, not beside it. */
	members[0] = members[1];
	members[1] = members[6];
	select_sums(selection, &scope, NULL, 0, column, members, 2, sums);
	assert_int_equal(sums[0].money.fen, 1100);
	assert_int_equal(sums[1].money.fen, 400);
	input_close(input);
}

static void members_through_a_project(void **state)
{
	struct input *input = example();
	struct scope scope = input_scope(input, "201");
	struct selection *selection = select_parse(
	    STR("支出"), input->budget, PLACE_NONE, input->arena, input->sink);
	struct column_ref column;
	struct amount sums[2];
	int *members;
	size_t n;

	(void)state;
	assert_true(select_column(STR("项目代码.项目类别"), input->budget,
				  select_relation(selection), PLACE_NONE,
				  input->sink, &column));
	members = select_members(selection, &scope, NULL, 0, column,
				 input->arena, &n);
	assert_int_equal(n, 2);
	select_sums(selection, &scope, NULL, 0, column, members, n, sums);
	assert_int_equal(sums[0].money.fen, 800);
	assert_int_equal(sums[1].money.fen, 800);
	input_close(input);
}

static void faults_say_what_is_there(void **state)
{
	static const struct {
		const char *text, *id, *says;
	} cases[] = {
	    {"支处", "SELECT-TABLE", "支出"},
	    {"支出[资金=一般公共预算]", "SELECT-COLUMN", "资金性质"},
	    {"支出[项目代码.类别=1]", "SELECT-COLUMN", "项目类别"},
	    {"支出[金额.类别=1]", "SELECT-COLUMN", "项目代码"},
	    {"支出[资金性质=一般]", "SELECT-VALUE", "财政拨款"},
	    {"支出[年度=去年]", "SELECT-VALUE", "上年"},
	    {"单位[层级=处]", "SELECT-VALUE", "部门"},
	    {"支出[金额=5]", "SELECT-VALUE", "金额"},
	    {"支出[资金性质]", "SELECT-FORM", "]"},
	    {"支出[资金性质=一般公共预算", "SELECT-FORM", "支出["},
	    {"支出[项目代码='P1]", "SELECT-FORM", "支出["},
	    {"支出] ", "SELECT-TABLE", "支出]"},
	    {"支出.单价", "SELECT-COLUMN", "单价"},
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct input *input = example();

		assert_null(select_parse(str_from(cases[i].text), input->budget,
					 PLACE_NONE, input->arena,
					 input->sink));
		assert_only(input, cases[i].id);
		if (str_find(input_message(input, NULL),
			     str_from(cases[i].says)) < 0)
			fail_msg("%.*s", STR_ARG(input_message(input, NULL)));
		input_close(input);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(filters),
	    cmocka_unit_test(nothing_is_not_zero),
	    cmocka_unit_test(rows_come_in_the_order_of_the_input),
	    cmocka_unit_test(values_are_bound),
	    cmocka_unit_test(texts_come_back),
	    cmocka_unit_test(narrowing_leaves_the_first_as_it_was),
	    cmocka_unit_test(members_and_their_sums),
	    cmocka_unit_test(members_through_a_project),
	    cmocka_unit_test(faults_say_what_is_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
