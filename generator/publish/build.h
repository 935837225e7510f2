/* SPDX-License-Identifier: MIT */
/*
 * A build: an input read once, and what is to be made of it. run.h makes it.
 */
#ifndef PUBLISH_BUILD_H
#define PUBLISH_BUILD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"
#include "publish/format.h"

struct arena;
struct budget;
struct county;
struct diag_sink;
struct edition;

struct build_task {
	const struct str *inputs;
	size_t n_inputs;
	struct str source;  /* whose exports they are: a folder of
			       templates/sources/; may be empty */
	struct str data;    /* folder that holds templates/ */
	struct str program; /* path of the running program; may be empty */
	struct str out;
	struct str template_id;	 /* instead of the units' own; may be empty */
	const struct str *units; /* codes; none: all */
	size_t n_units;
	const struct format_list *formats;
	bool pdfa;
	bool verify_only; /* report findings, write nothing */
	bool list;	  /* of verify_only: write 核对结果.xlsx into out */
	bool strict;	  /* write nothing for a unit with findings of … */
	enum diag_level strict_level; /* … that level or worse */
	bool force;		      /* make again what has not changed, too */
	struct str reason; /* why what was released is corrected; or empty */
	size_t n_workers;  /* 0: as many as there are cores */
};

/* A unit's document that is to be made. */
struct build_job {
	int unit; /* index into budget->units */
	struct str code, name;
	struct str key; /* of its outcome: code/year/template */
	struct str template_id;
	struct edition *edition; /* NULL: its template is not usable */
	struct str folder;	 /* below out */
	size_t n_faults;	 /* errors of the input that concern it */
};

/* The input of a build, read, and what is to be made of it. */
struct build {
	struct arena *arena;
	const struct build_task *task;
	struct budget *budget;
	struct county *county;
	struct diag_sink *input; /* all that was said about the input */
	struct build_job *jobs;	 /* in the order of 单位 */
	size_t n_jobs;
};

/* Reads inputs and templates into the arena; messages about the input as a
 * whole go into sink. False: nothing can be made (reported). */
bool build_open(struct build *build, const struct build_task *task,
		struct arena *arena, struct diag_sink *sink);

#endif
