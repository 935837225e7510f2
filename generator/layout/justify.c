/* SPDX-License-Identifier: MIT */
/*
 * Total fit. Each way to a break is kept only in its cheapest form for each
 * class of tightness, so that a tight line beside a loose one has its price.
 * Integers only: the same lines on every machine.
 */
#include "layout/justify.h"

#include <string.h>

#include "base/arena.h"
#include "layout/linebreak.h"

/* A line is never looked for over more boxes than this. */
#define LINE_MOST 1500

/* In a measure narrower than so many ems （一） stands out by an em at most:
 * its marks are not torn off. */
#define NARROW_EMS 3

/* Classes of tightness, from squeezed to wide. */
#define N_CLASSES 5

/* Prices. A line whose gaps are stretched by a fifth of their bound (a Han
 * gap by 0.05 em) has badness 100, so 12100; by half of it, 2.5 million: that
 * is better than a last line of one character. */
#define PRICE_TORN	 20000000 /* within a word, or where marks forbid it */
#define PRICE_TIGHT	 1500000
#define PRICE_POOR	 1000000
#define PRICE_SHORT_LAST 2500000 /* one character and its stop */
#define PRICE_CLASS	 150
#define PRICE_OVERFULL	 100000000
#define PRICE_LINE	 1000000000 /* where the fewest lines are wanted */
#define PRICE_LONE	 30000	    /* a balanced line of one character */

/* What a balanced line pays for its end, by sense: rather a line more than a
 * torn word. */
static const int64_t sense_price[] = {PRICE_LINE + PRICE_LINE / 2, 2500, 1000,
				      0};

/* The cheapest way to a break; its last line is priced again when it is
 * wanted. */
struct way {
	int64_t cost;  /* < 0: there is none */
	uint32_t from; /* index of the break before, in fitting.breaks */
	int from_class;
};

struct fitting {
	const struct boxes *boxes;
	const struct fit_want *want;
	bool *open;	/* by box: a line may begin with it */
	size_t *breaks; /* boxes that may begin a line; 0 and n included */
	size_t n_breaks;
	size_t first;	  /* break of the longest line that goes in */
	uint32_t *fewest; /* by break: lines to it, at least */
	int n_classes;	  /* 1 where no gap changes */
	struct way *ways; /* by break, n_classes of each */
};

/* The ways to a break, by class. */
static struct way *ways_to(const struct fitting *f, size_t at)
{
	return &f->ways[at * (size_t)f->n_classes];
}

/* The class of a line that stands as it is. */
static int class_as_it_is(const struct fitting *f)
{
	return f->n_classes / 2;
}

static bool keep_first(const struct fitting *f, size_t from)
{
	return from == 0 && f->want->indent_first > 0;
}

static int64_t line_width(const struct fitting *f, size_t from)
{
	return f->want->width - (from == 0 ? f->want->indent_first : 0);
}

static struct stretch stretch_of(const struct fitting *f, size_t from,
				 size_t to)
{
	return boxes_stretch(f->boxes, from, to, keep_first(f, from));
}

/* Width when all is squeezed that can be. */
static int64_t least_width(const struct stretch *s)
{
	return s->width - s->shrink - s->half;
}

/* A code that fills a line may be torn before this box: 0046|2310, not 95|%. */
static bool tears_word(const struct boxes *boxes, size_t i)
{
	const struct box *box = &boxes->boxes[i];

	return box->letter == LETTER_WORD && box[-1].letter != LETTER_OPEN &&
	       !letter_after_number(boxes->glyphs[box->glyph].code);
}

/* Opens the places within boxes from..to that are at least of this level. */
static void open_places(struct fitting *f, size_t from, size_t to,
			enum break_level level)
{
	const struct box *box = f->boxes->boxes;
	size_t i;

	for (i = from + 1; i < to; i++)
		if (box[i].level >= level ||
		    (level == BREAK_WORD && tears_word(f->boxes, i)))
			f->open[i] = true;
}

/* By how much a piece may stand out before it is torn at this level. */
static int64_t overhang(const struct fitting *f, enum break_level level)
{
	bool narrow = f->want->width < NARROW_EMS * (int64_t)f->boxes->em;

	return narrow && level == BREAK_NEVER ? f->boxes->em : 0;
}

