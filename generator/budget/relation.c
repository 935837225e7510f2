/* SPDX-License-Identifier: MIT */
/* Symbols and relations: columns that grow, rows by unit. */
#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "budget/reading.h"

symbol symbol_of(struct budget *budget, struct str text)
{
	uint32_t found;

	if (text.n == 0)
		return 0;
	found = map_find(&budget->symbol_map, text);
	if (found != MAP_NONE)
		return found;
	budget->symbols =
	    arena_grow(budget->arena, budget->symbols, budget->n_symbols,
		       &budget->room_symbols, sizeof(*budget->symbols));
	budget->symbols[budget->n_symbols] = text;
	map_put(&budget->symbol_map, text, (uint32_t)budget->n_symbols);
	return (symbol)budget->n_symbols++;
}

symbol budget_symbol(const struct budget *budget, struct str text)
{
	uint32_t found =
	    text.n == 0 ? MAP_NONE : map_find(&budget->symbol_map, text);

	return found == MAP_NONE ? 0 : found;
}

struct str symbol_text(const struct budget *budget, symbol text)
{
	return budget->symbols[text];
}

/* What is added up in a table: 金额 if it has that, else its first amount. */
static int amount_of(const struct schema *schema)
{
	int field = schema_field(schema, STR("金额"));

	if (field >= 0 && schema->fields[field].type == FIELD_AMOUNT)
		return field;
	return schema_of_type(schema, FIELD_AMOUNT);
}

static void relation_open(struct reading *reading, struct relation *relation,
			  const struct schema *schema)
{
	size_t i;

	*relation = (struct relation){
	    .schema = schema,
	    .columns =
		ARENA_ARRAY(reading->arena, schema->n_fields, struct column),
	    .unit_field = schema_field(schema, STR("单位代码")),
	    .year_field = schema_field(schema, STR("年度")),
	    .basis_field = schema_of_dimension(schema, DIM_BASIS),
	    .amount_field = amount_of(schema),
	};
	for (i = 0; i < schema->n_fields; i++)
		relation->columns[i].field = &schema->fields[i];
}

void relations_open(struct reading *reading)
{
	struct budget *budget = reading->budget;
	const struct budget_options *options = reading->options;
	size_t i;

	budget->relations =
	    ARENA_ARRAY(reading->arena, budget_n_schemas + options->n_further,
			struct relation);
	for (i = 0; i < budget_n_schemas; i++)
		relation_open(reading, &budget->relations[i],
			      &budget_schemas[i]);
	budget->n_relations = budget_n_schemas;
	for (i = 0; i < options->n_further; i++) {
		const struct schema *schema = options->further[i];

		/* Templates that extend one another declare the same. */
		if (budget_relation(budget, str_from(schema->name)) < 0)
			relation_open(reading,
				      &budget->relations[budget->n_relations++],
				      schema);
	}
}

static bool has_symbols(enum field_type type)
{
	return type == FIELD_TEXT || type == FIELD_LINES ||
	       type == FIELD_CODE || type == FIELD_CHOICE ||
	       type == FIELD_DATE || type == FIELD_YES;
}

/* An array of room items, the first n of which are those of old. */
static void *widened(struct arena *arena, const void *old, size_t n,
		     size_t room, size_t size)
{
	void *array = arena_array(arena, room, size);

	if (n > 0)
		memcpy(array, old, n * size);
	return array;
}

static void column_widen(struct column *column, size_t n, size_t room,
			 struct arena *arena)
{
	if (has_symbols(column->field->type))
		column->symbols =
		    widened(arena, column->symbols, n, room, sizeof(symbol));
	else
		column->numbers =
		    widened(arena, column->numbers, n, room, sizeof(int64_t));
	if (column->field->dimension != DIM_NONE)
		column->members =
		    widened(arena, column->members, n, room, sizeof(int32_t));
	column->there =
	    widened(arena, column->there, n, room, sizeof(*column->there));
}

void relation_reserve(struct relation *relation, size_t more,
		      struct arena *arena)
{
	size_t n = relation->n_rows;
	size_t room =
	    relation->room * 2 > n + more ? relation->room * 2 : n + more;
	size_t i;

	if (n + more <= relation->room)
		return;
	for (i = 0; i < relation->schema->n_fields; i++)
		column_widen(&relation->columns[i], n, room, arena);
	relation->origins = widened(arena, relation->origins, n, room,
				    sizeof(*relation->origins));
	relation->units =
	    widened(arena, relation->units, n, room, sizeof(*relation->units));
	relation->stays =
	    widened(arena, relation->stays, n, room, sizeof(*relation->stays));
	relation->room = room;
}

void relation_set(struct relation *relation, uint32_t row, int field,
		  struct value value)
{
	struct column *column = &relation->columns[field];

	if (column->symbols != NULL)
		column->symbols[row] = value.symbol;
	if (column->members != NULL)
		column->members[row] = value.member;
	if (column->numbers != NULL)
		column->numbers[row] = value.number;
	column->there[row] = value.there;
}

struct value relation_value(const struct relation *relation, uint32_t row,
			    int field)
{
	const struct column *column = &relation->columns[field];

	return (struct value){
	    .symbol = column->symbols != NULL ? column->symbols[row] : 0,
	    .member = column->members != NULL ? column->members[row] : -1,
	    .number = column->numbers != NULL ? column->numbers[row] : 0,
	    .there = column->there[row],
	};
}

uint32_t relation_append(struct budget *budget, struct relation *relation,
			 const struct value *values, struct row_origin origin,
			 uint32_t unit)
{
	uint32_t row = (uint32_t)relation->n_rows;
	size_t i;

	relation_reserve(relation, 1, budget->arena);
	for (i = 0; i < relation->schema->n_fields; i++)
		relation_set(relation, row, (int)i, values[i]);
	relation->origins[row] = origin;
	relation->units[row] = unit;
	relation->n_rows++;
	return row;
}

/* Rows that belong to unit u are counted in start[u + 1]; UNIT_ALL comes
 * behind the last unit. A counting sort keeps the order of the input. */
static void relation_index(struct relation *relation, size_t n_units,
			   struct arena *arena)
{
	uint32_t *start = ARENA_ARRAY(arena, n_units + 2, uint32_t);
	uint32_t *next = ARENA_ARRAY(arena, n_units + 1, uint32_t);
	uint32_t *rows = ARENA_ARRAY(arena, relation->n_rows, uint32_t);
	uint32_t row;
	size_t u;

	for (row = 0; row < relation->n_rows; row++) {
		u = relation->units[row] == UNIT_ALL ? n_units
						     : relation->units[row];
		start[u + 1]++;
	}
	for (u = 0; u <= n_units; u++) {
		next[u] = start[u];
		start[u + 1] += start[u];
	}
	for (row = 0; row < relation->n_rows; row++) {
		u = relation->units[row] == UNIT_ALL ? n_units
						     : relation->units[row];
		rows[next[u]++] = row;
	}
	relation->unit_start = start;
	relation->by_unit = rows;
}

void relations_index(struct reading *reading)
{
	struct budget *budget = reading->budget;
	size_t i;

	for (i = 0; i < budget->n_relations; i++)
		relation_index(&budget->relations[i], budget->n_units,
			       reading->arena);
}

int field_of(const struct relation *relation, const char *name)
{
	int field = schema_field(relation->schema, str_from(name));

	assert(field >= 0);
	return field;
}

struct str text_number(struct reading *reading, size_t n)
{
	return str_format(reading->sink->arena, "%zu", n);
}
