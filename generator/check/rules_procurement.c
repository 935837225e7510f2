/* SPDX-License-Identifier: MIT */
/* Procurement. */
#include <stdlib.h>

#include "base/arena.h"
#include "check/kinds.h"
#include "check/rule.h"
#include "check/words.h"

/* The columns of a procurement table, by their headings; -1: none. */
struct columns {
	int source, goods, count, price, amount, share;
};

/* The first column whose heading has the word, at any level; kind: of that
 * kind alone. */
static int find(const struct grid *grid, const char *word, bool money)
{
	size_t c;
	size_t level;

	for (c = 0; c < grid->n_columns; c++) {
		for (level = 0; level < grid->first_body; level++)
			if ((!money || grid_is_amount(grid, c)) &&
			    str_find(grid_head_at(grid, level, c),
				     str_from(word)) >= 0)
				return (int)c;
	}
	return -1;
}

/* What is bought: 采购物品名称, 政府采购品目 … but no 目录序号. */
static int find_goods(const struct grid *grid)
{
	static const char *const words[] = {"物品", "品目", "采购内容",
					    "采购项目", "货物"};
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(*words); i++) {
		int column = find(grid, words[i], false);

		if (column >= 0)
			return column;
	}
	return -1;
}

static struct columns read_columns(const struct grid *grid)
{
	struct columns columns = {
	    .source = find(grid, "预算资金", true),
	    .goods = find_goods(grid),
	    .count = find(grid, "数量", false),
	    .price = find(grid, "单价", false),
	    .amount = find(grid, "采购金额", true),
	    .share = find(grid, "预留", true),
	};

	if (columns.share < 0)
		columns.share = find(grid, "中小", true);
	return columns;
}

static struct amount at(const struct grid *grid, size_t row, int column)
{
	return column < 0 ? AMOUNT_NONE
			  : grid_amount(grid, row, (size_t)column);
}

/* What a sentence says is kept for small firms, against all purchases. */
static void check_said_share(struct check *check, const struct line *line,
			     const struct fact *all)
{
	static const char *const firms[] = {"中小", "小微", NULL};
	size_t i;

	for (i = 0; i < line->statements.n; i++) {
		const struct statement *said = &line->statements.list[i];

		if (said->says != SAYS_LEVEL || said->figure == NULL ||
		    said->figure->kind != FIGURE_MONEY || said->last_year ||
		    (said->year > 0 && said->year != check->view->year) ||
		    !words_in(said->subject, firms) ||
		    figure_money(said->figure).fen <=
			all->money.fen + figure_half_step(said->figure))
			continue;
		FOUND(check, &PROC_SHARE_TEXT, spot_line(line),
		      figure_text(line->text, said->figure),
		      wan_text(all->money, check->arena), said->subject);
	}
}

void rule_proc_share(struct check *check)
{
	const struct grid *grid = view_table(check->view, TABLE_PROCUREMENT);
	const struct fact *all = facts_find(check->facts, "政府采购预算");
	struct columns columns;
	size_t row;
	size_t i;

	for (i = 0; all != NULL && i < check->view->n_lines; i++)
		check_said_share(check, &check->view->lines[i], all);
	if (grid == NULL)
		return;
	columns = read_columns(grid);
	for (row = grid->first_body; row < grid->n_rows; row++) {
		struct amount amount = at(grid, row, columns.amount);
		struct amount share = at(grid, row, columns.share);
		struct amount source = at(grid, row, columns.source);

		if (share.there && columns.amount >= 0 &&
		    share.money.fen > amount.money.fen)
			FOUND(check, &PROC_SHARE,
			      spot_cell(grid, row, (size_t)columns.share),
			      grid_text(grid, row, (size_t)columns.share),
			      grid_text(grid, row, (size_t)columns.amount));
		if (source.there && amount.there &&
		    amount.money.fen > source.money.fen)
			FOUND(check, &PROC_SOURCE,
			      spot_cell(grid, row, (size_t)columns.amount),
			      grid_text(grid, row, (size_t)columns.amount),
			      grid_text(grid, row, (size_t)columns.source));
	}
}

/* A count or a price that stands as text: 37.00, 0.35. */
static bool number_at(const struct check *check, const struct grid *grid,
		      size_t row, int column, struct figure *figure)
{
	size_t n;
	struct figure *figures;

	if (column < 0)
		return false;
	figures = figures_read(grid_text(grid, row, (size_t)column),
			       check->arena, &n);
	if (n != 1 || figures[0].from != 0)
		return false;
	*figure = figures[0];
	return true;
}

/* 数量 x 单价 against the amount; the price may have been rounded. */
static void check_product(struct check *check, const struct grid *grid,
			  const struct columns *columns, size_t row)
{
	struct amount amount = at(grid, row, columns->amount);
	struct amount price = at(grid, row, columns->price);
	struct figure count;
	int64_t product;
	int64_t slack;

	if (!amount.there || !price.there ||
	    !number_at(check, grid, row, columns->count, &count) ||
	    count.value > 10000000 * (int64_t)1000000)
		return;
	product = price.money.fen * (count.value / 1000000);
	slack = grid_half_step(grid) * (count.value / 1000000 + 2);
	if (llabs((long long)(product - amount.money.fen)) <= slack)
		return;
	FOUND(check, &PROC_PRODUCT,
	      spot_cell(grid, row, (size_t)columns->amount),
	      grid_text(grid, row, (size_t)columns->amount),
	      grid_money(grid, (struct money){product}, check->arena));
}

