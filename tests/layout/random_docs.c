/* SPDX-License-Identifier: MIT */
/*
 *     random_docs [FIRST [N]]      lays out N documents from seed FIRST on
 *     random_docs --dump SEED      shows one as a doc file
 *
 * One document in ten is absurd: it must be laid out, no more. A seed gives the
 * same document with every compiler: no call has two draws among its arguments.
 */
#include "random_docs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "doc/dump.h"
#include "font_case.h"

#define FAULTS_SHOWN 40

struct str making_id(struct making *m)
{
	return str_format(m->arena, "b%d", ++m->next_id);
}

int making_para_style(const struct making *m, const char *name)
{
	size_t i;

	for (i = 0; i < m->doc->n_para_styles; i++)
		if (str_is(m->doc->para_styles[i].name, name))
			return (int)i;
	abort();
}

int making_table_style(const struct making *m, const char *name)
{
	size_t i;

	for (i = 0; i < m->doc->n_table_styles; i++)
		if (str_is(m->doc->table_styles[i].name, name))
			return (int)i;
	abort();
}

int making_page_style(const struct making *m, const char *name)
{
	size_t i;

	for (i = 0; i < m->doc->n_page_styles; i++)
		if (str_is(m->doc->page_styles[i].name, name))
			return (int)i;
	abort();
}

static void make_paragraph(struct making *m, struct block *block,
			   const char *style, size_t characters)
{
	block->kind = BLOCK_PARAGRAPH;
	block->id = making_id(m);
	block->paragraph.style = making_para_style(m, style);
	block->paragraph.contents_group = -1;
	block->paragraph.text = chance_text(&m->chance, characters, m->arena);
}

static void make_heading(struct making *m, struct block *block, int level)
{
	static const char *const styles[] = {"heading1", "heading2",
					     "heading3"};

	make_paragraph(m, block, styles[level - 1],
		       4 + chance_below(&m->chance, 40));
	block->paragraph.outline = level;
	block->paragraph.contents_group = (int)chance_below(&m->chance, 3) - 1;
	block->paragraph.contents_level = level > 1 ? 2 : 1;
	if (chance_of(&m->chance, 4))
		block->start = START_PAGE;
	if (chance_of(&m->chance, 2))
		block->start = START_ODD;
}

/* How long a text is: mostly short, at times 600 characters; absurd: 10,000. */
static size_t some_length(struct making *m)
{
	if (m->absurd && chance_of(&m->chance, 5))
		return 10000;
	if (chance_of(&m->chance, 10))
		return chance_below(&m->chance, 600);
	return chance_below(&m->chance, 120) + 1;
}

static void make_text_block(struct making *m, struct block *block)
{
	uint32_t what = chance_below(&m->chance, 100);

	if (what < 25)
		make_heading(m, block, 1 + (int)chance_below(&m->chance, 3));
	else if (what < 93)
		make_paragraph(m, block, what < 85 ? "body" : "term",
			       some_length(m));
	else
		make_table(m, block, "inline");
}

static struct section begin_section(struct making *m, const char *page,
				    size_t n)
{
	struct section section = {.id = making_id(m),
				  .page_style = making_page_style(m, page),
				  .counted = chance_of(&m->chance, 90),
				  .blocks =
				      ARENA_ARRAY(m->arena, n, struct block),
				  .n_blocks = n};

	section.shown = section.counted && chance_of(&m->chance, 90);
	if (chance_of(&m->chance, 10))
		section.restart = 1 + (int)chance_below(&m->chance, 200);
	return section;
}

static struct section make_text(struct making *m)
{
	size_t n = 1 + chance_below(&m->chance, 30);
	struct section section = begin_section(m, "text", n + 1);
	struct block *blocks = (struct block *)(uintptr_t)section.blocks;
	size_t i;

	make_paragraph(m, &blocks[0], "title",
		       5 + chance_below(&m->chance, 55));
	for (i = 1; i <= n; i++)
		make_text_block(m, &blocks[i]);
	return section;
}

