/* SPDX-License-Identifier: MIT */
/* Rules on sentences: each fires on its fault, and not on what is near it. */
#include "base/arena.h"
#include "check/check_case.h"

/* The figures that sentences are held against. */
#define SPENDING                                                               \
	TABLE("部门预算支出总表",                                              \
	      COL("code") COL("name") COL("amount") COL("amount")              \
		  COL("amount"),                                               \
	      HEAD(H("科目编码") H("科目名称") H("合计") H("基本支出")         \
		       H("项目支出")))                                         \
	TOTAL(C("") C("合计") C("717.53") C("496.13") C("221.40"))             \
	ROW(C("208") C("社会保障和就业支出") C("57.83") C("57.83") C(""))      \
	ROW(C("201") C("一般公共服务支出") C("659.70") C("438.30")             \
		C("221.40"))                                                   \
	TABLE_END
#define BASIC                                                                  \
	TABLE("一般公共预算基本支出表",                                        \
	      COL("code") COL("name") COL("amount") COL("amount")              \
		  COL("amount"),                                               \
	      HEAD(H("科目编码") H("科目名称") H("合计") H("人员经费")         \
		       H("公用经费")))                                         \
	TOTAL(C("") C("合计") C("496.13") C("447.40") C("48.73"))              \
	ROW(C("301") C("工资福利支出") C("447.40") C("447.40") C(""))          \
	ROW(C("302") C("商品和服务支出") C("48.73") C("") C("48.73"))          \
	ROW(C("30201") C("办公费") C("48.73") C("") C("48.73")) TABLE_END
#define SANGONG                                                                \
	TABLE("“三公”经费支出表", COL("name") COL("amount"),                   \
	      HEAD(H("项目") H("合计")))                                       \
	TOTAL(C("“三公”经费小计") C("56.32"))                                  \
	ROW(C("一、因公出国（境）费") C(""))                                   \
	ROW(C("二、公务用车购置及运维费") C("34.00"))                          \
	ROW(C("其中：公务用车购置费") C(""))                                   \
	ROW(C("公务用车运行维护费") C("34.00"))                                \
	ROW(C("三、公务接待费") C("22.32")) TABLE_END
#define FACTS SPENDING BASIC SANGONG

struct saying {
	const char *text;
	const char *rule;
	size_t n;
};

static void check_all(const struct saying *sayings, size_t n)
{
	struct arena *arena = arena_open();
	size_t i;

	for (i = 0; i < n; i++) {
		struct str body = str_format(arena, "%s<p id='p'>%s</p>", FACTS,
					     sayings[i].text);

		print_message("%s\n", sayings[i].text);
		assert_found(str_cstr(body, arena), sayings[i].rule,
			     sayings[i].n);
	}
	arena_close(arena);
}

#define CASES(function, list)                                                  \
	static void function(void **state)                                     \
	{                                                                      \
		(void)state;                                                   \
		check_all(list, sizeof(list) / sizeof(*(list)));               \
	}

static const struct saying figures[] = {
    {"2024年支出预算717.53万元。", "TXT-FIGURE", 0},
    {"2024年支出预算718.53万元。", "TXT-FIGURE", 1},
    {"支出总计为 7175300 元。", "TXT-FIGURE", 0},
    {"2024年，基本支出496.13万元，项目支出221.4万元。", "TXT-FIGURE", 0},
    {"2024年，基本支出496.13万元，项目支出212.4万元。", "TXT-FIGURE", 1},
    {"其中：人员经费474.40万元。", "TXT-FIGURE", 1},
    {"我部门财政拨款“三公”经费预算安排56.23万元。", "TXT-FIGURE", 1},
    {"公务用车运维费34万元；公务接待费22.3万元。", "TXT-FIGURE", 0},
    {"公务用车运维费34万元；公务接待费22.4万元。", "TXT-FIGURE", 1},
    {"社会保障和就业支出（类）57.38万元：主要用于养老。", "TXT-FIGURE", 1},
    {"社会保障和就业（类）57.83万元：主要用于养老。", "TXT-FIGURE", 0},
    {"办公费48.37万元。", "TXT-FIGURE", 1},
    /* another year, another thing, a part of it, a limit, no exact figure */
    {"2023年基本支出480.00万元。", "TXT-FIGURE", 0},
    {"上年基本支出480.00万元。", "TXT-FIGURE", 0},
    {"重点绿化项目支出30万元。", "TXT-FIGURE", 0},
    {"政府性基金预算项目支出30万元。", "TXT-FIGURE", 0},
    {"公务接待费约22万元。", "TXT-FIGURE", 0},
    {"公务接待费较上年增加3万元。", "TXT-FIGURE", 0},
    {"单价在20万元以上的设备，基本支出。", "TXT-FIGURE", 0},
    {"全年基本支出496.13万元", "TXT-FIGURE", 0},
};
CASES(amounts_are_those_of_the_facts, figures)

