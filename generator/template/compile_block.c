/* SPDX-License-Identifier: MIT */
/* Blocks: paragraphs, headings, parts, repetitions, texts, contents. */
#include "template/compile.h"

#define COMMON " id when start keep"

typedef void block_fn(struct compiler *compiler, const struct node *node,
		      struct plan_block *block);

/* level and number. */
static void counted(struct compiler *compiler, const struct node *node,
		    struct plan_block *block)
{
	block->level = attribute_int(compiler, node, "level", 1, 6, 0);
	block->number = compile_number(compiler, node);
	if (block->number.there && block->level == 0)
		(void)needed(compiler, node, "level");
}

static void paragraph(struct compiler *compiler, const struct node *node,
		      struct plan_block *block)
{
	check_attributes(compiler, node,
			 "style name object required help level number" COMMON);
	block->kind = PLAN_PARAGRAPH;
	block->style = find_para_style(compiler, node, "style", "body");
	block->contents_group = -1;
	counted(compiler, node, block);
	block->text = compile_content(compiler, node);
	if (node_attribute(node, "name") != NULL)
		block->slot = compile_slot(compiler, node, block->text.n > 0);
}

static int group_index(struct compiler *compiler, const struct node *node)
{
	const struct spot *spot = node_attribute(node, "contents");
	struct buf known = {.arena = compiler->arena};
	size_t i;

	if (spot == NULL)
		return -1;
	for (i = 0; i < compiler->template->n_groups; i++) {
		if (str_equal(compiler->template->groups[i], spot->text))
			return (int)i;
		buf_add(&known, compiler->template->groups[i]);
		buf_add_char(&known, ' ');
	}
	DIAG(compiler->sink, &TEMPLATE_VALUE, spot_place(spot, 0),
	     STR("contents"), spot->text, buf_str(&known));
	compiler->ok = false;
	return -1;
}

static void heading(struct compiler *compiler, const struct node *node,
		    struct plan_block *block)
{
	check_attributes(
	    compiler, node,
	    "style level number outline contents contents-level" COMMON);
	block->kind = PLAN_PARAGRAPH;
	block->style = find_para_style(compiler, node, "style", "heading1");
	counted(compiler, node, block);
	block->outline = attribute_int(compiler, node, "outline", 0, 3, 0);
	block->contents_group = group_index(compiler, node);
	block->contents_level = attribute_int(compiler, node, "contents-level",
					      1, 2, block->contents_group >= 0);
	block->text = compile_content(compiler, node);
}

static void part(struct compiler *compiler, const struct node *node,
		 struct plan_block *block)
{
	check_attributes(compiler, node, "name object required help" COMMON);
	block->kind = PLAN_PART;
	block->style = find_para_style(compiler, node, "style", "body");
	if (node_attribute(node, "name") != NULL)
		block->slot = compile_slot(compiler, node, true);
	block->content = compile_blocks(compiler, node, NULL);
}

static void slot(struct compiler *compiler, const struct node *node,
		 struct plan_block *block)
{
	check_attributes(compiler, node,
			 "style name object required help" COMMON);
	block->kind = PLAN_SLOT;
	block->style = find_para_style(compiler, node, "style", "body");
	block->content = compile_blocks(compiler, node, NULL);
	block->slot = compile_slot(compiler, node, block->content.n > 0);
}

static void each(struct compiler *compiler, const struct node *node,
		 struct plan_block *block)
{
	const struct env *env = compiler->env;

	check_attributes(compiler, node,
			 "id key when start keep" SET_ATTRIBUTES);
	block->kind = PLAN_EACH;
	block->set = compile_set(compiler, node);
	if (block->set != NULL) {
		block->key = compile_attribute_text(compiler, node, "key");
		block->content = compile_blocks(compiler, node, NULL);
	}
	block->when = NULL; /* the set's */
	compiler->env = env;
}

static void choose(struct compiler *compiler, const struct node *node,
		   struct plan_block *block)
{
	struct plan_blocks *cases =
	    ARENA_ARRAY(compiler->arena, node->n_children, struct plan_blocks);
	const struct expr **whens = arena_array(
	    compiler->arena, node->n_children, sizeof(const struct expr *));
	size_t i;

	check_attributes(compiler, node, COMMON);
	block->kind = PLAN_CHOICE;
	for (i = 0; i < node->n_children; i++) {
		const struct node *child = node->children[i];
		bool is_case = str_is(child->name, "case");

		if (!is_case && !str_is(child->name, "else")) {
			unexpected(compiler, child, "case else");
			continue;
		}
		check_attributes(compiler, child, is_case ? "when" : "");
		if (is_case && needed(compiler, child, "when") != NULL)
			whens[block->n_cases] =
			    compile_when(compiler, child, "when");
		cases[block->n_cases++] = compile_blocks(compiler, child, NULL);
	}
	block->cases = cases;
	block->whens = whens;
}

