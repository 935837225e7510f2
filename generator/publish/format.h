/* SPDX-License-Identifier: MIT */
/* The output formats, in one table: a new one is a folder under write/ and a
 * row here. */
#ifndef PUBLISH_FORMAT_H
#define PUBLISH_FORMAT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "layout/layout.h"

struct arena;
struct diag_sink;
struct doc;
struct fonts;

/* A document that was laid out, and how it is to be written. */
struct laid_out {
	const struct doc *doc;
	struct layout_result result;
	struct fonts *fonts;
	bool pdfa;
};

/* The bytes of a file; name: of one of several files of a format, without
 * suffix, else empty. */
struct written {
	struct str name;
	struct str bytes;
};

struct written_list {
	struct written *list;
	size_t n, room;
};

/* The name and the bytes are kept as they are. */
void written_add(struct written_list *written, struct str name,
		 struct str bytes, struct arena *arena);

struct format {
	const char *name;   /* pdf, as -f takes it */
	const char *suffix; /* of the file's name */
	bool inspection;    /* text for eyes and tests, not for publication */
	bool data;	    /* figures, not a document */
	bool (*write)(const struct laid_out *document, struct arena *arena,
		      struct diag_sink *sink, struct written_list *written);
};

/* Formats chosen by -f, at most FORMATS_MOST. */
#define FORMATS_MOST 8

struct format_list {
	const struct format *list[FORMATS_MOST];
	size_t n;
};

/* "pdf,docx" -> formats; empty: the default, PDF, DOCX and
 * JSON. False: reported. */
bool formats_choose(struct str names, struct format_list *chosen,
		    struct diag_sink *sink);

#endif
