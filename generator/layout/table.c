/* SPDX-License-Identifier: MIT */
/*
 * A table is prepared once: size and widths (sizing.c), texts in their lines
 * (cells.c), heights of rows and pieces (heights.c). How pieces go on pages is
 * division.c's, what stands on a page parts.c's.
 */
#include "layout/table.h"

#include "base/arena.h"
#include "base/diag.h"
#include "layout/division.h"
#include "layout/messages.h"
#include "layout/notes.h"
#include "layout/sizing.h"
#include "layout/table_set.h"

/* [1/1000] a last page that is less full is tried to be saved. */
#define LAST_PAGE_SHARE 333

/* White between a figure and its column's right edge: a share of the
 * narrowest column of figures [1/1000], but at least so much. */
#define AMOUNT_PAD_SHARE 150
#define AMOUNT_PAD_LEAST EMU_MM(1.5)
#define AMOUNT_LEFT	 EMU_MM(0.8)

static emu scale(emu length, int thousandths)
{
	return (emu)((int64_t)length * thousandths / 1000);
}

static emu larger(emu a, emu b)
{
	return a > b ? a : b;
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
	emu pad;
	emu room;
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
	emu pad = set->figure_pads[column];

	if (f->decimals[column] <= 0)
		return pad;
	return pad + cell_shift(setting, cell, f->decimals[column]);
}

/* White right of the figures of each column. */
static const emu *find_pads(const struct table_set *set,
			    const struct figures *f)
{
	size_t n = set->table->n_columns;
	emu *pads = ARENA_ARRAY(set->layout->arena, n, emu);
	size_t i;

	for (i = 0; i < n; i++) {
		pads[i] = set->amount_pad;
		if (set->style->center_amounts)
			pads[i] = (set->size.widths[i] - f->widest[i]) / 2;
	}
	return pads;
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
	set->figure_pads = find_pads(set, &f);
	for (i = 0; i < set->grid->n_cells; i++) {
		const struct grid_cell *cell = &set->grid->cells[i];

		texts[i] = cell_set(&setting, cell, cell_width(set, cell),
				    figure_pad(set, &f, &setting, cell));
	}
	set->texts = texts;
	arena_release(set->layout->scratch, mark);
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
	heights_set(set, less);
	notes_settle(set);
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

/* Lower rows, then smaller type too, if that saves a page. */
static void tighten(struct table_set *set, const struct sizing_room *room,
		    emu first)
{
	struct table_size size = set->size;
	struct table_size smaller;
	size_t n = division_pages(set, first);

	if (n < 2 || division_last_share(set, first) >= LAST_PAGE_SHARE)
		return;
	build(set, &size, TABLE_TIGHTER);
	if (division_pages(set, first) < n)
		return;
	if (set->table->type.n == 0 &&
	    sizing_smaller(set->layout, set->grid, room, &size, &smaller)) {
		build(set, &smaller, TABLE_TIGHTER);
		if (division_pages(set, first) < n)
			return;
	}
	build(set, &size, 0);
}

struct table_set *table_prepare_alone(struct layout *layout,
				      struct table_types *types,
				      const struct block *block,
				      const struct frame frames[2], emu title,
				      bool *landscape)
{
	struct table_set *set = open_set(layout, block);
	struct sizing_room room = sizing_room_alone(&block->table, frames);
	struct table_size size =
	    sizing_choose(layout, types, block, set->grid, &room);
	emu first;

	set->landscape = size.landscape;
	set->frame = frames[size.landscape];
	*landscape = size.landscape;
	set->title = title;
	first = set->frame.height - title;
	build(set, &size, 0);
	report_size(set);
	if (set->n_pieces > 0) {
		tighten(set, &room, first);
		division_raise(set, first);
	}
	begin_placing(set);
	return set;
}

struct table_set *table_prepare(struct layout *layout,
				struct table_types *types,
				const struct block *block,
				const struct frame *frame, emu title)
{
	struct table_set *set = open_set(layout, block);
	struct sizing_room room = sizing_room_within(frame);
	struct table_size size =
	    sizing_choose(layout, types, block, set->grid, &room);

	set->landscape = size.landscape;
	set->frame = *frame;
	set->title = title;
	build(set, &size, 0);
	report_size(set);
	begin_placing(set);
	return set;
}

emu table_height(const struct table_set *set)
{
	int64_t height = (int64_t)heights_sum(set) + set->unit_height +
			 set->notes_height + set->above + set->below;

	return height > INT32_MAX / 4 ? INT32_MAX / 4 : (emu)height;
}

size_t table_pieces(const struct table_set *set)
{
	return set->n_pieces > 0 ? set->n_pieces : 1;
}
