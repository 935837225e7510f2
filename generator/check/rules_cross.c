/* SPDX-License-Identifier: MIT */
/* Between tables: one quantity, one value. */
#include <stdlib.h>

#include "base/arena.h"
#include "check/kinds.h"
#include "check/rule.h"
#include "check/words.h"

/* A figure of a table with its place. */
struct figure_at {
	const struct grid *grid;
	size_t row, column;
	struct amount amount;
};

static struct figure_at named(const struct grid *grid, const char *label)
{
	struct figure_at at = {.grid = grid};

	if (grid != NULL)
		at.amount = grid_named(grid, label, &at.row, &at.column);
	return at;
}

static struct figure_at total(const struct grid *grid, const char *head)
{
	struct figure_at at = {.grid = grid};

	if (grid != NULL)
		at.amount = grid_total(grid, head, &at.row, &at.column);
	return at;
}

static void must_equal(struct check *check, const struct diag_kind *kind,
		       struct figure_at a, struct figure_at b)
{
	if (!a.amount.there || !b.amount.there ||
	    a.amount.money.fen == b.amount.money.fen)
		return;
	FOUND(check, kind, spot_cell(a.grid, a.row, a.column),
	      grid_money(a.grid, a.amount.money, check->arena),
	      grid_money(b.grid, b.amount.money, check->arena), b.grid->title);
}

static const struct grid *table(const struct check *check, enum table_kind kind)
{
	return view_table(check->view, kind);
}

/* What the fund tables amount to must be the spending of 财政拨款. */
static void check_funds(struct check *check)
{
	static const enum table_kind kinds[] = {TABLE_GENERAL, TABLE_FUND,
						TABLE_CAPITAL};
	static const char *const heads[] = {"一般公共预算", "政府性基金",
					    "国有资本"};
	const struct grid *fiscal = table(check, TABLE_FISCAL);
	size_t i;

	for (i = 0; fiscal != NULL && i < 3; i++) {
		struct figure_at whole = {.grid = fiscal};
		struct figure_at part = total(table(check, kinds[i]), NULL);
		size_t c;

		whole.amount = grid_named(fiscal, "本年支出合计", &whole.row,
					  &whole.column);
		if (!whole.amount.there || part.grid == NULL ||
		    (part.grid->empty && !part.amount.there))
			continue;
		for (c = whole.column; c < fiscal->n_columns; c++)
			if (grid_is_amount(fiscal, c) &&
			    str_find(grid_head(fiscal, c),
				     str_from(heads[i])) >= 0)
				break;
		if (c == fiscal->n_columns)
			continue;
		whole.column = c;
		whole.amount = grid_amount(fiscal, whole.row, c);
		whole.amount.there = true;
		must_equal(check, &BALANCE, part, whole);
	}
}

void rule_balance(struct check *check)
{
	const struct grid *balance = table(check, TABLE_BALANCE);
	const struct grid *fiscal = table(check, TABLE_FISCAL);
	const struct grid *general = table(check, TABLE_GENERAL);
	const struct grid *basic = table(check, TABLE_BASIC);
	struct figure_at economic = total(basic, NULL);

	must_equal(check, &BALANCE, named(balance, "收入总计"),
		   named(balance, "支出总计"));
	must_equal(check, &BALANCE, named(fiscal, "收入总计"),
		   named(fiscal, "支出总计"));
	must_equal(check, &BALANCE, total(table(check, TABLE_INCOME), NULL),
		   named(balance, "收入总计"));
	must_equal(check, &BALANCE, total(table(check, TABLE_SPENDING), NULL),
		   named(balance, "本年支出合计"));
	if (basic != NULL && !basic->empty)
		must_equal(check, &BALANCE, economic,
			   total(general, "基本支出"));
	check_funds(check);
}

/* Rows of b that have the name of a row of a, in columns ca and cb. */
static void rows_by_name(struct check *check, const struct grid *a,
			 size_t column_a, const struct grid *b,
			 const char *head_b)
{
	size_t ra;
	size_t rb;
	size_t cb;

	for (ra = a->first_body; ra < a->n_rows; ra++) {
		struct str name =
		    words_bare(grid_label(a, ra, column_a), check->arena);

		if (codes_class(a, ra).n != 3 || name.n == 0)
			continue;
		for (rb = b->first_body; rb < b->n_rows; rb++) {
			for (cb = 1; cb < b->n_columns; cb++) {
				if (!grid_is_amount(b, cb) ||
				    (head_b != NULL &&
				     str_find(grid_head(b, cb),
					      str_from(head_b)) < 0) ||
				    (head_b == NULL &&
				     b->table->columns[cb - 1].kind !=
					 COLUMN_NAME) ||
				    !str_equal(words_bare(grid_label(b, rb, cb),
							  check->arena),
					       name))
					continue;
				must_equal(
				    check, &XTAB_EQUAL,
				    (struct figure_at){
					b,
					rb,
					cb,
					{grid_amount(b, rb, cb).money, true}},
				    (struct figure_at){
					a,
					ra,
					column_a,
					{grid_amount(a, ra, column_a).money,
					 true}});
			}
		}
	}
}

static int first_amount(const struct grid *grid)
{
	size_t c;

	for (c = 0; grid != NULL && c < grid->n_columns; c++)
		if (grid_is_amount(grid, c))
			return (int)c;
	return -1;
}

static void classes(struct check *check, enum table_kind from,
		    enum table_kind to, const char *head)
{
	const struct grid *a = table(check, from);
	const struct grid *b = table(check, to);
	int column = first_amount(a);

