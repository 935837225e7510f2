/* SPDX-License-Identifier: MIT */
#include "budget/derive.h"

#include <string.h>

#include "base/arena.h"
#include "budget/dimension.h"

const struct sangong_code sangong_codes[] = {
    {"30212", "因公出国其他"},
    {"31013", "公务用车购置"},
    {"30231", "公务用车运行维护"},
    {"30217", "公务接待"},
    {"30215", "会议其他"},
    {"30216", "培训"},
    {NULL, NULL},
};

/* Whose rows, of which year and 口径. */
struct part {
	uint32_t unit;
	int32_t year;
	int32_t basis;
};

/* The parts of which a table has rows of its own. */
struct given {
	struct arena *arena;
	struct map parts;
	struct part last; /* that was asked for, and the answer */
	bool asked, answer;
};

static struct part part_of(const struct relation *relation, uint32_t row)
{
	return (struct part){
	    relation->units[row],
	    (int32_t)relation->columns[relation->year_field].numbers[row],
	    relation->columns[relation->basis_field].members[row]};
}

static bool same_part(struct part a, struct part b)
{
	return a.unit == b.unit && a.year == b.year && a.basis == b.basis;
}

static struct str part_key(const struct part *part)
{
	return (struct str){(const char *)part, sizeof(*part)};
}

static struct given given_of(const struct reading *reading,
			     const struct relation *relation)
{
	struct given given = {.arena = reading->arena,
			      .parts = {.arena = reading->arena}};
	struct part last = {UNIT_ALL, 0, 0};
	uint32_t row;

	for (row = 0; row < relation->n_rows; row++) {
		struct part part = part_of(relation, row);

		if (same_part(part, last))
			continue;
		last = part;
		map_put(&given.parts, str_copy(part_key(&part), reading->arena),
			row);
	}
	return given;
}

/* Has the unit, or one above it, rows of the year and 口径? */
static bool is_given(const struct budget *budget, struct given *given,
		     struct part part)
{
	struct part asked = part;
	int u = (int)part.unit;

	if (given->asked && same_part(given->last, part))
		return given->answer;
	given->last = part;
	given->asked = true;
	given->answer = false;
	for (; u >= 0 && !given->answer; u = budget->units[u].parent) {
		asked.unit = (uint32_t)u;
		given->answer =
		    map_find(&given->parts, part_key(&asked)) != MAP_NONE;
	}
	return given->answer;
}

/* A table that is made from another: the fields that go over by name. */
struct derivation {
	struct reading *reading;
	const struct relation *from;
	int from_table;
	struct relation *to;
	int *fields; /* by field of to: that of from, -1: none */
	struct value *values;
};

static struct derivation derivation_open(struct reading *reading, int from,
					 int to)
{
	struct relation *tables = reading->budget->relations;
	const struct schema *schema = tables[to].schema;
	struct derivation derivation = {
	    .reading = reading,
	    .from = &tables[from],
	    .from_table = from,
	    .to = &tables[to],
	    .fields = ARENA_ARRAY(reading->arena, schema->n_fields, int),
	    .values =
		ARENA_ARRAY(reading->arena, schema->n_fields, struct value),
	};
	size_t f;

	for (f = 0; f < schema->n_fields; f++)
		derivation.fields[f] = schema_field(
		    tables[from].schema, str_from(schema->fields[f].name));
	return derivation;
}

/* The values of a row, as far as both tables have them. */
static void take_values(struct derivation *derivation, uint32_t row)
{
	size_t f;

	for (f = 0; f < derivation->to->schema->n_fields; f++) {
		derivation->values[f] =
		    derivation->fields[f] < 0
			? VALUE_NONE
			: relation_value(derivation->from, row,
					 derivation->fields[f]);
	}
}

static void append(struct derivation *derivation, uint32_t row)
{
	relation_append(
	    derivation->reading->budget, derivation->to, derivation->values,
	    (struct row_origin){.sheet = derivation->from->origins[row].sheet,
				.row = derivation->from->origins[row].row,
				.derived_from = derivation->from_table,
				.derived_row = row},
	    derivation->from->units[row]);
}

static void derive_income(struct reading *reading)
{
	struct derivation derivation =
	    derivation_open(reading, TABLE_SPENDING, TABLE_INCOME);
	struct given given = given_of(reading, derivation.to);
	uint32_t row;

	relation_reserve(derivation.to, derivation.from->n_rows,
			 reading->arena);
	for (row = 0; row < derivation.from->n_rows; row++) {
		if (is_given(reading->budget, &given,
			     part_of(derivation.from, row)))
			continue;
		take_values(&derivation, row);
		append(&derivation, row);
	}
}

/* In how many rows of the relation something stands in the column. */
static size_t count_there(const struct relation *relation, int field)
{
	size_t n = 0;
	uint32_t row;

	for (row = 0; row < relation->n_rows; row++)
		n += relation->columns[field].there[row];
	return n;
}

static void derive_economic(struct reading *reading)
{
	struct derivation derivation =
	    derivation_open(reading, TABLE_SPENDING, TABLE_ECONOMIC);
	int code = field_of(derivation.from, "部门支出经济分类科目");
	uint32_t row;

	relation_reserve(derivation.to, count_there(derivation.from, code),
			 reading->arena);
	for (row = 0; row < derivation.from->n_rows; row++) {
		if (!derivation.from->columns[code].there[row])
			continue;
		take_values(&derivation, row);
		append(&derivation, row);
	}
}