static const struct saying units[] = {
    {"2024年支出预算717.53元。", "UNIT-WORD", 1},
    {"2024年基本支出4961300万元。", "UNIT-WORD", 1},
    {"2024年支出预算717.53万元。", "UNIT-WORD", 0},
    {"2024年支出预算7175300元。", "UNIT-WORD", 0},
};
CASES(units_of_money_are_not_mistaken, units)

static const struct saying operating[] = {
    {"2024年，我部门机关运行经费共计安排48.73万元。", "OPERATING", 0},
    {"2024年，我部门机关运行经费共计安排84.73万元。", "OPERATING", 1},
    {"2023年机关运行经费50.00万元。", "OPERATING", 0},
};
CASES(operating_funds_are_the_public_funds, operating)

static const struct saying sums[] = {
    {"支出717.53万元，其中：基本支出496.13万元、项目支出221.40万元。",
     "TXT-SUM", 0},
    {"支出717.53万元，其中基本支出496.13万元，包括人员经费447.40万元和日常公用"
     "经费48.73万元；项目支出221.40万元，主要为甲项目安排120万元；乙项目安排"
     "101.4万元。",
     "TXT-SUM", 0},
    {"支出717.53万元，其中基本支出496.13万元，包括人员经费447.40万元和日常公用"
     "经费84.73万元；项目支出221.40万元。",
     "TXT-SUM", 1},
    {"收入80万元，其中：甲收入60万元、乙收入30万元。", "TXT-SUM", 1},
    {"收入80万元，其中：甲收入60万元。", "TXT-SUM", 0},
    {"收入80万元，其中甲40.004万元，乙40.004万元。", "TXT-SUM", 0},
    {"支出9万元（甲3万元、乙3万元、丙2.5万元）。", "TXT-SUM", 1},
    {"支出9万元（甲3万元、乙3万元、丙3万元）。", "TXT-SUM", 0},
    {"“三公”经费56.32万元，较上年减少0.05万元。其中：因公出国（境）费0.00"
     "万元，与上年持平；公务用车购置费0.00万元；公务用车运行维护费34.00万元；"
     "公务接待费22.32万元，较上年减少0.05万元。",
     "TXT-SUM", 0},
    {"“三公”经费1.30万元，其中因公出国（境）费0.00万元；公务用车购置及运维费"
     "1.30万元（其中：公务用车购置费为0.00万元，公务用车运维费1.30万元)；同比"
     "无增减变化；公务接待费0.00万元。",
     "TXT-SUM", 0},
    {"项目支出较上年增加20万元，主要原因是新增甲项目15万元、乙项目12万元。",
     "TXT-SUM", 1},
    {"项目支出较上年增加28万元，主要原因是新增甲项目15万元、乙项目12万元。",
     "TXT-SUM", 0},
};
CASES(parts_add_up, sums)

static const struct saying changes[] = {
    {"收入5.00万元，比上年增加10.00万元。", "TXT-YOY", 1},
    {"收入100.00万元，支出90.00万元，较上年增加0.5元。", "UNIT-WORD", 1},
    {"收入100.00万元，支出90.00万元，较上年增加0.5万元。", "UNIT-WORD", 0},
    {"收入100万元，比上年预算90万元增加10万元。", "TXT-YOY", 0},
    {"收入100万元，比上年预算90万元增加11万元。", "TXT-YOY", 1},
    {"收入100万元，比上年预算90万元减少10万元。", "TXT-YOY", 1},
    {"收入100.00万元（上年收入90.00万元，同比增加10.00万元）。", "TXT-YOY", 0},
    {"收入100.00万元（上年收入90.00万元，同比增加10.30万元）。", "TXT-YOY", 1},
    {"2023年公务接待费0.55万元。2024年公务接待费0.55万元，与2023年相比增加0.2"
     "万元。",
     "TXT-YOY", 1},
    {"2023年公务接待费0.55万元。2024年公务接待费0.75万元，与2023年相比增加0.2"
     "万元。",
     "TXT-YOY", 0},
    {"预算收支安排717.53万元，较2023年预算减少5.13万元，其中：基本支出减少21.97"
     "万元，主要为甲减少。项目支出增加16.84万元，主要为新增乙。",
     "TXT-YOY", 0},
    {"预算收支安排717.53万元，较2023年预算增加5.13万元，其中：基本支出减少21.97"
     "万元，主要为甲减少。项目支出增加16.84万元，主要为新增乙。",
     "TXT-YOY", 1},
    {"预算收支安排717.53万元，较2023年预算减少5.13万元，其中：基本支出减少22.97"
     "万元，主要为甲减少。项目支出增加16.84万元，主要为新增乙。",
     "TXT-YOY", 1},
    {"项目支出221.40万元，较上年增加16万元，同比减少7.8%。", "TXT-YOY", 1},
};
CASES(changes_are_computed_right, changes)

