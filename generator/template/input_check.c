/* SPDX-License-Identifier: MIT */
/* What the input says that no template in use understands. */
#include "template/expand.h"

/* Names that the templates in use know, of one kind. */
struct known {
	struct arena *arena;
	struct str *list;
	size_t n, room;
};

static void know(struct known *known, struct str name)
{
	size_t i;

	for (i = 0; i < known->n; i++)
		if (str_equal(known->list[i], name))
			return;
	known->list = arena_grow(known->arena, known->list, known->n,
				 &known->room, sizeof(*known->list));
	known->list[known->n++] = name;
}

static bool is_known(const struct known *known, struct str name)
{
	size_t i;

	for (i = 0; i < known->n; i++)
		if (str_equal(known->list[i], name))
			return true;
	return false;
}

/* A column of one of the built-in tables that hold names. */
struct names {
	const struct budget *budget;
	const struct relation *relation;
	int number; /* of the relation */
	int field;
};

static bool open_names(const struct budget *budget, const char *table,
		       const char *column, struct names *names)
{
	names->budget = budget;
	names->number = budget_relation(budget, str_from(table));
	if (names->number < 0)
		return false;
	names->relation = &budget->relations[names->number];
	names->field = schema_field(names->relation->schema, str_from(column));
	return names->field >= 0;
}

static struct str name_at(const struct names *names, int field, uint32_t row)
{
	return record_text(names->budget,
			   (struct column_ref){names->number, field, -1}, row);
}

/* Each unknown name is reported once. */
static bool check_names(struct known *known, const struct names *names,
			const struct diag_kind *kind, struct diag_sink *sink)
{
	struct str list =
	    str_join(known->list, known->n, STR(" "), known->arena);
	bool ok = true;
	uint32_t row;

	for (row = 0; row < names->relation->n_rows; row++) {
		struct str name = name_at(names, names->field, row);

		if (is_known(known, name))
			continue;
		DIAG(sink, kind,
		     budget_place(names->budget, names->number, row,
				  names->field),
		     name, list);
		know(known, name);
		ok = false;
	}
	return ok;
}

static const struct template_option *
find_option(const struct template *const *templates, size_t n, struct str name)
{
	size_t i;
	size_t j;

	for (i = 0; i < n; i++)
		for (j = 0; j < templates[i]->n_options; j++)
			if (str_equal(templates[i]->options[j].name, name))
				return &templates[i]->options[j];
	return NULL;
}

static bool check_values(const struct template *const *templates, size_t n,
			 const struct names *names, struct arena *arena,
			 struct diag_sink *sink)
{
	int value = schema_field(names->relation->schema, STR("值"));
	bool ok = true;
	uint32_t row;

	for (row = 0; row < names->relation->n_rows; row++) {
		struct str name = name_at(names, names->field, row);
		struct str text = name_at(names, value, row);
		const struct template_option *option =
		    find_option(templates, n, name);
		struct known known = {.arena = arena};
		size_t i;

		for (i = 0; option != NULL && i < option->n_values; i++)
			know(&known, option->values[i]);
		if (option == NULL || is_known(&known, text))
			continue;
		DIAG(sink, &TEMPLATE_OPTION_VALUE,
		     budget_place(names->budget, names->number, row, value),
		     name, text,
		     str_join(known.list, known.n, STR(" "), arena));
		ok = false;
	}
	return ok;
}

bool template_check_input(const struct template *const *templates, size_t n,
			  const struct budget *budget, struct diag_sink *sink)
{
	struct arena *arena = sink->arena;
	struct known options = {.arena = arena};
	struct known figures = {.arena = arena};
	struct known texts = {.arena = arena};
	struct names names;
	bool ok = true;
	size_t i;
	size_t j;

	for (i = 0; i < n; i++) {
		for (j = 0; j < templates[i]->n_options; j++)
			know(&options, templates[i]->options[j].name);
		for (j = 0; j < templates[i]->n_figures; j++)
			know(&figures, templates[i]->figures[j].about.name);
		for (j = 0; j < templates[i]->n_texts; j++)
			know(&texts, templates[i]->texts[j].name);
	}
	if (open_names(budget, "选项", "选项", &names)) {
		ok = check_names(&options, &names, &TEMPLATE_UNKNOWN_OPTION,
				 sink);
		ok = check_values(templates, n, &names, arena, sink) && ok;
	}
	if (open_names(budget, "指标", "指标", &names))
		ok = check_names(&figures, &names, &TEMPLATE_UNKNOWN_MEASURE,
				 sink) &&
		     ok;
	if (open_names(budget, "说明", "栏目", &names))
		ok =
		    check_names(&texts, &names, &TEMPLATE_UNKNOWN_TEXT, sink) &&
		    ok;
	return ok;
}
