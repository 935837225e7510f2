/* SPDX-License-Identifier: MIT */
/*
 * Validation of an XML file against the XSD (read/xsd.h) while it is read.
 * Internal to read/.
 *
 * Elements that the XSD does not know are shown to it as 表 and 列 with their
 * names: they are read like unknown tables and columns of any carrier, and
 * what is in them is validated all the same.
 */
#ifndef READ_XMLSHAPE_H
#define READ_XMLSHAPE_H

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>
#include <stdbool.h>

#include "base/diag.h"
#include "base/str.h"

struct arena;
struct xmlshape;

/* An element as the validator is to see it. */
struct xmlshape_element {
	struct place place;
	struct str name;   /* as the file has it, for messages */
	struct str above;  /* name of the element that it stands in */
	int32_t text_line; /* of its first text that is not blank, 0: none */
	const xmlChar *shown;
	const xmlChar *uri;	/* of its namespace, NULL: none */
	const xmlChar *in_name; /* not NULL: show it with this in 名 */
};

/* The XSD made ready, for one file or many; close it with xmlSchemaFree().
 * NULL: no memory, or the XSD is wrong (our fault). */
xmlSchemaPtr xmlshape_schema(void);

/* NULL: no memory. */
struct xmlshape *xmlshape_open(xmlSchemaPtr schema, struct arena *arena,
			       struct diag_sink *sink);
/* Attributes that elements lack are told here, once for each of a table. */
void xmlshape_close(struct xmlshape *shape);

/* Start, text and end of an element; attributes as libxml2's parser gives
 * them. The texts of the element live until its end. */
void xmlshape_start(struct xmlshape *shape,
		    const struct xmlshape_element *element, int n_attributes,
		    const xmlChar **attributes);
void xmlshape_text(struct xmlshape *shape,
		   const struct xmlshape_element *element, const xmlChar *text,
		   int n);
void xmlshape_end(struct xmlshape *shape,
		  const struct xmlshape_element *element);

/* Is the file one that is not of this XSD at all? */
bool xmlshape_foreign(const struct xmlshape *shape);

#endif
