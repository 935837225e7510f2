/* SPDX-License-Identifier: MIT */
#include "read/xmlshape.h"

#include <string.h>

#include "base/arena.h"
#include "read/messages.h"
#include "read/xsd.h"

/* Of the file's own attributes; more are no file of ours. */
#define ATTRIBUTES_MOST 16
#define PER_ATTRIBUTE	5 /* pointers that the parser gives for each */

/* An attribute that elements of a table lack: mostly all of its rows. */
struct missing {
	struct str element, attribute;
	struct place first;
	size_t n;
};

struct xmlshape {
	struct arena *arena;
	struct diag_sink *sink;
	xmlSchemaValidCtxtPtr context;
	xmlSAXHandlerPtr sax; /* the validator's own */
	void *sax_data;
	xmlSchemaSAXPlugPtr plug;
	const struct xmlshape_element *at; /* what is being validated */
	bool foreign;
	struct missing *missing; /* told at the end */
	size_t n_missing, room_missing;
};

/* What stands between open and close in a message of libxml2. */
static struct str part_of(struct str text, const char *open, const char *close)
{
	ptrdiff_t from = str_find(text, str_from(open));
	ptrdiff_t n;

	if (from < 0)
		return STR_NONE;
	text = str_slice(text, (size_t)from + strlen(open), text.n);
	n = str_find(text, str_from(close));
	return n < 0 ? STR_NONE : str_slice(text, 0, (size_t)n);
}

/* 'a', 'b' -> a、b */
static struct str unquoted(struct str list, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t i;

	for (i = 0; i < list.n; i++) {
		if (list.s[i] == ',')
			buf_add_cstr(&buf, "、");
		else if (list.s[i] != '\'' && list.s[i] != ' ')
			buf_add_char(&buf, list.s[i]);
	}
	return buf_str(&buf);
}

static void report_text(const struct xmlshape *shape)
{
	struct place place = shape->at->place;

	if (shape->at->text_line > 0)
		place.line = shape->at->text_line;
	DIAG(shape->sink, &READ_XML_TEXT, place, shape->at->name);
}

static struct missing *find_missing(const struct xmlshape *shape,
				    struct str attribute)
{
	size_t i;

	for (i = 0; i < shape->n_missing; i++) {
		struct missing *missing = &shape->missing[i];

		if (str_equal(missing->element, shape->at->name) &&
		    str_equal(missing->attribute, attribute) &&
		    str_equal(missing->first.sheet, shape->at->place.sheet))
			return missing;
	}
	return NULL;
}

static void note_missing(struct xmlshape *shape, struct str attribute)
{
	struct missing *missing = find_missing(shape, attribute);

	if (missing == NULL) {
		shape->missing =
		    arena_grow(shape->arena, shape->missing, shape->n_missing,
			       &shape->room_missing, sizeof(*shape->missing));
		missing = &shape->missing[shape->n_missing++];
		*missing = (struct missing){
		    .element = str_copy(shape->at->name, shape->arena),
		    .attribute = str_copy(attribute, shape->arena),
		    .first = shape->at->place};
	}
	missing->n++;
}

static void report_missing(const struct xmlshape *shape)
{
	size_t i;

	for (i = 0; i < shape->n_missing; i++) {
		const struct missing *missing = &shape->missing[i];

		DIAG(shape->sink, &READ_XML_MISSING, missing->first,
		     missing->element, missing->attribute,
		     str_format(shape->sink->arena, "%zu", missing->n));
	}
}

static void report_value(struct xmlshape *shape, struct str text)
{
	DIAG(shape->sink, &READ_XML_VALUE, shape->at->place, shape->at->name,
	     part_of(text, "attribute '", "'"),
	     part_of(text, "The value '", "'"),
	     unquoted(part_of(text, "{", "}"), shape->sink->arena));
}

/* The validator says in English and in terms of the schema what is wrong; here
 * it is said in terms of the file. */
