/* SPDX-License-Identifier: MIT */
/* DOCX from small docs: what must be in which part. Whole documents are
 * compared cell by cell in compare.py. */
#include "write/docx/docx.h"

#include <string.h>

#include "cmocka_all.h"
#include "doc/doc.h"
#include "doc/dump.h"
#include "doc_case.h"
#include "package.h"
#include "pages/plan.h"

static const struct plan no_plan = {.n_sections = 0};

#define STYLES	      "<styles href='../../templates/base/styles.xml'/>"
#define DOC(sections) "<doc title='标题' lang='zh-CN'>" STYLES sections "</doc>"

/* The DOCX of a doc file. */
static struct str write_doc(struct doc_case *f, const char *xml,
			    const struct plan *plan)
{
	struct doc *doc = doc_read(str_from(xml), STR("tests/golden/x.xml"),
				   f->arena, f->sink);
	struct str bytes;

	assert_non_null(doc);
	assert_true(docx_write(doc, plan, f->arena, f->sink, &bytes));
	return bytes;
}

static struct str document_of(struct doc_case *f, const char *xml,
			      const struct plan *plan)
{
	return package_part(write_doc(f, xml, plan), "word/document.xml",
			    f->arena);
}

#define assert_has(text, part)                                                 \
	do {                                                                   \
		if (text_count((text), (part)) == 0)                           \
			fail_msg("no %s", (part));                             \
	} while (0)

static void has_all_parts(void **state)
{
	static const char *const parts[] = {"[Content_Types].xml",
					    "_rels/.rels",
					    "docProps/app.xml",
					    "docProps/core.xml",
					    "word/document.xml",
					    "word/styles.xml",
					    "word/settings.xml",
					    "word/fontTable.xml",
					    "word/footer1.xml",
					    "word/footer2.xml",
					    "word/_rels/document.xml.rels"};
	struct doc_case *f = *state;
	struct str bytes =
	    write_doc(f,
		      DOC("<section id='s' page-style='text' counted='yes' "
			  "shown='yes'><p id='p'>正文</p></section>"),
		      &no_plan);
	size_t n = sizeof(parts) / sizeof(parts[0]);

	assert_int_equal(package_count(bytes), n);
	for (size_t i = 0; i < n; i++)
		assert_true(package_part(bytes, parts[i], f->arena).n > 0);
	assert_has(package_part(bytes, "word/footer1.xml", f->arena), " PAGE ");
	assert_has(package_part(bytes, "docProps/core.xml", f->arena),
		   "<dc:title>标题</dc:title>");
	assert_has(package_part(bytes, "word/settings.xml", f->arena),
		   "<w:evenAndOddHeaders/>");
}

static void is_the_same_from_run_to_run(void **state)
{
	struct doc_case *f = *state;
	const char *xml = DOC("<section id='s'><p id='p'>正文</p></section>");

	assert_true(str_equal(write_doc(f, xml, &no_plan),
			      write_doc(f, xml, &no_plan)));
}

static void a_doc_without_sections_is_reported(void **state)
{
	struct doc_case *f = *state;
	const struct doc doc = {.n_sections = 0};
	struct str bytes;

	assert_false(docx_write(&doc, &no_plan, f->arena, f->sink, &bytes));
	assert_int_equal(f->sink->n, 1);
	assert_str(str_from(f->sink->list[0].kind->id), "DOCX-EMPTY");
}

/* A section without blocks makes no page; a document of such ones is empty,
 * but whole. */
static void sections_without_blocks_are_passed_over(void **state)
{
	struct doc_case *f = *state;
	struct str document = document_of(
	    f,
	    DOC("<section id='a'/><section id='b'><p id='p'>正文</p></section>"
		"<section id='c'/>"),
	    &no_plan);

	assert_int_equal(text_count(document, "<w:sectPr>"), 1);
	assert_int_equal(text_count(document, "<w:p>"), 1);
	document = document_of(f, DOC("<section id='a'/>"), &no_plan);
	assert_int_equal(text_count(document, "<w:sectPr>"), 1);
	assert_int_equal(text_count(document, "<w:p>"), 1);
}

