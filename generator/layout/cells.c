/* SPDX-License-Identifier: MIT */
#include "layout/cells.h"

#include <string.h>

#include "base/arena.h"
#include "doc/cell.h"

/* White left of a figure [emu], at least. */
#define FIGURE_LEFT EMU_MM(0.5)

const struct table_style *cell_table_style(const struct doc *doc,
					   const struct table *table)
{
	static const struct table_style plain = {
	    .body = {.role = ROLE_SONG},
	    .head = {.role = ROLE_HEI},
	    .total = {.role = ROLE_SONG, .bold = true},
	    .index_scale = 1000,
	    .size_portrait = EMU_PT(10.5),
	    .size_landscape = EMU_PT(10.5),
	    .size_least = EMU_PT(8),
	    .size_step = EMU_PT(0.5),
	    .line_advance = 1300,
	    .head_advance = 1300,
	    .row_least = EMU_MM(6),
	    .row_floor = 1500,
	    .head_row = {EMU_MM(7), EMU_MM(11), EMU_MM(15.5)},
	    .index_row = EMU_MM(5.5),
	    .blank_row = EMU_MM(9),
	    .inset = EMU_MM(0.55),
	    .pad = EMU_MM(1.8),
	    .pad_many = EMU_MM(1.5),
	    .pad_head = EMU_PT(2),
	    .frame = EMU_PT(1),
	    .inside = EMU_PT(0.4),
	    .heavy = EMU_PT(0.75),
	};

	if (table->style < 0 || (size_t)table->style >= doc->n_table_styles)
		return &plain;
	return &doc->table_styles[table->style];
}

static emu scale(emu length, int thousandths)
{
	return (emu)((int64_t)length * thousandths / 1000);
}

static const struct table_row *row_of(const struct cell_setting *s,
				      const struct grid_cell *cell)
{
	return &s->grid->table->rows[cell->row];
}

static const struct table_column *column_of(const struct cell_setting *s,
					    const struct grid_cell *cell)
{
	return &s->grid->table->columns[cell->column];
}

static struct str plain_of(const struct cell_setting *s,
			   const struct grid_cell *cell)
{
	if (cell->cell == NULL || cell->cell->n_paras == 0)
		return STR_NONE;
	return str_trim(text_plain(cell->cell->paras[0], s->layout->scratch));
}

static struct cell_place place_of(const struct cell_setting *s,
				  const struct grid_cell *cell)
{
	return (struct cell_place){s->grid->table, row_of(s, cell), cell->cell,
				   cell->column};
}

static bool is_head(const struct cell_setting *s, const struct grid_cell *cell)
{
	struct cell_place place = place_of(s, cell);

	return cell_is_head(&place);
}

static bool is_figure(const struct cell_setting *s,
		      const struct grid_cell *cell)
{
	struct cell_place place = place_of(s, cell);

	return cell_is_figure(&place);
}

static enum align align_of(const struct cell_setting *s,
			   const struct grid_cell *cell)
{
	struct cell_place place = place_of(s, cell);

	return cell_align(&place);
}

static struct type sized(struct type type, emu size)
{
	type.size = size;
	return type;
}

static void set_type(const struct cell_setting *s, const struct grid_cell *cell,
		     struct para_want *want)
{
	const struct table_style *style = s->style;
	emu size = s->size;
	int advance = style->line_advance;
	enum row_kind kind = row_of(s, cell)->kind;

	if (kind == ROW_INDEX)
		size = scale(size, style->index_scale);
	want->type = sized(style->body, size);
	want->strong = sized(style->total, size);
	if (is_head(s, cell)) {
		want->type = sized(style->head, size);
		want->strong = want->type;
		advance = style->head_advance;
	} else if (kind == ROW_TOTAL) {
		want->type = want->strong;
	}
	want->advance = scale(size, advance);
}

