/* SPDX-License-Identifier: MIT */
/*
 * Each inner edge of the grid is walked once; a stretch of it that has
 * different cells on its two sides becomes one rule. A stretch begins and
 * ends on an edge across it, so that butt ends lie within the rule that they
 * meet. Only the frame's corners need half a weight more.
 */
#include "layout/rules.h"

#include "base/arena.h"

struct ruling {
	const struct rules_want *want;
	struct item_rule *rules;
	size_t n, room;
	struct arena *arena;
};

static void add(struct ruling *r, struct item_rule rule)
{
	if (rule.weight <= 0 || (rule.x0 == rule.x1 && rule.y0 == rule.y1))
		return;
	r->rules = arena_grow(r->arena, r->rules, r->n, &r->room, sizeof(rule));
	r->rules[r->n++] = rule;
}

static int cell_at(const struct rules_want *want, int row, int column)
{
	return want
	    ->cell[(size_t)row * (size_t)want->n_columns + (size_t)column];
}

/* Whether a rule runs above (row, column); row > 0. */
static bool above(const struct rules_want *want, int row, int column)
{
	return cell_at(want, row - 1, column) != cell_at(want, row, column);
}

/* Whether one runs at its left; column > 0. */
static bool left(const struct rules_want *want, int row, int column)
{
	return cell_at(want, row, column - 1) != cell_at(want, row, column);
}

static void horizontal(struct ruling *r, int row)
{
	const struct rules_want *want = r->want;
	emu weight = want->heavy_above[row] ? want->heavy : want->inside;
	int from = 0;
	int column;

	for (column = 0; column <= want->n_columns; column++) {
		if (column < want->n_columns && above(want, row, column))
			continue;
		if (column > from)
			add(r, (struct item_rule){want->x[from], want->y[row],
						  want->x[column], want->y[row],
						  weight});
		from = column + 1;
	}
}

static void vertical(struct ruling *r, int column)
{
	const struct rules_want *want = r->want;
	emu weight = want->heavy_left[column] ? want->heavy : want->inside;
	int from = 0;
	int row;

	for (row = 0; row <= want->n_rows; row++) {
		if (row < want->n_rows && left(want, row, column))
			continue;
		if (row > from)
			add(r, (struct item_rule){
				   want->x[column], want->y[from],
				   want->x[column], want->y[row], weight});
		from = row + 1;
	}
}

static void frame(struct ruling *r)
{
	const struct rules_want *want = r->want;
	emu weight = want->frame;
	emu corner = weight / 2;
	emu x0 = want->x[0];
	emu x1 = want->x[want->n_columns];
	emu y0 = want->y[0];
	emu y1 = want->y[want->n_rows];

	add(r, (struct item_rule){x0 - corner, y0, x1 + corner, y0, weight});
	add(r, (struct item_rule){x0 - corner, y1, x1 + corner, y1, weight});
	add(r, (struct item_rule){x0, y0, x0, y1, weight});
	add(r, (struct item_rule){x1, y0, x1, y1, weight});
}

struct item_rule *rules_make(const struct rules_want *want, struct arena *arena,
			     size_t *n)
{
	struct ruling r = {.want = want, .arena = arena};
	int i;

	if (want->n_rows > 0 && want->n_columns > 0) {
		for (i = 1; i < want->n_rows; i++)
			horizontal(&r, i);
		for (i = 1; i < want->n_columns; i++)
			vertical(&r, i);
		frame(&r);
	}
	*n = r.n;
	return r.rules;
}
