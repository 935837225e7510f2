/* SPDX-License-Identifier: MIT */
/*
 * Items -> operators (ISO 32000-1, 8 and 9). Places are rounded to 1/100 pt
 * from the page's own origin and never added up, so that nothing drifts; within
 * a run of glyphs, the reader's pen is followed in 1/1000 em.
 */
#include "write/pdf/content.h"

#include "base/arena.h"
#include "write/pdf/font.h"
#include "write/pdf/object.h"
#include "write/pdf/tags.h"

/* What the open marked-content sequence is; a tag of the pages if >= 0. */
enum { MARK_NONE = -3, MARK_LAYOUT = -2, MARK_PAGINATION = TAG_ARTIFACT };

/* A step of the pen that is not worth a number [1/1000 em]. */
#define STEP_LEAST 2

struct painter {
	struct pdf *pdf;
	size_t number; /* index of the page */
	const struct page *page;
	struct buf out;
	int mark;
	bool in_text;
	int x, y; /* [1/100 pt] origin of the text line */
	const struct pdf_font *font;
	int size, stroke, rise; /* [1/100 pt] as the reader has them */
	int weight;		/* [1/100 pt] of lines */
};

static void add_operand(struct painter *painter, int centi)
{
	object_add_points(&painter->out, centi);
	buf_add_char(&painter->out, ' ');
}

static void add_operator(struct painter *painter, const char *op)
{
	buf_add_cstr(&painter->out, op);
	buf_add_char(&painter->out, '\n');
}

/* From the page's foot upwards [1/100 pt]. */
static int height_of(const struct painter *painter, emu y)
{
	return centipoints(painter->page->height - y);
}

static void end_mark(struct painter *painter)
{
	if (painter->mark != MARK_NONE)
		add_operator(painter, "EMC");
	painter->mark = MARK_NONE;
}

/* Into a text object or out of it. A marked-content sequence lies in one or
 * contains none (14.6.1); so one text object holds many of them. */
static void set_in_text(struct painter *painter, bool in_text)
{
	if (in_text == painter->in_text)
		return;
	end_mark(painter);
	add_operator(painter, in_text ? "BT" : "ET");
	painter->in_text = in_text;
	painter->x = painter->y = 0;
}

static void add_mark_begin(struct painter *painter, int tag)
{
	int mcid = tags_mark(painter->pdf, tag, painter->number);

	buf_add_char(&painter->out, '/');
	buf_add_cstr(&painter->out, tags_name(painter->pdf, tag));
	buf_add(&painter->out, STR("<</MCID "));
	object_add_number(&painter->out, (size_t)mcid);
	add_operator(painter, ">>BDC");
}

static void begin_mark(struct painter *painter, const struct item *item)
{
	int mark = item->tag;

	set_in_text(painter, item->kind == ITEM_TEXT);
	if (mark == TAG_ARTIFACT && item->kind != ITEM_TEXT)
		mark = MARK_LAYOUT;
	if (!painter->pdf->options.tagged || mark == painter->mark)
		return;
	end_mark(painter);
	painter->mark = mark;
	if (mark == MARK_PAGINATION)
		add_operator(painter, "/Artifact<</Type/Pagination>>BDC");
	else if (mark == MARK_LAYOUT)
		add_operator(painter, "/Artifact<</Type/Layout>>BDC");
	else
		add_mark_begin(painter, mark);
}

/* ---- text ---- */

static void set_font(struct painter *painter, const struct item_text *text)
{
	struct pdf_font *font = pdf_font_use(painter->pdf, text->face);
	int size = centipoints(text->size);

	if (font == painter->font && size == painter->size)
		return;
	painter->font = font;
	painter->size = size;
	buf_add(&painter->out, STR("/F"));
	object_add_number(&painter->out, font->number);
	buf_add_char(&painter->out, ' ');
	add_operand(painter, size);
	add_operator(painter, "Tf");
}

