/* SPDX-License-Identifier: MIT */
/* Rules on tables: each fires on its fault, and not on what is near it. */
#include "check/check_case.h"

#define CODES COL("code") COL("name") COL("amount") COL("amount") COL("amount")
#define CODE_HEADS                                                             \
	HEAD(H("科目编码") H("科目名称") H("合计") H("基本支出") H("项目支出"))
#define SPENDING(rows)                                                         \
	TABLE("部门预算支出总表", CODES, CODE_HEADS) rows TABLE_END

#define LIST COL("name") COL("amount") COL("name") COL("amount")
#define LIST_HEADS                                                             \
	HEAD("<cell role='column-head' colspan='2'>收入</cell>"              \
	     "<cell role='column-head' colspan='2'>支出</cell>")               \
	HEAD(H("项目") H("预算数") H("项目") H("预算数"))
#define BALANCE_TABLE(rows)                                                    \
	TABLE("部门预算收支总表", LIST, LIST_HEADS) rows TABLE_END

#define FOUR(a, b, c, d)    ROW(C(a) C(b) C(c) C(d))
#define FIVE(a, b, c, d, e) ROW(C(a) C(b) C(c) C(d) C(e))

static void a_code_is_the_sum_of_those_below(void **state)
{
	(void)state;
	assert_found(
	    SPENDING(
		TOTAL(C("") C("合计") C("30.00") C("20.00") C("10.00"))
		    FIVE("201", "一般公共服务支出", "30.00", "20.00", "10.00")
			FIVE("20101", "人大事务", "30.00", "20.00", "10.00")
			    FIVE("2010101", "行政运行", "20.00", "20.00", "")
				FIVE("2010102", "一般行政管理事务", "11.00", "",
				     "11.00")),
	    "SUM-CHILD", 2);
	/* off by what rounding explains: a note, where facts are not known */
	assert_found(
	    SPENDING(FIVE("201", "一般公共服务支出", "30.01", "30.01", "")
			 FIVE("20101", "人大事务", "15.00", "15.00", "")
			     FIVE("20102", "政协事务", "15.00", "15.00", "")),
	    "SUM-CHILD", 1);
	/* one summand is its total */
	assert_found(
	    SPENDING(FIVE("201", "一般公共服务支出", "30.01", "30.01", "")
			 FIVE("20101", "人大事务", "30.00", "30.00", "")),
	    "SUM-CHILD", 2);
	/* units and kinds of items in one table */
	assert_found(
	    SPENDING(FIVE("001", "部门", "30.00", "30.00",
			  "") FIVE("001001", "单位一", "10.00", "10.00", "")
			 FIVE("1101", "基本工资", "10.00", "10.00", "")
			     FIVE("001002", "单位二", "20.00", "20.00", "")),
	    "SUM-CHILD", 0);
}

static void a_total_is_the_sum_of_its_rows(void **state)
{
	(void)state;
	assert_found(SPENDING(TOTAL(C("") C("合计") C("30.00") C("30.00") C(
			 "")) FIVE("201", "甲支出", "10.00", "10.00", "")
				  FIVE("208", "乙支出", "25.00", "25.00", "")),
		     "SUM-TOTAL", 2);
	assert_found(SPENDING(TOTAL(C("") C("合计") C("40.00") C("40.00") C(
			 "")) FIVE("201", "甲支出", "10.00", "10.00", "")
				  FIVE("208", "乙支出", "25.00", "25.00", "")),
		     "HIDDEN-ROW", 2);
	assert_found(SPENDING(TOTAL(C("") C("合计") C("35.01") C("35.01") C(
			 "")) FIVE("201", "甲支出", "10.00", "10.00", "")
				  FIVE("208", "乙支出", "25.00", "25.00", "")),
		     "HIDDEN-ROW", 0);
}

