/* SPDX-License-Identifier: MIT */
/*
 * Read with libxml2's SAX parser: no tree, no network, no DTD (so no entities
 * but XML's own five), its limits on depth and sizes in force. The encoding is
 * told by the content, as in the other carriers, and what the file says of it
 * is only compared.
 */
#include "read/xmlfile.h"

#include "base/arena.h"
#include "base/file.h"
#include "budget/schema.h"
#include "read/csv.h"
#include "read/decode.h"
#include "read/messages.h"
#include "read/texts.h"
#include "read/xmlencoding.h"
#include "read/xmlfault.h"
#include "read/xmlsax.h"
#include "read/xmlshape.h"
#include "read/xmltables.h"
#include "read/xsd.h"
#include "tables/sheets.h"

/* How deep elements stand in a file. */
enum { LEVEL_NONE, LEVEL_ROOT, LEVEL_TABLE, LEVEL_ROW, LEVEL_CELL };

#define LEVEL_MOST 32 /* a file of ours has 4 */

struct reading {
	struct xml_tables tables;
	struct diag_sink *sink;
	xmlParserCtxtPtr parser;
	struct xmlshape *shape;
	bool failed; /* it is no XML, or no file of ours: reported */
	struct xmlshape_element open[LEVEL_MOST + 1]; /* elements around */
	int level;
	struct xml_table *table; /* NULL: none, what comes is passed over */
	bool listed;		 /* the table is one of the XSD's, not a 表 */
	bool in_row;
	ptrdiff_t column; /* of the present cell, -1: passed over */
	struct buf text;  /* of the present cell */
	int32_t line;	  /* of the present cell */
};

static int32_t line_now(const struct reading *reading)
{
	return reading->parser->input == NULL ? 0
					      : reading->parser->input->line;
}

/* The value of an attribute without a namespace; empty: there is none. */
static struct str attribute(int n, const xmlChar **attributes, const char *name)
{
	int i;

	for (i = 0; i < n; i++, attributes += 5) {
		if (attributes[2] != NULL ||
		    !str_is(xmlsax_str(attributes[0]), name))
			continue;
		return (struct str){(const char *)attributes[3],
				    (size_t)(attributes[4] - attributes[3])};
	}
	return STR_NONE;
}

static void start_table(struct reading *reading,
			struct xmlshape_element *element, int n,
			const xmlChar **attributes)
{
	struct str name = element->name;
	bool general = str_is(name, XML_TABLE);

	reading->listed = !general && schema_named(name) != NULL;
	if (general)
		name = str_trim(attribute(n, attributes, XML_ATTR_NAME));
	else if (!reading->listed)
		element->in_name = element->shown;
	if (element->in_name != NULL)
		element->shown = (const xmlChar *)XML_TABLE;
	reading->table = name.n == 0 ? NULL
				     : xmltables_find(&reading->tables, name,
						      element->place.line);
}

static void start_row(struct reading *reading,
		      const struct xmlshape_element *element)
{
	reading->in_row =
	    reading->table != NULL && str_is(element->name, XML_ROW);
	if (reading->in_row)
		xmltables_start_row(reading->table, element->place.line);
}

static void start_cell(struct reading *reading,
		       struct xmlshape_element *element, int n,
		       const xmlChar **attributes)
{
	struct str name = element->name;
	struct xml_table *table = reading->table;

	reading->column = -1;
	reading->text.n = 0;
	reading->line = element->place.line;
	if (!reading->in_row)
		return;
	if (str_is(name, XML_CELL))
		name = str_trim(attribute(n, attributes, XML_ATTR_NAME));
	if (name.n > 0)
		reading->column = xmltables_column(
		    &reading->tables, table, name,
		    attribute(n, attributes, XML_ATTR_UNIT), reading->line);
	if (str_is(element->name, XML_CELL) ||
	    (reading->listed && reading->column >= 0 &&
	     table->columns[reading->column].known))
		return;
	element->in_name = element->shown;
	element->shown = (const xmlChar *)XML_CELL;
}

