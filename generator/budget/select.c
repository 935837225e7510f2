/* SPDX-License-Identifier: MIT */
/*
 * Rows are found by unit, each tested with a few comparisons of integers: a
 * value of a dimension is the interval of the members below it.
 */
#include "budget/select.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "budget/dimension.h"
#include "budget/reading.h"
#include "budget/selection.h"
#include "budget/values.h"

/* A selection with what its values stand for in a scope. */
struct bound {
	const struct selection *selection;
	const struct relation *relation;
	const struct scope *scope;
	const int64_t *years; /* by row; NULL: any year will do */
	int64_t year;	      /* wanted */
	const int32_t *bases; /* by row; NULL: any basis will do */
	int32_t basis;	      /* member wanted */
	struct match matches[SELECT_VALUES_MOST]; /* of all filters in turn */
};

/* The rows of a scope, one after the other; not in the order of the input if
 * several units have some. */
struct walk {
	const struct bound *bound;
	size_t list;	  /* next in scope->list; behind it: rows for all */
	uint32_t at, end; /* in by_unit */
	bool own;	  /* rows of the scope's own unit, or for all */
	bool lines;	  /* only rows that may be shown */
};

struct scope scope_of(const struct budget *budget, int unit,
		      struct arena *arena)
{
	const struct dimension *dimension = &budget->dimensions[DIM_UNIT];
	int first = budget->units[unit].member;
	int last = dimension->members[first].last;
	bool *units = ARENA_ARRAY(arena, budget->n_units, bool);
	uint32_t *list =
	    ARENA_ARRAY(arena, (size_t)(last - first) + 1, uint32_t);
	int m;

	for (m = first; m <= last; m++) {
		list[m - first] = dimension->members[m].unit;
		units[list[m - first]] = true;
	}
	return (struct scope){.budget = budget,
			      .unit = unit,
			      .year = budget->units[unit].year,
			      .units = units,
			      .list = list,
			      .n_list = (size_t)(last - first) + 1};
}

int select_relation(const struct selection *selection)
{
	return selection->relation;
}

int select_field(const struct selection *selection)
{
	return selection->field;
}

static struct str bound_text(const struct filter_value *value,
			     const struct binding *bindings, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (str_equal(bindings[i].name, value->text))
			return bindings[i].value;
	return STR_NONE;
}

static struct match match_day(const struct scope *scope,
			      const struct filter_value *value)
{
	char day[32];
	int n = snprintf(day, sizeof(day), "%04d%s",
			 scope->year + (int)value->number, value->day);
	struct match match = {.symbol = budget_symbol(
				  scope->budget, (struct str){day, (size_t)n})};

	match.nothing = match.symbol == 0;
	return match;
}

static struct match match_value(const struct bound *bound,
				const struct filter *filter,
				const struct filter_value *value,
				const struct binding *bindings, size_t n)
{
	switch (value->kind) {
	case VALUE_CONSTANT:
		/* The same code may be that of several units' projects. */
		if (column_field(bound->selection->budget, filter->column)
			->dimension != DIM_PROJECT)
			return value->match;
		return match_of(bound->selection->budget, filter->column,
				value->text, bound->scope);
	case VALUE_BOUND:
		return match_of(bound->selection->budget, filter->column,
				bound_text(value, bindings, n), bound->scope);
	case VALUE_YEAR:
		return (struct match){.number =
					  bound->scope->year + value->number};
	case VALUE_DAY: return match_day(bound->scope, value);
	}
	return (struct match){.nothing = true, .last = -1};
}

/* Of facts, only those of the year, and of the budget, unless the selection
 * names others. */
static void bind_facts(struct bound *bound)
{
	const struct selection *selection = bound->selection;
	const struct relation *relation = bound->relation;
	bool facts = relation->schema->facts;

	bound->years = NULL;
	bound->bases = NULL;
	if (facts && relation->year_field >= 0 && !selection->has_year &&
	    bound->scope->year >= 0) {
		bound->year = bound->scope->year;
		bound->years = relation->columns[relation->year_field].numbers;
	}
	if (facts && relation->basis_field >= 0 && !selection->has_basis) {
		bound->basis =
		    budget_member(selection->budget, DIM_BASIS, STR("预算"));
		if (bound->basis >= 0)
			bound->bases =
			    relation->columns[relation->basis_field].members;
	}
}

