/* SPDX-License-Identifier: MIT */
/*
 * Tables by chance: heads of one to three rows with merged cells, 栏次, levels
 * of names, merged cells in the body, totals, notes, empty tables; forms with
 * a head in the middle. Absurd ones: 200 columns, spans beyond the grid,
 * cells of 10,000 characters.
 */
#include "random_docs.h"

#include "base/arena.h"

/* Rows while they are made. */
struct growing {
	struct making *m;
	struct table *table;
	struct table_row *rows;
	bool *covered; /* n_rows * n_columns: a cell above spans the place */
};

static struct text *one_text(struct making *m, struct str text)
{
	struct text *of = ARENA_NEW(m->arena, struct text);
	struct run *run = ARENA_NEW(m->arena, struct run);

	run->text = text;
	*of = (struct text){run, 1};
	return of;
}

/* An amount; in tables of many columns a small one, so that it can fit. */
static struct str some_amount(const struct growing *g)
{
	struct chance *chance = &g->m->chance;
	uint32_t most = g->table->n_columns > 12 ? 1000 : 1000000;
	const char *sign = chance_of(chance, 5) ? "−" : "";
	unsigned whole = chance_below(chance, most);
	unsigned parts = chance_below(chance, 100);

	return str_format(g->m->arena, "%s%u.%02u", sign, whole, parts);
}

/* Mostly short; at times as long as a paragraph, absurdly a book's page. */
static size_t cell_length(struct making *m, bool narrow)
{
	if (m->absurd && chance_of(&m->chance, 1))
		return 10000;
	if (!narrow && chance_of(&m->chance, 3))
		return chance_below(&m->chance, 600);
	return 1 + chance_below(&m->chance, narrow ? 8 : 24);
}

static void fill_cell(struct growing *g, struct cell *cell,
		      enum column_kind kind)
{
	struct making *m = g->m;
	bool narrow = g->table->n_columns > 8;
	struct text *text;

	switch (kind) {
	case COLUMN_SEQ:
		text = one_text(m, str_format(m->arena, "%u",
					      chance_below(&m->chance, 200)));
		break;
	case COLUMN_CODE:
		text =
		    one_text(m, str_format(m->arena, "%u",
					   chance_below(&m->chance, 9999999)));
		break;
	case COLUMN_AMOUNT: text = one_text(m, some_amount(g)); break;
	case COLUMN_COUNT:
		text = one_text(m, str_format(m->arena, "%u",
					      chance_below(&m->chance, 9999)));
		break;
	case COLUMN_NAME:
	case COLUMN_WORD:
	case COLUMN_TEXT:
	default:
		text = ARENA_NEW(m->arena, struct text);
		*text =
		    chance_text(&m->chance, cell_length(m, narrow), m->arena);
	}
	cell->paras = text;
	cell->n_paras = 1;
}

static void fill_head(struct growing *g, struct cell *cell)
{
	static const char *const heads[] = {"合计",
					    "项目",
					    "小计",
					    "科目编码",
					    "财政拨款收入",
					    "一般公共预算财政拨款",
					    "附属单位上缴收入",
					    "国有资本经营预算财政拨款",
					    "2024年预留中小微企业份额",
					    "其中：面向中小企业"};
	uint32_t n = g->table->n_columns > 8 ? 4 : 10;

	cell->paras =
	    one_text(g->m, str_from(heads[chance_below(&g->m->chance, n)]));
	cell->n_paras = 1;
	cell->role = CELL_COLUMN_HEAD;
}

static bool *covered(const struct growing *g, size_t row, size_t column)
{
	return &g->covered[row * g->table->n_columns + column];
}

/* How far a cell may span to the right, and down to before the row bottom. */
static int some_span(struct growing *g, size_t row, size_t column,
		     uint32_t percent)
{
	size_t n = 1;

	while (column + n < g->table->n_columns &&
	       !*covered(g, row, column + n) &&
	       chance_of(&g->m->chance, percent))
		n++;
	return (int)n;
}

static void cover(struct growing *g, size_t row, const struct cell *cell)
{
	int r;
	int c;

	for (r = 0; r < cell->rowspan; r++)
		for (c = 0; c < cell->colspan; c++)
			*covered(g, row + (size_t)r,
				 (size_t)cell->column + (size_t)c) = true;
}

