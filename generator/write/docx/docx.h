/* SPDX-License-Identifier: MIT */
/* A document as DOCX (ECMA-376), from doc and plan, never from pages. */
#ifndef WRITE_DOCX_DOCX_H
#define WRITE_DOCX_DOCX_H

#include <stdbool.h>

#include "base/str.h"

struct arena;
struct diag_sink;
struct doc;
struct plan;

/* The file's bytes, owned by the arena; the same input gives the same bytes.
 * False: reported. */
bool docx_write(const struct doc *doc, const struct plan *plan,
		struct arena *arena, struct diag_sink *sink, struct str *bytes);

#endif
