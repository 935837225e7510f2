/* SPDX-License-Identifier: MIT */
/*
 * Composes a set of input tables that a unit is to fill in: the tables that
 * its template needs, with what can be said beforehand in them; or last year's
 * set rolled forward, with last year's amounts as last year's rows.
 */
#ifndef PUBLISH_BLANK_H
#define PUBLISH_BLANK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;
struct diag_sink;

struct blank_task {
	struct str data;	 /* folder that holds templates/ */
	struct str template_id;	 /* empty: those that last year's units have;
				    without those, every table there is */
	struct str source;	 /* whose export that is; may be empty */
	struct str from;	 /* last year's input; empty: none */
	const struct str *units; /* codes: only these and the units below them;
				    none: all. Without from: the new units */
	size_t n_units;
	struct str out; /* a folder, or a workbook if it ends with .xlsx */
};

/* Makes it. False: reported; nothing that is there is ever overwritten. */
bool blank_make(const struct blank_task *task, struct arena *arena,
		struct diag_sink *sink);

#endif
