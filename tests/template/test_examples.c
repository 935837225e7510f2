/* SPDX-License-Identifier: MIT */
/* The examples in both guides to templates are good templates. */
#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "cmocka_all.h"
#include "doc/dump.h"
#include "template/template.h"

/* What the examples refer to and do not declare themselves. */
#define AROUND                                                                        \
	"<template title=\"例\" levels=\"部门 单位\" extends=\"base\">"          \
	"<figure name=\"支出\" value=\"支出\"/>"                                  \
	"<figure name=\"基本支出\" value=\"支出[支出类型=基本支出]\"/>" \
	"<rowset name=\"拨款\"><row label=\"一般公共预算拨款\" "            \
	"filter=\"资金性质=一般公共预算\"/></rowset>"

/* A change of what a template extends: the guide makes a template of them. */
static bool is_change(struct str example)
{
	return str_starts(example, STR("<replace")) ||
	       str_starts(example, STR("<remove")) ||
	       str_starts(example, STR("<before")) ||
	       str_starts(example, STR("<after"));
}

static struct str changed(struct str changes, struct arena *arena)
{
	return str_format(arena,
			  "<template title=\"例\" levels=\"部门 单位\" "
			  "extends=\"general\">" STR_FMT "</template>",
			  STR_ARG(changes));
}

static struct str wrapped(struct str example, struct arena *arena)
{
	if (str_starts(example, STR("<template")))
		return example;
	if (is_change(example))
		return changed(example, arena);
	if (str_starts(example, STR("<change")))
		return str_format(arena, AROUND STR_FMT "</template>",
				  STR_ARG(example));
	return str_format(
	    arena, AROUND "<section id=\"例\">" STR_FMT "</section></template>",
	    STR_ARG(example));
}

static void check_template(struct str text, struct arena *arena)
{
	struct diag_sink *sink = diag_open(arena);
	const struct template *template =
	    template_from(STR("templates"), STR("README"), text, arena, sink);

	if (template == NULL || sink->n > 0)
		fail_msg(STR_FMT "\n" STR_FMT, STR_ARG(text),
			 STR_ARG(diag_text(&sink->list[0], DIAG_EN, arena)));
}

/* Styles that change those of base. */
static void check_styles(struct str example, struct arena *arena)
{
	struct diag_sink *sink = diag_open(arena);
	struct str doc = str_format(
	    arena,
	    "<doc><styles href=\"templates/base/styles.xml\">" STR_FMT "</doc>",
	    STR_ARG(str_slice(example, STR("<styles>").n, example.n)));

	if (doc_read(doc, STR("README.xml"), arena, sink) == NULL ||
	    sink->n > 0)
		fail_msg(STR_FMT "\n" STR_FMT, STR_ARG(example),
			 STR_ARG(diag_text(&sink->list[0], DIAG_EN, arena)));
}

static void check_example(struct str example, struct arena *arena)
{
	if (str_starts(example, STR("<styles>")))
		check_styles(example, arena);
	else
		check_template(wrapped(example, arena), arena);
}

static void check_page(const char *path)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);
	struct buf changes = {.arena = arena};
	struct str rest;
	int n = 0;

	assert_true(file_read(str_from(path), 1 << 20, arena, sink, &rest));
	for (;;) {
		ptrdiff_t start = str_find(rest, STR("\n```xml\n"));
		ptrdiff_t end;
		struct str example;

		if (start < 0)
			break;
		rest = str_slice(rest, (size_t)start + 8, rest.n);
		end = str_find(rest, STR("\n```\n"));
		assert_true(end > 0);
		example = str_slice(rest, 0, (size_t)end);
		check_example(example, arena);
		if (is_change(example))
			buf_add(&changes, example);
		n++;
	}
	assert_true(n >= 20);
	assert_true(buf_str(&changes).n > 0);
	check_template(changed(buf_str(&changes), arena), arena);
	arena_close(arena);
}

static void english_examples_are_templates(void **state)
{
	(void)state;
	check_page("templates/README.md");
}

static void chinese_examples_are_templates(void **state)
{
	(void)state;
	check_page("templates/README.zh-CN.md");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(english_examples_are_templates),
	    cmocka_unit_test(chinese_examples_are_templates),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
