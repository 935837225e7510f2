/* SPDX-License-Identifier: MIT */
/* Rows of tables, and what stands in each of their cells. */
#include "template/compile_table.h"

/* What rows hand down to those in them. */
struct row_around {
	struct facts facts; /* without the table's and the columns' */
	int side;
	bool implicit; /* the row of a set's item, not written */
	struct plan_number number;
};

static void add_row(struct table_maker *maker, struct plan_rows *rows,
		    const struct plan_row *row)
{
	rows->list = arena_grow(maker->compiler->arena, rows->list, rows->n,
				&rows->room, sizeof(const struct plan_row *));
	rows->list[rows->n++] = row;
}

static void text_cell(struct compiler *compiler, struct plan_cell *cell,
		      struct plan_text text)
{
	(void)compiler;
	cell->kind = text.n > 0 ? CELL_TEXT : CELL_BLANK;
	cell->text = text;
}

/* The cell's selection: facts of the row or the column, filters of both. */
static const struct expr *cell_facts(struct compiler *compiler,
				     const struct spot *facts)
{
	struct expr *expr = expr_new(compiler, EXPR_SELECT, facts);
	struct reference reference;

	if (!reference_parse(compiler, facts, &reference))
		return NULL;
	expr->select = reference_compose(compiler, &reference);
	return expr->select != NULL ? expr : NULL;
}

/* In a set of records a selection of the same table counts the record. */
static const struct expr *own_rows(struct compiler *compiler,
				   const struct expr *expr)
{
	const struct env *env = compiler->env;
	struct expr *own;

	if (env == NULL || expr->kind != EXPR_SELECT ||
	    env->schema != expr->select->schema ||
	    (env->kind != ENV_RECORD && env->kind != ENV_GROUP))
		return expr;
	own = expr_new(compiler, EXPR_OWN, &expr->spot);
	own->select = expr->select;
	return own;
}

/* Does it say by $ which rows it means? Names of codes around are added by
 * reference.c: m0, m1. */
static bool says_which(const struct plan_select *select)
{
	size_t i;

	for (i = 0; i < select->n_binds; i++)
		if (select->binds[i].value->spot.text.n > 0)
			return true;
	return false;
}

/* The same of each selection that a value is computed from, but for those that
 * say which rows they mean. */
static const struct expr *own_rows_within(struct compiler *compiler,
					  const struct expr *expr)
{
	struct expr *copy;
	size_t i;

	if (expr->kind == EXPR_SELECT)
		return says_which(expr->select) ? expr
						: own_rows(compiler, expr);
	if (expr->n_args == 0)
		return expr;
	copy = ARENA_NEW(compiler->arena, struct expr);
	*copy = *expr;
	for (i = 0; i < expr->n_args; i++)
		copy->args[i] = own_rows_within(compiler, expr->args[i]);
	return copy;
}

static void value_cell(struct table_maker *maker,
		       const struct column_source *column,
		       const struct facts *row, struct plan_cell *cell)
{
	struct compiler *compiler = maker->compiler;
	struct compiler saved = *compiler;
	const struct spot *value =
	    row->value != NULL ? row->value : column->facts.value;
	const struct spot *facts =
	    row->facts != NULL ? row->facts : column->facts.facts;

	cell->kind = CELL_BLANK;
	if (value == NULL && facts == NULL) {
		fault(compiler, &TEMPLATE_NO_FACTS, node_place(column->node),
		      STR_NONE, STR_NONE);
		return;
	}
	compiler->extra =
	    filters_join(compiler, column->facts.filters, row->filters);
	compiler->below_members = true;
	compiler->own = facts;
	cell->value = value != NULL ? compile_expr(compiler, value)
				    : cell_facts(compiler, facts);
	cell->own = value != NULL || row->facts != NULL || maker->n_sides > 0;
	if (cell->value != NULL) {
		cell->kind = CELL_VALUE;
		cell->value = cell->value->kind == EXPR_SELECT
				  ? own_rows(compiler, cell->value)
				  : own_rows_within(compiler, cell->value);
	}
	saved.ok = compiler->ok;
	*compiler = saved;
}

/* Does the column hold figures of facts? */
static bool has_figures(const struct column_source *column,
			const struct facts *row)
{
	enum column_kind kind = column->plan.kind;

	return kind == COLUMN_AMOUNT || kind == COLUMN_COUNT ||
	       column->facts.value != NULL ||
	       (row->value != NULL && kind == COLUMN_WORD);
}

