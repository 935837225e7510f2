/* SPDX-License-Identifier: MIT */
#include "check/kinds.h"

#include "check/words.h"

static bool has(struct str text, const char *word)
{
	return str_find(text, str_from(word)) >= 0;
}

static enum table_kind kind_of_spending(struct str title)
{
	if (has(title, "基本支出"))
		return TABLE_BASIC;
	if (has(title, "政府性基金") || has(title, "政府基金"))
		return TABLE_FUND;
	if (has(title, "国有资本"))
		return TABLE_CAPITAL;
	if (has(title, "一般公共预算"))
		return TABLE_GENERAL;
	if (has(title, "项目支出"))
		return TABLE_PROJECTS;
	if (has(title, "支出总表") || has(title, "支出总体情况表"))
		return TABLE_SPENDING;
	return TABLE_OTHER;
}

enum table_kind grid_kind(const struct grid *grid)
{
	return (enum table_kind)grid->kind;
}

enum table_kind kind_of_table(struct str title, bool form)
{
	if (form)
		return TABLE_OTHER;
	if (has(title, "三公"))
		return TABLE_SANGONG;
	if (has(title, "政府采购"))
		return TABLE_PROCUREMENT;
	if (has(title, "资产"))
		return TABLE_ASSETS;
	if (!has(title, "表"))
		return TABLE_OTHER;
	if (has(title, "收支") || (has(title, "收入") && has(title, "支出")))
		return has(title, "财政拨款") ? TABLE_FISCAL : TABLE_BALANCE;
	if (has(title, "收入"))
		return TABLE_INCOME;
	return kind_of_spending(title);
}

const struct grid *view_table(const struct view *view, enum table_kind kind)
{
	const struct grid *found = NULL;
	size_t i;

	for (i = 0; i < view->n_grids; i++) {
		if (grid_kind(&view->grids[i]) != kind)
			continue;
		if (found != NULL)
			return NULL;
		found = &view->grids[i];
	}
	return found;
}

bool is_total_label(struct str label)
{
	static const char *const totals[] = {
	    "合计",  "总计",   "小计",	 "总额",   "合 计", "总 计",
	    "小 计", "合　计", "总　计", "小　计", NULL};
	static const char *const parts[] = {"其中", NULL};

	return words_end(label, totals) > 0 && words_start(label, parts) == 0;
}

/* Without the blanks that spread a title: 收 入 总 计. */
static bool label_begins(struct str text, struct str label)
{
	size_t in = 0;
	size_t at;

	for (at = 0; at < text.n && in < label.n; at++) {
		if (text.s[at] == ' ')
			continue;
		if (text.s[at] != label.s[in])
			return false;
		in++;
	}
	return in == label.n;
}

struct amount grid_named(const struct grid *grid, const char *label,
			 size_t *row, size_t *column)
{
	size_t r;
	size_t c;

	for (r = grid->first_body; r < grid->n_rows; r++) {
		for (c = 0; c + 1 < grid->n_columns; c++) {
			struct amount amount;

			if (grid->table->columns[c].kind != COLUMN_NAME ||
			    !label_begins(words_label(grid_text(grid, r, c)),
					  str_from(label)))
				continue;
			for (*column = c + 1; *column < grid->n_columns;
			     (*column)++)
				if (grid_is_amount(grid, *column))
					break;
			if (*column == grid->n_columns)
				continue;
			*row = r;
			amount = grid_amount(grid, r, *column);
			amount.there = true;
			return amount;
		}
	}
	return AMOUNT_NONE;
}

static bool is_total_row(const struct grid *grid, size_t row, size_t column)
{
	struct str label = grid_label(grid, row, column);

	return is_total_label(label) ||
	       (label.n == 0 && grid->table->rows[row].kind == ROW_TOTAL);
}

struct amount grid_total(const struct grid *grid, const char *head, size_t *row,
			 size_t *column)
{
	size_t r;
	size_t c;

	for (r = grid->first_body; r < grid->n_rows; r++) {
		for (c = 0; c < grid->n_columns; c++) {
			struct amount amount;

			if (!grid_is_amount(grid, c) ||
			    !is_total_row(grid, r, c) ||
			    (head != NULL &&
			     str_find(grid_head(grid, c), str_from(head)) < 0))
				continue;
			*row = r;
			*column = c;
			amount = grid_amount(grid, r, c);
			amount.there = true;
			return amount;
		}
	}
	return AMOUNT_NONE;
}
