/* SPDX-License-Identifier: MIT */
/*
 * A case is a file of parts: "== name" begins one.
 *
 * template  the template; what does not begin with <template is put into a
 *           section of one that extends base, declarations (before a line of
 *           "--") beside the section
 * 支出 …    a table, comma-separated without quotes; \n is a line end
 * unit      code of the unit to expand, else 101
 * options   selects: with references
 * doc       what is expected, as doc_text() writes it
 * findings  expected messages: id line:column arguments, one a line
 */
#ifndef TESTS_TEMPLATE_CASE_H
#define TESTS_TEMPLATE_CASE_H

#include "base/str.h"

struct arena;
struct diag_sink;

struct case_part {
	struct str name, text;
};

struct test_case {
	struct str path;
	struct case_part *parts;
	size_t n_parts;
};

struct test_case case_read(struct str path, struct arena *arena);

/* The part's text, empty if there is none. */
struct str case_part(const struct test_case *test, const char *name);

struct case_result {
	struct str doc, findings;
};

struct case_result case_run(const struct test_case *test, struct arena *arena);

/* Writes the file anew with the result in it. */
void case_update(const struct test_case *test, const struct case_result *result,
		 struct arena *arena);

#endif
