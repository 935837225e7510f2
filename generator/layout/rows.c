/* SPDX-License-Identifier: MIT */
/*
 * Division by dynamic programming from the end: the best division of the
 * pieces from i on is known for all later i, so each is found by trying the
 * ends that its page has room for. The measure of evenness is the sum of the
 * squares of the heights: 19 + 18 rows cost less than 20 + 17. Where pages are
 * to be filled there is no such measure, and of divisions that are as good as
 * each other the one with the fuller page is taken.
 */
#include "layout/rows.h"

#include "base/arena.h"

/* Heights are squared in this unit, so that sums stay within 64 bits. */
#define SQUARE_UNIT (EMU_PER_MM / 10)

/* Filled pages leave so many pieces for the last one, or so much of its room
 * [1/1000]: not a row or two. */
#define LAST_PIECES 3
#define LAST_SHARE  150

/* The best division of the pieces from one on. */
struct division {
	size_t broken, pages;
	size_t few; /* last pages with too little on them: 0 or 1 */
	int64_t squares;
	size_t end; /* of its first page */
};

static bool better(const struct division *a, const struct division *b)
{
	if (a->broken != b->broken)
		return a->broken < b->broken;
	if (a->pages != b->pages)
		return a->pages < b->pages;
	if (a->few != b->few)
		return a->few < b->few;
	return a->squares <= b->squares; /* later ends are tried later */
}

static emu room_of(const struct rows_want *want, size_t from)
{
	return (from == 0 ? want->first : want->next) - want->again[from];
}

static emu tail_of(const struct rows_want *want, size_t end)
{
	return end == want->n ? want->tail : 0;
}

/* Whether from..end are too little for a page that ends the table. */
static bool is_little(const struct rows_want *want, size_t from, size_t end,
		      int64_t used)
{
	return end == want->n && from > 0 && end - from < LAST_PIECES &&
	       used * 1000 < (int64_t)room_of(want, from) * LAST_SHARE;
}

/* The pieces from..end as a page before those that are divided already. */
static struct division page_before(const struct rows_want *want,
				   const struct division *best, size_t from,
				   size_t end, int64_t used)
{
	struct division d = best[end];
	int64_t units = used / SQUARE_UNIT;

	d.end = end;
	d.pages++;
	d.broken += end < want->n ? want->keep[end] : 0;
	if (!want->fill)
		d.squares += units * units;
	else if (is_little(want, from, end, used))
		d.few = 1;
	return d;
}

static struct division divide_from(const struct rows_want *want,
				   const struct division *best, size_t from)
{
	struct division found = {.end = 0};
	int64_t room = room_of(want, from);
	int64_t used = 0;
	size_t end;

	for (end = from + 1; end <= want->n; end++) {
		struct division d;

		used += want->heights[end - 1];
		if (end > from + 1 && used > room)
			break;
		if (used + tail_of(want, end) > room && end > from + 1)
			continue; /* only the notes do not go in */
		d = page_before(want, best, from, end, used);
		if (found.end == 0 || better(&d, &found))
			found = d;
	}
	return found;
}

struct rows_pages rows_divide(const struct rows_want *want, struct arena *arena)
{
	struct division *best =
	    ARENA_ARRAY(arena, want->n + 1, struct division);
	struct rows_pages pages = {.ends = NULL};
	size_t *ends;
	size_t i;

	for (i = want->n; i-- > 0;)
		best[i] = divide_from(want, best, i);
	ends = ARENA_ARRAY(arena, best[0].pages, size_t);
	for (i = 0; i < want->n; i = best[i].end)
		ends[pages.n++] = best[i].end;
	pages.ends = ends;
	pages.broken = best[0].broken;
	return pages;
}

/* Height of the pieces from..to with the rows raised to height. */
static int64_t raised(const struct rows_want *want, size_t from, size_t to,
		      emu height)
{
	int64_t sum = 0;
	size_t i;

	for (i = from; i < to; i++)
		sum += want->rigid[i] || want->heights[i] > height
			   ? want->heights[i]
			   : height;
	return sum;
}

/* The greatest height from least to most that the page bears. */
static emu raise_page(const struct rows_want *want, size_t from, size_t to,
		      emu least, emu most)
{
	int64_t room = room_of(want, from) - tail_of(want, to);

	while (least < most) {
		emu middle = most - (most - least) / 2;

		if (raised(want, from, to, middle) <= room)
			least = middle;
		else
			most = middle - 1;
	}
	return least;
}

static emu least_row(const struct rows_want *want)
{
	emu least = INT32_MAX;
	size_t i;

	for (i = 0; i < want->n; i++)
		if (!want->rigid[i] && want->heights[i] < least)
			least = want->heights[i];
	return least == INT32_MAX ? 0 : least;
}

emu rows_raise(const struct rows_want *want, const struct rows_pages *pages,
	       emu most)
{
	emu least = least_row(want);
	emu height = most / EMU_PER_TWIP * EMU_PER_TWIP;
	size_t from = 0;
	size_t i;

	if (height <= least)
		return least;
	for (i = 0; i < pages->n; i++) {
		height = raise_page(want, from, pages->ends[i], least, height);
		from = pages->ends[i];
	}
	height = height / EMU_PER_TWIP * EMU_PER_TWIP;
	return height < least ? least : height;
}

int64_t rows_spare(const struct rows_want *want, const struct rows_pages *pages)
{
	int64_t least = INT32_MAX;
	size_t from = 0;
	size_t i;

	for (i = 0; i < pages->n; i++) {
		size_t end = pages->ends[i];
		int64_t spare = room_of(want, from) - tail_of(want, end) -
				raised(want, from, end, 0);

		if (spare < least)
			least = spare;
		from = end;
	}
	return least;
}

int rows_last_share(const struct rows_want *want)
{
	size_t from = 0;
	int64_t used = 0;
	size_t i;

	for (i = 0; i < want->n; i++) {
		used += want->heights[i];
		if (i > from &&
		    used + tail_of(want, i + 1) > room_of(want, from)) {
			from = i;
			used = want->heights[i];
		}
	}
	if (want->n == 0 || room_of(want, from) <= 0)
		return 1000;
	return (int)(used * 1000 / room_of(want, from));
}
