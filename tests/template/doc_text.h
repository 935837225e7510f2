/* SPDX-License-Identifier: MIT */
/* A doc as a few lines of text: what the cases of templates expect. */
#ifndef TESTS_TEMPLATE_DOC_TEXT_H
#define TESTS_TEMPLATE_DOC_TEXT_H

#include <stdbool.h>

#include "base/str.h"

struct arena;
struct doc;

/*
 * § section page           ¶ id style: text
 * ▦ id style               | cell | cell of a table, headers with =
 * **strong**; [r2] [c3] spans; > a level of indent; / between paragraphs of
 * a cell; {reference} behind a figure if selects.
 */
struct str doc_text(const struct doc *doc, bool selects, struct arena *arena);

#endif
