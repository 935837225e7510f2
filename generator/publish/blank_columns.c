/* SPDX-License-Identifier: MIT */
/* What the columns of a table to be filled in are called, what is said about
 * them, and which values they may hold. */
#include <string.h>

#include "base/arena.h"
#include "budget/budget.h"
#include "publish/blank_maker.h"

/* Objects of texts that are projects: such texts are columns of 项目. */
#define OF_PROJECTS "{项目代码}"

static void add_list(struct blank_maker *maker, struct str name,
		     struct blank_item *items, size_t n)
{
	if (n > 0)
		maker->lists[maker->blank->n_lists++] =
		    (struct blank_list){name, items, n};
}

static void list_dimension(struct blank_maker *maker, enum dimension_kind kind)
{
	struct blank_item *items;
	size_t n = 0;
	size_t i;

	while (dimension_value(kind, n) != NULL)
		n++;
	items = ARENA_ARRAY(maker->arena, n, struct blank_item);
	for (i = 0; i < n; i++)
		items[i].value = str_from(dimension_value(kind, i));
	add_list(maker, str_from(dimension_name(kind)), items, n);
}

/* A list that grows over the templates; every value once. */
struct growing {
	struct blank_maker *maker;
	struct blank_item *items;
	size_t n, room;
};

static void grow(struct growing *list, struct str value, struct str help)
{
	size_t i;

	for (i = 0; i < list->n; i++)
		if (str_equal(list->items[i].value, value))
			return;
	list->items = arena_grow(list->maker->arena, list->items, list->n,
				 &list->room, sizeof(*list->items));
	list->items[list->n++] = (struct blank_item){value, help};
}

static void grow_templates(struct growing *list,
			   const struct template *template)
{
	const struct template_info *info = template_about(template);

	grow(list, info->id, info->title);
}

static void grow_options(struct growing *list, const struct template *template)
{
	size_t n;
	const struct template_option *options = template_options(template, &n);
	struct arena *arena = list->maker->arena;
	size_t i;

	for (i = 0; i < n; i++) {
		grow(list, options[i].name,
		     str_format(arena, STR_FMT "：" STR_FMT,
				STR_ARG(options[i].help),
				STR_ARG(str_join(options[i].values,
						 options[i].n_values, STR("、"),
						 arena))));
	}
}

static void grow_figures(struct growing *list, const struct template *template)
{
	size_t n;
	const struct template_figure *figures = template_figures(template, &n);
	size_t i;

	for (i = 0; i < n; i++) {
		grow(list, figures[i].name,
		     str_format(list->maker->arena, "%s（" STR_FMT "）" STR_FMT,
				figures[i].computed ? "上年数" : "本年数",
				STR_ARG(figures[i].unit),
				STR_ARG(figures[i].help)));
	}
}

static void grow_texts(struct growing *list, const struct template *template)
{
	size_t n;
	const struct template_text *texts = template_texts(template, &n);
	size_t i;

	for (i = 0; i < n; i++) {
		grow(list, texts[i].name,
		     str_format(list->maker->arena, "%s%s" STR_FMT,
				texts[i].required ? "必填。" : "",
				texts[i].has_default ? "不填则用模板的文字。"
						     : "",
				STR_ARG(texts[i].help)));
	}
}

static void list_declared(struct blank_maker *maker, const char *name,
			  void (*of)(struct growing *list,
				     const struct template *template))
{
	struct growing list = {.maker = maker};
	size_t i;

	for (i = 0; i < maker->n_templates; i++)
		of(&list, maker->templates[i]);
	add_list(maker, str_from(name), list.items, list.n);
}

