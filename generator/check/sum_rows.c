/* SPDX-License-Identifier: MIT */
/* Rows by code: a code is the sum of those below it, the total of the top. */
#include "base/arena.h"
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

bool is_code(struct str code)
{
	size_t i;

	for (i = 0; i < code.n; i++)
		if (code.s[i] < '0' || code.s[i] > '9')
			return false;
	return code.n > 0;
}

void grid_parents(const struct grid *grid, size_t code, int *parents)
{
	size_t row;
	size_t above;

	for (row = 0; row < grid->n_rows; row++) {
		struct str text = grid_text(grid, row, code);
		size_t longest = 0;

		parents[row] = -1;
		if (row < grid->first_body || !is_code(text))
			continue;
		for (above = grid->first_body; above < row; above++) {
			struct str other = grid_text(grid, above, code);

			if (!is_code(other) || other.n >= text.n ||
			    other.n < longest || !str_starts(text, other))
				continue;
			longest = other.n;
			parents[row] = (int)above;
		}
	}
}

static int code_column(const struct grid *grid)
{
	size_t i;

	if (grid->form)
		return -1;
	for (i = 0; i < grid->n_columns; i++)
		if (grid->table->columns[i].kind == COLUMN_CODE)
			return (int)i;
	return -1;
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

static void check_parent(struct check *check, const struct grid *grid,
			 const int *parents, size_t row, size_t column,
			 bool *rounded)
{
	struct money sum = {0};
	size_t n = 0;
	size_t child;
	enum fit fit;

	for (child = row + 1; child < grid->n_rows; child++) {
		if (parents[child] != (int)row)
			continue;
		n++;
		money_add(&sum, grid_amount(grid, child, column).money);
	}
	if (n == 0)
		return;
	fit = sum_fit(sum, grid_amount(grid, row, column).money, n,
		      grid_half_step(grid));
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
			   void (*rule)(struct check *, const struct grid *,
					size_t, const int *))
{
	size_t i;

	for (i = 0; i < check->view->n_grids; i++) {
		const struct grid *grid = &check->view->grids[i];
		int code = code_column(grid);
		int *parents;

		if (code < 0 || grid->empty ||
		    grid_kind(grid) == TABLE_PROCUREMENT)
			continue;
		parents = ARENA_ARRAY(check->arena, grid->n_rows + 1, int);
		grid_parents(grid, (size_t)code, parents);
		rule(check, grid, (size_t)code, parents);
	}
}

static void check_children(struct check *check, const struct grid *grid,
			   size_t code, const int *parents)
{
	bool rounded = false;
	size_t row;
	size_t column;

	(void)code;
	for (row = grid->first_body; row < grid->n_rows; row++)
		for (column = 0; column < grid->n_columns; column++)
			if (grid_adds_up(grid, column))
				check_parent(check, grid, parents, row, column,
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

static struct top find_top(const struct grid *grid, size_t code,
			   const int *parents)
{
	struct top top = {.total = grid->n_rows, .pure = true};
	size_t row;

	for (row = grid->first_body; row < grid->n_rows; row++) {
		struct str text = grid_text(grid, row, code);

		if (text.n == 0 && top.total == grid->n_rows &&
		    (is_total_label(
			 grid_label(grid, row, grid->n_columns - 1)) ||
		     grid->table->rows[row].kind == ROW_TOTAL))
			top.total = row;
		if (text.n == 0 || parents[row] >= 0)
			continue;
		if (top.length == 0)
			top.length = text.n;
		top.pure = top.pure && is_code(text) && text.n == top.length;
	}
	return top;
}

/* Does the row stand at the top? Beside codes, what has none, such as
 * 年终结转结余 in a table of 科目. */
static bool is_at_top(const struct grid *grid, size_t code,
		      const struct top *top, size_t row)
{
	struct str text = grid_text(grid, row, code);

	if (text.n > 0)
		return text.n == top->length;
	/* a unit's projects without a code stand below it */
	return top->pure && !grid_is_of_bodies(grid, code) &&
	       grid->table->rows[row].kind == ROW_BODY &&
	       !is_total_label(grid_label(grid, row, grid->n_columns - 1));
}

static struct money sum_top(const struct grid *grid, size_t code,
			    const int *parents, const struct top *top,
			    size_t column, size_t *n)
{
	struct money sum = {0};
	size_t row;

	*n = 0;
	for (row = grid->first_body; row < grid->n_rows; row++) {
		if (parents[row] >= 0 || row == top->total ||
		    top->length == 0 || !is_at_top(grid, code, top, row))
			continue;
		money_add(&sum, grid_amount(grid, row, column).money);
		(*n)++;
	}
	return sum;
}

/* Is the structure as we read it? A column that fits, and is not nothing,
 * says so. */
static bool any_fits(const struct grid *grid, size_t code, const int *parents,
		     const struct top *top)
{
	size_t column;

	for (column = 0; column < grid->n_columns; column++) {
		struct amount total = grid_amount(grid, top->total, column);
		size_t n;
		struct money sum;

		if (!grid_adds_up(grid, column) || !total.there ||
		    total.money.fen == 0)
			continue;
		sum = sum_top(grid, code, parents, top, column, &n);
		if (sum_fit(sum, total.money, n, grid_half_step(grid)) !=
		    FIT_NOT)
			return true;
	}
	return false;
}

static void check_top(struct check *check, const struct grid *grid, size_t code,
		      const int *parents, bool hidden)
{
	struct top top = find_top(grid, code, parents);
	size_t column;

	if (top.total == grid->n_rows || top.length == 0 ||
	    (!top.pure && !any_fits(grid, code, parents, &top)))
		return;
	for (column = 0; column < grid->n_columns; column++) {
		struct amount total = grid_amount(grid, top.total, column);
		size_t n;
		struct money sum;

		if (!grid_adds_up(grid, column))
			continue;
		sum = sum_top(grid, code, parents, &top, column, &n);
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

static void check_total(struct check *check, const struct grid *grid,
			size_t code, const int *parents)
{
	check_top(check, grid, code, parents, false);
}

static void check_hidden(struct check *check, const struct grid *grid,
			 size_t code, const int *parents)
{
	check_top(check, grid, code, parents, true);
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
