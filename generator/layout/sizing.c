/* SPDX-License-Identifier: MIT */
/*
 * The cells are measured once, at the style's first size; trials scale that.
 * A trial is an orientation, a type size, how many lines headings may take
 * and how alike siblings are to be; the first that keeps names on one line
 * wins. Tables of one type are measured together and share what was found.
 */
#include "layout/sizing.h"

#include "base/arena.h"
#include "layout/columns.h"

/* White beside a figure: on its left and, at least, on its right. */
#define AMOUNT_LEFT  EMU_MM(1.0)
#define AMOUNT_RIGHT EMU_MM(1.5)

/* Amounts are widened to so much before names are [1/1000 em]. */
#define AMOUNT_EASY 6500

/* Least width of amounts on a landscape page, of that on a portrait one. */
#define LANDSCAPE_AMOUNT_PERCENT 75

/* White beside text where nothing else fits. */
#define PAD_TIGHT EMU_MM(0.5)

/* White on each side of headings beyond their pad [1/1000 em]. */
#define AIR_MOST 500
#define AIR_STEP 250

/* Least width of amounts while headings have air [1/1000 em]. */
#define AMOUNT_COMFORT 4400

/* A type of table: what was found for its first one holds for all. */
struct table_type {
	struct str name;
	int style;
	size_t n_columns;
	struct sizing_room room;
	struct table_size size;
};

struct table_types {
	struct table_type *list;
	size_t n, room;
};

struct trial {
	bool landscape;
	emu size; /* [emu] */
	emu pad;  /* [emu] */
	enum heading_break heading;
	enum alike alike;
	int air;	  /* [1/1000 em] beside headings, beyond the pad */
	bool whole;	  /* names on one line … */
	bool texts;	  /* … and free text too */
	emu amount_least; /* [emu] */
};

struct sizing {
	struct layout *layout;
	const struct table *table;
	const struct table_style *style;
	const struct sizing_room *room;
	struct column_claims claims;
	struct table_size found;
};

struct table_types *table_types_open(struct layout *layout)
{
	return ARENA_NEW(layout->arena, struct table_types);
}

emu sizing_amount_white(void)
{
	return AMOUNT_LEFT + AMOUNT_RIGHT;
}

static emu first_size(const struct table_style *style, bool landscape)
{
	emu size = landscape ? style->size_landscape : style->size_portrait;

	return size > 0 ? size : EMU_PT(10.5);
}

static emu least_size(const struct sizing *z)
{
	const struct table_style *style = z->style;
	bool wide = style->wide_columns > 0 && style->size_least_wide > 0 &&
		    z->table->n_columns >= (size_t)style->wide_columns;
	emu least = wide ? style->size_least_wide : style->size_least;

	return least > 0 ? least : first_size(style, false);
}

static emu step_of(const struct table_style *style)
{
	return style->size_step > 0 ? style->size_step : EMU_PT(0.5);
}

static emu pad_of(const struct sizing *z)
{
	return z->style->wide_columns > 0 &&
		       z->table->n_columns >= (size_t)z->style->wide_columns
		   ? z->style->pad_many
		   : z->style->pad;
}

/* Thousandths of an em. */
static emu scaled(const struct trial *trial, int ems)
{
	return (emu)((int64_t)trial->size * ems / 1000);
}

/* Whether the columns are wide enough in this trial. */
static bool attempt(struct sizing *z, const struct trial *trial)
{
	struct columns_want want = {
	    .columns = z->table->columns,
	    .n = z->table->n_columns,
	    .claims = &z->claims,
	    .width = z->room->width[trial->landscape],
	    .base = first_size(z->style, false),
	    .size = trial->size,
	    .pad = trial->pad,
	    .pad_head = z->style->pad_head < trial->pad ? z->style->pad_head
							: trial->pad,
	    .amount_white = sizing_amount_white(),
	    .amount_least = trial->amount_least,
	    .heading = trial->heading,
	    .alike = trial->alike,
	    .whole = trial->whole,
	    .texts = trial->texts,
	};
	emu *widths;

	want.air = scaled(trial, trial->air);
	want.pad_head += want.air;
	if (trial->air > 0 && want.amount_least < scaled(trial, AMOUNT_COMFORT))
		want.amount_least = scaled(trial, AMOUNT_COMFORT);
	want.share_spare = z->style->center_amounts;
	if (trial->pad <= PAD_TIGHT)
		want.amount_white = 2 * PAD_TIGHT;
	want.amount_easy = scaled(trial, AMOUNT_EASY);
	z->found.fits =
	    columns_solve(&want, z->layout->arena, &widths, &z->found.tight);
	z->found.widths = widths;
	z->found.size = trial->size;
	z->found.pad = trial->pad;
	z->found.landscape = trial->landscape;
	return z->found.fits;
}

