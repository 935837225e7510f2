/* SPDX-License-Identifier: MIT */
/* Declarations: what stands in <template> beside its sections. */
#include <string.h>

#include "base/money.h"

#include "template/compile.h"

typedef void declare_fn(struct compiler *compiler, const struct node *node);

/* Room for one more in a list of the template's. */
#define GROW(compiler, list, n, room)                                          \
	arena_grow((compiler)->arena, (list), (n), &(room), sizeof(*(list)))

static void declare_document(struct compiler *compiler, const struct node *node)
{
	check_attributes(compiler, node, "title subject keywords");
	check_no_children(compiler, node);
	compiler->build->title =
	    compile_attribute_text(compiler, node, "title");
	compiler->build->subject =
	    compile_attribute_text(compiler, node, "subject");
	compiler->build->keywords =
	    compile_attribute_text(compiler, node, "keywords");
}

static void declare_word(struct compiler *compiler, const struct node *node)
{
	struct template *build = compiler->build;

	check_attributes(compiler, node, "name department unit");
	check_no_children(compiler, node);
	(void)needed(compiler, node, "name");
	build->words =
	    GROW(compiler, build->words, build->n_words, build->room_words);
	build->words[build->n_words++] =
	    (struct word){.name = attribute_str(node, "name"),
			  .department = attribute_str(node, "department"),
			  .unit = attribute_str(node, "unit")};
}

static bool is_among(const struct str *list, size_t n, struct str text)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (str_equal(list[i], text))
			return true;
	return false;
}

static void declare_option(struct compiler *compiler, const struct node *node)
{
	struct template *build = compiler->build;
	const struct spot *values = needed(compiler, node, "values");
	const struct spot *fallback = needed(compiler, node, "default");
	struct template_option option = {.name = attribute_str(node, "name"),
					 .help = attribute_str(node, "help")};
	struct str rest;
	struct str *list;
	struct str value;

	check_attributes(compiler, node, "name values default help");
	check_no_children(compiler, node);
	(void)needed(compiler, node, "name");
	if (values == NULL || fallback == NULL)
		return;
	rest = values->text;
	list = ARENA_ARRAY(compiler->arena, rest.n + 1, struct str);
	while (str_split(&rest, '|', &value))
		list[option.n_values++] = str_trim(value);
	option.values = list;
	option.fallback = fallback->text;
	if (!is_among(list, option.n_values, option.fallback)) {
		DIAG(compiler->sink, &TEMPLATE_VALUE, spot_place(fallback, 0),
		     STR("default"), option.fallback, values->text);
		compiler->ok = false;
	}
	build->options = GROW(compiler, build->options, build->n_options,
			      build->room_options);
	build->options[build->n_options++] = option;
}

static int64_t money_unit(struct compiler *compiler, const struct node *node)
{
	static const int64_t fen[] = {MONEY_YUAN, MONEY_WAN,
				      (int64_t)MONEY_WAN * 10000};

	return fen[attribute_word(compiler, node, "unit", "元 万元 亿元", 1)];
}

static void declare_format(struct compiler *compiler, const struct node *node)
{
	struct template *build = compiler->build;
	const struct spot *zero = node_attribute(node, "zero");
	const struct spot *none = node_attribute(node, "none");
	struct format format = {.name = attribute_str(node, "name")};

	check_attributes(compiler, node,
			 "name kind unit decimals trim thousands sign zero "
			 "none");
	check_no_children(compiler, node);
	(void)needed(compiler, node, "name");
	format.kind = (enum format_kind)attribute_word(
	    compiler, node, "kind", "amount number percent", FORMAT_AMOUNT);
	format.unit = money_unit(compiler, node);
	format.unit_name = node_attribute(node, "unit") != NULL
			       ? attribute_str(node, "unit")
			       : STR("万元");
	format.decimals = attribute_int(compiler, node, "decimals", 0, 6, 2);
	format.trim = attribute_yes(compiler, node, "trim", false);
	format.thousands = attribute_yes(compiler, node, "thousands", false);
	format.bare = !attribute_yes(compiler, node, "sign", true);
	format.has_zero = zero != NULL;
	format.zero = attribute_str(node, "zero");
	format.has_none = none != NULL;
	format.none = attribute_str(node, "none");
	build->formats = GROW(compiler, build->formats, build->n_formats,
			      build->room_formats);
	build->formats[build->n_formats++] = format;
}

