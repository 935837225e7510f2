/* SPDX-License-Identifier: MIT */
/* Blocks into pages: a case for each rule, on the pages of templates/base:
 * 22 lines of 28 pt below 37 mm. */
#include "page_case.h"

#define TOP EMU_MM(37)

/* A section of text pages. */
#define TEXT(blocks)                                                           \
	"<section id='s' page-style='text' counted='yes' shown='yes'>" blocks  \
	"</section>"

/* n paragraphs of one line, a0 to a(n-1). */
static void add_lines(struct buf *buf, int n)
{
	int i;

	for (i = 0; i < n; i++)
		buf_format(buf, "<p id='a%d' style='body'>行%d。</p>", i, i);
}

/* A paragraph of that many lines of 28 characters. */
static void add_paragraph(struct buf *buf, const char *id, int lines)
{
	int i;

	buf_format(buf, "<p id='%s' style='body'>", id);
	for (i = 0; i < lines * 28 - 10; i++)
		buf_add_cstr(buf, "文");
	buf_add_cstr(buf, "</p>");
}

static struct buf begin(void **state)
{
	struct page_case *c = *state;
	struct buf buf = {.arena = c->arena};

	buf_add_cstr(&buf, "<section id='s' page-style='text' counted='yes' "
			   "shown='yes'>");
	return buf;
}

static struct page_case *end(void **state, struct buf *buf)
{
	buf_add_cstr(buf, "</section>");
	return lay_out(state, buf_str(buf));
}

/* Baselines are 28 pt apart, 22 to a page. */
static void test_grid(void **state)
{
	struct buf buf = begin(state);
	const struct page_case *c;
	emu first;

	add_lines(&buf, 23);
	c = end(state, &buf);
	assert_int_equal(c->pages->n_pages, 2);
	assert_int_equal(page_of(c, "a21"), 0);
	assert_int_equal(page_of(c, "a22"), 1);
	first = first_item(c, "a0")->text.y;
	assert_int_equal(first_item(c, "a21")->text.y, first + 21 * EMU_PT(28));
	assert_int_equal(first_item(c, "a22")->text.y, first);
	assert_int_equal(pages_anchor(c->pages, STR("a0"))->y, TOP);
}

/* Title and an empty line: the text begins with the third line. */
static void test_title(void **state)
{
	const struct page_case *c =
	    lay_out(state, STR(TEXT("<p id='t' style='title'>情况说明</p>"
				    "<p id='p' style='body'>预算</p>")));

	assert_int_equal(pages_anchor(c->pages, STR("p"))->y,
			 TOP + 2 * EMU_PT(28));
}

/* What does not lie on the grid pushes the next line to it. */
static void test_back_on_the_grid(void **state)
{
	const struct page_case *c = lay_out(
	    state, STR(TEXT("<p id='t' style='inline-title'>情况说明</p>"
			    "<p id='p' style='body'>预算</p>")));

	assert_int_equal(pages_anchor(c->pages, STR("p"))->y,
			 TOP + 2 * EMU_PT(28));
}

static void test_heading_moves_with_text(void **state)
{
	struct buf buf = begin(state);
	const struct page_case *c;

	add_lines(&buf, 21);
	buf_add_cstr(&buf, "<p id='h' style='heading1' outline='1'>一、</p>"
			   "<p id='p' style='body'>预算</p>");
	c = end(state, &buf);
	assert_int_equal(page_of(c, "h"), 1);
	assert_int_equal(page_of(c, "p"), 1);
	assert_true(plan_paragraph(c->plan, STR("h"))->page_break);
	assert_false(plan_paragraph(c->plan, STR("p"))->page_break);
}

/* What ends in a colon stays with what it announces. */
static void test_announcement_moves_with_text(void **state)
{
	struct buf buf = begin(state);
	const struct page_case *c;

	add_lines(&buf, 21);
	buf_add_cstr(&buf, "<p id='h' style='body'>主要职责是：</p>"
			   "<p id='p' style='body'>预算</p>");
	c = end(state, &buf);
	assert_int_equal(page_of(c, "h"), 1);
}

/* A heading is not left with one line of a longer paragraph. */
static void test_heading_takes_two_lines(void **state)
{
	struct buf buf = begin(state);
	const struct page_case *c;

	add_lines(&buf, 20);
	buf_add_cstr(&buf, "<p id='h' style='heading1' outline='1'>一、</p>");
	add_paragraph(&buf, "p", 4);
	c = end(state, &buf);
	assert_int_equal(page_of(c, "h"), 1);
}

