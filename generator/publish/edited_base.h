/* SPDX-License-Identifier: MIT */
/* What a document said when its files were written last, so that what a person
 * changed can be told from what the data changed. */
#ifndef PUBLISH_EDITED_BASE_H
#define PUBLISH_EDITED_BASE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;
struct manifest;
struct outcome;
struct published_table;
struct publication;

/* Its companion of that time. */
struct edited_base {
	const struct publication *publication; /* NULL: it cannot be read */
	struct str inputs; /* what it was made from, as outcome_file.inputs */
};

/* What an edited file is held against. */
struct edited_was {
	const struct publication *publication; /* NULL: not known */
	bool data_changed; /* the file was made from other inputs than now */
};

/* Reads the companion of a document's last outcome (NULL: there was none),
 * before a new one takes its place. */
struct edited_base edited_base_read(struct manifest *manifest,
				    const struct outcome *old,
				    struct arena *arena);

/* What a file of that format said when it was written there: the companion
 * tells if it was made of the same, and the file was not edited before. */
struct edited_was edited_base_of(const struct edited_base *base,
				 const struct outcome *old, struct str format,
				 struct str inputs);

/* Its words in order: paragraphs, and cells of tables. Owned by the arena. */
struct str *edited_base_words(const struct publication *publication,
			      struct arena *arena, size_t *n);

/* The table of that number, from 1; NULL: there are not so many. */
const struct published_table *
edited_base_table(const struct publication *publication, int number);

#endif
