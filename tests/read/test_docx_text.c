/* SPDX-License-Identifier: MIT */
/* The words of a DOCX: tables cell by cell, a divided form as one table. */
#include "read/docx_text.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

#include "base/arena.h"
#include "base/diag.h"
#include "cmocka_all.h"

#define NAMESPACE "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define DOCUMENT(body)                                                         \
	"<w:document xmlns:w='" NAMESPACE "'><w:body>" body                    \
	"</w:body></w:document>"
#define P(text)	     "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define ROW(a, b)    "<w:tr><w:tc>" P(a) "</w:tc><w:tc>" P(b) "</w:tc></w:tr>"
#define EMPTY(style) "<w:p><w:pPr><w:pStyle w:val='" style "'/></w:pPr></w:p>"

static int setup(void **state)
{
	*state = arena_open();
	return 0;
}

static int teardown(void **state)
{
	arena_close(*state);
	return 0;
}

/* Reads a file whose document is that. */
static struct docx_text text_of(struct arena *arena, const char *document)
{
	char path[] = "/tmp/gongkai-docx-XXXXXX";
	int file = mkstemp(path);
	struct docx_text text;
	zip_t *zip;

	assert_true(file >= 0);
	close(file);
	zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
	assert_non_null(zip);
	zip_file_add(zip, "word/document.xml",
		     zip_source_buffer(zip, document, strlen(document), 0), 0);
	assert_int_equal(zip_close(zip), 0);
	assert_true(
	    docx_text_read(&text, str_from(path), arena, diag_open(arena)));
	unlink(path);
	return text;
}

static void assert_cell(const struct docx_text *text, size_t i, int table,
			int row)
{
	assert_true(i < text->n);
	assert_int_equal(text->pieces[i].table, table);
	assert_int_equal(text->pieces[i].row, row);
}

static void parts_of_a_form_are_one_table(void **state)
{
	struct docx_text text = text_of(
	    *state,
	    DOCUMENT("<w:tbl>" ROW("编码", "1") "</w:tbl>" EMPTY(
		"w-part") "<w:tbl>" ROW("指标", "值")
			 ROW("甲", "2") "</w:tbl>" P("后文") "<w:tbl>" ROW(
			     "乙", "3") "</w:tbl>"));

	assert_int_equal(text.n, 9);
	assert_cell(&text, 0, 1, 1);
	assert_cell(&text, 2, 1, 2);
	assert_cell(&text, 4, 1, 3);
	assert_cell(&text, 6, 0, 0);
	assert_cell(&text, 7, 2, 1);
}

static void tables_kept_apart_are_two(void **state)
{
	struct docx_text text = text_of(
	    *state, DOCUMENT("<w:tbl>" ROW("甲", "1") "</w:tbl>" EMPTY(
			"w-separator") "<w:tbl>" ROW("乙", "2") "</w:tbl>"));

	assert_cell(&text, 2, 2, 1);
}

/* Marks that a line may end there are no words. */
static void places_to_break_are_no_words(void **state)
{
	struct docx_text text =
	    text_of(*state, DOCUMENT(P("\u200B（一）\u200B2025") P("\u200B")));

	assert_int_equal(text.n, 1);
	assert_true(str_is(text.pieces[0].text, "（一）2025"));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(parts_of_a_form_are_one_table),
	    TEST(tables_kept_apart_are_two),
	    TEST(places_to_break_are_no_words),
	};

	return cmocka_run_group_tests_name("docx text", tests, NULL, NULL);
}
