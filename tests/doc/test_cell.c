/* SPDX-License-Identifier: MIT */
#include "doc/cell.h"

#include "cmocka_all.h"

static const struct table_column columns[] = {
    {.kind = COLUMN_SEQ},
    {.kind = COLUMN_NAME},
    {.kind = COLUMN_AMOUNT},
};
static const struct table table = {
    .columns = columns, .n_columns = 3, .levels = 3};
static const struct run total_run[] = {{.text = STR_INIT("本年收入合计")}};
static const struct run two_run[] = {{.text = STR_INIT("合计")}};
static const struct run three_run[] = {{.text = STR_INIT("预算数")}};
static const struct text total_text[] = {{total_run, 1}};
static const struct text two_text[] = {{two_run, 1}};
static const struct text three_text[] = {{three_run, 1}};
static const struct table_row head = {.kind = ROW_HEAD};
static const struct table_row body = {.kind = ROW_BODY};
static const struct table_row total = {.kind = ROW_TOTAL};
static const struct table_row numbers = {.kind = ROW_INDEX};

static struct cell_place at(const struct table_row *row,
			    const struct cell *cell, int column)
{
	return (struct cell_place){&table, row, cell, column};
}

static void aligns_by_column_and_row(void **state)
{
	static const struct cell plain = {.colspan = 1};
	static const struct cell wide = {.colspan = 2};
	static const struct cell right = {.colspan = 1, .align = ALIGN_RIGHT};
	static const struct cell name = {
	    .colspan = 1, .paras = total_text, .n_paras = 1};
	const struct {
		struct cell_place place;
		enum align align;
	} cases[] = {
	    {at(&body, &plain, 0), ALIGN_CENTER},
	    {at(&body, &plain, 1), ALIGN_LEFT},
	    {at(&body, &plain, 2), ALIGN_RIGHT},
	    {at(&body, &wide, 2), ALIGN_CENTER},
	    {at(&body, &right, 1), ALIGN_RIGHT},
	    {at(&body, NULL, 2), ALIGN_RIGHT},
	    {at(&head, &plain, 1), ALIGN_CENTER},
	    {at(&numbers, &plain, 2), ALIGN_CENTER},
	    {at(&total, &name, 1), ALIGN_CENTER},
	    {at(&body, &name, 1), ALIGN_LEFT},
	    {at(&body, &plain, 99), ALIGN_LEFT},
	    {at(&body, &plain, -1), ALIGN_LEFT},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (cell_align(&cases[i].place) != cases[i].align)
			fail_msg("case %zu: %d", i,
				 (int)cell_align(&cases[i].place));
}

static void knows_figures_and_heads(void **state)
{
	static const struct cell plain = {.colspan = 1};
	static const struct cell label = {.colspan = 1, .label = true};
	struct cell_place place = at(&body, &plain, 2);

	(void)state;
	assert_true(cell_is_figure(&place));
	assert_false(cell_is_head(&place));
	place.cell = &label;
	assert_false(cell_is_figure(&place));
	assert_true(cell_is_head(&place));
	place = at(&numbers, &plain, 2);
	assert_false(cell_is_figure(&place));
	place = at(&body, &plain, 1);
	assert_false(cell_is_figure(&place));
}

static void names_step_in_by_level(void **state)
{
	static const struct table_style style = {
	    .level_indent = {1, 2, 1000, 800}};
	static const struct table_row two = {.kind = ROW_BODY, .levels = 2};
	static const struct cell first = {.level = 0};
	static const struct cell third = {.level = 2};
	static const struct cell absurd = {.level = 9999};
	struct cell_place place = at(&body, &first, 1);

	(void)state;
	assert_int_equal(cell_indent(&place, &style), 0);
	place.cell = &third;
	assert_int_equal(cell_indent(&place, &style), 1600);
	place.row = &two;
	assert_int_equal(cell_indent(&place, &style), 2000);
	place.cell = &absurd;
	assert_int_equal(cell_indent(&place, &style), 8000);
}

static void spreads_headings_of_two_characters(void **state)
{
	static const struct table_style style = {.spread_heads = true};
	static const struct table_style close = {.spread_heads = false};
	static const struct cell two = {
	    .colspan = 1, .paras = two_text, .n_paras = 1};
	static const struct cell three = {
	    .colspan = 1, .paras = three_text, .n_paras = 1};
	static const struct cell wide = {
	    .colspan = 2, .paras = two_text, .n_paras = 1};
	const emu size = EMU_PT(10);
	struct cell_place place = at(&head, &two, 2);

	(void)state;
	assert_int_equal(cell_spread(&place, &style, size, 5 * size), size);
	assert_int_equal(cell_spread(&place, &style, size, 4 * size), 0);
	assert_int_equal(cell_spread(&place, &close, size, 5 * size), 0);
	place.cell = &wide;
	assert_int_equal(cell_spread(&place, &style, size, 9 * size), 2 * size);
	place.cell = &three;
	assert_int_equal(cell_spread(&place, &style, size, 9 * size), 0);
	place = at(&body, &two, 2);
	assert_int_equal(cell_spread(&place, &style, size, 9 * size), 0);
	place = at(&head, &two, 0);
	assert_int_equal(cell_spread(&place, &style, size, 9 * size), 0);
	place = at(&head, NULL, 2);
	assert_int_equal(cell_spread(&place, &style, size, 9 * size), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(aligns_by_column_and_row),
	    cmocka_unit_test(knows_figures_and_heads),
	    cmocka_unit_test(names_step_in_by_level),
	    cmocka_unit_test(spreads_headings_of_two_characters),
	};

	return cmocka_run_group_tests_name("cell", tests, NULL, NULL);
}
