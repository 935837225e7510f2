/* SPDX-License-Identifier: MIT */
/* 目录: sizes, leaders, numbers, links, structure. */
#include "page_case.h"

#define RIGHT (EMU_MM(210) - 898400) /* edge of the type area */
#define CONTENTS                                                               \
	"<section id='c' page-style='contents'><p id='ct' "                    \
	"style='contents-title'>目录</p><contents id='toc'><group "          \
	"title-style='contents-group' entry-1='contents-1' "                   \
	"entry-2='contents-2'>公开表</group><group "                        \
	"title-style='contents-group' entry-1='contents-1' "                   \
	"entry-2='contents-2'>情况说明</group></contents></section>"

/* Contents and n headings on pages of their own, the first half in group 1. */
static struct page_case *lay_out_headings(void **state, int n, const char *text)
{
	struct page_case *c = *state;
	struct buf buf = {.arena = c->arena};
	int i;

	buf_add_cstr(&buf, CONTENTS "<section id='s' page-style='text' "
				    "counted='yes' shown='yes'>");
	for (i = 0; i < n; i++)
		buf_format(&buf,
			   "<p id='h%d' style='heading1' outline='1' "
			   "group='%d' level='1' start='page'>%s</p>",
			   i, i < n / 2 ? 1 : 2, text);
	buf_add_cstr(&buf, "</section>");
	return lay_out(state, buf_str(&buf));
}

static const struct item *nth(const struct page_case *c, size_t page,
			      enum item_kind kind, size_t n)
{
	size_t i;

	for (i = 0; i < c->pages->pages[page].n_items; i++) {
		const struct item *item = &c->pages->pages[page].items[i];

		if (item->kind == kind && n-- == 0)
			return item;
	}
	fail_msg("no such item");
	return NULL;
}

static size_t count(const struct page_case *c, size_t page, enum item_kind kind)
{
	size_t n = 0;
	size_t i;

	for (i = 0; i < c->pages->pages[page].n_items; i++)
		n += c->pages->pages[page].items[i].kind == kind;
	return n;
}

static size_t contents_pages(const struct page_case *c)
{
	return c->plan->sections[0].n_pages;
}

static void test_numbers(void **state)
{
	const struct page_case *c = lay_out_headings(state, 4, "一、情况");

	assert_int_equal(contents_pages(c), 1);
	assert_true(page_shows(c, 0, "|目录|公开表|一、情况"));
	assert_true(page_shows(c, 0, "|1|2|3|4"));
	assert_int_equal(c->pages->pages[0].number, 0);
}

/* Right edges of the numbers stand at the type area's. */
static void test_numbers_right(void **state)
{
	const struct page_case *c = lay_out_headings(state, 12, "情况");
	size_t n = c->pages->pages[0].n_items;
	size_t seen = 0;
	size_t i;

	for (i = 0; i < n; i++) {
		const struct item *item = &c->pages->pages[0].items[i];
		const struct glyph_at *last;

		if (item->kind != ITEM_TEXT || item->text.text.s[0] > '9')
			continue;
		if (item->text.text.s[0] < '0')
			continue;
		last = &item->text.glyphs[item->text.n_glyphs - 1];
		assert_in_range(item->text.x + last->x + last->advance,
				RIGHT - 100, RIGHT + 100);
		seen++;
	}
	assert_int_equal(seen, 12);
}

/* All dots of a page stand on one lattice, clear of text and number. */
static void test_leaders(void **state)
{
	const struct page_case *c = lay_out_headings(state, 12, "情况");
	const struct item_dots *first = &nth(c, 0, ITEM_DOTS, 0)->dots;
	size_t i;

	assert_int_equal(count(c, 0, ITEM_DOTS), 12);
	for (i = 0; i < 12; i++) {
		const struct item_dots *dots = &nth(c, 0, ITEM_DOTS, i)->dots;

		assert_int_equal(dots->step, EMU_PT(4.2));
		assert_int_equal(dots->x1, first->x1);
		assert_int_equal((dots->x1 - dots->x0) % dots->step, 0);
		assert_true(dots->x0 >= EMU_MM(27) + EMU_PT(28 + 28 + 5));
	}
	assert_int_equal(first->x1 + EMU_PT(18.2 + 5 + 0.55), RIGHT);
}

/* Dots at the middle of the Han glyphs of the line, 0.3 em above its base. */
static void test_leader_height(void **state)
{
	const struct page_case *c = lay_out_headings(state, 2, "情况");
	const struct item *title = nth(c, 0, ITEM_TEXT, 2);

	assert_in_range(title->text.y - nth(c, 0, ITEM_DOTS, 0)->dots.y,
			EMU_PT(3.9), EMU_PT(4.5));
}

static void test_links(void **state)
{
	const struct page_case *c = lay_out_headings(state, 2, "情况");
	const struct item *link = nth(c, 0, ITEM_LINK, 1);

	assert_int_equal(count(c, 0, ITEM_LINK), 2);
	assert_str(link->link.target, "h1");
	assert_str(link->link.text, "情况");
	assert_int_equal(link->link.height, EMU_PT(26));
	assert_int_equal(c->pages->tags[link->tag].kind, TAG_LINK);
}

