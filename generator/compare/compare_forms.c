/* SPDX-License-Identifier: MIT */
/* Forms (绩效目标表): values with a label left of them, and lists below a row
 * of headings. */
#include "base/arena.h"
#include "base/map.h"
#include "base/money.h"
#include "compare/comparison.h"

/* A value and what names it. */
struct entry {
	struct str label, value;
	size_t row, column;
};

struct entries {
	struct entry *list;
	size_t n, room;
};

/* A list: the row of headings, and the rows below it. */
struct form_list {
	size_t head; /* row */
	size_t first, end;
};

struct form {
	const struct published_block *block;
	const struct published_table *table;
	struct entries entries;
	struct form_list *lists;
	size_t n_lists, room_lists;
};

static bool is_label(const struct published_row *row, size_t column)
{
	return row->labels != NULL && row->labels[column];
}

/* A row of labels and values ends a list; one whose only labels head the row
 * (产出指标) does not. */
static bool ends_list(const struct published_table *table,
		      const struct published_row *row)
{
	size_t labels = 0;
	size_t values = 0;
	size_t c;

	for (c = 0; c < table->n_columns; c++) {
		if (row->cells[c].n == 0)
			continue;
		labels += is_label(row, c);
		values += !is_label(row, c);
	}
	return labels > 1 || (labels == 1 && values <= 1);
}

static void add_entry(struct form *form, const struct entry *entry,
		      struct arena *arena)
{
	struct entries *entries = &form->entries;

	entries->list = arena_grow(arena, entries->list, entries->n,
				   &entries->room, sizeof(*entries->list));
	entries->list[entries->n++] = *entry;
}

/* Values of a row; a row without a label goes on with the one before. */
static void take_values(struct form *form, size_t number, struct str *label,
			struct arena *arena)
{
	const struct published_row *row = &form->table->rows[number];
	size_t c;

	for (c = 0; c < form->table->n_columns; c++) {
		struct str text = str_trim(row->cells[c]);

		if (is_label(row, c))
			*label = text;
		else if (text.n > 0)
			add_entry(form,
				  &(struct entry){*label, text, number, c},
				  arena);
	}
}

static void begin_list(struct form *form, size_t head, struct arena *arena)
{
	form->lists = arena_grow(arena, form->lists, form->n_lists,
				 &form->room_lists, sizeof(*form->lists));
	form->lists[form->n_lists++] =
	    (struct form_list){head, head + 1, head + 1};
}

static struct form form_of(const struct published_block *block,
			   struct arena *arena)
{
	struct form form = {.block = block, .table = block->table};
	struct str label = STR_NONE;
	bool in_list = false;
	size_t i;

	for (i = 0; i < form.table->n_rows; i++) {
		const struct published_row *row = &form.table->rows[i];

		if (row->kind == PUBLISHED_SUBHEAD) {
			begin_list(&form, i, arena);
			in_list = true;
		} else if (in_list && !ends_list(form.table, row)) {
			form.lists[form.n_lists - 1].end = i + 1;
		} else {
			in_list = false;
			take_values(&form, i, &label, arena);
		}
	}
	return form;
}

static struct pairing_list labels_of(const struct form *form,
				     struct arena *arena)
{
	struct str *labels =
	    ARENA_ARRAY(arena, form->entries.n + 1, struct str);
	size_t i;

	for (i = 0; i < form->entries.n; i++)
		labels[i] = form->entries.list[i].label;
	return (struct pairing_list){.keys = labels, .n = form->entries.n};
}

/* An amount as documents print it: with its two decimals. Forms do not say what
 * stands in which cell. */
static bool is_amount(struct str text)
{
	struct money money;

	return text.n > 3 && text.s[text.n - 3] == '.' &&
	       money_parse(text, MONEY_WAN, &money) == MONEY_OK;
}

static bool is_amount_or_none(struct str text)
{
	return text.n == 0 || is_amount(text);
}

