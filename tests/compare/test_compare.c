/* SPDX-License-Identifier: MIT */
#include "compare/compare.h"

#include "base/arena.h"
#include "base/diag.h"
#include "cmocka_all.h"
#include "compare/messages.h"

/* A document of the unit 101 with these blocks, ' for ". */
static struct publication document(const char *blocks, struct arena *arena)
{
	struct publication publication = {.unit = STR_NONE};
	struct buf json = {.arena = arena};
	struct diag_sink *sink = diag_open(arena);

	buf_add_cstr(&json, "{\"unit\":\"101\",\"name\":\"甲局\",\"year\":"
			    "\"2024\",\"blocks\":[");
	for (; *blocks != '\0'; blocks++)
		buf_add_char(&json, *blocks == '\'' ? '"' : *blocks);
	buf_add_cstr(&json, "]}");
	assert_true(publication_read(&publication, buf_str(&json), STR("x"),
				     arena, sink));
	return publication;
}

/* A change a line: kind, place, before > after. */
static const char *differences(const char *before, const char *after,
			       struct arena *arena)
{
	struct publication old = document(before, arena);
	struct publication now = document(after, arena);
	struct changes found = compare_publications(&old, &now, arena);
	struct buf buf = {.arena = arena};
	size_t i;

	for (i = 0; i < found.n; i++) {
		const struct change *change = &found.list[i];

		assert_true(str_is(change->unit, "101"));
		if (i > 0)
			buf_add_char(&buf, '\n');
		buf_add(&buf, change_kind_name(change->kind, DIAG_ZH));
		buf_add_char(&buf, ' ');
		buf_add(&buf, change_place(change, DIAG_ZH, arena));
		buf_add_cstr(&buf, "：");
		buf_add(&buf, change->before);
		buf_add_char(&buf, '>');
		buf_add(&buf, change->after);
	}
	return str_cstr(buf_str(&buf), arena);
}

#define TABLE(rows)                                                             \
	"{'id':'t','title':'支出总表','unit':'单位：万元','columns':[" \
	"{'name':'序号','kind':'seq'},{'name':'编码','kind':'code'},"       \
	"{'name':'名称','kind':'name'},{'name':'合计','kind':'amount'}],"   \
	"'rows':[{'kind':'head','cells':['序号','编码','名称','合计']}," rows   \
	"]}"
#define ROW(seq, code, name, amount)                                           \
	"{'cells':['" seq "','" code "','" name "','" amount "']}"

static void rows_are_matched_by_code(void **state)
{
	static const char before[] =
	    TABLE(ROW("1", "201", "一般公共服务",
		      "5.00") "," ROW("2", "203", "国防", "1.00"));
	struct arena *arena = arena_open();

	(void)state;
	assert_string_equal(differences(before, before, arena), "");
	assert_string_equal(
	    differences(before,
			TABLE(ROW("1", "201", "一般公共服务", "5.00") "," ROW(
			    "2", "202", "外交",
			    "7.00") "," ROW("3", "203", "国防", "2.00")),
			arena),
	    "新增 《支出总表》“202 外交”行：>合计 7.00\n"
	    "修改 《支出总表》“203 国防”行“合计”列：1.00>2.00");
	/* Another order is no difference. */
	assert_string_equal(
	    differences(before,
			TABLE(ROW("1", "203", "国防", "1.00") "," ROW(
			    "2", "201", "一般公共服务", "5.00")),
			arena),
	    "");
	assert_string_equal(
	    differences(before, TABLE(ROW("1", "201", "公共服务", "5")), arena),
	    "修改 《支出总表》“201 公共服务”行“名称”列：一般公共服务>公共服务\n"
	    "删除 《支出总表》“203 国防”行：合计 1.00>");
	arena_close(arena);
}

#define SIDES(rows)                                                            \
	"{'id':'s','title':'收支总表','columns':["                         \
	"{'name':'收入/项目','kind':'name'},"                              \
	"{'name':'收入/预算数','kind':'amount'},"                         \
	"{'name':'支出/项目','kind':'name'},"                              \
	"{'name':'支出/预算数','kind':'amount'}],'rows':[" rows "]}"

static void sides_of_a_table_are_lists_of_their_own(void **state)
{
	struct arena *arena = arena_open();

	(void)state;
	assert_string_equal(
	    differences(
		SIDES("{'cells':['一、拨款','5.00','一、国防','5.00']},"
		      "{'cells':['二、事业收入','1.00','二、教育','1.00']}"),
		SIDES("{'cells':['一、拨款','5.00','一、外交','3.00']},"
		      "{'cells':['二、事业收入','2.00','二、国防','5.00']},"
		      "{'cells':['','','三、教育','1.00']}"),
		arena),
	    "修改 《收支总表》“二、事业收入”行“收入/预算数”列：1.00>2.00\n"
	    "新增 《收支总表》“一、外交”行：>支出/预算数 3.00");
	arena_close(arena);
}

