/* SPDX-License-Identifier: MIT */
#include "compare/compare.h"

#include "base/arena.h"
#include "check/words.h"
#include "compare/comparison.h"
#include "compare/sentence.h"

void comparison_add(const struct comparison *comparison,
		    const struct block_pair *pair, struct change change)
{
	const struct publication *whose =
	    comparison->after != NULL ? comparison->after : comparison->before;
	const struct published_block *block =
	    pair->after != NULL ? pair->after : pair->before;

	change.unit = whose->unit;
	change.name = whose->name;
	if (block != NULL && change.node.n == 0)
		change.node = block->id;
	if (block != NULL && change.where.n == 0)
		change.where =
		    block->table != NULL ? block->title : block->text;
	change_add(comparison->found, &change, comparison->arena);
}

struct str cell_node(const struct published_block *block, size_t row,
		     size_t column, struct arena *arena)
{
	return str_format(arena, STR_FMT "/%zu/%zu", STR_ARG(block->id),
			  row + 1, column + 1);
}

/* Sentences of a cell. */
struct sentences {
	struct str *list;
	struct str *keys; /* without the number of the line */
	size_t n, room, room_keys;
};

static struct sentences sentences_of(struct str text, struct arena *arena)
{
	struct sentences all = {.n = 0};
	struct str rest = text;
	struct str sentence;

	while (sentence_next(&rest, &sentence)) {
		size_t at = (size_t)(sentence.s - text.s);
		bool first;

		while (at > 0 && text.s[at - 1] == ' ')
			at--;
		first = at == 0 || text.s[at - 1] == '\n';
		all.list = arena_grow(arena, all.list, all.n, &all.room,
				      sizeof(*all.list));
		all.keys = arena_grow(arena, all.keys, all.n, &all.room_keys,
				      sizeof(*all.keys));
		all.list[all.n] = sentence;
		all.keys[all.n++] = first ? words_label(sentence) : sentence;
	}
	return all;
}

static struct pairing pair_sentences(const struct sentences *a,
				     const struct sentences *b,
				     struct arena *arena)
{
	return pairing_of(&(struct pairing_list){a->keys, a->keys, a->n},
			  &(struct pairing_list){b->keys, b->keys, b->n},
			  arena);
}

void compare_values(const struct comparison *comparison,
		    const struct block_pair *pair, struct change change)
{
	struct arena *arena = comparison->arena;
	struct sentences before = sentences_of(change.before, arena);
	struct sentences after = sentences_of(change.after, arena);
	struct pairing pairing;
	size_t i;

	if (before.n < 2 && after.n < 2) {
		comparison_add(comparison, pair, change);
		return;
	}
	pairing = pair_sentences(&before, &after, arena);
	for (i = 0; i < after.n; i++) {
		size_t fellow = pairing.of_b[i];
		struct change one = change;

		one.after = after.list[i];
		one.before =
		    fellow == ALIGN_NONE ? STR_NONE : before.list[fellow];
		if (fellow == ALIGN_NONE ||
		    !str_equal(before.keys[fellow], after.keys[i]))
			comparison_add(comparison, pair, one);
	}
	for (i = 0; i < before.n; i++) {
		struct change one = change;

		one.before = before.list[i];
		one.after = STR_NONE;
		if (pairing.of_a[i] == ALIGN_NONE)
			comparison_add(comparison, pair, one);
	}
}

/* A document taken apart: passages of text, and tables, each with the block
 * that it begins at. */
struct parts {
	struct passage *passages;
	struct pairing_list headings;
	const struct published_block **tables;
	struct pairing_list ids;
	size_t *at; /* by block: number of the passage or table that begins
		       there, ALIGN_NONE: none */
};

static void take_passage(struct parts *parts, struct str *keys,
			 const struct publication *publication, size_t first)
{
	const struct published_block *block = &publication->blocks[first];
	bool headed = block->heading > 0;
	struct passage *passage = &parts->passages[parts->headings.n];
	size_t end = first + headed;

	while (end < publication->n_blocks &&
	       publication->blocks[end].heading == 0)
		end++;
	*passage = (struct passage){headed ? block : NULL, first + headed, end};
	keys[parts->headings.n] = headed ? words_label(block->text) : STR_NONE;
	parts->at[first] = parts->headings.n++;
}

static struct parts parts_of(const struct publication *publication,
			     struct arena *arena)
{
	size_t n = publication->n_blocks + 1;
	struct parts parts = {.passages = ARENA_ARRAY(arena, n, struct passage),
			      .at = ARENA_ARRAY(arena, n, size_t)};
	struct str *headings = ARENA_ARRAY(arena, n, struct str);
	struct str *ids = ARENA_ARRAY(arena, n, struct str);
	struct str *titles = ARENA_ARRAY(arena, n, struct str);
	size_t i;

	parts.tables = ARENA_ARRAY(arena, n, const struct published_block *);
	for (i = 0; i < publication->n_blocks; i++) {
		const struct published_block *block = &publication->blocks[i];

		parts.at[i] = ALIGN_NONE;
		if (block->table != NULL) {
			ids[parts.ids.n] = block->id;
			titles[parts.ids.n] = block->title;
			parts.tables[parts.ids.n] = block;
			parts.at[i] = parts.ids.n++;
		} else if (i == 0 || block->heading > 0) {
			take_passage(&parts, headings, publication, i);
		}
	}
	parts.headings.keys = headings;
	parts.headings.words = headings;
	parts.ids.keys = ids;
	parts.ids.words = titles;
	return parts;
}

