/* SPDX-License-Identifier: MIT */
/*
 * Lists without codes: 一、二、三 with totals between them (收支总表), or a
 * total above them (三公, 资产). Lists are set in more than one way, so a total
 * is wrong only if it fits no reading.
 */
#include "base/arena.h"
#include "check/kinds.h"
#include "check/number.h"
#include "check/rule.h"
#include "check/sums.h"
#include "check/words.h"

enum item {
	ITEM_NONE,  /* no name */
	ITEM_TOP,   /* one of the list */
	ITEM_PLAIN, /* without a number: 上年结转结余 */
	ITEM_SUB,   /* part of the one above */
	ITEM_TOTAL
};

/* One list: a name column, the columns of amounts right of it up to the next
 * name column. */
struct list {
	const struct grid *grid;
	size_t name;
	size_t from, to;  /* columns */
	enum item *items; /* by row */
};

static bool is_part(struct str text)
{
	static const char *const words[] = {"其中", NULL};

	return words_start(words_strip_start(text, (const char *const[]){NULL}),
			   words) > 0;
}

/* What is known of a list while its rows are read. */
struct style {
	bool known;
	enum number_style top; /* of its first number */
	bool parts;	       /* behind 其中 */
};

static enum item classify_row(const struct list *list, size_t row,
			      struct style *style)
{
	struct str text = grid_text(list->grid, row, list->name);
	const struct cell *cell =
	    list->grid->cells[row * list->grid->n_columns + list->name];
	struct number number;
	bool numbered = number_read(text, &number);

	if (numbered && !style->known) {
		style->known = true;
		style->top = number.style;
	}
	if (numbered || is_total_label(text))
		style->parts = false;
	if (is_part(text) || is_part(words_label(text)))
		style->parts = true;
	if (text.n == 0)
		return ITEM_NONE;
	if (style->parts || (cell != NULL && cell->level > 0) ||
	    (numbered && number.style != style->top))
		return ITEM_SUB;
	if (is_total_label(text))
		return ITEM_TOTAL;
	return numbered ? ITEM_TOP : ITEM_PLAIN;
}

static void classify(struct list *list)
{
	struct style style = {.top = NUMBER_HAN};
	size_t row;

	for (row = list->grid->first_body; row < list->grid->n_rows; row++)
		list->items[row] = classify_row(list, row, &style);
}

/* The next list of the grid at or right of column; false: none. */
static bool next_list(const struct grid *grid, size_t column, struct list *list,
		      struct arena *arena)
{
	size_t i;

	while (column < grid->n_columns &&
	       grid->table->columns[column].kind != COLUMN_NAME)
		column++;
	if (column >= grid->n_columns)
		return false;
	*list = (struct list){.grid = grid, .name = column};
	for (i = column + 1;
	     i < grid->n_columns && grid->table->columns[i].kind != COLUMN_NAME;
	     i++)
		continue;
	list->from = column + 1;
	list->to = i;
	list->items = ARENA_ARRAY(arena, grid->n_rows + 1, enum item);
	classify(list);
	return true;
}

/* What a total may be the sum of. */
struct reading {
	struct money sum;
	size_t n;
};

static void take(struct reading *reading, struct money money)
{
	money_add(&reading->sum, money);
	reading->n++;
}

#define MOST_READINGS 5

/* The readings of the total on a row; the first is the one to be told. */
static size_t read_total(const struct list *list, size_t row, size_t column,
			 struct reading readings[MOST_READINGS])
{
	const struct grid *grid = list->grid;
	struct reading since = {{0}, 0};
	struct reading plain = {{0}, 0};
	struct reading all = {{0}, 0};
	struct reading below = {{0}, 0};
	struct money last = {0};
	bool has_last = false;
	size_t n = 0;
	size_t i;

	for (i = grid->first_body; i < grid->n_rows; i++) {
		struct money money = grid_amount(grid, i, column).money;
		enum item item = list->items[i];

		if (i > row) {
			if (item == ITEM_TOP || item == ITEM_PLAIN)
				take(&below, money);
			continue;
		}
		if (i == row || item == ITEM_NONE || item == ITEM_SUB)
			continue;
		if (item == ITEM_TOTAL) {
			last = money;
			has_last = true;
			since = plain = (struct reading){{0}, 0};
			continue;
		}
		take(&since, money);
		take(&all, money);
		if (item == ITEM_PLAIN)
			take(&plain, money);
	}
	if (has_last && all.n > 0) {
		take(&since, last);
		take(&plain, last);
		readings[n++] = plain;
		readings[n++] = since;
		readings[n++] = all;
	} else if (since.n > 0) {
		readings[n++] = since;
	} else if (below.n > 0) {
		readings[n++] = below;
	}
	return n;
}

/* A 小计 at the head of a list: of the first so many rows below it. */
static bool fits_some_below(const struct list *list, size_t row, size_t column,
			    struct money total)
{
	const struct grid *grid = list->grid;
	struct reading reading = {{0}, 0};
	size_t i;

