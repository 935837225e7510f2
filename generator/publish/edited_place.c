/* SPDX-License-Identifier: MIT */
#include "publish/edited_place.h"

#include "base/arena.h"
#include "doc/doc.h"

struct titled_table edited_table(const struct doc *doc, int number,
				 struct arena *arena)
{
	struct titled_table found = {.table = NULL};
	size_t s;
	size_t b;

	for (s = 0; s < doc->n_sections; s++)
		for (b = 0; b < doc->sections[s].n_blocks; b++) {
			const struct block *block = &doc->sections[s].blocks[b];

			if (block->kind == BLOCK_PARAGRAPH &&
			    block->paragraph.outline > 0)
				found.title =
				    text_plain(block->paragraph.text, arena);
			if (block->kind != BLOCK_TABLE || --number > 0)
				continue;
			found.table = &block->table;
			return found;
		}
	return found;
}

struct str edited_relation(struct str select)
{
	size_t n = 0;

	while (n < select.n && select.s[n] != '[' && select.s[n] != '.' &&
	       select.s[n] != '(')
		n++;
	return str_slice(select, 0, n);
}

struct str edited_quoted(const char *format, struct str name,
			 struct arena *arena)
{
	struct buf buf = {.arena = arena};

	for (; *format != '\0'; format++)
		if (*format == '%')
			buf_add(&buf, name);
		else
			buf_add_char(&buf, *format);
	return buf_str(&buf);
}

struct str edited_words(const struct cell *cell, struct arena *arena)
{
	struct str *paras = ARENA_ARRAY(arena, cell->n_paras, struct str);
	size_t i;

	for (i = 0; i < cell->n_paras; i++)
		paras[i] = text_plain(cell->paras[i], arena);
	return str_trim(str_join(paras, cell->n_paras, STR("\n"), arena));
}

/* What a reader calls the row: its first words that are no number. */
static struct str name_of_row(const struct table_row *row, struct arena *arena)
{
	size_t i;

	for (i = 0; i < row->n_cells; i++) {
		struct str words = edited_words(&row->cells[i], arena);

		if (words.n > 0 && (words.s[0] < '0' || words.s[0] > '9'))
			return words;
	}
	return STR_NONE;
}

/* The table of the input that a cell's figure comes from: a selection may be
 * its own, or begin in its column and have only filters in its row. */
static struct str relation_of_cell(const struct table *table,
				   const struct table_row *row,
				   const struct cell *cell)
{
	struct str relation = edited_relation(cell->select);

	if (relation.n == 0)
		relation = edited_relation(row->select);
	if (relation.n == 0)
		relation = edited_relation(table->columns[cell->column].select);
	return relation;
}

void edited_place_cell(struct cell_place *place, const struct table *table,
		       const struct table_row *row, const struct cell *cell,
		       struct arena *arena)
{
	struct str relation = relation_of_cell(table, row, cell);

	place->row = name_of_row(row, arena);
	place->column = table->columns[cell->column].name;
	if (relation.n > 0)
		place->input = edited_quoted("“%”表", relation, arena);
}
