/* SPDX-License-Identifier: MIT */
#include "read/xsd.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "base/xml.h"
#include "budget/schema.h"

#define TYPE_TEXT   "文字"
#define TYPE_AMOUNT "金额"
#define TYPE_PLAN   "进度"
#define TYPE_CELL   "其他列"

static bool is_name_start(uint32_t code)
{
	return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
	       code == '_' || (code >= 0x4E00 && code <= 0x9FA5);
}

bool xsd_is_name(struct str name)
{
	size_t at = 0;

	while (at < name.n) {
		bool first = at == 0;
		uint32_t code = utf8_next(name, &at);

		if (is_name_start(code))
			continue;
		if (first ||
		    ((code < '0' || code > '9') && code != '-' && code != '.'))
			return false;
	}
	return name.n > 0;
}

bool xsd_has_unit(const struct field *field)
{
	return field->type == FIELD_AMOUNT || field->type == FIELD_PLAN;
}

/* What a code's column is called when it holds the names of the codes. */
static struct str names_column(const struct field *field, struct arena *arena)
{
	struct str name = str_from(field->name);

	if (str_ends(name, STR("代码")))
		name.n -= strlen("代码");
	return str_format(arena, STR_FMT "名称", STR_ARG(name));
}

/* EXP_FUNC_CODE -> EXP_FUNC_NAME; empty: the standard has none. */
static struct str standard_names(const struct field *field, struct arena *arena)
{
	struct str name = str_from(field->standard);

	if (!str_ends(name, STR("_CODE")))
		return STR_NONE;
	return str_format(arena, STR_FMT "_NAME",
			  STR_ARG(str_slice(name, 0, name.n - 5)));
}

/* The elements of a table's columns. */
struct elements {
	struct arena *arena;
	struct element {
		struct str name;
		const struct field *field;
		bool names; /* of the names beside codes */
	} * list;
	size_t n;
	size_t room;
};

static void add_element(struct elements *elements, struct str name,
			const struct field *field, bool names)
{
	size_t i;

	if (!xsd_is_name(name))
		return;
	for (i = 0; i < elements->n; i++)
		if (str_equal(elements->list[i].name, name))
			return;
	elements->list =
	    arena_grow(elements->arena, elements->list, elements->n,
		       &elements->room, sizeof(*elements->list));
	elements->list[elements->n++] = (struct element){name, field, names};
}

static struct elements elements_of(const struct schema *schema,
				   struct arena *arena)
{
	struct elements elements = {.arena = arena};
	size_t i;

	for (i = 0; i < schema->n_fields; i++) {
		const struct field *field = &schema->fields[i];

		add_element(&elements, str_from(field->name), field, false);
		add_element(&elements, str_from(field->standard), field, false);
	}
	for (i = 0; i < schema->n_fields; i++) {
		const struct field *field = &schema->fields[i];

		if (field->type != FIELD_CODE)
			continue;
		add_element(&elements, names_column(field, arena), field, true);
		add_element(&elements, standard_names(field, arena), field,
			    true);
	}
	return elements;
}

bool xsd_has_column(const struct schema *schema, struct str name)
{
	struct arena *arena;
	struct elements elements;
	bool found = false;
	size_t i;

	if (schema == NULL)
		return false;
	arena = arena_open();
	elements = elements_of(schema, arena);
	for (i = 0; i < elements.n && !found; i++)
		found = str_equal(elements.list[i].name, name);
	arena_close(arena);
	return found;
}

static void document(struct xml *xml, const char *text)
{
	if (text == NULL)
		return;
	xml_start(xml, "xs:annotation");
	xml_start(xml, "xs:documentation");
	xml_text(xml, str_from(text));
	xml_end(xml);
	xml_end(xml);
}

static const char *type_of(const struct element *element)
{
	if (element->names)
		return TYPE_TEXT;
	if (element->field->type == FIELD_AMOUNT)
		return TYPE_AMOUNT;
	return element->field->type == FIELD_PLAN ? TYPE_PLAN : TYPE_TEXT;
}

static void add_column(struct xml *xml, const struct element *element)
{
	xml_start(xml, "xs:element");
	xml_attr(xml, "name", element->name);
	xml_attr_cstr(xml, "type", type_of(element));
	if (!str_is(element->name, element->field->name))
		document(xml,
			 element->names ? "编码的名称" : element->field->name);
	else
		document(xml, element->field->help);
	xml_end(xml);
}

static void start_choice(struct xml *xml)
{
	xml_start(xml, "xs:choice");
	xml_attr_cstr(xml, "minOccurs", "0");
	xml_attr_cstr(xml, "maxOccurs", "unbounded");
}

static void add_other_columns(struct xml *xml)
{
	xml_start(xml, "xs:element");
	xml_attr_cstr(xml, "name", XML_CELL);
	xml_attr_cstr(xml, "type", TYPE_CELL);
	xml_end(xml);
}

