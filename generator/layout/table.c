/* SPDX-License-Identifier: MIT */
/*
 * A table is prepared once: size and widths (sizing.c), texts in their lines
 * (cells.c), heights of rows, pieces. How pieces go on pages is rows.c's.
 */
#include "layout/table.h"

#include "base/arena.h"
#include "base/diag.h"
#include "layout/messages.h"
#include "layout/notes.h"
#include "layout/rows.h"
#include "layout/sizing.h"
#include "layout/table_set.h"

/* Tightening where it saves a page (look, section 5): rows lower by this. */
#define TIGHTER EMU_MM(0.4)

/* [1/1000] a last page that is less full is tried to be saved. */
#define LAST_PAGE_SHARE 333

/* White between a figure and its column's right edge: a share of the
 * narrowest column of figures [1/1000], but at least so much. */
#define AMOUNT_PAD_SHARE 150
#define AMOUNT_PAD_LEAST EMU_MM(1.5)
#define AMOUNT_LEFT	 EMU_MM(0.8)

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

static struct cell_setting setting_of(const struct table_set *set)
{
	return (struct cell_setting){.layout = set->layout,
				     .grid = set->grid,
				     .style = set->style,
				     .size = set->size.size,
				     .pad = set->size.pad,
				     .never_fits = !set->size.fits};
}

static void set_edges(struct table_set *set)
{
	size_t n = set->table->n_columns;
	emu *x = ARENA_ARRAY(set->layout->arena, n + 1, emu);
	size_t i;

	for (i = 0; i < n; i++)
		x[i + 1] = x[i] + set->size.widths[i];
	set->x = x;
}

static emu cell_width(const struct table_set *set, const struct grid_cell *cell)
{
	return set->x[cell->column + cell->colspan] - set->x[cell->column];
}

/* Widest figure [emu] and most decimals of each column. */
struct figures {
	emu *widest;   /* n_columns; 0: no figures */
	int *decimals; /* n_columns; -1: none */
};

static struct figures find_figures(const struct table_set *set,
				   const struct cell_setting *setting)
{
	struct arena *scratch = set->layout->scratch;
	size_t n = set->table->n_columns;
	struct figures f = {ARENA_ARRAY(scratch, n, emu),
			    ARENA_ARRAY(scratch, n, int)};
	size_t k;
	int i;

	for (k = 0; k < n; k++)
		f.decimals[k] = -1;
	for (i = 0; i < set->grid->n_cells; i++) {
		const struct grid_cell *cell = &set->grid->cells[i];
		struct cell_manner manner = cell_manner(setting, cell);
		int decimals;
		emu width;

		if (!manner.figure || cell->cell == NULL ||
		    cell->cell->n_paras == 0)
			continue;
		width = para_most_width(set->layout, cell->cell->paras[0],
					&manner.want);
		f.widest[cell->column] = larger(f.widest[cell->column], width);
		decimals = cell_decimals(setting, cell);
		if (decimals > f.decimals[cell->column])
			f.decimals[cell->column] = decimals;
	}
	return f;
}

static bool is_figures(const struct table_column *column)
{
	return column->kind == COLUMN_AMOUNT || column->kind == COLUMN_COUNT;
}

/* One right pad for all figures of the table: air, as far as the widest
 * figure leaves it. */
static emu find_amount_pad(const struct table_set *set, const struct figures *f)
{
	emu narrowest = 0;
	emu pad, room;
	size_t i;

	for (i = 0; i < set->table->n_columns; i++) {
		emu width = set->size.widths[i];

		if (is_figures(&set->table->columns[i]) &&
		    (narrowest == 0 || width < narrowest))
			narrowest = width;
	}
	pad = larger(scale(narrowest, AMOUNT_PAD_SHARE), AMOUNT_PAD_LEAST);
	for (i = 0; i < set->table->n_columns; i++) {
		if (f->widest[i] == 0)
			continue;
		room = set->size.widths[i] - f->widest[i] - AMOUNT_LEFT;
		if (room < pad)
			pad = room;
	}
	return larger(pad, EMU_MM(0.5));
}

static emu figure_pad(const struct table_set *set, const struct figures *f,
		      const struct cell_setting *setting,
		      const struct grid_cell *cell)
{
	int column = cell->column;
	emu pad = set->amount_pad;

	if (set->style->center_amounts)
		pad = (set->size.widths[column] - f->widest[column]) / 2;
	if (f->decimals[column] <= 0)
		return pad;
	return pad + cell_shift(setting, cell, f->decimals[column]);
}

