/* SPDX-License-Identifier: MIT */
/* Finds the files of the known typefaces on this machine. Internal to font/. */
#ifndef FONT_CATALOG_H
#define FONT_CATALOG_H

#include "base/str.h"
#include "font/typefaces.h"

struct arena;
struct diag_sink;
struct font_options;

/* Where a typeface was found. */
struct found {
	struct str path; /* empty: nowhere */
	int index;	 /* in a collection */
	int score;	 /* how surely it is this typeface */
};

/* Fonts in the folders of options that none of the known typefaces is taken
 * from: their names are unknown, or another file is preferred. */
struct unused_fonts {
	struct unused_font {
		struct str path;
		struct str family; /* as the file names it */
	} * fonts;
	size_t n;
};

/* Looks into the folders of options, the usual folder of Fandol, and all
 * that fontconfig knows, in this order. Files in the folders of options that
 * cannot be read are reported. All is owned by the arena. */
void catalog_find(const struct font_options *options, struct arena *arena,
		  struct diag_sink *sink, struct found found[N_TYPEFACES],
		  struct unused_fonts *unused);

#endif
