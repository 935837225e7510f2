/* SPDX-License-Identifier: MIT */
/*
 * Heights of rows, by kind and text, and the pieces between which a table may
 * be cut.
 */
#include "base/arena.h"
#include "base/diag.h"
#include "layout/messages.h"
#include "layout/table_set.h"

/* Repeated heads that take more of a page [1/1000] are not repeated. */
#define HEAD_SHARE 500

static emu scale(emu length, int thousandths)
{
	return (emu)((int64_t)length * thousandths / 1000);
}

static emu larger(emu a, emu b)
{
	return a > b ? a : b;
}

/* Rounded up to a twip, so that Word has the same row. */
static emu twips(int64_t length)
{
	length = (length + EMU_PER_TWIP - 1) / EMU_PER_TWIP * EMU_PER_TWIP;
	return length > INT32_MAX / 4 ? INT32_MAX / 4 : (emu)length;
}

emu table_inset(const struct table_set *set)
{
	emu size = set->size.size;
	emu within = (scale(size, set->style->line_advance) - size) / 2;

	return larger(set->style->inset - within, 0);
}

/* Height of a cell's lines with the white above and below. */
static emu text_height(const struct table_set *set, int cell)
{
	const struct cell_text *text = &set->texts[cell];

	if (text->n_lines == 0)
		return 0;
	return cell_height(text) +
	       (text->n_lines > 1 ? 2 * table_inset(set) : 0);
}

/* Least height of a body row whose cells have one line each. */
static emu body_row(const struct table_set *set, emu less)
{
	const struct table_style *style = set->style;
	emu base =
	    style->size_portrait > 0 ? style->size_portrait : set->size.size;
	emu height = (emu)((int64_t)style->row_least * set->size.size / base);
	emu floor = scale(set->size.size, style->row_floor);

	return larger(height - less, floor);
}

static emu head_row(const struct table_style *style, size_t lines)
{
	return style->head_row[lines <= 1 ? 0 : lines == 2 ? 1 : 2];
}

/* The height that a row's kind asks for. */
static emu kind_height(const struct table_set *set, int row, size_t lines,
		       emu less)
{
	const struct table_style *style = set->style;

	switch (set->table->rows[row].kind) {
	case ROW_HEAD:
	case ROW_SUBHEAD: return head_row(style, lines);
	case ROW_INDEX: return style->index_row;
	case ROW_BLANK: return style->blank_row;
	case ROW_BODY:
	case ROW_TOTAL: break;
	}
	/* Rows below a form's head are as high as they may be: they are what
	 * is read. */
	if (style->fixed && set->grid->again[row].n > 0)
		return larger(body_row(set, less), style->row_most - less);
	return body_row(set, less);
}

static void set_heights(struct table_set *set, emu less)
{
	const struct grid *grid = set->grid;
	emu *needs =
	    ARENA_ARRAY(set->layout->scratch, (size_t)grid->n_rows, emu);
	size_t *lines =
	    ARENA_ARRAY(set->layout->scratch, (size_t)grid->n_rows, size_t);
	int i;

	for (i = 0; i < grid->n_cells; i++) {
		const struct grid_cell *cell = &grid->cells[i];

		if (cell->rowspan > 1)
			continue;
		needs[cell->row] =
		    larger(needs[cell->row], text_height(set, i));
		if (set->texts[i].n_lines > lines[cell->row])
			lines[cell->row] = set->texts[i].n_lines;
	}
	set->heights =
	    ARENA_ARRAY(set->layout->arena, (size_t)grid->n_rows, emu);
	for (i = 0; i < grid->n_rows; i++) {
		emu least = kind_height(set, i, lines[i], less);

		set->heights[i] =
		    larger(twips(larger(least, needs[i])), EMU_PER_TWIP);
	}
}

/* A merged cell that is taller than its rows enlarges them all alike; what does
 * not divide goes to the last. */
static void enlarge_spans(struct table_set *set)
{
	const struct grid *grid = set->grid;
	int i;
	int row;

	for (i = 0; i < grid->n_cells; i++) {
		const struct grid_cell *cell = &grid->cells[i];
		int last = cell->row + cell->rowspan - 1;
		int64_t more;
		emu each;

		if (cell->rowspan < 2)
			continue;
		more = text_height(set, i);
		for (row = cell->row; row <= last; row++)
			more -= set->heights[row];
		if (more <= 0)
			continue;
		each =
		    (emu)(more / cell->rowspan / EMU_PER_TWIP) * EMU_PER_TWIP;
		for (row = cell->row; row < last; row++)
			set->heights[row] += each;
		set->heights[last] +=
		    twips(more - (int64_t)each * (cell->rowspan - 1));
	}
}

static emu rows_height(const struct table_set *set, int from, int n)
{
	int64_t sum = 0;
	int i;

	for (i = from; i < from + n; i++)
		sum += set->heights[i];
	return sum > INT32_MAX / 4 ? INT32_MAX / 4 : (emu)sum;
}

