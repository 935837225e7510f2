/* SPDX-License-Identifier: MIT */
/* Rules on projects and their indicators. */
#include <string.h>

#include "base/arena.h"
#include "check/check_case.h"

/* A form: name, budget, purpose, plan of four, goal, rows of indicators. */
struct form {
	const char *budget, *purpose, *plan[4], *goal, *rows;
};

#define INDICATOR(one, two, three, value)                                      \
	ROW(C(one) C(two) C(three) C(three) C(value) C("工作计划"))
#define GOOD_ROWS                                                              \
	INDICATOR("产出指标", "数量指标", "培训场次", "≥10次")                 \
	INDICATOR("产出指标", "质量指标", "验收合格率", "≥95%")                \
	INDICATOR("产出指标", "成本指标", "预算控制数", "≤20万元")             \
	INDICATOR("效益指标", "社会效益指标", "宣传作用", "效果明显")          \
	INDICATOR("满意度指标", "服务对象满意度指标", "群众满意度", "≥90%")

static const struct form good = {
    "20.00",
    "项目预算20万元，主要用于培训，其中教材5万元。",
    {"5.00", "10.00", "15.00", "20.00"},
    "1.举办培训",
    GOOD_ROWS};

static struct str form_text(const struct form *form, struct arena *arena)
{
	return str_format(
	    arena,
	    "<p id='h' outline='2'>1、业务培训费绩效目标表</p><table id='t'>"
	    "<unit-line><left/><middle/><right>单位：万元</right></unit-line>"
	    "<column kind='text'/><column kind='text'/><column kind='text'/>"
	    "<column kind='text'/><column kind='text'/><column kind='text'/>"
	    "<row><cell label='yes'>项目编码</cell><cell>13030324P001</cell>"
	    "<cell label='yes'>项目名称</cell><cell colspan='3'>业务培训费"
	    "</cell></row>"
	    "<row><cell rowspan='2'>预算规模</cell><cell>预算数</cell>"
	    "<cell>%s</cell><cell>其中：财政资金</cell><cell>%s</cell>"
	    "<cell/></row>"
	    "<row><cell colspan='5'>%s</cell></row>"
	    "<row><cell rowspan='2'>资金支出计划</cell><cell>3月底</cell>"
	    "<cell>6月底</cell><cell>10月底</cell><cell colspan='2'>12月底"
	    "</cell></row>"
	    "<row><cell>%s</cell><cell>%s</cell><cell>%s</cell>"
	    "<cell colspan='2'>%s</cell></row>"
	    "<row><cell>绩效目标</cell><cell colspan='5'>%s</cell></row>"
	    "<row kind='subhead'><cell>一级指标</cell><cell>二级指标</cell>"
	    "<cell>三级指标</cell><cell>绩效指标描述</cell><cell>指标值</cell>"
	    "<cell>指标值确定依据</cell></row>%s</table>",
	    form->budget, form->budget, form->purpose, form->plan[0],
	    form->plan[1], form->plan[2], form->plan[3], form->goal,
	    form->rows);
}

static void expect_form(struct form form, const char *rule, size_t n)
{
	struct arena *arena = arena_open();

	assert_found(str_cstr(form_text(&form, arena), arena), rule, n);
	arena_close(arena);
}

/* The good form with other words somewhere. */
static const char *altered(const char *old, const char *new,
			   struct arena *arena)
{
	struct str form = form_text(&good, arena);
	ptrdiff_t at = str_find(form, str_from(old));

	assert_true(at >= 0);
	return str_cstr(
	    str_format(
		arena, STR_FMT "%s" STR_FMT,
		STR_ARG(str_slice(form, 0, (size_t)at)), new,
		STR_ARG(str_slice(form, (size_t)at + strlen(old), form.n))),
	    arena);
}

static void a_plan_has_four_columns(void **state)
{
	struct arena *arena = arena_open();

	(void)state;
	assert_found(altered("12月底", "备注", arena), "PLAN", 1);
	arena_close(arena);
}

