/* SPDX-License-Identifier: MIT */
/* Any bytes as a workbook, or as the parts of one (parts.h). */
#include "fuzz/fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "fuzz/parts.h"
#include "read/read.h"
#include "tables/sheets.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	char path[] = "/tmp/gongkai-fuzz-XXXXXX";
	struct arena *arena = arena_open();
	struct sheets sheets = {.arena = arena};
	struct str workbook = {(const char *)bytes, n};
	int fd = mkstemp(path);

	if (fd < 0 || write(fd, bytes, n) != (ssize_t)n)
		abort();
	close(fd);
	if (str_starts(workbook, STR("--- ")))
		fuzz_parts_zip(workbook, path);
	read_input(&sheets, str_from(path), diag_open(arena));
	unlink(path);
	arena_close(arena);
	return 0;
}
