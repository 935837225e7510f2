/* SPDX-License-Identifier: MIT */
/* Templates in their folders: found, read with what they extend, understood. */
#include "base/file.h"
#include "base/map.h"
#include "doc/dump.h"
#include "template/compile.h"
#include "template/merge.h"

#define DEEPEST_EXTENDS 8

/* A template and those it extends, itself first. */
struct chain {
	struct str ids[DEEPEST_EXTENDS];
	const struct node *roots[DEEPEST_EXTENDS];
	size_t n;
};

static struct str file_of(struct str folder, struct str id, const char *name,
			  struct arena *arena)
{
	return file_join(file_join(folder, id, arena), str_from(name), arena);
}

static struct template_info info_of(const struct node *root, struct str id)
{
	struct str levels = attribute_str(root, "levels");
	struct str rest = levels;
	struct template_info info = {
	    .id = id,
	    .title = attribute_str(root, "title"),
	    .family = attribute_str(root, "family"),
	    .year = attribute_str(root, "year"),
	    .extends = attribute_str(root, "extends"),
	    .abstract = str_is(attribute_str(root, "abstract"), "yes"),
	    .internal = str_is(attribute_str(root, "internal"), "yes")};
	struct str part;

	while (str_split(&rest, ' ', &part)) {
		info.departments = info.departments || str_is(part, "部门");
		info.units = info.units || str_is(part, "单位");
	}
	return info;
}

static bool is_template(const struct node *root, struct diag_sink *sink)
{
	if (str_is(root->name, "template"))
		return true;
	DIAG(sink, &TEMPLATE_ELEMENT, node_place(root), root->name,
	     STR("template"));
	return false;
}

static const struct node *read_root(struct str folder, struct str id,
				    struct arena *arena, struct diag_sink *sink)
{
	struct str path = file_of(folder, id, "template.xml", arena);
	const struct node *root = node_read(path, arena, sink);

	return root != NULL && is_template(root, sink) ? root : NULL;
}

bool template_list(struct str folder, struct arena *arena,
		   struct diag_sink *sink, struct template_info **list,
		   size_t *n)
{
	struct str *names;
	size_t n_names;
	size_t i;

	if (!file_list(folder, arena, sink, &names, &n_names))
		return false;
	*n = 0;
	*list = ARENA_ARRAY(arena, n_names, struct template_info);
	for (i = 0; i < n_names; i++) {
		const struct node *root;

		if (!file_exists(
			file_of(folder, names[i], "template.xml", arena)))
			continue;
		root = read_root(folder, names[i], arena, sink);
		if (root != NULL)
			(*list)[(*n)++] = info_of(root, names[i]);
	}
	return true;
}

static bool is_plain_name(struct str id)
{
	return id.n > 0 && id.s[0] != '.' && str_find(id, STR("/")) < 0;
}

/* Adds the template of that id and those that it extends. */
static bool read_chain(struct str folder, struct str id, struct chain *chain,
		       struct arena *arena, struct diag_sink *sink)
{
	while (id.n > 0) {
		const struct node *root;

		if (!is_plain_name(id) ||
		    !file_exists(file_of(folder, id, "template.xml", arena))) {
			DIAG(sink, &TEMPLATE_MISSING, PLACE_NONE, id, folder);
			return false;
		}
		if (chain->n == DEEPEST_EXTENDS) {
			DIAG(sink, &TEMPLATE_CHAIN, PLACE_NONE, id);
			return false;
		}
		root = read_root(folder, id, arena, sink);
		if (root == NULL)
			return false;
		chain->ids[chain->n] = id;
		chain->roots[chain->n++] = root;
		id = attribute_str(root, "extends");
	}
	return true;
}

static const struct node *merge_chain(const struct chain *chain,
				      struct arena *arena,
				      struct diag_sink *sink)
{
	const struct node *root = chain->roots[chain->n - 1];
	size_t i;