static void a_code_of_a_later_year_is_noted(void **state)
{
	struct arena *arena = arena_open();

	(void)state;
	assert_found(altered("13030324P001", "13030325P001", arena), "YEAR", 1);
	assert_found(altered("13030324P001", "13030323P001", arena), "YEAR", 0);
	arena_close(arena);
}

static void costs_together_stay_within_the_budget(void **state)
{
	struct form form = good;

	(void)state;
	form.rows =
	    GOOD_ROWS INDICATOR("产出指标", "成本指标", "教材费", "≤15万元")
		INDICATOR("产出指标", "成本指标", "场地费", "≤5万元");
	expect_form(form, "IND-COST", 0);
	form.rows = INDICATOR("产出指标", "数量指标", "培训场次", "≥10次")
	    INDICATOR("产出指标", "成本指标", "教材费", "≤15万元")
		INDICATOR("产出指标", "成本指标", "场地费", "≤12万元");
	expect_form(form, "IND-COST", 1);
}

static void a_good_form_is_clean(void **state)
{
	struct arena *arena = arena_open();

	(void)state;
	assert_clean(str_cstr(form_text(&good, arena), arena));
	arena_close(arena);
}

static void plans_are_cumulative(void **state)
{
	struct form form = good;

	(void)state;
	form.plan[1] = "16.00";
	expect_form(form, "PLAN", 1);
	form = good;
	form.plan[3] = "19.00";
	expect_form(form, "PLAN", 1);
	form = (struct form){good.budget,
			     good.purpose,
			     {"25%", "50%", "75%", "100%"},
			     good.goal,
			     good.rows};
	expect_form(form, "PLAN", 0);
	form.plan[3] = "90%";
	expect_form(form, "PLAN", 1);
	form.plan[0] = "";
	form.plan[3] = "100%";
	expect_form(form, "PLAN", 0);
}

static void purposes_bear_the_budget(void **state)
{
	struct form form = good;

	(void)state;
	form.purpose = "项目预算20万元，其中财政资金20元。";
	expect_form(form, "UNIT-WORD", 1);
	form.purpose = "项目预算21万元。";
	expect_form(form, "UNIT-WORD", 1);
	form.purpose = "用于甲3万元、乙17万元。";
	expect_form(form, "UNIT-WORD", 0);
	form.purpose = "用于培训，每人200元。";
	expect_form(form, "UNIT-WORD", 0);
}

struct indicator_case {
	const char *level, *name, *value, *rule;
	size_t n;
};

static const struct indicator_case indicators[] = {
    {"质量指标", "信息及时性", "101%", "IND-PCT", 1},
    {"质量指标", "信息及时性", "100%", "IND-PCT", 0},
    {"质量指标", "工作完成率", "≥100%", "IND-PCT", 1},
    {"质量指标", "工作完成率", "10%", "IND-PCT", 1},
    {"质量指标", "结案后再访率", "≤10%", "IND-PCT", 0},
    {"质量指标", "办案差错率", "≥5%", "IND-OP", 1},
    {"质量指标", "办案差错率", "≤5%", "IND-OP", 0},
    {"质量指标", "工作达标率", "≤95%", "IND-OP", 1},
    {"质量指标", "工作达标率", "≥95%", "IND-OP", 0},
    {"数量指标", "采购设备数量", "≤2台", "IND-OP", 1},
    {"数量指标", "采购设备数量", "2台", "IND-OP", 0},
    {"成本指标", "设备购置费", "≥3万元", "IND-OP", 1},
    {"成本指标", "培训成本", "≤25万元", "IND-COST", 1},
    {"成本指标", "培训成本", "≤20万元", "IND-COST", 0},
    {"成本指标", "培训成本", "≤12万元", "IND-COST", 1},
    {"成本指标", "人均成本", "≤300元", "IND-COST", 0},
    {"成本指标", "设备单价", "≤3万元", "IND-UNITCOST", 1},
    {"成本指标", "设备单价", "≤1万元", "IND-UNITCOST", 0},
    {"质量指标", "考核通过率", "达到得满分，未达标酌情减分", "IND-VALUE", 1},
    {"质量指标", "考核通过率", "", "IND-VALUE", 1},
    {"质量指标", "考核通过率", "≥XX%", "IND-VALUE", 1},
    {"质量指标", "考核通过率", "95", "IND-VALUE", 1},
    {"质量指标", "考核通过率", "≥95%", "IND-VALUE", 0},
    {"质量指标", "考核效果", "明显提高", "IND-VALUE", 0},
};

