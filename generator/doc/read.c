/* SPDX-License-Identifier: MIT */
/* A doc file back into a doc: one function per element. */
#include <limits.h>
#include <string.h>

#include <libxml/parser.h>

#include "base/arena.h"
#include "base/xmltag.h"
#include "doc/doc.h"
#include "doc/dump.h"
#include "doc/messages.h"
#include "doc/places.h"
#include "doc/reader.h"
#include "doc/shape.h"

/* No network, no entities from outside; a DOCTYPE is refused below. */
#define XML_OPTIONS                                                            \
	(XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |           \
	 XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES)

struct place reader_place(const struct reader *reader,
			  const struct _xmlNode *node)
{
	long line = xmlGetLineNo(node);

	return (struct place){.file = reader->file,
			      .line = line > 0 ? (int32_t)line : 0};
}

bool node_is(const struct _xmlNode *node, const char *name)
{
	return node->ns == NULL && strcmp((const char *)node->name, name) == 0;
}

static void report_xml(struct reader *reader, xmlParserCtxt *context)
{
	const xmlError *error = xmlCtxtGetLastError(context);
	struct place place = {.file = reader->file};
	struct str message =
	    STR("it is too large, or an element has too many attributes");

	if (error != NULL) {
		place.line = error->line;
		message = str_trim(str_from(error->message));
	}
	DIAG(reader->sink, &DOC_XML, place, message);
}

/* The root of a whole document; false: reported. */
static bool check_root(struct reader *reader, const xmlDoc *xml,
		       const struct _xmlNode *root, const char *wanted)
{
	if (xml->intSubset != NULL || xml->extSubset != NULL) {
		DIAG0(reader->sink, &DOC_TYPE, reader_place(reader, root));
		return false;
	}
	if (node_is(root, wanted))
		return true;
	DIAG(reader->sink, &DOC_ROOT, reader_place(reader, root),
	     str_from((const char *)root->name), str_from(wanted));
	return false;
}

struct _xmlNode *reader_open(struct reader *reader, struct str xml,
			     const char *wanted)
{
	xmlParserCtxt *context = xmlNewParserCtxt();
	struct _xmlNode *root = NULL;
	xmlDoc *parsed = NULL;

	if (context != NULL && xml.n <= INT_MAX && xmltag_crowded(xml) < 0)
		parsed = xmlCtxtReadMemory(context, xml.n > 0 ? xml.s : "",
					   (int)xml.n, NULL, NULL, XML_OPTIONS);
	if (parsed == NULL)
		report_xml(reader, context);
	else
		root = xmlDocGetRootElement(parsed);
	xmlFreeParserCtxt(context);
	if (root != NULL && check_root(reader, parsed, root, wanted))
		return root;
	xmlFreeDoc(parsed);
	reader->failed = true;
	return NULL;
}

void reader_close(struct _xmlNode *root)
{
	if (root != NULL)
		xmlFreeDoc(root->doc);
}

static bool is_text(const struct _xmlNode *node)
{
	return node->type == XML_TEXT_NODE ||
	       node->type == XML_CDATA_SECTION_NODE;
}

static struct str node_text(const struct _xmlNode *node)
{
	return str_from((const char *)node->content);
}

struct _xmlNode *reader_element(struct reader *reader, struct _xmlNode *node)
{
	for (; node != NULL && node->type != XML_ELEMENT_NODE;
	     node = node->next) {
		struct str text;

		if (!is_text(node))
			continue;
		text = str_trim(node_text(node));
		if (text.n == 0)
			continue;
		DIAG(reader->sink, &DOC_TEXT, reader_place(reader, node),
		     str_from((const char *)node->parent->name),
		     str_copy(text, reader->arena));
		reader->failed = true;
	}
	return node;
}

void reader_unknown(struct reader *reader, const struct _xmlNode *node)
{
	DIAG(reader->sink, &DOC_ELEMENT, reader_place(reader, node),
	     str_from((const char *)node->name),
	     str_from((const char *)node->parent->name));
	reader->failed = true;
}

