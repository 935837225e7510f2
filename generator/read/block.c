/* SPDX-License-Identifier: MIT */
/*
 * How the headings are found: each of the first rows is tried as their last
 * one, and that is taken under which most of the wanted headings stand. An
 * empty cell belongs to the group on its left, as merged cells come out of a
 * CSV file, unless a heading of its own column stands above it.
 */
#include "read/block.h"

#include "base/arena.h"
#include "budget/heading.h"
#include "budget/spelling.h"
#include "read/raw.h"

/* The first rows as they stand, column by column. */
struct block_grid {
	struct str *cells; /* n_rows x n_columns; empty where nothing stands */
	size_t *origins; /* where the text of each came from, from 1; 0: nowhere
			  */
	size_t n_rows, n_columns;
};

static struct str *grid_cell(const struct block_grid *grid, size_t row,
			     size_t column)
{
	return &grid->cells[row * grid->n_columns + column];
}

/* A row above all others with one text at its left: a title. */
static bool is_title(const struct raw_sheet *raw, size_t row)
{
	size_t r;

	for (r = 0; r <= row; r++)
		if (raw->rows[r].n_cells != 1 ||
		    raw->rows[r].cells[0].column != 1)
			return false;
	return true;
}

/* 编制单位：…, 打印日期：…: no heading. */
static bool is_remark(struct str text, struct arena *arena)
{
	return !is_part_mark(text) &&
	       str_find(spelling_plain(text, arena), STR(":")) >= 0;
}

bool block_is_remark(const struct raw_row *row, struct arena *arena)
{
	size_t i;

	for (i = 0; i < row->n_cells; i++)
		if (row->cells[i].text.n > 0 &&
		    !is_remark(row->cells[i].text, arena))
			return false;
	return true;
}

static void grid_fill_row(struct block_grid *grid, const struct raw_row *row,
			  size_t r, struct arena *arena)
{
	size_t i;

	for (i = 0; i < row->n_cells; i++) {
		size_t c = (size_t)row->cells[i].column - 1;

		if (c >= grid->n_columns ||
		    is_remark(row->cells[i].text, arena))
			continue;
		*grid_cell(grid, r, c) = str_trim(row->cells[i].text);
		grid->origins[r * grid->n_columns + c] = c + 1;
	}
}

/* Spreads groups to the right, and down what stands above an empty cell by
 * itself. */
static void grid_spread_row(struct block_grid *grid, size_t r)
{
	size_t n = grid->n_columns;
	size_t c;

	for (c = 1; c < n; c++) {
		size_t at = r * n + c;
		bool own = r > 0 && grid->origins[at - n] == c + 1;
		size_t from = own ? at - n : at - 1;

		if (grid->cells[at].n > 0)
			continue;
		grid->cells[at] = grid->cells[from];
		grid->origins[at] = grid->origins[from];
	}
}

static struct block_grid grid_of(const struct raw_sheet *raw,
				 struct arena *arena)
{
	struct block_grid grid = {.n_rows = raw->n_rows};
	size_t r;

	if (grid.n_rows > RAW_HEADING_ROWS_MOST)
		grid.n_rows = RAW_HEADING_ROWS_MOST;
	for (r = 0; r < grid.n_rows; r++) {
		const struct raw_row *row = &raw->rows[r];
		size_t last = row->n_cells == 0
				  ? 0
				  : (size_t)row->cells[row->n_cells - 1].column;

		grid.n_columns = last > grid.n_columns ? last : grid.n_columns;
	}
	if (grid.n_columns > BLOCK_COLUMNS_MOST)
		grid.n_columns = BLOCK_COLUMNS_MOST;
	grid.cells =
	    ARENA_ARRAY(arena, grid.n_rows * grid.n_columns, struct str);
	grid.origins = ARENA_ARRAY(arena, grid.n_rows * grid.n_columns, size_t);
	for (r = 0; r < grid.n_rows; r++)
		if (!is_title(raw, r))
			grid_fill_row(&grid, &raw->rows[r], r, arena);
	for (r = 0; r < grid.n_rows; r++)
		grid_spread_row(&grid, r);
	return grid;
}

