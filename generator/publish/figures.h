/* SPDX-License-Identifier: MIT */
/*
 * The figures of a document as data: for the public, and for comparing two
 * publications. docs/figures.md describes both forms.
 */
#ifndef PUBLISH_FIGURES_H
#define PUBLISH_FIGURES_H

#include "base/str.h"
#include "publish/format.h"

struct arena;
struct doc;

/* JSON: every heading, paragraph and table with its id; every cell with its
 * text, its row's and its column's names, and where its figure comes from.
 * Owned by the arena. */
struct str figures_json(const struct doc *doc, struct arena *arena);

/* CSV: a file per table of the contents, named by number and title, as a
 * spreadsheet opens it (UTF-8 with BOM). Spanned places are left empty. */
void figures_csv(const struct doc *doc, struct arena *arena,
		 struct written_list *written);

#endif
