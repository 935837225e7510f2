/* SPDX-License-Identifier: MIT */
/*
 * A bound from above for the height of each row: no line holds less than a
 * character, two lines together more than one line's room less a word. What is
 * repeated above a row and what stands above the table is taken as high as
 * layout lets it become.
 */
#include "layout/foresee_rows.h"

#include "base/arena.h"
#include "layout/table_set.h"

/* Width of a character at most, of others than Han with a gap [1/4 em]. */
#define WIDE   4
#define NARROW 5
#define IN_EM  4

/* Other trials of sizes give a column of text another width, but not less
 * than this. */
#define ROOM_LEAST_EMS 6

/* Of the frame: what heads may take to be repeated (heights.c). */
#define HEAD_PART 2

struct bounding {
	struct layout *layout;
	const struct grid *grid;
	const struct table_style *style;
	const struct table_size *size;
	struct cell_setting setting;
	int64_t least;	 /* [emu] of any row by its kind */
	int64_t advance; /* [emu] of a line, at most */
	int64_t *rows;	 /* [emu] */
};

static int64_t larger(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

/* A text's length: its characters, and their width [1/4 em]. */
struct length {
	int64_t chars, width;
};

/* From U+3000 on all is one em wide, with no gap between. */
static struct length length_of(struct text text)
{
	struct length length = {0, 0};
	size_t i;
	size_t k;

	for (i = 0; i < text.n_runs; i++) {
		struct str s = text.runs[i].text;

		for (k = 0; k < s.n; k++) {
			unsigned char byte = (unsigned char)s.s[k];

			if ((byte & 0xC0u) == 0x80)
				continue;
			length.chars++;
			length.width += byte >= 0xE3 ? WIDE : NARROW;
		}
	}
	return length;
}

int64_t foresee_lines(struct text text, emu size, int64_t room)
{
	struct length length = length_of(text);
	int64_t em = size > 0 ? size : 1;
	int64_t lines;

	room -= em;
	if (room < em)
		return length.chars + 1;
	lines = 2 * length.width * em / IN_EM / room + 1;
	return lines < length.chars + 1 ? lines : length.chars + 1;
}

/* Room for the cell's text in its columns [emu]. */
static int64_t room_of(const struct bounding *b, const struct grid_cell *cell)
{
	struct cell_manner manner = cell_manner(&b->setting, cell);
	int64_t most = (int64_t)ROOM_LEAST_EMS * b->size->size;
	int64_t room = 0;
	int i;

	for (i = 0; i < cell->colspan; i++) {
		int64_t width = b->size->widths[cell->column + i];

		if (b->grid->table->columns[cell->column + i].width <= 0 &&
		    width > most)
			width = most;
		room += width;
	}
	return room - manner.left - manner.right - manner.want.indent_left;
}

static int64_t cell_bound(const struct bounding *b,
			  const struct grid_cell *cell)
{
	size_t n_paras = cell->cell == NULL ? 0 : cell->cell->n_paras;
	int64_t room = room_of(b, cell);
	int64_t lines = 0;
	size_t i;

	for (i = 0; i < n_paras; i++)
		lines +=
		    foresee_lines(cell->cell->paras[i], b->size->size, room);
	return lines * b->advance + 2 * (int64_t)b->style->inset;
}

/* The height of a row of short texts, whatever its kind. */
static int64_t least_row(const struct table_style *style, emu size)
{
	emu base = style->size_portrait > 0 ? style->size_portrait : size;
	int64_t least = larger(style->row_most, style->head_most);
	int i;

	least = larger(least, style->row_least);
	if (base > 0)
		least = larger(least, (int64_t)style->row_least * size / base);
	least = larger(least, (int64_t)style->row_floor * size / 1000);
	for (i = 0; i < 3; i++)
		least = larger(least, style->head_row[i]);
	least = larger(least, style->index_row);
	return larger(least, style->blank_row) + EMU_PER_TWIP;
}

/* A cell that several rows share enlarges them alike: none of them beyond what
 * the cell needs, or was before, but for the twips that do not divide. */
static void bound_rows(struct bounding *b)
{
	const struct grid *grid = b->grid;
	int i;
	int row;

	b->rows =
	    ARENA_ARRAY(b->layout->scratch, (size_t)grid->n_rows, int64_t);
	for (i = 0; i < grid->n_rows; i++)
		b->rows[i] = b->least;
	for (i = 0; i < grid->n_cells; i++) {
		const struct grid_cell *cell = &grid->cells[i];
		int64_t need =
		    cell_bound(b, cell) + (int64_t)cell->rowspan * EMU_PER_TWIP;

		for (row = cell->row; row < cell->row + cell->rowspan; row++)
			b->rows[row] = larger(b->rows[row], need);
	}
}

static int64_t sum_rows(const struct bounding *b, int from, int n)
{
	int64_t sum = 0;
	int i;

	for (i = from; i < from + n; i++)
		sum += b->rows[i];
	return sum;
}

/* The unit line, were each part of it in a third of the width. */
static int64_t unit_bound(const struct bounding *b, const struct frame *frame)
{
	int64_t lines = 1;
	int i;

	for (i = 0; i < 3; i++)
		lines = larger(lines,
			       foresee_lines(b->grid->table->unit_line[i],
					     b->size->size, frame->width / 3));
	return lines * b->advance + b->style->unit_gap;
}

static bool rows_fit(struct bounding *b, const struct frame *frame,
		     int64_t title)
{
	int64_t unit = unit_bound(b, frame);
	int64_t head;
	int row;

	bound_rows(b);
	head = unit + sum_rows(b, 0, b->grid->n_head);
	if (head > frame->height / HEAD_PART)
		return false;
	for (row = b->grid->n_head; row < b->grid->n_rows; row++) {
		struct grid_again again = b->grid->again[row];
		int64_t above = head + sum_rows(b, again.from, again.n) +
				(frame->grid > 0 ? frame->grid : 0);

		if (row == b->grid->n_head)
			above += title;
		if (above + b->rows[row] > frame->height)
			return false;
	}
	return true;
}

bool foresee_rows_fit(struct layout *layout, const struct grid *grid,
		      const struct table_size *size, const struct frame *frame,
		      int64_t title)
{
	struct arena_mark mark = arena_mark(layout->scratch);
	const struct table_style *style =
	    cell_table_style(layout->doc, grid->table);
	struct bounding b = {.layout = layout,
			     .grid = grid,
			     .style = style,
			     .size = size,
			     .setting = {.layout = layout,
					 .grid = grid,
					 .style = style,
					 .size = size->size,
					 .pad = size->pad,
					 .never_fits = !size->fits},
			     .least = least_row(style, size->size)};
	int64_t advance = larger(style->line_advance, style->head_advance);
	bool fit;

	b.advance = (int64_t)size->size * larger(advance, 1300) / 1000;
	if (style->index_scale > 1000)
		b.advance = b.advance * style->index_scale / 1000;
	fit = rows_fit(&b, frame, title);
	arena_release(layout->scratch, mark);
	return fit;
}
