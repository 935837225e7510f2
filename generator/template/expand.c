/* SPDX-License-Identifier: MIT */
/* A template on a budget; the document of a unit. */
#include "template/expand.h"

#include "template/compile.h"

struct edition *template_bind(const struct template *template,
			      const struct budget *budget, struct arena *arena,
			      struct diag_sink *sink)
{
	struct edition *edition = ARENA_NEW(arena, struct edition);
	bool ok = true;
	size_t i;

	*edition = (struct edition){
	    .template = template, .budget = budget, .arena = arena};
	edition->years =
	    ARENA_ARRAY(arena, template->n_selects, struct year_known);
	edition->selections =
	    ARENA_ARRAY(arena, template->n_selects, struct selection *);
	for (i = 0; i < template->n_selects; i++) {
		const struct plan_select *select = template->selects[i];

		edition->selections[i] =
		    select_parse(select->text, budget,
				 spot_place(&select->spot, 0), arena, sink);
		ok = ok && edition->selections[i] != NULL;
	}
	return ok ? edition : NULL;
}

const struct template *template_of(const struct edition *edition)
{
	return edition->template;
}

static struct expansion begin(struct edition *edition, int unit,
			      struct arena *arena, struct diag_sink *sink)
{
	return (struct expansion){.edition = edition,
				  .template = edition->template,
				  .budget = edition->budget,
				  .scope =
				      scope_of(edition->budget, unit, arena),
				  .unit = &edition->budget->units[unit],
				  .arena = arena,
				  .sink = sink,
				  .tracing = true,
				  .told = {.arena = arena}};
}

bool was_told(struct expansion *x, const struct diag_kind *kind,
	      struct str what)
{
	struct str key =
	    str_format(x->arena, "%s " STR_FMT, kind->id, STR_ARG(what));

	return map_put(&x->told, key, 1) != MAP_NONE;
}

static void expand_section(struct expansion *x, const struct plan_section *plan,
			   struct section *section)
{
	x->blocks = (struct block_list){.n = 0};
	x->parent = plan->id;
	x->start = START_RUNNING;
	expand_blocks(x, plan->content);
	*section = (struct section){.id = plan->id,
				    .page_style = plan->page_style,
				    .counted = plan->counted,
				    .shown = plan->shown,
				    .restart = plan->restart,
				    .blocks = x->blocks.list,
				    .n_blocks = x->blocks.n};
}

static void expand_sections(struct expansion *x)
{
	const struct template *template = x->template;
	struct section *sections =
	    ARENA_ARRAY(x->arena, template->n_sections, struct section);
	size_t n = 0;
	size_t i;

	for (i = 0; i < template->n_sections; i++) {
		if (!eval_when(x, template->sections[i].when))
			continue;
		expand_section(x, &template->sections[i], &sections[n]);
		n += sections[n].n_blocks > 0;
	}
	x->doc->sections = sections;
	x->doc->n_sections = n;
}

/* Terms in the making. */
struct term_list {
	struct expansion *x;
	struct term *list;
	size_t n, room;
};

/* What no selection tells is no term. */
static void add_term(struct term_list *terms, struct str word,
		     const struct expr *value)
{
	struct str select = reference_text(terms->x, value);

	if (word.n == 0 || select.n == 0)
		return;
	terms->list = arena_grow(terms->x->arena, terms->list, terms->n,
				 &terms->room, sizeof(*terms->list));
	terms->list[terms->n++] = (struct term){word, select, STR_NONE};
}

static void add_word(struct term_list *terms, const struct plan_term *term)
{
	terms->list = arena_grow(terms->x->arena, terms->list, terms->n,
				 &terms->room, sizeof(*terms->list));
	terms->list[terms->n++] =
	    (struct term){term->word, STR_NONE, term->glossary};
}

/* What sentences call figures: for check/. */
static void expand_terms(struct expansion *x)
{
	struct compiler compiler = {.template = x->template,
				    .arena = x->arena,
				    .sink = x->sink,
				    .ok = true};
	struct term_list terms = {.x = x};
	size_t i;

	for (i = 0; i < x->template->n_figures; i++) {
		const struct figure *figure = &x->template->figures[i];
		struct figure_ask ask = {.spot = figure->spot};
		struct str rest = figure->words;
		const struct expr *expr;
		struct str word;

		if (rest.n == 0)
			continue;
		expr = compile_figure(&compiler, figure, &ask);
		while (expr != NULL && str_split(&rest, ' ', &word))
			add_term(&terms, word, expr);
	}
	for (i = 0; i < x->template->n_terms; i++)
		if (x->template->terms[i].value == NULL)
			add_word(&terms, &x->template->terms[i]);
		else
			add_term(&terms, x->template->terms[i].word,
				 x->template->terms[i].value);
	x->doc->terms = terms.list;
	x->doc->n_terms = terms.n;
}

