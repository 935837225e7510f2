/* SPDX-License-Identifier: MIT */
/* What a row means beyond its single cells: the project it names, the kind of
 * spending that follows from project or economic code. */
#ifndef BUDGET_JUDGE_H
#define BUDGET_JUDGE_H

#include "budget/headings.h"
#include "budget/reading.h"

/* Completes the values of a row that is whole; false: it cannot be kept
 * (reported). */
bool row_judge(struct reading *reading, const struct sheet_reader *reader,
	       size_t row, uint32_t unit, struct value *values);

/* 人员经费 or 公用经费 by economic code: 301 and 303 are 人员经费. */
const char *kind_of_economic(struct str code);

/* The 支出类型 that follows from a 项目类别, NULL: none. */
const char *kind_of_project(struct str project_kind);

#endif