static void bind(struct bound *bound, const struct selection *selection,
		 const struct scope *scope, const struct binding *bindings,
		 size_t n_bindings)
{
	const struct budget *budget = selection->budget;
	const struct relation *relation =
	    &budget->relations[selection->relation];
	size_t n = 0;
	size_t i;
	size_t k;

	bound->selection = selection;
	bound->relation = relation;
	bound->scope = scope;
	for (i = 0; i < selection->n_filters; i++) {
		for (k = 0; k < selection->filters[i].n_values; k++)
			bound->matches[n++] =
			    match_value(bound, &selection->filters[i],
					&selection->filters[i].values[k],
					bindings, n_bindings);
	}
	bind_facts(bound);
}

/* Nearly all filters want one member, or those below it, in the row itself. */
static bool passes_filter(const struct filter *filter,
			  const struct match *matches, uint32_t row)
{
	const int32_t *members = filter->lookup.column->members;

	if (!filter->plain || members == NULL)
		return filter_passes(filter, matches, row);
	return members[row] >= matches->first && members[row] <= matches->last;
}

static bool passes(const struct bound *bound, uint32_t row)
{
	const struct match *matches = bound->matches;
	size_t i;

	if (bound->years != NULL && bound->years[row] != bound->year)
		return false;
	if (bound->bases != NULL && bound->bases[row] != bound->basis)
		return false;
	for (i = 0; i < bound->selection->n_filters; i++) {
		const struct filter *filter = &bound->selection->filters[i];

		if (passes_filter(filter, matches, row) == filter->negative)
			return false;
		matches += filter->n_values;
	}
	return true;
}

/* Turns to the rows of the next unit; false: there is none. */
static bool next_unit(struct walk *walk)
{
	const struct scope *scope = walk->bound->scope;
	const struct relation *relation = walk->bound->relation;
	const struct budget *budget = scope->budget;
	uint32_t u;

	for (; walk->list <= scope->n_list; walk->list++) {
		bool own = walk->list == 0 || walk->list == scope->n_list;

		if (!own && !relation->schema->roll_up)
			continue;
		u = walk->list < scope->n_list ? scope->list[walk->list]
					       : (uint32_t)budget->n_units;
		if (!own && walk->lines && !scope->hidden &&
		    !budget->units[u].is_public)
			continue;
		walk->own = own;
		walk->at = relation->unit_start[u];
		walk->end = relation->unit_start[u + 1];
		walk->list++;
		return true;
	}
	return false;
}

static bool next_row(struct walk *walk, uint32_t *row)
{
	const struct relation *relation = walk->bound->relation;

	for (;;) {
		while (walk->at < walk->end) {
			*row = relation->by_unit[walk->at++];
			if ((walk->own || !relation->stays[*row]) &&
			    passes(walk->bound, *row))
				return true;
		}
		if (!next_unit(walk))
			return false;
	}
}

static int compare_rows(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a;
	uint32_t y = *(const uint32_t *)b;

	return x < y ? -1 : x > y;
}

uint32_t *select_rows(const struct selection *selection,
		      const struct scope *scope, const struct binding *bindings,
		      size_t n_bindings, struct arena *arena, size_t *n)
{
	struct bound bound;
	struct walk walk = {.bound = &bound, .lines = true};
	uint32_t *rows = NULL;
	size_t room = 0;
	bool sorted = true;
	uint32_t row;

	bind(&bound, selection, scope, bindings, n_bindings);
	*n = 0;
	while (next_row(&walk, &row)) {
		rows = arena_grow(arena, rows, *n, &room, sizeof(*rows));
		sorted = sorted && (*n == 0 || rows[*n - 1] < row);
		rows[(*n)++] = row;
	}
	if (!sorted)
		qsort(rows, *n, sizeof(*rows), compare_rows);
	return rows;
}

