/* SPDX-License-Identifier: MIT */
#include "template/merge.h"

#include "base/arena.h"
#include "template/messages.h"
#include "template/node.h"

enum change {
	CHANGE_NONE,
	CHANGE_REPLACE,
	CHANGE_REMOVE,
	CHANGE_BEFORE,
	CHANGE_AFTER
};

/* One change: what is done to the element of that id. */
struct edit {
	enum change change;
	const struct spot *id;
	const struct node *content; /* its children are put in */
	size_t n_found;
	struct arena *arena;
};

/* A list of nodes in the making. */
struct nodes {
	const struct node **list;
	size_t n, room;
	struct arena *arena;
};

static void add(struct nodes *nodes, const struct node *node)
{
	nodes->list = arena_grow(nodes->arena, nodes->list, nodes->n,
				 &nodes->room, sizeof(const struct node *));
	nodes->list[nodes->n++] = node;
}

static void add_content(struct nodes *nodes, const struct node *content)
{
	size_t i;

	for (i = 0; i < content->n_children; i++)
		if (!node_is_blank(content->children[i]))
			add(nodes, content->children[i]);
}

static struct str attribute_text(const struct node *node, const char *name)
{
	const struct spot *spot = node_attribute(node, name);

	return spot != NULL ? spot->text : STR_NONE;
}

static const struct node *edited(const struct node *node, struct edit *edit);

/* The child with what the edit puts at it. */
static void add_edited(struct nodes *nodes, const struct node *child,
		       struct edit *edit)
{
	struct str id = attribute_text(child, "id");

	if (id.n == 0 || !str_equal(id, edit->id->text)) {
		add(nodes, edited(child, edit));
		return;
	}
	edit->n_found++;
	if (edit->change == CHANGE_BEFORE || edit->change == CHANGE_REPLACE)
		add_content(nodes, edit->content);
	if (edit->change == CHANGE_BEFORE || edit->change == CHANGE_AFTER)
		add(nodes, child);
	if (edit->change == CHANGE_AFTER)
		add_content(nodes, edit->content);
}

/* The node itself if nothing in it has the id, else a changed copy. */
static const struct node *edited(const struct node *node, struct edit *edit)
{
	size_t found = edit->n_found;
	struct nodes nodes = {.arena = edit->arena};
	struct node *copy;
	size_t i;

	for (i = 0; i < node->n_children; i++)
		add_edited(&nodes, node->children[i], edit);
	if (edit->n_found == found)
		return node;
	copy = ARENA_NEW(edit->arena, struct node);
	*copy = *node;
	copy->children = nodes.list;
	copy->n_children = nodes.n;
	return copy;
}

static enum change change_of(const struct node *node)
{
	static const struct {
		const char *name;
		enum change change;
	} changes[] = {
	    {"replace", CHANGE_REPLACE},
	    {"remove", CHANGE_REMOVE},
	    {"before", CHANGE_BEFORE},
	    {"after", CHANGE_AFTER},
	};
	size_t i;

	for (i = 0; i < sizeof(changes) / sizeof(*changes); i++)
		if (str_is(node->name, changes[i].name))
			return changes[i].change;
	return CHANGE_NONE;
}

/* Puts a change into the tree. False: reported. */
static bool apply(const struct node **root, const struct node *node,
		  struct arena *arena, struct diag_sink *sink)
{
	struct edit edit = {.change = change_of(node),
			    .id = node_attribute(node, "id"),
			    .content = node,
			    .arena = arena};

	if (edit.id == NULL || node->n_attributes != 1) {
		DIAG(sink, &TEMPLATE_NEEDS_ATTRIBUTE, node_place(node),
		     node->name, STR("id"));
		return false;
	}
	*root = edited(*root, &edit);
	if (edit.n_found == 1)
		return true;
	DIAG(sink, edit.n_found == 0 ? &TEMPLATE_NO_ID : &TEMPLATE_MANY_IDS,
	     spot_place(edit.id, 0), edit.id->text);
	return false;
}

/* Does one declare what the other declares? */
static bool same_declaration(const struct node *a, const struct node *b)
{
	struct str name = attribute_text(a, "name");

	if (str_is(a->name, "term") && str_is(b->name, "term"))
		return str_equal(attribute_text(a, "word"),
				 attribute_text(b, "word"));
	if (!str_equal(a->name, b->name) || a->name.n == 0)
		return false;
	if (str_is(a->name, "document") || str_is(a->name, "texts"))
		return true;
	return name.n > 0 && !str_is(a->name, "section") &&
	       str_equal(name, attribute_text(b, "name"));
}

/* Adds to the root's children, in place of the same declaration. */
static const struct node *declared(const struct node *root,
				   const struct node *node, struct arena *arena)
{
	struct nodes nodes = {.arena = arena};
	struct node *copy = ARENA_NEW(arena, struct node);
	bool placed = false;
	size_t i;

	for (i = 0; i < root->n_children; i++) {
		bool same = same_declaration(root->children[i], node);

		add(&nodes, same ? node : root->children[i]);
		placed = placed || same;
	}
	if (!placed)
		add(&nodes, node);
	*copy = *root;
	copy->children = nodes.list;
	copy->n_children = nodes.n;
	return copy;
}

const struct node *node_extend(const struct node *base,
			       const struct node *changes, struct arena *arena,
			       struct diag_sink *sink)
{
	struct node *root = ARENA_NEW(arena, struct node);
	const struct node *result = root;
	bool ok = true;
	size_t i;

	*root = *base;
	root->text = changes->text;
	root->attributes = changes->attributes;
	root->n_attributes = changes->n_attributes;
	for (i = 0; i < changes->n_children; i++) {
		const struct node *child = changes->children[i];

		if (node_is_blank(child))
			continue;
		if (change_of(child) == CHANGE_NONE)
			result = declared(result, child, arena);
		else
			ok = apply(&result, child, arena, sink) && ok;
	}
	return ok ? result : NULL;
}