/* An item is a row with goods; others are totals of units and of all. */
static bool is_item(const struct grid *grid, const struct columns *columns,
		    size_t row)
{
	size_t c;

	for (c = 0; c < grid->n_columns; c++)
		if (is_total_label(grid_text(grid, row, c)))
			return false;
	return columns->goods >= 0 &&
	       grid_text(grid, row, (size_t)columns->goods).n > 0;
}

void rule_proc_sum(struct check *check)
{
	const struct grid *grid = view_table(check->view, TABLE_PROCUREMENT);
	struct columns columns;
	struct money sum = {0};
	size_t n = 0;
	size_t total = SIZE_MAX;
	size_t row;

	if (grid == NULL)
		return;
	columns = read_columns(grid);
	if (columns.amount < 0)
		return;
	for (row = grid->first_body; row < grid->n_rows; row++) {
		if (is_item(grid, &columns, row)) {
			check_product(check, grid, &columns, row);
			money_add(&sum, at(grid, row, columns.amount).money);
			n++;
		} else if (total == SIZE_MAX &&
			   at(grid, row, columns.amount).there) {
			total = row;
		}
	}
	if (n == 0 || total == SIZE_MAX ||
	    llabs((long long)(sum.fen -
			      at(grid, total, columns.amount).money.fen)) <=
		(long long)(n + 1) * grid_half_step(grid))
		return;
	FOUND(check, &PROC_SUM, spot_cell(grid, total, (size_t)columns.amount),
	      grid_text(grid, total, (size_t)columns.amount),
	      grid_money(grid, sum, check->arena));
}

static struct money procured(const struct check *check, bool *known)
{
	const struct grid *grid = view_table(check->view, TABLE_PROCUREMENT);
	struct columns columns;
	size_t row;

	*known = grid != NULL;
	if (grid == NULL)
		return (struct money){0};
	columns = read_columns(grid);
	for (row = grid->first_body; row < grid->n_rows; row++)
		if (at(grid, row, columns.amount).there)
			return at(grid, row, columns.amount).money;
	return (struct money){0};
}

/* 拟购置 that is said to stand in the procurement table, but cannot. */
void rule_proc_asset(struct check *check)
{
	bool known;
	struct money all = procured(check, &known);
	size_t i;
	size_t k;

	for (i = 0; known && i < check->view->n_lines; i++) {
		const struct line *line = &check->view->lines[i];

		for (k = 0; k < line->statements.n; k++) {
			const struct statement *said =
			    &line->statements.list[k];
			bool listed =
			    str_find(line->text, STR("列入政府采购")) >= 0;

			if (said->says != SAYS_LEVEL || said->figure == NULL ||
			    said->figure->kind != FIGURE_MONEY ||
			    str_find(said->lead, STR("拟购置")) < 0)
				continue;
			if (said->figure->value == 0 && listed)
				FOUND(check, &PROC_ASSET_NONE, spot_line(line),
				      figure_text(line->text, said->figure),
				      STR_NONE);
			else if (said->figure->value > 0 &&
				 figure_money(said->figure).fen > all.fen)
				FOUND(check, &PROC_ASSET, spot_line(line),
				      figure_text(line->text, said->figure),
				      wan_text(all, check->arena));
		}
	}
}

/* Of projects that share a name, the amount is that of any. */
static bool is_budget(const struct check *check, const struct project *project,
		      struct money money, int64_t slack)
{
	for (; project != NULL;
	     project = projects_next(check->projects, project))
		if (!project->budget.there ||
		    llabs((long long)(money.fen - project->budget.money.fen)) <=
			slack)
			return true;
	return false;
}

void check_procured_projects(struct check *check)
{
	const struct grid *grid = view_table(check->view, TABLE_PROCUREMENT);
	struct columns columns;
	int name;
	size_t row;

	if (grid == NULL)
		return;
	columns = read_columns(grid);
	name = find(grid, "项目名称", false);
	for (row = grid->first_body; name >= 0 && row < grid->n_rows; row++) {
		struct amount source = at(grid, row, columns.source);
		const struct project *project =
		    projects_find(check->projects,
				  words_bare(grid_text(grid, row, (size_t)name),
					     check->arena));

		if (!source.there || project == NULL ||
		    is_budget(check, project, source.money,
			      grid_half_step(grid) +
				  grid_half_step(project->grid)))
			continue;
		FOUND(check, &XTAB_PROJECT,
		      spot_cell(grid, row, (size_t)columns.source),
		      grid_text(grid, row, (size_t)columns.source),
		      grid_money(grid, project->budget.money, check->arena),
		      project->name);
	}
}