static void compare_pair(const struct comparison *comparison,
			 const struct published_block *before,
			 const struct published_block *after)
{
	struct block_pair pair = {before, after};
	struct change change = {.kind = CHANGE_ADDED, .part = PART_TABLE};

	if (before == NULL || after == NULL) {
		change.kind = after == NULL ? CHANGE_REMOVED : CHANGE_ADDED;
		comparison_add(comparison, &pair, change);
		return;
	}
	if (before->table->form || after->table->form)
		compare_forms(comparison, &pair);
	else
		compare_tables(comparison, &pair);
}

/* Whose table or passage went, at the place where it stood: behind those that
 * are still there would be as good, but all of a kind together reads best. */
static void add_removed(const struct comparison *comparison,
			const struct parts *before,
			const struct pairing *passages,
			const struct pairing *tables)
{
	size_t i;

	for (i = 0; i < before->headings.n; i++)
		if (passages->of_a[i] == ALIGN_NONE)
			compare_passages(comparison, &before->passages[i],
					 NULL);
	for (i = 0; i < before->ids.n; i++)
		if (tables->of_a[i] == ALIGN_NONE)
			compare_pair(comparison, before->tables[i], NULL);
}

struct changes compare_publications(const struct publication *before,
				    const struct publication *after,
				    struct arena *arena)
{
	struct changes found = {.n = 0};
	struct comparison comparison = {before, after, arena, &found};
	struct parts old = parts_of(before, arena);
	struct parts now = parts_of(after, arena);
	struct pairing passages =
	    pairing_of(&old.headings, &now.headings, arena);
	struct pairing tables = pairing_of(&old.ids, &now.ids, arena);
	size_t i;

	for (i = 0; i < after->n_blocks; i++) {
		size_t at = now.at[i];
		size_t fellow;

		if (at == ALIGN_NONE)
			continue;
		if (after->blocks[i].table != NULL) {
			fellow = tables.of_b[at];
			compare_pair(&comparison,
				     fellow == ALIGN_NONE ? NULL
							  : old.tables[fellow],
				     now.tables[at]);
		} else {
			fellow = passages.of_b[at];
			compare_passages(
			    &comparison,
			    fellow == ALIGN_NONE ? NULL : &old.passages[fellow],
			    &now.passages[at]);
		}
	}
	add_removed(&comparison, &old, &passages, &tables);
	return found;
}

/* A document as a whole came or went. */
static void add_document(struct changes *all,
			 const struct publication *publication,
			 enum change_kind kind, struct arena *arena)
{
	struct change change = {.kind = kind,
				.part = PART_DOCUMENT,
				.unit = publication->unit,
				.name = publication->name,
				.where = publication->title};

	change_add(all, &change, arena);
}

/* Do both hold documents of some year in common? */
static bool share_a_year(const struct publications *before,
			 const struct publications *after)
{
	size_t i;
	size_t k;

	for (i = 0; i < before->n; i++)
		for (k = 0; k < after->n && k < 1000; k++)
			if (str_equal(before->list[i].year,
				      after->list[k].year))
				return true;
	return false;
}

static struct pairing_list codes_of(const struct publications *publications,
				    bool with_year, struct arena *arena)
{
	struct str *keys = ARENA_ARRAY(arena, publications->n + 1, struct str);
	size_t i;

	for (i = 0; i < publications->n; i++) {
		const struct publication *one = &publications->list[i];

		keys[i] = with_year ? str_format(arena, STR_FMT "/" STR_FMT,
						 STR_ARG(one->unit),
						 STR_ARG(one->year))
				    : one->unit;
	}
	return (struct pairing_list){.keys = keys, .n = publications->n};
}

static void add_all(struct changes *all, const struct changes *more,
		    struct arena *arena)
{
	size_t i;

	for (i = 0; i < more->n; i++)
		change_add(all, &more->list[i], arena);
}

struct changes compare_all(const struct publications *before,
			   const struct publications *after,
			   struct arena *arena)
{
	bool with_year = share_a_year(before, after);
	struct pairing_list old = codes_of(before, with_year, arena);
	struct pairing_list now = codes_of(after, with_year, arena);
	struct pairing pairing = pairing_of(&old, &now, arena);
	struct changes all = {.n = 0};
	size_t i;

	for (i = 0; i < after->n; i++) {
		size_t fellow = pairing.of_b[i];
		struct changes found;

		if (fellow == ALIGN_NONE) {
			add_document(&all, &after->list[i], CHANGE_ADDED,
				     arena);
			continue;
		}
		found = compare_publications(&before->list[fellow],
					     &after->list[i], arena);
		add_all(&all, &found, arena);
	}
	for (i = 0; i < before->n; i++)
		if (pairing.of_a[i] == ALIGN_NONE)
			add_document(&all, &before->list[i], CHANGE_REMOVED,
				     arena);
	return all;
}
