/* SPDX-License-Identifier: MIT */
/* One unit's document, from the budget to its files. */
#ifndef PUBLISH_UNIT_H
#define PUBLISH_UNIT_H

#include "publish/build.h"
#include "publish/outcome.h"

struct fonts;
struct layout_memory;
struct manifest;

/*
 * Makes the document and puts its files in place; what came of it is in the
 * outcome (opened for the job). Before that the manifest's journal knows of
 * them. A file that a person edited stays, the new one is put beside it. What
 * could not be made was reported into the outcome's sink, and the files of
 * before stay. A task that only verifies needs no manifest (NULL).
 */
void unit_make(const struct build *build, const struct build_job *job,
	       struct fonts *fonts, struct layout_memory *memory,
	       struct manifest *manifest, struct outcome *outcome);

#endif
