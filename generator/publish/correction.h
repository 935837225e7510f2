/* SPDX-License-Identifier: MIT */
/*
 * 更正说明: what differs from what was published, as a document of its own. The
 * differences become rows of tables (更正情况, 更正事项) that the template
 * declares; from there on it is a document like any other.
 */
#ifndef PUBLISH_CORRECTION_H
#define PUBLISH_CORRECTION_H

#include <stdbool.h>

#include "base/str.h"
#include "compare/change.h"
#include "publish/document.h"
#include "publish/format.h"

struct arena;
struct diag_sink;
struct fonts;

/* Why something was corrected. */
struct reason {
	struct str where; /* title of a table or heading; empty: all else */
	struct str text;
};

struct reasons {
	struct reason *list;
	size_t n, room;
};

/* How it is made. */
struct correction_maker {
	struct str data; /* folder that holds templates/ */
	struct fonts *fonts;
	const struct format_list *formats;
	bool pdfa;
};

/* Whose document was corrected, and in what. */
struct correction {
	struct str unit, name;
	struct str year;
	struct str title;	/* of the document */
	struct str template_id; /* of the document: it may have a template for
				   corrections of its own, ID-correction */
	struct str published;	/* when it was released: 2024-02-08 */
	struct str corrected;	/* when the correction is; empty: a draft */
	const struct changes *changes;
	const struct reasons *reasons;
};

/* The reason for what changed there; the texts are kept as they are. */
void reasons_add(struct reasons *reasons, struct str where, struct str text,
		 struct arena *arena);

/* The reason for a change, empty: none is given. */
struct str reason_for(const struct reasons *reasons,
		      const struct change *change);

/* Does every change have a reason? */
bool reasons_cover(const struct reasons *reasons,
		   const struct changes *changes);

/* The bytes of a 更正说明. False: reported. */
bool correction_make(const struct correction_maker *maker,
		     const struct correction *correction,
		     const struct document_names *names, struct arena *arena,
		     struct diag_sink *sink, struct document_parts *parts);

/* What `gongkai diff` shows, as a document; before, after: what was compared.
 * template_id: empty: the usual one. */
struct comparison_document {
	struct str before, after;
	struct str template_id;
	const struct changes *changes;
};

/* Its bytes. False: reported. */
bool comparison_make(const struct correction_maker *maker,
		     const struct comparison_document *comparison,
		     const struct document_names *names, struct arena *arena,
		     struct diag_sink *sink, struct document_parts *parts);

#endif
