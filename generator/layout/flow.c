/* SPDX-License-Identifier: MIT */
/*
 * Pages are filled from the top. Strips that keep together go on one page as
 * a run; a run that does not fit moves to the next page, but only where moving
 * can help: on a fresh page it is cut wherever it must.
 */
#include "layout/flow.h"

#include "base/arena.h"
#include "layout/contents.h"
#include "layout/messages.h"
#include "layout/office.h"
#include "layout/strips.h"

/* Where a section stands. */
struct flow {
	struct book *book;
	const struct section *section;
	size_t index; /* of the section */
	const struct page_style *style;
	struct strips strips;
	bool landscape;
	struct frame frame;
	struct fill fill; /* of the page */
	bool fresh;	  /* nothing stands on the page */
	bool forced;	  /* a table is cut here: moving on would not help */
	size_t n_pages;	  /* of the section so far */
	int tag;	  /* of the paragraph whose lines are being placed */
};

static emu positive(int64_t length)
{
	return length < EMU_PER_PT ? EMU_PER_PT : (emu)length;
}

struct frame flow_frame(const struct page_style *style, bool landscape)
{
	emu width = landscape ? style->height : style->width;
	emu height = landscape ? style->width : style->height;
	struct frame frame = {
	    .x = style->left, .y = style->top, .grid = style->grid};

	frame.width = positive((int64_t)width - style->left - style->right);
	frame.height = positive((int64_t)height - style->top - style->bottom);
	return frame;
}

static struct str label_of(struct arena *arena, int number)
{
	return str_format(arena, "%d", number);
}

/* Begins a page; a blank one has no number printed (GB/T 9704-2012, 7.5). */
static void begin_page(struct flow *f, bool blank)
{
	struct book *book = f->book;
	struct canvas *canvas = book->layout->canvas;
	emu width = positive(f->style->width);
	emu height = positive(f->style->height);
	struct page *page;
	size_t at = canvas_page(canvas, f->landscape ? height : width,
				f->landscape ? width : height, f->index);

	page = canvas_at(canvas, at);
	if (f->section->counted)
		page->number = book->next_number++;
	if (f->section->shown && page->number > 0 && !blank)
		page->label = label_of(book->layout->arena, page->number);
	f->n_pages++;
	f->fresh = true;
	f->fill = (struct fill){0, 0};
}

/* Whether the next page would be a left-hand one. */
static bool next_is_even(const struct flow *f)
{
	if (f->section->counted)
		return f->book->next_number % 2 == 0;
	return canvas_count(f->book->layout->canvas) % 2 == 1;
}

static void begin_odd_page(struct flow *f)
{
	if (next_is_even(f))
		begin_page(f, true);
	begin_page(f, false);
}

/* The page that the strip wants for itself, if any. */
static void begin_as_asked(struct flow *f, const struct strip *strip)
{
	bool none = f->n_pages == 0;

	switch (strip->start) {
	case START_RUNNING:
		if (none)
			begin_page(f, false);
		break;
	case START_PAGE:
		if (none || !f->fresh)
			begin_page(f, false);
		break;
	case START_ODD:
		if (none || !f->fresh)
			begin_odd_page(f);
		break;
	}
}

/* Whether the run, on a page of its own, goes on it whole. */
static bool fits_a_page(const struct flow *f, size_t from, size_t to)
{
	return strips_fill(&f->strips, from, to, (struct fill){0, 0}, &f->frame)
		   .y <= f->frame.height;
}

/* Whether the run goes into what is left of the page; of a table that may be
 * cut, its beginning. */
static bool run_fits(const struct flow *f, size_t from, size_t to)
{
	const struct strip *last = &f->strips.strips[to - 1];
	struct fill fill =
	    strips_fill(&f->strips, from, to - 1, f->fill, &f->frame);
	emu top = strip_top(last, fill, &f->frame);

	if ((int64_t)top + last->height <= f->frame.height)
		return true;
	if (last->kind != STRIP_TABLE ||
	    (last->whole && fits_a_page(f, from, to)))
		return false;
	return table_fit(last->table, 0, f->frame.height - top,
			 f->forced || (f->fresh && to - 1 == from)) > 0;
}

static void report_wide(struct book *book, const struct strip *strip)
{
	if (para_stands_out(strip->para))
		DIAG(book->layout->sink, &LAYOUT_WIDE,
		     strip->block->origin.place,
		     text_plain(strip->block->paragraph.text,
				book->layout->arena));
}

