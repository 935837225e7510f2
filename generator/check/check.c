/* SPDX-License-Identifier: MIT */
#include "check/check.h"

#include "base/arena.h"
#include "budget/record.h"
#include "budget/select.h"
#include "check/rule.h"
#include "pages/plan.h"

const struct check_rule check_rules[] = {
#include "check/table.inc"
};

const size_t check_n_rules = sizeof(check_rules) / sizeof(*check_rules);

struct spot spot_cell(const struct grid *grid, size_t row, size_t column)
{
	return (struct spot){
	    .block = grid->block, .grid = grid, .row = row, .column = column};
}

struct spot spot_line(const struct line *line)
{
	return (struct spot){.block = line->block, .line = line};
}

struct spot spot_passage(const struct passage *passage)
{
	return passage->line != NULL
		   ? spot_line(passage->line)
		   : spot_cell(passage->grid, passage->row, passage->column);
}

/* The printed number of the page that a block begins on, 0: not known. */
static int page_of(const struct check_task *task, const struct spot *spot)
{
	const struct plan *plan =
	    task->plan == NULL ? NULL : task->plan(task->context);
	const struct plan_paragraph *paragraph;
	const struct plan_table *table;

	if (plan == NULL)
		return 0;
	if (spot->grid == NULL) {
		paragraph = plan_paragraph(plan, spot->block->id);
		return paragraph == NULL ? 0 : paragraph->number;
	}
	table = plan_table(plan, spot->block->id);
	return table == NULL ? 0 : table->number;
}

static void add_cell_name(struct buf *buf, const struct spot *spot)
{
	const struct grid *grid = spot->grid;
	struct str label = grid_label(grid, spot->row, spot->column);
	struct str head = grid_head(grid, spot->column);

	buf_format(buf, "/%zu/%zu", spot->row + 1, spot->column + 1);
	if (grid->title.n > 0)
		buf_format(buf, " 《" STR_FMT "》", STR_ARG(grid->title));
	if (spot->row < grid->first_body && !grid->form)
		return;
	buf_format(buf, "第%zu行", spot->row + 1);
	if (label.n > 0)
		buf_format(buf, "“" STR_FMT "”", STR_ARG(label));
	if (head.n > 0 && !grid->form)
		buf_format(buf, " " STR_FMT, STR_ARG(head));
}

static struct str node_text(const struct check *check, const struct spot *spot)
{
	struct buf buf = {.arena = check->arena};
	int page;

	if (spot->block == NULL)
		return STR_NONE;
	page = page_of(check->task, spot);
	buf_add(&buf, spot->block->id);
	if (spot->grid != NULL) {
		add_cell_name(&buf, spot);
	} else if (spot->line->outline > 0) {
		buf_format(&buf, " “" STR_FMT "”", STR_ARG(spot->line->text));
	} else {
		if (spot->line->heading.n > 0)
			buf_format(&buf, " “" STR_FMT "”",
				   STR_ARG(spot->line->heading));
		buf_format(&buf,
			   spot->line->heading.n > 0 ? "第%zu段" : " 第%zu段",
			   spot->line->count);
	}
	if (page > 0)
		buf_format(&buf, "（第%d页）", page);
	return buf_str(&buf);
}

void check_found(struct check *check, const struct diag_kind *kind,
		 struct spot spot, const struct str *args, size_t n)
{
	diag_add(check->sink, &(struct diag){.kind = kind,
					     .level = kind->level,
					     .place = place_of(check, &spot),
					     .unit = check->task->doc->unit,
					     .node = node_text(check, &spot),
					     .args = args,
					     .n_args = n});
}

struct str wan_text(struct money money, struct arena *arena)
{
	struct str number = money_text(
	    money, (struct money_format){.unit = MONEY_WAN, .decimals = 2},
	    arena);

	return str_format(arena, STR_FMT "万元", STR_ARG(number));
}

/* Without the page, which moves when something else changes. */
static struct str without_page(struct str node)
{
	ptrdiff_t at = str_find(node, STR("（第"));

	while (at >= 0) {
		ptrdiff_t next = str_find(
		    str_slice(node, (size_t)at + 1, node.n), STR("（第"));

		if (next < 0)
			break;
		at += next + 1;
	}
	if (at < 0 || !str_ends(node, STR("页）")))
		return node;
	return str_slice(node, 0, (size_t)at);
}

