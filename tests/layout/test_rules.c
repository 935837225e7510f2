/* SPDX-License-Identifier: MIT */
/* Rules of a grid: merged, none twice, weights, closed frame. */
#include "layout/rules.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/str.h"
#include "cmocka_all.h"

#define INSIDE 4
#define HEAVY  8
#define FRAME  10

static const bool none[8];

static struct str dump(const struct rules_want *want, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t n;
	size_t i;
	const struct item_rule *rules = rules_make(want, arena, &n);

	for (i = 0; i < n; i++)
		buf_format(&buf, "%d,%d-%d,%d:%d ", rules[i].x0, rules[i].y0,
			   rules[i].x1, rules[i].y1, rules[i].weight);
	return buf_str(&buf);
}

static const emu x[] = {0, 100, 200, 300};
static const emu y[] = {0, 50, 100, 150};

static struct rules_want want_of(const int *cell)
{
	return (struct rules_want){.x = x,
				   .y = y,
				   .cell = cell,
				   .n_rows = 2,
				   .n_columns = 2,
				   .heavy_left = none,
				   .heavy_above = none,
				   .frame = FRAME,
				   .heavy = HEAVY,
				   .inside = INSIDE};
}

static void plain_grid(void **state)
{
	static const int cells[] = {0, 1, 2, 3};
	struct arena *arena = arena_open();
	struct rules_want want = want_of(cells);

	(void)state;
	assert_str(dump(&want, arena), "0,50-200,50:4 100,0-100,100:4 "
				       "-5,0-205,0:10 -5,100-205,100:10 "
				       "0,0-0,100:10 200,0-200,100:10 ");
	arena_close(arena);
}

static void merged_cells_have_no_rule_inside(void **state)
{
	/* a a b   a a c   d e e */
	static const int cells[] = {0, 0, 1, 0, 0, 2, 3, 4, 4};
	struct arena *arena = arena_open();
	struct rules_want want = want_of(cells);

	(void)state;
	want.n_rows = 3;
	want.n_columns = 3;
	assert_str(dump(&want, arena), "200,50-300,50:4 0,100-300,100:4 "
				       "100,100-100,150:4 200,0-200,100:4 "
				       "-5,0-305,0:10 -5,150-305,150:10 "
				       "0,0-0,150:10 300,0-300,150:10 ");
	arena_close(arena);
}

static void a_cell_between_cuts_the_rule_in_two(void **state)
{
	/* a b c   d b e: the rule under a, and the one under c */
	static const int cells[] = {0, 1, 2, 3, 1, 4};
	struct arena *arena = arena_open();
	struct rules_want want = want_of(cells);

	(void)state;
	want.n_columns = 3;
	assert_str(dump(&want, arena), "0,50-100,50:4 200,50-300,50:4 "
				       "100,0-100,100:4 200,0-200,100:4 "
				       "-5,0-305,0:10 -5,100-305,100:10 "
				       "0,0-0,100:10 300,0-300,100:10 ");
	arena_close(arena);
}

static void heavy_where_asked(void **state)
{
	static const int cells[] = {0, 1, 2, 3};
	static const bool below_first[] = {false, true};
	struct arena *arena = arena_open();
	struct rules_want want = want_of(cells);

	(void)state;
	want.heavy_above = below_first;
	want.heavy_left = below_first;
	assert_str(dump(&want, arena), "0,50-200,50:8 100,0-100,100:8 "
				       "-5,0-205,0:10 -5,100-205,100:10 "
				       "0,0-0,100:10 200,0-200,100:10 ");
	arena_close(arena);
}

static void nothing_without_rows(void **state)
{
	struct arena *arena = arena_open();
	struct rules_want want = want_of(NULL);

	(void)state;
	want.n_rows = 0;
	assert_str(dump(&want, arena), "");
	arena_close(arena);
}

/* Whether the rule covers the middle of the edge between two places. */
static bool covers(const struct item_rule *rule, emu at_x, emu at_y,
		   bool horizontal)
{
	if (horizontal)
		return rule->y0 == rule->y1 && rule->y0 == at_y &&
		       rule->x0 <= at_x && rule->x1 >= at_x;
	return rule->x0 == rule->x1 && rule->x0 == at_x && rule->y0 <= at_y &&
	       rule->y1 >= at_y;
}

static size_t count_covers(const struct item_rule *rules, size_t n, emu at_x,
			   emu at_y, bool horizontal)
{
	size_t sum = 0;
	size_t i;

	for (i = 0; i < n; i++)
		sum += covers(&rules[i], at_x, at_y, horizontal) ? 1 : 0;
	return sum;
}

#define SIDE 8

/* Free places from there on, few of them. */
static int free_width(const int *cells, int row, int column, int most)
{
	int width = 1;

	while (width < most && column + width < SIDE &&
	       cells[row * SIDE + column + width] == 0)
		width++;
	return width;
}

/* Random rectangles as cells. */
static void fill_random(int *cells, unsigned *seed)
{
	int next = 1;
	int at;

	for (at = 0; at < SIDE * SIDE; at++)
		cells[at] = 0;
	for (at = 0; at < SIDE * SIDE; at++) {
		int row = at / SIDE;
		int column = at % SIDE;
		int height = 1 + rand_r(seed) % (SIDE - row);
		int width =
		    free_width(cells, row, column, 1 + rand_r(seed) % 4);
		int i;

		if (cells[at] != 0)
			continue;
		for (i = 0; i < height * width; i++)
			cells[(row + i / width) * SIDE + column + i % width] =
			    next;
		next++;
	}
}

/* Each edge between different cells has one rule, each other one none. */
static void no_gaps_no_doubles(void **state)
{
	emu edges[SIDE + 1];
	int cells[SIDE * SIDE];
	bool no[SIDE] = {false};
	struct rules_want want = {.x = edges,
				  .y = edges,
				  .cell = cells,
				  .n_rows = SIDE,
				  .n_columns = SIDE,
				  .heavy_left = no,
				  .heavy_above = no,
				  .frame = FRAME,
				  .heavy = HEAVY,
				  .inside = INSIDE};
	unsigned seed;
	int i;
	int k;

	(void)state;
	for (i = 0; i <= SIDE; i++)
		edges[i] = i * 100;
	for (seed = 1; seed <= 300; seed++) {
		struct arena *arena = arena_open();
		unsigned random = seed;
		struct item_rule *rules;
		size_t n;

		fill_random(cells, &random);
		rules = rules_make(&want, arena, &n);
		for (i = 0; i <= SIDE; i++) {
			for (k = 0; k < SIDE; k++) {
				bool edge = i == 0 || i == SIDE;

				assert_int_equal(
				    count_covers(rules, n, edges[k] + 50,
						 edges[i], true),
				    edge || cells[(i - 1) * SIDE + k] !=
						cells[i * SIDE + k]);
				assert_int_equal(
				    count_covers(rules, n, edges[i],
						 edges[k] + 50, false),
				    edge || cells[k * SIDE + i - 1] !=
						cells[k * SIDE + i]);
			}
		}
		arena_close(arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(plain_grid),
	    cmocka_unit_test(merged_cells_have_no_rule_inside),
	    cmocka_unit_test(a_cell_between_cuts_the_rule_in_two),
	    cmocka_unit_test(heavy_where_asked),
	    cmocka_unit_test(nothing_without_rows),
	    cmocka_unit_test(no_gaps_no_doubles),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
