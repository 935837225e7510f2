/* SPDX-License-Identifier: MIT */
/*
 * Each column has a least and a most (bounds.c). Room above the least goes to
 * columns of text, so that the rows together are lowest; what is left then
 * widens amounts to an easy width, then text.
 */
#include "layout/columns.h"

#include "base/arena.h"
#include "layout/bounds.h"

/* Columns of text beyond this are not balanced against each other. */
#define BALANCED_MOST 8

struct solving {
	const struct columns_want *want;
	struct column *columns;
	emu *widths;
};

void columns_measure(struct column_claims *claims, const struct grid *grid,
		     const struct column_measure *measure, struct arena *arena)
{
	int i;

	for (i = 0; i < grid->n_cells; i++) {
		const struct grid_cell *cell = &grid->cells[i];
		struct column_claim claim = {.column = cell->column,
					     .span = cell->colspan,
					     .row = claims->n_rows + cell->row};

		if (cell->rowspan > 1)
			claim.row = -1;
		if (!measure->claim(measure->context, cell, &claim))
			continue;
		claims->list = arena_grow(arena, claims->list, claims->n,
					  &claims->room, sizeof(claim));
		claims->list[claims->n++] = claim;
	}
	claims->n_rows += grid->n_rows;
}

static emu smaller(emu a, emu b)
{
	return a < b ? a : b;
}

/* Lines that a claim takes, as far as widths alone tell. */
static int64_t lines(const struct solving *s, const struct column_claim *claim)
{
	emu em = s->want->size;
	int64_t room = -bounds_white(s->want, claim);
	int64_t most = bounds_scaled(s->want, claim->most);
	int i;

	for (i = 0; i < claim->span; i++)
		room += s->widths[claim->column + i];
	if (most <= room)
		return 1;
	room -= em / 2; /* a line is seldom full */
	if (room < em)
		room = em;
	return (most + room - 1) / room;
}

/* Sum of the rows' lines: what the widths of text are to make least. */
static int64_t table_lines(const struct solving *s)
{
	const struct column_claims *claims = s->want->claims;
	int64_t sum = 0;
	int64_t highest = 0;
	int row = -1;
	size_t i;

	for (i = 0; i < claims->n; i++) {
		const struct column_claim *claim = &claims->list[i];
		int64_t n;

		if (claim->row < 0 || claim->heading)
			continue;
		if (claim->row != row) {
			sum += highest;
			highest = 0;
		}
		row = claim->row;
		n = lines(s, claim);
		if (n > highest)
			highest = n;
	}
	return sum + highest;
}

static int64_t weight_of(const struct solving *s, size_t i)
{
	const struct column *c = &s->columns[i];

	if (!c->flexible || s->widths[i] >= c->most)
		return 0;
	return s->want->columns[i].weight > 0
		   ? (int64_t)s->want->columns[i].weight * s->want->size
		   : c->most - c->least;
}

/* Shares rest among columns of text, by weight or by what they lack, none
 * beyond its most; returns what nobody wants. */
static emu share(struct solving *s, emu rest)
{
	size_t n = s->want->n;
	bool again = true;
	size_t i;

	while (rest > 0 && again) {
		int64_t sum = 0;
		emu spent = 0;

		for (i = 0; i < n; i++)
			sum += weight_of(s, i);
		again = false;
		for (i = 0; i < n && sum > 0; i++) {
			emu gain = (emu)(rest * weight_of(s, i) / sum);
			emu lack = s->columns[i].most - s->widths[i];

			if (weight_of(s, i) > 0 && gain >= lack) {
				gain = lack;
				again = true;
			}
			if (weight_of(s, i) == 0)
				continue;
			s->widths[i] += gain;
			spent += gain;
		}
		rest -= spent;
	}
	return rest;
}

/* How much of step can go from column to column. */
static emu movable(const struct solving *s, size_t from, size_t to, emu step)
{
	const struct column *a = &s->columns[from];
	const struct column *b = &s->columns[to];

	if (from == to || !a->flexible || !b->flexible ||
	    s->want->columns[from].weight != 0 ||
	    s->want->columns[to].weight != 0 ||
	    s->want->columns[from].siblings != 0 ||
	    s->want->columns[to].siblings != 0)
		return 0;
	step = smaller(step, s->widths[from] - a->least);
	return smaller(step, b->most - s->widths[to]);
}

/* One round of moving step from column to column; true: it helped. */
static bool balance_round(struct solving *s, emu step, int64_t *best)
{
	bool helped = false;
	size_t from;
	size_t to;

	for (from = 0; from < s->want->n; from++) {
		for (to = 0; to < s->want->n; to++) {
			emu move = movable(s, from, to, step);
			int64_t sum;

			if (move <= 0)
				continue;
			s->widths[from] -= move;
			s->widths[to] += move;
			sum = table_lines(s);
			if (sum < *best) {
				*best = sum;
				helped = true;
				continue;
			}
			s->widths[from] += move;
			s->widths[to] -= move;
		}
	}
	return helped;
}

