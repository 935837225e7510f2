/* SPDX-License-Identifier: MIT */
/*
 * A unit's text as a Word document: its paragraphs as lines, with the marks
 * that texts in files have (# for headings, ** round what is bold) and with
 * the numbers that Word counts by itself. Internal to read/.
 */
#ifndef READ_DOCX_PROSE_H
#define READ_DOCX_PROSE_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/str.h"

struct arena;

/*
 * The text of the file path, owned by the arena; a line for each paragraph,
 * empty ones too, so that a line's number is the paragraph's. What cannot be
 * part of a text (tables, pictures …) is reported at place. False (reported):
 * it is no Word document, or a damaged one.
 */
bool docx_prose_read(struct str path, struct place place, struct arena *arena,
		     struct diag_sink *sink, struct str *text);

#endif
