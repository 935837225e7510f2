/* SPDX-License-Identifier: MIT */
/* Budgets of projects from the rows of 支出 that name them; their texts. */
#ifndef BUDGET_PROJECTS_H
#define BUDGET_PROJECTS_H

#include "budget/reading.h"

/* Fills 预算数, 财政资金, 其他资金 from 支出, which goes before what stands in
 * 项目; where both do they must agree. */
void project_budgets(struct reading *reading);

/* Texts of 说明 that are columns of 项目 are put there; both must agree. */
void project_texts(struct reading *reading);

/* Says which rows of indicators and texts belong to a project and so to the
 * departments above, and which stay with their unit. */
void mark_rows_that_stay(struct reading *reading);

/* Reports 项目支出 without a project where the unit has projects and none is
 * 涉密, and rows that name one that is. After the rows are indexed. */
void check_projects_named(struct reading *reading);

#endif
