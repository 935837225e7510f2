/* SPDX-License-Identifier: MIT */
/*
 * Where a figure comes from: the rows of the input that it is the sum of. A
 * figure is named by a reference as texts use them (支出[资金性质=…]), or by
 * its place in the document, as findings print it (收支总表/3/2; of a text: its
 * id) or as a reader says it (收支总表/本年收入合计/预算数).
 */
#ifndef PUBLISH_WHY_H
#define PUBLISH_WHY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/money.h"
#include "base/str.h"
#include "budget/budget.h"

struct arena;
struct build;

/* A row of the input. */
struct why_row {
	struct place place; /* of what was added up in it */
	struct str words;   /* what stands in its other columns */
	struct str value;   /* what it adds: 3745080.00 */
	struct str from;    /* table that the row was worked out of, or
			       empty: it stands in the input itself */
};

/* A selection, and what it comes to. */
struct why_sum {
	struct str selection;
	struct str table; /* of the input */
	struct why_row *rows;
	size_t n;
	struct str total; /* 7175300.00元; empty: nothing is added up */
};

struct why {
	struct str where; /* the place in the document, or the reference */
	struct str text;  /* as the document writes it */
	struct why_sum *sums;
	size_t n, room;
};

struct why_list {
	struct why *list;
	size_t n, room;
};

/* Explains the figure, or all figures of a paragraph, of the document of the
 * build's first job. False: reported. */
bool why_find(struct why_list *found, const struct build *build,
	      struct str reference, struct arena *arena,
	      struct diag_sink *sink);

#endif
