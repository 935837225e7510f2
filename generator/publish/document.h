/* SPDX-License-Identifier: MIT */
/* One document: doc -> layout -> each format -> the bytes of its files. */
#ifndef PUBLISH_DOCUMENT_H
#define PUBLISH_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "publish/format.h"

struct arena;
struct diag_sink;
struct doc;

/* Where its files belong. */
struct document_names {
	struct str folder; /* of documents */
	struct str stem;   /* name of a document's files, without suffix */
	struct str data;   /* folder of data: json, csv */
	struct str code;   /* name of the data's files, without suffix */
};

/* A file to be written. */
struct document_part {
	struct str format; /* pdf; csv:1 for one of several */
	struct str path;
	struct str bytes;
};

struct document_parts {
	struct document_part *list;
	size_t n, room;
};

/* Makes the bytes of all formats, or of none: false as soon as one cannot be
 * made (reported). All of it lives in the arena. */
bool document_make(const struct laid_out *laid_out,
		   const struct format_list *formats,
		   const struct document_names *names, struct arena *arena,
		   struct diag_sink *sink, struct document_parts *parts);

/* Writes all parts where they belong; false: reported. */
bool document_write(const struct document_parts *parts, struct diag_sink *sink);

#endif
