/* SPDX-License-Identifier: MIT */
/* GB/T 9704-2012, 7.5: — 1 —, right on odd pages, left on even ones, one
 * character in from the edge of the type area. */
#include "layout/numbers.h"

#include "layout/flow.h"

/* The style's format with the number in the place of {n}. */
static struct str number_text(struct str format, struct str label,
			      struct arena *arena)
{
	ptrdiff_t at = str_find(format, STR("{n}"));
	struct str parts[3];

	if (at < 0)
		return label;
	parts[0] = str_slice(format, 0, (size_t)at);
	parts[1] = label;
	parts[2] = str_slice(format, (size_t)at + 3, format.n);
	return str_join(parts, 3, STR_NONE, arena);
}

static enum align number_align(enum number_place place, int number)
{
	if (place == NUMBER_CENTER)
		return ALIGN_CENTER;
	return number % 2 != 0 ? ALIGN_RIGHT : ALIGN_LEFT;
}

static void draw_number(struct book *book, const struct page *page)
{
	struct layout *layout = book->layout;
	const struct page_style *style = book_page_style(
	    layout, layout->doc->sections[page->section].page_style);
	struct frame frame = flow_frame(style, page->width > page->height);
	struct run run = {.text = number_text(style->number_format, page->label,
					      layout->arena)};
	struct para_want want = {.type = style->number_type,
				 .strong = style->number_type,
				 .advance = style->number_type.size,
				 .width = frame.width,
				 .never_break = true};
	const struct para *para;

	if (style->number_place == NUMBER_NONE)
		return;
	want.align = number_align(style->number_place, page->number);
	if (want.align == ALIGN_LEFT)
		want.indent_left = style->number_inset;
	if (want.align == ALIGN_RIGHT)
		want.indent_right = style->number_inset;
	para = para_set(layout, (struct text){&run, 1}, &want);
	para_place(layout, para, 0, 1, frame.x,
		   page->height - style->number_foot - para->ascent,
		   TAG_ARTIFACT, STR_NONE);
}

void numbers_draw(struct book *book)
{
	struct canvas *canvas = book->layout->canvas;
	size_t i;

	for (i = 0; i < canvas_count(canvas); i++) {
		const struct page *page = canvas_at(canvas, i);

		if (page->label.n == 0)
			continue;
		canvas_go(canvas, i);
		draw_number(book, page);
	}
}
