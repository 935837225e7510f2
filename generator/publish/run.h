/* SPDX-License-Identifier: MIT */
/*
 * A county's work: of the documents of a build those are made that are not as
 * they would come out, by several processes; what stands in the out folder is
 * known from run to run (manifest.h).
 */
#ifndef PUBLISH_RUN_H
#define PUBLISH_RUN_H

#include <stdbool.h>
#include <stddef.h>

#include "publish/build.h"
#include "publish/outcome.h"

struct fonts;

/* What the caller wants to hear while it is under way. */
struct run_listener {
	void *context;
	/* A unit, in the order of the jobs. same: it was not made again. */
	void (*unit)(void *context, const struct build_job *job,
		     const struct outcome *outcome, bool same);
	/* done of all that are to be made; often. */
	void (*progress)(void *context, size_t done, size_t all);
};

struct run_result {
	bool stopped; /* by SIGINT or SIGTERM: some units were not begun */
	size_t n_made, n_same, n_failed;
	size_t n_renewed; /* to be made since program, templates or fonts are
			    others than the last time */
	size_t n_left;	  /* not begun */
	size_t n_with_errors; /* units with a message of level 错误 */
};

/* Makes what has to be made; a task that only verifies, verifies all. Messages
 * about a unit come with its outcome, those about the whole go into sink.
 * False: it could not work (reported). */
bool run_build(const struct build *build, struct fonts *fonts,
	       const struct run_listener *listener, struct diag_sink *sink,
	       struct run_result *result);

#endif
