/* SPDX-License-Identifier: MIT */
#include "compare/pairing.h"

#include "base/arena.h"
#include "cmocka_all.h"

static struct pairing_list list_of(const char *words, struct arena *arena)
{
	struct str rest = str_from(words);
	struct str *items = ARENA_ARRAY(arena, 64, struct str);
	struct pairing_list list = {.keys = items, .words = items};

	while (str_split(&rest, ' ', &items[list.n]))
		list.n++;
	return list;
}

/* By item of b: the number (from 0) of its fellow in a, - if it came. */
static const char *pairs(const char *a, const char *b, struct arena *arena)
{
	struct pairing_list left = list_of(a, arena);
	struct pairing_list right = list_of(b, arena);
	struct pairing pairing = pairing_of(&left, &right, arena);
	struct buf buf = {.arena = arena};
	size_t i;

	for (i = 0; i < right.n; i++) {
		if (pairing.of_b[i] == ALIGN_NONE)
			buf_add_char(&buf, '-');
		else
			buf_format(&buf, "%zu", pairing.of_b[i]);
		if (pairing.of_b[i] != ALIGN_NONE)
			assert_int_equal(pairing.of_a[pairing.of_b[i]], i);
	}
	return str_cstr(buf_str(&buf), arena);
}

static void finds_fellows(void **state)
{
	static const char *const cases[][3] = {
	    {"", "", ""},
	    {"甲 乙", "", ""},
	    {"甲 乙", "甲 乙", "01"},
	    {"甲 乙", "甲 丙 乙", "0-1"},
	    {"甲 乙 丙", "丙 甲 乙", "201"},			/* moved */
	    {"结转 甲 结转 乙", "结转 新 甲 结转 乙", "0-123"}, /* twice */
	    /* Like each other: the later one, though another came first. */
	    {"支出合计一百万元", "新增一句话 支出合计二百万元", "-0"},
	    /* But only where it stood. */
	    {"支出一百万元 收入一百万元", "收入二百万元 支出一百万元", "-0"},
	};
	struct arena *arena = arena_open();
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_string_equal(pairs(cases[i][0], cases[i][1], arena),
				    cases[i][2]);
	arena_close(arena);
}

static void pairs_only_equal_ones_without_words(void **state)
{
	struct arena *arena = arena_open();
	struct pairing_list left = list_of("支出合计一百万元", arena);
	struct pairing_list right = list_of("支出合计二百万元", arena);

	(void)state;
	left.words = NULL;
	assert_int_equal(pairing_of(&left, &right, arena).of_b[0], ALIGN_NONE);
	arena_close(arena);
}

static void likeness_grows_with_what_is_common(void **state)
{
	(void)state;
	assert_int_equal(likeness(STR("基本支出"), STR("基本支出")), 1000);
	assert_int_equal(likeness(STR("基本支出"), STR("公车购置")), 0);
	assert_in_range(likeness(STR("基本支出12万元"), STR("基本支出13万元")),
			500, 999);
	assert_int_equal(likeness(STR_NONE, STR_NONE), 1000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(finds_fellows),
	    cmocka_unit_test(pairs_only_equal_ones_without_words),
	    cmocka_unit_test(likeness_grows_with_what_is_common),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
