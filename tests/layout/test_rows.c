/* SPDX-License-Identifier: MIT */
/* Rows into pages, heights: numbers only. */
#include "layout/rows.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/str.h"
#include "cmocka_all.h"

#define MOST 400

/* n rows of one height on pages of a room; what is repeated takes again. */
struct fixture {
	emu heights[MOST], again[MOST];
	uint8_t keep[MOST];
	bool rigid[MOST];
	struct rows_want want;
};

static struct rows_want *rows_of(struct fixture *f, size_t n, emu height,
				 emu again, emu first, emu next)
{
	size_t i;

	for (i = 0; i < MOST; i++) {
		f->heights[i] = height;
		f->again[i] = again;
		f->keep[i] = 0;
		f->rigid[i] = false;
	}
	f->want = (struct rows_want){.heights = f->heights,
				     .again = f->again,
				     .keep = f->keep,
				     .rigid = f->rigid,
				     .n = n,
				     .first = first,
				     .next = next};
	return &f->want;
}

/* Rows on each page: "19 18 ". */
static struct str pages_of(const struct rows_want *want, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	struct rows_pages pages = rows_divide(want, arena);
	size_t from = 0;
	size_t i;

	for (i = 0; i < pages.n; i++) {
		buf_format(&buf, "%zu ", pages.ends[i] - from);
		from = pages.ends[i];
	}
	return buf_str(&buf);
}

static void rows_are_spread_evenly(void **state)
{
	struct arena *arena = arena_open();
	struct fixture f;

	(void)state;
	/* 37 rows, 20 to a page: 19 + 18, not 20 + 17. */
	rows_of(&f, 37, EMU_MM(6), EMU_MM(20), EMU_MM(140), EMU_MM(140));
	assert_str(pages_of(&f.want, arena), "19 18 ");
	/* 21 rows: never a page with one row. */
	f.want.n = 21;
	assert_str(pages_of(&f.want, arena), "11 10 ");
	f.want.n = 41;
	assert_str(pages_of(&f.want, arena), "14 14 13 ");
	f.want.n = 20;
	assert_str(pages_of(&f.want, arena), "20 ");
	arena_close(arena);
}

static void pages_are_filled_where_asked(void **state)
{
	struct arena *arena = arena_open();
	struct fixture f;

	(void)state;
	rows_of(&f, 37, EMU_MM(6), EMU_MM(20), EMU_MM(140), EMU_MM(140));
	f.want.fill = true;
	assert_str(pages_of(&f.want, arena), "20 17 ");
	f.want.n = 50;
	assert_str(pages_of(&f.want, arena), "20 20 10 ");
	/* Never a page with a row or two … */
	f.want.n = 21;
	assert_str(pages_of(&f.want, arena), "18 3 ");
	/* … unless they are high, … */
	f.heights[19] = f.heights[20] = EMU_MM(10);
	assert_str(pages_of(&f.want, arena), "19 2 ");
	f.heights[19] = f.heights[20] = EMU_MM(6);
	/* … as long as that costs no page, and no keep. */
	f.want.n = 20;
	assert_str(pages_of(&f.want, arena), "20 ");
	f.want.n = 22;
	f.keep[19] = 1;
	assert_str(pages_of(&f.want, arena), "18 4 ");
	/* A header row at the foot goes with the row below it. */
	f.want.n = 37;
	f.keep[19] = 0;
	f.keep[20] = 1;
	assert_str(pages_of(&f.want, arena), "19 18 ");
	arena_close(arena);
}

static void fewest_pages_first(void **state)
{
	struct arena *arena = arena_open();
	struct fixture f;

	(void)state;
	/* The title takes three rows of the first page. */
	rows_of(&f, 37, EMU_MM(6), EMU_MM(20), EMU_MM(122), EMU_MM(140));
	assert_str(pages_of(&f.want, arena), "17 20 ");
	arena_close(arena);
}

static void kept_rows_begin_no_page(void **state)
{
	struct arena *arena = arena_open();
	struct fixture f;
	size_t i;

	(void)state;
	rows_of(&f, 37, EMU_MM(6), EMU_MM(20), EMU_MM(140), EMU_MM(140));
	f.keep[19] = 1;
	assert_str(pages_of(&f.want, arena), "18 19 ");
	/* The totals 32 to 37 stay whole. */
	rows_of(&f, 37, EMU_MM(6), 0, EMU_MM(210), EMU_MM(210));
	for (i = 32; i < 37; i++)
		f.keep[i] = 1;
	assert_str(pages_of(&f.want, arena), "19 18 ");
	for (i = 17; i < 32; i++)
		f.keep[i] = 1;
	assert_str(pages_of(&f.want, arena), "16 21 ");
	arena_close(arena);
}

static void a_block_taller_than_a_page_is_broken(void **state)
{
	struct arena *arena = arena_open();
	struct fixture f;
	struct rows_pages pages;
	size_t i;

	(void)state;
	rows_of(&f, 40, EMU_MM(6), 0, EMU_MM(100), EMU_MM(100));
	for (i = 1; i < 40; i++)
		f.keep[i] = 1;
	pages = rows_divide(&f.want, arena);
	assert_int_equal(pages.n, 3);
	assert_int_equal(pages.broken, 2);
	/* … where it is least bad. */
	rows_of(&f, 20, EMU_MM(6), 0, EMU_MM(66), EMU_MM(66));
	for (i = 1; i < 20; i++)
		f.keep[i] = i == 9 ? 1 : 3;
	assert_str(pages_of(&f.want, arena), "9 11 ");
	arena_close(arena);
}

