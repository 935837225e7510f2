/* SPDX-License-Identifier: MIT */
/* Tables as Word and LibreOffice want them to set them as the PDF does: a form
 * in parts, a form that fills its page, a unit line with a long name. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "cmocka_all.h"
#include "doc/doc.h"
#include "doc/dump.h"
#include "package.h"
#include "pages/plan.h"
#include "write/docx/docx.h"

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

#define TABLE(rows)                                                            \
	"<doc title='标题' lang='zh-CN'>"                                    \
	"<styles href='../../templates/base/styles.xml'/>"                     \
	"<section id='s' page-style='tables'><table id='t' style='form'>"      \
	"<column kind='word'/><column kind='word'/>" rows                      \
	"</table></section></doc>"

static struct str document_of(struct arena *arena, const char *xml,
			      const struct plan *plan)
{
	struct diag_sink *sink = diag_open(arena);
	struct doc *doc =
	    doc_read(str_from(xml), STR("tests/golden/x.xml"), arena, sink);
	struct str bytes;

	assert_non_null(doc);
	assert_true(docx_write(doc, plan, arena, sink, &bytes));
	return package_part(bytes, "word/document.xml", arena);
}

/* A table of n rows of that height, the plan begins a page with row at. */
static struct plan plan_of(struct arena *arena, size_t n, emu height, size_t at)
{
	struct plan_table *table = ARENA_NEW(arena, struct plan_table);
	emu *rows = ARENA_ARRAY(arena, n, emu);
	bool *breaks = ARENA_ARRAY(arena, n, bool);

	for (size_t i = 0; i < n; i++) {
		rows[i] = height;
		breaks[i] = i == at;
	}
	*table = (struct plan_table){.block = STR("t"),
				     .size = EMU_PT(10),
				     .rows = rows,
				     .n_rows = n,
				     .breaks = breaks,
				     .inset = EMU_MM(0.5),
				     .unit_line = EMU_PT(15)};
	return (struct plan){.tables = table, .n_tables = 1};
}

#define FORM                                                                   \
	"<row><cell>编码</cell><cell>1</cell></row>"                         \
	"<row kind='subhead'><cell>指标</cell><cell>值</cell></row>"        \
	"<row><cell>甲</cell><cell>1</cell></row>"                            \
	"<row><cell>乙</cell><cell>2</cell></row>"

/* Word repeats the first rows of a table alone. */
static void a_head_within_a_form_is_repeated(void **state)
{
	struct plan plan = plan_of(*state, 4, EMU_MM(6), 3);
	struct str document = document_of(*state, TABLE(FORM), &plan);

	assert_int_equal(text_count(document, "<w:tbl>"), 2);
	assert_int_equal(text_count(document, "<w:tr>"), 4);
	assert_int_equal(text_count(document, "<w:tblHeader/>"), 1);
	assert_int_equal(text_count(document, "</w:tbl><w:tbl>"), 0);
	assert_int_equal(text_count(document, "<w:pStyle w:val=\"w-part\"/>"),
			 1);
}

/* The head is not above what begins a page, or a cell reaches across it. */
static void a_form_is_one_table_else(void **state)
{
	static const char crossed[] =
	    TABLE("<row><cell rowspan='4'>编码</cell><cell>1</cell></row>"
		  "<row kind='subhead'><cell>值</cell></row>"
		  "<row><cell>1</cell></row><row><cell>2</cell></row>");
	struct plan above = plan_of(*state, 4, EMU_MM(6), 1);
	struct plan whole = plan_of(*state, 4, EMU_MM(6), 99);
	struct plan below = plan_of(*state, 4, EMU_MM(6), 3);

	assert_int_equal(
	    text_count(document_of(*state, TABLE(FORM), &above), "<w:tbl>"), 1);
	assert_int_equal(
	    text_count(document_of(*state, TABLE(FORM), &whole), "<w:tbl>"), 1);
	assert_int_equal(
	    text_count(document_of(*state, crossed, &below), "<w:tbl>"), 1);
}

/* A line that is broken otherwise in Word must not move the whole form. */
static void a_form_that_fills_its_page_gives_up_white(void **state)
{
	struct plan full = plan_of(*state, 4, EMU_MM(61.5), 99);
	struct plan half = plan_of(*state, 4, EMU_MM(30), 99);
	struct str document = document_of(*state, TABLE(FORM), &full);

	/* 61.5 mm less twice the inset; 30 mm. */
	assert_int_equal(text_count(document, "<w:trHeight w:val=\"3431\""), 4);
	document = document_of(*state, TABLE(FORM), &half);
	assert_int_equal(text_count(document, "<w:trHeight w:val=\"1701\""), 4);
}

#define UNIT_LINE(name)                                                        \
	TABLE("<unit-line><left>" name "</left><middle>2024年</middle>"       \
	      "<right>单位：万元</right></unit-line>" FORM)

/* A tab that the text has passed throws what follows into another line. */
static void the_year_gives_way_to_a_long_name(void **state)
{
	static const char *const name = "w:val=\"center\" w:pos=\"4819\"";
	struct plan plan = plan_of(*state, 4, EMU_MM(6), 99);

	assert_int_equal(
	    text_count(document_of(*state, UNIT_LINE("某局"), &plan), name), 1);
	assert_int_equal(
	    text_count(
		document_of(*state,
			    UNIT_LINE("某某县发展和改革局某某地方某某第四"
				      "不动产登记中心"),
			    &plan),
		name),
	    0);
}

/* A screen reader tells blanks; the text is the same without them. */
static void blanks_before_a_name_are_an_indent(void **state)
{
	static const char rows[] =
	    "<row><cell align='left'>　　　运行费</cell><cell>1</cell></row>";
	struct plan plan = plan_of(*state, 1, EMU_MM(6), 99);
	struct str document = document_of(
	    *state, str_cstr(str_format(*state, TABLE("%s"), rows), *state),
	    &plan);
	assert_int_equal(text_count(document, "<w:t>运行费</w:t>"), 1);
	assert_int_equal(text_count(document, "w:firstLine=\"600\""), 1);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_head_within_a_form_is_repeated),
	    TEST(a_form_is_one_table_else),
	    TEST(a_form_that_fills_its_page_gives_up_white),
	    TEST(blanks_before_a_name_are_an_indent),
	    TEST(the_year_gives_way_to_a_long_name),
	};

	return cmocka_run_group_tests_name("docx parts", tests, NULL, NULL);
}