/* The item of 三公 for each economic code; -1: none. */
static int *items_by_code(const struct reading *reading)
{
	const struct budget *budget = reading->budget;
	size_t n = budget->dimensions[DIM_DEP_ECONOMIC].n;
	int *items = ARENA_ARRAY(reading->arena, n, int);
	const struct sangong_code *pair;
	size_t i;

	for (i = 0; i < n; i++)
		items[i] = -1;
	for (pair = sangong_codes; pair->code != NULL; pair++) {
		int code = budget_member(budget, DIM_DEP_ECONOMIC,
					 str_from(pair->code));

		if (code >= 0)
			items[code] = budget_member(budget, DIM_SANGONG,
						    str_from(pair->item));
	}
	return items;
}

static void use_item(struct budget *budget, int item)
{
	struct member *members = budget->dimensions[DIM_SANGONG].members;

	for (; item >= 0; item = members[item].parent)
		members[item].used = true;
}

static void derive_sangong(struct reading *reading)
{
	struct budget *budget = reading->budget;
	const struct dimension *funds = &budget->dimensions[DIM_FUND];
	int appropriation = dimension_find(funds, STR("财政拨款"));
	struct derivation derivation =
	    derivation_open(reading, TABLE_ECONOMIC, TABLE_SANGONG);
	struct given given = given_of(reading, derivation.to);
	const int *items = items_by_code(reading);
	int code = field_of(derivation.from, "部门支出经济分类科目");
	int fund = field_of(derivation.from, "资金性质");
	int target = field_of(derivation.to, "项目");
	uint32_t row;

	for (row = 0; row < derivation.from->n_rows; row++) {
		const struct column *columns = derivation.from->columns;
		int item = columns[code].members[row] < 0
			       ? -1
			       : items[columns[code].members[row]];

		if (item < 0 ||
		    !member_is_below(funds, columns[fund].members[row],
				     appropriation) ||
		    is_given(budget, &given, part_of(derivation.from, row)))
			continue;
		take_values(&derivation, row);
		derivation.values[target] = (struct value){
		    .symbol =
			budget->dimensions[DIM_SANGONG].members[item].code,
		    .member = item,
		    .there = true};
		use_item(budget, item);
		append(&derivation, row);
	}
}

void derive_facts(struct reading *reading)
{
	derive_economic(reading);
	derive_income(reading);
	derive_sangong(reading);
}

/* An item of a unit at a day. */
struct asset_key {
	uint32_t unit;
	symbol date;
	symbol item;
};

static struct str asset_key_text(const struct asset_key *key)
{
	return (struct str){(const char *)key, sizeof(*key)};
}

static struct asset_key asset_key_of(const struct relation *assets,
				     uint32_t row)
{
	return (struct asset_key){
	    assets->units[row],
	    assets->columns[field_of(assets, "截止日期")].symbols[row],
	    assets->columns[field_of(assets, "项目")].symbols[row]};
}

static void put_asset(struct reading *reading, struct map *rows,
		      struct asset_key key, uint32_t row)
{
	map_put(rows, str_copy(asset_key_text(&key), reading->arena), row);
}

/* Adds the figures of a row to those of the row made for the whole. */
static void add_figures(struct relation *assets, uint32_t whole, uint32_t part)
{
	size_t f;

	for (f = 0; f < assets->schema->n_fields; f++) {
		struct column *column = &assets->columns[f];

		if (column->numbers == NULL || !column->there[part])
			continue;
		column->there[whole] = true;
		if (__builtin_add_overflow(column->numbers[whole],
					   column->numbers[part],
					   &column->numbers[whole]))
			column->numbers[whole] = INT64_MAX; /* reported with
							       the sums */
	}
}

/* The row of the whole, without figures yet. */
static uint32_t append_whole(struct reading *reading, struct relation *assets,
			     uint32_t part, struct str item)
{
	size_t n = assets->schema->n_fields;
	struct value *values = ARENA_ARRAY(reading->arena, n, struct value);
	int field = field_of(assets, "项目");
	size_t f;

	for (f = 0; f < n; f++) {
		values[f] = relation_value(assets, part, (int)f);
		if (assets->columns[f].numbers != NULL)
			values[f] = VALUE_NONE;
	}
	values[field].member = dimension_add(reading, DIM_ASSET, item);
	values[field].symbol = symbol_of(reading->budget, item);
	return relation_append(
	    reading->budget, assets, values,
	    (struct row_origin){.sheet = assets->origins[part].sheet,
				.row = assets->origins[part].row,
				.derived_from = TABLE_ASSETS,
				.derived_row = part},
	    assets->units[part]);
}

void derive_assets(struct reading *reading)
{
	struct budget *budget = reading->budget;
	struct relation *assets = &budget->relations[TABLE_ASSETS];
	struct map rows = {.arena = reading->arena};
	uint32_t n = (uint32_t)assets->n_rows;
	uint32_t row;

	for (row = 0; row < n; row++)
		put_asset(reading, &rows, asset_key_of(assets, row), row);
	for (row = 0; row < n; row++) {
		struct asset_key key = asset_key_of(assets, row);
		struct str item = symbol_text(budget, key.item);
		ptrdiff_t point = str_find(item, STR("."));
		uint32_t whole;

		if (point <= 0)
			continue;
		item = str_slice(item, 0, (size_t)point);
		key.item = symbol_of(budget, item);
		whole = map_find(&rows, asset_key_text(&key));
		if (whole == MAP_NONE) {
			whole = append_whole(reading, assets, row, item);
			put_asset(reading, &rows, key, whole);
		}
		if (whole >= n)
			add_figures(assets, whole, row);
	}
}
