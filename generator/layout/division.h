/* SPDX-License-Identifier: MIT */
/* A prepared table over pages of its own. Internal to layout/. */
#ifndef LAYOUT_DIVISION_H
#define LAYOUT_DIVISION_H

#include <stddef.h>

#include "base/emu.h"

struct table_set;

/* Pages that it takes, if the first one has this room [emu]. */
size_t division_pages(const struct table_set *set, emu first);

/* How much of the last page it needs when those before are full [1/1000]. */
int division_last_share(const struct table_set *set, emu first);

/* Raises its rows as far as the fullest page allows, all alike; where all are
 * as high as they may be, the rows of its head too. */
void division_raise(struct table_set *set, emu first);

#endif