/* The headings of a column whose last row is bottom. */
static struct block_column parts_of(const struct block_grid *grid,
				    size_t bottom, size_t column)
{
	struct block_column parts = {.n = 0};
	size_t top =
	    bottom + 1 > BLOCK_ROWS_MOST ? bottom + 1 - BLOCK_ROWS_MOST : 0;
	size_t r;

	for (r = top; r <= bottom; r++) {
		struct str text = *grid_cell(grid, r, column);

		if (text.n > 0 && (parts.n == 0 ||
				   !str_equal(parts.parts[parts.n - 1], text)))
			parts.parts[parts.n++] = text;
	}
	return parts;
}

static void take_columns(struct block *block, const struct block_grid *grid,
			 size_t bottom, struct block_column *columns)
{
	size_t c;

	for (c = 0; c < grid->n_columns; c++)
		columns[c] = parts_of(grid, bottom, c);
	block->bottom = bottom;
	block->columns = columns;
	block->n_columns = grid->n_columns;
}

/* 金额（万元） is 金额 where only that is asked for. */
static bool same_heading(struct str text, struct str wanted,
			 struct arena *arena)
{
	return spelling_same(text, wanted) ||
	       spelling_same(heading_split(text, arena).name, wanted);
}

/* Do the parts of a path, 资金来源/小计, stand above the column in this order,
 * the last of them lowest? */
static bool has_path(const struct block_column *column, struct str path,
		     struct arena *arena)
{
	struct str rest = path;
	struct str part;
	size_t at = 0;

	if (column->n == 0)
		return false;
	if (same_heading(column->parts[column->n - 1], path, arena))
		return true;
	while (str_split(&rest, '/', &part)) {
		part = str_trim(part);
		while (at < column->n &&
		       !same_heading(column->parts[at], part, arena))
			at++;
		if (at == column->n)
			return false;
		at++;
		if (rest.n == 0)
			return at == column->n;
	}
	return false;
}

/* E列, AB列: 5, 28; 0: it is none. */
static int32_t column_of_letters(struct str heading)
{
	int32_t column = 0;
	size_t i;

	if (!str_ends(heading, STR("列")))
		return 0;
	heading.n -= sizeof("列") - 1;
	for (i = 0; i < heading.n; i++) {
		char c = heading.s[i];

		if (c < 'A' || c > 'Z' || i > 2)
			return 0;
		column = column * 26 + (c - 'A' + 1);
	}
	return column;
}

static int32_t one_column(const struct block *block, struct str heading,
			  size_t *n, struct arena *arena)
{
	int32_t found = 0;
	size_t c;

	*n = 0;
	for (c = 0; c < block->n_columns; c++)
		if (has_path(&block->columns[c], heading, arena) && (*n)++ == 0)
			found = (int32_t)c + 1;
	if (found > 0)
		return found;
	found = column_of_letters(heading);
	*n = found > 0;
	return found;
}

int32_t block_column(const struct block *block, struct str heading, size_t *n,
		     struct arena *arena)
{
	int32_t first = one_column(block, heading, n, arena);
	struct str rest = heading;
	struct str part;

	if (first > 0 || str_find(heading, STR("+")) < 0)
		return first;
	while (str_split(&rest, '+', &part)) {
		int32_t column = one_column(block, str_trim(part), n, arena);

		if (*n != 1)
			return column;
		first = first == 0 ? column : first;
	}
	return first;
}

size_t block_further(const struct block *block, struct str heading,
		     int32_t *columns, struct arena *arena)
{
	struct str rest = heading;
	struct str part;
	size_t n_columns = 0;
	size_t n;

	if (one_column(block, heading, &n, arena) > 0)
		return 0;
	str_split(&rest, '+', &part);
	while (n_columns < BLOCK_FURTHER_MOST && str_split(&rest, '+', &part))
		columns[n_columns++] =
		    one_column(block, str_trim(part), &n, arena);
	return n_columns;
}

struct str block_heading(const struct block *block, int32_t column)
{
	const struct block_column *parts;

	if (column < 1 || (size_t)column > block->n_columns)
		return STR_NONE;
	parts = &block->columns[column - 1];
	return parts->n == 0 ? STR_NONE : parts->parts[parts->n - 1];
}

bool block_has(const struct block *block, int32_t column, struct str text)
{
	const struct block_column *parts;
	size_t i;

	if (column < 1 || (size_t)column > block->n_columns)
		return false;
	parts = &block->columns[column - 1];
	for (i = 0; i < parts->n; i++)
		if (str_equal(parts->parts[i], text))
			return true;
	return false;
}

