/* SPDX-License-Identifier: MIT */
/*
 * Elements of an XML text, one after the other, without network, DTD or
 * entities. Internal to read/.
 */
#ifndef READ_XMLPART_H
#define READ_XMLPART_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/str.h"

struct arena;
struct xmlpart;

enum xml_event {
	XML_START, /* of an element */
	XML_END,   /* of an element; an empty one has its own end, too */
	XML_TEXT,
	XML_OVER /* the end, or a fault (reported) */
};

/* Opens a text; what is wrong with it is reported at place. */
struct xmlpart *xmlpart_open(struct str bytes, struct place place,
			     struct arena *arena, struct diag_sink *sink);
void xmlpart_close(struct xmlpart *part);

/* The next start, end or text. */
enum xml_event xmlpart_next(struct xmlpart *part);

/* Whether a fault ended it. */
bool xmlpart_failed(const struct xmlpart *part);

/* Local name of the element; valid until the next event. */
struct str xmlpart_name(const struct xmlpart *part);
bool xmlpart_is(const struct xmlpart *part, const char *name);

/* Text of an XML_TEXT; valid until the next event. */
struct str xmlpart_text(const struct xmlpart *part);

/* An attribute by its local name (a prefix is passed over), owned by the
 * arena; empty if it is not there. */
struct str xmlpart_attr(const struct xmlpart *part, const char *name);

/* The same, valid until the next event: sheets have millions of them. */
struct str xmlpart_attr_now(const struct xmlpart *part, const char *name);

/* Does the value of an attribute say yes: 1, true? */
bool xmlpart_is_true(struct str value);

#endif
