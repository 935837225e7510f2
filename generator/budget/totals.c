/* SPDX-License-Identifier: MIT */
#include "budget/totals.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "budget/dimension.h"
#include "budget/messages.h"
#include "budget/spelling.h"

struct total_row {
	const struct value *values;
	size_t sheet_row;
	size_t before; /* rows of the relation read before it */
	bool marked;
	bool part; /* 其中：… */
};

/* Over how many other sums a marked one may reach. */
#define NEARBY_MOST 32

/* 资产总额 is a figure of its own, so 资产 has no sums. */
bool totals_apply(const struct relation *relation)
{
	return relation->amount_field >= 0 &&
	       schema_of_dimension(relation->schema, DIM_ASSET) < 0;
}

bool is_parent_row(const struct reading *reading,
		   const struct relation *relation, const struct value *values)
{
	size_t f;

	for (f = 0; f < relation->schema->n_fields; f++) {
		enum dimension_kind kind =
		    relation->schema->fields[f].dimension;
		size_t leaf = dimension_leaf(kind);

		if (leaf > 0 && values[f].member >= 0 &&
		    symbol_text(reading->budget, values[f].symbol).n < leaf)
			return true;
	}
	return false;
}

void totals_add(struct reading *reading, struct totals *totals,
		const struct relation *relation, const struct value *values,
		size_t sheet_row, enum total_mark mark)
{
	size_t n = relation->schema->n_fields;
	struct value *copy = ARENA_ARRAY(reading->arena, n, struct value);

	memcpy(copy, values, n * sizeof(*values));
	totals->list = arena_grow(reading->arena, totals->list, totals->n,
				  &totals->room, sizeof(*totals->list));
	totals->list[totals->n++] =
	    (struct total_row){copy, sheet_row, relation->n_rows,
			       mark != MARK_NONE, mark == MARK_PART};
}

/* One sheet's rows while its sums are checked. */
struct checking {
	struct reading *reading;
	const struct relation *relation;
	const struct sheet_reader *reader;
	const struct totals *totals;
	size_t first;	   /* row of the relation */
	uint32_t *by_unit; /* the sheet's rows, by unit */
	uint32_t *unit_start;
	const bool *has_below; /* units: are there any below it? */
};

struct leaf_sum {
	int64_t fen;
	size_t n;
};

static bool is_unit_below(const struct budget *budget, uint32_t unit,
			  uint32_t above)
{
	int u = (int)unit;

	while (u >= 0 && (uint32_t)u != above)
		u = budget->units[u].parent;
	return u >= 0;
}

static bool is_under(const struct dimension *dimension, int m, int above)
{
	while (m >= 0 && m != above)
		m = dimension->members[m].parent;
	return m >= 0;
}

/* Does the row have what the sum says in field f, or something below it? */
static bool field_fits(const struct checking *checking, uint32_t row, size_t f,
		       const struct value *wanted)
{
	const struct budget *budget = checking->reading->budget;
	const struct relation *relation = checking->relation;
	enum dimension_kind kind = relation->schema->fields[f].dimension;
	struct value value = relation_value(relation, row, (int)f);
	const struct dimension *dimension = &budget->dimensions[kind];

	if (kind == DIM_UNIT)
		return relation->units[row] != UNIT_ALL &&
		       is_unit_below(budget, relation->units[row],
				     dimension->members[wanted->member].unit);
	if (dimension_is_coded(kind))
		return str_starts(symbol_text(budget, value.symbol),
				  symbol_text(budget, wanted->symbol));
	if (kind != DIM_NONE)
		return is_under(dimension, value.member, wanted->member);
	return value.symbol == wanted->symbol && value.number == wanted->number;
}

/* Fields that say of what something is the sum. */
static bool is_filter(const struct field *field)
{
	return field->dimension != DIM_NONE || field->type == FIELD_YEAR ||
	       field->key;
}

static bool row_fits(const struct checking *checking, uint32_t row,
		     const struct total_row *total)
{
	const struct schema *schema = checking->relation->schema;
	size_t f;

	for (f = 0; f < schema->n_fields; f++)
		if (total->values[f].there && is_filter(&schema->fields[f]) &&
		    !field_fits(checking, row, f, &total->values[f]))
			return false;
	return true;
}

static void add_leaf(const struct checking *checking, uint32_t row,
		     struct leaf_sum *sum)
{
	struct value amount = relation_value(checking->relation, row,
					     checking->relation->amount_field);

