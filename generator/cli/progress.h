/* SPDX-License-Identifier: MIT */
/* A bar on a terminal: units done, how many a second, how long it will take.
 * Elsewhere nothing. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"

struct progress {
	bool shown; /* there is a terminal for it */
	bool drawn; /* the bar stands on the last line now */
	enum diag_lang lang;
	int64_t start; /* [ms] */
};

/* wanted: false where it would disturb (-q, --json, a few units). */
struct progress progress_start(bool wanted, enum diag_lang lang);

void progress_draw(struct progress *progress, size_t done, size_t all);

/* Takes the bar away, so that something else can be printed. */
void progress_clear(struct progress *progress);

#endif
