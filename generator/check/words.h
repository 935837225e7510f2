/* SPDX-License-Identifier: MIT */
/*
 * Words in Chinese text, which has no blanks between them: lists of words are
 * arrays of C strings ended by NULL, longer ones before those that begin them.
 */
#ifndef CHECK_WORDS_H
#define CHECK_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;

/* Where text begins (ends) with one of the words: its bytes, else 0. */
size_t words_start(struct str text, const char *const *words);
size_t words_end(struct str text, const char *const *words);

/* Offset of the last of the words in text, -1: none; *n its bytes. Of words
 * that overlap the longer counts. */
ptrdiff_t words_last(struct str text, const char *const *words, size_t *n);

/* Offset of the first place from `from` on where one of the words stands;
 * text.n: none. */
size_t words_next(struct str text, size_t from, const char *const *words);

/* Whether any of the words is in text. */
bool words_in(struct str text, const char *const *words);

/* Text without words of the list, blanks and marks (：，（ …) at that end. */
struct str words_strip_start(struct str text, const char *const *words);
struct str words_strip_end(struct str text, const char *const *words);

/* Whether only words of the list, blanks and marks stand there. */
bool words_only(struct str text, const char *const *words);

/* Bytes of the mark (punctuation or blank) that text begins with, 0: none. */
size_t words_mark(struct str text);

/*
 * The text as it is compared: no blanks and no punctuation, full-width ASCII
 * as ASCII. Owned by the arena, or the text itself where it is bare.
 */
struct str words_bare(struct str text, struct arena *arena);

/* Adds a text so. */
void words_add_bare(struct buf *buf, struct str text);

/* Characters that differ if at most one was changed, added or dropped: 0 or
 * 1; 2: more differ. */
int words_distance(struct str a, struct str b);

/* Text without the number it begins with: 一、（二）3. ① 其中： are dropped. */
struct str words_label(struct str text);

#endif
