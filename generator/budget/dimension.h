/* SPDX-License-Identifier: MIT */
/* Dimensions while a budget is read: members come as rows name them, then are
 * put in pre-order. */
#ifndef BUDGET_DIMENSION_H
#define BUDGET_DIMENSION_H

#include "budget/reading.h"

/* Opens all dimensions with the members that are always there. */
void dimensions_open(struct reading *reading);

/* Index of the member with that key, which is added if it is new. */
int dimension_add(struct reading *reading, enum dimension_kind kind,
		  struct str key);

/* Another spelling of a member. */
void dimension_alias(struct dimension *dimension, struct str key, int member);

/* Index by key or other spelling, -1: none. */
int dimension_find(const struct dimension *dimension, struct str key);

/* Is kind one whose codes tell what is above them? */
bool dimension_is_coded(enum dimension_kind kind);

/* Greatest number of digits of a code of kind: that of a leaf; 0: any. */
size_t dimension_leaf(enum dimension_kind kind);

/* Adds what is above the members (类 and 款 of a 项), finds parents, puts all
 * in pre-order and renumbers the members in all relations. */
void dimensions_settle(struct reading *reading);

/* Is member m parent or one below it, in a dimension that is settled? */
bool member_is_below(const struct dimension *dimension, int m, int parent);

#endif
