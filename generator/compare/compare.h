/* SPDX-License-Identifier: MIT */
/*
 * What differs between two publications. Rows are matched by what names them
 * (code, name, label), not by where they stand; texts by sentence; tables by
 * id and title. Numbers that only count (一、 1.) do not matter.
 */
#ifndef COMPARE_COMPARE_H
#define COMPARE_COMPARE_H

#include "compare/change.h"
#include "compare/publication.h"

/* Differences of one document; owned by the arena. */
struct changes compare_publications(const struct publication *before,
				    const struct publication *after,
				    struct arena *arena);

/* The same of all documents; they are matched by code and year, or by code if
 * the years have none in common. */
struct changes compare_all(const struct publications *before,
			   const struct publications *after,
			   struct arena *arena);

#endif
