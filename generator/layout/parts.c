/* SPDX-License-Identifier: MIT */
/*
 * The part of a table on one page: its rows, what is repeated above them, the
 * cells' texts, the rules. A merged cell that the page cuts is closed and
 * opened again: with all of its text, if that goes into the part, else its
 * lines go on.
 */
#include "base/arena.h"
#include "layout/notes.h"
#include "layout/rules.h"
#include "layout/table_set.h"
#include "layout/table_tags.h"

/* A part while it is placed. */
struct part {
	struct table_set *set;
	const struct part_row *rows;
	size_t n;
	emu x;	/* [emu] of the table's left edge on the page */
	emu *y; /* [emu] n + 1 edges on the page */
};

/* A cell, or what of it stands in the part: its rows there. */
struct span {
	int cell;
	size_t from, to;   /* rows of the part */
	bool begins, ends; /* its first and last row are among them */
	bool again;	   /* all of its rows are repeated ones */
};

static int slot(const struct table_set *set, int row, int column)
{
	return set->grid->slots[(size_t)row * (size_t)set->grid->n_columns +
				(size_t)column];
}

static void add_rows(struct part_row *rows, size_t *n, int from, int count,
		     bool again)
{
	int i;

	for (i = 0; i < count; i++)
		rows[(*n)++] =
		    (struct part_row){.row = from + i, .again = again};
}

/* The rows of the part with the heights that they have by themselves. */
static struct part_row *plain_rows(const struct table_set *set, size_t from,
				   size_t to, size_t *n)
{
	struct grid_again again = {0, 0};
	struct part_row *rows;
	size_t i;

	if (from > 0 && from < set->n_pieces &&
	    table_again(set, from) > table_again(set, 0) - set->above)
		again = set->grid->again[set->pieces[from].row];
	rows = ARENA_ARRAY(set->layout->scratch,
			   (size_t)set->n_head + (size_t)again.n + to - from,
			   struct part_row);
	*n = 0;
	add_rows(rows, n, 0, set->n_head, from > 0);
	add_rows(rows, n, again.from, again.n, true);
	for (i = 0; i < *n; i++)
		rows[i].height = set->heights[rows[i].row];
	for (i = from; i < to && i < set->n_pieces; i++)
		rows[(*n)++] =
		    (struct part_row){.row = set->pieces[i].row,
				      .piece = &set->pieces[i],
				      .height = table_piece_height(set, i)};
	return rows;
}

/* What stands of the cell that begins, or is opened, at this row. */
static struct span span_at(const struct table_set *set,
			   const struct part_row *rows, size_t n, size_t from,
			   int column)
{
	int i = slot(set, rows[from].row, column);
	const struct grid_cell *cell = &set->grid->cells[i];
	const struct part_row *last;
	struct span span = {.cell = i, .from = from, .again = true};

	for (span.to = from;
	     span.to < n && slot(set, rows[span.to].row, column) == i;
	     span.to++)
		span.again = span.again && rows[span.to].again;
	last = &rows[span.to - 1];
	span.begins = rows[from].row == cell->row &&
		      (rows[from].piece == NULL || rows[from].piece->line == 0);
	span.ends = last->row == cell->row + cell->rowspan - 1 &&
		    (last->piece == NULL || last->piece->last);
	if (!span.again && rows[from].again)
		span.begins = false; /* its beginning is repeated */
	return span;
}

static emu span_height(const struct part_row *rows, const struct span *span)
{
	int64_t sum = 0;
	size_t i;

	for (i = span->from; i < span->to; i++)
		sum += rows[i].height;
	return sum > INT32_MAX / 4 ? INT32_MAX / 4 : (emu)sum;
}

/* Whether a cell of one split row goes line by line with its pieces. */
static bool by_pieces(const struct table_set *set, const struct part_row *rows,
		      const struct span *span)
{
	const struct piece *piece = rows[span->from].piece;

	return piece != NULL && piece->split &&
	       set->grid->cells[span->cell].rowspan == 1;
}

