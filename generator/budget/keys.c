/* SPDX-License-Identifier: MIT */
#include "budget/keys.h"

#include <string.h>

#include "base/arena.h"
#include "budget/messages.h"

/* A row's key as bytes: key fields one after the other, the unit first. */
#define KEY_BYTES_MOST 256

struct key {
	char bytes[KEY_BYTES_MOST];
	size_t n;
};

static void key_add(struct key *key, int64_t value)
{
	if (key->n + sizeof(value) > KEY_BYTES_MOST)
		return;
	memcpy(key->bytes + key->n, &value, sizeof(value));
	key->n += sizeof(value);
}

/* The key of a row, were it the unit's. */
static struct key key_of(const struct relation *relation, uint32_t row,
			 uint32_t unit)
{
	struct key key = {.n = 0};
	size_t f;

	key_add(&key, unit);
	for (f = 0; f < relation->schema->n_fields; f++) {
		struct value value = relation_value(relation, row, (int)f);

		if (!relation->schema->fields[f].key ||
		    (int)f == relation->unit_field)
			continue;
		key_add(&key, value.symbol);
		key_add(&key, value.number);
	}
	return key;
}

static struct str key_text(const struct key *key)
{
	return (struct str){key->bytes, key->n};
}

/* Has the table keys beside unit, year and 口径? */
static bool has_keys(const struct relation *relation)
{
	size_t f;

	for (f = 0; f < relation->schema->n_fields; f++) {
		if (relation->schema->fields[f].key &&
		    (int)f != relation->unit_field &&
		    (int)f != relation->year_field &&
		    (int)f != relation->basis_field)
			return true;
	}
	return false;
}

static void report_twice(struct reading *reading, int table, uint32_t row,
			 uint32_t before)
{
	const struct budget *budget = reading->budget;

	DIAG(reading->sink, &BUDGET_KEY_TWICE,
	     budget_place(budget, table, row, -1),
	     str_from(budget->relations[table].schema->name),
	     diag_place_text(budget_place(budget, table, before, -1), DIAG_ZH,
			     reading->sink->arena));
}

/* Rows by key; only those that stood in the input. Owned by the arena. */
static struct map rows_by_key(struct reading *reading, int table,
			      struct arena *arena)
{
	const struct relation *relation = &reading->budget->relations[table];
	bool twice = relation->schema->keys == KEYS_ERROR;
	struct map rows = {.arena = arena};
	uint32_t row;

	for (row = 0; row < relation->n_rows; row++) {
		struct key key = key_of(relation, row, relation->units[row]);
		uint32_t before;

		if (relation->origins[row].derived_from >= 0)
			continue;
		before = map_find(&rows, key_text(&key));
		if (before == MAP_NONE)
			map_put(&rows, str_copy(key_text(&key), arena), row);
		else if (twice)
			report_twice(reading, table, row, before);
	}
	return rows;
}

/* Rows of one unit that units below it have, too. */
struct shared_keys {
	size_t n;
	uint32_t first, below; /* rows */
};

/* Notes the units above whose rows have the row's key. */
static void note_above(const struct budget *budget,
		       const struct relation *relation, const struct map *rows,
		       uint32_t row, struct shared_keys *shared)
{
	int u = budget->units[relation->units[row]].parent;

	for (; u >= 0; u = budget->units[u].parent) {
		struct key key = key_of(relation, row, (uint32_t)u);
		uint32_t above = map_find(rows, key_text(&key));

		if (above == MAP_NONE)
			continue;
		if (shared[u].n++ == 0) {
			shared[u].first = above;
			shared[u].below = row;
		}
	}
}

