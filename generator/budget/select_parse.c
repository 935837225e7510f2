/* SPDX-License-Identifier: MIT */
/*
 * selection = table [ "[" filters "]" ] [ "." column ]
 * filters   = filter *( ";" filter )
 * filter    = column ( "=" | "!=" ) [ value *( "," value ) ]
 * value     = "$" name | "'" any "'" | text up to , ; ]
 */
#include <string.h>

#include "base/arena.h"
#include "budget/codes.h"
#include "budget/dimension.h"
#include "budget/messages.h"
#include "budget/reading.h"
#include "budget/selection.h"
#include "budget/values.h"

struct parsing {
	const struct budget *budget;
	struct str text; /* whole, for messages */
	size_t at;
	struct place place;
	struct arena *arena;
	struct diag_sink *sink;
};

static void skip_blanks(struct parsing *parsing)
{
	while (parsing->at < parsing->text.n &&
	       strchr(" \t\r\n", parsing->text.s[parsing->at]) != NULL)
		parsing->at++;
}

/* Is the next character c? Then it is taken. */
static bool take(struct parsing *parsing, char c)
{
	skip_blanks(parsing);
	if (parsing->at >= parsing->text.n || parsing->text.s[parsing->at] != c)
		return false;
	parsing->at++;
	return true;
}

/* Text up to one of the marks, without blanks at its ends. */
static struct str take_until(struct parsing *parsing, const char *marks)
{
	size_t from = parsing->at;

	while (parsing->at < parsing->text.n &&
	       strchr(marks, parsing->text.s[parsing->at]) == NULL)
		parsing->at++;
	return str_trim(str_slice(parsing->text, from, parsing->at - from));
}

static bool report_form(struct parsing *parsing)
{
	DIAG(parsing->sink, &SELECT_FORM, parsing->place, parsing->text,
	     str_slice(parsing->text, parsing->at, parsing->text.n));
	return false;
}

static struct str column_names(const struct schema *schema, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t i;

	for (i = 0; i < schema->n_fields; i++) {
		if (i > 0)
			buf_add_cstr(&buf, "、");
		buf_add_cstr(&buf, schema->fields[i].name);
	}
	return buf_str(&buf);
}

static struct str table_names(const struct budget *budget, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t i;

	for (i = 0; i < budget->n_relations; i++) {
		if (i > 0)
			buf_add_cstr(&buf, "、");
		buf_add_cstr(&buf, budget->relations[i].schema->name);
	}
	return buf_str(&buf);
}

/* The table to which a column of codes leads, -1: none. */
static int table_behind(enum dimension_kind kind)
{
	if (kind == DIM_UNIT)
		return TABLE_UNITS;
	return kind == DIM_PROJECT ? TABLE_PROJECTS : -1;
}

static bool report_column(const struct budget *budget, int relation,
			  struct str name, struct place place,
			  struct diag_sink *sink)
{
	const struct schema *schema = budget->relations[relation].schema;

	DIAG(sink, &SELECT_COLUMN, place, str_from(schema->name), name,
	     column_names(schema, sink->arena));
	return false;
}

bool select_column(struct str name, const struct budget *budget, int relation,
		   struct place place, struct diag_sink *sink,
		   struct column_ref *ref)
{
	const struct schema *schema = budget->relations[relation].schema;
	ptrdiff_t point = str_find(name, STR("."));
	int behind;

	*ref = (struct column_ref){relation, schema_field(schema, name), -1};
	if (ref->field >= 0)
		return true;
	if (point < 0)
		return report_column(budget, relation, name, place, sink);
	ref->field = schema_field(schema, str_slice(name, 0, (size_t)point));
	if (ref->field < 0)
		return report_column(budget, relation,
				     str_slice(name, 0, (size_t)point), place,
				     sink);
	behind = table_behind(schema->fields[ref->field].dimension);
	if (behind < 0)
		return report_column(budget, relation, name, place, sink);
	name = str_slice(name, (size_t)point + 1, name.n);
	ref->via = schema_field(budget->relations[behind].schema, name);
	if (ref->via < 0)
		return report_column(budget, behind, name, place, sink);
	return true;
}

const struct field *column_field(const struct budget *budget,
				 struct column_ref column)
{
	const struct field *field =
	    &budget->relations[column.relation].schema->fields[column.field];

	if (column.via < 0)
		return field;
	return &budget->relations[table_behind(field->dimension)]
		    .schema->fields[column.via];
}

