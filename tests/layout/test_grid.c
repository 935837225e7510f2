/* SPDX-License-Identifier: MIT */
/* Cells into places: literal tables, no lengths. */
#include "layout/grid.h"

#include "base/arena.h"
#include "cmocka_all.h"
#include "layout/messages.h"

#define CELL(at, columns, rows)                                                \
	{                                                                      \
		.column = (at), .colspan = (columns), .rowspan = (rows)        \
	}
#define ROW(of, list)                                                          \
	{                                                                      \
		.kind = (of), .cells = (list),                                 \
		.n_cells = sizeof(list) / sizeof((list)[0])                    \
	}

static const struct table_column columns[4];

static struct table table_of(const struct table_row *rows, size_t n)
{
	return (struct table){
	    .columns = columns, .n_columns = 4, .rows = rows, .n_rows = n};
}

/* The cells as letters, a row a line. */
static struct str picture(const struct grid *grid, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	int row;
	int column;

	for (row = 0; row < grid->n_rows; row++) {
		for (column = 0; column < grid->n_columns; column++)
			buf_add_char(&buf,
				     (char)('a' + (grid_at(grid, row, column) -
						   grid->cells)));
		buf_add_char(&buf, '/');
	}
	return buf_str(&buf);
}

static size_t found(const struct diag_sink *sink, const struct diag_kind *kind)
{
	size_t n = 0;
	size_t i;

	for (i = 0; i < sink->n; i++)
		n += sink->list[i].kind == kind ? 1 : 0;
	return n;
}

static const struct cell four[] = {CELL(0, 1, 1), CELL(1, 1, 1), CELL(2, 1, 1),
				   CELL(3, 1, 1)};
static const struct cell one[] = {CELL(0, 1, 1)};

static void head_tree(void **state)
{
	/* 序号 | 收入 (项目, 数) | 合计 */
	static const struct cell top[] = {CELL(0, 1, 2), CELL(1, 2, 1),
					  CELL(3, 1, 2)};
	static const struct cell sub[] = {CELL(1, 1, 1), CELL(2, 1, 1)};
	static const struct table_row rows[] = {
	    ROW(ROW_HEAD, top), ROW(ROW_HEAD, sub), ROW(ROW_INDEX, four),
	    ROW(ROW_BODY, four)};
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);
	struct table table = table_of(rows, 4);
	const struct grid *grid = grid_resolve(&table, STR("t"), arena, sink);

	(void)state;
	assert_str(picture(grid, arena), "abbc/adec/fghi/jklm/");
	assert_int_equal(grid->n_head, 3);
	assert_int_equal(sink->n, 0);
	arena_close(arena);
}

static void places_left_out_are_empty_cells(void **state)
{
	static const struct cell gap[] = {CELL(1, 2, 1)};
	static const struct table_row rows[] = {ROW(ROW_BODY, gap),
						{.kind = ROW_BODY}};
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);
	struct table table = table_of(rows, 2);
	const struct grid *grid = grid_resolve(&table, STR("t"), arena, sink);

	(void)state;
	assert_str(picture(grid, arena), "baac/defg/");
	assert_null(grid_at(grid, 0, 0)->cell);
	assert_null(grid_at(grid, 1, 3)->cell);
	assert_int_equal(sink->n, 0);
	arena_close(arena);
}

static void span_beyond_the_grid_is_clipped(void **state)
{
	static const struct cell wide[] = {CELL(2, 1000000, 1000000)};
	static const struct table_row rows[] = {ROW(ROW_BODY, wide),
						ROW(ROW_BODY, one)};
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);
	struct table table = table_of(rows, 2);
	const struct grid *grid = grid_resolve(&table, STR("t"), arena, sink);

	(void)state;
	assert_str(picture(grid, arena), "bcaa/deaa/");
	assert_int_equal(found(sink, &LAYOUT_SPAN), 1);
	arena_close(arena);
}

static void overlapping_cells_make_room(void **state)
{
	static const struct cell tall[] = {CELL(1, 2, 3)};
	static const struct cell over[] = {CELL(0, 4, 1)};
	static const struct cell same[] = {CELL(1, 1, 1), CELL(1, 1, 1)};
	static const struct table_row rows[] = {
	    ROW(ROW_BODY, tall), ROW(ROW_BODY, over), ROW(ROW_BODY, same)};
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);
	struct table table = table_of(rows, 3);
	const struct grid *grid = grid_resolve(&table, STR("t"), arena, sink);

	(void)state;
	/* The wide one is clipped before the tall one; both of the last row
	 * move to free places. */
	assert_str(picture(grid, arena), "baac/daae/gaaf/");
	assert_int_equal(found(sink, &LAYOUT_SPAN), 3);
	arena_close(arena);
}

static void cell_without_place_is_reported(void **state)
{
	static const struct cell five[] = {CELL(0, 1, 1), CELL(1, 1, 1),
					   CELL(2, 1, 1), CELL(3, 1, 1),
					   CELL(4, 1, 1)};
	static const struct table_row rows[] = {ROW(ROW_BODY, five)};
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);
	struct table table = table_of(rows, 1);
	const struct grid *grid = grid_resolve(&table, STR("t"), arena, sink);

	(void)state;
	assert_str(picture(grid, arena), "abcd/");
	assert_int_equal(found(sink, &LAYOUT_CELL_LOST), 1);
	arena_close(arena);
}

