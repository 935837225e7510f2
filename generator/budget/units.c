/* SPDX-License-Identifier: MIT */
/* All codes of 单位 are taken first, since units name units above them that
 * may stand further down; then the rows are read like those of any table. */
#include "budget/units.h"

#include "base/arena.h"
#include "budget/dimension.h"
#include "budget/headings.h"
#include "budget/messages.h"
#include "budget/spelling.h"
#include "budget/table.h"
#include "tables/sheets.h"

static void add_unit(struct reading *reading, size_t *room, struct str code)
{
	struct budget *budget = reading->budget;
	struct dimension *dimension = &budget->dimensions[DIM_UNIT];
	int member;

	if (code.n == 0 || dimension_find(dimension, code) >= 0)
		return;
	member = dimension_add(reading, DIM_UNIT, code);
	dimension->members[member].unit = (uint32_t)budget->n_units;
	budget->units =
	    arena_grow(reading->arena, budget->units, budget->n_units, room,
		       sizeof(*budget->units));
	budget->units[budget->n_units] = (struct unit){.code = code,
						       .parent = -1,
						       .member = member,
						       .is_public = true,
						       .row = ROW_NONE};
	map_put(&budget->unit_map, code, (uint32_t)budget->n_units);
	budget->n_units++;
}

static void take_codes(struct reading *reading, const struct sheet *sheet,
		       size_t *room)
{
	const struct relation *relation =
	    &reading->budget->relations[TABLE_UNITS];
	int column = heading_column(
	    sheet, &relation->schema->fields[relation->unit_field]);
	size_t i;

	for (i = 0; column >= 0 && i < sheet->n_rows; i++)
		add_unit(reading, room,
			 spelling_plain(
			     spelling_bare(sheet->rows[i].cells[column].text),
			     reading->arena));
}

/* Text of a unit's row, other if it is empty. */
static struct str text_or(const struct budget *budget, uint32_t row,
			  const char *field, struct str other)
{
	const struct relation *units = &budget->relations[TABLE_UNITS];
	struct value value = relation_value(units, row, field_of(units, field));

	return value.there ? symbol_text(budget, value.symbol) : other;
}

static int parent_of(const struct budget *budget, uint32_t row)
{
	const struct relation *units = &budget->relations[TABLE_UNITS];
	int member =
	    relation_value(units, row, field_of(units, "上级单位代码")).member;

	if (member < 0)
		return -1;
	return (int)budget->dimensions[DIM_UNIT].members[member].unit;
}

static void take_row(struct budget *budget, uint32_t row)
{
	const struct relation *units = &budget->relations[TABLE_UNITS];
	struct unit *unit = &budget->units[units->units[row]];

	if (unit->row != ROW_NONE)
		return; /* twice there: reported with the keys */
	unit->row = row;
	unit->name = text_or(budget, row, "单位名称", unit->code);
	unit->public_name = text_or(budget, row, "公开名称", unit->name);
	unit->short_name = text_or(budget, row, "简称", unit->name);
	unit->level = str_is(text_or(budget, row, "层级", STR_NONE), "部门")
			  ? UNIT_DEPARTMENT
			  : UNIT_UNIT;
	unit->parent = parent_of(budget, row);
	unit->nature = text_or(budget, row, "单位性质", STR_NONE);
	unit->rank = text_or(budget, row, "单位规格", STR_NONE);
	unit->funding = text_or(budget, row, "经费保障形式", STR_NONE);
	unit->office_code = text_or(budget, row, "业务处室代码", STR_NONE);
	unit->office = text_or(budget, row, "业务处室", STR_NONE);
	unit->year =
	    (int)relation_value(units, row, field_of(units, "预算年度")).number;
	unit->region = text_or(budget, row, "区划代码", STR_NONE);
	unit->template_id = text_or(budget, row, "模板", STR_NONE);
	unit->is_public = !str_is(text_or(budget, row, "公开", STR_NONE), "否");
	unit->publication_date = text_or(budget, row, "公开日期", STR_NONE);
}

/* A unit above itself would never end. */
static void break_circles(struct reading *reading)
{
	struct budget *budget = reading->budget;
	size_t u;

	for (u = 0; u < budget->n_units; u++) {
		size_t steps = 0;
		int above = (int)u;

		while (above >= 0 && steps++ <= budget->n_units)
			above = budget->units[above].parent;
		if (above < 0)
			continue;
		DIAG(reading->sink, &BUDGET_UNIT_CIRCLE,
		     budget_place(budget, TABLE_UNITS, budget->units[u].row,
				  field_of(&budget->relations[TABLE_UNITS],
					   "上级单位代码")),
		     budget->units[u].code);
		budget->units[u].parent = -1;
	}
}

