/* SPDX-License-Identifier: MIT */
/*
 * Text into boxes and gaps. Gaps follow CLREQ 3.1.6 (adjacent marks lose half
 * an em) and 3.2.2 (Han and Latin); what may shrink and stretch, 3.2.3.
 */
#include "layout/boxes.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "layout/linebreak.h"
#include "layout/memory.h"

/* Characters that one shaping call gets at most, so that advances summed up
 * within a run stay in the range of emu. */
#define SHAPE_MOST 3000

/* The text while it is cleaned. */
struct cleaning {
	struct str plain;
	char *s;
	uint32_t *origin;
	size_t n;
	bool drop; /* blanks beside Han give way to a gap */
};

/* The letter at or behind at that is no blank; LETTER_BLANK at the end. */
static enum letter next_letter(struct str text, size_t at)
{
	enum letter letter = LETTER_BLANK;

	while (at < text.n && letter == LETTER_BLANK)
		letter = letter_of(utf8_next(text, &at));
	return letter;
}

/* A blank between Han and a word, or beside a mark of Han text. */
static bool blank_gives_way(enum letter before, enum letter after)
{
	if (before == LETTER_BLANK || after == LETTER_BLANK)
		return false;
	if (letter_blank_after(before) || letter_blank_after(after) ||
	    before == LETTER_OPEN || after == LETTER_OPEN)
		return true;
	return letter_wide(before) != letter_wide(after) &&
	       before != LETTER_POINT && after != LETTER_POINT;
}

static void clean_keep(struct cleaning *c, uint32_t code, size_t from,
		       size_t to)
{
	char bytes[4];
	size_t n = to - from;
	size_t i;

	memcpy(bytes, c->plain.s + from, n < 4 ? n : 4);
	if (code < ' ')
		bytes[0] = ' '; /* a line break in a cell, a tab */
	for (i = 0; i < n && i < 4; i++) {
		c->origin[c->n] = (uint32_t)(from + i);
		c->s[c->n++] = bytes[i];
	}
}

static void clean(struct cleaning *c)
{
	enum letter before = LETTER_BLANK;
	size_t at = 0;

	while (at < c->plain.n) {
		size_t from = at;
		uint32_t code = utf8_next(c->plain, &at);
		enum letter letter =
		    code < ' ' ? LETTER_BLANK : letter_of(code);

		if (letter == LETTER_BLANK) {
			if (c->drop &&
			    blank_gives_way(before, next_letter(c->plain, at)))
				continue;
		} else {
			before = letter;
		}
		clean_keep(c, code, from, at);
	}
	c->origin[c->n] = (uint32_t)c->plain.n;
}

/* Which of the text's bytes are strong. */
static bool *strong_bytes(struct text text, size_t n, struct arena *arena)
{
	bool *strong = ARENA_ARRAY(arena, n + 1, bool);
	size_t at = 0;
	size_t i;

	for (i = 0; i < text.n_runs; i++) {
		if (text.runs[i].strong && text.runs[i].text.n > 0)
			memset(strong + at, 1, text.runs[i].text.n);
		at += text.runs[i].text.n;
	}
	return strong;
}

static const struct type *type_of(const struct para_want *want, bool strong)
{
	return strong ? &want->strong : &want->type;
}

/* The glyphs of a growing paragraph. */
struct shaping {
	const struct layout *layout;
	const struct para_want *want;
	struct arena *arena;
	struct boxes *boxes;
	size_t room;
	size_t room_glyphs;
	size_t n_glyphs;
};

static void mark_blanks(struct box *box, emu size)
{
	emu half = size / 2;

	if (box->width < size - size / 10)
		return; /* a quotation mark of a Latin face */
	if (box->letter == LETTER_OPEN)
		box->before = half;
	else if (letter_blank_after(box->letter))
		box->after = half;
}

static void add_box(struct shaping *s, size_t glyph, size_t from, size_t to,
		    bool strong)
{
	struct boxes *b = s->boxes;
	struct box *box;
	size_t at = from;
	size_t i;

	b->boxes = arena_grow(s->arena, b->boxes, b->n, &s->room, sizeof(*box));
	box = &b->boxes[b->n++];
	*box = (struct box){.from = (uint32_t)from,
			    .n = (uint32_t)(to - from),
			    .glyph = (uint32_t)glyph,
			    .n_glyphs = (uint32_t)(s->n_glyphs - glyph),
			    .strong = strong};
	box->letter = letter_of(utf8_next(b->text, &at));
	for (i = glyph; i < s->n_glyphs; i++)
		box->width += b->glyphs[i].advance;
	if (box->width < 0)
		box->width = 0;
	mark_blanks(box, type_of(s->want, strong)->size);
}