void blank_lists(struct blank_maker *maker)
{
	static const enum dimension_kind closed[] = {
	    DIM_KIND, DIM_FUND, DIM_SOURCE, DIM_SANGONG, DIM_BASIS};
	size_t i;

	/* Those below, those of closed columns, 模板 to 栏目, 是 and 否. */
	maker->lists =
	    ARENA_ARRAY(maker->arena, N_DIMENSIONS + 16, struct blank_list);
	maker->blank->lists = maker->lists;
	for (i = 0; i < sizeof(closed) / sizeof(closed[0]); i++)
		list_dimension(maker, closed[i]);
	list_declared(maker, "模板", grow_templates);
	list_declared(maker, "选项", grow_options);
	list_declared(maker, "指标", grow_figures);
	list_declared(maker, "栏目", grow_texts);
}

static const struct blank_list *find_list(const struct blank_maker *maker,
					  struct str name)
{
	size_t i;

	for (i = 0; i < maker->blank->n_lists; i++)
		if (str_equal(maker->lists[i].name, name))
			return &maker->lists[i];
	return NULL;
}

/* The list of a field with choices of its own; made when first asked for. */
static const struct blank_list *list_choices(struct blank_maker *maker,
					     const char *name,
					     const char *const *choices)
{
	const struct blank_list *list = find_list(maker, str_from(name));
	struct blank_item *items;
	size_t n = 0;
	size_t i;

	if (list != NULL)
		return list;
	while (choices[n] != NULL)
		n++;
	items = ARENA_ARRAY(maker->arena, n, struct blank_item);
	for (i = 0; i < n; i++)
		items[i].value = str_from(choices[i]);
	add_list(maker, str_from(name), items, n);
	return find_list(maker, str_from(name));
}

/* What the cells of a column may hold, NULL: anything. */
static const struct blank_list *list_of(struct blank_maker *maker,
					const struct schema *schema,
					const struct field *field)
{
	static const char *const yes[] = {"是", "否", NULL};
	/* Columns whose values templates declare bear the name of the list. */
	bool declared = str_is(str_from(field->name), "模板") ||
			str_is(str_from(field->name), "选项") ||
			str_is(str_from(field->name), "栏目") ||
			(str_is(str_from(field->name), "指标") &&
			 str_is(str_from(schema->name), "指标"));

	if (field->type == FIELD_YES)
		return list_choices(maker, "是否", yes);
	if (field->choices != NULL)
		return list_choices(maker, field->name, field->choices);
	if (field->type == FIELD_CHOICE)
		return find_list(maker,
				 str_from(dimension_name(field->dimension)));
	return declared ? find_list(maker, str_from(field->name)) : NULL;
}

/* Units and projects are chosen among those of their own tables. */
static void refer(const struct schema *schema, const struct field *field,
		  struct blank_column *column)
{
	const char *table = field->dimension == DIM_UNIT      ? "单位"
			    : field->dimension == DIM_PROJECT ? "项目"
							      : NULL;
	bool own = table != NULL && strcmp(table, schema->name) == 0;

	if (table == NULL || (own && strcmp(field->name, "上级单位代码") != 0))
		return;
	column->of_table = str_from(table);
	column->of_column = field->dimension == DIM_PROJECT;
}

/* Plans keep the measure that last year's had; without one they are
 * percentages. */
static const char *plan_unit(const struct blank_maker *maker)
{
	int table = maker->last == NULL
			? -1
			: budget_relation(maker->last, STR("项目"));
	const struct relation *projects;
	int plan;

	if (table < 0)
		return "%";
	projects = &maker->last->relations[table];
	plan = schema_of_type(projects->schema, FIELD_PLAN);
	return projects->columns[plan].stated &&
		       !projects->columns[plan].percent
		   ? "元"
		   : "%";
}

static struct data_column data_of(const struct blank_maker *maker,
				  const struct field *field)
{
	struct data_column column = {.heading = str_from(field->name),
				     .name = str_from(field->name),
				     .field = field};

	if (field->type == FIELD_AMOUNT)
		column.unit = STR("元");
	if (field->type == FIELD_PLAN)
		column.unit = str_from(plan_unit(maker));
	if (column.unit.n > 0)
		column.heading = str_format(maker->arena, "%s（" STR_FMT "）",
					    field->name, STR_ARG(column.unit));
	return column;
}