static void compile_cell(struct table_maker *maker,
			 const struct column_source *column,
			 const struct row_around *around, bool blank,
			 struct plan_cell *cell)
{
	enum column_kind kind = column->plan.kind;
	const struct spot *text = node_attribute(column->node, "text");

	cell->format = around->facts.format != NULL ? around->facts.format
						    : column->facts.format;
	if (column->plan.side >= 0 && around->side != column->plan.side)
		cell->kind = CELL_BLANK;
	else if (kind == COLUMN_SEQ)
		cell->kind = CELL_SEQ;
	else if (text != NULL)
		text_cell(maker->compiler, cell,
			  compile_text(maker->compiler, text));
	else if (kind == COLUMN_CODE)
		cell->kind = CELL_CODE;
	else if (kind == COLUMN_NAME)
		cell->kind = CELL_NAME;
	else if (!blank && has_figures(column, &around->facts))
		value_cell(maker, column, &around->facts, cell);
}

static bool is_column(const struct column_source *column, struct str name)
{
	return name.n > 0 &&
	       (str_equal(column->plan.id, name) ||
		str_equal(attribute_str(column->node, "head"), name));
}

/* Does the row say itself what stands in the column? */
static bool has_own_cell(const struct column_source *column,
			 const struct node *row)
{
	size_t i;

	for (i = 0; row != NULL && i < row->n_children; i++)
		if (str_is(row->children[i]->name, "cell") &&
		    is_column(column,
			      attribute_str(row->children[i], "column")))
			return true;
	return false;
}

/* The column that a <cell> names by id or, failing that, by its heading. */
static struct column_source *cell_column(struct table_maker *maker,
					 const struct node *node)
{
	const struct spot *name = needed(maker->compiler, node, "column");
	size_t i;

	if (name == NULL)
		return NULL;
	for (i = 0; i < maker->n_columns; i++)
		if (is_column(&maker->columns[i], name->text))
			return &maker->columns[i];
	fault(maker->compiler, &TEMPLATE_NO_COLUMN, spot_place(name, 0),
	      name->text, STR_NONE);
	return NULL;
}

/* <cell column="…"> in a row. */
static void compile_own_cell(struct table_maker *maker, const struct node *node,
			     const struct row_around *around,
			     struct plan_cell *cells)
{
	struct compiler *compiler = maker->compiler;
	struct column_source *column = cell_column(maker, node);
	struct facts facts;
	struct plan_cell *cell;

	check_attributes(compiler, node,
			 "column value facts filter text format");
	if (column == NULL)
		return;
	cell = &cells[column - maker->columns];
	facts = facts_of(compiler, node, &around->facts);
	if (node->n_attributes == 2 && node_attribute(node, "format") &&
	    node->n_children == 0) {
		compile_cell(maker, column, around, false, cell);
		cell->format = facts.format;
		return;
	}
	*cell = (struct plan_cell){.kind = CELL_BLANK};
	cell->format =
	    facts.format != NULL ? facts.format : column->facts.format;
	if (node_attribute(node, "value") != NULL ||
	    node_attribute(node, "facts") != NULL ||
	    node_attribute(node, "filter") != NULL) {
		value_cell(maker, column, &facts, cell);
		cell->own = true;
	} else if (node_attribute(node, "text") != NULL) {
		text_cell(compiler, cell,
			  compile_attribute_text(compiler, node, "text"));
	} else {
		text_cell(compiler, cell, compile_content(compiler, node));
	}
}

static const struct plan_cell *compile_cells(struct table_maker *maker,
					     const struct node *node,
					     const struct row_around *around,
					     bool blank)
{
	struct plan_cell *cells = ARENA_ARRAY(
	    maker->compiler->arena, maker->n_columns, struct plan_cell);
	size_t i;

	for (i = 0; i < maker->n_columns; i++)
		if (!has_own_cell(&maker->columns[i], node))
			compile_cell(maker, &maker->columns[i], around, blank,
				     &cells[i]);
	for (i = 0; node != NULL && i < node->n_children; i++) {
		if (str_is(node->children[i]->name, "cell"))
			compile_own_cell(maker, node->children[i], around,
					 cells);
		else
			unexpected(maker->compiler, node->children[i], "cell");
	}
	return cells;
}