static void a_row_without_a_code_counts(void **state)
{
	(void)state;
	/* 年终结转结余 has no 科目 */
	assert_found(
	    SPENDING(TOTAL(C("") C("合计") C("35.00") C("35.00") C(""))
			 FIVE("201", "甲支出", "10.00", "10.00", "")
			     FIVE("", "年终结转结余", "25.00", "25.00", "")),
	    "HIDDEN-ROW", 0);
	assert_found(
	    SPENDING(TOTAL(C("") C("合计") C("36.00") C("36.00") C(""))
			 FIVE("201", "甲支出", "10.00", "10.00", "")
			     FIVE("", "年终结转结余", "25.00", "25.00", "")),
	    "HIDDEN-ROW", 2);
}

static void totals_of_lists_fit_some_reading(void **state)
{
	(void)state;
	assert_found(
	    BALANCE_TABLE(
		FOUR("一、拨款收入", "10.00", "一、甲支出", "8.00")
		    FOUR("二、单位资金", "5.00", "二、乙支出", "9.00")
			FOUR("本年收入合计", "15.00", "本年支出合计", "17.00")
			    FOUR("上年结转结余", "2.00", "年终结转结余", "")
				FOUR("收入总计", "17.00", "支出总计", "17.00")),
	    "SUM-TOTAL", 0);
	assert_found(
	    BALANCE_TABLE(
		FOUR("一、拨款收入", "10.00", "一、甲支出", "8.00")
		    FOUR("二、单位资金", "5.00", "二、乙支出", "9.00")
			FOUR("本年收入合计", "14.00", "本年支出合计", "17.00")),
	    "SUM-TOTAL", 1);
	/* lists within a list: （一） below 一、 */
	assert_clean(BALANCE_TABLE(
	    FOUR("一、本年收入", "10.00", "一、本年支出",
		 "10.00") FOUR("（一）拨款", "8.00", "（一）甲支出", "10.00")
		FOUR("（二）基金", "2.00", "（二）乙支出", "")
		    FOUR("二、上年结转", "", "二、年终结转结余", "")
			FOUR("收 入 总 计", "10.00", "支 出 总 计", "10.00")));
}

#define FUNDS_HEADS                                                            \
	HEAD("<cell role='column-head' rowspan='2'>科目编码</cell>"        \
	     "<cell role='column-head' rowspan='2'>科目名称</cell>"        \
	     "<cell role='column-head' rowspan='2'>合计</cell>"              \
	     "<cell role='column-head' colspan='3'>基本支出</cell>"        \
	     "<cell role='column-head' rowspan='2'>项目支出</cell>")           \
	HEAD(H("小计") H("人员经费") H("公用经费"))
#define FUNDS(rows)                                                            \
	TABLE("一般公共预算支出表", CODES COL("amount") COL("amount"),         \
	      FUNDS_HEADS)                                                     \
	rows TABLE_END
#define SEVEN(a, b, c, d, e, f, g) ROW(C(a) C(b) C(c) C(d) C(e) C(f) C(g))

static void a_total_column_is_the_sum_of_its_parts(void **state)
{
	(void)state;
	assert_found(FUNDS(SEVEN("201", "甲支出", "10.00", "6.00", "4.00",
				 "2.00", "4.00")),
		     "SUM-ROW", 0);
	assert_found(
	    FUNDS(
		SEVEN("201", "甲支出", "10.00", "6.00", "4.00", "3.00", "4.00")
		    SEVEN("208", "乙支出", "5.00", "5.00", "4.00", "1.00", "")),
	    "SUM-ROW", 1);
	assert_found(
	    FUNDS(
		SEVEN("201", "甲支出", "11.00", "6.00", "4.00", "2.00", "4.00")
		    SEVEN("208", "乙支出", "5.00", "5.00", "4.00", "1.00", "")),
	    "SUM-ROW", 1);
}

#define SANGONG(rows)                                                          \
	TABLE("“三公”经费支出表", COL("name") COL("amount"),                   \
	      HEAD(H("项目") H("合计")))                                       \
	rows TABLE_END
