/* SPDX-License-Identifier: MIT */
/* Any bytes as two companions of documents (数据/201.json), which are compared:
 * one does not differ from itself. */
#include "fuzz/fuzz.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "compare/compare.h"
#include "fuzz/parts.h"

static bool next_publication(struct str *rest, struct publication *publication,
			     struct arena *arena, struct diag_sink *sink)
{
	struct str name;
	struct str json;

	return fuzz_part_next(rest, &name, &json) &&
	       publication_read(publication, json, STR("x.json"), arena, sink);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);
	struct str rest = {(const char *)bytes, n};
	struct publication before;
	struct publication after;

	if (next_publication(&rest, &before, arena, sink)) {
		if (compare_publications(&before, &before, arena).n > 0)
			abort();
		if (next_publication(&rest, &after, arena, sink))
			compare_publications(&before, &after, arena);
	}
	arena_close(arena);
	return 0;
}
