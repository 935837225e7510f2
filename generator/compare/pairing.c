/* SPDX-License-Identifier: MIT */
#include "compare/pairing.h"

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/utf8.h"

/* Beyond so many differences the order is given up. */
#define DIFFERENCES_MOST 1000
/* Pairs that are looked at in one gap; more is another text altogether. */
#define GAP_MOST 10000
/* From here on two texts are versions of one. */
#define LIKENESS_LEAST 400

struct pairing_work {
	const struct pairing_list *a, *b;
	struct pairing pairing;
	bool *ordered; /* by item of a: paired where it stands */
	struct arena *arena;
};

static void pair(struct pairing *pairing, size_t a, size_t b)
{
	pairing->of_a[a] = b;
	pairing->of_b[b] = a;
}

/* Equal items in order. */
static void pair_in_order(struct pairing_work *work)
{
	struct pairing *pairing = &work->pairing;
	struct differences found =
	    align(work->a->keys, work->a->n, work->b->keys, work->b->n,
		  DIFFERENCES_MOST, work->arena);
	bool *lone_a = ARENA_ARRAY(work->arena, work->a->n + 1, bool);
	bool *lone_b = ARENA_ARRAY(work->arena, work->b->n + 1, bool);
	size_t b = 0;
	size_t i;

	if (found.too_many)
		return;
	for (i = 0; i < found.n; i++) {
		if (found.list[i].a != ALIGN_NONE)
			lone_a[found.list[i].a] = true;
		if (found.list[i].b != ALIGN_NONE)
			lone_b[found.list[i].b] = true;
	}
	for (i = 0; i < work->a->n; i++) {
		if (lone_a[i])
			continue;
		while (lone_b[b])
			b++;
		pair(pairing, i, b++);
		work->ordered[i] = true;
	}
}

/* Equal items that stand elsewhere now. */
static void pair_moved(struct pairing_work *work)
{
	struct pairing *pairing = &work->pairing;
	struct map first = {.arena = work->arena};
	uint32_t *next = ARENA_ARRAY(work->arena, work->b->n + 1, uint32_t);
	size_t i;

	for (i = work->b->n; i-- > 0;)
		if (pairing->of_b[i] == ALIGN_NONE)
			next[i] =
			    map_put(&first, work->b->keys[i], (uint32_t)i);
	for (i = 0; i < work->a->n; i++) {
		uint32_t at;

		if (pairing->of_a[i] != ALIGN_NONE)
			continue;
		at = map_find(&first, work->a->keys[i]);
		while (at != MAP_NONE && pairing->of_b[at] != ALIGN_NONE)
			at = next[at];
		if (at != MAP_NONE)
			pair(pairing, i, at);
	}
}

/* Neighbouring characters, each pair once with how often it stands there. */
static size_t count_pairs(struct map *counts, struct str text, bool take,
			  size_t *common)
{
	size_t n = 0;
	size_t at = 0;

	while (at < text.n) {
		size_t start = at;
		size_t next;
		struct str both;
		uint32_t count;

		utf8_next(text, &at);
		next = at;
		if (next < text.n)
			utf8_next(text, &next);
		both = str_slice(text, start, next - start);
		count = map_find(counts, both);
		count = count == MAP_NONE ? 0 : count;
		if (!take)
			map_put(counts, both, count + 1);
		else if (count > 0)
			map_put(counts, both, count - 1);
		*common += take && count > 0;
		n++;
	}
	return n;
}

int likeness(struct str a, struct str b)
{
	struct arena *arena = arena_open();
	struct map counts = {.arena = arena};
	size_t common = 0;
	size_t n = count_pairs(&counts, a, false, &common);

	n += count_pairs(&counts, b, true, &common);
	arena_close(arena);
	return n == 0 ? 1000 : (int)(2000 * common / n);
}

/* Items without a fellow, between two that are paired in order. */
struct gap {
	size_t first_a, end_a, first_b, end_b;
};

/* The two lone items of the gap that are most alike; false: none are. */
static bool best_of(const struct pairing_work *work, const struct gap *gap,
		    const int *like, size_t *a, size_t *b)
{
	size_t width = gap->end_b - gap->first_b;
	int best = LIKENESS_LEAST - 1;
	size_t i;
	size_t k;

	for (i = gap->first_a; i < gap->end_a; i++) {
		for (k = gap->first_b; k < gap->end_b; k++) {
			int now = like[(i - gap->first_a) * width +
				       (k - gap->first_b)];

			if (now <= best ||
			    work->pairing.of_a[i] != ALIGN_NONE ||
			    work->pairing.of_b[k] != ALIGN_NONE)
				continue;
			best = now;
			*a = i;
			*b = k;
		}
	}
	return best >= LIKENESS_LEAST;
}

static void pair_in_gap(struct pairing_work *work, const struct gap *gap)
{
	size_t height = gap->end_a - gap->first_a;
	size_t width = gap->end_b - gap->first_b;
	size_t a = 0;
	size_t b = 0;
	int *like;
	size_t i;

	if (height == 0 || width == 0 || height > GAP_MOST / width)
		return;
	like = ARENA_ARRAY(work->arena, height * width, int);
	for (i = 0; i < height * width; i++) {
		a = gap->first_a + i / width;
		b = gap->first_b + i % width;
		if (work->pairing.of_a[a] == ALIGN_NONE &&
		    work->pairing.of_b[b] == ALIGN_NONE)
			like[i] =
			    likeness(work->a->words[a], work->b->words[b]);
	}
	while (best_of(work, gap, like, &a, &b))
		pair(&work->pairing, a, b);
}

/* Between items that are paired in order. */
static void pair_alike(struct pairing_work *work)
{
	struct gap gap = {.first_a = 0};
	size_t i;

	for (i = 0; i <= work->a->n; i++) {
		if (i < work->a->n && !work->ordered[i])
			continue;
		gap.end_a = i;
		gap.end_b = i < work->a->n ? work->pairing.of_a[i] : work->b->n;
		pair_in_gap(work, &gap);
		gap.first_a = i + 1;
		gap.first_b = gap.end_b + 1;
	}
}

struct pairing pairing_of(const struct pairing_list *a,
			  const struct pairing_list *b, struct arena *arena)
{
	struct pairing_work work = {.a = a, .b = b, .arena = arena};
	size_t i;

	work.pairing.of_a = ARENA_ARRAY(arena, a->n + 1, size_t);
	work.pairing.of_b = ARENA_ARRAY(arena, b->n + 1, size_t);
	work.ordered = ARENA_ARRAY(arena, a->n + 1, bool);
	for (i = 0; i < a->n; i++)
		work.pairing.of_a[i] = ALIGN_NONE;
	for (i = 0; i < b->n; i++)
		work.pairing.of_b[i] = ALIGN_NONE;
	pair_in_order(&work);
	pair_moved(&work);
	if (a->words != NULL && b->words != NULL)
		pair_alike(&work);
	return work.pairing;
}
