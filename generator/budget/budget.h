/* SPDX-License-Identifier: MIT */
/*
 * The budget of one input: units, facts, records, names of codes, texts.
 * Tables are kept by column, texts as symbols, so that a selection over
 * 100,000 rows is a few comparisons of integers per row. Made once, then
 * const: documents of all units read it.
 *
 * Derived rows: where the input leaves a table to be computed (收入 from the
 * funding of 支出, 经济分类 and 三公 from economic codes, 预算数 of a project
 * from its 支出), the rows are made here, each knowing the row that it came
 * from. So whoever selects need not care.
 */
#ifndef BUDGET_BUDGET_H
#define BUDGET_BUDGET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/map.h"
#include "base/money.h"
#include "base/str.h"
#include "budget/schema.h"

struct arena;
struct sheets;

/* A symbol: index of an interned text; 0 is the empty text (absent). */
typedef uint32_t symbol;

/* A column of a relation; which array is used depends on the field's type. */
struct column {
	const struct field *field;
	symbol *symbols;  /* text, codes, choices, dates, yes */
	int64_t *numbers; /* amounts [分], numbers [1/1000000], plans [分 or
			     1/1000000 of 100%], years */
	bool *there;	  /* numbers: a value stands here (0 is a value) */
	bool percent;	  /* FIELD_PLAN: the heading says % */
};

/* Where a row came from. */
struct row_origin {
	const struct sheet *sheet;
	uint32_t row;	  /* index into sheet->rows */
	int derived_from; /* relation whose row (number below) it was made
			     from, -1: it stood in the input itself */
	uint32_t derived_row;
};

/* A table of the input, typed. */
struct relation {
	const struct schema *schema;
	struct column *columns; /* n_fields of the schema */
	size_t n_rows;
	struct row_origin *origins;
	uint32_t *units; /* n_rows: index of the row's unit, UINT32_MAX: all */
};

/* A member of a dimension. */
struct member {
	symbol code;
	struct str name;  /* empty: not known */
	int parent;	  /* index, -1: at the top */
	int level;	  /* from 1: 类 1, 款 2, 项 3 */
	bool used;	  /* some row of the input has it (or one below) */
};

struct dimension {
	enum dimension_kind kind;
	struct member *members; /* parents before children; codes sorted, other
				   ones in their official order, units and
				   projects as they stand in the input */
	size_t n;
	size_t room;
	struct map by_code;
};

enum unit_level { UNIT_DEPARTMENT, UNIT_UNIT };

struct unit {
	struct str code, name, public_name, short_name;
	enum unit_level level;
	int parent;	   /* index, -1: none */
	struct str nature, rank, funding; /* 单位性质 … */
	struct str office_code, office;	  /* 业务处室 */
	int year;	   /* 预算年度 */
	struct str region; /* 区划代码 */
	struct str template_id; /* empty: no document of its own */
	bool is_public;
	struct str publication_date;
	uint32_t row;	   /* in relation 单位 */
};

struct budget {
	struct arena *arena;
	struct str *symbols; /* by symbol */
	size_t n_symbols;
	size_t room_symbols;
	struct map symbol_map;
	const struct schema *const *schemas; /* built-in and templates' */
	struct relation *relations;	     /* one per schema */
	size_t n_relations;
	struct unit *units; /* in the order of the input */
	size_t n_units;
	struct map unit_map; /* code -> index */
	struct dimension dimensions[N_DIMENSIONS];
};

/* Names of codes that ship with the program (templates/subjects/). */
struct budget_options {
	struct str subjects; /* folder; empty: none */
	const struct schema *const *further; /* tables that templates declare */
	size_t n_further;
};

/* Reads the sheets into a budget. Everything wrong is reported with its place;
 * what can be read is. NULL only when there are no units. */
struct budget *budget_read(const struct sheets *sheets,
			   const struct budget_options *options,
			   struct arena *arena, struct diag_sink *sink);

/* The symbol of a text, 0 if it does not occur; its text. */
symbol budget_symbol(const struct budget *budget, struct str text);
struct str symbol_text(const struct budget *budget, symbol symbol);

/* Index of the relation of that name, -1: none. */
int budget_relation(const struct budget *budget, struct str name);

/* Index of the unit with that code, -1: none. */
int budget_unit(const struct budget *budget, struct str code);

/* Name of a code in a dimension, empty if unknown. */
struct str budget_name(const struct budget *budget, enum dimension_kind kind,
		       struct str code);

/* The place in the input of a row (of the row it was made from), column: index
 * of the field, -1: the row as a whole. */
struct place budget_place(const struct budget *budget, int relation,
			  uint32_t row, int field);

#endif
