/* SPDX-License-Identifier: MIT */
/* What a selection adds up: its rows in words, each with its place. */
#ifndef PUBLISH_WHY_SUM_H
#define PUBLISH_WHY_SUM_H

#include "publish/why.h"

struct arena;
struct budget;
struct scope;
struct selection;

/* The sum of the selection within the scope, and its rows; owned by the
 * arena. */
struct why_sum why_sum_of(const struct budget *budget,
			  const struct scope *scope,
			  const struct selection *selection,
			  struct arena *arena);

#endif
