/* SPDX-License-Identifier: MIT */
/* Errors of the input, and whose document each of them spoils. */
#ifndef PUBLISH_FAULTS_H
#define PUBLISH_FAULTS_H

#include <stddef.h>

#include "base/str.h"

struct arena;
struct budget;
struct diag_sink;
struct sheets;

struct faults {
	size_t *of_unit; /* by unit: its own, and those of units below it */
	size_t of_all;	 /* which concern every document */
};

/* What was read, and from where. */
struct fault_input {
	const struct sheets *sheets; /* with their cells */
	const struct budget *budget;
	const struct str *paths; /* of the inputs */
	size_t n_paths;
	struct str templates; /* their folder: what is wrong there is told by
				 who uses it */
};

/*
 * The messages of level 错误 about the input: a row's unit is told by its
 * 单位代码, a text's by its folder; an unknown code counts for the department
 * that it begins with; what belongs to no row, or to a row for all units, or
 * to a file that was not read at all, counts for all. Owned by the arena.
 */
struct faults faults_of(const struct diag_sink *messages,
			const struct fault_input *input, struct arena *arena);

#endif
