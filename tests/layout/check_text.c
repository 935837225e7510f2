/* SPDX-License-Identifier: MIT */
/*
 * What must be true of all text on pages. The marks are listed here once more,
 * from GB/T 15834-2011, 5.1, not taken from the program.
 */
#include "page_lines.h"
#include "random_docs.h"

#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/utf8.h"

static void line_fault(struct subject *s, const char *what,
		       const struct line *line)
{
	subject_fault(s, what,
		      str_format(s->arena, STR_FMT " (page %zu): " STR_FMT,
				 STR_ARG(line->node), line->page,
				 STR_ARG(line->text)));
}

static bool begins_with(struct str text, const char *const *marks)
{
	for (; *marks != NULL; marks++)
		if (str_starts(text, str_from(*marks)))
			return true;
	return false;
}

static bool ends_with(struct str text, const char *const *marks)
{
	for (; *marks != NULL; marks++)
		if (str_ends(text, str_from(*marks)))
			return true;
	return false;
}

/* Line i of them; the marks with which a text begins and ends are its
 * author's. */
static void check_ends(struct subject *s, const struct lines *lines, size_t i)
{
	static const char *const no_start[] = {
	    "，", "。", "、", "；", "：", "！", "？", "”", "’", "》",
	    "）", "】", "·",  "%",  ",",  ".",	")",  ";", NULL};
	static const char *const no_end[] = {"“",  "‘", "《", "（",
					     "【", "≥", "(",  NULL};

	const struct line *line = &lines->lines[i];

	if (i > 0 && str_equal(line[-1].node, line->node) &&
	    line[-1].y != line->y && begins_with(line->text, no_start))
		line_fault(s, "a closing mark begins a line", line);
	if (i + 1 < lines->n && str_equal(line[1].node, line->node) &&
	    line[1].y != line->y && ends_with(line->text, no_end))
		line_fault(s, "an opening mark ends a line", line);
}

/* Two lines of one node: nothing is torn between them. */
static void check_torn(struct subject *s, const struct line *a,
		       const struct line *b)
{
	static const char *const digits[] = {"0", "1", "2", "3", "4", "5",
					     "6", "7", "8", "9", NULL};
	static const char *const units[] = {"万",   "亿",   "元", "人次",
					    "个",   "平方", "年", "月",
					    "工作", "季度", NULL};
	bool digit = ends_with(a->text, digits) && begins_with(b->text, digits);

	if (!str_equal(a->node, b->node) || str_find(a->node, STR("/")) >= 0)
		return;
	if (digit)
		line_fault(s, "a number is torn", a);
	if (ends_with(a->text, digits) && begins_with(b->text, units))
		line_fault(s, "a number is torn from its unit", a);
	if (str_ends(a->text, STR("—")) && str_starts(b->text, STR("—")))
		line_fault(s, "a dash is torn", a);
	if (str_ends(a->text, STR("…")) && str_starts(b->text, STR("…")))
		line_fault(s, "dots are torn", a);
	if (str_ends(a->text, STR("万")) && str_starts(b->text, STR("元")))
		line_fault(s, "万元 is torn", a);
}

static bool is_han(const struct item_text *run, const struct glyph_at *glyph)
{
	size_t at = glyph->from;
	uint32_t code = utf8_next(run->text, &at);

	return code >= 0x4E00 && code <= 0x9FFF;
}

/* What is no running text: a heading of two characters that is spread
 * (合　计), a unit line of three parts. */
static bool is_spread(const struct subject *s, const struct line *line)
{
	const struct block *block = doc_find(s->doc, line->node);

	if (block != NULL)
		return block->kind == BLOCK_TABLE;
	return utf8_length(line->text) == 2;
}

/* The white between neighbours: a quarter em between Han at most, less than
 * an em anywhere; marks lose half an em at most. */
static void check_gaps(struct subject *s, const struct line *line)
{
	emu end = 0;
	bool han = false;
	bool first = true;
	size_t i;
	size_t k;

	for (i = 0; i < line->n; i++) {
		for (k = 0; k < line->items[i].text.n_glyphs; k++) {
			const struct item_text *run = &line->items[i].text;
			const struct glyph_at *glyph = &run->glyphs[k];
			emu gap = run->x + glyph->x - end;
			bool both = han && is_han(run, glyph);

			if (!first && both && gap > run->size / 4 + 2)
				line_fault(s, "Han torn apart", line);
			if (!first && gap > run->size * 7 / 10)
				line_fault(s, "a wide gap", line);
			if (!first &&
			    gap < (both ? -200 : -run->size * 52 / 100))
				line_fault(s, "glyphs overlap", line);
			end = run->x + glyph->x + glyph->advance;
			han = is_han(run, glyph);
			first = false;
		}
	}
}

