/* SPDX-License-Identifier: MIT */
/* The structure tree (ISO 32000-1, 14.7 and 14.8). Internal to write/pdf/. */
#ifndef WRITE_PDF_TAGS_H
#define WRITE_PDF_TAGS_H

#include <stddef.h>

struct pdf;

/* The structure type of the tag: "TD". */
const char *tags_name(const struct pdf *pdf, int tag);

/* Before pages are written. */
void tags_begin(struct pdf *pdf);

/* Begins a marked-content sequence of the tag on the page; its MCID. */
int tags_mark(struct pdf *pdf, int tag, size_t page);

/* The annotation belongs to the tag (a number, not TAG_ARTIFACT). */
void tags_annotation(struct pdf *pdf, int tag, size_t page, void *annotation);

/* After all else: writes the tree and what points into it. Objects made later
 * would get the numbers of its elements. */
void tags_end(struct pdf *pdf);

#endif