size_t select_count(const struct selection *selection,
		    const struct scope *scope, const struct binding *bindings,
		    size_t n_bindings)
{
	struct bound bound;
	struct walk walk = {.bound = &bound};
	size_t n = 0;
	uint32_t row;

	bind(&bound, selection, scope, bindings, n_bindings);
	while (next_row(&walk, &row))
		n++;
	return n;
}

/* Adds the figure of a row. budget_read() holds the sums of whole tables in
 * range, so this cannot leave it. */
static void add_row(const struct bound *bound, uint32_t row, struct amount *sum)
{
	const struct column *column =
	    &bound->relation->columns[bound->selection->field];

	if (column->there[row])
		amount_add(sum, (struct money){column->numbers[row]});
}

/* Does the selection add up a column of numbers? */
static bool adds_up(const struct selection *selection)
{
	return selection->field >= 0 &&
	       selection->budget->relations[selection->relation]
		       .columns[selection->field]
		       .field->type >= FIELD_AMOUNT &&
	       selection->budget->relations[selection->relation]
		       .columns[selection->field]
		       .field->type <= FIELD_PLAN;
}

struct amount select_sum(const struct selection *selection,
			 const struct scope *scope,
			 const struct binding *bindings, size_t n_bindings)
{
	struct bound bound;
	struct walk walk = {.bound = &bound};
	struct amount sum = AMOUNT_NONE;
	uint32_t row;

	bind(&bound, selection, scope, bindings, n_bindings);
	if (!adds_up(selection))
		return sum;
	while (next_row(&walk, &row))
		add_row(&bound, row, &sum);
	return sum;
}

struct number select_sum_numbers(const struct selection *selection,
				 const struct scope *scope,
				 const struct binding *bindings,
				 size_t n_bindings)
{
	struct amount sum = select_sum(selection, scope, bindings, n_bindings);

	return (struct number){sum.money.fen, sum.there};
}

/* May the member be named in a document of the scope? */
static bool may_show(const struct scope *scope, enum dimension_kind kind,
		     const struct member *member)
{
	if (kind != DIM_UNIT)
		return true;
	return scope->units[member->unit] &&
	       (scope->hidden || member->unit == (uint32_t)scope->unit ||
		scope->budget->units[member->unit].is_public);
}

/* A selection is asked with its scope and bindings everywhere. */
/* NOLINTNEXTLINE(readability-function-size) */
int *select_members(const struct selection *selection,
		    const struct scope *scope, const struct binding *bindings,
		    size_t n_bindings, struct column_ref column,
		    struct arena *arena, size_t *n)
{
	const struct budget *budget = selection->budget;
	enum dimension_kind kind = column_field(budget, column)->dimension;
	const struct dimension *dimension = &budget->dimensions[kind];
	struct lookup lookup = lookup_of(budget, column);
	struct bound bound;
	struct walk walk = {.bound = &bound, .lines = true};
	bool *occurs = ARENA_ARRAY(arena, dimension->n, bool);
	int *members;
	uint32_t row;
	size_t i;
	int m;

	bind(&bound, selection, scope, bindings, n_bindings);
	while (next_row(&walk, &row))
		for (m = lookup_member(&lookup, row); m >= 0 && !occurs[m];
		     m = dimension->members[m].parent)
			occurs[m] = true;
	*n = 0;
	for (i = 0; i < dimension->n; i++)
		*n += occurs[i];
	members = ARENA_ARRAY(arena, *n, int);
	*n = 0;
	for (i = 0; i < dimension->n; i++)
		if (occurs[i] && may_show(scope, kind, &dimension->members[i]))
			members[(*n)++] = (int)i;
	return members;
}

/* Index of the last of the members that is not beyond m, -1: none. */
static ptrdiff_t last_before(const int *members, size_t n, int m)
{
	size_t low = 0;
	size_t high = n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (members[middle] <= m)
			low = middle + 1;
		else
			high = middle;
	}
	return (ptrdiff_t)low - 1;
}