/* Must a value of the dimension be one of those that are there? */
static bool is_closed(enum dimension_kind kind)
{
	return kind == DIM_FUND || kind == DIM_SOURCE || kind == DIM_KIND ||
	       kind == DIM_SANGONG || kind == DIM_BASIS;
}

static bool is_choice(const struct field *field, struct str text)
{
	const char *const *choice;

	if (field->type == FIELD_YES)
		return str_is(text, "是") || str_is(text, "否");
	for (choice = field->choices; *choice != NULL; choice++)
		if (str_is(text, *choice))
			return true;
	return false;
}

static bool is_allowed(const struct parsing *parsing, const struct field *field,
		       struct str text)
{
	int64_t number;

	if (field->dimension != DIM_NONE)
		return !is_closed(field->dimension) ||
		       budget_member(parsing->budget, field->dimension, text) >=
			   0;
	if (field->type == FIELD_YES ||
	    (field->type == FIELD_CHOICE && field->choices != NULL))
		return is_choice(field, text);
	if (field->type == FIELD_YEAR || field->type == FIELD_NUMBER)
		return number_parse(text, &number);
	return field->type != FIELD_AMOUNT && field->type != FIELD_PLAN;
}

static struct str allowed_values(const struct parsing *parsing,
				 const struct field *field)
{
	struct buf buf = {.arena = parsing->sink->arena};
	const char *const *choice = field->choices;

	if (field->dimension != DIM_NONE)
		return values_of(&parsing->budget->dimensions[field->dimension],
				 true, parsing->sink->arena);
	if (field->type == FIELD_YES)
		return STR("是、否");
	if (field->type == FIELD_YEAR)
		return STR("本年、上年、前年、2024");
	for (; choice != NULL && *choice != NULL; choice++) {
		if (buf.n > 0)
			buf_add_cstr(&buf, "、");
		buf_add_cstr(&buf, *choice);
	}
	return buf.n > 0 ? buf_str(&buf) : STR("—");
}

/* Years and days that follow from the scope. */
static bool take_relative(const struct field *field, struct filter_value *value)
{
	static const struct {
		const char *word;
		enum field_type type;
		int64_t years;
		const char *day;
	} words[] = {
	    {"本年", FIELD_YEAR, 0, NULL},
	    {"上年", FIELD_YEAR, -1, NULL},
	    {"前年", FIELD_YEAR, -2, NULL},
	    {"本年初", FIELD_DATE, 0, "-01-01"},
	    {"本年末", FIELD_DATE, 0, "-12-31"},
	    {"上年末", FIELD_DATE, -1, "-12-31"},
	    {"前年末", FIELD_DATE, -2, "-12-31"},
	};
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (field->type != words[i].type ||
		    !str_is(value->text, words[i].word))
			continue;
		value->kind = words[i].day == NULL ? VALUE_YEAR : VALUE_DAY;
		value->number = words[i].years;
		value->day = words[i].day;
		return true;
	}
	return false;
}

static bool take_value(struct parsing *parsing, const struct filter *filter,
		       struct filter_value *value)
{
	const struct field *field =
	    column_field(parsing->budget, filter->column);
	bool quoted = take(parsing, '\'');

	*value = (struct filter_value){.kind = VALUE_CONSTANT};
	if (quoted) {
		value->text = take_until(parsing, "'");
		if (!take(parsing, '\''))
			return report_form(parsing);
	} else if (take(parsing, '$')) {
		value->kind = VALUE_BOUND;
		value->text = take_until(parsing, ",;]");
		return true;
	} else {
		value->text = take_until(parsing, ",;]");
		if (take_relative(field, value))
			return true;
	}
	if (!is_allowed(parsing, field, value->text)) {
		DIAG(parsing->sink, &SELECT_VALUE, parsing->place, filter->name,
		     value->text, allowed_values(parsing, field));
		return false;
	}
	value->match =
	    match_of(parsing->budget, filter->column, value->text, NULL);
	return true;
}

static bool take_values(struct parsing *parsing, struct selection *selection,
			struct filter *filter)
{
	struct filter_value values[SELECT_VALUES_MOST];
	size_t n = 0;

