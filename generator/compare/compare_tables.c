/* SPDX-License-Identifier: MIT */
/* Tables of columns. One may hold several lists side by side (收入 | 支出);
 * each is compared by itself. */
#include "base/arena.h"
#include "base/map.h"
#include "base/money.h"
#include "check/words.h"
#include "compare/comparison.h"

/* Columns that belong together. */
struct side {
	const struct published_table *table;
	size_t first, end;
	bool has_codes, has_names;
};

/* Rows of a side that hold something. */
struct entries {
	struct str *keys, *words;
	size_t *rows; /* of the table */
	size_t n;
};

static bool names_rows(enum published_kind kind)
{
	return kind == PUBLISHED_CODE || kind == PUBLISHED_NAME;
}

/* The side that begins at a column: it ends where, behind figures, something
 * names rows again. */
static struct side side_at(const struct published_table *table, size_t first)
{
	struct side side = {.table = table, .first = first, .end = first};
	bool figures = false;

	for (; side.end < table->n_columns; side.end++) {
		enum published_kind kind = table->columns[side.end].kind;

		if (figures && names_rows(kind) && !table->whole)
			break;
		figures = figures || kind == PUBLISHED_FIGURE;
		side.has_codes = side.has_codes || kind == PUBLISHED_CODE;
		side.has_names = side.has_names || kind == PUBLISHED_NAME;
	}
	return side;
}

static struct str cell(const struct side *side, size_t row, size_t column)
{
	return str_trim(side->table->rows[row].cells[column]);
}

/* The cells of a kind in a row, blanks between them. */
static struct str cells_of(const struct side *side, size_t row,
			   enum published_kind kind, bool bare,
			   struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t c;

	for (c = side->first; c < side->end; c++) {
		struct str text = cell(side, row, c);

		if (side->table->columns[c].kind != kind || text.n == 0)
			continue;
		if (buf.n > 0)
			buf_add_char(&buf, ' ');
		buf_add(&buf, bare ? words_label(text) : text);
	}
	return buf_str(&buf);
}

static struct str key_of(const struct side *side, size_t row,
			 struct arena *arena)
{
	struct str key = STR_NONE;

	if (side->has_codes)
		key = cells_of(side, row, PUBLISHED_CODE, false, arena);
	if (key.n == 0 && side->has_names)
		key = cells_of(side, row, PUBLISHED_NAME, true, arena);
	if (key.n == 0)
		key = cells_of(side, row, PUBLISHED_TEXT, false, arena);
	return key;
}

/* All that stands in the row, for telling how alike two are. */
static struct str words_in_row(const struct side *side, size_t row,
			       struct arena *arena)
{
	struct str parts[4] = {
	    cells_of(side, row, PUBLISHED_CODE, false, arena),
	    cells_of(side, row, PUBLISHED_NAME, false, arena),
	    cells_of(side, row, PUBLISHED_TEXT, false, arena),
	    cells_of(side, row, PUBLISHED_FIGURE, false, arena)};

	return str_trim(str_join(parts, 4, STR(" "), arena));
}

static struct entries entries_of(const struct side *side, struct arena *arena)
{
	size_t n = side->table->n_rows;
	struct entries entries = {.keys = ARENA_ARRAY(arena, n + 1, struct str),
				  .words =
				      ARENA_ARRAY(arena, n + 1, struct str),
				  .rows = ARENA_ARRAY(arena, n + 1, size_t)};
	size_t i;

	for (i = 0; i < n; i++) {
		struct str words;

		if (side->table->rows[i].kind == PUBLISHED_HEAD)
			continue;
		words = words_in_row(side, i, arena);
		if (words.n == 0)
			continue;
		entries.keys[entries.n] = key_of(side, i, arena);
		entries.words[entries.n] = words;
		entries.rows[entries.n++] = i;
	}
	return entries;
}

static bool are_unique(const struct entries *entries, struct arena *arena)
{
	struct map seen = {.arena = arena};
	size_t i;

	for (i = 0; i < entries->n; i++)
		if (map_put(&seen, entries->keys[i], 0) != MAP_NONE)
			return false;
	return true;
}

/* Where codes do not tell rows apart, their words help. */
static void lengthen_keys(const struct side *side, struct entries *entries,
			  struct arena *arena)
{
	size_t i;