#define TWO(a, b) ROW(C(a) C(b))

static void sub_items_add_up(void **state)
{
	(void)state;
	assert_found(SANGONG(TWO("“三公”经费小计", "9.00")
				 TWO("一、公务用车购置及运维费", "8.00")
				     TWO("其中：公务用车购置费", "")
					 TWO("公务用车运行维护费", "7.00")
					     TWO("二、公务接待费", "1.00")),
		     "SUM-SUBITEM", 1);
	assert_clean(SANGONG(TWO("“三公”经费小计", "9.00") TWO(
	    "一、公务用车购置及运维费", "8.00") TWO("其中：公务用车购置费", "")
				 TWO("公务用车运行维护费", "8.00")
				     TWO("二、公务接待费", "1.00")));
	/* a part that is only one of several */
	assert_clean(
	    SANGONG(TWO("一、会议费", "9.00") TWO("其中：业务会议费", "4.00")));
	/* 合计 holds rows that are not shown */
	assert_found(SANGONG(TWO("合计", "12.00") TWO("“三公”经费小计", "9.00")
				 TWO("一、公务用车购置及运维费", "8.00")
				     TWO("二、公务接待费", "1.00")),
		     "HIDDEN-ROW", 1);
}

#define ASSETS(total)                                                          \
	TABLE("固定资产占用情况表", COL("name") COL("count") COL("amount"),    \
	      HEAD(H("项目") H("数量") H("价值（金额单位：万元）")))           \
	ROW(C("资产总额") C(total) C("12.00"))                                 \
	ROW(C("1、房屋（平方米）") C("300") C("10.00"))                        \
	ROW(C("2、车辆（台、辆）") C("2") C("2.00")) TABLE_END

static void different_measures_are_not_totalled(void **state)
{
	(void)state;
	assert_found(ASSETS("302"), "MIXED-UNITS", 1);
	assert_clean(ASSETS(""));
}

#define EQUAL(balance, income, spending)                                       \
	BALANCE_TABLE(                                                         \
	    FOUR("一、拨款收入", "30.00", "一、甲支出", "30.00")               \
		FOUR("本年收入合计", "30.00", "本年支出合计", "30.00")         \
		    FOUR("收入总计", "30.00", "支出总计", balance))            \
	TABLE("部门预算收入总表", COL("code") COL("name") COL("amount"),       \
	      HEAD(H("科目编码") H("科目名称") H("合计")))                     \
	ROW(C("") C("合计") C(income))                                         \
	ROW(C("201") C("甲支出") C(income))                                    \
	TABLE_END SPENDING(FIVE("", "合计", spending, spending, "")            \
			       FIVE("201", "甲支出", spending, spending, ""))

static void tables_balance(void **state)
{
	(void)state;
	assert_clean(EQUAL("30.00", "30.00", "30.00"));
	assert_found(EQUAL("31.00", "30.00", "30.00"), "BALANCE", 1);
	assert_found(EQUAL("30.00", "31.00", "30.00"), "BALANCE", 1);
	assert_found(EQUAL("30.00", "30.00", "31.00"), "BALANCE", 1);
	assert_found(EQUAL("30.00", "30.00", "31.00"), "XTAB-EQUAL", 1);
}

