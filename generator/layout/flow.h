/* SPDX-License-Identifier: MIT */
/* A section's strips into pages. Internal to layout/. */
#ifndef LAYOUT_FLOW_H
#define LAYOUT_FLOW_H

#include <stddef.h>

#include "layout/book.h"

/* The type area of pages of this style, upright or on its side; never without
 * width and height. */
struct frame flow_frame(const struct page_style *style, bool landscape);

/* Lays out section i of the doc on pages of its own; none, if it is empty. */
void flow_section(struct book *book, size_t i);

#endif
