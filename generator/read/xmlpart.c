/* SPDX-License-Identifier: MIT */
/*
 * libxml2's parser pushes: a piece of the text is fed to it, and what it says
 * of that piece waits in a queue to be pulled. Its own pulling reader builds a
 * node for each element and attribute, which took most of the time that a
 * sheet of 100,000 rows needs.
 */
#include "read/xmlpart.h"

#include <limits.h>
#include <string.h>

#include "base/arena.h"
#include "read/messages.h"
#include "read/xmlencoding.h"
#include "read/xmlfault.h"
#include "read/xmlsax.h"

#define PIECE ((size_t)32 << 10) /* [bytes] fed at once */

#define PER_ATTRIBUTE 5 /* pointers that the parser gives for each */

/* A stretch of the queue's bytes. */
struct stretch {
	size_t from, n;
};

struct attribute {
	const xmlChar *name; /* without prefix; the parser's own */
	struct stretch value;
};

struct event {
	enum xml_event kind;
	const xmlChar *name; /* of an element; the parser's own */
	struct stretch text; /* of an XML_TEXT */
	size_t first_attribute, n_attributes;
};

struct xmlpart {
	xmlParserCtxtPtr parser;
	struct place place;
	struct arena *arena;
	struct diag_sink *sink;
	struct str rest; /* not fed yet */
	bool failed;
	bool over; /* all was fed, or a fault ended it */

	/* The queue: events from at on are to come, the one before it is the
	 * present one. */
	struct arena *own;
	struct event *events;
	size_t n_events, room_events, at;
	struct attribute *attributes;
	size_t n_attributes, room_attributes;
	struct buf bytes;
};

static struct stretch keep(struct xmlpart *part, const void *bytes, size_t n)
{
	struct stretch stretch = {part->bytes.n, n};

	buf_add(&part->bytes, (struct str){bytes, n});
	return stretch;
}

static struct event *add_event(struct xmlpart *part, enum xml_event kind,
			       const xmlChar *name)
{
	struct event *event;

	part->events = arena_grow(part->own, part->events, part->n_events,
				  &part->room_events, sizeof(*part->events));
	event = &part->events[part->n_events++];
	*event = (struct event){.kind = kind, .name = name};
	return event;
}

static void add_attribute(struct xmlpart *part, const xmlChar **attribute)
{
	part->attributes =
	    arena_grow(part->own, part->attributes, part->n_attributes,
		       &part->room_attributes, sizeof(*part->attributes));
	part->attributes[part->n_attributes++] = (struct attribute){
	    attribute[0],
	    keep(part, attribute[3], (size_t)(attribute[4] - attribute[3]))};
}

/* NOLINTNEXTLINE(readability-function-size): as libxml2 calls it */
static void on_start(void *data, const xmlChar *name, const xmlChar *prefix,
		     const xmlChar *uri, int n_namespaces,
		     const xmlChar **namespaces, int n, int n_defaulted,
		     const xmlChar **attributes)
{
	struct xmlpart *part = data;
	struct event *event = add_event(part, XML_START, name);
	int i;

	(void)prefix;
	(void)uri;
	(void)n_namespaces;
	(void)namespaces;
	(void)n_defaulted;
	event->first_attribute = part->n_attributes;
	event->n_attributes = (size_t)n;
	for (i = 0; i < n; i++, attributes += PER_ATTRIBUTE)
		add_attribute(part, attributes);
}

static void on_end(void *data, const xmlChar *name, const xmlChar *prefix,
		   const xmlChar *uri)
{
	(void)prefix;
	(void)uri;
	add_event(data, XML_END, name);
}

/* The parser may give a text in several pieces. */
static void on_text(void *data, const xmlChar *text, int n)
{
	struct xmlpart *part = data;
	struct stretch stretch = keep(part, text, (size_t)n);

	if (part->n_events > part->at &&
	    part->events[part->n_events - 1].kind == XML_TEXT)
		part->events[part->n_events - 1].text.n += stretch.n;
	else
		add_event(part, XML_TEXT, NULL)->text = stretch;
}

/* The place is the sheet: lines of a part tell nobody anything. */
static void fail(struct xmlpart *part, struct str why)
{
	if (!part->failed)
		DIAG(part->sink, &READ_XML_BROKEN, part->place, why);
	part->failed = true;
}

/* The parser's own words are English and technical. Only the first fault is
 * told; the rest follow from it. */
