/* SPDX-License-Identifier: MIT */
/*
 * Hashes of what a document is made from: the rows that belong to its unit,
 * with the names of their codes; the rows that hold for all; what units and
 * projects above it say; and, for all documents alike, the program, the
 * templates, the fonts. Equal hashes: the document would come out the same.
 */
#ifndef PUBLISH_FINGERPRINT_H
#define PUBLISH_FINGERPRINT_H

#include "base/sha256.h"
#include "base/str.h"

struct arena;
struct budget;
struct fingerprints;
struct fonts;

/* What all documents of a build depend on. */
struct surroundings {
	struct str program;   /* path of the running program, or empty */
	struct str templates; /* folder */
	const struct fonts *fonts;
	bool pdfa;
};

/* Hashes of all rows, once for all documents; owned by the arena. */
struct fingerprints *fingerprints_open(const struct budget *budget,
				       const struct surroundings *surroundings,
				       struct arena *arena);

/* A document's hashes, hexadecimal. */
struct fingerprint {
	struct str inputs; /* of all that it is made from */
	struct str places; /* of where its rows stand: messages name that */
	struct str around; /* of program, templates and fonts alone, which are
			      in inputs, too */
};

/* n_faults: errors of the input that its rows do not show. Owned by the
 * arena. */
struct fingerprint fingerprint_of(const struct fingerprints *fingerprints,
				  int unit, struct str template_id,
				  size_t n_faults, struct arena *arena);

#endif