static void each_indicator_is_judged(void **state)
{
	struct arena *arena = arena_open();
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(indicators) / sizeof(*indicators); i++) {
		const struct indicator_case *c = &indicators[i];
		struct form form = good;
		struct str rows = str_format(
		    arena,
		    INDICATOR("产出指标", "数量指标", "培训场次", "≥10次")
			INDICATOR("产出指标", "%s", "%s", "%s") INDICATOR(
			    "效益指标", "社会效益指标", "宣传作用", "明显")
			    INDICATOR("满意度指标", "满意度指标", "群众满意度",
				      "≥90%%"),
		    c->level, c->name, c->name, c->value);

		print_message("%s %s\n", c->name, c->value);
		form.rows = str_cstr(rows, arena);
		expect_form(form, c->rule, c->n);
	}
	arena_close(arena);
}

static void forms_are_whole_and_in_order(void **state)
{
	struct form form = good;

	(void)state;
	form.rows = INDICATOR("产出指标", "数量指标", "培训场次", "≥10次")
	    INDICATOR("效益指标", "社会效益指标", "宣传作用", "明显");
	expect_form(form, "IND-LEVEL", 1);
	expect_form(good, "IND-LEVEL", 0);
	form.rows = INDICATOR("产出指标", "成本指标", "预算控制数", "≤20万元")
	    INDICATOR("产出指标", "数量指标", "培训场次", "≥10次");
	expect_form(form, "IND-ORDER", 1);
	form.rows = INDICATOR("产出指标", "数量指标", "培训场次", "≥10次")
	    INDICATOR("效益指标", "社会效益指标", "培训场次", "≥10次");
	expect_form(form, "IND-COPY", 1);
	expect_form(good, "IND-COPY", 0);
	form = good;
	form.goal = "1.举办培训，培训场次不少于12次";
	expect_form(form, "IND-GOALNUM", 1);
	form.goal = "1.举办培训，培训场次不少于10次";
	expect_form(form, "IND-GOALNUM", 0);
}

/* The form of another project, with that indicator. */
static void expect_copies(const char *indicator, size_t n)
{
	struct arena *arena = arena_open();
	struct str first = form_text(&good, arena);

	assert_found(
	    str_cstr(str_format(arena,
				STR_FMT
				"<p id='h2' outline='2'>2、档案数字化加工费绩效"
				"目标表</p><table id='t2'><column kind='text'/>"
				"<column kind='text'/><column kind='text'/>"
				"<column kind='text'/><row><cell>项目名称"
				"</cell><cell>档案数字化加工费</cell><cell/>"
				"<cell/></row><row kind='subhead'><cell>一级"
				"指标</cell><cell>二级指标</cell><cell>三级指标"
				"</cell><cell>指标值</cell></row><row><cell>"
				"产出指标</cell><cell>数量指标</cell><cell>%s"
				"</cell><cell>≥10次</cell></row></table>",
				STR_ARG(first), indicator),
		     arena),
	    "IND-COPY", n);
	arena_close(arena);
}

static void names_of_other_projects_are_left_from_a_copy(void **state)
{
	(void)state;
	expect_copies("业务培训费支付次数", 1);
	expect_copies("档案数字化加工费支付次数", 0);
}

