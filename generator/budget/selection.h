/* SPDX-License-Identifier: MIT */
/* A parsed selection: shared by select_parse.c and select.c. */
#ifndef BUDGET_SELECTION_H
#define BUDGET_SELECTION_H

#include "budget/select.h"

/* Values in one selection, at most; more is a slip. */
#define SELECT_VALUES_MOST 64

/* What a value stands for until the scope is known. */
enum value_kind {
	VALUE_CONSTANT,
	VALUE_BOUND, /* $name: text is the name */
	VALUE_YEAR,  /* 本年 and others: number is added to the scope's */
	VALUE_DAY    /* 上年末 and others: the day of such a year */
};

/* What rows are compared with; which part counts depends on the column. */
struct match {
	int first, last; /* members; last < first: nothing matches */
	symbol symbol;
	int64_t number;
	bool nothing; /* no row has it */
};

struct filter_value {
	enum value_kind kind;
	struct str text;
	int64_t number;
	const char *day;    /* "-12-31" */
	struct match match; /* of constants */
};

/* Which part of a cell counts. */
enum compared { BY_MEMBER, BY_NUMBER, BY_SYMBOL };

/* Where the cell of a row in a column is found. */
struct lookup {
	const struct column *column;
	const struct column *link; /* of the row: the unit or project in whose
				      own row the column stands; NULL: the
				      row itself has it */
	const struct dimension *linked; /* the dimension of link */
	enum compared by;
};

struct filter {
	struct column_ref column;
	struct lookup lookup; /* the same, ready for rows */
	struct str name;      /* of the column, as written */
	bool negative;	      /* != */
	bool plain; /* one value, a member, in a column of the row itself */
	struct filter_value *values; /* none: rows where nothing stands */
	size_t n_values;
};

struct selection {
	const struct budget *budget;
	int relation;
	int field;	   /* that is added up, -1: none */
	bool field_stated; /* by ".列" */
	struct filter *filters;
	size_t n_filters;
	size_t room;
	size_t n_values; /* of all filters */
	bool has_year, has_basis;
};

/* The field that a column reference ends at. */
const struct field *column_field(const struct budget *budget,
				 struct column_ref column);

/* What finds the field's member in a row, prepared once for many rows. */
struct lookup lookup_of(const struct budget *budget, struct column_ref column);

/* The member in a row's column, -1: none. */
int lookup_member(const struct lookup *lookup, uint32_t row);

/* Whether the row has one of the filter's values, as matches (one for each)
 * have them; a filter that is negative is not turned round. */
bool filter_passes(const struct filter *filter, const struct match *matches,
		   uint32_t row);

/* What a text stands for in a column. */
struct match match_of(const struct budget *budget, struct column_ref column,
		      struct str text, const struct scope *scope);

#endif
