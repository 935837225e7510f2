/* SPDX-License-Identifier: MIT */
/*
 * Documents by chance, from a seed, and what must be true of the pages of each
 * of them. Text in random_text.c and check_text.c, tables in random_tables.c
 * and check_tables.c.
 */
#ifndef TESTS_LAYOUT_RANDOM_DOCS_H
#define TESTS_LAYOUT_RANDOM_DOCS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "doc/doc.h"
#include "layout/layout.h"
#include "pages/pages.h"
#include "pages/plan.h"

struct arena;
struct diag_sink;

/* Chance: the same numbers for the same seed. */
struct chance {
	uint64_t state;
};
uint32_t chance_below(struct chance *chance, uint32_t n); /* 0 to n - 1 */
bool chance_of(struct chance *chance, uint32_t percent);

/* Text of about that many characters: sentences, numbers with units, dates,
 * codes, quotes, rare characters. It begins with no closing mark and ends with
 * no opening one. */
struct text chance_text(struct chance *chance, size_t characters,
			struct arena *arena);

/* A document that is being made. */
struct making {
	struct chance chance;
	struct arena *arena;
	const struct doc *doc; /* its styles */
	bool absurd;	       /* anything may be wrong with it */
	int next_id;
};
struct str making_id(struct making *making); /* b1, b2 … */
int making_para_style(const struct making *making, const char *name);
int making_table_style(const struct making *making, const char *name);
int making_page_style(const struct making *making, const char *name);

/* A table in the style public, form or inline. */
void make_table(struct making *making, struct block *block, const char *style);

/* A laid out document. */
struct subject {
	uint64_t seed;
	bool absurd;
	const struct doc *doc;
	const struct pages *pages;
	const struct plan *plan;
	const struct diag_sink *sink; /* what layout reported */
	struct arena *arena;
	size_t faults;
};

/* Says what is wrong with it, and where, and counts it. */
void subject_fault(struct subject *subject, const char *what, struct str where);

void check_text(struct subject *subject);
void check_tables(struct subject *subject);

#endif
