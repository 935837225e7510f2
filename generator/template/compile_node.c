/* SPDX-License-Identifier: MIT */
/* Elements and attributes: which there are, and what simple ones say. */
#include "template/compile.h"

#include <string.h>

#include "base/utf8.h"

void fault(struct compiler *compiler, const struct diag_kind *kind,
	   struct place place, struct str a, struct str b)
{
	DIAG(compiler->sink, kind, place, a, b);
	compiler->ok = false;
}

int word_index(const char *words, struct str word)
{
	struct str rest = str_from(words);
	struct str part;
	int index = 0;

	while (str_split(&rest, ' ', &part)) {
		if (part.n == 0)
			continue;
		if (str_equal(part, word))
			return index;
		index++;
	}
	return -1;
}

void check_attributes(struct compiler *compiler, const struct node *node,
		      const char *names)
{
	size_t i;

	for (i = 0; i < node->n_attributes; i++) {
		if (word_index(names, node->attributes[i].name) < 0) {
			DIAG(compiler->sink, &TEMPLATE_ATTRIBUTE,
			     spot_place(&node->attributes[i].value, 0),
			     node->name, node->attributes[i].name,
			     str_trim(str_from(names)));
			compiler->ok = false;
		}
	}
}

void unexpected(struct compiler *compiler, const struct node *child,
		const char *names)
{
	if (node_is_blank(child))
		return;
	if (child->name.n > 0)
		fault(compiler, &TEMPLATE_ELEMENT, node_place(child),
		      child->name, str_from(names));
	else
		fault(compiler, &TEMPLATE_WORDS, node_place(child),
		      str_trim(child->text.text), str_from(names));
}

void check_no_children(struct compiler *compiler, const struct node *node)
{
	size_t i;

	for (i = 0; i < node->n_children; i++)
		unexpected(compiler, node->children[i], "-");
}

const struct spot *needed(struct compiler *compiler, const struct node *node,
			  const char *name)
{
	const struct spot *spot = node_attribute(node, name);

	if (spot == NULL || spot->text.n == 0) {
		fault(compiler, &TEMPLATE_NEEDS_ATTRIBUTE, node_place(node),
		      node->name, str_from(name));
		return NULL;
	}
	return spot;
}

struct str attribute_str(const struct node *node, const char *name)
{
	const struct spot *spot = node_attribute(node, name);

	return spot != NULL ? spot->text : STR_NONE;
}

int attribute_word(struct compiler *compiler, const struct node *node,
		   const char *name, const char *words, int fallback)
{
	const struct spot *spot = node_attribute(node, name);
	int index;

	if (spot == NULL)
		return fallback;
	index = word_index(words, spot->text);
	if (index >= 0)
		return index;
	DIAG(compiler->sink, &TEMPLATE_VALUE, spot_place(spot, 0),
	     str_from(name), spot->text, str_from(words));
	compiler->ok = false;
	return fallback;
}

bool attribute_yes(struct compiler *compiler, const struct node *node,
		   const char *name, bool fallback)
{
	return attribute_word(compiler, node, name, "no yes", fallback) == 1;
}

int attribute_int(struct compiler *compiler, const struct node *node,
		  const char *name, int least, int most, int fallback)
{
	const struct spot *spot = node_attribute(node, name);
	int value = 0;
	size_t i;

	if (spot == NULL)
		return fallback;
	for (i = 0; i < spot->text.n && value <= most; i++) {
		if (spot->text.s[i] < '0' || spot->text.s[i] > '9')
			break;
		value = value * 10 + (spot->text.s[i] - '0');
	}
	if (spot->text.n > 0 && i == spot->text.n && value >= least &&
	    value <= most)
		return value;
	DIAG(compiler->sink, &TEMPLATE_VALUE, spot_place(spot, 0),
	     str_from(name), spot->text,
	     str_format(compiler->arena, "%d … %d", least, most));
	compiler->ok = false;
	return fallback;
}

/* 48 and 48mm are the same. */
static bool parse_mm(struct str text, struct arena *arena, emu *length)
{
	struct str in_mm = str_format(arena, STR_FMT "mm", STR_ARG(text));

	return emu_parse(text, length) || emu_parse(in_mm, length);
}

emu attribute_mm(struct compiler *compiler, const struct node *node,
		 const char *name)
{
	const struct spot *spot = node_attribute(node, name);
	emu length = 0;

	if (spot == NULL || parse_mm(spot->text, compiler->arena, &length))
		return length;
	DIAG(compiler->sink, &TEMPLATE_VALUE, spot_place(spot, 0),
	     str_from(name), spot->text, STR("20, 20mm, 10.5pt"));
	compiler->ok = false;
	return 0;
}

/* Styles of one kind: each struct begins with its name. */
struct style_list {
	const void *list;
	size_t n, size;
};

static struct str style_name(const struct style_list *styles, size_t i)
{
	struct str name;

	memcpy(&name, (const char *)styles->list + i * styles->size,
	       sizeof(name));
	return name;
}

static struct str style_names(const struct style_list *styles,
			      struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t i;

	for (i = 0; i < styles->n; i++) {
		buf_add(&buf, style_name(styles, i));
		if (i + 1 < styles->n)
			buf_add_char(&buf, ' ');
	}
	return buf_str(&buf);
}

/* Index of the style that the attribute names; 0 (reported) if none. */
static int find_style(struct compiler *compiler, const struct node *node,
		      const char *attribute, struct str fallback,
		      struct style_list styles)
{
	const struct spot *spot = node_attribute(node, attribute);
	struct str name = spot != NULL ? spot->text : fallback;
	size_t i;

	for (i = 0; i < styles.n; i++)
		if (str_equal(style_name(&styles, i), name))
			return (int)i;
	fault(compiler, &TEMPLATE_STYLE,
	      spot != NULL ? spot_place(spot, 0) : node_place(node), name,
	      style_names(&styles, compiler->arena));
	return 0;
}

int find_para_style(struct compiler *compiler, const struct node *node,
		    const char *attribute, const char *fallback)
{
	const struct doc *styles = compiler->template->styles;

	return find_style(compiler, node, attribute, str_from(fallback),
			  (struct style_list){styles->para_styles,
					      styles->n_para_styles,
					      sizeof(*styles->para_styles)});
}

int find_table_style(struct compiler *compiler, const struct node *node)
{
	const struct doc *styles = compiler->template->styles;

	return find_style(compiler, node, "style", STR("public"),
			  (struct style_list){styles->table_styles,
					      styles->n_table_styles,
					      sizeof(*styles->table_styles)});
}

int find_page_style(struct compiler *compiler, const struct node *node)
{
	const struct doc *styles = compiler->template->styles;

	return find_style(compiler, node, "page", STR("text"),
			  (struct style_list){styles->page_styles,
					      styles->n_page_styles,
					      sizeof(*styles->page_styles)});
}
