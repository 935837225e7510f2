/* SPDX-License-Identifier: MIT */
/* Selections as written, "支出[支出类型=基本支出].金额": taken apart, held
 * against the tables' columns, put together with what stands around them. */
#include <string.h>

#include "base/utf8.h"
#include "template/compile.h"

const struct schema *find_schema(const struct template *template,
				 struct str name)
{
	size_t i;

	for (i = 0; i < template->n_tables; i++)
		if (str_is(name, template->tables[i]->name))
			return template->tables[i];
	return schema_named(name);
}

bool is_own_facts(const struct compiler *compiler, struct str name)
{
	return compiler->own != NULL && str_is(name, "本格");
}

/* Blanks at both ends, gone. */
static struct spot trimmed(const struct spot *spot)
{
	struct str text = str_trim(spot->text);

	if (text.n == 0)
		return spot_slice(spot, 0, 0);
	return spot_slice(spot, (size_t)(text.s - spot->text.s), text.n);
}

/* Offset of the first mark or its full-width form that is not quoted, and how
 * long it is; text.n if there is none. */
static size_t next_separator(struct str text, uint32_t mark, size_t *length)
{
	bool quoted = false;
	size_t at = 0;

	while (at < text.n) {
		size_t start = at;
		uint32_t code = utf8_next(text, &at);

		*length = at - start;
		quoted = quoted != (code == '\'');
		if (!quoted && (code == mark || code == mark + 0xFEE0))
			return start;
	}
	*length = 0;
	return text.n;
}

ptrdiff_t reference_close(struct str text)
{
	bool quoted = false;
	size_t i;

	for (i = 0; i < text.n; i++) {
		quoted = quoted != (text.s[i] == '\'');
		if (!quoted && text.s[i] == ']')
			return (ptrdiff_t)i;
	}
	return -1;
}

bool split_value(struct str *rest, struct str *value)
{
	size_t length;
	size_t n = next_separator(*rest, ',', &length);

	if (rest->n == 0)
		return false;
	*value = str_trim(str_slice(*rest, 0, n));
	*rest = str_slice(*rest, n + length, rest->n);
	return true;
}

const struct field *find_column(const struct schema *schema, struct str name)
{
	ptrdiff_t dot = str_find(name, STR("."));
	int field = schema_field(schema, name);
	enum dimension_kind kind;
	size_t i;

	if (field >= 0)
		return &schema->fields[field];
	if (dot <= 0)
		return NULL;
	field = schema_field(schema, str_slice(name, 0, (size_t)dot));
	if (field < 0)
		return NULL;
	kind = schema->fields[field].dimension;
	name = str_slice(name, (size_t)dot + 1, name.n);
	for (i = 0; i < budget_n_schemas; i++) {
		if (!str_is(kind == DIM_PROJECT ? STR("项目")
			    : kind == DIM_UNIT	? STR("单位")
						: STR_NONE,
			    budget_schemas[i].name))
			continue;
		field = schema_field(&budget_schemas[i], name);
		return field < 0 ? NULL : &budget_schemas[i].fields[field];
	}
	return NULL;
}

static bool filter_parse(struct compiler *compiler, const struct spot *spot,
			 struct filter *filter)
{
	ptrdiff_t equals = str_find(spot->text, STR("="));
	size_t end;

	if (equals <= 0) {
		fault(compiler, &TEMPLATE_FILTER, spot_place(spot, 0),
		      spot->text, STR_NONE);
		return false;
	}
	end = (size_t)equals;
	filter->exclude = spot->text.s[end - 1] == '!';
	filter->column = spot_slice(spot, 0, end - filter->exclude);
	filter->column = trimmed(&filter->column);
	filter->values = spot_slice(spot, end + 1, spot->text.n);
	filter->values = trimmed(&filter->values);
	return true;
}

bool filters_parse(struct compiler *compiler, const struct spot *spot,
		   struct filters *filters)
{
	struct filter *list = NULL;
	size_t room = 0;
	size_t at = 0;

