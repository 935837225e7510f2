/* SPDX-License-Identifier: MIT */
#include "base/money.h"

#include "base/arena.h"
#include "cmocka_all.h"

static const struct money_format wan = {MONEY_WAN, 2, false, false};

static void reads_amounts(void **state)
{
	static const struct {
		const char *text;
		enum money_unit unit;
		int64_t fen;
	} cases[] = {
	    {"717.53", MONEY_WAN, 717530000},
	    {"7175300", MONEY_YUAN, 717530000},
	    {"7175300.00", MONEY_YUAN, 717530000},
	    {"1,234,567.89", MONEY_YUAN, 123456789},
	    {"１２，３４５．６", MONEY_YUAN, 1234560},
	    {"￥ 85", MONEY_YUAN, 8500},
	    {"¥85.1", MONEY_YUAN, 8510},
	    {"　12 \t", MONEY_WAN, 12000000},
	    {"0", MONEY_YUAN, 0},
	    {"0.000001", MONEY_WAN, 1},
	    {"-3.2", MONEY_YUAN, -320},
	    {"−3.2", MONEY_YUAN, -320},
	    {"(3.2)", MONEY_YUAN, -320},
	    {"（3.2）", MONEY_YUAN, -320},
	    {".5", MONEY_YUAN, 50},
	    {"92233720368547758.07", MONEY_YUAN, INT64_MAX},
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct money money = {-1};

		assert_int_equal(
		    money_parse(str_from(cases[i].text), cases[i].unit, &money),
		    MONEY_OK);
		assert_int_equal(money.fen, cases[i].fen);
	}
}

static void absent_is_not_zero(void **state)
{
	static const char *const texts[] = {"", " ", "-", "—", "——", "　"};
	struct money money;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		assert_int_equal(
		    money_parse(str_from(texts[i]), MONEY_YUAN, &money),
		    MONEY_ABSENT);
}

static void refuses_what_is_no_amount(void **state)
{
	static const char *const texts[] = {"12万元", "1.2.3", "1e5", "abc",
					    "12-3",   "￥",    "()",  "1.3E+20",
					    "合计",   "."};
	struct money money;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		assert_int_equal(
		    money_parse(str_from(texts[i]), MONEY_YUAN, &money),
		    MONEY_NOT_NUMBER);
}

static void tells_what_is_out_of_range(void **state)
{
	struct money money = {7};

	(void)state;
	assert_int_equal(
	    money_parse(STR("92233720368547758.08"), MONEY_YUAN, &money),
	    MONEY_TOO_LARGE);
	assert_int_equal(
	    money_parse(STR("99999999999999999999999"), MONEY_WAN, &money),
	    MONEY_TOO_LARGE);
	assert_int_equal(money.fen, 7);
	assert_int_equal(money_parse(STR("0.125"), MONEY_YUAN, &money),
			 MONEY_TOO_FINE);
	assert_int_equal(money.fen, 13);
	assert_int_equal(money_parse(STR("0.1249"), MONEY_YUAN, &money),
			 MONEY_TOO_FINE);
	assert_int_equal(money.fen, 12);
	assert_int_equal(money_parse(STR("0.1200"), MONEY_YUAN, &money),
			 MONEY_OK);
}

static void adds_within_range(void **state)
{
	struct money sum = {INT64_MAX - 1};

	(void)state;
	assert_true(money_add(&sum, (struct money){1}));
	assert_false(money_add(&sum, (struct money){1}));
	assert_int_equal(sum.fen, INT64_MAX);
	sum.fen = INT64_MIN;
	assert_false(money_subtract(&sum, (struct money){1}));
	assert_int_equal(sum.fen, INT64_MIN);
}

/* 447.41 + 48.73 = 496.13: rounded sums, not sums of rounded numbers. */
static void rounds_once_half_up(void **state)
{
	(void)state;
	assert_int_equal(money_rounded((struct money){487300}, MONEY_WAN, 2),
			 49);
	assert_int_equal(money_rounded((struct money){5000}, MONEY_WAN, 2), 1);
	assert_int_equal(money_rounded((struct money){4999}, MONEY_WAN, 2), 0);
	assert_int_equal(money_rounded((struct money){-5000}, MONEY_WAN, 2),
			 -1);
	assert_int_equal(money_rounded((struct money){-4999}, MONEY_WAN, 2), 0);
	assert_int_equal(money_rounded((struct money){INT64_MAX}, MONEY_WAN, 2),
			 922337203685478);
	assert_int_equal(money_rounded((struct money){123}, MONEY_FEN, 0), 123);
}

static void writes_amounts(void **state)
{
	struct arena *arena = arena_open();
	const struct money_format trimmed = {MONEY_WAN, 2, true, false};
	const struct money_format yuan = {MONEY_YUAN, 2, false, true};

	(void)state;
	assert_str(money_text((struct money){717530000}, wan, arena), "717.53");
	assert_str(money_text((struct money){0}, wan, arena), "0.00");
	assert_str(money_text((struct money){4999}, wan, arena), "0.00");
	assert_str(money_text((struct money){-51300000}, wan, arena), "−51.30");
	assert_str(money_text((struct money){-4999}, wan, arena), "0.00");
	assert_str(money_text((struct money){850000000}, trimmed, arena),
		   "850");
	assert_str(money_text((struct money){11500000}, trimmed, arena),
		   "11.5");
	assert_str(money_text((struct money){123456789}, yuan, arena),
		   "1,234,567.89");
	assert_str(money_text((struct money){100000000}, yuan, arena),
		   "1,000,000.00");
	assert_str(money_text((struct money){INT64_MIN}, wan, arena),
		   "−9223372036854.78");
	arena_close(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_amounts),
	    cmocka_unit_test(absent_is_not_zero),
	    cmocka_unit_test(refuses_what_is_no_amount),
	    cmocka_unit_test(tells_what_is_out_of_range),
	    cmocka_unit_test(adds_within_range),
	    cmocka_unit_test(rounds_once_half_up),
	    cmocka_unit_test(writes_amounts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
