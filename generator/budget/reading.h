/* SPDX-License-Identifier: MIT */
/*
 * The making of a budget, shared by the files that do it; nobody else sees
 * this. The order: units, names, projects, the other tables (read.c); then
 * dimensions are put in order, rows derived, indexed and held against each
 * other (budget.c).
 */
#ifndef BUDGET_READING_H
#define BUDGET_READING_H

#include "budget/budget.h"

struct subject_names;

/* What name columns beside codes said, by member as long as a dimension
 * grows. */
struct noted_name {
	struct str name;
	struct place place;
	bool reported; /* that there are two */
};

struct reading {
	struct budget *budget;
	const struct sheets *sheets;
	const struct budget_options *options;
	struct arena *arena;
	struct diag_sink *sink;
	struct subject_names *names;		/* 科目 and shipped names */
	struct noted_name *noted[N_DIMENSIONS]; /* by member; room as below */
	size_t noted_room[N_DIMENSIONS];
	size_t n_projectless;		/* rows that name a project where there
					   is none at all */
	struct place first_projectless; /* the first of them */
	struct map completed; /* codes that were completed or refused, so that
				 each is reported once: member, or BAD_CODE */
};

/* A cell's value; which parts are set depends on the field's type. */
struct value {
	symbol symbol;
	int32_t member; /* -1: none */
	int64_t number;
	bool there; /* something stands there */
};

#define VALUE_NONE ((struct value){.member = -1})

/* The relations that the program itself looks into, as they stand in
 * budget_schemas. */
enum built_in {
	TABLE_UNITS,
	TABLE_OPTIONS,
	TABLE_SPENDING,
	TABLE_INCOME,
	TABLE_ECONOMIC,
	TABLE_SANGONG,
	TABLE_MEASURES,
	TABLE_PROJECTS,
	TABLE_INDICATORS,
	TABLE_GOALS,
	TABLE_PROCUREMENT,
	TABLE_ASSETS,
	TABLE_SUBJECTS,
	TABLE_TEXTS,
	TABLE_EXCEPTIONS
};

/* Interns a text. */
symbol symbol_of(struct budget *budget, struct str text);

/* Makes relations for all schemas. */
void relations_open(struct reading *reading);

/* Makes room for that many more rows at once. */
void relation_reserve(struct relation *relation, size_t more,
		      struct arena *arena);

/* Adds a row of n_fields values; returns its number. */
uint32_t relation_append(struct budget *budget, struct relation *relation,
			 const struct value *values, struct row_origin origin,
			 uint32_t unit);

/* A row's value back. */
struct value relation_value(const struct relation *relation, uint32_t row,
			    int field);

/* Overwrites it. */
void relation_set(struct relation *relation, uint32_t row, int field,
		  struct value value);

/* Fills by_unit and unit_start of all relations. */
void relations_index(struct reading *reading);

/* Index of a field of a built-in table; it exists. */
int field_of(const struct relation *relation, const char *name);

/* A count, for messages. */
struct str text_number(struct reading *reading, size_t n);

#endif
