/* SPDX-License-Identifier: MIT */
#include "doc/doc.h"

#include <limits.h>

#include "base/arena.h"
#include "cmocka_all.h"

#define HEADING(name, in_group, at_level)                                      \
	{                                                                      \
		.id = STR_INIT(name), .kind = BLOCK_PARAGRAPH, .paragraph = {  \
			.contents_group = (in_group),                          \
			.contents_level = (at_level)                           \
		}                                                              \
	}

static const struct block first_blocks[] = {
    HEADING("a", 0, 1),
    HEADING("b", -1, 0),
    HEADING("c", 1, 1),
};
static const struct block second_blocks[] = {
    {.id = STR_INIT("t"), .kind = BLOCK_TABLE},
    HEADING("d", 1, 2),
};
static const struct section sections[] = {
    {.blocks = first_blocks, .n_blocks = 3},
    {.blocks = second_blocks, .n_blocks = 2},
};
static const struct doc doc = {.sections = sections, .n_sections = 2};

static void lists_the_entries_of_a_group(void **state)
{
	struct arena *arena = arena_open();
	struct contents_entry *entries;
	size_t n;

	(void)state;
	entries = doc_contents(&doc, 1, arena, &n);
	assert_int_equal(n, 2);
	assert_str(entries[0].heading->id, "c");
	assert_str(entries[1].heading->id, "d");
	assert_int_equal(entries[1].level, 2);
	doc_contents(&doc, 7, arena, &n);
	assert_int_equal(n, 0);
	doc_contents(&doc, -1, arena, &n);
	assert_int_equal(n, 0);
	arena_close(arena);
}

static void finds_blocks(void **state)
{
	(void)state;
	assert_ptr_equal(doc_find(&doc, STR("d")), &second_blocks[1]);
	assert_ptr_equal(doc_find(&doc, STR("t")), &second_blocks[0]);
	assert_null(doc_find(&doc, STR("x")));
	assert_null(doc_find(&doc, STR("")));
}

static void joins_runs(void **state)
{
	static const struct run runs[] = {{.text = STR_INIT("预算")},
					  {.text = STR_INIT("公开")}};
	struct arena *arena = arena_open();

	(void)state;
	assert_str(text_plain((struct text){runs, 2}, arena), "预算公开");
	assert_str(text_plain((struct text){runs, 1}, arena), "预算");
	assert_str(text_plain((struct text){NULL, 0}, arena), "");
	arena_close(arena);
}

/* Blanks and empty runs at the end are looked through. */
static void a_colon_announces(void **state)
{
	static const struct run runs[] = {{.text = STR_INIT("职责是")},
					  {.text = STR_INIT("： ")},
					  {.text = STR_INIT(" ")}};

	(void)state;
	assert_true(text_announces((struct text){runs, 3}));
	assert_true(text_announces((struct text){runs, 2}));
	assert_false(text_announces((struct text){runs, 1}));
	assert_false(text_announces((struct text){NULL, 0}));
}

/* Two rows; the first cell spans both, and the last claims more than is. */
static const struct cell upper[] = {
    {.column = 0, .colspan = 1, .rowspan = 2},
    {.column = 1, .colspan = INT_MAX, .rowspan = INT_MAX},
};
static const struct cell lower[] = {{.column = 1, .colspan = 1, .rowspan = 1}};
static const struct table_row rows[] = {{.cells = upper, .n_cells = 2},
					{.cells = lower, .n_cells = 1}};

static void finds_the_cell_that_covers(void **state)
{
	const struct table table = {.rows = rows, .n_rows = 2};

	(void)state;
	assert_ptr_equal(table_cell(&table, 1, 0), &upper[0]);
	assert_ptr_equal(table_cell(&table, 0, 5), &upper[1]);
	assert_ptr_equal(table_cell(&table, 1, 1), &lower[0]);
	assert_ptr_equal(table_cell(&table, 1, 2), &upper[1]);
	assert_null(table_cell(&table, 0, -1));
	assert_null(table_cell(&table, 2, 0));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(lists_the_entries_of_a_group),
	    cmocka_unit_test(finds_blocks),
	    cmocka_unit_test(joins_runs),
	    cmocka_unit_test(a_colon_announces),
	    cmocka_unit_test(finds_the_cell_that_covers),
	};

	return cmocka_run_group_tests_name("doc", tests, NULL, NULL);
}