/* The cells of a row in the places that are free; spans are legal. */
static void fill_row(struct growing *g, size_t row, size_t bottom,
		     uint32_t across, uint32_t down)
{
	size_t n = g->table->n_columns;
	struct cell *cells = ARENA_ARRAY(g->m->arena, n, struct cell);
	struct table_row *of = &g->rows[row];
	bool head = of->kind == ROW_HEAD || of->kind == ROW_SUBHEAD;
	size_t column;

	of->cells = cells;
	for (column = 0; column < n; column++) {
		struct cell *cell = &cells[of->n_cells];

		if (*covered(g, row, column))
			continue;
		*cell = (struct cell){.column = (int)column, .rowspan = 1};
		cell->colspan = some_span(g, row, column, across);
		while (row + (size_t)cell->rowspan < bottom &&
		       chance_of(&g->m->chance, down))
			cell->rowspan++;
		if (cell->rowspan > 1)
			cell->colspan = 1;
		cover(g, row, cell);
		if (head)
			fill_head(g, cell);
		else if (chance_of(&g->m->chance, 80))
			fill_cell(g, cell, g->table->columns[column].kind);
		if (!head && g->table->levels > 1)
			cell->level = (int)chance_below(
			    &g->m->chance, (uint32_t)g->table->levels);
		of->n_cells++;
	}
}

static void spoil_row(struct growing *g, struct table_row *row)
{
	struct cell *cells = (struct cell *)(uintptr_t)row->cells;
	size_t i;

	for (i = 0; i < row->n_cells; i++) {
		if (chance_of(&g->m->chance, 2))
			cells[i].colspan =
			    (int)chance_below(&g->m->chance, 1000000);
		if (chance_of(&g->m->chance, 2))
			cells[i].rowspan =
			    (int)chance_below(&g->m->chance, 1000000);
		if (chance_of(&g->m->chance, 2))
			cells[i].column =
			    (int)chance_below(&g->m->chance, 300) - 5;
	}
}

static void make_columns(struct making *m, struct table *table, bool fixed)
{
	static const enum column_kind kinds[] = {
	    COLUMN_AMOUNT, COLUMN_AMOUNT, COLUMN_AMOUNT, COLUMN_COUNT,
	    COLUMN_WORD,   COLUMN_CODE,	  COLUMN_AMOUNT, COLUMN_TEXT};
	struct table_column *columns =
	    ARENA_ARRAY(m->arena, table->n_columns, struct table_column);
	uint32_t n = table->n_columns > 8 ? 5 : 8;
	size_t i;

	for (i = 0; i < table->n_columns; i++) {
		columns[i].kind = kinds[chance_below(&m->chance, n)];
		if (i == 0 && table->n_columns > 2)
			columns[i].kind = COLUMN_SEQ;
		else if (i < 2)
			columns[i].kind = COLUMN_NAME;
		columns[i].heavy_left = chance_of(&m->chance, 10);
		if (columns[i].kind == COLUMN_AMOUNT &&
		    chance_of(&m->chance, 70))
			columns[i].siblings = 1;
		if (fixed) {
			columns[i].kind = COLUMN_WORD;
			columns[i].width =
			    EMU_MM(20) +
			    (emu)chance_below(&m->chance, 40 * EMU_PER_MM);
		}
	}
	table->columns = columns;
}

static enum row_kind kind_of(struct growing *g, size_t row, size_t n_head,
			     size_t subhead)
{
	if (row < n_head)
		return ROW_HEAD;
	if (row == subhead)
		return ROW_SUBHEAD;
	return chance_of(&g->m->chance, 5) ? ROW_TOTAL : ROW_BODY;
}

/* A row of 栏次: numbers. */
static void fill_index(struct growing *g, struct table_row *row)
{
	size_t n = g->table->n_columns;
	struct cell *cells = ARENA_ARRAY(g->m->arena, n, struct cell);
	size_t i;

	for (i = 0; i < n; i++) {
		cells[i] =
		    (struct cell){.column = (int)i, .colspan = 1, .rowspan = 1};
		cells[i].paras =
		    one_text(g->m, str_format(g->m->arena, "%zu", i + 1));
		cells[i].n_paras = 1;
	}
	row->kind = ROW_INDEX;
	row->cells = cells;
	row->n_cells = n;
}