	for (i = chain->n - 1; i > 0 && root != NULL; i--)
		root = node_extend(root, chain->roots[i - 1], arena, sink);
	return root;
}

/* Styles of all of them, the extended ones' first. */
static bool read_styles(struct str folder, const struct chain *chain,
			struct template *template, struct diag_sink *sink)
{
	struct doc *styles = ARENA_NEW(template->arena, struct doc);
	bool ok = true;
	size_t i;

	for (i = chain->n; i > 0; i--) {
		struct str path = file_of(folder, chain->ids[i - 1],
					  "styles.xml", template->arena);

		if (file_exists(path))
			ok = styles_read(styles, path, template->arena, sink) &&
			     ok;
	}
	template->styles = styles;
	return ok;
}

#define TEMPLATE_ELEMENTS                                                         \
	"document word option format figure term glossary change records rowset " \
	"texts section"

/* Stands there in every document? */
static bool always_one_of(const struct node *node, const char *names)
{
	struct str rest = str_from(names);
	struct str name;

	while (str_split(&rest, ' ', &name))
		if (str_equal(name, node->name))
			return node_attribute(node, "when") == NULL;
	return false;
}

/* Pages turn for a table that has them to itself: nothing but headings and
 * paragraphs above it, nothing below. */
static void check_orientation(struct compiler *compiler,
			      const struct node *section, size_t at)
{
	const struct spot *orientation =
	    node_attribute(section->children[at], "orientation");
	size_t i;

	for (i = 0; orientation != NULL && i < section->n_children; i++) {
		if (i == at ||
		    !always_one_of(section->children[i],
				   i < at
				       ? "table form contents"
				       : "table form contents p heading text"))
			continue;
		fault(compiler, &TEMPLATE_ORIENTATION,
		      spot_place(orientation, 0), STR_NONE, STR_NONE);
		return;
	}
}

static void compile_section(struct compiler *compiler, const struct node *node,
			    struct plan_section *section)
{
	const struct spot *id = needed(compiler, node, "id");
	size_t i;

	check_attributes(compiler, node, "id page counted shown restart when");
	section->spot = node->text;
	section->id = id != NULL ? id->text : STR_NONE;
	section->when = compile_when(compiler, node, "when");
	section->page_style = find_page_style(compiler, node);
	section->counted = attribute_yes(compiler, node, "counted", true);
	section->shown =
	    attribute_yes(compiler, node, "shown", section->counted);
	section->restart = attribute_int(compiler, node, "restart", 0, 9999, 0);
	section->content = compile_blocks(compiler, node, NULL);
	for (i = 0; i < node->n_children; i++)
		check_orientation(compiler, node, i);
}

static void compile_sections(struct compiler *compiler, const struct node *root)
{
	struct plan_section *sections =
	    ARENA_ARRAY(compiler->arena, root->n_children, struct plan_section);
	size_t n = 0;
	size_t i;

	for (i = 0; i < root->n_children; i++) {
		const struct node *child = root->children[i];

		if (str_is(child->name, "section"))
			compile_section(compiler, child, &sections[n++]);
		else if (word_index(TEMPLATE_ELEMENTS, child->name) < 0)
			unexpected(compiler, child, TEMPLATE_ELEMENTS);
	}
	compiler->build->sections = sections;
	compiler->build->n_sections = n;
}

/* Ids within the template are unique; columns and sides are not counted. */
static void check_ids(struct compiler *compiler, const struct node *node,
		      struct map *ids)
{
	const struct spot *id = node_attribute(node, "id");
	size_t i;

	if (id != NULL && word_index("column side", node->name) < 0 &&
	    map_put(ids, id->text, 1) != MAP_NONE)
		fault(compiler, &TEMPLATE_MANY_IDS, spot_place(id, 0), id->text,
		      STR_NONE);
	for (i = 0; i < node->n_children; i++)
		check_ids(compiler, node->children[i], ids);
}

