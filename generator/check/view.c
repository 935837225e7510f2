/* SPDX-License-Identifier: MIT */
#include "check/view.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "check/kinds.h"
#include "check/words.h"

struct maker {
	struct view view;
	struct arena *arena;
	size_t room_lines, room_grids;
	struct str heading;
	struct str before; /* text of the block right before */
	size_t count;
};

static struct str cell_text(const struct cell *cell, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t i;

	if (cell->n_paras == 1)
		return str_trim(text_plain(cell->paras[0], arena));
	for (i = 0; i < cell->n_paras; i++) {
		if (i > 0)
			buf_add_char(&buf, '\n');
		buf_add(&buf, text_plain(cell->paras[i], arena));
	}
	return str_trim(buf_str(&buf));
}

static void place_cell(struct grid *grid, size_t row, const struct cell *cell,
		       struct str text)
{
	size_t r;
	size_t c;

	if (cell->column < 0)
		return;
	for (r = row; r < grid->n_rows && r - row < (size_t)cell->rowspan;
	     r++) {
		for (c = (size_t)cell->column;
		     c < grid->n_columns &&
		     c - (size_t)cell->column < (size_t)cell->colspan;
		     c++) {
			grid->cells[r * grid->n_columns + c] = cell;
			grid->texts[r * grid->n_columns + c] = text;
		}
	}
}

/* The unit of money that a text names. */
static bool find_unit(struct str text, enum money_unit *unit)
{
	static const char *const signs[] = {"单位", "金额", "（", "(", NULL};

	if (!words_in(text, signs))
		return false;
	if (str_find(text, STR("万元")) >= 0) {
		*unit = MONEY_WAN;
		return true;
	}
	if (str_find(text, STR("元")) >= 0) {
		*unit = MONEY_YUAN;
		return true;
	}
	return false;
}

static void read_unit(struct grid *grid, struct arena *arena)
{
	size_t i;

	grid->unit = MONEY_WAN;
	for (i = 0; i < 3 && grid->table->has_unit_line; i++)
		if (find_unit(text_plain(grid->table->unit_line[i], arena),
			      &grid->unit))
			grid->has_unit = true;
	for (i = 0; i < grid->first_body * grid->n_columns && !grid->has_unit;
	     i++)
		if (find_unit(grid->texts[i], &grid->unit))
			grid->has_unit = true;
}

static int decimals_of(struct str text)
{
	ptrdiff_t point = str_find(text, STR("."));

	return point < 0 ? 0 : (int)(text.n - (size_t)point - 1);
}

/* A column may state a unit of its own: 单价(元). */
static enum money_unit column_unit(const struct grid *grid, size_t column)
{
	enum money_unit unit = grid->unit;
	size_t row;

	for (row = 0; row < grid->first_body; row++)
		find_unit(grid->texts[row * grid->n_columns + column], &unit);
	return unit;
}

static void read_amounts(struct grid *grid)
{
	size_t row;
	size_t column;

	grid->empty = true;
	for (column = 0; column < grid->n_columns; column++) {
		enum money_unit unit = column_unit(grid, column);

		if (grid->table->columns[column].kind != COLUMN_AMOUNT)
			continue;
		for (row = grid->first_body; row < grid->n_rows; row++) {
			size_t at = row * grid->n_columns + column;
			struct money money = {0};

			if (grid->cells[at] == NULL ||
			    grid->cells[at]->colspan > 1 ||
			    money_parse(grid->texts[at], unit, &money) !=
				MONEY_OK)
				continue;
			grid->amounts[at] = (struct amount){money, true};
			if (money.fen != 0)
				grid->empty = false;
			if (decimals_of(grid->texts[at]) > grid->decimals)
				grid->decimals = decimals_of(grid->texts[at]);
		}
	}
}

static void read_adds(struct grid *grid)
{
	static const char *const prices[] = {"单价", "价格", "标准", NULL};
	size_t column;

	for (column = 0; column < grid->n_columns; column++)
		grid->adds[column] = grid_is_amount(grid, column) &&
				     !words_in(grid_head(grid, column), prices);
}

static void read_labels(struct grid *grid)
{
	size_t row;
	size_t column;

	for (column = 0; column < grid->n_columns; column++) {
		if (grid->table->columns[column].kind != COLUMN_NAME)
			continue;
		for (row = 0; row < grid->n_rows; row++) {
			size_t at = row * grid->n_columns + column;

			grid->labels[at] = words_label(grid->texts[at]);
		}
	}
}