static const struct plan_paragraph numbered[] = {
    {.block = STR_INIT("a"), .number = 7},
    {.block = STR_INIT("c"), .number = 12}};
static const struct plan number_plan = {.paragraphs = numbered,
					.n_paragraphs = 2};

#define CONTENTS                                                               \
	"<section id='s'><contents id='t'>"                                    \
	"<group title-style='contents-group' entry-1='contents-1'>甲</group>" \
	"<group title-style='contents-group' entry-1='contents-1'>乙</group>" \
	"</contents></section>"

/* One style of the doc with headings in two groups and outside of 目录: three
 * styles of Word, a field for each group. */
static void contents_are_fields_over_styles(void **state)
{
	struct doc_case *f = *state;
	struct str bytes = write_doc(
	    f,
	    DOC(CONTENTS "<section id='u'>"
			 "<p id='a' style='heading1' group='1' level='1'>一</p>"
			 "<p id='b' style='heading1' group='1' level='1'>二</p>"
			 "<p id='c' style='heading1' group='2' level='1'>三</p>"
			 "<p id='d' style='heading1'>四</p></section>"),
	    &number_plan);
	struct str document =
	    package_part(bytes, "word/document.xml", f->arena);
	struct str styles = package_part(bytes, "word/styles.xml", f->arena);

	assert_has(document, "TOC \\h \\z \\t \"Heading 1,1,标题 1,1\" ");
	assert_has(document, "TOC \\h \\z \\t \"heading 1 目录2-1,1\" ");
	assert_has(styles, "<w:name w:val=\"heading 1\"/>");
	assert_has(styles, "<w:name w:val=\"heading 1 目录2-1\"/>");
	assert_has(styles, "<w:name w:val=\"heading 1 不入目录\"/>");
	assert_int_equal(text_count(document, "<w:hyperlink "), 3);
	assert_int_equal(text_count(document, "<w:bookmarkStart "), 3);
	assert_int_equal(text_count(document, "<w:bookmarkEnd "), 3);
	assert_has(document, "<w:t>7</w:t>");
	assert_has(document, "<w:t>12</w:t>");
	assert_int_equal(text_count(document, "w:fldCharType=\"begin\""),
			 text_count(document, "w:fldCharType=\"end\""));
}

static void settings_do_not_update_fields(void **state)
{
	struct doc_case *f = *state;
	struct str bytes = write_doc(
	    f, DOC("<section id='s'><p id='p'/></section>"), &no_plan);

	assert_int_equal(
	    text_count(package_part(bytes, "word/settings.xml", f->arena),
		       "updateFields"),
	    0);
}

static void marks_are_of_the_han_font(void **state)
{
	struct doc_case *f = *state;
	struct str document = document_of(
	    f,
	    DOC("<section id='s'><p id='p'>“三公”</p><p id='q'>三公</p>"
		"</section>"),
	    &no_plan);

	assert_int_equal(text_count(document, "w:hint=\"eastAsia\""), 1);
}

/* LibreOffice would take them from the Han font, behind Han, twice as wide. */
static void signs_are_of_the_latin_font(void **state)
{
	struct doc_case *f = *state;
	struct str document =
	    document_of(f,
			DOC("<section id='s'><p id='p'>“合格率”≥95%为好</p>"
			    "<p id='q'>Café、cafe\u0301</p></section>"),
			&no_plan);

	assert_has(document,
		   "<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr>"
		   "<w:t>“合格率”</w:t></w:r>"
		   "<w:r><w:rPr><w:rFonts w:eastAsia=\"Times New Roman\"/>"
		   "</w:rPr><w:t>≥95%</w:t></w:r><w:r><w:t>为好</w:t></w:r>");
	assert_has(document, "\"Times New Roman\"/></w:rPr><w:t>é</w:t>");
	assert_has(document, "<w:r><w:t>、cafe\u0301</w:t></w:r>");
	assert_int_equal(text_count(document, "w:hint="), 1);
}

