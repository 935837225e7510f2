/* SPDX-License-Identifier: MIT */
/* Names of codes: 科目 of the input and name columns beside codes first, then
 * what ships with the program. */
#ifndef BUDGET_SUBJECTS_H
#define BUDGET_SUBJECTS_H

#include "budget/reading.h"

/* What 科目 says of codes, by kind and code. */
struct subject_names;

/* Takes the rows of 科目 of the input (which must have been read) and the
 * shipped tables. Funds that 科目 names are added to their dimension. */
void subjects_read(struct reading *reading);

/* The code above a code as 科目 says, empty if it does not. */
struct str subject_parent(const struct subject_names *names,
			  enum dimension_kind kind, struct str code);

/* Is there a name for the code, of the input or shipped? For completing codes;
 * visits all such codes of a kind. */
size_t subject_count(const struct subject_names *names);
struct str subject_code(const struct subject_names *names, size_t i,
			enum dimension_kind *kind);

/* A name column says that the member is called so; two names for one code are
 * reported. */
void noted_name(struct reading *reading, enum dimension_kind kind, int member,
		struct str name, struct place place);

/* Gives the members of a dimension the names that were noted, or those of
 * 科目, or the shipped ones. */
void noted_names_take(struct reading *reading, enum dimension_kind kind);

#endif
