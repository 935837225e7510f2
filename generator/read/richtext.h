/* SPDX-License-Identifier: MIT */
/* Texts of a workbook, in runs with a font each (ECMA-376 part 1, 18.4).
 * Internal to read/. */
#ifndef READ_RICHTEXT_H
#define READ_RICHTEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;
struct xmlpart;

struct richtext {
	struct str plain;
	bool runs; /* it has runs; else the rest is empty */
	/* With ** round bold runs, as texts are typed in files; in a cell that
	 * is bold, those without a font of their own are bold, too. */
	struct str marked, marked_in_bold;
};

/* The text (si, is) that was just started, up to its end; owned by the arena.
 * Control characters left out are added to *n_control. */
struct richtext richtext_read(struct xmlpart *part, struct arena *arena,
			      size_t *n_control);

/* The text with ** round what is bold, in a cell that is bold or not. Made in
 * the arena, or the text's own. */
struct str richtext_marked(const struct richtext *text, bool bold,
			   struct arena *arena);

#endif
