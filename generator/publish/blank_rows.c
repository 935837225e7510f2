/* SPDX-License-Identifier: MIT */
/* What can be said beforehand in a table that is to be filled in: options with
 * their defaults, figures and texts that wait, an example. */
#include <string.h>

#include "base/arena.h"
#include "budget/budget.h"
#include "publish/blank_maker.h"
#include "tables/sheets.h"

struct sheet_cell *blank_add_row(struct blank_maker *maker,
				 struct blank_sheet *sheet)
{
	struct data_table *data = &sheet->table->data;
	struct sheet_cell *row =
	    ARENA_ARRAY(maker->arena, data->n_columns, struct sheet_cell);
	size_t room = sheet->room;

	data->rows = arena_grow(maker->arena, data->rows, data->n_rows,
				&sheet->room, sizeof(struct sheet_cell *));
	sheet->rows = arena_grow(maker->arena, sheet->rows, data->n_rows, &room,
				 sizeof(struct sheet_cell *));
	sheet->rows[data->n_rows] = row;
	data->rows[data->n_rows++] = row;
	return row;
}

void blank_set(const struct blank_sheet *sheet, struct sheet_cell *row,
	       const char *column, struct str text)
{
	int c = blank_column(sheet, column);

	if (c >= 0)
		row[c].text = text;
}

static struct str key_of(const struct blank_sheet *sheet,
			 const struct sheet_cell *row, const char *columns,
			 struct arena *arena)
{
	struct buf key = {.arena = arena};
	struct str rest = str_from(columns);
	struct str name;

	while (str_split(&rest, ' ', &name)) {
		int c = blank_column(sheet, str_cstr(name, arena));

		if (c >= 0)
			buf_add(&key, row[c].text);
		buf_add_char(&key, '\x1f');
	}
	return buf_str(&key);
}

bool blank_is_new(struct blank_maker *maker, struct blank_sheet *sheet,
		  const struct sheet_cell *row, const char *columns)
{
	sheet->by_key.arena = maker->arena;
	return map_put(&sheet->by_key,
		       key_of(sheet, row, columns, maker->arena),
		       1) == MAP_NONE;
}

/* Takes the last row back unless it is new. */
static void keep_if_new(struct blank_maker *maker, struct blank_sheet *sheet,
			const struct sheet_cell *row, const char *columns)
{
	if (!blank_is_new(maker, sheet, row, columns))
		sheet->table->data.n_rows--;
}

static struct str year_text(const struct blank_maker *maker, int year)
{
	return year <= 0 ? STR_NONE : str_format(maker->arena, "%d", year);
}

/* The code that stands in every row, if there is only one: that was asked for,
 * or of last year's units the one with a document. */
static struct str only_unit(const struct blank_maker *maker)
{
	struct str code = STR_NONE;
	size_t n = 0;
	size_t u;

	if (maker->task->n_units == 1)
		return maker->task->units[0];
	for (u = 0; maker->last != NULL && u < maker->last->n_units; u++) {
		if (!maker->wanted[u] ||
		    maker->last->units[u].template_id.n == 0)
			continue;
		code = maker->last->units[u].code;
		n++;
	}
	return n == 1 ? code : STR_NONE;
}

static struct str template_id(const struct blank_maker *maker)
{
	return maker->n_templates == 1 ? template_about(maker->templates[0])->id
				       : STR_NONE;
}

static void prepare_units(struct blank_maker *maker, struct blank_sheet *sheet)
{
	size_t i;

	for (i = 0; maker->last == NULL && i < maker->task->n_units; i++) {
		struct sheet_cell *row = blank_add_row(maker, sheet);

		blank_set(sheet, row, "单位代码", maker->task->units[i]);
		blank_set(sheet, row, "预算年度",
			  year_text(maker, maker->year));
		blank_set(sheet, row, "模板", template_id(maker));
	}
}

/* The values of an option, as the list of one cell. */
static const struct blank_list *values_of(const struct blank_maker *maker,
					  const struct template_option *option)
{
	struct blank_list *list = ARENA_NEW(maker->arena, struct blank_list);
	struct blank_item *items =
	    ARENA_ARRAY(maker->arena, option->n_values, struct blank_item);
	size_t i;

	for (i = 0; i < option->n_values; i++)
		items[i].value = option->values[i];
	*list = (struct blank_list){option->name, items, option->n_values};
	return list;
}

static void add_choice(struct blank_maker *maker, struct blank_sheet *sheet,
		       size_t row, int column,
		       const struct template_option *option)
{
	struct blank_table *table = sheet->table;

	sheet->choices =
	    arena_grow(maker->arena, sheet->choices, table->n_choices,
		       &sheet->room_choices, sizeof(*sheet->choices));
	sheet->choices[table->n_choices++] = (struct blank_choice){
	    row, (size_t)column, values_of(maker, option)};
	table->choices = sheet->choices;
}

/* Options carried over keep their values and get the list, too. */
static void list_values(struct blank_maker *maker, struct blank_sheet *sheet,
			const struct template_option *option)
{
	int name = blank_column(sheet, "选项");
	int value = blank_column(sheet, "值");
	size_t i;

	for (i = 0; i < sheet->table->data.n_rows; i++)
		if (str_equal(sheet->rows[i][name].text, option->name))
			add_choice(maker, sheet, i, value, option);
}

static void prepare_options(struct blank_maker *maker,
			    struct blank_sheet *sheet,
			    const struct template *template)
{
	size_t n;
	const struct template_option *options = template_options(template, &n);
	size_t i;

	for (i = 0; i < n; i++) {
		struct sheet_cell *row = blank_add_row(maker, sheet);

		blank_set(sheet, row, "选项", options[i].name);
		blank_set(sheet, row, "值", options[i].fallback);
		keep_if_new(maker, sheet, row, "选项");
		list_values(maker, sheet, &options[i]);
	}
}