static void piece_higher_than_its_page_stands_alone(void **state)
{
	struct arena *arena = arena_open();
	struct fixture f;

	(void)state;
	rows_of(&f, 3, EMU_MM(6), 0, EMU_MM(50), EMU_MM(50));
	f.heights[1] = EMU_MM(80);
	assert_str(pages_of(&f.want, arena), "1 1 1 ");
	arena_close(arena);
}

static void notes_stay_with_the_last_row(void **state)
{
	struct arena *arena = arena_open();
	struct fixture f;

	(void)state;
	rows_of(&f, 20, EMU_MM(6), 0, EMU_MM(120), EMU_MM(120));
	assert_str(pages_of(&f.want, arena), "20 ");
	f.want.tail = EMU_MM(5);
	assert_str(pages_of(&f.want, arena), "10 10 ");
	arena_close(arena);
}

static void rows_are_raised_to_fill(void **state)
{
	struct arena *arena = arena_open();
	struct fixture f;
	struct rows_pages pages;
	emu height;

	(void)state;
	/* The fuller page has 19 rows in 120 mm: 6.3 mm. */
	rows_of(&f, 37, EMU_MM(6), EMU_MM(20), EMU_MM(140), EMU_MM(140));
	pages = rows_divide(&f.want, arena);
	height = rows_raise(&f.want, &pages, EMU_MM(7.2));
	assert_int_equal(height % EMU_PER_TWIP, 0);
	assert_in_range(height, EMU_MM(120) / 19 - EMU_PER_TWIP,
			EMU_MM(120) / 19);
	/* Few rows: never more than most. */
	f.want.n = 5;
	pages = rows_divide(&f.want, arena);
	height = rows_raise(&f.want, &pages, EMU_MM(7.2));
	assert_in_range(height, EMU_MM(7.2) - EMU_PER_TWIP, EMU_MM(7.2));
	/* Rows of two lines keep their height and leave less. */
	rows_of(&f, 20, EMU_MM(6), 0, EMU_MM(130), EMU_MM(130));
	f.heights[3] = EMU_MM(10);
	pages = rows_divide(&f.want, arena);
	height = rows_raise(&f.want, &pages, EMU_MM(7.2));
	assert_in_range(height, EMU_MM(120) / 19 - EMU_PER_TWIP,
			EMU_MM(120) / 19);
	arena_close(arena);
}

static void raising_never_lowers(void **state)
{
	struct arena *arena = arena_open();
	struct fixture f;
	struct rows_pages pages;

	(void)state;
	rows_of(&f, 30, EMU_MM(6), 0, EMU_MM(180), EMU_MM(180));
	pages = rows_divide(&f.want, arena);
	assert_int_equal(rows_raise(&f.want, &pages, EMU_MM(5)), EMU_MM(6));
	assert_int_equal(rows_raise(&f.want, &pages, EMU_MM(7.2)), EMU_MM(6));
	arena_close(arena);
}

static void share_of_the_last_page(void **state)
{
	struct fixture f;

	(void)state;
	rows_of(&f, 25, EMU_MM(6), 0, EMU_MM(120), EMU_MM(120));
	assert_int_equal(rows_last_share(&f.want), 250);
	f.want.n = 40;
	assert_int_equal(rows_last_share(&f.want), 1000);
}

/* All pieces once and in order, no page over full unless a piece is. */
static void any_rows_any_room(void **state)
{
	unsigned seed = 7;
	int round;

	(void)state;
	for (round = 0; round < 500; round++) {
		struct arena *arena = arena_open();
		struct fixture f;
		struct rows_pages pages;
		size_t from = 0;
		size_t i;
		size_t k;

		rows_of(&f, 1 + (size_t)rand_r(&seed) % 120, EMU_MM(6),
			EMU_MM(rand_r(&seed) % 30), EMU_MM(100), EMU_MM(120));
		for (i = 0; i < f.want.n; i++) {
			f.heights[i] = EMU_MM(4 + rand_r(&seed) % 40);
			f.keep[i] = rand_r(&seed) % 3 == 0 ? 1 : 0;
		}
		pages = rows_divide(&f.want, arena);
		for (i = 0; i < pages.n; i++) {
			emu room = i == 0 ? f.want.first : f.want.next;
			int64_t sum = f.again[from];

			assert_true(pages.ends[i] > from);
			for (k = from; k < pages.ends[i]; k++)
				sum += f.heights[k];
			if (pages.ends[i] > from + 1)
				assert_true(sum <= room);
			from = pages.ends[i];
		}
		assert_int_equal(from, f.want.n);
		arena_close(arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(rows_are_spread_evenly),
	    cmocka_unit_test(pages_are_filled_where_asked),
	    cmocka_unit_test(fewest_pages_first),
	    cmocka_unit_test(kept_rows_begin_no_page),
	    cmocka_unit_test(a_block_taller_than_a_page_is_broken),
	    cmocka_unit_test(piece_higher_than_its_page_stands_alone),
	    cmocka_unit_test(notes_stay_with_the_last_row),
	    cmocka_unit_test(rows_are_raised_to_fill),
	    cmocka_unit_test(raising_never_lowers),
	    cmocka_unit_test(share_of_the_last_page),
	    cmocka_unit_test(any_rows_any_room),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