/* Between Han and digits Word puts white by itself. */
static void blanks_beside_digits_give_way(void **state)
{
	struct doc_case *f = *state;
	struct str document =
	    document_of(f,
			DOC("<section id='s'><p id='p'>安排 12.50 万元 a b</p>"
			    "<p id='q' style='title'>安排 12 万</p></section>"),
			&no_plan);

	assert_has(document, "<w:t>安排12.50万元a b</w:t>");
	assert_has(document, "<w:t>安排 12 万</w:t>");
}

#define TABLE(rows)                                                            \
	DOC("<section id='s'><table id='t' style='public'>"                    \
	    "<column kind='name'/><column kind='amount'/>"                     \
	    "<column kind='amount'/>" rows "</table></section>")

/* A row of w:tc for each row of the doc, whose grid spans are the grid. */
static void merged_cells_continue(void **state)
{
	struct doc_case *f = *state;
	struct str document = document_of(
	    f,
	    TABLE("<row kind='head'><cell rowspan='2'>名称</cell>"
		  "<cell colspan='2'>金额</cell></row>"
		  "<row kind='head'><cell>甲</cell><cell>乙</cell></row>"
		  "<row><cell>一</cell><cell>1.00</cell><cell/></row>"),
	    &no_plan);

	assert_int_equal(text_count(document, "<w:tr>"), 3);
	assert_int_equal(text_count(document, "<w:tc>"), 2 + 3 + 3);
	assert_int_equal(text_count(document, "<w:vMerge w:val=\"restart\"/>"),
			 1);
	assert_int_equal(text_count(document, "<w:vMerge/>"), 1);
	assert_int_equal(text_count(document, "<w:gridSpan w:val=\"2\"/>"), 1);
	assert_int_equal(text_count(document, "<w:tblHeader/>"), 2);
	assert_int_equal(text_count(document, "<w:cantSplit/>"), 3);
}

/* Spans beyond the grid, over each other, and of nothing; places left out. */
static void absurd_spans_stay_in_the_grid(void **state)
{
	static const char *const rows[] = {
	    "<row><cell colspan='99' rowspan='99'>甲</cell></row><row/><row/>",
	    ("<row><cell/><cell rowspan='2'>甲</cell></row>"
	     "<row><cell column='1' colspan='3'>乙</cell></row>"),
	    "<row><cell column='3'>丙</cell></row>",
	    "<row><cell column='77'>丁</cell></row>",
	    "<row><cell colspan='-1' rowspan='0'>戊</cell></row>",
	    "<row/>",
	};
	struct doc_case *f = *state;

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct str xml = str_format(f->arena, TABLE("%s"), rows[i]);
		struct str document =
		    document_of(f, str_cstr(xml, f->arena), &no_plan);

		assert_int_equal(text_count(document, "<w:gridCol "), 3);
		assert_int_equal(text_count(document, "<w:tr>"),
				 text_count(str_from(rows[i]), "<row"));
		assert_int_equal(text_count(document, "w:val=\"99\""), 0);
	}
}

/* Word joins tables that touch, and wants a paragraph behind the last one. */
static void tables_are_kept_apart(void **state)
{
	struct doc_case *f = *state;
	struct str document =
	    document_of(f,
			DOC("<section id='s'>"
			    "<table id='t'><column/><row><cell/></row></table>"
			    "<table id='u'><column/><row><cell/></row></table>"
			    "<table id='v'/></section>"),
			&no_plan);

	assert_int_equal(text_count(document, "<w:tbl>"), 2);
	assert_int_equal(text_count(document, "</w:tbl><w:tbl>"), 0);
	assert_int_equal(text_count(document, "</w:tbl><w:sectPr>"), 0);
}

