/* SPDX-License-Identifier: MIT */
/*
 *     layout_measure FILE.doc.xml...
 *
 * Lays documents out and measures their typography: what must be true of the
 * pages of every document (check_text.c, check_tables.c), and what is asked of
 * those that people read: lines that meet the margin, no last line of a single
 * character, no page that is nearly empty. Says how far gaps were stretched.
 */
#include "page_lines.h"
#include "random_docs.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/utf8.h"
#include "doc/dump.h"
#include "font_case.h"
#include "layout/letters.h"

#define FAULTS_SHOWN 40
#define FILE_MOST    (64u << 20) /* [bytes] */

/* A full line whose Han are further apart is wide [1/1000 em]: half of what
 * layout may add. */
#define WIDE 125

/* A page that is less full, and not the last of its section, is thin. */
#define THIN_SHARE 3

struct measure {
	size_t documents, pages, lines;
	size_t full, wide; /* justified lines; those that are wide */
	int64_t gaps;	   /* [1/1000 em] of full lines, their sum */
	int64_t apart;	   /* the same: differences from line to line */
	int64_t most;	   /* [1/1000 em] */
	size_t faults;
};

void subject_fault(struct subject *s, const char *what, struct str where)
{
	if (s->faults++ < FAULTS_SHOWN)
		printf(STR_FMT ": %s: " STR_FMT "\n", STR_ARG(s->doc->title),
		       what, STR_ARG(where));
}

static bool is_han(uint32_t code)
{
	return code >= 0x4E00 && code <= 0x9FFF;
}

/* The widest white between two Han of a run [1/1000 em]; 0: there are none. */
static int64_t widest_gap(const struct item_text *run)
{
	int64_t widest = 0;
	size_t i;

	for (i = 1; i < run->n_glyphs; i++) {
		const struct glyph_at *a = &run->glyphs[i - 1];
		const struct glyph_at *b = &run->glyphs[i];
		size_t at = a->from;
		uint32_t before = utf8_next(run->text, &at);
		int64_t gap = (int64_t)(b->x - a->x - a->advance) * 1000;

		at = b->from;
		if (is_han(before) && is_han(utf8_next(run->text, &at)) &&
		    gap / run->size > widest)
			widest = gap / run->size;
	}
	return widest;
}

static int64_t line_gap(const struct line *line)
{
	int64_t widest = 0;
	size_t i;

	for (i = 0; i < line->n; i++) {
		int64_t gap = widest_gap(&line->items[i].text);

		widest = gap > widest ? gap : widest;
	}
	return widest;
}

static void line_fault(struct subject *s, const char *what,
		       const struct line *line)
{
	subject_fault(s, what,
		      str_format(s->arena, "page %zu: " STR_FMT, line->page + 1,
				 STR_ARG(line->text)));
}

/* Style of a justified paragraph; NULL: the block is none. */
static const struct para_style *justified(const struct subject *s,
					  const struct block *block)
{
	const struct para_style *style;

	if (block == NULL || block->kind != BLOCK_PARAGRAPH)
		return NULL;
	style = &s->doc->para_styles[block->paragraph.style];
	return style->align == ALIGN_JUSTIFY || style->align == ALIGN_AUTO
		   ? style
		   : NULL;
}

/* Right edge [emu] of the type area, for paragraphs of the style. */
static emu margin_of(const struct subject *s, size_t page,
		     const struct para_style *style)
{
	const struct page *of = &s->pages->pages[page];
	const struct section *section = &s->doc->sections[of->section];

	return of->width - s->doc->page_styles[section->page_style].right -
	       style->indent_right;
}

/* A line that has another one behind it meets the margin; a mark may stand
 * beyond it with its blank half. */
static void check_margin(struct subject *s, const struct line *line,
			 const struct para_style *style)
{
	emu over = line_right(line) - margin_of(s, line->page, style);

	if (over < -EMU_PT(0.2) || over > style->type.size / 2 + EMU_PT(0.2))
		line_fault(s, "a line does not meet the margin", line);
}

static void measure_full(struct measure *m, struct subject *s,
			 const struct line *line,
			 const struct para_style *style, int64_t *before)
{
	int64_t gap = line_gap(line);

	check_margin(s, line, style);
	m->full++;
	m->wide += gap > WIDE ? 1 : 0;
	m->gaps += gap;
	m->most = gap > m->most ? gap : m->most;
	if (*before >= 0)
		m->apart += gap > *before ? gap - *before : *before - gap;
	*before = gap;
}

/* One character, with the marks that close it at most. */
static bool is_lone(struct str text)
{
	size_t at = 0;

	utf8_next(text, &at);
	while (at < text.n)
		if (!letter_blank_after(letter_of(utf8_next(text, &at))))
			return false;
	return true;
}