	sum->n++;
	/* Sums out of range are reported with the whole table. */
	if (__builtin_add_overflow(sum->fen, amount.number, &sum->fen))
		sum->fen = 0;
}

/* The sum of all rows of the sheet that fit; of those of one unit if that is
 * said and nothing is below it. */
static struct leaf_sum sum_fitting(const struct checking *checking,
				   const struct total_row *total)
{
	const struct relation *relation = checking->relation;
	int f = relation->unit_field;
	struct leaf_sum sum = {0, 0};
	size_t from = 0;
	size_t to = relation->n_rows - checking->first;
	size_t i;

	if (f >= 0 && total->values[f].member >= 0) {
		uint32_t unit = checking->reading->budget->dimensions[DIM_UNIT]
				    .members[total->values[f].member]
				    .unit;

		if (!checking->has_below[unit]) {
			from = checking->unit_start[unit];
			to = checking->unit_start[unit + 1];
		}
	}
	for (i = from; i < to; i++)
		if (row_fits(checking, checking->by_unit[i], total))
			add_leaf(checking, checking->by_unit[i], &sum);
	return sum;
}

/* Adds the rows from one row of the relation to another that have what the
 * total says. */
static void add_between(const struct checking *checking, size_t from, size_t to,
			const struct total_row *total, struct leaf_sum *sum)
{
	for (; from < to; from++)
		if (row_fits(checking, (uint32_t)from, total))
			add_leaf(checking, (uint32_t)from, sum);
}

/* n rounded leaves and a rounded sum may differ by half a hundredth each. */
static bool agrees(const struct checking *checking, int64_t fen,
		   struct leaf_sum sum)
{
	enum money_unit unit =
	    checking->reader->readers[checking->relation->amount_field].unit;
	int64_t most = (int64_t)unit * ((int64_t)sum.n + 1) / 200;

	return sum.n > 0 && llabs(fen - sum.fen) <= most;
}

/* The line of a sum in its sheet: a row with an amount for each fund makes
 * several sums. */
static int32_t line_of(const struct checking *checking,
		       const struct total_row *total)
{
	return checking->reader->sheet->rows[total->sheet_row].line;
}

/* How much a sum says of what it is the sum of. */
static size_t says(const struct checking *checking,
		   const struct total_row *total)
{
	const struct schema *schema = checking->relation->schema;
	size_t n = 0;
	size_t f;

	for (f = 0; f < schema->n_fields; f++)
		n += total->values[f].there && is_filter(&schema->fields[f]);
	return n;
}

/* A sum that says no more, on another line, may end the rows of this one. One
 * that says more (a unit's, a code's) lies within them. */
static bool ends_run(const struct checking *checking,
		     const struct total_row *total,
		     const struct total_row *other)
{
	return line_of(checking, other) != line_of(checking, total) &&
	       says(checking, other) <= says(checking, total);
}

/* Does the sum hold for the rows above it since another sum: the last one, or,
 * over several of these, one before? */
static bool agrees_above(const struct checking *checking, size_t t, int64_t fen)
{
	const struct total_row *list = checking->totals->list;
	struct leaf_sum sum = {0, 0};
	size_t to = list[t].before;
	size_t tries = 0;
	size_t i;

	for (i = t; i-- > 0 && tries < NEARBY_MOST;) {
		if (!ends_run(checking, &list[t], &list[i]))
			continue;
		add_between(checking, list[i].before, to, &list[t], &sum);
		if (agrees(checking, fen, sum))
			return true;
		to = list[i].before;
		tries++;
	}
	if (tries == NEARBY_MOST)
		return false;
	add_between(checking, checking->first, to, &list[t], &sum);
	return agrees(checking, fen, sum);
}

/* The same for the rows below it. */
static bool agrees_below(const struct checking *checking, size_t t, int64_t fen)
{
	const struct totals *totals = checking->totals;
	const struct total_row *list = totals->list;
	struct leaf_sum sum = {0, 0};
	size_t from = list[t].before;
	size_t tries = 0;
	size_t i;

	for (i = t + 1; i < totals->n && tries < NEARBY_MOST; i++) {
		if (!ends_run(checking, &list[t], &list[i]))
			continue;
		add_between(checking, from, list[i].before, &list[t], &sum);
		if (agrees(checking, fen, sum))
			return true;
		from = list[i].before;
		tries++;
	}
	if (tries == NEARBY_MOST)
		return false;
	add_between(checking, from, checking->relation->n_rows, &list[t], &sum);
	return agrees(checking, fen, sum);
}

