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

static void run(void **state)
{
	struct arena *arena = arena_open();
	struct test_case test = case_read(str_from(*state), arena);
	struct case_result result = case_run(&test, arena);

	if (getenv("UPDATE") != NULL) {
		case_update(&test, &result, arena);
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
