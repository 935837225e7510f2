/* SPDX-License-Identifier: MIT */
/* Items of pages as lines. */
#ifndef TESTS_LAYOUT_PAGE_LINES_H
#define TESTS_LAYOUT_PAGE_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/emu.h"
#include "base/str.h"
#include "pages/pages.h"

struct arena;

/* A line as it stands on a page: items of one node on one baseline. */
struct line {
	struct str node;
	size_t page;
	emu y;
	const struct item *items; /* n of them in a row */
	size_t n;
	struct str text;
};

struct lines {
	struct line *lines;
	size_t n;
	size_t room;
};

/* All lines of all pages, in order; owned by the arena. */
struct lines page_lines(const struct pages *pages, struct arena *arena);

/* An entry of the contents, or its number, which is named for its heading. */
bool line_is_link(const struct pages *pages, const struct line *line);

/* Right edge [emu] of its last glyph. */
emu line_right(const struct line *line);

#endif
