/* SPDX-License-Identifier: MIT */
#include "budget/agree.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "budget/derive.h"
#include "budget/dimension.h"
#include "budget/messages.h"
#include "budget/select.h"

static struct str yuan(struct reading *reading, int64_t fen)
{
	return money_text((struct money){fen},
			  (struct money_format){.unit = MONEY_YUAN,
						.decimals = 2,
						.thousands = true},
			  reading->sink->arena);
}

/* Amounts in 万元 are taken to have two decimals, rounded. */
static int64_t tolerance(enum money_unit unit, size_t n)
{
	return unit == MONEY_WAN ? MONEY_WAN / 200 * ((int64_t)n + 1) : 0;
}

bool agree_or_report(struct reading *reading, const struct two_amounts *two)
{
	if (llabs(two->first_fen - two->second_fen) <=
	    tolerance(two->unit, two->n))
		return true;
	DIAG(reading->sink, &GIVEN_TWICE, two->place, two->what, two->first,
	     yuan(reading, two->first_fen), two->second,
	     yuan(reading, two->second_fen));
	return false;
}

/* What a table says under one heading: a year and 口径, and maybe a fund and a
 * kind of spending. */
struct heading {
	int year, basis, fund, item;
};

struct pot {
	struct heading heading;
	struct amount facts;  /* what holds */
	struct amount stated; /* what is held against it */
	bool given;	      /* a row of the input states it */
	uint32_t row;	      /* the first one */
	size_t n;	      /* rows that state it */
};

/* One unit's pots. */
struct pots {
	struct reading *reading;
	struct arena *arena;
	const struct scope *scope;
	struct pot *list;
	size_t n;
	size_t room;
};

static struct pot *pot_of(struct pots *pots, struct heading heading)
{
	size_t i;

	for (i = 0; i < pots->n; i++)
		if (memcmp(&pots->list[i].heading, &heading, sizeof(heading)) ==
		    0)
			return &pots->list[i];
	pots->list = arena_grow(pots->arena, pots->list, pots->n, &pots->room,
				sizeof(*pots->list));
	pots->list[pots->n] = (struct pot){.heading = heading};
	return &pots->list[pots->n++];
}

static int member_of(const struct relation *relation, int field, uint32_t row)
{
	return field < 0 ? -1 : relation->columns[field].members[row];
}

static struct heading heading_of(const struct relation *relation, uint32_t row,
				 int fund, int item)
{
	return (struct heading){
	    (int)relation->columns[relation->year_field].numbers[row],
	    member_of(relation, relation->basis_field, row),
	    member_of(relation, fund, row), member_of(relation, item, row)};
}

/* Puts the rows of a table in the pots that heading says. */
typedef bool heading_fn(const struct budget *budget,
			const struct relation *relation, uint32_t row,
			struct heading *heading);

static void fill(struct pots *pots, int table, heading_fn *heading_from,
		 bool stated)
{
	const struct budget *budget = pots->reading->budget;
	const struct relation *relation = &budget->relations[table];
	size_t i;
	uint32_t at;

	for (i = 0; i < pots->scope->n_list; i++) {
		for (at = relation->unit_start[pots->scope->list[i]];
		     at < relation->unit_start[pots->scope->list[i] + 1];
		     at++) {
			uint32_t row = relation->by_unit[at];
			struct value amount = relation_value(
			    relation, row, relation->amount_field);
			struct money money = {amount.number};
			struct heading heading;
			struct pot *pot;

			if (!amount.there ||
			    !heading_from(budget, relation, row, &heading))
				continue;
			pot = pot_of(pots, heading);
			amount_add(stated ? &pot->stated : &pot->facts, money);
			if (!stated)
				continue;
			if (relation->origins[row].derived_from < 0 &&
			    !pot->given) {
				pot->given = true;
				pot->row = row;
			}
			pot->n++;
		}
	}
}

static bool whole_heading(const struct budget *budget,
			  const struct relation *relation, uint32_t row,
			  struct heading *heading)
{
	(void)budget;
	*heading = heading_of(relation, row, -1, -1);
	return true;
}

/* The fund that input.md lists: 科目 may name finer ones, and 单位资金 may be
 * divided in one table and not in the other. */
static int comparable_fund(const struct budget *budget, int fund)
{
	const struct dimension *funds = &budget->dimensions[DIM_FUND];

	while (fund >= 0 && funds->members[fund].parent >= 0 &&
	       !funds->members[funds->members[fund].parent].group)
		fund = funds->members[fund].parent;
	return fund;
}

/* By fund and kind: 人员经费 and 公用经费 make 基本支出. */
static bool kind_heading(const struct budget *budget,
			 const struct relation *relation, uint32_t row,
			 struct heading *heading)
{
	const struct member *kinds = budget->dimensions[DIM_KIND].members;

