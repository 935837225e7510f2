/* SPDX-License-Identifier: MIT */
/* Each form of sentence in several wordings, as people write them. */
#include "check/statement.h"

#include "base/arena.h"
#include "cmocka_all.h"

/* A sentence and what its statement number at says. */
struct wording {
	const char *text;
	size_t at;
	enum says says;
	int sign;
	const char *subject; /* NULL: not looked at */
	int of;		     /* statement of the level, -1: none */
};

static const struct wording levels[] = {
    {"2024年，我部门机关运行经费共计安排48.73万元。", 0, SAYS_LEVEL, 0,
     "机关运行经费共计安排", -1},
    {"机关运行经费：48.73万元。", 0, SAYS_LEVEL, 0, "机关运行经费", -1},
    {"本年度安排机关运行经费48.73万元。", 0, SAYS_LEVEL, 0, NULL, -1},
    {"2024年度机关运行经费预算，安排48.73 万元。", 0, SAYS_LEVEL, 0, NULL, -1},
    {"公务接待费为２２．３２万元；", 0, SAYS_LEVEL, 0, "公务接待费为", -1},
    {"基本支出增加到496.13万元。", 0, SAYS_LEVEL, 0, NULL, -1},
    {"“三公”经费56.32万元。", 0, SAYS_LEVEL, 0, "“三公”经费", -1},
};

static const struct wording more[] = {
    {"支出100万元，较上年增加5.13万元。", 1, SAYS_CHANGE, 1, "", 0},
    {"支出100万元，比2023年预算增长5.13万元。", 1, SAYS_CHANGE, 1, "", 0},
    {"支出100万元，同比上升5.13万元。", 1, SAYS_CHANGE, 1, "", 0},
    {"支出100万元，与上年相比，增加了5.13万元。", 1, SAYS_CHANGE, 1, "", 0},
    {"支出100万元，较去年预算数提高5.13万元。", 1, SAYS_CHANGE, 1, "", 0},
    {"支出100万元，比上年增加额为5.13万元。", 1, SAYS_CHANGE, 1, "", 0},
    {"基本支出较上年增加5.13万元。", 0, SAYS_CHANGE, 1, "基本支出", -1},
    {"较上年增加人员经费5.13万元。", 0, SAYS_CHANGE, 1, "人员经费", -1},
};

static const struct wording less[] = {
    {"支出100万元，较上年减少5.13万元。", 1, SAYS_CHANGE, -1, "", 0},
    {"支出100万元，比去年下降5.13万元。", 1, SAYS_CHANGE, -1, "", 0},
    {"支出100万元，同比降低5.13万元。", 1, SAYS_CHANGE, -1, "", 0},
    {"支出100万元，与2023年相比压减5.13万元。", 1, SAYS_CHANGE, -1, "", 0},
    {"支出100万元，较上年度缩减经费5.13万元。", 1, SAYS_CHANGE, -1, "", 0},
    {"项目支出比上年减少5.13万元。", 0, SAYS_CHANGE, -1, "项目支出", -1},
    {"至少安排5.13万元。", 0, SAYS_LEVEL, 0, NULL, -1},
    {"减免税费安排5.13万元。", 0, SAYS_LEVEL, 0, NULL, -1},
};

static const struct wording same[] = {
    {"公务接待费5万元，与上年持平。", 1, SAYS_CHANGE, 0, "", 0},
    {"公务接待费5万元，较上年无增减变化。", 1, SAYS_CHANGE, 0, "", 0},
    {"公务接待费5万元，与2023年一致。", 1, SAYS_CHANGE, 0, "", 0},
    {"公务接待费5万元，同上年预算相同。", 1, SAYS_CHANGE, 0, "", 0},
    {"公务接待费5万元，与上年相比没有变化。", 1, SAYS_CHANGE, 0, "", 0},
    {"公务接待费5万元，与上年持平，无增减变化。", 1, SAYS_CHANGE, 0, "", 0},
};

static const struct wording growth[] = {
    {"支出100万元，较上年增加5万元，增长5.3%。", 2, SAYS_GROWTH, 1, NULL, 0},
    {"支出100万元，较上年增加5万元，同比增加5.3％。", 2, SAYS_GROWTH, 1, NULL,
     0},
    {"支出100万元，较上年减少5万元，减少了4.8%。", 2, SAYS_GROWTH, -1, NULL, 0},
    {"支出100万元，较上年减少5万元，降幅为4.8%。", 2, SAYS_GROWTH, -1, NULL, 0},
    {"支出100万元，较上年减少5万元，下降4.8 %。", 2, SAYS_GROWTH, -1, NULL, 0},
    {"基本支出减少29万元，同比减少4.8%。", 1, SAYS_GROWTH, -1, "基本支出", -1},
};

