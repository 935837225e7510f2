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

#define CASE_PARTS_MOST 32

struct case_part {
	struct str name, text;
};

struct test_case {
	struct case_part *parts;
	size_t n_parts;
};

/* The parts within the bytes, the first CASE_PARTS_MOST. */
struct test_case case_parse(struct str bytes, struct arena *arena);

/* The part's text, empty if there is none. */
struct str case_part(const struct test_case *test, const char *name);

struct case_result {
	struct str doc, findings;
};

struct case_result case_run(const struct test_case *test, struct arena *arena);

#endif
