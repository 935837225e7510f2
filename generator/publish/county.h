/* SPDX-License-Identifier: MIT */
/*
 * What a county's departments add up to, by fund: income and expenditure of
 * the year, of each document and of the input as a whole. The page of the out
 * folder holds them against each other.
 */
#ifndef PUBLISH_COUNTY_H
#define PUBLISH_COUNTY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/money.h"
#include "base/str.h"

struct arena;
struct budget;
struct county;
struct scope;

struct fund_sum {
	struct str fund; /* 一般公共预算 */
	struct money income, expenditure;
};

/* By fund, those with money only. */
struct fund_sums {
	struct fund_sum *list;
	size_t n, room;
};

/* A department of the input that has no document. */
struct left_out {
	struct str code, name;
	struct fund_sums sums;
};

/* What is asked of each unit, parsed once; owned by the arena. */
struct county *county_open(const struct budget *budget, struct arena *arena);

/* The sums of a unit and those below it; owned by the arena. */
struct fund_sums county_sums(const struct county *county,
			     const struct scope *scope, struct arena *arena);

/* The sums of all departments of the input but those whose 公开 is 否: the
 * page must not tell of them, not even by what the others lack. */
struct fund_sums county_all(const struct county *county, struct arena *arena);

/* sums += more; false: out of range, and some of it was left out. */
bool fund_sums_add(struct fund_sums *sums, const struct fund_sums *more,
		   struct arena *arena);

/* Whether they have the same funds with the same sums. */
bool fund_sums_equal(const struct fund_sums *a, const struct fund_sums *b);

/* Departments to be published whose index is not marked as one with a
 * document; owned by the arena. */
struct left_out *county_left_out(const struct county *county, const bool *has,
				 struct arena *arena, size_t *n);

/* Those of that fund, NULL: none. */
struct fund_sum *fund_sums_find(const struct fund_sums *sums, struct str fund);

#endif
