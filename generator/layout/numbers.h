/* SPDX-License-Identifier: MIT */
/* The page numbers at the foot. Internal to layout/. */
#ifndef LAYOUT_NUMBERS_H
#define LAYOUT_NUMBERS_H

#include "layout/book.h"

/* Draws the label of each page that has one, as its page style says. */
void numbers_draw(struct book *book);

#endif
