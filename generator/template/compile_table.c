/* SPDX-License-Identifier: MIT */
/* Tables: their columns, header trees, sides, notes. */
#include "template/compile_table.h"

struct facts facts_of(struct compiler *compiler, const struct node *node,
		      const struct facts *around)
{
	const struct spot *facts = node_attribute(node, "facts");
	const struct spot *value = node_attribute(node, "value");
	const struct spot *filter = node_attribute(node, "filter");
	const struct format *format = attribute_format(compiler, node);
	struct facts own = *around;
	struct filters filters;

	if (facts != NULL) {
		own.facts = facts;
		own.value = NULL;
	}
	if (value != NULL)
		own.value = value;
	if (format != NULL)
		own.format = format;
	if (filter != NULL) {
		if (filters_parse(compiler, filter, &filters))
			own.filters =
			    filters_join(compiler, around->filters, filters);
	}
	return own;
}

bool facts_reference(struct compiler *compiler, const struct facts *facts,
		     struct reference *reference)
{
	return facts->facts != NULL &&
	       reference_parse(compiler, facts->facts, reference);
}

int find_side(struct table_maker *maker, const struct spot *name)
{
	struct buf known = {.arena = maker->compiler->arena};
	size_t i;

	for (i = 0; i < maker->n_sides; i++) {
		if (str_equal(maker->sides[i], name->text))
			return (int)i;
		buf_add(&known, maker->sides[i]);
		buf_add_char(&known, ' ');
	}
	DIAG(maker->compiler->sink, &TEMPLATE_VALUE, spot_place(name, 0),
	     STR("side"), name->text, buf_str(&known));
	maker->compiler->ok = false;
	return -1;
}

/* Codes of a column in the filters of elements, at any depth. */
struct codes {
	struct compiler *compiler;
	struct str column;
	const char *names;
	struct plan_code *list;
	size_t n, room;
};

static void add_codes(struct codes *codes, const struct filter *filter,
		      const struct expr *when)
{
	struct str rest = filter->values.text;
	struct str value;

	if (filter->exclude || !str_equal(filter->column.text, codes->column))
		return;
	while (split_value(&rest, &value)) {
		codes->list =
		    arena_grow(codes->compiler->arena, codes->list, codes->n,
			       &codes->room, sizeof(*codes->list));
		codes->list[codes->n++] = (struct plan_code){value, when};
	}
}

static void collect_codes(struct codes *codes, const struct node *node);

static void collect_used(struct codes *codes, const struct node *node)
{
	const struct template *template = codes->compiler->template;
	struct str name = attribute_str(node, "rowset");
	size_t i;

	for (i = 0; i < template->n_rowsets; i++)
		if (str_equal(template->rowsets[i].name, name))
			collect_codes(codes, template->rowsets[i].node);
}

static void collect_codes(struct codes *codes, const struct node *node)
{
	const struct spot *filter = node_attribute(node, "filter");
	struct filters filters;
	size_t i;

	for (i = 0; i < node->n_children; i++)
		if (str_is(node->children[i]->name, "use"))
			collect_used(codes, node->children[i]);
		else
			collect_codes(codes, node->children[i]);
	if (filter == NULL || word_index(codes->names, node->name) < 0 ||
	    !filters_parse(codes->compiler, filter, &filters))
		return;
	for (i = 0; i < filters.n; i++)
		add_codes(codes, &filters.list[i],
			  compile_when(codes->compiler, node, "when"));
}

