/* SPDX-License-Identifier: MIT */
#include "page_lines.h"

#include "base/arena.h"

static bool continues(const struct lines *lines, const struct item *item,
		      size_t page)
{
	const struct line *last;

	if (lines->n == 0)
		return false;
	last = &lines->lines[lines->n - 1];
	return last->page == page && last->y == item->text.y &&
	       last->items + last->n == item &&
	       str_equal(last->node, item->node);
}

static void finish_line(struct line *line, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t i;

	for (i = 0; i < line->n; i++)
		buf_add(&buf, line->items[i].text.text);
	line->text = buf_str(&buf);
}

struct lines page_lines(const struct pages *pages, struct arena *arena)
{
	struct lines lines = {.n = 0};
	size_t i;
	size_t k;

	for (i = 0; i < pages->n_pages; i++) {
		for (k = 0; k < pages->pages[i].n_items; k++) {
			const struct item *item = &pages->pages[i].items[k];

			if (item->kind != ITEM_TEXT)
				continue;
			if (continues(&lines, item, i)) {
				lines.lines[lines.n - 1].n++;
				continue;
			}
			lines.lines =
			    arena_grow(arena, lines.lines, lines.n, &lines.room,
				       sizeof(*lines.lines));
			lines.lines[lines.n++] = (struct line){
			    item->node, i, item->text.y, item, 1, STR_NONE};
		}
	}
	for (i = 0; i < lines.n; i++)
		finish_line(&lines.lines[i], arena);
	return lines;
}

bool line_is_link(const struct pages *pages, const struct line *line)
{
	int tag = line->items[0].tag;

	return tag >= 0 && pages->tags[tag].kind == TAG_LINK;
}

emu line_right(const struct line *line)
{
	const struct item_text *run = &line->items[line->n - 1].text;
	const struct glyph_at *last = &run->glyphs[run->n_glyphs - 1];

	return run->x + last->x + last->advance;
}