static const struct wording bases[] = {
    {"收入100万元，比上年预算90万元增加10万元。", 1, SAYS_BASE, 0, NULL, 0},
    {"收入100万元（上年收入90万元，同比增加10万元）。", 1, SAYS_BASE, 0, NULL,
     0},
    {"收入100万元，较2023年的90万元增加10万元。", 1, SAYS_BASE, 0, NULL, 0},
    {"收入100万元，与上年预算数90万元相比增加10万元。", 1, SAYS_BASE, 0, NULL,
     0},
    {"收入100万元，比年初预算90万元增加10万元。", 1, SAYS_BASE, 0, NULL, 0},
};

static const struct wording reasons[] = {
    {"支出增加89万元，主要原因是新增了A项目7万元。", 1, SAYS_REASON, 0, NULL,
     -1},
    {"支出增加89万元，主要是新增A项目7万元。", 1, SAYS_REASON, 0, NULL, -1},
    {"支出增加89万元，由于购置设备7万元。", 1, SAYS_REASON, 0, NULL, -1},
    {"支出增加89万元，原因：购置设备7万元。", 1, SAYS_REASON, 0, NULL, -1},
    {"支出减少89万元，主要因退休人员减少3名。", 1, SAYS_REASON, -1, NULL, -1},
    {"单价在20万元以上的设备3台。", 0, SAYS_OTHER, 0, NULL, -1},
};

static const struct wording shares[] = {
    {"货物支出16.9万元，占政府采购预算总额的70.7%。", 1, SAYS_SHARE, 0, NULL,
     0},
    {"货物支出16.9万元、份额比例70.7%。", 1, SAYS_SHARE, 0, NULL, 0},
    {"货物支出16.9万元，占比70.7%。", 1, SAYS_SHARE, 0, NULL, 0},
    {"货物支出16.9万元，比重为70.7%。", 1, SAYS_SHARE, 0, NULL, 0},
    {"货物支出16.9万元（占70.7%）。", 1, SAYS_SHARE, 0, NULL, 0},
};

static void check_one(const struct wording *wording, struct arena *arena)
{
	struct statements all =
	    statements_read(str_from(wording->text), 2024, arena);
	const struct statement *statement;

	if (all.n <= wording->at)
		fail_msg("%s: %zu statements", wording->text, all.n);
	statement = &all.list[wording->at];
	if (statement->says != wording->says ||
	    statement->sign != wording->sign || statement->of != wording->of)
		fail_msg("%s: says %d, sign %d, of %td", wording->text,
			 (int)statement->says, statement->sign, statement->of);
	if (wording->subject != NULL)
		assert_str(statement->subject, wording->subject);
}

#define CHECK_ALL(list)                                                        \
	static void reads_##list(void **state)                                 \
	{                                                                      \
		struct arena *arena = arena_open();                            \
		size_t i;                                                      \
                                                                               \
		(void)state;                                                   \
		for (i = 0; i < sizeof(list) / sizeof(*(list)); i++)           \
			check_one(&(list)[i], arena);                          \
		arena_close(arena);                                            \
	}

CHECK_ALL(levels)
CHECK_ALL(more)
CHECK_ALL(less)
CHECK_ALL(same)
CHECK_ALL(growth)
CHECK_ALL(bases)
CHECK_ALL(reasons)
CHECK_ALL(shares)

/* Openers of lists, and whose year a sentence speaks of. */
static void reads_lists_and_years(void **state)
{
	static const char *const openers[] = {
	    "支出100万元，其中：基本支出60万元、项目支出40万元。",
	    "支出100万元，其中基本支出60万元，项目支出40万元。",
	    "支出100万元。其中，基本支出60万元；项目支出40万元。",
	    "支出100万元，包括基本支出60万元和项目支出40万元。",
	    "支出100万元，主要包括：基本支出60万元，项目支出40万元。",
	};
	struct arena *arena = arena_open();
	struct statements all;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(openers) / sizeof(*openers); i++) {
		all = statements_read(str_from(openers[i]), 2024, arena);
		assert_int_equal(all.n, 3);
		assert_int_equal(all.list[1].opener, OPENS_PARTS);
		assert_str(all.list[1].subject, "基本支出");
		assert_str(all.list[2].subject, "项目支出");
	}
	all = statements_read(
	    STR("2023年支出8万元，其中接待费3万元。2024年支出9万元，较2023年增加1万元。"),
	    2024, arena);
	assert_int_equal(all.list[0].year, 2023);
	assert_int_equal(all.list[1].year, 2023);
	assert_int_equal(all.list[2].year, 2024);
	assert_int_equal(all.list[3].against, 2023);
	arena_close(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_levels),
	    cmocka_unit_test(reads_more),
	    cmocka_unit_test(reads_less),
	    cmocka_unit_test(reads_same),
	    cmocka_unit_test(reads_growth),
	    cmocka_unit_test(reads_bases),
	    cmocka_unit_test(reads_reasons),
	    cmocka_unit_test(reads_shares),
	    cmocka_unit_test(reads_lists_and_years),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