/* Nothing further of this file is read. */
static void stop(struct reading *reading)
{
	reading->failed = true;
	xmlStopParser(reading->parser);
}

static struct place place_now(const struct reading *reading)
{
	bool in_table = reading->level >= LEVEL_TABLE && reading->table != NULL;

	return xmltables_place(&reading->tables,
			       in_table ? reading->table->name : STR_NONE,
			       line_now(reading));
}

static void open_element(struct reading *reading,
			 struct xmlshape_element *element, int n,
			 const xmlChar **attributes)
{
	bool ours = element->uri == NULL;

	if (reading->level == LEVEL_TABLE) {
		reading->table = NULL;
		if (ours)
			start_table(reading, element, n, attributes);
	} else if (reading->level == LEVEL_ROW) {
		start_row(reading, element);
	} else if (reading->level == LEVEL_CELL && ours) {
		start_cell(reading, element, n, attributes);
	}
}

/* NOLINTNEXTLINE(readability-function-size): as libxml2 calls it */
static void on_start(void *data, const xmlChar *name, const xmlChar *prefix,
		     const xmlChar *uri, int n_namespaces,
		     const xmlChar **namespaces, int n, int n_defaulted,
		     const xmlChar **attributes)
{
	struct reading *reading = data;
	struct xmlshape_element *element;

	(void)prefix;
	(void)n_namespaces;
	(void)namespaces;
	(void)n_defaulted;
	if (reading->failed)
		return;
	if (++reading->level > LEVEL_MOST) {
		DIAG(reading->sink, &READ_XML_DEEP, place_now(reading),
		     str_format(reading->sink->arena, "%d", LEVEL_MOST));
		stop(reading);
		return;
	}
	element = &reading->open[reading->level];
	*element = (struct xmlshape_element){
	    .place = place_now(reading),
	    .name = xmlsax_str(name),
	    .above = reading->open[reading->level - 1].name,
	    .shown = name,
	    .uri = uri};
	open_element(reading, element, n, attributes);
	xmlshape_start(reading->shape, element, n, attributes);
	if (xmlshape_foreign(reading->shape))
		stop(reading);
}

static struct str text_of_cell(struct reading *reading)
{
	bool is_text = str_is(reading->table->name, "说明");
	size_t most = is_text ? TEXT_BYTES_MOST : CSV_CELL_MOST;

	if (reading->text.n <= most)
		return str_copy(buf_str(&reading->text), reading->tables.arena);
	DIAG(reading->sink, &READ_CELL_LONG,
	     xmltables_place(&reading->tables, reading->table->name,
			     reading->line),
	     str_format(reading->sink->arena, "%zu", most));
	return STR_NONE;
}

static void on_end(void *data, const xmlChar *name, const xmlChar *prefix,
		   const xmlChar *uri)
{
	struct reading *reading = data;
	int level = reading->level;

	(void)name;
	(void)prefix;
	(void)uri;
	if (reading->failed)
		return;
	xmlshape_end(reading->shape, &reading->open[level]);
	if (level == LEVEL_CELL && reading->in_row && reading->column >= 0)
		xmltables_put(reading->table, reading->column,
			      text_of_cell(reading));
	if (level == LEVEL_ROW && reading->in_row &&
	    !xmltables_end_row(&reading->tables, reading->table))
		reading->table = NULL;
	if (level <= LEVEL_ROW)
		reading->in_row = false;
	reading->level--;
}

/* Text where none may stand, unless it is blank. */
static void stray_text(struct reading *reading, const xmlChar *text, int n)
{
	struct xmlshape_element *element = &reading->open[reading->level];
	struct str stray = {(const char *)text, (size_t)n};

	if (element->text_line == 0 && str_trim(stray).n > 0)
		element->text_line = line_now(reading);
	xmlshape_text(reading->shape, element, text, n);
}

/* The text of a cell is any text, as in all carriers: only what stands where
 * none may stand is shown to the validator. */
