/* SPDX-License-Identifier: MIT */
#include "check/facts.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/utf8.h"
#include "budget/record.h"
#include "budget/select.h"
#include "check/check.h"
#include "check/kinds.h"
#include "check/naming.h"
#include "check/statement.h"
#include "check/view.h"
#include "check/words.h"
#include "doc/doc.h"

static const struct {
	const char *word, *canonical;
} vocabulary[] = {
#define AHEAD(word)
#define BEHIND(word)
#define X(word, canonical) {word, canonical},
#include "check/vocabulary.inc"
#undef X
#undef BEHIND
#undef AHEAD
};

const struct composition fact_compositions[] = {
    {{"支出总计", "收入总计", "收支总计", NULL},
     {"基本支出", "项目支出", NULL},
     false},
    {{"支出总计", "收入总计", "收支总计", NULL},
     {"人员经费", "公用经费", "项目支出", NULL},
     false},
    {{"支出总计", "收入总计", "收支总计", NULL},
     {"基本支出", "项目支出", "经营支出", NULL},
     false},
    {{"基本支出", NULL}, {"人员经费", "公用经费", NULL}, true},
    {{"三公经费小计", NULL},
     {"因公出国境费", "公务用车购置费", "公务用车运行维护费", "公务接待费",
      NULL},
     true},
    {{"三公经费小计", NULL},
     {"因公出国境费", "公务用车购置及运行维护费", "公务接待费", NULL},
     true},
    {{"公务用车购置及运行维护费", NULL},
     {"公务用车购置费", "公务用车运行维护费", NULL},
     true},
    {{"收入总计", NULL},
     {"一般公共预算拨款收入", "政府性基金预算拨款收入",
      "国有资本经营预算拨款收入", "财政专户管理资金收入", "单位资金",
      "上年结转结余", NULL},
     false},
    {{"政府采购预算", NULL}, {"采购货物", "采购工程", "采购服务", NULL}, true},
};

const size_t fact_n_compositions =
    sizeof(fact_compositions) / sizeof(*fact_compositions);

struct str fact_canonical(const struct facts *facts, struct str bare)
{
	uint32_t found = map_find(&facts->aliases, bare);

	return found == MAP_NONE ? bare : str_from(vocabulary[found].canonical);
}

static void open_aliases(struct facts *facts)
{
	size_t i;

	facts->aliases.arena = facts->arena;
	for (i = 0; i < sizeof(vocabulary) / sizeof(*vocabulary); i++)
		map_put(&facts->aliases, str_from(vocabulary[i].word),
			(uint32_t)i);
}

static const char *const funds[] = {
    "一般公共预算", "政府性基金", "国有资本", "财政专户",
    "单位资金",	    "上年结转",	  NULL};

/* 收支 speaks of either side, a fund's name alone of its income or of its
 * spending. */
static const struct {
	const char *name, *either;
} eithers[] = {
    {"收入总计", "收支总计"},
    {"支出总计", "收支总计"},
    {"一般公共预算拨款收入", "一般公共预算"},
    {"一般公共预算支出", "一般公共预算"},
    {"政府性基金预算拨款收入", "政府性基金预算"},
    {"政府性基金预算支出", "政府性基金预算"},
    {"国有资本经营预算拨款收入", "国有资本经营预算"},
    {"国有资本经营预算支出", "国有资本经营预算"},
};

static void add_bare(struct facts *facts, struct str bare, struct fact fact)
{
	uint32_t before;

	facts->list = arena_grow(facts->arena, facts->list, facts->n,
				 &facts->room, sizeof(*facts->list));
	before = map_put(&facts->by_name, bare, (uint32_t)facts->n);
	fact.name = bare;
	fact.next = before == MAP_NONE ? SIZE_MAX : before;
	facts->list[facts->n++] = fact;
}

static void add(struct facts *facts, struct str name, struct fact fact)
{
	struct str bare = fact_canonical(facts, words_bare(name, facts->arena));
	size_t i;

	if (bare.n < sizeof("支出") - 1)
		return;
	add_bare(facts, bare, fact);
	for (i = 0; i < sizeof(eithers) / sizeof(*eithers); i++)
		if (str_is(bare, eithers[i].name))
			add_bare(facts, str_from(eithers[i].either), fact);
}