static struct str help_of(const struct blank_maker *maker,
			  const struct field *field)
{
	struct buf help = {.arena = maker->arena};
	bool needed = field->required && field->fallback == NULL;

	buf_format(&help, "%s。", needed ? "必填" : "可以不填");
	if (field->help != NULL)
		buf_format(&help, "%s。", field->help);
	buf_format(&help, "\n格式：%s。", field_format(field));
	if (field->example != NULL)
		buf_format(&help, "\n例：%s", field->example);
	if (field->standard != NULL)
		buf_format(&help, "\n标准要素名：%s", field->standard);
	return buf_str(&help);
}

static void add_field(struct blank_maker *maker, struct blank_sheet *sheet,
		      size_t f)
{
	const struct field *field = &sheet->schema->fields[f];
	size_t n = sheet->table->data.n_columns++;

	sheet->fields[n] = (int)f;
	sheet->table->data.columns[n] = data_of(maker, field);
	sheet->columns[n] = (struct blank_column){
	    .help = help_of(maker, field),
	    .required = field->required && field->fallback == NULL,
	    .list = list_of(maker, sheet->schema, field),
	};
	refer(sheet->schema, field, &sheet->columns[n]);
}

/* A text of projects is entered beside the project. */
static void add_text(struct blank_maker *maker, struct blank_sheet *sheet,
		     const struct template_text *text)
{
	static const struct field lines = {.type = FIELD_LINES};
	size_t n = sheet->table->data.n_columns++;
	bool required = text->required && !text->has_default;

	sheet->fields[n] = -1;
	sheet->table->data.columns[n] = (struct data_column){
	    .heading = text->name, .name = text->name, .field = &lines};
	sheet->columns[n] = (struct blank_column){
	    .help = str_format(maker->arena, "%s。" STR_FMT "。\n格式：%s。",
			       required ? "必填" : "可以不填",
			       STR_ARG(text->help), field_format(&lines)),
	    .required = required,
	};
}

static void add_texts(struct blank_maker *maker, struct blank_sheet *sheet,
		      const struct template *template)
{
	size_t n;
	const struct template_text *texts = template_texts(template, &n);
	size_t i;

	for (i = 0; i < n; i++) {
		const char *name = str_cstr(texts[i].name, maker->arena);

		if (str_is(texts[i].objects, OF_PROJECTS) &&
		    blank_column(sheet, name) < 0)
			add_text(maker, sheet, &texts[i]);
	}
}

int blank_column(const struct blank_sheet *sheet, const char *name)
{
	size_t c;

	for (c = 0; c < sheet->table->data.n_columns; c++) {
		int field = sheet->fields[c];

		if (field >= 0
			? str_is(str_from(name),
				 sheet->schema->fields[field].name)
			: str_is(sheet->table->data.columns[c].heading, name))
			return (int)c;
	}
	return -1;
}

static size_t count_texts(const struct blank_maker *maker)
{
	size_t all = 0;
	size_t n;
	size_t i;

	for (i = 0; i < maker->n_templates; i++) {
		(void)template_texts(maker->templates[i], &n);
		all += n;
	}
	return all;
}

void blank_columns(struct blank_maker *maker, struct blank_sheet *sheet)
{
	size_t most = sheet->schema->n_fields + count_texts(maker);
	size_t i;

	sheet->fields = ARENA_ARRAY(maker->arena, most, int);
	sheet->columns = ARENA_ARRAY(maker->arena, most, struct blank_column);
	sheet->table->columns = sheet->columns;
	sheet->table->data.columns =
	    ARENA_ARRAY(maker->arena, most, struct data_column);
	for (i = 0; i < sheet->schema->n_fields; i++)
		if (!sheet->schema->fields[i].aside)
			add_field(maker, sheet, i);
	for (i = 0;
	     i < maker->n_templates && str_is(sheet->table->data.name, "项目");
	     i++)
		add_texts(maker, sheet, maker->templates[i]);
}
