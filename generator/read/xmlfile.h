/* SPDX-License-Identifier: MIT */
/* The XML carrier: one file, a table per element; its shape is read/xsd.h's.
 * Internal to read/. */
#ifndef READ_XMLFILE_H
#define READ_XMLFILE_H

#include <libxml/xmlschemas.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"

struct mapping;
struct sheets;

/* Limits of one file. */
#define XMLFILE_BYTES_MOST  ((size_t)512 << 20)
#define XMLFILE_TABLES_MOST 1000

/* Whether the file is XML, by its first bytes. */
bool xmlfile_matches(struct str path);

/* Adds its tables as sheets. False: it is no XML of ours, or is broken
 * somewhere; then nothing of it is added, since half a table is worse than
 * none. mapping is not used: who writes XML for us uses our names. */
bool xmlfile_read(struct sheets *sheets, struct str path,
		  struct mapping *mapping, struct diag_sink *sink);

/* The same with the file's bytes, and the XSD made ready (xmlshape.h). */
bool xmlfile_parse(struct sheets *sheets, struct str bytes, struct place place,
		   xmlSchemaPtr schema, struct diag_sink *sink);

#endif
