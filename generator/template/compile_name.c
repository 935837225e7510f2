/* SPDX-License-Identifier: MIT */
/* What a name means where it stands: a column of the record, the unit, a
 * year, an option, a word, a figure, a table. */
#include "template/compile.h"

#define DEEPEST_FIGURES 8
#define MOST_TABLES	8 /* that one figure is computed from */

static const char *const unit_names[N_UNIT_NAMES] = {
    [UNIT_CODE] = "单位.编码",
    [UNIT_NAME] = "单位.名称",
    [UNIT_PUBLIC_NAME] = "单位.公开名称",
    [UNIT_SHORT_NAME] = "单位.简称",
    [UNIT_LEVEL] = "单位.层级",
    [UNIT_NATURE] = "单位.性质",
    [UNIT_RANK] = "单位.规格",
    [UNIT_FUNDING] = "单位.经费保障形式",
    [UNIT_OFFICE] = "单位.业务处室",
    [UNIT_OFFICE_CODE] = "单位.业务处室代码",
    [UNIT_DATE] = "单位.公开日期",
};

/* Names of whole things. */
static const struct {
	const char *name;
	enum expr_kind kind;
	int number; /* years back; of days: 10 × years back, + 1: its end */
} years[] = {
    {"年度", EXPR_YEAR, 0},   {"上年", EXPR_YEAR, 1},
    {"前年", EXPR_YEAR, 2},   {"本年初", EXPR_DAY, 0},
    {"本年末", EXPR_DAY, 1},  {"上年初", EXPR_DAY, 10},
    {"上年末", EXPR_DAY, 11}, {"前年末", EXPR_DAY, 21},
};

/* Names of items that are no columns. */
static const struct {
	const char *name;
	enum item_name item;
	unsigned kinds; /* of env, bits */
} items[] = {
    {"序号", ITEM_NUMBER,
     1u << ENV_RECORD | 1u << ENV_MEMBER | 1u << ENV_GROUP | 1u << ENV_LINES},
    {"个数", ITEM_TOTAL,
     1u << ENV_RECORD | 1u << ENV_MEMBER | 1u << ENV_GROUP | 1u << ENV_LINES},
    {"代码", ITEM_CODE, 1u << ENV_MEMBER | 1u << ENV_GROUP},
    {"名称", ITEM_NAME, 1u << ENV_MEMBER | 1u << ENV_GROUP},
    {"层次", ITEM_LEVEL, 1u << ENV_MEMBER},
    {"类", ITEM_PART_1, 1u << ENV_MEMBER},
    {"款", ITEM_PART_2, 1u << ENV_MEMBER},
    {"项", ITEM_PART_3, 1u << ENV_MEMBER},
    {"金额", ITEM_AMOUNT, 1u << ENV_MEMBER | 1u << ENV_GROUP},
    {"行", ITEM_LINE, 1u << ENV_LINES},
    {"差", ITEM_DIFFERENCE, 1u << ENV_CHANGE},
    {"幅", ITEM_GROWTH, 1u << ENV_CHANGE},
};

static struct expr *item_expr(struct compiler *compiler,
			      const struct spot *name, enum item_name item,
			      size_t depth)
{
	struct expr *expr = expr_new(compiler, EXPR_ITEM, name);

	expr->item = item;
	expr->depth = depth;
	return expr;
}

/* Groups have codes and names if their column has. */
static bool has_item(const struct env *env, size_t i)
{
	if (env->kind == ENV_GROUP && !env->of_codes &&
	    (items[i].item == ITEM_CODE || items[i].item == ITEM_NAME))
		return false;
	return (items[i].kinds & 1u << env->kind) != 0;
}

/* The name in one set's items; NULL: it is none of them. */
static const struct expr *find_in(struct compiler *compiler,
				  const struct env *env, size_t depth,
				  const struct spot *name)
{
	struct expr *expr;
	int field;
	size_t i;

	for (i = 0; i < sizeof(items) / sizeof(*items); i++)
		if (str_is(name->text, items[i].name) && has_item(env, i))
			return item_expr(compiler, name, items[i].item, depth);
	if (env->kind == ENV_MEMBER && str_equal(name->text, env->column))
		return item_expr(compiler, name, ITEM_CODE, depth);
	if (env->record == NULL)
		return NULL;
	field = schema_field(env->record, name->text);
	if (field < 0)
		return NULL;
	expr = expr_new(compiler, EXPR_FIELD, name);
	expr->field = field;
	expr->schema = env->record;
	expr->depth = depth;
	return expr;
}