static void test_no_orphan(void **state)
{
	struct buf buf = begin(state);
	const struct page_case *c;

	add_lines(&buf, 21);
	add_paragraph(&buf, "p", 4);
	c = end(state, &buf);
	assert_int_equal(page_of(c, "p"), 1);
}

/* Four lines where three would go: two and two. */
static void test_no_widow(void **state)
{
	struct buf buf = begin(state);
	const struct page_case *c;
	size_t i;
	size_t lines = 0;

	add_lines(&buf, 19);
	add_paragraph(&buf, "p", 4);
	c = end(state, &buf);
	assert_int_equal(page_of(c, "p"), 0);
	for (i = 0; i < c->pages->pages[1].n_items; i++)
		lines += str_is(c->pages->pages[1].items[i].node, "p");
	assert_int_equal(lines, 2);
}

static void test_three_lines_stay(void **state)
{
	struct buf buf = begin(state);
	const struct page_case *c;

	add_lines(&buf, 20);
	add_paragraph(&buf, "p", 3);
	c = end(state, &buf);
	assert_int_equal(page_of(c, "p"), 1);
}

static void test_start_page(void **state)
{
	const struct page_case *c =
	    lay_out(state, STR(TEXT("<p id='a' style='body'>一</p>"
				    "<p id='b' style='body' start='page'>二"
				    "</p>")));

	assert_int_equal(c->pages->n_pages, 2);
	assert_int_equal(page_of(c, "b"), 1);
	assert_false(plan_paragraph(c->plan, STR("b"))->page_break);
}

/* A blank page before a right-hand one is counted, its number not printed. */
static void test_start_odd(void **state)
{
	const struct page_case *c =
	    lay_out(state, STR(TEXT("<p id='a' style='body'>一</p>"
				    "<p id='b' style='body' start='odd'>二"
				    "</p>")));

	assert_int_equal(c->pages->n_pages, 3);
	assert_int_equal(page_of(c, "b"), 2);
	assert_int_equal(c->pages->pages[1].n_items, 0);
	assert_int_equal(c->pages->pages[2].number, 3);
}

/* A chain of headings that is longer than a page is cut, not lost. */
static void test_endless_chain(void **state)
{
	struct buf buf = begin(state);
	const struct page_case *c;
	int i;

	for (i = 0; i < 50; i++)
		buf_format(
		    &buf, "<p id='h%d' style='heading1' outline='1'>题</p>", i);
	c = end(state, &buf);
	assert_int_equal(c->pages->n_pages, 3);
	assert_int_equal(page_of(c, "h49"), 2);
}

/* — 1 — right on odd pages, left on even ones, one em in. */
static void test_numbers(void **state)
{
	struct buf buf = begin(state);
	const struct page_case *c;
	const struct page *page;
	const struct item *item;

	add_lines(&buf, 23);
	c = end(state, &buf);
	assert_true(page_shows(c, 0, "|— 1 —"));
	assert_true(page_shows(c, 1, "|— 2 —"));
	page = &c->pages->pages[0];
	item = &page->items[page->n_items - 1];
	assert_int_equal(item->tag, TAG_ARTIFACT);
	assert_int_equal(item->text.y, EMU_MM(297 - 26.7));
	assert_true(item->text.x > EMU_MM(140));
	page = &c->pages->pages[1];
	item = &page->items[page->n_items - 1];
	assert_int_equal(item->text.x, EMU_MM(27) + EMU_PT(14));
	assert_str(page->label, "2");
}

static void test_counting(void **state)
{
	const struct page_case *c = lay_out(
	    state,
	    STR("<section id='a' page-style='contents'><p id='p1' "
		"style='body'>一</p></section>"
		"<section id='b' page-style='text' counted='yes' shown='yes' "
		"restart='5'><p id='p2' style='body'>二</p></section>"
		"<section id='c' page-style='text' counted='yes'><p id='p3' "
		"style='body'>三</p></section>"
		"<section id='d' page-style='text' counted='yes'/>"));

	assert_int_equal(c->pages->n_pages, 3);
	assert_int_equal(c->pages->pages[0].number, 0);
	assert_int_equal(c->pages->pages[1].number, 5);
	assert_str(c->pages->pages[1].label, "5");
	assert_int_equal(c->pages->pages[2].number, 6);
	assert_int_equal(c->pages->pages[2].label.n, 0);
	assert_int_equal(c->plan->n_sections, 4);
	assert_int_equal(c->plan->sections[3].n_pages, 0);
}

static void test_nothing(void **state)
{
	const struct page_case *c = lay_out(state, STR_NONE);

	assert_int_equal(c->pages->n_pages, 1);
	assert_int_equal(c->pages->pages[0].n_items, 0);
}