/* What info_of() takes no notice of. */
static void check_levels(struct compiler *compiler, const struct node *root)
{
	const struct spot *levels = node_attribute(root, "levels");
	struct str rest = levels != NULL ? levels->text : STR_NONE;
	struct str part;

	while (str_split(&rest, ' ', &part)) {
		if (part.n == 0 || word_index("部门 单位", part) >= 0)
			continue;
		DIAG(compiler->sink, &TEMPLATE_VALUE, spot_place(levels, 0),
		     STR("levels"), part, STR("部门 单位"));
		compiler->ok = false;
	}
}

static bool compile_template(struct template *template, const struct node *root,
			     struct diag_sink *sink)
{
	struct compiler compiler = {.template = template,
				    .build = template,
				    .arena = template->arena,
				    .sink = sink,
				    .ok = true};
	struct map ids = {.arena = template->arena};
	size_t i;

	check_attributes(&compiler, root,
			 "title family year levels extends abstract internal");
	(void)needed(&compiler, root, "title");
	(void)attribute_yes(&compiler, root, "abstract", false);
	(void)attribute_yes(&compiler, root, "internal", false);
	check_levels(&compiler, root);
	check_ids(&compiler, root, &ids);
	if (!compile_declarations(&compiler, root))
		return false;
	compile_sections(&compiler, root);
	template->figure_list = ARENA_ARRAY(
	    template->arena, template->n_figures, struct template_figure);
	for (i = 0; i < template->n_figures; i++)
		template->figure_list[i] = template->figures[i].about;
	return compiler.ok;
}

/* A template of what the chain holds. */
static struct template *load(struct str folder, const struct chain *chain,
			     struct arena *arena, struct diag_sink *sink)
{
	struct template *template = ARENA_NEW(arena, struct template);
	const struct node *root;

	template->arena = arena;
	template->folder = str_copy(folder, arena);
	template->info = info_of(chain->roots[0], chain->ids[0]);
	root = merge_chain(chain, arena, sink);
	if (root == NULL || !read_styles(folder, chain, template, sink))
		return NULL;
	return compile_template(template, root, sink) ? template : NULL;
}

struct template *template_load(struct str folder, struct str id,
			       struct arena *arena, struct diag_sink *sink)
{
	struct chain chain = {.n = 0};

	id = str_copy(id, arena);
	if (id.n == 0)
		DIAG(sink, &TEMPLATE_MISSING, PLACE_NONE, id, folder);
	if (id.n == 0 || !read_chain(folder, id, &chain, arena, sink))
		return NULL;
	return load(folder, &chain, arena, sink);
}

struct template *template_from(struct str folder, struct str id,
			       struct str bytes, struct arena *arena,
			       struct diag_sink *sink)
{
	struct chain chain = {.n = 1};

	chain.ids[0] = str_copy(id, arena);
	chain.roots[0] =
	    node_parse(chain.ids[0], str_copy(bytes, arena), arena, sink);
	if (chain.roots[0] == NULL || !is_template(chain.roots[0], sink) ||
	    !read_chain(folder, attribute_str(chain.roots[0], "extends"),
			&chain, arena, sink))
		return NULL;
	return load(folder, &chain, arena, sink);
}

const struct template_info *template_about(const struct template *template)
{
	return &template->info;
}

const struct template_option *template_options(const struct template *template,
					       size_t *n)
{
	*n = template->n_options;
	return template->options;
}

const struct template_figure *template_figures(const struct template *template,
					       size_t *n)
{
	*n = template->n_figures;
	return template->figure_list;
}

const struct template_text *template_texts(const struct template *template,
					   size_t *n)
{
	*n = template->n_texts;
	return template->texts;
}

const struct schema *const *template_tables(const struct template *template,
					    size_t *n)
{
	*n = template->n_tables;
	return template->tables;
}

const struct str *template_needs(const struct template *template, size_t *n)
{
	*n = template->n_needs;
	return template->needs;
}