/* object="三公.项目": a table and a column, or words. */
static void figure_object_column(struct compiler *compiler,
				 struct figure *figure)
{
	struct str text = figure->object->text;
	ptrdiff_t dot = str_find(text, STR("."));
	struct spot column;

	if (dot <= 0)
		return;
	figure->object_schema =
	    find_schema(compiler->template, str_slice(text, 0, (size_t)dot));
	if (figure->object_schema == NULL) {
		fault(compiler, &TEMPLATE_TABLE, spot_place(figure->object, 0),
		      str_slice(text, 0, (size_t)dot), STR_NONE);
		return;
	}
	column = spot_slice(figure->object, (size_t)dot + 1, text.n);
	if (needed_column(compiler, figure->object_schema, &column) != NULL)
		figure->object_field = column.text;
}

/* The name of a figure or a change. */
static void check_name(struct compiler *compiler, const struct node *node)
{
	const struct spot *name = needed(compiler, node, "name");

	if (name != NULL && is_function(name->text))
		fault(compiler, &TEMPLATE_TAKEN, spot_place(name, 0),
		      name->text, STR_NONE);
}

static void declare_figure(struct compiler *compiler, const struct node *node)
{
	struct template *build = compiler->build;
	struct figure *figure = &build->figures[build->n_figures++];

	check_attributes(compiler, node,
			 "name value given object none required words help");
	check_no_children(compiler, node);
	check_name(compiler, node);
	figure->spot = node->text;
	figure->value = node_attribute(node, "value");
	figure->object = node_attribute(node, "object");
	figure->none_is_zero = str_is(attribute_str(node, "none"), "0");
	figure->words = attribute_str(node, "words");
	figure->about = (struct template_figure){
	    .name = attribute_str(node, "name"),
	    .unit = figure->value != NULL ? STR("万元")
					  : attribute_str(node, "given"),
	    .objects = attribute_str(node, "object"),
	    .computed = figure->value != NULL,
	    .required = attribute_yes(compiler, node, "required", false),
	    .help = attribute_str(node, "help")};
	if (figure->value == NULL)
		(void)needed(compiler, node, "given");
	if (figure->object != NULL)
		figure_object_column(compiler, figure);
}

static void declare_term(struct compiler *compiler, const struct node *node)
{
	struct template *build = compiler->build;
	const struct spot *word = needed(compiler, node, "word");
	const struct expr *value = compile_when(compiler, node, "value");

	check_attributes(compiler, node, "word value");
	check_no_children(compiler, node);
	(void)needed(compiler, node, "value");
	if (word == NULL || value == NULL)
		return;
	build->terms =
	    GROW(compiler, build->terms, build->n_terms, build->room_terms);
	build->terms[build->n_terms++] =
	    (struct plan_term){word->text, value, STR_NONE};
}

/* What 名词解释 must explain where it is used, or may where it is not. */
static void declare_glossary(struct compiler *compiler, const struct node *node)
{
	struct template *build = compiler->build;
	const struct spot *name = needed(compiler, node, "name");
	const struct spot *use = needed(compiler, node, "use");

	check_attributes(compiler, node, "name use");
	check_no_children(compiler, node);
	if (name == NULL || use == NULL)
		return;
	if (!str_is(use->text, "must") && !str_is(use->text, "may")) {
		fault(compiler, &TEMPLATE_VALUE, spot_place(use, 0), use->text,
		      STR("must may"));
		return;
	}
	build->terms =
	    GROW(compiler, build->terms, build->n_terms, build->room_terms);
	build->terms[build->n_terms++] =
	    (struct plan_term){name->text, NULL, use->text};
}

/* Its texts are made when all formats are known: change_texts(). */
static void declare_change(struct compiler *compiler, const struct node *node)
{
	struct template *build = compiler->build;
	struct change *change = &build->changes[build->n_changes++];

	check_attributes(compiler, node,
			 "name more less same none zero format");
	check_no_children(compiler, node);
	check_name(compiler, node);
	change->name = attribute_str(node, "name");
	change->spot = node->text;
}

static void change_texts(struct compiler *compiler, const struct node *node,
			 struct change *change)
{
	const struct env *env = compiler->env;
	struct env own = {.kind = ENV_CHANGE};