static void codes_are_named_once(void **state)
{
	(void)state;
	assert_found(SPENDING(FIVE("201", "甲支出", "1.00", "1.00", "")
				  FIVE("201", "甲支出", "1.00", "1.00", "")),
		     "CODE-UNIQUE", 1);
	assert_found(SPENDING(FIVE("201", "", "1.00", "1.00", "")), "CODE-NAME",
		     1);
	assert_found(
	    SPENDING(FIVE("201", "甲支出", "1.00", "1.00", ""))
		FUNDS(SEVEN("201", "乙支出", "1.00", "1.00", "1.00", "", "")),
	    "CODE-NAME", 1);
	assert_found(
	    SPENDING(FIVE("201", "甲支出", "1.00", "1.00", ""))
		FUNDS(SEVEN("201", "甲 支出", "1.00", "1.00", "1.00", "", "")),
	    "CODE-NAME", 0);
	assert_found(
	    SPENDING(FIVE("2013101", "行政运行", "3.00", "1.00", "2.00")),
	    "FUNC-BASIC", 1);
	assert_found(SPENDING(FIVE("2013101", "行政运行", "1.00", "1.00", "")),
		     "FUNC-BASIC", 0);
}

/* A subject's code in three columns, below the code of its unit. */
#define BY_UNIT(rows)                                                          \
	TABLE("部门支出总表",                                                  \
	      COL("code") COL("code") COL("code") COL("code") COL("name")      \
		  COL("amount"),                                               \
	      HEAD("<cell role='column-head' colspan='3'>科目编码</cell>"  \
		   "<cell role='column-head' rowspan='2'>单位代码</cell>"  \
		   "<cell role='column-head' rowspan='2'>"                     \
		   "单位名称（科目）</cell>"                           \
		   "<cell role='column-head' rowspan='2'>合计</cell>")         \
		  HEAD(H("类") H("款") H("项")))                               \
	rows TABLE_END
#define UNIT(code, amount)                                                     \
	ROW(C("") C("") C("") C(code) C("单位" code) C(amount))
#define SUBJECT(a, b, c, unit, amount)                                         \
	ROW(C(a) C(b) C(c) C(unit) C("科目" a b c) C(amount))

static void units_with_their_subjects_add_up(void **state)
{
	(void)state;
	assert_clean(
	    BY_UNIT(TOTAL(C("") C("") C("") C("") C("合计") C("30.00")) UNIT(
		"600001", "10.00") SUBJECT("208", "05", "05", "600001", "4.00")
			SUBJECT("213", "01", "04", "600001", "6.00")
			    UNIT("600002", "20.00")
				SUBJECT("208", "05", "05", "600002", "20.00")));
	/* the department's own code begins the units' */
	assert_clean(BY_UNIT(
	    TOTAL(C("") C("") C("") C("") C("合计") C("30.00"))
		UNIT("600", "30.00") UNIT("600001", "10.00")
		    SUBJECT("208", "05", "05", "600001", "10.00")
			UNIT("600002", "20.00")
			    SUBJECT("208", "05", "05", "600002", "20.00")));
	/* and has its own subjects, which are the whole again */
	assert_clean(BY_UNIT(
	    UNIT("600", "30.00") SUBJECT("208", "05", "05", "600", "30.00")
		UNIT("600001", "10.00") UNIT("600002", "20.00")));
	assert_found(BY_UNIT(UNIT("600", "30.00")
				 SUBJECT("208", "05", "05", "600", "31.00")
				     UNIT("600001", "10.00")
					 UNIT("600002", "20.00")),
		     "SUM-CHILD", 1);
	assert_found(BY_UNIT(UNIT("600001", "10.00") SUBJECT("208", "05", "05",
							     "600001", "4.00")
				 SUBJECT("213", "01", "04", "600001", "7.00")),
		     "SUM-CHILD", 1);
	assert_found(BY_UNIT(TOTAL(C("") C("") C("") C("") C("合计") C("31.00"))
				 UNIT("600001", "10.00")
				     UNIT("600002", "20.00")),
		     "HIDDEN-ROW", 1);
	assert_found(
	    BY_UNIT(SUBJECT("208", "05", "05", "600001", "4.00")
			SUBJECT("208", "05", "05", "600001", "4.00")
			    SUBJECT("208", "05", "05", "600002", "4.00")),
	    "CODE-UNIQUE", 1);
}

#define PROJECT(level, a, b, c, unit, name, amount)                            \
	ROW(C(a) C(b) C(c) C(unit) "<cell level='" level "'>" name             \
				   "</cell>" C(amount))