	if (a != NULL && b != NULL && column >= 0 && !a->empty &&
	    codes_by_class(a))
		rows_by_name(check, a, (size_t)column, b, head);
}

/* The amount column whose topmost heading is head; n_columns: none. */
static size_t column_headed(const struct grid *grid, const char *head)
{
	size_t c;

	for (c = 0; c < grid->n_columns; c++)
		if (grid_is_amount(grid, c) &&
		    str_is(grid_head_at(grid, 0, c), head))
			break;
	return c;
}

/* The row of that code; n_rows: none. */
static size_t row_of_code(const struct grid *grid, struct str code)
{
	size_t row;

	for (row = grid->first_body; row < grid->n_rows; row++)
		if (str_equal(code, codes_class(grid, row)))
			return row;
	return grid->n_rows;
}

/* Where all money is of one fund, its table and the whole are the same. */
static void same_codes(struct check *check, const struct grid *a,
		       const struct grid *b, const char *head)
{
	struct figure_at x = {.grid = a, .column = column_headed(a, head)};
	struct figure_at y = {.grid = b, .column = column_headed(b, head)};

	if (!codes_by_class(a) || !codes_by_class(b) ||
	    x.column == a->n_columns || y.column == b->n_columns)
		return;
	for (x.row = a->first_body; x.row < a->n_rows; x.row++) {
		struct str text = codes_class(a, x.row);

		y.row = row_of_code(b, text);
		if (!is_code(text) || y.row == b->n_rows)
			continue;
		x.amount = grid_amount(a, x.row, x.column);
		y.amount = grid_amount(b, y.row, y.column);
		x.amount.there = y.amount.there = true;
		must_equal(check, &XTAB_EQUAL, x, y);
	}
}

void rule_xtab_equal(struct check *check)
{
	const struct grid *income = table(check, TABLE_INCOME);
	const struct grid *spending = table(check, TABLE_SPENDING);
	const struct grid *general = table(check, TABLE_GENERAL);
	struct figure_at all = total(spending, NULL);
	struct figure_at one = total(general, NULL);

	check_procured_projects(check);
	classes(check, TABLE_SPENDING, TABLE_BALANCE, NULL);
	classes(check, TABLE_GENERAL, TABLE_FISCAL, "一般公共预算");
	classes(check, TABLE_FUND, TABLE_FISCAL, "政府性基金");
	classes(check, TABLE_CAPITAL, TABLE_FISCAL, "国有资本");
	if (spending == NULL)
		return;
	if (general != NULL && all.amount.there && one.amount.there &&
	    all.amount.money.fen == one.amount.money.fen) {
		same_codes(check, spending, general, "合计");
		same_codes(check, spending, general, "基本支出");
		same_codes(check, spending, general, "项目支出");
	}
	if (income != NULL &&
	    total(income, NULL).amount.money.fen == all.amount.money.fen)
		same_codes(check, income, spending, "合计");
}

/* Money that a functional and an economic class both carry. */
static const struct {
	const char *function, *economic;
} pairs[] = {
    {"2080505", "30108"}, {"2080506", "30109"}, {"2210201", "30113"},
    {"2101103", "30111"}, {"2101101", "30110"},
};

static struct figure_at by_code(const struct grid *grid, const char *code)
{
	struct figure_at at = {.grid = grid};
	int amount = first_amount(grid);

	for (at.row = grid->first_body;
	     codes_by_class(grid) && amount >= 0 && at.row < grid->n_rows;
	     at.row++) {
		if (!str_is(codes_class(grid, at.row), code))
			continue;
		at.column = (size_t)amount;
		at.amount = grid_amount(grid, at.row, at.column);
		return at;
	}
	return at;
}

void rule_func_econ(struct check *check)
{
	const struct grid *general = table(check, TABLE_GENERAL);
	const struct grid *basic = table(check, TABLE_BASIC);
	size_t i;

	for (i = 0; general != NULL && basic != NULL &&
		    i < sizeof(pairs) / sizeof(*pairs);
	     i++) {
		struct figure_at function = by_code(general, pairs[i].function);
		struct figure_at economic = by_code(basic, pairs[i].economic);
		struct figure_at second = by_code(general, "2101102");

		if (!function.amount.there || !economic.amount.there)
			continue;
		if (str_is(str_from(pairs[i].economic), "30110"))
			money_add(&function.amount.money, second.amount.money);
		/* each of the three is rounded */
		if (llabs((long long)(function.amount.money.fen -
				      economic.amount.money.fen)) <=
		    (second.amount.there ? 3 * grid_half_step(general) : 0))
			continue;
		must_equal(check, &FUNC_ECON, economic, function);
	}
}

void rule_func_basic(struct check *check)
{
	static const enum table_kind kinds[] = {TABLE_SPENDING, TABLE_GENERAL};
	size_t k;
	size_t row;
	size_t c;

	for (k = 0; k < 2; k++) {
		const struct grid *grid = table(check, kinds[k]);

		for (row = 0; grid != NULL && row < grid->n_rows; row++) {
			for (c = 0; c < grid->n_columns; c++) {
				struct str label = grid_label(grid, row, c);

				if (!str_is(grid_head(grid, c), "项目支出") ||
				    (!str_is(label, "行政运行") &&
				     !str_is(label, "事业运行")) ||
				    grid_amount(grid, row, c).money.fen == 0)
					continue;
				FOUND(check, &FUNC_BASIC,
				      spot_cell(grid, row, c),
				      grid_text(grid, row, c), STR_NONE, label);
			}
		}
	}
}
