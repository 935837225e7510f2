/* SPDX-License-Identifier: MIT */
/* Systems whose exports are known: a folder each under templates/sources/, with
 * the table 对照 and a README.md whose first line says what system it is. */
#ifndef READ_SOURCES_H
#define READ_SOURCES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;
struct diag_sink;

struct source_info {
	struct str id;
	struct str title; /* empty: it has no README.md */
};

/* The sources of a folder, by id; none if it is not there. Owned by the
 * arena. */
struct source_info *sources_list(struct str folder, struct arena *arena,
				 size_t *n);

/* The folder of one. False (reported, with those there are): there is none of
 * that id. */
bool sources_find(struct str folder, struct str id, struct arena *arena,
		  struct diag_sink *sink, struct str *path);

#endif
