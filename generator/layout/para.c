/* SPDX-License-Identifier: MIT */
/*
 * Paragraphs: text into boxes, boxes into lines, lines into glyph runs. What
 * a line gains or loses is spread over its gaps by their share, to the emu.
 */
#include "layout/para.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "layout/boxes.h"
#include "layout/justify.h"
#include "layout/memory.h"
#include "layout/messages.h"

/* Glyph runs of one line while they are made. */
struct setting {
	const struct layout *layout;
	const struct para_want *want;
	const struct boxes *boxes;
	struct str text;     /* of the boxes, where it lasts */
	struct arena *arena; /* of the lines */
	struct item_text *runs;
	size_t n_runs;
	size_t room;
};

static emu line_left(const struct para_want *want, bool first)
{
	return want->indent_left + (first ? want->indent_first : 0);
}

static struct fit_want fit_of(const struct para_want *want)
{
	struct fit_want fit = {.manner = FIT_RAGGED,
			       .indent_first = want->indent_first};

	fit.width = want->width - want->indent_left - want->indent_right;
	if (want->balance)
		fit.manner = FIT_BALANCE;
	else if (want->align == ALIGN_JUSTIFY)
		fit.manner = FIT_JUSTIFY;
	return fit;
}

/* What gap i of the line gains, by its share of all that may change. */
static int64_t gap_share(const struct gap *gap, const struct fit_line *line)
{
	return line->change < 0 ? gap->shrink : gap->stretch;
}

static const struct type *box_type(const struct setting *s,
				   const struct box *box)
{
	return box->strong ? &s->want->strong : &s->want->type;
}

/* Begins a run with this box's glyph if the last one cannot take it. */
static struct item_text *run_for(struct setting *s, const struct box *box,
				 int face, emu x)
{
	const struct type *type = box_type(s, box);
	struct item_text *run = s->n_runs > 0 ? &s->runs[s->n_runs - 1] : NULL;

	if (run != NULL && run->face == face && run->size == type->size &&
	    run->stroke == type->stroke)
		return run;
	s->runs = arena_grow(s->layout->scratch, s->runs, s->n_runs, &s->room,
			     sizeof(*run));
	run = &s->runs[s->n_runs++];
	*run = (struct item_text){
	    .x = x, .size = type->size, .stroke = type->stroke, .face = face};
	run->text.s = s->text.s + box->from;
	return run;
}

/* Adds a box's glyphs; x: of its left edge. */
static void set_box(struct setting *s, const struct box *box, emu x,
		    struct glyph_at *room)
{
	size_t i;

	for (i = 0; i < box->n_glyphs; i++) {
		const struct glyph *g = &s->boxes->glyphs[box->glyph + i];
		struct item_text *run = run_for(s, box, g->face, x);
		struct glyph_at *at = room + i;

		if (run->n_glyphs == 0)
			run->glyphs = at;
		*at = (struct glyph_at){.id = g->id,
					.x = x + g->x - run->x,
					.y = g->y,
					.advance = g->advance,
					.n = box->n};
		at->from = (uint32_t)(s->text.s + box->from - run->text.s);
		run->n_glyphs++;
		run->text.n = at->from + box->n;
		x += g->advance;
	}
}

static size_t count_glyphs(const struct boxes *boxes, const struct stretch *s)
{
	size_t n = 0;
	size_t i;

	for (i = s->from; i < s->to; i++)
		n += boxes->boxes[i].n_glyphs;
	return n;
}

/* Places the boxes from x on; returns the right edge of the last one. */
static emu set_boxes(struct setting *s, const struct fit_line *line, emu x)
{
	const struct stretch *part = &line->stretch;
	int64_t most = line->change < 0 ? part->shrink : part->stretch;
	int64_t change = line->change;
	int64_t sum = 0;
	struct glyph_at *glyphs = ARENA_ARRAY(
	    s->arena, count_glyphs(s->boxes, part), struct glyph_at);
	int64_t pen = x;
	size_t i;

	if (change > most)
		change = most;
	for (i = part->from; i < part->to; i++) {
		const struct box *box = &s->boxes->boxes[i];
		int64_t spread = most > 0 ? change * sum / most : 0;

		set_box(s, box, (emu)(pen + spread), glyphs);
		glyphs += box->n_glyphs;
		sum += gap_share(&box->gap, line);
		pen += box->width;
		if (i + 1 < part->to)
			pen += box->gap.ideal;
		else
			return (emu)(pen + spread);
	}
	return x;
}

static void shift_runs(struct setting *s, emu by)
{
	size_t i;

	for (i = 0; i < s->n_runs; i++)
		s->runs[i].x += by;
}