	for (i = 0; i < entries->n; i++) {
		struct str parts[3] = {entries->keys[i],
				       cells_of(side, entries->rows[i],
						PUBLISHED_NAME, true, arena),
				       cells_of(side, entries->rows[i],
						PUBLISHED_TEXT, false, arena)};

		entries->keys[i] = str_join(parts, 3, STR(" "), arena);
	}
}

/* Words enough to know a row by that nothing names. */
#define NAME_CELLS 5

static struct str first_words(const struct side *side, size_t row,
			      struct arena *arena)
{
	struct str parts[NAME_CELLS];
	size_t n = 0;
	size_t c;

	for (c = side->first; c < side->end && n < NAME_CELLS; c++)
		if (side->table->columns[c].kind == PUBLISHED_TEXT &&
		    cell(side, row, c).n > 0)
			parts[n++] = cell(side, row, c);
	return str_join(parts, n, STR(" "), arena);
}

/* What a reader calls the row. */
static struct str row_name(const struct side *side, size_t row,
			   struct arena *arena)
{
	struct str name = cells_of(side, row, PUBLISHED_NAME, false, arena);
	struct str code = cells_of(side, row, PUBLISHED_CODE, false, arena);

	if (name.n == 0)
		return code.n > 0 ? code : first_words(side, row, arena);
	return code.n == 0 ? name
			   : str_format(arena, STR_FMT " " STR_FMT,
					STR_ARG(code), STR_ARG(name));
}

/* The figures of a row that came or went: 合计 12.00，基本支出 12.00. */
static struct str summary(const struct side *side, size_t row,
			  struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t c;

	for (c = side->first; c < side->end; c++) {
		const struct published_column *column =
		    &side->table->columns[c];
		struct str text = cell(side, row, c);

		if (text.n == 0 || names_rows(column->kind) ||
		    column->kind == PUBLISHED_SEQ)
			continue;
		if (buf.n > 0)
			buf_add_cstr(&buf, "；");
		buf_add(&buf, column->name);
		buf_add_char(&buf, ' ');
		buf_add(&buf, text);
	}
	return buf_str(&buf);
}

static bool is_same(enum published_kind kind, struct str before,
		    struct str after)
{
	struct money left = {0};
	struct money right = {0};

	if (str_equal(before, after))
		return true;
	if (kind == PUBLISHED_NAME)
		return str_equal(words_label(before), words_label(after));
	return kind == PUBLISHED_FIGURE &&
	       money_parse(before, MONEY_WAN, &left) == MONEY_OK &&
	       money_parse(after, MONEY_WAN, &right) == MONEY_OK &&
	       left.fen == right.fen;
}

/* Two sides that are versions of one, and which column became which. */
struct side_pair {
	struct side before, after;
	size_t *columns; /* by column of after: that of before, ALIGN_NONE */
};

static void compare_row(const struct comparison *comparison,
			const struct block_pair *pair,
			const struct side_pair *sides, size_t before,
			size_t after)
{
	struct arena *arena = comparison->arena;
	size_t c;

	for (c = sides->after.first; c < sides->after.end; c++) {
		const struct published_column *column =
		    &sides->after.table->columns[c];
		size_t old = sides->columns[c];
		struct change change = {.part = PART_CELL};

		if (column->kind == PUBLISHED_SEQ || old == ALIGN_NONE)
			continue;
		change.before = cell(&sides->before, before, old);
		change.after = cell(&sides->after, after, c);
		if (is_same(column->kind, change.before, change.after))
			continue;
		change.row = row_name(&sides->after, after, arena);
		change.column = column->name;
		change.node = cell_node(pair->after, after, c, arena);
		change.figure = column->kind == PUBLISHED_FIGURE;
		if (change.figure)
			change.unit_line = sides->after.table->unit;
		compare_values(comparison, pair, change);
	}
}

static void add_row(const struct comparison *comparison,
		    const struct block_pair *pair, const struct side *side,
		    size_t row, enum change_kind kind)
{
	struct arena *arena = comparison->arena;
	struct change change = {
	    .kind = kind, .part = PART_ROW, .row = row_name(side, row, arena)};

	if (cells_of(side, row, PUBLISHED_FIGURE, false, arena).n > 0)
		change.unit_line = side->table->unit;
	if (kind == CHANGE_ADDED)
		change.after = summary(side, row, arena);
	else
		change.before = summary(side, row, arena);
	change.node =
	    cell_node(kind == CHANGE_ADDED ? pair->after : pair->before, row,
		      side->first, arena);
	comparison_add(comparison, pair, change);
}

