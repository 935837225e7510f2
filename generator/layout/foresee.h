/* SPDX-License-Identifier: MIT */
/*
 * What laying a document out would report, told at a small part of the cost:
 * no line is set, no page filled. Internal to layout/.
 */
#ifndef LAYOUT_FORESEE_H
#define LAYOUT_FORESEE_H

#include <stdbool.h>

struct book;

/* False: laying out the book's document reports nothing. True: it may, and
 * nearly always does. */
bool foresee_reports(struct book *book);

#endif
