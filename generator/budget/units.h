/* SPDX-License-Identifier: MIT */
/* 单位: the units, which every other table refers to. */
#ifndef BUDGET_UNITS_H
#define BUDGET_UNITS_H

#include "budget/reading.h"

/* Reads 单位; false: there are no units (reported). */
bool units_read(struct reading *reading);

#endif