/* One stretch of one manner: glyphs of a cluster make a box. */
static void shape_part(struct shaping *s, size_t from, size_t to, bool strong)
{
	const struct type *type = type_of(s->want, strong);
	struct font_want face = {.role = type->role,
				 .bold = type->bold,
				 .own_latin = type->own_latin,
				 .size = type->size};
	struct boxes *b = s->boxes;
	size_t n;
	size_t i;
	size_t first;
	struct glyph *glyphs =
	    fonts_shape(s->layout->fonts, face,
			str_slice(b->text, from, to - from), s->arena, &n);

	for (i = 0; i < n;) {
		size_t end = to - from;

		first = s->n_glyphs;
		do {
			b->glyphs =
			    arena_grow(s->arena, b->glyphs, s->n_glyphs,
				       &s->room_glyphs, sizeof(*glyphs));
			b->glyphs[s->n_glyphs] = glyphs[i];
			b->glyphs[s->n_glyphs++].cluster += (uint32_t)from;
			i++;
		} while (i < n && glyphs[i].cluster == glyphs[i - 1].cluster);
		if (i < n)
			end = glyphs[i].cluster;
		add_box(s, first, from + glyphs[i - 1].cluster, from + end,
			strong);
	}
}

/* End of the part that begins at from: of one manner, of bounded length. */
static size_t part_end(const struct boxes *b, const bool *strong, size_t from)
{
	size_t at = from;

	while (at < b->text.n && at - from < SHAPE_MOST &&
	       strong[b->origin[at]] == strong[b->origin[from]])
		utf8_next(b->text, &at);
	return at;
}

static emu part(emu size, int thousandths)
{
	return (emu)((int64_t)size * thousandths / 1000);
}

/* Between a mark and what follows it; Han beside Han. */
static void gap_of_marks(struct box *a, const struct box *b, emu em)
{
	struct gap *gap = &a->gap;

	if (a->letter == b->letter &&
	    (a->letter == LETTER_DASH || a->letter == LETTER_DOTS))
		return;
	gap->stretch = part(em, STRETCH_HAN_MOST);
	if (a->after > 0 && letter_blank_after(b->letter))
		gap->ideal = -a->after;
	else if (a->after > 0 && b->before > 0)
		gap->ideal = -(a->after < b->before ? a->after : b->before);
	else if (a->letter == LETTER_OPEN && b->before > 0)
		gap->ideal = -b->before;
	else if (a->after > 0)
		gap->shrink =
		    a->letter == LETTER_STOP ? a->after / 2 : a->after;
	else if (b->before > 0)
		gap->shrink = b->before;
}

static void set_gap(struct box *a, const struct box *b,
		    const struct para_want *want)
{
	emu em = want->type.size;
	bool word_a = a->letter == LETTER_WORD;
	bool word_b = b->letter == LETTER_WORD;

	if (b->letter == LETTER_BLANK)
		return;
	if (a->letter == LETTER_BLANK) {
		a->gap.shrink = a->width / 3;
		a->gap.stretch = part(em, STRETCH_BLANK_MOST);
	} else if (letter_wide(a->letter) || letter_wide(b->letter)) {
		gap_of_marks(a, b, em);
		if (want->gap > 0 && ((word_a && b->letter == LETTER_HAN) ||
				      (word_b && a->letter == LETTER_HAN))) {
			a->gap.ideal = want->gap;
			a->gap.shrink = want->gap > want->gap_least
					    ? want->gap - want->gap_least
					    : 0;
			a->gap.stretch = part(em, STRETCH_GAP_MOST);
		}
	}
}

static struct str cleaned(struct text text, const struct para_want *want,
			  struct boxes *boxes, struct arena *arena)
{
	struct cleaning c = {.plain = text_plain(text, arena),
			     .drop = want->gap > 0};

	c.s = arena_alloc(arena, c.plain.n + 1);
	c.origin = ARENA_ARRAY(arena, c.plain.n + 1, uint32_t);
	clean(&c);
	boxes->origin = c.origin;
	return (struct str){c.s, c.n};
}

static struct sums sums_of(const struct boxes *boxes, struct arena *arena)
{
	struct sums sums;
	size_t i;

	sums.width = ARENA_ARRAY(arena, boxes->n + 1, int64_t);
	sums.shrink = ARENA_ARRAY(arena, boxes->n + 1, int64_t);
	sums.stretch = ARENA_ARRAY(arena, boxes->n + 1, int64_t);
	for (i = 0; i < boxes->n; i++) {
		const struct box *box = &boxes->boxes[i];

		sums.width[i + 1] = sums.width[i] + box->width + box->gap.ideal;
		sums.shrink[i + 1] = sums.shrink[i] + box->gap.shrink;
		sums.stretch[i + 1] = sums.stretch[i] + box->gap.stretch;
	}
	return sums;
}

