/* SPDX-License-Identifier: MIT */
/* Texts: words with {…} and the elements that stand in sentences. */
#include <string.h>

#include "base/utf8.h"
#include "template/compile.h"

/* Pieces in the making. */
struct pieces {
	struct compiler *compiler;
	struct piece *list;
	size_t n, room;
	struct buf words;
};

static struct piece *add_piece(struct pieces *pieces, enum piece_kind kind)
{
	struct piece *piece;

	pieces->list =
	    arena_grow(pieces->compiler->arena, pieces->list, pieces->n,
		       &pieces->room, sizeof(*pieces->list));
	piece = &pieces->list[pieces->n++];
	*piece = (struct piece){.kind = kind};
	return piece;
}

static void end_words(struct pieces *pieces)
{
	if (pieces->words.n == 0)
		return;
	add_piece(pieces, PIECE_WORDS)->words = buf_str(&pieces->words);
	pieces->words = (struct buf){.arena = pieces->compiler->arena};
}

static struct plan_text pieces_end(struct pieces *pieces)
{
	end_words(pieces);
	return (struct plan_text){pieces->list, pieces->n};
}

static struct str format_names(struct compiler *compiler)
{
	struct buf buf = {.arena = compiler->arena};
	size_t i;

	for (i = 0; i < compiler->template->n_formats; i++) {
		buf_add(&buf, compiler->template->formats[i].name);
		buf_add_char(&buf, ' ');
	}
	return str_trim(buf_str(&buf));
}

const struct format *find_format(struct compiler *compiler,
				 const struct spot *name)
{
	struct str text = str_trim(name->text);
	size_t i;

	for (i = 0; i < compiler->template->n_formats; i++)
		if (str_equal(compiler->template->formats[i].name, text))
			return &compiler->template->formats[i];
	fault(compiler, &TEMPLATE_FORMAT, spot_place(name, 0), text,
	      format_names(compiler));
	return NULL;
}

const struct format *attribute_format(struct compiler *compiler,
				      const struct node *node)
{
	const struct spot *spot = node_attribute(node, "format");

	return spot != NULL ? find_format(compiler, spot) : NULL;
}

/* The } that ends what began before; text.n if there is none. */
static size_t closing(struct str text, size_t at)
{
	bool quoted = false;

	for (; at < text.n; at++) {
		quoted = quoted != (text.s[at] == '\'');
		if (!quoted && text.s[at] == '}')
			return at;
	}
	return at;
}

/* {expression|format} between the braces. */
static void add_value(struct pieces *pieces, const struct spot *inside)
{
	ptrdiff_t bar = str_find(inside->text, STR("|"));
	struct spot left = *inside;
	struct piece *piece;

	end_words(pieces);
	piece = add_piece(pieces, PIECE_VALUE);
	if (bar >= 0) {
		struct spot name =
		    spot_slice(inside, (size_t)bar + 1, inside->text.n);

		piece->format = find_format(pieces->compiler, &name);
		left = spot_slice(inside, 0, (size_t)bar);
	}
	piece->value = compile_expr(pieces->compiler, &left);
}

/* White space with a line end in it is how the XML is laid out. */
static size_t pass_blanks(struct pieces *pieces, struct str text, size_t at)
{
	size_t start = at;
	bool line_end = false;

	for (; at < text.n && strchr(" \t\r\n", text.s[at]) != NULL; at++)
		line_end = line_end || text.s[at] == '\n';
	if (!line_end)
		buf_add(&pieces->words, str_slice(text, start, at - start));
	return at;
}