/* Where the line's ink begins, by its alignment; room: white that is left. */
static emu align_shift(enum align align, emu room)
{
	switch (align) {
	case ALIGN_CENTER: return room / 2;
	case ALIGN_RIGHT: return room;
	case ALIGN_AUTO:
	case ALIGN_LEFT:
	case ALIGN_JUSTIFY: break;
	}
	return 0;
}

/* Width [emu] of the line where no mark loses its blank half. */
static int64_t plain_width(const struct boxes *boxes, const struct stretch *s)
{
	int64_t width = 0;

	for (size_t i = s->from; i < s->to; i++) {
		const struct box *box = &boxes->boxes[i];

		width += box->width;
		if (i + 1 < s->to && box->gap.ideal > 0)
			width += box->gap.ideal;
	}
	return width;
}

static struct item_text *lasting_runs(const struct setting *s)
{
	struct item_text *runs =
	    ARENA_ARRAY(s->arena, s->n_runs, struct item_text);

	if (s->n_runs > 0)
		memcpy(runs, s->runs, s->n_runs * sizeof(*runs));
	return runs;
}

static struct para_line set_line(struct setting *s, const struct fit_line *line,
				 bool first)
{
	const struct para_want *want = s->want;
	const struct boxes *boxes = s->boxes;
	const struct stretch *part = &line->stretch;
	emu left = line_left(want, first);
	emu measure = want->width - want->indent_right - left;
	struct para_line set = {.runs = NULL};
	int64_t plain = plain_width(boxes, part);
	emu right;

	s->runs = NULL;
	s->n_runs = s->room = 0;
	right = set_boxes(s, line, left - part->flush);

	/* A mark at the end of a centred line does not push it aside. */
	if (line->half || want->align == ALIGN_CENTER)
		right -= part->half;
	set.width = right - left;
	set.slack = measure - set.width;
	if (plain > measure)
		set.taken = (emu)(plain - measure);
	set.left = left + align_shift(want->align, set.slack);
	shift_runs(s, align_shift(want->align, set.slack));
	set.runs = lasting_runs(s);
	set.n_runs = s->n_runs;
	if (part->to > part->from) {
		const struct box *last = &boxes->boxes[part->to - 1];

		set.from = boxes->origin[boxes->boxes[part->from].from];
		set.n = boxes->origin[last->from + last->n] - set.from;
	}
	return set;
}

/* Characters without a glyph, each once. */
static void note_missing(const struct setting *s, struct para *para)
{
	const struct boxes *boxes = s->boxes;
	uint32_t *codes = NULL;
	size_t room = 0;
	size_t n = 0;
	size_t i;
	size_t k;

	for (i = 0; i < boxes->n; i++) {
		const struct glyph *g = &boxes->glyphs[boxes->boxes[i].glyph];

		if (!g->missing)
			continue;
		for (k = 0; k < n && codes[k] != g->code; k++)
			continue;
		if (k < n)
			continue;
		codes = arena_grow(s->arena, codes, n, &room, sizeof(*codes));
		codes[n++] = g->code;
	}
	para->missing = codes;
	para->n_missing = n;
}

/* Lines of the boxes; in one line if they go into one. */
static struct fit_line *fit(const struct layout *layout, struct boxes *boxes,
			    const struct para_want *want, size_t *n)
{
	struct fit_want fit = fit_of(want);
	struct arena *scratch = layout->scratch;
	struct fit_line *line = ARENA_NEW(scratch, struct fit_line);

	*n = 1;
	*line = fit_single(boxes, &fit);
	if (want->never_break || line->stretch.width - line->stretch.half <=
				     fit.width - fit.indent_first)
		return line;
	boxes_breaks(layout, boxes, want);
	return fit_lines(boxes, &fit, scratch, n);
}

/* Han ink in the middle of the line: its middle above the baseline is the
 * face's. */
static emu ascent_of(const struct layout *layout, const struct para_want *want)
{
	int face =
	    fonts_role_face(layout->fonts, want->type.role, want->type.bold);
	int middle =
	    face < 0 ? 300 : fonts_face(layout->fonts, face)->han_middle;

	return want->advance / 2 +
	       (emu)((int64_t)want->type.size * middle / 1000);
}

static struct para *set(struct layout *layout, struct text text,
			const struct para_want *want, struct arena *arena)
{
	struct boxes *boxes = boxes_of(layout, text, want);
	struct setting s = {.layout = layout,
			    .want = want,
			    .boxes = boxes,
			    .text = str_copy(boxes->text, arena),
			    .arena = arena};
	struct para *para = ARENA_NEW(arena, struct para);
	size_t n;
	const struct fit_line *fitted = fit(layout, boxes, want, &n);
	struct para_line *lines = ARENA_ARRAY(arena, n, struct para_line);
	size_t i;

	for (i = 0; i < n; i++)
		lines[i] = set_line(&s, &fitted[i], i == 0);
	para->lines = lines;
	para->n_lines = n;
	para->width = want->width;
	para->advance = want->advance;
	para->ascent = ascent_of(layout, want);
	note_missing(&s, para);
	return para;
}

