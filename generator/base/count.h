/* SPDX-License-Identifier: MIT */
/* Whole numbers as headings and lists count. */
#ifndef BASE_COUNT_H
#define BASE_COUNT_H

#include <stdint.h>

#include "base/str.h"

struct arena;

enum count_style {
	COUNT_HAN,  /* 一 … 十 十一 … 一百零五, to 9999 */
	COUNT_NIAN, /* the same with 廿一, 卅一 for 二十一, 三十一 */
	COUNT_CIRCLED, /* ① … ㊿, then (51) */
	COUNT_DIGITS
};

/* A number beyond what its style can write is written in digits. Owned by the
 * arena. */
struct str count_text(enum count_style style, int64_t n, struct arena *arena);

#endif
