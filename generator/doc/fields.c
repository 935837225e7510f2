/* SPDX-License-Identifier: MIT */
/* Fields of structs as attributes, both ways, by the tables of shape.c. */
#include "doc/fields.h"

#include <limits.h>
#include <string.h>

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/emu.h"
#include "doc/doc.h"
#include "doc/messages.h"
#include "doc/reader.h"
#include "doc/shape.h"

/* Item i of the field; enums and emu are stored as int. */
static int int_at(const void *item, const struct field *field, int i)
{
	int value;

	memcpy(&value,
	       (const char *)item + field->offset + (size_t)i * sizeof(int),
	       sizeof(int));
	return value;
}

static void set_int(void *item, const struct field *field, int i, int value)
{
	memcpy((char *)item + field->offset + (size_t)i * sizeof(int), &value,
	       sizeof(int));
}

static bool bool_at(const void *item, const struct field *field)
{
	return *(const bool *)((const char *)item + field->offset);
}

static struct str text_at(const void *item, const struct field *field)
{
	struct str text;

	memcpy(&text, (const char *)item + field->offset, sizeof(text));
	return text;
}

static int n_of(const struct field *field)
{
	return field->n == 0 ? 1 : field->n;
}

static bool is_fallback(const void *item, const struct field *field)
{
	if (field->kind == FIELD_TEXT)
		return text_at(item, field).n == 0;
	if (field->kind == FIELD_BOOL)
		return bool_at(item, field) == (field->fallback != 0);
	for (int i = 0; i < n_of(field); i++)
		if (int_at(item, field, i) != field->fallback)
			return false;
	return true;
}

/* The name of the style of that index; empty if there is no such style. */
static struct str style_name(const struct doc *doc, enum field_kind kind,
			     int index)
{
	size_t i = (size_t)index;

	if (index < 0)
		return STR_NONE;
	if (kind == FIELD_PARA_STYLE && i < doc->n_para_styles)
		return doc->para_styles[i].name;
	if (kind == FIELD_TABLE_STYLE && i < doc->n_table_styles)
		return doc->table_styles[i].name;
	if (kind == FIELD_PAGE_STYLE && i < doc->n_page_styles)
		return doc->page_styles[i].name;
	return STR_NONE;
}

static void add_item(struct buf *text, const struct field *field, int value)
{
	if (field->kind == FIELD_LENGTH)
		buf_add(text, emu_text(value, text->arena));
	else
		buf_format(text, "%lld",
			   (long long)value + (field->kind == FIELD_ORDINAL));
}

static struct str value_text(const void *item, const struct field *field,
			     const struct doc *doc, struct arena *arena)
{
	struct buf text = {.arena = arena};

	switch (field->kind) {
	case FIELD_TEXT: return text_at(item, field);
	case FIELD_BOOL: return str_from(bool_at(item, field) ? "yes" : "no");
	case FIELD_CHOICE:
		return str_from(field->choices[int_at(item, field, 0)]);
	case FIELD_PARA_STYLE:
	case FIELD_TABLE_STYLE:
	case FIELD_PAGE_STYLE:
		return style_name(doc, field->kind, int_at(item, field, 0));
	case FIELD_INT:
	case FIELD_ORDINAL:
	case FIELD_LENGTH: break;
	}
	for (int i = 0; i < n_of(field); i++) {
		if (i > 0)
			buf_add_char(&text, ' ');
		add_item(&text, field, int_at(item, field, i));
	}
	return buf_str(&text);
}

static bool is_style(const struct field *field)
{
	return field->kind == FIELD_PARA_STYLE ||
	       field->kind == FIELD_TABLE_STYLE ||
	       field->kind == FIELD_PAGE_STYLE;
}

void fields_write(struct xml *xml, const struct shape *shape, const void *item,
		  const struct doc *doc)
{
	for (const struct field *f = shape->fields; f->name != NULL; f++) {
		struct str value;

		if (!f->needed && !is_style(f) && is_fallback(item, f))
			continue;
		value = value_text(item, f, doc, xml->out.arena);
		if (value.n > 0 || f->needed)
			xml_attr(xml, f->name, value);
	}
}

