/* SPDX-License-Identifier: MIT */
#include "base/diag.h"

#include "base/arena.h"
#include "cmocka_all.h"

static const struct diag_kind bad = {"BAD", "T-BAD", DIAG_ERROR,
				     "“{0}”不是金额（{1}），请改正",
				     "\"{0}\" is no amount ({1})"};
static const struct diag_kind hint = {"HINT", "T-HINT", DIAG_NOTE, "提示一下",
				      "a hint"};

static void says_what_where_and_how_bad(void **state)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);
	struct place csv = {.file = STR("支出.csv"),
			    .line = 7,
			    .record = 6,
			    .column = STR("金额（元）")};
	struct place xlsx = {.file = STR("县.xlsx"),
			     .sheet = STR("支出"),
			     .line = 17,
			     .column_no = 28};

	(void)state;
	assert_int_equal(diag_worst(sink), DIAG_NOTE);
	DIAG(sink, &bad, csv, STR("1O0"), STR("元"));
	DIAG(sink, &bad, xlsx, STR("x"), STR("元"));
	DIAG0(sink, &hint, PLACE_NONE);
	assert_int_equal(sink->n, 3);
	assert_str(diag_text(&sink->list[0], DIAG_ZH, arena),
		   "错误 [T-BAD] 支出.csv 第7行（第6条记录）“金额（元）”列："
		   "“1O0”不是金额（元），请改正");
	assert_str(diag_text(&sink->list[0], DIAG_EN, arena),
		   "error [T-BAD] 支出.csv line 7 (record 6) column "
		   "\"金额（元）\": \"1O0\" is no amount (元)");
	assert_str(diag_place_text(sink->list[1].place, DIAG_ZH, arena),
		   "县.xlsx 支出!AB17");
	assert_str(diag_text(&sink->list[2], DIAG_ZH, arena),
		   "提示 [T-HINT] 提示一下");
	assert_int_equal(diag_worst(sink), DIAG_ERROR);
	arena_close(arena);
}

static void is_one_line_whatever_a_cell_holds(void **state)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);

	(void)state;
	DIAG(sink, &bad, PLACE_NONE, STR("1\n2"), STR("元"));
	assert_str(diag_message(&sink->list[0], DIAG_ZH, arena),
		   "“1 2”不是金额（元），请改正");
	arena_close(arena);
}

static void accepted_ones_do_not_count(void **state)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);

	(void)state;
	diag_add(sink, &(struct diag){.kind = &bad,
				      .level = DIAG_ERROR,
				      .accepted = true});
	assert_int_equal(diag_worst(sink), DIAG_NOTE);
	assert_int_equal(diag_count_level(sink, DIAG_ERROR), 0);
	assert_str(str_slice(diag_text(&sink->list[0], DIAG_ZH, arena), 0, 17),
		   "已接受 [T-BAD]");
	arena_close(arena);
}

static void counts_what_it_does_not_keep(void **state)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);
	int i;

	(void)state;
	for (i = 0; i < 10000; i++)
		DIAG(sink, &bad, PLACE_NONE, STR("x"), STR("元"));
	DIAG0(sink, &hint, PLACE_NONE);
	assert_int_equal(sink->n, sink->most_per_kind + 1);
	assert_int_equal(diag_count_level(sink, DIAG_ERROR), 10000);
	assert_int_equal(diag_count_level(sink, DIAG_NOTE), 1);
	arena_close(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(says_what_where_and_how_bad),
	    cmocka_unit_test(is_one_line_whatever_a_cell_holds),
	    cmocka_unit_test(accepted_ones_do_not_count),
	    cmocka_unit_test(counts_what_it_does_not_keep),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