/* A figure that waits for its number. */
static void await_figure(struct blank_maker *maker, struct blank_sheet *sheet,
			 const struct template_figure *figure,
			 struct str object)
{
	int year = maker->year - (figure->computed ? 1 : 0);
	struct sheet_cell *row = blank_add_row(maker, sheet);

	blank_set(sheet, row, "单位代码", only_unit(maker));
	blank_set(sheet, row, "年度",
		  maker->year > 0    ? year_text(maker, year)
		  : figure->computed ? STR("上年")
				     : STR_NONE);
	blank_set(sheet, row, "指标", figure->name);
	blank_set(sheet, row, "对象", object);
	blank_set(sheet, row, "计量单位", figure->unit);
	keep_if_new(maker, sheet, row, "年度 指标 对象");
}

/* The field that objects="三公.项目" names, NULL: they are words. */
static const struct field *field_of_objects(struct str objects)
{
	ptrdiff_t dot = str_find(objects, STR("."));
	const struct schema *schema =
	    dot > 0 ? schema_named(str_slice(objects, 0, (size_t)dot)) : NULL;
	int f = schema == NULL
		    ? -1
		    : schema_field(schema, str_slice(objects, (size_t)dot + 1,
						     objects.n));

	return f < 0 ? NULL : &schema->fields[f];
}

/* Figures that only 指标 holds, of this year; those that tables give, of the
 * year before, of which there may be no tables. */
static void prepare_figures(struct blank_maker *maker,
			    struct blank_sheet *sheet,
			    const struct template *template)
{
	size_t n;
	const struct template_figure *figures = template_figures(template, &n);
	size_t i;

	for (i = 0; i < n; i++) {
		const struct field *of = field_of_objects(figures[i].objects);
		struct str rest = figures[i].objects;
		struct str object;
		size_t k;

		if (figures[i].computed && maker->last != NULL)
			continue; /* last year's rows are there */
		await_figure(maker, sheet, &figures[i], STR_NONE);
		for (k = 0;
		     of != NULL && dimension_value(of->dimension, k) != NULL;
		     k++)
			await_figure(
			    maker, sheet, &figures[i],
			    str_from(dimension_value(of->dimension, k)));
		while (of == NULL && str_split(&rest, ' ', &object))
			await_figure(maker, sheet, &figures[i], object);
	}
}

static void await_text(struct blank_maker *maker, struct blank_sheet *sheet,
		       const struct template_text *text, struct str object)
{
	struct sheet_cell *row = blank_add_row(maker, sheet);

	blank_set(sheet, row, "单位代码", only_unit(maker));
	blank_set(sheet, row, "对象", object);
	blank_set(sheet, row, "栏目", text->name);
	keep_if_new(maker, sheet, row, "对象 栏目");
}

/* Texts that the template has no words for; those that must be there first. */
static void prepare_texts(struct blank_maker *maker, struct blank_sheet *sheet,
			  const struct template *template, bool required)
{
	size_t n;
	const struct template_text *texts = template_texts(template, &n);
	size_t i;

	for (i = 0; i < n; i++) {
		struct str rest = texts[i].objects;
		struct str object;

		if (texts[i].has_default || texts[i].required != required)
			continue;
		if (rest.n == 0)
			await_text(maker, sheet, &texts[i], STR_NONE);
		while (str_split(&rest, ' ', &object))
			if (str_find(object, STR("{")) < 0)
				await_text(maker, sheet, &texts[i], object);
	}
}

/* What the example says in a column. */
static struct str example_text(const struct blank_maker *maker,
			       const struct blank_sheet *sheet, size_t column)
{
	int f = sheet->fields[column];
	const struct field *field = f < 0 ? NULL : &sheet->schema->fields[f];

	if (field == NULL)
		return STR_NONE;
	if (str_is(str_from(field->name), "模板") && maker->n_templates > 0)
		return template_about(maker->templates[0])->id;
	if (field->type == FIELD_YEAR && maker->year > 0)
		return year_text(maker, maker->year);
	if (field->type == FIELD_PLAN &&
	    str_find(sheet->table->data.columns[column].heading, STR("%")) < 0)
		return str_format(maker->arena, "%s0000", field_example(field));
	return str_from(field_example(field));
}

static void add_example(struct blank_maker *maker, struct blank_sheet *sheet)
{
	struct sheet_cell *row = blank_add_row(maker, sheet);
	size_t c;

	for (c = 0; c < sheet->table->data.n_columns; c++)
		row[c].text = example_text(maker, sheet, c);
	row[0].text = str_format(maker->arena, EXAMPLE_MARK STR_FMT,
				 STR_ARG(row[0].text));
	sheet->table->example = true;
}

void blank_prepare(struct blank_maker *maker, struct blank_sheet *sheet)
{
	struct str name = sheet->table->data.name;
	size_t i;

	if (str_is(name, "单位"))
		prepare_units(maker, sheet);
	for (i = 0; i < maker->n_templates; i++) {
		const struct template *template = maker->templates[i];

		if (str_is(name, "选项"))
			prepare_options(maker, sheet, template);
		else if (str_is(name, "指标"))
			prepare_figures(maker, sheet, template);
		else if (str_is(name, "说明"))
			prepare_texts(maker, sheet, template, true);
	}
	for (i = 0; i < maker->n_templates && str_is(name, "说明"); i++)
		prepare_texts(maker, sheet, maker->templates[i], false);
	if (sheet->table->data.n_rows == 0)
		add_example(maker, sheet);
}
