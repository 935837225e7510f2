/* SPDX-License-Identifier: MIT */
/*
 * Subjects that share a figure, or take figures in turn: 收入、支出均为5万元,
 * 人员经费和公用经费分别为7万元和3万元, 2023年、2024年公务接待费均为0元.
 * Internal to check/.
 */
#ifndef CHECK_SEVERAL_H
#define CHECK_SEVERAL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;

#define MOST_SUBJECTS 8

enum sharing {
	SHARING_NONE,
	SHARING_ONE, /* 均为: all of them are that */
	SHARING_EACH /* 分别为: each is one of what follows */
};

struct several {
	enum sharing sharing;
	size_t n;
	struct str names[MOST_SUBJECTS]; /* empty: none of them was named */
	int years[MOST_SUBJECTS]; /* 2023年…; 0: not told; -1: 上年 */
};

/* Reads the words before a figure, from where their clause begins; names that
 * had to be put together are owned by the arena. */
struct several several_read(struct str lead, struct arena *arena);

/* Whether only what stands between figures in turn is there: 、和与 */
bool several_joins(struct str lead);

#endif
