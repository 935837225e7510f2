/* SPDX-License-Identifier: MIT */
/*
 * Bytes as parts, one after the other, each below a line "--- its name": of a
 * folder the files, of a zip the entries.
 */
#ifndef TESTS_FUZZ_PARTS_H
#define TESTS_FUZZ_PARTS_H

#include <stdbool.h>

#include "base/str.h"

/* The next part, both strings within rest, which begins behind it then. What
 * stands before the first such line is passed over. False: no more. */
bool fuzz_part_next(struct str *rest, struct str *name, struct str *part);

/* Packs the parts into a zip at path, 64 at most. They are stored as they
 * are: changed bytes would hardly ever be packed ones, and unpacking is
 * libzip's. */
void fuzz_parts_zip(struct str bytes, const char *path);

#endif
