/* SPDX-License-Identifier: MIT */
/*
 * Selections: a table and filters, "支出[资金性质=财政拨款; 支出类型=基本支出]".
 * A filter names a column and values, one of which must hold: = means the
 * value or anything below it in its dimension (a code's prefix, 财政拨款 for
 * its three funds, a department for its units), != none of them; an empty
 * value (列=) selects rows where nothing stands. 年度 takes a year or 本年,
 * 上年; without one it is 本年, and 口径 is 预算. A value $name is bound when
 * the selection is used. ".列" behind it names the column to be added up
 * (default: the table's first amount).
 *
 * The same text is what a doc carries with its figures, what a template
 * writes and what `gongkai why` takes.
 */
#ifndef BUDGET_SELECT_H
#define BUDGET_SELECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/money.h"
#include "budget/budget.h"

struct selection; /* parsed; lives in the arena it was parsed into */

/* Whose document it is: the unit, and the rows that belong to it. */
struct scope {
	const struct budget *budget;
	int unit;	   /* index */
	int year;	   /* 预算年度 */
	const bool *units; /* n_units: the unit and those below it */
};

/* A value for $name. */
struct binding {
	struct str name;
	struct str value;
};

/* The scope of a unit's document; owned by the arena. */
struct scope scope_of(const struct budget *budget, int unit,
		      struct arena *arena);

/* Parses; NULL: reported at place (unknown table, column or value, with what
 * is near it). Values of closed dimensions are checked at once. */
struct selection *select_parse(struct str text, const struct budget *budget,
			       struct place place, struct arena *arena,
			       struct diag_sink *sink);

/* Its relation, the field that is added up (-1: none). */
int select_relation(const struct selection *selection);
int select_field(const struct selection *selection);

/* Rows selected, in the order of the input; owned by the arena. */
uint32_t *select_rows(const struct selection *selection,
		      const struct scope *scope, const struct binding *bindings,
		      size_t n_bindings, struct arena *arena, size_t *n);

/* Sum of the amounts selected. A sum beyond the range of 分 is reported by
 * budget_read(), which holds all sums of a table in range. */
struct amount select_sum(const struct selection *selection,
			 const struct scope *scope,
			 const struct binding *bindings, size_t n_bindings);

/* Members of a dimension that occur in the rows selected with a field, and
 * those above them, in the dimension's order; owned by the arena. */
int *select_members(const struct selection *selection,
		    const struct scope *scope, const struct binding *bindings,
		    size_t n_bindings, int field, struct arena *arena,
		    size_t *n);

/* Sums by member of a field's dimension, at once: sums[i] for members[i],
 * rows below a member counted in it. For tables of many rows. */
void select_sums(const struct selection *selection, const struct scope *scope,
		 const struct binding *bindings, size_t n_bindings, int field,
		 const int *members, size_t n, struct amount *sums);

#endif
