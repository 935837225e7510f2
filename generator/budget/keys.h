/* SPDX-License-Identifier: MIT */
/* Rows with equal keys, sums within the range of the program, one unit of
 * measure for a measure. */
#ifndef BUDGET_KEYS_H
#define BUDGET_KEYS_H

#include "budget/reading.h"

/* Reports rows that stand twice in tables where that is an error, and rows of
 * a department whose key one of its units has, too. */
void check_keys(struct reading *reading);

/* Reports columns whose sum leaves the range, and takes from there on what
 * stands in them as absent: so all sums of a table are in range. */
void check_ranges(struct reading *reading);

/* Reports 指标 that are given in units of measure that cannot be added. */
void check_measures(struct reading *reading);

/* Reports codes in use of the dimension that have no name. */
void check_names(struct reading *reading, enum dimension_kind kind);
/* The codes whose names are only those of reference, in one message. */
void check_references(struct reading *reading, enum dimension_kind kind);

#endif