/* TOC, TOC of a group, its caption, TOCI, Reference, Link. */
static void test_structure(void **state)
{
	static const enum tag_kind kinds[] = {
	    TAG_TOC, TAG_TOC, TAG_CAPTION, TAG_TOCI, TAG_REFERENCE, TAG_LINK};
	const struct page_case *c = lay_out_headings(state, 2, "情况");
	size_t i;

	for (i = 0; i < 6; i++) /* behind Document and the title's P */
		assert_int_equal(c->pages->tags[2 + i].kind, kinds[i]);
	assert_int_equal(c->pages->tags[7].parent, 6);
	assert_int_equal(c->pages->tags[5].parent, 3);
}

/* 20 entries at 26 pt; then 24; then 13 on 23; then at full size on two. */
static void test_steps(void **state)
{
	static const struct {
		int n;
		emu size, pitch;
		size_t pages;
	} steps[] = {{20, EMU_PT(14), EMU_PT(26), 1},
		     {21, EMU_PT(14), EMU_PT(24), 1},
		     {22, EMU_PT(13), EMU_PT(23), 1},
		     {23, EMU_PT(14), EMU_PT(26), 2}};
	size_t i;

	for (i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
		const struct page_case *c =
		    lay_out_headings(state, steps[i].n, "情况");

		assert_int_equal(contents_pages(c), steps[i].pages);
		assert_int_equal(c->plan->contents[0].size, steps[i].size);
		assert_int_equal(c->plan->contents[0].pitch, steps[i].pitch);
	}
}

/* Over two pages the second group begins the second page. */
static void test_groups_whole(void **state)
{
	const struct page_case *c = lay_out_headings(state, 36, "情况");

	assert_int_equal(contents_pages(c), 2);
	assert_int_equal(count(c, 0, ITEM_DOTS), 18);
	assert_int_equal(count(c, 1, ITEM_DOTS), 18);
	assert_true(page_shows(c, 1, "|情况说明|情况|"));
}

/* Parts of a group that is longer than a page: the third one, of ten entries,
 * begins the second page. */
static void test_parts_whole(void **state)
{
	static const int parts[] = {3, 12, 10, 1};
	struct page_case *c = *state;
	struct buf buf = {.arena = c->arena};
	int n = 0;

	buf_add_cstr(&buf, CONTENTS "<section id='s' page-style='text' "
				    "counted='yes' shown='yes'>");
	for (size_t p = 0; p < sizeof(parts) / sizeof(*parts); p++)
		for (int i = 0; i < parts[p]; i++)
			buf_format(&buf,
				   "<p id='h%d' style='heading1' outline='1' "
				   "group='1' level='%d'>%s%zu</p>",
				   n++, i == 0 ? 1 : 2, i == 0 ? "第" : "节",
				   p + 1);
	buf_add_cstr(&buf, "</section>");
	c = lay_out(state, buf_str(&buf));
	assert_int_equal(contents_pages(c), 2);
	assert_int_equal(count(c, 0, ITEM_DOTS), 15);
	assert_int_equal(count(c, 1, ITEM_DOTS), 11);
}

static void test_groups_of_many_pages(void **state)
{
	const struct page_case *c = lay_out_headings(state, 150, "情况");

	assert_true(contents_pages(c) >= 6);
	assert_true(page_shows(c, contents_pages(c) - 1, "|150"));
}

/* A long title wraps under itself, clear of the numbers. */
static void test_hanging(void **state)
{
	const struct page_case *c = lay_out_headings(
	    state, 2,
	    "一、关于部门预算安排的总体情况以及机关运行经费和政府采购的说明");
	const struct item *first = nth(c, 0, ITEM_TEXT, 2);
	const struct item *second = nth(c, 0, ITEM_TEXT, 3);

	assert_int_equal(first->text.x, EMU_MM(27) + EMU_PT(28));
	assert_int_equal(second->text.x, EMU_MM(27) + EMU_PT(28 + 28));
	assert_int_equal(second->text.y - first->text.y, EMU_PT(26));
	assert_int_equal(nth(c, 0, ITEM_LINK, 0)->link.height, EMU_PT(52));
}

/* Headings on pages that do not count have no number, and are linked. */
static void test_uncounted(void **state)
{
	const struct page_case *c = lay_out(
	    state, STR(CONTENTS "<section id='s' page-style='text'><p id='h' "
				"style='heading1' outline='1' group='1' "
				"level='1'>情况</p></section>"));

	assert_int_equal(count(c, 0, ITEM_LINK), 1);
	assert_int_equal(count(c, 0, ITEM_TEXT), 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_numbers),
	    cmocka_unit_test(test_numbers_right),
	    cmocka_unit_test(test_leaders),
	    cmocka_unit_test(test_leader_height),
	    cmocka_unit_test(test_links),
	    cmocka_unit_test(test_structure),
	    cmocka_unit_test(test_steps),
	    cmocka_unit_test(test_groups_whole),
	    cmocka_unit_test(test_parts_whole),
	    cmocka_unit_test(test_groups_of_many_pages),
	    cmocka_unit_test(test_hanging),
	    cmocka_unit_test(test_uncounted),
	};

	return cmocka_run_group_tests(tests, page_case_open, page_case_close);
}
