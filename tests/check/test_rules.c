/* SPDX-License-Identifier: MIT */
/*
 * Each rule fires on its fault and not on what is near it: rules.xml, for
 * those of the document alone; those that need the input behind it stand
 * below. And the manual, docs/rules.zh-CN.md, has each of them.
 */
#include <string.h>

#include "budget/input.h"
#undef assert_clean /* that of inputs; documents have their own */

#include "base/arena.h"
#include "base/file.h"
#include "check/check_case.h"

static struct str read_whole(const char *path, struct arena *arena)
{
	struct diag_sink *sink = diag_open(arena);
	struct str text = STR_NONE;

	if (!file_read(str_from(path), 1 << 20, arena, sink, &text))
		fail_msg("%s cannot be read", path);
	return text;
}

/* What stands between the tags behind the start of text; fails if nothing
 * does. */
static const char *between(struct str text, const char *open, const char *close,
			   struct arena *arena)
{
	ptrdiff_t from = str_find(text, str_from(open));
	ptrdiff_t to;

	assert_true(from >= 0);
	text = str_slice(text, (size_t)from + strlen(open), text.n);
	to = str_find(text, str_from(close));
	assert_true(to >= 0);
	return str_cstr(str_slice(text, 0, (size_t)to), arena);
}

static size_t count(const struct diag_sink *sink, const char *rule)
{
	size_t n = 0;
	size_t i;

	for (i = 0; i < sink->n; i++)
		n += str_is(str_from(rule), sink->list[i].kind->id);
	return n;
}

/* A rule that needs the input: its rows of a table, and a document. */
struct scope_case {
	const char *rule, *table, *fires, *near, *body;
};

static const struct scope_case scope_cases[] = {
    {"SECRET", "项目",
     "单位代码,项目代码,项目名称,涉密,资金用途\n"
     "201001,P1,密码设备换装费,是,更换密码通信设备\n",
     "单位代码,项目代码,项目名称,涉密,资金用途\n"
     "201001,P1,密码设备换装费,否,更换密码通信设备\n",
     P("p", "项目支出主要用于更换密码通信设备。")},
    {"INTERNAL", "支出",
     "单位代码,支出功能分类科目,支出类型,资金性质,金额（元）\n"
     "201001,2010101,对附属单位补助支出,一般公共预算,500\n"
     "201002,2010101,基本支出,上级补助收入,500\n",
     "单位代码,支出功能分类科目,支出类型,资金性质,金额（元）\n"
     "201001,2010101,对附属单位补助支出,一般公共预算,500\n"
     "201002,2010101,基本支出,上级补助收入,400\n",
     P("p", "无")},
    /* what is secret stands in the list without its money */
    {"TXT-SUM", "项目",
     "单位代码,项目代码,项目名称,涉密,预算数（元）\n"
     "201001,P4,设备换装费,否,50000\n",
     "单位代码,项目代码,项目名称,涉密,预算数（元）\n"
     "201001,P4,设备换装费,是,50000\n",
     P("p", "项目支出105万元，主要包括：道路养护经费50万元；文物保护经费30"
	    "万元；设备换装费；档案整理经费20万元。")},
};

static size_t found_in_scope(const struct scope_case *one, const char *rows)
{
	struct input *input = input_open();
	struct scope scope;
	size_t n;

	input_units(input);
	input_table(input, one->table, rows);
	input_read(input);
	scope = input_scope(input, "201");
	n = count(check_body_of(one->body, &scope, input->arena), one->rule);
	input_close(input);
	return n;
}

static bool has_scope_case(const char *rule)
{
	size_t i;

	for (i = 0; i < sizeof(scope_cases) / sizeof(*scope_cases); i++) {
		if (strcmp(scope_cases[i].rule, rule) != 0)
			continue;
		if (found_in_scope(&scope_cases[i], scope_cases[i].fires) == 0)
			fail_msg("%s does not fire", rule);
		if (found_in_scope(&scope_cases[i], scope_cases[i].near) != 0)
			fail_msg("%s fires on what is near", rule);
		return true;
	}
	return false;
}

static void check_rule_of(struct str rules, const char *id, struct arena *arena)
{
	struct str open = str_format(arena, "<rule id='%s'>", id);
	ptrdiff_t at = str_find(rules, open);
	struct str rule;

	if (at < 0 && has_scope_case(id))
		return;
	if (at < 0)
		fail_msg("%s has no case", id);
	rule = str_slice(rules, (size_t)at, rules.n);
	print_message("%s\n", id);
	if (count(check_body(between(rule, "<fires>", "</fires>", arena), NULL,
			     0, arena),
		  id) == 0)
		fail_msg("%s does not fire", id);
	assert_found(between(rule, "<near>", "</near>", arena), id, 0);
}

