/* SPDX-License-Identifier: MIT */
#include "base/str.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "cmocka_all.h"

static void finds_parts(void **state)
{
	(void)state;
	assert_int_equal(str_find(STR("预算公开"), STR("公开")), 6);
	assert_int_equal(str_find(STR("aab"), STR("ab")), 1);
	assert_int_equal(str_find(STR("abc"), STR("abcd")), -1);
	assert_int_equal(str_find(STR("abc"), STR("x")), -1);
	assert_int_equal(str_find(STR_NONE, STR("x")), -1);
	assert_int_equal(str_find(STR("abc"), STR("")), 0);
	assert_int_equal(str_find(STR("abc"), STR("c")), 2);
}

static void trims_the_blanks_of_the_field(void **state)
{
	(void)state;
	assert_str(str_trim(STR(" \t　区 委\xC2\xA0\r\n")), "区 委");
	assert_str(str_trim(STR("\xEF\xBB\xBF单位")), "单位");
	assert_str(str_trim(STR("　　")), "");
	assert_str(str_trim(STR_NONE), "");
}

static void splits(void **state)
{
	struct str rest = STR("a,,b");
	struct str part;

	(void)state;
	assert_true(str_split(&rest, ',', &part));
	assert_str(part, "a");
	assert_true(str_split(&rest, ',', &part));
	assert_str(part, "");
	assert_true(str_split(&rest, ',', &part));
	assert_str(part, "b");
	assert_false(str_split(&rest, ',', &part));
}

static void compares_by_bytes(void **state)
{
	(void)state;
	assert_true(str_compare(STR("201"), STR("20131")) < 0);
	assert_true(str_compare(STR("201"), STR("20")) > 0);
	assert_true(str_compare(STR("a"), STR("a")) == 0);
	assert_true(str_compare(STR("\xFF"), STR("a")) > 0);
	assert_true(str_starts(STR("20131"), STR("201")));
	assert_false(str_starts(STR("20"), STR("201")));
	assert_true(str_ends(STR("工作。"), STR("。")));
}

static void buffers_grow(void **state)
{
	struct arena *arena = arena_open();
	struct buf buf = {.arena = arena};
	int i;

	(void)state;
	for (i = 0; i < 1000; i++)
		buf_format(&buf, "%d,", i % 10);
	assert_int_equal(buf_str(&buf).n, 2000);
	assert_str(str_slice(buf_str(&buf), 1996, 4), "8,9,");
	arena_close(arena);
}

static void decodes_only_good_utf8(void **state)
{
	static const char *const bad[] = {"\xC0\x80",
					  "\xE0\x80\x80",
					  "\xED\xA0\x80",
					  "\xF4\x90\x80\x80",
					  "\xE4\xB8",
					  "\x80",
					  "\xF8\x88\x80\x80\x80"};
	struct str text = STR("a中𠅤");
	size_t at = 0;
	size_t i;

	(void)state;
	assert_int_equal(utf8_next(text, &at), 'a');
	assert_int_equal(utf8_next(text, &at), 0x4E2D);
	assert_int_equal(utf8_next(text, &at), 0x20164);
	assert_int_equal(at, text.n);
	assert_int_equal(utf8_fault(text), text.n);
	assert_int_equal(utf8_length(text), 3);
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_int_equal(utf8_fault(str_from(bad[i])), 0);
	assert_int_equal(utf8_fault(STR("ab\xFF")), 2);
}

static void encodes_what_it_decodes(void **state)
{
	static const uint32_t codes[] = {0x41,	 0x7F,	 0x80,	  0x7FF,
					 0x800,	 0xFFFF, 0x10000, 0x10FFFF,
					 0x4E2D, 0x20164};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(codes) / sizeof(codes[0]); i++) {
		char bytes[4];
		struct str text = {bytes, utf8_encode(codes[i], bytes)};
		size_t at = 0;

		assert_int_equal(utf8_next(text, &at), codes[i]);
		assert_int_equal(at, text.n);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(finds_parts),
	    cmocka_unit_test(trims_the_blanks_of_the_field),
	    cmocka_unit_test(splits),
	    cmocka_unit_test(compares_by_bytes),
	    cmocka_unit_test(buffers_grow),
	    cmocka_unit_test(decodes_only_good_utf8),
	    cmocka_unit_test(encodes_what_it_decodes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
