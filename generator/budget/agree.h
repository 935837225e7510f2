/* SPDX-License-Identifier: MIT */
/* Given twice: two places of the input that give one fact must agree, to the
 * rounding of the coarser. */
#ifndef BUDGET_AGREE_H
#define BUDGET_AGREE_H

#include "budget/reading.h"

/* Two amounts for one thing. The first is the one that holds. */
struct two_amounts {
	struct place place;	  /* of the one that does not */
	struct str what;	  /* 项目 …的预算数 */
	struct str first, second; /* where they stand */
	int64_t first_fen, second_fen;
	enum money_unit unit; /* the coarser one */
	size_t n;	      /* rows added up there */
};

/* Reports them if they differ by more than rounding explains: n amounts in
 * 万元 have two decimals; amounts in 元 are exact. Returns whether they did. */
bool agree_or_report(struct reading *reading, const struct two_amounts *two);

/*
 * 收入 against 支出, 经济分类 against 支出, 三公 against economic codes, in
 * each unit that has a document of its own (if none has, those at the top).
 */
void agree_facts(struct reading *reading);

#endif