/* The form's name, and its title. */
static void titles_bear_the_name(void **state)
{
#define TITLED(title)                                                              \
	"<p id='h' outline='2'>" title "</p><table id='t'>"                        \
	"<column kind='text'/><column kind='text'/><column kind='text'/>"          \
	"<column kind='text'/><row><cell>项目名称</cell><cell>业务培训费" \
	"</cell><cell/><cell/></row><row kind='subhead'><cell>一级指标"        \
	"</cell><cell>二级指标</cell><cell>三级指标</cell><cell>指标值" \
	"</cell></row></table>"

	(void)state;
	assert_found(TITLED("3、业务培训经费绩效目标表"), "PROJ-SET", 1);
	assert_found(TITLED("3、业务培训费绩效目标表"), "PROJ-SET", 0);
	assert_found(TITLED("项目支出绩效目标申报表"), "PROJ-SET", 0);
}

/* What a project that buys has, in the procurement table. */
static void funds_of_purchases_are_those_of_the_project(void **state)
{
#define BOUGHT(name, funds)                                                    \
	TABLE("政府采购预算",                                                  \
	      COL("name") COL("amount") COL("name") COL("amount"),             \
	      HEAD(H("项目名称") H("预算资金") H("采购物品名称")               \
		       H("政府采购金额")))                                     \
	ROW(C(name) C(funds) C("教材") C("5.00")) TABLE_END
	struct arena *arena = arena_open();
	struct str form = form_text(&good, arena);

	(void)state;
	assert_found(
	    str_cstr(str_format(arena, "%s" STR_FMT,
				BOUGHT("业务培训费", "21.00"), STR_ARG(form)),
		     arena),
	    "XTAB-EQUAL", 1);
	assert_found(
	    str_cstr(str_format(arena, "%s" STR_FMT,
				BOUGHT("业务培训费", "20.00"), STR_ARG(form)),
		     arena),
	    "XTAB-EQUAL", 0);
	arena_close(arena);
}

#define SPENDING(amount)                                                       \
	TABLE("部门预算支出总表",                                              \
	      COL("code") COL("name") COL("amount") COL("amount")              \
		  COL("amount"),                                               \
	      HEAD(H("科目编码") H("科目名称") H("合计") H("基本支出")         \
		       H("项目支出")))                                         \
	TOTAL(C("") C("合计") C(amount) C("0.00") C(amount)) TABLE_END

static void projects_make_up_their_money(void **state)
{
	struct arena *arena = arena_open();
	struct str form = form_text(&good, arena);

	(void)state;
	assert_found(str_cstr(str_format(arena, "%s" STR_FMT, SPENDING("20.00"),
					 STR_ARG(form)),
			      arena),
		     "PROJ-SET", 0);
	assert_found(str_cstr(str_format(arena, "%s" STR_FMT, SPENDING("19.00"),
					 STR_ARG(form)),
			      arena),
		     "PROJ-SET", 1);
	assert_found(str_cstr(str_format(arena, "%s" STR_FMT, SPENDING("30.00"),
					 STR_ARG(form)),
			      arena),
		     "PROJ-SET", 1);
	arena_close(arena);
}

/* A form each of their own. */
static const char *forms_of(const char *const (*projects)[2], size_t n,
			    struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t i;

	for (i = 0; i < n; i++) {
		buf_format(
		    &buf,
		    "<p id='h%zu' outline='3'>%s绩效目标表</p><table id='t%zu'>"
		    "<unit-line><left/><middle/><right>单位：万元</right>"
		    "</unit-line><column kind='text'/><column kind='text'/>"
		    "<column kind='text'/><column kind='text'/>"
		    "<row><cell>项目名称</cell><cell>%s</cell><cell>预算数"
		    "</cell><cell>%s</cell></row><row kind='subhead'>"
		    "<cell>一级指标</cell><cell>二级指标</cell><cell>三级指标"
		    "</cell><cell>指标值</cell></row></table>",
		    i, projects[i][0], i, projects[i][0], projects[i][1]);
	}
	buf_add_char(&buf, '\0');
	return buf_str(&buf).s;
}