/* A whole number in the range of int. */
static bool parse_int(struct str text, int64_t *value)
{
	bool minus = str_starts(text, STR("-"));
	size_t from = minus ? 1 : 0;

	*value = 0;
	if (text.n == from || text.n > 11)
		return false;
	for (size_t i = from; i < text.n; i++) {
		if (text.s[i] < '0' || text.s[i] > '9')
			return false;
		*value = *value * 10 + (text.s[i] - '0');
	}
	*value = minus ? -*value : *value;
	return *value >= INT_MIN && *value <= INT_MAX;
}

static bool parse_item(const struct field *field, struct str text, int *value)
{
	int64_t number;
	int most = field->wide ? INT_MAX : NUMBER_MOST;

	if (field->kind == FIELD_LENGTH)
		return emu_parse(text, value) && *value <= LENGTH_MOST &&
		       *value >= -LENGTH_MOST;
	if (!parse_int(text, &number) || number > most || number < -most)
		return false;
	*value = (int)number - (field->kind == FIELD_ORDINAL);
	return true;
}

/* As many numbers as the field has items. */
static bool parse_items(const struct field *field, struct str text, void *item)
{
	struct str part;
	int n = 0;

	while (str_split(&text, ' ', &part)) {
		int value;

		if (part.n == 0)
			continue;
		if (n == n_of(field) || !parse_item(field, part, &value))
			return false;
		set_int(item, field, n++, value);
	}
	return n == n_of(field);
}

static bool parse_choice(const struct field *field, struct str text, void *item)
{
	for (int i = 0; field->choices[i] != NULL; i++)
		if (str_is(text, field->choices[i])) {
			set_int(item, field, 0, i);
			return true;
		}
	return false;
}

static bool parse_bool(const struct field *field, struct str text, void *item)
{
	bool yes = str_is(text, "yes");

	memcpy((char *)item + field->offset, &yes, sizeof(yes));
	return yes || str_is(text, "no");
}

/* What the field wants, in Chinese or English. */
static struct str wanted(const struct field *field, bool en,
			 struct arena *arena)
{
	struct buf text = {.arena = arena};

	switch (field->kind) {
	case FIELD_BOOL: return en ? STR("yes or no") : STR(" yes 或 no");
	case FIELD_LENGTH:
		return str_format(arena,
				  en ? "%d length(s) such as 10.5pt, 7mm, "
				       "2000mm at most"
				     : " %d 个长度，如 10.5pt、7mm，不超过 "
				       "2000mm",
				  n_of(field));
	case FIELD_CHOICE:
		for (int i = 0; field->choices[i] != NULL; i++) {
			buf_add_char(&text, ' ');
			buf_add_cstr(&text, field->choices[i]);
		}
		return buf_str(&text);
	case FIELD_TEXT:
	case FIELD_PARA_STYLE:
	case FIELD_TABLE_STYLE:
	case FIELD_PAGE_STYLE:
	case FIELD_INT:
	case FIELD_ORDINAL: break;
	}
	return str_format(arena,
			  en ? "%d whole number(s), %d at most"
			     : " %d 个整数，不超过 %d",
			  n_of(field), field->wide ? INT_MAX : NUMBER_MOST);
}

static void set_style(struct reader *reader, const struct _xmlNode *node,
		      const struct target *target, const struct field *field,
		      struct str value)
{
	static const enum style_kind kinds[] = {
	    [FIELD_PARA_STYLE] = STYLE_PARA,
	    [FIELD_TABLE_STYLE] = STYLE_TABLE,
	    [FIELD_PAGE_STYLE] = STYLE_PAGE,
	};
	int index = reader_style(reader, kinds[field->kind], value);

	if (index >= 0) {
		set_int(target->item, field, 0, index);
		return;
	}
	DIAG(reader->sink, &DOC_STYLE, reader_place(reader, node), value);
	reader->failed = true;
}