/* Projects below subjects below units: the indents tell. */
static void projects_stand_below_subjects(void **state)
{
	(void)state;
	assert_clean(BY_UNIT(
	    TOTAL(C("") C("") C("") C("") C("合计") C("30.00"))
		UNIT("600001", "30.00") PROJECT("1", "213", "01", "04",
						"600001", "事业运行", "30.00")
		    PROJECT("2", "", "", "", "600001", "甲项目", "10.00")
			PROJECT("2", "", "", "", "600001", "乙项目", "20.00")));
	assert_found(BY_UNIT(UNIT("600001", "30.00") PROJECT(
			 "1", "213", "01", "04", "600001", "事业运行", "30.00")
				 PROJECT("2", "213", "01", "04", "600001",
					 "甲项目", "10.00")
				     PROJECT("2", "213", "01", "04", "600001",
					     "甲项目", "21.00")),
		     "SUM-CHILD", 1);
	assert_found(BY_UNIT(UNIT("600001", "30.00") PROJECT(
			 "1", "213", "01", "04", "600001", "事业运行", "30.00")
				 PROJECT("2", "213", "01", "04", "600001",
					 "甲项目", "10.00")
				     PROJECT("2", "213", "01", "04", "600001",
					     "甲项目", "20.00")),
		     "CODE-UNIQUE", 1);
}

/* 类, then 款 below it, which may leave the 类 to the row above. */
static void pieces_of_a_code_are_one_code(void **state)
{
	(void)state;
	assert_clean(BY_UNIT(TOTAL(C("") C("") C("") C("") C("合计") C("30.00"))
				 SUBJECT("208", "", "", "", "30.00")
				     SUBJECT("", "05", "", "", "30.00") SUBJECT(
					 "", "", "05", "", "10.00")
					 SUBJECT("", "", "06", "", "20.00")));
	assert_found(BY_UNIT(SUBJECT("208", "", "", "", "30.00")
				 SUBJECT("208", "05", "", "", "31.00")
				     SUBJECT("208", "05", "06", "", "31.00")),
		     "SUM-CHILD", 1);
}

#define BASIC(amount)                                                          \
	TABLE("一般公共预算基本支出表", COL("code") COL("name") COL("amount"), \
	      HEAD(H("科目编码") H("科目名称") H("合计")))                     \
	ROW(C("30113") C("住房公积金") C(amount)) TABLE_END

static void classes_of_the_same_money_are_compared(void **state)
{
	(void)state;
	assert_found(BASIC("5.00") FUNDS(SEVEN("2210201", "住房公积金", "6.00",
					       "6.00", "6.00", "", "")),
		     "FUNC-ECON", 1);
	assert_found(BASIC("6.00") FUNDS(SEVEN("2210201", "住房公积金", "6.00",
					       "6.00", "6.00", "", "")),
		     "FUNC-ECON", 0);
}

static void zero_is_shown_in_one_way(void **state)
{
	(void)state;
	assert_found(SPENDING(FIVE("201", "甲支出", "1.00", "0.00", "0")),
		     "DISPLAY", 1);
	assert_found(SPENDING(FIVE("201", "甲支出", "1.00", "1.00", "0.00")),
		     "DISPLAY", 0);
	assert_found(
	    "<p id='h' outline='2'>部门预算支出总表</p><table id='t'>" CODES
		CODE_HEADS FIVE("201", "甲支出", "1.00", "1.00", "") TABLE_END,
	    "DISPLAY", 1);
	/* All tables are in 万元. */
	assert_found(
	    "<p id='h' outline='2'>部门预算支出总表</p><table id='t'>"
	    "<unit-line><left/><middle/><right>单位：元</right></unit-line>" CODES
		CODE_HEADS FIVE("201", "甲支出", "1.00", "1.00", "") TABLE_END,
	    "DISPLAY", 1);
}