static struct section make_alone(struct making *m)
{
	struct section section = begin_section(m, "tables", 2);
	struct block *blocks = (struct block *)(uintptr_t)section.blocks;

	make_paragraph(m, &blocks[0], "table-title",
		       5 + chance_below(&m->chance, 55));
	blocks[0].paragraph.outline = 1;
	blocks[0].paragraph.contents_group = 0;
	blocks[0].paragraph.contents_level = 1;
	make_table(m, &blocks[1], "public");
	return section;
}

static struct section make_forms(struct making *m)
{
	size_t n = 1 + chance_below(&m->chance, 5);
	struct section section = begin_section(m, "tables", 2 * n);
	struct block *blocks = (struct block *)(uintptr_t)section.blocks;
	size_t i;

	for (i = 0; i < n; i++) {
		make_paragraph(m, &blocks[2 * i], "form-title",
			       5 + chance_below(&m->chance, 30));
		make_table(m, &blocks[2 * i + 1], "form");
	}
	return section;
}

static struct section make_contents(struct making *m)
{
	struct section section = begin_section(m, "contents", 2);
	struct block *blocks = (struct block *)(uintptr_t)section.blocks;
	struct contents_group *groups =
	    ARENA_ARRAY(m->arena, 2, struct contents_group);
	int i;

	section.counted = chance_of(&m->chance, 20);
	make_paragraph(m, &blocks[0], "contents-title", 8);
	for (i = 0; i < 2; i++) {
		groups[i].title = chance_text(&m->chance, 8, m->arena);
		groups[i].title_style = making_para_style(m, "contents-group");
		groups[i].entry_style[0] = making_para_style(m, "contents-1");
		groups[i].entry_style[1] = making_para_style(m, "contents-2");
	}
	blocks[1].kind = BLOCK_CONTENTS;
	blocks[1].id = making_id(m);
	blocks[1].contents = (struct contents){groups, 2};
	return section;
}

/* Page and type of an absurd document: anything. */
static void spoil_styles(struct making *m, struct doc *doc)
{
	struct page_style *pages =
	    ARENA_ARRAY(m->arena, doc->n_page_styles, struct page_style);
	struct para_style *paras =
	    ARENA_ARRAY(m->arena, doc->n_para_styles, struct para_style);
	size_t i;

	memcpy(pages, doc->page_styles, doc->n_page_styles * sizeof(*pages));
	memcpy(paras, doc->para_styles, doc->n_para_styles * sizeof(*paras));
	for (i = 0; i < doc->n_page_styles; i++)
		if (chance_of(&m->chance, 40))
			pages[i].left =
			    (emu)chance_below(&m->chance, 220 * EMU_PER_MM);
	for (i = 0; i < doc->n_para_styles; i++) {
		if (chance_of(&m->chance, 20))
			paras[i].type.size =
			    (emu)chance_below(&m->chance, 400 * EMU_PER_PT);
		if (chance_of(&m->chance, 20))
			paras[i].pitch =
			    (emu)chance_below(&m->chance, 900 * EMU_PER_PT);
		if (chance_of(&m->chance, 20))
			paras[i].indent_left =
			    (emu)chance_below(&m->chance, 300 * EMU_PER_MM);
		if (chance_of(&m->chance, 20))
			paras[i].space_before =
			    (emu)chance_below(&m->chance, 400 * EMU_PER_MM);
	}
	doc->page_styles = pages;
	doc->para_styles = paras;
}

static struct section make_section(struct making *m)
{
	uint32_t what = chance_below(&m->chance, 100);

	if (what < 50)
		return make_text(m);
	return what < 80 ? make_alone(m) : make_forms(m);
}

static struct doc *make_doc(uint64_t seed, const struct doc *styles,
			    struct arena *arena, bool *absurd)
{
	struct doc *doc = ARENA_NEW(arena, struct doc);
	struct making m = {.chance = {seed * 0x9E3779B97F4A7C15u + 1},
			   .arena = arena,
			   .doc = doc};
	size_t n = 1 + chance_below(&m.chance, 3);
	struct section *sections = ARENA_ARRAY(arena, n + 1, struct section);