#define OUTER "外层."

/* 外层.序号: what the set around the one that one stands in calls so. */
const struct expr *find_field(struct compiler *compiler,
			      const struct spot *name)
{
	const struct env *env = compiler->env;
	struct spot bare = *name;
	size_t depth = 0;

	while (str_starts(bare.text, STR(OUTER)) && env != NULL) {
		bare = spot_slice(&bare, STR(OUTER).n, bare.text.n);
		env = env->up;
		depth++;
	}
	for (; env != NULL; env = env->up, depth++) {
		const struct expr *found = find_in(compiler, env, depth, &bare);

		if (found != NULL)
			return found;
	}
	return NULL;
}

static const struct expr *find_builtin(struct compiler *compiler,
				       const struct spot *name)
{
	struct expr *expr;
	size_t i;

	for (i = 0; i < sizeof(years) / sizeof(*years); i++) {
		if (!str_is(name->text, years[i].name))
			continue;
		expr = expr_new(compiler, years[i].kind, name);
		expr->number = years[i].number;
		return expr;
	}
	for (i = 0; i < N_UNIT_NAMES; i++) {
		if (!str_is(name->text, unit_names[i]))
			continue;
		expr = expr_new(compiler, EXPR_UNIT, name);
		expr->unit = (enum unit_name)i;
		return expr;
	}
	if (compiler->in_table && str_is(name->text, "空"))
		return expr_new(compiler, EXPR_EMPTY, name);
	return NULL;
}

static struct str option_names(struct compiler *compiler)
{
	struct buf buf = {.arena = compiler->arena};
	size_t i;

	for (i = 0; i < compiler->template->n_options; i++) {
		buf_add(&buf, compiler->template->options[i].name);
		buf_add_char(&buf, ' ');
	}
	return str_trim(buf_str(&buf));
}

static const struct expr *option_expr(struct compiler *compiler,
				      const struct spot *name)
{
	struct str option = str_slice(name->text, STR("选项.").n, name->text.n);
	struct expr *expr;
	size_t i;

	for (i = 0; i < compiler->template->n_options; i++) {
		if (!str_equal(compiler->template->options[i].name, option))
			continue;
		expr = expr_new(compiler, EXPR_OPTION, name);
		expr->option = &compiler->template->options[i];
		return expr;
	}
	fault(compiler, &TEMPLATE_NO_OPTION, spot_place(name, 0), option,
	      option_names(compiler));
	return NULL;
}

static const struct expr *find_word(struct compiler *compiler,
				    const struct spot *name)
{
	struct expr *expr;
	size_t i;

	for (i = 0; i < compiler->template->n_words; i++) {
		if (!str_equal(compiler->template->words[i].name, name->text))
			continue;
		expr = expr_new(compiler, EXPR_WORD, name);
		expr->word = &compiler->template->words[i];
		return expr;
	}
	return NULL;
}

static void add_name(struct buf *buf, struct str name)
{
	if (buf->n > 0)
		buf_add_char(buf, ' ');
	buf_add(buf, name);
}

/* Columns of a set's records, and what else each of its items has. */
static void add_columns(struct buf *buf, const struct env *env)
{
	size_t i;

	for (i = 0; env->record != NULL && i < env->record->n_fields; i++)
		add_name(buf, str_from(env->record->fields[i].name));
}

static void add_items(struct buf *buf, const struct env *env)
{
	size_t i;

	add_columns(buf, env);
	for (i = 0; i < sizeof(items) / sizeof(*items); i++)
		if (has_item(env, i))
			add_name(buf, str_from(items[i].name));
}

/* The names that could stand here: for messages. Some can everywhere, so
 * there is always one. Tables are left out: what most ask of them is a
 * figure. */
static struct str known_names(struct compiler *compiler)
{
	const struct template *template = compiler->template;
	struct buf buf = {.arena = compiler->arena};
	const struct env *env;
	size_t i;

	for (env = compiler->env; env != NULL; env = env->up)
		add_items(&buf, env);
	for (i = 0; i < template->n_figures; i++)
		add_name(&buf, template->figures[i].about.name);
	for (i = 0; i < template->n_words; i++)
		add_name(&buf, template->words[i].name);
	for (i = 0; i < sizeof(years) / sizeof(*years); i++)
		add_name(&buf, str_from(years[i].name));
	for (i = 0; i < N_UNIT_NAMES; i++)
		add_name(&buf, str_from(unit_names[i]));
	return buf_str(&buf);
}