static void compare_sides(const struct comparison *comparison,
			  const struct block_pair *pair,
			  const struct side_pair *sides)
{
	struct arena *arena = comparison->arena;
	struct entries old = entries_of(&sides->before, arena);
	struct entries now = entries_of(&sides->after, arena);
	struct pairing pairing;
	size_t i;

	if (!are_unique(&old, arena) || !are_unique(&now, arena)) {
		lengthen_keys(&sides->before, &old, arena);
		lengthen_keys(&sides->after, &now, arena);
	}
	pairing = pairing_of(&(struct pairing_list){old.keys, old.words, old.n},
			     &(struct pairing_list){now.keys, now.words, now.n},
			     arena);
	for (i = 0; i < now.n; i++) {
		if (pairing.of_b[i] == ALIGN_NONE)
			add_row(comparison, pair, &sides->after, now.rows[i],
				CHANGE_ADDED);
		else
			compare_row(comparison, pair, sides,
				    old.rows[pairing.of_b[i]], now.rows[i]);
	}
	for (i = 0; i < old.n; i++)
		if (pairing.of_a[i] == ALIGN_NONE)
			add_row(comparison, pair, &sides->before, old.rows[i],
				CHANGE_REMOVED);
}

static void add_column(const struct comparison *comparison,
		       const struct block_pair *pair, struct str name,
		       enum change_kind kind)
{
	struct change change = {
	    .kind = kind, .part = PART_COLUMN, .column = name};

	comparison_add(comparison, pair, change);
}

static struct pairing_list names_of(const struct published_table *table,
				    struct arena *arena)
{
	struct str *names =
	    ARENA_ARRAY(arena, table->n_columns + 1, struct str);
	size_t i;

	for (i = 0; i < table->n_columns; i++)
		names[i] = table->columns[i].name;
	return (struct pairing_list){.keys = names, .n = table->n_columns};
}

/* Tells which columns came and went; which became which. */
static struct pairing compare_columns(const struct comparison *comparison,
				      const struct block_pair *pair)
{
	const struct published_table *before = pair->before->table;
	const struct published_table *after = pair->after->table;
	struct pairing_list old = names_of(before, comparison->arena);
	struct pairing_list now = names_of(after, comparison->arena);
	struct pairing pairing = pairing_of(&old, &now, comparison->arena);
	size_t i;

	for (i = 0; i < now.n; i++)
		if (pairing.of_b[i] == ALIGN_NONE)
			add_column(comparison, pair, now.keys[i], CHANGE_ADDED);
	for (i = 0; i < old.n; i++)
		if (pairing.of_a[i] == ALIGN_NONE)
			add_column(comparison, pair, old.keys[i],
				   CHANGE_REMOVED);
	return pairing;
}

/* The side of before in which most of the side's columns stood. */
static struct side fellow_side(const struct published_table *before,
			       const struct side *after, const size_t *columns)
{
	struct side side = side_at(before, 0);
	size_t c = after->first;

	while (c < after->end && columns[c] == ALIGN_NONE)
		c++;
	while (c < after->end && side.end <= columns[c] &&
	       side.end < before->n_columns)
		side = side_at(before, side.end);
	return side;
}

/* The line above a table without blanks: how its parts are put together is
 * nothing that is printed. */
static struct str unit_words(struct str line, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t i;

	for (i = 0; i < line.n; i++)
		if (line.s[i] != ' ')
			buf_add_char(&buf, line.s[i]);
	return buf_str(&buf);
}

static void compare_unit_line(const struct comparison *comparison,
			      const struct block_pair *pair)
{
	struct change change = {.part = PART_CELL,
				.row = STR("表头"),
				.before = pair->before->table->unit,
				.after = pair->after->table->unit};

	if (!str_equal(unit_words(change.before, comparison->arena),
		       unit_words(change.after, comparison->arena)))
		comparison_add(comparison, pair, change);
}

void compare_tables(const struct comparison *comparison,
		    const struct block_pair *pair)
{
	const struct published_table *after = pair->after->table;
	struct pairing columns = compare_columns(comparison, pair);
	struct side_pair sides = {.columns = columns.of_b};
	size_t at = 0;

	compare_unit_line(comparison, pair);
	while (at < after->n_columns) {
		sides.after = side_at(after, at);
		sides.before = fellow_side(pair->before->table, &sides.after,
					   columns.of_b);
		compare_sides(comparison, pair, &sides);
		at = sides.after.end;
	}
}