/* Words and {…}. False: an unclosed brace (reported). */
static bool add_words(struct pieces *pieces, const struct spot *spot)
{
	struct str text = spot->text;
	size_t at = 0;

	while (at < text.n) {
		size_t end;
		struct spot inside;

		if (strchr(" \t\r\n", text.s[at]) != NULL) {
			at = pass_blanks(pieces, text, at);
			continue;
		}
		if (text.s[at] != '{' ||
		    (at + 1 < text.n && text.s[at + 1] == '{')) {
			at += text.s[at] == '{';
			buf_add_char(&pieces->words, text.s[at++]);
			continue;
		}
		end = closing(text, at + 1);
		if (end == text.n) {
			fault(pieces->compiler, &TEMPLATE_BRACKET,
			      spot_place(spot, at), STR("}"), STR_NONE);
			return false;
		}
		inside = spot_slice(spot, at + 1, end - at - 1);
		add_value(pieces, &inside);
		at = end + 1;
	}
	return true;
}

struct plan_text compile_text(struct compiler *compiler,
			      const struct spot *spot)
{
	struct pieces pieces = {.compiler = compiler,
				.words = {.arena = compiler->arena}};

	(void)add_words(&pieces, spot);
	return pieces_end(&pieces);
}

struct plan_text compile_attribute_text(struct compiler *compiler,
					const struct node *node,
					const char *name)
{
	const struct spot *spot = node_attribute(node, name);

	return spot != NULL ? compile_text(compiler, spot)
			    : (struct plan_text){NULL, 0};
}

static void add_strong(struct pieces *pieces, const struct node *node)
{
	struct piece *piece = add_piece(pieces, PIECE_STRONG);

	check_attributes(pieces->compiler, node, "");
	piece->content = compile_content(pieces->compiler, node);
}

static void add_if(struct pieces *pieces, const struct node *node)
{
	struct plan_case *only =
	    ARENA_NEW(pieces->compiler->arena, struct plan_case);
	struct piece *piece = add_piece(pieces, PIECE_CHOICE);

	check_attributes(pieces->compiler, node, "when");
	if (needed(pieces->compiler, node, "when") != NULL)
		only->when = compile_when(pieces->compiler, node, "when");
	only->content = compile_content(pieces->compiler, node);
	piece->cases = only;
	piece->n_cases = 1;
}

/* case or else. */
static bool add_case(struct compiler *compiler, const struct node *node,
		     struct plan_case *to)
{
	bool is_case = str_is(node->name, "case");

	if (!is_case && !str_is(node->name, "else")) {
		unexpected(compiler, node, "case else");
		return false;
	}
	check_attributes(compiler, node, is_case ? "when" : "");
	if (is_case && needed(compiler, node, "when") != NULL)
		to->when = compile_when(compiler, node, "when");
	to->content = compile_content(compiler, node);
	return true;
}

static void add_choose(struct pieces *pieces, const struct node *node)
{
	struct compiler *compiler = pieces->compiler;
	struct plan_case *cases =
	    ARENA_ARRAY(compiler->arena, node->n_children, struct plan_case);
	struct piece *piece = add_piece(pieces, PIECE_CHOICE);
	size_t i;

	check_attributes(compiler, node, "");
	for (i = 0; i < node->n_children; i++)
		if (!node_is_blank(node->children[i]) &&
		    add_case(compiler, node->children[i],
			     &cases[piece->n_cases]))
			piece->n_cases++;
	piece->cases = cases;
}

/* What stands between the items of a list or series, and without any. */
static void separate(struct pieces *pieces, struct piece *piece,
		     const struct node *node)
{
	const struct spot *separator = node_attribute(node, "separator");
	const struct spot *last = node_attribute(node, "last");

	piece->separator = separator != NULL ? separator->text : STR("；");
	piece->last = last != NULL ? last->text : piece->separator;
	piece->none = compile_attribute_text(pieces->compiler, node, "none");
}

static void add_list(struct pieces *pieces, const struct node *node)
{
	struct compiler *compiler = pieces->compiler;
	const struct env *env = compiler->env;
	struct piece *piece = add_piece(pieces, PIECE_LIST);

	check_attributes(compiler, node,
			 "separator last none when" SET_ATTRIBUTES);
	separate(pieces, piece, node);
	piece->set = compile_set(compiler, node);
	if (piece->set != NULL)
		piece->content = compile_content(compiler, node);
	compiler->env = env;
}