/* Headings skip no level, paragraphs without text are no structure. */
static void test_tags(void **state)
{
	const struct page_case *c = lay_out(
	    state, STR(TEXT("<p id='a' style='heading1' outline='2'>一</p>"
			    "<p id='b' style='heading3' outline='3'>1</p>"
			    "<p id='c' style='body'>文</p>"
			    "<p id='e' style='body'/>"
			    "<p id='d' style='heading1' outline='1'>二</p>")));
	static const enum tag_kind kinds[] = {TAG_DOCUMENT, TAG_H1, TAG_H2,
					      TAG_P, TAG_H1};
	size_t i;

	assert_int_equal(c->pages->n_tags, 5);
	for (i = 0; i < 5; i++)
		assert_int_equal(c->pages->tags[i].kind, kinds[i]);
	assert_int_equal(c->pages->tags[1].parent, 0);
	assert_int_equal(c->pages->n_outline, 3);
	assert_int_equal(c->pages->outline[1].level, 2);
	assert_str(c->pages->outline[2].block, "d");
}

#define SMALL_TABLE(style)                                                       \
	"<table id='t' style='" style "'><column kind='name'/>"                  \
	"<column kind='amount'/><row kind='head'><cell "                         \
	"role='column-head'>项目</cell><cell role='column-head'>金额</cell>" \
	"</row><row><cell>车辆</cell><cell>3.00</cell></row></table>"

/* Title and table in text: whole grid lines, never parted. */
static void test_table_in_text(void **state)
{
	const struct page_case *c = lay_out(
	    state, STR(TEXT("<p id='a' style='body'>一</p>"
			    "<p id='i' style='inline-title'>表</p>" SMALL_TABLE(
				"inline") "<p id='b' style='body'>二</p>")));
	emu y = pages_anchor(c->pages, STR("b"))->y - TOP;

	assert_int_equal(y % EMU_PT(28), 0);
	assert_true(pages_anchor(c->pages, STR("i"))->y > TOP + EMU_PT(28));
	assert_true(plan_paragraph(c->plan, STR("i"))->space_before > 0);
}

static void test_table_in_text_moves_whole(void **state)
{
	struct buf buf = begin(state);
	const struct page_case *c;

	add_lines(&buf, 19);
	buf_add_cstr(&buf, "<p id='i' style='inline-title'>表</p>" SMALL_TABLE(
			       "inline"));
	c = end(state, &buf);
	assert_int_equal(page_of(c, "i"), 1);
	assert_int_equal(page_of(c, "t"), 1);
}

/* A table that fills a page without its heading is cut: a heading does not
 * stand alone. */
static void test_heading_above_full_page(void **state)
{
	struct buf buf = begin(state);
	const struct page_case *c;
	int i;

	buf_add_cstr(&buf, "<p id='h' style='heading1' outline='1'>一、</p>"
			   "<table id='t' style='inline'><column "
			   "kind='name'/>");
	for (i = 0; i < 22; i++)
		buf_add_cstr(&buf, "<row><cell>车辆</cell></row>");
	buf_add_cstr(&buf, "</table>");
	c = end(state, &buf);
	assert_int_equal(page_of(c, "h"), 0);
	assert_int_equal(page_of(c, "t"), 0);
	assert_int_equal(c->pages->n_pages, 2);
}

/* A row that fills a page without its heading begins below it and is broken
 * between lines. */
static void test_heading_above_full_row(void **state)
{
	struct buf buf = begin(state);
	const struct page_case *c;
	int i;

	buf_add_cstr(
	    &buf, "<p id='h' style='heading1' outline='1'>一、</p>"
		  "<table id='t' style='public' orientation='portrait'><column "
		  "kind='name'/><row><cell>");
	for (i = 0; i < 46 * 41 - 10; i++)
		buf_add_cstr(&buf, "文");
	buf_add_cstr(&buf, "</cell></row></table>");
	c = end(state, &buf);
	assert_in_range(plan_table(c->plan, STR("t"))->rows[0],
			EMU_MM(225) - EMU_PT(28), EMU_MM(225));
	assert_int_equal(page_of(c, "h"), 0);
	assert_int_equal(page_of(c, "t"), 0);
	assert_int_equal(c->pages->n_pages, 2);
}