struct str block_path(const struct block *block, int32_t column,
		      struct arena *arena)
{
	if (column < 1 || (size_t)column > block->n_columns)
		return STR_NONE;
	return str_join(block->columns[column - 1].parts,
			block->columns[column - 1].n, STR("/"), arena);
}

/* How many of the wanted headings stand above some column. Letters stand
 * above any. */
static size_t score_of(const struct block *block, const struct str *wanted,
		       size_t n_wanted, struct arena *arena)
{
	size_t score = 0;
	size_t n;
	size_t i;

	for (i = 0; i < n_wanted; i++)
		if (column_of_letters(wanted[i]) == 0 &&
		    block_column(block, wanted[i], &n, arena) > 0)
			score++;
	return score;
}

static const char *const units[] = {"元",     "万元", "千元",
				    "百万元", "百元", "亿元"};
#define N_UNITS (sizeof(units) / sizeof(units[0]))

bool block_is_unit(struct str text)
{
	size_t i;

	for (i = 0; i < N_UNITS; i++)
		if (str_is(text, units[i]))
			return true;
	return false;
}

/* The unit that a text begins with, empty if with none. */
static struct str unit_before(struct str text)
{
	size_t i;

	if (str_starts(text, STR("人民币")))
		text = str_slice(text, sizeof("人民币") - 1, text.n);
	for (i = 0; i < N_UNITS; i++)
		if (str_starts(text, str_from(units[i])))
			return str_from(units[i]);
	return STR_NONE;
}

/* 单位：万元, 金额单位：元; 编制单位：某局 单位：元 in one cell. The unit,
 * empty if the text says none. */
static struct str unit_of_text(struct str text, struct arena *arena)
{
	struct str unit = STR_NONE;
	ptrdiff_t at;

	text = spelling_plain(text, arena);
	while (unit.n == 0 && (at = str_find(text, STR("单位:"))) >= 0) {
		text =
		    str_slice(text, (size_t)at + sizeof("单位:") - 1, text.n);
		unit = unit_before(text);
	}
	return unit;
}

/* What the rows down to the last one of headings say of all amounts. */
static struct str unit_of_lines(const struct raw_sheet *raw, size_t bottom,
				struct arena *arena)
{
	struct str unit = STR_NONE;
	size_t r;
	size_t i;

	for (r = 0; r <= bottom; r++) {
		const struct raw_row *row = &raw->rows[r];

		for (i = 0; i < row->n_cells && unit.n == 0; i++)
			unit = unit_of_text(row->cells[i].text, arena);
	}
	return unit;
}

/* A number as column numbers are written, 3 or 3=1+2; 0: none. */
static int32_t number_of(struct str text)
{
	int32_t number = 0;
	size_t i;

	for (i = 0; i < text.n && i < 4; i++) {
		if (text.s[i] == '=' && i > 0)
			return number;
		if (text.s[i] < '0' || text.s[i] > '9')
			return 0;
		number = number * 10 + (text.s[i] - '0');
	}
	return i == text.n ? number : 0;
}

/* 栏次, 1, 2, 3: the numbers of the columns, no data. */
static bool is_index_row(const struct raw_row *row)
{
	int32_t last = 0;
	size_t n = 0;
	size_t i;

	for (i = 0; i < row->n_cells; i++) {
		struct str text = str_trim(row->cells[i].text);
		int32_t number = number_of(text);

		if (number == 0 && text.n > sizeof("栏次") - 1)
			return false;
		if (number == 0)
			continue;
		if (number != last + 1)
			return false;
		last = number;
		n++;
	}
	return n > 1;
}

bool block_find(struct block *block, const struct raw_sheet *raw,
		const struct str *wanted, size_t n_wanted, struct arena *arena)
{
	struct block_grid grid = grid_of(raw, arena);
	struct block_column *columns =
	    ARENA_ARRAY(arena, grid.n_columns, struct block_column);
	size_t best = 0;
	size_t best_score = 0;
	size_t r;

	for (r = 0; r < grid.n_rows; r++) {
		size_t score;

		take_columns(block, &grid, r, columns);
		score = score_of(block, wanted, n_wanted, arena);
		if (score > best_score) {
			best = r;
			best_score = score;
		}
	}
	if (best_score == 0)
		return false;
	take_columns(block, &grid, best, columns);
	block->unit = unit_of_lines(raw, best, arena);
	block->first_row = best + 1;
	if (block->first_row < raw->n_rows &&
	    is_index_row(&raw->rows[block->first_row]))
		block->first_row++;
	return true;
}