	compiler->env = &own;
	change->more = compile_attribute_text(compiler, node, "more");
	change->less = compile_attribute_text(compiler, node, "less");
	change->same = compile_attribute_text(compiler, node, "same");
	change->none = compile_attribute_text(compiler, node, "none");
	change->zero = compile_attribute_text(compiler, node, "zero");
	change->has_none = node_attribute(node, "none") != NULL;
	change->has_zero = node_attribute(node, "zero") != NULL;
	change->format = attribute_format(compiler, node);
	compiler->env = env;
}

static void declare_rowset(struct compiler *compiler, const struct node *node)
{
	struct template *build = compiler->build;

	check_attributes(compiler, node, "name");
	(void)needed(compiler, node, "name");
	build->rowsets = GROW(compiler, build->rowsets, build->n_rowsets,
			      build->room_rowsets);
	build->rowsets[build->n_rowsets++] =
	    (struct rowset){attribute_str(node, "name"), node};
}

static void styles_of_texts(struct compiler *compiler, const struct node *node)
{
	struct text_styles *styles = &compiler->build->text_styles;

	check_attributes(compiler, node,
			 "style heading1 heading2 heading3 outline1 outline2 "
			 "outline3 note");
	check_no_children(compiler, node);
	styles->body = find_para_style(compiler, node, "style", "body");
	compiler->build->note_style =
	    find_para_style(compiler, node, "note", "table-note");
	styles->heading[0] =
	    find_para_style(compiler, node, "heading1", "heading1");
	styles->heading[1] =
	    find_para_style(compiler, node, "heading2", "heading2");
	styles->heading[2] =
	    find_para_style(compiler, node, "heading3", "heading3");
	styles->outline[0] = attribute_int(compiler, node, "outline1", 0, 3, 0);
	styles->outline[1] = attribute_int(compiler, node, "outline2", 0, 3, 0);
	styles->outline[2] = attribute_int(compiler, node, "outline3", 0, 3, 0);
}

static const char *cstr_or_null(struct compiler *compiler, struct str text)
{
	return text.n > 0 ? str_cstr(text, compiler->arena) : NULL;
}

/* All but DIM_NONE, in their order. */
static const char *dimension_names(struct compiler *compiler)
{
	struct buf buf = {.arena = compiler->arena};
	int dimension;

	for (dimension = DIM_NONE + 1; dimension < N_DIMENSIONS; dimension++)
		buf_format(&buf, "%s%s", dimension > DIM_NONE + 1 ? " " : "",
			   dimension_name((enum dimension_kind)dimension));
	return str_cstr(buf_str(&buf), compiler->arena);
}

static void record_field(struct compiler *compiler, const struct node *node,
			 struct field *field)
{
	static const enum field_type types[] = {
	    FIELD_TEXT,	  FIELD_LINES, FIELD_CODE, FIELD_AMOUNT,
	    FIELD_NUMBER, FIELD_YEAR,  FIELD_DATE, FIELD_YES};
	static const char names[] =
	    "text lines code amount number year date yes";

	check_attributes(compiler, node,
			 "name type of required key help example");
	check_no_children(compiler, node);
	(void)needed(compiler, node, "name");
	field->name = str_cstr(attribute_str(node, "name"), compiler->arena);
	field->type = types[attribute_word(compiler, node, "type", names, 0)];
	field->required = attribute_yes(compiler, node, "required", false);
	field->key = attribute_yes(compiler, node, "key", false);
	field->help = cstr_or_null(compiler, attribute_str(node, "help"));
	field->example = cstr_or_null(compiler, attribute_str(node, "example"));
	if (field->type == FIELD_CODE && needed(compiler, node, "of") != NULL)
		field->dimension = (enum dimension_kind)(
		    1 + attribute_word(compiler, node, "of",
				       dimension_names(compiler), -1));
}

static void declare_records(struct compiler *compiler, const struct node *node)
{
	static const enum key_rule keys[] = {KEYS_ERROR, KEYS_ADD, KEYS_JOIN,
					     KEYS_FREE};
	struct template *build = compiler->build;
	struct schema *schema = ARENA_NEW(compiler->arena, struct schema);
	struct field *fields =
	    ARENA_ARRAY(compiler->arena, node->n_children, struct field);
	size_t i;

	check_attributes(compiler, node, "name keys roll-up help");
	(void)needed(compiler, node, "name");
	schema->name = str_cstr(attribute_str(node, "name"), compiler->arena);
	schema->keys = keys[attribute_word(compiler, node, "keys",
					   "error add join free", 0)];
	schema->roll_up = attribute_yes(compiler, node, "roll-up", true);
	schema->help = cstr_or_null(compiler, attribute_str(node, "help"));
	for (i = 0; i < node->n_children; i++) {
		if (str_is(node->children[i]->name, "field"))
			record_field(compiler, node->children[i],
				     &fields[schema->n_fields++]);
		else
			unexpected(compiler, node->children[i], "field");
	}
	schema->fields = fields;
	build->tables =
	    arena_grow(compiler->arena, build->tables, build->n_tables,
		       &build->room_tables, sizeof(const struct schema *));
	build->tables[build->n_tables++] = schema;
}