/* Opens places of this level within pieces that are wider than a line; false:
 * there are none. */
static bool open_wide_pieces(struct fitting *f, enum break_level level)
{
	int64_t spare = overhang(f, level);
	size_t n = f->boxes->n;
	bool wide = false;
	size_t from = 0;
	size_t i;

	for (i = 1; i <= n; i++) {
		struct stretch s;

		if (i < n && !f->open[i])
			continue;
		s = stretch_of(f, from, i);
		if (least_width(&s) > line_width(f, from) + spare) {
			open_places(f, from, i, level);
			wide = true;
		}
		from = i;
	}
	return wide;
}

/*
 * Pieces that are wider than a line get further places to break: first poor
 * and tight ones, then within words, then anywhere.
 */
static void open_places_enough(struct fitting *f)
{
	static const enum break_level levels[] = {BREAK_POOR, BREAK_TIGHT,
						  BREAK_WORD, BREAK_NEVER};
	size_t i = 0;

	while (i < sizeof(levels) / sizeof(*levels) &&
	       open_wide_pieces(f, levels[i]))
		i++;
}

static void collect_breaks(struct fitting *f, struct arena *arena)
{
	size_t i;

	f->breaks = ARENA_ARRAY(arena, f->boxes->n + 1, size_t);
	for (i = 0; i < f->boxes->n; i++)
		if (f->open[i])
			f->breaks[f->n_breaks++] = i;
	f->breaks[f->n_breaks++] = f->boxes->n;
}

/* How far the gaps are stretched (> 0) or squeezed (< 0): 5000 and -1000 are
 * the bounds. */
static int64_t ratio_of(const struct stretch *s, int64_t change)
{
	if (change < 0)
		return s->shrink > 0 ? change * 1000 / s->shrink : -1000000;
	if (change == 0)
		return 0;
	return s->stretch > 0 ? change * 5000 / s->stretch : 1000000;
}

static int64_t badness(int64_t ratio)
{
	int64_t r = ratio < 0 ? -ratio : ratio;

	/* A line that stays short is far worse than one at the bound. */
	if (r > 5000)
		return 15000 + (r < 1000000 ? r : 1000000) / 100;
	if (ratio < 0) /* numbers and marks that stand close are seen first */
		return r * r * r / 7000000;
	return r * r * r / 10000000;
}

static int class_of(int64_t ratio)
{
	if (ratio < -600)
		return 0;
	if (ratio < -150)
		return 1;
	if (ratio <= 450)
		return 2;
	return ratio <= 1000 ? 3 : 4;
}

static int64_t square(int64_t x)
{
	return x * x;
}

static int64_t break_price(const struct fitting *f, size_t to)
{
	if (to == f->boxes->n)
		return 0;
	switch ((enum break_level)f->boxes->boxes[to].level) {
	case BREAK_NEVER:
	case BREAK_WORD: return PRICE_TORN;
	case BREAK_TIGHT: return PRICE_TIGHT;
	case BREAK_POOR: return PRICE_POOR;
	case BREAK_FREE: break;
	}
	return 0;
}

/* One character, with the marks that close it at most. */
static bool is_lone(const struct fitting *f, const struct stretch *s)
{
	size_t i;

	for (i = s->from + 1; i < s->to; i++)
		if (!letter_blank_after(f->boxes->boxes[i].letter))
			return false;
	return s->to > s->from;
}

/* The last line stands as it is, if it goes in; its price. */
static int64_t price_last(const struct fitting *f, struct fit_line *line,
			  int64_t room)
{
	const struct stretch *s = &line->stretch;

	line->half = room < 0;
	line->change = 0;
	return s->from > 0 && is_lone(f, s) ? PRICE_SHORT_LAST : 100;
}

/* Full lines: the change and its price; the mark at the end whole or half. */
static int64_t price_justified(const struct fitting *f, struct fit_line *line,
			       int64_t room, bool last, int *class)
{
	struct stretch *s = &line->stretch;
	int64_t whole = ratio_of(s, room);
	int64_t half = ratio_of(s, room + s->half);

	if (last && room + s->half >= 0)
		return price_last(f, line, room);
	if (s->half > 0 && badness(half) < badness(whole)) {
		line->half = true;
		room += s->half;
		whole = half;
	}
	line->change = (emu)room;
	*class = class_of(whole);
	return square(10 + badness(whole));
}

