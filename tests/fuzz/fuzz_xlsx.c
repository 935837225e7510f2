/* SPDX-License-Identifier: MIT */
/* Any bytes as a workbook. */
#include "fuzz/fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "read/read.h"
#include "tables/sheets.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	char path[] = "/tmp/gongkai-fuzz-XXXXXX";
	struct arena *arena = arena_open();
	struct sheets sheets = {.arena = arena};
	int fd = mkstemp(path);

	if (fd < 0 || write(fd, bytes, n) != (ssize_t)n)
		abort();
	close(fd);
	read_input(&sheets, str_from(path), diag_open(arena));
	unlink(path);
	arena_close(arena);
	return 0;
}
