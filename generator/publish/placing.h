/* SPDX-License-Identifier: MIT */
/*
 * Puts the files of a document in place, and takes away those that it had
 * before. A file that a person edited stays; the new one is put beside it.
 */
#ifndef PUBLISH_PLACING_H
#define PUBLISH_PLACING_H

#include <stdbool.h>

#include "publish/document.h"
#include "publish/manifest.h"

/* Whose files are put where. */
struct placing {
	struct manifest *manifest;
	struct outcome *outcome;
	const struct outcome *old; /* of the time before, NULL: none */
	bool corrections; /* the parts hold its 更正说明, if it has one; else
			     that of before stays */
	struct arena *arena;
	struct diag_sink *sink;
};

/* Says first what is to come, then puts all parts in place. False: reported;
 * the outcome says that it is torn. */
bool placing_put(const struct placing *placing,
		 const struct document_parts *parts);

/* Takes away all files of a document that is not to lie there any more. Those
 * that a person edited stay and are told of. */
void placing_remove(const struct placing *placing, const struct outcome *old);

/* What is on the disk is what was there before. */
void placing_keep_old(struct outcome *outcome, const struct outcome *old);

#endif
