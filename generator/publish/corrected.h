/* SPDX-License-Identifier: MIT */
/*
 * What a document says otherwise than its last release, why, and the 更正说明
 * that tells of it.
 */
#ifndef PUBLISH_CORRECTED_H
#define PUBLISH_CORRECTED_H

#include <stdbool.h>

#include "publish/correction.h"
#include "publish/outcome.h"

struct arena;
struct build_task;
struct diag_sink;
struct manifest;
struct publication;
struct scope;

struct corrected {
	const struct outcome *release; /* NULL: it never was released */
	struct changes changes;
	struct reasons reasons;
};

/*
 * Compares the figures of a document (its companion's text) with those of its
 * last release. False: there is one, and it cannot be read (reported).
 */
bool corrected_find(struct corrected *corrected,
		    const struct manifest *manifest, struct str key,
		    struct str json, struct arena *arena,
		    struct diag_sink *sink);

/* The rows of 更正 that hold for the scope's document and the release of that
 * day: its own, those for all, those of units below it. */
struct reasons reasons_of_table(const struct scope *scope, struct str released,
				struct arena *arena);

/* The files of the 更正说明: their formats are correction:pdf …. json: the
 * figures of the document; date: of the correction, empty: a draft. False:
 * reported. */
bool corrected_make(const struct corrected *corrected,
		    const struct correction_maker *maker, struct str json,
		    struct str date, const struct document_names *names,
		    struct arena *arena, struct diag_sink *sink,
		    struct document_parts *parts);

/* The same files as the last release has them; none, if it corrected nothing.
 * False: they cannot be read (reported). */
bool corrected_restore(const struct corrected *corrected,
		       const struct manifest *manifest,
		       const struct document_names *names, struct arena *arena,
		       struct diag_sink *sink, struct document_parts *parts);

/* stem + 更正说明. */
struct str corrected_stem(struct str stem, struct arena *arena);

#endif
