/* SPDX-License-Identifier: MIT */
#include "write/pdf/sheet.h"

#include "base/arena.h"

struct sheet *sheet_new(struct fonts *fonts, struct arena *arena)
{
	struct sheet *sheet = ARENA_NEW(arena, struct sheet);

	sheet->arena = arena;
	sheet->fonts = fonts;
	return sheet;
}

void sheet_page(struct sheet *sheet, int number)
{
	struct page *page = &sheet->page[sheet->pages.n_pages];

	*page = (struct page){
	    .width = EMU_MM(210), .height = EMU_MM(297), .number = number};
	if (number > 0)
		page->label = str_format(sheet->arena, "%d", number);
	sheet->items[sheet->pages.n_pages++] =
	    ARENA_ARRAY(sheet->arena, SHEET_MOST, struct item);
}

int sheet_tag(struct sheet *sheet, enum tag_kind kind, int parent)
{
	sheet->tags[sheet->pages.n_tags] = (struct tag){
	    .kind = kind, .parent = parent, .rowspan = 1, .colspan = 1};
	return (int)sheet->pages.n_tags++;
}

static struct item *add_item(struct sheet *sheet, enum item_kind kind, int tag)
{
	size_t page = sheet->pages.n_pages - 1;
	struct item *item = &sheet->items[page][sheet->page[page].n_items++];

	item->kind = kind;
	item->tag = tag;
	return item;
}

/* Bytes of the glyph's text: up to the next glyph's. */
static uint32_t text_length(const struct glyph *glyphs, size_t n, size_t i,
			    struct str text)
{
	size_t k = i;

	while (k < n && glyphs[k].cluster == glyphs[i].cluster)
		k++;
	return (uint32_t)(k < n ? glyphs[k].cluster : text.n) -
	       glyphs[i].cluster;
}

void sheet_text(struct sheet *sheet, int tag, double x, double y,
		struct font_want want, struct str text)
{
	size_t n;
	struct glyph *glyphs =
	    fonts_shape(sheet->fonts, want, text, sheet->arena, &n);
	emu pen = EMU_PT(x);
	size_t from = 0;
	size_t i;

	while (from < n) {
		struct item *item = add_item(sheet, ITEM_TEXT, tag);
		struct glyph_at *at =
		    ARENA_ARRAY(sheet->arena, n - from, struct glyph_at);
		emu origin = pen;

		for (i = from; i < n && glyphs[i].face == glyphs[from].face;
		     i++) {
			at[i - from] = (struct glyph_at){
			    .id = glyphs[i].id,
			    .x = pen - origin + glyphs[i].x,
			    .y = glyphs[i].y,
			    .from = glyphs[i].cluster,
			    .n = text_length(glyphs, n, i, text)};
			pen += glyphs[i].advance;
		}
		item->text = (struct item_text){.x = origin,
						.y = EMU_PT(y),
						.size = want.size,
						.face = glyphs[from].face,
						.text = text,
						.glyphs = at,
						.n_glyphs = i - from};
		from = i;
	}
}

void sheet_rule(struct sheet *sheet, double x0, double y0, double x1, double y1)
{
	add_item(sheet, ITEM_RULE, TAG_ARTIFACT)->rule = (struct item_rule){
	    EMU_PT(x0), EMU_PT(y0), EMU_PT(x1), EMU_PT(y1), EMU_PT(0.5)};
}

void sheet_dots(struct sheet *sheet, int tag, double x0, double x1, double y)
{
	add_item(sheet, ITEM_DOTS, tag)->dots = (struct item_dots){
	    EMU_PT(x0), EMU_PT(x1), EMU_PT(y), EMU_PT(4), EMU_PT(1)};
}

void sheet_link(struct sheet *sheet, int tag, double x, double y,
		const char *target, const char *text)
{
	add_item(sheet, ITEM_LINK, tag)->link =
	    (struct item_link){EMU_PT(x),  EMU_PT(y),	     EMU_PT(400),
			       EMU_PT(20), str_from(target), str_from(text)};
}

void sheet_anchor(struct sheet *sheet, struct str block, double y, int level,
		  struct str title)
{
	sheet->anchors[sheet->pages.n_anchors++] =
	    (struct anchor){block, sheet->pages.n_pages - 1, EMU_PT(y)};
	if (level > 0)
		sheet->outline[sheet->pages.n_outline++] =
		    (struct outline_entry){title, level, block};
}

const struct pages *sheet_pages(struct sheet *sheet)
{
	size_t i;

	for (i = 0; i < sheet->pages.n_pages; i++)
		sheet->page[i].items = sheet->items[i];
	sheet->pages.arena = sheet->arena;
	sheet->pages.pages = sheet->page;
	sheet->pages.tags = sheet->tags;
	sheet->pages.anchors = sheet->anchors;
	sheet->pages.outline = sheet->outline;
	return &sheet->pages;
}
