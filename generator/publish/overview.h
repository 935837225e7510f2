/* SPDX-License-Identifier: MIT */
/*
 * Files of an out folder about the whole: the page index.html and the list
 * 核对结果.xlsx. They are kept as documents are: one that a person has
 * written into stays, the new one is put beside it; one that is gone is made
 * again.
 */
#ifndef PUBLISH_OVERVIEW_H
#define PUBLISH_OVERVIEW_H

#include <stdbool.h>

struct arena;
struct diag_sink;
struct manifest;
struct map;

/* Do the files stand there as they were last written? Those that a person has
 * written into, and what stands beside them, are told of. */
bool overview_stands(struct manifest *manifest, struct diag_sink *sink);

/* Writes them. input: messages about the input, NULL: it could not be read,
 * and the list stays as it is. now: keys of what was made in this run; NULL:
 * nothing was. False: reported. */
bool overview_write(struct manifest *manifest, const struct diag_sink *input,
		    const struct map *now, struct arena *arena,
		    struct diag_sink *sink);

#endif
