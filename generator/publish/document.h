/* SPDX-License-Identifier: MIT */
/* One document: doc -> layout -> each format -> files. */
#ifndef PUBLISH_DOCUMENT_H
#define PUBLISH_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "publish/format.h"

struct arena;
struct diag_sink;
struct doc;
struct fonts;

struct document_task {
	struct str folder; /* where to write */
	struct str stem;   /* name of the files, without suffix */
	const struct format_list *formats;
	struct fonts *fonts;
	bool pdfa;
};

struct document_file {
	const struct format *format;
	struct str path;
	size_t n_bytes;
};

struct document_result {
	struct document_file files[FORMATS_MOST];
	size_t n_files;
	size_t n_pages;
};

/* Makes all files or none of them: they are written only when every format
 * could be made. False: reported. The result's texts live in the arena. */
bool document_make(const struct document_task *task, const struct doc *doc,
		   struct arena *arena, struct diag_sink *sink,
		   struct document_result *result);

#endif
