/* SPDX-License-Identifier: MIT */
/* Any bytes as a line of manifest.json; what is read is written, and read as
 * the same. */
#include "fuzz/fuzz.h"

#include <stdlib.h>

#include "base/arena.h"
#include "publish/outcome.h"

/* The outcome as a line; false: the bytes are none. */
static bool carried(struct str bytes, struct str *again, struct arena *arena)
{
	struct outcome *outcome = outcome_read(bytes, arena);
	struct buf buf = {.arena = arena};

	if (outcome == NULL)
		return false;
	outcome_write(outcome, &buf);
	*again = buf_str(&buf);
	return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *arena = arena_open();
	struct str first;
	struct str second;

	if (carried((struct str){(const char *)bytes, n}, &first, arena) &&
	    (!carried(first, &second, arena) || !str_equal(first, second)))
		abort();
	arena_close(arena);
	return 0;
}
