/* SPDX-License-Identifier: MIT */
/*
 * Mappings: what other systems call things (the table 对照, docs/input.md).
 * Each row of it is a rule; which kind of rule is told by what is filled in.
 * Internal to read/. This is the table itself; remap.h applies it.
 */
#ifndef READ_MAPPING_H
#define READ_MAPPING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"

struct arena;
struct raw_sheet;

/* The table's name. */
#define MAPPING_TABLE "对照"

/* 处理: what is done with a cell, a row or a column. */
enum map_treatment {
	MAP_CODE = 1 << 0,   /* 取代码: 201001-某局 is 201001 */
	MAP_NAME = 1 << 1,   /* 取名称: 201001-某局 is 某局 */
	MAP_REPEAT = 1 << 2, /* 续上: an empty cell is as the one above it */
	MAP_SUM = 1 << 3,    /* 空为合计: rows without it are sums */
	MAP_CHECK = 1 << 4,  /* 横向合计: sum of the row's amounts */
	MAP_ONLY = 1 << 5,   /* 只取: only rows with this value */
	MAP_DROP = 1 << 6,   /* 不取: no rows with this value; no value: not
				this column */
	MAP_OPTIONAL = 1 << 7, /* 可缺: the column need not be there */
	MAP_LEVELS = 1 << 8    /* 分级: rows of this value tell the column for
				  themselves and for those below */
};

enum map_kind {
	MAP_COLUMN,   /* their column is one of ours */
	MAP_LEVEL,    /* the same, in rows of that value */
	MAP_VALUE,    /* their value is one of ours */
	MAP_CONSTANT, /* a column of ours that they do not have */
	MAP_FILTER,   /* which rows are read */
	MAP_SUM_OF,   /* a column that is held against the amounts */
	MAP_NOT_READ  /* a column that is not read though its name is ours */
};

/* A column filled in beside an amount: 资金性质=一般公共预算. */
struct map_extra {
	struct str column, value;
};

struct map_rule {
	enum map_kind kind;
	struct str source;  /* 来源表: a name, * for any text; empty: any */
	struct str heading; /* 来源列: 资金/小计, E列 */
	struct str value;   /* 来源值 */
	struct str table;   /* 目标表; empty: any */
	struct str column;  /* 目标列 */
	struct str ours;    /* 目标值 */
	const struct map_extra *extras; /* 同时填写 */
	size_t n_extras;
	unsigned treatment;
	struct place place;
	bool shipped; /* from templates/sources/, not from the input */
};

struct mapping {
	struct arena *arena;
	struct diag_sink *sink;
	struct map_rule *rules; /* those of inputs before shipped ones */
	size_t n_rules;
	size_t room;
	bool *met; /* by rule: some table was read by it */
};

/* Adds the rules of a table 对照; rows that say nothing are reported. */
void mapping_add(struct mapping *mapping, const struct raw_sheet *raw,
		 bool shipped);

/* Is this a table that columns are read from? file: its name without the
 * ending, which counts if the sheet is the only one in it (alone). */
bool mapping_knows(const struct mapping *mapping, struct str sheet,
		   struct str file, bool alone);

/* Does the rule give a column to a table of ours? */
bool map_rule_reads(const struct map_rule *rule);

/* Does the rule speak of that table? */
bool map_rule_fits(const struct map_rule *rule, struct str sheet,
		   struct str file, bool alone, struct arena *arena);

/* Does a text fit a pattern, in which * stands for any text, # for a digit?
 * Blanks and the
 * width of letters do not matter. The arena is only for the time being. */
bool map_pattern_fits(struct str pattern, struct str text, struct arena *arena);

/* Reports tables that rules speak of and that were in no input. */
void mapping_report_unmet(const struct mapping *mapping);

#endif
