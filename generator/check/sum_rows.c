/* SPDX-License-Identifier: MIT */
/* Rows by code: a code is the sum of those below it, the total of the top. */
#include "base/arena.h"
#include "check/codes.h"
#include "check/kinds.h"
#include "check/rule.h"
#include "check/sums.h"
#include "check/words.h"

enum fit sum_fit(struct money sum, struct money total, size_t n,
		 int64_t half_step)
{
	int64_t difference = total.fen - sum.fen;

	if (difference < 0)
		difference = -difference;
	if (difference == 0)
		return FIT_EXACT;
	if (n > 1 && difference <= half_step * ((int64_t)n + 1))
		return FIT_ROUNDED;
	return FIT_NOT;
}

static void report_rounded(struct check *check, const struct diag_kind *kind,
			   const struct grid *grid, size_t row, size_t column,
			   struct money sum)
{
	/* Behind facts we know that it is rounding and nothing else. */
	if (check->task->scope != NULL)
		return;
	FOUND(check, kind, spot_cell(grid, row, column),
	      grid_text(grid, row, column),
	      grid_money(grid, sum, check->arena));
}

/* Sums of the rows right below one. A department's units and what is in it
 * (its subjects) may stand below it, each the whole again. */
enum side { SIDE_WITHIN, SIDE_UNITS, N_SIDES };

struct below {
	struct money sums[N_SIDES];
	size_t n[N_SIDES];
};

static enum side side_of(const struct grid *grid, size_t row, size_t above)
{
	size_t depth = codes_depth(grid, above);

	return grid->codes.n > 1 && depth > 0 &&
		       grid->codes.keys[depth - 1].of_bodies &&
		       codes_depth(grid, row) == depth &&
		       codes_below(grid, row, above)
		   ? SIDE_UNITS
		   : SIDE_WITHIN;
}

static struct below sum_below(const struct grid *grid, size_t row,
			      size_t column)
{
	struct below below = {.n = {0}};
	size_t child;

	for (child = row + 1; child < grid->n_rows; child++) {
		enum side side;

		if (grid->codes.parents[child] != (int)row)
			continue;
		side = side_of(grid, child, row);
		below.n[side]++;
		money_add(&below.sums[side],
			  grid_amount(grid, child, column).money);
	}
	return below;
}

static enum fit fit_side(const struct grid *grid, const struct below *below,
			 enum side side, struct money money)
{
	return below->n[side] == 0
		   ? FIT_EXACT
		   : sum_fit(below->sums[side], money, below->n[side],
			     grid_half_step(grid));
}

/* Whether the rows below make up the row, all together or those of each side;
 * *sum is what does not. */
static enum fit fit_below(const struct grid *grid, const struct below *below,
			  struct money money, struct money *sum)
{
	enum fit within = fit_side(grid, below, SIDE_WITHIN, money);
	enum fit units = fit_side(grid, below, SIDE_UNITS, money);
	struct money all = below->sums[SIDE_WITHIN];
	size_t n = below->n[SIDE_WITHIN] + below->n[SIDE_UNITS];

	money_add(&all, below->sums[SIDE_UNITS]);
	*sum = all;
	if (n == 0 || sum_fit(all, money, n, grid_half_step(grid)) != FIT_NOT)
		return n == 0 ? FIT_EXACT
			      : sum_fit(all, money, n, grid_half_step(grid));
	if (below->n[SIDE_UNITS] == 0 || within == FIT_NOT) {
		*sum =
		    below->n[SIDE_WITHIN] > 0 ? below->sums[SIDE_WITHIN] : all;
		return FIT_NOT;
	}
	/* what the department has itself may stand within it alone */
	*sum = below->sums[SIDE_UNITS];
	return units == FIT_NOT && below->n[SIDE_WITHIN] > 0 &&
		       sum->fen < money.fen
		   ? FIT_EXACT
		   : units;
}

static void check_parent(struct check *check, const struct grid *grid,
			 size_t row, size_t column, bool *rounded)
{
	struct below below = sum_below(grid, row, column);
	struct money sum;
	enum fit fit =
	    fit_below(grid, &below, grid_amount(grid, row, column).money, &sum);

	if (fit == FIT_NOT)
		FOUND(check, &SUM_CHILD, spot_cell(grid, row, column),
		      grid_text(grid, row, column),
		      grid_money(grid, sum, check->arena));
	else if (fit == FIT_ROUNDED && !*rounded) {
		report_rounded(check, &SUM_CHILD_ROUNDED, grid, row, column,
			       sum);
		*rounded = true;
	}
}

