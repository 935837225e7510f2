/* SPDX-License-Identifier: MIT */
/* What was once told of documents in which nothing was wrong, each beside a
 * fault that looks like it. */
#include "base/arena.h"
#include "check/check_case.h"

#define SANGONG(last, now)                                                     \
	TABLE("一般公共预算“三公”经费支出表",                                  \
	      COL("name") COL("amount") COL("amount"),                         \
	      HEAD(H("项目") H("2023年预算数") H("2024年预算数")))             \
	TOTAL(C("合计") C(last) C(now))                                        \
	ROW(C("1．公务接待费") C(last) C(now)) TABLE_END

#define FORM(title, name, budget, costs)                                          \
	"<p id='h-" name "' outline='3'>" title "</p><table id='f-" name          \
	"'><unit-line><left/><middle/><right>单位：万元</right></unit-line>" COL( \
	    "text") COL("text") COL("text") COL("text") COL("text")               \
	    ROW(C("项目编码") C("P1") C("项目名称") C(name) C(""))                \
		ROW(C("预算规模") C("预算数") C(budget) C("")                     \
			C("")) "<row kind='subhead'>" H("一级指标")               \
		    H("二级指标") H("三级指标") H("绩效指标描述")                 \
			H("指标值") "</row>" costs "</table>"

#define COST(name, value)                                                      \
	ROW(C("产出指标") C("成本指标") C(name) C("花费") C(value))

#define BUYS(amount)                                                           \
	TABLE(                                                                 \
	    "政府采购预算表",                                                  \
	    COL("name") COL("name") COL("amount") COL("amount"),               \
	    HEAD(H("项目名称") H("采购物品名称") H("预算资金") H("采购金额"))) \
	ROW(C("道路养护经费") C("沥青") C(amount) C("1.00")) TABLE_END

/* Two classifications side by side, each code with its name. */
#define TWO_CLASSES(name)                                                      \
	TABLE("一般公共预算基本支出表",                                        \
	      COL("code") COL("name") COL("code") COL("text") COL("amount"),   \
	      HEAD(H("编码") H("名称") H("编码") H("名称") H("金额")))         \
	ROW(C("50101") C("工资奖金津补贴") C("30101") C("基本工资") C("1.00")) \
	ROW(C("50101") C("工资奖金津补贴") C("30102") C("津贴补贴") C("1.00")) \
	ROW(C("50501") C("工资福利支出") C("30101") C(name) C("1.00"))         \
	TABLE_END

/* One project listed with its name, below the title of a list. */
#define ONE_LISTED(value)                                                      \
	TABLE("表8 部门预算项目绩效目标表",                                    \
	      COL("name") COL("amount") COL("word") COL("word") COL("text")    \
		  COL("word"),                                                 \
	      HEAD(H("项目名称") H("预算数") H("一级指标") H("二级指标")       \
		       H("三级指标") H("指标值")))                             \
	ROW(C("道路养护经费") C("20.00") C("产出指标") C("数量指标")           \
		C("养护里程") C(value))                                        \
	TABLE_END

#define ECONOMIC                                                               \
	TABLE("一般公共预算支出表（按政府预算支出经济分类）",                  \
	      COL("code") COL("name") COL("amount"),                           \
	      HEAD(H("科目编码") H("科目名称") H("2024年预算数")))             \
	ROW(C("502") C("机关商品和服务支出") C("4.00"))                        \
	ROW(C("50206") C("公务接待费") C("4.00")) TABLE_END

struct case_of {
	const char *rule, *body;
	size_t n;
};

