/* SPDX-License-Identifier: MIT */
/*
 * The headings of an export: one row or several, with groups over them
 * (资金来源 over 一般公共预算, 政府性基金), below titles and lines such as
 * 单位：万元. Internal to read/.
 */
#ifndef READ_BLOCK_H
#define READ_BLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct arena;
struct raw_row;
struct raw_sheet;

/* Rows that headings stand in, and columns that are looked at. */
#define BLOCK_ROWS_MOST	   6
#define BLOCK_COLUMNS_MOST 500

/* Columns that a heading 类+款+项 joins, beside the first. */
#define BLOCK_FURTHER_MOST 5

/* The headings above one column, from the top down; equal ones that stand
 * below each other (a merged cell) count once. */
struct block_column {
	struct str parts[BLOCK_ROWS_MOST];
	size_t n;
};

struct block {
	size_t bottom;	  /* index of the last row of headings */
	size_t first_row; /* of the first row of data: a row of the columns'
			     numbers may stand between */
	const struct block_column *columns;
	size_t n_columns;
	struct str unit; /* 元, 万元, 千元 …: what a line above says of all; or
			    empty */
};

/* Finds the headings: the rows under which most of the wanted ones (as in
 * 来源列) stand. False: none of them stands anywhere. Owned by the arena. */
bool block_find(struct block *block, const struct raw_sheet *raw,
		const struct str *wanted, size_t n_wanted, struct arena *arena);

/* The column of a heading: its lowest part, or with groups above it, 资金来源/
 * 小计; or its letters, E列. From 1; 0: none. n: how many there are. Of several
 * that are joined, 类+款+项, the first, if each of them is there. */
int32_t block_column(const struct block *block, struct str heading, size_t *n,
		     struct arena *arena);

/* The columns that such a heading joins to the first one, into columns
 * (BLOCK_FURTHER_MOST). Returns how many. */
size_t block_further(const struct block *block, struct str heading,
		     int32_t *columns, struct arena *arena);

/* Is it a unit of money, be it one that is read or not: 千元? */
bool block_is_unit(struct str text);

/* The lowest part of a column's headings, empty if it has none; column from
 * 1. */
struct str block_heading(const struct block *block, int32_t column);

/* Has the row nothing but remarks: 编制单位：…, 制表人：… 日期：…? */
bool block_is_remark(const struct raw_row *row, struct arena *arena);

/* Is the text one of the headings above the column? */
bool block_has(const struct block *block, int32_t column, struct str text);

/* All headings from the top down: 资金来源/小计. Owned by the arena. */
struct str block_path(const struct block *block, int32_t column,
		      struct arena *arena);

#endif
