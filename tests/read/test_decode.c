/* SPDX-License-Identifier: MIT */
/* Encodings, told by what stands in the file. */
#include "read/folder_of.h"

#include "cmocka_all.h"

/* 名称 and 办公费 in GB18030, with 㐀 (four bytes there) and € */
#define GB_HEADING "\xC3\xFB\xB3\xC6"
#define GB_OFFICE  "\xB0\xEC\xB9\xAB\xB7\xD1"
#define GB_RARE	   "\x81\x39\xEF\x31"

static struct str cell_of(struct folder_test *test, struct str bytes)
{
	folder_test_put(test, "项目.csv", bytes);
	test->sheets.n = 0;
	assert_true(folder_test_read(test, NULL));
	return folder_test_cell(test, "项目", 0, 0);
}

static void tells_encodings_apart(void **state)
{
	struct folder_test *test = folder_test_open();

	(void)state;
	assert_str(cell_of(test, STR("名称\n办公费\n")), "办公费");
	assert_str(cell_of(test, STR("\xEF\xBB\xBF名称\n办公费\n")), "办公费");
	assert_str(sheets_find(&test->sheets, STR("项目"))->columns[0].heading,
		   "名称");
	assert_str(cell_of(test, STR(GB_HEADING "\n" GB_OFFICE "\n")),
		   "办公费");
	assert_str(sheets_find(&test->sheets, STR("项目"))->columns[0].heading,
		   "名称");
	assert_str(cell_of(test, STR(GB_HEADING "\n" GB_RARE GB_OFFICE "\n")),
		   "㐂办公费");
	/* What a spreadsheet saves as "Unicode text": UTF-16 with tabs. */
	assert_str(cell_of(test, STR("\xFF\xFE\x0D\x54\x09\x00\x41\x00\x0A\x00"
				     "\x9E\x52\x09\x00\x31\x00\x0A\x00")),
		   "办");
	assert_int_equal(test->sink->n, 0);
	folder_test_close(test);
}

static void utf16_is_known_without_a_mark(void **state)
{
	struct folder_test *test = folder_test_open();

	(void)state;
	/* 一 has a zero, too: in the other half of the character. */
	assert_str(cell_of(test, STR("\x00\x4E\x09\x00\x41\x00\x42\x00\x0A\x00"
				     "\x00\x4E\x09\x00\x31\x00\x0A\x00")),
		   "一");
	assert_str(cell_of(test, STR("\x4E\x00\x00\x09\x00\x41\x00\x42\x00\x0A"
				     "\x4E\x00\x00\x09\x00\x31\x00\x0A")),
		   "一");
	/* Cut in the middle of its last character. */
	assert_str(cell_of(test, STR("\xFF\xFE\x41\x00\x0A\x00\x42\x00\x43")),
		   "B");
	assert_int_equal(test->sink->n, 0);
	folder_test_put(test, "项目.csv",
			STR("\x7F"
			    "ELF\0\0\0\1\2\0\0\0\0\0\0\0\3\0"));
	assert_false(folder_test_read(test, NULL));
	assert_int_equal(folder_test_count(test, "READ-NO-TEXT"), 1);
	folder_test_close(test);
}

static void damaged_utf8_is_not_taken_for_gb18030(void **state)
{
	struct folder_test *test = folder_test_open();

	(void)state;
	assert_str(cell_of(test, STR("名称,用途说明,单位\n办公\xE8经费,乙,"
				     "丙丁戊己\n")),
		   "办公�经费");
	assert_int_equal(folder_test_count(test, "READ-ENCODING"), 1);
	assert_true(str_find(folder_test_message(test, "READ-ENCODING"),
			     STR("第2行")) > 0);
	folder_test_close(test);
}

static void control_characters_are_left_out(void **state)
{
	struct folder_test *test = folder_test_open();

	(void)state;
	assert_str(cell_of(test, STR("名称\n办\x07公\x01费\n")), "办公费");
	assert_int_equal(folder_test_count(test, "READ-CONTROL"), 1);
	assert_true(str_find(folder_test_message(test, "READ-CONTROL"),
			     STR("U+0007")) > 0);
	folder_test_close(test);
}

static void other_files_are_named(void **state)
{
	static const struct {
		struct str bytes;
		const char *kind;
	} files[] = {{STR_INIT("PK\x03\x04zip"), "XLSX"},
		     {STR_INIT("\xD0\xCF\x11\xE0old"), "XLS"},
		     {STR_INIT("%PDF-1.7"), "PDF"}};
	size_t i;

	(void)state;
	for (i = 0; i < 3; i++) {
		struct folder_test *test = folder_test_open();

		folder_test_put(test, "支出.csv", files[i].bytes);
		assert_false(folder_test_read(test, NULL));
		assert_true(str_find(folder_test_message(test, "READ-NO-TEXT"),
				     str_from(files[i].kind)) > 0);
		folder_test_close(test);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(tells_encodings_apart),
	    cmocka_unit_test(utf16_is_known_without_a_mark),
	    cmocka_unit_test(damaged_utf8_is_not_taken_for_gb18030),
	    cmocka_unit_test(control_characters_are_left_out),
	    cmocka_unit_test(other_files_are_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
