/* SPDX-License-Identifier: MIT */
/* Rules on headings, words, private data. */
#include "base/arena.h"
#include "check/check_case.h"
#include "check/number.h"
#include "check/words.h"

#define HEADING(id, level, text)                                               \
	"<p id='" id "' outline='" level "'>" text "</p>"

static void headings_run_on(void **state)
{
	(void)state;
	assert_found(HEADING("a", "2", "一、职责") P("b", "无")
			 HEADING("c", "2", "二、总体") P("d", "无"),
		     "HEAD-SEQ", 0);
	assert_found(HEADING("a", "2", "一、职责") P("b", "无")
			 HEADING("c", "2", "三、总体") P("d", "无"),
		     "HEAD-SEQ", 1);
	/* below each heading anew */
	assert_found(HEADING("a", "2", "一、职责") P("b", "（一）甲")
			 P("c", "（二）乙") HEADING("d", "2", "二、总体")
			     P("e", "（一）丙") P("f", "（二）丁"),
		     "HEAD-SEQ", 0);
	assert_found(P("b", "1、甲") P("c", "2、乙") P("d", "4、丙"),
		     "HEAD-SEQ", 1);
	assert_found(P("b", "1、甲") P("c", "2、乙") P("d", "1、丙"),
		     "HEAD-SEQ", 0);
	assert_found(P("b", "1.5万元") P("c", "3.5万元"), "HEAD-SEQ", 0);
}

static void headings_have_content(void **state)
{
	(void)state;
	assert_found(HEADING("a", "2", "六、专项资金")
			 HEADING("b", "2", "七、项目") P("c", "无"),
		     "HEAD-EMPTY", 1);
	assert_found(HEADING("a", "2", "六、专项资金") P("x", "无")
			 HEADING("b", "2", "七、项目") P("c", "无"),
		     "HEAD-EMPTY", 0);
	assert_found(HEADING("a", "2", "六、专项资金")
			 HEADING("b", "3", "1、甲") P("c", "无"),
		     "HEAD-EMPTY", 0);
	assert_found(HEADING("a", "2", "六、专项资金"), "HEAD-EMPTY", 1);
}

static void levels_are_numbered_differently(void **state)
{
	(void)state;
	assert_found(HEADING("a", "1", "一、甲") HEADING("b", "2", "一、乙")
			 P("c", "无"),
		     "HEAD-LEVEL", 1);
	assert_found(HEADING("a", "1", "一、甲") HEADING("b", "2", "（一）乙")
			 P("c", "无"),
		     "HEAD-LEVEL", 0);
}

#define CONTENTS                                                               \
	"<contents id='toc'><group title-style='p' entry-1='p' "               \
	"entry-2='p'>目录</group></contents>"
#define ENTRY(id, text)                                                        \
	"<p id='" id "' outline='2' group='1' level='1'>" text "</p>"

static void contents_list_headings_once(void **state)
{
	(void)state;
	assert_found(CONTENTS ENTRY("a", "一、甲") P("b", "无"), "HEAD-TOC", 0);
	assert_found(CONTENTS ENTRY("a", "一、甲") P("b", "无")
			 ENTRY("c", "一、甲") P("d", "无"),
		     "HEAD-TOC", 1);
	assert_found(CONTENTS P("b", "无"), "HEAD-TOC", 1);
}

static const struct {
	const char *text, *rule;
	size_t n;
} words[] = {
    {"较上年增加（减少）5万元。", "TXT-LEFTOVER", 1},
    {"较上年增加5万元。", "TXT-LEFTOVER", 0},
    {"预算为XX万元。", "TXT-LEFTOVER", 1},
    {"202 年预算。", "TXT-LEFTOVER", 1},
    {"按{支出}安排。", "TXT-LEFTOVER", 1},
    {"采购XX-100型设备。", "TXT-LEFTOVER", 0},
    {"我部门安排，我单位负责。", "TXT-LEFTOVER", 1},
    {"我部门安排，各单位负责。", "TXT-LEFTOVER", 0},
    {"因公出国费 0 万元，占 %。", "TXT-LEFTOVER", 1},
    {"公务接待费5万元，比上年减少 万元，主要是节约。", "TXT-LEFTOVER", 1},
    {"支出预算为万元。", "TXT-LEFTOVER", 1},
    {"公务接待费 5 万元，占 3 %，减少 2 万元。", "TXT-LEFTOVER", 0},
    {"单价为万元以上的设备，增长百分之五。", "TXT-LEFTOVER", 0},
    {"医疗卫生与计划生育支出5万元。", "TERM", 1},
    {"卫生健康支出5万元。", "TERM", 0},
    {"党内规范性文件的的服务工作。", "DUP-WORD", 1},
    {"主要为项目支出主要是后勤。", "DUP-WORD", 1},
    {"提出意见，意见采纳。", "DUP-WORD", 0},
    {"人人有责，天天向上等等。", "DUP-WORD", 0},
    {"基本支出，主要为工资。项目支出，主要为培训。", "DUP-WORD", 0},
    {"因工出国费。", "TYPO", 1},
    {"因公出国费。", "TYPO", 0},
    {"联系电话：13900000000。", "PRIVACY", 1},
    {"联系电话：0335-1234567。", "PRIVACY", 1},
    {"身份证号11010519491231002X。", "PRIVACY", 1},
    {"编号110105194912310021。", "PRIVACY", 0},
    {"项目编码13030324P00397010048U。", "PRIVACY", 0},
    {"共12345678元，20240208发布。", "PRIVACY", 0},
    {"家庭住址见附件。", "PRIVACY", 1},
};

