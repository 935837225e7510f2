/* SPDX-License-Identifier: MIT */
/* Attributes of an element from the fields of a struct. Internal to doc/. */
#ifndef DOC_FIELDS_H
#define DOC_FIELDS_H

#include "base/xml.h"

struct doc;
struct shape;

/* Writes the fields that differ from their fallback. */
void fields_write(struct xml *xml, const struct shape *shape, const void *item,
		  const struct doc *doc);

#endif