static void fields(struct reader *reader, const struct _xmlNode *node,
		   const struct shape *shape, void *item)
{
	struct target target = {shape, item};

	reader_fields(reader, node, &target, 1, NULL);
}

/* How many child elements have that name. */
static size_t count(const struct _xmlNode *node, const char *name)
{
	size_t n = 0;

	for (node = node->children; node != NULL; node = node->next)
		n += node->type == XML_ELEMENT_NODE && node_is(node, name);
	return n;
}

/* Text without its line breaks and the blanks around them: they are the
 * file's, not the document's. */
static void add_lines(struct buf *buf, struct str text)
{
	while (text.n > 0) {
		const char *at = memchr(text.s, '\n', text.n);
		size_t n = at == NULL ? text.n : (size_t)(at - text.s);
		struct str line = {text.s, n};

		while (at != NULL && line.n > 0 &&
		       strchr(" \t", line.s[line.n - 1]) != NULL)
			line.n--;
		buf_add(buf, line);
		if (at == NULL)
			return;
		text = str_slice(text, n + 1, text.n);
		while (text.n > 0 && strchr(" \t", text.s[0]) != NULL)
			text = str_slice(text, 1, text.n);
	}
}

/* Runs of one paragraph, growing. */
struct runs {
	struct run *items;
	size_t n;
	size_t room;
	struct buf bare; /* text that stands for itself */
};

static void add_run(struct reader *reader, struct runs *runs, struct run run)
{
	runs->items = arena_grow(reader->arena, runs->items, runs->n,
				 &runs->room, sizeof(*runs->items));
	runs->items[runs->n++] = run;
}

static void end_bare(struct reader *reader, struct runs *runs)
{
	if (runs->bare.n > 0)
		add_run(reader, runs,
			(struct run){.text = buf_str(&runs->bare)});
	runs->bare = (struct buf){.arena = reader->arena};
}

/* <r>: text only. */
static void read_run(struct reader *reader, const struct _xmlNode *node,
		     struct runs *runs)
{
	struct buf text = {.arena = reader->arena};
	struct run run = {.strong = false};

	fields(reader, node, &shape_run, &run);
	for (const struct _xmlNode *child = node->children; child != NULL;
	     child = child->next) {
		if (is_text(child))
			add_lines(&text, node_text(child));
		else if (child->type == XML_ELEMENT_NODE)
			reader_unknown(reader, child);
	}
	run.text = buf_str(&text);
	add_run(reader, runs, run);
}

/* What stands in <p>, <note>, a cell: text and <r>. */
static struct text read_text(struct reader *reader, const struct _xmlNode *node)
{
	struct runs runs = {.bare.arena = reader->arena};

	for (struct _xmlNode *child = node->children; child != NULL;
	     child = child->next) {
		if (is_text(child)) {
			add_lines(&runs.bare, node_text(child));
		} else if (child->type == XML_ELEMENT_NODE) {
			end_bare(reader, &runs);
			if (node_is(child, "r"))
				read_run(reader, child, &runs);
			else
				reader_unknown(reader, child);
		}
	}
	end_bare(reader, &runs);
	return (struct text){runs.items, runs.n};
}

/* A title, a note, a part of a unit line: no attributes. */
static struct text read_plain(struct reader *reader,
			      const struct _xmlNode *node)
{
	reader_given(reader, node, NULL, 0, NULL);
	return read_text(reader, node);
}

/* Paragraphs of a cell: <p>s, or one that stands for itself. */
static void read_paras(struct reader *reader, const struct _xmlNode *node,
		       struct cell *cell)
{
	size_t n = count(node, "p");
	struct text *paras =
	    ARENA_ARRAY(reader->arena, n > 0 ? n : 1, struct text);
	struct _xmlNode *child;

