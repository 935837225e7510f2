/* SPDX-License-Identifier: MIT */
/* Any bytes as an input with a mapping, read into tables and a budget. */
#include "fuzz/fuzz.h"

#include "base/arena.h"
#include "base/diag.h"
#include "budget/budget.h"
#include "fuzz/files.h"
#include "read/read.h"
#include "tables/sheets.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);
	struct fuzz_files files =
	    fuzz_files_put((struct str){(const char *)bytes, n}, arena, sink);
	struct sheets sheets = {.arena = arena};
	struct budget_options options = {.subjects = NULL};

	if (read_input(&sheets, files.input, sink))
		budget_read(&sheets, &options, arena, sink);
	fuzz_files_remove(&files);
	arena_close(arena);
	return 0;
}
