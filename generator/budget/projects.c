/* SPDX-License-Identifier: MIT */
#include "budget/projects.h"

#include "base/arena.h"
#include "budget/agree.h"
#include "budget/codes.h"
#include "budget/dimension.h"
#include "budget/messages.h"
#include "budget/spelling.h"

enum part { PART_WHOLE, PART_APPROPRIATION, PART_OTHER, N_PARTS };

static const char *const part_fields[N_PARTS] = {"预算数", "财政资金",
						 "其他资金"};

/* What 支出 says of a project. */
struct project_sums {
	struct amount parts[N_PARTS];
	size_t n; /* rows */
};

/* Does the row count for the budget of its project: the year of the budget,
 * 口径 预算? */
static bool counts(const struct budget *budget, const struct relation *spending,
		   uint32_t row)
{
	const struct unit *unit = &budget->units[spending->units[row]];
	int basis = spending->columns[spending->basis_field].members[row];

	return spending->columns[spending->year_field].numbers[row] ==
		   unit->year &&
	       basis == budget_member(budget, DIM_BASIS, STR("预算"));
}

static struct project_sums *sums_of(const struct reading *reading)
{
	const struct budget *budget = reading->budget;
	const struct relation *spending = &budget->relations[TABLE_SPENDING];
	const struct dimension *projects = &budget->dimensions[DIM_PROJECT];
	const struct dimension *funds = &budget->dimensions[DIM_FUND];
	const int32_t *members =
	    spending->columns[field_of(spending, "项目代码")].members;
	const int32_t *fund =
	    spending->columns[field_of(spending, "资金性质")].members;
	int appropriation = dimension_find(funds, STR("财政拨款"));
	struct project_sums *sums =
	    ARENA_ARRAY(reading->arena, projects->n, struct project_sums);
	uint32_t row;

	for (row = 0; row < spending->n_rows; row++) {
		struct money money = {
		    spending->columns[spending->amount_field].numbers[row]};
		enum part part;

		if (members[row] < 0 || !counts(budget, spending, row))
			continue;
		part = member_is_below(funds, fund[row], appropriation)
			   ? PART_APPROPRIATION
			   : PART_OTHER;
		amount_add(&sums[members[row]].parts[PART_WHOLE], money);
		amount_add(&sums[members[row]].parts[part], money);
		sums[members[row]].n++;
	}
	return sums;
}

/* Holds what 项目 says against what 支出 says, which goes before it. */
static void settle_part(struct reading *reading, struct relation *projects,
			uint32_t row, enum part part,
			const struct project_sums *sums)
{
	struct budget *budget = reading->budget;
	int field = field_of(projects, part_fields[part]);
	struct value value = relation_value(projects, row, field);
	struct str code = symbol_text(
	    budget,
	    projects->columns[field_of(projects, "项目代码")].symbols[row]);
	struct two_amounts two = {
	    .place = budget_place(budget, TABLE_PROJECTS, row, field),
	    .what = str_format(reading->sink->arena, "项目 " STR_FMT " 的%s",
			       STR_ARG(code), part_fields[part]),
	    .first = STR("支出"),
	    .second = STR("项目"),
	    .first_fen = sums->parts[part].money.fen,
	    .second_fen = value.number,
	    .unit = projects->columns[field].unit,
	    .n = 0,
	};

	if (value.there)
		agree_or_report(reading, &two);
	relation_set(projects, row, field,
		     (struct value){.member = -1,
				    .number = sums->parts[part].money.fen,
				    .there = sums->parts[part].there});
}

/* Where 支出 says nothing: the whole from its parts, or held against them. */
static void complete_parts(struct reading *reading, struct relation *projects,
			   uint32_t row)
{
	struct value values[N_PARTS];
	struct money sum = {0};
	int part;

	for (part = 0; part < N_PARTS; part++)
		values[part] = relation_value(
		    projects, row, field_of(projects, part_fields[part]));
	if (!values[PART_APPROPRIATION].there && !values[PART_OTHER].there)
		return;
	if (!money_add(&sum,
		       (struct money){values[PART_APPROPRIATION].number}) ||
	    !money_add(&sum, (struct money){values[PART_OTHER].number}))
		return;
	if (!values[PART_WHOLE].there) {
		relation_set(projects, row, field_of(projects, "预算数"),
			     (struct value){.member = -1,
					    .number = sum.fen,
					    .there = true});
		return;
	}
	agree_or_report(
	    reading,
	    &(struct two_amounts){
		.place = budget_place(reading->budget, TABLE_PROJECTS, row,
				      field_of(projects, "预算数")),
		.what = STR("项目的预算"),
		.first = STR("预算数"),
		.second = STR("财政资金与其他资金之和"),
		.first_fen = values[PART_WHOLE].number,
		.second_fen = sum.fen,
		.unit = projects->columns[field_of(projects, "预算数")].unit,
		.n = 2});
}

void project_budgets(struct reading *reading)
{
	struct relation *projects = &reading->budget->relations[TABLE_PROJECTS];
	const struct project_sums *sums = sums_of(reading);
	int code = field_of(projects, "项目代码");
	uint32_t row;
	int part;

	for (row = 0; row < projects->n_rows; row++) {
		const struct project_sums *said =
		    &sums[projects->columns[code].members[row]];

		if (said->n == 0) {
			complete_parts(reading, projects, row);
			continue;
		}
		for (part = 0; part < N_PARTS; part++)
			settle_part(reading, projects, row, (enum part)part,
				    said);
	}
}

