/* SPDX-License-Identifier: MIT */
/*
 * A release: the documents of an out folder, as they are, are published. What
 * is published is copied to 历史/{date}/ and noted in the manifest with its
 * hashes and findings; from then on every other content is a correction.
 */
#ifndef PUBLISH_RELEASE_H
#define PUBLISH_RELEASE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;
struct diag_sink;
struct fonts;
struct outcome;

struct release_task {
	struct str out;
	struct str date;	 /* 2024-02-08 */
	struct str reason;	 /* for corrections; may be empty */
	const struct str *units; /* codes; none: all */
	size_t n_units;
	struct str data;    /* folder that holds templates/ */
	struct str program; /* path of the running program; may be empty */
	struct fonts *fonts;
};

enum release_state {
	RELEASE_DONE,	   /* published for the first time */
	RELEASE_CORRECTED, /* published anew, with a 更正说明 */
	RELEASE_AGAIN,	   /* other files, but the same content */
	RELEASE_SAME,	   /* just what was published last: nothing done */
	RELEASE_REFUSED	   /* the sink says why */
};

/* Hears of each document; release: what was released now or last, NULL: it
 * never was. */
struct release_listener {
	void *context;
	void (*document)(void *context, const struct outcome *document,
			 enum release_state state,
			 const struct outcome *release);
};

/* Releases what can be. Why others cannot is reported, each with its unit.
 * False: nothing could be done at all, or some were refused. */
bool release_documents(const struct release_task *task,
		       const struct release_listener *listener,
		       struct arena *arena, struct diag_sink *sink);

#endif
