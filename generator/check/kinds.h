/* SPDX-License-Identifier: MIT */
/*
 * The public tables that every budget has, told by their titles: the names
 * of the national rules on disclosure, whatever a province puts before them.
 * Internal to check/.
 */
#ifndef CHECK_KINDS_H
#define CHECK_KINDS_H

#include "base/money.h"
#include "check/view.h"

enum table_kind {
	TABLE_OTHER,
	TABLE_BALANCE,	   /* 收支总表 */
	TABLE_INCOME,	   /* 收入总表 */
	TABLE_SPENDING,	   /* 支出总表 */
	TABLE_FISCAL,	   /* 财政拨款收支总表 */
	TABLE_GENERAL,	   /* 一般公共预算支出表 */
	TABLE_BASIC,	   /* 一般公共预算基本支出表 */
	TABLE_SANGONG,	   /* “三公”经费支出表 */
	TABLE_FUND,	   /* 政府性基金预算支出表 */
	TABLE_CAPITAL,	   /* 国有资本经营预算支出表 */
	TABLE_PROJECTS,	   /* 项目支出表 */
	TABLE_PROCUREMENT, /* 政府采购预算表 */
	TABLE_ASSETS	   /* 资产占用情况表 */
};

/* What the table is, by its title. */
enum table_kind grid_kind(const struct grid *grid);

/* What a table of that title is; form: of labels and values. */
enum table_kind kind_of_table(struct str title, bool form);

/* The only table of that kind, NULL: none or several. */
const struct grid *view_table(const struct view *view, enum table_kind kind);

/* The amount of the row whose name begins with label, in the first amount
 * column right of it; *row, *column: its place. Blank counts as zero. */
struct amount grid_named(const struct grid *grid, const char *label,
			 size_t *row, size_t *column);

/* The amount of the total row in the column whose heading contains head;
 * head NULL: in the first amount column. */
struct amount grid_total(const struct grid *grid, const char *head, size_t *row,
			 size_t *column);

/* A row that totals others: 合计, 总计, 小计, 总额. */
bool is_total_label(struct str label);

#endif
