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

struct filter {
	struct column_ref column;
	struct str name;	     /* of the column, as written */
	bool negative;		     /* != */
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

/* What a text stands for in a column. */
struct match match_of(const struct budget *budget, struct column_ref column,
		      struct str text, const struct scope *scope);

#endif
