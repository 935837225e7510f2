/* SPDX-License-Identifier: MIT */
/* Comments, pictures, charts and text boxes of workbooks. */
#include "base/arena.h"
#include "base/diag.h"
#include "cmocka_all.h"
#include "read/messages.h"
#include "read/workbook_of.h"

#define TEXT(text) "<c t='str'><v>" text "</v></c>"
#define SHEET                                                                  \
	"<worksheet><sheetData><row r='2'>" TEXT("单位代码")                   \
	    TEXT("金额（元）") "</row><row r='3'>" TEXT(                       \
		"201001") "<c><v>5</v></c></row></sheetData></worksheet>"
#define RELATIONS(relations) "<Relationships>" relations "</Relationships>"
#define RELATION(type, target)                                                 \
	"<Relationship Id='r' Type='http://x/relationships/" type              \
	"' Target='" target "'/>"
#define COMMENT(ref)                                                           \
	"<comment ref='" ref "'><text><t>应为6</t></text></comment>"
#define ANCHOR(column, row, thing)                                             \
	"<xdr:twoCellAnchor><xdr:from><xdr:col>" column                        \
	"</xdr:col><xdr:colOff>9</xdr:colOff><xdr:row>" row                    \
	"</xdr:row></xdr:from><xdr:to><xdr:col>8</xdr:col></xdr:to>" thing     \
	"</xdr:twoCellAnchor>"

/* A sheet of that name with its headings in row 2 and one row below. */
static void read_with(struct fixture *f, const char *workbook,
		      const char *relations, const char *beside)
{
	const struct part parts[] = {
	    {"xl/workbook.xml", workbook},
	    {"xl/_rels/workbook.xml.rels", RELS},
	    {"xl/worksheets/s1.xml", SHEET},
	    {"xl/worksheets/_rels/s1.xml.rels", relations},
	    {"xl/beside.xml", beside},
	};

	write_parts(f, parts, sizeof(parts) / sizeof(parts[0]));
	assert_true(read_book(f));
}

static struct str first_text(const struct fixture *f)
{
	return diag_text(&f->sink->list[0], DIAG_ZH, f->arena);
}

static void comments_on_data_are_told_once(void **state)
{
	struct fixture *f = *state;

	read_with(f, ONE_SHEET("支出"),
		  RELATIONS(RELATION("vmlDrawing", "../vml1.vml")
				RELATION("comments", "../beside.xml")),
		  "<comments><commentList>" COMMENT("B3") COMMENT("A3")
		      COMMENT("B2") "</commentList></comments>");
	assert_int_equal(f->sink->n, 1);
	assert_int_equal(count_messages(f, &READ_XLSX_COMMENTS), 1);
	assert_true(str_find(first_text(f), STR("支出!A3")) >= 0);
	assert_true(str_find(first_text(f), STR("2 条批注")) >= 0);
}

/* A cell that no sheet has, and one part named over and over. */
static void what_no_program_writes_does_no_harm(void **state)
{
	struct fixture *f = *state;

	read_with(f, ONE_SHEET("支出"),
		  RELATIONS(RELATION("comments", "../beside.xml")
				RELATION("comments", "../beside.xml")),
		  "<comments><commentList>" COMMENT("ZZZZZZZZZZZZ9")
		      COMMENT("A3") COMMENT("A99999999999")
			  COMMENT("") "</commentList></comments>");
	assert_int_equal(f->sink->n, 1);
	assert_true(str_find(first_text(f), STR("支出!A3")) >= 0);
	assert_true(str_find(first_text(f), STR("1 条批注")) >= 0);
}

/* Those of `gongkai new`, and what a system explains of its columns. */
static void comments_on_headings_are_not(void **state)
{
	struct fixture *f = *state;

	read_with(f, ONE_SHEET("支出"),
		  RELATIONS(RELATION("comments", "/xl/beside.xml")),
		  "<comments><commentList>" COMMENT("A1")
		      COMMENT("B2") "</commentList></comments>");
	assert_int_equal(f->sink->n, 0);
}

static void a_sheet_that_is_no_table_may_have_any(void **state)
{
	struct fixture *f = *state;

	read_with(f, ONE_SHEET("底稿"),
		  RELATIONS(RELATION("comments", "/xl/beside.xml")),
		  "<comments><commentList>" COMMENT(
		      "B3") "</commentList></comments>");
	assert_int_equal(f->sink->n, 0);
}

static void pictures_and_words_over_the_data_are_told(void **state)
{
	struct fixture *f = *state;

	read_with(
	    f, ONE_SHEET("支出"),
	    RELATIONS(RELATION("drawing", "../beside.xml")),
	    "<xdr:wsDr>" ANCHOR("0", "0", "<xdr:pic/>") /* above the headings */
	    ANCHOR("3", "2", "<xdr:sp><a:t>应为6</a:t></xdr:sp>")
		ANCHOR("1", "2", "<xdr:sp/>") /* a line */
	    ANCHOR("5", "9", "<xdr:graphicFrame/>") "</xdr:wsDr>");
	assert_int_equal(f->sink->n, 1);
	assert_int_equal(count_messages(f, &READ_XLSX_DRAWINGS), 1);
	assert_true(str_find(first_text(f), STR("支出!D3")) >= 0);
	assert_true(str_find(first_text(f), STR("2 处图片")) >= 0);
}

static void what_is_missing_or_broken_there_does_no_harm(void **state)
{
	struct fixture *f = *state;

	read_with(f, ONE_SHEET("支出"),
		  RELATIONS(RELATION("comments", "../../../none.xml")
				RELATION("drawing", "../beside.xml")),
		  "<xdr:wsDr><xdr:twoCellAnchor><xdr:from>");
	assert_int_equal(f->sink->n, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    WITH_FIXTURE(comments_on_data_are_told_once),
	    WITH_FIXTURE(what_no_program_writes_does_no_harm),
	    WITH_FIXTURE(comments_on_headings_are_not),
	    WITH_FIXTURE(a_sheet_that_is_no_table_may_have_any),
	    WITH_FIXTURE(pictures_and_words_over_the_data_are_told),
	    WITH_FIXTURE(what_is_missing_or_broken_there_does_no_harm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