static void add_value(const struct comparison *comparison,
		      const struct block_pair *pair, const struct entry *before,
		      const struct entry *after)
{
	const struct entry *there = after != NULL ? after : before;
	struct change change = {
	    .part = PART_CELL,
	    .row = there->label,
	    .before = before != NULL ? before->value : STR_NONE,
	    .after = after != NULL ? after->value : STR_NONE,
	    .node = cell_node(after != NULL ? pair->after : pair->before,
			      there->row, there->column, comparison->arena),
	};

	if (is_amount(change.before) || is_amount(change.after)) {
		change.figure = is_amount_or_none(change.before) &&
				is_amount_or_none(change.after);
		change.unit_line =
		    (after != NULL ? pair->after : pair->before)->table->unit;
	}
	if (!str_equal(change.before, change.after))
		compare_values(comparison, pair, change);
}

static void compare_entries(const struct comparison *comparison,
			    const struct block_pair *pair,
			    const struct form *before, const struct form *after)
{
	struct pairing_list old = labels_of(before, comparison->arena);
	struct pairing_list now = labels_of(after, comparison->arena);
	struct pairing pairing = pairing_of(&old, &now, comparison->arena);
	size_t i;

	for (i = 0; i < now.n; i++)
		add_value(comparison, pair,
			  pairing.of_b[i] == ALIGN_NONE
			      ? NULL
			      : &before->entries.list[pairing.of_b[i]],
			  &after->entries.list[i]);
	for (i = 0; i < old.n; i++)
		if (pairing.of_a[i] == ALIGN_NONE)
			add_value(comparison, pair, &before->entries.list[i],
				  NULL);
}

/* The rows of a list: cells that are spanned from above filled in. */
struct rows {
	const struct form *form;
	const struct form_list *list;
	struct str *cells; /* n x n_columns */
	struct str *keys, *words;
	size_t n, n_columns;
	size_t key; /* the column that tells rows apart; n_columns: none */
};

static bool tells_apart(const struct rows *rows, size_t column,
			struct arena *arena)
{
	struct map seen = {.arena = arena};
	size_t i;

	for (i = 0; i < rows->n; i++) {
		struct str text = rows->cells[i * rows->n_columns + column];

		if (text.n == 0 || map_put(&seen, text, 0) != MAP_NONE)
			return false;
	}
	return rows->n > 0;
}

/* What heads a column of the list: the heading cell that spans it. */
static struct str head_of(const struct rows *rows, size_t column)
{
	const struct str *heads =
	    rows->form->table->rows[rows->list->head].cells;

	while (column > 0 && heads[column].n == 0)
		column--;
	return heads[column];
}

/* The last of 一级指标, 二级指标, 三级指标 if it tells rows apart, else the
 * first column that does; n_columns: none. */
static size_t key_column(const struct rows *rows, struct arena *arena)
{
	size_t key = rows->n_columns;
	size_t c;

	for (c = 0; c < rows->n_columns; c++)
		if (tells_apart(rows, c, arena) &&
		    (key == rows->n_columns ||
		     str_ends(head_of(rows, c), STR("指标"))))
			key = c;
	return key;
}

static void fill_down(struct rows *rows)
{
	size_t i;
	size_t c;

	for (i = 1; i < rows->n; i++) {
		const struct str *above =
		    &rows->cells[(i - 1) * rows->n_columns];
		struct str *row = &rows->cells[i * rows->n_columns];

		for (c = 0; c < rows->key && row[c].n == 0; c++)
			row[c] = above[c];
	}
}

static struct rows rows_of(const struct form *form,
			   const struct form_list *list, struct arena *arena)
{
	struct rows rows = {.form = form,
			    .list = list,
			    .n = list->end - list->first,
			    .n_columns = form->table->n_columns};
	size_t i;
	size_t c;

	rows.cells =
	    ARENA_ARRAY(arena, rows.n * rows.n_columns + 1, struct str);
	for (i = 0; i < rows.n; i++)
		for (c = 0; c < rows.n_columns; c++)
			rows.cells[i * rows.n_columns + c] = str_trim(
			    form->table->rows[list->first + i].cells[c]);
	rows.key = key_column(&rows, arena);
	fill_down(&rows);
	return rows;
}

