/* SPDX-License-Identifier: MIT */
/*
 * Widths of columns, with no font: a character of a cell is one em of 10 pt,
 * a word may not break, headings break at blanks.
 */
#include "layout/columns.h"

#include <string.h>

#include "base/arena.h"
#include "cmocka_all.h"

#define EM EMU_PT(10)

/* Rounding that columns_solve() may add to a text [emu]. */
#define SLACK EMU_PT(0.1)

static struct column_claim claim_of(int column, int span, int row, int least,
				    int most)
{
	return (struct column_claim){.column = column,
				     .span = span,
				     .row = row,
				     .least = least * EM,
				     .most = most * EM};
}

static struct column_claim heading_of(int column, int span, int whole, int two,
				      int three)
{
	struct column_claim claim = claim_of(column, span, 0, 0, whole);

	claim.heading = true;
	claim.head[HEADING_WHOLE] = whole * EM;
	claim.head[HEADING_HEADS] = two * EM;
	claim.head[HEADING_LONG] = two * EM;
	claim.head[HEADING_TWO] = two * EM;
	claim.head[HEADING_THREE] = three * EM;
	return claim;
}

static struct columns_want want_of(const struct table_column *columns, size_t n,
				   const struct column_claims *claims,
				   int width)
{
	return (struct columns_want){.columns = columns,
				     .n = n,
				     .claims = claims,
				     .width = width * EM,
				     .base = EM,
				     .size = EM,
				     .whole = true};
}

static int64_t sum_of(const emu *widths, size_t n)
{
	int64_t sum = 0;
	size_t i;

	for (i = 0; i < n; i++)
		sum += widths[i];
	return sum;
}

#define assert_ems(width, ems)                                                 \
	assert_in_range((width), (ems)*EM, (ems)*EM + SLACK)

static void amounts_and_codes_come_first(void **state)
{
	static const struct table_column columns[] = {{.kind = COLUMN_CODE},
						      {.kind = COLUMN_NAME},
						      {.kind = COLUMN_AMOUNT}};
	struct column_claim list[] = {claim_of(0, 1, 1, 7, 7),
				      claim_of(1, 1, 1, 2, 40),
				      claim_of(2, 1, 1, 9, 9)};
	struct column_claims claims = {.list = list, .n = 3};
	struct arena *arena = arena_open();
	struct columns_want want = want_of(columns, 3, &claims, 36);
	emu *widths;
	size_t tight;

	(void)state;
	want.whole = false;
	assert_true(columns_solve(&want, arena, &widths, &tight));
	assert_ems(widths[0], 7);
	assert_ems(widths[2], 9);
	assert_int_equal(sum_of(widths, 3), 36 * EM);
	/* With the name on one line it does not go; the name is what asks for
	 * most. */
	want.whole = true;
	assert_false(columns_solve(&want, arena, &widths, &tight));
	assert_int_equal(tight, 1);
	assert_int_equal(sum_of(widths, 3), 36 * EM);
	arena_close(arena);
}

static void white_is_counted(void **state)
{
	static const struct table_column columns[] = {{.kind = COLUMN_CODE},
						      {.kind = COLUMN_AMOUNT},
						      {.kind = COLUMN_TEXT}};
	struct column_claim list[] = {claim_of(0, 1, 1, 3, 3),
				      claim_of(1, 1, 1, 3, 3)};
	struct column_claims claims = {.list = list, .n = 2};
	struct arena *arena = arena_open();
	struct columns_want want = want_of(columns, 3, &claims, 60);
	emu *widths;
	size_t tight;

	(void)state;
	want.pad = EM;
	want.amount_white = 3 * EM;
	assert_true(columns_solve(&want, arena, &widths, &tight));
	assert_ems(widths[0], 5);
	assert_ems(widths[1], 6);
	arena_close(arena);
}

static void smaller_type_needs_less(void **state)
{
	static const struct table_column columns[] = {{.kind = COLUMN_CODE},
						      {.kind = COLUMN_NAME}};
	struct column_claim list[] = {claim_of(0, 1, 1, 10, 10),
				      claim_of(1, 1, 1, 2, 20)};
	struct column_claims claims = {.list = list, .n = 2};
	struct arena *arena = arena_open();
	struct columns_want want = want_of(columns, 2, &claims, 25);
	emu *widths;
	size_t tight;

	(void)state;
	assert_false(columns_solve(&want, arena, &widths, &tight));
	want.size = EM * 8 / 10;
	assert_true(columns_solve(&want, arena, &widths, &tight));
	assert_in_range(widths[0], 8 * EM, 8 * EM + SLACK);
	arena_close(arena);
}

