/* SPDX-License-Identifier: MIT */
/*
 * Last year's set rolled forward. Units, options, projects, indicators, goals
 * and texts go on as they are. Facts stand there twice: with their amounts as
 * rows of last year, and once more without, to be filled in for this year.
 * Last year's rows name no projects, since these may have come to their end;
 * rows that become equal are added up.
 */
#include "base/arena.h"
#include "base/diag.h"
#include "base/money.h"
#include "budget/budget.h"
#include "budget/record.h"
#include "publish/blank_maker.h"
#include "tables/sheets.h"

/* A row of last year's set. */
struct old_row {
	const struct budget *budget;
	int number; /* of the relation */
	const struct relation *relation;
	uint32_t row;
};

/* value / one as a spreadsheet writes it: no zeros at the end. */
static struct str decimal_text(int64_t value, uint64_t one, int places,
			       struct arena *arena)
{
	uint64_t size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
	struct str text =
	    str_format(arena, "%s%llu.%0*llu", value < 0 ? "-" : "",
		       (unsigned long long)(size / one), places,
		       (unsigned long long)(size % one));

	while (text.s[text.n - 1] == '0')
		text.n--;
	if (text.s[text.n - 1] == '.')
		text.n--;
	return text;
}

/* In 元. */
static struct str amount_text(int64_t fen, struct arena *arena)
{
	return decimal_text(fen, MONEY_YUAN, 2, arena);
}

static struct str number_text(int64_t millionths, struct arena *arena)
{
	return decimal_text(millionths, NUMBER_ONE, 6, arena);
}

static struct str plan_text(const struct column *column, uint32_t row,
			    struct arena *arena)
{
	if (!column->percent)
		return amount_text(column->numbers[row], arena);
	return number_text(column->numbers[row] * 100, arena);
}

/* What stood in a field, as it is to stand in a cell. */
static struct str old_text(const struct old_row *old, int f,
			   struct arena *arena)
{
	const struct column *column = &old->relation->columns[f];
	struct str text;

	if (!column->there[old->row])
		return STR_NONE;
	switch (column->field->type) {
	case FIELD_AMOUNT: return amount_text(column->numbers[old->row], arena);
	case FIELD_NUMBER: return number_text(column->numbers[old->row], arena);
	case FIELD_PLAN: return plan_text(column, old->row, arena);
	case FIELD_YEAR:
		return str_format(arena, "%d", (int)column->numbers[old->row]);
	case FIELD_TEXT:
	case FIELD_LINES:
	case FIELD_CODE:
	case FIELD_CHOICE:
	case FIELD_DATE:
	case FIELD_YES: break;
	}
	text = record_text(old->budget, (struct column_ref){old->number, f, -1},
			   old->row);
	return column->field->fallback != NULL &&
		       str_is(text, column->field->fallback)
		   ? STR_NONE
		   : text;
}

static struct str old_named(const struct old_row *old, const char *name,
			    struct arena *arena)
{
	int f = schema_field(old->relation->schema, str_from(name));

	return f < 0 ? STR_NONE : old_text(old, f, arena);
}

/* A row with all that stood in the old one. */
static struct sheet_cell *copy_row(struct blank_maker *maker,
				   struct blank_sheet *sheet,
				   const struct old_row *old)
{
	struct sheet_cell *row = blank_add_row(maker, sheet);
	size_t c;

	for (c = 0; c < sheet->table->data.n_columns; c++)
		if (sheet->fields[c] >= 0)
			row[c].text =
			    old_text(old, sheet->fields[c], maker->arena);
	return row;
}

static void clear_type(const struct blank_sheet *sheet, struct sheet_cell *row,
		       enum field_type type)
{
	size_t c;

	for (c = 0; c < sheet->table->data.n_columns; c++)
		if (sheet->fields[c] >= 0 &&
		    sheet->schema->fields[sheet->fields[c]].type == type)
			row[c].text = STR_NONE;
}

static void clear_figures(const struct blank_sheet *sheet,
			  struct sheet_cell *row)
{
	clear_type(sheet, row, FIELD_AMOUNT);
	clear_type(sheet, row, FIELD_NUMBER);
}

/* The year of the set that the row's unit belongs to. */
static int set_year(const struct old_row *old)
{
	uint32_t unit = old->relation->units[old->row];

	return unit == UNIT_ALL ? 0 : old->budget->units[unit].year;
}

static bool is_money(const struct blank_sheet *sheet, size_t column)
{
	return sheet->fields[column] >= 0 &&
	       sheet->schema->fields[sheet->fields[column]].type ==
		   FIELD_AMOUNT;
}

/* Adds a row's amounts to an equal one that stands there already; false:
 * there is none. */