	*filters = (struct filters){NULL, 0};
	while (at < spot->text.n) {
		struct str rest = str_slice(spot->text, at, spot->text.n);
		size_t length;
		size_t n = next_separator(rest, ';', &length);
		struct spot part = spot_slice(spot, at, n);

		at += n + length;
		part = trimmed(&part);
		if (part.text.n == 0)
			continue;
		list = arena_grow(compiler->arena, list, filters->n, &room,
				  sizeof(*list));
		if (!filter_parse(compiler, &part, &list[filters->n]))
			return false;
		filters->n++;
	}
	filters->list = list;
	return true;
}

struct filters filters_join(struct compiler *compiler, struct filters a,
			    struct filters b)
{
	struct filter *list;

	if (b.n == 0)
		return a;
	if (a.n == 0)
		return b;
	list = ARENA_ARRAY(compiler->arena, a.n + b.n, struct filter);
	memcpy(list, a.list, a.n * sizeof(*list));
	memcpy(list + a.n, b.list, b.n * sizeof(*list));
	return (struct filters){list, a.n + b.n};
}

/* Names of all tables, of a table's columns: for messages. */
static struct str table_names(struct compiler *compiler)
{
	struct buf buf = {.arena = compiler->arena};
	size_t i;

	for (i = 0; i < budget_n_schemas; i++) {
		buf_add_cstr(&buf, budget_schemas[i].name);
		buf_add_char(&buf, ' ');
	}
	for (i = 0; i < compiler->template->n_tables; i++) {
		buf_add_cstr(&buf, compiler->template->tables[i]->name);
		buf_add_char(&buf, ' ');
	}
	return str_trim(buf_str(&buf));
}

static struct str column_names(struct compiler *compiler,
			       const struct schema *schema)
{
	struct buf buf = {.arena = compiler->arena};
	const struct field *field = schema->fields;
	size_t n = field != NULL ? schema->n_fields : 0;

	for (; n > 0; n--, field++) {
		buf_add_cstr(&buf, field->name);
		buf_add_char(&buf, ' ');
	}
	return str_trim(buf_str(&buf));
}

const struct field *needed_column(struct compiler *compiler,
				  const struct schema *schema,
				  const struct spot *name)
{
	const struct field *field = find_column(schema, name->text);

	if (field != NULL)
		return field;
	DIAG(compiler->sink, &TEMPLATE_COLUMN, spot_place(name, 0), name->text,
	     str_from(schema->name), column_names(compiler, schema));
	compiler->ok = false;
	return NULL;
}

/* Closed lists of words are known without data. */
static bool check_choice(struct compiler *compiler, const struct field *field,
			 const struct spot *values, struct str value)
{
	struct buf known = {.arena = compiler->arena};
	size_t i;

	if (field->choices == NULL || value.n == 0 || value.s[0] == '$' ||
	    value.s[0] == '\'')
		return true;
	for (i = 0; field->choices[i] != NULL; i++) {
		if (str_is(value, field->choices[i]))
			return true;
		buf_add_cstr(&known, field->choices[i]);
		buf_add_char(&known, ' ');
	}
	DIAG(compiler->sink, &TEMPLATE_CHOICE, spot_place(values, 0), value,
	     str_from(field->name), str_trim(buf_str(&known)));
	compiler->ok = false;
	return false;
}

static bool check_filter(struct compiler *compiler, const struct schema *schema,
			 const struct filter *filter)
{
	const struct field *field =
	    needed_column(compiler, schema, &filter->column);
	struct str rest = filter->values.text;
	struct str value;
	bool ok = field != NULL;

	while (field != NULL && split_value(&rest, &value))
		ok =
		    check_choice(compiler, field, &filter->values, value) && ok;
	return ok;
}

/* What stands in the brackets is put to the filters that there are. */
static bool reference_bracket(struct compiler *compiler,
			      const struct spot *spot, size_t open,
			      struct reference *reference, size_t *after)
{
	struct filters filters;
	struct str rest = str_slice(spot->text, open, spot->text.n);
	ptrdiff_t close = reference_close(rest);
	struct spot inside;

	if (close < 0) {
		fault(compiler, &TEMPLATE_BRACKET, spot_place(spot, open),
		      STR("]"), STR_NONE);
		return false;
	}
	inside = spot_slice(spot, open + 1, (size_t)close - 1);
	*after = open + (size_t)close + 1;
	if (!filters_parse(compiler, &inside, &filters))
		return false;
	reference->filters =
	    filters_join(compiler, reference->filters, filters);
	return true;
}

