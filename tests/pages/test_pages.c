/* SPDX-License-Identifier: MIT */
#include "pages/pages.h"

#include "base/arena.h"
#include "cmocka_all.h"

static const struct glyph_at glyphs[] = {
    {.id = 5, .advance = EMU_PT(16), .n = 3},
    {.id = 6, .x = EMU_PT(16), .advance = EMU_PT(16), .from = 3, .n = 3},
};
static const struct item items[] = {
    {.kind = ITEM_TEXT,
     .tag = 1,
     .node = STR_INIT("p"),
     .text = {.x = EMU_PT(76.5),
	      .y = EMU_PT(120),
	      .size = EMU_PT(16),
	      .stroke = EMU_PT(0.35),
	      .face = 2,
	      .text = STR_INIT("预\"\n"),
	      .glyphs = glyphs,
	      .n_glyphs = 2}},
    {.kind = ITEM_RULE,
     .tag = TAG_ARTIFACT,
     .rule = {0, EMU_PT(1), EMU_MM(170), EMU_PT(1), EMU_PT(0.4)}},
    {.kind = ITEM_DOTS,
     .tag = TAG_ARTIFACT,
     .dots = {EMU_PT(1), EMU_PT(2), -EMU_PT(3), EMU_PT(4.2), EMU_PT(1.1)}},
    {.kind = ITEM_LINK,
     .tag = 1,
     .link = {0, 0, EMU_PT(1), EMU_PT(2), STR_INIT("p"), STR_INIT("t")}},
};
static const struct page page_list[] = {{.width = EMU_MM(210),
					 .height = EMU_MM(297),
					 .number = 3,
					 .label = STR_INIT("3"),
					 .items = items,
					 .n_items = 4}};
static const int headers[] = {0, 1};
static const struct tag tags[] = {
    {.kind = TAG_DOCUMENT, .parent = -1},
    {.kind = TAG_TD,
     .parent = 0,
     .scope = SCOPE_ROW,
     .rowspan = 2,
     .colspan = 3,
     .headers = headers,
     .n_headers = 2,
     .node = STR_INIT("t/1/2")},
};
static const struct anchor anchors[] = {
    {.block = STR_INIT("p"), .y = EMU_PT(10)},
    {.block = STR_INIT("q"), .page = 1}};
static const struct outline_entry outline[] = {
    {.text = STR_INIT("一"), .level = 1, .block = STR_INIT("p")}};
static const struct pages pages = {.pages = page_list,
				   .n_pages = 1,
				   .tags = tags,
				   .n_tags = 2,
				   .anchors = anchors,
				   .n_anchors = 2,
				   .outline = outline,
				   .n_outline = 1,
				   .title = STR_INIT("标题")};

static void finds_anchors(void **state)
{
	(void)state;
	assert_ptr_equal(pages_anchor(&pages, STR("q")), &anchors[1]);
	assert_null(pages_anchor(&pages, STR("r")));
}

static void dumps_every_item(void **state)
{
	struct arena *arena = arena_open();

	(void)state;
	assert_str(
	    pages_dump(&pages, NULL, arena),
	    "title \"标题\"\nauthor \"\"\nsubject \"\"\nkeywords \"\"\n"
	    "lang \"\"\ndate \"\"\n"
	    "page 0 width=595.28 height=841.89 number=3 label=3 section=0\n"
	    "  text x=76.50 y=120.00 size=16.00 stroke=0.35 face=2 glyphs=2"
	    " width=32.00 \"预\\\"\\x0a\" tag=1 node=p\n"
	    "  rule x0=0.00 y0=1.00 x1=481.89 y1=1.00 weight=0.40\n"
	    "  dots x0=1.00 x1=2.00 y=-3.00 step=4.20 diameter=1.10\n"
	    "  link x=0.00 y=0.00 width=1.00 height=2.00 target=p \"t\""
	    " tag=1\n"
	    "anchor p page=0 y=10.00\nanchor q page=1 y=0.00\n"
	    "outline 1 p \"一\"\n"
	    "tag 0 Document parent=-1\n"
	    "tag 1 TD parent=0 scope=Row rowspan=2 colspan=3 headers=0,1"
	    " node=t/1/2\n");
	arena_close(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(finds_anchors),
	    cmocka_unit_test(dumps_every_item),
	};

	return cmocka_run_group_tests_name("pages", tests, NULL, NULL);
}
