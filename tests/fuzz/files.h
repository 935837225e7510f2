/* SPDX-License-Identifier: MIT */
/*
 * Bytes as the files of an input: a workbook, or the parts (parts.h) as files.
 */
#ifndef TESTS_FUZZ_FILES_H
#define TESTS_FUZZ_FILES_H

#include <stddef.h>

#include "base/str.h"

struct arena;
struct diag_sink;

#define FUZZ_FILES_MOST 32

struct fuzz_files {
	struct arena *arena;
	struct diag_sink *sink;
	struct str folder;
	struct str input; /* the folder, or the workbook in it */
	struct str list[FUZZ_FILES_MOST];
	size_t n;
};

/* Writes them into a new folder. */
struct fuzz_files fuzz_files_put(struct str bytes, struct arena *arena,
				 struct diag_sink *sink);

void fuzz_files_remove(const struct fuzz_files *files);

#endif