const struct plan_cover *compile_cover(struct compiler *compiler,
				       const struct node *node,
				       const struct facts *facts,
				       const char *names)
{
	struct plan_cover *cover =
	    ARENA_NEW(compiler->arena, struct plan_cover);
	const struct spot *column = node_attribute(node, "covers");
	struct codes codes = {.compiler = compiler, .names = names};
	struct filters extra = compiler->extra;
	struct reference reference;

	if (column == NULL || !facts_reference(compiler, facts, &reference) ||
	    needed_column(compiler, reference.schema, column) == NULL)
		return NULL;
	cover->dimension =
	    find_column(reference.schema, column->text)->dimension;
	codes.column = column->text;
	collect_codes(&codes, node);
	compiler->extra = facts->filters;
	cover->from = reference_compose(compiler, &reference);
	compiler->extra = extra;
	cover->column = *column;
	cover->codes = codes.list;
	cover->n_codes = codes.n;
	cover->spot = node->text;
	return cover->from != NULL ? cover : NULL;
}

#define COLUMN_KINDS "seq code name amount count word text"

/* What stands in the doc's column: its facts and filters. */
static void column_select(struct table_maker *maker,
			  struct column_source *column)
{
	struct compiler *compiler = maker->compiler;
	struct filters extra = compiler->extra;
	struct reference reference;
	const struct plan_select *select;
	enum column_kind kind = column->plan.kind;

	if (column->facts.value != NULL || column->facts.facts == NULL ||
	    node_attribute(column->node, "text") != NULL ||
	    (kind != COLUMN_AMOUNT && kind != COLUMN_COUNT) ||
	    !facts_reference(compiler, &column->facts, &reference))
		return;
	compiler->extra = column->facts.filters;
	select = reference_compose(compiler, &reference);
	compiler->extra = extra;
	if (select == NULL)
		return;
	column->plan.select = select->text;
	column->plan.binds = select->binds;
	column->plan.n_binds = select->n_binds;
}

static void column_looks(struct table_maker *maker, const struct node *node,
			 struct plan_column *plan)
{
	struct compiler *compiler = maker->compiler;
	bool figures = plan->kind == COLUMN_AMOUNT;

	plan->siblings = attribute_int(compiler, node, "siblings", 0, 99,
				       figures ? plan->side + 2 : 0);
	plan->align = (enum align)attribute_word(
	    compiler, node, "align", "auto left center right", ALIGN_AUTO);
	plan->width = attribute_mm(compiler, node, "width");
	plan->least = attribute_mm(compiler, node, "least");
	plan->most = attribute_mm(compiler, node, "most");
	plan->weight = attribute_int(compiler, node, "weight", 0, 100, 0);
	plan->heavy = attribute_yes(compiler, node, "heavy", false);
	plan->merge = attribute_yes(compiler, node, "merge", false);
	plan->has_index = node_attribute(node, "index") != NULL;
	plan->index = compile_attribute_text(compiler, node, "index");
}

/* What groups and sides hand down to their columns. */
struct around {
	struct facts facts;
	int side;
	const struct expr *when;
};

static void compile_column(struct table_maker *maker, const struct node *node,
			   const struct around *around, struct plan_head *head)
{
	struct compiler *compiler = maker->compiler;
	struct column_source *column;

	check_attributes(compiler, node,
			 "kind head id when filter facts value text format "
			 "heavy index merge siblings align width least most "
			 "weight");
	check_no_children(compiler, node);
	maker->columns =
	    arena_grow(compiler->arena, maker->columns, maker->n_columns,
		       &maker->room, sizeof(*maker->columns));
	column = &maker->columns[maker->n_columns++];
	*column = (struct column_source){.node = node};
	column->facts = facts_of(compiler, node, &around->facts);
	column->plan.spot = node->text;
	column->plan.id = attribute_str(node, "id");
	column->plan.kind = (enum column_kind)attribute_word(
	    compiler, node, "kind", COLUMN_KINDS, COLUMN_TEXT);
	column->plan.side = around->side;
	column->plan.head = compile_attribute_text(compiler, node, "head");
	column->plan.when = compile_when(compiler, node, "when");
	column_looks(maker, node, &column->plan);
	column_select(maker, column);
	*head = (struct plan_head){.text = column->plan.head,
				   .when = around->when,
				   .first = maker->n_columns - 1,
				   .n = 1,
				   .is_column = true,
				   .depth = 1};
}

