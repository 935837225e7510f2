/* SPDX-License-Identifier: MIT */
/*
 * <styles>: read in order, a style may be like another, may change one of its
 * name, and may stand in a file of its own that a doc or other styles name.
 */
#include <string.h>

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/file.h"
#include "doc/doc.h"
#include "doc/dump.h"
#include "doc/messages.h"
#include "doc/reader.h"
#include "doc/shape.h"

#define STYLE_FILE_MOST	 ((size_t)1 << 20) /* [bytes] */
#define STYLE_FILES_DEEP 8

static const char *const elements[N_STYLE_KINDS] = {
    [STYLE_PARA] = "para", [STYLE_TABLE] = "table", [STYLE_PAGE] = "page"};

static void *style_at(const struct style_list *list, size_t i)
{
	return (char *)list->items + i * list->size;
}

int reader_style(const struct reader *reader, enum style_kind kind,
		 struct str name)
{
	const struct style_list *list = &reader->styles[kind];

	for (size_t i = 0; i < list->n; i++) {
		struct str other;

		/* Each struct begins with its name. */
		memcpy(&other, style_at(list, i), sizeof(other));
		if (str_equal(other, name))
			return (int)i;
	}
	return -1;
}

static void load(struct style_list *list, const struct shape *shape,
		 size_t size, const void *items, size_t n, struct arena *arena)
{
	*list = (struct style_list){.shape = shape, .size = size, .n = n};
	list->room = n;
	list->items = arena_array(arena, n, size);
	if (n > 0)
		memcpy(list->items, items, n * size);
}

void reader_load_styles(struct reader *reader, const struct doc *doc)
{
	load(&reader->styles[STYLE_PARA], &shape_para_style,
	     sizeof(struct para_style), doc->para_styles, doc->n_para_styles,
	     reader->arena);
	load(&reader->styles[STYLE_TABLE], &shape_table_style,
	     sizeof(struct table_style), doc->table_styles, doc->n_table_styles,
	     reader->arena);
	load(&reader->styles[STYLE_PAGE], &shape_page_style,
	     sizeof(struct page_style), doc->page_styles, doc->n_page_styles,
	     reader->arena);
}

void reader_save_styles(const struct reader *reader, struct doc *doc)
{
	doc->para_styles = reader->styles[STYLE_PARA].items;
	doc->n_para_styles = reader->styles[STYLE_PARA].n;
	doc->table_styles = reader->styles[STYLE_TABLE].items;
	doc->n_table_styles = reader->styles[STYLE_TABLE].n;
	doc->page_styles = reader->styles[STYLE_PAGE].items;
	doc->n_page_styles = reader->styles[STYLE_PAGE].n;
}

/* The types within a style: <type>, <strong> … */
static void read_parts(struct reader *reader, struct _xmlNode *node,
		       const struct shape *shape, void *style)
{
	struct _xmlNode *child = reader_element(reader, node->children);

	for (; child != NULL; child = reader_element(reader, child->next)) {
		const struct shape_part *part = shape->parts;
		struct target target = {&shape_type, NULL};

		while (part->element != NULL && !node_is(child, part->element))
			part++;
		if (part->element == NULL) {
			reader_unknown(reader, child);
			continue;
		}
		target.item = (char *)style + part->offset;
		reader_given(reader, child, &target, 1, NULL);
	}
}

/* The style that the element is about: the one of its name, else a new one,
 * empty or like another. NULL: it has no name. */
static void *find_or_add(struct reader *reader, const struct _xmlNode *node,
			 enum style_kind kind)
{
	struct style_list *list = &reader->styles[kind];
	struct str name = STR_NONE;
	struct str like;
	int index;
	int model = -1;

	if (!reader_attribute(reader, node, "name", &name)) {
		DIAG(reader->sink, &DOC_NEEDED, reader_place(reader, node),
		     str_from(elements[kind]), STR("name"));
		reader->failed = true;
		return NULL;
	}
	index = reader_style(reader, kind, name);
	if (reader_attribute(reader, node, "like", &like)) {
		model = reader_style(reader, kind, like);
		if (model < 0) {
			DIAG(reader->sink, &DOC_STYLE,
			     reader_place(reader, node), like);
			reader->failed = true;
		}
	}
	if (index < 0) {
		list->items = arena_grow(reader->arena, list->items, list->n,
					 &list->room, list->size);
		index = (int)list->n++;
		memset(style_at(list, (size_t)index), 0, list->size);
	}
	if (model >= 0 && model != index)
		memcpy(style_at(list, (size_t)index),
		       style_at(list, (size_t)model), list->size);
	return style_at(list, (size_t)index);
}

static void read_style(struct reader *reader, struct _xmlNode *node,
		       enum style_kind kind)
{
	const struct shape *shape = reader->styles[kind].shape;
	void *style = find_or_add(reader, node, kind);
	struct target target = {shape, style};

	if (style == NULL)
		return;
	reader_given(reader, node, &target, 1, "like");
	read_parts(reader, node, shape, style);
}

/* A path from the folder of the file that names it: never an address, never
 * an absolute path. */
static bool is_reference(struct str href)
{
	return href.n > 0 && href.s[0] != '/' && str_ends(href, STR(".xml")) &&
	       str_find(href, STR(":")) < 0 &&
	       memchr(href.s, '\0', href.n) == NULL;
}

static struct str beside(struct str file, struct str href, struct arena *arena)
{
	size_t n = file.n - file_name(file).n;

	return str_format(arena, STR_FMT STR_FMT, (int)n, file.s,
			  STR_ARG(href));
}

static void read_file(struct reader *reader, struct str path)
{
	struct str file = reader->file;
	struct str xml;
	struct _xmlNode *root;

	if (!file_read(path, STYLE_FILE_MOST, reader->arena, reader->sink,
		       &xml)) {
		reader->failed = true;
		return;
	}
	reader->file = path;
	reader->depth++;
	root = reader_open(reader, xml, "styles");
	if (root != NULL)
		reader_styles(reader, root);
	reader_close(root);
	reader->depth--;
	reader->file = file;
}

static void read_reference(struct reader *reader, const struct _xmlNode *node)
{
	struct str href;

	if (!reader_attribute(reader, node, "href", &href))
		return;
	if (is_reference(href) && reader->depth < STYLE_FILES_DEEP) {
		read_file(reader, beside(reader->file, href, reader->arena));
		return;
	}
	DIAG(reader->sink, &DOC_HREF, reader_place(reader, node), href);
	reader->failed = true;
}

void reader_styles(struct reader *reader, struct _xmlNode *styles)
{
	struct _xmlNode *node;

	read_reference(reader, styles);
	reader_given(reader, styles, NULL, 0, "href");
	for (node = reader_element(reader, styles->children); node != NULL;
	     node = reader_element(reader, node->next)) {
		int kind = 0;

		while (kind < N_STYLE_KINDS && !node_is(node, elements[kind]))
			kind++;
		if (kind < N_STYLE_KINDS)
			read_style(reader, node, (enum style_kind)kind);
		else
			reader_unknown(reader, node);
	}
}

bool styles_read(struct doc *doc, struct str path, struct arena *arena,
		 struct diag_sink *sink)
{
	struct reader reader = {.arena = arena, .sink = sink};

	reader_load_styles(&reader, doc);
	read_file(&reader, path);
	if (reader.failed)
		return false;
	reader_save_styles(&reader, doc);
	return true;
}