/* Heads that leave no room for rows are set once, as rows. */
static void set_head(struct table_set *set)
{
	emu height;

	set->n_head = set->grid->n_head;
	height = rows_height(set, 0, set->n_head) + set->unit_height;
	if (height > scale(set->frame.height, HEAD_SHARE))
		set->n_head = 0;
}

static emu again_height(const struct table_set *set, int row)
{
	struct grid_again again = set->grid->again[row];
	emu height = rows_height(set, again.from, again.n);

	return height > scale(set->frame.height, HEAD_SHARE) ? 0 : height;
}

emu table_again(const struct table_set *set, size_t piece)
{
	emu height = set->unit_height + rows_height(set, 0, set->n_head);

	if (piece == 0)
		return height + set->above;
	return height + again_height(set, set->pieces[piece].row);
}

/* Lines of the tallest cell that belongs to this row alone; of a cell that
 * ends with it, what the rows above do not hold. */
static size_t split_lines(const struct table_set *set, int row, emu advance)
{
	int64_t room = set->heights[row] - 2 * (int64_t)table_inset(set);
	size_t most = (size_t)((room + advance - 1) / advance);
	int column;

	for (column = 0; column < set->grid->n_columns; column++) {
		const struct grid_cell *cell = grid_at(set->grid, row, column);
		const struct cell_text *text =
		    &set->texts[cell - set->grid->cells];

		if (cell->rowspan == 1 && text->n_lines > most)
			most = text->n_lines;
	}
	return most;
}

static emu split_advance(const struct table_set *set)
{
	return scale(set->size.size,
		     set->style->line_advance > set->style->head_advance
			 ? set->style->line_advance
			 : set->style->head_advance);
}

emu table_piece_height(const struct table_set *set, size_t i)
{
	const struct piece *piece = &set->pieces[i];
	emu height;

	if (!piece->split)
		return set->heights[piece->row];
	height = (emu)piece->n_lines * split_advance(set);
	if (piece->line == 0)
		height += table_inset(set);
	if (piece->last)
		height += table_inset(set);
	return larger(height, 1);
}

static void add_piece(struct table_set *set, size_t *room, struct piece piece)
{
	set->pieces = arena_grow(set->layout->arena, set->pieces, set->n_pieces,
				 room, sizeof(piece));
	set->pieces[set->n_pieces++] = piece;
}

static void split_row(struct table_set *set, size_t *room, int row)
{
	size_t n = split_lines(set, row, larger(split_advance(set), 1));
	size_t i;

	for (i = 0; i < n; i++) {
		add_piece(set, room,
			  (struct piece){.row = row,
					 .line = i,
					 .n_lines = 1,
					 .split = true,
					 .last = i + 1 == n});
	}
}

bool table_splits_row(const struct table_set *set)
{
	size_t i;

	for (i = 0; i < set->n_pieces; i++)
		if (set->pieces[i].split)
			return true;
	return false;
}

void table_report_splits(const struct table_set *set)
{
	size_t i;

	for (i = 0; i < set->n_pieces; i++) {
		struct str number;

		if (!set->pieces[i].split || set->pieces[i].line > 0)
			continue;
		number = str_format(set->layout->arena, "%d",
				    set->pieces[i].row + 1);
		diag_add(set->layout->sink,
			 &(struct diag){.kind = &LAYOUT_ROW_SPLIT,
					.level = LAYOUT_ROW_SPLIT.level,
					.node = set->block->id,
					.args = &number,
					.n_args = 1});
	}
}

/* What headings above the table leave of the page for its first row; more of
 * them than half a page are no headings. */
static emu title_height(const struct table_set *set, int row)
{
	if (row != set->n_head || set->title > set->frame.height / 2)
		return 0;
	return set->title;
}

static void set_pieces(struct table_set *set)
{
	size_t room = 0;
	int row;

	set->pieces = NULL;
	set->n_pieces = 0;
	for (row = set->n_head; row < set->grid->n_rows; row++) {
		emu head = set->unit_height + rows_height(set, 0, set->n_head) +
			   again_height(set, row) + set->above +
			   title_height(set, row);

		if (set->heights[row] > set->frame.height - head)
			split_row(set, &room, row);
		else
			add_piece(set, &room,
				  (struct piece){.row = row, .last = true});
	}
}

void heights_set(struct table_set *set, emu less)
{
	set_heights(set, less);
	enlarge_spans(set);
	set_head(set);
	set_pieces(set);
}

emu table_tighten(struct table_set *set, emu less)
{
	struct arena_mark mark = arena_mark(set->layout->scratch);

	heights_set(set, less);
	arena_release(set->layout->scratch, mark);
	return table_height(set);
}

emu heights_sum(const struct table_set *set)
{
	int64_t height = rows_height(set, 0, set->n_head);
	size_t i;

	for (i = 0; i < set->n_pieces; i++)
		height += table_piece_height(set, i);
	return height > INT32_MAX / 4 ? INT32_MAX / 4 : (emu)height;
}