/* 合计, 一般公共预算财政拨款 (10, or 6 on two lines) and the like. */
static void siblings_are_alike(void **state)
{
	static const struct table_column columns[] = {
	    {.kind = COLUMN_NAME},
	    {.kind = COLUMN_AMOUNT, .siblings = 1},
	    {.kind = COLUMN_AMOUNT, .siblings = 1},
	    {.kind = COLUMN_AMOUNT, .siblings = 1}};
	struct column_claim list[] = {
	    heading_of(1, 1, 2, 2, 2), heading_of(2, 1, 10, 6, 4),
	    heading_of(3, 1, 12, 8, 4), claim_of(0, 1, 1, 1, 10),
	    claim_of(1, 1, 1, 4, 4)};
	struct column_claims claims = {.list = list, .n = 5};
	struct arena *arena = arena_open();
	struct columns_want want = want_of(columns, 4, &claims, 47);
	emu *widths;
	size_t tight;

	(void)state;
	assert_true(columns_solve(&want, arena, &widths, &tight));
	assert_ems(widths[1], 12);
	assert_int_equal(widths[1], widths[2]);
	assert_int_equal(widths[2], widths[3]);
	want.width = 39 * EM;
	assert_false(columns_solve(&want, arena, &widths, &tight));
	want.alike = ALIKE_BY_HEADING;
	assert_true(columns_solve(&want, arena, &widths, &tight));
	assert_ems(widths[1], 4);
	assert_int_equal(widths[2], widths[3]);
	want.width = 35 * EM;
	want.alike = ALIKE_NONE;
	assert_false(columns_solve(&want, arena, &widths, &tight));
	want.heading = HEADING_LONG;
	assert_true(columns_solve(&want, arena, &widths, &tight));
	assert_true(widths[2] < widths[3]);
	arena_close(arena);
}

static void rest_goes_where_rows_become_lower(void **state)
{
	static const struct table_column columns[] = {{.kind = COLUMN_TEXT},
						      {.kind = COLUMN_TEXT}};
	struct column_claim list[20];
	struct column_claims claims = {.list = list, .n = 0};
	struct arena *arena = arena_open();
	struct columns_want want = want_of(columns, 2, &claims, 40);
	emu *widths;
	size_t tight;
	int row;

	(void)state;
	/* Nine rows need 24 in the second column and 10 in the first; one row
	 * has 60 in the first. */
	for (row = 0; row < 10; row++) {
		list[claims.n++] = claim_of(0, 1, row, 1, row == 0 ? 60 : 10);
		list[claims.n++] = claim_of(1, 1, row, 1, 24);
	}
	want.whole = false;
	assert_true(columns_solve(&want, arena, &widths, &tight));
	assert_true(widths[1] >= 24 * EM);
	assert_true(widths[0] >= 10 * EM);
	assert_int_equal(sum_of(widths, 2), 40 * EM);
	arena_close(arena);
}

static void bounds_weights_fixed_widths(void **state)
{
	static const struct table_column columns[] = {
	    {.kind = COLUMN_TEXT, .least = 12 * EM},
	    {.kind = COLUMN_TEXT, .most = 8 * EM},
	    {.kind = COLUMN_WORD, .width = 5 * EM},
	    {.kind = COLUMN_TEXT, .weight = 3},
	    {.kind = COLUMN_TEXT, .weight = 1}};
	struct column_claim list[] = {
	    claim_of(0, 1, 1, 1, 2), claim_of(1, 1, 1, 1, 50),
	    claim_of(2, 1, 1, 1, 50), claim_of(3, 1, 1, 1, 100),
	    claim_of(4, 1, 1, 1, 100)};
	struct column_claims claims = {.list = list, .n = 5};
	struct arena *arena = arena_open();
	struct columns_want want = want_of(columns, 5, &claims, 65);
	emu *widths;
	size_t tight;

	(void)state;
	want.whole = false;
	assert_true(columns_solve(&want, arena, &widths, &tight));
	assert_true(widths[0] >= 12 * EM);
	assert_true(widths[1] <= 8 * EM + SLACK);
	assert_int_equal(widths[2], 5 * EM);
	/* What is above their least of 4 is shared 3 to 1. */
	assert_in_range(widths[3] - 4 * EM, 3 * (widths[4] - 4 * EM) - EM,
			3 * (widths[4] - 4 * EM) + EM);
	arena_close(arena);
}

static void spans_widen_their_columns(void **state)
{
	static const struct table_column columns[] = {{.kind = COLUMN_AMOUNT},
						      {.kind = COLUMN_AMOUNT},
						      {.kind = COLUMN_NAME}};
	struct column_claim list[] = {heading_of(0, 2, 20, 20, 20),
				      claim_of(0, 1, 1, 4, 4),
				      claim_of(1, 1, 1, 4, 4)};
	struct column_claims claims = {.list = list, .n = 3};
	struct arena *arena = arena_open();
	struct columns_want want = want_of(columns, 3, &claims, 40);
	emu *widths;
	size_t tight;

	(void)state;
	assert_true(columns_solve(&want, arena, &widths, &tight));
	assert_true(widths[0] + widths[1] >= 20 * EM);
	arena_close(arena);
}