/* Letters are thickened by drawing their outline too. */
static void set_stroke(struct painter *painter, emu stroke)
{
	int centi = centipoints(stroke);

	if (centi == painter->stroke)
		return;
	if (centi > 0 && centi != painter->weight) {
		add_operand(painter, centi);
		buf_add_cstr(&painter->out, "w ");
		painter->weight = centi;
	}
	if ((centi > 0) != (painter->stroke > 0))
		add_operator(painter, centi > 0 ? "2 Tr" : "0 Tr");
	painter->stroke = centi;
}

static void set_rise(struct painter *painter, emu rise)
{
	int centi = centipoints(rise);

	if (centi == painter->rise)
		return;
	painter->rise = centi;
	add_operand(painter, centi);
	add_operator(painter, "Ts");
}

static void set_origin(struct painter *painter, const struct item_text *text)
{
	int x = centipoints(text->x);
	int y = height_of(painter, text->y);

	add_operand(painter, x - painter->x);
	add_operand(painter, y - painter->y);
	add_operator(painter, "Td");
	painter->x = x;
	painter->y = y;
}

/* A run of glyphs while it is shown. */
struct shown {
	struct painter *painter;
	const struct item_text *text;
	struct pdf_font *font;
	int64_t pen;	/* [1/1000 em] where the reader's pen is */
	bool in_array;	/* between [ and ]TJ */
	bool in_string; /* between ( and ) */
};

static void end_string(struct shown *shown)
{
	if (shown->in_string)
		buf_add_char(&shown->painter->out, ')');
	shown->in_string = false;
}

static void end_array(struct shown *shown)
{
	end_string(shown);
	if (shown->in_array)
		add_operator(shown->painter, "]TJ");
	shown->in_array = false;
}

/* A byte of a literal string (7.3.4.2). */
static void add_byte(struct buf *out, unsigned int byte)
{
	if (byte == '(' || byte == ')' || byte == '\\')
		buf_add_char(out, '\\');
	if (byte == '\r')
		buf_add_cstr(out, "\\r");
	else
		buf_add_char(out, (char)byte);
}

static void move_pen(struct shown *shown, emu x)
{
	int64_t place = ((int64_t)x * 1000 * 2 + shown->text->size) /
			(2 * (int64_t)shown->text->size);
	int64_t back = shown->pen - place;

	if (back > -STEP_LEAST && back < STEP_LEAST)
		return;
	end_string(shown);
	object_add_signed(&shown->painter->out, back);
	shown->pen = place;
}

static void show_code(struct shown *shown, emu x, uint32_t code)
{
	struct buf *out = &shown->painter->out;

	if (!shown->in_array)
		buf_add_char(out, '[');
	shown->in_array = true;
	move_pen(shown, x);
	if (!shown->in_string)
		buf_add_char(out, '(');
	shown->in_string = true;
	add_byte(out, code >> 8);
	add_byte(out, code & 0xFF);
	shown->pen += pdf_font_advance(shown->font, code);
}

/* How many glyphs from i on show one stretch of text together. */
static size_t count_together(const struct item_text *text, size_t i)
{
	size_t n = 1;

	while (i + n < text->n_glyphs &&
	       text->glyphs[i + n].from == text->glyphs[i].from &&
	       text->glyphs[i].n > 0)
		n++;
	return n;
}

static void show_glyph(struct shown *shown, size_t i, struct str means)
{
	const struct glyph_at *glyph = &shown->text->glyphs[i];

	if (centipoints(glyph->y) != shown->painter->rise) {
		end_array(shown);
		set_rise(shown->painter, glyph->y);
	}
	show_code(
	    shown, glyph->x,
	    pdf_font_code(shown->painter->pdf, shown->font, glyph->id, means));
}

/* Several glyphs that show one text: the text is said beside them. */
static void show_together(struct shown *shown, size_t i, size_t n,
			  struct str means)
{
	struct buf *out = &shown->painter->out;
	size_t k;

