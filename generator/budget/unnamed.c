/* SPDX-License-Identifier: MIT */
/* Codes that rows use and nothing names, or only the list of reference. */
#include "base/arena.h"
#include "budget/dimension.h"
#include "budget/keys.h"
#include "budget/messages.h"
#include "budget/reading.h"

/* Adds the rows of a column to the codes they name and those above. */
static void count_rows(const struct budget *budget, int table, size_t f,
		       const int *index, struct unnamed_code *list)
{
	const struct relation *relation = &budget->relations[table];
	const struct dimension *dimension =
	    &budget->dimensions[relation->schema->fields[f].dimension];
	const int32_t *members = relation->columns[f].members;
	int amount = relation->amount_field;
	uint32_t row;
	int m;

	for (row = 0; row < relation->n_rows; row++) {
		if (relation->origins[row].derived_from >= 0)
			continue;
		for (m = members[row]; m >= 0;
		     m = dimension->members[m].parent) {
			struct unnamed_code *code;

			if (index[m] < 0)
				continue;
			code = &list[index[m]];
			if (code->n_rows++ == 0)
				code->place =
				    budget_place(budget, table, row, (int)f);
			if (amount >= 0 && relation->columns[amount].there[row])
				amount_add(
				    &code->amount,
				    (struct money){relation->columns[amount]
						       .numbers[row]});
		}
	}
}

static void count_tables(const struct budget *budget, enum dimension_kind kind,
			 const int *index, struct unnamed_code *list)
{
	size_t t;
	size_t f;

	for (t = 0; t < budget->n_relations; t++)
		for (f = 0; f < budget->relations[t].schema->n_fields; f++)
			if (budget->relations[t].schema->fields[f].dimension ==
			    kind)
				count_rows(budget, (int)t, f, index, list);
}

struct unnamed_code *budget_unnamed(const struct budget *budget,
				    enum dimension_kind kind,
				    struct arena *arena, size_t *n)
{
	const struct dimension *dimension = &budget->dimensions[kind];
	int *index = ARENA_ARRAY(arena, dimension->n, int);
	struct unnamed_code *list =
	    ARENA_ARRAY(arena, dimension->n, struct unnamed_code);
	size_t i;

	*n = 0;
	for (i = 0; i < dimension->n; i++) {
		const struct member *member = &dimension->members[i];

		index[i] = -1;
		if (!member->used || member->name.n > 0)
			continue;
		list[*n] =
		    (struct unnamed_code){.kind = kind, .code = member->key};
		index[i] = (int)(*n)++;
	}
	if (*n > 0)
		count_tables(budget, kind, index, list);
	return list;
}

void check_names(struct reading *reading, enum dimension_kind kind)
{
	struct arena *arena = arena_open();
	size_t n;
	size_t i;
	const struct unnamed_code *codes =
	    budget_unnamed(reading->budget, kind, arena, &n);

	for (i = 0; i < n; i++)
		DIAG(reading->sink, &BUDGET_NAME_MISSING, codes[i].place,
		     str_from(dimension_name(kind)), codes[i].code);
	arena_close(arena);
}

/* "2130104 事业运行、…": the names of reference that rows use. */
static size_t reference_names(const struct dimension *dimension,
			      struct buf *names)
{
	size_t n = 0;
	size_t i;

	for (i = 0; i < dimension->n; i++) {
		const struct member *member = &dimension->members[i];

		if (!member->used || !member->reference)
			continue;
		if (n++ > 0)
			buf_add_cstr(names, "、");
		buf_format(names, STR_FMT " " STR_FMT, STR_ARG(member->key),
			   STR_ARG(member->name));
	}
	return n;
}

void check_references(struct reading *reading, enum dimension_kind kind)
{
	struct buf names = {.arena = reading->sink->arena};
	size_t n = reference_names(&reading->budget->dimensions[kind], &names);

	if (n > 0)
		DIAG(reading->sink, &BUDGET_NAME_REFERENCE, PLACE_NONE,
		     str_format(reading->sink->arena, "%zu", n),
		     str_from(dimension_name(kind)), buf_str(&names));
}
