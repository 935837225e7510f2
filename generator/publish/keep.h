/* SPDX-License-Identifier: MIT */
/*
 * What a build leaves behind besides the documents that it made: which
 * documents the input has no more, what the whole adds up to, the overview,
 * the manifest.
 */
#ifndef PUBLISH_KEEP_H
#define PUBLISH_KEEP_H

#include <stdbool.h>
#include <stddef.h>

struct build;
struct diag_sink;
struct manifest;

struct keeping {
	const struct build *build;
	struct manifest *manifest; /* with the outcomes of this build */
	const size_t *stale;	   /* jobs that were to be done */
	size_t n_stale;
	bool torn; /* some unit may have left files half put in place */
};

/* Writes overview and manifest if they would say something new, or are not
 * there. False: reported. */
bool keep_whole(const struct keeping *keeping, struct diag_sink *sink);

#endif
