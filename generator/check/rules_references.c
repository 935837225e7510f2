/* SPDX-License-Identifier: MIT */
/*
 * Tables that the text sends its reader to by number: 详见附表5. Where all
 * public tables bear numbers it must be one of them, else no higher than there
 * are tables.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "check/number.h"
#include "check/rule.h"
#include "check/words.h"

#define LONGEST_LABEL 150 /* [bytes] of a line that may bear a number */

/* Numbers that tables bear, each as 5 or 4-1. */
struct labels {
	struct str *list;
	size_t n, room;
};

static bool is_digit(struct str text, size_t at)
{
	return at < text.n && text.s[at] >= '0' && text.s[at] <= '9';
}

/* The digits at *at without leading zeros. */
static struct str digits_at(struct str text, size_t *at)
{
	size_t from;

	while (is_digit(text, *at) && text.s[*at] == '0' &&
	       is_digit(text, *at + 1))
		++*at;
	from = *at;
	while (is_digit(text, *at))
		++*at;
	return str_slice(text, from, *at - from);
}

/* A number of a table that stands at *at, which goes behind it; empty: none. */
static struct str table_number(struct str text, size_t *at, struct arena *arena)
{
	static const char *const dashes[] = {"-", "－", "—", "–", NULL};
	struct str rest;
	struct str first;
	struct str second;
	size_t dash;
	size_t n;

	*at += words_start(str_slice(text, *at, text.n),
			   (const char *const[]){" ", "　", NULL});
	rest = str_slice(text, *at, text.n);
	if (!is_digit(text, *at)) {
		int value = number_han(rest, &n);

		if (n == 0)
			return STR_NONE;
		*at += n;
		return str_format(arena, "%d", value);
	}
	first = digits_at(text, at);
	dash = words_start(str_slice(text, *at, text.n), dashes);
	if (dash == 0 || !is_digit(text, *at + dash))
		return first;
	*at += dash;
	second = digits_at(text, at);
	return str_format(arena, STR_FMT "-" STR_FMT, STR_ARG(first),
			  STR_ARG(second));
}

static void add_label(struct labels *labels, struct str label,
		      struct arena *arena)
{
	size_t i;

	for (i = 0; i < labels->n; i++)
		if (str_equal(labels->list[i], label))
			return;
	labels->list = arena_grow(arena, labels->list, labels->n, &labels->room,
				  sizeof(*labels->list));
	labels->list[labels->n++] = label;
}

/* 附表4-1, （表1）, 公开01表: all numbers beside 表. */
static void read_labels(struct str text, struct labels *labels,
			struct arena *arena)
{
	static const char *const table[] = {"表", NULL};
	size_t at;

	for (at = words_next(text, 0, table); at < text.n;
	     at = words_next(text, at + 1, table)) {
		size_t next = at + sizeof("表") - 1;
		size_t from = at;
		struct str label = table_number(text, &next, arena);

		while (from > 0 && is_digit(text, from - 1))
			from--;
		if (label.n == 0 && from < at)
			label = table_number(text, &from, arena);
		if (label.n > 0)
			add_label(labels, label, arena);
	}
}

static struct labels labels_of(const struct check *check)
{
	struct labels labels = {.n = 0};
	size_t i;
	size_t k;

	for (i = 0; i < check->view->n_lines; i++) {
		struct str text = check->view->lines[i].text;

		if (text.n < LONGEST_LABEL && str_find(text, STR("。")) < 0 &&
		    str_find(text, STR("见")) < 0)
			read_labels(text, &labels, check->arena);
	}
	for (i = 0; i < check->view->n_grids; i++) {
		const struct grid *grid = &check->view->grids[i];

		read_labels(grid->title, &labels, check->arena);
		for (k = 0; k < 3 && grid->table->has_unit_line; k++)
			read_labels(
			    text_plain(grid->table->unit_line[k], check->arena),
			    &labels, check->arena);
	}
	return labels;
}

/* The last number of a reference: 1-8 may be a range. */
static int last_number(struct str number)
{
	ptrdiff_t dash = str_find(number, STR("-"));
	int value = 0;
	size_t at = dash < 0 ? 0 : (size_t)dash + 1;

	for (; is_digit(number, at) && value < 10000; at++)
		value = value * 10 + (number.s[at] - '0');
	return value;
}

/* Whether there is such a table, or a group of them (4 of 4-1), or a range
 * that ends with one. */
static bool is_labelled(const struct labels *labels, struct str number,
			struct arena *arena)
{
	struct str last = str_format(arena, "%d", last_number(number));
	struct str group = str_format(arena, STR_FMT "-", STR_ARG(number));
	size_t i;

	for (i = 0; i < labels->n; i++)
		if (str_equal(labels->list[i], number) ||
		    str_equal(labels->list[i], last) ||
		    str_starts(labels->list[i], group))
			return true;
	return false;
}

static size_t public_tables(const struct view *view)
{
	size_t n = 0;
	size_t i;

	for (i = 0; i < view->n_grids; i++)
		n += !view->grids[i].form;
	return n;
}

static void check_line(struct check *check, const struct line *line,
		       const struct labels *labels)
{
	static const char *const see[] = {
	    "见附表", "见公开表", "见预算公开表", "见预算表", "见表", NULL};
	bool strict = labels->n > 0 && labels->n >= public_tables(check->view);
	size_t at;

	for (at = words_next(line->text, 0, see); at < line->text.n;
	     at = words_next(line->text, at + 1, see)) {
		size_t n =
		    words_start(str_slice(line->text, at, line->text.n), see);
		size_t end = at + n;
		struct str number =
		    table_number(line->text, &end, check->arena);

		if (number.n == 0 ||
		    is_labelled(labels, number, check->arena) ||
		    (!strict &&
		     (size_t)last_number(number) <= check->view->n_grids))
			continue;
		FOUND(check, &TABLE_REF, spot_line(line),
		      str_slice(line->text, at, end - at));
	}
}

void rule_table_ref(struct check *check)
{
	struct labels labels = {.n = 0};
	bool read = false;
	size_t i;

	for (i = 0; check->view->n_grids > 0 && i < check->view->n_lines; i++) {
		const struct line *line = &check->view->lines[i];

		if (line->outline > 0 || str_find(line->text, STR("见")) < 0)
			continue;
		if (!read)
			labels = labels_of(check);
		read = true;
		check_line(check, line, &labels);
	}
}
