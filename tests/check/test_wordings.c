/* SPDX-License-Identifier: MIT */
/*
 * Sentences in the words of many counties: wordings.txt. Of each form at
 * least five are right, and nothing is found; and at least five are wrong,
 * and their fault is found.
 */
#include "base/arena.h"
#include "base/file.h"
#include "check/check_case.h"

#define LEAST 5 /* wordings of a form, right and wrong */

struct form {
	struct str name;
	size_t right, wrong;
};

static struct str read_whole(const char *path, struct arena *arena)
{
	struct diag_sink *sink = diag_open(arena);
	struct str text;

	assert_true(file_read(str_from(path), 1 << 20, arena, sink, &text));
	return text;
}

/* Whether the rules, divided by |, name the rule. */
static bool names(struct str rules, const char *rule)
{
	while (rules.n > 0) {
		ptrdiff_t end = str_find(rules, STR("|"));
		struct str one =
		    str_slice(rules, 0, end < 0 ? rules.n : (size_t)end);

		if (str_is(one, rule))
			return true;
		rules = str_slice(rules, one.n + 1, rules.n);
	}
	return false;
}

/* Whether the paragraph gave what was expected; prints what it gave. */
static bool holds(struct str rules, struct str text, struct str facts,
		  struct arena *arena)
{
	struct str body = str_format(
	    arena,
	    STR_FMT "<p id='p' outline='2'>说明</p><p id='q'>" STR_FMT "</p>",
	    STR_ARG(facts), STR_ARG(text));
	struct diag_sink *sink =
	    check_body(str_cstr(body, arena), NULL, 0, arena);
	bool right = str_is(rules, "-");
	bool found = false;
	size_t i;

	for (i = 0; i < sink->n; i++)
		found = found || names(rules, sink->list[i].kind->id);
	if (right ? sink->n == 0 : found)
		return true;
	print_message(STR_FMT "\n    expected " STR_FMT "\n", STR_ARG(text),
		      STR_ARG(rules));
	for (i = 0; i < sink->n; i++)
		print_message(
		    "    " STR_FMT "\n",
		    STR_ARG(diag_text(&sink->list[i], DIAG_ZH, arena)));
	return false;
}

static void check_form(const struct form *form)
{
	if (form->name.n == 0)
		return;
	if (form->right < LEAST || form->wrong < LEAST)
		fail_msg(STR_FMT ": %zu right, %zu wrong", STR_ARG(form->name),
			 form->right, form->wrong);
}

static void wordings_are_understood(void **state)
{
	struct arena *arena = arena_open();
	struct str facts = read_whole("tests/check/wordings.xml", arena);
	struct str rest = read_whole("tests/check/wordings.txt", arena);
	struct form form = {.right = 0};
	size_t failed = 0;
	size_t all = 0;

	(void)state;
	while (rest.n > 0) {
		ptrdiff_t end = str_find(rest, STR("\n"));
		struct str line =
		    str_slice(rest, 0, end < 0 ? rest.n : (size_t)end);
		ptrdiff_t blank = str_find(line, STR(" "));
		struct arena *scratch;

		rest = str_slice(rest, line.n + 1, rest.n);
		if (line.n == 0 || line.s[0] == '#')
			continue;
		if (line.s[0] == '[') {
			check_form(&form);
			form = (struct form){.name = line};
			continue;
		}
		assert_true(blank > 0);
		form.right += line.s[0] == '-';
		form.wrong += line.s[0] != '-';
		scratch = arena_open();
		failed += !holds(str_slice(line, 0, (size_t)blank),
				 str_slice(line, (size_t)blank + 1, line.n),
				 facts, scratch);
		arena_close(scratch);
		all++;
	}
	check_form(&form);
	if (failed > 0)
		fail_msg("%zu of %zu wordings", failed, all);
	arena_close(arena);
}

static void the_document_is_clean(void **state)
{
	struct arena *arena = arena_open();

	(void)state;
	assert_clean(
	    str_cstr(read_whole("tests/check/wordings.xml", arena), arena));
	arena_close(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_document_is_clean),
	    cmocka_unit_test(wordings_are_understood),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
