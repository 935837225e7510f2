/* SPDX-License-Identifier: MIT */
/*
 * The words of a DOCX, in order: its paragraphs, and its tables cell by cell.
 * For comparing a document that a person edited with the one that was made;
 * nothing of how it looks is read.
 */
#ifndef READ_DOCX_TEXT_H
#define READ_DOCX_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;
struct diag_sink;

/* A paragraph, or a cell of a table (its paragraphs with line ends between
 * them). */
struct docx_piece {
	struct str text;
	int table;	 /* number of its table, from 1; 0: no cell */
	int row, column; /* of the cell, from 1; counted as they stand in the
			    file, spanned places left out */
};

struct docx_text {
	struct docx_piece *pieces;
	size_t n, room;
};

/* Owned by the arena. False: it is no DOCX that can be read (reported). */
bool docx_text_read(struct docx_text *text, struct str path,
		    struct arena *arena, struct diag_sink *sink);

/* Adds words of a document to buf, without the marks that say where a line may
 * end (U+200B), which our own documents have: they are no words. */
void docx_add_words(struct buf *buf, struct str words);

#endif