/* The section asked for no page here, but it begins one. */
static bool breaks_page(const struct flow *f, const struct strip *strip)
{
	return f->fresh && f->n_pages > 1 && strip->start == START_RUNNING;
}

/* Lines that were drawn in, or end where others would not: who sets them again
 * needs to know. */
static void plan_drawn(const struct flow *f, const struct strip *strip,
		       struct plan_paragraph *plan)
{
	struct layout *layout = f->book->layout;
	const struct para *para = strip->para;
	struct arena_mark mark = arena_mark(layout->scratch);
	struct str text =
	    para->n_lines < 2
		? STR_NONE
		: text_plain(strip->block->paragraph.text, layout->scratch);
	struct plan_drawn *drawn =
	    ARENA_ARRAY(layout->arena, para->n_lines, struct plan_drawn);

	for (size_t i = 0; i < para->n_lines; i++) {
		const struct para_line *line = &para->lines[i];

		bool open = office_is_shut(text, line);

		if (line->taken > 0 || open)
			drawn[plan->n_drawn++] = (struct plan_drawn){
			    line->from, line->n, line->taken, open};
	}
	plan->drawn = drawn;
	arena_release(layout->scratch, mark);
}

/* A title is broken by sense, and others are to break it there. Not one that
 * 目录 lists: an office suite takes the break over into the entry. */
static void plan_breaks(const struct flow *f, const struct strip *strip,
			struct plan_paragraph *plan)
{
	const struct paragraph *text = &strip->block->paragraph;
	const struct layout *layout = f->book->layout;
	const struct para *para = strip->para;
	struct plan_break *breaks;

	if (para->n_lines < 2 || text->contents_group >= 0 ||
	    layout->doc->para_styles[text->style].align != ALIGN_CENTER)
		return;
	breaks = ARENA_ARRAY(layout->arena, para->n_lines, struct plan_break);
	for (size_t i = 1; i < para->n_lines; i++)
		breaks[plan->n_breaks++].at = para->lines[i].from;
	plan->breaks = breaks;
}

static void place_line(struct flow *f, const struct strip *strip, emu y)
{
	struct book *book = f->book;
	const struct block *block = strip->block;
	struct plan_paragraph plan = {.block = block->id,
				      .lines = (int)strip->para->n_lines,
				      .page_break = breaks_page(f, strip)};

	if (!f->fresh)
		plan.space_before = strip->before;
	if (strip->line == 0) {
		f->tag = book_tag_paragraph(book, block);
		canvas_anchor(book->layout->canvas, block->id, y);
		plan_drawn(f, strip, &plan);
		plan_breaks(f, strip, &plan);
		book_add_paragraph(book, &plan);
		report_wide(book, strip);
	}
	para_place(book->layout, strip->para, strip->line, strip->line + 1,
		   f->frame.x, y, f->tag, block->id);
}

/* Places a table over as many pages as it needs; the height used on the last
 * of them, from the frame's top. */
static emu place_table(struct flow *f, const struct strip *strip, emu top)
{
	struct book *book = f->book;
	size_t n = table_pieces(strip->table);
	size_t page = canvas_current(book->layout->canvas);
	bool page_break = breaks_page(f, strip);
	struct plan_table plan;
	size_t piece = 0;
	emu first = top;

	canvas_anchor(book->layout->canvas, strip->block->id, f->frame.y + top);
	while (piece < n) {
		size_t to =
		    table_fit(strip->table, piece, f->frame.height - top,
			      f->fresh || f->forced);

		if (to <= piece && f->fresh)
			to = piece + 1; /* moving on would not help */
		if (to > piece) {
			top += table_place(strip->table, piece, to, f->frame.x,
					   f->frame.y + top, book->document);
			f->fresh = false;
			piece = to;
		}
		if (piece < n) {
			begin_page(f, false);
			top = 0;
			first = piece == 0 ? top : first;
		}
	}
	table_report_splits(strip->table);
	plan = table_plan(strip->table);
	plan.page_break = page_break;
	plan.top = first + plan.space_before;
	plan.space_after += strip->after;
	book_add_table(book, &plan, page);
	return top;
}