/* How headings and siblings may be, the best first. */
static const struct manner {
	enum heading_break heading;
	enum alike alike;
} manners[] = {
    {HEADING_WHOLE, ALIKE_ALL},	       {HEADING_HEADS, ALIKE_ALL},
    {HEADING_HEADS, ALIKE_BY_HEADING}, {HEADING_LONG, ALIKE_ALL},
    {HEADING_LONG, ALIKE_BY_HEADING},  {HEADING_TWO, ALIKE_BY_HEADING},
    {HEADING_THREE, ALIKE_ALL},	       {HEADING_THREE, ALIKE_BY_HEADING},
    {HEADING_TWO, ALIKE_NONE},	       {HEADING_THREE, ALIKE_NONE},
};
#define N_MANNERS (sizeof(manners) / sizeof(manners[0]))

/* Manners that break no short heading, and no long one more than once. */
#define N_GOOD_MANNERS 5

/* Of these the first that breaks headings between any words. */
#define FIRST_CLOSE_MANNER 3

/* The manners from..to, with air beside headings from most down to least. */
static bool attempt_manners(struct sizing *z, struct trial trial,
			    const struct manner *from, const struct manner *to,
			    bool airy)
{
	for (; from < to; from++) {
		trial.heading = from->heading;
		trial.alike = from->alike;
		for (trial.air = airy ? AIR_MOST : 0;
		     trial.air >= (airy ? AIR_STEP : 0); trial.air -= AIR_STEP)
			if (attempt(z, &trial))
				return true;
	}
	return false;
}

static bool has_texts(const struct sizing *z)
{
	size_t i;

	for (i = 0; i < z->table->n_columns; i++)
		if (z->table->columns[i].kind == COLUMN_TEXT)
			return true;
	return false;
}

/* Short texts on one line like names, if headings need not suffer for that. */
static bool attempt_texts(struct sizing *z, struct trial trial)
{
	const struct manner *good = manners + N_GOOD_MANNERS;

	trial.texts = true;
	return has_texts(z) && attempt(z, &trial) &&
	       (attempt_manners(z, trial, manners, good, true) ||
		attempt_manners(z, trial, manners, good, false));
}

/* One size; first whether it goes at all. */
static bool attempt_size(struct sizing *z, struct trial trial)
{
	const struct manner *good = manners + N_GOOD_MANNERS;
	const struct manner *end = manners + N_MANNERS;

	trial.heading = HEADING_THREE;
	trial.alike = ALIKE_NONE;
	trial.air = 0;
	if (!attempt(z, &trial))
		return false;
	if (!trial.whole) /* room goes to names before headings */
		return attempt_manners(z, trial, manners + FIRST_CLOSE_MANNER,
				       end, false);
	return attempt_texts(z, trial) ||
	       attempt_manners(z, trial, manners, good, true) ||
	       attempt_manners(z, trial, manners, good, false) ||
	       attempt_manners(z, trial, good, end, true) ||
	       attempt_manners(z, trial, good, end, false);
}

/* The sizes from the first one down to least, names on one line. */
static bool attempt_whole(struct sizing *z, bool landscape, emu least)
{
	struct trial trial = {
	    .landscape = landscape, .pad = pad_of(z), .whole = true};

	trial.amount_least = z->style->amount_least;
	if (landscape)
		trial.amount_least =
		    trial.amount_least / 100 * LANDSCAPE_AMOUNT_PERCENT;
	trial.size = first_size(z->style, landscape);
	for (; trial.size >= least; trial.size -= step_of(z->style))
		if (attempt_size(z, trial))
			return true;
	return false;
}

/* The same with names that break. */
static bool attempt_broken(struct sizing *z, bool landscape)
{
	struct trial trial = {.landscape = landscape, .pad = pad_of(z)};

	trial.size = first_size(z->style, landscape);
	for (; trial.size >= least_size(z); trial.size -= step_of(z->style))
		if (attempt_size(z, trial))
			return true;
	return false;
}

/* Least type, least white: what does not fit then is reported. */
static void attempt_tight(struct sizing *z, bool landscape)
{
	struct trial trial = {.landscape = landscape, .pad = PAD_TIGHT};

	trial.size = least_size(z);
	attempt_size(z, trial);
}

/* Alone on its pages: portrait if names stay whole, else landscape; the
 * smallest type only for many columns, and landscape. */
static void choose_alone(struct sizing *z)
{
	const bool *may = z->room->may;
	emu least = z->style->size_least;

	if (may[0] && attempt_whole(z, false, least))
		return;
	if (may[1] && attempt_whole(z, true, least_size(z)))
		return;
	if (attempt_broken(z, may[1]))
		return;
	attempt_tight(z, may[1]);
}

/* Among other blocks, where type should stay as large as the text's: names
 * rather break. */
static void choose_within(struct sizing *z)
{
	bool landscape = z->room->may[1];
	emu first = first_size(z->style, landscape);

	if (attempt_whole(z, landscape, first) || attempt_broken(z, landscape))
		return;
	attempt_tight(z, landscape);
}