static const char *forms(struct arena *arena)
{
	static const char *const three[][2] = {{"业务培训费", "20.00"},
					       {"档案数字化加工费", "20.00"},
					       {"设备购置", "20.00"}};

	return forms_of(three, 3, arena);
}

static void projects_in_text_are_those_of_the_forms(void **state)
{
	static const struct {
		const char *text;
		size_t n;
	} cases[] = {
	    {"项目支出60万元，主要为业务培训费安排20万元；档案数字化加工费安排"
	     "20万元；设备购置安排20万元。",
	     0},
	    {"项目支出60万元，主要为业务培训费安排20万元；档案数字化加工费安排"
	     "20万元。",
	     1},
	    {"项目支出60万元，主要为业务培训费安排20万元；档案数字化加工费安排"
	     "22万元；设备购置安排20万元。",
	     1},
	    {"项目支出60万元，主要为业务培训费安排20万元；档案数字加工费安排20"
	     "万元；设备购置安排20万元。",
	     1},
	    {"项目支出主要为业务培训费、档案数字化加工费、设备购置。", 0},
	    {"共编制3个重点项目绩效目标。", 0},
	    {"共编制8个重点项目绩效目标。", 1},
	};
	struct arena *arena = arena_open();
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		print_message("%s\n", cases[i].text);
		assert_found(str_cstr(str_format(arena, "<p id='p'>%s</p>%s",
						 cases[i].text, forms(arena)),
				      arena),
			     "PROJ-SET", cases[i].n);
	}
	arena_close(arena);
}

/* Units of one department name their projects alike. */
static void projects_may_share_a_name(void **state)
{
	static const char *const both[][2] = {{"2024年度设备购置费", "1.90"},
					      {"业务培训费", "20.00"},
					      {"2024年度设备购置费", "478.08"}};
	static const struct {
		const char *text;
		const char *rule;
		size_t n;
	} cases[] = {
	    {"2024年度设备购置费安排1.9万元；业务培训费安排20万元；2024年度设"
	     "备购置费安排478.08万元。",
	     "PROJ-SET", 0},
	    {"2024年度设备购置费安排1.9万元；业务培训费安排20万元；2024年度设"
	     "备购置费安排478.08万元。",
	     "TXT-REPEAT", 0},
	    {"业务培训费安排20万元；2024年度设备购置费安排479.98万元。",
	     "PROJ-SET", 0},
	    {"2024年度设备购置费安排1.9万元；业务培训费安排20万元；2024年度设"
	     "备购置费安排478.88万元。",
	     "PROJ-SET", 1},
	    {"业务培训费安排20万元。业务培训费安排21万元。", "TXT-REPEAT", 1},
	};
	struct arena *arena = arena_open();
	const char *form = forms_of(both, 3, arena);
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		print_message("%s %s\n", cases[i].rule, cases[i].text);
		assert_found(str_cstr(str_format(arena, "<p id='p'>%s</p>%s",
						 cases[i].text, form),
				      arena),
			     cases[i].rule, cases[i].n);
	}
	assert_found(
	    str_cstr(str_format(arena, "%s%s",
				BOUGHT("2024年度设备购置费", "478.08"), form),
		     arena),
	    "XTAB-EQUAL", 0);
	assert_found(
	    str_cstr(str_format(arena, "%s%s",
				BOUGHT("2024年度设备购置费", "47.81"), form),
		     arena),
	    "XTAB-EQUAL", 1);
	arena_close(arena);
}

/* One table for all projects, as some provinces print it. */
#define LISTED(name, budget, three, value, unit)                               \
	ROW(C(name) C(budget) C("完成工作") C("产出指标") C("数量指标")        \
		C(three) C("≥") C(value) C(unit))
