/* SPDX-License-Identifier: MIT */
/* The examples in templates/README.md are good templates. */
#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "cmocka_all.h"
#include "template/template.h"

/* What the examples refer to and do not declare themselves. */
#define AROUND                                                                        \
	"<template title=\"例\" levels=\"部门 单位\" extends=\"base\">"          \
	"<figure name=\"支出\" value=\"支出\"/>"                                  \
	"<figure name=\"基本支出\" value=\"支出[支出类型=基本支出]\"/>" \
	"<rowset name=\"拨款\"><row label=\"一般公共预算拨款\" "            \
	"filter=\"资金性质=一般公共预算\"/></rowset>"

static struct str wrapped(struct str example, struct arena *arena)
{
	if (str_starts(example, STR("<template")))
		return example;
	if (str_starts(example, STR("<change")))
		return str_format(arena, AROUND STR_FMT "</template>",
				  STR_ARG(example));
	return str_format(
	    arena, AROUND "<section id=\"例\">" STR_FMT "</section></template>",
	    STR_ARG(example));
}

static void check_example(struct str example, struct arena *arena)
{
	struct diag_sink *sink = diag_open(arena);
	const struct template *template =
	    template_from(STR("templates"), STR("README"),
			  wrapped(example, arena), arena, sink);

	if (template == NULL || sink->n > 0)
		fail_msg(STR_FMT "\n" STR_FMT, STR_ARG(example),
			 STR_ARG(diag_text(&sink->list[0], DIAG_EN, arena)));
}

static void examples_are_templates(void **state)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);
	struct str rest;
	int n = 0;

	(void)state;
	assert_true(
	    file_read(STR("templates/README.md"), 1 << 20, arena, sink, &rest));
	for (;;) {
		ptrdiff_t start = str_find(rest, STR("\n```xml\n"));
		ptrdiff_t end;

		if (start < 0)
			break;
		rest = str_slice(rest, (size_t)start + 8, rest.n);
		end = str_find(rest, STR("\n```\n"));
		assert_true(end > 0);
		check_example(str_slice(rest, 0, (size_t)end), arena);
		n++;
	}
	assert_true(n >= 10);
	arena_close(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(examples_are_templates),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