static void take_members(struct budget *budget)
{
	struct member *members = budget->dimensions[DIM_UNIT].members;
	size_t u;

	for (u = 0; u < budget->n_units; u++) {
		const struct unit *unit = &budget->units[u];

		members[unit->member].row = unit->row;
		members[unit->member].name = unit->name;
		if (unit->parent >= 0)
			members[unit->member].parent =
			    budget->units[unit->parent].member;
	}
}

/* Rows that could not be read leave a unit without a year. One input is one
 * publication: another year is most often a slip. */
static void settle_years(struct reading *reading)
{
	struct budget *budget = reading->budget;
	int year = 0;
	size_t u;

	for (u = 0; u < budget->n_units && year == 0; u++)
		year = budget->units[u].year;
	for (u = 0; u < budget->n_units; u++) {
		struct unit *unit = &budget->units[u];

		if (unit->year == 0)
			unit->year = year;
		if (unit->year != year) {
			DIAG(reading->sink, &BUDGET_YEARS,
			     budget_place(
				 budget, TABLE_UNITS, unit->row,
				 field_of(&budget->relations[TABLE_UNITS],
					  "预算年度")),
			     unit->code,
			     text_number(reading, (size_t)unit->year),
			     text_number(reading, (size_t)year));
		}
	}
}

static void check_region(struct reading *reading, uint32_t row)
{
	const struct budget *budget = reading->budget;
	struct str region = text_or(budget, row, "区划代码", STR_NONE);

	if (region.n > 0 &&
	    (!is_digits(region) || (region.n != 6 && region.n != 9))) {
		DIAG(reading->sink, &BUDGET_REGION,
		     budget_place(
			 budget, TABLE_UNITS, row,
			 field_of(&budget->relations[TABLE_UNITS], "区划代码")),
		     region);
	}
}

bool units_read(struct reading *reading)
{
	struct budget *budget = reading->budget;
	struct relation *units = &budget->relations[TABLE_UNITS];
	size_t room = 0;
	uint32_t row;
	size_t i;

	for (i = 0; i < reading->sheets->n; i++)
		if (str_is(reading->sheets->list[i].name, units->schema->name))
			take_codes(reading, &reading->sheets->list[i], &room);
	if (budget->n_units == 0) {
		DIAG0(reading->sink, &BUDGET_NO_UNITS, PLACE_NONE);
		return false;
	}
	table_read(reading, units);
	for (row = 0; row < units->n_rows; row++) {
		take_row(budget, row);
		check_region(reading, row);
	}
	settle_years(reading);
	break_circles(reading);
	take_members(budget);
	return true;
}

/* The unit and those above it have spending. */
static void note_spending(const struct budget *budget, bool *has, uint32_t unit)
{
	int u;

	for (u = (int)unit; u >= 0; u = budget->units[u].parent)
		has[u] = true;
}

void check_spending_there(struct reading *reading)
{
	const struct budget *budget = reading->budget;
	const struct relation *spending = &budget->relations[TABLE_SPENDING];
	const int64_t *years = spending->columns[spending->year_field].numbers;
	bool *has = ARENA_ARRAY(reading->arena, budget->n_units, bool);
	uint32_t row;
	size_t u;

	for (row = 0; row < spending->n_rows; row++)
		if (spending->units[row] != UNIT_ALL &&
		    years[row] == budget->units[spending->units[row]].year)
			note_spending(budget, has, spending->units[row]);
	for (u = 0; u < budget->n_units; u++) {
		const struct unit *unit = &budget->units[u];

		if (unit->template_id.n > 0 && unit->is_public && !has[u]) {
			DIAG(
			    reading->sink, &BUDGET_SPENDING_NONE,
			    budget_place(budget, TABLE_UNITS, unit->row, -1),
			    unit->code,
			    str_format(reading->sink->arena, "%d", unit->year));
		}
	}
}

/* Facts of years that no template speaks of: 本年, 上年, 前年. */
static void check_years_of(struct reading *reading, int table)
{
	const struct budget *budget = reading->budget;
	const struct relation *relation = &budget->relations[table];
	uint32_t first = ROW_NONE;
	size_t n = 0;
	uint32_t row;

	if (relation->unit_field < 0 || relation->year_field < 0)
		return;
	for (row = 0; row < relation->n_rows; row++) {
		uint32_t unit = relation->units[row];
		struct value year =
		    relation_value(relation, row, relation->year_field);
		int64_t ago;

		if (unit == UNIT_ALL || !year.there ||
		    relation->origins[row].derived_from >= 0)
			continue;
		ago = budget->units[unit].year - year.number;
		if (ago >= 0 && ago <= 2)
			continue;
		if (n++ == 0)
			first = row;
	}
	if (n > 0)
		DIAG(reading->sink, &BUDGET_YEAR_OTHER,
		     budget_place(budget, table, first, relation->year_field),
		     str_from(relation->schema->name), text_number(reading, n));
}

void check_years(struct reading *reading)
{
	size_t i;

	for (i = 0; i < reading->budget->n_relations; i++)
		check_years_of(reading, (int)i);
}