	for (i = row + 1; i < grid->n_rows; i++) {
		if (list->items[i] != ITEM_TOP && list->items[i] != ITEM_PLAIN)
			continue;
		take(&reading, grid_amount(grid, i, column).money);
		if (sum_fit(reading.sum, total, reading.n,
			    grid_half_step(grid)) != FIT_NOT)
			return true;
	}
	return false;
}

/* Without any item above, a 小计 heads what follows. */
static bool heads_part(const struct list *list, size_t row)
{
	struct str text = grid_text(list->grid, row, list->name);
	static const char *const words[] = {"小计", NULL};

	return words_end(text, words) > 0;
}

static void check_total(struct check *check, const struct list *list,
			size_t row, size_t column, bool hidden)
{
	struct reading readings[MOST_READINGS];
	const struct grid *grid = list->grid;
	struct money total = grid_amount(grid, row, column).money;
	size_t n = read_total(list, row, column, readings);
	size_t i;

	if (heads_part(list, row) && fits_some_below(list, row, column, total))
		return;
	for (i = 0; i < n; i++)
		if (sum_fit(readings[i].sum, total, readings[i].n,
			    grid_half_step(grid)) != FIT_NOT)
			return;
	if (n == 0 || hidden != (total.fen > readings[0].sum.fen))
		return;
	FOUND(check, hidden ? &HIDDEN_ROW : &SUM_TOTAL,
	      spot_cell(grid, row, column), grid_text(grid, row, column),
	      grid_money(grid, readings[0].sum, check->arena));
}

static bool has_codes(const struct grid *grid)
{
	size_t i;

	for (i = 0; i < grid->n_columns; i++)
		if (grid->table->columns[i].kind == COLUMN_CODE)
			return true;
	return false;
}

typedef void list_rule(struct check *check, const struct list *list, size_t row,
		       size_t column, bool hidden);

static void each_row(struct check *check, const struct list *list,
		     list_rule *rule, bool hidden)
{
	size_t row;
	size_t column;

	for (row = list->grid->first_body; row < list->grid->n_rows; row++)
		for (column = list->from; column < list->to; column++)
			if (grid_adds_up(list->grid, column))
				rule(check, list, row, column, hidden);
}

static void each_list(struct check *check, list_rule *rule, bool hidden)
{
	size_t i;

	for (i = 0; i < check->view->n_grids; i++) {
		const struct grid *grid = &check->view->grids[i];
		size_t column = 0;
		struct list list;

		if (grid->form || grid->empty || has_codes(grid) ||
		    grid_kind(grid) == TABLE_PROCUREMENT)
			continue;
		while (next_list(grid, column, &list, check->arena)) {
			each_row(check, &list, rule, hidden);
			column = list.to;
		}
	}
}

static void total_rule(struct check *check, const struct list *list, size_t row,
		       size_t column, bool hidden)
{
	if (list->items[row] == ITEM_TOTAL)
		check_total(check, list, row, column, hidden);
}

void list_totals(struct check *check, bool hidden)
{
	each_list(check, total_rule, hidden);
}

/* Parts are all there is if the last is 其他, or if the name of the whole
 * lists them: 购置及运行维护费. */
static bool is_complete(const struct list *list, size_t row, size_t last)
{
	static const char *const joined[] = {"及", "和", "与", "、", NULL};
	static const char *const others[] = {"其他", "其它", NULL};
	struct str text = words_label(grid_text(list->grid, last, list->name));

	return words_start(text, others) > 0 ||
	       words_in(grid_text(list->grid, row, list->name), joined) ||
	       !is_part(grid_text(list->grid, row + 1, list->name));
}

/* How far the row's name steps in: parts of parts do so further. */
static int indent(const struct list *list, size_t row)
{
	const struct grid *grid = list->grid;
	const struct cell *cell =
	    grid->cells[row * grid->n_columns + list->name];

	return cell != NULL ? cell->level : 0;
}

static void parts_rule(struct check *check, const struct list *list, size_t row,
		       size_t column, bool hidden)
{
	const struct grid *grid = list->grid;
	struct money whole = grid_amount(grid, row, column).money;
	struct reading parts = {{0}, 0};
	bool any = false;
	size_t i;

	(void)hidden;
	if (list->items[row] != ITEM_TOP && list->items[row] != ITEM_PLAIN)
		return;
	for (i = row + 1; i < grid->n_rows && list->items[i] == ITEM_SUB; i++) {
		if (indent(list, i) > indent(list, row + 1))
			continue;
		any = any || grid_amount(grid, i, column).there;
		take(&parts, grid_amount(grid, i, column).money);
	}
	if (!any ||
	    sum_fit(parts.sum, whole, parts.n, grid_half_step(grid)) != FIT_NOT)
		return;
	if (parts.sum.fen < whole.fen &&
	    (parts.n < 2 || !is_complete(list, row, i - 1)))
		return;
	FOUND(check, &SUM_SUBITEM, spot_cell(grid, row, column),
	      grid_text(grid, row, column),
	      grid_money(grid, parts.sum, check->arena));
}

void rule_sum_subitem(struct check *check)
{
	each_list(check, parts_rule, false);
	check_form_funds(check);
}
