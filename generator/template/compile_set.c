/* SPDX-License-Identifier: MIT */
/* Sets (templates/README.md, 5) and the places for units' texts (8). */
#include "template/compile.h"

bool has_set(const struct node *node)
{
	return node_attribute(node, "from") != NULL ||
	       node_attribute(node, "by") != NULL ||
	       node_attribute(node, "lines") != NULL;
}

static void enter(struct compiler *compiler, enum env_kind kind,
		  const struct schema *schema, struct str column)
{
	struct env *env = ARENA_NEW(compiler->arena, struct env);

	*env = (struct env){.up = compiler->env,
			    .kind = kind,
			    .schema = schema,
			    .column = column};
	if (kind != ENV_MEMBER)
		env->record = schema;
	compiler->env = env;
}

/* A code; of projects and units the columns of their tables are known, too. */
static void enter_members(struct compiler *compiler,
			  const struct schema *schema, struct str column,
			  enum dimension_kind dimension)
{
	struct env *env = ARENA_NEW(compiler->arena, struct env);

	*env = (struct env){.up = compiler->env,
			    .kind = ENV_MEMBER,
			    .schema = schema,
			    .column = column};
	if (dimension == DIM_PROJECT)
		env->record = find_schema(compiler->template, STR("项目"));
	if (dimension == DIM_UNIT)
		env->record = find_schema(compiler->template, STR("单位"));
	compiler->env = env;
}

static void enter_group(struct compiler *compiler, const struct schema *schema,
			struct str column, bool of_codes)
{
	struct env *env = ARENA_NEW(compiler->arena, struct env);

	*env = (struct env){.up = compiler->env,
			    .kind = ENV_GROUP,
			    .schema = schema,
			    .column = column,
			    .record = schema,
			    .of_codes = of_codes};
	compiler->env = env;
}

static unsigned levels_of(struct compiler *compiler, const struct node *node)
{
	const struct spot *spot = node_attribute(node, "levels");
	unsigned levels = 0;
	struct str rest;
	struct str part;

	if (spot == NULL)
		return 0;
	rest = spot->text;
	while (str_split(&rest, ' ', &part)) {
		if (part.n == 1 && part.s[0] >= '1' && part.s[0] <= '9') {
			levels |= 1u << (part.s[0] - '0');
			continue;
		}
		DIAG(compiler->sink, &TEMPLATE_VALUE, spot_place(spot, 0),
		     STR("levels"), spot->text, STR("1 2 3"));
		compiler->ok = false;
	}
	return levels;
}

/* lines="绩效目标" */
static bool lines_set(struct compiler *compiler, const struct node *node,
		      struct plan_set *set)
{
	const struct spot *lines = node_attribute(node, "lines");

	set->kind = SET_LINES;
	set->lines = find_field(compiler, lines);
	if (set->lines == NULL || set->lines->kind != EXPR_FIELD) {
		fault(compiler, &TEMPLATE_NAME, spot_place(lines, 0),
		      lines->text, columns_around(compiler));
		return false;
	}
	enter(compiler, ENV_LINES, NULL, STR_NONE);
	return true;
}

/* Selections of sets keep to the codes around them. */
static const struct plan_select *
compose_below(struct compiler *compiler, const struct reference *reference)
{
	struct compiler saved = *compiler;
	const struct plan_select *select;

	compiler->below_members = true;
	select = reference_compose(compiler, reference);
	saved.ok = compiler->ok;
	*compiler = saved;
	return select;
}

static bool from_of(struct compiler *compiler, const struct node *node,
		    struct reference *reference)
{
	const struct spot *from = node_attribute(node, "from");

	if (from == NULL || str_is(from->text, "."))
		from = compiler->facts;
	if (from == NULL) {
		if (needed(compiler, node, "from") != NULL)
			fault(compiler, &TEMPLATE_NO_GROUP,
			      spot_place(node_attribute(node, "from"), 0),
			      STR_NONE, STR_NONE);
		return false;
	}
	return reference_parse(compiler, from, reference);
}

static bool names_item(struct str words)
{
	return str_find(words, STR("$")) >= 0;
}

/* Does the set itself say which of the rows around it are its own? */
static bool is_bound(const struct compiler *compiler,
		     const struct reference *reference)
{
	size_t i;

	for (i = 0; i < reference->filters.n; i++)
		if (names_item(reference->filters.list[i].values.text))
			return true;
	for (i = 0; i < compiler->extra.n; i++)
		if (names_item(compiler->extra.list[i].values.text))
			return true;
	return false;
}

/* A group is rows, no filter that codes and cells in it could go by: they
 * would be those of all rows. */
static bool keeps_to_group(struct compiler *compiler, const struct node *node,
			   const struct reference *reference)
{
	const struct env *env;

	for (env = compiler->env; env != NULL; env = env->up) {
		if (env->kind != ENV_GROUP ||
		    env->schema != reference->schema ||
		    is_bound(compiler, reference))
			continue;
		fault(compiler, &TEMPLATE_BY_IN_GROUP,
		      spot_place(node_attribute(node, "by"), 0), env->column,
		      STR_NONE);
		return false;
	}
	return true;
}

static bool member_set(struct compiler *compiler, const struct node *node,
		       const struct reference *reference, struct plan_set *set)
{
	const struct spot *by = node_attribute(node, "by");
	const struct field *field =
	    needed_column(compiler, reference->schema, by);

	if (field == NULL)
		return false;
	if (field->dimension == DIM_NONE) {
		fault(compiler, &TEMPLATE_NO_DIMENSION, spot_place(by, 0),
		      by->text, STR_NONE);
		return false;
	}
	if (!keeps_to_group(compiler, node, reference))
		return false;
	set->kind = SET_MEMBERS;
	set->column = by->text;
	set->dimension = field->dimension;
	set->levels = levels_of(compiler, node);
	enter_members(compiler, reference->schema, by->text, field->dimension);
	set->item = compose_below(compiler, reference);
	return set->item != NULL;
}

