/* SPDX-License-Identifier: MIT */
#include "read/xmlpart.h"

#include <libxml/xmlreader.h>
#include <limits.h>
#include <string.h>

#include "base/arena.h"
#include "read/messages.h"

struct xmlpart {
	xmlTextReaderPtr reader;
	struct place place;
	struct arena *arena;
	struct diag_sink *sink;
	bool end_next; /* the element is empty: its end comes next */
	bool failed;
};

/* The parser's own words are English and technical: the place is what helps.
 * Only the first fault is told; the rest follow from it. */
static void on_error(void *data, xmlErrorPtr error)
{
	struct xmlpart *part = data;
	struct place place = part->place;
	struct str text = str_trim(str_from(error->message));

	if (part->failed || error->level < XML_ERR_ERROR)
		return;
	part->failed = true;
	place.line = error->line;
	DIAG(part->sink, &READ_XML_BROKEN, place, text);
}

struct xmlpart *xmlpart_open(struct str bytes, struct place place,
			     struct arena *arena, struct diag_sink *sink)
{
	struct xmlpart *part = ARENA_NEW(arena, struct xmlpart);

	*part = (struct xmlpart){.place = place, .arena = arena, .sink = sink};
	if (bytes.n > INT_MAX) {
		DIAG(sink, &READ_XML_BROKEN, place, STR("2 GiB"));
		part->failed = true;
		return part;
	}
	part->reader = xmlReaderForMemory(bytes.s, (int)bytes.n, NULL, NULL,
					  XML_PARSE_NONET | XML_PARSE_NOCDATA);
	if (part->reader != NULL)
		xmlTextReaderSetStructuredErrorHandler(part->reader, on_error,
						       part);
	return part;
}

void xmlpart_close(struct xmlpart *part)
{
	xmlFreeTextReader(part->reader);
}

/* A document type may carry entities: none of our formats has one. */
static enum xml_event refuse_doctype(struct xmlpart *part)
{
	struct place place = part->place;

	place.line = xmlTextReaderGetParserLineNumber(part->reader);
	if (!part->failed)
		DIAG(part->sink, &READ_XML_BROKEN, place, STR("<!DOCTYPE>"));
	part->failed = true;
	return XML_OVER;
}

enum xml_event xmlpart_next(struct xmlpart *part)
{
	if (part->end_next) {
		part->end_next = false;
		return XML_END;
	}
	while (!part->failed && part->reader != NULL &&
	       xmlTextReaderRead(part->reader) == 1) {
		switch (xmlTextReaderNodeType(part->reader)) {
		case XML_READER_TYPE_ELEMENT:
			part->end_next =
			    xmlTextReaderIsEmptyElement(part->reader) == 1;
			return XML_START;
		case XML_READER_TYPE_END_ELEMENT: return XML_END;
		case XML_READER_TYPE_TEXT:
		case XML_READER_TYPE_CDATA:
		case XML_READER_TYPE_SIGNIFICANT_WHITESPACE: return XML_TEXT;
		case XML_READER_TYPE_DOCUMENT_TYPE: return refuse_doctype(part);
		default: break;
		}
	}
	return XML_OVER;
}

bool xmlpart_failed(const struct xmlpart *part)
{
	return part->failed;
}

static struct str from_xml(const xmlChar *text)
{
	return str_from((const char *)text);
}

struct str xmlpart_name(const struct xmlpart *part)
{
	return from_xml(xmlTextReaderConstLocalName(part->reader));
}

bool xmlpart_is(const struct xmlpart *part, const char *name)
{
	return str_is(xmlpart_name(part), name);
}

struct str xmlpart_text(const struct xmlpart *part)
{
	return from_xml(xmlTextReaderConstValue(part->reader));
}

struct str xmlpart_attr(const struct xmlpart *part, const char *name)
{
	struct str value = STR_NONE;

	while (xmlTextReaderMoveToNextAttribute(part->reader) == 1)
		if (xmlpart_is(part, name))
			value = str_copy(xmlpart_text(part), part->arena);
	xmlTextReaderMoveToElement(part->reader);
	return value;
}

int xmlpart_line(const struct xmlpart *part)
{
	return xmlTextReaderGetParserLineNumber(part->reader);
}
