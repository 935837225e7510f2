/* SPDX-License-Identifier: MIT */
/* Headings: their numbers, what is below them, what 目录 lists. */
#include <string.h>

#include "base/arena.h"
#include "check/number.h"
#include "check/rule.h"
#include "check/words.h"

#define MOST_OPEN 6

/* Counts that run in one style: the last of each list that is open, a list
 * within another behind it. */
struct count {
	int last[MOST_OPEN];
	size_t n;
};

/* By outline level (0: items of the text), style, mark. */
struct counts {
	struct count of[4][NUMBER_PART + 1][2];
	/* what the text counted since the last heading of that style: a
	 * heading may run into its text */
	int text[NUMBER_PART + 1][2];
};

/* 1、 and 1. are two ways of counting. */
static int mark_of(struct str text, const struct number *number)
{
	return str_find(str_slice(text, 0, number->n), STR("、")) >= 0;
}

/* A heading begins anew what is counted below it. */
static void begin_below(struct counts *counts, int outline)
{
	size_t level;

	for (level = 0; level < 4; level++)
		if (level == 0 || (int)level > outline)
			memset(counts->of[level], 0, sizeof(counts->of[level]));
}

/* Takes the next number of a count: 1 begins a list within the one that runs,
 * any other goes on in the innermost that it can. Returns what was expected
 * instead, 0: it is right. */
static int count_on(struct count *count, int value, bool heading)
{
	int expected = count->n == 0 ? 1 : count->last[count->n - 1] + 1;
	size_t open;

	for (open = count->n; open > 0 && value != 1; open--) {
		if (count->last[open - 1] + 1 != value)
			continue;
		count->n = open;
		count->last[open - 1] = value;
		return 0;
	}
	if (value == 1 && count->n < MOST_OPEN && !heading)
		count->last[count->n++] = value;
	else if (count->n == 0)
		count->last[count->n++] = value;
	else
		count->last[count->n - 1] = value;
	return value == 1 || (expected == 1 && !heading) ? 0 : expected;
}

static bool introduces(struct str text)
{
	static const char *const colons[] = {"：", ":", NULL};
	struct number number;

	return words_end(text, colons) > 0 && !number_read(text, &number);
}

void rule_head_seq(struct check *check)
{
	struct counts counts = {.text = {{0}}};
	size_t i;

	for (i = 0; i < check->view->n_lines; i++) {
		const struct line *line = &check->view->lines[i];
		struct number number;
		int expected;
		int *text;

		/* 主要用于： begins a list of its own */
		if (line->outline == 0 && introduces(line->text))
			begin_below(&counts, 3);
		if (line->outline > 0)
			begin_below(&counts, line->outline);
		if (!number_read(line->text, &number) || line->outline > 3)
			continue;
		text = &counts.text[number.style][mark_of(line->text, &number)];
		expected = count_on(&counts.of[line->outline][number.style]
					      [mark_of(line->text, &number)],
				    number.value, line->outline > 0);
		if (expected > 0 &&
		    !(line->outline > 0 && number.value == *text + 1))
			FOUND(check, &HEAD_SEQ, spot_line(line),
			      str_slice(line->text, 0, number.n),
			      str_format(check->arena, "%d", expected));
		*text = line->outline > 0 ? 0 : number.value;
	}
}

static const struct contents *find_contents(const struct doc *doc)
{
	size_t s;
	size_t b;

	for (s = 0; s < doc->n_sections; s++)
		for (b = 0; b < doc->sections[s].n_blocks; b++)
			if (doc->sections[s].blocks[b].kind == BLOCK_CONTENTS)
				return &doc->sections[s].blocks[b].contents;
	return NULL;
}

/* 目录 takes its texts from the headings, so they are the same; what can be
 * wrong is which headings it lists. */
void rule_head_toc(struct check *check)
{
	const struct contents *contents = find_contents(check->task->doc);
	size_t group;
	size_t i;
	size_t k;

	for (group = 0; contents != NULL && group < contents->n_groups;
	     group++) {
		size_t n;
		struct contents_entry *entries = doc_contents(
		    check->task->doc, (int)group, check->arena, &n);

		if (n == 0)
			FOUND(check, &HEAD_TOC_EMPTY, SPOT_NONE,
			      text_plain(contents->groups[group].title,
					 check->arena),
			      STR_NONE);
		for (i = 0; i < n; i++) {
			for (k = 0; k < i; k++) {
				struct str a = text_plain(
				    entries[i].heading->paragraph.text,
				    check->arena);

				if (entries[k].level != entries[i].level ||
				    !str_equal(
					a,
					text_plain(
					    entries[k].heading->paragraph.text,
					    check->arena)))
					continue;
				FOUND(check, &HEAD_TOC, SPOT_NONE, a, STR_NONE);
			}
		}
	}
}

/* Whether nothing stands between a heading and the next one, which is of its
 * rank or a higher one. A title of a part is no heading of a text. */
static bool is_bare(const struct line *heading, const struct line *next)
{
	struct number number = {.style = NUMBER_HAN};
	struct number other = {.style = NUMBER_HAN};
	bool numbered;

	if (next->outline > heading->outline)
		return false;
	numbered = number_read(heading->text, &number);
	/* 第一部分 heads 一、 even where the outline does not tell */
	if (numbered && number.style == NUMBER_PART &&
	    !(number_read(next->text, &other) && other.style == NUMBER_PART))
		return false;
	return heading->outline > 1 || numbered;
}

/* A heading with nothing below it: the next block is a heading of its rank or
 * a higher one, or there is none. */
void rule_head_empty(struct check *check)
{
	const struct doc *doc = check->task->doc;
	const struct line *pending = NULL;
	size_t line = 0;
	size_t s;
	size_t b;

	for (s = 0; s < doc->n_sections; s++) {
		for (b = 0; b < doc->sections[s].n_blocks; b++) {
			const struct block *block = &doc->sections[s].blocks[b];
			const struct line *now = NULL;

			if (block->kind == BLOCK_PARAGRAPH)
				now = &check->view->lines[line++];
			if (now != NULL && now->outline > 0) {
				if (pending != NULL && is_bare(pending, now))
					FOUND(check, &HEAD_EMPTY,
					      spot_line(pending), pending->text,
					      STR("无"));
				pending = now;
			} else if (now == NULL || now->text.n > 0) {
				pending = NULL;
			}
		}
	}
	if (pending != NULL)
		FOUND(check, &HEAD_EMPTY, spot_line(pending), pending->text,
		      STR("无"));
}

/* One style of numbers for one level of headings, and the higher style above
 * the lower: 一、 within （一） is the wrong way round. */
void rule_head_level(struct check *check)
{
	const struct line *first[4] = {NULL, NULL, NULL, NULL};
	size_t i;

	for (i = 0; i < check->view->n_lines; i++) {
		const struct line *line = &check->view->lines[i];
		struct number number;

		if (line->outline == 0 || line->outline > 3 ||
		    !number_read(line->text, &number) ||
		    (number.style != NUMBER_HAN &&
		     number.style != NUMBER_HAN_BRACKETS))
			continue;
		if (line->outline == 1 && number.style == NUMBER_HAN)
			first[1] = line;
		if (line->outline > 1 && number.style == NUMBER_HAN &&
		    first[1] != NULL)
			FOUND(check, &HEAD_LEVEL, spot_line(line), line->text,
			      first[1]->text);
	}
}
