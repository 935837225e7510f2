/* SPDX-License-Identifier: MIT */
/*
 * Writes JSON without white, the same bytes as jansson's JSON_COMPACT, as it
 * goes along: the figures of a document are thousands of values, and making
 * and freeing each for jansson took most of their time.
 */
#ifndef PUBLISH_COMPACT_H
#define PUBLISH_COMPACT_H

#include <stdbool.h>

#include "base/str.h"

/* Zero-initialise it with a buf to write to. */
struct compact {
	struct buf *out;
	bool behind; /* a value of the open object or array */
};

/* A value's name is that of the member, NULL in an array. Names are literals
 * that need no escapes; texts are UTF-8. */
void compact_begin(struct compact *json, const char *name, char bracket);
void compact_end(struct compact *json, char bracket);
void compact_text(struct compact *json, const char *name, struct str text);
void compact_number(struct compact *json, const char *name, int number);
void compact_null(struct compact *json);

#endif