struct str columns_around(const struct compiler *compiler)
{
	struct buf buf = {.arena = compiler->arena};
	const struct env *env;

	for (env = compiler->env; env != NULL; env = env->up)
		add_columns(&buf, env);
	return buf.n > 0 ? buf_str(&buf) : STR("—");
}

static const struct expr *table_expr(struct compiler *compiler,
				     const struct spot *name)
{
	struct reference reference = {.spot = *name};
	struct expr *expr = expr_new(compiler, EXPR_SELECT, name);

	if (!reference_parse(compiler, name, &reference))
		return NULL;
	expr->select = reference_compose(compiler, &reference);
	return expr->select != NULL ? expr : NULL;
}

/* A table, or one with the column to add up: 政府采购.面向中小企业. */
static bool names_table(struct compiler *compiler, struct str name)
{
	ptrdiff_t dot = str_find(name, STR("."));

	if (dot >= 0)
		name = str_slice(name, 0, (size_t)dot);
	return is_own_facts(compiler, name) ||
	       find_schema(compiler->template, name) != NULL;
}

const struct expr *compile_name(struct compiler *compiler,
				const struct spot *name)
{
	const struct figure *figure;
	const struct expr *found;

	if (compiler->object != NULL && str_is(name->text, "对象"))
		return compiler->object;
	found = find_field(compiler, name);
	if (found == NULL)
		found = find_builtin(compiler, name);
	if (found == NULL && str_starts(name->text, STR("选项.")))
		return option_expr(compiler, name);
	if (found == NULL)
		found = find_word(compiler, name);
	if (found != NULL)
		return found;
	figure = find_figure(compiler->template, name->text);
	if (figure != NULL && figure != compiler->figure)
		return compile_figure(compiler, figure,
				      &(struct figure_ask){.spot = *name});
	if (names_table(compiler, name->text))
		return table_expr(compiler, name);
	fault(compiler, &TEMPLATE_NAME, spot_place(name, 0), name->text,
	      known_names(compiler));
	return NULL;
}

const struct figure *find_figure(const struct template *template,
				 struct str name)
{
	size_t i;

	for (i = 0; i < template->n_figures; i++)
		if (str_equal(template->figures[i].about.name, name))
			return &template->figures[i];
	return NULL;
}

const struct change *find_change(const struct template *template,
				 struct str name)
{
	size_t i;

	for (i = 0; i < template->n_changes; i++)
		if (str_equal(template->changes[i].name, name))
			return &template->changes[i];
	return NULL;
}

/* May the figure be asked for this object? What a dimension holds is only
 * known with data. */
static bool check_object(struct compiler *compiler, const struct figure *figure,
			 const struct spot *object)
{
	int field;

	if (figure->object == NULL) {
		fault(compiler, &TEMPLATE_NO_OBJECT, spot_place(object, 0),
		      figure->about.name, object->text);
		return false;
	}
	if (figure->object_field.n == 0 && object->text.s[0] != '$' &&
	    word_index(str_cstr(figure->object->text, compiler->arena),
		       object->text) < 0) {
		DIAG(compiler->sink, &TEMPLATE_CHOICE, spot_place(object, 0),
		     object->text, figure->about.name, figure->object->text);
		compiler->ok = false;
		return false;
	}
	field = figure->object_schema != NULL
		    ? schema_field(figure->object_schema, figure->object_field)
		    : 0;
	return field >= 0;
}

bool figure_object(struct compiler *compiler, const struct figure *figure,
		   const struct spot *inside, struct figure_ask *ask)
{
	struct str text = str_trim(inside->text);
	struct spot spot = *inside;
	struct expr *word;

	if (text.n == 0) {
		fault(compiler, &TEMPLATE_SYNTAX, spot_place(inside, 0),
		      STR(")"), STR("对象"));
		return false;
	}
	spot = spot_slice(inside, (size_t)(text.s - inside->text.s), text.n);
	if (!check_object(compiler, figure, &spot))
		return false;
	if (text.s[0] == '$') {
		spot = spot_slice(&spot, 1, spot.text.n);
		ask->object = compile_name(compiler, &spot);
		return ask->object != NULL;
	}
	word = expr_new(compiler, EXPR_TEXT, &spot);
	word->text = spot.text;
	ask->object = word;
	return true;
}

bool figure_at(struct compiler *compiler, const struct spot *at,
	       struct figure_ask *ask)
{
	static const char *const names[] = {"本年", "上年", "前年"};
	static const char bases[] = "预算 调整预算 执行 决算";
	struct str rest = at->text;
	int i;

