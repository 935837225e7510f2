/* SPDX-License-Identifier: MIT */
#include "base/emu.h"

#include "base/arena.h"
#include "cmocka_all.h"

static void reads_lengths(void **state)
{
	static const struct {
		const char *text;
		emu length;
	} cases[] = {
	    {"0", 0},
	    {"0pt", 0},
	    {"1pt", 12700},
	    {"10.5pt", 133350},
	    {"0.75pt", 9525},
	    {"0.4pt", 5080},
	    {"7mm", 252000},
	    {"5.25mm", 189000},
	    {"1.2cm", 432000},
	    {"635emu", 635},
	    {"-2mm", -72000},
	    {"-1emu", -1},
	    {"0.333333mm", 12000}, /* rounded from 11999.988 */
	    {"2147483647emu", INT32_MAX},
	    {"-2147483648emu", INT32_MIN},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		emu length = -7;

		assert_true(emu_parse(str_from(cases[i].text), &length));
		assert_int_equal(length, cases[i].length);
	}
}

static void refuses_what_is_no_length(void **state)
{
	static const char *const cases[] = {
	    "",
	    "pt",
	    "10",
	    "1 pt",
	    "1e3pt",
	    ".5pt",
	    "5.pt",
	    "5in",
	    "--1pt",
	    "+1pt",
	    "1.2.3pt",
	    "10,5pt",
	    "999999999pt",
	    "2147483648emu",
	    "-",
	    "1ptx",
	    "0.0000001pt",
	    "99999999999999999999emu",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		emu length = 42;

		if (emu_parse(str_from(cases[i]), &length))
			fail_msg("%s is read as %d", cases[i], (int)length);
		assert_int_equal(length, 42);
	}
}

static void writes_the_exact_length(void **state)
{
	struct arena *arena = arena_open();

	(void)state;
	assert_str(emu_text(0, arena), "0");
	assert_str(emu_text(133350, arena), "10.5pt");
	assert_str(emu_text(127, arena), "0.01pt");
	assert_str(emu_text(252000, arena), "7mm");
	assert_str(emu_text(EMU_MM(0.55), arena), "0.55mm");
	assert_str(emu_text(-72000, arena), "-2mm");
	assert_str(emu_text(1, arena), "1emu");
	assert_str(emu_text(EMU_PT(16), arena), "16pt");
	assert_str(emu_text(EMU_PT(100), arena), "100pt");
	arena_close(arena);
}

static void reads_back_what_it_writes(void **state)
{
	struct arena *arena = arena_open();

	(void)state;
	for (emu length = -20000; length < 20000; length += 7) {
		emu back = 0;

		assert_true(emu_parse(emu_text(length, arena), &back));
		assert_int_equal(back, length);
		assert_true(emu_parse(emu_text(length * 36, arena), &back));
		assert_int_equal(back, length * 36);
	}
	arena_close(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_lengths),
	    cmocka_unit_test(refuses_what_is_no_length),
	    cmocka_unit_test(writes_the_exact_length),
	    cmocka_unit_test(reads_back_what_it_writes),
	};

	return cmocka_run_group_tests_name("emu", tests, NULL, NULL);
}