static void spare_room_eases_amounts_first(void **state)
{
	static const struct table_column columns[] = {{.kind = COLUMN_SEQ},
						      {.kind = COLUMN_NAME},
						      {.kind = COLUMN_AMOUNT},
						      {.kind = COLUMN_AMOUNT}};
	struct column_claim list[] = {
	    claim_of(0, 1, 1, 2, 2), claim_of(1, 1, 1, 1, 10),
	    claim_of(2, 1, 1, 4, 4), claim_of(3, 1, 1, 5, 5)};
	struct column_claims claims = {.list = list, .n = 4};
	struct arena *arena = arena_open();
	struct columns_want want = want_of(columns, 4, &claims, 24);
	emu *widths;
	size_t tight;

	(void)state;
	want.amount_easy = 6 * EM;
	assert_true(columns_solve(&want, arena, &widths, &tight));
	assert_in_range(widths[2], 6 * EM - SLACK, 6 * EM);
	assert_in_range(widths[3], 6 * EM - SLACK, 6 * EM);
	want.width = 40 * EM;
	assert_true(columns_solve(&want, arena, &widths, &tight));
	assert_int_equal(widths[2], 6 * EM);
	assert_true(widths[1] > 25 * EM);
	assert_ems(widths[0], 2);
	arena_close(arena);
}

static void absurd_numbers_of_columns(void **state)
{
	static struct table_column columns[200];
	static struct column_claim list[200];
	struct column_claims claims = {.list = list, .n = 200};
	struct arena *arena = arena_open();
	struct columns_want want = want_of(columns, 200, &claims, 50);
	emu *widths;
	size_t tight;
	int i;

	(void)state;
	for (i = 0; i < 200; i++) {
		columns[i].kind = COLUMN_AMOUNT;
		list[i] = claim_of(i, 1, 1, 6, 6);
	}
	list[77] = claim_of(77, 1, 1, 90, 90);
	assert_false(columns_solve(&want, arena, &widths, &tight));
	assert_int_equal(tight, 77);
	assert_int_equal(sum_of(widths, 200), 50 * EM);
	want.n = 0;
	claims.n = 0;
	assert_true(columns_solve(&want, arena, &widths, &tight));
	arena_close(arena);
}

static bool measure_letters(void *context, const struct grid_cell *cell,
			    struct column_claim *claim)
{
	int *calls = context;

	(*calls)++;
	if (cell->cell == NULL)
		return false;
	claim->least = EM;
	claim->most = 5 * EM;
	return true;
}

static void cells_are_measured_through_a_callback(void **state)
{
	static const struct table_column columns[2];
	static const struct cell cells[] = {
	    {.column = 0, .colspan = 1, .rowspan = 2},
	    {.column = 1, .colspan = 1, .rowspan = 1}};
	static const struct table_row rows[] = {
	    {.kind = ROW_BODY, .cells = cells, .n_cells = 2},
	    {.kind = ROW_BODY}};
	struct table table = {
	    .columns = columns, .n_columns = 2, .rows = rows, .n_rows = 2};
	struct arena *arena = arena_open();
	struct column_claims claims = {.n = 0};
	int calls = 0;
	struct column_measure measure = {&calls, measure_letters};
	const struct grid *grid = grid_resolve(&table, STR("t"), arena, NULL);

	(void)state;
	columns_measure(&claims, grid, &measure, arena);
	columns_measure(&claims, grid, &measure, arena);
	assert_int_equal(calls, 6);
	assert_int_equal(claims.n, 4);
	assert_int_equal(claims.list[0].row, -1); /* of two rows */
	assert_int_equal(claims.list[1].row, 0);
	assert_int_equal(claims.list[3].row, 2); /* of the second grid */
	arena_close(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(amounts_and_codes_come_first),
	    cmocka_unit_test(white_is_counted),
	    cmocka_unit_test(smaller_type_needs_less),
	    cmocka_unit_test(siblings_are_alike),
	    cmocka_unit_test(rest_goes_where_rows_become_lower),
	    cmocka_unit_test(bounds_weights_fixed_widths),
	    cmocka_unit_test(spans_widen_their_columns),
	    cmocka_unit_test(spare_room_eases_amounts_first),
	    cmocka_unit_test(absurd_numbers_of_columns),
	    cmocka_unit_test(cells_are_measured_through_a_callback),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