/* Lines as they are: squeezed only where the text would not fit. */
static int64_t price_ragged(const struct fitting *f, struct fit_line *line,
			    int64_t room)
{
	struct stretch *s = &line->stretch;
	int64_t tenths = 10 * s->width / (f->boxes->em > 0 ? f->boxes->em : 1);
	int64_t price = PRICE_LINE;

	if (room < 0) {
		line->half = s->half > 0;
		room += s->half;
		line->change = room < 0 ? (emu)room : 0;
		price += square(10 + badness(ratio_of(s, line->change)));
	} else if (f->want->manner == FIT_RAGGED && s->to < f->boxes->n) {
		price += square(room * 1000 / (line_width(f, s->from) + 1)) / 5;
	}
	if (f->want->manner == FIT_BALANCE)
		price += square(tenths);
	if (s->from > 0 && is_lone(f, s))
		price += PRICE_SHORT_LAST;
	return price;
}

static int64_t price_sense(const struct fitting *f, const struct stretch *s,
			   size_t to)
{
	int64_t price = 0;

	if (f->want->manner != FIT_BALANCE)
		return 0;
	if (to < f->boxes->n)
		price += sense_price[f->boxes->boxes[to].sense];
	if (is_lone(f, s))
		price += PRICE_LONE;
	return price;
}

/* Price of the boxes from..to as a line; what is too wide is overfull. */
static int64_t price_line(const struct fitting *f, size_t from, size_t to,
			  struct fit_line *line, int *class)
{
	int64_t room;
	int64_t price;

	*line = (struct fit_line){.stretch = stretch_of(f, from, to)};
	room = line_width(f, from) - line->stretch.width;
	*class = class_as_it_is(f);
	if (least_width(&line->stretch) > line_width(f, from)) {
		line->half = line->stretch.half > 0;
		line->change = (emu)-line->stretch.shrink;
		return PRICE_OVERFULL + PRICE_LINE;
	}
	if (f->want->manner == FIT_JUSTIFY)
		price =
		    price_justified(f, line, room, to == f->boxes->n, class);
	else
		price = price_ragged(f, line, room);
	return price + price_sense(f, &line->stretch, to) + break_price(f, to);
}

/* Takes the line after the cheapest way to its beginning, in each class; of
 * equal ones the later break. */
static void try_line(struct fitting *f, size_t from, size_t to, int64_t price,
		     int class)
{
	const struct way *ways = ways_to(f, from);
	struct way *way = &ways_to(f, to)[class];
	int k;

	for (k = 0; k < f->n_classes; k++) {
		const struct way *before = &ways[k];
		int64_t apart = from == 0 || k == class ? 0 : k - class;
		int64_t cost;

		if (before->cost < 0)
			continue;
		cost = before->cost + price;
		if (f->want->manner == FIT_JUSTIFY && square(apart) > 1)
			cost += PRICE_CLASS * square(apart);
		if (way->cost < 0 || cost <= way->cost)
			*way = (struct way){cost, (uint32_t)from, k};
	}
}

static bool too_wide(const struct fitting *f, size_t from, size_t to)
{
	struct stretch s = stretch_of(f, f->breaks[from], f->breaks[to]);

	return f->breaks[to] - f->breaks[from] > LINE_MOST ||
	       least_width(&s) > line_width(f, f->breaks[from]);
}

/* A full line that gaps at their bound do not fill: shorter ones are worse. */
static bool too_short(const struct fitting *f, size_t to,
		      const struct fit_line *line)
{
	return f->want->manner == FIT_JUSTIFY && to + 1 < f->n_breaks &&
	       line->change > line->stretch.stretch;
}

/* Where the fewest lines are wanted: there is a way to this break with fewer
 * than a line from there, or from any break behind it, would make. */
static bool too_many(const struct fitting *f, size_t from, size_t to)
{
	const struct way *way = ways_to(f, to);

	return f->want->manner != FIT_JUSTIFY && way->cost >= 0 &&
	       way->cost < PRICE_LINE * ((int64_t)f->fewest[from] + 1);
}

/* All lines that end at the break, from the longest that goes in to those
 * that are too short or too many. */
