/* SPDX-License-Identifier: MIT */
/*
 * The doc as XML text, and back. What is written can be read again into an
 * equal doc; the dump of that is the same text. docs/doc-xml.md describes it.
 */
#ifndef DOC_DUMP_H
#define DOC_DUMP_H

#include "base/str.h"

struct arena;
struct diag_sink;
struct doc;

/* The dump, indented, ended by a newline; owned by the arena. */
struct str doc_dump(const struct doc *doc, struct arena *arena);

/*
 * Reads a dump. Places of messages are lines of the file. NULL: reported.
 * What is absurd but well formed (a span beyond the grid) is read as it is:
 * layout must bear it.
 */
struct doc *doc_read(struct str xml, struct str file, struct arena *arena,
		     struct diag_sink *sink);

#endif
