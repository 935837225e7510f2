/* SPDX-License-Identifier: MIT */
/* The tables of an input in the shape of a publication. A sheet whose table is
 * known has its keys; of others the words of the row tell. */
#include "base/arena.h"
#include "base/map.h"
#include "budget/schema.h"
#include "compare/publication.h"
#include "tables/sheets.h"

/* 金额（元） without its unit. */
static struct str bare_heading(struct str heading)
{
	ptrdiff_t at = str_find(heading, STR("（"));

	return str_trim(at > 0 ? str_slice(heading, 0, (size_t)at) : heading);
}

static enum published_kind kind_of(const struct schema *schema,
				   struct str heading)
{
	int field =
	    schema == NULL ? -1 : schema_field(schema, bare_heading(heading));

	if (field < 0)
		return PUBLISHED_TEXT;
	if (schema->fields[field].key)
		return PUBLISHED_CODE;
	switch (schema->fields[field].type) {
	case FIELD_AMOUNT:
	case FIELD_NUMBER:
	case FIELD_PLAN: return PUBLISHED_FIGURE;
	case FIELD_TEXT:
	case FIELD_LINES:
	case FIELD_CODE:
	case FIELD_CHOICE:
	case FIELD_YEAR:
	case FIELD_DATE:
	case FIELD_YES: break;
	}
	return PUBLISHED_TEXT;
}

/* Columns of all sheets of a name, in the order in which they come. */
struct columns {
	struct published_column *list;
	size_t n, room;
	struct map by_name;
};

static void add_columns(struct columns *columns, const struct sheet *sheet,
			const struct schema *schema, struct arena *arena)
{
	size_t i;

	for (i = 0; i < sheet->n_columns; i++) {
		struct str name = str_trim(sheet->columns[i].heading);

		if (name.n == 0 ||
		    map_find(&columns->by_name, name) != MAP_NONE)
			continue;
		columns->list =
		    arena_grow(arena, columns->list, columns->n, &columns->room,
			       sizeof(*columns->list));
		map_put(&columns->by_name, name, (uint32_t)columns->n);
		columns->list[columns->n++] =
		    (struct published_column){name, kind_of(schema, name)};
	}
}

static size_t add_rows(struct published_row *rows, size_t n,
		       const struct columns *columns, const struct sheet *sheet,
		       struct arena *arena)
{
	size_t i;
	size_t c;

	for (i = 0; i < sheet->n_rows; i++) {
		struct str *cells = ARENA_ARRAY(arena, columns->n, struct str);

		for (c = 0; c < sheet->n_columns; c++) {
			uint32_t at =
			    map_find(&columns->by_name,
				     str_trim(sheet->columns[c].heading));

			if (at != MAP_NONE)
				cells[at] =
				    str_trim(sheet->rows[i].cells[c].text);
		}
		rows[n++] = (struct published_row){PUBLISHED_BODY, cells, NULL};
	}
	return n;
}

/* A table of all sheets that bear this name. */
static struct published_block block_of(const struct sheets *sheets,
				       struct str name, struct arena *arena)
{
	struct published_table *table =
	    ARENA_NEW(arena, struct published_table);
	struct columns columns = {.by_name = {.arena = arena}};
	struct published_row *rows;
	size_t n = 0;
	size_t i;

	for (i = 0; i < sheets->n; i++) {
		if (!str_equal(sheets->list[i].name, name))
			continue;
		add_columns(&columns, &sheets->list[i], schema_named(name),
			    arena);
		n += sheets->list[i].n_rows;
	}
	rows = ARENA_ARRAY(arena, n, struct published_row);
	n = 0;
	for (i = 0; i < sheets->n; i++)
		if (str_equal(sheets->list[i].name, name))
			n = add_rows(rows, n, &columns, &sheets->list[i],
				     arena);
	*table = (struct published_table){.columns = columns.list,
					  .n_columns = columns.n,
					  .rows = rows,
					  .n_rows = n,
					  .whole = true};
	return (struct published_block){
	    .id = name, .title = name, .table = table};
}

struct publication publication_of_sheets(const struct sheets *sheets,
					 struct str path, struct arena *arena)
{
	struct publication publication = {.path = path};
	struct published_block *blocks =
	    ARENA_ARRAY(arena, sheets->n, struct published_block);
	struct map seen = {.arena = arena};
	size_t i;

	for (i = 0; i < sheets->n; i++) {
		struct str name = sheets->list[i].name;

		if (map_put(&seen, name, 0) == MAP_NONE)
			blocks[publication.n_blocks++] =
			    block_of(sheets, name, arena);
	}
	publication.blocks = blocks;
	return publication;
}
