/* SPDX-License-Identifier: MIT */
/* Headings: their numbers, what is below them, what 目录 lists. */
#include "base/arena.h"
#include "check/number.h"
#include "check/rule.h"
#include "check/words.h"

/* A run of numbers of one style under one heading. */
struct count {
	bool open;
	int last;
};

/* Items of a text that are paragraphs of their own count as headings do:
 * siblings of one style, begun anew by 1. */
static void check_sequence(struct check *check, size_t from, size_t to)
{
	struct count counts[NUMBER_PART + 1] = {{false, 0}};
	size_t i;

	for (i = from; i < to; i++) {
		const struct line *line = &check->view->lines[i];
		struct number number;
		struct count *count;
		int style;

		if (!number_read(line->text, &number))
			continue;
		count = &counts[number.style];
		/* a higher heading begins lower ones anew */
		for (style = 0; style <= NUMBER_PART; style++)
			if (line->outline > 0 && style != (int)number.style &&
			    (enum number_style)style > number.style)
				counts[style].open = false;
		if (count->open && number.value != count->last + 1 &&
		    number.value != 1)
			FOUND(check, &HEAD_SEQ, spot_line(line),
			      str_slice(line->text, 0, number.n),
			      str_format(check->arena, "%d", count->last + 1));
		count->open = true;
		count->last = number.value;
	}
}

/* Top headings divide the document; numbers within one of them are its. */
void rule_head_seq(struct check *check)
{
	const struct view *view = check->view;
	struct count top = {false, 0};
	size_t from = 0;
	size_t i;

	for (i = 0; i <= view->n_lines; i++) {
		struct number number;

		if (i < view->n_lines && view->lines[i].outline != 1)
			continue;
		check_sequence(check, from, i);
		from = i + 1;
		if (i == view->n_lines ||
		    !number_read(view->lines[i].text, &number) ||
		    number.style != NUMBER_HAN)
			continue;
		if (top.open && number.value != top.last + 1 &&
		    number.value != 1)
			FOUND(check, &HEAD_SEQ, spot_line(&view->lines[i]),
			      str_slice(view->lines[i].text, 0, number.n),
			      str_format(check->arena, "%d", top.last + 1));
		top.open = true;
		top.last = number.value;
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
		for (i = 0; i < n; i++)
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

/* A heading with nothing below it: the next block is a heading of its rank or
 * a higher one, or there is none. */
void rule_head_empty(struct check *check)
{
	const struct doc *doc = check->task->doc;
	const struct line *pending = NULL;
	size_t line = 0;
	size_t s;
	size_t b;

	for (s = 0; s < doc->n_sections; s++)
		for (b = 0; b < doc->sections[s].n_blocks; b++) {
			const struct block *block = &doc->sections[s].blocks[b];
			const struct line *now = NULL;

			if (block->kind == BLOCK_PARAGRAPH)
				now = &check->view->lines[line++];
			if (now != NULL && now->outline > 0) {
				if (pending != NULL &&
				    now->outline <= pending->outline &&
				    pending->outline > 1)
					FOUND(check, &HEAD_EMPTY,
					      spot_line(pending), pending->text,
					      STR("无"));
				else if (pending != NULL &&
					 now->outline <= pending->outline &&
					 number_read(pending->text,
						     &(struct number){0}))
					FOUND(check, &HEAD_EMPTY,
					      spot_line(pending), pending->text,
					      STR("无"));
				pending = now;
			} else if (now == NULL || now->text.n > 0) {
				pending = NULL;
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
