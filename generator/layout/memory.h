/* SPDX-License-Identifier: MIT */
/*
 * What was worked out for a text is kept: its boxes, its lines, how narrow it
 * becomes as a heading. In a document the same text comes in the same manner
 * again and again, in a county the same headings, subjects and sentences. A
 * value depends on its key and on the fonts alone, so what was kept before
 * changes no page.
 *
 * A text that a document before had too is kept for those that follow; what
 * came in one document alone goes with it. Internal to layout/.
 */
#ifndef LAYOUT_MEMORY_H
#define LAYOUT_MEMORY_H

#include <stdint.h>

#include "base/str.h"
#include "doc/doc.h"

struct arena;
struct fonts;
struct layout_memory;
struct linebreak;

/* What is kept while one document is laid out; it lives in the arena of the
 * result. */
struct memory;
struct memory *memory_begin(struct layout_memory *lasting, struct arena *arena);

/* Notes what the document had, for the next one. */
void memory_end(struct memory *memory);

/* What kind of value a key stands for: the first of its numbers. */
enum memory_kind { MEMORY_BOXES, MEMORY_PARA, MEMORY_HEADING };

struct memory_key {
	struct str bytes;
	uint64_t hash;
};

/* The key of a text with n numbers: all that the value depends on. Owned by
 * the arena. */
struct memory_key memory_key_of(const int32_t *numbers, size_t n,
				struct text text, struct arena *arena);

/* Its value, NULL: there is none yet. */
void *memory_find(const struct memory *memory, const struct memory_key *key);

/* The arena in which the value of a key that has none is to be made. */
struct arena *memory_home(const struct memory *memory,
			  const struct memory_key *key);

/* Keeps a value that was made there; the key is copied. */
void memory_keep(struct memory *memory, const struct memory_key *key,
		 void *value);

/* Role and weight of a type as one number of a key, without size and
 * stroke. */
int32_t memory_face(const struct type *type);

/* What of the memory outlives a document, and what that holds. */
struct layout_memory *memory_lasting(const struct memory *memory);
struct linebreak *memory_linebreak(const struct layout_memory *lasting);
struct fonts *memory_fonts(const struct layout_memory *lasting);

#endif
