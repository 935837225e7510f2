/* SPDX-License-Identifier: MIT */
/*
 * The budget of one input: units, facts, records, names of codes, texts.
 * Tables are kept by column, texts as symbols, codes as members of their
 * dimension, so that a selection over 100,000 rows is a few comparisons of
 * integers per row. Made once, then const: documents of all units read it.
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
struct sheet;
struct sheets;

/* A symbol: index of an interned text; 0 is the empty text (absent). */
typedef uint32_t symbol;

/* Numbers and percentages are kept as whole millionths: 1.5 is 1500000; 50%
 * is 500000. */
#define NUMBER_ONE 1000000

/* A value that is no money: a count, a percentage. */
struct number {
	int64_t value; /* [1/1000000] */
	bool there;
};

/* A row of no unit: it holds for all. */
#define UNIT_ALL UINT32_MAX

/* A column of a relation; which arrays are used depends on the field's type.
 * All are n_rows long, or NULL. */
struct column {
	const struct field *field;
	bool stated;	  /* some sheet has this column */
	symbol *symbols;  /* text, codes, choices, dates, yes */
	int32_t *members; /* fields with a dimension: index of the member in
			     it, -1: none */
	int64_t *numbers; /* amounts [分], numbers [1/1000000], plans [分 or
			     1/1000000 of the whole], years */
	bool *there;	  /* something stands here (0 is a value) */
	bool percent;	  /* FIELD_PLAN: the heading says % */
	enum money_unit unit; /* amounts: unit that the heading states */
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
	size_t room;
	struct row_origin *origins;
	uint32_t *units; /* n_rows: index of the row's unit, or UNIT_ALL */
	bool *stays;	 /* rows that do not roll up though the table does */
	int unit_field, year_field, basis_field; /* -1: it has none */
	int amount_field; /* what is added up unless said; -1: nothing */

	/* The rows by unit: those of unit u are by_unit[unit_start[u]] up to
	 * unit_start[u + 1], in the order of the input; u = n_units: for all */
	uint32_t *by_unit;
	uint32_t *unit_start;
};

#define ROW_NONE UINT32_MAX

/* A member of a dimension. Members stand in pre-order: those below member i
 * are i + 1 to last. Codes are sorted, values of closed lists stand in their
 * official order, units and projects as in the input. */
struct member {
	symbol code;
	struct str key;	 /* its code; a project whose code another unit uses
			    too: code@unit. What a selection names it by */
	struct str name; /* empty: not known */
	bool reference;	 /* the name is only of the shipped list of reference */
	int parent;	 /* index, -1: at the top */
	int last;	 /* index of the last one below it, or its own */
	int level;	 /* from 1: 类 1, 款 2, 项 3 */
	uint32_t row;	 /* units and projects: row in 单位, 项目; else, or
			    if it has none, ROW_NONE */
	uint32_t unit;	 /* units and projects: index of the unit */
	bool used;	 /* some row of the input has it (or one below) */
	bool group;	 /* only groups others; no row can have it itself */
};

struct dimension {
	enum dimension_kind kind;
	struct member *members;
	size_t n;
	size_t room;
	struct map by_key; /* keys and other accepted spellings -> index */
};

enum unit_level { UNIT_DEPARTMENT, UNIT_UNIT };

struct unit {
	struct str code, name, public_name, short_name;
	enum unit_level level;
	int parent;			  /* index, -1: none */
	int member;			  /* index in DIM_UNIT */
	struct str nature, rank, funding; /* 单位性质 … */
	struct str office_code, office;	  /* 业务处室 */
	int year;			  /* 预算年度 */
	struct str region;		  /* 区划代码 */
	struct str template_id;		  /* empty: no document of its own */
	bool is_public;
	struct str publication_date;
	uint32_t row; /* in relation 单位 */
};

struct budget {
	struct arena *arena;
	struct str *symbols; /* by symbol */
	size_t n_symbols;
	size_t room_symbols;
	struct map symbol_map;
	struct relation *relations; /* the built-in schemas in their order,
				       then the templates' */
	size_t n_relations;
	struct unit *units; /* in the order of the input */
	size_t n_units;
	struct map unit_map; /* code -> index */
	struct dimension dimensions[N_DIMENSIONS];
};

struct budget_options {
	/* Names of codes that ship with the program (templates/subjects/),
	 * read: tables with the columns of 科目; NULL: none. */
	const struct sheets *subjects;
	const struct schema *const *further; /* tables that templates declare */
	size_t n_further;
	const struct str *texts; /* 栏目 that templates know: columns of 项目
				    with such a heading are texts of it */
	size_t n_texts;
};

/* Reads the sheets into a budget. Everything wrong is reported with its place;
 * what can be read is. NULL only when there are no units. The sheets must
 * live as long as the budget. */
struct budget *budget_read(const struct sheets *sheets,
			   const struct budget_options *options,
			   struct arena *arena, struct diag_sink *sink);

/* The symbol of a text, 0 if it does not occur; its text. */
symbol budget_symbol(const struct budget *budget, struct str text);
struct str symbol_text(const struct budget *budget, symbol text);

/* Index of the relation of that name, -1: none. */
int budget_relation(const struct budget *budget, struct str name);

/* Index of the unit with that code, -1: none. */
int budget_unit(const struct budget *budget, struct str code);

/* Index of a member by its key or an accepted spelling of it, -1: none. */
int budget_member(const struct budget *budget, enum dimension_kind kind,
		  struct str key);

/* Name of a code in a dimension, empty if unknown. */
struct str budget_name(const struct budget *budget, enum dimension_kind kind,
		       struct str code);

/* A code in use that has no name. */
struct unnamed_code {
	enum dimension_kind kind;
	struct str code;
	struct amount amount; /* of the rows that have it or one below it */
	size_t n_rows;
	struct place place; /* of the first */
};

/* The codes of a dimension that rows use, those above them included, and that
 * have no name; for 科目-待补.csv. Owned by the arena. */
struct unnamed_code *budget_unnamed(const struct budget *budget,
				    enum dimension_kind kind,
				    struct arena *arena, size_t *n);

/* What 类别 of 科目 says for a dimension: 功能, 部门经济 …; NULL: it has no
 * names there. */
const char *budget_subject_kind(enum dimension_kind kind);

/* The place in the input of a row (of the row it was made from), column: index
 * of the field, -1: the row as a whole. */
struct place budget_place(const struct budget *budget, int relation,
			  uint32_t row, int field);

#endif