	*heading = heading_of(relation, row, field_of(relation, "资金性质"),
			      field_of(relation, "支出类型"));
	heading->fund = comparable_fund(budget, heading->fund);
	if (heading->item >= 0 && kinds[heading->item].parent >= 0)
		heading->item = kinds[heading->item].parent;
	return true;
}

/* Money of 财政拨款 that is spent, as a whole. */
static bool appropriation_heading(const struct budget *budget,
				  const struct relation *relation, uint32_t row,
				  struct heading *heading)
{
	const struct dimension *funds = &budget->dimensions[DIM_FUND];
	int fund = member_of(relation, field_of(relation, "资金性质"), row);
	struct str kind = symbol_text(
	    budget,
	    relation->columns[field_of(relation, "支出类型")].symbols[row]);

	*heading = heading_of(relation, row, -1, -1);
	return member_is_below(funds, fund,
			       dimension_find(funds, STR("财政拨款"))) &&
	       !str_is(kind, "结余分配") && !str_is(kind, "年终结转结余");
}

/* The item of 三公 that an economic code is, -1: none; 因公出国 and 会议 are
 * taken as a whole. */
static int item_of_code(const struct budget *budget, struct str code)
{
	const struct dimension *items = &budget->dimensions[DIM_SANGONG];
	const struct sangong_code *pair;
	int item;

	for (pair = sangong_codes; pair->code != NULL; pair++)
		if (str_is(code, pair->code)) {
			item = dimension_find(items, str_from(pair->item));
			return item;
		}
	return -1;
}

/* Undivided: 因公出国 for both of its parts, but each half of 公务用车. */
static int comparable_item(const struct budget *budget, int item)
{
	const struct dimension *items = &budget->dimensions[DIM_SANGONG];
	int above = items->members[item].parent;

	if (above < 0 || str_is(items->members[above].key, "公务用车"))
		return item;
	return above;
}

static bool code_heading(const struct budget *budget,
			 const struct relation *relation, uint32_t row,
			 struct heading *heading)
{
	int item;

	if (!appropriation_heading(budget, relation, row, heading))
		return false;
	item = item_of_code(
	    budget,
	    symbol_text(
		budget,
		relation->columns[field_of(relation, "部门支出经济分类科目")]
		    .symbols[row]));
	if (item < 0)
		return false;
	heading->item = comparable_item(budget, item);
	return true;
}

static bool item_heading(const struct budget *budget,
			 const struct relation *relation, uint32_t row,
			 struct heading *heading)
{
	const struct dimension *funds = &budget->dimensions[DIM_FUND];

	*heading = heading_of(relation, row, -1, field_of(relation, "项目"));
	heading->item = comparable_item(budget, heading->item);
	return member_is_below(
	    funds, member_of(relation, field_of(relation, "资金性质"), row),
	    dimension_find(funds, STR("财政拨款")));
}

static struct str year_text(struct reading *reading, struct heading heading)
{
	return str_format(reading->sink->arena, "%d年" STR_FMT, heading.year,
			  STR_ARG(reading->budget->dimensions[DIM_BASIS]
				      .members[heading.basis]
				      .key));
}

static struct str member_text(struct reading *reading, enum dimension_kind kind,
			      int member)
{
	return member < 0
		   ? STR_NONE
		   : reading->budget->dimensions[kind].members[member].key;
}

/* Is one of the two tables in 万元? */
static enum money_unit coarser(const struct budget *budget, int a, int b)
{
	const struct relation *first = &budget->relations[a];
	const struct relation *second = &budget->relations[b];

	return first->columns[first->amount_field].unit == MONEY_WAN ||
		       second->columns[second->amount_field].unit == MONEY_WAN
		   ? MONEY_WAN
		   : MONEY_YUAN;
}

/* Compares one pot; first and second: tables. */
static void compare(struct pots *pots, const struct pot *pot, struct str what,
		    int first, int second, bool stated_holds)
{
	struct reading *reading = pots->reading;
	const struct budget *budget = reading->budget;
	struct str names[] = {str_from(budget->relations[first].schema->name),
			      str_from(budget->relations[second].schema->name)};
	int64_t sums[] = {pot->facts.money.fen, pot->stated.money.fen};
	const struct unit *unit = &budget->units[pots->scope->unit];

	agree_or_report(
	    reading,
	    &(struct two_amounts){
		.place = budget_place(budget, second, pot->row,
				      budget->relations[second].amount_field),
		.what = str_format(
		    reading->sink->arena, "单位 " STR_FMT " " STR_FMT STR_FMT,
		    STR_ARG(unit->code),
		    STR_ARG(year_text(reading, pot->heading)), STR_ARG(what)),
		.first = names[stated_holds],
		.second = names[!stated_holds],
		.first_fen = sums[stated_holds],
		.second_fen = sums[!stated_holds],
		.unit = coarser(budget, first, second),
		.n = pot->n});
}