	for (i = 0; i < 3; i++) {
		if (str_starts(rest, str_from(names[i]))) {
			ask->years_back = i;
			rest = str_slice(rest, str_from(names[i]).n, rest.n);
			break;
		}
	}
	if (rest.n > 0 && word_index(bases, rest) < 0) {
		DIAG(compiler->sink, &TEMPLATE_CHOICE, spot_place(at, 0), rest,
		     STR("@"), str_from(bases));
		compiler->ok = false;
		return false;
	}
	ask->basis = rest;
	return true;
}

static struct spot words_at(const struct spot *where, struct str text)
{
	return (struct spot){.text = text, .place = spot_place(where, 0)};
}

/* 年度, 口径 and object as filters. */
static struct filters ask_filters(struct compiler *compiler,
				  const struct figure *figure,
				  const struct figure_ask *ask)
{
	static const char *const back[] = {"本年", "上年", "$前年"};
	struct filter *list = ARENA_ARRAY(compiler->arena, 3, struct filter);
	size_t n = 0;

	if (ask->years_back > 0) {
		list[n].column = words_at(&ask->spot, STR("年度"));
		list[n++].values =
		    words_at(&ask->spot, str_from(back[ask->years_back % 3]));
	}
	if (ask->basis.n > 0) {
		list[n].column = words_at(&ask->spot, STR("口径"));
		list[n++].values = words_at(&ask->spot, ask->basis);
	}
	if (ask->object != NULL && figure->object_field.n > 0) {
		list[n].column = words_at(&ask->spot, figure->object_field);
		list[n++].values = words_at(&ask->spot, STR("$对象"));
	}
	return (struct filters){list, n};
}

static void add_table(struct compiler *compiler, struct figure_use *use,
		      struct plan_select *tables, const struct schema *schema)
{
	struct reference reference = {.schema = schema};
	const struct plan_select *whole;

	if (schema == NULL || use->n_tables == MOST_TABLES)
		return;
	whole = reference_compose(compiler, &reference);
	if (whole != NULL)
		tables[use->n_tables++] = *whole;
}

/* Selections of the value's tables with nothing but year and 口径: whether
 * there are any rows of them. */
static void add_tables(struct compiler *compiler, struct figure_use *use,
		       struct plan_select *tables, const struct expr *expr)
{
	const struct schema *schema;
	size_t i;

	for (i = 0; i < expr->n_args; i++)
		add_tables(compiler, use, tables, expr->args[i]);
	if (expr->select == NULL)
		return;
	schema = expr->select->schema;
	add_table(compiler, use, tables, schema);
	if (schema->known_by != NULL)
		add_table(compiler, use, tables,
			  find_schema(compiler->template,
				      str_from(schema->known_by)));
}

static bool figure_value(struct compiler *compiler, const struct figure *figure,
			 const struct figure_ask *ask, struct figure_use *use)
{
	struct compiler saved = *compiler;
	struct figure_ask bare = *ask;
	struct plan_select *tables =
	    ARENA_ARRAY(compiler->arena, MOST_TABLES, struct plan_select);

	bare.object = NULL;
	compiler->object = ask->object;
	compiler->figure = figure;
	compiler->figure_depth++;
	compiler->extra = filters_join(compiler, saved.extra,
				       ask_filters(compiler, figure, ask));
	use->value = compile_expr(compiler, figure->value);
	compiler->extra = ask_filters(compiler, figure, &bare);
	compiler->below_members = false;
	if (use->value != NULL && (ask->years_back > 0 || ask->basis.n > 0))
		add_tables(compiler, use, tables, use->value);
	use->tables = tables;
	saved.ok = compiler->ok;
	*compiler = saved;
	return use->value != NULL;
}

const struct expr *compile_figure(struct compiler *compiler,
				  const struct figure *figure,
				  const struct figure_ask *ask)
{
	struct figure_use *use = ARENA_NEW(compiler->arena, struct figure_use);
	struct expr *expr = expr_new(compiler, EXPR_FIGURE, &ask->spot);

	if (compiler->figure_depth >= DEEPEST_FIGURES || ask->years_back > 2) {
		fault(compiler, &TEMPLATE_FIGURE_LOOP,
		      spot_place(&ask->spot, 0), figure->about.name, STR_NONE);
		return NULL;
	}
	use->figure = figure;
	use->years_back = ask->years_back;
	use->basis = ask->basis;
	use->object = ask->object;
	expr->use = use;
	if (figure->value != NULL && !figure_value(compiler, figure, ask, use))
		return NULL;
	return expr;
}
