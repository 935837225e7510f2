/* SPDX-License-Identifier: MIT */
#include "publish/edited_base.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "compare/publication.h"
#include "publish/manifest.h"

#define COMPANION_MOST ((size_t)1 << 30)

struct edited_base edited_base_read(struct manifest *manifest,
				    const struct outcome *old,
				    struct arena *arena)
{
	struct edited_base base = {.publication = NULL};
	const struct outcome_file *file =
	    old == NULL ? NULL : outcome_file(old, STR("json"));
	struct publication *publication;
	struct str bytes;

	/* one that a person edited says nothing of what was written */
	if (file == NULL || file->beside.n > 0 ||
	    !manifest_has(manifest, file->path, file->hash, file->n_bytes) ||
	    !file_read(manifest_path(manifest, file->path, arena),
		       COMPANION_MOST, arena, diag_open(arena), &bytes))
		return base;
	publication = ARENA_NEW(arena, struct publication);
	base.inputs = file->inputs;
	if (publication_read(publication, bytes, file->path, arena,
			     diag_open(arena)))
		base.publication = publication;
	return base;
}

struct edited_was edited_base_of(const struct edited_base *base,
				 const struct outcome *old, struct str format,
				 struct str inputs)
{
	const struct outcome_file *file =
	    old == NULL ? NULL : outcome_file(old, format);
	struct edited_was was = {.data_changed = false};

	if (file == NULL)
		return was;
	was.data_changed = !str_equal(file->inputs, inputs);
	if (file->beside.n == 0 && str_equal(file->inputs, base->inputs))
		was.publication = base->publication;
	return was;
}

static size_t count_words(const struct publication *publication)
{
	size_t n = 0;
	size_t i;

	for (i = 0; i < publication->n_blocks; i++) {
		const struct published_table *table =
		    publication->blocks[i].table;

		n += table == NULL ? 1 : table->n_rows * table->n_columns;
	}
	return n;
}

struct str *edited_base_words(const struct publication *publication,
			      struct arena *arena, size_t *n)
{
	struct str *words =
	    ARENA_ARRAY(arena, count_words(publication), struct str);
	size_t i;
	size_t row;
	size_t column;

	*n = 0;
	for (i = 0; i < publication->n_blocks; i++) {
		const struct published_block *block = &publication->blocks[i];
		const struct published_table *table = block->table;

		if (table == NULL) {
			words[(*n)++] = str_trim(block->text);
			continue;
		}
		for (row = 0; row < table->n_rows; row++)
			for (column = 0; column < table->n_columns; column++)
				words[(*n)++] =
				    str_trim(table->rows[row].cells[column]);
	}
	return words;
}

const struct published_table *
edited_base_table(const struct publication *publication, int number)
{
	size_t i;

	for (i = 0; i < publication->n_blocks; i++)
		if (publication->blocks[i].table != NULL && --number == 0)
			return publication->blocks[i].table;
	return NULL;
}