/* Enlarges the last row for a cell that ends here and has lines left. */
static void enlarge(const struct table_set *set, struct part_row *rows,
		    const struct span *span)
{
	const struct cell_text *text = &set->texts[span->cell];
	const struct cell_progress *progress = &set->progress[span->cell];
	int64_t need;
	emu have;

	if (span->begins || !span->ends || progress->shown ||
	    progress->lines >= text->n_lines || by_pieces(set, rows, span))
		return;
	need = (int64_t)text->advance *
		   (int64_t)(text->n_lines - progress->lines) +
	       2 * (int64_t)table_inset(set);
	have = span_height(rows, span);
	if (need > have && need < INT32_MAX / 4)
		rows[span->to - 1].height += (emu)need - have;
}

/* Whether a cell or a part of it begins in this place. */
static bool opens(const struct table_set *set, const struct part_row *rows,
		  size_t row, int column)
{
	int i = slot(set, rows[row].row, column);

	return (column == 0 || slot(set, rows[row].row, column - 1) != i) &&
	       (row == 0 || slot(set, rows[row - 1].row, column) != i);
}

struct part_row *part_rows(const struct table_set *set, size_t from, size_t to,
			   size_t *n)
{
	struct part_row *rows = plain_rows(set, from, to, n);
	size_t row;
	int column;

	for (row = 0; row < *n; row++) {
		for (column = 0; column < set->grid->n_columns; column++) {
			if (opens(set, rows, row, column)) {
				struct span span =
				    span_at(set, rows, *n, row, column);

				enlarge(set, rows, &span);
			}
		}
	}
	return rows;
}

/* Lines of a cell that are drawn, and whether as part of the text. */
struct drawn {
	size_t from, to;
	bool artifact;
};

/* Lines of a cell whose row goes piece by piece. */
static struct drawn piece_lines(const struct part *p, const struct span *span)
{
	const struct piece *first = p->rows[span->from].piece;
	const struct piece *last = p->rows[span->to - 1].piece;
	size_t n = p->set->texts[span->cell].n_lines;
	size_t end = last->line + last->n_lines;

	return (struct drawn){.from = first->line,
			      .to = last->last || end > n ? n : end};
}

/* Lines of a cell that the page cuts. */
static struct drawn cut_lines(const struct part *p, const struct span *span)
{
	struct cell_progress *progress = &p->set->progress[span->cell];
	const struct cell_text *text = &p->set->texts[span->cell];
	emu room = span_height(p->rows, span) - 2 * table_inset(p->set);
	struct drawn d = {.from = progress->lines, .to = text->n_lines};
	int64_t fit = text->advance > 0 ? room / text->advance : 0;

	if (progress->shown || cell_height(text) <= room ||
	    (text->n_lines == 1 && d.from == 0)) {
		d.from = progress->shown ? 0 : progress->lines;
		d.artifact = progress->shown;
		if (progress->shown && cell_height(text) > room)
			d.to = 0;
		progress->shown = true;
		return d;
	}
	if (!span->ends && d.to - d.from > (size_t)(fit < 0 ? 0 : fit))
		d.to = d.from + (size_t)(fit < 0 ? 0 : fit);
	progress->lines = d.to;
	progress->shown = d.to == text->n_lines && d.from == 0;
	return d;
}

static struct drawn lines_drawn(const struct part *p, const struct span *span)
{
	size_t n = p->set->texts[span->cell].n_lines;

	if (span->again)
		return (struct drawn){0, n, true};
	if (by_pieces(p->set, p->rows, span))
		return piece_lines(p, span);
	if (span->begins && span->ends)
		return (struct drawn){0, n, false};
	return cut_lines(p, span);
}

static void place_text(const struct part *p, const struct span *span,
		       int column)
{
	struct table_set *set = p->set;
	const struct cell_text *text = &set->texts[span->cell];
	struct drawn d = lines_drawn(p, span);
	emu height = p->y[span->to] - p->y[span->from];
	struct cell_part part = {.from = d.from,
				 .to = d.to,
				 .x = p->x + set->x[column],
				 .y = p->y[span->from],
				 .tag = set->progress[span->cell].tag};

	if (d.to <= d.from)
		return;
	if (d.artifact)
		part.tag = TAG_ARTIFACT;
	if (by_pieces(set, p->rows, span))
		part.y += d.from == 0 ? table_inset(set) : 0;
	else
		part.y += (height - (emu)(d.to - d.from) * text->advance) / 2;
	part.node = table_tags_node(set, span->cell);
	cell_place(set->layout, text, &part);
}

