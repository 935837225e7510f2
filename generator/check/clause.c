/* SPDX-License-Identifier: MIT */
#include "check/clause.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "check/number.h"
#include "check/words.h"

#define MOST_IN_BRACKETS 60 /* [characters] of a remark in a subject */

struct cutter {
	struct str text;
	struct arena *arena;
	struct clause *list;
	size_t n;
	size_t room;
	size_t from; /* of the clause that is being read */
	int depth;
	int quotes; /* 《 and “ that are open */
	size_t sentence, segment;
};

static void cut(struct cutter *cutter, size_t to, enum clause_end end,
		const struct figure *figure)
{
	cutter->list = arena_grow(cutter->arena, cutter->list, cutter->n,
				  &cutter->room, sizeof(*cutter->list));
	cutter->list[cutter->n++] = (struct clause){
	    .text = str_slice(cutter->text, cutter->from, to - cutter->from),
	    .from = cutter->from,
	    .end = end,
	    .figure = figure,
	    .depth = cutter->depth,
	    .sentence = cutter->sentence,
	    .segment = cutter->segment};
}

/* （项，2101101）: the level and code of a class; the bytes to behind it, 0:
 * something else stands there. */
static size_t behind_code(struct str text, size_t at)
{
	static const char *const levels[] = {"类", "款", "项", NULL};
	static const char *const marks[] = {"，", "、", ",", "：", " ", NULL};
	static const char *const close[] = {"）", ")", NULL};
	struct str rest = str_slice(text, at, text.n);
	size_t digits = 0;
	size_t n = words_start(rest, levels);

	n += words_start(str_slice(rest, n, rest.n), marks);
	while (n + digits < rest.n && rest.s[n + digits] >= '0' &&
	       rest.s[n + digits] <= '9')
		digits++;
	n += digits;
	if (digits != 3 && digits != 5 && digits != 7)
		return 0;
	rest = str_slice(rest, n, rest.n);
	return words_start(rest, close) > 0 ? at + n + words_start(rest, close)
					    : 0;
}

/* Where the bracket that is open at at closes, if it is part of the subject's
 * own words, as in 因公出国（境）费, 一般公共服务（类） or 光纤（FTTH）设备: no
 * figure and no end of a sentence stands within. At itself: it is none. */
static size_t behind_word(struct str text, size_t at)
{
	size_t from = at;
	int depth = 1;
	size_t n;

	for (n = 0; at < text.n && n < MOST_IN_BRACKETS; n++) {
		uint32_t code = utf8_next(text, &at);

		if (code == 0xFF08 || code == '(')
			depth++;
		else if (code == 0xFF09 || code == ')')
			depth--;
		else if ((code >= '0' && code <= '9') ||
			 (code >= 0xFF10 && code <= 0xFF19) || code == 0x3002 ||
			 code == 0xFF1B || code == 0xFF1A || code == '\n')
			return from;
		if (depth == 0)
			return at;
	}
	return from;
}

static bool mark_end(uint32_t code, enum clause_end *end)
{
	switch (code) {
	case 0xFF0C: /* ， */
	case ',':
	case 0xFF1A: /* ： */
	case ':': *end = CLAUSE_COMMA; return true;
	case 0x3001: *end = CLAUSE_LIST; return true;
	case 0xFF1B: /* ； */
	case ';': *end = CLAUSE_SEGMENT; return true;
	case 0x3002: /* 。 */
	case 0xFF01: /* ！ */
	case 0xFF1F: /* ？ */
	case '\n': *end = CLAUSE_STOP; return true;
	case 0xFF08: /* （ */
	case '(': *end = CLAUSE_OPEN; return true;
	case 0xFF09: /* ） */
	case ')': *end = CLAUSE_CLOSE; return true;
	default: return false;
	}
}

static void after_mark(struct cutter *cutter, enum clause_end end)
{
	if (end == CLAUSE_OPEN)
		cutter->depth++;
	else if (end == CLAUSE_CLOSE)
		cutter->depth -= cutter->depth > 0;
	else if (end == CLAUSE_SEGMENT)
		cutter->segment++;
	else if (end == CLAUSE_STOP && cutter->depth == 0) {
		cutter->sentence++;
		cutter->segment = 0;
	}
}

/* A quote that is never closed does not hide the rest of the paragraph. */
static bool closes(struct str text, size_t at, uint32_t open)
{
	struct str close = open == 0x300A ? STR("》") : STR("”");
	ptrdiff_t found = str_find(str_slice(text, at, 200), close);

	return found >= 0;
}

static size_t read_code(struct cutter *cutter, size_t at)
{
	size_t next = at;
	uint32_t code = utf8_next(cutter->text, &next);
	enum clause_end end;

	/* 收、支 is one word */
	if (str_starts(str_slice(cutter->text, at, cutter->text.n),
		       STR("收、支")))
		return at + sizeof("收、支") - 1;
	if ((code == 0x300A || code == 0x201C) &&
	    closes(cutter->text, next, code))
		cutter->quotes++;
	if ((code == 0x300B || code == 0x201D) && cutter->quotes > 0)
		cutter->quotes--;
	if (cutter->quotes > 0 || !mark_end(code, &end))
		return next;
	if (end == CLAUSE_OPEN && behind_code(cutter->text, next) > 0)
		return behind_code(cutter->text, next);
	if (end == CLAUSE_OPEN && behind_word(cutter->text, next) != next)
		return behind_word(cutter->text, next);
	cut(cutter, at, end, NULL);
	after_mark(cutter, end);
	cutter->from = next;
	return next;
}

static bool says_something(const struct figure *figure)
{
	return !figure->title && figure->kind != FIGURE_YEAR &&
	       figure->kind != FIGURE_DATE && figure->kind != FIGURE_CODE &&
	       figure->kind != FIGURE_ORDINAL;
}

struct clause *clauses_read(struct str text, const struct figure *figures,
			    size_t n_figures, struct arena *arena, size_t *n)
{
	struct cutter cutter = {.text = text, .arena = arena};
	struct number number;
	size_t at = 0;
	size_t i = 0;

	if (number_read(text, &number))
		cutter.from = at = number.n;
	while (i < n_figures && figures[i].from < at)
		i++;
	while (at < text.n) {
		while (i < n_figures && figures[i].from < at)
			i++;
		if (i < n_figures && figures[i].from == at) {
			const struct figure *figure = &figures[i++];

			if (says_something(figure)) {
				cut(&cutter, at, CLAUSE_FIGURE, figure);
				cutter.from = figure->to;
			}
			at = figure->to > at ? figure->to : at + 1;
		} else {
			at = read_code(&cutter, at);
		}
	}
	cut(&cutter, text.n, CLAUSE_STOP, NULL);
	*n = cutter.n;
	return cutter.list;
}