static void place_strip(struct flow *f, const struct strip *strip)
{
	emu top = strip_top(strip, f->fill, &f->frame);
	struct canvas *canvas = f->book->layout->canvas;

	switch (strip->kind) {
	case STRIP_LINE:
		place_line(f, strip, f->frame.y + top);
		top += strip->height;
		break;
	case STRIP_ENTRY:
		canvas_anchor(canvas, strip->block->id, f->frame.y + top);
		contents_place(f->book, strip, f->frame.x, f->frame.y + top);
		top += strip->height;
		break;
	case STRIP_TABLE: top = place_table(f, strip, top); break;
	case STRIP_NOTE:
		table_place_note(strip->table, strip->note, strip->line,
				 f->frame.x, f->frame.y + top,
				 f->book->document);
		top += strip->height;
		break;
	}
	f->fill = (struct fill){top, strip->after};
	f->fresh = false;
}

/* Whether one more strip goes on the page, where the run is cut. */
static bool strip_fits(const struct flow *f, size_t i)
{
	return f->fresh || run_fits(f, i, i + 1);
}

/* On a fresh page: a table that would go on a page only without the headings
 * above it is cut rather than parted from them. */
static bool must_cut(const struct flow *f, size_t from, size_t to)
{
	const struct strip *last = &f->strips.strips[to - 1];
	struct fill heads = strips_fill(&f->strips, from, to - 1,
					(struct fill){0, 0}, &f->frame);
	emu top = strip_top(last, heads, &f->frame);

	return last->kind == STRIP_TABLE && top < f->frame.height &&
	       table_begins_in(last->table, f->frame.height - top);
}

/* Where a run that is longer than a page is parted: as much of its end as
 * stays together on a page of its own, so that a heading goes with what it
 * heads; to, if nothing does. */
static size_t parting_of(const struct flow *f, size_t from, size_t to)
{
	size_t i;

	for (i = from + 1; i < to; i++)
		if (fits_a_page(f, i, to) || must_cut(f, i, to))
			return i;
	return to;
}

/* Strips that do not keep together: each where it goes. */
static void place_loose(struct flow *f, size_t from, size_t to)
{
	size_t i;

	for (i = from; i < to; i++) {
		if (!strip_fits(f, i))
			begin_page(f, false);
		place_strip(f, &f->strips.strips[i]);
	}
}

static void place_together(struct flow *f, size_t from, size_t to)
{
	size_t i;

	for (i = from; i < to; i++)
		place_strip(f, &f->strips.strips[i]);
	f->forced = false;
}

/* A run longer than a page, of which a new one was begun. */
static void place_parted(struct flow *f, size_t from, size_t to)
{
	size_t parting = parting_of(f, from, to);

	place_loose(f, from, parting);
	if (parting == to)
		return;
	begin_page(f, false);
	f->forced = !run_fits(f, parting, to);
	place_together(f, parting, to);
}

/* A run on this page or the next; a longer one is parted. */
static void place_run(struct flow *f, size_t from, size_t to)
{
	if (!run_fits(f, from, to) && !f->fresh)
		begin_page(f, false);
	if (!run_fits(f, from, to))
		f->forced = must_cut(f, from, to);
	if (f->forced || run_fits(f, from, to)) {
		place_together(f, from, to);
		return;
	}
	place_parted(f, from, to);
}

static void place_strips(struct flow *f)
{
	size_t from = 0;

	while (from < f->strips.n) {
		size_t to = strips_run_end(&f->strips, from);

		begin_as_asked(f, &f->strips.strips[from]);
		place_run(f, from, to);
		from = to;
	}
}

void flow_section(struct book *book, size_t i)
{
	const struct section *section = &book->layout->doc->sections[i];
	struct canvas *canvas = book->layout->canvas;
	struct flow f = {.book = book, .section = section, .index = i};
	struct plan_section plan = {.section = section->id,
				    .first_page = canvas_count(canvas)};
	struct frame frames[2];

	f.style = book_page_style(book->layout, section->page_style);
	frames[0] = flow_frame(f.style, false);
	frames[1] = flow_frame(f.style, true);
	if (section->restart > 0)
		book->next_number = section->restart;
	f.strips = strips_make(book, section, frames, &f.landscape);
	f.frame = frames[f.landscape];
	place_strips(&f);
	plan.landscape = f.landscape;
	plan.n_pages = f.n_pages;
	if (f.n_pages > 0)
		plan.first_number = canvas_at(canvas, plan.first_page)->number;
	book_add_section(book, &plan);
}
