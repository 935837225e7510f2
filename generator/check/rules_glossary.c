/* SPDX-License-Identifier: MIT */
/*
 * 名词解释 against the document: what it explains stands elsewhere, by the same
 * name; and what the template says that it must explain it does explain, where
 * tables or headings use it.
 */
#include "base/arena.h"
#include "base/utf8.h"
#include "check/rule.h"
#include "check/words.h"

#define LONGEST_TERM  25 /* [characters] */
#define SHORTEST_TERM 4	 /* [characters] of one whose variants are sought */

/* The texts that a term is looked for in, bare. */
struct corpus {
	struct str all;	  /* everything but 名词解释 */
	struct str names; /* headings, and what tables call things */
};

static bool is_glossary(const struct line *line)
{
	return line->outline == 0 &&
	       str_find(line->heading, STR("名词解释")) >= 0;
}

/* The term that a paragraph explains: 1、基本支出：指…; empty: none. */
static struct str term_of(const struct line *line)
{
	static const char *const colons[] = {"：", ":", NULL};
	struct str text = words_label(line->text);
	size_t end = words_next(text, 0, colons);
	struct str term = str_trim(str_slice(text, 0, end));

	return end == text.n || utf8_length(term) > LONGEST_TERM ? STR_NONE
								 : term;
}

static void add_text(struct buf *buf, struct str text)
{
	words_add_bare(buf, text);
	buf_add_char(buf, '\n');
}

/* Adds a text to all and, where it names something, to the names. */
static void add_both(struct buf *all, struct buf *names, bool name,
		     struct str text)
{
	size_t from = all->n;

	add_text(all, text);
	if (name)
		buf_add(names, str_slice(buf_str(all), from, all->n));
}

static void add_tables(const struct check *check, struct buf *all,
		       struct buf *names)
{
	size_t i;
	size_t k;

	for (i = 0; i < check->view->n_grids; i++) {
		const struct grid *grid = &check->view->grids[i];

		for (k = 0; k < grid->n_rows * grid->n_columns; k++) {
			const struct cell *cell = grid->cells[k];

			if (cell == NULL ||
			    cell->column != (int)(k % grid->n_columns))
				continue;
			add_both(all, names, !grid->form, grid->texts[k]);
		}
	}
}

static struct corpus read_corpus(const struct check *check)
{
	struct buf all = {.arena = check->arena};
	struct buf names = {.arena = check->arena};
	size_t i;

	for (i = 0; i < check->view->n_lines; i++) {
		const struct line *line = &check->view->lines[i];

		if (!is_glossary(line))
			add_both(&all, &names, line->outline > 0, line->text);
	}
	add_tables(check, &all, &names);
	return (struct corpus){buf_str(&all), buf_str(&names)};
}

/* 财政拨款（补助）收入 is 财政拨款收入, too. */
static struct str without_remark(struct str term, struct arena *arena)
{
	static const char *const opens[] = {"（", "(", NULL};
	static const char *const closes[] = {"）", ")", NULL};
	size_t open = words_next(term, 0, opens);
	size_t close = words_next(term, open, closes);
	struct buf buf = {.arena = arena};

	if (close == term.n)
		return term;
	buf_add(&buf, str_slice(term, 0, open));
	buf_add(&buf,
		str_slice(
		    term,
		    close + words_start(str_slice(term, close, term.n), closes),
		    term.n));
	return buf_str(&buf);
}

static bool stands(const struct corpus *corpus, struct str term,
		   struct arena *arena)
{
	return str_find(corpus->all, words_bare(term, arena)) >= 0 ||
	       str_find(corpus->all,
			words_bare(without_remark(term, arena), arena)) >= 0;
}

/* A name with one character more within it: 机关运行经费 of 机关运行费. */
static struct str longer_name(struct str names, struct str bare)
{
	size_t cut;

	for (cut = 6; cut + 3 <= bare.n; cut++) {
		struct str front = str_slice(bare, 0, cut);
		struct str end = str_slice(bare, cut, bare.n);
		ptrdiff_t at;
		size_t from = 0;

		if (((unsigned char)bare.s[cut] & 0xC0) == 0x80)
			continue;
		while ((at = str_find(str_slice(names, from, names.n),
				      front)) >= 0) {
			size_t next = from + (size_t)at + cut;

			from = next;
			if (next >= names.n || names.s[next] == '\n')
				continue;
			utf8_next(names, &next);
			if (str_starts(str_slice(names, next, names.n), end))
				return str_slice(names, from - cut,
						 next - from + cut + end.n);
		}
	}
	return STR_NONE;
}

/* Whether the template lets a word be explained for nothing. */
static bool may_explain(const struct check *check, struct str bare)
{
	size_t i;

	for (i = 0; i < check->task->doc->n_terms; i++) {
		const struct term *term = &check->task->doc->terms[i];

		if (term->glossary.n > 0 &&
		    str_equal(words_bare(term->word, check->arena), bare))
			return true;
	}
	return false;
}

static void check_term(struct check *check, const struct corpus *corpus,
		       const struct line *line)
{
	struct str term = term_of(line);
	struct str bare = words_bare(term, check->arena);
	struct str variant;

	if (bare.n == 0 || stands(corpus, term, check->arena))
		return;
	variant = utf8_length(bare) < SHORTEST_TERM
		      ? STR_NONE
		      : longer_name(corpus->names, bare);
	if (variant.n > 0)
		FOUND(check, &TERM_VARIANT, spot_line(line), term, variant);
	else if (!may_explain(check, bare))
		FOUND(check, &TERM_UNUSED, spot_line(line), term, STR_NONE);
}

/* What is explained, a line each: a term by itself or within another. */
static struct str read_explained(const struct check *check)
{
	struct buf buf = {.arena = check->arena};
	size_t i;

	for (i = 0; i < check->view->n_lines; i++)
		if (is_glossary(&check->view->lines[i]))
			add_text(&buf, term_of(&check->view->lines[i]));
	return buf_str(&buf);
}

void check_glossary(struct check *check)
{
	const struct doc *doc = check->task->doc;
	const struct line *first = NULL;
	struct corpus corpus;
	struct str explained;
	size_t i;

	for (i = 0; i < check->view->n_lines && first == NULL; i++)
		if (is_glossary(&check->view->lines[i]) &&
		    term_of(&check->view->lines[i]).n > 0)
			first = &check->view->lines[i];
	if (first == NULL)
		return;
	corpus = read_corpus(check);
	explained = read_explained(check);
	for (i = 0; i < check->view->n_lines; i++)
		if (is_glossary(&check->view->lines[i]))
			check_term(check, &corpus, &check->view->lines[i]);
	for (i = 0; i < doc->n_terms; i++) {
		struct str bare = words_bare(doc->terms[i].word, check->arena);

		if (str_is(doc->terms[i].glossary, "must") &&
		    str_find(corpus.names, bare) >= 0 &&
		    str_find(explained, bare) < 0)
			FOUND(check, &TERM_MISSING, spot_line(first),
			      doc->terms[i].word, STR_NONE);
	}
}
