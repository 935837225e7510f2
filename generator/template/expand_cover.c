/* SPDX-License-Identifier: MIT */
/* covers: money of a code that has no row (or column) of its own. */
#include "template/expand_table.h"

/* The members of the cover's dimension that rows have. */
struct covered {
	struct expansion *x;
	const struct plan_cover *cover;
	const struct dimension *dimension;
	int *members;
	size_t n;
};

/* Is it one of them, or below one? */
static bool is_covered(const struct covered *covered, int member)
{
	size_t i;

	for (i = 0; i < covered->n; i++)
		if (member >= covered->members[i] &&
		    member <=
			covered->dimension->members[covered->members[i]].last)
			return true;
	return false;
}

/* Is one of them below it? */
static bool is_above(const struct covered *covered, int member)
{
	int last = covered->dimension->members[member].last;
	size_t i;

	for (i = 0; i < covered->n; i++)
		if (covered->members[i] > member && covered->members[i] <= last)
			return true;
	return false;
}

static void report(const struct covered *covered, int member,
		   struct amount amount)
{
	struct expansion *x = covered->x;
	const struct member *m = &covered->dimension->members[member];

	DIAG(x->sink, &TEMPLATE_UNCOVERED, spot_place(&covered->cover->spot, 0),
	     covered->cover->column.text, m->key,
	     str_equal(m->key, m->name) ? STR_NONE : m->name,
	     money_text(amount.money,
			(struct money_format){
			    .unit = MONEY_YUAN, .decimals = 2, .trim = true},
			x->arena));
}

/* What stands at the member itself, not at those below it. */
static struct amount own_part(const struct covered *covered, const int *members,
			      const struct amount *sums, size_t n, size_t at)
{
	struct amount own = sums[at];
	size_t i;

	for (i = at + 1; i < n; i++)
		if (covered->dimension->members[members[i]].parent ==
			members[at] &&
		    sums[i].there)
			(void)money_subtract(&own.money, sums[i].money);
	return own;
}

static void check_members(const struct covered *covered, const int *members,
			  const struct amount *sums, size_t n)
{
	int skip = -1; /* last member below one that was reported */
	size_t i;

	for (i = 0; i < n; i++) {
		struct amount amount = sums[i];

		if (members[i] <= skip || is_covered(covered, members[i]) ||
		    !amount.there)
			continue;
		if (is_above(covered, members[i]))
			amount = own_part(covered, members, sums, n, i);
		else
			skip = covered->dimension->members[members[i]].last;
		if (amount.money.fen != 0)
			report(covered, members[i], amount);
	}
}

static void find_codes(struct covered *covered)
{
	const struct plan_cover *cover = covered->cover;
	size_t i;

	covered->members = ARENA_ARRAY(covered->x->arena, cover->n_codes, int);
	for (i = 0; i < cover->n_codes; i++) {
		const struct plan_code *code = &cover->codes[i];
		int member = budget_member(covered->x->budget, cover->dimension,
					   code->code);

		if (member >= 0 && eval_when(covered->x, code->when))
			covered->members[covered->n++] = member;
	}
}

void check_cover(struct expansion *x, const struct plan_cover *cover)
{
	struct covered covered = {.x = x, .cover = cover};
	const struct binding *bindings;
	struct selection *selection;
	struct column_ref column;
	struct amount *sums;
	int *members;
	size_t n;

	if (cover == NULL)
		return;
	selection = selection_of(x, cover->from);
	if (selection == NULL ||
	    !select_column(cover->column.text, x->budget,
			   select_relation(selection),
			   spot_place(&cover->column, 0), x->sink, &column))
		return;
	covered.dimension = &x->budget->dimensions[cover->dimension];
	find_codes(&covered);
	bindings = bindings_of(x, cover->from->binds, cover->from->n_binds);
	members = select_members(selection, &x->scope, bindings,
				 cover->from->n_binds, column, x->arena, &n);
	sums = ARENA_ARRAY(x->arena, n, struct amount);
	select_sums(selection, &x->scope, bindings, cover->from->n_binds,
		    column, members, n, sums);
	check_members(&covered, members, sums, n);
}
