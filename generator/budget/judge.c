/* SPDX-License-Identifier: MIT */
#include "budget/judge.h"

#include "base/arena.h"
#include "budget/codes.h"
#include "budget/dimension.h"
#include "budget/messages.h"

/* A row while it is judged. */
struct judging {
	struct reading *reading;
	const struct sheet_reader *reader;
	size_t row;
	uint32_t unit;
	struct value *values;
};

static struct place place_of(const struct judging *judging, int field)
{
	return sheet_place(judging->reader->sheet, judging->row,
			   field < 0 ? -1
				     : judging->reader->readers[field].column);
}

static struct str text_of(const struct judging *judging, int field)
{
	return symbol_text(judging->reading->budget,
			   judging->values[field].symbol);
}

const char *kind_of_economic(struct str code)
{
	if (str_starts(code, STR("301")) || str_starts(code, STR("303")))
		return "人员经费";
	return "公用经费";
}

const char *kind_of_project(struct str project_kind)
{
	if (str_starts(project_kind, STR("1")))
		return "人员经费";
	if (str_starts(project_kind, STR("21")))
		return "公用经费";
	if (str_starts(project_kind, STR("22")) ||
	    str_starts(project_kind, STR("3")))
		return "项目支出";
	return NULL;
}

static struct value kind_value(const struct reading *reading, const char *kind)
{
	const struct dimension *kinds = &reading->budget->dimensions[DIM_KIND];
	int member = dimension_find(kinds, str_from(kind));

	return (struct value){.symbol = kinds->members[member].code,
			      .member = member,
			      .there = true};
}

/* A member for the code in the row's unit. */
static int add_project(const struct judging *judging, int field)
{
	struct reading *reading = judging->reading;
	struct str code = text_of(judging, field);
	int member = dimension_add(
	    reading, DIM_PROJECT,
	    project_key(reading->budget, judging->unit, code, reading->arena));
	struct member *project =
	    &reading->budget->dimensions[DIM_PROJECT].members[member];

	project->code = symbol_of(reading->budget, code);
	project->unit = judging->unit;
	return member;
}

/* A row of 项目 makes its project, even if a unit above has the same code. */
static bool define_project(const struct judging *judging)
{
	const struct relation *relation = judging->reader->relation;
	int field = schema_of_dimension(relation->schema, DIM_PROJECT);
	struct value *value = &judging->values[field];
	struct member *project;

	value->member = add_project(judging, field);
	project = &judging->reading->budget->dimensions[DIM_PROJECT]
		       .members[value->member];
	if (project->row == ROW_NONE)
		project->row = (uint32_t)relation->n_rows;
	project->name = text_of(judging, field_of(relation, "项目名称"));
	return true;
}

/* Kinds of spending for which 项目 need not hold the code: rows of classes 1
 * and 21 may be left out there. */
static bool may_be_unknown(const struct judging *judging)
{
	const struct schema *schema = judging->reader->relation->schema;
	int kind = schema_of_dimension(schema, DIM_KIND);

	return kind >= 0 && judging->values[kind].there &&
	       !str_is(text_of(judging, kind), "项目支出");
}

/* 项目 has not that project. Where it has none at all, this is one fault. */
static void report_unknown_project(const struct judging *judging, int field)
{
	struct reading *reading = judging->reading;
	struct place place = place_of(judging, field);

	if (reading->budget->relations[TABLE_PROJECTS].n_rows > 0)
		DIAG(reading->sink, &BUDGET_PROJECT_UNKNOWN, place,
		     text_of(judging, field),
		     reading->budget->units[judging->unit].code);
	else if (reading->n_projectless++ == 0)
		reading->first_projectless = place;
}

static bool judge_project(const struct judging *judging)
{
	const struct relation *relation = judging->reader->relation;
	int field = schema_of_dimension(relation->schema, DIM_PROJECT);
	struct value *value;

	if (field < 0)
		return true;
	value = &judging->values[field];
	if (!value->there || value->member >= 0)
		return true;
	if (judging->unit == UNIT_ALL)
		return false;
	if (!may_be_unknown(judging))
		report_unknown_project(judging, field);
	value->member = add_project(judging, field);
	return true;
}

/* 项目类别 of the row's project, empty if there is none. */
static struct str project_kind(const struct judging *judging, int field)
{
	const struct budget *budget = judging->reading->budget;
	const struct relation *projects = &budget->relations[TABLE_PROJECTS];
	uint32_t row;

	if (judging->values[field].member < 0)
		return STR_NONE;
	row = budget->dimensions[DIM_PROJECT]
		  .members[judging->values[field].member]
		  .row;
	if (row == ROW_NONE)
		return STR_NONE;
	return symbol_text(
	    budget,
	    relation_value(projects, row, field_of(projects, "项目类别"))
		.symbol);
}

