/* SPDX-License-Identifier: MIT */
/* Differences as JSON: docs/release.md. */
#include <jansson.h>

#include "base/arena.h"
#include "compare/change.h"

static const char *part_name(enum change_part part)
{
	switch (part) {
	case PART_DOCUMENT: return "document";
	case PART_TABLE: return "table";
	case PART_COLUMN: return "column";
	case PART_ROW: return "row";
	case PART_CELL: return "cell";
	case PART_SECTION: return "section";
	case PART_SENTENCE: return "sentence";
	}
	return "";
}

/* What is empty is left out. */
static void set_text(json_t *object, const char *name, struct str text)
{
	if (text.n > 0)
		json_object_set_new(object, name,
				    json_stringn_nocheck(text.s, text.n));
}

static int add_to_buf(const char *bytes, size_t n, void *buf)
{
	buf_add(buf, (struct str){bytes, n});
	return 0;
}

static void add_one(struct buf *buf, const struct change *change)
{
	json_t *object = json_object();

	set_text(object, "unit", change->unit);
	set_text(object, "name", change->name);
	set_text(object, "change", change_kind_name(change->kind, DIAG_EN));
	set_text(object, "part", str_from(part_name(change->part)));
	set_text(object, "where", change->where);
	set_text(object, "row", change->row);
	set_text(object, "column", change->column);
	set_text(object, "node", change->node);
	set_text(object, "before", change->before);
	set_text(object, "after", change->after);
	json_dump_callback(object, add_to_buf, buf, JSON_COMPACT);
	json_decref(object);
}

void changes_add_json(struct buf *buf, const struct changes *changes)
{
	size_t i;

	buf_add_char(buf, '[');
	for (i = 0; i < changes->n; i++) {
		buf_add_cstr(buf, i == 0 ? "\n" : ",\n");
		add_one(buf, &changes->list[i]);
	}
	buf_add_cstr(buf, "\n]");
}
