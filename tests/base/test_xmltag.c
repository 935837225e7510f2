/* SPDX-License-Identifier: MIT */
#include "base/xmltag.h"

#include "base/arena.h"
#include "cmocka_all.h"

/* <a a0="" a1="" …>, n of them, each value as given. */
static void add_tag(struct buf *buf, int n, const char *value)
{
	int i;

	buf_add_cstr(buf, "<a");
	for (i = 0; i < n; i++)
		buf_format(buf, " a%d=%s", i, value);
	buf_add_cstr(buf, ">");
}

/* What is found in before + a tag of n attributes + after. */
static ptrdiff_t crowded(const char *before, int n, const char *value,
			 const char *after)
{
	struct arena *arena = arena_open();
	struct buf buf = {.arena = arena};
	ptrdiff_t at;

	buf_add_cstr(&buf, before);
	add_tag(&buf, n, value);
	buf_add_cstr(&buf, after);
	at = xmltag_crowded(buf_str(&buf));
	arena_close(arena);
	return at;
}

static void a_tag_of_too_many_attributes_is_found(void **state)
{
	(void)state;
	assert_int_equal(crowded("", XML_ATTRIBUTES_MOST, "\"\"", "</a>"), -1);
	assert_int_equal(crowded("", XML_ATTRIBUTES_MOST + 1, "\"\"", "</a>"),
			 0);
	assert_int_equal(
	    crowded("<r>", XML_ATTRIBUTES_MOST + 1, "''", "</a></r>"), 3);
	/* Cut off, or with a fault behind them: they are parsed all the same.
	 */
	assert_int_equal(crowded("<r>", 9999, "\"\"", ""), 3);
	assert_int_equal(crowded("<r>", 9999, "\"\"", " x=\"<\"/>"), 3);
	/* Quotes and ends of tags may stand in values. */
	assert_int_equal(crowded("<r>", 600, "\"'>'\"", ""), 3);
	assert_int_equal(crowded("<r>", 300, "\"'>'\"", ""), -1);
}

static void it_is_found_wherever_it_stands(void **state)
{
	struct arena *arena = arena_open();
	struct buf buf = {.arena = arena};
	ptrdiff_t wanted;
	int i;

	(void)state;
	for (i = 0; i < 997; i++)
		buf_add_cstr(&buf, "<行><列 名=\"一\">text</列></行>\n");
	for (i = 0; i < 50000; i++)
		buf_add_cstr(&buf, "text ");
	assert_int_equal(xmltag_crowded(buf_str(&buf)), -1);
	wanted = (ptrdiff_t)buf.n;
	add_tag(&buf, 501, "\"\"");
	assert_int_equal(xmltag_crowded(buf_str(&buf)), wanted);
	buf_add_cstr(&buf, "<b/>");
	assert_int_equal(xmltag_crowded(buf_str(&buf)), wanted);
	arena_close(arena);
}

/* begin, then two thousand quoted words, then end. */
static ptrdiff_t quoted(const char *begin, const char *end)
{
	struct arena *arena = arena_open();
	struct buf buf = {.arena = arena};
	ptrdiff_t at;
	int i;

	buf_add_cstr(&buf, begin);
	for (i = 0; i < 2000; i++)
		buf_add_cstr(&buf, " a=\"b\"");
	buf_add_cstr(&buf, end);
	at = xmltag_crowded(buf_str(&buf));
	arena_close(arena);
	return at;
}

static void what_is_no_start_tag_is_passed_over(void **state)
{
	(void)state;
	assert_int_equal(quoted("", ""), -1);
	assert_int_equal(quoted("<a>", "</a>"), -1);
	assert_int_equal(quoted("<a b='>'>", "</a>"), -1);
	assert_int_equal(quoted("<!--", "-->"), -1);
	assert_int_equal(quoted("<![CDATA[", "]]>"), -1);
	assert_int_equal(quoted("<?a", "?>"), -1);
	assert_int_equal(quoted("</a", ">"), -1);
	assert_int_equal(quoted("<a", ">"), 0);
	assert_int_equal(xmltag_crowded(STR_NONE), -1);
	assert_int_equal(xmltag_crowded(STR("<")), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_tag_of_too_many_attributes_is_found),
	    cmocka_unit_test(it_is_found_wherever_it_stands),
	    cmocka_unit_test(what_is_no_start_tag_is_passed_over),
	};

	return cmocka_run_group_tests_name("xmltag", tests, NULL, NULL);
}
