/* SPDX-License-Identifier: MIT */
/* Texts, by sentence. */
#include "base/arena.h"
#include "check/words.h"
#include "compare/comparison.h"
#include "compare/sentence.h"

/* The sentences of a passage. */
struct sentences {
	struct sentence {
		struct str text;
		size_t paragraph; /* from 1 */
		const struct published_block *block;
	} * list;
	struct str *keys; /* without the number of the paragraph */
	size_t n, room, room_keys;
};

static void add_sentence(struct sentences *sentences, struct str text,
			 size_t paragraph, bool first,
			 const struct published_block *block,
			 struct arena *arena)
{
	sentences->list =
	    arena_grow(arena, sentences->list, sentences->n, &sentences->room,
		       sizeof(*sentences->list));
	sentences->keys =
	    arena_grow(arena, sentences->keys, sentences->n,
		       &sentences->room_keys, sizeof(*sentences->keys));
	sentences->list[sentences->n] =
	    (struct sentence){text, paragraph, block};
	sentences->keys[sentences->n++] = first ? words_label(text) : text;
}

static struct sentences sentences_of(const struct publication *publication,
				     const struct passage *passage,
				     struct arena *arena)
{
	struct sentences sentences = {.n = 0};
	size_t paragraph = 0;
	size_t i;

	for (i = passage->first; i < passage->end; i++) {
		const struct published_block *block = &publication->blocks[i];
		struct str rest = block->text;
		struct str text;
		bool first = true;

		if (block->table != NULL)
			continue;
		paragraph++;
		while (sentence_next(&rest, &text)) {
			add_sentence(&sentences, text, paragraph, first, block,
				     arena);
			first = false;
		}
	}
	return sentences;
}

static struct change sentence_change(const struct passage *passage,
				     const struct sentence *sentence,
				     struct arena *arena)
{
	return (struct change){
	    .part = PART_SENTENCE,
	    .node = sentence->block->id,
	    .where =
		passage->heading == NULL ? STR("正文") : passage->heading->text,
	    .row = str_format(arena, "第%zu段", sentence->paragraph)};
}

/* Sentences from first on that stand in one paragraph and have no fellow, as
 * one text; *end: behind them. */
static struct str joined(const struct sentences *sentences,
			 const size_t *fellows, size_t first, size_t *end,
			 struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t i;

	for (i = first;
	     i < sentences->n && fellows[i] == ALIGN_NONE &&
	     sentences->list[i].paragraph == sentences->list[first].paragraph;
	     i++)
		buf_add(&buf, sentences->list[i].text);
	*end = i;
	return buf_str(&buf);
}

static void add_lone(const struct comparison *comparison,
		     const struct passage *passage,
		     const struct sentences *sentences, const size_t *fellows,
		     enum change_kind kind)
{
	struct arena *arena = comparison->arena;
	size_t end;
	size_t i;

	for (i = 0; i < sentences->n; i = end) {
		struct change change =
		    sentence_change(passage, &sentences->list[i], arena);
		struct str text;

		end = i + 1;
		if (fellows[i] != ALIGN_NONE)
			continue;
		text = joined(sentences, fellows, i, &end, arena);
		change.kind = kind;
		if (kind == CHANGE_ADDED)
			change.after = text;
		else
			change.before = text;
		comparison_add(comparison, &(struct block_pair){NULL, NULL},
			       change);
	}
}

static void add_changed(const struct comparison *comparison,
			const struct passage *passage,
			const struct sentences *before,
			const struct sentences *after,
			const struct pairing *pairing)
{
	size_t i;

	for (i = 0; i < after->n; i++) {
		size_t fellow = pairing->of_b[i];
		struct change change;

		if (fellow == ALIGN_NONE ||
		    str_equal(before->keys[fellow], after->keys[i]))
			continue;
		change = sentence_change(passage, &after->list[i],
					 comparison->arena);
		change.before = before->list[fellow].text;
		change.after = after->list[i].text;
		comparison_add(comparison, &(struct block_pair){NULL, NULL},
			       change);
	}
}

static void compare_heading(const struct comparison *comparison,
			    const struct passage *before,
			    const struct passage *after)
{
	struct change change = {.part = PART_SECTION};
	struct block_pair pair = {before->heading, after->heading};

	if (before->heading == NULL || after->heading == NULL ||
	    str_equal(words_label(before->heading->text),
		      words_label(after->heading->text)))
		return;
	change.before = before->heading->text;
	change.after = after->heading->text;
	comparison_add(comparison, &pair, change);
}

/* A passage that only one of them has. */
static void add_passage(const struct comparison *comparison,
			const struct publication *publication,
			const struct passage *passage, enum change_kind kind)
{
	struct arena *arena = comparison->arena;
	struct change change = {.kind = kind, .part = PART_SECTION};
	struct block_pair pair = {passage->heading, NULL};
	struct buf text = {.arena = arena};
	size_t i;

	for (i = passage->first; i < passage->end; i++)
		buf_add(&text, publication->blocks[i].text);
	if (kind == CHANGE_ADDED)
		change.after = buf_str(&text);
	else
		change.before = buf_str(&text);
	if (text.n > 0 || passage->heading != NULL)
		comparison_add(comparison, &pair, change);
}

void compare_passages(const struct comparison *comparison,
		      const struct passage *before, const struct passage *after)
{
	struct arena *arena = comparison->arena;
	struct sentences old;
	struct sentences now;
	struct pairing pairing;

	if (before == NULL || after == NULL) {
		if (before == NULL)
			add_passage(comparison, comparison->after, after,
				    CHANGE_ADDED);
		else
			add_passage(comparison, comparison->before, before,
				    CHANGE_REMOVED);
		return;
	}
	compare_heading(comparison, before, after);
	old = sentences_of(comparison->before, before, arena);
	now = sentences_of(comparison->after, after, arena);
	pairing = pairing_of(&(struct pairing_list){old.keys, old.keys, old.n},
			     &(struct pairing_list){now.keys, now.keys, now.n},
			     arena);
	add_changed(comparison, after, &old, &now, &pairing);
	add_lone(comparison, after, &now, pairing.of_b, CHANGE_ADDED);
	add_lone(comparison, before, &old, pairing.of_a, CHANGE_REMOVED);
}
