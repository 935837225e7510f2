/* SPDX-License-Identifier: MIT */
/*
 * The doc as XML text, and back. What is written can be read again into an
 * equal doc; the dump of that is the same text. docs/doc-xml.md describes it.
 */
#ifndef DOC_DUMP_H
#define DOC_DUMP_H

#include <stdbool.h>

#include "base/str.h"

struct arena;
struct diag_sink;
struct doc;

/* The dump, indented, ended by a newline; owned by the arena. */
struct str doc_dump(const struct doc *doc, struct arena *arena);

/*
 * Reads a dump. Places of messages are lines of the file. NULL: reported.
 * What is absurd but well formed (a span beyond the grid) is read as it is:
 * layout must bear it; lengths of more than 2 m and numbers of more than 10,000
 * are refused.
 */
struct doc *doc_read(struct str xml, struct str file, struct arena *arena,
		     struct diag_sink *sink);

/*
 * Reads a file of styles (<styles>, as in a doc file) and adds them to the
 * doc's: a style of a name that is there already has the fields changed that
 * the file gives. False: reported, the doc's styles are as before.
 */
bool styles_read(struct doc *doc, struct str path, struct arena *arena,
		 struct diag_sink *sink);

#endif
