/* SPDX-License-Identifier: MIT */
#include "doc/doc.h"

#include "base/arena.h"

/* Whether the block is an entry of that group of the contents. */
static bool is_entry(const struct block *block, int group)
{
	return block->kind == BLOCK_PARAGRAPH && group >= 0 &&
	       block->paragraph.contents_group == group;
}

/* Calls of the two passes: counts the entries, and fills them in. */
static size_t collect_entries(const struct doc *doc, int group,
			      struct contents_entry *entries)
{
	size_t n = 0;

	for (size_t s = 0; s < doc->n_sections; s++) {
		const struct section *section = &doc->sections[s];

		for (size_t b = 0; b < section->n_blocks; b++) {
			const struct block *block = &section->blocks[b];

			if (!is_entry(block, group))
				continue;
			if (entries != NULL)
				entries[n] = (struct contents_entry){
				    block, block->paragraph.contents_level};
			n++;
		}
	}
	return n;
}

struct contents_entry *doc_contents(const struct doc *doc, int group,
				    struct arena *arena, size_t *n)
{
	struct contents_entry *entries;

	*n = collect_entries(doc, group, NULL);
	entries = ARENA_ARRAY(arena, *n, struct contents_entry);
	collect_entries(doc, group, entries);
	return entries;
}

const struct block *doc_find(const struct doc *doc, struct str id)
{
	for (size_t s = 0; s < doc->n_sections; s++) {
		const struct section *section = &doc->sections[s];

		for (size_t b = 0; b < section->n_blocks; b++)
			if (str_equal(section->blocks[b].id, id))
				return &section->blocks[b];
	}
	return NULL;
}

bool text_announces(struct text text)
{
	size_t i = text.n_runs;

	while (i-- > 0) {
		struct str run = str_trim(text.runs[i].text);

		if (run.n > 0)
			return str_ends(run, STR("：")) ||
			       str_ends(run, STR(":"));
	}
	return false;
}

struct str text_plain(struct text text, struct arena *arena)
{
	struct buf plain = {.arena = arena};

	if (text.n_runs == 1)
		return text.runs[0].text;
	for (size_t i = 0; i < text.n_runs; i++)
		buf_add(&plain, text.runs[i].text);
	return buf_str(&plain);
}

/* Absurd spans may reach beyond the table, and beyond an int. */
static bool covers(int from, int span, int64_t place)
{
	return place >= from && place < (int64_t)from + (span < 1 ? 1 : span);
}

const struct cell *table_cell(const struct table *table, size_t row, int column)
{
	if (row >= table->n_rows)
		return NULL;
	for (size_t above = 0; above <= row; above++) {
		const struct table_row *here = &table->rows[row - above];

		for (size_t i = 0; i < here->n_cells; i++) {
			const struct cell *cell = &here->cells[i];

			if (covers(cell->column, cell->colspan, column) &&
			    covers(0, cell->rowspan, (int64_t)above))
				return cell;
		}
	}
	return NULL;
}