/* In the order in which one may need another. */
static const struct {
	const char *name;
	declare_fn *declare;
} declarations[] = {
    {"records", declare_records},   {"word", declare_word},
    {"option", declare_option},	    {"format", declare_format},
    {"figure", declare_figure},	    {"term", declare_term},
    {"glossary", declare_glossary}, {"change", declare_change},
    {"rowset", declare_rowset},	    {"texts", styles_of_texts},
    {"document", declare_document},
};

static void add_builtin_formats(struct compiler *compiler)
{
	static const struct format formats[] = {
	    {.name = STR_INIT("一"), .kind = FORMAT_COUNT, .count = COUNT_HAN},
	    {.name = STR_INIT("廿"), .kind = FORMAT_COUNT, .count = COUNT_NIAN},
	    {.name = STR_INIT("①"),
	     .kind = FORMAT_COUNT,
	     .count = COUNT_CIRCLED},
	    {.name = STR_INIT("1"),
	     .kind = FORMAT_COUNT,
	     .count = COUNT_DIGITS},
	    {.name = STR_INIT("年月日"), .kind = FORMAT_DATE},
	    {.name = STR_INIT("年月"), .kind = FORMAT_DATE, .month_only = true},
	};
	struct template *build = compiler->build;
	size_t i;

	for (i = 0; i < sizeof(formats) / sizeof(*formats); i++) {
		build->formats = GROW(compiler, build->formats,
				      build->n_formats, build->room_formats);
		build->formats[build->n_formats++] = formats[i];
	}
}

/* The groups of 目录 wherever it stands: headings name them. */
static void find_groups(struct compiler *compiler, const struct node *node)
{
	struct template *build = compiler->build;
	size_t i;

	for (i = 0; i < node->n_children; i++) {
		const struct node *child = node->children[i];

		if (str_is(node->name, "contents") &&
		    str_is(child->name, "group")) {
			build->groups =
			    GROW(compiler, build->groups, build->n_groups,
				 build->room_groups);
			build->groups[build->n_groups++] =
			    attribute_str(child, "id");
		}
		find_groups(compiler, child);
	}
}

static void find_default_formats(struct template *build)
{
	size_t i;

	for (i = 0; i < build->n_formats; i++) {
		const struct format *format = &build->formats[i];

		if (str_is(format->name, "文"))
			build->text_format = format;
		if (str_is(format->name, "表"))
			build->table_format = format;
		if (format->kind == FORMAT_PERCENT &&
		    build->percent_format == NULL)
			build->percent_format = format;
	}
}

static size_t count_children(const struct node *root, const char *name)
{
	size_t n = 0;
	size_t i;

	for (i = 0; i < root->n_children; i++)
		n += str_is(root->children[i]->name, name);
	return n;
}

static void declare_all(struct compiler *compiler, const struct node *root,
			size_t kind)
{
	size_t change = 0;
	size_t i;

	if (declarations[kind].declare == declare_rowset)
		for (i = 0; i < compiler->build->n_changes; change++)
			if (str_is(root->children[change]->name, "change"))
				change_texts(compiler, root->children[change],
					     &compiler->build->changes[i++]);
	for (i = 0; i < root->n_children; i++)
		if (str_is(root->children[i]->name, declarations[kind].name))
			declarations[kind].declare(compiler, root->children[i]);
}

bool compile_declarations(struct compiler *compiler, const struct node *root)
{
	struct template *build = compiler->build;
	size_t i;

	build->figures = ARENA_ARRAY(
	    compiler->arena, count_children(root, "figure"), struct figure);
	build->changes = ARENA_ARRAY(
	    compiler->arena, count_children(root, "change"), struct change);
	add_builtin_formats(compiler);
	find_groups(compiler, root);
	for (i = 0; i < sizeof(declarations) / sizeof(*declarations); i++) {
		declare_all(compiler, root, i);
		if (declarations[i].declare == declare_format)
			find_default_formats(build);
	}
	return compiler->ok;
}
