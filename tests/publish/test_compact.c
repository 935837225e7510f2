/* SPDX-License-Identifier: MIT */
/* What is written is what jansson would write, and reads. */
#include "publish/compact.h"

#include <jansson.h>

#include "base/arena.h"
#include "cmocka_all.h"

static struct arena *arena;

/* Every byte of ASCII, and characters of two, three and four bytes. */
static void texts_are_escaped_as_jansson_does(void **state)
{
	struct buf text = {.arena = arena};
	struct buf out = {.arena = arena};
	struct compact json = {.out = &out};
	json_t *list = json_array();
	char *expected;
	int c;

	(void)state;
	for (c = 1; c < 0x80; c++)
		buf_add_char(&text, (char)c);
	buf_add_cstr(&text, "\"é预𠮷\\");
	json_array_append_new(list,
			      json_stringn(buf_str(&text).s, buf_str(&text).n));
	json_array_append_new(list, json_string(""));
	expected = json_dumps(list, JSON_COMPACT);
	compact_begin(&json, NULL, '[');
	compact_text(&json, NULL, buf_str(&text));
	compact_text(&json, NULL, STR_NONE);
	compact_end(&json, ']');
	assert_str(buf_str(&out), expected);
	free(expected);
	json_decref(list);
}

static void commas_stand_between_values(void **state)
{
	struct buf out = {.arena = arena};
	struct compact json = {.out = &out};

	(void)state;
	compact_begin(&json, NULL, '{');
	compact_begin(&json, "none", '[');
	compact_end(&json, ']');
	compact_begin(&json, "some", '[');
	compact_null(&json);
	compact_number(&json, NULL, -12);
	compact_begin(&json, NULL, '{');
	compact_text(&json, "a", STR("b"));
	compact_end(&json, '}');
	compact_null(&json);
	compact_end(&json, ']');
	compact_number(&json, "last", 0);
	compact_end(&json, '}');
	assert_str(buf_str(&out),
		   "{\"none\":[],\"some\":[null,-12,{\"a\":\"b\"},null],"
		   "\"last\":0}");
}

static int set_up(void **state)
{
	(void)state;
	arena = arena_open();
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	arena_close(arena);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(texts_are_escaped_as_jansson_does,
					    set_up, tear_down),
	    cmocka_unit_test_setup_teardown(commas_stand_between_values, set_up,
					    tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
