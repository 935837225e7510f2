/* SPDX-License-Identifier: MIT */
#include "tables/sheets.h"

#include "base/arena.h"
#include "cmocka_all.h"

static const struct sheet_column columns[] = {{STR_INIT("单位代码"), 1},
					      {STR_INIT("金额（元）"), 3}};
static const struct sheet_cell cells[2];
static const struct sheet_row rows[] = {{cells, 7, 5}};

static struct sheet named(const char *name)
{
	return (struct sheet){.name = str_from(name),
			      .place = {.file = STR("数据/支出.csv")},
			      .heading_line = 2,
			      .columns = columns,
			      .n_columns = 2,
			      .rows = rows,
			      .n_rows = 1};
}

static void finds_the_first_of_a_name(void **state)
{
	struct arena *arena = arena_open();
	struct sheets sheets = {.arena = arena};
	struct sheet first = named("支出");
	struct sheet second = named("支出");
	int i;

	(void)state;
	second.heading_line = 9;
	sheets_add(&sheets, &first);
	sheets_add(&sheets, &second);
	for (i = 0; i < 100; i++)
		sheets_add(&sheets, &(struct sheet){.name = STR("项目")});
	assert_int_equal(sheets.n, 102);
	assert_int_equal(sheets_find(&sheets, STR("支出"))->heading_line, 2);
	assert_null(sheets_find(&sheets, STR("支")));
	arena_close(arena);
}

static void knows_the_place_of_a_cell(void **state)
{
	struct arena *arena = arena_open();
	struct sheet sheet = named("支出");

	(void)state;
	assert_str(diag_place_text(sheet_place(&sheet, 0, 1), DIAG_ZH, arena),
		   "数据/支出.csv 第7行（第5条记录）“金额（元）”列");
	assert_int_equal(sheet_place(&sheet, 0, 1).column_no, 3);
	assert_str(diag_place_text(sheet_place(&sheet, 0, -1), DIAG_ZH, arena),
		   "数据/支出.csv 第7行（第5条记录）");
	assert_str(
	    diag_place_text(sheet_heading_place(&sheet, 0), DIAG_EN, arena),
	    "数据/支出.csv line 2 (record 1) column \"单位代码\"");
	arena_close(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(finds_the_first_of_a_name),
	    cmocka_unit_test(knows_the_place_of_a_cell),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
