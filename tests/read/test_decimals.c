/* SPDX-License-Identifier: MIT */
#include "read/decimals.h"

#include "base/arena.h"
#include "cmocka_all.h"

static struct arena *arena;

/* A spreadsheet keeps fifteen digits; what it writes beyond is noise. */
static void drops_the_noise_of_doubles(void **state)
{
	static const char *const cases[][2] = {
	    {"447.41000000000003", "447.41"},
	    {"0.1", "0.1"},
	    {"1E-2", "0.01"},
	    {"3745080", "3745080"},
	    {"7175300.0999999996", "7175300.1"},
	    {"-12.300000000000001", "-12.3"},
	    {"1.23456789012345E+14", "123456789012345"},
	    {"999999999999999", "999999999999999"},
	    {"0", "0"},
	    {"-0", "0"},
	    {"1E-5", "0.00001"},
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_str(decimal_text(str_from(cases[i][0]), arena),
			   cases[i][1]);
}

/* Digits that a spreadsheet has destroyed must stay visible as such. */
static void leaves_what_lost_its_digits(void **state)
{
	static const char *const cases[] = {"1.3030324003970101E+20",
					    "1000000000000000", "abc", ""};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_str(decimal_text(str_from(cases[i]), arena), cases[i]);
}

static void dates_in_both_epochs(void **state)
{
	(void)state;
	assert_str(decimal_date(STR("45291"), false, arena), "2023-12-31");
	assert_str(decimal_date(STR("43829"), true, arena), "2023-12-31");
	assert_str(decimal_date(STR("1"), false, arena), "1900-01-01");
	assert_str(decimal_date(STR("59"), false, arena), "1900-02-28");
	assert_str(decimal_date(STR("61"), false, arena), "1900-03-01");
	assert_str(decimal_date(STR("45291.75"), false, arena), "2023-12-31");
	assert_str(decimal_date(STR("1E9"), false, arena), "1E9");
}

static void formats_tell_percent_and_date(void **state)
{
	(void)state;
	assert_int_equal(decimal_form(0, STR("")), FORM_NUMBER);
	assert_int_equal(decimal_form(4, STR("")), FORM_NUMBER);
	assert_int_equal(decimal_form(9, STR("")), FORM_PERCENT);
	assert_int_equal(decimal_form(10, STR("")), FORM_PERCENT);
	assert_int_equal(decimal_form(14, STR("")), FORM_DATE);
	assert_int_equal(decimal_form(31, STR("")), FORM_DATE);
	assert_int_equal(decimal_form(176, STR("0.0%")), FORM_PERCENT);
	assert_int_equal(decimal_form(177, STR("yyyy\\-mm\\-dd")), FORM_DATE);
	assert_int_equal(decimal_form(178, STR("[Red]0.00")), FORM_NUMBER);
	assert_int_equal(decimal_form(179, STR("0.00\"day\"")), FORM_NUMBER);
	assert_int_equal(decimal_form(180, STR("#,##0.00_ ")), FORM_NUMBER);
	assert_int_equal(decimal_form(181, STR("[$-804]yyyy\"年\"m\"月\"")),
			 FORM_DATE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(drops_the_noise_of_doubles),
	    cmocka_unit_test(leaves_what_lost_its_digits),
	    cmocka_unit_test(dates_in_both_epochs),
	    cmocka_unit_test(formats_tell_percent_and_date),
	};
	int status;

	arena = arena_open();
	status = cmocka_run_group_tests(tests, NULL, NULL);
	arena_close(arena);
	return status;
}
