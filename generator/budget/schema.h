/* SPDX-License-Identifier: MIT */
/*
 * The tables of the input as data: what columns they have, of which kind,
 * which are keys (docs/input.md). The built-in ones are in schema.c; a
 * template may declare further ones, which are read, checked and referred to
 * in the same way.
 */
#ifndef BUDGET_SCHEMA_H
#define BUDGET_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* Dimensions: sets of values in a hierarchy, over which facts are selected
 * and grouped. A filter on a member selects what is below it, too. */
enum dimension_kind {
	DIM_NONE,
	DIM_UNIT,	  /* 单位, by 上级单位代码 */
	DIM_FUNCTION,	  /* 支出功能分类科目: 类 款 项 */
	DIM_DEP_ECONOMIC, /* 部门支出经济分类科目: 类 款 */
	DIM_GOV_ECONOMIC, /* 政府支出经济分类科目 */
	DIM_FUND,   /* 资金性质: 财政拨款 > 一般公共预算 … */
	DIM_SOURCE, /* 资金来源 */
	DIM_KIND, /* 支出类型: 基本支出 > 人员经费, 公用经费 … */
	DIM_SANGONG,	  /* items of 三公 */
	DIM_BASIS,	  /* 口径 */
	DIM_PROJECT,	  /* 项目代码 */
	DIM_PROJECT_KIND, /* 项目类别 */
	DIM_CATALOGUE,	  /* 采购品目 */
	DIM_ASSET, /* items of 资产; 车辆.执法执勤 is a part of 车辆 */
	N_DIMENSIONS
};

enum field_type {
	FIELD_TEXT,   /* one line of text */
	FIELD_LINES,  /* text, several lines are several entries */
	FIELD_CODE,   /* member of field.dimension */
	FIELD_CHOICE, /* member of field.dimension or of field.choices */
	FIELD_AMOUNT, /* money; the heading states its unit */
	FIELD_NUMBER, /* a decimal number: 数量, 数值 */
	FIELD_PLAN, /* amount or percent, as the heading states: 3月底 … */
	FIELD_YEAR,
	FIELD_DATE, /* 2024-01-31 */
	FIELD_YES   /* 是 | 否 */
};

struct field {
	const char *name; /* 支出功能分类科目 */
	const char
	    *standard; /* element name of the national standard, or NULL */
	enum field_type type;
	enum dimension_kind dimension;
	const char *const
	    *choices;	      /* of FIELD_CHOICE, ended by NULL, or NULL */
	const char *fallback; /* value of an empty cell, or NULL */
	bool required;
	bool key;
	bool secret;	     /* of 项目: not printed where 涉密 is 是 */
	bool aside;	     /* written for people beside the rest; not read */
	const char *help;    /* what it is for, Chinese; for `gongkai new` and
				the manual */
	const char *example; /* a value of it, or NULL */
};

/* What rows with equal keys mean. */
enum key_rule { KEYS_ADD, KEYS_JOIN, KEYS_ERROR, KEYS_FREE };

struct schema {
	const char *name; /* 支出 */
	const struct field *fields;
	size_t n_fields;
	enum key_rule keys;
	bool facts; /* has 单位代码, 年度, 口径; sums of its amounts count */
	bool roll_up; /* a department's has the rows of the units below */
	const char *travels;  /* of roll_up: a column; rows that do not name a
				 project in it stay with their unit; or NULL */
	const char *known_by; /* a table whose rows tell that this one is
				known, for a year, without rows of its own:
				what it would be computed from; or NULL */
	bool required;	      /* an input without it is an error */
	const char *help;
};

/* The built-in tables, in the order of docs/input.md. */
extern const struct schema budget_schemas[];
extern const size_t budget_n_schemas;

/* The built-in table of that name, NULL: there is none. */
const struct schema *schema_named(struct str name);

/* The field of that name (or standard name), -1: none. */
int schema_field(const struct schema *schema, struct str name);

/* Index of the first field of that dimension or type, -1: none. */
int schema_of_dimension(const struct schema *schema, enum dimension_kind kind);
int schema_of_type(const struct schema *schema, enum field_type type);

/* What a cell of the field looks like, for people: 四位年份 … */
const char *field_format(const struct field *field);

/* A value as an example of the field: its own, or one of its kind. */
const char *field_example(const struct field *field);

/* The nth value that cells of a closed dimension may hold, in its official
 * order; NULL: there are no more, or the dimension has codes. */
const char *dimension_value(enum dimension_kind kind, size_t n);

/* What people call a dimension: 支出功能分类科目, 资金性质 … */
const char *dimension_name(enum dimension_kind kind);

#endif
