/* SPDX-License-Identifier: MIT */
/* Every construct of the language and every message: tests/template/cases/.
 * With UPDATE set, what comes out is written into the cases. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "cmocka_all.h"
#include "template/case.h"

#define FOLDER "tests/template/cases"

static struct test_case read_case(struct str path, struct arena *arena)
{
	struct test_case test;
	struct str bytes;

	assert_true(file_read(path, 1 << 20, arena, diag_open(arena), &bytes));
	test = case_parse(bytes, arena);
	assert_true(test.n_parts < CASE_PARTS_MOST);
	return test;
}

/* Writes the file anew with the result in it. */
static void update_case(struct str path, const struct test_case *test,
			const struct case_result *result, struct arena *arena)
{
	struct diag_sink *sink = diag_open(arena);
	struct buf buf = {.arena = arena};
	size_t i;

	for (i = 0; i < test->n_parts; i++) {
		if (str_is(test->parts[i].name, "doc") ||
		    str_is(test->parts[i].name, "findings"))
			continue;
		buf_format(&buf, "== " STR_FMT "\n" STR_FMT,
			   STR_ARG(test->parts[i].name),
			   STR_ARG(test->parts[i].text));
	}
	if (result->doc.n > 0)
		buf_format(&buf, "== doc\n" STR_FMT, STR_ARG(result->doc));
	if (result->findings.n > 0)
		buf_format(&buf, "== findings\n" STR_FMT,
			   STR_ARG(result->findings));
	assert_true(file_write(path, buf_str(&buf), sink));
}

static void run(void **state)
{
	struct arena *arena = arena_open();
	struct str path = str_from(*state);
	struct test_case test = read_case(path, arena);
	struct case_result result = case_run(&test, arena);

	if (getenv("UPDATE") != NULL) {
		update_case(path, &test, &result, arena);
	} else {
		assert_str(result.findings,
			   str_cstr(case_part(&test, "findings"), arena));
		assert_str(result.doc,
			   str_cstr(case_part(&test, "doc"), arena));
	}
	arena_close(arena);
}

int main(void)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);
	struct CMUnitTest *tests;
	struct str *names;
	size_t n;
	size_t i;
	int failed;

	if (!file_list(STR(FOLDER), arena, sink, &names, &n) || n == 0)
		return 1;
	tests = ARENA_ARRAY(arena, n, struct CMUnitTest);
	for (i = 0; i < n; i++) {
		struct str path = file_join(STR(FOLDER), names[i], arena);

		tests[i] = (struct CMUnitTest){
		    .name = str_cstr(names[i], arena),
		    .test_func = run,
		    .initial_state = (void *)(uintptr_t)str_cstr(path, arena)};
	}
	failed =
	    _cmocka_run_group_tests("template/cases", tests, n, NULL, NULL);
	arena_close(arena);
	return failed;
}
