/* SPDX-License-Identifier: MIT */
/* Columns: 合计 and 小计 are the sum of the columns that stand beside them
 * under one heading. */
#include "base/arena.h"
#include "check/rule.h"
#include "check/sums.h"
#include "check/words.h"

/* Columns under one heading. */
struct group {
	const struct grid *grid;
	size_t level; /* head row whose cells divide them */
	size_t from, to;
};

static const char *const totals[] = {"合计",   "小计",	"总计",
				     "合 计",  "小 计", "合　计",
				     "小　计", "总 计", NULL};
static const char *const partial[] = {"其中", "中小", "小微", NULL};

/* Right end of the head cell that covers column on the level. */
static size_t cell_end(const struct group *group, size_t column)
{
	const struct grid *grid = group->grid;
	const struct cell *cell =
	    grid->cells[group->level * grid->n_columns + column];
	size_t end;

	if (cell == NULL)
		return column + 1;
	end = (size_t)cell->column + (size_t)cell->colspan;
	if (end <= column)
		return column + 1;
	return end < group->to ? end : group->to;
}

/* The column that stands for a cell of several: its own total, or -1. */
static int total_column(const struct group *group, size_t from, size_t to)
{
	size_t i;

	for (i = from; i < to; i++)
		if (grid_is_amount(group->grid, i) &&
		    words_end(grid_head(group->grid, i), totals) > 0)
			return (int)i;
	return to - from == 1 && grid_is_amount(group->grid, from) ? (int)from
								   : -1;
}

/* Sum of the parts right of the total column on a row; n: how many. */
static struct money sum_parts(const struct group *group, size_t total,
			      size_t row, size_t *n, bool *any)
{
	struct money sum = {0};
	size_t column = total + 1;

	*n = 0;
	while (column < group->to) {
		size_t end = cell_end(group, column);
		int own = total_column(group, column, end);
		size_t i;

		for (i = column; i < end; i++) {
			struct amount amount = grid_amount(group->grid, row, i);

			if (!grid_is_amount(group->grid, i) ||
			    (own >= 0 && (int)i != own) ||
			    words_in(grid_head(group->grid, i), partial))
				continue;
			(*n)++;
			*any = *any || amount.there;
			money_add(&sum, amount.money);
		}
		column = end;
	}
	return sum;
}

struct tally {
	size_t fits, misses, parts;
	bool any;
};

static struct tally count_fits(const struct group *group, size_t total)
{
	const struct grid *grid = group->grid;
	struct tally tally = {0};
	size_t row;

	for (row = grid->first_body; row < grid->n_rows; row++) {
		struct amount whole = grid_amount(grid, row, total);
		size_t n;
		struct money sum = sum_parts(group, total, row, &n, &tally.any);

		tally.parts = n;
		if (whole.money.fen == 0 && sum.fen == 0)
			continue;
		if (sum_fit(sum, whole.money, n, grid_half_step(grid)) ==
		    FIT_NOT)
			tally.misses++;
		else
			tally.fits++;
	}
	return tally;
}

/* Where most rows miss, we have not understood the heading: silence. */
static void check_total(struct check *check, const struct group *group,
			size_t total)
{
	const struct grid *grid = group->grid;
	struct tally tally = count_fits(group, total);
	size_t row;

	if (tally.parts == 0 || !tally.any ||
	    (tally.misses > tally.fits && tally.misses > 1))
		return;
	for (row = grid->first_body; row < grid->n_rows; row++) {
		size_t n;
		bool any = false;
		struct money sum = sum_parts(group, total, row, &n, &any);

		if (sum_fit(sum, grid_amount(grid, row, total).money, n,
			    grid_half_step(grid)) == FIT_NOT)
			FOUND(check, &SUM_ROW, spot_cell(grid, row, total),
			      grid_text(grid, row, total),
			      grid_money(grid, sum, check->arena));
	}
}

/* One level of headings, then what is below each of its cells. Headings are
 * a few rows deep. */
static void check_group(struct check *check, const struct group *group)
{
	const struct grid *grid = group->grid;
	bool seen = false;
	size_t column;
	size_t end;

	if (group->level >= grid->first_body ||
	    grid->table->rows[group->level].kind != ROW_HEAD)
		return;
	for (column = group->from; column < group->to; column = end) {
		end = cell_end(group, column);
		if (end - column == 1 && grid_is_amount(grid, column) &&
		    words_end(grid_head(grid, column), totals) > 0 && !seen) {
			seen = true;
			check_total(check, group, column);
		} else if (end - column > 1) {
			check_group(check,
				    &(struct group){.grid = grid,
						    .level = group->level + 1,
						    .from = column,
						    .to = end});
		}
	}
}

void rule_sum_row(struct check *check)
{
	size_t i;

	for (i = 0; i < check->view->n_grids; i++) {
		const struct grid *grid = &check->view->grids[i];

		if (!grid->form && !grid->empty)
			check_group(check,
				    &(struct group){.grid = grid,
						    .to = grid->n_columns});
	}
}