	cell->paras = paras;
	if (n == 0) {
		paras[0] = read_text(reader, node);
		cell->n_paras = paras[0].n_runs > 0 ? 1 : 0;
		return;
	}
	for (child = reader_element(reader, node->children); child != NULL;
	     child = reader_element(reader, child->next)) {
		if (node_is(child, "p"))
			paras[cell->n_paras++] = read_plain(reader, child);
		else
			reader_unknown(reader, child);
	}
}

static void read_row(struct reader *reader, const struct _xmlNode *node,
		     struct table_row *row, struct places *places)
{
	struct cell *cells =
	    ARENA_ARRAY(reader->arena, count(node, "cell"), struct cell);
	struct _xmlNode *child;

	fields(reader, node, &shape_row, row);
	row->cells = cells;
	for (child = reader_element(reader, node->children); child != NULL;
	     child = reader_element(reader, child->next)) {
		struct cell *cell = &cells[row->n_cells];

		if (!node_is(child, "cell")) {
			reader_unknown(reader, child);
			continue;
		}
		row->n_cells++;
		fields(reader, child, &shape_cell, cell);
		if (!xmlHasProp(child, (const xmlChar *)"column"))
			cell->column = places_next(places);
		places_take(places, cell);
		read_paras(reader, child, cell);
	}
}

static void read_unit_line(struct reader *reader, const struct _xmlNode *node,
			   struct table *table)
{
	static const char *const parts[] = {"left", "middle", "right"};
	struct _xmlNode *child;

	reader_given(reader, node, NULL, 0, NULL);
	table->has_unit_line = true;
	for (child = reader_element(reader, node->children); child != NULL;
	     child = reader_element(reader, child->next)) {
		int i = 0;

		while (i < 3 && !node_is(child, parts[i]))
			i++;
		if (i < 3)
			table->unit_line[i] = read_plain(reader, child);
		else
			reader_unknown(reader, child);
	}
}

/* The parts of a table while it is read. */
struct table_parts {
	struct table_column *columns;
	struct table_row *rows;
	struct text *notes;
	struct places places;
};

static void read_table_part(struct reader *reader, const struct _xmlNode *node,
			    struct table *table, struct table_parts *parts)
{
	if (node_is(node, "column")) {
		fields(reader, node, &shape_column,
		       &parts->columns[table->n_columns++]);
	} else if (node_is(node, "row")) {
		places_row(&parts->places, table->n_rows);
		read_row(reader, node, &parts->rows[table->n_rows++],
			 &parts->places);
	} else if (node_is(node, "note")) {
		parts->notes[table->n_notes++] = read_plain(reader, node);
	} else if (node_is(node, "unit-line")) {
		read_unit_line(reader, node, table);
	} else {
		reader_unknown(reader, node);
	}
}

static void read_table(struct reader *reader, const struct _xmlNode *node,
		       struct table *table)
{
	struct arena *arena = reader->arena;
	size_t n_columns = count(node, "column");
	struct table_parts parts = {
	    ARENA_ARRAY(arena, n_columns, struct table_column),
	    ARENA_ARRAY(arena, count(node, "row"), struct table_row),
	    ARENA_ARRAY(arena, count(node, "note"), struct text),
	    places_open(n_columns, arena),
	};
	struct _xmlNode *child;

	table->columns = parts.columns;
	table->rows = parts.rows;
	table->notes = parts.notes;
	for (child = reader_element(reader, node->children); child != NULL;
	     child = reader_element(reader, child->next))
		read_table_part(reader, child, table, &parts);
}

static void read_contents(struct reader *reader, const struct _xmlNode *node,
			  struct contents *contents)
{
	struct contents_group *groups = ARENA_ARRAY(
	    reader->arena, count(node, "group"), struct contents_group);
	struct _xmlNode *child;

	contents->groups = groups;
	for (child = reader_element(reader, node->children); child != NULL;
	     child = reader_element(reader, child->next)) {
		struct contents_group *group = &groups[contents->n_groups];

		if (!node_is(child, "group")) {
			reader_unknown(reader, child);
			continue;
		}
		fields(reader, child, &shape_group, group);
		group->title = read_text(reader, child);
		contents->n_groups++;
	}
}

