/* SPDX-License-Identifier: MIT */
/*
 * The making of a plan, shared by the files that do it: plan.c finds the
 * export's headings and goes through it in order, plan_rules.c does what each
 * kind of rule says, plan_columns.c keeps our columns and their unit of money.
 * Internal to them.
 */
#ifndef READ_PLANNING_H
#define READ_PLANNING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "read/plan.h"

/* A plan while it is made. */
struct planning {
	struct plan *plan;
	struct arena *arena;
	struct diag_sink *sink;
	const struct map_rule **rules; /* those that speak of this table */
	size_t n_rules;
	struct str *wanted; /* headings of all rules of the sheet */
	size_t n_wanted;
	bool ok;
};

/* Does what the rules of that kind say; what cannot be is reported. */
void plan_rules(struct planning *planning, enum map_kind kind);

/* The field of the plan's table with that heading, NULL: none. */
const struct field *plan_field(const struct plan *plan, struct str heading,
			       struct arena *arena);

/* Index of our column with that heading (but for its unit), -1: none. */
int plan_column_index(const struct planning *planning, struct str heading);

/* Adds a column; returns its index. */
size_t plan_add_column(struct planning *planning, struct plan_column column);

/* An amount's heading with its unit, which 对照 or the export states; both
 * must say the same. False: reported. */
bool plan_settle_unit(struct planning *planning, const struct map_rule *rule,
		      int32_t column, struct str *heading);

/* Where amounts begin, and what unit the feeds have. */
void plan_note_amounts(struct plan *plan);

#endif
