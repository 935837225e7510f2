/* SPDX-License-Identifier: MIT */
#include "layout/book.h"

#include "base/arena.h"

struct book book_open(struct layout *layout)
{
	struct book book = {.layout = layout, .next_number = 1};
	struct tag document = {
	    .kind = TAG_DOCUMENT, .parent = -1, .rowspan = 1, .colspan = 1};

	book.types = table_types_open(layout);
	book.document = canvas_tag(layout->canvas, &document);
	return book;
}

const struct para_style *book_para_style(const struct layout *layout, int style)
{
	static const struct para_style plain = {
	    .type = {.role = ROLE_FANG, .size = EMU_PT(16)},
	    .strong = {.role = ROLE_FANG, .size = EMU_PT(16)},
	    .pitch = EMU_PT(28),
	    .align = ALIGN_JUSTIFY};

	if (style < 0 || (size_t)style >= layout->doc->n_para_styles)
		return &plain;
	return &layout->doc->para_styles[style];
}

const struct page_style *book_page_style(const struct layout *layout, int style)
{
	static const struct page_style plain = {.width = EMU_MM(210),
						.height = EMU_MM(297),
						.top = EMU_MM(37),
						.bottom = EMU_MM(35),
						.left = EMU_MM(27),
						.right = EMU_MM(24.9)};

	if (style < 0 || (size_t)style >= layout->doc->n_page_styles)
		return &plain;
	return &layout->doc->page_styles[style];
}

/* A level that is one deeper than the last one at most (ISO 14289-1, 7.4.2);
 * bookmarks hang in their tree by the same rule. */
static int level_after(int level, int *last)
{
	if (level > *last + 1)
		level = *last + 1;
	if (level > 3)
		level = 3;
	*last = level;
	return level;
}

static void add_outline(struct book *book, const struct block *block,
			struct str text)
{
	struct arena *arena = book->layout->arena;
	int level = level_after(block->paragraph.outline, &book->last_entry);

	book->outline = arena_grow(arena, book->outline, book->n_outline,
				   &book->room_outline, sizeof(*book->outline));
	book->outline[book->n_outline++] =
	    (struct outline_entry){text, level, block->id};
}

int book_tag_paragraph(struct book *book, const struct block *block)
{
	static const enum tag_kind headings[] = {TAG_H1, TAG_H2, TAG_H3};
	struct tag tag = {.kind = TAG_P,
			  .parent = book->document,
			  .rowspan = 1,
			  .colspan = 1,
			  .node = block->id};
	struct str text =
	    str_trim(text_plain(block->paragraph.text, book->layout->arena));

	if (text.n == 0)
		return TAG_ARTIFACT;
	if (block->paragraph.outline > 0) {
		int level =
		    level_after(block->paragraph.outline, &book->last_heading);

		tag.kind = headings[level - 1];
		add_outline(book, block, text);
	}
	return canvas_tag(book->layout->canvas, &tag);
}

void book_add_paragraph(struct book *book,
			const struct plan_paragraph *paragraph)
{
	struct canvas *canvas = book->layout->canvas;
	struct plan_paragraph *added;

	book->paragraphs = arena_grow(
	    book->layout->arena, book->paragraphs, book->n_paragraphs,
	    &book->room_paragraphs, sizeof(*book->paragraphs));
	added = &book->paragraphs[book->n_paragraphs++];
	*added = *paragraph;
	added->page = canvas_current(canvas);
	added->number = canvas_at(canvas, added->page)->number;
}

void book_add_table(struct book *book, const struct plan_table *table,
		    size_t page)
{
	struct plan_table *added;

	book->tables =
	    arena_grow(book->layout->arena, book->tables, book->n_tables,
		       &book->room_tables, sizeof(*book->tables));
	added = &book->tables[book->n_tables++];
	*added = *table;
	added->page = page;
	added->number = canvas_at(book->layout->canvas, page)->number;
}

void book_add_section(struct book *book, const struct plan_section *section)
{
	book->sections =
	    arena_grow(book->layout->arena, book->sections, book->n_sections,
		       &book->room_sections, sizeof(*book->sections));
	book->sections[book->n_sections++] = *section;
}

void book_add_contents(struct book *book, const struct plan_contents *contents)
{
	book->contents =
	    arena_grow(book->layout->arena, book->contents, book->n_contents,
		       &book->room_contents, sizeof(*book->contents));
	book->contents[book->n_contents++] = *contents;
}

void book_add_pending(struct book *book, const struct pending *pending)
{
	book->pending =
	    arena_grow(book->layout->arena, book->pending, book->n_pending,
		       &book->room_pending, sizeof(*book->pending));
	book->pending[book->n_pending++] = *pending;
}

void book_close(const struct book *book, struct pages *pages, struct plan *plan)
{
	pages->outline = book->outline;
	pages->n_outline = book->n_outline;
	plan->sections = book->sections;
	plan->n_sections = book->n_sections;
	plan->paragraphs = book->paragraphs;
	plan->n_paragraphs = book->n_paragraphs;
	plan->tables = book->tables;
	plan->n_tables = book->n_tables;
	plan->contents = book->contents;
	plan->n_contents = book->n_contents;
}