static void add_grid(struct maker *maker, const struct block *block)
{
	const struct table *table = &block->table;
	struct arena *arena = maker->arena;
	struct grid *grid;
	size_t n = table->n_rows * table->n_columns;
	size_t row;
	size_t i;

	maker->view.grids =
	    arena_grow(arena, maker->view.grids, maker->view.n_grids,
		       &maker->room_grids, sizeof(*maker->view.grids));
	grid = &maker->view.grids[maker->view.n_grids++];
	*grid = (struct grid){
	    .block = block,
	    .table = table,
	    .title = maker->before,
	    .n_rows = table->n_rows,
	    .n_columns = table->n_columns,
	    .cells = ARENA_ARRAY(arena, n + 1, const struct cell *),
	    .texts = ARENA_ARRAY(arena, n + 1, struct str),
	    .labels = ARENA_ARRAY(arena, n + 1, struct str),
	    .amounts = ARENA_ARRAY(arena, n + 1, struct amount),
	    .adds = ARENA_ARRAY(arena, table->n_columns + 1, bool)};
	for (row = 0; row < table->n_rows; row++) {
		if (table->rows[row].kind == ROW_SUBHEAD)
			grid->form = true;
		if (table->rows[row].kind == ROW_HEAD ||
		    table->rows[row].kind == ROW_INDEX)
			grid->first_body = row + 1;
		for (i = 0; i < table->rows[row].n_cells; i++)
			place_cell(
			    grid, row, &table->rows[row].cells[i],
			    cell_text(&table->rows[row].cells[i], arena));
	}
	grid->kind = (int)kind_of_table(grid->title, grid->form);
	read_labels(grid);
	codes_read(grid, arena);
	read_unit(grid, arena);
	read_amounts(grid);
	read_adds(grid);
}

static void add_line(struct maker *maker, const struct block *block)
{
	struct line *line;
	struct str text =
	    str_trim(text_plain(block->paragraph.text, maker->arena));

	maker->view.lines =
	    arena_grow(maker->arena, maker->view.lines, maker->view.n_lines,
		       &maker->room_lines, sizeof(*maker->view.lines));
	line = &maker->view.lines[maker->view.n_lines++];
	*line = (struct line){.block = block,
			      .text = text,
			      .heading = maker->heading,
			      .count = ++maker->count,
			      .outline = block->paragraph.outline};
	if (line->outline > 0) {
		maker->heading = text;
		maker->count = 0;
	} else {
		line->statements =
		    statements_read(text, maker->view.year, maker->arena);
	}
	maker->before = text;
}

/* The last year in the title, if the doc does not state its year. */
static int year_of(const struct doc *doc)
{
	int year = 0;
	size_t i;

	for (i = 0; i < doc->year.n && i < 4; i++)
		if (doc->year.s[i] >= '0' && doc->year.s[i] <= '9')
			year = year * 10 + (doc->year.s[i] - '0');
	return year;
}

struct view view_open(const struct doc *doc, struct arena *arena)
{
	struct maker maker = {.view = {.doc = doc, .year = year_of(doc)},
			      .arena = arena};
	size_t s;
	size_t b;

	for (s = 0; s < doc->n_sections; s++) {
		maker.before = STR_NONE;
		for (b = 0; b < doc->sections[s].n_blocks; b++) {
			const struct block *block = &doc->sections[s].blocks[b];

			switch (block->kind) {
			case BLOCK_PARAGRAPH: add_line(&maker, block); break;
			case BLOCK_TABLE: add_grid(&maker, block); break;
			case BLOCK_CONTENTS: break;
			}
		}
	}
	return maker.view;
}

struct str grid_text(const struct grid *grid, size_t row, size_t column)
{
	if (row >= grid->n_rows || column >= grid->n_columns)
		return STR_NONE;
	return grid->texts[row * grid->n_columns + column];
}

struct amount grid_amount(const struct grid *grid, size_t row, size_t column)
{
	if (row >= grid->n_rows || column >= grid->n_columns)
		return AMOUNT_NONE;
	return grid->amounts[row * grid->n_columns + column];
}

bool grid_is_amount(const struct grid *grid, size_t column)
{
	return grid->table->columns[column].kind == COLUMN_AMOUNT;
}

