/* SPDX-License-Identifier: MIT */
/* Texts of units: lines are paragraphs, # headings, **…** strong, {…} a
 * reference; nothing else means anything (docs/input.md, 说明). */
#include <string.h>

#include "base/utf8.h"
#include "template/compile.h"
#include "template/expand.h"

struct slot_text find_text(struct expansion *x, const struct plan_slot *slot)
{
	struct str object =
	    slot->object != NULL ? expand_plain(x, slot->object) : STR_NONE;

	return budget_text(&x->scope, slot->name, object, x->arena);
}

/* The file that would hold the text: where a clerk is to put it. */
static struct place missing_place(const struct expansion *x, struct str slot,
				  struct str object)
{
	struct str unit = x->scope.budget->units[x->scope.unit].code;
	struct str folder = object.n > 0
				? str_format(x->arena, STR_FMT "/" STR_FMT,
					     STR_ARG(unit), STR_ARG(object))
				: unit;

	return (struct place){
	    .file = str_format(x->arena, "说明/" STR_FMT "/" STR_FMT ".md",
			       STR_ARG(folder), STR_ARG(slot))};
}

void report_no_text(struct expansion *x, const struct plan_slot *slot)
{
	struct str object =
	    slot->object != NULL ? expand_plain(x, slot->object) : STR_NONE;
	struct place place = missing_place(x, slot->name, object);

	if (object.n > 0)
		object =
		    str_format(x->arena, "（" STR_FMT "）", STR_ARG(object));
	if (!was_told(x, &TEMPLATE_NO_TEXT,
		      str_format(x->arena, STR_FMT " " STR_FMT,
				 STR_ARG(slot->name), STR_ARG(object))))
		DIAG(x->sink, &TEMPLATE_NO_TEXT, place, slot->name, object);
}

/* {…} of a unit's text: as in templates, but where it stands no set is. */
static void add_reference(struct run_list *runs, const struct spot *line,
			  size_t from, size_t end)
{
	struct expansion *x = runs->x;
	struct compiler compiler = {.template = x->template,
				    .arena = x->arena,
				    .sink = x->sink,
				    .ok = true};
	struct spot part = spot_slice(line, from, end - from);
	ptrdiff_t bar = str_find(part.text, STR("|"));
	const struct format *format = NULL;
	const struct expr *expr;

	if (bar >= 0) {
		struct spot name =
		    spot_slice(&part, (size_t)bar + 1, part.text.n);

		format = find_format(&compiler, &name);
		part = spot_slice(&part, 0, (size_t)bar);
	}
	expr = compile_expr(&compiler, &part);
	if (expr != NULL)
		runs_value(runs, expr, format);
}

static void toggle_strong(struct run_list *runs)
{
	struct text before = runs_end(runs);

	(void)before;
	runs->strong = !runs->strong;
}

/* One line of a unit's text. */
static void add_line(struct run_list *runs, const struct spot *line)
{
	struct str text = line->text;
	size_t at = 0;

	while (at < text.n) {
		ptrdiff_t close;

		if (text.s[at] == '*' && at + 1 < text.n &&
		    text.s[at + 1] == '*') {
			toggle_strong(runs);
			at += 2;
			continue;
		}
		close = str_find(str_slice(text, at, text.n), STR("}"));
		if (text.s[at] == '{' && at + 1 < text.n &&
		    text.s[at + 1] != '{' && close > 0) {
			add_reference(runs, line, at + 1, at + (size_t)close);
			at += (size_t)close + 1;
			continue;
		}
		at += text.s[at] == '{' && at + 1 < text.n &&
		      text.s[at + 1] == '{';
		runs_words(runs, str_slice(text, at, 1));
		at++;
	}
	runs->strong = false;
}

struct str field_words(struct expansion *x, struct column_ref column,
		       uint32_t row, struct str text)
{
	const struct schema *schema =
	    x->budget->relations[column.relation].schema;
	struct run_list runs = {.x = x};
	struct spot line = {.text = text};

	if (str_find(text, STR("{")) < 0 || column.via >= 0 ||
	    !str_is(STR("项目"), schema->name) ||
	    schema->fields[column.field].type != FIELD_LINES)
		return text;
	line.place =
	    budget_place(x->budget, column.relation, row, column.field);
	add_line(&runs, &line);
	return text_plain(runs_end(&runs), x->arena);
}

/* The lines of a text that hold something. */
struct lines {
	struct str rest;
	struct place place;
	int32_t number;
};

static bool next_line(struct lines *lines, struct spot *line)
{
	struct str text;

	while (str_split(&lines->rest, '\n', &text)) {
		*line = (struct spot){.text = str_trim(text),
				      .place = lines->place};
		if (lines->place.line > 0 && lines->place.column.n == 0)
			line->place.line += lines->number;
		lines->number++;
		if (line->text.n > 0)
			return true;
	}
	return false;
}

/* Without the marks that end a sentence. */
struct str text_without_end(struct str text)
{
	static const char *const ends[] = {"。", "；", ";"};
	size_t i;

	for (i = 0; i < 3; i++)
		if (str_ends(text, str_from(ends[i])))
			return str_slice(text, 0, text.n - strlen(ends[i]));
	return text;
}

void runs_unit_text(struct run_list *runs, const struct plan_slot *slot,
		    struct slot_text text)
{
	struct lines lines = {.rest = text_without_end(str_trim(text.text)),
			      .place = text.place};
	struct spot line;

	(void)slot;
	while (next_line(&lines, &line))
		add_line(runs, &line);
}

/* How many # stand before the text of a heading; takes them off. */
static int heading_level(struct spot *line)
{
	int level = 0;

	while (level < 3 && (size_t)level < line->text.n &&
	       line->text.s[level] == '#')
		level++;
	if (level == 0 || (size_t)level >= line->text.n ||
	    line->text.s[level] != ' ')
		return 0;
	line->text =
	    str_trim(str_slice(line->text, (size_t)level, line->text.n));
	return level;
}

static void add_unit_paragraph(struct expansion *x,
			       const struct plan_block *plan, struct str id,
			       struct spot *line)
{
	const struct text_styles *styles = &x->template->text_styles;
	struct run_list runs = {.x = x};
	int level = heading_level(line);
	struct block *block;

	add_line(&runs, line);
	block = add_block(x, plan, id);
	block->kind = BLOCK_PARAGRAPH;
	block->origin.place = line->place;
	block->origin.slot = plan->slot->name;
	block->paragraph = (struct paragraph){
	    .style = level > 0 ? styles->heading[level - 1] : plan->style,
	    .text = runs_end(&runs),
	    .outline = level > 0 ? styles->outline[level - 1] : 0,
	    .contents_group = -1};
}

void expand_unit_text(struct expansion *x, const struct plan_block *plan,
		      struct slot_text text)
{
	struct lines lines = {.rest = text.text, .place = text.place};
	struct str id = block_id(x, plan);
	struct spot line;
	size_t n = 0;

	while (next_line(&lines, &line))
		add_unit_paragraph(
		    x, plan,
		    str_format(x->arena, STR_FMT ".%zu", STR_ARG(id), ++n),
		    &line);
}