static void head_cells_stay_in_the_head(void **state)
{
	static const struct cell tall[] = {CELL(0, 1, 5), CELL(1, 3, 1)};
	static const struct table_row rows[] = {ROW(ROW_HEAD, tall),
						ROW(ROW_BODY, four)};
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);
	struct table table = table_of(rows, 2);
	const struct grid *grid = grid_resolve(&table, STR("t"), arena, sink);

	(void)state;
	assert_str(picture(grid, arena), "abbb/cdef/");
	assert_int_equal(found(sink, &LAYOUT_SPAN), 1);
	arena_close(arena);
}

static void head_of_a_form_is_repeated_below_it(void **state)
{
	static const struct table_row rows[] = {
	    ROW(ROW_BODY, four), ROW(ROW_SUBHEAD, four), ROW(ROW_SUBHEAD, four),
	    ROW(ROW_BODY, four), ROW(ROW_BODY, four),	 ROW(ROW_SUBHEAD, four),
	    ROW(ROW_BODY, four)};
	struct arena *arena = arena_open();
	struct table table = table_of(rows, 7);
	const struct grid *grid = grid_resolve(&table, STR("t"), arena, NULL);

	(void)state;
	assert_int_equal(grid->n_head, 0);
	assert_int_equal(grid->again[0].n, 0);
	assert_int_equal(grid->again[1].n, 0); /* itself begins the page */
	assert_int_equal(grid->again[3].from, 1);
	assert_int_equal(grid->again[3].n, 2);
	assert_int_equal(grid->again[4].n, 2);
	assert_int_equal(grid->again[6].from, 5);
	assert_int_equal(grid->again[6].n, 1);
	/* No page ends with a head. */
	assert_true(grid->keep[3]);
	assert_true(grid->keep[6]);
	assert_false(grid->keep[4]);
	arena_close(arena);
}

static void class_rows_end_no_page(void **state)
{
	static const struct table_row rows[] = {
	    ROW(ROW_HEAD, four),
	    {.kind = ROW_BODY, .cells = four, .n_cells = 4, .keep_next = true},
	    ROW(ROW_BODY, four),
	    ROW(ROW_BODY, four)};
	struct arena *arena = arena_open();
	struct table table = table_of(rows, 4);
	const struct grid *grid = grid_resolve(&table, STR("t"), arena, NULL);

	(void)state;
	assert_true(grid->keep[2]);
	assert_false(grid->keep[3]);
	arena_close(arena);
}

/* From 本年收入合计 to 收入总计 the rows keep together; 合计 at the top of a
 * table is no part of that. */
static void totals_at_the_end_are_one_block(void **state)
{
	static const struct table_row rows[] = {
	    ROW(ROW_TOTAL, four), ROW(ROW_BODY, four), ROW(ROW_BODY, four),
	    ROW(ROW_BODY, four),  ROW(ROW_BODY, four), ROW(ROW_BODY, four),
	    ROW(ROW_BODY, four),  ROW(ROW_BODY, four), ROW(ROW_BODY, four),
	    ROW(ROW_TOTAL, four), ROW(ROW_BODY, four), ROW(ROW_BODY, four),
	    ROW(ROW_TOTAL, four)};
	struct arena *arena = arena_open();
	struct table table = table_of(rows, 13);
	const struct grid *grid = grid_resolve(&table, STR("t"), arena, NULL);

	(void)state;
	assert_false(grid->keep[1]);
	assert_false(grid->keep[8]);
	assert_false(grid->keep[9]);
	assert_true(grid->keep[10]);
	assert_true(grid->keep[11]);
	assert_true(grid->keep[12]);
	arena_close(arena);
}

static void no_columns_no_rows(void **state)
{
	static const struct table_row rows[] = {ROW(ROW_BODY, four)};
	struct arena *arena = arena_open();
	struct table none = {.rows = rows, .n_rows = 1};
	struct table empty = table_of(NULL, 0);

	(void)state;
	assert_int_equal(grid_resolve(&none, STR("t"), arena, NULL)->n_rows, 0);
	assert_int_equal(grid_resolve(&empty, STR("t"), arena, NULL)->n_cells,
			 0);
	arena_close(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(head_tree),
	    cmocka_unit_test(places_left_out_are_empty_cells),
	    cmocka_unit_test(span_beyond_the_grid_is_clipped),
	    cmocka_unit_test(overlapping_cells_make_room),
	    cmocka_unit_test(cell_without_place_is_reported),
	    cmocka_unit_test(head_cells_stay_in_the_head),
	    cmocka_unit_test(head_of_a_form_is_repeated_below_it),
	    cmocka_unit_test(class_rows_end_no_page),
	    cmocka_unit_test(totals_at_the_end_are_one_block),
	    cmocka_unit_test(no_columns_no_rows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
