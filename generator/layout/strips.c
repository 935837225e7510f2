/* SPDX-License-Identifier: MIT */
#include "layout/strips.h"

#include "base/arena.h"
#include "layout/contents.h"

#define STRIP_MOST EMU_MM(10000)

/* A sum of heights beyond this is not counted further. */
#define FILL_MOST (INT32_MAX / 4)

/* Lengths of an absurd style do not leave the range of sums. */
static emu bounded(emu length)
{
	if (length < 0)
		return 0;
	return length < STRIP_MOST ? length : STRIP_MOST;
}

void strips_add(struct strip_list *list, const struct strip *strip)
{
	struct strips *s = &list->strips;
	struct strip *added;

	s->strips = arena_grow(list->book->layout->arena, s->strips, s->n,
			       &list->room, sizeof(*strip));
	added = &s->strips[s->n++];
	*added = *strip;
	added->height = bounded(strip->height);
	added->before = bounded(strip->before);
	added->after = bounded(strip->after);
}

struct para_want strips_want(const struct para_style *style,
			     const struct frame *frame)
{
	struct para_want want = {.type = style->type,
				 .strong = style->strong,
				 .width = frame->width,
				 .advance = style->pitch,
				 .align = style->align,
				 .indent_first = style->indent_first,
				 .indent_left = style->indent_left,
				 .indent_right = style->indent_right,
				 .gap = style->han_latin_gap,
				 .gap_least = style->han_latin_least,
				 .balance = style->align == ALIGN_CENTER};

	if (want.strong.size <= 0)
		want.strong = want.type;
	if (want.advance < want.type.size)
		want.advance = want.type.size;
	if (want.align == ALIGN_AUTO)
		want.align = ALIGN_JUSTIFY;
	return want;
}

/* Line i of n stays with the next one: no single line at either side of a
 * page's end. */
static bool line_keeps(const struct para_style *style, size_t i, size_t n)
{
	if (i + 1 == n)
		return false;
	return style->keep_lines || i == 0 || i + 2 == n;
}

static void add_paragraph(struct strip_list *list, const struct block *block)
{
	struct layout *layout = list->book->layout;
	const struct para_style *style =
	    book_para_style(layout, block->paragraph.style);
	struct para_want want = strips_want(style, list->frame);
	const struct para *para =
	    para_set(layout, block->paragraph.text, &want);
	bool keep = style->keep_next || block->keep_next ||
		    block->paragraph.outline > 0 ||
		    text_announces(block->paragraph.text);
	size_t i;

	for (i = 0; i < para->n_lines; i++) {
		bool first = i == 0;
		bool last = i + 1 == para->n_lines;
		struct strip strip = {
		    .kind = STRIP_LINE,
		    .block = block,
		    .para = para,
		    .line = i,
		    .height = para->advance,
		    .before = first ? style->space_before : 0,
		    .after = last ? style->space_after : 0,
		    .start = first ? block->start : START_RUNNING,
		    .keep = line_keeps(style, i, para->n_lines),
		    .grid = style->grid};

		if (last && keep)
			strip.keep = true;
		strips_add(list, &strip);
	}
}

/* First of the title lines above the table, strip i: kept with it and off the
 * grid; i if there are none. */
static size_t titles_above(const struct strips *s, size_t i)
{
	while (i > 0 && s->strips[i - 1].kind == STRIP_LINE &&
	       s->strips[i - 1].keep && !s->strips[i - 1].grid)
		i--;
	return i;
}

/*
 * A table in text and the title above it take a whole number of grid lines
 * together; what is left over goes above and, a little more, below.
 */
static void fill_grid_lines(struct strip_list *list)
{
	struct strips *s = &list->strips;
	struct strip *table = &s->strips[s->n - 1];
	size_t first = titles_above(s, s->n - 1);
	emu grid = list->frame->grid;
	emu spare;

	if (!table->grid || grid <= 0 || first == s->n - 1)
		return;
	table->grid = false;
	s->strips[first].before = 0;
	spare = strips_fill(s, first, s->n, (struct fill){0, 0}, list->frame).y;
	spare = (grid - spare % grid) % grid;
	s->strips[first].before = (emu)((int64_t)spare * 45 / 100);
	table->after = spare - s->strips[first].before;
}

static const struct table_style *table_style(const struct layout *layout,
					     const struct block *block)
{
	int style = block->table.style;

	if (style < 0 || (size_t)style >= layout->doc->n_table_styles)
		return NULL;
	return &layout->doc->table_styles[style];
}

