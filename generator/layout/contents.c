/* SPDX-License-Identifier: MIT */
#include "layout/contents.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "layout/letters.h"

/* Between title, leader and number. */
#define CLEAR EMU_PT(5)

/* Box of a number [1/1000 em]; grows if a number is wider. */
#define NUMBER_BOX 1300

/* A title leaves room for a wide number and a few dots [1/1000 em]. */
#define TITLE_RESERVE 3200

/* Steps down, until the contents go on one page (look, 3). */
static const struct {
	emu size, pitch; /* [emu] less than the style's */
} steps[] = {{0, 0}, {0, EMU_PT(2)}, {EMU_PT(1), EMU_PT(3)}};
#define N_STEPS (sizeof(steps) / sizeof(steps[0]))

/* A contents block while its strips are made. */
struct listing {
	struct strip_list *list;
	const struct block *block;
	size_t step;
	int root;  /* tag, -1 until it is there */
	int *tocs; /* tags, by group */
};

static emu em(emu size, int thousandths)
{
	return (emu)((int64_t)size * thousandths / 1000);
}

/* Length [bytes] of a title's own number: 一、 （二） 3．; 0: none. */
static size_t number_length(struct str title)
{
	size_t at = 0;
	int i;

	for (i = 0; i < 5 && at < title.n; i++) {
		uint32_t code = utf8_next(title, &at);

		if (code == 0x3001 || code == 0xFF09 || code == 0xFF0E)
			return at;
	}
	return 0;
}

/* How far further lines of a title stand in: under what follows its number. */
static emu hang_of(struct layout *layout, struct str title,
		   const struct para_want *want)
{
	size_t n = number_length(title);
	size_t at = 0;
	emu width;
	struct run run = {.text = str_slice(title, 0, n)};
	struct font_want face = {.role = want->type.role,
				 .bold = want->type.bold,
				 .own_latin = want->type.own_latin,
				 .size = want->type.size};

	if (want->indent_first < 0)
		return -want->indent_first;
	if (n == 0)
		return want->type.size;
	width = (emu)fonts_width(layout->fonts, face, run.text, layout->arena);
	if (letter_of(utf8_next(title, &at)) == LETTER_OPEN)
		width -= want->type.size / 2; /* it stands flush */
	return width;
}

static struct para_want line_want(struct listing *l,
				  const struct contents_line *line)
{
	struct para_want want = strips_want(line->style, l->list->frame);

	want.type.size = line->size;
	want.advance = line->pitch;
	want.balance = false;
	if (want.align == ALIGN_JUSTIFY)
		want.align = ALIGN_LEFT;
	if (line->target.n > 0) {
		emu hang = hang_of(l->list->book->layout, line->title, &want);

		want.indent_left +=
		    hang + (want.indent_first > 0 ? want.indent_first : 0);
		want.indent_first = -hang;
		want.indent_right += em(line->size, TITLE_RESERVE);
	}
	return want;
}

static void add_line(struct listing *l, const struct para_style *style,
		     size_t group, const struct block *heading,
		     struct str title)
{
	struct layout *layout = l->list->book->layout;
	struct contents_line *line =
	    ARENA_NEW(layout->arena, struct contents_line);
	struct strip strip = {.kind = STRIP_ENTRY,
			      .block = l->block,
			      .entry = line,
			      .keep = true,
			      .grid = style->grid,
			      .before = style->space_before,
			      .after = style->space_after};
	struct run run = {.text = title};
	struct str target = heading == NULL ? STR_NONE : heading->id;
	struct para_want want;

	*line = (struct contents_line){
	    .style = style,
	    .size = style->type.size,
	    .pitch = style->pitch,
	    .target = target,
	    .below = heading != NULL && heading->paragraph.contents_level == 2,
	    .title = title,
	    .group = group,
	    .root = &l->root,
	    .toc = &l->tocs[group]};
	line->contents = l->list->book->n_contents;
	if (target.n > 0) {
		line->size -= steps[l->step].size;
		line->pitch -= steps[l->step].pitch;
	}
	if (line->size < EMU_PT(1))
		line->size = EMU_PT(1);
	want = line_want(l, line);
	strip.para = para_set(layout, (struct text){&run, 1}, &want);
	strip.height = para_height(strip.para);
	strips_add(l->list, &strip);
}

static void add_group(struct listing *l, size_t group)
{
	struct layout *layout = l->list->book->layout;
	const struct contents_group *g = &l->block->contents.groups[group];
	struct str title = text_plain(g->title, layout->arena);
	struct contents_entry *entries;
	size_t n;
	size_t i;

	if (title.n > 0)
		add_line(l, book_para_style(layout, g->title_style), group,
			 NULL, title);
	entries = doc_contents(layout->doc, (int)group, layout->arena, &n);
	for (i = 0; i < n; i++) {
		const struct block *heading = entries[i].heading;
		int level = entries[i].level == 2 ? 1 : 0;

		add_line(l, book_para_style(layout, g->entry_style[level]),
			 group, heading,
			 str_trim(text_plain(heading->paragraph.text,
					     layout->arena)));
	}
}

