/* SPDX-License-Identifier: MIT */
/*
 * The XML of a template as a tree that knows the place of everything in it,
 * down to a character within an attribute: messages need that. libxml2 reads;
 * the places come from walking the source beside its tree.
 */
#ifndef TEMPLATE_NODE_H
#define TEMPLATE_NODE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"

struct arena;

/* A file of XML. */
struct source {
	struct str path;
	struct str bytes;
	size_t *lines; /* offset of each line's first byte */
	size_t n_lines;
};

/* A text that knows where it stands: in an XML source (raw is what stands
 * there, with its entities), or as a whole at one place of the input. */
struct spot {
	struct str text;
	struct str raw;
	const struct source *source; /* NULL: place counts */
	struct place place;
};

struct attribute {
	struct str name;
	struct spot value;
};

struct node {
	struct str name;  /* empty: a text */
	struct spot text; /* of a text; of an element: its start tag */
	struct attribute *attributes;
	size_t n_attributes;
	const struct node *const *children; /* without comments */
	size_t n_children;
};

/* Reads a file. NULL: reported (not well formed, not UTF-8, with a DTD). */
struct node *node_read(struct str path, struct arena *arena,
		       struct diag_sink *sink);

/* The same from bytes; path is for messages. */
struct node *node_parse(struct str path, struct str bytes, struct arena *arena,
			struct diag_sink *sink);

/* The attribute's value, NULL if it has none of that name. */
const struct spot *node_attribute(const struct node *node, const char *name);

/* The place of byte offset in the text (in its decoded form). */
struct place spot_place(const struct spot *spot, size_t offset);

/* A part of a spot. */
struct spot spot_slice(const struct spot *spot, size_t from, size_t n);

struct place node_place(const struct node *node);

/* Is it a text of nothing but white space? */
bool node_is_blank(const struct node *node);

#endif