/* What stands behind 指标= in a selection; empty: it has no such filter. */
static struct str filter_of(struct str select, const char *field)
{
	static const char *const ends[] = {";", "]", NULL};
	ptrdiff_t at = str_find(select, str_from(field));
	struct str rest;

	if (at < 0)
		return STR_NONE;
	rest = str_slice(select, (size_t)at + str_from(field).n, select.n);
	return str_trim(str_slice(rest, 0, words_next(rest, 0, ends)));
}

/* A term's amount. A single figure of 指标 is that of no 对象, unless the term
 * names one: the others are parts of it. */
static struct amount term_amount(const struct term *term,
				 const struct scope *scope, struct arena *arena)
{
	struct str measure = filter_of(term->select, "指标=");
	struct selection *selection;

	if (str_starts(term->select, STR("指标[")) && measure.n > 0)
		return budget_measure(scope, measure,
				      filter_of(term->select, "对象="),
				      DIM_NONE, scope->year, STR("预算"))
		    .amount;
	selection = select_parse(term->select, scope->budget, PLACE_NONE, arena,
				 diag_open(arena));
	return selection == NULL ? AMOUNT_NONE
				 : select_sum(selection, scope, NULL, 0);
}

/* A table of facts is complete for what it mentions: where it has rows of this
 * year, but none of the term, the term is nothing. */
static bool is_known(const struct term *term, const struct scope *scope,
		     struct arena *arena)
{
	ptrdiff_t bracket = str_find(term->select, STR("["));
	struct str table =
	    str_slice(term->select, 0, bracket < 0 ? 0 : (size_t)bracket);
	struct selection *selection;

	if (table.n == 0 || str_is(table, "指标"))
		return false;
	selection = select_parse(table, scope->budget, PLACE_NONE, arena,
				 diag_open(arena));
	return selection != NULL && select_sum(selection, scope, NULL, 0).there;
}

static void add_terms(struct facts *facts, const struct check_task *task)
{
	size_t i;

	for (i = 0; task->scope != NULL && i < task->doc->n_terms; i++) {
		const struct term *term = &task->doc->terms[i];
		struct amount sum = AMOUNT_NONE;

		if (term->select.n > 0)
			sum = term_amount(term, task->scope, facts->arena);

		if (!sum.there && is_known(term, task->scope, facts->arena))
			sum = (struct amount){{0}, true};
		if (sum.there)
			add(facts, term->word,
			    (struct fact){.money = sum.money,
					  .source = FACT_TERM,
					  .select = term->select});
	}
}

static bool is_economic(const struct grid *grid)
{
	static const char *const words[] = {"经济分类", "基本支出表", NULL};
	size_t i;

	if (words_in(grid->title, words))
		return true;
	for (i = 0; i < grid->n_columns; i++)
		if (words_in(grid_head_at(grid, 0, i), words))
			return true;
	return false;
}

/* A column of the year before: 2023年预算数, 上年预算数. */
static bool is_of_last_year(const struct facts *facts, const struct grid *grid,
			    size_t column)
{
	static const char *const words[] = {"上年", "去年", NULL};
	struct str year = str_format(facts->arena, "%d年", facts->year - 1);
	size_t level;

	for (level = 0; level < grid->first_body; level++) {
		struct str head = grid_head_at(grid, level, column);

		if ((words_in(head, words) &&
		     str_find(head, STR("结转")) < 0) ||
		    (facts->year > 0 && str_find(head, year) >= 0))
			return true;
	}
	return false;
}

/* The column that tells what a row amounts to: the first amount column right
 * of its name, of each list in the table. */
static bool is_main_column(const struct facts *facts, const struct grid *grid,
			   size_t column)
{
	int name = grid_left(grid, column, COLUMN_NAME);
	size_t i;

	if (name < 0 || !grid_adds_up(grid, column) ||
	    is_of_last_year(facts, grid, column))
		return false;
	for (i = (size_t)name + 1; i < column; i++)
		if (grid_adds_up(grid, i) && !is_of_last_year(facts, grid, i))
			return false;
	return true;
}