/* Height [emu] of the lines from..to at the top of a page. */
static emu height_of(const struct listing *l, size_t from, size_t to)
{
	return strips_fill(&l->list->strips, from, to, (struct fill){0, 0},
			   l->list->frame)
	    .y;
}

/* Pages that all lines take, with what stands above them. */
static size_t count_pages(const struct listing *l)
{
	const struct strips *s = &l->list->strips;
	size_t n = 1;
	size_t top = 0;
	size_t at = 0;

	while (at < s->n) {
		size_t end = at + 1;

		while (end < s->n && s->strips[end - 1].keep)
			end++;
		if (at > top &&
		    height_of(l, top, end) > l->list->frame->height) {
			top = at;
			n++;
		}
		at = end;
	}
	return n;
}

/* The title of a group of many lines stays with two entries, and two stay
 * together at its end. */
static void keep_ends(struct strips *s, size_t from)
{
	for (size_t i = from + 2; i + 2 < s->n; i++)
		s->strips[i].keep = false;
}

/* The end of what begins at a line: an entry and those below it. */
static size_t part_end(const struct strips *s, size_t from)
{
	size_t end = from + 1;

	while (end < s->n && s->strips[end].entry->below)
		end++;
	return end;
}

/* An entry stays with those below it, if the page before is not left with
 * less than a third. */
static void keep_parts(struct listing *l, size_t from)
{
	struct strips *s = &l->list->strips;
	size_t end;

	for (; from < s->n; from = end) {
		end = part_end(s, from);
		if (height_of(l, from, end) > l->list->frame->height / 3 * 2)
			continue;
		for (size_t i = from; i + 1 < end; i++)
			s->strips[i].keep = true;
	}
}

/* A group stays on one page if it goes on one; else its parts do, if that costs
 * no page. */
static void keep_group(struct listing *l, size_t from)
{
	struct strips *s = &l->list->strips;

	if (s->n == from)
		return;
	s->strips[s->n - 1].keep = false;
	if (height_of(l, from, s->n) > l->list->frame->height) {
		size_t n;

		keep_ends(s, from);
		n = count_pages(l);
		keep_parts(l, from);
		if (count_pages(l) > n)
			keep_ends(s, from);
	}
}

/* Adds all lines at one step; whether they go on the page with what stands
 * above them. */
static bool add_step(struct listing *l, size_t begin)
{
	struct strips *s = &l->list->strips;
	size_t i;

	s->n = begin;
	for (i = 0; i < l->block->contents.n_groups; i++) {
		size_t from = s->n;

		add_group(l, i);
		keep_group(l, from);
	}
	if (s->n > begin)
		s->strips[begin].start = l->block->start;
	return strips_fill(s, 0, s->n, (struct fill){0, 0}, l->list->frame).y <=
	       l->list->frame->height;
}

static void add_plan(struct listing *l, size_t begin)
{
	const struct strips *s = &l->list->strips;
	struct plan_contents plan = {.block = l->block->id};
	size_t i;

	for (i = begin; i < s->n; i++) {
		const struct contents_line *line = s->strips[i].entry;

		if (line->target.n == 0)
			continue;
		plan.pitch = line->pitch;
		plan.size = line->size;
		break;
	}
	book_add_contents(l->list->book, &plan);
}

void contents_add(struct strip_list *list, const struct block *block)
{
	struct arena *arena = list->book->layout->arena;
	struct listing *l = ARENA_NEW(arena, struct listing);
	size_t begin = list->strips.n;
	size_t i;

	*l = (struct listing){.list = list, .block = block, .root = -1};
	l->tocs = ARENA_ARRAY(arena, block->contents.n_groups + 1, int);
	for (i = 0; i < block->contents.n_groups; i++)
		l->tocs[i] = -1;
	for (l->step = 0; l->step < N_STEPS; l->step++)
		if (add_step(l, begin))
			break;
	if (l->step == N_STEPS) {
		l->step = 0;
		add_step(l, begin);
	}
	add_plan(l, begin);
}

static int add_tag(struct book *book, enum tag_kind kind, int parent,
		   struct str node)
{
	struct tag tag = {.kind = kind,
			  .parent = parent,
			  .rowspan = 1,
			  .colspan = 1,
			  .node = node};

	return canvas_tag(book->layout->canvas, &tag);
}

/* TOC, below it one for each group with a caption; entries are TOCI with
 * Reference and Link (ISO 32000-1, 14.8.4.3.2 and 14.8.4.4.1). */
static int tag_line(struct book *book, const struct strip *strip)
{
	const struct contents_line *line = strip->entry;
	int tag;

	if (*line->root < 0)
		*line->root =
		    add_tag(book, TAG_TOC, book->document, strip->block->id);
	if (*line->toc < 0)
		*line->toc = add_tag(book, TAG_TOC, *line->root, STR_NONE);
	if (line->target.n == 0)
		return add_tag(book, TAG_CAPTION, *line->toc, STR_NONE);
	tag = add_tag(book, TAG_TOCI, *line->toc, line->target);
	tag = add_tag(book, TAG_REFERENCE, tag, STR_NONE);
	return add_tag(book, TAG_LINK, tag, STR_NONE);
}