	*doc = *styles;
	doc->title = STR("题");
	doc->lang = STR("zh-CN");
	*absurd = m.absurd = seed % 10 == 9;
	if (m.absurd)
		spoil_styles(&m, doc);
	doc->sections = sections;
	if (chance_of(&m.chance, 50))
		sections[doc->n_sections++] = make_contents(&m);
	while (n-- > 0)
		sections[doc->n_sections++] = make_section(&m);
	return doc;
}

void subject_fault(struct subject *s, const char *what, struct str where)
{
	if (s->faults++ < FAULTS_SHOWN)
		printf("seed %llu: %s: " STR_FMT "\n",
		       (unsigned long long)s->seed, what, STR_ARG(where));
}

/* The same document gives the same pages, whatever was laid out before. */
static void check_again(struct subject *s, struct fonts *fonts,
			struct diag_sink *sink)
{
	struct layout_result again;

	if (!layout_doc(s->doc, fonts, s->arena, sink, &again) ||
	    !str_equal(pages_dump(s->pages, fonts, s->arena),
		       pages_dump(again.pages, fonts, s->arena)))
		subject_fault(s, "other pages the second time", STR("all"));
}

/* What layout reports was foreseen: check lays out no other documents. */
static void check_foreseen(struct subject *s, bool foreseen)
{
	if (!foreseen && s->sink->n > 0)
		subject_fault(s, "not foreseen",
			      str_from(s->sink->list[0].kind->id));
}

static size_t try_seed(uint64_t seed, const struct doc *styles,
		       struct fonts *fonts, struct layout_memory *memory)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);
	struct subject s = {.seed = seed, .sink = sink, .arena = arena};
	struct layout_result result;
	bool foreseen;

	s.doc = make_doc(seed, styles, arena, &s.absurd);
	foreseen = layout_may_report(s.doc, memory);
	if (!layout_doc_with(s.doc, memory, arena, sink, &result)) {
		subject_fault(&s, "not laid out", STR("all"));
	} else {
		s.pages = result.pages;
		s.plan = result.plan;
		check_foreseen(&s, foreseen);
		check_text(&s);
		check_tables(&s);
		if (seed % 20 == 0)
			check_again(&s, fonts, sink);
	}
	arena_close(arena);
	layout_memory_trim(memory);
	return s.faults;
}

static void dump_seed(uint64_t seed, const struct doc *styles)
{
	struct arena *arena = arena_open();
	bool absurd;
	struct str xml =
	    doc_dump(make_doc(seed, styles, arena, &absurd), arena);

	(void)fwrite(xml.s, 1, xml.n, stdout);
	arena_close(arena);
}

static size_t try_seeds(uint64_t first, uint64_t n, const struct doc *styles,
			struct fonts *fonts)
{
	struct layout_memory *memory = layout_memory_open(fonts);
	size_t faults = 0;
	uint64_t i;

	for (i = first; i < first + n; i++)
		faults += try_seed(i, styles, fonts, memory);
	layout_memory_close(memory);
	printf("%llu documents, %zu faults\n", (unsigned long long)n, faults);
	return faults;
}

int main(int argc, char **argv)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);
	struct fonts *fonts = case_fonts(sink);
	struct doc styles = {.arena = arena};
	bool dump = argc > 2 && strcmp(argv[1], "--dump") == 0;
	uint64_t first = argc > 1 ? strtoull(argv[dump ? 2 : 1], NULL, 10) : 0;
	uint64_t n = argc > 2 && !dump ? strtoull(argv[2], NULL, 10) : 1000;
	size_t faults = 1;

	if (styles_read(&styles, STR("templates/base/styles.xml"), arena,
			sink) &&
	    fonts != NULL) {
		if (dump)
			dump_seed(first, &styles);
		faults = dump ? 0 : try_seeds(first, n, &styles, fonts);
	}
	fonts_close(fonts);
	arena_close(arena);
	return faults > 0;
}
