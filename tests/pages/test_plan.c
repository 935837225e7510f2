/* SPDX-License-Identifier: MIT */
#include "pages/plan.h"

#include "base/arena.h"
#include "cmocka_all.h"

static const emu columns[] = {EMU_MM(11), EMU_PT(100)};
static const emu rows[] = {EMU_MM(7), EMU_MM(6)};
static const bool breaks[] = {false, true};
static const int lines[] = {1, 2};
static const struct plan_break head_breaks[] = {{0, 1, 0, 12}};
static const struct plan_cell_drawn cell_drawn[] = {
    {1, 0, 0, {0, 30, EMU_PT(5)}}};
static const struct plan_section sections[] = {{STR_INIT("s"), true, 1, 2, 3}};
static const struct plan_drawn drawn[] = {{6, 84, EMU_PT(8)}};
static const struct plan_paragraph paragraphs[] = {
    {.block = STR_INIT("p"),
     .page = 1,
     .number = 3,
     .lines = 2,
     .page_break = true,
     .drawn = drawn,
     .n_drawn = 1},
    {.block = STR_INIT("q"), .page = 1, .number = 3, .lines = 1}};
static const struct plan_table tables[] = {{.block = STR_INIT("t"),
					    .page = 2,
					    .number = 4,
					    .size = EMU_PT(10.5),
					    .x = EMU_PT(1),
					    .top = EMU_PT(7),
					    .columns = columns,
					    .n_columns = 2,
					    .rows = rows,
					    .n_rows = 2,
					    .breaks = breaks,
					    .lines = lines,
					    .head_breaks = head_breaks,
					    .n_head_breaks = 1,
					    .drawn = cell_drawn,
					    .n_drawn = 1,
					    .unit_line = EMU_PT(15.5),
					    .page_break = true,
					    .amount_pad = EMU_PT(2),
					    .pad = EMU_PT(3),
					    .inset = EMU_PT(4),
					    .space_before = EMU_PT(5),
					    .space_after = EMU_PT(6)}};
static const struct plan_contents contents[] = {
    {STR_INIT("c"), EMU_PT(26), EMU_PT(14)}};
static const struct plan plan = {.sections = sections,
				 .n_sections = 1,
				 .paragraphs = paragraphs,
				 .n_paragraphs = 2,
				 .tables = tables,
				 .n_tables = 1,
				 .contents = contents,
				 .n_contents = 1};

static void finds_blocks(void **state)
{
	(void)state;
	assert_ptr_equal(plan_paragraph(&plan, STR("q")), &paragraphs[1]);
	assert_null(plan_paragraph(&plan, STR("t")));
	assert_ptr_equal(plan_table(&plan, STR("t")), &tables[0]);
	assert_null(plan_table(&plan, STR("p")));
}

static void dumps_every_field(void **state)
{
	struct arena *arena = arena_open();

	(void)state;
	assert_str(
	    plan_dump(&plan, arena),
	    "section s landscape first-page=1 pages=2 first-number=3\n"
	    "contents c pitch=26.00 size=14.00\n"
	    "paragraph p page=1 number=3 lines=2 break\n"
	    "  drawn from=6 n=84 by=8.00\n"
	    "paragraph q page=1 number=3 lines=1\n"
	    "table t page=2 number=4 break size=10.50 x=1.00"
	    " top=7.00 unit-line=15.50 amount-pad=2.00 pad=3.00 inset=4.00"
	    " before=5.00 after=6.00\n"
	    "  columns width=31.18 width=100.00\n"
	    "  row 1 height=19.84 lines=1\n"
	    "  row 2 height=17.01 lines=2 break\n"
	    "  line row=1 column=2 paragraph=1 at=12\n"
	    "  drawn row=2 column=1 paragraph=1 from=0 n=30 by=5.00\n");
	arena_close(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(finds_blocks),
	    cmocka_unit_test(dumps_every_field),
	};

	return cmocka_run_group_tests_name("plan", tests, NULL, NULL);
}