static bool is_there(struct str stated, const struct diag *diag,
		     struct arena *arena)
{
	struct str node = without_page(diag->node);
	ptrdiff_t blank = str_find(node, STR(" "));

	stated = without_page(str_trim(stated));
	return stated.n == 0 || str_equal(stated, node) ||
	       (blank > 0 &&
		str_equal(stated, str_slice(node, 0, (size_t)blank))) ||
	       str_equal(stated, diag_place_text(diag->place, DIAG_ZH, arena));
}

static bool is_excepted(const struct check_exception *exception,
			const struct diag *diag, struct arena *arena)
{
	struct str seen = diag->n_args > 0 ? diag->args[0] : STR_NONE;

	return str_is(exception->rule, diag->kind->id) &&
	       str_equal(str_trim(exception->seen), str_trim(seen)) &&
	       is_there(exception->node, diag, arena);
}

static void pass_on(const struct check_task *task,
		    const struct diag_sink *found, struct arena *arena,
		    struct diag_sink *sink)
{
	bool *used = ARENA_ARRAY(arena, task->n_exceptions + 1, bool);
	size_t i;
	size_t k;

	for (i = 0; i < found->n; i++) {
		struct diag diag = found->list[i];

		for (k = 0; k < task->n_exceptions; k++) {
			if (!is_excepted(&task->exceptions[k], &diag, arena))
				continue;
			used[k] = true;
			diag.accepted = true;
		}
		diag_add(sink, &diag);
	}
	for (k = 0; k < task->n_exceptions; k++) {
		if (!used[k]) {
			diag_add(sink,
				 &(struct diag){
				     .kind = &CHECK_EXCEPTION_UNUSED,
				     .level = CHECK_EXCEPTION_UNUSED.level,
				     .place = task->exceptions[k].place,
				     .unit = task->doc->unit,
				     .args =
					 (const struct str[]){
					     task->exceptions[k].seen, STR_NONE,
					     task->exceptions[k].rule},
				     .n_args = 3});
		}
	}
}

void check_document(const struct check_task *task, struct arena *arena,
		    struct diag_sink *sink)
{
	struct diag_sink *found = diag_open(arena);
	struct view view = view_open(task->doc, arena);
	struct facts facts = facts_open(task, &view, arena);
	struct project_list projects = projects_read(&view, task, arena);
	struct passages passages = passages_open(&view, arena);
	struct check check = {.task = task,
			      .view = &view,
			      .facts = &facts,
			      .projects = &projects,
			      .passages = &passages,
			      .arena = arena,
			      .sink = found};
	size_t i;

	found->most_per_kind = SIZE_MAX;
	for (i = 0; i < check_n_rules; i++)
		if (check_rules[i].run != NULL)
			check_rules[i].run(&check);
	pass_on(task, found, arena, sink);
}

struct check_exception *check_exceptions(const struct scope *scope,
					 struct arena *arena, size_t *n)
{
	const struct budget *budget = scope->budget;
	int number = budget_relation(budget, STR("核对例外"));
	const struct relation *relation;
	struct check_exception *list;
	size_t row;

	*n = 0;
	if (number < 0)
		return NULL;
	relation = &budget->relations[number];
	list = ARENA_ARRAY(arena, relation->n_rows + 1, struct check_exception);
	for (row = 0; row < relation->n_rows; row++) {
		uint32_t at = (uint32_t)row;

		if (relation->units[row] != (uint32_t)scope->unit)
			continue;
		list[(*n)++] = (struct check_exception){
		    .rule = record_text(
			budget, record_column(budget, number, "规则"), at),
		    .node = record_text(
			budget, record_column(budget, number, "位置"), at),
		    .seen = record_text(
			budget, record_column(budget, number, "所见"), at),
		    .reason = record_text(
			budget, record_column(budget, number, "理由"), at),
		    .place = budget_place(budget, number, at, -1)};
	}
	return list;
}

struct amount check_sum_of(const struct check *check, const char *select)
{
	const struct scope *scope = check->task->scope;
	struct selection *selection =
	    scope == NULL
		? NULL
		: select_parse(str_from(select), scope->budget, PLACE_NONE,
			       check->arena, diag_open(check->arena));

	return selection == NULL ? AMOUNT_NONE
				 : select_sum(selection, scope, NULL, 0);
}