static bool add_up(struct blank_maker *maker, struct blank_sheet *sheet,
		   const struct sheet_cell *row, uint32_t at)
{
	struct buf key = {.arena = maker->arena};
	uint32_t before;
	size_t c;

	for (c = 0; c < sheet->table->data.n_columns; c++) {
		if (!is_money(sheet, c))
			buf_add(&key, row[c].text);
		buf_add_char(&key, '\x1f');
	}
	sheet->by_key.arena = maker->arena;
	before = map_find(&sheet->by_key, buf_str(&key));
	if (before == MAP_NONE) {
		map_put(&sheet->by_key, buf_str(&key), at);
		return false;
	}
	for (c = 0; c < sheet->table->data.n_columns; c++) {
		struct str *sum = &sheet->rows[before][c].text;
		struct money a;
		struct money b;

		if (is_money(sheet, c) &&
		    money_parse(*sum, MONEY_YUAN, &a) == MONEY_OK &&
		    money_parse(row[c].text, MONEY_YUAN, &b) == MONEY_OK &&
		    money_add(&a, b))
			*sum = amount_text(a.fen, maker->arena);
	}
	return true;
}

/* The row of facts as one of last year. */
static void keep_as_last_year(struct blank_maker *maker,
			      struct blank_sheet *sheet,
			      const struct old_row *old)
{
	struct sheet_cell *row = copy_row(maker, sheet, old);

	blank_set(sheet, row, "年度",
		  str_format(maker->arena, "%d", set_year(old)));
	blank_set(sheet, row, "项目代码", STR_NONE);
	if (sheet->schema->keys == KEYS_ADD &&
	    add_up(maker, sheet, row, (uint32_t)sheet->table->data.n_rows - 1))
		sheet->table->data.n_rows--;
}

/* The same without its figures, for this year. */
static void await_this_year(struct blank_maker *maker,
			    struct blank_sheet *sheet,
			    const struct old_row *old)
{
	struct sheet_cell *row = copy_row(maker, sheet, old);

	clear_figures(sheet, row);
	blank_set(sheet, row, "年度",
		  str_format(maker->arena, "%d", set_year(old) + 1));
	if (str_is(sheet->table->data.name, "指标"))
		(void)blank_is_new(maker, sheet, row, "年度 指标 对象");
	if (sheet->schema->keys == KEYS_ADD &&
	    add_up(maker, sheet, row, (uint32_t)sheet->table->data.n_rows - 1))
		sheet->table->data.n_rows--;
}

static bool is_of_set_year(const struct old_row *old)
{
	int f = old->relation->year_field;

	return f >= 0 &&
	       old->relation->columns[f].numbers[old->row] == set_year(old);
}

static bool is_newest(const struct old_row *old, int date)
{
	const struct relation *relation = old->relation;
	struct str mine = old_text(old, date, old->budget->arena);
	uint32_t unit = relation->units[old->row];
	uint32_t at;

	if (unit == UNIT_ALL)
		return true;
	for (at = relation->unit_start[unit];
	     at < relation->unit_start[unit + 1]; at++) {
		struct old_row other = {old->budget, old->number, relation,
					relation->by_unit[at]};

		if (str_compare(old_text(&other, date, old->budget->arena),
				mine) > 0)
			return false;
	}
	return true;
}

/* 2023-12-31 a year later. */
static struct str year_later(struct str date, struct arena *arena)
{
	int year = 0;
	size_t i;

	for (i = 0; i < 4 && i < date.n; i++)
		year = year * 10 + (date.s[i] - '0');
	return date.n < 5 ? date
			  : str_format(arena, "%04d" STR_FMT, year + 1,
				       (int)date.n - 4, date.s + 4);
}

/* Assets of the last day known, and the same a year later without figures. */
static void roll_asset(struct blank_maker *maker, struct blank_sheet *sheet,
		       const struct old_row *old, bool later)
{
	int date = schema_field(sheet->schema, STR("截止日期"));
	struct sheet_cell *row;

	if (!is_newest(old, date))
		return;
	row = copy_row(maker, sheet, old);
	blank_set(sheet, row, "拟购置数量", STR_NONE);
	blank_set(sheet, row, "拟购置金额", STR_NONE);
	if (!later)
		return;
	clear_figures(sheet, row);
	blank_set(sheet, row, "截止日期",
		  year_later(old_text(old, date, maker->arena), maker->arena));
}

static void roll_unit(struct blank_maker *maker, struct blank_sheet *sheet,
		      const struct old_row *old)
{
	struct sheet_cell *row = copy_row(maker, sheet, old);

	blank_set(sheet, row, "预算年度",
		  str_format(maker->arena, "%d", set_year(old) + 1));
	blank_set(sheet, row, "公开日期", STR_NONE);
	blank_set(sheet, row, "模板",
		  blank_successor(maker, old_named(old, "模板", maker->arena)));
}

/* Texts of projects that stood in a column of 项目 stand there again. */
static struct str project_text(const struct old_row *project, struct str slot,
			       struct arena *arena)
{
	int number = budget_relation(project->budget, STR("说明"));
	const struct relation *texts = &project->budget->relations[number];
	struct old_row text = {project->budget, number, texts, 0};
	struct str code = old_named(project, "项目代码", arena);
	uint32_t unit = project->relation->units[project->row];
	uint32_t at;

