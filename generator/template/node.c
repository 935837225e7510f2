/* SPDX-License-Identifier: MIT */
#include "template/node.h"

#include <libxml/parser.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/utf8.h"
#include "base/xmltag.h"
#include "template/messages.h"

#define MOST_BYTES (4u << 20)
#define DEEPEST	   64

/* Reading: libxml2's tree, and how far in the source its walk has come. */
struct reader {
	const struct source *source;
	size_t at;
	struct arena *arena;
	struct diag_sink *sink;
	bool ok;
};

static struct str rest(const struct reader *reader)
{
	return str_slice(reader->source->bytes, reader->at,
			 reader->source->bytes.n);
}

/* Moves behind the next mark. */
static void pass(struct reader *reader, const char *mark)
{
	ptrdiff_t found = str_find(rest(reader), str_from(mark));

	if (found < 0)
		reader->at = reader->source->bytes.n;
	else
		reader->at += (size_t)found + strlen(mark);
}

/* The number of bytes that one character of decoded text takes in raw. */
static size_t raw_step(struct str raw, size_t at)
{
	size_t next = at;

	if (raw.s[at] == '&') {
		while (next < raw.n && raw.s[next] != ';')
			next++;
		return next - at + 1;
	}
	(void)utf8_next(raw, &next);
	if (raw.s[at] == '\r' && next < raw.n && raw.s[next] == '\n')
		next++;
	return next - at;
}

/* Offset in raw of an offset in the decoded text. */
static size_t raw_offset(struct str raw, struct str text, size_t offset)
{
	size_t in_text = 0;
	size_t at = 0;

	while (in_text < offset && in_text < text.n && at < raw.n) {
		(void)utf8_next(text, &in_text);
		at += raw_step(raw, at);
	}
	return at;
}