/* The notes that stand apart, line by line. */
static void add_notes(struct strip_list *list, const struct block *block,
		      struct table_set *set, const struct table_style *style)
{
	size_t n = table_notes_apart(set);
	size_t i;
	size_t line;

	for (i = 0; i < n; i++) {
		const struct para *para = table_note(set, i);

		for (line = 0; line < para->n_lines; line++) {
			size_t left = para->n_lines - line - 1;
			struct strip strip = {.kind = STRIP_NOTE,
					      .block = block,
					      .para = para,
					      .line = line,
					      .note = i,
					      .table = set,
					      .height = para->advance,
					      .keep = left == 1 ||
						      (left > 0 && line == 0)};

			if (style != NULL && line == 0)
				strip.before =
				    i == 0 ? style->note_gap : style->note_step;
			strips_add(list, &strip);
		}
	}
}

static void add_table(struct strip_list *list, const struct block *block,
		      struct table_set *set)
{
	const struct table_style *style =
	    table_style(list->book->layout, block);
	struct strip strip = {.kind = STRIP_TABLE,
			      .block = block,
			      .table = set,
			      .height = table_height(set),
			      .start = block->start,
			      .keep = block->keep_next};

	if (style != NULL) {
		strip.after = style->between;
		strip.whole = style->whole;
		strip.grid = style->grid;
	}
	strips_add(list, &strip);
	fill_grid_lines(list);
	add_notes(list, block, set, style);
}

/* Height of the headings at the end of what is there, which the next block
 * is not to be parted from. */
static emu heads_height(const struct strip_list *list)
{
	const struct strips *s = &list->strips;
	size_t first = s->n;

	while (first > 0 && s->strips[first - 1].kind == STRIP_LINE &&
	       s->strips[first - 1].keep)
		first--;
	return strips_fill(s, first, s->n, (struct fill){0, 0}, list->frame).y;
}

bool strips_alone(const struct layout *layout, const struct section *section)
{
	const struct table_style *style;
	size_t i;

	if (section->n_blocks == 0)
		return false;
	for (i = 0; i + 1 < section->n_blocks; i++)
		if (section->blocks[i].kind != BLOCK_PARAGRAPH)
			return false;
	if (section->blocks[i].kind != BLOCK_TABLE)
		return false;
	style = table_style(layout, &section->blocks[i]);
	return style == NULL || !style->grid;
}

size_t strips_run_end(const struct strips *s, size_t from)
{
	while (from + 1 < s->n && s->strips[from].keep &&
	       s->strips[from + 1].start == START_RUNNING)
		from++;
	return from + 1;
}

emu strip_top(const struct strip *strip, struct fill fill,
	      const struct frame *frame)
{
	emu y = fill.y;

	if (y > 0)
		y += strip->before > fill.white ? strip->before : fill.white;
	if (strip->grid && frame->grid > 0)
		y = (y + frame->grid - 1) / frame->grid * frame->grid;
	return y;
}

struct fill strips_fill(const struct strips *strips, size_t from, size_t to,
			struct fill fill, const struct frame *frame)
{
	size_t i;

	for (i = from; i < to && fill.y < FILL_MOST; i++) {
		const struct strip *strip = &strips->strips[i];

		fill.y = strip_top(strip, fill, frame) + strip->height;
		fill.white = strip->after;
	}
	return fill;
}

/* A table with what stands above it: first the paragraphs' height, on a
 * portrait page, then the orientation, then all of it. */
static void add_alone(struct strip_list *list, const struct section *section,
		      const struct frame frames[2], bool *landscape)
{
	const struct block *table = &section->blocks[section->n_blocks - 1];
	struct layout *layout = list->book->layout;
	struct table_set *set;
	struct fill fill;
	size_t i;

	for (i = 0; i + 1 < section->n_blocks; i++)
		add_paragraph(list, &section->blocks[i]);
	fill = strips_fill(&list->strips, 0, list->strips.n,
			   (struct fill){0, 0}, list->frame);
	set = table_prepare_alone(layout, list->book->types, table, frames,
				  fill.y + fill.white, landscape);
	list->frame = &frames[*landscape];
	list->strips.n = 0;
	for (i = 0; i + 1 < section->n_blocks; i++)
		add_paragraph(list, &section->blocks[i]);
	if (list->strips.n > 0)
		list->strips.strips[list->strips.n - 1].keep = true;
	add_table(list, table, set);
}

static bool is_form(const struct strip *strip)
{
	return strip->kind == STRIP_TABLE && strip->whole && strip->after > 0;
}