static bool add_item(struct compiler *compiler, const struct node *node,
		     struct plan_case *to)
{
	if (!str_is(node->name, "item")) {
		unexpected(compiler, node, "item");
		return false;
	}
	check_attributes(compiler, node, "when");
	if (node_attribute(node, "when") != NULL)
		to->when = compile_when(compiler, node, "when");
	to->content = compile_content(compiler, node);
	return true;
}

static void add_series(struct pieces *pieces, const struct node *node)
{
	struct compiler *compiler = pieces->compiler;
	struct plan_case *items =
	    ARENA_ARRAY(compiler->arena, node->n_children, struct plan_case);
	struct piece *piece = add_piece(pieces, PIECE_SERIES);
	size_t i;

	check_attributes(compiler, node, "separator last none");
	separate(pieces, piece, node);
	for (i = 0; i < node->n_children; i++)
		if (!node_is_blank(node->children[i]) &&
		    add_item(compiler, node->children[i],
			     &items[piece->n_cases]))
			piece->n_cases++;
	piece->cases = items;
}

static void add_slot(struct pieces *pieces, const struct node *node)
{
	struct piece *piece = add_piece(pieces, PIECE_SLOT);

	check_attributes(pieces->compiler, node,
			 "name object required help before after");
	piece->separator = attribute_str(node, "before");
	piece->last = attribute_str(node, "after");
	piece->slot =
	    compile_slot(pieces->compiler, node, node->n_children > 0);
	piece->content = compile_content(pieces->compiler, node);
}

typedef void add_element_fn(struct pieces *pieces, const struct node *node);

static void add_element(struct pieces *pieces, const struct node *node)
{
	static const struct {
		const char *name;
		add_element_fn *add;
	} elements[] = {
	    {"b", add_strong},	{"if", add_if},		{"choose", add_choose},
	    {"list", add_list}, {"series", add_series}, {"text", add_slot},
	};
	size_t i;

	for (i = 0; i < sizeof(elements) / sizeof(*elements); i++) {
		if (str_is(node->name, elements[i].name)) {
			end_words(pieces);
			elements[i].add(pieces, node);
			return;
		}
	}
	unexpected(pieces->compiler, node, "b if choose list series text");
}

struct plan_text compile_content(struct compiler *compiler,
				 const struct node *node)
{
	struct pieces pieces = {.compiler = compiler,
				.words = {.arena = compiler->arena}};
	size_t i;

	for (i = 0; i < node->n_children; i++) {
		const struct node *child = node->children[i];

		if (child->name.n > 0)
			add_element(&pieces, child);
		else
			(void)add_words(&pieces, &child->text);
	}
	return pieces_end(&pieces);
}

/* {一} {廿} {1} {①} with what stands around it. */
struct plan_number compile_number(struct compiler *compiler,
				  const struct node *node)
{
	static const char *const marks[] = {
	    [COUNT_HAN] = "{一}",
	    [COUNT_NIAN] = "{廿}",
	    [COUNT_CIRCLED] = "{①}",
	    [COUNT_DIGITS] = "{1}",
	};
	const struct spot *spot = node_attribute(node, "number");
	size_t i;

	if (spot == NULL || spot->text.n == 0)
		return (struct plan_number){.there = false};
	for (i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		ptrdiff_t at = str_find(spot->text, str_from(marks[i]));

		if (at >= 0) {
			return (struct plan_number){
			    .there = true,
			    .before = str_slice(spot->text, 0, (size_t)at),
			    .after = str_slice(spot->text,
					       (size_t)at + strlen(marks[i]),
					       spot->text.n),
			    .style = (enum count_style)i};
		}
	}
	DIAG(compiler->sink, &TEMPLATE_VALUE, spot_place(spot, 0),
	     STR("number"), spot->text, STR("{一} {廿} {1} {①}"));
	compiler->ok = false;
	return (struct plan_number){.there = false};
}