static void measure_lines(struct measure *m, struct subject *s)
{
	struct lines lines = page_lines(s->pages, s->arena);
	int64_t before = -1; /* gap of the line before in the paragraph */
	size_t i;

	m->lines += lines.n;
	for (i = 0; i < lines.n; i++) {
		const struct line *line = &lines.lines[i];
		const struct line *next = line + 1;
		const struct para_style *style =
		    justified(s, doc_find(s->doc, line->node));
		bool goes_on = i + 1 < lines.n &&
			       str_equal(next->node, line->node) &&
			       next->y != line->y;

		if (style == NULL || line_is_link(s->pages, line))
			continue;
		if (goes_on)
			measure_full(m, s, line, style, &before);
		else if (before >= 0 && is_lone(line->text))
			line_fault(s, "a last line of one character", line);
		if (!goes_on)
			before = -1;
	}
}

/* Where the last text or rule of the page's blocks stands [emu]. */
static emu page_foot(const struct page *page)
{
	emu foot = 0;
	size_t i;

	for (i = 0; i < page->n_items; i++) {
		const struct item *item = &page->items[i];
		emu y = 0;

		if (item->kind == ITEM_TEXT && item->node.n > 0)
			y = item->text.y;
		else if (item->kind == ITEM_RULE)
			y = item->rule.y1;
		foot = y > foot ? y : foot;
	}
	return foot;
}

/* The first block that begins on the page; NULL: none does. */
static const struct block *first_block(const struct subject *s, size_t page)
{
	size_t i;

	for (i = 0; i < s->pages->n_anchors; i++)
		if (s->pages->anchors[i].page == page)
			return doc_find(s->doc, s->pages->anchors[i].block);
	return NULL;
}

/* Whether the block, or the first one behind these headings, is a table that
 * stays whole. */
static bool is_whole(const struct subject *s, const struct section *section,
		     const struct block *block)
{
	const struct block *end = section->blocks + section->n_blocks;

	while (block < end && block->kind == BLOCK_PARAGRAPH &&
	       s->doc->para_styles[block->paragraph.style].keep_next)
		block++;
	return block < end && block->kind == BLOCK_TABLE &&
	       block->table.style >= 0 &&
	       s->doc->table_styles[block->table.style].whole;
}

/* Whether what begins on the page could not begin on the one before. */
static bool must_begin(const struct subject *s, size_t page)
{
	const struct section *section =
	    &s->doc->sections[s->pages->pages[page].section];
	const struct block *block = first_block(s, page);

	return block != NULL &&
	       (block->start != START_RUNNING || is_whole(s, section, block));
}

static void check_thin(struct subject *s, const struct plan_section *section,
		       const struct page_style *style)
{
	size_t i;

	for (i = 0; i + 1 < section->n_pages; i++) {
		size_t at = section->first_page + i;
		const struct page *page = &s->pages->pages[at];
		emu room = page->height - style->top - style->bottom;

		if (page_foot(page) - style->top >= room / THIN_SHARE ||
		    must_begin(s, at + 1))
			continue;
		subject_fault(s, "a page is nearly empty",
			      str_format(s->arena, "page %zu", at + 1));
	}
}

static void check_pages(struct subject *s)
{
	size_t i;

	for (i = 0; i < s->plan->n_sections; i++) {
		int style = s->doc->sections[i].page_style;

		if (style >= 0)
			check_thin(s, &s->plan->sections[i],
				   &s->doc->page_styles[style]);
	}
}

static size_t measure_doc(struct measure *m, struct str path,
			  struct fonts *fonts)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);
	struct subject s = {.sink = sink, .arena = arena};
	struct layout_result result;
	struct str xml;

	s.faults = 1;
	if (file_read(path, FILE_MOST, arena, sink, &xml) &&
	    (s.doc = doc_read(xml, path, arena, sink)) != NULL &&
	    layout_doc(s.doc, fonts, arena, sink, &result)) {
		s.faults = 0;
		s.pages = result.pages;
		s.plan = result.plan;
		check_text(&s);
		check_tables(&s);
		measure_lines(m, &s);
		check_pages(&s);
		m->documents++;
		m->pages += s.pages->n_pages;
	} else {
		printf(STR_FMT ": not laid out\n", STR_ARG(path));
	}
	m->faults += s.faults;
	arena_close(arena);
	return s.faults;
}

static void report(const struct measure *m)
{
	size_t full = m->full > 0 ? m->full : 1;

	printf("%zu documents, %zu pages, %zu lines, %zu of them full\n"
	       "between Han in full lines: mean %lld, most %lld, from line to "
	       "line %lld [1/1000 em]; beyond %d: %zu lines\n"
	       "%zu faults\n",
	       m->documents, m->pages, m->lines, m->full,
	       (long long)(m->gaps / (int64_t)full), (long long)m->most,
	       (long long)(m->apart / (int64_t)full), WIDE, m->wide, m->faults);
}

int main(int argc, char **argv)
{
	struct arena *arena = arena_open();
	struct fonts *fonts = case_fonts(diag_open(arena));
	struct measure m = {0};
	int i;

	for (i = 1; fonts != NULL && i < argc; i++)
		measure_doc(&m, str_from(argv[i]), fonts);
	report(&m);
	fonts_close(fonts);
	arena_close(arena);
	return m.faults > 0 || m.documents == 0;
}