static struct memory_key key_of(const struct layout *layout, struct text text,
				const struct para_want *want)
{
	const int32_t numbers[] = {
	    MEMORY_PARA,
	    memory_face(&want->type),
	    want->type.size,
	    want->type.stroke,
	    want->strong.size,
	    want->strong.stroke,
	    want->width,
	    want->advance,
	    want->indent_first,
	    want->indent_left,
	    want->indent_right,
	    memory_face(&want->strong),
	    want->gap,
	    want->gap_least,
	    (int32_t)want->align,
	    want->balance * 2 + want->never_break,
	};

	return memory_key_of(numbers, sizeof(numbers) / sizeof(*numbers), text,
			     layout->scratch);
}

const struct para *para_set(struct layout *layout, struct text text,
			    const struct para_want *want)
{
	struct arena_mark mark = arena_mark(layout->scratch);
	struct memory_key key = key_of(layout, text, want);
	struct para *para = memory_find(layout->memory, &key);

	if (para == NULL) {
		para =
		    set(layout, text, want, memory_home(layout->memory, &key));
		memory_keep(layout->memory, &key, para);
	}
	arena_release(layout->scratch, mark);
	return para;
}

/* A width as emu, with the indents that a line has beside it. */
static emu whole_width(int64_t width, const struct para_want *want, bool first)
{
	width += line_left(want, first) + want->indent_right;
	return width > INT32_MAX / 4 ? INT32_MAX / 4 : (emu)width;
}

emu para_least_width(struct layout *layout, struct text text,
		     const struct para_want *want)
{
	struct arena_mark mark = arena_mark(layout->scratch);
	struct boxes *boxes;
	int64_t width;

	if (want->never_break)
		return para_most_width(layout, text, want);
	boxes = boxes_of(layout, text, want);
	boxes_breaks(layout, boxes, want);
	width = fit_widest_piece(boxes, want->balance);
	arena_release(layout->scratch, mark);
	return whole_width(width, want, want->indent_first > 0);
}

emu para_most_width(struct layout *layout, struct text text,
		    const struct para_want *want)
{
	struct arena_mark mark = arena_mark(layout->scratch);
	const struct boxes *boxes = boxes_of(layout, text, want);
	struct fit_want wide = {.width = INT32_MAX / 4,
				.indent_first = want->indent_first};
	struct fit_line line = fit_single(boxes, &wide);

	arena_release(layout->scratch, mark);
	return whole_width(line.stretch.width - line.stretch.half, want, true);
}

emu para_height(const struct para *para)
{
	int64_t height = (int64_t)para->advance * (int64_t)para->n_lines;

	return height > INT32_MAX / 4 ? INT32_MAX / 4 : (emu)height;
}

bool para_stands_out(const struct para *para)
{
	size_t i;

	for (i = 0; i < para->n_lines; i++)
		if (para->lines[i].slack < -EMU_PER_PT)
			return true;
	return false;
}

static void report_missing(struct layout *layout, const struct para *para,
			   struct str node)
{
	struct str args[2];
	size_t i;

	for (i = 0; i < para->n_missing; i++) {
		struct buf buf = {.arena = layout->arena};
		struct diag diag = {.kind = &LAYOUT_GLYPH,
				    .level = LAYOUT_GLYPH.level,
				    .node = node,
				    .args = args,
				    .n_args = 2};

		buf_add_code(&buf, para->missing[i]);
		args[0] = buf_str(&buf);
		args[1] = str_format(layout->arena, "U+%04X",
				     (unsigned)para->missing[i]);
		diag_add(layout->sink, &diag);
	}
}

// NOLINTNEXTLINE(readability-function-size): a place has these parts
void para_place(struct layout *layout, const struct para *para, size_t from,
		size_t to, emu x, emu y, int tag, struct str node)
{
	emu baseline = y + para->ascent;
	size_t i;
	size_t k;

	if (from == 0)
		report_missing(layout, para, node);
	for (i = from; i < to && i < para->n_lines; i++) {
		const struct para_line *line = &para->lines[i];

		for (k = 0; k < line->n_runs; k++) {
			struct item item = {.kind = ITEM_TEXT,
					    .tag = tag,
					    .node = node,
					    .text = line->runs[k]};

			item.text.x += x;
			item.text.y = baseline;
			canvas_add(layout->canvas, &item);
		}
		baseline += para->advance;
	}
}
