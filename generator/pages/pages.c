/* SPDX-License-Identifier: MIT */
#include "pages/pages.h"

#include "base/arena.h"
#include "pages/lines.h"

const struct anchor *pages_anchor(const struct pages *pages, struct str block)
{
	for (size_t i = 0; i < pages->n_anchors; i++)
		if (str_equal(pages->anchors[i].block, block))
			return &pages->anchors[i];
	return NULL;
}

/* Where the pen stands after the last glyph, from the run's origin. */
static emu run_end(const struct item_text *text)
{
	const struct glyph_at *last;

	if (text->n_glyphs == 0)
		return 0;
	last = &text->glyphs[text->n_glyphs - 1];
	return last->x + last->advance;
}

static void dump_text(struct buf *out, const struct item_text *text,
		      const struct fonts *fonts)
{
	buf_add(out, STR("text"));
	line_length(out, "x", text->x);
	line_length(out, "y", text->y);
	line_length(out, "size", text->size);
	if (text->stroke != 0)
		line_length(out, "stroke", text->stroke);
	if (fonts == NULL)
		buf_format(out, " face=%d", text->face);
	else
		line_word(out, "face",
			  fonts_face(fonts, text->face)->postscript);
	buf_format(out, " glyphs=%zu", text->n_glyphs);
	line_length(out, "width", run_end(text));
	line_quoted(out, text->text);
}

static void dump_rule(struct buf *out, const struct item_rule *rule)
{
	buf_add(out, STR("rule"));
	line_length(out, "x0", rule->x0);
	line_length(out, "y0", rule->y0);
	line_length(out, "x1", rule->x1);
	line_length(out, "y1", rule->y1);
	line_length(out, "weight", rule->weight);
}

static void dump_dots(struct buf *out, const struct item_dots *dots)
{
	buf_add(out, STR("dots"));
	line_length(out, "x0", dots->x0);
	line_length(out, "x1", dots->x1);
	line_length(out, "y", dots->y);
	line_length(out, "step", dots->step);
	line_length(out, "diameter", dots->diameter);
}

static void dump_link(struct buf *out, const struct item_link *link)
{
	buf_add(out, STR("link"));
	line_length(out, "x", link->x);
	line_length(out, "y", link->y);
	line_length(out, "width", link->width);
	line_length(out, "height", link->height);
	line_word(out, "target", link->target);
	line_quoted(out, link->text);
}

static void dump_item(struct buf *out, const struct item *item,
		      const struct fonts *fonts)
{
	buf_add(out, STR("  "));
	switch (item->kind) {
	case ITEM_TEXT: dump_text(out, &item->text, fonts); break;
	case ITEM_RULE: dump_rule(out, &item->rule); break;
	case ITEM_DOTS: dump_dots(out, &item->dots); break;
	case ITEM_LINK: dump_link(out, &item->link); break;
	}
	if (item->tag != TAG_ARTIFACT)
		buf_format(out, " tag=%d", item->tag);
	line_word(out, "node", item->node);
	buf_add_char(out, '\n');
}

static void dump_page(struct buf *out, const struct page *page, size_t index,
		      const struct fonts *fonts)
{
	buf_format(out, "page %zu", index);
	line_length(out, "width", page->width);
	line_length(out, "height", page->height);
	buf_format(out, " number=%d", page->number);
	line_word(out, "label", page->label);
	buf_format(out, " section=%zu\n", page->section);
	for (size_t i = 0; i < page->n_items; i++)
		dump_item(out, &page->items[i], fonts);
}

static void dump_tag(struct buf *out, const struct tag *tag, size_t index)
{
	static const char *const kinds[] = {
	    "Document", "Sect", "H1",	     "H2",   "H3",     "P",
	    "TOC",	"TOCI", "Reference", "Link", "Table",  "THead",
	    "TBody",	"TR",	"TH",	     "TD",   "Caption"};
	static const char *const scopes[] = {"", "Row", "Column", "Both"};

	buf_format(out, "tag %zu %s parent=%d", index, kinds[tag->kind],
		   tag->parent);
	line_word(out, "scope", str_from(scopes[tag->scope]));
	if (tag->rowspan > 1)
		buf_format(out, " rowspan=%d", tag->rowspan);
	if (tag->colspan > 1)
		buf_format(out, " colspan=%d", tag->colspan);
	for (size_t i = 0; i < tag->n_headers; i++)
		buf_format(out, "%s%d", i == 0 ? " headers=" : ",",
			   tag->headers[i]);
	line_word(out, "node", tag->node);
	buf_add_char(out, '\n');
}

static void dump_anchor(struct buf *out, const struct anchor *anchor)
{
	buf_format(out, "anchor " STR_FMT " page=%zu", STR_ARG(anchor->block),
		   anchor->page);
	line_length(out, "y", anchor->y);
	buf_add_char(out, '\n');
}

static void dump_outline(struct buf *out, const struct outline_entry *entry)
{
	buf_format(out, "outline %d " STR_FMT, entry->level,
		   STR_ARG(entry->block));
	line_quoted(out, entry->text);
	buf_add_char(out, '\n');
}

static void dump_properties(struct buf *out, const struct pages *pages)
{
	const struct {
		const char *name;
		struct str value;
	} properties[] = {
	    {"title", pages->title},	 {"author", pages->author},
	    {"subject", pages->subject}, {"keywords", pages->keywords},
	    {"lang", pages->lang},	 {"date", pages->date},
	};

	for (size_t i = 0; i < sizeof(properties) / sizeof(properties[0]);
	     i++) {
		buf_add_cstr(out, properties[i].name);
		line_quoted(out, properties[i].value);
		buf_add_char(out, '\n');
	}
}

struct str pages_dump(const struct pages *pages, const struct fonts *fonts,
		      struct arena *arena)
{
	struct buf out = {.arena = arena};
	size_t i;

	dump_properties(&out, pages);
	for (i = 0; i < pages->n_pages; i++)
		dump_page(&out, &pages->pages[i], i, fonts);
	for (i = 0; i < pages->n_anchors; i++)
		dump_anchor(&out, &pages->anchors[i]);
	for (i = 0; i < pages->n_outline; i++)
		dump_outline(&out, &pages->outline[i]);
	for (i = 0; i < pages->n_tags; i++)
		dump_tag(&out, &pages->tags[i], i);
	return buf_str(&out);
}
