/* SPDX-License-Identifier: MIT */
/* Texts under 说明/: a sheet of one row each. */
#include "read/folder_of.h"

#include "cmocka_all.h"

enum { UNIT, OBJECT, SLOT, TEXT };

/* The only text: unit, object, slot, content. */
static void assert_text(struct folder_test *test, const char *unit,
			const char *object, const char *slot,
			const char *content)
{
	assert_str(folder_test_cell(test, "说明", 0, UNIT), unit);
	assert_str(folder_test_cell(test, "说明", 0, OBJECT), object);
	assert_str(folder_test_cell(test, "说明", 0, SLOT), slot);
	assert_str(folder_test_cell(test, "说明", 0, TEXT), content);
}

static void a_path_says_whose_text_it_is(void **state)
{
	static const struct {
		const char *path;
		const char *unit, *object, *slot;
	} cases[] = {
	    {"说明/201/部门职责.md", "201", "", "部门职责"},
	    {"说明/201/部门职责.txt", "201", "", "部门职责"},
	    {"说明/201/公务接待/增减原因.md", "201", "公务接待", "增减原因"},
	    {"说明/201/“三公”经费 * ?/名词解释.md", "201", "“三公”经费 * ?",
	     "名词解释"},
	    {"说明/全部/名词解释.md", "", "", "名词解释"},
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct folder_test *test = folder_test_open();

		folder_test_put(test, cases[i].path,
				STR("\xEF\xBB\xBF一。\r\n\r\n  二。\r\n"));
		assert_true(folder_test_read(test, NULL));
		assert_text(test, cases[i].unit, cases[i].object, cases[i].slot,
			    "一。\n\n  二。");
		assert_int_equal(test->sink->n, 0);
		assert_int_equal(
		    sheets_find(&test->sheets, STR("说明"))->rows[0].line, 1);
		folder_test_close(test);
	}
}

static void a_text_in_gb18030_is_read(void **state)
{
	struct folder_test *test = folder_test_open();

	(void)state;
	folder_test_put(test, "说明/201/部门职责.txt",
			STR("\xB0\xEC\xB9\xAB\xB7\xD1\xA1\xA3"));
	assert_true(folder_test_read(test, NULL));
	assert_text(test, "201", "", "部门职责", "办公费。");
	folder_test_close(test);
}

static void misplaced_and_doubled_texts_are_reported(void **state)
{
	struct folder_test *test = folder_test_open();

	(void)state;
	folder_test_put(test, "单位.csv", STR("单位代码\n201\n"));
	folder_test_put(test, "说明/部门职责.md", STR("x"));
	folder_test_put(test, "说明/201/a/b/c.md", STR("x"));
	folder_test_put(test, "说明/201/总体目标.md", STR("x"));
	folder_test_put(test, "说明/201/总体目标.txt", STR("y"));
	folder_test_put(test, "说明/201/保障措施.doc", STR("PK"));
	assert_true(folder_test_read(test, NULL));
	assert_int_equal(folder_test_count(test, "READ-TEXT-PLACE"), 2);
	assert_int_equal(folder_test_count(test, "READ-TEXT-TWICE"), 1);
	assert_int_equal(folder_test_count(test, "READ-TEXT-OTHER"), 1);
	assert_true(str_find(folder_test_message(test, "READ-TEXT-OTHER"),
			     STR("保障措施.doc")) > 0);
	assert_int_equal(folder_test_count(test, NULL), 4);
	folder_test_close(test);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_path_says_whose_text_it_is),
	    cmocka_unit_test(a_text_in_gb18030_is_read),
	    cmocka_unit_test(misplaced_and_doubled_texts_are_reported),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
