/* SPDX-License-Identifier: MIT */
/*
 * Values of single rows, and the things that are looked up by name rather
 * than selected: texts, options, measures (指标).
 */
#ifndef BUDGET_RECORD_H
#define BUDGET_RECORD_H

#include "budget/budget.h"
#include "budget/select.h"

struct arena;

/* The column of that name, one of the table's own. */
struct column_ref record_column(const struct budget *budget, int relation,
				const char *name);

/* The text in a row's column, as it stood there (codes: completed); of
 * columns of text, codes, choices, dates; of numbers the empty text. */
struct str record_text(const struct budget *budget, struct column_ref column,
		       uint32_t row);

/* Its lines without blanks at both ends and without empty ones; owned by the
 * arena. */
struct str *record_lines(const struct budget *budget, struct column_ref column,
			 uint32_t row, struct arena *arena, size_t *n);

/* Amounts, and plans in money. */
struct amount record_amount(const struct budget *budget,
			    struct column_ref column, uint32_t row);

/* Numbers, years (2024 is 2024000000), plans in percent. */
struct number record_number(const struct budget *budget,
			    struct column_ref column, uint32_t row);

/* Index of the member in the column's dimension, -1: none. */
int record_member(const struct budget *budget, struct column_ref column,
		  uint32_t row);

/* Whether something stands there. */
bool record_there(const struct budget *budget, struct column_ref column,
		  uint32_t row);

/* Is it a column that is not printed, of a project that is 涉密? */
bool record_kept_back(const struct budget *budget, struct column_ref column,
		      uint32_t row);

/* A text that a unit gave for a slot. */
struct slot_text {
	bool there;
	struct str text;    /* paragraphs are lines */
	struct place place; /* of its first line */
};

/*
 * The text of 栏目 slot for object (empty: none) in the scope's document: the
 * unit's own first, then the one for all. Of a project (object is its key or
 * code) its own unit's, then those of the units above it, then the one for
 * all; columns of 项目 count as the project's texts. Several rows are joined
 * as paragraphs; owned by the arena.
 */
struct slot_text budget_text(const struct scope *scope, struct str slot,
			     struct str object, struct arena *arena);

/* The value of an option: the unit's own, then the one for all; empty: not
 * stated. */
struct str budget_option(const struct scope *scope, struct str option);

/* A single figure: 指标. */
struct measure {
	bool there;
	int64_t value;	      /* [1/1000000] in its unit of measure */
	struct str unit;      /* 计量单位, of the first row */
	struct amount amount; /* if the unit is one of money */
	struct place place;   /* of the first row */
};

/*
 * 指标 name of object (empty: the whole) for a year and 口径 (预算, …): the sum
 * over the units of the scope; % are not added, only the unit's own counts.
 * Where no row has the object itself, those below it in the dimension count
 * (DIM_NONE: none).
 */
struct measure budget_measure(const struct scope *scope, struct str name,
			      struct str object, enum dimension_kind kind,
			      int year, struct str basis);

#endif
