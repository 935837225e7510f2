/* SPDX-License-Identifier: MIT */
/* 指标: single figures by name, object, year and 口径. */
#include "budget/dimension.h"
#include "budget/reading.h"
#include "budget/record.h"

/* What is looked for. */
struct wanted {
	const struct scope *scope;
	const symbol *names, *objects; /* columns of 指标 */
	const int64_t *years;
	const int32_t *bases;
	symbol name, object;
	enum dimension_kind kind; /* objects below member count, too */
	int member;		  /* -1: only the object itself */
	int year;
	int basis;
};

static enum money_unit money_unit_of(struct str unit)
{
	if (str_is(unit, "万元"))
		return MONEY_WAN;
	return str_is(unit, "元") ? MONEY_YUAN : MONEY_FEN;
}

/* 分 of a value in 元 or 万元, rounded. */
static struct money money_of(int64_t value, enum money_unit unit)
{
	int64_t rest = value % NUMBER_ONE * (int64_t)unit;
	int64_t half = value < 0 ? -NUMBER_ONE / 2 : NUMBER_ONE / 2;
	struct money money = {0};

	if (!__builtin_mul_overflow(value / NUMBER_ONE, (int64_t)unit,
				    &money.fen))
		money_add(&money, (struct money){(rest + half) / NUMBER_ONE});
	return money;
}

static bool object_fits(const struct wanted *wanted, symbol object)
{
	const struct budget *budget = wanted->scope->budget;
	int member;

	if (wanted->member < 0)
		return object == wanted->object;
	member =
	    budget_member(budget, wanted->kind, symbol_text(budget, object));
	return member >= 0 && member_is_below(&budget->dimensions[wanted->kind],
					      member, wanted->member);
}

static bool row_fits(const struct wanted *wanted, uint32_t row)
{
	return wanted->names[row] == wanted->name &&
	       wanted->years[row] == wanted->year &&
	       wanted->bases[row] == wanted->basis &&
	       object_fits(wanted, wanted->objects[row]);
}

static bool is_percent(struct str unit)
{
	return str_is(unit, "%") || str_is(unit, "％");
}

static void add_row(const struct budget *budget, uint32_t row, bool own,
		    struct measure *measure)
{
	const struct relation *measures = &budget->relations[TABLE_MEASURES];
	int field = field_of(measures, "数值");
	struct str unit = symbol_text(
	    budget,
	    measures->columns[field_of(measures, "计量单位")].symbols[row]);
	int64_t value = measures->columns[field].numbers[row];

	if (is_percent(unit) && !own)
		return;
	if (!measure->there) {
		measure->unit = unit;
		measure->place =
		    budget_place(budget, TABLE_MEASURES, row, field);
	}
	measure->there = true;
	if (money_unit_of(unit) != MONEY_FEN)
		amount_add(&measure->amount,
			   money_of(value, money_unit_of(unit)));
	/* Values in range add up in range: budget_read() sees to it. */
	measure->value += value;
}

static struct measure sum_of(const struct wanted *wanted)
{
	const struct scope *scope = wanted->scope;
	const struct budget *budget = scope->budget;
	const struct relation *measures = &budget->relations[TABLE_MEASURES];
	struct measure measure = {.there = false};
	size_t i;
	uint32_t at;

	for (i = 0; i < scope->n_list; i++) {
		for (at = measures->unit_start[scope->list[i]];
		     at < measures->unit_start[scope->list[i] + 1]; at++)
			if (row_fits(wanted, measures->by_unit[at]))
				add_row(budget, measures->by_unit[at], i == 0,
					&measure);
	}
	return measure;
}

/* Rows may mix 元 and 万元: the value follows from the sum in 分. */
static void settle_money(struct measure *measure)
{
	enum money_unit unit = money_unit_of(measure->unit);

	if (!measure->amount.there || unit == MONEY_FEN)
		return;
	measure->value =
	    measure->amount.money.fen / (int64_t)unit * NUMBER_ONE +
	    measure->amount.money.fen % (int64_t)unit *
		(NUMBER_ONE / (int64_t)unit);
}

struct measure budget_measure(const struct scope *scope, struct str name,
			      struct str object, enum dimension_kind kind,
			      int year, struct str basis)
{
	const struct budget *budget = scope->budget;
	const struct relation *measures = &budget->relations[TABLE_MEASURES];
	const struct column *columns = measures->columns;
	struct wanted wanted = {
	    .scope = scope,
	    .names = columns[field_of(measures, "指标")].symbols,
	    .objects = columns[field_of(measures, "对象")].symbols,
	    .years = columns[measures->year_field].numbers,
	    .bases = columns[measures->basis_field].members,
	    .name = budget_symbol(budget, name),
	    .object = budget_symbol(budget, object),
	    .kind = kind,
	    .member = -1,
	    .year = year,
	    .basis = budget_member(budget, DIM_BASIS, basis),
	};
	struct measure measure = {.there = false};

	if (wanted.name == 0)
		return measure;
	if (object.n == 0 || wanted.object != 0)
		measure = sum_of(&wanted);
	if (!measure.there && object.n > 0 && kind != DIM_NONE) {
		wanted.member = budget_member(budget, kind, object);
		if (wanted.member >= 0)
			measure = sum_of(&wanted);
	}
	settle_money(&measure);
	return measure;
}