static void columns_come_and_go(void **state)
{
	static const char before[] =
	    "{'id':'t','title':'表','columns':[{'name':'名称','kind':'name'},"
	    "{'name':'甲','kind':'amount'},{'name':'乙','kind':'amount'}],"
	    "'rows':[{'cells':['合计','1.00','2.00']}]}";
	static const char after[] =
	    "{'id':'t','title':'表','columns':[{'name':'名称','kind':'name'},"
	    "{'name':'丙','kind':'amount'},{'name':'乙','kind':'amount'}],"
	    "'rows':[{'cells':['合计','1.00','3.00']}]}";
	struct arena *arena = arena_open();

	(void)state;
	assert_string_equal(differences(before, after, arena),
			    "新增 《表》“丙”列：>\n"
			    "删除 《表》“甲”列：>\n"
			    "修改 《表》“合计”行“乙”列：2.00>3.00");
	arena_close(arena);
}

#define FORM(goal, rows)                                                             \
	"{'id':'f','title':'车辆绩效目标表','columns':[{},{},{},{}],'rows':[" \
	"{'cells':['项目编码','P1','项目名称','车辆'],'labels':[1,3]},"    \
	"{'cells':['绩效目标','" goal "',null,null],'labels':[1]},"                  \
	"{'kind':'subhead','cells':['一级指标','三级指标','指标值','依据']}," rows   \
	"]}"

#define INDICATOR "{'cells':['产出','数量','8辆','计划']}"

static void forms_are_read_by_label_and_indicator(void **state)
{
	struct arena *arena = arena_open();

	(void)state;
	assert_string_equal(
	    differences(FORM("1.保障出行。\\n2.安全。",
			     "{'cells':['产出','数量','8辆','计划']},"
			     "{'cells':[null,'质量','≥95%','计划']}"),
			FORM("1.保障出行。\\n2.零事故。",
			     "{'cells':['产出','数量','9辆','计划']},"
			     "{'cells':[null,'时效','及时','计划']},"
			     "{'cells':[null,'质量','≥95%','计划']}"),
			arena),
	    "修改 《车辆绩效目标表》“绩效目标”行：>2.零事故。\n"
	    "修改 《车辆绩效目标表》“绩效目标”行：2.安全。>\n"
	    "修改 《车辆绩效目标表》“数量”行“指标值”列：8辆>9辆\n"
	    "新增 《车辆绩效目标表》“时效”行：>产出 时效 及时 计划");
	/* A second line gives the first a number; an amount is none. */
	assert_string_equal(
	    differences(
		FORM("保障出行。3.5万元用于车辆。", INDICATOR),
		FORM("1．保障出行。3.5万元用于车辆。\\n2．安全。", INDICATOR),
		arena),
	    "修改 《车辆绩效目标表》“绩效目标”行：>2．安全。");
	assert_string_equal(
	    differences(FORM("3.5万元用于车辆。\\n安全。", INDICATOR),
			FORM("2.5万元用于车辆。\\n安全。", INDICATOR), arena),
	    "修改 《车辆绩效目标表》“绩效目标”行：3.5万元用于车辆。>"
	    "2.5万元用于车辆。");
	/* What spans several columns leaves no gaps in a row's words. */
	assert_string_equal(
	    differences(FORM("1", "{'cells':['产出','数量','8辆','计划']}"),
			FORM("1", "{'cells':['产出','数量','8辆','计划']},"
				  "{'cells':['产出','时效',null,'计划']}"),
			arena),
	    "新增 《车辆绩效目标表》“时效”行：>产出 时效 计划");
	arena_close(arena);
}

/* Of each change, in order: whether it is a figure's; the line that says in
 * what figures are. */
static const char *money_of(const char *before, const char *after,
			    struct arena *arena)
{
	struct publication old = document(before, arena);
	struct publication now = document(after, arena);
	struct changes changes = compare_publications(&old, &now, arena);
	struct buf buf = {.arena = arena};
	size_t i;

	for (i = 0; i < changes.n; i++) {
		buf_add_cstr(&buf, changes.list[i].figure ? "figure " : "- ");
		buf_add(&buf, changes.list[i].unit_line);
		buf_add_char(&buf, '\n');
	}
	return str_cstr(buf_str(&buf), arena);
}

#define MONEY(rows)                                                            \
	"{'id':'t','title':'表','unit':'单位：万元','columns':["         \
	"{'name':'名称','kind':'name'},{'name':'说明','kind':'text'},"     \
	"{'name':'合计','kind':'amount'}],'rows':[" rows "]}"
#define PLAN(amount, goal)                                                         \
	"{'id':'f','title':'绩效目标表','unit':'单位：万元','columns':[" \
	"{},{},{},{}],'rows':[{'cells':['预算数','" amount "','目标','" goal       \
	"'],'labels':[1,3]}]}"

static void figures_say_in_what_they_are(void **state)
{
	struct arena *arena = arena_open();

	(void)state;
	assert_string_equal(
	    money_of(MONEY("{'cells':['甲','旧','1.00']},"
			   "{'cells':['乙','','2.00']},{'cells':['丙','','']}"),
		     MONEY("{'cells':['甲','新','3.00']}"), arena),
	    "- \nfigure 单位：万元\n- 单位：万元\n- \n");
	assert_string_equal(
	    money_of(PLAN("1.00", "8辆"), PLAN("2.00", "9辆"), arena),
	    "figure 单位：万元\n- \n");
	assert_string_equal(
	    money_of(PLAN("1.00", "8辆"), PLAN("见附件", "8辆"), arena),
	    "- 单位：万元\n");
	arena_close(arena);
}