static void copy_styles(struct expansion *x)
{
	const struct doc *styles = x->template->styles;

	x->doc->para_styles = styles->para_styles;
	x->doc->n_para_styles = styles->n_para_styles;
	x->doc->table_styles = styles->table_styles;
	x->doc->n_table_styles = styles->n_table_styles;
	x->doc->page_styles = styles->page_styles;
	x->doc->n_page_styles = styles->n_page_styles;
}

static void describe(struct expansion *x)
{
	const struct template *template = x->template;
	struct doc *doc = x->doc;

	doc->arena = x->arena;
	doc->title = expand_plain(x, &template->title);
	doc->subject = expand_plain(x, &template->subject);
	doc->keywords = expand_plain(x, &template->keywords);
	doc->author =
	    x->unit->public_name.n > 0 ? x->unit->public_name : x->unit->name;
	doc->lang = STR("zh-CN");
	doc->date = x->unit->publication_date;
	doc->template_id = template->info.id;
	doc->unit = x->unit->code;
	doc->year = str_format(x->arena, "%d", x->scope.year);
}

static void check_required_figures(struct expansion *x)
{
	struct compiler compiler = {.template = x->template,
				    .arena = x->arena,
				    .sink = x->sink,
				    .ok = true};
	size_t i;

	for (i = 0; i < x->template->n_figures; i++) {
		const struct figure *figure = &x->template->figures[i];
		struct figure_ask ask = {.spot = figure->spot};
		const struct expr *expr;

		if (!figure->about.required)
			continue;
		expr = compile_figure(&compiler, figure, &ask);
		if (expr != NULL && !eval(x, expr).there)
			(void)report_missing(x, expr);
	}
}

struct doc *template_expand(struct edition *edition, int unit,
			    struct arena *arena, struct diag_sink *sink)
{
	struct expansion x = begin(edition, unit, arena, sink);
	const struct template_info *info = &edition->template->info;
	bool department = x.unit->level == UNIT_DEPARTMENT;

	if (department ? !info->departments : !info->units) {
		DIAG(sink, &TEMPLATE_LEVEL, PLACE_NONE, info->id,
		     department ? STR("部门") : STR("单位"));
		return NULL;
	}
	x.doc = ARENA_NEW(arena, struct doc);
	describe(&x);
	copy_styles(&x);
	check_required_figures(&x);
	expand_sections(&x);
	expand_terms(&x);
	return x.doc;
}

/* All selections of an expression as they are asked of the budget. */
struct selection_list {
	struct str *list;
	size_t n, room;
};

static void collect(struct expansion *x, const struct expr *expr,
		    struct selection_list *list)
{
	size_t i;

	if (expr->kind == EXPR_FIGURE || expr->kind == EXPR_SELECT) {
		list->list = arena_grow(x->arena, list->list, list->n,
					&list->room, sizeof(*list->list));
		list->list[list->n++] = reference_text(x, expr);
		return;
	}
	for (i = 0; i < expr->n_args; i++)
		collect(x, expr->args[i], list);
}

bool template_refer(struct edition *edition, int unit, struct str reference,
		    struct arena *arena, struct diag_sink *sink,
		    struct template_value *value)
{
	struct expansion x = begin(edition, unit, arena, sink);
	struct compiler compiler = {.template = edition->template,
				    .arena = arena,
				    .sink = sink,
				    .ok = true};
	struct spot spot = {.text = reference};
	const struct expr *expr = compile_expr(&compiler, &spot);
	struct run_list runs = {.x = &x};
	struct selection_list list = {.n = 0};

	if (expr == NULL)
		return false;
	runs_value(&runs, expr, NULL);
	collect(&x, expr, &list);
	*value =
	    (struct template_value){.text = text_plain(runs_end(&runs), arena),
				    .selections = list.list,
				    .n = list.n};
	return true;
}
