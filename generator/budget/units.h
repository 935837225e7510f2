/* SPDX-License-Identifier: MIT */
/* 单位: the units, which every other table refers to. */
#ifndef BUDGET_UNITS_H
#define BUDGET_UNITS_H

#include "budget/reading.h"

/* Reads 单位; false: there are no units (reported). */
bool units_read(struct reading *reading);

/* Says of each unit with a document of its own that nothing is spent in it,
 * nor in those below it, in its year: most often nobody has filled in the
 * table. */
void check_spending_there(struct reading *reading);

/* Warns of facts of other years than templates can speak of. */
void check_years(struct reading *reading);

#endif
