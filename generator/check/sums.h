/* SPDX-License-Identifier: MIT */
/* Sums of rounded amounts. Internal to check/. */
#ifndef CHECK_SUMS_H
#define CHECK_SUMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/money.h"

struct check;
struct grid;

enum fit {
	FIT_EXACT,
	FIT_ROUNDED, /* rounding explains the difference */
	FIT_NOT
};

/* Whether a total fits the sum of n rounded summands: |difference| <= half a
 * step x (n + 1). One summand is the total itself: then nothing differs. */
enum fit sum_fit(struct money sum, struct money total, size_t n,
		 int64_t half_step);

/* Totals of lists without codes: those that are less than their rows, or, with
 * hidden, those that exceed them. */
void list_totals(struct check *check, bool hidden);

#endif