#define LIST_OF_PROJECTS(rows)                                                 \
	TABLE("部门预算项目绩效目标表",                                        \
	      COL("name") COL("amount") COL("text") COL("word") COL("word")    \
		  COL("text") COL("word") COL("word") COL("word"),             \
	      HEAD(H("项目名称") H("预算数") H("年度绩效目标") H("一级指标")   \
		       H("二级指标") H("三级指标") H("指标性质") H("指标值")   \
			   H("度量单位")))                                     \
	rows TABLE_END

static void a_table_may_list_the_projects(void **state)
{
	(void)state;
	assert_found(
	    LIST_OF_PROJECTS(
		LISTED("业务培训费", "20.00", "培训场次", "10", "次")
		    LISTED("业务培训费", "20.00", "培训合格率", "90", "%")
			LISTED("设备购置", "30.00", "设备验收率", "90", "%")),
	    "IND-VALUE", 0);
	assert_found(
	    LIST_OF_PROJECTS(
		LISTED("业务培训费", "20.00", "培训场次", "10", "次")
		    LISTED("设备购置", "30.00", "设备验收率", "90", "")),
	    "IND-VALUE", 1);
	/* each row's budget is its project's */
	assert_found(
	    "<p id='x'>项目支出55万元，主要为设备购置安排30万元；业务培训费安排25万元。</p>" LIST_OF_PROJECTS(
		LISTED("业务培训费", "20.00", "培训场次", "10", "次")
		    LISTED("设备购置", "30.00", "设备验收率", "90", "%")),
	    "PROJ-SET", 1);
	assert_found(
	    "<p id='x'>本年编制2个项目绩效目标。</p>" LIST_OF_PROJECTS(
		LISTED("业务培训费", "20.00", "培训场次", "10", "次")
		    LISTED("设备购置", "30.00", "设备验收率", "90", "%")),
	    "PROJ-SET", 0);
}

static struct str first_seen(const char *body, const char *rule,
			     struct arena *arena)
{
	struct diag_sink *sink = check_body(body, NULL, 0, arena);
	size_t i;

	for (i = 0; i < sink->n; i++)
		if (strcmp(sink->list[i].kind->id, rule) == 0)
			return sink->list[i].args[0];
	return STR("-");
}

/* ≥ | 101 | % is shown as a reader puts it together. */
static void values_are_shown_with_sign_and_unit(void **state)
{
	struct arena *arena = arena_open();

	(void)state;
	assert_str(
	    first_seen(LIST_OF_PROJECTS(LISTED("业务培训费", "20.00",
					       "培训合格率", "101", "%")),
		       "IND-PCT", arena),
	    "≥101%");
	assert_str(
	    first_seen(LIST_OF_PROJECTS(LISTED("业务培训费", "20.00",
					       "培训合格率", "≥101%", "%")),
		       "IND-PCT", arena),
	    "≥101%");
	assert_str(first_seen(LIST_OF_PROJECTS(LISTED("业务培训费", "20.00",
						      "投诉率", "10", "%")),
			      "IND-OP", arena),
		   "≥10%");
	arena_close(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_table_may_list_the_projects),
	    cmocka_unit_test(projects_may_share_a_name),
	    cmocka_unit_test(a_good_form_is_clean),
	    cmocka_unit_test(plans_are_cumulative),
	    cmocka_unit_test(a_plan_has_four_columns),
	    cmocka_unit_test(a_code_of_a_later_year_is_noted),
	    cmocka_unit_test(costs_together_stay_within_the_budget),
	    cmocka_unit_test(purposes_bear_the_budget),
	    cmocka_unit_test(each_indicator_is_judged),
	    cmocka_unit_test(forms_are_whole_and_in_order),
	    cmocka_unit_test(names_of_other_projects_are_left_from_a_copy),
	    cmocka_unit_test(titles_bear_the_name),
	    cmocka_unit_test(funds_of_purchases_are_those_of_the_project),
	    cmocka_unit_test(projects_make_up_their_money),
	    cmocka_unit_test(projects_in_text_are_those_of_the_forms),
	    cmocka_unit_test(values_are_shown_with_sign_and_unit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
