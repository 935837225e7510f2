/* SPDX-License-Identifier: MIT */
/* Codes as cells give them: found in their dimension, or completed where a
 * spreadsheet has destroyed them and exactly one known code fits. */
#ifndef BUDGET_CODES_H
#define BUDGET_CODES_H

#include "budget/reading.h"

#define CODE_BAD (-1) /* reported */
#define CODE_UNKNOWN                                                           \
	(-2) /* a project that 项目 does not have; not reported              \
	      */

/*
 * The member that a cell of a code column names. unit: the row's unit, for
 * projects. New members of open dimensions are added.
 */
int code_member(struct reading *reading, const struct field *field,
		struct str text, uint32_t unit, struct place place);

/* The member of a closed list, CODE_BAD: reported. */
int choice_member(struct reading *reading, const struct field *field,
		  struct str text, struct place place);

/* A project by its code, looked for in the unit and those above it, -1: none;
 * and the key by which it stands in its dimension. */
int project_find(const struct budget *budget, uint32_t unit, struct str code);
struct str project_key(const struct budget *budget, uint32_t unit,
		       struct str code, struct arena *arena);

/* The values of a closed list, for messages; those that only group others if
 * groups. */
struct str values_of(const struct dimension *dimension, bool groups,
		     struct arena *arena);

#endif
