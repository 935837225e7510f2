/* SPDX-License-Identifier: MIT */
#include "publish/county.h"

#include "base/arena.h"
#include "base/diag.h"
#include "budget/budget.h"
#include "budget/select.h"

struct county_fund {
	struct str name;
	struct selection *income, *expenditure;
};

struct county {
	const struct budget *budget;
	struct county_fund *funds;
	size_t n;
};

static struct selection *select_fund(const char *table, struct str basis,
				     struct str fund,
				     const struct budget *budget,
				     struct arena *arena)
{
	struct str text =
	    str_format(arena, "%s[口径=" STR_FMT "; 资金性质=" STR_FMT "]",
		       table, STR_ARG(basis), STR_ARG(fund));

	return select_parse(text, budget, PLACE_NONE, arena, diag_open(arena));
}

/* A budget's figures are 预算; an input that has none is a final account. */
static struct str basis_of(const struct budget *budget, struct arena *arena)
{
	struct selection *selection =
	    select_parse(STR("支出[口径=预算]"), budget, PLACE_NONE, arena,
			 diag_open(arena));
	size_t i;

	for (i = 0; selection != NULL && i < budget->n_units; i++) {
		struct scope scope;

		if (budget->units[i].parent >= 0)
			continue;
		scope = scope_of(budget, (int)i, arena);
		if (select_count(selection, &scope, NULL, 0) > 0)
			return STR("预算");
	}
	return STR("决算");
}

struct county *county_open(const struct budget *budget, struct arena *arena)
{
	const struct dimension *funds = &budget->dimensions[DIM_FUND];
	struct county *county = ARENA_NEW(arena, struct county);
	struct str basis = basis_of(budget, arena);
	size_t i;

	county->budget = budget;
	county->funds = ARENA_ARRAY(arena, funds->n, struct county_fund);
	for (i = 0; i < funds->n; i++) {
		const struct member *member = &funds->members[i];
		struct county_fund fund = {.name = member->name};

		/* Those that others lie below would count twice. */
		if (!member->used || member->last > (int)i)
			continue;
		if (fund.name.n == 0)
			fund.name = member->key;
		fund.income =
		    select_fund("收入", basis, member->key, budget, arena);
		fund.expenditure =
		    select_fund("支出", basis, member->key, budget, arena);
		if (fund.income != NULL && fund.expenditure != NULL)
			county->funds[county->n++] = fund;
	}
	return county;
}

struct fund_sum *fund_sums_find(const struct fund_sums *sums, struct str fund)
{
	size_t i;

	for (i = 0; i < sums->n; i++)
		if (str_equal(sums->list[i].fund, fund))
			return &sums->list[i];
	return NULL;
}

static void add_fund(struct fund_sums *sums, const struct fund_sum *sum,
		     struct arena *arena)
{
	sums->list = arena_grow(arena, sums->list, sums->n, &sums->room,
				sizeof(*sums->list));
	sums->list[sums->n++] = *sum;
}

struct fund_sums county_sums(const struct county *county,
			     const struct scope *scope, struct arena *arena)
{
	struct fund_sums sums = {.n = 0};
	size_t i;

	for (i = 0; i < county->n; i++) {
		const struct county_fund *fund = &county->funds[i];
		struct amount income = select_sum(fund->income, scope, NULL, 0);
		struct amount expenditure =
		    select_sum(fund->expenditure, scope, NULL, 0);

		if (income.there || expenditure.there)
			add_fund(&sums,
				 &(struct fund_sum){fund->name, income.money,
						    expenditure.money},
				 arena);
	}
	return sums;
}

bool fund_sums_add(struct fund_sums *sums, const struct fund_sums *more,
		   struct arena *arena)
{
	bool ok = true;
	size_t i;

	for (i = 0; i < more->n; i++) {
		const struct fund_sum *one = &more->list[i];
		struct fund_sum *sum = fund_sums_find(sums, one->fund);

		if (sum == NULL) {
			add_fund(sums, one, arena);
			continue;
		}
		ok = money_add(&sum->income, one->income) && ok;
		ok = money_add(&sum->expenditure, one->expenditure) && ok;
	}
	return ok;
}

struct fund_sums county_all(const struct county *county, struct arena *arena)
{
	const struct budget *budget = county->budget;
	struct fund_sums all = {.n = 0};
	size_t i;

	for (i = 0; i < budget->n_units; i++) {
		struct scope scope;
		struct fund_sums sums;

		if (budget->units[i].parent >= 0 || !budget->units[i].is_public)
			continue;
		scope = scope_of(budget, (int)i, arena);
		sums = county_sums(county, &scope, arena);
		fund_sums_add(&all, &sums, arena);
	}
	return all;
}

bool fund_sums_equal(const struct fund_sums *a, const struct fund_sums *b)
{
	size_t i;

	if (a->n != b->n)
		return false;
	for (i = 0; i < a->n; i++)
		if (!str_equal(a->list[i].fund, b->list[i].fund) ||
		    a->list[i].income.fen != b->list[i].income.fen ||
		    a->list[i].expenditure.fen != b->list[i].expenditure.fen)
			return false;
	return true;
}

struct left_out *county_left_out(const struct county *county, const bool *has,
				 struct arena *arena, size_t *n)
{
	const struct budget *budget = county->budget;
	struct left_out *list =
	    ARENA_ARRAY(arena, budget->n_units, struct left_out);
	size_t i;

	*n = 0;
	for (i = 0; i < budget->n_units; i++) {
		const struct unit *unit = &budget->units[i];
		struct scope scope;
		struct left_out one = {unit->code, unit->name};

		if (unit->parent >= 0 || !unit->is_public || has[i])
			continue;
		scope = scope_of(budget, (int)i, arena);
		one.sums = county_sums(county, &scope, arena);
		if (one.sums.n > 0)
			list[(*n)++] = one;
	}
	return list;
}
