/* SPDX-License-Identifier: MIT */
/*
 * Words of change: what a figure is compared with, and which way it went.
 * Internal to check/.
 */
#ifndef CHECK_COMPARISON_H
#define CHECK_COMPARISON_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "check/figure.h"

/* Where a comparison begins in text: 较上年, 比2023年, 与上年相比, 同比; -1: it
 * compares nothing. from: where text stands in the paragraph that the figures
 * are of. *against: the year compared with, -1: 上年, 同比. */
ptrdiff_t comparison_find(struct str text, const struct figure *figures,
			  size_t n, size_t from, int *against);

/* The last word of direction (增加, 下降) in text that is not part of another
 * word, nor of a remark in brackets; -1: none; *n its bytes. */
ptrdiff_t direction_find(struct str text, size_t *n);

/* Of a word of direction: up 1, down -1. */
int direction_sign(struct str word);

/* A word of direction that stands in names, too: 农村饮水安全巩固提升补助资金.
 */
bool direction_is_weak(struct str word);

#endif