/* Codes, figures, counts do not break. */
static bool holds_together(const struct cell_setting *s,
			   const struct grid_cell *cell)
{
	enum column_kind kind = column_of(s, cell)->kind;

	if (s->never_fits || s->style->fixed || is_head(s, cell) ||
	    cell->colspan > 1)
		return false;
	return kind == COLUMN_AMOUNT || kind == COLUMN_COUNT ||
	       kind == COLUMN_CODE || kind == COLUMN_SEQ;
}

static emu indent_of(const struct cell_setting *s, const struct grid_cell *cell)
{
	struct cell_place place = place_of(s, cell);

	return scale(s->size, cell_indent(&place, s->style));
}

struct cell_manner cell_manner(const struct cell_setting *s,
			       const struct grid_cell *cell)
{
	struct cell_manner manner = {.heading = is_head(s, cell),
				     .figure = is_figure(s, cell)};
	struct para_want *want = &manner.want;

	set_type(s, cell, want);
	want->align = align_of(s, cell);
	want->never_break = holds_together(s, cell);
	want->balance = manner.heading || want->align == ALIGN_CENTER;
	if (want->align == ALIGN_LEFT)
		want->indent_left = indent_of(s, cell);
	if (row_of(s, cell)->kind == ROW_INDEX)
		manner.heading = true;
	manner.left = manner.heading ? s->style->pad_head : s->pad;
	manner.right = manner.left;
	if (manner.figure && want->align == ALIGN_RIGHT) {
		manner.left = FIGURE_LEFT;
		manner.right = 0;
	}
	return manner;
}

bool cell_claim(void *context, const struct grid_cell *cell,
		struct column_claim *claim)
{
	const struct cell_setting *s = context;
	struct cell_manner manner = cell_manner(s, cell);
	size_t n = cell->cell == NULL ? 0 : cell->cell->n_paras;
	emu head[N_HEADING_BREAKS];
	size_t i;
	int k;

	claim->heading = manner.heading;
	for (i = 0; i < n; i++) {
		struct text text = cell->cell->paras[i];
		emu most = para_most_width(s->layout, text, &manner.want);
		emu least = most;

		if (!manner.want.never_break)
			least = para_least_width(s->layout, text, &manner.want);
		claim->most = most > claim->most ? most : claim->most;
		claim->least = least > claim->least ? least : claim->least;
		if (!manner.heading)
			continue;
		heading_widths(s->layout, text, &manner.want, head);
		for (k = 0; k < N_HEADING_BREAKS; k++)
			if (head[k] > claim->head[k])
				claim->head[k] = head[k];
	}
	return claim->most > 0;
}

/* 合计 becomes 合　计: the glyphs move apart, the text stays as it is. */
static const struct para *spread(const struct cell_setting *s,
				 const struct para *para, emu by)
{
	struct para *apart = ARENA_NEW(s->layout->arena, struct para);
	struct para_line *line =
	    ARENA_ARRAY(s->layout->arena, 1, struct para_line);
	struct item_text *run =
	    ARENA_ARRAY(s->layout->arena, 1, struct item_text);
	struct glyph_at *glyphs =
	    ARENA_ARRAY(s->layout->arena, 2, struct glyph_at);

	if (para->n_lines != 1 || para->lines[0].n_runs != 1 ||
	    para->lines[0].runs[0].n_glyphs != 2)
		return para;
	*line = para->lines[0];
	*run = line->runs[0];
	memcpy(glyphs, run->glyphs, 2 * sizeof(*glyphs));
	run->x -= by / 2;
	glyphs[1].x += by;
	run->glyphs = glyphs;
	line->runs = run;
	*apart = *para;
	apart->lines = line;
	return apart;
}

/*
 * A heading that does not go on one line is set as narrow as its words allow,
 * so that it is broken between them even where that takes a line more.
 */
