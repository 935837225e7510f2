/* SPDX-License-Identifier: MIT */
/*
 * Numbers that Word puts before paragraphs by itself (ECMA-376 part 1, 17.9):
 * they stand nowhere in the text and have to be counted as Word counts them.
 * Internal to read/.
 */
#ifndef READ_DOCX_LISTS_H
#define READ_DOCX_LISTS_H

#include "base/diag.h"
#include "base/str.h"

struct arena;
struct docx_lists;

/* The bytes of word/numbering.xml (none: a document without lists). Never
 * NULL; what is wrong with them is reported at place. */
struct docx_lists *docx_lists_read(struct str bytes, struct place place,
				   struct arena *arena, struct diag_sink *sink);

/* Counts a paragraph of a list (w:numId) and level (from 0) and returns what
 * stands before it, 一、 or （2） or ●; empty: nothing. *odd becomes the name
 * of a way of counting that we do not know; its numbers are written in digits.
 * Owned by the arena. */
struct str docx_lists_next(struct docx_lists *lists, struct str id, int level,
			   struct str *odd);

#endif
