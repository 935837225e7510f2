/* SPDX-License-Identifier: MIT */
/*
 * Jobs done by several processes. Workers are forked from the caller, so they
 * see all that it has read; they take one job after the other and send back a
 * record for each. A worker that dies costs the job that it was at, and
 * another takes its place. What is done is told in the order of the jobs.
 */
#ifndef PUBLISH_POOL_H
#define PUBLISH_POOL_H

#include <stddef.h>

#include "base/str.h"

struct buf;

struct pool_task {
	size_t n_jobs;
	size_t n_workers; /* 0: as many as the machine has cores */
	void *context;	  /* for the functions below */

	/* In a worker: does a job, writes what is to be known of it. */
	void (*work)(void *context, size_t job, struct buf *record);

	/* In the caller, for job 0, 1, 2 …: its record, or how the worker
	 * that was at it ended (status as wait() gives it; the record is
	 * empty then). The record is gone afterwards. */
	void (*done)(void *context, size_t job, struct str record);
	void (*lost)(void *context, size_t job, int status);

	/* In the caller, about five times a second and after each job:
	 * how many are done, in whatever order. May be NULL. */
	void (*tick)(void *context, size_t n_done);
};

enum pool_end {
	POOL_DONE,    /* done() or lost() was called for every job */
	POOL_STOPPED, /* SIGINT or SIGTERM came: jobs begun were finished, the
			 others not begun, and nothing told of them */
	POOL_FAILED   /* no worker could be started; errno is set */
};

/* Runs the jobs. SIGINT and SIGTERM are held back meanwhile. */
enum pool_end pool_run(const struct pool_task *task);

/* How many cores the process may use, at least 1. */
size_t pool_cores(void);

#endif
