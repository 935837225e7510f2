/* SPDX-License-Identifier: MIT */
#include "cli/options.h"

#include <stdlib.h>

#include "base/arena.h"
#include "cli/messages.h"
#include "cmocka_all.h"

struct fixture {
	struct arena *arena;
	struct diag_sink *sink;
	struct options options;
};

static int open_fixture(void **state)
{
	struct arena *arena = arena_open();
	struct fixture *fixture = ARENA_NEW(arena, struct fixture);

	fixture->arena = arena;
	fixture->sink = diag_open(arena);
	*state = fixture;
	return 0;
}

static int close_fixture(void **state)
{
	struct fixture *fixture = *state;

	arena_close(fixture->arena);
	return 0;
}

#define ARGC(argv) ((int)(sizeof(argv) / sizeof((argv)[0])))

static void reads_a_command_line(void **state)
{
	struct fixture *f = *state;
	char *argv[] = {
	    (char[]){"gongkai"}, (char[]){"build"},	 (char[]){"-o"},
	    (char[]){"公开"},	 (char[]){"--unit=201"}, (char[]){"-u"},
	    (char[]){"202"},	 (char[]){"--pdfa"},	 (char[]){"none"},
	    (char[]){"县/"},	 (char[]){"--"},	 (char[]){"-x"}};

	assert_true(
	    options_read(&f->options, ARGC(argv), argv, f->arena, f->sink));
	assert_str(f->options.command, "build");
	assert_str(f->options.out, "公开");
	assert_int_equal(f->options.units.n, 2);
	assert_str(f->options.units.list[1], "202");
	assert_false(f->options.pdfa);
	assert_int_equal(f->options.args.n, 2);
	assert_str(f->options.args.list[0], "县/");
	assert_str(f->options.args.list[1], "-x");
}

static void a_value_may_stand_right_behind_a_letter(void **state)
{
	struct fixture *f = *state;
	char *argv[] = {(char[]){"gongkai"}, (char[]){"build"}, (char[]){"-j4"},
			(char[]){"-o公开"}, (char[]){"--strict"}};
	char *wrong[] = {(char[]){"gongkai"}, (char[]){"-qx"}, (char[]){"-jx"},
			 (char[]){"-j1000"}};

	assert_true(
	    options_read(&f->options, ARGC(argv), argv, f->arena, f->sink));
	assert_int_equal(f->options.jobs, 4);
	assert_str(f->options.out, "公开");
	assert_true(f->options.strict);
	assert_false(f->options.force);
	assert_false(
	    options_read(&f->options, ARGC(wrong), wrong, f->arena, f->sink));
	assert_int_equal(f->sink->n, 3);
}

/* From which level on a unit is refused; in both languages. */
static void strict_may_name_a_level(void **state)
{
	struct fixture *f = *state;
	struct {
		char arg[32];
		enum diag_level level;
	} cases[] = {{"--strict", DIAG_ERROR},
		     {"--strict=错误", DIAG_ERROR},
		     {"--strict=警告", DIAG_WARNING},
		     {"--strict=note", DIAG_NOTE}};
	char *wrong[] = {(char[]){"gongkai"}, (char[]){"--strict="},
			 (char[]){"--strict=严格"}};
	char *apart[] = {(char[]){"gongkai"}, (char[]){"build"},
			 (char[]){"--strict"}, (char[]){"警告"}};
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char *argv[] = {(char[]){"gongkai"}, cases[i].arg};

		assert_true(options_read(&f->options, ARGC(argv), argv,
					 f->arena, f->sink));
		assert_true(f->options.strict);
		assert_int_equal(f->options.strict_level, cases[i].level);
	}
	assert_false(
	    options_read(&f->options, ARGC(wrong), wrong, f->arena, f->sink));
	assert_int_equal(f->sink->n, 2);
	/* a word apart from it is an input */
	assert_true(
	    options_read(&f->options, ARGC(apart), apart, f->arena, f->sink));
	assert_int_equal(f->options.args.n, 1);
}

static void reports_all_wrong_options_at_once(void **state)
{
	struct fixture *f = *state;
	char *argv[] = {(char[]){"gongkai"}, (char[]){"--wrong"},
			(char[]){"--pdfa=3b"}, (char[]){"--json=x"},
			(char[]){"--out"}};

	assert_false(
	    options_read(&f->options, ARGC(argv), argv, f->arena, f->sink));
	assert_int_equal(f->sink->n, 4);
	assert_ptr_equal(f->sink->list[0].kind, &CLI_OPTION);
	assert_ptr_equal(f->sink->list[1].kind, &CLI_OPTION_BAD_VALUE);
	assert_ptr_equal(f->sink->list[2].kind, &CLI_OPTION);
	assert_ptr_equal(f->sink->list[3].kind, &CLI_OPTION_VALUE);
}

static void speaks_chinese_unless_the_locale_is_english(void **state)
{
	struct fixture *f = *state;
	char *argv[] = {(char[]){"gongkai"}};

	setenv("LC_ALL", "C.UTF-8", 1);
	options_read(&f->options, 1, argv, f->arena, f->sink);
	assert_int_equal(f->options.lang, DIAG_ZH);
	setenv("LC_ALL", "en_US.UTF-8", 1);
	options_read(&f->options, 1, argv, f->arena, f->sink);
	assert_int_equal(f->options.lang, DIAG_EN);
}

#define WITH_FIXTURE(test)                                                     \
	cmocka_unit_test_setup_teardown(test, open_fixture, close_fixture)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    WITH_FIXTURE(reads_a_command_line),
	    WITH_FIXTURE(a_value_may_stand_right_behind_a_letter),
	    WITH_FIXTURE(strict_may_name_a_level),
	    WITH_FIXTURE(reports_all_wrong_options_at_once),
	    WITH_FIXTURE(speaks_chinese_unless_the_locale_is_english),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
