/* SPDX-License-Identifier: MIT */
/*
 * Clauses: a paragraph cut at its figures and marks, each piece with the place
 * it has in sentences and brackets. Internal to check/.
 */
#ifndef CHECK_CLAUSE_H
#define CHECK_CLAUSE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "check/figure.h"

struct arena;

/* What ends a piece. */
enum clause_end {
	CLAUSE_FIGURE,	/* a figure that says something (no year, no date) */
	CLAUSE_COMMA,	/* ，： */
	CLAUSE_LIST,	/* 、 */
	CLAUSE_SEGMENT, /* ； */
	CLAUSE_STOP,	/* 。！？ and the end */
	CLAUSE_OPEN,	/* （ */
	CLAUSE_CLOSE	/* ） */
};

struct clause {
	struct str text; /* without the mark that ends it */
	size_t from;	 /* [bytes] in the paragraph */
	enum clause_end end;
	const struct figure *figure; /* CLAUSE_FIGURE */
	int depth;		     /* of brackets around it */
	size_t sentence, segment;    /* counted from 0 */
};

/* The clauses of a text with these figures; owned by the arena. What stands
 * in 《》 and “” is not cut. */
struct clause *clauses_read(struct str text, const struct figure *figures,
			    size_t n_figures, struct arena *arena, size_t *n);

#endif