static void each_code_grid(struct check *check,
			   void (*rule)(struct check *, const struct grid *))
{
	size_t i;

	for (i = 0; i < check->view->n_grids; i++) {
		const struct grid *grid = &check->view->grids[i];

		if (grid->codes.n > 0 && !grid->empty &&
		    grid_kind(grid) != TABLE_PROCUREMENT)
			rule(check, grid);
	}
}

static void check_children(struct check *check, const struct grid *grid)
{
	bool rounded = false;
	size_t row;
	size_t column;

	for (row = grid->first_body; row < grid->n_rows; row++)
		for (column = 0; column < grid->n_columns; column++)
			if (grid_adds_up(grid, column))
				check_parent(check, grid, row, column,
					     &rounded);
}

void rule_sum_child(struct check *check)
{
	each_code_grid(check, check_children);
}

/* The rows at the top of a table of codes: no code above them, and as long
 * as the first of these. */
struct top {
	size_t total; /* the row of the total; n_rows: none */
	size_t length;
	bool pure; /* all codes at the top are of one length */
};

static struct top find_top(const struct grid *grid)
{
	struct top top = {.total = grid->n_rows, .pure = true};
	size_t row;

	for (row = grid->first_body; row < grid->n_rows; row++) {
		size_t length = codes_length(grid, row);

		if (length == 0 && top.total == grid->n_rows &&
		    (is_total_label(
			 grid_label(grid, row, grid->n_columns - 1)) ||
		     grid->table->rows[row].kind == ROW_TOTAL))
			top.total = row;
		if (length == 0 || grid->codes.parents[row] >= 0)
			continue;
		if (top.length == 0)
			top.length = length;
		top.pure =
		    top.pure && codes_there(grid, row) && length == top.length;
	}
	return top;
}

/* Does the row stand at the top? Beside codes, what has none, such as
 * 年终结转结余 in a table of 科目. */
static bool is_at_top(const struct grid *grid, const struct top *top,
		      size_t row)
{
	size_t length = codes_length(grid, row);

	if (length > 0)
		return length == top->length;
	/* a unit's projects without a code stand below it */
	return top->pure && !grid->codes.keys[0].of_bodies &&
	       grid->table->rows[row].kind == ROW_BODY &&
	       !is_total_label(grid_label(grid, row, grid->n_columns - 1));
}

static struct money sum_top(const struct grid *grid, const struct top *top,
			    size_t column, size_t *n)
{
	struct money sum = {0};
	size_t row;

	*n = 0;
	for (row = grid->first_body; row < grid->n_rows; row++) {
		if (grid->codes.parents[row] >= 0 || row == top->total ||
		    top->length == 0 || !is_at_top(grid, top, row))
			continue;
		money_add(&sum, grid_amount(grid, row, column).money);
		(*n)++;
	}
	return sum;
}

/* Is the structure as we read it? A column that fits, and is not nothing,
 * says so. */
static bool any_fits(const struct grid *grid, const struct top *top)
{
	size_t column;

	for (column = 0; column < grid->n_columns; column++) {
		struct amount total = grid_amount(grid, top->total, column);
		size_t n;
		struct money sum;

		if (!grid_adds_up(grid, column) || !total.there ||
		    total.money.fen == 0)
			continue;
		sum = sum_top(grid, top, column, &n);
		if (sum_fit(sum, total.money, n, grid_half_step(grid)) !=
		    FIT_NOT)
			return true;
	}
	return false;
}

static void check_top(struct check *check, const struct grid *grid, bool hidden)
{
	struct top top = find_top(grid);
	size_t column;

	if (top.total == grid->n_rows || top.length == 0 ||
	    (!top.pure && !any_fits(grid, &top)))
		return;
	for (column = 0; column < grid->n_columns; column++) {
		struct amount total = grid_amount(grid, top.total, column);
		size_t n;
		struct money sum;

		if (!grid_adds_up(grid, column))
			continue;
		sum = sum_top(grid, &top, column, &n);
		if (sum_fit(sum, total.money, n, grid_half_step(grid)) !=
			FIT_NOT ||
		    hidden != (total.money.fen > sum.fen))
			continue;
		FOUND(check, hidden ? &HIDDEN_ROW : &SUM_TOTAL,
		      spot_cell(grid, top.total, column),
		      grid_text(grid, top.total, column),
		      grid_money(grid, sum, check->arena));
	}
}

static void check_total(struct check *check, const struct grid *grid)
{
	check_top(check, grid, false);
}

static void check_hidden(struct check *check, const struct grid *grid)
{
	check_top(check, grid, true);
}

void rule_sum_total(struct check *check)
{
	each_code_grid(check, check_total);
	list_totals(check, false);
}

void rule_hidden_row(struct check *check)
{
	each_code_grid(check, check_hidden);
	list_totals(check, true);
}
