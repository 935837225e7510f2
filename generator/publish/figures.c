/* SPDX-License-Identifier: MIT */
#include "publish/figures.h"

#include <stdio.h>

#include "base/arena.h"
#include "check/number.h"
#include "doc/doc.h"
#include "publish/compact.h"
#include "publish/name.h"
#include "write/tables/csv.h"

static void add_text(struct compact *json, const char *name, struct str text)
{
	if (text.n > 0)
		compact_text(json, name, text);
}

static struct str cell_text(const struct cell *cell, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t i;

	for (i = 0; i < cell->n_paras; i++) {
		if (i > 0)
			buf_add_char(&buf, '\n');
		buf_add(&buf, text_plain(cell->paras[i], arena));
	}
	return buf_str(&buf);
}

/* Figures in a text: what is printed, and where it comes from. */
static void add_text_figures(struct compact *json, struct text text)
{
	bool any = false;
	size_t i;

	for (i = 0; i < text.n_runs; i++) {
		if (text.runs[i].select.n == 0)
			continue;
		if (!any)
			compact_begin(json, "figures", '[');
		any = true;
		compact_begin(json, NULL, '{');
		add_text(json, "text", text.runs[i].text);
		add_text(json, "from", text.runs[i].select);
		compact_end(json, '}');
	}
	if (any)
		compact_end(json, ']');
}

static void add_paragraph(struct compact *json,
			  const struct paragraph *paragraph,
			  struct arena *arena)
{
	if (paragraph->outline > 0)
		compact_number(json, "heading", paragraph->outline);
	add_text(json, "text", text_plain(paragraph->text, arena));
	add_text_figures(json, paragraph->text);
}

static const char *column_kind_name(enum column_kind kind)
{
	switch (kind) {
	case COLUMN_SEQ: return "seq";
	case COLUMN_CODE: return "code";
	case COLUMN_NAME: return "name";
	case COLUMN_AMOUNT: return "amount";
	case COLUMN_COUNT: return "count";
	case COLUMN_WORD: return "word";
	case COLUMN_TEXT: return "text";
	}
	return "";
}

static void add_columns(struct compact *json, const struct table *table)
{
	size_t i;

	compact_begin(json, "columns", '[');
	for (i = 0; i < table->n_columns; i++) {
		const struct table_column *column = &table->columns[i];

		compact_begin(json, NULL, '{');
		add_text(json, "name", column->name);
		add_text(json, "kind",
			 str_from(column_kind_name(column->kind)));
		add_text(json, "from", column->select);
		compact_end(json, '}');
	}
	compact_end(json, ']');
}

/* Texts by column; null where a cell beside or above spans the place. */
static void add_cells(struct compact *json, const struct table *table,
		      const struct table_row *row, struct arena *arena)
{
	int column = 0;
	size_t i;

	compact_begin(json, "cells", '[');
	for (i = 0; i < row->n_cells; i++) {
		const struct cell *cell = &row->cells[i];

		for (; column < cell->column; column++)
			compact_null(json);
		compact_text(json, NULL, cell_text(cell, arena));
		column = cell->column + 1;
	}
	for (; column < (int)table->n_columns; column++)
		compact_null(json);
	compact_end(json, ']');
}

static const char *row_kind_name(enum row_kind kind)
{
	switch (kind) {
	case ROW_HEAD: return "head";
	case ROW_INDEX: return "index";
	case ROW_BODY: return "body";
	case ROW_TOTAL: return "total";
	case ROW_BLANK: return "blank";
	case ROW_SUBHEAD: return "subhead";
	}
	return "";
}

/* Cells whose figure is not their row's and column's together. */
static void add_own_figures(struct compact *json, const struct table_row *row)
{
	bool any = false;
	size_t i;

	for (i = 0; i < row->n_cells; i++) {
		char column[16];

		if (row->cells[i].select.n == 0)
			continue;
		if (!any)
			compact_begin(json, "own", '{');
		any = true;
		snprintf(column, sizeof(column), "%d",
			 row->cells[i].column + 1);
		compact_text(json, column, row->cells[i].select);
	}
	if (any)
		compact_end(json, '}');
}

/* Columns whose cells name what stands right of them: in forms. */
static void add_labels(struct compact *json, const struct table_row *row)
{
	bool any = false;
	size_t i;

	for (i = 0; row->kind == ROW_BODY && i < row->n_cells; i++) {
		if (!row->cells[i].label)
			continue;
		if (!any)
			compact_begin(json, "labels", '[');
		any = true;
		compact_number(json, NULL, row->cells[i].column + 1);
	}
	if (any)
		compact_end(json, ']');
}

/* What stands left, in the middle and right, with blanks between. */
static struct str unit_line_text(const struct table *table, struct arena *arena)
{
	struct str parts[3];
	size_t n = 0;
	size_t i;

