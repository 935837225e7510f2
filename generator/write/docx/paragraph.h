/* SPDX-License-Identifier: MIT */
/* Properties of paragraphs (ECMA-376 part 1, 17.3.1), in schema order: those
 * of styles and those that a single paragraph says beside its style. Internal
 * to write/docx. */
#ifndef WRITE_DOCX_PARAGRAPH_H
#define WRITE_DOCX_PARAGRAPH_H

#include <stdbool.h>

#include "base/xml.h"
#include "doc/style.h"

struct job;

/* The content of a paragraph style's w:pPr. */
struct paragraph_look {
	bool keep_next, keep_lines;
	int before, after, line; /* [twips] */
	int left, right, first;	 /* [twips]; first < 0: hanging */
	int first_chars;	 /* [1/100 em] 0: first says it */
	int tab;		 /* [twips] right tab with leader, 0 */
	bool leader;
	bool auto_space; /* white between Han and Latin */
	enum align align;
	int outline; /* from 1, 0: none */
};

void paragraph_properties(struct xml *xml, const struct paragraph_look *look);

/* w:ind and w:jc alone. */
void paragraph_indent(struct xml *xml, int left, int right, int first);
void paragraph_align(struct xml *xml, enum align align);

#endif
