/* SPDX-License-Identifier: MIT */
#include "budget/subjects.h"

#include "base/arena.h"
#include "budget/dimension.h"
#include "budget/messages.h"
#include "budget/spelling.h"
#include "tables/sheets.h"

/* Which of several names holds: the greater. RANK_REFERENCE: shipped, but not
 * met in a published budget (templates/subjects/README.md). */
enum rank {
	RANK_REFERENCE,
	RANK_SHIPPED,
	RANK_OTHER_YEAR,
	RANK_ANY_YEAR,
	RANK_YEAR
};

struct subject {
	enum dimension_kind kind;
	struct str code, name, parent;
	struct place place;
	enum rank rank;
};

struct subject_names {
	struct arena *arena;
	struct subject *list;
	size_t n;
	size_t room;
	struct map by_code[N_DIMENSIONS];
};

const char *budget_subject_kind(enum dimension_kind kind)
{
	static const char *const kinds[N_DIMENSIONS] = {
	    [DIM_FUNCTION] = "功能",	     [DIM_DEP_ECONOMIC] = "部门经济",
	    [DIM_GOV_ECONOMIC] = "政府经济", [DIM_PROJECT_KIND] = "项目类别",
	    [DIM_CATALOGUE] = "采购品目",    [DIM_FUND] = "资金性质",
	};

	return kinds[kind];
}

static enum dimension_kind kind_of(struct str name)
{
	int kind;

	for (kind = 0; kind < N_DIMENSIONS; kind++) {
		const char *known =
		    budget_subject_kind((enum dimension_kind)kind);

		if (known != NULL && str_is(name, known))
			return (enum dimension_kind)kind;
	}
	return DIM_NONE;
}

static const struct subject *find(const struct subject_names *names,
				  enum dimension_kind kind, struct str code)
{
	uint32_t found = map_find(&names->by_code[kind], code);

	return found == MAP_NONE ? NULL : &names->list[found];
}

static void add(struct subject_names *names, const struct subject *subject)
{
	const struct subject *before =
	    find(names, subject->kind, subject->code);

	if (before != NULL && before->rank > subject->rank)
		return;
	names->list = arena_grow(names->arena, names->list, names->n,
				 &names->room, sizeof(*names->list));
	names->list[names->n] = *subject;
	map_put(&names->by_code[subject->kind], subject->code,
		(uint32_t)names->n);
	names->n++;
}

/* Index of a column, -1: none. */
static int column_of(const struct sheet *sheet, const char *heading)
{
	size_t i;

	for (i = 0; i < sheet->n_columns; i++)
		if (str_is(sheet->columns[i].heading, heading))
			return (int)i;
	return -1;
}

static void read_shipped(struct subject_names *names, const struct sheet *sheet)
{
	int kind = column_of(sheet, "类别");
	int code = column_of(sheet, "代码");
	int name = column_of(sheet, "名称");
	int origin = column_of(sheet, "来源");
	size_t i;

	if (kind < 0 || code < 0 || name < 0)
		return;
	for (i = 0; i < sheet->n_rows; i++) {
		const struct sheet_cell *cells = sheet->rows[i].cells;
		bool reference =
		    origin >= 0 && str_is(cells[origin].text, "参考");
		struct subject subject = {.kind = kind_of(cells[kind].text),
					  .code = cells[code].text,
					  .name = cells[name].text,
					  .rank = reference ? RANK_REFERENCE
							    : RANK_SHIPPED};

		if (subject.kind != DIM_NONE)
			add(names, &subject);
	}
}

/* The year whose names hold: that of the first unit. */
static enum rank rank_of(const struct budget *budget, struct value year)
{
	if (!year.there)
		return RANK_ANY_YEAR;
	return year.number == budget->units[0].year ? RANK_YEAR
						    : RANK_OTHER_YEAR;
}

static void read_rows(struct reading *reading, struct subject_names *names)
{
	struct budget *budget = reading->budget;
	const struct relation *relation = &budget->relations[TABLE_SUBJECTS];
	int kind = field_of(relation, "类别");
	int code = field_of(relation, "代码");
	int name = field_of(relation, "名称");
	int parent = field_of(relation, "上级");
	uint32_t row;

	for (row = 0; row < relation->n_rows; row++) {
		struct subject subject = {
		    .kind = kind_of(symbol_text(
			budget, relation->columns[kind].symbols[row])),
		    .code = symbol_text(budget,
					relation->columns[code].symbols[row]),
		    .name = symbol_text(budget,
					relation->columns[name].symbols[row]),
		    .parent = symbol_text(
			budget, relation->columns[parent].symbols[row]),
		    .place = budget_place(budget, TABLE_SUBJECTS, row, name),
		    .rank =
			rank_of(budget, relation_value(relation, row,
						       relation->year_field)),
		};

		if (subject.kind != DIM_NONE)
			add(names, &subject);
	}
}