/* Heads of a level in the making. */
struct heads {
	struct plan_head *list;
	size_t n;
	size_t depth;
};

static struct heads compile_heads(struct table_maker *maker,
				  const struct node *node,
				  const struct around *around);

static void add_cover(struct table_maker *maker, const struct plan_cover *cover)
{
	if (cover == NULL)
		return;
	maker->covers =
	    arena_grow(maker->compiler->arena, maker->covers, maker->n_covers,
		       &maker->room_covers, sizeof(const struct plan_cover *));
	maker->covers[maker->n_covers++] = cover;
}

static void compile_group(struct table_maker *maker, const struct node *node,
			  const struct around *around, struct plan_head *head)
{
	struct compiler *compiler = maker->compiler;
	struct around inner = *around;
	size_t first = maker->n_columns;
	struct heads children;

	check_attributes(compiler, node,
			 "head id when filter facts format covers heavy");
	inner.facts = facts_of(compiler, node, &around->facts);
	children = compile_heads(maker, node, &inner);
	if (maker->n_columns > first &&
	    attribute_yes(compiler, node, "heavy", false))
		maker->columns[first].plan.heavy = true;
	add_cover(maker, compile_cover(compiler, node, &inner.facts, "column"));
	*head = (struct plan_head){
	    .text = compile_attribute_text(compiler, node, "head"),
	    .when = compile_when(compiler, node, "when"),
	    .first = first,
	    .n = maker->n_columns - first,
	    .children = children.list,
	    .n_children = children.n,
	    .depth = children.depth + 1};
}

/* The groups and columns of a side stand among those around it. */
static struct heads compile_side(struct table_maker *maker,
				 const struct node *node,
				 const struct around *around)
{
	struct compiler *compiler = maker->compiler;
	struct around inner = *around;
	const struct spot *id = needed(compiler, node, "id");

	check_attributes(compiler, node, "id facts filter");
	inner.facts = facts_of(compiler, node, &around->facts);
	inner.side = (int)maker->n_sides;
	maker->sides[maker->n_sides] = id != NULL ? id->text : STR_NONE;
	maker->side_facts[maker->n_sides++] = inner.facts;
	return compile_heads(maker, node, &inner);
}

static size_t most_heads(const struct node *node)
{
	size_t n = node->n_children;
	size_t i;

	for (i = 0; i < node->n_children; i++)
		if (str_is(node->children[i]->name, "side"))
			n += node->children[i]->n_children;
	return n;
}

static struct heads compile_heads(struct table_maker *maker,
				  const struct node *node,
				  const struct around *around)
{
	struct heads heads = {.list = ARENA_ARRAY(maker->compiler->arena,
						  most_heads(node),
						  struct plan_head)};
	size_t i;
	size_t j;

	for (i = 0; i < node->n_children; i++) {
		const struct node *child = node->children[i];
		size_t from = heads.n;

		if (str_is(child->name, "column")) {
			compile_column(maker, child, around,
				       &heads.list[heads.n++]);
		} else if (str_is(child->name, "group")) {
			compile_group(maker, child, around,
				      &heads.list[heads.n++]);
		} else if (str_is(child->name, "side") &&
			   str_is(node->name, "columns")) {
			struct heads side = compile_side(maker, child, around);

			for (j = 0; j < side.n; j++)
				heads.list[heads.n++] = side.list[j];
		} else {
			unexpected(maker->compiler, child, "column group side");
		}
		for (; from < heads.n; from++)
			if (heads.list[from].depth > heads.depth)
				heads.depth = heads.list[from].depth;
	}
	return heads;
}

