/* SPDX-License-Identifier: MIT */
/* Forms: tables whose cells lie between named edges. */
#include "base/money.h"
#include "template/compile_table.h"

/* Names of the edges of the form in the making. */
struct edges {
	struct compiler *compiler;
	struct str *names;
	emu *at;
	size_t n;
};

/* 签:24 in millimetres. */
static bool parse_edge(struct edges *edges, struct str part)
{
	ptrdiff_t colon = str_find(part, STR(":"));
	struct str length;
	emu at;

	if (colon <= 0)
		return false;
	length = str_slice(part, (size_t)colon + 1, part.n);
	length =
	    str_format(edges->compiler->arena, STR_FMT "mm", STR_ARG(length));
	if (!emu_parse(length, &at) ||
	    (edges->n == 0 ? at != 0 : at <= edges->at[edges->n - 1]))
		return false;
	edges->names[edges->n] = str_slice(part, 0, (size_t)colon);
	edges->at[edges->n++] = at;
	return true;
}

static void parse_edges(struct edges *edges, const struct node *node)
{
	const struct spot *spot = needed(edges->compiler, node, "edges");
	struct str rest = spot != NULL ? spot->text : STR_NONE;
	struct str part;

	edges->names =
	    ARENA_ARRAY(edges->compiler->arena, rest.n + 1, struct str);
	edges->at = ARENA_ARRAY(edges->compiler->arena, rest.n + 1, emu);
	while (str_split(&rest, ' ', &part)) {
		if (part.n == 0 || parse_edge(edges, part))
			continue;
		DIAG(edges->compiler->sink, &TEMPLATE_VALUE,
		     spot_place(spot, 0), STR("edges"), part,
		     STR("左:0 签:24 右:170"));
		edges->compiler->ok = false;
		return;
	}
}

static size_t find_edge(struct edges *edges, const struct node *node)
{
	const struct spot *to = needed(edges->compiler, node, "to");
	struct buf known = {.arena = edges->compiler->arena};
	size_t i;

	if (to == NULL)
		return 0;
	for (i = 1; i < edges->n; i++) {
		if (str_equal(edges->names[i], to->text))
			return i;
		buf_add(&known, edges->names[i]);
		buf_add_char(&known, ' ');
	}
	DIAG(edges->compiler->sink, &TEMPLATE_VALUE, spot_place(to, 0),
	     STR("to"), to->text, buf_str(&known));
	edges->compiler->ok = false;
	return 0;
}

/* Does the cell hold paragraphs rather than text? */
static bool has_paragraphs(const struct node *node)
{
	size_t i;

	for (i = 0; i < node->n_children; i++)
		if (word_index("p each", node->children[i]->name) >= 0)
			return true;
	return false;
}

static void compile_form_cell(struct edges *edges, const struct node *node,
			      struct plan_form_cell *cell)
{
	struct compiler *compiler = edges->compiler;

	check_attributes(compiler, node, "to rows label merge align");
	cell->to = find_edge(edges, node);
	cell->rows = attribute_int(compiler, node, "rows", 1, 50, 1);
	cell->label = attribute_yes(compiler, node, "label", false);
	cell->merge = attribute_yes(compiler, node, "merge", false);
	cell->align = (enum align)attribute_word(
	    compiler, node, "align", "auto left center right", ALIGN_CENTER);
	if (has_paragraphs(node))
		cell->paras = compile_blocks(compiler, node, "p each");
	else
		cell->text = compile_content(compiler, node);
}

static void compile_line(struct edges *edges, const struct node *node,
			 struct plan_line *line)
{
	static const enum row_kind looks[] = {ROW_BODY, ROW_HEAD, ROW_SUBHEAD,
					      ROW_TOTAL};
	struct compiler *compiler = edges->compiler;
	const struct env *env = compiler->env;
	struct plan_form_cell *cells = ARENA_ARRAY(
	    compiler->arena, node->n_children, struct plan_form_cell);
	bool is_set = str_is(node->name, "lines");
	size_t i;

	check_attributes(compiler, node,
			 is_set ? "id when heavy keep" SET_ATTRIBUTES
				: "id kind when heavy keep");
	line->spot = node->text;
	line->look = looks[attribute_word(compiler, node, "kind",
					  "body head subhead total", 0)];
	line->heavy = attribute_yes(compiler, node, "heavy", false);
	line->keep = attribute_yes(compiler, node, "keep", false);
	if (is_set)
		line->set = compile_set(compiler, node);
	else
		line->when = compile_when(compiler, node, "when");
	for (i = 0; i < node->n_children && (line->set || !is_set); i++) {
		if (str_is(node->children[i]->name, "cell"))
			compile_form_cell(edges, node->children[i],
					  &cells[line->n_cells++]);
		else
			unexpected(compiler, node->children[i], "cell");
	}
	line->cells = cells;
	compiler->env = env;
}

static void compile_part(struct edges *edges, const struct node *child,
			 struct plan_form *form, struct plan_line *lines,
			 struct plan_note *notes)
{
	if (word_index("line lines", child->name) >= 0) {
		compile_line(edges, child, &lines[form->n_lines++]);
	} else if (str_is(child->name, "unit-line")) {
		compile_unit_line(edges->compiler, child, form->unit_line);
		form->has_unit_line = true;
	} else if (str_is(child->name, "note")) {
		notes[form->n_notes++] = compile_note(edges->compiler, child);
	} else {
		unexpected(edges->compiler, child, "unit-line line lines note");
	}
}

const struct plan_form *compile_form(struct compiler *compiler,
				     const struct node *node)
{
	struct plan_form *form = ARENA_NEW(compiler->arena, struct plan_form);
	struct plan_line *lines =
	    ARENA_ARRAY(compiler->arena, node->n_children, struct plan_line);
	struct plan_note *notes =
	    ARENA_ARRAY(compiler->arena, node->n_children, struct plan_note);
	struct edges edges = {.compiler = compiler};
	bool in_table = compiler->in_table;
	size_t i;

	check_attributes(compiler, node, "id when start keep style type edges");
	form->style = find_table_style(compiler, node);
	form->type = attribute_str(node, "type");
	parse_edges(&edges, node);
	form->edges = edges.at;
	form->n_edges = edges.n;
	compiler->in_table = true;
	for (i = 0; i < node->n_children; i++)
		compile_part(&edges, node->children[i], form, lines, notes);
	compiler->in_table = in_table;
	form->lines = lines;
	form->notes = notes;
	return form;
}
