/* SPDX-License-Identifier: MIT */
/* An arena and a sink for what one case reads and makes. */
#ifndef TESTS_DOC_CASE_H
#define TESTS_DOC_CASE_H

#include "base/arena.h"
#include "base/diag.h"

struct doc_case {
	struct arena *arena;
	struct diag_sink *sink;
};

/* For cmocka: set up and tear down. */
static inline int doc_case_open(void **out)
{
	struct arena *arena = arena_open();
	struct doc_case *c = ARENA_NEW(arena, struct doc_case);

	c->arena = arena;
	c->sink = diag_open(arena);
	*out = c;
	return 0;
}

static inline int doc_case_close(void **in)
{
	struct doc_case *c = *in;

	arena_close(c->arena);
	return 0;
}

#endif
