/* SPDX-License-Identifier: MIT */
/*
 * The whole on one page: sections in order; then what could not be known
 * before: contents and page numbers.
 */
#include "layout/layout.h"

#include "base/arena.h"
#include "base/diag.h"
#include "layout/book.h"
#include "layout/canvas.h"
#include "layout/contents.h"
#include "layout/flow.h"
#include "layout/foresee.h"
#include "layout/memory.h"
#include "layout/messages.h"
#include "layout/numbers.h"

static bool has_faces(const struct fonts *fonts)
{
	int role;

	for (role = 0; fonts != NULL && role < N_ROLES; role++)
		if (fonts_role_face(fonts, (enum role)role, false) >= 0)
			return true;
	return false;
}

/* A document that has nothing to show still has a page. */
static void one_page_at_least(struct layout *layout)
{
	const struct page_style *style;

	if (canvas_count(layout->canvas) > 0)
		return;
	style = book_page_style(layout, 0);
	canvas_page(layout->canvas, style->width, style->height, 0);
}

static void copy_properties(const struct doc *doc, struct pages *pages)
{
	pages->title = doc->title;
	pages->author = doc->author;
	pages->subject = doc->subject;
	pages->keywords = doc->keywords;
	pages->lang = doc->lang;
	pages->date = doc->date;
}

static void lay_out(struct layout *layout, struct pages *pages,
		    struct plan *plan)
{
	struct book book = book_open(layout);
	size_t i;

	for (i = 0; i < layout->doc->n_sections; i++)
		flow_section(&book, i);
	one_page_at_least(layout);
	contents_fill(&book);
	numbers_draw(&book);
	canvas_close(layout->canvas, pages);
	book_close(&book, pages, plan);
	copy_properties(layout->doc, pages);
}

bool layout_doc_with(const struct doc *doc, struct layout_memory *memory,
		     struct arena *arena, struct diag_sink *sink,
		     struct layout_result *result)
{
	struct layout layout = {.doc = doc,
				.fonts = memory_fonts(memory),
				.arena = arena,
				.sink = sink};
	struct pages *pages = ARENA_NEW(arena, struct pages);
	struct plan *plan = ARENA_NEW(arena, struct plan);

	if (!has_faces(layout.fonts)) {
		DIAG0(sink, &LAYOUT_FACES, PLACE_NONE);
		return false;
	}
	layout.scratch = arena_open();
	layout.canvas = canvas_open(arena);
	layout.linebreak = memory_linebreak(memory);
	layout.memory = memory_begin(memory, arena);
	pages->arena = arena;
	plan->arena = arena;
	lay_out(&layout, pages, plan);
	memory_end(layout.memory);
	arena_close(layout.scratch);
	result->pages = pages;
	result->plan = plan;
	return true;
}

bool layout_doc(const struct doc *doc, struct fonts *fonts, struct arena *arena,
		struct diag_sink *sink, struct layout_result *result)
{
	/* Of a first document nothing lasts: the result has no part in it. */
	struct layout_memory *memory = layout_memory_open(fonts);
	bool ok = layout_doc_with(doc, memory, arena, sink, result);

	layout_memory_close(memory);
	return ok;
}

bool layout_may_report(const struct doc *doc, struct layout_memory *memory)
{
	struct arena *arena = arena_open();
	struct layout layout = {.doc = doc,
				.fonts = memory_fonts(memory),
				.arena = arena,
				.sink = diag_open(arena)};
	struct book book;
	bool reports = true;

	if (has_faces(layout.fonts)) {
		layout.scratch = arena_open();
		layout.canvas = canvas_open(arena);
		layout.linebreak = memory_linebreak(memory);
		layout.memory = memory_begin(memory, arena);
		book = book_open(&layout);
		reports = foresee_reports(&book);
		memory_end(layout.memory);
		arena_close(layout.scratch);
	}
	arena_close(arena);
	return reports;
}