/* The row's own part of its cells' selections. */
static void row_select(struct table_maker *maker,
		       const struct row_around *around, struct plan_row *row)
{
	struct compiler saved = *maker->compiler;
	struct reference reference;

	if (maker->facts.facts == NULL || maker->n_sides > 0 ||
	    around->facts.facts != NULL ||
	    !facts_reference(maker->compiler, &maker->facts, &reference))
		return;
	maker->compiler->below_members = true;
	(void)filters_text(maker->compiler, reference.schema,
			   around->facts.filters, &row->select, &row->binds,
			   &row->n_binds);
	saved.ok = maker->compiler->ok;
	*maker->compiler = saved;
}

static struct plan_text name_text(struct compiler *compiler, const char *name)
{
	struct spot spot = {.text = str_from(name)};

	return compile_text(compiler, &spot);
}

/* The row of a set's item that is not written. */
static const struct plan_row *implicit_row(struct table_maker *maker,
					   const struct node *node,
					   const struct row_around *around)
{
	struct plan_row *row =
	    ARENA_NEW(maker->compiler->arena, struct plan_row);

	row->spot = node->text;
	row->look = ROW_BODY;
	row->side = around->side;
	row->has_number = around->number.there;
	if (maker->compiler->env->kind == ENV_MEMBER) {
		row->label = name_text(maker->compiler, "{名称}");
		row->code = name_text(maker->compiler, "{代码}");
		row->by_member = true;
	}
	row_select(maker, around, row);
	row->cells = compile_cells(maker, NULL, around, false);
	return row;
}

static void written_row(struct table_maker *maker, const struct node *node,
			const struct row_around *around, struct plan_rows *rows)
{
	static const enum row_kind looks[] = {ROW_BODY, ROW_TOTAL, ROW_BLANK};
	struct compiler *compiler = maker->compiler;
	struct plan_row *row = ARENA_NEW(compiler->arena, struct plan_row);
	const struct spot *number = node_attribute(node, "number");
	const struct spot *side = node_attribute(node, "side");
	struct row_around own = *around;

	check_attributes(compiler, node,
			 "id label code kind level number when filter facts "
			 "value format side heavy keep blank");
	own.facts = facts_of(compiler, node, &around->facts);
	if (side != NULL)
		own.side = find_side(maker, side);
	row->kind = ROWS_ROW;
	row->spot = node->text;
	row->when = compile_when(compiler, node, "when");
	row->side = own.side;
	row->look = looks[attribute_word(compiler, node, "kind",
					 "body total blank", 0)];
	row->label = compile_attribute_text(compiler, node, "label");
	row->code = compile_attribute_text(compiler, node, "code");
	row->level = attribute_int(compiler, node, "level", 0, 8, 0);
	row->has_number = number == NULL && around->number.there;
	row->keep = attribute_yes(compiler, node, "keep", false);
	row->heavy = attribute_yes(compiler, node, "heavy", false);
	row_select(maker, &own, row);
	row->cells = compile_cells(
	    maker, node, &own, attribute_yes(compiler, node, "blank", false));
	add_row(maker, rows, row);
}

static void compile_any(struct table_maker *maker, const struct node *node,
			const struct row_around *around,
			struct plan_rows *rows);

static void use_rowset(struct table_maker *maker, const struct node *node,
		       const struct row_around *around, struct plan_rows *rows)
{
	const struct template *template = maker->compiler->template;
	const struct spot *name = needed(maker->compiler, node, "rowset");
	size_t i;
	size_t j;

	check_attributes(maker->compiler, node, "rowset");
	for (i = 0; name != NULL && i < template->n_rowsets; i++) {
		const struct node *set = template->rowsets[i].node;

		if (!str_equal(template->rowsets[i].name, name->text))
			continue;
		for (j = 0; j < set->n_children; j++)
			compile_any(maker, set->children[j], around, rows);
		return;
	}
	if (name != NULL)
		fault(maker->compiler, &TEMPLATE_NO_ROWSET, spot_place(name, 0),
		      name->text, STR_NONE);
}

static void compile_children(struct table_maker *maker, const struct node *node,
			     const struct row_around *around,
			     struct plan_row *group)
{
	struct plan_rows rows = {.n = 0};
	size_t i;

	for (i = 0; i < node->n_children; i++)
		compile_any(maker, node->children[i], around, &rows);
	if (rows.n == 0 && group->set != NULL)
		add_row(maker, &rows, implicit_row(maker, node, around));
	group->children = rows.list;
	group->n_children = rows.n;
}