/* For each of the members, the one of them directly above it, -1: none. */
static void find_above(const struct dimension *dimension, const int *members,
		       size_t n, ptrdiff_t *above)
{
	size_t i;

	for (i = 0; i < n; i++) {
		ptrdiff_t a = (ptrdiff_t)i - 1;

		while (a >= 0 &&
		       !member_is_below(dimension, members[i], members[a]))
			a = above[a];
		above[i] = a;
	}
}

/* A selection is asked with its scope and bindings everywhere. */
/* NOLINTNEXTLINE(readability-function-size) */
void select_sums(const struct selection *selection, const struct scope *scope,
		 const struct binding *bindings, size_t n_bindings,
		 struct column_ref column, const int *members, size_t n,
		 struct amount *sums)
{
	const struct budget *budget = selection->budget;
	const struct dimension *dimension =
	    &budget->dimensions[column_field(budget, column)->dimension];
	struct lookup lookup = lookup_of(budget, column);
	struct bound bound;
	struct walk walk = {.bound = &bound};
	struct arena *scratch = arena_open();
	ptrdiff_t *above = ARENA_ARRAY(scratch, n, ptrdiff_t);
	uint32_t row;
	size_t i;

	bind(&bound, selection, scope, bindings, n_bindings);
	find_above(dimension, members, n, above);
	for (i = 0; i < n; i++)
		sums[i] = AMOUNT_NONE;
	while (adds_up(selection) && next_row(&walk, &row)) {
		int m = lookup_member(&lookup, row);
		ptrdiff_t at = m < 0 ? -1 : last_before(members, n, m);

		while (at >= 0 && !member_is_below(dimension, m, members[at]))
			at = above[at];
		if (at >= 0)
			add_row(&bound, row, &sums[at]);
	}
	/* Each was added to the lowest; now upwards. */
	for (i = n; i-- > 0;)
		if (above[i] >= 0 && sums[i].there)
			amount_add(&sums[above[i]], sums[i].money);
	arena_close(scratch);
}

static bool needs_quotes(struct str text)
{
	size_t i;

	for (i = 0; i < text.n; i++)
		if (text.s[i] == ',' || text.s[i] == ';' || text.s[i] == ']' ||
		    text.s[i] == '$')
			return true;
	return text.n == 0;
}

static void add_value(struct buf *buf, const struct filter_value *value,
		      const struct binding *bindings, size_t n_bindings)
{
	struct str text = value->kind == VALUE_BOUND
			      ? bound_text(value, bindings, n_bindings)
			      : value->text;

	buf_format(buf, needs_quotes(text) ? "'" STR_FMT "'" : STR_FMT,
		   STR_ARG(text));
}

static void add_filter(struct buf *buf, const struct filter *filter,
		       const struct binding *bindings, size_t n_bindings)
{
	size_t i;

	buf_add(buf, filter->name);
	buf_add_cstr(buf, filter->negative ? "!=" : "=");
	for (i = 0; i < filter->n_values; i++) {
		if (i > 0)
			buf_add_char(buf, ',');
		add_value(buf, &filter->values[i], bindings, n_bindings);
	}
}

struct str select_text(const struct selection *selection,
		       const struct binding *bindings, size_t n_bindings,
		       struct arena *arena)
{
	const struct schema *schema =
	    selection->budget->relations[selection->relation].schema;
	struct buf buf = {.arena = arena};
	size_t i;

	buf_add_cstr(&buf, schema->name);
	for (i = 0; i < selection->n_filters; i++) {
		buf_add_cstr(&buf, i == 0 ? "[" : "; ");
		add_filter(&buf, &selection->filters[i], bindings, n_bindings);
	}
	if (selection->n_filters > 0)
		buf_add_char(&buf, ']');
	if (selection->field_stated)
		buf_format(&buf, ".%s", schema->fields[selection->field].name);
	return buf_str(&buf);
}
