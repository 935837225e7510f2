/* SPDX-License-Identifier: MIT */
/*
 * What the parts of the reader share: read.c (the document), styles.c (its
 * styles), fields.c (attributes). Internal to doc/.
 */
#ifndef DOC_READER_H
#define DOC_READER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/map.h"
#include "base/str.h"

struct _xmlNode;
struct shape;

/* One kind of style, growing. Its structs begin with the name. */
struct style_list {
	const struct shape *shape;
	size_t size; /* [bytes] of a style */
	void *items;
	size_t n;
	size_t room;
};

enum style_kind { STYLE_PARA, STYLE_TABLE, STYLE_PAGE, N_STYLE_KINDS };

struct reader {
	struct str file; /* the one being read, for places */
	struct arena *arena;
	struct diag_sink *sink;
	bool failed; /* something was reported */
	int depth;   /* style files that refer to each other */
	struct style_list styles[N_STYLE_KINDS];
	struct map blocks, sections; /* ids -> lines */
};

/* A struct to be filled from the attributes of an element. */
struct target {
	const struct shape *shape;
	void *item;
};

/* The root element of the text, to be freed with reader_close(root); wanted:
 * its name. NULL: reported. */
struct _xmlNode *reader_open(struct reader *reader, struct str xml,
			     const char *wanted);
void reader_close(struct _xmlNode *root);

/* Where the element stands in the file, for messages. */
struct place reader_place(const struct reader *reader,
			  const struct _xmlNode *node);
/* Whether it is an element of that name. */
bool node_is(const struct _xmlNode *node, const char *name);

/* The first element among node and its siblings; reports text that stands
 * between elements, where parent has none. Ends with NULL. */
struct _xmlNode *reader_element(struct reader *reader, struct _xmlNode *node);

/* The element is not known here. */
void reader_unknown(struct reader *reader, const struct _xmlNode *node);

/* The attribute's value, owned by the arena; false if it is not there. */
bool reader_attribute(struct reader *reader, const struct _xmlNode *node,
		      const char *name, struct str *value);

/* Sets all fields of the targets: those given, the others to their fallback.
 * extra: a further attribute that the element may have, or NULL. */
void reader_fields(struct reader *reader, const struct _xmlNode *node,
		   const struct target *targets, size_t n, const char *extra);

/* The same without touching the fields that are not given. */
void reader_given(struct reader *reader, const struct _xmlNode *node,
		  const struct target *targets, size_t n, const char *extra);

/* <styles>: what it refers to, then what it says itself. */
void reader_styles(struct reader *reader, struct _xmlNode *styles);

/* The index of a style of that name, -1 if there is none. */
int reader_style(const struct reader *reader, enum style_kind kind,
		 struct str name);

/* Lists of the doc's styles, to be added to, and back. */
struct doc;
void reader_load_styles(struct reader *reader, const struct doc *doc);
void reader_save_styles(const struct reader *reader, struct doc *doc);

#endif