/* 收入 as a whole equals what is done with it. */
static void agree_income(struct reading *reading, const struct scope *scope,
			 struct arena *arena)
{
	struct pots pots = {.reading = reading, .arena = arena, .scope = scope};
	size_t i;

	fill(&pots, TABLE_SPENDING, whole_heading, false);
	fill(&pots, TABLE_INCOME, whole_heading, true);
	for (i = 0; i < pots.n; i++)
		if (pots.list[i].given && pots.list[i].facts.there)
			compare(&pots, &pots.list[i], STR("收支总额"),
				TABLE_SPENDING, TABLE_INCOME, true);
}

/* The pot of the same year, 口径 and kind that a row of 经济分类 states; NULL:
 * it does not mention the kind. */
static const struct pot *mentioned(const struct pots *pots,
				   struct heading heading)
{
	size_t i;

	for (i = 0; i < pots->n; i++) {
		const struct heading *other = &pots->list[i].heading;

		if (pots->list[i].given && other->year == heading.year &&
		    other->basis == heading.basis &&
		    other->item == heading.item)
			return &pots->list[i];
	}
	return NULL;
}

/* 经济分类 is complete for the kinds of spending that it mentions. */
static void agree_economic(struct reading *reading, const struct scope *scope,
			   struct arena *arena)
{
	struct pots pots = {.reading = reading, .arena = arena, .scope = scope};
	size_t i;

	fill(&pots, TABLE_SPENDING, kind_heading, false);
	fill(&pots, TABLE_ECONOMIC, kind_heading, true);
	for (i = 0; i < pots.n; i++) {
		struct pot pot = pots.list[i];
		const struct pot *place = mentioned(&pots, pot.heading);
		struct str what = str_format(
		    arena, STR_FMT STR_FMT,
		    STR_ARG(member_text(reading, DIM_FUND, pot.heading.fund)),
		    STR_ARG(member_text(reading, DIM_KIND, pot.heading.item)));

		if (place == NULL)
			continue;
		pot.row = pot.given ? pot.row : place->row;
		compare(&pots, &pot, what, TABLE_SPENDING, TABLE_ECONOMIC,
			false);
	}
}

/* Do economic codes cover all spending of 财政拨款 in the year and 口径? */
static bool is_covered(const struct pots *covers, struct heading heading)
{
	size_t i;

	for (i = 0; i < covers->n; i++) {
		const struct pot *pot = &covers->list[i];

		if (pot->heading.year == heading.year &&
		    pot->heading.basis == heading.basis)
			return pot->facts.there &&
			       pot->facts.money.fen == pot->stated.money.fen;
	}
	return false;
}

/* 三公 against the codes; 会议 and 培训 only if it mentions them. */
static void agree_sangong(struct reading *reading, const struct scope *scope,
			  struct arena *arena)
{
	struct pots covers = {
	    .reading = reading, .arena = arena, .scope = scope};
	struct pots pots = {.reading = reading, .arena = arena, .scope = scope};
	size_t i;

	fill(&pots, TABLE_SANGONG, item_heading, true);
	for (i = 0; i < pots.n && !pots.list[i].given; i++)
		;
	if (i == pots.n)
		return;
	fill(&covers, TABLE_SPENDING, appropriation_heading, false);
	fill(&covers, TABLE_ECONOMIC, appropriation_heading, true);
	fill(&pots, TABLE_ECONOMIC, code_heading, false);
	for (i = 0; i < pots.n; i++) {
		const struct pot *pot = &pots.list[i];

		if (pot->given && is_covered(&covers, pot->heading))
			compare(&pots, pot,
				member_text(reading, DIM_SANGONG,
					    pot->heading.item),
				TABLE_ECONOMIC, TABLE_SANGONG, true);
	}
}

static bool has_documents(const struct budget *budget)
{
	size_t u;

	for (u = 0; u < budget->n_units; u++)
		if (budget->units[u].template_id.n > 0)
			return true;
	return false;
}

/* Units whose facts are complete. */
static bool is_complete(const struct unit *unit, bool documents)
{
	return documents ? unit->template_id.n > 0 : unit->parent < 0;
}

void agree_facts(struct reading *reading)
{
	const struct budget *budget = reading->budget;
	bool documents = has_documents(budget);
	size_t u;

	for (u = 0; u < budget->n_units; u++) {
		struct arena *arena;
		struct scope scope;

		if (!is_complete(&budget->units[u], documents))
			continue;
		arena = arena_open();
		scope = scope_of(budget, (int)u, arena);
		agree_income(reading, &scope, arena);
		agree_economic(reading, &scope, arena);
		agree_sangong(reading, &scope, arena);
		arena_close(arena);
	}
}