/* Columns as the template has them, brought to the room's width. */
static void choose_fixed(struct sizing *z)
{
	bool landscape = !z->room->may[0];
	emu room = z->room->width[landscape];
	size_t n = z->table->n_columns;
	emu *widths = ARENA_ARRAY(z->layout->arena, n, emu);
	int64_t sum = 0;
	int64_t at = 0;
	size_t i;

	for (i = 0; i < n; i++)
		sum += z->table->columns[i].width;
	for (i = 0; i < n && sum > 0; i++) {
		int64_t next = at + z->table->columns[i].width;

		widths[i] = (emu)(next * room / sum) - (emu)(at * room / sum);
		at = next;
	}
	z->found = (struct table_size){.size = first_size(z->style, landscape),
				       .pad = pad_of(z),
				       .widths = widths,
				       .landscape = landscape,
				       .fits = true};
}

/* Whether each column has its place already. */
static bool fixed(const struct sizing *z)
{
	size_t i;

	for (i = 0; i < z->table->n_columns; i++)
		if (z->table->columns[i].width <= 0)
			return false;
	return z->style->fixed && z->table->n_columns > 0;
}

static void measure(struct sizing *z, const struct grid *grid)
{
	struct cell_setting setting = {.layout = z->layout,
				       .grid = grid,
				       .style = z->style,
				       .size = first_size(z->style, false),
				       .pad = z->style->pad};
	struct column_measure measure = {&setting, cell_claim};

	columns_measure(&z->claims, grid, &measure, z->layout->arena);
}

/* Measures the other tables of the type too, so that one size fits all. */
static void measure_type(struct sizing *z, const struct block *block)
{
	const struct doc *doc = z->layout->doc;
	size_t i;
	size_t k;

	for (i = 0; i < doc->n_sections; i++) {
		for (k = 0; k < doc->sections[i].n_blocks; k++) {
			const struct block *other = &doc->sections[i].blocks[k];

			if (other->kind != BLOCK_TABLE || other == block ||
			    !str_equal(other->table.type, z->table->type) ||
			    other->table.style != z->table->style ||
			    other->table.n_columns != z->table->n_columns)
				continue;
			measure(z, grid_resolve(&other->table, other->id,
						z->layout->arena, NULL));
		}
	}
}

static bool same_room(const struct sizing_room *a, const struct sizing_room *b)
{
	return a->width[0] == b->width[0] && a->width[1] == b->width[1] &&
	       a->may[0] == b->may[0] && a->may[1] == b->may[1] &&
	       a->alone == b->alone;
}

static const struct table_type *find_type(const struct table_types *types,
					  const struct sizing *z)
{
	size_t i;

	for (i = 0; i < types->n; i++) {
		if (str_equal(types->list[i].name, z->table->type) &&
		    types->list[i].style == z->table->style &&
		    types->list[i].n_columns == z->table->n_columns &&
		    same_room(&types->list[i].room, z->room))
			return &types->list[i];
	}
	return NULL;
}

static void add_type(struct table_types *types, const struct sizing *z)
{
	types->list = arena_grow(z->layout->arena, types->list, types->n,
				 &types->room, sizeof(*types->list));
	types->list[types->n++] =
	    (struct table_type){z->table->type, z->table->style,
				z->table->n_columns, *z->room, z->found};
}

struct sizing_room sizing_room_alone(const struct table *table,
				     const struct frame frames[2])
{
	return (struct sizing_room){
	    .width = {frames[0].width, frames[1].width},
	    .may = {table->orientation != TABLE_LANDSCAPE,
		    table->orientation != TABLE_PORTRAIT},
	    .alone = true};
}

struct sizing_room sizing_room_within(const struct frame *frame)
{
	bool landscape = frame->width > frame->height;

	return (struct sizing_room){.width = {frame->width, frame->width},
				    .may = {!landscape, landscape}};
}

struct table_size sizing_choose(struct layout *layout,
				struct table_types *types,
				const struct block *block,
				const struct grid *grid,
				const struct sizing_room *room)
{
	struct sizing z = {.layout = layout,
			   .table = &block->table,
			   .style =
			       cell_table_style(layout->doc, &block->table),
			   .room = room};
	const struct table_type *type = NULL;

	if (fixed(&z)) {
		choose_fixed(&z);
		return z.found;
	}
	if (block->table.type.n > 0)
		type = find_type(types, &z);
	if (type != NULL)
		return type->size;
	measure(&z, grid);
	if (block->table.type.n > 0)
		measure_type(&z, block);
	if (room->alone)
		choose_alone(&z);
	else
		choose_within(&z);
	if (block->table.type.n > 0)
		add_type(types, &z);
	return z.found;
}

bool sizing_smaller(struct layout *layout, const struct grid *grid,
		    const struct sizing_room *room,
		    const struct table_size *size, struct table_size *smaller)
{
	struct sizing z = {.layout = layout,
			   .table = grid->table,
			   .style = cell_table_style(layout->doc, grid->table),
			   .room = room};
	struct trial trial = {
	    .landscape = size->landscape, .pad = size->pad, .whole = true};

	trial.size = size->size - step_of(z.style);
	if (trial.size < least_size(&z) || fixed(&z))
		return false;
	measure(&z, grid);
	if (!attempt_size(&z, trial))
		return false;
	*smaller = z.found;
	return true;
}
