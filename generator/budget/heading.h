/* SPDX-License-Identifier: MIT */
/* One heading: which field it is that of, by our name or the element name of
 * the national standard, and which unit it states. */
#ifndef BUDGET_HEADING_H
#define BUDGET_HEADING_H

#include <stdbool.h>

#include "base/str.h"
#include "budget/schema.h"

struct arena;

/* A heading taken apart: 金额（万元） is 金额 with 万元. Plain spelling. */
struct heading {
	struct str name;
	struct str unit; /* empty: none stated */
};

/* The parts are owned by the arena. */
struct heading heading_split(struct str text, struct arena *arena);

/* Does a heading of that type state a unit? */
bool heading_has_unit(enum field_type type);

/* Is the heading that of the field? Only amounts and plans have a unit; 20万元
 * may stand in brackets in any other name. */
bool heading_is(struct str text, const struct field *field, struct str *unit,
		struct arena *arena);

/* Is it the heading of names beside the field's codes: EXP_FUNC_NAME for
 * EXP_FUNC_CODE, 项目名称 for 项目代码, 支出功能分类科目名称? */
bool heading_names(struct str text, const struct field *field,
		   struct arena *arena);

/* The field of the table that the heading is that of, or of whose names; -1:
 * none. */
int heading_field(struct str text, const struct schema *schema,
		  struct arena *arena);

#endif