static void on_error(void *data, xmlErrorPtr error)
{
	struct str words = str_from(error->message);
	struct str line;

	if (error->level >= XML_ERR_ERROR && str_split(&words, '\n', &line))
		fail(data, str_trim(line));
}

/* A document type may carry entities: none of our formats has one. */
static void on_doctype(void *data, const xmlChar *name, const xmlChar *external,
		       const xmlChar *system)
{
	struct xmlpart *part = data;

	(void)name;
	(void)external;
	(void)system;
	fail(part, STR("<!DOCTYPE>"));
	xmlStopParser(part->parser);
}

struct xmlpart *xmlpart_open(struct str bytes, struct place place,
			     struct arena *arena, struct diag_sink *sink)
{
	/* The parser takes a copy of it. */
	xmlSAXHandler handler =
	    xmlsax_handler(on_start, on_end, on_text, on_doctype, on_error);
	struct xmlpart *part = ARENA_NEW(arena, struct xmlpart);

	*part = (struct xmlpart){
	    .place = place, .arena = arena, .sink = sink, .own = arena_open()};
	part->bytes.arena = part->own;
	part->failed =
	    !xmlencoding_to_utf8(bytes, place, arena, sink, &part->rest) ||
	    !xmlfault_is_bounded(part->rest, place, sink);
	part->parser = xmlCreatePushParserCtxt(&handler, part, NULL, 0, NULL);
	if (part->parser != NULL)
		xmlCtxtUseOptions(part->parser, XMLSAX_OPTIONS);
	part->over = part->parser == NULL || part->failed;
	return part;
}

void xmlpart_close(struct xmlpart *part)
{
	xmlFreeParserCtxt(part->parser);
	arena_close(part->own);
}

/* Feeds the next piece; what was pulled already makes room. */
static void feed(struct xmlpart *part)
{
	struct str piece = str_slice(part->rest, 0, PIECE);

	if (part->at == part->n_events) {
		part->at = 0;
		part->n_events = 0;
		part->n_attributes = 0;
		part->bytes.n = 0;
	}
	part->rest = str_slice(part->rest, piece.n, part->rest.n);
	part->over = part->rest.n == 0;
	xmlParseChunk(part->parser, piece.s, (int)piece.n, part->over);
	part->over = part->over || part->failed;
}

/* Is there an event to pull? A text only when it is known to be whole. */
static bool is_waiting(const struct xmlpart *part)
{
	size_t n = part->n_events - part->at;

	return n > 1 || (n == 1 && (part->events[part->at].kind != XML_TEXT ||
				    part->over));
}

enum xml_event xmlpart_next(struct xmlpart *part)
{
	while (!is_waiting(part) && !part->over)
		feed(part);
	if (!is_waiting(part))
		return XML_OVER;
	return part->events[part->at++].kind;
}

bool xmlpart_failed(const struct xmlpart *part)
{
	return part->failed;
}

static const struct event *present(const struct xmlpart *part)
{
	return &part->events[part->at - 1];
}

/* There are no bytes at all where the first values are empty. */
static struct str bytes_of(const struct xmlpart *part, struct stretch stretch)
{
	if (stretch.n == 0)
		return STR("");
	return (struct str){part->bytes.s + stretch.from, stretch.n};
}

struct str xmlpart_name(const struct xmlpart *part)
{
	return xmlsax_str(present(part)->name);
}

bool xmlpart_is(const struct xmlpart *part, const char *name)
{
	const xmlChar *own = present(part)->name;

	return own != NULL && strcmp((const char *)own, name) == 0;
}

struct str xmlpart_text(const struct xmlpart *part)
{
	return bytes_of(part, present(part)->text);
}

struct str xmlpart_attr_now(const struct xmlpart *part, const char *name)
{
	const struct event *event = present(part);
	size_t i;

	for (i = event->n_attributes; i > 0; i--) {
		const struct attribute *attribute =
		    &part->attributes[event->first_attribute + i - 1];

		if (strcmp((const char *)attribute->name, name) == 0)
			return bytes_of(part, attribute->value);
	}
	return STR_NONE;
}

struct str xmlpart_attr(const struct xmlpart *part, const char *name)
{
	return str_copy(xmlpart_attr_now(part, name), part->arena);
}

bool xmlpart_is_true(struct str value)
{
	return str_is(value, "1") || str_is(value, "true");
}
