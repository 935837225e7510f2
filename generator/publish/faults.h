/* SPDX-License-Identifier: MIT */
/* Errors of the input, and whose document each of them spoils. */
#ifndef PUBLISH_FAULTS_H
#define PUBLISH_FAULTS_H

#include <stddef.h>

struct arena;
struct budget;
struct diag_sink;
struct sheets;

/* Index of the unit whose row it is, or: */
#define FAULT_OF_ALL  (-1)
#define FAULT_OF_NONE (-2)

struct faults {
	int *units; /* an error each */
	size_t n;
};

/*
 * The messages of level 错误 about the sheets: a row's unit is told by its
 * 单位代码; an unknown code counts for the department that it begins with;
 * what belongs to no row, or to a row for all units, counts for all. Owned by
 * the arena.
 */
struct faults faults_of(const struct diag_sink *messages,
			const struct sheets *sheets,
			const struct budget *budget, struct arena *arena);

/* How many concern the document of a unit: its own, and those of units below
 * it. */
size_t faults_count(const struct faults *faults, const struct budget *budget,
		    int unit);

#endif