static bool group_set(struct compiler *compiler, const struct node *node,
		      const struct reference *reference, struct plan_set *set)
{
	const struct spot *group = node_attribute(node, "group");

	const struct field *field =
	    needed_column(compiler, reference->schema, group);

	if (field == NULL)
		return false;
	set->kind = SET_GROUPS;
	set->dimension = field->dimension;
	set->column = group->text;
	enter_group(compiler, reference->schema, group->text,
		    field->dimension != DIM_NONE);
	return true;
}

/* from=".": the rows of what one stands in. */
static bool inner_set(struct compiler *compiler, const struct node *node,
		      struct plan_set *set)
{
	const struct env *around = compiler->env;
	struct reference reference;

	if (around == NULL || around->schema == NULL) {
		fault(compiler, &TEMPLATE_NO_GROUP,
		      spot_place(node_attribute(node, "from"), 0), STR_NONE,
		      STR_NONE);
		return false;
	}
	set->inner = true;
	set->schema = around->schema;
	reference = (struct reference){.schema = around->schema};
	if (node_attribute(node, "group") != NULL)
		return group_set(compiler, node, &reference, set);
	set->kind = SET_RECORDS;
	enter(compiler, ENV_RECORD, around->schema, STR_NONE);
	return true;
}

static bool selected_set(struct compiler *compiler, const struct node *node,
			 struct plan_set *set)
{
	struct reference reference;

	if (!from_of(compiler, node, &reference))
		return false;
	set->schema = reference.schema;
	set->from = compose_below(compiler, &reference);
	if (set->from == NULL)
		return false;
	if (node_attribute(node, "by") != NULL)
		return member_set(compiler, node, &reference, set);
	if (node_attribute(node, "group") != NULL)
		return group_set(compiler, node, &reference, set);
	set->kind = SET_RECORDS;
	enter(compiler, ENV_RECORD, reference.schema, STR_NONE);
	return true;
}

struct plan_set *record_set(struct compiler *compiler,
			    const struct plan_select *from,
			    const struct schema *schema,
			    const struct spot *spot)
{
	struct plan_set *set = ARENA_NEW(compiler->arena, struct plan_set);

	*set = (struct plan_set){
	    .kind = SET_RECORDS, .from = from, .schema = schema, .spot = *spot};
	enter(compiler, ENV_RECORD, schema, STR_NONE);
	return set;
}

struct plan_set *compile_set(struct compiler *compiler, const struct node *node)
{
	struct plan_set *set = ARENA_NEW(compiler->arena, struct plan_set);
	bool ok;

	set->spot = node->text;
	if (node_attribute(node, "lines") != NULL)
		ok = lines_set(compiler, node, set);
	else if (str_is(attribute_str(node, "from"), ".") &&
		 node_attribute(node, "by") == NULL)
		ok = inner_set(compiler, node, set);
	else
		ok = selected_set(compiler, node, set);
	if (!ok)
		return NULL;
	set->when = compile_when(compiler, node, "when");
	return set;
}

/* Adds an object to those of a text, once. */
static void note_object(struct template_text *text, struct str object,
			struct arena *arena)
{
	struct str rest = text->objects;
	struct str known;

	while (str_split(&rest, ' ', &known))
		if (str_equal(known, object))
			return;
	text->objects =
	    text->objects.n == 0
		? object
		: str_format(arena, STR_FMT " " STR_FMT, STR_ARG(text->objects),
			     STR_ARG(object));
}

/* Notes what 栏目 there are, once each. */
static void note_text(struct compiler *compiler, const struct node *node,
		      const struct plan_slot *slot)
{
	struct template *build = compiler->build;
	const struct spot *object = node_attribute(node, "object");
	struct template_text *text;
	size_t i;

	for (i = 0; i < build->n_texts; i++)
		if (str_equal(build->texts[i].name, slot->name))
			break;
	if (i == build->n_texts) {
		build->texts =
		    arena_grow(build->arena, build->texts, build->n_texts,
			       &build->room_texts, sizeof(*build->texts));
		build->texts[build->n_texts++] =
		    (struct template_text){.name = slot->name};
	}
	text = &build->texts[i];
	text->required = text->required || slot->required;
	text->has_default = text->has_default || slot->has_default;
	if (object != NULL)
		note_object(text, object->text, build->arena);
	if (text->help.n == 0)
		text->help = attribute_str(node, "help");
}

const struct plan_slot *compile_slot(struct compiler *compiler,
				     const struct node *node, bool has_default)
{
	struct plan_slot *slot = ARENA_NEW(compiler->arena, struct plan_slot);
	const struct spot *name = needed(compiler, node, "name");
	const struct spot *object = node_attribute(node, "object");

	if (name == NULL)
		return NULL;
	slot->name = name->text;
	slot->has_default = has_default;
	slot->required = attribute_yes(compiler, node, "required", false);
	slot->spot = *name;
	if (object != NULL) {
		struct plan_text *text =
		    ARENA_NEW(compiler->arena, struct plan_text);

		*text = compile_text(compiler, object);
		slot->object = text;
	}
	if (compiler->build != NULL)
		note_text(compiler, node, slot);
	return slot;
}
