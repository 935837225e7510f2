/* SPDX-License-Identifier: MIT */
/* What a person changed in a document: where, and where in the input the
 * change belongs. */
#ifndef PUBLISH_EDITED_H
#define PUBLISH_EDITED_H

#include "base/str.h"

struct arena;
struct diag_sink;
struct doc;

/* Compares an edited DOCX with the new one of the doc and reports every
 * paragraph and cell that differs. What cannot be read is passed over: the
 * file itself was reported before. */
void edited_report(struct str edited, struct str made, const struct doc *doc,
		   struct arena *arena, struct diag_sink *sink);

#endif
