/* SPDX-License-Identifier: MIT */
#include "check/figure.h"

#include "base/arena.h"
#include "cmocka_all.h"

/* A text, its figure number at, and what it should be. */
struct figure_case {
	const char *text;
	size_t n, at;
	enum figure_kind kind;
	int64_t value; /* [1/1000000] */
	const char *shown;
};

#define M *INT64_C(1000000)

static const struct figure_case cases[] = {
    {"安排48.73万元。", 1, 0, FIGURE_MONEY, 48730000, "48.73万元"},
    {"安排 48.73 万元。", 1, 0, FIGURE_MONEY, 48730000, "48.73 万元"},
    {"安排１２３．４５万元", 1, 0, FIGURE_MONEY, 123450000, "１２３．４５万元"},
    {"共1,234,567.89元", 1, 0, FIGURE_MONEY, 1234567890000, "1,234,567.89元"},
    {"共1.2亿元", 1, 0, FIGURE_MONEY, 1200000, "1.2亿元"},
    {"增长8.8%", 1, 0, FIGURE_PERCENT, 8800000, "8.8%"},
    {"增长８.８％", 1, 0, FIGURE_PERCENT, 8800000, "８.８％"},
    {"提高2个百分点", 1, 0, FIGURE_POINTS, 2 M, "2个百分点"},
    {"减少3名", 1, 0, FIGURE_COUNT, 3 M, "3名"},
    {"编纂20万字左右", 1, 0, FIGURE_COUNT, 20 M, "20万字"},
    {"单价300元/人", 1, 0, FIGURE_COUNT, 300 M, "300元"},
    {"2024年，安排5万元", 2, 0, FIGURE_YEAR, 2024 M, "2024年"},
    {"2024 年预算", 1, 0, FIGURE_YEAR, 2024 M, "2024 年"},
    {"截止2023年12月31日", 1, 0, FIGURE_DATE, 2023 M, "2023年12月31日"},
    {"截止时间：2023-12-31", 1, 0, FIGURE_DATE, 0, "2023-12-31"},
    {"2021-2025年规划", 2, 0, FIGURE_YEAR, 2021 M, "2021"},
    {"编码13030324P00397010048U", 1, 0, FIGURE_CODE, 0, NULL},
    {"附件5-1", 1, 0, FIGURE_CODE, 0, NULL},
    {"第3次会议", 1, 0, FIGURE_ORDINAL, 3 M, NULL},
    {"1、收入说明", 1, 0, FIGURE_ORDINAL, 1 M, NULL},
    {"10万元，200元", 2, 1, FIGURE_MONEY, 200 M, "200元"},
    {"增长-14.29%，", 1, 0, FIGURE_PERCENT, 14290000, "-14.29%"},
    {"增减－5万元", 1, 0, FIGURE_MONEY, 5 M, "－5万元"},
    {"300-350元", 1, 0, FIGURE_CODE, 0, NULL},
    {"3%-5%", 2, 1, FIGURE_PERCENT, 5 M, "5%"},
    {"预算均为零。", 1, 0, FIGURE_MONEY, 0, "零"},
    {"预算数为0，", 1, 0, FIGURE_MONEY, 0, "0"},
    {"从零开始", 0, 0, FIGURE_PLAIN, 0, NULL},
    {"零星采购", 0, 0, FIGURE_PLAIN, 0, NULL},
    {"扫描100万页", 1, 0, FIGURE_COUNT, 100 M, "100万页"},
};

static void reads_figures(void **state)
{
	struct arena *arena = arena_open();
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct figure_case *c = &cases[i];
		struct str text = str_from(c->text);
		size_t n;
		struct figure *figures = figures_read(text, arena, &n);

		if (n == 0 && c->n == 0)
			continue;
		if (n != c->n || figures[c->at].kind != c->kind)
			fail_msg("%s: %zu, kind %d", c->text, n,
				 n > c->at ? (int)figures[c->at].kind : -1);
		if (c->kind != FIGURE_CODE && c->kind != FIGURE_DATE)
			assert_int_equal(figures[c->at].value, c->value);
		if (c->shown != NULL)
			assert_str(figure_text(text, &figures[c->at]),
				   c->shown);
	}
	arena_close(arena);
}

static struct figure read_one(const char *text, struct arena *arena)
{
	size_t n;
	struct figure *figures = figures_read(str_from(text), arena, &n);

	assert_int_equal(n, 1);
	return figures[0];
}

static void knows_what_is_no_quantity(void **state)
{
	struct arena *arena = arena_open();

	(void)state;
	assert_true(read_one("《档案馆2035规划》", arena).title);
	assert_true(read_one("单价在20万元以上的设备", arena).bound);
	assert_true(read_one("约30万元", arena).about);
	assert_false(read_one("共30万元", arena).about);
	assert_true(read_one("单价20万元（含）以上", arena).bound);
	assert_false(read_one("安排6万元（含外宾接待）", arena).bound);
	assert_true(read_one("增长率-12%", arena).negative);
	assert_false(read_one("增长12%", arena).negative);
	arena_close(arena);
}

static void holds_money_as_written(void **state)
{
	struct arena *arena = arena_open();
	struct figure figure = read_one("48.73万元", arena);

	(void)state;
	assert_int_equal(figure_money(&figure).fen, 48730000);
	assert_int_equal(figure_half_step(&figure), 5000);
	assert_true(figure_is(&figure, (struct money){48734900}));
	assert_false(figure_is(&figure, (struct money){48736000}));
	figure = read_one("1.5亿元", arena);
	assert_int_equal(figure_money(&figure).fen, INT64_C(15000000000));
	figure = read_one("4元", arena);
	assert_int_equal(figure_money(&figure).fen, 400);
	arena_close(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_figures),
	    cmocka_unit_test(knows_what_is_no_quantity),
	    cmocka_unit_test(holds_money_as_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