/* What the 合计 of a table is called in sentences; NULL: nothing. */
static const char *whole_name(const struct grid *grid)
{
	enum table_kind kind = grid_kind(grid);

	if (kind == TABLE_INCOME)
		return "收入总计";
	if (kind == TABLE_SPENDING)
		return "支出总计";
	if (kind == TABLE_GENERAL)
		return "一般公共预算支出";
	if (kind == TABLE_FUND)
		return "政府性基金预算支出";
	if (kind == TABLE_CAPITAL)
		return "国有资本经营预算支出";
	return kind == TABLE_PROCUREMENT ? "政府采购预算" : NULL;
}

/* What a row of 财政拨款收支总表 totals is called in sentences. */
static const char *fiscal_name(const struct grid *grid, struct str label)
{
	static const char *const income[] = {"本年收入", "收入总计",
					     "收 入 总 计", NULL};
	static const char *const spending[] = {"本年支出", "支出总计",
					       "支 出 总 计", NULL};

	if (grid_kind(grid) != TABLE_FISCAL)
		return NULL;
	if (words_start(label, income) > 0)
		return "财政拨款收入";
	return words_start(label, spending) > 0 ? "财政拨款支出" : NULL;
}

/* A column under 上年结转, whose own heading does not say so. */
static bool is_carried(const struct grid *grid, size_t column)
{
	size_t level;

	for (level = 0; level < grid->first_body; level++)
		if (str_find(grid_head_at(grid, level, column), STR("结转")) >=
		    0)
			return str_find(grid_head(grid, column), STR("结转")) <
			       0;
	return false;
}

/* Whether sentences call a column's total by its heading. What a table of
 * spending divides by fund is no income of that fund. */
static bool names_column(const struct grid *grid, struct str head)
{
	return grid_kind(grid) == TABLE_INCOME ||
	       (facts_fund(head).n == 0 && str_find(head, STR("资金")) < 0);
}

/* 一般公共服务, what sentences call the class 一般公共服务支出; empty: it is no
 * such class. */
static struct str without_spending(const struct grid *grid, size_t row,
				   struct str label)
{
	static const char *const spending[] = {"支出", NULL};
	struct str code = codes_class(grid, row);

	if (code.n != 3 || code.s[0] != '2' || label.n < 15 ||
	    words_end(label, spending) == 0)
		return STR_NONE;
	return str_slice(label, 0, label.n - 6);
}

static void add_row(struct facts *facts, const struct grid *grid, size_t row,
		    size_t column, bool economic, bool main)
{
	static const char *const plain_totals[] = {"合计", "总计", "小计",
						   NULL};
	struct amount amount = grid_amount(grid, row, column);
	struct str label = grid_label(grid, row, column);
	bool total = words_only(label, plain_totals);
	struct fact fact = {.money = amount.money,
			    .source = economic ? FACT_ECONOMIC : FACT_ROW,
			    .grid = grid,
			    .row = row,
			    .column = column};
	struct str head = grid_head(grid, column);

	if (total && amount.there && whole_name(grid) != NULL && main) {
		fact.source = FACT_TOTAL;
		add(facts, str_from(whole_name(grid)), fact);
	} else if (total && !words_only(head, plain_totals) && amount.there &&
		   !is_carried(grid, column) && names_column(grid, head)) {
		fact.source = FACT_TOTAL;
		add(facts, head, fact);
	} else if (!total && main) {
		/* an item of one unit is not all that bears its name */
		if (grid_kind(grid) == TABLE_PROJECTS)
			return;
		add(facts, label, fact);
		if (without_spending(grid, row, label).n > 0)
			add(facts, without_spending(grid, row, label), fact);
		if (fiscal_name(grid, label) != NULL)
			add(facts, str_from(fiscal_name(grid, label)), fact);
	}
}

