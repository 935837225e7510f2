/* SPDX-License-Identifier: MIT */
#include "publish/why_sum.h"

#include "base/arena.h"
#include "budget/record.h"
#include "budget/select.h"

/* Whose rows are explained. */
struct explaining {
	const struct budget *budget;
	const struct scope *scope;
	struct arena *arena;
};

static struct str money_in_yuan(struct money money, struct arena *arena)
{
	return money_text(
	    money, (struct money_format){.unit = MONEY_YUAN, .decimals = 2},
	    arena);
}

/* 1.5 of 1500000. */
static struct str number_text(int64_t value, struct arena *arena)
{
	struct str text = str_format(
	    arena, "%s%lld.%06lld", value < 0 ? "-" : "",
	    (long long)(value < 0 ? -(value / NUMBER_ONE) : value / NUMBER_ONE),
	    (long long)(value < 0 ? -(value % NUMBER_ONE)
				  : value % NUMBER_ONE));

	while (text.s[text.n - 1] == '0')
		text.n--;
	if (text.s[text.n - 1] == '.')
		text.n--;
	return text;
}

static bool is_money(const struct budget *budget, int relation, int field)
{
	return field >= 0 &&
	       budget->relations[relation].schema->fields[field].type ==
		   FIELD_AMOUNT;
}

static struct str value_of(const struct explaining *explaining, int relation,
			   int field, uint32_t row)
{
	struct column_ref column = {relation, field, -1};
	struct number number;

	if (field < 0)
		return STR_NONE;
	if (is_money(explaining->budget, relation, field))
		return money_in_yuan(
		    record_amount(explaining->budget, column, row).money,
		    explaining->arena);
	number = record_number(explaining->budget, column, row);
	return number.there ? number_text(number.value, explaining->arena)
			    : record_text(explaining->budget, column, row);
}

/* What stands in the row's columns but the one that is added up: what tells
 * it from others. Long texts are left out. */
static struct str words_of_row(const struct explaining *explaining, int number,
			       int field, uint32_t row)
{
	const struct schema *schema =
	    explaining->budget->relations[number].schema;
	struct buf buf = {.arena = explaining->arena};
	int i;

	for (i = 0; i < (int)schema->n_fields; i++) {
		struct column_ref column = {number, i, -1};
		enum field_type type = schema->fields[i].type;
		struct str text = record_text(explaining->budget, column, row);

		if (i == field || type == FIELD_LINES || type == FIELD_AMOUNT)
			continue;
		if (type == FIELD_YEAR || type == FIELD_NUMBER)
			text = value_of(explaining, number, i, row);
		/* What goes without saying tells no row from others. */
		if (text.n == 0 || (schema->fields[i].fallback != NULL &&
				    str_is(text, schema->fields[i].fallback)))
			continue;
		if (buf.n > 0)
			buf_add_char(&buf, ' ');
		buf_add(&buf, text);
	}
	return buf_str(&buf);
}

static struct why_row explain_row(const struct explaining *explaining,
				  int number, int field, uint32_t row)
{
	const struct row_origin *origin =
	    &explaining->budget->relations[number].origins[row];
	struct why_row one = {
	    .place = budget_place(explaining->budget, number, row, field),
	    .words = words_of_row(explaining, number, field, row),
	    .value = value_of(explaining, number, field, row)};

	if (origin->derived_from >= 0)
		one.from =
		    str_from(explaining->budget->relations[origin->derived_from]
				 .schema->name);
	return one;
}

static struct str total_of(const struct explaining *explaining,
			   const struct selection *selection)
{
	int number = select_relation(selection);
	int field = select_field(selection);
	struct number sum;

	if (field < 0)
		return STR_NONE;
	if (is_money(explaining->budget, number, field))
		return str_format(
		    explaining->arena, STR_FMT "元",
		    STR_ARG(money_in_yuan(
			select_sum(selection, explaining->scope, NULL, 0).money,
			explaining->arena)));
	sum = select_sum_numbers(selection, explaining->scope, NULL, 0);
	return sum.there ? number_text(sum.value, explaining->arena) : STR_NONE;
}

struct why_sum why_sum_of(const struct budget *budget,
			  const struct scope *scope,
			  const struct selection *selection,
			  struct arena *arena)
{
	struct explaining explaining = {budget, scope, arena};
	int number = select_relation(selection);
	int field = select_field(selection);
	struct why_sum sum = {
	    .selection = select_text(selection, NULL, 0, arena),
	    .table = str_from(budget->relations[number].schema->name),
	    .total = total_of(&explaining, selection)};
	uint32_t *rows = select_rows(selection, scope, NULL, 0, arena, &sum.n);
	size_t i;

	sum.rows = ARENA_ARRAY(arena, sum.n, struct why_row);
	for (i = 0; i < sum.n; i++)
		sum.rows[i] = explain_row(&explaining, number, field, rows[i]);
	return sum;
}
