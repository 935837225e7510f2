/* SPDX-License-Identifier: MIT */
/* What a person changed in a document: where, and where in the input the
 * change belongs. */
#ifndef PUBLISH_EDITED_H
#define PUBLISH_EDITED_H

#include "base/str.h"

struct arena;
struct diag_sink;
struct doc;
struct edited_was;

/* Compares an edited DOCX with the new one of the doc and reports every
 * paragraph and cell that differs and that the data have not changed since it
 * was written; where that is not known, it is said. What cannot be read is
 * passed over: the file itself was reported before. */
void edited_report(struct str edited, struct str made,
		   const struct edited_was *was, const struct doc *doc,
		   struct arena *arena, struct diag_sink *sink);

/* A table written as CSV that a person edited. */
struct edited_csv {
	struct str name;	 /* of the file, for messages */
	struct str edited, made; /* paths */
	int number;		 /* of the table in the doc, from 1 */
	const struct edited_was *was;
};

/* The same of a table: each cell that differs, by row and column, and rows
 * that are more or fewer. A number that a spreadsheet wrote otherwise
 * (1,234.50, 1234.5) is the same. */
void edited_report_csv(const struct edited_csv *csv, const struct doc *doc,
		       struct arena *arena, struct diag_sink *sink);

#endif