static void place_texts(const struct part *p)
{
	const struct table_set *set = p->set;
	size_t row;
	int column;

	for (row = 0; row < p->n; row++) {
		for (column = 0; column < set->grid->n_columns; column++) {
			if (opens(set, p->rows, row, column)) {
				struct span span =
				    span_at(set, p->rows, p->n, row, column);

				place_text(p, &span, column);
			}
		}
	}
}

static void tag_rows(const struct part *p)
{
	struct table_set *set = p->set;
	size_t i;

	for (i = 0; i < p->n; i++) {
		const struct part_row *row = &p->rows[i];

		if (!row->again && set->row_tags[row->row] < 0)
			table_tags_row(set, row->row);
	}
}

/* The heavier rule: below the head, around the head of a form, and where the
 * template asks. */
static bool heavy_above(const struct part *p, size_t i)
{
	const struct table_row *rows = p->set->table->rows;
	int row = p->rows[i].row;
	int above = i > 0 ? p->rows[i - 1].row : row;
	int n_head = p->set->grid->n_head;

	if (row >= n_head && above < n_head)
		return true;
	if ((rows[row].kind == ROW_SUBHEAD) !=
	    (rows[above].kind == ROW_SUBHEAD))
		return true;
	return rows[row].heavy_above;
}

static void place_rules(const struct part *p)
{
	const struct table_set *set = p->set;
	struct arena *scratch = set->layout->scratch;
	size_t columns = set->table->n_columns;
	emu *x = ARENA_ARRAY(scratch, columns + 1, emu);
	int *cells = ARENA_ARRAY(scratch, p->n * columns, int);
	bool *left = ARENA_ARRAY(scratch, columns, bool);
	bool *above = ARENA_ARRAY(scratch, p->n, bool);
	struct rules_want want = {.x = x,
				  .y = p->y,
				  .cell = cells,
				  .n_rows = (int)p->n,
				  .n_columns = (int)columns,
				  .heavy_left = left,
				  .heavy_above = above,
				  .frame = set->style->frame,
				  .heavy = set->style->heavy,
				  .inside = set->style->inside};
	struct item_rule *rules;
	size_t n;
	size_t i;
	size_t k;

	for (k = 0; k <= columns; k++)
		x[k] = p->x + set->x[k];
	for (k = 0; k < columns; k++)
		left[k] = set->table->columns[k].heavy_left;
	for (i = 0; i < p->n; i++) {
		above[i] = heavy_above(p, i);
		for (k = 0; k < columns; k++)
			cells[i * columns + k] =
			    slot(set, p->rows[i].row, (int)k);
	}
	rules = rules_make(&want, scratch, &n);
	for (i = 0; i < n; i++) {
		struct item item = {.kind = ITEM_RULE,
				    .tag = TAG_ARTIFACT,
				    .node = set->block->id,
				    .rule = rules[i]};

		canvas_add(set->layout->canvas, &item);
	}
}

/* The frame with all in it; returns its height. */
static emu place_frame(struct table_set *set, size_t from, size_t to, emu x,
		       emu y)
{
	struct arena_mark mark = arena_mark(set->layout->scratch);
	struct part p = {.set = set, .x = x};
	emu height;
	size_t i;

	p.rows = part_rows(set, from, to, &p.n);
	p.y = ARENA_ARRAY(set->layout->scratch, p.n + 1, emu);
	p.y[0] = y;
	for (i = 0; i < p.n; i++)
		p.y[i + 1] = p.y[i] + p.rows[i].height;
	height = p.y[p.n] - y;
	tag_rows(&p);
	place_texts(&p);
	place_rules(&p);
	arena_release(set->layout->scratch, mark);
	return height;
}

emu table_place(struct table_set *set, size_t from, size_t to, emu x, emu y,
		int parent_tag)
{
	emu top = y;
	bool end = to >= set->n_pieces;

	y += from == 0 ? set->above : 0;
	notes_place_unit(set, x, y, from > 0, parent_tag);
	y += set->unit_height;
	if (set->tag < 0 && set->grid->n_rows > 0)
		table_tags_open(set, parent_tag);
	if (from > 0 && set->pieces[from].line == 0)
		set->breaks[set->pieces[from].row] = true;
	y += place_frame(set, from, to, x, y);
	if (end) {
		notes_place(set, x, y, parent_tag);
		y += set->notes_height + set->below;
	}
	return y - top;
}