static void each_rule_fires_and_spares_what_is_near(void **state)
{
	struct arena *arena = arena_open();
	struct str rules = read_whole("tests/check/rules.xml", arena);
	size_t i;

	(void)state;
	for (i = 0; i < check_n_rules; i++)
		if (check_rules[i].run != NULL)
			check_rule_of(rules, check_rules[i].id, arena);
	arena_close(arena);
}

/* The manual's heading of a rule names it and its worst level. */
static void the_manual_has_each_rule(void **state)
{
	static const char *const levels[] = {[DIAG_NOTE] = "提示",
					     [DIAG_WARNING] = "警告",
					     [DIAG_ERROR] = "错误"};
	struct arena *arena = arena_open();
	struct str manual = read_whole("docs/rules.zh-CN.md", arena);
	size_t i;

	(void)state;
	for (i = 0; i < check_n_rules; i++) {
		struct str heading =
		    str_format(arena, "### %s（%s）", check_rules[i].id,
			       levels[check_rules[i].level]);

		ptrdiff_t at = str_find(manual, heading);
		struct str part;
		ptrdiff_t end;

		if (at < 0)
			fail_msg("no " STR_FMT, STR_ARG(heading));
		part = str_slice(manual, (size_t)at + heading.n, manual.n);
		end = str_find(part, STR("\n#"));
		part = str_slice(part, 0, end < 0 ? part.n : (size_t)end);
		if (str_find(part, STR("例：")) < 0 ||
		    str_find(part, STR("办法：")) < 0)
			fail_msg(STR_FMT " without example or remedy",
				 STR_ARG(heading));
	}
	arena_close(arena);
}

#define FORM(name)                                                             \
	"<p id='h-" name "' outline='3'>" name                                 \
	"绩效目标表</p><table id='f-" name                                     \
	"'><unit-line><left/><middle/><right/></unit-line>" COL("text")        \
	    COL("text") COL("text") COL("text") COL("text")                    \
		ROW(C("项目编码") C("") C("项目名称") C(name)                  \
			C("")) "<row kind='subhead'>" H("一级指标")            \
		    H("二级指标") H("三级指标") H("绩效指标描述")              \
			H("指标值") "</row>" ROW(C("产出指标") C("数量指标")   \
						     C("次数") C("次数")       \
							 C("≥3次")) "</table>"

static size_t forms_missing(const char *secret, const char *body)
{
	struct input *input = input_open();
	struct scope scope;
	size_t n;

	input_units(input);
	input_table(input, "项目",
		    str_cstr(str_format(input->arena,
					"单位代码,项目代码,项目名称,涉密\n"
					"201001,P1,道路养护经费,\n"
					"201001,P2,文物保护经费,%s\n",
					secret),
			     input->arena));
	input_table(input, "绩效指标",
		    "单位代码,项目代码,一级指标,二级指标,三级指标,指标值\n"
		    "201001,P1,产出指标,数量指标,次数,3\n"
		    "201001,P2,产出指标,数量指标,次数,3\n");
	input_read(input);
	scope = input_scope(input, "201");
	n = count(check_body_of(body, &scope, input->arena), "PROJ-SET");
	input_close(input);
	return n;
}

/* A table in 元 is told where it was read, not where a template made it. */
static void the_unit_of_money_is_the_templates(void **state)
{
	static const char body[] =
	    "<p id='h' outline='2'>部门预算支出总表</p><table id='t'>"
	    "<unit-line><left/><middle/><right>单位：元</right></unit-line>" COL(
		"code") COL("name") COL("amount")
		HEAD(H("科目编码") H("科目名称") H("合计"))
		    ROW(C("201") C("一般公共服务支出") C("1.00")) "</table>";
	struct input *input = input_open();
	struct scope scope;

	(void)state;
	input_units(input);
	input_read(input);
	scope = input_scope(input, "201");
	assert_int_equal(
	    count(check_body_of(body, &scope, input->arena), "DISPLAY"), 0);
	assert_int_equal(
	    count(check_body_of(body, NULL, input->arena), "DISPLAY"), 1);
	input_close(input);
}

static void projects_with_indicators_have_forms(void **state)
{
	(void)state;
	assert_int_equal(forms_missing("", FORM("道路养护经费")), 1);
	assert_int_equal(
	    forms_missing("", FORM("道路养护经费") FORM("文物保护经费")), 0);
	/* a secret one's is left out; so are all where there is none */
	assert_int_equal(forms_missing("是", FORM("道路养护经费")), 0);
	assert_int_equal(forms_missing("", P("p", "无")), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_unit_of_money_is_the_templates),
	    cmocka_unit_test(projects_with_indicators_have_forms),
	    cmocka_unit_test(each_rule_fires_and_spares_what_is_near),
	    cmocka_unit_test(the_manual_has_each_rule),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
