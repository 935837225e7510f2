/* SPDX-License-Identifier: MIT */
/* Accepted findings, and the table of rules. */
#include <string.h>

#include "base/arena.h"
#include "check/check_case.h"
#include "check/messages.h"

#define BODY "<p id='p'>2024年支出较2022年预算减少5.13万元。</p>"

static struct diag_sink *run(struct check_exception exception,
			     struct arena *arena)
{
	exception.rule = exception.rule.n > 0 ? exception.rule : STR("YEAR");
	return check_body(BODY, &exception, 1, arena);
}

static size_t count(const struct diag_sink *sink, const char *id, bool accepted)
{
	size_t n = 0;
	size_t i;

	for (i = 0; i < sink->n; i++)
		n += strcmp(sink->list[i].kind->id, id) == 0 &&
		     sink->list[i].accepted == accepted;
	return n;
}

static void an_exception_accepts_its_finding(void **state)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink;

	(void)state;
	sink = run((struct check_exception){.seen = STR("2022年")}, arena);
	assert_int_equal(count(sink, "YEAR", true), 2);
	assert_int_equal(count(sink, "YEAR", false), 0);
	assert_int_equal(count(sink, "CHECK-EXCEPTION", false), 0);
	assert_int_equal(diag_worst(sink), DIAG_NOTE);
	sink = run(
	    (struct check_exception){.seen = STR("2022年"), .node = STR("p")},
	    arena);
	assert_int_equal(count(sink, "YEAR", true), 2);
	arena_close(arena);
}

static void other_values_are_not_accepted(void **state)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink;

	(void)state;
	sink = run((struct check_exception){.seen = STR("2021年")}, arena);
	assert_int_equal(count(sink, "YEAR", false), 2);
	assert_int_equal(count(sink, "CHECK-EXCEPTION", false), 1);
	sink = run(
	    (struct check_exception){.seen = STR("2022年"), .node = STR("q")},
	    arena);
	assert_int_equal(count(sink, "YEAR", false), 2);
	sink = run((struct check_exception){.seen = STR("2022年"),
					    .rule = STR("TXT-SUM")},
		   arena);
	assert_int_equal(count(sink, "YEAR", false), 2);
	assert_int_equal(count(sink, "CHECK-EXCEPTION", false), 1);
	arena_close(arena);
}

/* Each message belongs to a rule of the table, and says both values first. */
static void messages_belong_to_rules(void **state)
{
	const struct diag_kind *const *kind;
	size_t i;

	(void)state;
	for (kind = check_messages; *kind != NULL; kind++) {
		bool known = strcmp((*kind)->id, "CHECK-EXCEPTION") == 0;

		for (i = 0; i < check_n_rules; i++)
			known = known ||
				(strcmp(check_rules[i].id, (*kind)->id) == 0 &&
				 check_rules[i].level >= (*kind)->level);
		if (!known)
			fail_msg("%s", (*kind)->name);
	}
}

static void findings_tell_places(void **state)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = check_body(
	    "<p id='h' outline='2'>二、总体情况</p>" BODY, NULL, 0, arena);
	size_t i;

	(void)state;
	for (i = 0; i < sink->n; i++)
		if (strcmp(sink->list[i].kind->id, "YEAR") == 0)
			assert_str(sink->list[i].node, "p “二、总体情况”第1段");
	assert_str(sink->list[0].unit, "101");
	arena_close(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_exception_accepts_its_finding),
	    cmocka_unit_test(other_values_are_not_accepted),
	    cmocka_unit_test(messages_belong_to_rules),
	    cmocka_unit_test(findings_tell_places),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