static void on_text(void *data, const xmlChar *text, int n)
{
	struct reading *reading = data;

	if (reading->failed)
		return;
	if (reading->level != LEVEL_CELL || reading->column < 0)
		stray_text(reading, text, n);
	else if (reading->text.n <= TEXT_BYTES_MOST)
		buf_add(&reading->text,
			(struct str){(const char *)text, (size_t)n});
}

/* A document type may carry entities, and there is none in a file of ours. */
static void on_doctype(void *data, const xmlChar *name, const xmlChar *external,
		       const xmlChar *system)
{
	struct reading *reading = data;

	(void)name;
	(void)external;
	(void)system;
	if (!reading->failed)
		DIAG0(reading->sink, &READ_XML_DOCTYPE, place_now(reading));
	stop(reading);
}

static void on_fault(void *data, xmlErrorPtr error)
{
	struct reading *reading = data;
	struct place place = place_now(reading);

	if (reading->failed || error->level < XML_ERR_ERROR)
		return;
	place.line = error->line;
	xmlfault_report(error, place, reading->sink);
	stop(reading);
}

static bool parse(struct reading *reading, struct str text)
{
	xmlParserCtxtPtr parser = xmlNewParserCtxt();
	xmlDocPtr none;

	if (parser == NULL)
		return false;
	*parser->sax =
	    xmlsax_handler(on_start, on_end, on_text, on_doctype, on_fault);
	parser->userData = reading;
	reading->parser = parser;
	none = xmlCtxtReadMemory(parser, text.s, (int)text.n, NULL, NULL,
				 XMLSAX_OPTIONS);
	xmlFreeDoc(none);
	xmlFreeParserCtxt(parser);
	return !reading->failed;
}

static bool read_text(struct sheets *sheets, struct str text,
		      struct place place, xmlSchemaPtr schema,
		      struct diag_sink *sink)
{
	struct reading *reading = ARENA_NEW(sheets->arena, struct reading);
	bool ok;

	*reading = (struct reading){
	    .tables = {.arena = sheets->arena, .sink = sink, .place = place},
	    .sink = sink,
	    .text = {.arena = sheets->arena}};
	reading->shape = xmlshape_open(schema, sheets->arena, sink);
	if (reading->shape == NULL)
		return false;
	ok = parse(reading, text);
	xmlshape_close(reading->shape);
	if (ok && reading->tables.n == 0) {
		DIAG0(sink, &READ_XML_EMPTY, place);
		return false;
	}
	if (ok)
		xmltables_finish(&reading->tables, sheets);
	return ok;
}

bool xmlfile_parse(struct sheets *sheets, struct str bytes, struct place place,
		   xmlSchemaPtr schema, struct diag_sink *sink)
{
	struct str text;

	place.column_is_char = true;
	if (!decode_text(bytes, place, sheets->arena, sink, &text))
		return false;
	xmlencoding_compare(bytes, text, place, sink);
	return xmlfault_is_bounded(text, place, sink) &&
	       read_text(sheets, text, place, schema, sink);
}

bool xmlfile_read(struct sheets *sheets, struct str path,
		  struct mapping *mapping, struct diag_sink *sink)
{
	struct place place = {.file = decode_name(path, sheets->arena)};
	xmlSchemaPtr schema;
	struct str bytes;
	bool ok;

	(void)mapping;
	if (!file_read(path, XMLFILE_BYTES_MOST, sheets->arena, sink, &bytes))
		return false;
	schema = xmlshape_schema();
	ok =
	    schema != NULL && xmlfile_parse(sheets, bytes, place, schema, sink);
	xmlSchemaFree(schema);
	return ok;
}

bool xmlfile_matches(struct str path)
{
	static const struct str starts[] = {
	    STR_INIT("<"), STR_INIT("\xEF\xBB\xBF<"), STR_INIT("\xFF\xFE<"),
	    STR_INIT("\xFE\xFF\0<")};
	char room[256];
	struct str head = str_trim(file_peek(path, room, sizeof(room)));
	size_t i;

	for (i = 0; i < sizeof(starts) / sizeof(starts[0]); i++)
		if (str_starts(head, starts[i]))
			return true;
	return false;
}
