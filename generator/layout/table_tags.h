/* SPDX-License-Identifier: MIT */
/*
 * Structure of a table (PDF 32000-1:2008, 14.8.4.3.4): one Table over all its
 * pages, rows and cells made once, when they are first placed. Internal to
 * layout/.
 */
#ifndef LAYOUT_TABLE_TAGS_H
#define LAYOUT_TABLE_TAGS_H

#include "base/str.h"

struct table_set;

/* The element of the table, below parent. */
void table_tags_open(struct table_set *set, int parent);

/* TR of the row, and TH and TD of the cells that begin in it. */
void table_tags_row(struct table_set *set, int row);

/* id/row/column of a cell of the grid; owned by the layout's arena. */
struct str table_tags_node(const struct table_set *set, int cell);

#endif
