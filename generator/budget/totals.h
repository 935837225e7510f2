/* SPDX-License-Identifier: MIT */
/*
 * Sums in the data: exports carry rows 合计, 小计, 其中 and rows of 类 and 款.
 * They are held against the sum of their leaves and left out; one without
 * leaves is an error, never a fact.
 */
#ifndef BUDGET_TOTALS_H
#define BUDGET_TOTALS_H

#include "budget/headings.h"
#include "budget/reading.h"

/* The sums of one sheet. */
struct totals {
	struct total_row *list;
	size_t n;
	size_t room;
};

/* Do rows of this table add up? */
bool totals_apply(const struct relation *relation);

/* Are codes of the row those of a 类 or 款, not of leaves? */
bool is_parent_row(const struct reading *reading,
		   const struct relation *relation, const struct value *values);

/* What a row says of being a sum by a word. */
enum total_mark {
	MARK_NONE, /* nothing: its code is that of a 类 or 款 */
	MARK_TOTAL,
	MARK_PART /* 其中：… */
};

/* Sets a row aside, which comes behind the rows that the relation has now.
 * values: n_fields; those of marked and empty cells there being false. */
void totals_add(struct reading *reading, struct totals *totals,
		const struct relation *relation, const struct value *values,
		size_t sheet_row, enum total_mark mark);

/* Holds them against the rows of the relation from first on, which came from
 * the same sheet; reports those that differ or have no leaves, and how many
 * were left out. */
void totals_check(struct reading *reading, const struct totals *totals,
		  const struct sheet_reader *reader, size_t first);

#endif