static const struct saying percents[] = {
    {"收入735.66万元，比上年增加59.71万元，同比增加8.8%。", "TXT-BASE", 0},
    {"收入735.66万元，比上年增加59.71万元，同比增加8.1%。", "TXT-BASE", 1},
    {"收入735.66万元，比上年增加59.71万元，增长9%。", "TXT-BASE", 0},
    {"收入735.66万元，比上年增加59.71万元，增长8.83%。", "TXT-BASE", 0},
    /* cut off, not rounded */
    {"运行经费78.44万元，比去年减少8.02万元，降低9.2%。", "TXT-BASE", 1},
    {"接待费5万元，上年接待费0万元，比上年增加5万元，增长100%。", "TXT-BASE",
     1},
    {"接待费0万元，比上年增加0万元，同比增加0%。", "TXT-BASE", 0},
    {"采购预算总额23.9万元，其中：货物支出16.9万元、份额比例70.7%。",
     "TXT-BASE", 0},
    {"采购预算总额23.9万元，其中：货物支出16.9万元、份额比例77.7%。",
     "TXT-BASE", 1},
};
CASES(percentages_are_computed_right, percents)

static const struct saying years[] = {
    {"2024年预算收支安排717.53万元，较2023年预算减少5.13万元。", "YEAR", 0},
    {"2024年预算收支安排717.53万元，较2024年预算减少5.13万元。", "YEAR", 1},
    {"2024年预算收支安排717.53万元，较2022年预算减少5.13万元。", "YEAR", 2},
    {"2023年预算支出717.53万元。", "YEAR", 1},
    {"2023年预算支出722.66万元。", "YEAR", 0},
    {"截止2022年12月31日，在职人员19人。", "YEAR", 1},
    {"截止2023年12月31日，在职人员19人。", "YEAR", 0},
    {"按照《2022年预算编制办法》和〔2022〕5号文件执行。", "YEAR", 0},
    {"1958年建馆，2035年建成。", "YEAR", 0},
    /* last year's number over this year's words */
    {"2023年培训支出100万元，较上年增加5万元。", "YEAR", 1},
    {"2023年培训支出100万元。2024年培训支出105万元，较上年增加5万元。", "YEAR",
     0},
    {"2021-2025年规划。", "YEAR", 0},
};
CASES(years_are_right, years)

static const struct saying reasons[] = {
    {"公务接待费22.32万元，较上年增加5万元。", "TXT-REASON", 1},
    {"公务接待费22.32万元，较上年增加5万元，主要原因是来访增加。", "TXT-REASON",
     0},
    {"公务接待费22.32万元，较上年增加0.05万元。", "TXT-REASON", 0},
    {"公务接待费22.32万元，较上年增加5万元。主要原因是。", "TXT-REASON", 1},
};
CASES(changes_have_reasons, reasons)

static const struct saying repeats[] = {
    {"档案数字化加工费为12万元。今年档案数字化加工费为15万元。", "TXT-REPEAT",
     1},
    {"档案数字化加工费为12万元。今年档案数字化加工费为12.00万元。",
     "TXT-REPEAT", 0},
    {"2023年档案数字化加工费为12万元。2024年档案数字化加工费为15万元。",
     "TXT-REPEAT", 0},
};
CASES(a_figure_given_twice_is_the_same, repeats)

static const struct saying compositions[] = {
    {"主要用于办公费48.73万元。", "TXT-COMPOSE", 0},
};
CASES(uses_exist, compositions)

static void a_class_without_money_is_no_use(void **state)
{
	(void)state;
	assert_found(TABLE("一般公共预算基本支出表",
			   COL("code") COL("name") COL("amount"),
			   HEAD(H("科目编码") H("科目名称") H("合计")))
			 ROW(C("30201") C("办公费") C("5.00"))
			     ROW(C("30202") C("印刷费") C("0.00"))
				 TABLE_END P("p", "主要用于印刷费2万元。"),
		     "TXT-COMPOSE", 1);
}

static void headings_bear_the_year(void **state)
{
	(void)state;
	assert_found(
	    "<p id='h' outline='1'>甲县档案局2023年部门预算</p>" P("p", "无"),
	    "YEAR", 1);
	assert_found(
	    "<p id='h' outline='1'>甲县档案局2024年部门预算</p>" P("p", "无"),
	    "YEAR", 0);
	assert_found(
	    "<p id='h' outline='2'>固定资产表</p><table id='t'><unit-line>"
	    "<left>x</left><middle>截止时间：2024-12-31</middle><right>单位："
	    "万元</right></unit-line>" COL("name") COL("amount")
		HEAD(H("项目") H("价值")) ROW(C("资产总额") C("5.00"))
		    TABLE_END,
	    "YEAR", 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(amounts_are_those_of_the_facts),
	    cmocka_unit_test(units_of_money_are_not_mistaken),
	    cmocka_unit_test(operating_funds_are_the_public_funds),
	    cmocka_unit_test(parts_add_up),
	    cmocka_unit_test(changes_are_computed_right),
	    cmocka_unit_test(percentages_are_computed_right),
	    cmocka_unit_test(years_are_right),
	    cmocka_unit_test(changes_have_reasons),
	    cmocka_unit_test(a_figure_given_twice_is_the_same),
	    cmocka_unit_test(uses_exist),
	    cmocka_unit_test(a_class_without_money_is_no_use),
	    cmocka_unit_test(headings_bear_the_year),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
