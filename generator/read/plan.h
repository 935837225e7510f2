/* SPDX-License-Identifier: MIT */
/* What is to be made of an export for one of our tables: rules whose columns
 * have been found. Internal to read/. */
#ifndef READ_PLAN_H
#define READ_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/money.h"
#include "base/str.h"
#include "read/block.h"
#include "read/levels.h"
#include "read/mapping.h"

struct arena;
struct field;
struct raw_sheet;
struct schema;

/* A column of ours. */
struct plan_column {
	struct str heading;	   /* 金额（元） */
	const struct field *field; /* NULL: the table is a template's, or the
				      column one of names or texts */
	int32_t column; /* in the export, from 1; 0: constant, filled in
			   beside amounts, or of levels */
	int32_t further[BLOCK_FURTHER_MOST]; /* joined to it: 类+款+项 */
	size_t n_further;
	bool of_levels;	     /* rows above may tell it */
	bool beside;	     /* amounts state it: 同时填写 */
	struct str constant; /* what empty cells are, too */
	unsigned treatment;
	const struct map_rule **values; /* rules for its values */
	size_t n_values;
};

/* An amount column that makes a row of its own. */
struct plan_feed {
	int32_t column; /* in the export */
	size_t target;	/* index of the plan's column */
	const struct map_rule *rule;
	size_t *extras; /* rule->n_extras indexes of the plan's columns */
};

/* Rows with this value in this column; others, or these, are left out. */
struct plan_filter {
	int32_t column;
	const struct map_rule *rule;
};

/* A column that is held against the amounts of its row: 横向合计. */
struct plan_sum {
	int32_t column;
	const struct map_rule *rule;
};

struct plan {
	struct mapping *mapping;
	const struct raw_sheet *raw;
	struct str table;
	const struct schema *schema; /* NULL: not a built-in table */
	struct block block;
	struct plan_column *columns;
	size_t n_columns, room_columns;
	struct plan_feed *feeds;
	size_t n_feeds, room_feeds;
	struct plan_filter *filters;
	size_t n_filters, room_filters;
	struct levels levels;
	struct plan_sum *sums;
	size_t n_sums, room_sums;
	enum money_unit unit; /* of the feeds */
	int32_t first_amount; /* columns before it may say 合计; 0: all may */
	bool adds_up;	      /* it has amounts: sums in the data are checked */
};

/* Makes the plan for one table of ours; file and alone as in mapping_knows().
 * False: reported. */
bool plan_make(struct plan *plan, struct mapping *mapping,
	       const struct raw_sheet *raw, struct str table, struct str file,
	       bool alone);

#endif