static void reach_break(struct fitting *f, size_t to)
{
	size_t from;

	while (f->first + 1 < to && too_wide(f, f->first, to))
		f->first++;
	f->fewest[to] = f->fewest[f->first] + 1;
	for (from = f->first; from < to && !too_many(f, from, to); from++) {
		struct fit_line line;
		int class;
		int64_t price = price_line(f, f->breaks[from], f->breaks[to],
					   &line, &class);

		try_line(f, from, to, price, class);
		if (too_short(f, to, &line))
			break;
	}
}

/* The class of the cheapest way to a break. */
static int cheapest(const struct fitting *f, size_t at)
{
	const struct way *ways = ways_to(f, at);
	int class = 0;
	int k;

	for (k = 0; k < f->n_classes; k++)
		if (ways[k].cost >= 0 &&
		    (ways[class].cost < 0 || ways[k].cost < ways[class].cost))
			class = k;
	return class;
}

static size_t count_lines(const struct fitting *f, size_t at, int class)
{
	size_t n = 0;

	for (; at > 0; n++) {
		const struct way *way = &ways_to(f, at)[class];

		at = way->from;
		class = way->from_class;
	}
	return n;
}

static struct fit_line *trace_back(const struct fitting *f, struct arena *arena,
				   size_t *n)
{
	size_t at = f->n_breaks - 1;
	int class = cheapest(f, at);
	struct fit_line *lines;
	size_t i = count_lines(f, at, class);

	*n = i;
	lines = ARENA_ARRAY(arena, i, struct fit_line);
	while (at > 0) {
		const struct way *way = &ways_to(f, at)[class];

		price_line(f, f->breaks[way->from], f->breaks[at], &lines[--i],
			   &class);
		at = way->from;
		class = way->from_class;
	}
	return lines;
}

static void open_free_places(struct fitting *f, struct arena *arena)
{
	size_t i;

	f->open = ARENA_ARRAY(arena, f->boxes->n + 1, bool);
	for (i = 0; i < f->boxes->n; i++)
		f->open[i] = box_open(f->boxes, i);
}

static void open_ways(struct fitting *f, struct arena *arena)
{
	size_t n;
	size_t i;

	f->n_classes = f->want->manner == FIT_JUSTIFY ? N_CLASSES : 1;
	n = f->n_breaks * (size_t)f->n_classes;
	f->fewest = ARENA_ARRAY(arena, f->n_breaks, uint32_t);
	f->ways = ARENA_ARRAY(arena, n, struct way);
	for (i = 0; i < n; i++)
		f->ways[i].cost = -1;
	ways_to(f, 0)[class_as_it_is(f)].cost = 0;
}

struct fit_line *fit_lines(const struct boxes *boxes,
			   const struct fit_want *want, struct arena *arena,
			   size_t *n)
{
	struct fitting f = {.boxes = boxes, .want = want};
	size_t i;

	if (boxes->n == 0) {
		*n = 1;
		return ARENA_NEW(arena, struct fit_line);
	}
	open_free_places(&f, arena);
	open_places_enough(&f);
	collect_breaks(&f, arena);
	open_ways(&f, arena);
	for (i = 1; i < f.n_breaks; i++)
		reach_break(&f, i);
	return trace_back(&f, arena, n);
}

struct fit_line fit_single(const struct boxes *boxes,
			   const struct fit_want *want)
{
	struct fit_line line = {0};
	int64_t room;

	line.stretch =
	    boxes_stretch(boxes, 0, boxes->n, want->indent_first > 0);
	room = want->width - want->indent_first - line.stretch.width;
	if (room < 0) {
		line.half = line.stretch.half > 0;
		room += line.stretch.half;
		if (room < -line.stretch.shrink)
			room = -line.stretch.shrink;
		line.change = room < 0 ? (emu)room : 0;
	}
	return line;
}

int64_t fit_widest_piece(const struct boxes *boxes, bool by_words)
{
	int64_t widest = 0;
	size_t from = 0;
	size_t i;

	for (i = 1; i <= boxes->n; i++) {
		const struct box *box = &boxes->boxes[i];
		struct stretch s;

		if (i < boxes->n && (!box_open(boxes, i) ||
				     (by_words && box->sense == SENSE_NONE)))
			continue;
		s = boxes_stretch(boxes, from, i, false);
		if (least_width(&s) > widest)
			widest = least_width(&s);
		from = i;
	}
	return widest;
}