static const emu widths[] = {EMU_MM(50), EMU_MM(20), EMU_MM(20)};
static const emu heights[] = {EMU_MM(7), EMU_MM(6), EMU_MM(6), EMU_MM(6)};
static const bool breaks[] = {false, false, true, false};
static const struct plan_break head_breaks[] = {{0, 1, 0, 6}};
static const struct plan_table tables[] = {{.block = STR_INIT("t"),
					    .size = EMU_PT(9.5),
					    .columns = widths,
					    .n_columns = 3,
					    .rows = heights,
					    .n_rows = 4,
					    .breaks = breaks,
					    .head_breaks = head_breaks,
					    .n_head_breaks = 1,
					    .unit_line = EMU_PT(15),
					    .amount_pad = EMU_MM(3),
					    .pad = EMU_MM(1)}};
static const struct plan table_plan = {.tables = tables, .n_tables = 1};

static void the_plan_is_followed(void **state)
{
	struct doc_case *f = *state;
	struct str bytes = write_doc(
	    f,
	    TABLE("<unit-line><left>201</left><right>单位：万元</right>"
		  "</unit-line><row kind='head'><cell>项目</cell>"
		  "<cell>财政拨款</cell><cell>合计</cell></row>"
		  "<row><cell>甲</cell><cell>1.00</cell><cell/></row>"
		  "<row><cell>乙</cell><cell>1.00</cell><cell/></row>"
		  "<row kind='total'><cell>合计</cell><cell>2.00</cell>"
		  "<cell/></row>"),
	    &table_plan);
	struct str document =
	    package_part(bytes, "word/document.xml", f->arena);

	assert_has(document, "<w:tblGrid><w:gridCol w:w=\"2835\"/>"
			     "<w:gridCol w:w=\"1134\"/>");
	assert_has(document, "<w:trHeight w:val=\"397\" w:hRule=\"atLeast\"/>");
	assert_has(document, "<w:trHeight w:val=\"300\" w:hRule=\"atLeast\"/>");
	/* The unit line is repeated with the head. */
	assert_int_equal(text_count(document, "<w:tblHeader/>"), 2);
	/* More rows would fit, but layout begins a page. */
	assert_int_equal(text_count(document, "<w:pageBreakBefore/>"), 1);
	assert_has(document, "<w:t>财政</w:t><w:br/><w:t>拨款</w:t>");
	/* 合　计 */
	assert_has(document, "<w:t>合</w:t></w:r><w:r><w:t>计</w:t>");
	assert_has(package_part(bytes, "word/styles.xml", f->arena),
		   "<w:sz w:val=\"19\"/>");
}

static const emu tall[] = {EMU_MM(100), EMU_MM(60), EMU_MM(60), EMU_MM(60)};
static const bool second_breaks[] = {false, true, false, false};
static const struct plan_table tall_tables[] = {{.block = STR_INIT("t"),
						 .rows = tall,
						 .n_rows = 4,
						 .breaks = second_breaks}};
static const struct plan tall_plan = {.tables = tall_tables, .n_tables = 1};

/* Word takes the larger of the two unless it is told. */
static void white_above_and_below_adds_up(void **state)
{
	struct doc_case *f = *state;
	struct str bytes = write_doc(
	    f, DOC("<section id='s'><p id='p'/></section>"), &no_plan);

	assert_has(package_part(bytes, "word/settings.xml", f->arena),
		   "<w:doNotUseHTMLParagraphAutoSpacing/>");
}

/* Three rows would go on the page, layout puts one there: the next two are
 * kept with the fourth, which cannot. */
