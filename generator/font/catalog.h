/* SPDX-License-Identifier: MIT */
/* Finds the files of the known typefaces on this machine. Internal to font/. */
#ifndef FONT_CATALOG_H
#define FONT_CATALOG_H

#include "base/str.h"
#include "font/typefaces.h"

struct arena;
struct font_options;

/* Where a typeface was found. */
struct found {
	struct str path; /* empty: nowhere */
	int index;	 /* in a collection */
	int score;	 /* how surely it is this typeface */
};

/* Looks into the folders of options, the usual folder of Fandol, and all
 * that fontconfig knows, in this order. */
void catalog_find(const struct font_options *options, struct arena *arena,
		  struct found found[N_TYPEFACES]);

#endif