static void on_fault(void *data, xmlErrorPtr error)
{
	struct xmlshape *shape = data;
	const struct xmlshape_element *at = shape->at;
	struct str text = str_trim(str_from(error->message));

	switch (error->code) {
	case XML_SCHEMAV_CVC_ELT_1:
		shape->foreign = true;
		DIAG(shape->sink, &READ_XML_ROOT, at->place, at->name);
		break;
	case XML_SCHEMAV_ELEMENT_CONTENT:
	case XML_SCHEMAV_CVC_TYPE_3_1_2:
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2:
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_4:
		DIAG(shape->sink, &READ_XML_ELEMENT, at->place, at->name,
		     at->above);
		break;
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3: report_text(shape); break;
	case XML_SCHEMAV_CVC_TYPE_3_1_1:
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2:
		DIAG(shape->sink, &READ_XML_ATTRIBUTE, at->place, at->name,
		     part_of(text, "attribute '", "'"));
		break;
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_4:
		note_missing(shape, part_of(text, "attribute '", "'"));
		break;
	case XML_SCHEMAV_CVC_ENUMERATION_VALID:
		report_value(shape, text);
		break;
	case XML_SCHEMAV_CVC_MINLENGTH_VALID:
		note_missing(shape, STR(XML_ATTR_NAME));
		break;
	/* Says of the whole value what was said of its part just before. */
	case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1:
	case XML_SCHEMAV_CVC_ATTRIBUTE_3: break;
	default: DIAG(shape->sink, &READ_XML_SHAPE, at->place, text); break;
	}
}

xmlSchemaPtr xmlshape_schema(void)
{
	struct arena *arena = arena_open();
	struct str text = xsd_text(arena);
	xmlSchemaParserCtxtPtr parser =
	    xmlSchemaNewMemParserCtxt(text.s, (int)text.n);
	xmlSchemaPtr schema = parser == NULL ? NULL : xmlSchemaParse(parser);

	xmlSchemaFreeParserCtxt(parser);
	arena_close(arena);
	return schema;
}

struct xmlshape *xmlshape_open(xmlSchemaPtr schema, struct arena *arena,
			       struct diag_sink *sink)
{
	struct xmlshape *shape = ARENA_NEW(arena, struct xmlshape);

	*shape = (struct xmlshape){.arena = arena, .sink = sink};
	shape->context = xmlSchemaNewValidCtxt(schema);
	if (shape->context != NULL) {
		xmlSchemaSetValidStructuredErrors(shape->context, on_fault,
						  shape);
		shape->plug = xmlSchemaSAXPlug(shape->context, &shape->sax,
					       &shape->sax_data);
	}
	if (shape->plug != NULL)
		return shape;
	xmlshape_close(shape);
	return NULL;
}

void xmlshape_close(struct xmlshape *shape)
{
	report_missing(shape);
	if (shape->plug != NULL)
		xmlSchemaSAXUnplug(shape->plug);
	if (shape->context != NULL)
		xmlSchemaFreeValidCtxt(shape->context);
}

/* The attributes with 名 before them, if the file has none itself. */
static int with_name(const xmlChar *name, int n, const xmlChar **attributes,
		     const xmlChar **all)
{
	int i;

	if (n >= ATTRIBUTES_MOST)
		n = ATTRIBUTES_MOST - 1;
	memset(all, 0, PER_ATTRIBUTE * sizeof(*all));
	all[0] = (const xmlChar *)XML_ATTR_NAME;
	all[3] = name;
	all[4] = name + strlen((const char *)name);
	if (n > 0)
		memcpy(all + PER_ATTRIBUTE, attributes,
		       (size_t)n * PER_ATTRIBUTE * sizeof(*all));
	for (i = 1; i <= n; i++)
		if (xmlStrEqual(all[(ptrdiff_t)i * PER_ATTRIBUTE], all[0]))
			return -1;
	return n + 1;
}

void xmlshape_start(struct xmlshape *shape,
		    const struct xmlshape_element *element, int n_attributes,
		    const xmlChar **attributes)
{
	const xmlChar *all[ATTRIBUTES_MOST * PER_ATTRIBUTE];
	int n =
	    element->in_name == NULL
		? -1
		: with_name(element->in_name, n_attributes, attributes, all);

	shape->at = element;
	shape->sax->startElementNs(
	    shape->sax_data, element->shown, NULL, element->uri, 0, NULL,
	    n > 0 ? n : n_attributes, 0, n > 0 ? all : attributes);
}

void xmlshape_text(struct xmlshape *shape,
		   const struct xmlshape_element *element, const xmlChar *text,
		   int n)
{
	shape->at = element;
	shape->sax->characters(shape->sax_data, text, n);
}

void xmlshape_end(struct xmlshape *shape,
		  const struct xmlshape_element *element)
{
	shape->at = element;
	shape->sax->endElementNs(shape->sax_data, element->shown, NULL,
				 element->uri);
}

bool xmlshape_foreign(const struct xmlshape *shape)
{
	return shape->foreign;
}