static bool set_field(struct reader *reader, const struct _xmlNode *node,
		      const struct target *target, const struct field *field,
		      struct str value)
{
	switch (field->kind) {
	case FIELD_TEXT:
		memcpy((char *)target->item + field->offset, &value,
		       sizeof(value));
		return true;
	case FIELD_BOOL: return parse_bool(field, value, target->item);
	case FIELD_CHOICE: return parse_choice(field, value, target->item);
	case FIELD_PARA_STYLE:
	case FIELD_TABLE_STYLE:
	case FIELD_PAGE_STYLE:
		set_style(reader, node, target, field, value);
		return true;
	case FIELD_INT:
	case FIELD_ORDINAL:
	case FIELD_LENGTH: break;
	}
	return parse_items(field, value, target->item);
}

/* The field of that name among the targets; *at: whose it is. */
static const struct field *find_field(const struct target *targets, size_t n,
				      struct str name, const struct target **at)
{
	for (size_t i = 0; i < n; i++) {
		const struct field *f = targets[i].shape->fields;

		for (; f->name != NULL; f++)
			if (str_is(name, f->name)) {
				*at = &targets[i];
				return f;
			}
	}
	return NULL;
}

static struct str attribute_text(struct reader *reader, const xmlAttr *attr)
{
	xmlChar *value;
	struct str text;

	if (attr->children == NULL)
		return STR_NONE;
	value = xmlNodeListGetString(attr->doc, attr->children, 1);
	text = str_copy(str_from((const char *)value), reader->arena);
	xmlFree(value);
	return text;
}

static void read_attribute(struct reader *reader, const struct _xmlNode *node,
			   const struct target *targets, size_t n,
			   const xmlAttr *attr)
{
	struct str name = str_from((const char *)attr->name);
	const struct target *target = NULL;
	const struct field *field = find_field(targets, n, name, &target);
	struct str value = attribute_text(reader, attr);

	if (field == NULL) {
		DIAG(reader->sink, &DOC_ATTRIBUTE, reader_place(reader, node),
		     name, str_from((const char *)node->name));
		reader->failed = true;
	} else if (!set_field(reader, node, target, field, value)) {
		DIAG(reader->sink, &DOC_VALUE, reader_place(reader, node), name,
		     value, wanted(field, false, reader->arena),
		     wanted(field, true, reader->arena));
		reader->failed = true;
	}
}

void reader_given(struct reader *reader, const struct _xmlNode *node,
		  const struct target *targets, size_t n, const char *extra)
{
	for (const xmlAttr *attr = node->properties; attr != NULL;
	     attr = attr->next) {
		if (extra != NULL &&
		    str_is(str_from(extra), (const char *)attr->name))
			continue;
		read_attribute(reader, node, targets, n, attr);
	}
}

bool reader_attribute(struct reader *reader, const struct _xmlNode *node,
		      const char *name, struct str *value)
{
	for (const xmlAttr *attr = node->properties; attr != NULL;
	     attr = attr->next)
		if (strcmp((const char *)attr->name, name) == 0) {
			*value = attribute_text(reader, attr);
			return true;
		}
	return false;
}

/* Fallbacks, and what must be there. */
static void prepare(struct reader *reader, const struct _xmlNode *node,
		    const struct target *target)
{
	for (const struct field *f = target->shape->fields; f->name != NULL;
	     f++) {
		if (f->needed && !xmlHasProp(node, (const xmlChar *)f->name)) {
			DIAG(reader->sink, &DOC_NEEDED,
			     reader_place(reader, node),
			     str_from((const char *)node->name),
			     str_from(f->name));
			reader->failed = true;
		}
		if (f->fallback != 0)
			set_int(target->item, f, 0, f->fallback);
	}
}

void reader_fields(struct reader *reader, const struct _xmlNode *node,
		   const struct target *targets, size_t n, const char *extra)
{
	for (size_t i = 0; i < n; i++)
		prepare(reader, node, &targets[i]);
	reader_given(reader, node, targets, n, extra);
}