/* What stands in the row; places that a cell beside them spans are empty. */
static struct str row_words(const struct str *cells, size_t n,
			    struct arena *arena)
{
	struct str *there = ARENA_ARRAY(arena, n + 1, struct str);
	size_t n_there = 0;
	size_t i;

	for (i = 0; i < n; i++)
		if (cells[i].n > 0)
			there[n_there++] = cells[i];
	return str_join(there, n_there, STR(" "), arena);
}

static void set_keys(struct rows *rows, size_t key, struct arena *arena)
{
	size_t i;

	rows->keys = ARENA_ARRAY(arena, rows->n + 1, struct str);
	rows->words = ARENA_ARRAY(arena, rows->n + 1, struct str);
	for (i = 0; i < rows->n; i++) {
		const struct str *row = &rows->cells[i * rows->n_columns];

		rows->words[i] = row_words(row, rows->n_columns, arena);
		rows->keys[i] =
		    key < rows->n_columns ? row[key] : rows->words[i];
	}
}

static void add_row(const struct comparison *comparison,
		    const struct block_pair *pair, const struct rows *rows,
		    size_t row, enum change_kind kind)
{
	struct change change = {.kind = kind,
				.part = PART_ROW,
				.row = rows->keys[row],
				.node = cell_node(rows->form->block,
						  rows->list->first + row, 0,
						  comparison->arena)};

	if (kind == CHANGE_ADDED)
		change.after = rows->words[row];
	else
		change.before = rows->words[row];
	comparison_add(comparison, pair, change);
}

static void compare_row(const struct comparison *comparison,
			const struct block_pair *pair,
			const struct rows *before, size_t old,
			const struct rows *after, size_t now)
{
	size_t c;

	for (c = 0; c < after->n_columns && c < before->n_columns; c++) {
		struct change change = {
		    .part = PART_CELL,
		    .row = after->keys[now],
		    .column = head_of(after, c),
		    .before = before->cells[old * before->n_columns + c],
		    .after = after->cells[now * after->n_columns + c],
		};

		if (str_equal(change.before, change.after))
			continue;
		change.node =
		    cell_node(after->form->block, after->list->first + now, c,
			      comparison->arena);
		compare_values(comparison, pair, change);
	}
}

static void compare_lists(const struct comparison *comparison,
			  const struct block_pair *pair, struct rows *before,
			  struct rows *after)
{
	struct arena *arena = comparison->arena;
	size_t key = before->key > after->key ? before->key : after->key;
	struct pairing pairing;
	size_t i;

	set_keys(before, key, arena);
	set_keys(after, key, arena);
	pairing = pairing_of(
	    &(struct pairing_list){before->keys, before->words, before->n},
	    &(struct pairing_list){after->keys, after->words, after->n}, arena);
	for (i = 0; i < after->n; i++) {
		if (pairing.of_b[i] == ALIGN_NONE)
			add_row(comparison, pair, after, i, CHANGE_ADDED);
		else
			compare_row(comparison, pair, before, pairing.of_b[i],
				    after, i);
	}
	for (i = 0; i < before->n; i++)
		if (pairing.of_a[i] == ALIGN_NONE)
			add_row(comparison, pair, before, i, CHANGE_REMOVED);
}

/* The number-th list; none is one without rows. */
static struct rows list_no(const struct form *form, size_t number,
			   struct arena *arena)
{
	static const struct form_list none = {0, 0, 0};

	return rows_of(
	    form, number < form->n_lists ? &form->lists[number] : &none, arena);
}

void compare_forms(const struct comparison *comparison,
		   const struct block_pair *pair)
{
	struct arena *arena = comparison->arena;
	struct form before = form_of(pair->before, arena);
	struct form after = form_of(pair->after, arena);
	size_t i;

	compare_entries(comparison, pair, &before, &after);
	for (i = 0; i < before.n_lists || i < after.n_lists; i++) {
		struct rows old = list_no(&before, i, arena);
		struct rows now = list_no(&after, i, arena);

		compare_lists(comparison, pair, &old, &now);
	}
}