static void check_inside(struct subject *s, const struct line *line)
{
	const struct page *page = &s->pages->pages[line->page];
	const struct section *section = &s->doc->sections[page->section];
	const struct page_style *style =
	    &s->doc->page_styles[section->page_style];
	size_t i;
	size_t k;

	for (i = 0; i < line->n; i++) {
		for (k = 0; k < line->items[i].text.n_glyphs; k++) {
			const struct item_text *run = &line->items[i].text;
			const struct glyph_at *glyph = &run->glyphs[k];
			emu x = run->x + glyph->x;
			emu half = run->size / 2 + EMU_PER_PT;

			if (x < style->left - half ||
			    x + glyph->advance >
				page->width - style->right + half)
				line_fault(s, "beside the type area", line);
			if (run->y < style->top || run->y > page->height)
				line_fault(s, "above or below the page", line);
		}
	}
}

static struct str without_blanks(struct str text, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t i;

	for (i = 0; i < text.n; i++)
		if (text.s[i] != ' ')
			buf_add_char(&buf, text.s[i]);
	return buf_str(&buf);
}

/* All of the paragraph, once, in order; no single line on a page. */
static void check_paragraph(struct subject *s, const struct lines *lines,
			    const struct block *block)
{
	struct buf buf = {.arena = s->arena};
	size_t n = 0;
	size_t alone = 0; /* lines on the page so far */
	size_t i;
	bool split = false;
	bool single = false;

	for (i = 0; i < lines->n; i++) {
		const struct line *line = &lines->lines[i];

		if (!str_equal(line->node, block->id) || line->items[0].tag < 0)
			continue;
		if (line_is_link(s->pages, line))
			continue;
		if (n > 0 && line->page != line[-1].page) {
			split = true;
			single = single || alone == 1;
			alone = 0;
		}
		buf_add(&buf, line->text);
		alone++;
		n++;
	}
	if (split && (single || alone == 1))
		subject_fault(s, "a single line at a page's end", block->id);
	if (!str_equal(
		without_blanks(buf_str(&buf), s->arena),
		without_blanks(text_plain(block->paragraph.text, s->arena),
			       s->arena)))
		subject_fault(s, "text lost or out of order", block->id);
}

static void check_paragraphs(struct subject *s, const struct lines *lines)
{
	size_t i;
	size_t k;

	for (i = 0; i < s->doc->n_sections; i++) {
		const struct section *section = &s->doc->sections[i];

		for (k = 0; k < section->n_blocks; k++)
			if (section->blocks[k].kind == BLOCK_PARAGRAPH)
				check_paragraph(s, lines, &section->blocks[k]);
	}
}

/* The block behind that one in its section; NULL if there is none. */
static const struct block *block_after(const struct doc *doc, struct str id)
{
	size_t i;
	size_t k;

	for (i = 0; i < doc->n_sections; i++)
		for (k = 0; k + 1 < doc->sections[i].n_blocks; k++)
			if (str_equal(doc->sections[i].blocks[k].id, id))
				return &doc->sections[i].blocks[k + 1];
	return NULL;
}

/* The last line of a page is no heading, unless nothing follows it there. */
static void check_heading(struct subject *s, const struct line *last)
{
	const struct block *block = doc_find(s->doc, last->node);
	const struct block *next = block_after(s->doc, last->node);

	if (block == NULL || block->kind != BLOCK_PARAGRAPH || next == NULL)
		return;
	if (block->paragraph.outline > 0 && next->start == START_RUNNING)
		line_fault(s, "a lone heading", last);
}

static size_t odd_starts(const struct doc *doc)
{
	size_t n = 0;
	size_t i;
	size_t k;

	for (i = 0; i < doc->n_sections; i++)
		for (k = 0; k < doc->sections[i].n_blocks; k++)
			n += doc->sections[i].blocks[k].start == START_ODD;
	return n;
}

static void check_pages(struct subject *s, const struct lines *lines)
{
	const struct line *last = NULL;
	size_t empty = s->pages->n_pages;
	size_t shown = empty; /* the last page that shows text */
	size_t i;

	for (i = 0; i < lines->n; i++) {
		const struct line *line = &lines->lines[i];

		if (line->node.n == 0)
			continue;
		if (line->page != shown) {
			shown = line->page;
			empty--;
		}
		if (line_is_link(s->pages, line))
			continue;
		if (last != NULL && last->page != line->page)
			check_heading(s, last);
		last = line;
	}
	if (empty > odd_starts(s->doc))
		subject_fault(s, "an empty page", STR("all"));
}

static void check_order(struct subject *s)
{
	size_t i;

	for (i = 1; i < s->pages->n_anchors; i++) {
		const struct anchor *a = &s->pages->anchors[i - 1];
		const struct anchor *b = &s->pages->anchors[i];

		if (b->page < a->page || (b->page == a->page && b->y < a->y))
			subject_fault(s, "blocks out of order", b->block);
	}
}

void check_text(struct subject *s)
{
	struct lines lines = page_lines(s->pages, s->arena);
	size_t i;

	check_order(s);
	if (s->absurd)
		return;
	for (i = 0; i < lines.n; i++) {
		const struct line *line = &lines.lines[i];

		if (!is_spread(s, line))
			check_gaps(s, line);
		check_inside(s, line);
		if (line->node.n == 0)
			continue;
		check_ends(s, &lines, i);
		if (i > 0)
			check_torn(s, line - 1, line);
	}
	check_paragraphs(s, &lines);
	check_pages(s, &lines);
}