/* Strips while they are counted: where the page stands, and the breaks so far,
 * both between pages and within forms. */
struct count {
	const struct strips *strips;
	const struct frame *frame;
	struct fill fill;
	size_t breaks;
};

static bool goes_in(const struct count *c, size_t from, size_t to,
		    struct fill fill)
{
	return strips_fill(c->strips, from, to, fill, c->frame).y <=
	       c->frame->height;
}

/* Room [emu] for the run's last strip below the others of it. */
static emu room_for_last(const struct count *c, size_t from, size_t to,
			 struct fill fill)
{
	fill = strips_fill(c->strips, from, to - 1, fill, c->frame);
	return c->frame->height -
	       strip_top(&c->strips->strips[to - 1], fill, c->frame);
}

static void count_break(struct count *c)
{
	c->breaks++;
	c->fill = (struct fill){0, 0};
}

/* A run with a form that is longer than a page, from here or on a new page as
 * the flow would do it. */
static void count_long(struct count *c, size_t from, size_t to)
{
	const struct strip *form = &c->strips->strips[to - 1];
	emu room = room_for_last(c, from, to, c->fill);
	size_t pages;

	if (c->fill.y > 0 && table_fit(form->table, 0, room, false) == 0) {
		count_break(c);
		room = room_for_last(c, from, to, c->fill);
	}
	pages = table_span(form->table, room, &c->fill.y);
	c->breaks += pages > 1 ? 2 * (pages - 1) : 0;
	c->fill.white = form->after;
}

static void count_run(struct count *c, size_t from, size_t to)
{
	const struct strip *strips = c->strips->strips;
	bool whole = goes_in(c, from, to, (struct fill){0, 0});

	if (c->fill.y > 0 && (strips[from].start != START_RUNNING ||
			      (whole && !goes_in(c, from, to, c->fill))))
		count_break(c);
	if (!whole && is_form(&strips[to - 1])) {
		count_long(c, from, to);
		return;
	}
	if (c->fill.y > 0 && !goes_in(c, from, to, c->fill))
		count_break(c);
	c->fill = strips_fill(c->strips, from, to, c->fill, c->frame);
}

/* How often a page ends when each run that keeps together stays whole if it
 * can; twice where it cuts a form. */
static size_t count_breaks(const struct strips *s, const struct frame *frame)
{
	struct count c = {.strips = s, .frame = frame};
	size_t from = 0;

	while (from < s->n) {
		size_t to = strips_run_end(s, from);

		count_run(&c, from, to);
		from = to;
	}
	return c.breaks;
}

static void tighten(struct strips *s, emu less)
{
	size_t i;

	for (i = 0; i < s->n; i++)
		if (is_form(&s->strips[i]))
			s->strips[i].height =
			    table_tighten(s->strips[i].table, less);
}

#define TIGHTER_STEP (TABLE_TIGHTER / 4)

/* Forms are set a little tighter, all alike, where that saves a page, or a form
 * from being cut. */
static void tighten_forms(struct strips *s, const struct frame *frame)
{
	size_t breaks = count_breaks(s, frame);
	size_t least;
	bool forms = false;
	emu less;
	size_t i;

	for (i = 0; i < s->n; i++)
		forms = forms || is_form(&s->strips[i]);
	if (!forms || breaks == 0)
		return;
	tighten(s, TABLE_TIGHTER);
	least = count_breaks(s, frame);
	less = least < breaks ? TIGHTER_STEP : 0;
	do {
		tighten(s, less);
		less += TIGHTER_STEP;
	} while (count_breaks(s, frame) > least && least < breaks);
}

struct strips strips_make(struct book *book, const struct section *section,
			  const struct frame frames[2], bool *landscape)
{
	struct strip_list list = {.book = book, .frame = &frames[0]};
	size_t i;

	*landscape = false;
	if (strips_alone(book->layout, section)) {
		add_alone(&list, section, frames, landscape);
		return list.strips;
	}
	for (i = 0; i < section->n_blocks; i++) {
		const struct block *block = &section->blocks[i];

		switch (block->kind) {
		case BLOCK_PARAGRAPH: add_paragraph(&list, block); break;
		case BLOCK_TABLE:
			add_table(&list, block,
				  table_prepare(book->layout, book->types,
						block, list.frame,
						heads_height(&list)));
			break;
		case BLOCK_CONTENTS: contents_add(&list, block); break;
		}
	}
	tighten_forms(&list.strips, list.frame);
	return list.strips;
}