static void words_are_looked_at(void **state)
{
	struct arena *arena = arena_open();
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(words) / sizeof(*words); i++) {
		print_message("%s\n", words[i].text);
		assert_found(str_cstr(str_format(arena, "<p id='p'>%s</p>",
						 words[i].text),
				      arena),
			     words[i].rule, words[i].n);
	}
	arena_close(arena);
}

static const struct {
	const char *wrong, *right;
} confusable[] = {
#define X(wrong, right) {wrong, right},
#include "check/confusable.inc"
#undef X
};

/* Whether the word is told as a slip of the pen. */
static bool is_told(const char *word, struct arena *arena)
{
	const struct diag_sink *sink = check_body(
	    str_cstr(str_format(arena, "<p id='p'>按%s执行。</p>", word),
		     arena),
	    NULL, 0, arena);
	size_t i;

	for (i = 0; i < sink->n; i++)
		if (str_is(STR("TYPO"), sink->list[i].kind->id) &&
		    str_is(sink->list[i].args[0], word))
			return true;
	return false;
}

static void every_wrong_word_is_found(void **state)
{
	struct arena *arena = arena_open();
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(confusable) / sizeof(*confusable); i++) {
		print_message("%s\n", confusable[i].wrong);
		assert_true(is_told(confusable[i].wrong, arena));
		assert_false(is_told(confusable[i].right, arena));
	}
	arena_close(arena);
}

static void assets_and_procurement_are_told_apart(void **state)
{
#define PROCUREMENT                                                            \
	TABLE("部门政府采购预算", COL("name") COL("name") COL("amount"),       \
	      HEAD(H("项目名称") H("采购物品名称") H("政府采购金额")))         \
	ROW(C("合计") C("") C("5.00"))                                         \
	ROW(C("设备") C("台式机") C("5.00")) TABLE_END

	(void)state;
	assert_found(
	    PROCUREMENT P("p", "本年度拟购置固定资产总额为5.00万元，已按要求"
			       "列入政府采购预算。"),
	    "PROC-ASSET", 0);
	assert_found(
	    PROCUREMENT P("p", "本年度拟购置固定资产总额为0.00万元，已按要求"
			       "列入政府采购预算。"),
	    "PROC-ASSET", 1);
	assert_found(
	    PROCUREMENT P("p", "本年度拟购置固定资产总额为54.00万元。"),
	    "PROC-ASSET", 1);
}

#define USE(vehicles)                                                                    \
	TABLE("固定资产占用情况表", COL("name") COL("count") COL("amount"),              \
	      HEAD(H("项目") H("数量") H("价值（金额单位：万元）")))                     \
	ROW(C("车辆（台、辆）") C("9") C("5.00"))                                        \
	TABLE_END                                                                        \
	"<p id='f' outline='2'>1、车辆保险费绩效目标表</p><table id='form'>"  \
	"<column kind='text'/><column kind='text'/><column kind='text'/>"                \
	"<column kind='text'/><row kind='subhead'><cell>一级指标</cell>"             \
	"<cell>二级指标</cell><cell>三级指标</cell><cell>指标值</cell></row>" \
	"<row><cell>产出指标</cell><cell>数量指标</cell><cell>投保车辆数"   \
	"</cell><cell>" vehicles "</cell></row></table>"

static void vehicles_are_those_there_are(void **state)
{
	(void)state;
	assert_found(USE("8辆"), "ASSET-USE", 1);
	assert_found(USE("9辆"), "ASSET-USE", 0);
}

