/* SPDX-License-Identifier: MIT */
/* The fonts that ./bootstrap fetches (tests/fonts.conf): Fandol, Noto CJK,
 * LXGW WenKai, Liberation. */
#ifndef TESTS_FONT_CASE_H
#define TESTS_FONT_CASE_H

#include "base/arena.h"
#include "base/diag.h"
#include "font/font.h"

struct font_case {
	struct arena *arena;
	struct diag_sink *sink;
	struct fonts *fonts;
};

/* NULL if they are not there; the sink says why. Tests run in the root. */
static inline struct fonts *case_fonts(struct diag_sink *sink)
{
	static const struct str folder = STR_INIT("fonts/open");

	return fonts_open(&(struct font_options){&folder, 1}, sink);
}

/* For cmocka: set up and tear down. */
static inline int font_case_open(void **out)
{
	struct arena *arena = arena_open();
	struct font_case *c = ARENA_NEW(arena, struct font_case);

	c->arena = arena;
	c->sink = diag_open(arena);
	c->fonts = case_fonts(c->sink);
	*out = c;
	return c->fonts == NULL;
}

static inline int font_case_close(void **in)
{
	struct font_case *c = *in;

	fonts_close(c->fonts);
	arena_close(c->arena);
	return 0;
}

#endif
