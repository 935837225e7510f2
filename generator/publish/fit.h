/* SPDX-License-Identifier: MIT */
/* Which documents are fit to be released, and why others are not. */
#ifndef PUBLISH_FIT_H
#define PUBLISH_FIT_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/map.h"

struct arena;
struct fingerprint;
struct manifest;
struct outcome;
struct release_task;

/* What they are judged by. */
struct fit {
	const struct release_task *task;
	struct manifest *manifest;
	struct arena *arena;
	struct diag_sink *sink; /* hears why one is not fit */
	/* What fit_read_input() finds: */
	const struct diag_sink *input;	  /* what is said of the input; NULL: it
					     could not be read */
	struct map inputs;		  /* key -> index into fingerprints */
	struct fingerprint *fingerprints; /* of what it would be made from */
};

/* Reads the input of the last build again, if it is still there; else that is
 * reported, and nobody is refused for being older than it. */
void fit_read_input(struct fit *fit);

/* May the document be released? last: its last release, NULL: none. False:
 * reported. */
bool fit_is(const struct fit *fit, const struct outcome *document,
	    const struct outcome *last);

/* Are all files of the document just those of the release? */
bool fit_is_same(const struct outcome *document, const struct outcome *last);

/* Refuses; always false. */
#define REFUSE(sink, kind, ...)                                                \
	(DIAG((sink), (kind), PLACE_NONE, __VA_ARGS__), false)
#define REFUSE0(sink, kind) (DIAG0((sink), (kind), PLACE_NONE), false)

#endif
