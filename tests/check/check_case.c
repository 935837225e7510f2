/* SPDX-License-Identifier: MIT */
#include "check/check_case.h"

#include "base/arena.h"
#include "doc/doc.h"
#include "doc/dump.h"

static struct doc *read_body(const char *body, struct arena *arena,
			     struct diag_sink *sink)
{
	struct str xml = str_format(
	    arena,
	    "<doc title='t' author='甲县档案局' lang='zh-CN' template='x' "
	    "unit='101' year='2024'><styles><para name='p'/><page name='s'/>"
	    "<table name='t'/></styles><section id='s'>%s</section></doc>",
	    body);
	struct doc *doc = doc_read(xml, STR("case"), arena, sink);
	size_t i;

	for (i = 0; doc == NULL && i < sink->n; i++)
		print_message(STR_FMT "\n", STR_ARG(diag_text(&sink->list[i],
							      DIAG_ZH, arena)));
	assert_non_null(doc);
	return doc;
}

struct diag_sink *check_body(const char *body,
			     const struct check_exception *exceptions,
			     size_t n_exceptions, struct arena *arena)
{
	struct diag_sink *sink = diag_open(arena);
	struct check_task task = {.doc = read_body(body, arena, sink),
				  .exceptions = exceptions,
				  .n_exceptions = n_exceptions};

	check_document(&task, arena, sink);
	return sink;
}

struct diag_sink *check_body_of(const char *body, const struct scope *scope,
				struct arena *arena)
{
	struct diag_sink *sink = diag_open(arena);
	struct check_task task = {.doc = read_body(body, arena, sink),
				  .scope = scope};

	check_document(&task, arena, sink);
	return sink;
}

static void print_all(const struct diag_sink *sink, struct arena *arena)
{
	size_t i;

	for (i = 0; i < sink->n; i++)
		print_message(STR_FMT "\n", STR_ARG(diag_text(&sink->list[i],
							      DIAG_ZH, arena)));
}

void expect_at(const char *file, int line, const char *body, const char *rule,
	       size_t n)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = check_body(body, NULL, 0, arena);
	size_t found = 0;
	size_t i;

	for (i = 0; i < sink->n; i++)
		found += str_is(str_from(rule), sink->list[i].kind->id);
	if (found != n) {
		print_all(sink, arena);
		print_message("%s: %zu, not %zu\n", rule, found, n);
		_fail(file, line);
	}
	arena_close(arena);
}

void expect_clean_at(const char *file, int line, const char *body)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = check_body(body, NULL, 0, arena);

	if (sink->n > 0) {
		print_all(sink, arena);
		_fail(file, line);
	}
	arena_close(arena);
}
