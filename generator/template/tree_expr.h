/* SPDX-License-Identifier: MIT */
/* Of a template understood: formats, selections, expressions, texts, sets.
 * Const once it is made. */
#ifndef TEMPLATE_TREE_EXPR_H
#define TEMPLATE_TREE_EXPR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/count.h"
#include "budget/schema.h"
#include "template/node.h"

struct change;
struct figure;
struct template_option;
struct word;

/* How a value is written. */
enum format_kind {
	FORMAT_AMOUNT,
	FORMAT_NUMBER,
	FORMAT_PERCENT,
	FORMAT_COUNT, /* built in: 二十一, 廿一, ㉑, 21 */
	FORMAT_DATE   /* built in: 2024年2月8日 */
};

struct format {
	struct str name;
	enum format_kind kind;
	int64_t unit; /* [分] of one: 100 元, 1000000 万元 … */
	struct str unit_name;
	int decimals;
	bool trim, thousands;
	bool bare; /* FORMAT_PERCENT: without % */
	bool has_zero, has_none;
	struct str zero, none;
	enum count_style count;
	bool month_only; /* FORMAT_DATE: without the day */
};

struct expr;
struct plan_set;
struct plan_slot;

/* A selection of the template; $names get their values when it is used. */
struct plan_select {
	size_t index;	 /* in template->selects; SIZE_MAX: of a unit's text */
	struct str text; /* for select_parse() */
	const struct schema *schema;
	const struct plan_bind {
		struct str name;
		const struct expr *value;
	} * binds;
	size_t n_binds;
	struct spot spot;
};

enum expr_kind {
	EXPR_TEXT, /* 'text' */
	EXPR_NUMBER,
	EXPR_SELECT, /* sum of a selection */
	EXPR_OWN,    /* … of the rows of the item one stands in */
	EXPR_FIGURE,
	EXPR_CHANGE,
	EXPR_FIELD, /* column of the record one stands in */
	EXPR_ITEM,  /* another name of a set's item */
	EXPR_UNIT,  /* 单位.名称 … */
	EXPR_YEAR,  /* 年度 … */
	EXPR_DAY,   /* 上年末 … */
	EXPR_OPTION,
	EXPR_WORD,
	EXPR_EMPTY, /* 空 */
	EXPR_ADD,
	EXPR_SUBTRACT,
	EXPR_EQUAL,
	EXPR_UNEQUAL,
	EXPR_MORE,
	EXPR_LESS,
	EXPR_AT_LEAST,
	EXPR_AT_MOST,
	EXPR_AND,
	EXPR_OR,
	EXPR_NOT,
	EXPR_ANY,      /* 有 */
	EXPR_COUNT,    /* 数 */
	EXPR_RATIO,    /* 比 */
	EXPR_FIRST,    /* 先 */
	EXPR_NAME,     /* 名称 */
	EXPR_MONEY_OF, /* 金额(a, b) */
	EXPR_SHARE_OF, /* 占比(a, b) */
	EXPR_ABSOLUTE
};

/* EXPR_ITEM: which name. */
enum item_name {
	ITEM_NUMBER, /* 序号 */
	ITEM_TOTAL,  /* 个数 */
	ITEM_CODE,
	ITEM_NAME,
	ITEM_LEVEL,
	ITEM_PART_1, /* 类: what its level adds to the code */
	ITEM_PART_2, /* 款 */
	ITEM_PART_3, /* 项 */
	ITEM_AMOUNT,
	ITEM_LINE,
	ITEM_DIFFERENCE, /* 差, within a change */
	ITEM_GROWTH	 /* 幅 */
};

enum unit_name {
	UNIT_CODE,
	UNIT_NAME,
	UNIT_PUBLIC_NAME,
	UNIT_SHORT_NAME,
	UNIT_LEVEL,
	UNIT_NATURE,
	UNIT_RANK,
	UNIT_FUNDING,
	UNIT_OFFICE,
	UNIT_OFFICE_CODE,
	UNIT_DATE,
	N_UNIT_NAMES
};

/* A figure as it is asked for. */
struct figure_use {
	const struct figure *figure;
	int years_back;			  /* 0 本年, 1 上年, 2 前年 */
	struct str basis;		  /* 口径; empty: 预算 */
	const struct expr *object;	  /* NULL: the whole */
	const struct expr *value;	  /* computed: for this year … */
	const struct plan_select *tables; /* … rows of the same table, year and
					     口径, whatever they are */
	size_t n_tables;
};

struct expr {
	enum expr_kind kind;
	struct spot spot;
	const struct expr *args[4];
	size_t n_args;
	struct str text; /* EXPR_TEXT, EXPR_WORD: name */
	int64_t number;	 /* EXPR_NUMBER [1/1000000], EXPR_YEAR:
			    years back, EXPR_DAY */
	const struct plan_select *select;
	const struct plan_set *set; /* EXPR_ANY, EXPR_COUNT with a condition;
				       NULL: without one */
	const struct figure_use *use;
	const struct change *change;
	const struct word *word;
	const struct template_option *option;
	size_t depth; /* EXPR_FIELD, EXPR_ITEM: how many sets
			 further out */
	int field;    /* EXPR_FIELD */
	const struct schema *schema;
	enum item_name item;
	enum unit_name unit;
};

/* Text in the making. */
struct plan_text {
	const struct piece *list;
	size_t n;
};

enum piece_kind {
	PIECE_WORDS,
	PIECE_VALUE,
	PIECE_STRONG,
	PIECE_CHOICE, /* if, choose */
	PIECE_LIST,
	PIECE_SERIES,
	PIECE_SLOT
};

struct piece {
	enum piece_kind kind;
	struct str words;
	const struct expr *value;
	const struct format *format;   /* NULL: by its kind */
	struct plan_text content;      /* strong, list */
	const struct plan_case *cases; /* choice, series */
	size_t n_cases;
	const struct plan_set *set;
	struct str separator, last; /* list, series; slot: before, after */
	struct plan_text none;
	const struct plan_slot *slot;
};

struct plan_case {
	const struct expr *when; /* NULL: else, always */
	struct plan_text content;
};

/* A place that a unit's text fills. */
struct plan_slot {
	struct str name;
	const struct plan_text *object; /* NULL: none */
	bool required;
	bool has_default;
	struct spot spot;
};

enum set_kind { SET_RECORDS, SET_MEMBERS, SET_GROUPS, SET_LINES };

struct plan_set {
	enum set_kind kind;
	bool inner; /* of the rows of the item one stands in */
	const struct plan_select *from; /* NULL: lines, inner */
	const struct plan_select *item; /* SET_MEMBERS: from, below one code */
	const struct schema *schema;
	struct str column;	       /* by, group */
	enum dimension_kind dimension; /* by */
	unsigned levels;	       /* bit n: level n; 0: all */
	const struct expr *lines;
	const struct expr *when;
	struct spot spot;
};

/* 一、 as a number of headings and rows. */
struct plan_number {
	bool there;
	struct str before, after;
	enum count_style style;
};

#endif
