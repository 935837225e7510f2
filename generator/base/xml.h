/* SPDX-License-Identifier: MIT */
/*
 * Writes XML into a buf: the one place where text is escaped. For the dump of
 * a doc and the parts of a DOCX: documents with tens of thousands of small
 * elements, where libxml2's xmlTextWriter takes an allocation for each name.
 * Reading is libxml2's business.
 *
 * Names are NUL-ended literals. What XML 1.0 forbids (control characters,
 * U+FFFE) and what is not UTF-8 is written as U+FFFD.
 */
#ifndef BASE_XML_H
#define BASE_XML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#define XML_DEEPEST 32 /* elements open at once */

/* Zero-initialise it with out.arena; indent: each element on a line of its
 * own, a tab per level. */
struct xml {
	struct buf out;
	bool indent;
	const char *open[XML_DEEPEST]; /* names of the open elements */
	size_t depth;
	size_t mixed;  /* depth from which nothing is indented, 0: none */
	bool in_tag;   /* a start tag is not closed yet */
	bool has_text; /* the element that was ended last had an end tag */
};

/* <?xml version="1.0" encoding="UTF-8" standalone="yes"?> */
void xml_declaration(struct xml *xml);

/* An element begins; the one begun last ends. Names are not copied. */
void xml_start(struct xml *xml, const char *name);
void xml_end(struct xml *xml);

/* Attributes of the element just started. */
void xml_attr(struct xml *xml, const char *name, struct str value);
void xml_attr_cstr(struct xml *xml, const char *name, const char *value);
void xml_attr_int(struct xml *xml, const char *name, int64_t value);

/* Text of the present element, what XML has marks for written as these. */
void xml_text(struct xml *xml, struct str text);

/* The element just started has text and elements side by side: nothing in it
 * is indented. */
void xml_mixed(struct xml *xml);

/* An element with at most one attribute and no content; name NULL: none. */
void xml_empty(struct xml *xml, const char *element, const char *name,
	       const char *value);
void xml_empty_int(struct xml *xml, const char *element, const char *name,
		   int64_t value);

/* What was written; all elements are ended. */
struct str xml_str(const struct xml *xml);

#endif