static void compile_columns(struct table_maker *maker, const struct node *node)
{
	struct compiler *compiler = maker->compiler;
	struct around around = {.facts = maker->facts, .side = -1};
	struct plan_column *columns;
	struct heads heads;
	size_t i;

	check_attributes(compiler, node, "index");
	maker->sides =
	    ARENA_ARRAY(compiler->arena, node->n_children, struct str);
	maker->side_facts =
	    ARENA_ARRAY(compiler->arena, node->n_children, struct facts);
	heads = compile_heads(maker, node, &around);
	columns =
	    ARENA_ARRAY(compiler->arena, maker->n_columns, struct plan_column);
	for (i = 0; i < maker->n_columns; i++)
		columns[i] = maker->columns[i].plan;
	maker->table->columns = columns;
	maker->table->n_columns = maker->n_columns;
	maker->table->n_sides = maker->n_sides;
	maker->table->heads = heads.list;
	maker->table->n_heads = heads.n;
	maker->table->has_index = node_attribute(node, "index") != NULL;
	maker->table->index = compile_attribute_text(compiler, node, "index");
}

static void compile_empty(struct table_maker *maker, const struct node *node)
{
	struct compiler *compiler = maker->compiler;

	check_attributes(compiler, node, "when text");
	check_no_children(compiler, node);
	if (needed(compiler, node, "when") == NULL)
		return;
	maker->table->empty_when = compile_when(compiler, node, "when");
	maker->table->has_empty_text = node_attribute(node, "text") != NULL;
	maker->table->empty_text =
	    compile_attribute_text(compiler, node, "text");
}

struct plan_note compile_note(struct compiler *compiler,
			      const struct node *node)
{
	struct plan_note note;

	check_attributes(compiler, node, "when");
	note.when = compile_when(compiler, node, "when");
	note.text = compile_content(compiler, node);
	return note;
}

/* One child of the table behind its columns. */
static void compile_part(struct table_maker *maker, const struct node *child,
			 struct plan_rows *rows, struct plan_note *notes)
{
	struct plan_table *table = maker->table;

	if (str_is(child->name, "columns")) {
		compile_columns(maker, child);
	} else if (str_is(child->name, "unit-line")) {
		compile_unit_line(maker->compiler, child, table->unit_line);
		table->has_unit_line = true;
	} else if (str_is(child->name, "empty")) {
		compile_empty(maker, child);
	} else if (str_is(child->name, "note")) {
		notes[table->n_notes++] = compile_note(maker->compiler, child);
	} else if (word_index("row rows use band", child->name) >= 0) {
		if (table->columns == NULL)
			fault(maker->compiler, &TEMPLATE_ORDER,
			      node_place(child), child->name, STR("columns"));
		else
			compile_row(maker, child, rows);
	} else {
		unexpected(maker->compiler, child,
			   "unit-line columns row rows use band empty note");
	}
}

const struct plan_table *compile_table(struct compiler *compiler,
				       const struct node *node)
{
	struct compiler saved = *compiler;
	struct plan_table *table =
	    ARENA_NEW(compiler->arena, struct plan_table);
	struct plan_note *notes =
	    ARENA_ARRAY(compiler->arena, node->n_children, struct plan_note);
	struct table_maker maker = {.compiler = compiler, .table = table};
	struct plan_rows rows = {.n = 0};
	struct facts none = {.facts = NULL};
	size_t i;

	check_attributes(compiler, node,
			 "id when start keep style facts filter format type "
			 "orientation");
	compiler->in_table = true;
	table->style = find_table_style(compiler, node);
	table->type = attribute_str(node, "type");
	table->orientation =
	    attribute_word(compiler, node, "orientation",
			   "auto portrait landscape", TABLE_AUTO);
	maker.facts = facts_of(compiler, node, &none);
	compiler->facts = maker.facts.facts;
	for (i = 0; i < node->n_children; i++)
		compile_part(&maker, node->children[i], &rows, notes);
	if (table->columns == NULL)
		fault(compiler, &TEMPLATE_NEEDS_ELEMENT, node_place(node),
		      STR("table"), STR("columns"));
	table->notes = notes;
	table->rows = rows.list;
	table->n_rows = rows.n;
	table->covers = maker.covers;
	table->n_covers = maker.n_covers;
	saved.ok = compiler->ok;
	*compiler = saved;
	return table;
}