static void table(struct compiler *compiler, const struct node *node,
		  struct plan_block *block)
{
	block->kind = PLAN_TABLE;
	block->table = compile_table(compiler, node);
}

static void form(struct compiler *compiler, const struct node *node,
		 struct plan_block *block)
{
	block->kind = PLAN_FORM;
	block->form = compile_form(compiler, node);
}

static void contents_group(struct compiler *compiler, const struct node *node,
			   struct plan_contents *contents)
{
	struct contents_group *group = &contents->groups[contents->n_groups];

	check_attributes(compiler, node, "id title title-style style style2");
	check_no_children(compiler, node);
	(void)needed(compiler, node, "id");
	contents->titles[contents->n_groups++] =
	    compile_attribute_text(compiler, node, "title");
	group->title_style =
	    find_para_style(compiler, node, "title-style", "contents-group");
	group->entry_style[0] =
	    find_para_style(compiler, node, "style", "contents-1");
	group->entry_style[1] =
	    node_attribute(node, "style2") != NULL
		? find_para_style(compiler, node, "style2", "contents-1")
		: group->entry_style[0];
}

static void contents(struct compiler *compiler, const struct node *node,
		     struct plan_block *block)
{
	struct plan_contents *list =
	    ARENA_NEW(compiler->arena, struct plan_contents);
	size_t i;

	check_attributes(compiler, node, COMMON);
	list->titles =
	    ARENA_ARRAY(compiler->arena, node->n_children, struct plan_text);
	list->groups = ARENA_ARRAY(compiler->arena, node->n_children,
				   struct contents_group);
	for (i = 0; i < node->n_children; i++)
		if (str_is(node->children[i]->name, "group"))
			contents_group(compiler, node->children[i], list);
		else
			unexpected(compiler, node->children[i], "group");
	block->kind = PLAN_CONTENTS;
	block->contents = list;
}

static const struct {
	const char *name;
	block_fn *compile;
} elements[] = {
    {"p", paragraph}, {"heading", heading}, {"part", part},
    {"text", slot},   {"each", each},	    {"choose", choose},
    {"table", table}, {"form", form},	    {"contents", contents},
};

#define ALL_BLOCKS "p heading part text each choose table form contents"

static const struct plan_block *
compile_block(struct compiler *compiler, const struct node *node, size_t number)
{
	struct plan_block *block =
	    ARENA_NEW(compiler->arena, struct plan_block);
	const struct spot *id = node_attribute(node, "id");
	size_t i;

	block->spot = node->text;
	block->named = id != NULL && id->text.n > 0;
	block->id = block->named ? id->text
				 : str_format(compiler->arena, "%zu", number);
	block->start = (enum page_start)attribute_word(
	    compiler, node, "start", "running page odd", START_RUNNING);
	block->keep = attribute_yes(compiler, node, "keep", false);
	for (i = 0; i < sizeof(elements) / sizeof(*elements); i++) {
		if (str_is(node->name, elements[i].name)) {
			if (elements[i].compile != each)
				block->when =
				    compile_when(compiler, node, "when");
			elements[i].compile(compiler, node, block);
			return block;
		}
	}
	return NULL;
}

struct plan_blocks compile_blocks(struct compiler *compiler,
				  const struct node *node, const char *allowed)
{
	const struct plan_block **list =
	    arena_array(compiler->arena, node->n_children,
			sizeof(const struct plan_block *));
	const char *names = allowed != NULL ? allowed : ALL_BLOCKS;
	size_t n = 0;
	size_t i;

	for (i = 0; i < node->n_children; i++) {
		const struct node *child = node->children[i];

		if (child->name.n == 0 || word_index(names, child->name) < 0) {
			unexpected(compiler, child, names);
			continue;
		}
		list[n] = compile_block(compiler, child, n + 1);
		n += list[n] != NULL;
	}
	return (struct plan_blocks){list, n};
}

void compile_unit_line(struct compiler *compiler, const struct node *node,
		       struct plan_text line[3])
{
	check_attributes(compiler, node, "left middle right");
	check_no_children(compiler, node);
	line[0] = compile_attribute_text(compiler, node, "left");
	line[1] = compile_attribute_text(compiler, node, "middle");
	line[2] = compile_attribute_text(compiler, node, "right");
}