static void set_texts(struct table_set *set)
{
	struct cell_setting setting = setting_of(set);
	struct arena_mark mark = arena_mark(set->layout->scratch);
	struct figures f = find_figures(set, &setting);
	struct cell_text *texts = ARENA_ARRAY(
	    set->layout->arena, (size_t)set->grid->n_cells, struct cell_text);
	int i;

	set->amount_pad = find_amount_pad(set, &f);
	for (i = 0; i < set->grid->n_cells; i++) {
		const struct grid_cell *cell = &set->grid->cells[i];

		texts[i] = cell_set(&setting, cell, cell_width(set, cell),
				    figure_pad(set, &f, &setting, cell));
	}
	set->texts = texts;
	arena_release(set->layout->scratch, mark);
}

/* Height of a cell's lines with the white above and below. */
static emu text_height(const struct table_set *set, int cell)
{
	const struct cell_text *text = &set->texts[cell];

	if (text->n_lines == 0)
		return 0;
	return cell_height(text) +
	       (text->n_lines > 1 ? 2 * set->style->inset : 0);
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
		return larger(body_row(set, less), style->row_most);
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

/* A merged cell that is taller than its rows enlarges the last of them. */
static void enlarge_spans(struct table_set *set)
{
	const struct grid *grid = set->grid;
	int i, row;

	for (i = 0; i < grid->n_cells; i++) {
		const struct grid_cell *cell = &grid->cells[i];
		int last = cell->row + cell->rowspan - 1;
		int64_t need = text_height(set, i);

		if (cell->rowspan < 2)
			continue;
		for (row = cell->row; row < last; row++)
			need -= set->heights[row];
		if (need > set->heights[last])
			set->heights[last] = twips(need);
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
	int64_t room = set->heights[row] - 2 * (int64_t)set->style->inset;
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
		height += set->style->inset;
	if (piece->last)
		height += set->style->inset;
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
	struct diag diag = {.kind = &LAYOUT_ROW_SPLIT,
			    .level = LAYOUT_ROW_SPLIT.level,
			    .node = set->block->id,
			    .n_args = 1};
	struct str number = str_format(set->layout->scratch, "%d", row + 1);

	diag.args = &number;
	diag_add(set->layout->sink, &diag);
	for (i = 0; i < n; i++)
		add_piece(set, room,
			  (struct piece){.row = row,
					 .line = i,
					 .n_lines = 1,
					 .split = true,
					 .last = i + 1 == n});
}

static void set_pieces(struct table_set *set)
{
	size_t room = 0;
	int row;

	set->pieces = NULL;
	set->n_pieces = 0;
	for (row = set->n_head; row < set->grid->n_rows; row++) {
		emu head = set->unit_height + rows_height(set, 0, set->n_head) +
			   again_height(set, row) + set->above;

		if (set->heights[row] > set->frame.height - head)
			split_row(set, &room, row);
		else
			add_piece(set, &room,
				  (struct piece){.row = row, .last = true});
	}
}

/* What rows_divide() needs for the pieces from one on. */
static struct rows_want rows_want(const struct table_set *set, size_t from,
				  emu first)
{
	struct arena *scratch = set->layout->scratch;
	size_t n = set->n_pieces - from;
	emu *heights = ARENA_ARRAY(scratch, n, emu);
	emu *again = ARENA_ARRAY(scratch, n, emu);
	bool *keep = ARENA_ARRAY(scratch, n, bool);
	bool *rigid = ARENA_ARRAY(scratch, n, bool);
	size_t i;

	for (i = 0; i < n; i++) {
		const struct piece *piece = &set->pieces[from + i];
		enum row_kind kind = set->table->rows[piece->row].kind;

		heights[i] = table_piece_height(set, from + i);
		again[i] = table_again(set, from + i);
		keep[i] = piece->line == 0 && set->grid->keep[piece->row];
		rigid[i] = piece->split || kind == ROW_BLANK ||
			   kind == ROW_SUBHEAD || kind == ROW_HEAD;
	}
	return (struct rows_want){.heights = heights,
				  .again = again,
				  .keep = keep,
				  .rigid = rigid,
				  .n = n,
				  .first = first,
				  .next = set->frame.height,
				  .tail = set->notes_height};
}

/* White above and below a table that takes whole lines of the page's grid:
 * a little more below. */
static void set_grid_white(struct table_set *set)
{
	emu grid = set->frame.grid;
	int64_t height = table_height(set);
	emu white;

	if (!set->style->grid || grid <= 0 || height > set->frame.height)
		return;
	white = (emu)((height + grid - 1) / grid * grid - height);
	if (white < grid / 3)
		white += grid;
	set->above = white * 2 / 5;
	set->below = white - set->above;
}

/* Texts, heights and pieces in this size; rows lower by less. */
static void build(struct table_set *set, const struct table_size *size,
		  emu less)
{
	struct arena_mark mark = arena_mark(set->layout->scratch);

	set->size = *size;
	set->above = 0;
	set->below = 0;
	set_edges(set);
	set_texts(set);
	notes_set(set);
	set_heights(set, less);
	enlarge_spans(set);
	set_head(set);
	set_pieces(set);
	set_grid_white(set);
	arena_release(set->layout->scratch, mark);
}

static struct table_set *open_set(struct layout *layout,
				  const struct block *block)
{
	struct table_set *set = ARENA_NEW(layout->arena, struct table_set);

	set->layout = layout;
	set->block = block;
	set->table = &block->table;
	set->style = cell_table_style(layout->doc, &block->table);
	set->grid =
	    grid_resolve(&block->table, block->id, layout->arena, layout->sink);
	return set;
}

/* What grows while the table is placed. */
static void begin_placing(struct table_set *set)
{
	struct arena *arena = set->layout->arena;
	size_t n = (size_t)set->grid->n_rows;
	int i;

	set->tag = -1;
	set->head_tag = -1;
	set->body_tag = -1;
	set->breaks = ARENA_ARRAY(arena, n, bool);
	set->row_tags = ARENA_ARRAY(arena, n, int);
	set->progress = ARENA_ARRAY(arena, (size_t)set->grid->n_cells,
				    struct cell_progress);
	for (i = 0; i < set->grid->n_rows; i++)
		set->row_tags[i] = -1;
	for (i = 0; i < set->grid->n_cells; i++)
		set->progress[i].tag = -1;
}

/* The name of a column in a message: its own, or its number. */
static struct str column_name(const struct table_set *set, size_t column)
{
	const struct table_column *of = &set->table->columns[column];

	if (of->name.n > 0)
		return of->name;
	return str_format(set->layout->arena, "%zu", column + 1);
}

static void report_size(const struct table_set *set)
{
	struct str name;
	struct diag diag = {.kind = &LAYOUT_COLUMNS,
			    .level = LAYOUT_COLUMNS.level,
			    .place = set->block->origin.place,
			    .node = set->block->id,
			    .n_args = 1};

	if (set->size.fits || set->table->n_columns == 0)
		return;
	name = column_name(set, set->size.tight);
	diag.args = &name;
	diag_add(set->layout->sink, &diag);
}

/* Pages that the table takes if the first one has this room. */
static size_t count_pages(const struct table_set *set, emu first)
{
	struct arena_mark mark = arena_mark(set->layout->scratch);
	struct rows_want want = rows_want(set, 0, first);
	size_t n = rows_divide(&want, set->layout->scratch).n;

	arena_release(set->layout->scratch, mark);
	return n;
}

static int last_share(const struct table_set *set, emu first)
{
	struct arena_mark mark = arena_mark(set->layout->scratch);
	struct rows_want want = rows_want(set, 0, first);
	int share = rows_last_share(&want);

	arena_release(set->layout->scratch, mark);
	return share;
}

/* Lower rows, then smaller type too, if that saves a page. */
static void tighten(struct table_set *set, const struct sizing_room *room,
		    emu first)
{
	struct table_size size = set->size;
	struct table_size smaller;
	size_t n = count_pages(set, first);

	if (n < 2 || last_share(set, first) >= LAST_PAGE_SHARE)
		return;
	build(set, &size, TIGHTER);
	if (count_pages(set, first) < n)
		return;
	if (set->table->type.n == 0 &&
	    sizing_smaller(set->layout, set->grid, room, &size, &smaller)) {
		build(set, &smaller, TIGHTER);
		if (count_pages(set, first) < n)
			return;
	}
	build(set, &size, 0);
}

/* Rows as high as the fullest page allows, the same on all pages. */
static void raise_rows(struct table_set *set, emu first)
{
	struct arena_mark mark = arena_mark(set->layout->scratch);
	struct rows_want want = rows_want(set, 0, first);
	struct rows_pages pages = rows_divide(&want, set->layout->scratch);
	emu height = rows_raise(&want, &pages, set->style->row_most);
	size_t i;

	for (i = 0; i < set->n_pieces; i++) {
		emu *of = &set->heights[set->pieces[i].row];

		if (!want.rigid[i] && *of < height)
			*of = height;
	}
	arena_release(set->layout->scratch, mark);
}

struct table_set *table_prepare_alone(struct layout *layout,
				      struct table_types *types,
				      const struct block *block,
				      const struct frame frames[2], emu title,
				      bool *landscape)
{
	struct table_set *set = open_set(layout, block);
	struct sizing_room room = {
	    .width = {frames[0].width, frames[1].width},
	    .may = {block->table.orientation != TABLE_LANDSCAPE,
		    block->table.orientation != TABLE_PORTRAIT},
	    .alone = true};
	struct table_size size =
	    sizing_choose(layout, types, block, set->grid, &room);
	emu first;

	set->landscape = size.landscape;
	set->frame = frames[size.landscape];
	*landscape = size.landscape;
	first = set->frame.height - title;
	build(set, &size, 0);
	report_size(set);
	if (set->n_pieces > 0) {
		tighten(set, &room, first);
		raise_rows(set, first);
	}
	begin_placing(set);
	return set;
}

struct table_set *table_prepare(struct layout *layout,
				struct table_types *types,
				const struct block *block,
				const struct frame *frame)
{
	struct table_set *set = open_set(layout, block);
	bool landscape = frame->width > frame->height;
	struct sizing_room room = {.width = {frame->width, frame->width},
				   .may = {!landscape, landscape}};
	struct table_size size =
	    sizing_choose(layout, types, block, set->grid, &room);

	set->landscape = landscape;
	set->frame = *frame;
	build(set, &size, 0);
	report_size(set);
	begin_placing(set);
	return set;
}

emu table_height(const struct table_set *set)
{
	int64_t height = set->unit_height + set->notes_height + set->above +
			 set->below + rows_height(set, 0, set->n_head);
	size_t i;

	for (i = 0; i < set->n_pieces; i++)
		height += table_piece_height(set, i);
	return height > INT32_MAX / 4 ? INT32_MAX / 4 : (emu)height;
}

size_t table_pieces(const struct table_set *set)
{
	return set->n_pieces > 0 ? set->n_pieces : 1;
}

/* Whether the part with its enlarged rows goes into the room. */
static bool part_fits(const struct table_set *set, size_t from, size_t to,
		      emu room)
{
	struct arena_mark mark = arena_mark(set->layout->scratch);
	int64_t height = set->unit_height + (from == 0 ? set->above : 0);
	size_t n, i;
	const struct part_row *rows = part_rows(set, from, to, &n);

	for (i = 0; i < n; i++)
		height += rows[i].height;
	if (to == set->n_pieces)
		height += set->notes_height;
	arena_release(set->layout->scratch, mark);
	return height <= room;
}

/* The end of the first page's part, by the best division. */
static size_t first_end(const struct table_set *set, size_t piece, emu room,
			bool fresh)
{
	struct arena_mark mark = arena_mark(set->layout->scratch);
	struct rows_want here = rows_want(set, piece, room);
	struct rows_want next = here;
	struct rows_pages pages = rows_divide(&here, set->layout->scratch);
	struct rows_pages later;
	size_t end = piece + pages.ends[0];
	bool move = here.heights[0] + here.again[0] > room;

	if (!fresh) {
		next.first = set->frame.height;
		later = rows_divide(&next, set->layout->scratch);
		move = move || later.broken < pages.broken ||
		       (set->style->whole && later.n == 1 && pages.n > 1);
	}
	arena_release(set->layout->scratch, mark);
	return move && !fresh ? piece : end;
}

size_t table_fit(struct table_set *set, size_t piece, emu room, bool fresh)
{
	size_t end;

	if (set->n_pieces == 0)
		return fresh || table_height(set) - set->below <= room ? 1 : 0;
	end = first_end(set, piece, room, fresh);
	while (end > piece + 1 && !part_fits(set, piece, end, room))
		end--;
	if (end == piece + 1 && !fresh && !part_fits(set, piece, end, room))
		end = piece;
	return end;
}