static void moved_rows_are_kept_with_one_that_does_not_fit(void **state)
{
	struct doc_case *f = *state;
	struct str document = document_of(
	    f,
	    DOC("<section id='s'><table id='t'><column/>"
		"<row><cell>一</cell></row><row><cell>二</cell></row>"
		"<row><cell>三</cell></row><row><cell>四</cell></row>"
		"</table></section>"),
	    &tall_plan);

	assert_int_equal(text_count(document, "<w:keepNext/>"), 2);
	assert_int_equal(text_count(document, "<w:pageBreakBefore/>"), 0);
}

static const struct plan_paragraph begun_paragraphs[] = {
    {.block = STR_INIT("a"), .lines = 1, .page = 0},
    {.block = STR_INIT("b"), .lines = 1, .page = 1, .page_break = true},
    {.block = STR_INIT("c"), .lines = 1, .page = 2, .page_break = true}};
static const struct plan begun_plan = {.paragraphs = begun_paragraphs,
				       .n_paragraphs = 3};

/* Text runs on by itself, or 目录 would be wrong: a heading is held. */
static void a_heading_begins_the_page_that_it_began(void **state)
{
	struct doc_case *f = *state;
	struct str document =
	    document_of(f,
			DOC("<section id='s'><p id='a'>文</p><p id='b'>文</p>"
			    "<p id='c' outline='1'>题</p></section>"),
			&begun_plan);

	assert_int_equal(text_count(document, "<w:pageBreakBefore/>"), 1);
}

/* Behind 甲局, whichever run it stands in. */
static const struct plan_break title_breaks[] = {{.at = 6}};
static const struct plan_paragraph title_paragraphs[] = {
    {.block = STR_INIT("a"),
     .lines = 2,
     .breaks = title_breaks,
     .n_breaks = 1}};
static const struct plan title_plan = {.paragraphs = title_paragraphs,
				       .n_paragraphs = 1};

static void a_title_is_broken_as_planned(void **state)
{
	struct doc_case *f = *state;
	struct str document = document_of(
	    f,
	    DOC("<section id='s'><p id='a' style='title'>甲局2024年说明</p>"
		"<p id='b' style='title'>乙局2024年说明</p></section>"),
	    &title_plan);

	assert_int_equal(text_count(document, "甲局</w:t><w:br/><w:t>2024年"),
			 1);
	assert_int_equal(text_count(document, "<w:br/>"), 1);
}

/* "正文正文" is the second line of "一。正文正文完". */
static const struct plan_drawn drawn[] = {{6, 12, EMU_PT(3)}};
static const struct plan_paragraph drawn_paragraphs[] = {
    {.block = STR_INIT("p"), .lines = 3, .drawn = drawn, .n_drawn = 1}};
static const struct plan_cell_drawn cell_drawn[] = {
    {0, 1, 0, {0, 6, EMU_PT(1)}}};
static const struct plan_table drawn_tables[] = {
    {.block = STR_INIT("t"), .drawn = cell_drawn, .n_drawn = 1}};
static const struct plan drawn_plan = {.paragraphs = drawn_paragraphs,
				       .n_paragraphs = 1,
				       .tables = drawn_tables,
				       .n_tables = 1};

static void lines_are_drawn_in_as_planned(void **state)
{
	struct doc_case *f = *state;
	struct str document = document_of(
	    f,
	    DOC("<section id='s'><p id='p'>一。正文<r strong='yes'>正文</r>完"
		"</p><table id='t'><column/><column/><row><cell>甲乙</cell>"
		"<cell>丙丁戊</cell></row></table></section>"),
	    &drawn_plan);

	assert_has(document, "<w:r><w:t>一。</w:t></w:r><w:r><w:rPr>"
			     "<w:spacing w:val=\"-27\"/></w:rPr>"
			     "<w:t>正文</w:t></w:r>");
	assert_has(document, "<w:r><w:t>完</w:t></w:r>");
	assert_has(document, "<w:r><w:t>甲乙</w:t></w:r>");
	/* a sixth of 10.5 pt, which is as far as LibreOffice goes */
	assert_has(document, "<w:spacing w:val=\"-35\"/></w:rPr>"
			     "<w:t>丙丁</w:t></w:r><w:r><w:t>戊</w:t></w:r>");
}

