/* SPDX-License-Identifier: MIT */
#include "compare/align.h"

#include "base/arena.h"

/* Paths through the grid of both lists: furthest[d][k] is how far in a the
 * best path with d differences gets on diagonal k = x - y. */
struct grid {
	const struct str *a, *b;
	ptrdiff_t n_a, n_b;
	ptrdiff_t **furthest; /* by d; each has 2 d + 1 diagonals */
};

static ptrdiff_t *diagonal(const struct grid *grid, ptrdiff_t d, ptrdiff_t k)
{
	return &grid->furthest[d][k + d];
}

/* Where a path with d differences comes onto diagonal k: down (an item of b
 * more) or right (an item of a more). */
static bool comes_down(const struct grid *grid, ptrdiff_t d, ptrdiff_t k)
{
	return k == -d || (k != d && *diagonal(grid, d - 1, k - 1) <
					 *diagonal(grid, d - 1, k + 1));
}

static ptrdiff_t start_of(const struct grid *grid, ptrdiff_t d, ptrdiff_t k)
{
	if (d == 0)
		return 0;
	return comes_down(grid, d, k) ? *diagonal(grid, d - 1, k + 1)
				      : *diagonal(grid, d - 1, k - 1) + 1;
}

/* All paths with d differences; true: one of them reaches the end. */
static bool go(struct grid *grid, ptrdiff_t d, struct arena *arena)
{
	ptrdiff_t k;

	grid->furthest[d] = ARENA_ARRAY(arena, (size_t)(2 * d + 1), ptrdiff_t);
	for (k = -d; k <= d; k += 2) {
		ptrdiff_t x = start_of(grid, d, k);

		while (x < grid->n_a && x - k < grid->n_b && x - k >= 0 &&
		       str_equal(grid->a[x], grid->b[x - k]))
			x++;
		*diagonal(grid, d, k) = x;
		if (k == grid->n_a - grid->n_b && x >= grid->n_a)
			return true;
	}
	return false;
}

/* Which items of either list stand in one only. */
struct lone {
	bool *in_a, *in_b;
};

/* Walks the path back from the end. */
static void walk_back(const struct grid *grid, ptrdiff_t d, struct lone *lone)
{
	ptrdiff_t k = grid->n_a - grid->n_b;

	for (; d > 0; d--) {
		ptrdiff_t x = start_of(grid, d, k);

		if (comes_down(grid, d, k)) {
			lone->in_b[x - k - 1] = true;
			k++;
		} else {
			lone->in_a[x - 1] = true;
			k--;
		}
	}
}

static void add(struct differences *differences, size_t a, size_t b,
		struct arena *arena)
{
	differences->list =
	    arena_grow(arena, differences->list, differences->n,
		       &differences->room, sizeof(*differences->list));
	differences->list[differences->n++] = (struct difference){a, b};
}

/* Lone items at one place: the first of a became the first of b, and so on;
 * what is left over is there in one list only. */
static void pair_up(const struct grid *grid, const struct lone *lone,
		    struct differences *differences, struct arena *arena)
{
	size_t n_a = (size_t)grid->n_a;
	size_t n_b = (size_t)grid->n_b;
	size_t a = 0;
	size_t b = 0;

	while (a < n_a || b < n_b) {
		bool left = a < n_a && lone->in_a[a];
		bool right = b < n_b && lone->in_b[b];

		if (left || right)
			add(differences, left ? a : ALIGN_NONE,
			    right ? b : ALIGN_NONE, arena);
		a += left || !right;
		b += right || !left;
	}
}

struct differences align(const struct str *a, size_t n_a, const struct str *b,
			 size_t n_b, size_t most, struct arena *arena)
{
	struct differences differences = {.n = 0};
	struct grid grid = {a, b, (ptrdiff_t)n_a, (ptrdiff_t)n_b,
			    ARENA_ARRAY(arena, most + 1, ptrdiff_t *)};
	struct lone lone = {ARENA_ARRAY(arena, n_a, bool),
			    ARENA_ARRAY(arena, n_b, bool)};
	size_t d = 0;

	while (d <= most && !go(&grid, (ptrdiff_t)d, arena))
		d++;
	differences.too_many = d > most;
	if (differences.too_many)
		return differences;
	walk_back(&grid, (ptrdiff_t)d, &lone);
	pair_up(&grid, &lone, &differences, arena);
	return differences;
}
