/* SPDX-License-Identifier: MIT */
#include "compare/sentence.h"

#include "base/arena.h"
#include "cmocka_all.h"

/* The sentences of a text, | between them. */
static struct str split(const char *text, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	struct str rest = str_from(text);
	struct str sentence;

	while (sentence_next(&rest, &sentence)) {
		if (buf.n > 0)
			buf_add_char(&buf, '|');
		buf_add(&buf, sentence);
	}
	return buf_str(&buf);
}

static void ends_where_a_reader_stops(void **state)
{
	static const char *const cases[][2] = {
	    {"", ""},
	    {"没有句号", "没有句号"},
	    {"一。二！三？四；五", "一。|二！|三？|四；|五"},
	    {"他说“好。”然后走了。", "他说“好。”|然后走了。"},
	    {"合计1.5万元。\n另有2万元", "合计1.5万元。|另有2万元"},
	    {"\n\n 一 \n 二", "一|二"},
	    {"怎么办？！不知道", "怎么办？！|不知道"},
	};
	struct arena *arena = arena_open();
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_string_equal(str_cstr(split(cases[i][0], arena), arena),
				    cases[i][1]);
	arena_close(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(ends_where_a_reader_stops),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
