/* SPDX-License-Identifier: MIT */
/*
 * index.html of the out folder: what the county adds up to and whether it does,
 * every document with its files, releases, pages, sizes, findings and state.
 * One static page without anything from elsewhere, to be read on a screen, on a
 * phone, in print and aloud.
 */
#ifndef PUBLISH_REPORT_H
#define PUBLISH_REPORT_H

#include "base/str.h"

struct arena;
struct manifest;
struct map;

/* The page, units by code; owned by the arena. now: keys of what was made in
 * this run; NULL: nothing was. */
struct str report_html(struct str title, const struct manifest *manifest,
		       const struct map *now, struct arena *arena);

#endif
