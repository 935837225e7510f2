/* SPDX-License-Identifier: MIT */
/*
 * Selections: a table and filters, "支出[资金性质=财政拨款;
 * 支出类型=基本支出]". A filter names a column and values, one of which must
 * hold: = means the value or anything below it in its dimension (a code's
 * prefix, 财政拨款 for its three funds, a department for its units), != none of
 * them; an empty value (列=) selects rows where nothing stands. A value with ,
 * ; ] or $ in it stands in '…'. 年度 takes a year or 本年, 上年, 前年; in
 * tables of facts it is 本年, and 口径 预算, unless a filter says otherwise. A
 * date may be 上年末, 本年初, 前年末. A value $name is bound when the selection
 * is used. ".列" behind it names the column to be added up (default: the
 * table's first amount).
 *
 * A column may be reached through a project or a unit: 项目代码.项目类别,
 * 单位代码.业务处室代码.
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
	int unit;	      /* index */
	int year;	      /* 预算年度 */
	const bool *units;    /* n_units: the unit and those below it */
	const uint32_t *list; /* the same as indexes, the unit first */
	size_t n_list;
	bool hidden; /* select_rows and select_members show units whose 公开
			is 否, too: for `gongkai why`, not for documents */
};

/* A value for $name. The name points into what owns it; members of
 * dimensions are bound by their key. */
struct binding {
	struct str name;
	struct str value;
};

/* A column of a relation, or one reached through its project or unit. */
struct column_ref {
	int relation;
	int field; /* in relation */
	int via;   /* field in 项目 or 单位 that it leads to, -1: none */
};

/* The scope of a unit's document; owned by the arena. */
struct scope scope_of(const struct budget *budget, int unit,
		      struct arena *arena);

/* Parses; NULL: reported at place (unknown table, column or value, with what
 * is near it). Values of closed dimensions are checked at once. */
struct selection *select_parse(struct str text, const struct budget *budget,
			       struct place place, struct arena *arena,
			       struct diag_sink *sink);

/* The selection with further filters, "资金性质=一般公共预算; 年度=上年", as
 * they stand between the brackets; the given one is not changed. A filter on
 * 年度 or 口径 takes the place of the default. NULL: reported. */
struct selection *select_narrow(const struct selection *selection,
				struct str filters, struct place place,
				struct arena *arena, struct diag_sink *sink);

/* A column of a relation by name, 项目代码.项目类别 too. False: reported. */
bool select_column(struct str name, const struct budget *budget, int relation,
		   struct place place, struct diag_sink *sink,
		   struct column_ref *ref);

/* Its relation, the field that is added up (-1: none). */
int select_relation(const struct selection *selection);
int select_field(const struct selection *selection);

/* Its text with all values bound: parses to the same selection in the same
 * scope. Owned by the arena. */
struct str select_text(const struct selection *selection,
		       const struct binding *bindings, size_t n_bindings,
		       struct arena *arena);

/* Rows selected, in the order of the input; owned by the arena. */
uint32_t *select_rows(const struct selection *selection,
		      const struct scope *scope, const struct binding *bindings,
		      size_t n_bindings, struct arena *arena, size_t *n);

/* Sum of the amounts selected. A sum beyond the range of 分 is reported by
 * budget_read(), which holds all sums of a table in range. */
struct amount select_sum(const struct selection *selection,
			 const struct scope *scope,
			 const struct binding *bindings, size_t n_bindings);

/* The same for a column of numbers [1/1000000]. */
struct number select_sum_numbers(const struct selection *selection,
				 const struct scope *scope,
				 const struct binding *bindings,
				 size_t n_bindings);

/* How many rows are selected, those of units that are not published too. */
size_t select_count(const struct selection *selection,
		    const struct scope *scope, const struct binding *bindings,
		    size_t n_bindings);

/* Members of a column's dimension that occur in the rows selected, and those
 * above them, in the dimension's order; owned by the arena. Of units, only
 * those of the scope. */
int *select_members(const struct selection *selection,
		    const struct scope *scope, const struct binding *bindings,
		    size_t n_bindings, struct column_ref column,
		    struct arena *arena, size_t *n);

/* Sums by member of a column's dimension, at once: sums[i] for members[i]
 * (in the dimension's order), rows below a member counted in it. For tables of
 * many rows. */
void select_sums(const struct selection *selection, const struct scope *scope,
		 const struct binding *bindings, size_t n_bindings,
		 struct column_ref column, const int *members, size_t n,
		 struct amount *sums);

#endif
