/* SPDX-License-Identifier: MIT */
/* Reads a companion back: docs/figures.md. */
#include <jansson.h>

#include "base/arena.h"
#include "compare/messages.h"
#include "compare/publication.h"

static struct str text_of(const json_t *value, struct arena *arena)
{
	if (!json_is_string(value))
		return STR_NONE;
	return str_copy(
	    (struct str){json_string_value(value), json_string_length(value)},
	    arena);
}

static struct str member(const json_t *object, const char *name,
			 struct arena *arena)
{
	return text_of(json_object_get(object, name), arena);
}

static enum published_kind column_kind(const json_t *column)
{
	static const struct {
		const char *name;
		enum published_kind kind;
	} kinds[] = {
	    {"seq", PUBLISHED_SEQ},	 {"code", PUBLISHED_CODE},
	    {"name", PUBLISHED_NAME},	 {"amount", PUBLISHED_FIGURE},
	    {"count", PUBLISHED_FIGURE},
	};
	struct str name =
	    str_from(json_string_value(json_object_get(column, "kind")));
	size_t i;

	for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (str_is(name, kinds[i].name))
			return kinds[i].kind;
	return PUBLISHED_TEXT;
}

static enum published_row_kind row_kind(const json_t *row)
{
	struct str name =
	    str_from(json_string_value(json_object_get(row, "kind")));

	if (str_is(name, "head") || str_is(name, "index"))
		return PUBLISHED_HEAD;
	if (str_is(name, "subhead"))
		return PUBLISHED_SUBHEAD;
	return str_is(name, "total") ? PUBLISHED_TOTAL : PUBLISHED_BODY;
}

static const bool *labels_of(const json_t *row, size_t n_columns,
			     struct arena *arena)
{
	const json_t *list = json_object_get(row, "labels");
	bool *labels = ARENA_ARRAY(arena, n_columns + 1, bool);
	size_t i;

	if (json_array_size(list) == 0)
		return NULL;
	for (i = 0; i < json_array_size(list); i++) {
		json_int_t column = json_integer_value(json_array_get(list, i));

		if (column >= 1 && (size_t)column <= n_columns)
			labels[column - 1] = true;
	}
	return labels;
}

static void read_columns(struct published_table *table, const json_t *list,
			 struct arena *arena)
{
	struct published_column *columns;
	size_t i;

	table->n_columns = json_array_size(list);
	columns = ARENA_ARRAY(arena, table->n_columns, struct published_column);
	for (i = 0; i < table->n_columns; i++)
		columns[i] = (struct published_column){
		    member(json_array_get(list, i), "name", arena),
		    column_kind(json_array_get(list, i))};
	table->columns = columns;
}

static void read_rows(struct published_table *table, const json_t *list,
		      struct arena *arena)
{
	struct published_row *rows;
	size_t i;
	size_t c;

	table->n_rows = json_array_size(list);
	rows = ARENA_ARRAY(arena, table->n_rows, struct published_row);
	for (i = 0; i < table->n_rows; i++) {
		const json_t *row = json_array_get(list, i);
		const json_t *texts = json_object_get(row, "cells");
		struct str *cells =
		    ARENA_ARRAY(arena, table->n_columns, struct str);

		for (c = 0; c < table->n_columns; c++)
			cells[c] = text_of(json_array_get(texts, c), arena);
		rows[i] = (struct published_row){
		    row_kind(row), cells,
		    labels_of(row, table->n_columns, arena)};
		table->form = table->form || rows[i].labels != NULL ||
			      rows[i].kind == PUBLISHED_SUBHEAD;
	}
	table->rows = rows;
}

static struct published_block read_block(const json_t *object,
					 struct arena *arena)
{
	struct published_block block = {
	    .id = member(object, "id", arena),
	    .heading =
		(int)json_integer_value(json_object_get(object, "heading")),
	    .text = member(object, "text", arena),
	    .title = member(object, "title", arena),
	};
	struct published_table *table;

	if (!json_is_array(json_object_get(object, "rows")))
		return block;
	table = ARENA_NEW(arena, struct published_table);
	table->unit = member(object, "unit", arena);
	read_columns(table, json_object_get(object, "columns"), arena);
	read_rows(table, json_object_get(object, "rows"), arena);
	block.table = table;
	return block;
}

static void read_publication(struct publication *publication,
			     const json_t *object, struct str path,
			     struct arena *arena)
{
	const json_t *list = json_object_get(object, "blocks");
	struct published_block *blocks;
	size_t i;

	*publication = (struct publication){
	    .path = path,
	    .unit = member(object, "unit", arena),
	    .name = member(object, "name", arena),
	    .title = member(object, "title", arena),
	    .year = member(object, "year", arena),
	    .date = member(object, "date", arena),
	    .template_id = member(object, "template", arena),
	    .n_blocks = json_array_size(list),
	};
	blocks =
	    ARENA_ARRAY(arena, publication->n_blocks, struct published_block);
	for (i = 0; i < publication->n_blocks; i++)
		blocks[i] = read_block(json_array_get(list, i), arena);
	publication->blocks = blocks;
}

bool publication_read(struct publication *publication, struct str json,
		      struct str path, struct arena *arena,
		      struct diag_sink *sink)
{
	json_t *object = json_loadb(json.s, json.n, 0, NULL);
	bool ok = json_is_array(json_object_get(object, "blocks")) &&
		  json_is_string(json_object_get(object, "unit"));

	if (ok)
		read_publication(publication, object, path, arena);
	else
		DIAG0(sink, &COMPARE_NO_FIGURES,
		      ((struct place){.file = path}));
	json_decref(object);
	return ok;
}