/* An id that was used before is reported. */
static void check_id(struct reader *reader, const struct _xmlNode *node,
		     struct map *ids, struct str id)
{
	struct place place = reader_place(reader, node);
	uint32_t before;

	if (id.n == 0)
		return;
	before = map_find(ids, id);
	if (before == MAP_NONE) {
		map_put(ids, id, (uint32_t)place.line);
		return;
	}
	DIAG(reader->sink, &DOC_ID, place, id,
	     str_format(reader->arena, "%u", before));
	reader->failed = true;
}

/* False: the element is no block (reported). */
static bool read_block(struct reader *reader, const struct _xmlNode *node,
		       struct block *block)
{
	struct target targets[] = {{&shape_block, block}, {NULL, NULL}};
	size_t n = 2;

	if (node_is(node, "p")) {
		block->kind = BLOCK_PARAGRAPH;
		targets[1] =
		    (struct target){&shape_paragraph, &block->paragraph};
	} else if (node_is(node, "table")) {
		block->kind = BLOCK_TABLE;
		targets[1] = (struct target){&shape_table, &block->table};
	} else if (node_is(node, "contents")) {
		block->kind = BLOCK_CONTENTS;
		n = 1;
	} else {
		reader_unknown(reader, node);
		return false;
	}
	reader_fields(reader, node, targets, n, NULL);
	check_id(reader, node, &reader->blocks, block->id);
	if (block->kind == BLOCK_PARAGRAPH)
		block->paragraph.text = read_text(reader, node);
	else if (block->kind == BLOCK_TABLE)
		read_table(reader, node, &block->table);
	else
		read_contents(reader, node, &block->contents);
	return true;
}

static void read_section(struct reader *reader, const struct _xmlNode *node,
			 struct section *section)
{
	size_t n = xmlChildElementCount((xmlNode *)(uintptr_t)node);
	struct block *blocks = ARENA_ARRAY(reader->arena, n, struct block);
	struct _xmlNode *child;

	fields(reader, node, &shape_section, section);
	check_id(reader, node, &reader->sections, section->id);
	section->blocks = blocks;
	for (child = reader_element(reader, node->children); child != NULL;
	     child = reader_element(reader, child->next))
		section->n_blocks +=
		    read_block(reader, child, &blocks[section->n_blocks]);
}

static void read_doc(struct reader *reader, struct _xmlNode *root,
		     struct doc *doc)
{
	struct section *sections =
	    ARENA_ARRAY(reader->arena, count(root, "section"), struct section);
	struct term *terms =
	    ARENA_ARRAY(reader->arena, count(root, "term"), struct term);
	struct _xmlNode *child;

	fields(reader, root, &shape_doc, doc);
	doc->sections = sections;
	doc->terms = terms;
	for (child = reader_element(reader, root->children); child != NULL;
	     child = reader_element(reader, child->next)) {
		if (node_is(child, "styles"))
			reader_styles(reader, child);
		else if (node_is(child, "term"))
			fields(reader, child, &shape_term,
			       &terms[doc->n_terms++]);
		else if (node_is(child, "section"))
			read_section(reader, child,
				     &sections[doc->n_sections++]);
		else
			reader_unknown(reader, child);
	}
	reader_save_styles(reader, doc);
}

struct doc *doc_read(struct str xml, struct str file, struct arena *arena,
		     struct diag_sink *sink)
{
	struct reader reader = {.file = file,
				.arena = arena,
				.sink = sink,
				.blocks.arena = arena,
				.sections.arena = arena};
	struct doc *doc = ARENA_NEW(arena, struct doc);
	struct _xmlNode *root = reader_open(&reader, xml, "doc");

	if (root == NULL)
		return NULL;
	doc->arena = arena;
	reader_load_styles(&reader, doc);
	read_doc(&reader, root, doc);
	reader_close(root);
	return reader.failed ? NULL : doc;
}