	end_array(shown);
	buf_add_cstr(out, "/Span<</ActualText");
	object_add_text(out, means);
	buf_add_cstr(out, ">>BDC\n");
	for (k = 0; k < n; k++)
		show_glyph(shown, i + k, k == 0 ? means : STR_NONE);
	end_array(shown);
	add_operator(shown->painter, "EMC");
}

static void show_glyphs(struct painter *painter, const struct item_text *text)
{
	struct shown shown = {.painter = painter,
			      .text = text,
			      .font = pdf_font_use(painter->pdf, text->face)};
	size_t i = 0;

	while (i < text->n_glyphs) {
		const struct glyph_at *glyph = &text->glyphs[i];
		struct str means = str_slice(text->text, glyph->from, glyph->n);
		size_t n = count_together(text, i);

		if (n > 1)
			show_together(&shown, i, n, means);
		else
			show_glyph(&shown, i, means);
		i += n;
	}
	end_array(&shown);
}

static void paint_text(struct painter *painter, const struct item_text *text)
{
	if (text->n_glyphs == 0 || text->size <= 0)
		return;
	set_font(painter, text);
	set_stroke(painter, text->stroke);
	set_origin(painter, text);
	show_glyphs(painter, text);
}

/* ---- lines ---- */

static void set_weight(struct painter *painter, emu weight)
{
	int centi = centipoints(weight);

	if (centi == painter->weight)
		return;
	painter->weight = centi;
	add_operand(painter, centi);
	add_operator(painter, "w");
}

static void add_line(struct painter *painter, emu x0, emu y0, emu x1, emu y1)
{
	add_operand(painter, centipoints(x0));
	add_operand(painter, height_of(painter, y0));
	buf_add_cstr(&painter->out, "m ");
	add_operand(painter, centipoints(x1));
	add_operand(painter, height_of(painter, y1));
	buf_add_cstr(&painter->out, "l ");
}

static void paint_rule(struct painter *painter, const struct item_rule *rule)
{
	set_weight(painter, rule->weight);
	add_line(painter, rule->x0, rule->y0, rule->x1, rule->y1);
	add_operator(painter, "S");
}

/* Dashes of no length with round ends; the line goes a little beyond the last
 * one, lest rounding swallows it. */
static void paint_dots(struct painter *painter, const struct item_dots *dots)
{
	int diameter = centipoints(dots->diameter);

	if (dots->step <= 0 || dots->x1 < dots->x0)
		return;
	buf_add_cstr(&painter->out, "q 1 J ");
	add_operand(painter, diameter);
	buf_add_cstr(&painter->out, "w [0 ");
	object_add_points(&painter->out, centipoints(dots->step));
	buf_add_cstr(&painter->out, "]0 d ");
	add_line(painter, dots->x0, dots->y, dots->x1 + dots->step / 4,
		 dots->y);
	add_operator(painter, "S Q");
}

static void paint(struct painter *painter, const struct item *item)
{
	if (item->kind != ITEM_LINK)
		begin_mark(painter, item);
	switch (item->kind) {
	case ITEM_TEXT: paint_text(painter, &item->text); break;
	case ITEM_RULE: paint_rule(painter, &item->rule); break;
	case ITEM_DOTS: paint_dots(painter, &item->dots); break;
	case ITEM_LINK: break;
	}
}

void content_write(struct pdf *pdf, size_t page)
{
	struct painter painter = {
	    .pdf = pdf,
	    .number = page,
	    .page = &pdf->pages->pages[page],
	    .out = {.arena = pdf->arena},
	    .mark = MARK_NONE,
	    .weight = 100, /* a line's before any is set: 1 pt */
	};
	size_t i;

	for (i = 0; i < painter.page->n_items; i++)
		paint(&painter, &painter.page->items[i]);
	set_in_text(&painter, false);
	end_mark(&painter);
	/* The stream that libharu made for the page is left out of the file. */
	HPDF_Dict_Add(
	    pdf->page_objects[page], "Contents",
	    object_stream(pdf, STR_NONE, buf_str(&painter.out), PACKING_FAST));
}