static void texts_are_matched_by_sentence(void **state)
{
	static const char before[] =
	    "{'id':'h1','heading':1,'text':'一、职责'},"
	    "{'id':'p1','text':'（一）承担文件工作。负责会议。'},"
	    "{'id':'p2','text':'（二）承担统计工作。'},"
	    "{'id':'h2','heading':1,'text':'二、预算'},"
	    "{'id':'p3','text':'支出预算717.53万元，其中基本支出5万元。'}";
	static const char after[] =
	    "{'id':'h0','heading':1,'text':'一、总则'},"
	    "{'id':'p0','text':'总的要求。'},"
	    "{'id':'h1','heading':1,'text':'二、职责'},"
	    "{'id':'p1','text':'（一）承担统计工作。'},"
	    "{'id':'h2','heading':1,'text':'三、预算'},"
	    "{'id':'p3','text':'支出预算718.53万元，其中基本支出5万元。'}";
	struct arena *arena = arena_open();

	(void)state;
	assert_string_equal(
	    differences(before, after, arena),
	    "新增 “一、总则”：>总的要求。\n"
	    "删除 “一、职责” 第1段：（一）承担文件工作。负责会议。>\n"
	    "修改 “三、预算” 第1段：支出预算717.53万元，其中基本支出5万元。>"
	    "支出预算718.53万元，其中基本支出5万元。");
	arena_close(arena);
}

static void tables_come_and_go(void **state)
{
	struct arena *arena = arena_open();

	(void)state;
	assert_string_equal(
	    differences(TABLE(ROW("1", "201", "甲", "1.00")),
			TABLE(ROW("1", "201", "甲", "1.00")) "," FORM(
			    "目标", "{'cells':['产出','数量','8辆','计划']}"),
			arena),
	    "新增 《车辆绩效目标表》：>");
	arena_close(arena);
}

/* How the parts of the line above a table were put together is not printed. */
static void blanks_above_a_table_are_nothing(void **state)
{
#define ABOVE(line)                                                            \
	"{'id':'t','title':'表','unit':'" line "','columns':["                 \
	"{'name':'名称','kind':'name'}],'rows':[{'cells':['甲']}]}"
	struct arena *arena = arena_open();

	(void)state;
	assert_string_equal(differences(ABOVE("公开表1单位：万元"),
					ABOVE("公开表1 单位：万元"), arena),
			    "");
	assert_string_equal(
	    differences(ABOVE("公开表1单位：万元"), ABOVE("公开表1 单位：元"),
			arena),
	    "修改 《表》“表头”行：公开表1单位：万元>公开表1 单位：元");
	arena_close(arena);
}

static void documents_are_matched_by_code(void **state)
{
	struct arena *arena = arena_open();
	struct publication old[2] = {{.unit = STR("101"), .year = STR("2024")},
				     {.unit = STR("102"), .year = STR("2024")}};
	struct publication now[2] = {{.unit = STR("102"), .year = STR("2024")},
				     {.unit = STR("103"), .year = STR("2024")}};
	struct changes found =
	    compare_all(&(struct publications){.list = old, .n = 2},
			&(struct publications){.list = now, .n = 2}, arena);

	(void)state;
	assert_int_equal(found.n, 2);
	assert_int_equal(found.list[0].kind, CHANGE_ADDED);
	assert_true(str_is(found.list[0].unit, "103"));
	assert_int_equal(found.list[1].kind, CHANGE_REMOVED);
	assert_true(str_is(found.list[1].unit, "101"));
	arena_close(arena);
}

static void refuses_what_is_no_companion(void **state)
{
	static const char *const texts[] = {"", "[]", "{}", "{\"unit\":\"1\"",
					    "{\"blocks\":[]}"};
	struct arena *arena = arena_open();
	struct publication publication;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct diag_sink *sink = diag_open(arena);

		assert_false(publication_read(&publication, str_from(texts[i]),
					      STR("x.json"), arena, sink));
		assert_int_equal(sink->n, 1);
		assert_ptr_equal(sink->list[0].kind, &COMPARE_NO_FIGURES);
	}
	arena_close(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(rows_are_matched_by_code),
	    cmocka_unit_test(sides_of_a_table_are_lists_of_their_own),
	    cmocka_unit_test(columns_come_and_go),
	    cmocka_unit_test(forms_are_read_by_label_and_indicator),
	    cmocka_unit_test(figures_say_in_what_they_are),
	    cmocka_unit_test(texts_are_matched_by_sentence),
	    cmocka_unit_test(tables_come_and_go),
	    cmocka_unit_test(blanks_above_a_table_are_nothing),
	    cmocka_unit_test(documents_are_matched_by_code),
	    cmocka_unit_test(refuses_what_is_no_companion),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