/* The line that holds the byte, from 0. */
static size_t line_at(const struct source *source, size_t offset)
{
	size_t low = 0;
	size_t high = source->n_lines;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (source->lines[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	return low;
}

static struct place source_place(const struct source *source, size_t offset)
{
	size_t line = line_at(source, offset);
	size_t start = source->lines[line];
	struct str before = str_slice(source->bytes, start, offset - start);

	return (struct place){.file = source->path,
			      .line = (int32_t)line + 1,
			      .column_no = (int32_t)utf8_length(before) + 1,
			      .column_is_char = true};
}

static struct source *source_new(struct str path, struct str bytes,
				 struct arena *arena)
{
	struct source *source = ARENA_NEW(arena, struct source);
	size_t n = 1;
	size_t i;

	for (i = 0; i < bytes.n; i++)
		n += bytes.s[i] == '\n';
	source->path = path;
	source->bytes = bytes;
	source->lines = ARENA_ARRAY(arena, n, size_t);
	source->n_lines = 1;
	for (i = 0; i < bytes.n; i++)
		if (bytes.s[i] == '\n')
			source->lines[source->n_lines++] = i + 1;
	return source;
}

struct place spot_place(const struct spot *spot, size_t offset)
{
	size_t start;

	if (spot->source == NULL)
		return spot->place;
	start = (size_t)(spot->raw.s - spot->source->bytes.s);
	return source_place(spot->source,
			    start + raw_offset(spot->raw, spot->text, offset));
}

struct spot spot_slice(const struct spot *spot, size_t from, size_t n)
{
	struct spot part = *spot;
	size_t raw_from;
	size_t raw_end;

	part.text = str_slice(spot->text, from, n);
	if (spot->source == NULL)
		return part;
	raw_from = raw_offset(spot->raw, spot->text, from);
	raw_end = raw_offset(spot->raw, spot->text, from + part.text.n);
	part.raw = str_slice(spot->raw, raw_from, raw_end - raw_from);
	return part;
}

struct place node_place(const struct node *node)
{
	return spot_place(&node->text, 0);
}

const struct spot *node_attribute(const struct node *node, const char *name)
{
	size_t i;

	for (i = 0; i < node->n_attributes; i++)
		if (str_is(node->attributes[i].name, name))
			return &node->attributes[i].value;
	return NULL;
}

bool node_is_blank(const struct node *node)
{
	size_t i;

	if (node->name.n > 0)
		return false;
	for (i = 0; i < node->text.text.n; i++)
		if (strchr(" \t\r\n", node->text.text.s[i]) == NULL)
			return false;
	return true;
}

static struct str copied(const xmlChar *text, struct arena *arena)
{
	return str_copy(str_from((const char *)text), arena);
}

/* An attribute's raw value: the next quoted text of the tag. */
static struct str next_raw_value(struct reader *reader)
{
	struct str bytes = reader->source->bytes;
	size_t start;
	char quote;

	while (reader->at < bytes.n && bytes.s[reader->at] != '"' &&
	       bytes.s[reader->at] != '\'')
		reader->at++;
	if (reader->at >= bytes.n)
		return STR_NONE;
	quote = bytes.s[reader->at++];
	start = reader->at;
	while (reader->at < bytes.n && bytes.s[reader->at] != quote)
		reader->at++;
	reader->at++;
	return str_slice(bytes, start, reader->at - 1 - start);
}

static void read_attributes(struct reader *reader, xmlNode *xml,
			    struct node *node)
{
	xmlAttr *attribute;
	size_t n = 0;

	for (attribute = xml->properties; attribute;
	     attribute = attribute->next)
		n++;
	node->attributes = ARENA_ARRAY(reader->arena, n, struct attribute);
	for (attribute = xml->properties; attribute;
	     attribute = attribute->next) {
		struct attribute *to = &node->attributes[node->n_attributes++];
		xmlChar *value =
		    xmlNodeListGetString(xml->doc, attribute->children, 1);

		to->name = copied(attribute->name, reader->arena);
		to->value.text = copied(value, reader->arena);
		to->value.raw = next_raw_value(reader);
		to->value.source = reader->source;
		xmlFree(value);
	}
}

static struct node *read_text(struct reader *reader, xmlNode *xml)
{
	struct node *node = ARENA_NEW(reader->arena, struct node);
	bool cdata = xml->type == XML_CDATA_SECTION_NODE;
	ptrdiff_t end;

	if (cdata)
		pass(reader, "<![CDATA[");
	end = str_find(rest(reader), cdata ? STR("]]>") : STR("<"));
	node->text.text = copied(xml->content, reader->arena);
	node->text.raw = str_slice(reader->source->bytes, reader->at,
				   end < 0 ? 0 : (size_t)end);
	node->text.source = reader->source;
	reader->at += end < 0 ? 0 : (size_t)end;
	if (cdata)
		pass(reader, "]]>");
	return node;
}

static struct node *read_element(struct reader *reader, xmlNode *xml,
				 int depth);

/* One node of libxml2's tree; NULL if nothing of it is kept. */
static struct node *read_node(struct reader *reader, xmlNode *xml, int depth)
{
	if (xml->type == XML_ELEMENT_NODE)
		return read_element(reader, xml, depth);
	if (xml->type == XML_TEXT_NODE || xml->type == XML_CDATA_SECTION_NODE)
		return read_text(reader, xml);
	pass(reader, xml->type == XML_COMMENT_NODE ? "-->" : "?>");
	return NULL;
}

static void read_children(struct reader *reader, xmlNode *xml,
			  struct node *node, int depth)
{
	const struct node **children = NULL;
	size_t room = 0;
	xmlNode *child;

	for (child = xml->children; child; child = child->next) {
		struct node *read = read_node(reader, child, depth + 1);

		if (read == NULL)
			continue;
		children = arena_grow(reader->arena, children, node->n_children,
				      &room, sizeof(const struct node *));
		children[node->n_children++] = read;
	}
	node->children = children;
}

static struct node *read_element(struct reader *reader, xmlNode *xml, int depth)
{
	struct node *node = ARENA_NEW(reader->arena, struct node);
	size_t start;

	pass(reader, "<");
	start = reader->at - 1;
	node->name = copied(xml->name, reader->arena);
	node->text.source = reader->source;
	node->text.raw =
	    str_slice(reader->source->bytes, start, node->name.n + 1);
	if (depth > DEEPEST) {
		DIAG0(reader->sink, &TEMPLATE_DEEP, node_place(node));
		reader->ok = false;
		return node;
	}
	read_attributes(reader, xml, node);
	pass(reader, ">");
	if (reader->source->bytes.s[reader->at - 2] == '/')
		return node;
	read_children(reader, xml, node, depth);
	pass(reader, ">");
	return node;
}

/* Where the parser's first complaint goes. */
struct complaint {
	const struct source *source;
	struct diag_sink *sink;
	bool made;
};

/* Later complaints follow from the first. */
static void report_xml(void *context, xmlError *error)
{
	struct complaint *complaint = ((xmlParserCtxt *)context)->_private;
	struct place place = {.file = complaint->source->path,
			      .line = error->line,
			      .column_no = error->int2,
			      .column_is_char = true};

	if (!complaint->made)
		DIAG(complaint->sink, &TEMPLATE_XML, place,
		     str_trim(str_from(error->message)));
	complaint->made = true;
}

static struct node *read_document(xmlDoc *xml, const struct source *source,
				  struct arena *arena, struct diag_sink *sink)
{
	struct reader reader = {
	    .source = source, .arena = arena, .sink = sink, .ok = true};
	struct node *root = NULL;
	xmlNode *child;

	if (xml->intSubset != NULL) {
		DIAG0(sink, &TEMPLATE_DTD,
		      ((struct place){.file = source->path}));
		return NULL;
	}
	if (str_starts(rest(&reader), STR("<?xml")))
		pass(&reader, "?>");
	for (child = xml->children; child && root == NULL; child = child->next)
		root = read_node(&reader, child, 0);
	return reader.ok ? root : NULL;
}

struct node *node_parse(struct str path, struct str bytes, struct arena *arena,
			struct diag_sink *sink)
{
	const struct source *source;
	struct complaint complaint;
	xmlParserCtxt *context;
	struct node *root = NULL;
	ptrdiff_t crowded;
	xmlDoc *xml;

	if (str_starts(bytes, STR("\xEF\xBB\xBF")))
		bytes = str_slice(bytes, 3, bytes.n);
	source = source_new(str_copy(path, arena), bytes, arena);
	complaint = (struct complaint){source, sink, false};
	if (utf8_fault(bytes) < bytes.n) {
		DIAG0(sink, &TEMPLATE_ENCODING,
		      source_place(source, utf8_fault(bytes)));
		return NULL;
	}
	crowded = xmltag_crowded(bytes);
	if (crowded >= 0) {
		DIAG(sink, &TEMPLATE_XML, source_place(source, (size_t)crowded),
		     STR("too many attributes"));
		return NULL;
	}
	context = xmlNewParserCtxt();
	if (context == NULL)
		return NULL;
	context->_private = &complaint;
	context->sax->serror = report_xml;
	xml = xmlCtxtReadMemory(context, bytes.s, (int)bytes.n, NULL, "UTF-8",
				XML_PARSE_NONET | XML_PARSE_NOERROR |
				    XML_PARSE_NOWARNING);
	if (xml != NULL)
		root = read_document(xml, source, arena, sink);
	xmlFreeDoc(xml);
	xmlFreeParserCtxt(context);
	return root;
}

struct node *node_read(struct str path, struct arena *arena,
		       struct diag_sink *sink)
{
	struct str bytes;

	if (!file_read(path, MOST_BYTES, arena, sink, &bytes))
		return NULL;
	return node_parse(path, bytes, arena, sink);
}