/* .column at the end. */
static bool reference_column(struct compiler *compiler, const struct spot *spot,
			     size_t at, struct reference *reference)
{
	if (at >= spot->text.n)
		return true;
	reference->column = spot_slice(spot, at, spot->text.n);
	reference->column = trimmed(&reference->column);
	if (reference->column.text.n == 0)
		return true;
	if (reference->column.text.s[0] != '.') {
		fault(compiler, &TEMPLATE_SYNTAX,
		      spot_place(&reference->column, 0), reference->column.text,
		      STR("."));
		return false;
	}
	reference->column = spot_slice(&reference->column, 1, spot->text.n);
	return needed_column(compiler, reference->schema, &reference->column) !=
	       NULL;
}

/* 本格: the facts of the cell, and their column. */
static bool own_facts(struct compiler *compiler, struct reference *reference)
{
	const struct spot *own = compiler->own;
	bool ok;

	compiler->own = NULL; /* a table called 本格 is none */
	ok = reference_parse(compiler, own, reference);
	compiler->own = own;
	return ok;
}

bool reference_parse(struct compiler *compiler, const struct spot *spot,
		     struct reference *reference)
{
	struct spot whole = trimmed(spot);
	ptrdiff_t open = str_find(whole.text, STR("["));
	ptrdiff_t dot = str_find(whole.text, STR("."));
	size_t end = open >= 0	? (size_t)open
		     : dot >= 0 ? (size_t)dot
				: whole.text.n;
	struct spot name = spot_slice(&whole, 0, end);
	size_t after = end;

	*reference = (struct reference){.spot = whole};
	name = trimmed(&name);
	if (is_own_facts(compiler, name.text)) {
		if (!own_facts(compiler, reference))
			return false;
		reference->spot = whole;
	} else {
		reference->schema = find_schema(compiler->template, name.text);
	}
	if (reference->schema == NULL) {
		fault(compiler, &TEMPLATE_TABLE, spot_place(&name, 0),
		      name.text, table_names(compiler));
		return false;
	}
	if (open >= 0 &&
	    !reference_bracket(compiler, &whole, end, reference, &after))
		return false;
	return reference_column(compiler, &whole, after, reference);
}

/* A selection's text and names in the making. */
struct composing {
	struct compiler *compiler;
	struct buf buf;
	struct plan_bind *binds;
	size_t n_binds, room;
	size_t n_filters;
};

static bool is_bound(const struct composing *composing, struct str name)
{
	size_t i;

	for (i = 0; i < composing->n_binds; i++)
		if (str_equal(composing->binds[i].name, name))
			return true;
	return false;
}

static void bind(struct composing *composing, struct str name,
		 const struct expr *value)
{
	composing->binds = arena_grow(
	    composing->compiler->arena, composing->binds, composing->n_binds,
	    &composing->room, sizeof(*composing->binds));
	composing->binds[composing->n_binds++] =
	    (struct plan_bind){.name = name, .value = value};
}

static bool add_value(struct composing *composing, const struct filter *filter,
		      struct str value)
{
	struct spot name;
	const struct expr *expr;

	buf_add(&composing->buf, value);
	if (value.n == 0 || value.s[0] != '$')
		return true;
	name = spot_slice(&filter->values,
			  (size_t)(value.s - filter->values.text.s) + 1,
			  value.n - 1);
	if (is_bound(composing, name.text))
		return true;
	expr = compile_name(composing->compiler, &name);
	if (expr == NULL)
		return false;
	bind(composing, name.text, expr);
	return true;
}

static bool add_filter(struct composing *composing, const struct filter *filter)
{
	struct str rest = filter->values.text;
	struct str value;
	bool first = true;

	buf_add_cstr(&composing->buf, composing->n_filters++ ? "; " : "[");
	buf_add(&composing->buf, filter->column.text);
	buf_add_cstr(&composing->buf, filter->exclude ? "!=" : "=");
	while (split_value(&rest, &value)) {
		if (!first)
			buf_add_char(&composing->buf, ',');
		first = false;
		if (!add_value(composing, filter, value))
			return false;
	}
	return true;
}

