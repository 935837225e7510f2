/* SPDX-License-Identifier: MIT */
/* Any bytes as the CFF table of a font, of which subsets are made; a subset is
 * a table, too, and has the same subset. */
#include "fuzz/fuzz.h"

#include <stdlib.h>

#include "base/arena.h"
#include "font/cff.h"

#define GLYPHS 4

static bool subset_of(struct str table, struct arena *arena, struct str *subset)
{
	static const uint32_t ids[GLYPHS] = {1, 3, 2, 300};
	struct font_glyphs glyphs = {.ids = ids, .n = GLYPHS - 1};
	struct cff *cff = cff_open(table, arena);

	return cff != NULL &&
	       cff_subset(cff, STR("AAAAAA+X"), glyphs, arena, subset);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *arena = arena_open();
	struct str subset;
	struct str again;

	if (subset_of((struct str){(const char *)bytes, n}, arena, &subset) &&
	    !subset_of(subset, arena, &again))
		abort();
	arena_close(arena);
	return 0;
}