static void an_empty_table_says_so(void **state)
{
	(void)state;
	assert_found(TABLE("政府性基金预算支出表", CODES, CODE_HEADS)
			 FIVE("", "", "", "", "") TABLE_END,
		     "EMPTY-NOTE", 1);
	assert_found(
	    TABLE("政府性基金预算支出表", CODES, CODE_HEADS) FIVE(
		"", "", "", "",
		"") "<note>注：无政府性基金预算拨款，空表列示。</note>" TABLE_END,
	    "EMPTY-NOTE", 0);
	assert_found(
	    TABLE("政府性基金预算支出表", CODES, CODE_HEADS) FIVE(
		"212", "城乡社区支出", "1.00", "",
		"1.00") "<note>注：无政府性基金预算拨款，空表列示。</note>" TABLE_END,
	    "EMPTY-NOTE", 1);
	assert_found(TABLE("政府性基金预算支出表", CODES, CODE_HEADS)
			 FIVE("", "本部门无政府性基金预算支出", "", "", "")
			     TABLE_END,
		     "EMPTY-NOTE", 0);
}

#define PROCUREMENT(count, price, amount, share, total)                        \
	TABLE("部门政府采购预算",                                              \
	      COL("name") COL("amount") COL("name") COL("count") COL("amount") \
		  COL("amount") COL("amount"),                                 \
	      HEAD(H("项目名称") H("预算资金") H("采购物品名称") H("数量") H(  \
		  "单价") H("政府采购金额") H("2024年预留中小微企业份额")))    \
	ROW(C("合计") C("") C("") C("") C("") C(total) C(share))               \
	ROW(C("设备购置") C("50.00") C("台式机") C(count) C(price) C(amount)   \
		C(share))                                                      \
	TABLE_END

static void procurement_adds_up(void **state)
{
	(void)state;
	assert_found(PROCUREMENT("10", "0.50", "5.00", "5.00", "5.00"),
		     "PROC-SUM", 0);
	assert_found(PROCUREMENT("10", "0.50", "6.00", "5.00", "6.00"),
		     "PROC-SUM", 1);
	assert_found(PROCUREMENT("10", "0.50", "5.00", "5.00", "7.00"),
		     "PROC-SUM", 1);
	/* a price rounded to 0.01 万元 */
	assert_found(PROCUREMENT("3", "0.33", "1.00", "1.00", "1.00"),
		     "PROC-SUM", 0);
	assert_found(PROCUREMENT("10", "0.50", "5.00", "6.00", "5.00"),
		     "PROC-SHARE", 2);
	assert_found(PROCUREMENT("10", "6.00", "60.00", "", "60.00"),
		     "PROC-SHARE", 1);
	assert_found(PROCUREMENT("10", "0.50", "5.00", "5.00", "5.00"),
		     "PROC-SHARE", 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_code_is_the_sum_of_those_below),
	    cmocka_unit_test(a_total_is_the_sum_of_its_rows),
	    cmocka_unit_test(a_row_without_a_code_counts),
	    cmocka_unit_test(totals_of_lists_fit_some_reading),
	    cmocka_unit_test(a_total_column_is_the_sum_of_its_parts),
	    cmocka_unit_test(sub_items_add_up),
	    cmocka_unit_test(different_measures_are_not_totalled),
	    cmocka_unit_test(tables_balance),
	    cmocka_unit_test(codes_are_named_once),
	    cmocka_unit_test(units_with_their_subjects_add_up),
	    cmocka_unit_test(projects_stand_below_subjects),
	    cmocka_unit_test(pieces_of_a_code_are_one_code),
	    cmocka_unit_test(classes_of_the_same_money_are_compared),
	    cmocka_unit_test(zero_is_shown_in_one_way),
	    cmocka_unit_test(an_empty_table_says_so),
	    cmocka_unit_test(procurement_adds_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