/* Does a set further in go by the same column? Its codes lie below. */
static bool is_repeated(const struct env *from, const struct env *env)
{
	for (; from != env; from = from->up)
		if (from->kind == ENV_MEMBER &&
		    str_equal(from->column, env->column))
			return true;
	return false;
}

/* The code that a set around stands at, for each column that has one. */
static void add_members(struct composing *composing,
			const struct schema *schema)
{
	struct compiler *compiler = composing->compiler;
	const struct env *env;
	size_t depth = 0;

	for (env = compiler->env; env != NULL; env = env->up, depth++) {
		struct str field;
		struct str name;
		struct expr *code;

		if (env->kind != ENV_MEMBER)
			continue;
		field = env->column;
		name = str_format(compiler->arena, "m%zu", depth);
		if (find_column(schema, field) == NULL ||
		    is_repeated(compiler->env, env) ||
		    is_bound(composing, name))
			continue;
		buf_add_cstr(&composing->buf,
			     composing->n_filters++ ? "; " : "[");
		buf_format(&composing->buf, STR_FMT "=$" STR_FMT,
			   STR_ARG(field), STR_ARG(name));
		code = expr_new(compiler, EXPR_ITEM, NULL);
		code->item = ITEM_CODE;
		code->depth = depth;
		bind(composing, name, code);
	}
}

static bool compose(struct composing *composing, const struct schema *schema,
		    struct filters filters)
{
	size_t i;

	for (i = 0; i < filters.n; i++)
		if (!check_filter(composing->compiler, schema,
				  &filters.list[i]) ||
		    !add_filter(composing, &filters.list[i]))
			return false;
	if (composing->compiler->below_members)
		add_members(composing, schema);
	if (composing->n_filters > 0)
		buf_add_char(&composing->buf, ']');
	return true;
}

bool filters_text(struct compiler *compiler, const struct schema *schema,
		  struct filters filters, struct str *text,
		  const struct plan_bind **binds, size_t *n_binds)
{
	struct composing composing = {.compiler = compiler,
				      .buf = {.arena = compiler->arena}};

	if (!compose(&composing, schema, filters))
		return false;
	*text = buf_str(&composing.buf);
	*binds = composing.binds;
	*n_binds = composing.n_binds;
	return true;
}

static void note_need(struct template *template, const struct schema *schema)
{
	size_t i;

	for (i = 0; i < template->n_needs; i++)
		if (str_is(template->needs[i], schema->name))
			return;
	template->needs =
	    arena_grow(template->arena, template->needs, template->n_needs,
		       &template->room_needs, sizeof(*template->needs));
	template->needs[template->n_needs++] = str_from(schema->name);
}

/* Keeps the selections of templates by number: an edition parses each once. */
static void select_add(struct compiler *compiler, struct plan_select *select)
{
	struct template *build = compiler->build;

	select->index = SIZE_MAX;
	if (build == NULL)
		return;
	note_need(build, select->schema);
	build->selects =
	    arena_grow(build->arena, build->selects, build->n_selects,
		       &build->room_selects, sizeof(struct plan_select *));
	select->index = build->n_selects;
	build->selects[build->n_selects++] = select;
}

const struct plan_select *reference_compose(struct compiler *compiler,
					    const struct reference *reference)
{
	struct plan_select *select =
	    ARENA_NEW(compiler->arena, struct plan_select);
	struct composing composing = {.compiler = compiler,
				      .buf = {.arena = compiler->arena}};
	struct filters filters =
	    filters_join(compiler, reference->filters, compiler->extra);

	buf_add_cstr(&composing.buf, reference->schema->name);
	if (!compose(&composing, reference->schema, filters))
		return NULL;
	if (reference->column.text.n > 0) {
		buf_add_char(&composing.buf, '.');
		buf_add(&composing.buf, reference->column.text);
	}
	select->text = buf_str(&composing.buf);
	select->schema = reference->schema;
	select->binds = composing.binds;
	select->n_binds = composing.n_binds;
	select->spot = reference->spot;
	select_add(compiler, select);
	return select;
}
