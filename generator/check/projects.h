/* SPDX-License-Identifier: MIT */
/*
 * Projects as the document shows them: the forms of their goals and
 * indicators, one each, or a table of several. Internal to check/.
 */
#ifndef CHECK_PROJECTS_H
#define CHECK_PROJECTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/money.h"
#include "base/str.h"

struct arena;
struct check_task;
struct grid;
struct view;

/* [characters] Names of less are not looked for where they may stand by
 * chance. */
#define PROJECT_NAME_SHORTEST 4

struct indicator {
	struct str level[3]; /* 一级, 二级, 三级指标 */
	struct str description;
	struct str value;     /* as it stands in its cell */
	struct str shown;     /* with operator and unit, if these stand in
				 columns of their own */
	struct str sign;      /* ≥ ≤ = > <, or empty */
	struct str unit;      /* behind its number, or its unit column */
	int64_t number;	      /* [1/1000000] */
	bool is_number;	      /* the value is operator, number, unit */
	struct amount amount; /* if the unit is one of money */
	size_t row, column;   /* of the value in the grid */
};

struct project {
	const struct grid *grid;
	size_t row;  /* where it begins in the grid */
	bool listed; /* one of several in the grid */
	struct str name, code;
	struct str bare; /* the name as it is compared */
	bool overall;	 /* the unit's own goals, no project */
	struct amount budget, fiscal, other;
	size_t budget_row, budget_column;
	struct str purpose;
	size_t purpose_row, purpose_column;
	struct str plan[4]; /* as they stand; n_plan are there */
	size_t n_plan;
	size_t plan_row, plan_column[4];
	bool plan_percent;
	struct str goals;
	size_t goals_row, goals_column;
	struct indicator *indicators;
	size_t n_indicators;
};

struct project_list {
	struct project *list;
	size_t n;
};

struct project_list projects_read(const struct view *view,
				  const struct check_task *task,
				  struct arena *arena);

/* The project of that bare name, NULL: none. */
const struct project *projects_find(const struct project_list *list,
				    struct str bare);

/* The next project of the name that one bears, NULL: none. Projects of one
 * department, even of one unit, may share a name. */
const struct project *projects_next(const struct project_list *list,
				    const struct project *one);

/* The sign at the start of a value: ≥, ≤, =, >, <, 大于等于 …; *n its bytes. */
struct str indicator_sign(struct str value, size_t *n);

/* Takes value apart into sign, number, unit, amount. */
void indicator_value(struct indicator *indicator, struct arena *arena);

#endif