	for (at = unit == UNIT_ALL ? UNIT_ALL : texts->unit_start[unit];
	     unit != UNIT_ALL && at < texts->unit_start[unit + 1]; at++) {
		text.row = texts->by_unit[at];
		if (str_is(texts->origins[text.row].sheet->name, "项目") &&
		    str_equal(old_named(&text, "栏目", arena), slot) &&
		    str_equal(old_named(&text, "对象", arena), code))
			return old_named(&text, "内容", arena);
	}
	return STR_NONE;
}

static void roll_project(struct blank_maker *maker, struct blank_sheet *sheet,
			 const struct old_row *old)
{
	struct sheet_cell *row = copy_row(maker, sheet, old);
	int plan = schema_of_type(old->relation->schema, FIELD_PLAN);
	size_t c;

	clear_figures(sheet, row);
	if (!old->relation->columns[plan].percent)
		clear_type(sheet, row, FIELD_PLAN);
	for (c = 0; c < sheet->table->data.n_columns; c++)
		if (sheet->fields[c] < 0)
			row[c].text = project_text(
			    old, sheet->table->data.columns[c].heading,
			    maker->arena);
}

/* Does a column of 项目 hold the text already? */
static bool is_beside_project(const struct blank_maker *maker,
			      const struct old_row *text)
{
	const struct sheet *sheet = text->relation->origins[text->row].sheet;
	const char *slot =
	    str_cstr(old_named(text, "栏目", maker->arena), maker->arena);
	size_t i;

	if (!str_is(sheet->name, "项目"))
		return false;
	for (i = 0; i < maker->blank->n_tables; i++)
		if (str_is(maker->sheets[i].table->data.name, "项目"))
			return blank_column(&maker->sheets[i], slot) >= 0;
	return false;
}

static void roll_text(struct blank_maker *maker, struct blank_sheet *sheet,
		      const struct old_row *old)
{
	if (!is_beside_project(maker, old))
		(void)blank_is_new(maker, sheet, copy_row(maker, sheet, old),
				   "对象 栏目");
}

/* Names hold for all years from now on. */
static void roll_name(struct blank_maker *maker, struct blank_sheet *sheet,
		      const struct old_row *old)
{
	struct sheet_cell *row = copy_row(maker, sheet, old);

	blank_set(sheet, row, "年度", STR_NONE);
	if (!blank_is_new(maker, sheet, row, "类别 代码"))
		sheet->table->data.n_rows--;
}

/* A row of a template's own table. */
static void roll_record(struct blank_maker *maker, struct blank_sheet *sheet,
			const struct old_row *old)
{
	struct sheet_cell *row = copy_row(maker, sheet, old);
	int year = schema_of_type(sheet->schema, FIELD_YEAR);

	clear_type(sheet, row, FIELD_AMOUNT);
	if (year >= 0)
		blank_set(sheet, row, sheet->schema->fields[year].name,
			  str_format(maker->arena, "%d", maker->year));
}

static void roll_row(struct blank_maker *maker, struct blank_sheet *sheet,
		     const struct old_row *old, bool later)
{
	struct str name = sheet->table->data.name;

	if (sheet->schema->facts) {
		if (!is_of_set_year(old))
			return;
		if (later)
			await_this_year(maker, sheet, old);
		else
			keep_as_last_year(maker, sheet, old);
	} else if (str_is(name, "资产")) {
		roll_asset(maker, sheet, old, later);
	} else if (later) {
		return;
	} else if (str_is(name, "单位")) {
		roll_unit(maker, sheet, old);
	} else if (str_is(name, "项目")) {
		roll_project(maker, sheet, old);
	} else if (str_is(name, "说明")) {
		roll_text(maker, sheet, old);
	} else if (str_is(name, "科目")) {
		roll_name(maker, sheet, old);
	} else if (str_is(name, "选项")) {
		(void)blank_is_new(maker, sheet, copy_row(maker, sheet, old),
				   "选项");
	} else if (!str_is(name, "核对例外") && !str_is(name, "更正")) {
		roll_record(maker, sheet, old);
	}
}

static bool is_wanted(const struct blank_maker *maker,
		      const struct old_row *old)
{
	uint32_t unit = old->relation->units[old->row];

	return old->relation->origins[old->row].derived_from < 0 &&
	       (unit == UNIT_ALL || maker->wanted[unit]);
}

void blank_roll(struct blank_maker *maker, struct blank_sheet *sheet)
{
	struct old_row old = {.budget = maker->last};
	int later;

	old.number = budget_relation(maker->last, sheet->table->data.name);
	if (old.number < 0)
		return;
	old.relation = &maker->last->relations[old.number];
	for (later = 1; later >= 0; later--)
		for (old.row = 0; old.row < old.relation->n_rows; old.row++)
			if (is_wanted(maker, &old))
				roll_row(maker, sheet, &old, later != 0);
}