bool grid_adds_up(const struct grid *grid, size_t column)
{
	return grid->adds[column];
}

struct str grid_head_at(const struct grid *grid, size_t level, size_t column)
{
	if (level >= grid->first_body ||
	    grid->table->rows[level].kind == ROW_INDEX)
		return STR_NONE;
	return grid_text(grid, level, column);
}

struct str grid_head(const struct grid *grid, size_t column)
{
	size_t level;

	for (level = grid->first_body; level > 0; level--)
		if (grid_head_at(grid, level - 1, column).n > 0)
			return grid_head_at(grid, level - 1, column);
	return STR_NONE;
}

int grid_left(const struct grid *grid, size_t column, enum column_kind kind)
{
	size_t i;

	for (i = column + 1; i > 0; i--)
		if (grid->table->columns[i - 1].kind == kind)
			return (int)i - 1;
	return -1;
}

struct str grid_label(const struct grid *grid, size_t row, size_t column)
{
	int name = grid_left(grid, column, COLUMN_NAME);

	if (name < 0 || row >= grid->n_rows)
		return STR_NONE;
	return grid->labels[row * grid->n_columns + (size_t)name];
}

int grid_level(const struct grid *grid, size_t row)
{
	int name = grid->n_columns == 0
		       ? -1
		       : grid_left(grid, grid->n_columns - 1, COLUMN_NAME);
	const struct cell *cell =
	    name < 0 ? NULL : grid->cells[row * grid->n_columns + (size_t)name];

	return cell == NULL ? 0 : cell->level;
}

/* Amounts without decimals had zeros dropped; they are not rounded to whole
 * 万元. */
static int decimals_meant(const struct grid *grid)
{
	return grid->decimals > 0 ? grid->decimals : 2;
}

int64_t grid_half_step(const struct grid *grid)
{
	int64_t step = (int64_t)grid->unit;
	int i;

	for (i = 0; i < decimals_meant(grid); i++)
		step /= 10;
	return step / 2;
}

bool grid_is_of_bodies(const struct grid *grid, size_t column)
{
	static const char *const bodies[] = {"单位", "部门", "项目", NULL};
	static const char *const classes[] = {"科目", "功能", "经济", NULL};
	struct str head = grid_head(grid, column);

	return words_in(head, bodies) && !words_in(head, classes);
}

/* Blanks in a label are for looks: 其中：财政　资金. */
static bool is_label(struct str text, struct str label)
{
	static const char *const openers[] = {"其中", NULL};
	size_t at = 0;
	size_t in = 0;

	if (text.n < label.n)
		return false;
	text = words_strip_start(text, openers);
	while (at < text.n) {
		size_t from = at;
		uint32_t code = utf8_next(text, &at);

		if (code == ' ' || code == 0x3000 || code == '\n')
			continue;
		if (in + (at - from) > label.n ||
		    !str_equal(str_slice(text, from, at - from),
			       str_slice(label, in, at - from)))
			return in == label.n && (code == 0xFF08 || code == '(');
		in += at - from;
	}
	return in == label.n;
}

struct str grid_value(const struct grid *grid, const char *label, size_t *row,
		      size_t *column)
{
	size_t r;
	size_t c;

	for (r = 0; r < grid->n_rows; r++) {
		for (c = 0; c < grid->n_columns; c++) {
			const struct cell *cell =
			    grid->cells[r * grid->n_columns + c];

			if (cell == NULL || cell->column != (int)c ||
			    !is_label(grid_text(grid, r, c), str_from(label)))
				continue;
			*row = r;
			*column = c + (size_t)cell->colspan;
			return grid_text(grid, r, *column);
		}
	}
	return STR_NONE;
}

struct str grid_money(const struct grid *grid, struct money money,
		      struct arena *arena)
{
	return money_text(
	    money,
	    (struct money_format){.unit = grid->unit,
				  .decimals = decimals_meant(grid)},
	    arena);
}

bool view_next_told(const struct view *view, struct told *told)
{
	const struct line *end = view->lines + view->n_lines;
	const struct line *line = told->line == NULL ? view->lines : told->line;
	size_t next =
	    told->line == NULL
		? 0
		: (size_t)(told->statement - line->statements.list) + 1;

	for (; line < end; line++, next = 0) {
		if (next >= line->statements.n)
			continue;
		*told = (struct told){line, &line->statements.list[next]};
		return true;
	}
	return false;
}