static void put_text(struct reading *reading, uint32_t text, uint32_t project,
		     int field)
{
	struct budget *budget = reading->budget;
	struct relation *projects = &budget->relations[TABLE_PROJECTS];
	const struct relation *texts = &budget->relations[TABLE_TEXTS];
	int content = field_of(texts, "内容");
	struct value value = relation_value(texts, text, content);
	struct value before = relation_value(projects, project, field);

	if (!before.there)
		relation_set(projects, project, field, value);
	else if (!spelling_same(symbol_text(budget, before.symbol),
				symbol_text(budget, value.symbol))) {
		DIAG(reading->sink, &BUDGET_TEXT_TWICE,
		     budget_place(budget, TABLE_TEXTS, text, content),
		     str_from(projects->schema->fields[field].name),
		     diag_place_text(
			 budget_place(budget, TABLE_PROJECTS, project, field),
			 DIAG_ZH, reading->sink->arena));
	}
}

void project_texts(struct reading *reading)
{
	struct budget *budget = reading->budget;
	const struct relation *projects = &budget->relations[TABLE_PROJECTS];
	const struct relation *texts = &budget->relations[TABLE_TEXTS];
	const symbol *objects = texts->columns[field_of(texts, "对象")].symbols;
	const symbol *slots = texts->columns[field_of(texts, "栏目")].symbols;
	uint32_t row;

	for (row = 0; row < texts->n_rows; row++) {
		int field = schema_field(projects->schema,
					 symbol_text(budget, slots[row]));
		int project;
		uint32_t at;

		if (field < 0 || objects[row] == 0 ||
		    projects->schema->fields[field].type != FIELD_LINES)
			continue;
		project = project_find(budget, texts->units[row],
				       symbol_text(budget, objects[row]));
		if (project < 0)
			continue;
		at = budget->dimensions[DIM_PROJECT].members[project].row;
		if (at != ROW_NONE)
			put_text(reading, row, at, field);
	}
}

static bool names_project(const struct budget *budget,
			  const struct relation *relation, int field,
			  uint32_t row)
{
	const struct column *column = &relation->columns[field];

	if (column->members != NULL)
		return column->there[row];
	return column->there[row] &&
	       project_find(budget, relation->units[row],
			    symbol_text(budget, column->symbols[row])) >= 0;
}

void mark_rows_that_stay(struct reading *reading)
{
	struct budget *budget = reading->budget;
	size_t r;
	uint32_t row;

	for (r = 0; r < budget->n_relations; r++) {
		struct relation *relation = &budget->relations[r];
		int field;

		if (relation->schema->travels == NULL)
			continue;
		field = field_of(relation, relation->schema->travels);
		for (row = 0; row < relation->n_rows; row++)
			relation->stays[row] =
			    !names_project(budget, relation, field, row);
	}
}

/* Has the unit projects, and none that is 涉密? */
static bool names_all_projects(const struct budget *budget, size_t unit)
{
	const struct relation *projects = &budget->relations[TABLE_PROJECTS];
	const symbol *secret =
	    projects->columns[field_of(projects, "涉密")].symbols;
	symbol yes = budget_symbol(budget, STR("是"));
	uint32_t at;

	for (at = projects->unit_start[unit];
	     at < projects->unit_start[unit + 1]; at++)
		if (yes != 0 && secret[projects->by_unit[at]] == yes)
			return false;
	return projects->unit_start[unit] < projects->unit_start[unit + 1];
}

static void check_unit(struct reading *reading, size_t unit)
{
	const struct budget *budget = reading->budget;
	const struct relation *spending = &budget->relations[TABLE_SPENDING];
	int code = field_of(spending, "项目代码");
	int kind = field_of(spending, "支出类型");
	int wanted = budget_member(budget, DIM_KIND, STR("项目支出"));
	uint32_t first = ROW_NONE;
	size_t n = 0;
	uint32_t at;

	for (at = spending->unit_start[unit];
	     at < spending->unit_start[unit + 1]; at++) {
		uint32_t row = spending->by_unit[at];

		if (spending->columns[kind].members[row] != wanted ||
		    spending->columns[code].there[row] ||
		    !counts(budget, spending, row))
			continue;
		if (n++ == 0)
			first = row;
	}
	if (n > 0)
		DIAG(reading->sink, &BUDGET_PROJECT_NONE,
		     budget_place(budget, TABLE_SPENDING, first, code),
		     budget->units[unit].code, text_number(reading, n));
}

/* Money of a project that is 涉密 stands in rows that do not name it. */
static void check_secret(struct reading *reading)
{
	const struct budget *budget = reading->budget;
	const struct relation *spending = &budget->relations[TABLE_SPENDING];
	const struct relation *projects = &budget->relations[TABLE_PROJECTS];
	const struct dimension *members = &budget->dimensions[DIM_PROJECT];
	int code = field_of(spending, "项目代码");
	int secret = field_of(projects, "涉密");
	symbol yes = budget_symbol(budget, STR("是"));
	uint32_t row;

	for (row = 0; row < spending->n_rows && yes != 0; row++) {
		int m = spending->columns[code].members[row];
		uint32_t at = m < 0 ? ROW_NONE : members->members[m].row;

		if (at != ROW_NONE &&
		    projects->columns[secret].symbols[at] == yes)
			DIAG(reading->sink, &BUDGET_SECRET,
			     budget_place(budget, TABLE_SPENDING, row, code),
			     members->members[m].key);
	}
}

void check_projects_named(struct reading *reading)
{
	size_t u;

	check_secret(reading);
	for (u = 0; u < reading->budget->n_units; u++)
		if (names_all_projects(reading->budget, u))
			check_unit(reading, u);
}
