/* SPDX-License-Identifier: MIT */
/* Results as JSON, for other programs: what --json prints. */
#ifndef PUBLISH_LISTING_H
#define PUBLISH_LISTING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"

struct outcome;

/* A unit: {"code", "name", "state": "made|same|failed|held-back", "rejected":
 * it lies in 未通过核对, "released": when it was last, "changes": differences
 * from that release, "pages", "files": [{"format", "path", "edited"}],
 * "findings": [message…]}. What is no or 0 is left out. */
void listing_add_unit(struct buf *buf, const struct outcome *outcome, bool same,
		      enum diag_lang lang);

/* Messages: [{"rule", "level", "accepted", "unit", "place", "node",
 * "text"}…]; level is note, warning or error in all languages. */
void listing_add_messages(struct buf *buf, const struct diag_sink *sink,
			  enum diag_lang lang);

/* A text as JSON, in quotes. */
void listing_add_text(struct buf *buf, struct str text);

#endif