static const struct case_of cases[] = {
    /* 公务接待费 in words about 三公 is that of its table, not the class of
     * an economic table before it */
    {"TXT-BASE",
     ECONOMIC SANGONG("7.00", "6.00")
	 P("p", "2024年公务接待费比上年预算减少1.00万元，下降14.29%。"),
     0},
    {"TXT-BASE",
     ECONOMIC SANGONG("7.00", "6.00")
	 P("p", "2024年公务接待费比上年预算减少1.00万元，下降20.00%。"),
     1},
    {"TXT-FIGURE",
     ECONOMIC SANGONG("7.00", "6.00")
	 P("p", "2024年“三公”经费中，公务接待费6.00万元。"),
     0},
    {"TXT-FIGURE",
     ECONOMIC SANGONG("7.00", "6.00")
	 P("p", "2024年“三公”经费中，公务接待费4.00万元。"),
     1},
    {"TXT-FIGURE",
     ECONOMIC SANGONG("7.00", "6.00")
	 P("p", "2024年机关运行经费主要用于公务接待费4.00万元。"),
     0},
    /* the name beside the code, not the row's first */
    {"CODE-NAME", TWO_CLASSES("基本工资"), 0},
    {"CODE-NAME", TWO_CLASSES("津贴补贴"), 1},
    /* a list of one project is titled as a list */
    {"PROJ-SET", ONE_LISTED("≥10公里"), 0},
    {"PROJ-SET",
     FORM("表8 道路绿化经费绩效目标表", "道路养护经费", "20.00", ""), 1},
    /* last year's column is not this year's figure */
    {"TXT-FIGURE",
     SANGONG("11.03", "0.50")
	 P("p", "2024年公务接待费0.50万元，比上年预算减少10.53万元。"),
     0},
    {"TXT-FIGURE",
     SANGONG("11.03", "0.50")
	 P("p", "2024年公务接待费11.03万元，比上年预算减少10.53万元。"),
     1},
    /* a name that begins with a year is no 8.2024 */
    {"HEAD-SEQ",
     "<p id='a' outline='3'>1．道路养护经费</p><p id='b' "
     "outline='3'>2．2024年度补助资金</p><p id='c' "
     "outline='3'>3．文物保护经费</p>",
     0},
    {"HEAD-SEQ",
     "<p id='a' outline='3'>1．道路养护经费</p><p id='b' "
     "outline='3'>3．2024年度补助资金</p>",
     1},
    /* the price of one is no part of the budget */
    {"IND-COST",
     FORM("1、道路养护经费绩效目标表", "道路养护经费", "20.00",
	  COST("单位成本", "≤37元")),
     0},
    {"IND-COST",
     FORM("1、道路养护经费绩效目标表", "道路养护经费", "20.00",
	  COST("单位成本", "≤37元") COST("材料成本", "≤12.00万元")),
     0},
    {"IND-COST",
     FORM("1、道路养护经费绩效目标表", "道路养护经费", "20.00",
	  COST("单位成本", "≤37元") COST("材料成本", "≤22.00万元")),
     1},
    /* targets of two projects are no figure given twice */
    {"TXT-REPEAT",
     P("p", "粮食收储单位成本≤79元。") P("q", "粮食收储单位成本≤37元。"), 0},
    {"TXT-REPEAT",
     P("p", "档案数字化加工费12.00万元。")
	 P("q", "档案数字化加工费15.00万元。"),
     1},
    /* both are rounded */
    {"XTAB-EQUAL",
     BUYS("9.845")
	 FORM("1、道路养护经费绩效目标表", "道路养护经费", "9.85", ""),
     0},
    {"XTAB-EQUAL",
     BUYS("9.80") FORM("1、道路养护经费绩效目标表", "道路养护经费", "9.85", ""),
     1},
    /* a reason that stands elsewhere; what a paragraph leaves is told once */
    {"TXT-REASON",
     P("p", "收入总计100万元，比上年80万元增加20万元。")
	 P("q", "支出总计100万元，比上年增加20万元，主要原因是增加项目。"),
     0},
    {"TXT-REASON",
     P("p", "收入100万元，比上年80万元增加20万元。支出100万元，比上年70万元增加"
	    "30万元。"),
     1},
    {"TXT-REASON",
     "<p id='h' outline='2'>一、收支</p>" P(
	 "p", "收入100万元，比上年80万元增加20万元。")
	 P("q", "支出100万元，比上年70万元增加30万元。") "<p id='i' outline='2'>二、项目</p>" P(
	     "r", "项目支出50万元，比上年10万元增加40万元。"),
     2},
    /* what a department hands on is not all of its projects */
    {"PROJ-SET",
     "<p id='h' outline='2'>六、部门主管专项资金预算安排情况</p>" P(
	 "p", "主管专项项目有道路养护经费、文物保护经费。")
	 FORM("1、道路养护经费绩效目标表", "道路养护经费", "1.00", "")
	     FORM("2、文物保护经费绩效目标表", "文物保护经费", "1.00", "")
		 FORM("3、河道治理经费绩效目标表", "河道治理经费", "1.00", ""),
     0},
    {"PROJ-SET",
     "<p id='h' outline='2'>六、项目支出</p>" P(
	 "p", "项目支出有道路养护经费、文物保护经费。")
	 FORM("1、道路养护经费绩效目标表", "道路养护经费", "1.00", "")
	     FORM("2、文物保护经费绩效目标表", "文物保护经费", "1.00", "")
		 FORM("3、河道治理经费绩效目标表", "河道治理经费", "1.00", ""),
     1},
    /* a unit's code is no class, and its projects stand below it */
    {"CODE-NAME",
     TABLE("部门收入总表", COL("code") COL("name") COL("amount"),
	   HEAD(H("部门（单位）代码") H("部门（单位）名称") H("合计")))
	 ROW(C("201") C("示例局") C("3.50")) TABLE_END TABLE(
	     "部门支出总表", COL("code") COL("name") COL("amount"),
	     HEAD(H("科目编码") H("科目名称") H("合计")))
	     ROW(C("201") C("一般公共服务支出") C("3.50")) TABLE_END,
     0},
    {"CODE-NAME",
     TABLE("部门收入总表", COL("code") COL("name") COL("amount"),
	   HEAD(H("科目编码") H("科目名称") H("合计")))
	 ROW(C("201") C("公共服务支出") C("3.50")) TABLE_END TABLE(
	     "部门支出总表", COL("code") COL("name") COL("amount"),
	     HEAD(H("科目编码") H("科目名称") H("合计")))
	     ROW(C("201") C("一般公共服务支出") C("3.50")) TABLE_END,
     1},
    {"SUM-TOTAL",
     TABLE("项目支出表", COL("code") COL("name") COL("amount"),
	   HEAD(H("单位编码") H("项目名称") H("合计")))
	 TOTAL(C("") C("合计") C("3.50")) ROW(C("201") C("示例局") C("3.50"))
	     ROW(C("") C("办公") C("1.50")) ROW(C("") C("印刷") C("2.00"))
		 TABLE_END,
     0},
    {"SUM-TOTAL",
     TABLE("项目支出表", COL("code") COL("name") COL("amount"),
	   HEAD(H("科目编码") H("科目名称") H("合计")))
	 TOTAL(C("") C("合计") C("3.50")) ROW(C("201") C("公共服务") C("3.50"))
	     ROW(C("") C("年终结转结余") C("1.50")) TABLE_END,
     1},
    /* what was done last year, and what is planned for this one */
    {"YEAR", P("p", "2023年，本部门完成了库房改造。"), 0},
    {"YEAR", P("p", "2023年，本部门共编制8个重点项目绩效目标。"), 1},
    {"YEAR",
     P("p", "2023年本部门没有使用政府性基金，2024年政府性基金预算5万元。"), 0},
};

static void only_faults_are_told(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		print_message("%s %zu\n", cases[i].rule, i);
		assert_found(cases[i].body, cases[i].rule, cases[i].n);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(only_faults_are_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
