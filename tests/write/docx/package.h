/* SPDX-License-Identifier: MIT */
/* The parts of a package, read back with libzip. */
#ifndef TESTS_WRITE_DOCX_PACKAGE_H
#define TESTS_WRITE_DOCX_PACKAGE_H

#include <stddef.h>

#include "base/str.h"

struct arena;

/* Number of entries; fails the test if the bytes are no archive. */
size_t package_count(struct str bytes);

/* The content of a part, owned by the arena; s is NULL if there is none. */
struct str package_part(struct str bytes, const char *name,
			struct arena *arena);

/* How often part stands in the text. */
size_t text_count(struct str text, const char *part);

#endif
