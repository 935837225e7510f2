/* SPDX-License-Identifier: MIT */
/* Rows that the input leaves to be computed. */
#ifndef BUDGET_DERIVE_H
#define BUDGET_DERIVE_H

#include "budget/reading.h"

/* 车辆 from 车辆.执法执勤 and others, where a unit has no row for 车辆 itself.
 * Before dimensions are settled. */
void derive_assets(struct reading *reading);

/*
 * 经济分类 from the rows of 支出 with an economic code; 收入 from the funding
 * of 支出, and 三公 from economic codes of 财政拨款, for each year and 口径 in
 * which neither the unit nor one above it has rows of its own. After dimensions
 * are settled.
 */
void derive_facts(struct reading *reading);

/* The economic codes that make up 三公, 会议 and 培训, ended by NULL. */
struct sangong_code {
	const char *code;
	const char *item;
};
extern const struct sangong_code sangong_codes[];

#endif
