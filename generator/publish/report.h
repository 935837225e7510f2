/* SPDX-License-Identifier: MIT */
/*
 * index.html of the out folder: every document with its files, pages, sizes,
 * findings and state. One static page without anything from elsewhere, to be
 * read on a screen, on a phone, in print and aloud.
 */
#ifndef PUBLISH_REPORT_H
#define PUBLISH_REPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;
struct outcome;

/* A unit of the report; the outcome must live until the page is written. */
struct report_unit {
	const struct outcome *outcome;
	bool made_now; /* else it is as it was */
};

/* The page, units by code; owned by the arena. Changes the order of units. */
struct str report_html(struct str title, struct report_unit *units,
		       size_t n_units, struct arena *arena);

#endif