static void check_levels(struct reading *reading, int table,
			 const struct map *rows, struct arena *arena)
{
	const struct budget *budget = reading->budget;
	const struct relation *relation = &budget->relations[table];
	struct shared_keys *shared =
	    ARENA_ARRAY(arena, budget->n_units, struct shared_keys);
	uint32_t row;
	size_t u;

	for (row = 0; row < relation->n_rows; row++)
		if (relation->units[row] != UNIT_ALL &&
		    relation->origins[row].derived_from < 0)
			note_above(budget, relation, rows, row, shared);
	for (u = 0; u < budget->n_units; u++) {
		if (shared[u].n > 0) {
			DIAG(reading->sink, &BUDGET_BOTH_LEVELS,
			     budget_place(budget, table, shared[u].first, -1),
			     budget->units[u].code,
			     str_from(relation->schema->name),
			     text_number(reading, shared[u].n),
			     diag_place_text(budget_place(budget, table,
							  shared[u].below, -1),
					     DIAG_ZH, reading->sink->arena));
		}
	}
}

static void check_table(struct reading *reading, int table)
{
	const struct relation *relation = &reading->budget->relations[table];
	struct arena *arena = arena_open(); /* as large as the table itself */
	struct map rows = rows_by_key(reading, table, arena);

	if (relation->schema->roll_up && has_keys(relation))
		check_levels(reading, table, &rows, arena);
	arena_close(arena);
}

void check_keys(struct reading *reading)
{
	const struct budget *budget = reading->budget;
	size_t t;

	for (t = 0; t < budget->n_relations; t++) {
		enum key_rule keys = budget->relations[t].schema->keys;

		if (keys != KEYS_FREE && keys != KEYS_JOIN)
			check_table(reading, (int)t);
	}
}

static void check_range(struct reading *reading, int table, size_t f)
{
	const struct relation *relation = &reading->budget->relations[table];
	struct column *column = &relation->columns[f];
	uint64_t sum = 0;
	bool reported = false;
	uint32_t row;

	for (row = 0; row < relation->n_rows; row++) {
		int64_t value = column->numbers[row];
		uint64_t size =
		    value < 0 ? 0 - (uint64_t)value : (uint64_t)value;

		if (!column->there[row])
			continue;
		if (!reported && size <= (uint64_t)INT64_MAX - sum) {
			sum += size;
			continue;
		}
		column->there[row] = false;
		column->numbers[row] = 0;
		if (!reported)
			DIAG(reading->sink, &BUDGET_SUM_LARGE,
			     budget_place(reading->budget, table, row, (int)f),
			     str_from(column->field->name));
		reported = true;
	}
}

void check_ranges(struct reading *reading)
{
	struct budget *budget = reading->budget;
	size_t t;
	size_t f;

	for (t = 0; t < budget->n_relations; t++) {
		for (f = 0; f < budget->relations[t].schema->n_fields; f++) {
			const struct column *column =
			    &budget->relations[t].columns[f];

			if (column->numbers != NULL &&
			    column->field->type != FIELD_YEAR)
				check_range(reading, (int)t, f);
		}
	}
}

static bool is_money(struct str unit)
{
	return str_is(unit, "元") || str_is(unit, "万元");
}

void check_measures(struct reading *reading)
{
	const struct budget *budget = reading->budget;
	const struct relation *measures = &budget->relations[TABLE_MEASURES];
	int name = field_of(measures, "指标");
	int unit = field_of(measures, "计量单位");
	struct map first = {.arena = reading->arena};
	uint32_t row;

	for (row = 0; row < measures->n_rows; row++) {
		struct str here =
		    symbol_text(budget, measures->columns[unit].symbols[row]);
		struct str text =
		    symbol_text(budget, measures->columns[name].symbols[row]);
		uint32_t before = map_find(&first, text);
		struct str there;

		if (before == MAP_NONE) {
			map_put(&first, text, row);
			continue;
		}
		there = symbol_text(budget,
				    measures->columns[unit].symbols[before]);
		if (!str_equal(here, there) &&
		    !(is_money(here) && is_money(there))) {
			DIAG(
			    reading->sink, &BUDGET_MEASURE_UNIT,
			    budget_place(budget, TABLE_MEASURES, row, unit),
			    text, here, there,
			    diag_place_text(budget_place(budget, TABLE_MEASURES,
							 before, unit),
					    DIAG_ZH, reading->sink->arena));
		}
	}
}
