/* SPDX-License-Identifier: MIT */
#include "publish/figures.h"

#include <jansson.h>
#include <stdio.h>

#include "base/arena.h"
#include "check/number.h"
#include "doc/doc.h"
#include "publish/name.h"
#include "write/tables/csv.h"

/* An empty text may have no bytes at all, which jansson refuses. */
static json_t *json_of(struct str text)
{
	return json_stringn_nocheck(text.n > 0 ? text.s : "", text.n);
}

static void set_text(json_t *object, const char *name, struct str text)
{
	if (text.n > 0)
		json_object_set_new(object, name, json_of(text));
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
static json_t *text_figures(struct text text)
{
	json_t *list = json_array();
	size_t i;

	for (i = 0; i < text.n_runs; i++) {
		json_t *figure;

		if (text.runs[i].select.n == 0)
			continue;
		figure = json_object();
		set_text(figure, "text", text.runs[i].text);
		set_text(figure, "from", text.runs[i].select);
		json_array_append_new(list, figure);
	}
	return list;
}

static void set_paragraph(json_t *object, const struct paragraph *paragraph,
			  struct arena *arena)
{
	json_t *figures = text_figures(paragraph->text);

	if (paragraph->outline > 0)
		json_object_set_new(object, "heading",
				    json_integer(paragraph->outline));
	set_text(object, "text", text_plain(paragraph->text, arena));
	if (json_array_size(figures) > 0)
		json_object_set(object, "figures", figures);
	json_decref(figures);
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

static json_t *columns_to_json(const struct table *table)
{
	json_t *list = json_array();
	size_t i;

	for (i = 0; i < table->n_columns; i++) {
		json_t *column = json_object();

		set_text(column, "name", table->columns[i].name);
		set_text(column, "kind",
			 str_from(column_kind_name(table->columns[i].kind)));
		set_text(column, "from", table->columns[i].select);
		json_array_append_new(list, column);
	}
	return list;
}

/* Texts by column; null where a cell beside or above spans the place. */
static json_t *cells_to_json(const struct table *table,
			     const struct table_row *row, struct arena *arena)
{
	json_t *list = json_array();
	int column = 0;
	size_t i;

	for (i = 0; i < row->n_cells; i++) {
		const struct cell *cell = &row->cells[i];

		for (; column < cell->column; column++)
			json_array_append_new(list, json_null());
		json_array_append_new(list, json_of(cell_text(cell, arena)));
		column = cell->column + 1;
	}
	for (; column < (int)table->n_columns; column++)
		json_array_append_new(list, json_null());
	return list;
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
static void set_own_figures(json_t *object, const struct table_row *row)
{
	json_t *own = json_object();
	size_t i;

	for (i = 0; i < row->n_cells; i++) {
		char column[16];

		if (row->cells[i].select.n == 0)
			continue;
		snprintf(column, sizeof(column), "%d",
			 row->cells[i].column + 1);
		set_text(own, column, row->cells[i].select);
	}
	if (json_object_size(own) > 0)
		json_object_set(object, "own", own);
	json_decref(own);
}

/* Columns whose cells name what stands right of them: in forms. */
static void set_labels(json_t *object, const struct table_row *row)
{
	json_t *labels = json_array();
	size_t i;

	for (i = 0; i < row->n_cells; i++)
		if (row->cells[i].label)
			json_array_append_new(
			    labels, json_integer(row->cells[i].column + 1));
	if (row->kind == ROW_BODY && json_array_size(labels) > 0)
		json_object_set(object, "labels", labels);
	json_decref(labels);
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

static void set_table(json_t *object, const struct table *table,
		      struct arena *arena)
{
	json_t *rows = json_array();
	size_t i;

	set_text(object, "unit", unit_line_text(table, arena));
	json_object_set_new(object, "columns", columns_to_json(table));
	for (i = 0; i < table->n_rows; i++) {
		const struct table_row *row = &table->rows[i];
		json_t *entry = json_object();

		if (row->kind != ROW_BODY)
			set_text(entry, "kind",
				 str_from(row_kind_name(row->kind)));
		set_text(entry, "from", row->select);
		json_object_set_new(entry, "cells",
				    cells_to_json(table, row, arena));
		set_own_figures(entry, row);
		set_labels(entry, row);
		json_array_append_new(rows, entry);
	}
	json_object_set_new(object, "rows", rows);
}

static int add_to_buf(const char *bytes, size_t n, void *buf)
{
	buf_add(buf, (struct str){bytes, n});
	return 0;
}

/* A block on a line of its own: two publications can be compared by eye. */
static void add_block(struct buf *buf, const struct block *block,
		      struct str title, bool first)
{
	json_t *object = json_object();

	set_text(object, "id", block->id);
	if (block->kind == BLOCK_TABLE) {
		set_text(object, "title", title);
		set_table(object, &block->table, buf->arena);
	} else {
		set_paragraph(object, &block->paragraph, buf->arena);
	}
	buf_add_cstr(buf, first ? "\n" : ",\n");
	json_dump_callback(object, add_to_buf, buf, JSON_COMPACT);
	json_decref(object);
}

static void add_head(struct buf *buf, const struct doc *doc)
{
	json_t *object = json_object();

	set_text(object, "title", doc->title);
	set_text(object, "unit", doc->unit);
	set_text(object, "name", doc->author);
	set_text(object, "year", doc->year);
	set_text(object, "date", doc->date);
	set_text(object, "template", doc->template_id);
	json_dump_callback(object, add_to_buf, buf, JSON_COMPACT);
	json_decref(object);
	buf->n--; /* the blocks follow before the brace */
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
	buf_add_cstr(&buf, ",\"blocks\":[");
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
