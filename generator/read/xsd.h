/* SPDX-License-Identifier: MIT */
/*
 * The shape of the XML carrier, from the built-in tables (budget/schema.h):
 * which elements an XML file may have. templates/input.xsd is this text.
 *
 *     <公开数据> <支出> <行> <单位代码>201</单位代码>
 *                            <金额 单位="元">3745080</金额> … </行> … </支出>
 *                <表 名="人员"> <行> <列 名="编制数">35</列> … </行> </表>
 *     </公开数据>
 *
 * 表 and 列 are for what the XSD does not know, as tables that a template
 * declares, and for headings that no element can be named by.
 */
#ifndef READ_XSD_H
#define READ_XSD_H

#include <stdbool.h>

#include "base/str.h"

struct arena;
struct field;
struct schema;

/* Names of elements and attributes. */
#define XML_ROOT	 "公开数据"
#define XML_TABLE	 "表"
#define XML_ROW		 "行"
#define XML_CELL	 "列"
#define XML_ATTR_NAME	 "名"
#define XML_ATTR_UNIT	 "单位"
#define XML_ATTR_EDITION "版本"
#define XML_EDITION	 "1"

/* The XSD; owned by the arena. */
struct str xsd_text(struct arena *arena);

/* Can it be the name of an element? The names of XML 1.0 before its fifth
 * edition, which other programs still go by. */
bool xsd_is_name(struct str name);

/* Does the XSD have an element of that name for a column of the table (schema
 * NULL: for none)? */
bool xsd_has_column(const struct schema *schema, struct str name);

/* Must cells of the field say their unit? */
bool xsd_has_unit(const struct field *field);

#endif