/* Funds of 科目 are accepted by code and by name, below what 上级 says. */
static void add_funds(struct reading *reading,
		      const struct subject_names *names)
{
	struct dimension *funds = &reading->budget->dimensions[DIM_FUND];
	size_t i;

	for (i = 0; i < names->n; i++) {
		const struct subject *subject = &names->list[i];
		int m;

		if (subject->kind != DIM_FUND)
			continue;
		m = dimension_add(reading, DIM_FUND, subject->code);
		if (subject->name.n > 0 &&
		    dimension_find(funds, subject->name) < 0)
			dimension_alias(funds, subject->name, m);
	}
	for (i = 0; i < names->n; i++) {
		const struct subject *subject = &names->list[i];

		if (subject->kind == DIM_FUND &&
		    (subject->parent.n == 0
			 ? !funds->members[dimension_find(funds, subject->code)]
				.name.n
			 : dimension_find(funds, subject->parent) < 0))
			DIAG(reading->sink, &BUDGET_FUND_PARENT, subject->place,
			     subject->code);
	}
}

void subjects_read(struct reading *reading)
{
	struct subject_names *names =
	    ARENA_NEW(reading->arena, struct subject_names);
	const struct sheets *shipped = reading->options->subjects;
	size_t i;

	names->arena = reading->arena;
	for (i = 0; i < N_DIMENSIONS; i++)
		names->by_code[i].arena = reading->arena;
	for (i = 0; shipped != NULL && i < shipped->n; i++)
		read_shipped(names, &shipped->list[i]);
	read_rows(reading, names);
	add_funds(reading, names);
	reading->names = names;
}

struct str subject_parent(const struct subject_names *names,
			  enum dimension_kind kind, struct str code)
{
	const struct subject *subject = find(names, kind, code);

	return subject == NULL ? STR_NONE : subject->parent;
}

size_t subject_count(const struct subject_names *names)
{
	return names == NULL ? 0 : names->n;
}

struct str subject_code(const struct subject_names *names, size_t i,
			enum dimension_kind *kind)
{
	*kind = names->list[i].kind;
	return names->list[i].code;
}

/* The note of a member; the array grows with the dimension. */
static struct noted_name *note_of(struct reading *reading,
				  enum dimension_kind kind, int member)
{
	size_t room = reading->noted_room[kind];
	struct noted_name *wider;
	size_t i;

	if ((size_t)member < room)
		return &reading->noted[kind][member];
	reading->noted_room[kind] = ((size_t)member + 1) * 2;
	wider = ARENA_ARRAY(reading->arena, reading->noted_room[kind],
			    struct noted_name);
	for (i = 0; i < room; i++)
		wider[i] = reading->noted[kind][i];
	reading->noted[kind] = wider;
	return &wider[member];
}

static void report_two(struct reading *reading, enum dimension_kind kind,
		       struct str code, struct noted_name *note,
		       struct str other, struct place place)
{
	if (note->reported)
		return;
	note->reported = true;
	DIAG(reading->sink, &BUDGET_NAME_TWICE, place,
	     str_from(dimension_name(kind)), code, other, note->name,
	     diag_place_text(note->place, DIAG_ZH, reading->sink->arena));
}

void noted_name(struct reading *reading, enum dimension_kind kind, int member,
		struct str name, struct place place)
{
	struct noted_name *note = note_of(reading, kind, member);

	name = str_trim(name);
	if (name.n == 0 || str_equal(name, note->name))
		return;
	if (note->name.n == 0) {
		note->name = name;
		note->place = place;
		return;
	}
	if (!spelling_same(name, note->name))
		report_two(
		    reading, kind,
		    reading->budget->dimensions[kind].members[member].key, note,
		    name, place);
}

/* The name that 科目, 单位 or 项目 give beside what was noted. */
static void take_name(struct reading *reading, enum dimension_kind kind, int m)
{
	struct member *member = &reading->budget->dimensions[kind].members[m];
	struct noted_name *note = note_of(reading, kind, m);
	const struct subject *subject = find(reading->names, kind, member->key);
	bool stated = subject != NULL && subject->rank > RANK_SHIPPED &&
		      subject->name.n > 0;
	struct str name = stated ? subject->name : member->name;

	if (note->name.n > 0 && name.n > 0 && kind != DIM_FUND &&
	    !spelling_same(note->name, name))
		report_two(reading, kind, member->key, note, name,
			   stated ? subject->place : PLACE_NONE);
	if (name.n == 0)
		name = note->name;
	if (name.n == 0 && subject != NULL) {
		name = subject->name;
		member->reference = subject->rank == RANK_REFERENCE;
	}
	member->name = name;
}

void noted_names_take(struct reading *reading, enum dimension_kind kind)
{
	size_t i;

	for (i = 0; i < reading->budget->dimensions[kind].n; i++)
		take_name(reading, kind, (int)i);
}