/* Fills a row of the body; a form's cells do not span its head. */
static void fill_body(struct growing *g, size_t row, size_t subhead, bool form)
{
	size_t bottom = row < subhead ? subhead : g->table->n_rows;

	if (row == subhead)
		fill_row(g, row, row + 1, 30, 0);
	else
		fill_row(g, row, bottom, form ? 40 : 3, form ? 10 : 2);
}

/* Rows: head, 栏次, body; of a form with a head in its middle. */
static void make_rows(struct growing *g, size_t n_head, size_t n_body,
		      bool form)
{
	struct table *table = g->table;
	bool index = n_head > 0 && chance_of(&g->m->chance, 50);
	size_t body = n_head + (index ? 1 : 0);
	size_t subhead = form ? n_body / 2 : body + n_body;
	size_t i;

	table->n_rows = body + n_body;
	g->rows = ARENA_ARRAY(g->m->arena, table->n_rows, struct table_row);
	g->covered =
	    ARENA_ARRAY(g->m->arena, table->n_rows * table->n_columns, bool);
	for (i = 0; i < table->n_rows; i++) {
		if (index && i == n_head) {
			fill_index(g, &g->rows[i]);
			continue;
		}
		g->rows[i].kind = kind_of(g, i, n_head, subhead);
		g->rows[i].keep_next = chance_of(&g->m->chance, 10);
		if (i < n_head)
			fill_row(g, i, n_head, 30, 30);
		else
			fill_body(g, i, subhead, form);
		if (g->m->absurd)
			spoil_row(g, &g->rows[i]);
	}
	table->rows = g->rows;
}

/* The one row of an empty table. */
static void make_blank(struct growing *g, size_t n_head)
{
	make_rows(g, n_head, 1, false);
	g->rows[g->table->n_rows - 1] = (struct table_row){.kind = ROW_BLANK};
}

static void make_around(struct making *m, struct table *table)
{
	size_t n = chance_below(&m->chance, 3);
	struct text *notes = ARENA_ARRAY(m->arena, n, struct text);
	size_t i;

	table->has_unit_line = chance_of(&m->chance, 80);
	for (i = 0; i < 3; i++)
		table->unit_line[i] = chance_text(
		    &m->chance, 1 + chance_below(&m->chance, 10), m->arena);
	for (i = 0; i < n; i++)
		notes[i] = chance_text(
		    &m->chance, 1 + chance_below(&m->chance, 80), m->arena);
	table->notes = notes;
	table->n_notes = n;
}

static size_t some_columns(struct making *m, bool form)
{
	if (m->absurd && chance_of(&m->chance, 10))
		return 200;
	if (!form && chance_of(&m->chance, 15))
		return 9 + chance_below(&m->chance, 12);
	return 1 + chance_below(&m->chance, form ? 6 : 8);
}

void make_table(struct making *m, struct block *block, const char *style)
{
	struct table *table = &block->table;
	struct growing g = {.m = m, .table = table};
	bool form = str_is(str_from(style), "form");
	bool public = str_is(str_from(style), "public");
	size_t n_head = form ? 0 : 1 + chance_below(&m->chance, 3);
	size_t n_body = 1 + chance_below(&m->chance, form ? 14 : 8);

	block->kind = BLOCK_TABLE;
	block->id = making_id(m);
	table->style = making_table_style(m, style);
	table->note_style = making_para_style(m, "table-note");
	table->n_columns = some_columns(m, form);
	table->levels = (int)chance_below(&m->chance, 4);
	if (chance_of(&m->chance, 20))
		table->type = STR("one");
	if (public && chance_of(&m->chance, 60))
		n_body = 1 + chance_below(&m->chance,
					  chance_of(&m->chance, 15) ? 200 : 60);
	make_columns(m, table, form);
	make_around(m, table);
	if (public && chance_of(&m->chance, 10))
		make_blank(&g, n_head);
	else
		make_rows(&g, n_head, n_body, form);
}