/* Two forms to a page with white between them, the third on the next. */
static void test_forms(void **state)
{
	struct page_case *c = *state;
	struct buf buf = {.arena = c->arena};
	int i;
	int k;

	buf_add_cstr(&buf, "<section id='s' page-style='tables'>");
	for (i = 0; i < 3; i++) {
		buf_format(&buf,
			   "<p id='f%d' style='form-title'>表</p><table "
			   "id='t%d' style='form'><column width='170mm' "
			   "kind='text'/>",
			   i, i);
		for (k = 0; k < 15; k++)
			buf_add_cstr(&buf, "<row><cell>目标</cell></row>");
		buf_add_cstr(&buf, "</table>");
	}
	c = end(state, &buf);
	assert_int_equal(c->pages->n_pages, 2);
	assert_int_equal(page_of(c, "t1"), 0);
	assert_int_equal(page_of(c, "f2"), 1);
	assert_true(plan_paragraph(c->plan, STR("f2"))->page_break);
}

/* A table alone in its section may take its pages to landscape. */
static void test_alone_landscape(void **state)
{
	struct page_case *c = *state;
	struct buf buf = {.arena = c->arena};
	int i;

	buf_add_cstr(&buf, "<section id='s' page-style='tables' counted='yes' "
			   "shown='yes'><p id='h' style='table-title'>表</p>"
			   "<table id='t' style='public'>");
	for (i = 0; i < 14; i++)
		buf_add_cstr(&buf, "<column kind='amount'/>");
	buf_add_cstr(&buf, "<row>");
	for (i = 0; i < 14; i++)
		buf_add_cstr(&buf, "<cell>123456.78</cell>");
	buf_add_cstr(&buf, "</row></table>");
	c = end(state, &buf);
	assert_true(c->plan->sections[0].landscape);
	assert_int_equal(c->pages->pages[0].width, EMU_MM(297));
	assert_true(page_shows(c, 0, "|— 1 —"));
}

static void test_nothing_without_faces(void **state)
{
	struct page_case *c =
	    lay_out(state, STR(TEXT("<p id='t' style='body'>文。</p>")));
	struct layout_result result;
	size_t before = c->sink->n;

	assert_false(layout_doc(c->doc, NULL, c->arena, c->sink, &result));
	assert_int_equal(c->sink->n, before + 1);
	assert_true(
	    str_is(str_from(c->sink->list[before].kind->id), "LAYOUT-FACES"));
}

/* The only drawn line of the plan's paragraph, by its length; 0: there is
 * none that is open. */
static size_t open_line(const struct page_case *c, const char *id)
{
	const struct plan_paragraph *p = plan_paragraph(c->plan, str_from(id));

	return p->n_drawn == 1 && p->drawn[0].open ? p->drawn[0].n : 0;
}

/* 25 characters, a mark, and behind it what does not go into the line. */
static void test_open_lines(void **state)
{
#define HAN "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯字"
	const struct page_case *c = lay_out(
	    state, STR(TEXT("<p id='number' style='body'>" HAN "）2025年</p>"
			    "<p id='word' style='body'>" HAN "”Word</p>"
			    "<p id='comma' style='body'>" HAN "，2025年</p>"
			    "<p id='han' style='body'>" HAN "）中文</p>"
			    "<p id='end' style='body'>" HAN "）</p>")));

	assert_int_equal(open_line(c, "number"), strlen(HAN "）"));
	assert_int_equal(open_line(c, "word"), strlen(HAN "”"));
	assert_int_equal(open_line(c, "comma"), 0);
	assert_int_equal(open_line(c, "han"), 0);
	assert_int_equal(open_line(c, "end"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_nothing_without_faces),
	    cmocka_unit_test(test_grid),
	    cmocka_unit_test(test_title),
	    cmocka_unit_test(test_back_on_the_grid),
	    cmocka_unit_test(test_heading_moves_with_text),
	    cmocka_unit_test(test_announcement_moves_with_text),
	    cmocka_unit_test(test_heading_takes_two_lines),
	    cmocka_unit_test(test_no_orphan),
	    cmocka_unit_test(test_no_widow),
	    cmocka_unit_test(test_three_lines_stay),
	    cmocka_unit_test(test_start_page),
	    cmocka_unit_test(test_start_odd),
	    cmocka_unit_test(test_endless_chain),
	    cmocka_unit_test(test_numbers),
	    cmocka_unit_test(test_counting),
	    cmocka_unit_test(test_nothing),
	    cmocka_unit_test(test_tags),
	    cmocka_unit_test(test_table_in_text),
	    cmocka_unit_test(test_table_in_text_moves_whole),
	    cmocka_unit_test(test_heading_above_full_page),
	    cmocka_unit_test(test_heading_above_full_row),
	    cmocka_unit_test(test_forms),
	    cmocka_unit_test(test_alone_landscape),
	    cmocka_unit_test(test_open_lines),
	};

	return cmocka_run_group_tests(tests, page_case_open, page_case_close);
}