static const struct plan_cell_drawn far_drawn[] = {
    {0, 1, 0, {0, 6, EMU_PT(3)}}};
static const struct plan_table far_tables[] = {
    {.block = STR_INIT("t"), .drawn = far_drawn, .n_drawn = 1}};
static const struct plan far_plan = {.tables = far_tables, .n_tables = 1};

/* LibreOffice would break it, however close its characters; Word would only
 * set them closer than it needs. */
static void a_line_that_cannot_be_drawn_in_is_left(void **state)
{
	struct doc_case *f = *state;
	struct str document = document_of(
	    f,
	    DOC("<section id='s'><table id='t'><column/><column/><row>"
		"<cell>甲乙</cell><cell>丙丁戊</cell></row></table></section>"),
	    &far_plan);

	assert_int_equal(text_count(document, "<w:spacing "), 0);
}

/* A page of A4 with the margins of the text has 225 mm. */
static const emu form_heights[] = {EMU_MM(30), EMU_MM(30), EMU_MM(60)};
static const struct plan_paragraph form_paragraphs[] = {
    {.block = STR_INIT("a"), .lines = 1, .space_before = EMU_PT(8)}};
static const struct plan_table near_forms[] = {{.block = STR_INIT("t"),
						.top = EMU_MM(100),
						.rows = form_heights,
						.n_rows = 3,
						.inset = EMU_PT(1)}};
static const struct plan_table high_forms[] = {{.block = STR_INIT("t"),
						.top = EMU_MM(80),
						.rows = form_heights,
						.n_rows = 3,
						.inset = EMU_PT(1)}};

/* The document of a form below text and its number. */
static struct str form_document(struct doc_case *f,
				const struct plan_table *table)
{
	const struct plan plan = {.paragraphs = form_paragraphs,
				  .n_paragraphs = 1,
				  .tables = table,
				  .n_tables = 1};

	return document_of(
	    f,
	    DOC("<section id='s' page-style='text'><p id='z'>文</p>"
		"<p id='a' style='table-title'>表</p>"
		"<table id='t' style='form'><column/>"
		"<row kind='head'><cell>名</cell></row>"
		"<row><cell>一</cell></row><row><cell>二</cell></row>"
		"</table></section>"),
	    &plan);
}

/* One line more would take it to the next page, whole. */
static void a_form_near_its_pages_end_gives_up_white(void **state)
{
	struct doc_case *f = *state;
	struct str near = form_document(f, near_forms);
	struct str high = form_document(f, high_forms);

	assert_has(high, "<w:trHeight w:val=\"3402\" w:hRule");
	assert_has(high, "w:before=\"160\"");
	assert_has(near, "<w:trHeight w:val=\"3362\" w:hRule");
	assert_int_equal(text_count(near, "w:before=\"160\""), 0);
}

/* "（一）" is the first line, "（二）" a line of the cell. */
static const struct plan_drawn open_lines[] = {
    {.from = 0, .n = 9, .open = true}};
static const struct plan_paragraph open_paragraphs[] = {
    {.block = STR_INIT("p"), .lines = 2, .drawn = open_lines, .n_drawn = 1}};
static const struct plan_cell_drawn open_cells[] = {
    {0, 0, 0, {0, 9, EMU_PT(1), true}}};
static const struct plan_table open_tables[] = {
    {.block = STR_INIT("t"), .drawn = open_cells, .n_drawn = 1}};
static const struct plan open_plan = {.paragraphs = open_paragraphs,
				      .n_paragraphs = 1,
				      .tables = open_tables,
				      .n_tables = 1};