static void reads_numbers_of_headings(void **state)
{
	static const struct {
		const char *text;
		enum number_style style;
		int value;
	} cases[] = {
	    {"一、甲", NUMBER_HAN, 1},
	    {"二十一、甲", NUMBER_HAN, 21},
	    {"廿一、甲", NUMBER_HAN, 21},
	    {"（三）甲", NUMBER_HAN_BRACKETS, 3},
	    {"(十) 甲", NUMBER_HAN_BRACKETS, 10},
	    {"12、甲", NUMBER_DIGIT, 12},
	    {"3. 甲", NUMBER_DIGIT, 3},
	    {"（4）甲", NUMBER_BRACKETS, 4},
	    {"③甲", NUMBER_CIRCLE, 3},
	    {"第二部分 甲", NUMBER_PART, 2},
	};
	struct number number;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		assert_true(number_read(str_from(cases[i].text), &number));
		assert_int_equal(number.style, cases[i].style);
		assert_int_equal(number.value, cases[i].value);
		assert_str(words_label(str_from(cases[i].text)), "甲");
	}
	assert_false(number_read(STR("1.5万元"), &number));
	assert_false(number_read(STR("一般公共预算"), &number));
	assert_false(number_read(STR("（含所属单位）"), &number));
	assert_false(number_read(STR("2024年"), &number));
}

static void compares_words(void **state)
{
	(void)state;
	assert_int_equal(words_distance(STR("运维项目"), STR("运维项目")), 0);
	assert_int_equal(words_distance(STR("运维项目"), STR("运维项目全")), 1);
	assert_int_equal(words_distance(STR("运维项目"), STR("运修项目")), 1);
	assert_int_equal(words_distance(STR("运维项目"), STR("维项")), 2);
	assert_int_equal(words_distance(STR(""), STR("维")), 1);
}

#define GLOSSARY                                                                 \
	"<p id='h2' outline='2'>一、机关运行经费安排情况</p>"        \
	"<p id='x'>政府采购预算5万元，其中基本支出3万元。</p>" \
	"<p id='h' outline='2'>十、名词解释</p>"
/* A word that 名词解释 must, or may, explain. */
#define WORD(name, use)                                                        \
	"</section><term word='" name "' glossary='" use "'/><section id='z'>"

static void explains_what_is_used(void **state)
{
	(void)state;
	assert_found(GLOSSARY P("p", "1、基本支出：指为保障运转的支出。"),
		     "TERM", 0);
	/* a name that the document does not know, and one that it has longer */
	assert_found(GLOSSARY P("p", "1、财务费用：指筹集资金的费用。"), "TERM",
		     1);
	assert_found(GLOSSARY P("p", "8、机关运行费：指公用经费。"), "TERM", 1);
	assert_found(GLOSSARY P("p", "8、机关运行经费：指公用经费。"), "TERM",
		     0);
	assert_found(GLOSSARY P("p", "1、政府（集中）采购：指用财政资金购买。"),
		     "TERM", 0);
	/* what is no term, and what stands under another heading */
	assert_found(GLOSSARY P("p", "无。"), "TERM", 0);
	assert_found("<p id='h' outline='2'>九、其他</p>" P(
			 "p", "1、财务费用：指筹集资金的费用。"),
		     "TERM", 0);
}

static void explains_what_the_template_says(void **state)
{
	(void)state;
	assert_found(GLOSSARY P("p", "1、基本支出：指为保障运转的支出。")
			 WORD("机关运行经费", "must"),
		     "TERM", 1);
	assert_found(GLOSSARY P("p", "1、机关运行经费：指公用经费。")
			 WORD("机关运行经费", "must"),
		     "TERM", 0);
	/* neither a table nor a heading uses it */
	assert_found(GLOSSARY P("p", "1、基本支出：指为保障运转的支出。")
			 WORD("“三公”经费", "must"),
		     "TERM", 0);
	assert_found(GLOSSARY P("p", "1、事业收入：指专业活动取得的收入。")
			 WORD("事业收入", "may"),
		     "TERM", 0);
	/* without 名词解释 nothing is asked for */
	assert_found("<p id='h' outline='2'>一、机关运行经费</p>" P(
			 "p", "机关运行经费5万元。")
			 WORD("机关运行经费", "must"),
		     "TERM", 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(explains_what_is_used),
	    cmocka_unit_test(explains_what_the_template_says),
	    cmocka_unit_test(headings_run_on),
	    cmocka_unit_test(headings_have_content),
	    cmocka_unit_test(levels_are_numbered_differently),
	    cmocka_unit_test(contents_list_headings_once),
	    cmocka_unit_test(words_are_looked_at),
	    cmocka_unit_test(every_wrong_word_is_found),
	    cmocka_unit_test(assets_and_procurement_are_told_apart),
	    cmocka_unit_test(vehicles_are_those_there_are),
	    cmocka_unit_test(reads_numbers_of_headings),
	    cmocka_unit_test(compares_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
