/* SPDX-License-Identifier: MIT */
/* A doc file laid out, and questions about its pages. */
#ifndef TESTS_LAYOUT_PAGE_CASE_H
#define TESTS_LAYOUT_PAGE_CASE_H

#include "cmocka_all.h"

#include "base/arena.h"
#include "base/diag.h"
#include "doc/doc.h"
#include "doc/dump.h"
#include "font/font.h"
#include "font_case.h"
#include "layout/layout.h"
#include "pages/pages.h"
#include "pages/plan.h"

struct page_case {
	struct arena *arena;
	struct fonts *fonts;
	struct diag_sink *sink;
	const struct doc *doc;
	const struct pages *pages;
	const struct plan *plan;
};

static inline int page_case_open(void **state)
{
	static struct page_case one;

	one.arena = arena_open();
	one.sink = diag_open(one.arena);
	one.fonts = case_fonts(one.sink);
	*state = &one;
	return one.fonts == NULL;
}

static inline int page_case_close(void **state)
{
	struct page_case *c = *state;

	fonts_close(c->fonts);
	arena_close(c->arena);
	return 0;
}

/* Lays out sections; styles are those of templates/base. */
static inline struct page_case *lay_out(void **state, struct str sections)
{
	static const char head[] = "<doc title='题' lang='zh-CN'><styles "
				   "href='templates/base/styles.xml'/>";
	struct page_case *c = *state;
	struct layout_result result;
	struct str parts[] = {str_from(head), sections, STR("</doc>")};

	c->doc = doc_read(str_join(parts, 3, STR_NONE, c->arena), STR("case"),
			  c->arena, c->sink);
	assert_non_null(c->doc);
	assert_true(layout_doc(c->doc, c->fonts, c->arena, c->sink, &result));
	c->pages = result.pages;
	c->plan = result.plan;
	return c;
}

/* What the page shows, items in order, each behind a bar. */
static inline struct str page_text(const struct page_case *c, size_t page)
{
	struct buf buf = {.arena = c->arena};
	size_t i;

	assert_true(page < c->pages->n_pages);
	for (i = 0; i < c->pages->pages[page].n_items; i++) {
		const struct item *item = &c->pages->pages[page].items[i];

		if (item->kind == ITEM_TEXT) {
			buf_add_char(&buf, '|');
			buf_add(&buf, item->text.text);
		}
	}
	return buf_str(&buf);
}

static inline bool page_shows(const struct page_case *c, size_t page,
			      const char *text)
{
	return str_find(page_text(c, page), str_from(text)) >= 0;
}

/* The first text item of the block on any page, NULL if none. */
static inline const struct item *first_item(const struct page_case *c,
					    const char *node)
{
	size_t i;
	size_t k;

	for (i = 0; i < c->pages->n_pages; i++) {
		const struct page *page = &c->pages->pages[i];

		for (k = 0; k < page->n_items; k++)
			if (page->items[k].kind == ITEM_TEXT &&
			    str_is(page->items[k].node, node))
				return &page->items[k];
	}
	return NULL;
}

/* Index of the page on which the block begins. */
static inline size_t page_of(const struct page_case *c, const char *block)
{
	const struct anchor *anchor = pages_anchor(c->pages, str_from(block));

	assert_non_null(anchor);
	return anchor->page;
}

#endif