	skip_blanks(parsing);
	if (parsing->at < parsing->text.n &&
	    strchr(";]", parsing->text.s[parsing->at]) == NULL) {
		do {
			if (selection->n_values + n == SELECT_VALUES_MOST)
				return report_form(parsing);
			skip_blanks(parsing);
			if (!take_value(parsing, filter, &values[n]))
				return false;
			n++;
		} while (take(parsing, ','));
	}
	filter->values = ARENA_ARRAY(parsing->arena, n, struct filter_value);
	memcpy(filter->values, values, n * sizeof(*values));
	filter->n_values = n;
	selection->n_values += n;
	return true;
}

static void add_filter(struct parsing *parsing, struct selection *selection,
		       const struct filter *filter)
{
	const struct relation *relation =
	    &parsing->budget->relations[selection->relation];
	struct filter *added;

	selection->filters =
	    arena_grow(parsing->arena, selection->filters, selection->n_filters,
		       &selection->room, sizeof(*selection->filters));
	added = &selection->filters[selection->n_filters++];
	*added = *filter;
	added->lookup = lookup_of(parsing->budget, filter->column);
	added->plain = added->n_values == 1 && added->lookup.by == BY_MEMBER &&
		       added->lookup.link == NULL;
	if (filter->column.via >= 0)
		return;
	selection->has_year |= filter->column.field == relation->year_field;
	selection->has_basis |= filter->column.field == relation->basis_field;
}

static bool take_filter(struct parsing *parsing, struct selection *selection)
{
	struct filter filter = {.negative = false};

	skip_blanks(parsing);
	filter.name = take_until(parsing, "=!;]");
	if (!select_column(filter.name, parsing->budget, selection->relation,
			   parsing->place, parsing->sink, &filter.column))
		return false;
	filter.negative = take(parsing, '!');
	if (!take(parsing, '='))
		return report_form(parsing);
	if (!take_values(parsing, selection, &filter))
		return false;
	add_filter(parsing, selection, &filter);
	return true;
}

static bool take_filters(struct parsing *parsing, struct selection *selection)
{
	do {
		skip_blanks(parsing);
		if (parsing->at >= parsing->text.n ||
		    parsing->text.s[parsing->at] == ']')
			return true;
		if (!take_filter(parsing, selection))
			return false;
	} while (take(parsing, ';'));
	return true;
}

static bool take_table(struct parsing *parsing, struct selection *selection)
{
	struct str name;

	skip_blanks(parsing);
	name = take_until(parsing, "[.");
	selection->relation = budget_relation(parsing->budget, name);
	if (selection->relation < 0) {
		DIAG(parsing->sink, &SELECT_TABLE, parsing->place, name,
		     table_names(parsing->budget, parsing->sink->arena));
		return false;
	}
	selection->field =
	    parsing->budget->relations[selection->relation].amount_field;
	return true;
}

/* ".列" behind it. */
static bool take_field(struct parsing *parsing, struct selection *selection)
{
	struct column_ref column;

	if (!take(parsing, '.'))
		return true;
	if (!select_column(take_until(parsing, ""), parsing->budget,
			   selection->relation, parsing->place, parsing->sink,
			   &column))
		return false;
	if (column.via >= 0)
		return report_form(parsing);
	selection->field = column.field;
	selection->field_stated = true;
	return true;
}

struct selection *select_parse(struct str text, const struct budget *budget,
			       struct place place, struct arena *arena,
			       struct diag_sink *sink)
{
	struct parsing parsing = {
	    budget, str_copy(text, arena), 0, place, arena, sink};
	struct selection *selection = ARENA_NEW(arena, struct selection);

	selection->budget = budget;
	if (!take_table(&parsing, selection))
		return NULL;
	if (take(&parsing, '[')) {
		if (!take_filters(&parsing, selection))
			return NULL;
		if (!take(&parsing, ']')) {
			report_form(&parsing);
			return NULL;
		}
	}
	if (!take_field(&parsing, selection))
		return NULL;
	skip_blanks(&parsing);
	if (parsing.at < parsing.text.n) {
		report_form(&parsing);
		return NULL;
	}
	return selection;
}

struct selection *select_narrow(const struct selection *selection,
				struct str filters, struct place place,
				struct arena *arena, struct diag_sink *sink)
{
	struct parsing parsing = {
	    selection->budget, str_copy(filters, arena), 0, place, arena, sink};
	struct selection *narrow = ARENA_NEW(arena, struct selection);

	*narrow = *selection;
	narrow->room = selection->n_filters; /* the next one makes a copy */
	if (!take_filters(&parsing, narrow))
		return NULL;
	if (parsing.at < parsing.text.n) {
		report_form(&parsing);
		return NULL;
	}
	return narrow;
}