/* What 行 may hold: columns in any order. */
static void add_row(struct xml *xml, const struct elements *elements)
{
	size_t i;

	xml_start(xml, "xs:sequence");
	xml_start(xml, "xs:element");
	xml_attr_cstr(xml, "name", XML_ROW);
	xml_attr_cstr(xml, "minOccurs", "0");
	xml_attr_cstr(xml, "maxOccurs", "unbounded");
	xml_start(xml, "xs:complexType");
	start_choice(xml);
	for (i = 0; i < elements->n; i++)
		add_column(xml, &elements->list[i]);
	add_other_columns(xml);
	xml_end(xml);
	xml_end(xml);
	xml_end(xml);
	xml_end(xml);
}

static void add_table(struct xml *xml, const struct schema *schema)
{
	struct elements elements = elements_of(schema, xml->out.arena);

	xml_start(xml, "xs:element");
	xml_attr_cstr(xml, "name", schema->name);
	document(xml, schema->help);
	xml_start(xml, "xs:complexType");
	add_row(xml, &elements);
	xml_end(xml);
	xml_end(xml);
}

static void add_attribute(struct xml *xml, const char *name, const char *type,
			  bool required)
{
	xml_start(xml, "xs:attribute");
	xml_attr_cstr(xml, "name", name);
	xml_attr_cstr(xml, "type", type);
	if (required)
		xml_attr_cstr(xml, "use", "required");
	xml_end(xml);
}

static void add_further_table(struct xml *xml)
{
	struct elements none = {.n = 0};

	xml_start(xml, "xs:element");
	xml_attr_cstr(xml, "name", XML_TABLE);
	document(xml, "模板自己的表，或本文件没有列出的表");
	xml_start(xml, "xs:complexType");
	add_row(xml, &none);
	add_attribute(xml, XML_ATTR_NAME, "名称", true);
	xml_end(xml);
	xml_end(xml);
}

/* A restriction of xs:string to some values, ended by NULL. */
static void add_values(struct xml *xml, const char *name,
		       const char *const *values)
{
	xml_start(xml, "xs:simpleType");
	xml_attr_cstr(xml, "name", name);
	xml_start(xml, "xs:restriction");
	xml_attr_cstr(xml, "base", "xs:string");
	for (; *values != NULL; values++)
		xml_empty(xml, "xs:enumeration", "value", *values);
	xml_end(xml);
	xml_end(xml);
}

static void add_names(struct xml *xml)
{
	xml_start(xml, "xs:simpleType");
	xml_attr_cstr(xml, "name", "名称");
	xml_start(xml, "xs:restriction");
	xml_attr_cstr(xml, "base", "xs:string");
	xml_empty(xml, "xs:minLength", "value", "1");
	xml_end(xml);
	xml_end(xml);
}

/* A cell with a unit; its text is checked with that of all carriers. */
static void add_cell_type(struct xml *xml, const char *name, const char *units,
			  bool named)
{
	xml_start(xml, "xs:complexType");
	xml_attr_cstr(xml, "name", name);
	xml_start(xml, "xs:simpleContent");
	xml_start(xml, "xs:extension");
	xml_attr_cstr(xml, "base", TYPE_TEXT);
	if (named)
		add_attribute(xml, XML_ATTR_NAME, "名称", true);
	add_attribute(xml, XML_ATTR_UNIT, units, !named);
	xml_end(xml);
	xml_end(xml);
	xml_end(xml);
}

static void add_types(struct xml *xml)
{
	static const char *const money[] = {"元", "万元", NULL};
	static const char *const plan[] = {"元", "万元", "%", NULL};
	static const char *const edition[] = {XML_EDITION, NULL};

	xml_start(xml, "xs:simpleType");
	xml_attr_cstr(xml, "name", TYPE_TEXT);
	xml_start(xml, "xs:restriction");
	xml_attr_cstr(xml, "base", "xs:string");
	xml_end(xml);
	xml_end(xml);
	add_names(xml);
	add_values(xml, "版本", edition);
	add_values(xml, "金额单位", money);
	add_values(xml, "进度单位", plan);
	add_cell_type(xml, TYPE_AMOUNT, "金额单位", false);
	add_cell_type(xml, TYPE_PLAN, "进度单位", false);
	add_cell_type(xml, TYPE_CELL, "进度单位", true);
}

struct str xsd_text(struct arena *arena)
{
	struct xml xml = {.out = {.arena = arena}, .indent = true};
	size_t i;

	xml_declaration(&xml);
	xml_start(&xml, "xs:schema");
	xml_attr_cstr(&xml, "xmlns:xs", "http://www.w3.org/2001/XMLSchema");
	document(&xml,
		 "预决算公开数据。一个表一个元素，表中一行一个“行”；列的次序不"
		 "限，空的列可以省略；金额写明单位。本文件没有列出的表写作 <表 "
		 "名=\"…\">，列写作 <列 名=\"…\">。");
	xml_start(&xml, "xs:element");
	xml_attr_cstr(&xml, "name", XML_ROOT);
	xml_start(&xml, "xs:complexType");
	start_choice(&xml);
	for (i = 0; i < budget_n_schemas; i++)
		add_table(&xml, &budget_schemas[i]);
	add_further_table(&xml);
	xml_end(&xml);
	add_attribute(&xml, XML_ATTR_EDITION, "版本", false);
	xml_end(&xml);
	xml_end(&xml);
	add_types(&xml);
	xml_end(&xml);
	return xml_str(&xml);
}