	for (i = 0; table->has_unit_line && i < 3; i++) {
		parts[n] = text_plain(table->unit_line[i], arena);
		n += parts[n].n > 0;
	}
	return str_join(parts, n, STR(" "), arena);
}

static void add_row(struct compact *json, const struct table *table,
		    const struct table_row *row, struct arena *arena)
{
	compact_begin(json, NULL, '{');
	if (row->kind != ROW_BODY)
		add_text(json, "kind", str_from(row_kind_name(row->kind)));
	add_text(json, "from", row->select);
	add_cells(json, table, row, arena);
	add_own_figures(json, row);
	add_labels(json, row);
	compact_end(json, '}');
}

static void add_table(struct compact *json, const struct table *table,
		      struct arena *arena)
{
	size_t i;

	add_text(json, "unit", unit_line_text(table, arena));
	add_columns(json, table);
	compact_begin(json, "rows", '[');
	for (i = 0; i < table->n_rows; i++)
		add_row(json, table, &table->rows[i], arena);
	compact_end(json, ']');
}

/* A block on a line of its own: two publications can be compared by eye. */
static void add_block(struct buf *buf, const struct block *block,
		      struct str title, bool first)
{
	struct compact json = {.out = buf};

	buf_add_cstr(buf, first ? "\n" : ",\n");
	compact_begin(&json, NULL, '{');
	add_text(&json, "id", block->id);
	if (block->kind == BLOCK_TABLE) {
		add_text(&json, "title", title);
		add_table(&json, &block->table, buf->arena);
	} else {
		add_paragraph(&json, &block->paragraph, buf->arena);
	}
	compact_end(&json, '}');
}

/* Up to the blocks, which follow before the brace. */
static void add_head(struct buf *buf, const struct doc *doc)
{
	struct compact json = {.out = buf};

	compact_begin(&json, NULL, '{');
	add_text(&json, "title", doc->title);
	add_text(&json, "unit", doc->unit);
	add_text(&json, "name", doc->author);
	add_text(&json, "year", doc->year);
	add_text(&json, "date", doc->date);
	add_text(&json, "template", doc->template_id);
	compact_begin(&json, "blocks", '[');
}

struct walk {
	size_t section, block;
	struct str title; /* of the heading passed last */
};

/* The next block that says something; NULL at the end. */
static const struct block *walk_next(struct walk *walk, const struct doc *doc,
				     struct arena *arena)
{
	for (; walk->section < doc->n_sections; walk->section++) {
		const struct section *section = &doc->sections[walk->section];

		while (walk->block < section->n_blocks) {
			const struct block *block =
			    &section->blocks[walk->block++];

			if (block->kind == BLOCK_PARAGRAPH &&
			    block->paragraph.outline > 0)
				walk->title =
				    text_plain(block->paragraph.text, arena);
			if (block->kind != BLOCK_CONTENTS)
				return block;
		}
		walk->block = 0;
	}
	return NULL;
}

struct str figures_json(const struct doc *doc, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	struct walk walk = {.section = 0};
	const struct block *block;
	bool first = true;

	add_head(&buf, doc);
	while ((block = walk_next(&walk, doc, arena)) != NULL) {
		add_block(&buf, block, walk.title, first);
		first = false;
	}
	buf_add_cstr(&buf, "\n]}\n");
	return buf_str(&buf);
}

static void add_csv_row(struct buf *buf, const struct table *table,
			const struct table_row *row)
{
	int column = 0;
	size_t i;

	for (i = 0; i < row->n_cells; i++) {
		for (; column < row->cells[i].column; column++)
			buf_add_char(buf, ',');
		csv_add_cell(buf, cell_text(&row->cells[i], buf->arena));
	}
	for (; column + 1 < (int)table->n_columns; column++)
		buf_add_char(buf, ',');
	csv_end_row(buf);
}

/* 12-村村通光纤经费绩效目标表, whatever number the heading has itself. */
static struct str csv_name(size_t number, struct str title, struct arena *arena)
{
	struct number own;

	title = str_trim(title);
	if (number_read(title, &own))
		title = str_slice(title, own.n, title.n);
	return name_of_document(str_format(arena, "%02zu-", number), title,
				STR_NONE, arena);
}

void figures_csv(const struct doc *doc, struct arena *arena,
		 struct written_list *written)
{
	struct walk walk = {.section = 0};
	const struct block *block;

	while ((block = walk_next(&walk, doc, arena)) != NULL) {
		struct buf buf = {.arena = arena};
		size_t i;

		if (block->kind != BLOCK_TABLE)
			continue;
		buf_add_cstr(&buf, CSV_MARK);
		for (i = 0; i < block->table.n_rows; i++)
			add_csv_row(&buf, &block->table, &block->table.rows[i]);
		written_add(written,
			    csv_name(written->n + 1, walk.title, arena),
			    buf_str(&buf), arena);
	}
}
