/* SPDX-License-Identifier: MIT */
/* The rows of a table: cells into values, rows that cannot be kept reported,
 * sums in the data set aside. */
#ifndef BUDGET_TABLE_H
#define BUDGET_TABLE_H

#include "budget/reading.h"

/* Reads all sheets of a table into its relation. */
void table_read(struct reading *reading, struct relation *relation);

#endif
