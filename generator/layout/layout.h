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
 * What layouts one after another know of each other: texts that several of
 * them have are shaped and broken into lines once. The pages come out as they
 * would without it. Opened without fonts it lays out nothing.
 */
struct layout_memory;
struct layout_memory *layout_memory_open(struct fonts *fonts);

/* NULL is allowed. Results of layout_doc_with() must not be used any more. */
void layout_memory_close(struct layout_memory *memory);

/* Between two documents, when results are not used any more: forgets if it has
 * become large. */
void layout_memory_trim(struct layout_memory *memory);

/*
 * Never fails for a document that is merely absurd: what cannot be set well is
 * set as well as it goes and reported. False only when it cannot be laid out
 * at all (no faces). The result lives in the arena and refers to doc.
 */
bool layout_doc(const struct doc *doc, struct fonts *fonts, struct arena *arena,
		struct diag_sink *sink, struct layout_result *result);

/* The same with a memory: the result refers to it too. */
bool layout_doc_with(const struct doc *doc, struct layout_memory *memory,
		     struct arena *arena, struct diag_sink *sink,
		     struct layout_result *result);

/*
 * Whether laying the document out may report something. False: it reports
 * nothing, and this was found at a small part of the cost. True says no more
 * than that it must be laid out to know.
 */
bool layout_may_report(const struct doc *doc, struct layout_memory *memory);

#endif
