/* SPDX-License-Identifier: MIT */
/*
 * Lays a document out: doc -> pages and plan. The stages (paragraph, line
 * breaking; table grid, columns, rows, rules; flow of blocks into pages;
 * contents) have headers of their own and are tested alone.
 */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include <stdbool.h>

struct arena;
struct diag_sink;
struct doc;
struct fonts;
struct pages;
struct plan;

struct layout_result {
	const struct pages *pages;
	const struct plan *plan;
};

/*
 * Never fails for a document that is merely absurd: what cannot be set well is
 * set as well as it goes and reported. False only when it cannot be laid out
 * at all (no faces). The result lives in the arena and refers to doc.
 */
bool layout_doc(const struct doc *doc, struct fonts *fonts, struct arena *arena,
		struct diag_sink *sink, struct layout_result *result);

#endif