/* All but the sums, in the layout's scratch. */
static struct boxes *make(const struct layout *layout, struct text text,
			  const struct para_want *want)
{
	struct arena *scratch = layout->scratch;
	struct boxes *boxes = ARENA_NEW(scratch, struct boxes);
	struct shaping s = {layout, want, scratch, boxes, 0, 0, 0};
	const bool *strong;
	size_t at = 0;
	size_t i;

	boxes->em = want->type.size;
	boxes->text = cleaned(text, want, boxes, scratch);
	strong = strong_bytes(text, boxes->origin[boxes->text.n], scratch);
	while (at < boxes->text.n) {
		size_t end = part_end(boxes, strong, at);

		shape_part(&s, at, end, strong[boxes->origin[at]]);
		at = end;
	}
	for (i = 0; i + 1 < boxes->n; i++)
		set_gap(&boxes->boxes[i], &boxes->boxes[i + 1], want);
	boxes->n_glyphs = s.n_glyphs;
	return boxes;
}

/* Longer texts than this come once, or their lines are kept [bytes]. */
#define KEPT_MOST 160

static void *copy(const void *items, size_t n, size_t size, struct arena *arena)
{
	char *to = arena_bytes(arena, n * size);

	if (n > 0)
		memcpy(to, items, n * size);
	return to;
}

static struct boxes *copied(const struct boxes *boxes, struct arena *arena)
{
	struct boxes *to = copy(boxes, 1, sizeof(*boxes), arena);

	to->text = str_copy(boxes->text, arena);
	to->origin = copy(boxes->origin, boxes->text.n + 1,
			  sizeof(*boxes->origin), arena);
	to->glyphs =
	    copy(boxes->glyphs, boxes->n_glyphs, sizeof(*boxes->glyphs), arena);
	to->boxes = copy(boxes->boxes, boxes->n, sizeof(*boxes->boxes), arena);
	return to;
}

static size_t length(struct text text)
{
	size_t n = 0;
	size_t i;

	for (i = 0; i < text.n_runs; i++)
		n += text.runs[i].text.n;
	return n;
}

static struct memory_key key_of(const struct layout *layout, struct text text,
				const struct para_want *want)
{
	const int32_t numbers[] = {
	    MEMORY_BOXES,      memory_face(&want->type),
	    want->type.size,   memory_face(&want->strong),
	    want->strong.size, want->gap,
	    want->gap_least,   want->balance,
	};

	return memory_key_of(numbers, sizeof(numbers) / sizeof(*numbers), text,
			     layout->scratch);
}

struct boxes *boxes_of(struct layout *layout, struct text text,
		       const struct para_want *want)
{
	struct memory_key key;
	struct boxes *boxes;
	struct arena *home;

	if (length(text) > KEPT_MOST) {
		boxes = make(layout, text, want);
		boxes->sums = sums_of(boxes, layout->scratch);
		return boxes;
	}
	key = key_of(layout, text, want);
	boxes = memory_find(layout->memory, &key);
	if (boxes == NULL) {
		home = memory_home(layout->memory, &key);
		boxes = copied(make(layout, text, want), home);
		boxes->sums = sums_of(boxes, home);
		memory_keep(layout->memory, &key, boxes);
	}
	return boxes;
}

void boxes_breaks(const struct layout *layout, struct boxes *boxes,
		  const struct para_want *want)
{
	struct arena_mark mark = arena_mark(layout->scratch);
	const uint8_t *levels;
	const uint8_t *sense = NULL;
	size_t i;

	if (boxes->broken)
		return;
	levels =
	    linebreak_find(layout->linebreak, boxes->text, layout->scratch);
	if (want->balance)
		sense = linebreak_sense(layout->linebreak, boxes->text,
					layout->scratch);
	for (i = 0; i < boxes->n; i++) {
		struct box *box = &boxes->boxes[i];

		box->level = levels[box->from];
		box->sense = sense != NULL ? sense[box->from] : SENSE_WORD;
	}
	boxes->broken = true;
	arena_release(layout->scratch, mark);
}

bool box_open(const struct boxes *boxes, size_t i)
{
	return i == 0 || boxes->boxes[i].level == BREAK_FREE;
}

struct stretch boxes_stretch(const struct boxes *boxes, size_t from, size_t to,
			     bool keep_first)
{
	const struct sums *sums = &boxes->sums;
	const struct box *box = boxes->boxes;
	struct stretch s = {.from = from, .to = to};
	const struct gap *last;

	while (s.to > s.from && box[s.to - 1].letter == LETTER_BLANK)
		s.to--;
	/* Blanks at the very beginning of a text are its author's. */
	while (s.from > 0 && s.from < s.to &&
	       box[s.from].letter == LETTER_BLANK)
		s.from++;
	if (s.from >= s.to)
		return s;
	last = &box[s.to - 1].gap;
	s.flush = keep_first ? 0 : box[s.from].before;
	s.half = box[s.to - 1].after;
	s.width =
	    sums->width[s.to] - sums->width[s.from] - last->ideal - s.flush;
	s.shrink = sums->shrink[s.to] - sums->shrink[s.from] - last->shrink;
	s.stretch = sums->stretch[s.to] - sums->stretch[s.from] - last->stretch;
	return s;
}