static const struct para *set_heading(const struct cell_setting *s,
				      struct text text, struct para_want want)
{
	const struct para *para = para_set(s->layout, text, &want);
	emu widths[N_HEADING_BREAKS];
	emu room;
	int i;

	if (para->n_lines < 2)
		return para;
	heading_widths(s->layout, text, &want, widths);
	for (i = 1; i < N_HEADING_BREAKS; i++)
		if (widths[i] <= want.width)
			break;
	if (i == N_HEADING_BREAKS)
		return para;
	room = (want.width - widths[i]) / 2;
	if (want.align == ALIGN_CENTER)
		want.indent_left += room;
	want.indent_right += room;
	return para_set(s->layout, text, &want);
}

struct cell_text cell_set(const struct cell_setting *s,
			  const struct grid_cell *cell, emu width,
			  emu figure_pad)
{
	struct cell_manner manner = cell_manner(s, cell);
	struct cell_place place = place_of(s, cell);
	emu by = cell_spread(&place, s->style, s->size, width);
	struct cell_text text = {.left = manner.left,
				 .advance = manner.want.advance};
	const struct para **paras;
	size_t n = cell->cell == NULL ? 0 : cell->cell->n_paras;
	size_t i;

	if (manner.figure)
		manner.right += figure_pad;
	manner.want.width = width - manner.left - manner.right;
	if (manner.want.width < 1)
		manner.want.width = 1;
	paras = ARENA_ARRAY(s->layout->arena, n, const struct para *);
	for (i = 0; i < n; i++) {
		struct text from = cell->cell->paras[i];
		const struct para *para =
		    manner.heading ? set_heading(s, from, manner.want)
				   : para_set(s->layout, from, &manner.want);

		if (by > 0)
			para = spread(s, para, by);
		paras[i] = para;
		text.n_lines += para->n_lines;
	}
	text.paras = paras;
	text.n_paras = n;
	return text;
}

emu cell_height(const struct cell_text *text)
{
	int64_t height = (int64_t)text->advance * (int64_t)text->n_lines;

	return height > INT32_MAX / 4 ? INT32_MAX / 4 : (emu)height;
}

void cell_place(struct layout *layout, const struct cell_text *text,
		const struct cell_part *part)
{
	size_t first = 0; /* line of the cell that a paragraph begins with */
	emu y = part->y;
	size_t i;

	for (i = 0; i < text->n_paras; i++) {
		const struct para *para = text->paras[i];
		size_t end = first + para->n_lines;
		size_t a = part->from > first ? part->from - first : 0;
		size_t b = (part->to < end ? part->to : end) - first;

		if (part->to > first && part->from < end) {
			para_place(layout, para, a, b, part->x + text->left, y,
				   part->tag, part->node);
			y += (emu)(b - a) * text->advance;
		}
		first = end;
	}
}

int cell_decimals(const struct cell_setting *s, const struct grid_cell *cell)
{
	struct str text = plain_of(s, cell);
	size_t digits = 0;
	size_t point;
	size_t i;

	if (text.n == 0 || !is_figure(s, cell))
		return -1;
	point = text.n;
	for (i = 0; i < text.n; i++) {
		if (text.s[i] >= '0' && text.s[i] <= '9')
			digits++;
		else if (text.s[i] == '.' && point == text.n)
			point = i;
		else if (i >= point || digits > 0)
			return -1; /* signs come before */
	}
	return digits == 0 ? -1 : (int)(text.n - point);
}

emu cell_shift(const struct cell_setting *s, const struct grid_cell *cell,
	       int most)
{
	static const char zeros[] = ".00000000";
	struct cell_manner manner = cell_manner(s, cell);
	int own = cell_decimals(s, cell);
	struct run run;

	if (own < 0 || own >= most || most > (int)sizeof(zeros) - 1)
		return 0;
	run = (struct run){.text = {zeros + own, (size_t)(most - own)}};
	return para_most_width(s->layout, (struct text){&run, 1}, &manner.want);
}