/* Rows without a figure are facts of nothing where others have one. */
static void add_grid(struct facts *facts, const struct grid *grid)
{
	bool *main = ARENA_ARRAY(facts->arena, grid->n_columns + 1, bool);
	bool economic;
	size_t row;
	size_t column;

	if (grid->form)
		return;
	economic = is_economic(grid);
	for (column = 0; column < grid->n_columns; column++)
		main[column] = is_main_column(facts, grid, column);
	for (row = grid->first_body; row < grid->n_rows; row++)
		for (column = 0; column < grid->n_columns; column++)
			if (grid_is_amount(grid, column))
				add_row(facts, grid, row, column, economic,
					main[column]);
}

struct facts facts_open(const struct check_task *task, const struct view *view,
			struct arena *arena)
{
	struct facts facts = {
	    .by_name = {.arena = arena}, .arena = arena, .year = view->year};
	size_t i;

	facts.named = naming_open(arena);
	open_aliases(&facts);
	/* the last to be added is the first of its name: 公务接待费 is that of
	 * 三公, not the class of an economic table */
	for (i = view->n_grids; i > 0; i--)
		if (grid_kind(&view->grids[i - 1]) != TABLE_SANGONG)
			add_grid(&facts, &view->grids[i - 1]);
	for (i = view->n_grids; i > 0; i--)
		if (grid_kind(&view->grids[i - 1]) == TABLE_SANGONG)
			add_grid(&facts, &view->grids[i - 1]);
	add_terms(&facts, task);
	facts.owner = words_bare(task->doc->author, arena);
	return facts;
}

struct str facts_fund(struct str text)
{
	size_t n = 0;
	ptrdiff_t at = words_last(text, funds, &n);

	return at < 0 ? STR_NONE : str_slice(text, (size_t)at, n);
}

const struct fact *facts_of_fund(const struct facts *facts, struct str fund)
{
	const struct fact *found = NULL;
	size_t i;

	for (i = 0; i < sizeof(eithers) / sizeof(*eithers); i++)
		if (str_starts(str_from(eithers[i].either), fund))
			found = facts_find(facts, eithers[i].either);
	return found;
}

bool fact_of_fund(const struct fact *fact, struct str fund)
{
	const struct grid *grid = fact->grid;
	bool any = false;
	size_t level;
	size_t c;

	if (grid == NULL)
		return str_find(fact->select, fund) >= 0;
	if (str_is(fund, "财政拨款"))
		return grid_kind(grid) == TABLE_FISCAL;
	if (str_find(grid->title, fund) >= 0)
		return true;
	for (level = 0; level < grid->first_body; level++) {
		if (str_find(grid_head_at(grid, level, fact->column), fund) >=
		    0)
			return true;
		for (c = 0; c < grid->n_columns; c++)
			any = any ||
			      words_in(grid_head_at(grid, level, c), funds);
	}
	/* 三公 and 基本支出 of 财政拨款, if no column says more */
	return !any && str_is(fund, "一般公共预算") &&
	       (grid_kind(grid) == TABLE_SANGONG ||
		grid_kind(grid) == TABLE_BASIC);
}

int fact_year(const struct fact *fact, int year)
{
	bool assets = fact->grid != NULL
			  ? grid_kind(fact->grid) == TABLE_ASSETS
			  : str_starts(fact->select, STR("资产"));

	return assets ? year - 1 : year;
}

const struct fact *facts_find(const struct facts *facts, const char *name)
{
	uint32_t found = map_find(&facts->by_name, str_from(name));

	return found == MAP_NONE ? NULL : &facts->list[found];
}

bool facts_compose(const struct facts *facts,
		   const struct composition *composition)
{
	const struct fact *whole = NULL;
	struct money sum = {0};
	size_t i;

	for (i = 0; composition->whole[i] != NULL && whole == NULL; i++)
		whole = facts_find(facts, composition->whole[i]);
	if (composition->always || whole == NULL)
		return composition->always;
	for (i = 0; composition->parts[i] != NULL; i++) {
		const struct fact *part =
		    facts_find(facts, composition->parts[i]);

		if (part == NULL)
			return false;
		money_add(&sum, part->money);
	}
	return llabs((long long)(sum.fen - whole->money.fen)) <=
	       (long long)(i + 1) * MONEY_WAN / 200;
}
