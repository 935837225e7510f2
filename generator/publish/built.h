/* SPDX-License-Identifier: MIT */
/*
 * What the documents of an out folder were last made from: so a release can
 * tell whether they are still up to date, and the page what the county adds
 * up to. Paths are kept as seen from the out
 * folder, so both can be moved together.
 */
#ifndef PUBLISH_BUILT_H
#define PUBLISH_BUILT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "publish/county.h"

struct arena;

struct built {
	struct str *inputs; /* paths, seen from the out folder; absolute ones
			       where there is no other way */
	size_t n_inputs;
	struct str template_id; /* instead of the units' own, or empty */
	struct str source;	/* the system that it was exported from */
	bool pdfa;
	struct fund_sums sums;	   /* of all units of the input */
	struct left_out *left_out; /* departments without a document */
	size_t n_left_out;
};

/* The paths of inputs as they are kept; owned by the arena. */
void built_set_inputs(struct built *built, struct str out,
		      const struct str *inputs, size_t n, struct arena *arena);

/* Whether the same was built from the same. */
bool built_equal(const struct built *a, const struct built *b);

/* Adds its JSON; takes it out of the text of a manifest. */
void built_write(const struct built *built, struct buf *buf);
void built_read(struct built *built, struct str manifest, struct arena *arena);

#endif
