/* SPDX-License-Identifier: MIT */
#include "publish/name.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "cmocka_all.h"

static struct arena *arena;

static void names_a_document(void **state)
{
	(void)state;
	assert_str(name_of_document(STR("201"), STR("区委部门"),
				    STR("2024年部门预算信息公开"), arena),
		   "201区委部门2024年部门预算信息公开");
}

static void leaves_out_what_systems_refuse(void **state)
{
	(void)state;
	assert_str(name_of_document(STR("2/01"),
				    STR("a\\b:c*?\"<>|\x01"
					"\xE2\x80\xAE"),
				    STR(" x. ."), arena),
		   "201abcx");
	assert_str(name_of_document(STR("../.."), STR(""), STR(""), arena),
		   "_");
	assert_str(name_of_document(STR("con"), STR(""), STR(""), arena),
		   "_con");
	assert_str(name_of_document(STR("COM"), STR("1"), STR(""), arena),
		   "_COM1");
	assert_str(name_of_document(STR("1"), STR("e\xCC\x81"), STR(""), arena),
		   "1\xC3\xA9");
}

static void shortens_the_name_never_the_code(void **state)
{
	struct buf name = {.arena = arena};
	struct str stem;
	int i;

	(void)state;
	for (i = 0; i < 200; i++)
		buf_add_cstr(&name, "局");
	stem = name_of_document(STR("201001"), buf_str(&name),
				STR("2024年单位预算信息公开"), arena);
	assert_true(stem.n + NAME_SUFFIX_BYTES <= NAME_MOST_BYTES);
	assert_true(stem.n + NAME_SUFFIX_BYTES > NAME_MOST_BYTES - 3);
	assert_int_equal(utf8_fault(stem), stem.n);
	assert_true(str_starts(stem, STR("201001局")));
	assert_true(str_ends(stem, STR("局2024年单位预算信息公开")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(names_a_document),
	    cmocka_unit_test(leaves_out_what_systems_refuse),
	    cmocka_unit_test(shortens_the_name_never_the_code),
	};
	int status;

	arena = arena_open();
	status = cmocka_run_group_tests(tests, NULL, NULL);
	arena_close(arena);
	return status;
}
