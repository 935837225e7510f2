/* SPDX-License-Identifier: MIT */
#include "base/xml.h"

#include "base/arena.h"
#include "cmocka_all.h"

static void indents_elements(void **state)
{
	struct arena *arena = arena_open();
	struct xml xml = {.out.arena = arena, .indent = true};

	(void)state;
	xml_start(&xml, "a");
	xml_attr_int(&xml, "n", -12);
	xml_attr_int(&xml, "z", 0);
	xml_attr_int(&xml, "l", INT64_MIN);
	xml_start(&xml, "b");
	xml_end(&xml);
	xml_start(&xml, "c");
	xml_text(&xml, STR("text"));
	xml_end(&xml);
	xml_end(&xml);
	assert_str(
	    xml_str(&xml),
	    "<a n=\"-12\" z=\"0\" l=\"-9223372036854775808\">\n\t<b/>\n\t<c>text</c>\n</a>\n");
	arena_close(arena);
}

static void leaves_mixed_content_alone(void **state)
{
	struct arena *arena = arena_open();
	struct xml xml = {.out.arena = arena, .indent = true};

	(void)state;
	xml_start(&xml, "a");
	xml_start(&xml, "p");
	xml_mixed(&xml);
	xml_start(&xml, "b");
	xml_text(&xml, STR("x"));
	xml_end(&xml);
	xml_text(&xml, STR("y"));
	xml_empty(&xml, "i", "k", "v");
	xml_end(&xml);
	xml_empty_int(&xml, "q", "n", 1);
	xml_end(&xml);
	assert_str(xml_str(&xml), "<a>\n\t<p><b>x</b>y<i k=\"v\"/></p>\n"
				  "\t<q n=\"1\"/>\n</a>\n");
	arena_close(arena);
}

/* Han is told by its bytes: not where one is missing. */
static void broken_han(void **state)
{
	struct arena *arena = arena_open();
	struct xml xml = {.out.arena = arena};

	(void)state;
	xml_start(&xml, "a");
	xml_text(&xml, STR("预\xE9\xA2<算\xE7\xAE\xE9\xA2\x84>\xE7"));
	xml_end(&xml);
	assert_str(xml_str(&xml),
		   "<a>预\uFFFD\uFFFD&lt;算\uFFFD\uFFFD预&gt;\uFFFD</a>\n");
	arena_close(arena);
}

static void escapes(void **state)
{
	struct arena *arena = arena_open();
	struct xml xml = {.out.arena = arena};

	(void)state;
	xml_start(&xml, "a");
	xml_attr(&xml, "b", STR("<\"&\n\t>预"));
	xml_text(&xml, STR("<\"&>\r\n算\x01\xFF\xEF\xBF\xBE"));
	xml_end(&xml);
	assert_str(
	    xml_str(&xml),
	    "<a b=\"&lt;&quot;&amp;&#10;&#9;&gt;预\">&lt;\"&amp;&gt;&#13;"
	    "\n算\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD</a>\n");
	arena_close(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(indents_elements),
	    cmocka_unit_test(leaves_mixed_content_alone),
	    cmocka_unit_test(escapes),
	    cmocka_unit_test(broken_han),
	};

	return cmocka_run_group_tests_name("xml", tests, NULL, NULL);
}
