/* SPDX-License-Identifier: MIT */
/*
 * What the styles of a Word document (ECMA-376 part 1, 17.7) say of its
 * paragraphs and words: heading, numbered, bold, hidden. Internal to read/.
 */
#ifndef READ_DOCX_STYLES_H
#define READ_DOCX_STYLES_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/str.h"

struct arena;
struct docx_styles;

/* Yes, no, or nothing said. */
enum docx_toggle { DOCX_UNSAID, DOCX_NO, DOCX_YES };

#define DOCX_NO_HEADING 9 /* outline level of body text */
#define DOCX_LEVELS	9 /* of headings and of lists, from 0 */

/* The level that text tells, 0 … most (at most 9); -1: none. */
int docx_level(struct str text, int most);

/* What one place says: a style, a paragraph, a run. */
struct docx_look {
	enum docx_toggle bold, hidden;
	bool has_outline;
	int outline; /* 0 … 8: heading of level 1 … 9 */
	bool has_list;
	struct str list; /* w:numId; "0": not numbered */
	bool has_level;
	int level; /* of the list, 0 … 8 */
};

struct xmlpart;

/* Takes what a started element (b, vanish, outlineLvl, numId, ilvl) says. */
void docx_look_take(struct docx_look *look, const struct xmlpart *part);

/* What over leaves unsaid, under says. */
struct docx_look docx_look_over(struct docx_look over, struct docx_look under);

/* The bytes of word/styles.xml (none: a document without styles). Never NULL;
 * what is wrong with them is reported at place. */
struct docx_styles *docx_styles_read(struct str bytes, struct place place,
				     struct arena *arena,
				     struct diag_sink *sink);

/* What holds for paragraphs of a style: what it says, the styles that it is
 * based on, the document's defaults. Empty, unknown: the default style. */
struct docx_look docx_styles_paragraph(const struct docx_styles *styles,
				       struct str id);

/* What a style of words says; nothing if it is not known. */
struct docx_look docx_styles_words(const struct docx_styles *styles,
				   struct str id);

#endif