/* Moves width between columns of text while the rows become lower. */
static void balance(struct solving *s, emu rest)
{
	int64_t best = table_lines(s);
	size_t n = 0;
	int rounds = 0;
	emu step;
	size_t i;

	for (i = 0; i < s->want->n; i++)
		n += s->columns[i].flexible ? 1 : 0;
	if (n < 2 || n > BALANCED_MOST)
		return;
	for (step = rest / 2; step >= s->want->size / 2; step /= 2)
		for (rounds = 0; rounds < 4; rounds++)
			if (!balance_round(s, step, &best))
				break;
}

/* A heading that lacks less than this for one line gets it [1/10 em]. */
#define NEARLY_WHOLE 15

/* Gives headings that nearly go on one line what they lack. */
static emu mend_headings(struct solving *s, emu rest)
{
	const struct columns_want *want = s->want;
	size_t i;

	for (i = 0; i < want->claims->n; i++) {
		const struct column_claim *claim = &want->claims->list[i];
		emu whole = bounds_scaled(want, claim->head[HEADING_WHOLE]) +
			    2 * want->pad_head;
		emu lack = whole - s->widths[claim->column];

		if (!claim->heading || claim->span != 1 || lack <= 0 ||
		    s->columns[claim->column].fixed || lack > rest ||
		    lack > want->size / 10 * NEARLY_WHOLE)
			continue;
		s->widths[claim->column] += lack;
		rest -= lack;
	}
	return rest;
}

/* Widens the narrowest columns of figures together, up to the easy width. */
static emu ease_amounts(struct solving *s, emu rest)
{
	const struct columns_want *want = s->want;
	emu low = want->amount_easy;
	emu high = 0;
	size_t i;

	/* The level to which rest reaches, found by halving. */
	while (high < low) {
		emu level = low - (low - high) / 2;
		int64_t need = 0;

		for (i = 0; i < want->n; i++)
			if (bounds_figures(want->columns[i].kind) &&
			    !s->columns[i].fixed && s->widths[i] < level)
				need += level - s->widths[i];
		if (need <= rest)
			high = level;
		else
			low = level - 1;
	}
	for (i = 0; i < want->n; i++) {
		if (bounds_figures(want->columns[i].kind) &&
		    !s->columns[i].fixed && s->widths[i] < high) {
			rest -= high - s->widths[i];
			s->widths[i] = high;
		}
	}
	return rest;
}

/* The share that a column has of room that no text needs. */
static int64_t spare_share(const struct solving *s, size_t i, bool text)
{
	const struct table_column *of = &s->want->columns[i];

	if (s->columns[i].fixed || (text && !s->columns[i].flexible) ||
	    (!text && of->kind == COLUMN_SEQ))
		return 0;
	return of->weight > 0 ? (int64_t)of->weight * s->want->size
			      : s->widths[i];
}

/* Shares rest by width: among columns of text, else all that are not fixed;
 * the last emus go to the widest. */
static void spare(struct solving *s, emu rest)
{
	size_t n = s->want->n;
	int64_t sum = 0;
	bool text = !s->want->share_spare;
	emu left = rest;
	size_t widest = 0;
	size_t i;

	for (i = 0; i < n; i++)
		sum += spare_share(s, i, text);
	if (sum == 0) {
		text = false;
		for (i = 0; i < n; i++)
			sum += spare_share(s, i, text);
	}
	for (i = 0; i < n; i++) {
		int64_t part = spare_share(s, i, text);
		emu gain = sum > 0 ? (emu)(rest * part / sum) : 0;

		s->widths[i] += gain;
		left -= gain;
		if (s->widths[i] > s->widths[widest])
			widest = i;
	}
	s->widths[widest] += left;
}

/* All columns narrower by the same share: the last resort. */
static void squeeze(struct solving *s, int64_t sum)
{
	emu left = s->want->width;
	size_t i;

	if (sum < 1)
		sum = 1;
	for (i = 0; i < s->want->n; i++) {
		s->widths[i] =
		    (emu)(s->columns[i].least * (int64_t)s->want->width / sum);
		left -= s->widths[i];
	}
	s->widths[s->want->n - 1] += left;
}

static bool settle(struct solving *s, size_t *tight)
{
	int64_t sum = 0;
	emu rest;
	size_t i;

	*tight = 0;
	for (i = 0; i < s->want->n; i++) {
		s->widths[i] = s->columns[i].least;
		sum += s->widths[i];
		if (s->widths[i] > s->widths[*tight])
			*tight = i;
	}
	if (sum > s->want->width) {
		squeeze(s, sum);
		return false;
	}
	rest = (emu)(s->want->width - sum);
	sum = rest;
	rest = share(s, rest);
	balance(s, (emu)sum);
	rest = mend_headings(s, rest);
	rest = ease_amounts(s, rest);
	spare(s, rest);
	return true;
}

bool columns_solve(const struct columns_want *want, struct arena *arena,
		   emu **widths, size_t *tight)
{
	struct solving s = {.want = want};

	*tight = 0;
	s.widths = ARENA_ARRAY(arena, want->n, emu);
	*widths = s.widths;
	if (want->n == 0)
		return true;
	s.columns = ARENA_ARRAY(arena, want->n, struct column);
	bounds_find(want, s.columns);
	return settle(&s, tight);
}