static bool is_kind_under(const struct judging *judging, int kind,
			  const char *above)
{
	const struct dimension *kinds =
	    &judging->reading->budget->dimensions[DIM_KIND];
	int wanted = dimension_find(kinds, str_from(above));
	int m = judging->values[kind].member;

	return m == wanted || kinds->members[m].parent == wanted ||
	       kinds->members[wanted].parent == m;
}

/* 支出类型 from the project, or held against it. */
static bool judge_kind_by_project(const struct judging *judging, int kind)
{
	int field = field_of(judging->reader->relation, "项目代码");
	struct str class = project_kind(judging, field);
	const char *follows = kind_of_project(class);
	struct reading *reading = judging->reading;

	if (judging->values[kind].there) {
		if (follows != NULL && !is_kind_under(judging, kind, follows))
			DIAG(reading->sink, &BUDGET_KIND_PROJECT,
			     place_of(judging, kind), text_of(judging, kind),
			     text_of(judging, field), class, str_from(follows));
		return true;
	}
	if (follows == NULL) {
		DIAG0(reading->sink, &BUDGET_KIND_MISSING,
		      place_of(judging, kind));
		return false;
	}
	judging->values[kind] = kind_value(reading, follows);
	return true;
}

/* 基本支出 with an economic code is 人员经费 or 公用经费. */
static void split_basic(const struct judging *judging, int kind)
{
	int economic =
	    field_of(judging->reader->relation, "部门支出经济分类科目");

	if (str_is(text_of(judging, kind), "基本支出") &&
	    judging->values[economic].there)
		judging->values[kind] =
		    kind_value(judging->reading,
			       kind_of_economic(text_of(judging, economic)));
}

/* 7 digits, but for what is no spending. */
static bool judge_function(const struct judging *judging, int kind)
{
	int function = field_of(judging->reader->relation, "支出功能分类科目");
	struct str name = text_of(judging, kind);

	if (judging->values[function].there || str_is(name, "结余分配") ||
	    str_is(name, "年终结转结余"))
		return true;
	DIAG(judging->reading->sink, &BUDGET_CELL_EMPTY,
	     place_of(judging, function), STR("支出功能分类科目"));
	return false;
}

static bool judge_spending(const struct judging *judging)
{
	int kind = field_of(judging->reader->relation, "支出类型");

	if (!judge_kind_by_project(judging, kind))
		return false;
	split_basic(judging, kind);
	return judge_function(judging, kind);
}

/* 指标值 may be filled in with its sign and unit, as a cell in percent is (95%
 * beside the unit %): what stands in columns of its own is not printed twice.
 */
static void judge_indicator(const struct judging *judging)
{
	const struct relation *relation = judging->reader->relation;
	int field = field_of(relation, "指标值");
	struct str sign = text_of(judging, field_of(relation, "计算符号"));
	struct str unit = text_of(judging, field_of(relation, "计量单位"));
	struct str value = text_of(judging, field);
	struct str rest = value;

	if (sign.n > 0 && rest.n > sign.n && str_starts(rest, sign))
		rest = str_trim(str_slice(rest, sign.n, rest.n));
	if (unit.n > 0 && rest.n > unit.n && str_ends(rest, unit))
		rest = str_trim(str_slice(rest, 0, rest.n - unit.n));
	if (rest.n < value.n)
		judging->values[field].symbol =
		    symbol_of(judging->reading->budget, rest);
}

/* 12月底 of 1 in a column of percents: 0.25, 0.5, 0.75 and 1 were meant as
 * parts. */
static void judge_plan(const struct judging *judging)
{
	int field = field_of(judging->reader->relation, "12月底");
	const struct value *value = &judging->values[field];

	if (!judging->reader->relation->columns[field].percent ||
	    !value->there || value->number <= 0 ||
	    value->number > NUMBER_ONE / 100)
		return;
	DIAG0(judging->reading->sink, &BUDGET_PLAN_PART,
	      place_of(judging, field));
}

bool row_judge(struct reading *reading, const struct sheet_reader *reader,
	       size_t row, uint32_t unit, struct value *values)
{
	const struct judging judging = {reading, reader, row, unit, values};
	const struct relation *tables = reading->budget->relations;

	if (reader->relation == &tables[TABLE_PROJECTS]) {
		judge_plan(&judging);
		return define_project(&judging);
	}
	if (reader->relation == &tables[TABLE_INDICATORS])
		judge_indicator(&judging);
	if (!judge_project(&judging))
		return false;
	if (reader->relation == &tables[TABLE_SPENDING])
		return judge_spending(&judging);
	if (reader->relation == &tables[TABLE_ECONOMIC])
		split_basic(&judging, field_of(reader->relation, "支出类型"));
	return true;
}