static emu han_middle(const struct layout *layout, const struct type *type,
		      emu size)
{
	int face = fonts_role_face(layout->fonts, type->role, type->bold);

	return em(size,
		  face < 0 ? 300 : fonts_face(layout->fonts, face)->han_middle);
}

void contents_place(struct book *book, const struct strip *strip, emu x, emu y)
{
	struct layout *layout = book->layout;
	const struct contents_line *line = strip->entry;
	const struct para *para = strip->para;
	const struct para_line *last = &para->lines[para->n_lines - 1];
	int tag = tag_line(book, strip);
	struct pending pending = {.target = line->target,
				  .title = line->title,
				  .page = canvas_current(layout->canvas),
				  .contents = line->contents,
				  .style = line->style,
				  .size = line->size,
				  .tag = tag,
				  .top = y,
				  .pitch = para->advance,
				  .n_lines = para->n_lines};

	para_place(layout, para, 0, para->n_lines, x, y, tag, strip->block->id);
	if (line->target.n == 0)
		return;
	pending.left = x + line->style->indent_left;
	pending.y = y + para->ascent + (emu)(para->n_lines - 1) * para->advance;
	pending.title_end = x + last->left + last->width;
	pending.right = x + para->width - line->style->indent_right;
	pending.middle = han_middle(layout, &line->style->type, line->size);
	book_add_pending(book, &pending);
}

/* The number as it is printed; empty if its page has none. */
static struct str number_of(const struct book *book, const struct pending *p)
{
	struct canvas *canvas = book->layout->canvas;
	const struct anchor *anchor = canvas_find(canvas, p->target);
	int number =
	    anchor == NULL ? 0 : canvas_at(canvas, anchor->page)->number;

	if (number == 0)
		return STR_NONE;
	return str_format(book->layout->arena, "%d", number);
}

static struct para_want number_want(const struct pending *p)
{
	struct para_want want = {.type = p->style->type,
				 .strong = p->style->type,
				 .advance = p->pitch,
				 .align = ALIGN_LEFT,
				 .never_break = true};

	want.type.size = p->size;
	return want;
}

/* Width [emu] of the number box of all entries of a contents block. */
static emu number_box(struct book *book, size_t contents)
{
	emu widest = 0;
	size_t i;

	for (i = 0; i < book->n_pending; i++) {
		const struct pending *p = &book->pending[i];
		struct run run = {.text = number_of(book, p)};
		struct para_want want = number_want(p);
		emu width;

		if (p->contents != contents)
			continue;
		width = para_most_width(book->layout, (struct text){&run, 1},
					&want);
		if (width < em(p->size, NUMBER_BOX))
			width = em(p->size, NUMBER_BOX);
		if (width > widest)
			widest = width;
	}
	return widest;
}

static void fill_number(struct book *book, const struct pending *p)
{
	struct layout *layout = book->layout;
	struct run run = {.text = number_of(book, p)};
	struct text text = {&run, 1};
	struct para_want want = number_want(p);
	const struct para *para = para_set(layout, text, &want);
	emu width = para->lines[0].width;

	para_place(layout, para, 0, 1, p->right - width, p->y - para->ascent,
		   p->tag, p->target);
}

/* Dots on the lattice that all entries share, counted from the right. */
static void fill_dots(struct book *book, const struct pending *p, emu box)
{
	emu step = p->style->leader_step;
	struct item item = {.kind = ITEM_DOTS, .tag = TAG_ARTIFACT};
	emu last = p->right - box - CLEAR - p->style->leader_dot / 2;
	emu room = last - p->title_end - CLEAR - p->style->leader_dot / 2;

	if (step <= 0 || p->style->leader_dot <= 0 || room < 0)
		return;
	item.dots = (struct item_dots){.x0 = last - room / step * step,
				       .x1 = last,
				       .y = p->y - p->middle,
				       .step = step,
				       .diameter = p->style->leader_dot};
	canvas_add(book->layout->canvas, &item);
}

static void fill_link(struct book *book, const struct pending *p)
{
	struct item item = {.kind = ITEM_LINK, .tag = p->tag};

	if (canvas_find(book->layout->canvas, p->target) == NULL)
		return;
	item.link = (struct item_link){.x = p->left,
				       .y = p->top,
				       .width = p->right - p->left,
				       .height = (emu)p->n_lines * p->pitch,
				       .target = p->target,
				       .text = p->title};
	canvas_add(book->layout->canvas, &item);
}

void contents_fill(struct book *book)
{
	size_t contents = SIZE_MAX;
	emu box = 0;
	size_t i;

	for (i = 0; i < book->n_pending; i++) {
		const struct pending *p = &book->pending[i];

		if (p->contents != contents)
			box = number_box(book, p->contents);
		contents = p->contents;
		canvas_go(book->layout->canvas, p->page);
		fill_dots(book, p, box);
		fill_number(book, p);
		fill_link(book, p);
	}
}