/* U+200B behind them, and nowhere else. */
static void lines_may_end_where_planned(void **state)
{
	struct doc_case *f = *state;
	struct str document = document_of(
	    f,
	    DOC("<section id='s'><p id='p'>（一）2025（二）2026</p>"
		"<table id='t'><column/><row><cell>（二）2026（三）2027</cell>"
		"</row></table></section>"),
	    &open_plan);

	assert_has(document, "<w:r><w:t>（一）\u200B</w:t></w:r>"
			     "<w:r><w:t>2025（二）2026</w:t></w:r>");
	assert_has(document, "<w:t>（二）\u200B</w:t></w:r>"
			     "<w:r><w:t>2026（三）2027</w:t></w:r>");
	assert_int_equal(text_count(document, "\u200B"), 2);
}

static const struct plan_section plan_sections[] = {
    {.section = STR_INIT("a"), .n_pages = 1},
    {.section = STR_INIT("b"),
     .first_page = 1,
     .n_pages = 2,
     .first_number = 1},
    {.section = STR_INIT("c"),
     .landscape = true,
     .first_page = 3,
     .n_pages = 1,
     .first_number = 3},
    {.section = STR_INIT("d"),
     .first_page = 4,
     .n_pages = 1,
     .first_number = 9},
};
static const struct plan section_plan = {.sections = plan_sections,
					 .n_sections = 4};

/* A number is said only where it does not follow by itself. */
static void sections_are_numbered_as_in_the_plan(void **state)
{
	struct doc_case *f = *state;
	struct str document = document_of(
	    f,
	    DOC("<section id='a' page-style='contents'><p id='1'/></section>"
		"<section id='b' page-style='text' counted='yes' shown='yes'>"
		"<p id='2'/></section>"
		"<section id='c' page-style='tables' counted='yes' "
		"shown='yes'><p id='3'/></section>"
		"<section id='d' page-style='text' counted='yes' shown='yes' "
		"restart='9'><p id='4'/></section>"),
	    &section_plan);

	assert_int_equal(text_count(document, "<w:sectPr>"), 4);
	assert_int_equal(text_count(document, "<w:pgNumType "), 2);
	assert_has(document, "<w:pgNumType w:start=\"1\"/>");
	assert_has(document, "<w:pgNumType w:start=\"9\"/>");
	assert_int_equal(text_count(document, "w:orient=\"landscape\""), 1);
	assert_has(document, "<w:pgSz w:w=\"16838\" w:h=\"11906\" "
			     "w:orient=\"landscape\"/>");
	/* 28 characters of 16 pt: 11906 - 1531 - 1415 = 8960 twips. */
	assert_has(document, "w:right=\"1415\"");
	assert_has(document, "w:left=\"1531\"");
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, doc_case_open, doc_case_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(has_all_parts),
	    TEST(is_the_same_from_run_to_run),
	    TEST(a_doc_without_sections_is_reported),
	    TEST(sections_without_blocks_are_passed_over),
	    TEST(contents_are_fields_over_styles),
	    TEST(settings_do_not_update_fields),
	    TEST(marks_are_of_the_han_font),
	    TEST(signs_are_of_the_latin_font),
	    TEST(blanks_beside_digits_give_way),
	    TEST(merged_cells_continue),
	    TEST(absurd_spans_stay_in_the_grid),
	    TEST(tables_are_kept_apart),
	    TEST(the_plan_is_followed),
	    TEST(moved_rows_are_kept_with_one_that_does_not_fit),
	    TEST(a_heading_begins_the_page_that_it_began),
	    TEST(white_above_and_below_adds_up),
	    TEST(a_title_is_broken_as_planned),
	    TEST(lines_are_drawn_in_as_planned),
	    TEST(a_line_that_cannot_be_drawn_in_is_left),
	    TEST(a_form_near_its_pages_end_gives_up_white),
	    TEST(lines_may_end_where_planned),
	    TEST(sections_are_numbered_as_in_the_plan),
	};

	return cmocka_run_group_tests_name("docx", tests, NULL, NULL);
}