/* 其中：… may be a part of the row above it that has no row of its own. */
static bool is_part_above(const struct checking *checking, size_t t,
			  int64_t fen)
{
	const struct total_row *total = &checking->totals->list[t];
	struct value above;

	if (!total->part || total->before == checking->first)
		return false;
	above = relation_value(checking->relation, (uint32_t)total->before - 1,
			       checking->relation->amount_field);
	return llabs(fen) <= llabs(above.number);
}

static struct str yuan(const struct checking *checking, int64_t fen)
{
	return money_text((struct money){fen},
			  (struct money_format){.unit = MONEY_YUAN,
						.decimals = 2,
						.thousands = true},
			  checking->reading->sink->arena);
}

static void check_total(const struct checking *checking, size_t t)
{
	const struct total_row *total = &checking->totals->list[t];
	int amount = checking->relation->amount_field;
	int64_t fen = total->values[amount].number;
	struct leaf_sum sum = sum_fitting(checking, total);
	struct place place =
	    sheet_place(checking->reader->sheet, total->sheet_row,
			checking->reader->readers[amount].column);

	if (agrees(checking, fen, sum) ||
	    (total->marked && (agrees_above(checking, t, fen) ||
			       agrees_below(checking, t, fen) ||
			       is_part_above(checking, t, fen))))
		return;
	if (sum.n > 0)
		DIAG(checking->reading->sink, &BUDGET_TOTAL, place,
		     yuan(checking, fen), yuan(checking, sum.fen),
		     text_number(checking->reading, sum.n));
	else if (fen != 0)
		DIAG(checking->reading->sink, &BUDGET_TOTAL_ALONE, place,
		     yuan(checking, fen));
}

static void index_rows(struct checking *checking)
{
	const struct relation *relation = checking->relation;
	struct arena *arena = checking->reading->arena;
	size_t n_units = checking->reading->budget->n_units;
	size_t n = relation->n_rows - checking->first;
	uint32_t *next = ARENA_ARRAY(arena, n_units + 1, uint32_t);
	size_t row;
	size_t u;

	checking->by_unit = ARENA_ARRAY(arena, n, uint32_t);
	checking->unit_start = ARENA_ARRAY(arena, n_units + 2, uint32_t);
	for (row = checking->first; row < relation->n_rows; row++) {
		u = relation->units[row];
		checking->unit_start[(u == UNIT_ALL ? n_units : u) + 1]++;
	}
	for (u = 0; u <= n_units; u++) {
		next[u] = checking->unit_start[u];
		checking->unit_start[u + 1] += checking->unit_start[u];
	}
	for (row = checking->first; row < relation->n_rows; row++) {
		u = relation->units[row];
		checking->by_unit[next[u == UNIT_ALL ? n_units : u]++] =
		    (uint32_t)row;
	}
}

static const bool *units_with_others_below(struct reading *reading)
{
	const struct budget *budget = reading->budget;
	bool *has_below = ARENA_ARRAY(reading->arena, budget->n_units, bool);
	size_t u;

	for (u = 0; u < budget->n_units; u++)
		if (budget->units[u].parent >= 0)
			has_below[budget->units[u].parent] = true;
	return has_below;
}

/* A row with several amounts made a sum of each. */
static size_t count_lines(const struct checking *checking)
{
	const struct totals *totals = checking->totals;
	size_t n = 0;
	size_t t;

	for (t = 0; t < totals->n; t++)
		n += t == 0 || line_of(checking, &totals->list[t]) !=
				   line_of(checking, &totals->list[t - 1]);
	return n;
}

void totals_check(struct reading *reading, const struct totals *totals,
		  const struct sheet_reader *reader, size_t first)
{
	struct checking checking = {.reading = reading,
				    .relation = reader->relation,
				    .reader = reader,
				    .totals = totals,
				    .first = first};
	size_t t;

	if (totals->n == 0)
		return;
	checking.has_below = units_with_others_below(reading);
	index_rows(&checking);
	for (t = 0; t < totals->n; t++)
		check_total(&checking, t);
	DIAG(reading->sink, &BUDGET_TOTALS_LEFT_OUT,
	     sheet_place(reader->sheet, totals->list[0].sheet_row, -1),
	     text_number(reading, count_lines(&checking)));
}
