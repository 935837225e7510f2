/* SPDX-License-Identifier: MIT */
/*
 * 目录. Its lines are set before the pages that they name are known: numbers,
 * leaders and links are filled in at the end, and move nothing. Internal to
 * layout/.
 */
#ifndef LAYOUT_CONTENTS_H
#define LAYOUT_CONTENTS_H

#include "layout/strips.h"

/* Adds the block's strips: on one page if a smaller pitch or size can do it,
 * else at full size with the groups whole. */
void contents_add(struct strip_list *list, const struct block *block);

/* Places an entry or a group's title, its top at y of the page. */
void contents_place(struct book *book, const struct strip *strip, emu x, emu y);

/* Numbers, leaders and links of all entries. */
void contents_fill(struct book *book);

#endif