/* The facts of the rows in it, with those of the table or the side. */
static struct facts whole_facts(struct table_maker *maker,
				const struct row_around *own)
{
	const struct facts *outer =
	    own->side >= 0 ? &maker->side_facts[own->side] : &maker->facts;
	struct facts facts = own->facts;

	if (facts.facts == NULL)
		facts.facts = outer->facts;
	facts.filters =
	    filters_join(maker->compiler, outer->filters, own->facts.filters);
	return facts;
}

/* The set of rows; without from it runs over the facts of the rows. */
static struct plan_set *rows_set(struct table_maker *maker,
				 const struct node *node,
				 const struct facts *facts)
{
	struct compiler *compiler = maker->compiler;
	const struct spot *around = compiler->facts;
	struct filters extra = compiler->extra;
	struct plan_set *set;

	compiler->facts = facts->facts;
	if (node_attribute(node, "from") == NULL ||
	    str_is(attribute_str(node, "from"), "."))
		compiler->extra = facts->filters;
	set = compile_set(compiler, node);
	compiler->facts = around;
	compiler->extra = extra;
	return set;
}

static void group_looks(struct table_maker *maker, const struct node *node,
			const struct row_around *own, struct plan_row *group)
{
	check_attributes(
	    maker->compiler, node,
	    "id number filter facts side covers level when format" SET_ATTRIBUTES);
	group->kind = ROWS_GROUP;
	group->spot = node->text;
	group->side = own->side;
	group->number = own->number;
	group->has_number = node_attribute(node, "number") != NULL;
	group->base_level =
	    attribute_int(maker->compiler, node, "level", 0, 8, 0);
}

/* rows: fixed ones, or for the items of a set. */
static void compile_group(struct table_maker *maker, const struct node *node,
			  const struct row_around *around,
			  struct plan_rows *rows)
{
	struct compiler *compiler = maker->compiler;
	struct plan_row *group = ARENA_NEW(compiler->arena, struct plan_row);
	const struct env *env = compiler->env;
	const struct spot *side = node_attribute(node, "side");
	struct row_around own = *around;
	struct facts facts;

	own.facts = facts_of(compiler, node, &around->facts);
	if (side != NULL)
		own.side = find_side(maker, side);
	if (node_attribute(node, "number") != NULL)
		own.number = compile_number(compiler, node);
	group_looks(maker, node, &own, group);
	facts = whole_facts(maker, &own);
	if (has_set(node))
		group->set = rows_set(maker, node, &facts);
	else
		group->when = compile_when(compiler, node, "when");
	if (group->set == NULL && has_set(node))
		return;
	group->cover = compile_cover(compiler, node, &facts, "row");
	compile_children(maker, node, &own, group);
	compiler->env = env;
	add_row(maker, rows, group);
}

/* Lists of several sides, next to each other. */
static void compile_band(struct table_maker *maker, const struct node *node,
			 const struct row_around *around,
			 struct plan_rows *rows)
{
	struct plan_row *band =
	    ARENA_NEW(maker->compiler->arena, struct plan_row);
	struct plan_rows inner = {.n = 0};
	size_t i;

	check_attributes(maker->compiler, node, "id when keep");
	band->kind = ROWS_BAND;
	band->spot = node->text;
	band->side = -1;
	band->when = compile_when(maker->compiler, node, "when");
	band->keep = attribute_yes(maker->compiler, node, "keep", false);
	for (i = 0; i < node->n_children; i++) {
		const struct node *child = node->children[i];

		if (!str_is(child->name, "rows"))
			unexpected(maker->compiler, child, "rows");
		else if (needed(maker->compiler, child, "side") != NULL)
			compile_group(maker, child, around, &inner);
	}
	band->children = inner.list;
	band->n_children = inner.n;
	add_row(maker, rows, band);
}

static void compile_any(struct table_maker *maker, const struct node *node,
			const struct row_around *around, struct plan_rows *rows)
{
	if (str_is(node->name, "row"))
		written_row(maker, node, around, rows);
	else if (str_is(node->name, "rows"))
		compile_group(maker, node, around, rows);
	else if (str_is(node->name, "use"))
		use_rowset(maker, node, around, rows);
	else
		unexpected(maker->compiler, node, "row rows use");
}

void compile_row(struct table_maker *maker, const struct node *node,
		 struct plan_rows *rows)
{
	struct row_around around = {.side = -1};

	if (str_is(node->name, "band"))
		compile_band(maker, node, &around, rows);
	else
		compile_any(maker, node, &around, rows);
}
