/* SPDX-License-Identifier: MIT */
/* Values of expressions for the unit at hand. */
#include "template/expand.h"

const struct frame *frame_at(const struct expansion *x, size_t depth)
{
	const struct frame *frame = x->frame;

	while (depth-- > 0 && frame != NULL)
		frame = frame->up;
	return frame;
}

struct column_ref frame_field(const struct expr *expr,
			      const struct frame *frame)
{
	return (struct column_ref){frame->relation, expr->field, -1};
}

/* Nothing, of the kind that a column of the type gives. */
static struct value kept_back(enum field_type type)
{
	if (type == FIELD_AMOUNT || type == FIELD_PLAN)
		return value_money(AMOUNT_NONE);
	return value_text(STR_NONE);
}

/* A column of the record. */
static struct value eval_field(struct expansion *x, const struct expr *expr)
{
	const struct frame *frame = frame_at(x, expr->depth);
	struct column_ref column = frame_field(expr, frame);
	const struct column *data;
	enum field_type type = expr->schema->fields[expr->field].type;
	struct number number;

	if (column.relation < 0)
		return (struct value){.kind = VALUE_NOTHING};
	if (record_kept_back(x->budget, column, frame->row))
		return kept_back(type);
	data = &x->budget->relations[column.relation].columns[column.field];
	if (type == FIELD_AMOUNT || (type == FIELD_PLAN && !data->percent))
		return value_money(
		    record_amount(x->budget, column, frame->row));
	if (type == FIELD_NUMBER || type == FIELD_YEAR || type == FIELD_PLAN) {
		number = record_number(x->budget, column, frame->row);
		if (type != FIELD_PLAN)
			return value_number(number.value, number.there);
		return (struct value){.kind = VALUE_RATIO,
				      .there = number.there,
				      .number = number.value,
				      .whole = NUMBER_ONE};
	}
	return value_text(field_words(
	    x, column, frame->row, record_text(x->budget, column, frame->row)));
}

/* What the rows of a set's item come to. */
static struct value item_amount(struct expansion *x, const struct frame *frame)
{
	const struct frame *saved = x->frame;
	const struct plan_set *set = frame->set;
	struct binding *bindings;
	struct amount sum = AMOUNT_NONE;
	struct column_ref column;
	size_t i;

	if (set->item != NULL) {
		x->frame = frame;
		bindings = bindings_of(x, set->item->binds, set->item->n_binds);
		sum = select_sum(selection_of(x, set->item), &x->scope,
				 bindings, set->item->n_binds);
		x->frame = saved;
		return value_money(sum);
	}
	column = (struct column_ref){
	    frame->relation, x->budget->relations[frame->relation].amount_field,
	    -1};
	for (i = 0; i < frame->n_rows && column.field >= 0; i++) {
		struct amount amount =
		    record_amount(x->budget, column, frame->rows[i]);

		if (amount.there)
			(void)amount_add(&sum, amount.money);
	}
	return value_money(sum);
}

/* The code that an item stands for; NULL: of a group of rows without one. */
static const struct member *code_of(const struct frame *frame)
{
	return frame->member != NULL ? frame->member : frame->value;
}

/* What the level adds to the code: of 2010102 201, 01 and 02. Empty: the code
 * does not reach so far down. */
static struct str code_part(const struct budget *budget,
			    const struct frame *frame, int level)
{
	const struct member *members =
	    budget->dimensions[frame->set->dimension].members;
	const struct member *member = frame->member;
	struct str code;
	struct str above;

	while (member->level > level && member->parent >= 0)
		member = &members[member->parent];
	if (member->level != level)
		return STR_NONE;
	code = symbol_text(budget, member->code);
	if (member->parent < 0)
		return code;
	above = symbol_text(budget, members[member->parent].code);
	return str_starts(code, above) ? str_slice(code, above.n, code.n)
				       : code;
}

static struct value eval_item(struct expansion *x, const struct expr *expr)
{
	const struct frame *frame = frame_at(x, expr->depth);
	const struct member *member = code_of(frame);

	switch (expr->item) {
	case ITEM_NUMBER:
		return value_number((int64_t)frame->number * NUMBER_ONE, true);
	case ITEM_TOTAL:
		return value_number((int64_t)frame->total * NUMBER_ONE, true);
	case ITEM_CODE:
		return value_text(member != NULL
				      ? symbol_text(x->budget, member->code)
				      : STR_NONE);
	case ITEM_NAME:
		return value_text(member != NULL ? member->name : STR_NONE);
	case ITEM_LEVEL:
		return value_number(frame->member->level * (int64_t)NUMBER_ONE,
				    true);
	case ITEM_PART_1:
	case ITEM_PART_2:
	case ITEM_PART_3:
		return value_text(code_part(
		    x->budget, frame, (int)(expr->item - ITEM_PART_1) + 1));
	case ITEM_AMOUNT: return item_amount(x, frame);
	case ITEM_LINE: return value_text(frame->line);
	case ITEM_DIFFERENCE: return frame->difference;
	case ITEM_GROWTH: return frame->growth;
	}
	return (struct value){.kind = VALUE_NOTHING};
}

struct str bind_text(struct expansion *x, const struct expr *expr)
{
	const struct member *code;
	const struct frame *frame;
	struct value value;
	int member;

	if (expr->kind == EXPR_ITEM && expr->item == ITEM_CODE) {
		code = code_of(frame_at(x, expr->depth));
		return code != NULL ? code->key : STR_NONE;
	}
	if (expr->kind == EXPR_FIELD &&
	    expr->schema->fields[expr->field].dimension != DIM_NONE) {
		enum dimension_kind kind =
		    expr->schema->fields[expr->field].dimension;

		frame = frame_at(x, expr->depth);
		if (frame->relation < 0)
			return STR_NONE;
		member = record_member(x->budget, frame_field(expr, frame),
				       frame->row);
		if (member >= 0)
			return x->budget->dimensions[kind].members[member].key;
	}
	value = eval(x, expr);
	return write_value(x, expr, &value, NULL, false);
}

struct binding *bindings_of(struct expansion *x, const struct plan_bind *binds,
			    size_t n)
{
	struct binding *bindings = ARENA_ARRAY(x->arena, n, struct binding);
	size_t i;

	for (i = 0; i < n; i++)
		bindings[i] = (struct binding){binds[i].name,
					       bind_text(x, binds[i].value)};
	return bindings;
}

struct selection *selection_of(struct expansion *x,
			       const struct plan_select *select)
{
	if (select->index != SIZE_MAX)
		return x->edition->selections[select->index];
	return select_parse(select->text, x->budget,
			    spot_place(&select->spot, 0), x->arena, x->sink);
}

static bool of_numbers(const struct expansion *x,
		       const struct selection *selection)
{
	int field = select_field(selection);

	return field >= 0 && x->budget->relations[select_relation(selection)]
				     .schema->fields[field]
				     .type == FIELD_NUMBER;
}

static struct value eval_select(struct expansion *x,
				const struct plan_select *select)
{
	struct selection *selection = selection_of(x, select);
	struct binding *bindings =
	    bindings_of(x, select->binds, select->n_binds);
	struct number sum;

	if (selection == NULL)
		return (struct value){.kind = VALUE_NOTHING};
	if (!of_numbers(x, selection))
		return value_money(select_sum(selection, &x->scope, bindings,
					      select->n_binds));
	sum =
	    select_sum_numbers(selection, &x->scope, bindings, select->n_binds);
	return value_number(sum.value, sum.there);
}

/* Is the row among the selected ones? Both are in the order of the input. */
static bool is_selected(const uint32_t *rows, size_t n, uint32_t row)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (rows[i] == row)
			return true;
	return false;
}

/* The selection's sum over the rows of the item one stands in. */
static struct value eval_own(struct expansion *x,
			     const struct plan_select *select)
{
	const struct frame *frame = x->frame;
	struct selection *selection = selection_of(x, select);
	struct column_ref column;
	struct amount sum = AMOUNT_NONE;
	size_t n;
	size_t i;
	uint32_t *rows;

	if (selection == NULL)
		return (struct value){.kind = VALUE_NOTHING};
	rows = select_rows(selection, &x->scope,
			   bindings_of(x, select->binds, select->n_binds),
			   select->n_binds, x->arena, &n);
	column = (struct column_ref){select_relation(selection),
				     select_field(selection), -1};
	for (i = 0; i < frame->n_rows; i++) {
		struct amount amount;

		if (!is_selected(rows, n, frame->rows[i]))
			continue;
		amount = record_amount(x->budget, column, frame->rows[i]);
		if (amount.there)
			(void)amount_add(&sum, amount.money);
	}
	return value_money(sum);
}

/* The rows for which the condition holds: those that a list would show. */
static struct value eval_rows_that(struct expansion *x, const struct expr *expr)
{
	size_t n;

	(void)set_frames(x, expr->set, &n);
	if (expr->kind == EXPR_ANY)
		return value_truth(n > 0);
	return value_number((int64_t)n * NUMBER_ONE, true);
}

/* 有: are there rows, of units that are not published too, since their money
 * counts. 数: only those that a list would show. */
static struct value eval_rows(struct expansion *x, const struct expr *expr)
{
	const struct plan_select *select = expr->select;
	struct selection *selection = selection_of(x, select);
	struct binding *bindings =
	    bindings_of(x, select->binds, select->n_binds);
	size_t n;

	if (selection == NULL)
		return value_truth(false);
	if (expr->kind == EXPR_ANY)
		return value_truth(select_count(selection, &x->scope, bindings,
						select->n_binds) > 0);
	(void)select_rows(selection, &x->scope, bindings, select->n_binds,
			  x->arena, &n);
	return value_number((int64_t)n * NUMBER_ONE, true);
}

static struct value eval_unit(const struct expansion *x, enum unit_name name)
{
	const struct unit *unit = x->unit;
	bool department = unit->level == UNIT_DEPARTMENT;

	switch (name) {
	case UNIT_CODE: return value_text(unit->code);
	case UNIT_NAME: return value_text(unit->name);
	case UNIT_PUBLIC_NAME:
		return value_text(unit->public_name.n > 0 ? unit->public_name
							  : unit->name);
	case UNIT_SHORT_NAME:
		return value_text(unit->short_name.n > 0 ? unit->short_name
							 : unit->name);
	case UNIT_LEVEL:
		return value_text(department ? STR("部门") : STR("单位"));
	case UNIT_NATURE: return value_text(unit->nature);
	case UNIT_RANK: return value_text(unit->rank);
	case UNIT_FUNDING: return value_text(unit->funding);
	case UNIT_OFFICE: return value_text(unit->office);
	case UNIT_OFFICE_CODE: return value_text(unit->office_code);
	case UNIT_DATE: return value_text(unit->publication_date);
	case N_UNIT_NAMES: break;
	}
	return (struct value){.kind = VALUE_NOTHING};
}

static struct value eval_day(const struct expansion *x, int64_t day)
{
	return value_text(str_format(x->arena, "%d-%s",
				     x->scope.year - (int)(day / 10),
				     day % 10 == 1 ? "12-31" : "01-01"));
}

static struct value eval_option(struct expansion *x,
				const struct template_option *option)
{
	struct str value = budget_option(&x->scope, option->name);

	return value_text(value.n > 0 ? value : option->fallback);
}

/* What cannot be computed so is the template's fault. */
static struct value wrong(struct expansion *x, const struct expr *expr,
			  const char *why)
{
	DIAG(x->sink, &TEMPLATE_KIND, spot_place(&expr->spot, 0),
	     expr->spot.text, str_from(why));
	return (struct value){.kind = VALUE_NOTHING};
}

static struct value eval_sum(struct expansion *x, const struct expr *expr)
{
	struct value a = eval(x, expr->args[0]);
	struct value b = eval(x, expr->args[1]);
	struct value sum;

	if (value_add(&a, &b, expr->kind == EXPR_SUBTRACT, &sum))
		return sum;
	return wrong(x, expr, "+ -");
}

static struct value eval_comparison(struct expansion *x,
				    const struct expr *expr)
{
	struct value a = eval(x, expr->args[0]);
	struct value b = eval(x, expr->args[1]);
	int order = 0;

	if (!value_compare(&a, &b, &order))
		return wrong(x, expr, "= != > <");
	switch ((int)expr->kind) {
	case EXPR_EQUAL: return value_truth(order == 0);
	case EXPR_UNEQUAL: return value_truth(order != 0);
	case EXPR_MORE: return value_truth(order > 0);
	case EXPR_LESS: return value_truth(order < 0);
	case EXPR_AT_LEAST: return value_truth(order >= 0);
	default: return value_truth(order <= 0);
	}
}

static struct value eval_logic(struct expansion *x, const struct expr *expr)
{
	bool left = eval_when(x, expr->args[0]);

	if (expr->kind == EXPR_NOT)
		return value_truth(!left);
	if (expr->kind == EXPR_AND)
		return value_truth(left && eval_when(x, expr->args[1]));
	return value_truth(left || eval_when(x, expr->args[1]));
}

static struct value eval_ratio(struct expansion *x, const struct expr *expr)
{
	struct value a = eval(x, expr->args[0]);
	struct value b = eval(x, expr->args[1]);
	struct value ratio;

	return value_ratio(&a, &b, &ratio) ? ratio : wrong(x, expr, "比");
}

static struct value eval_first(struct expansion *x, const struct expr *expr)
{
	struct value value = {.kind = VALUE_NOTHING};
	size_t i;

	for (i = 0; i < expr->n_args && !value.there; i++)
		value = eval(x, expr->args[i]);
	return value;
}

/* The name of the code in a column. */
static struct value eval_name(struct expansion *x, const struct expr *expr)
{
	const struct expr *field = expr->args[0];
	const struct frame *frame = frame_at(x, field->depth);
	enum dimension_kind kind =
	    field->schema->fields[field->field].dimension;
	int member = kind == DIM_NONE || frame->relation < 0
			 ? -1
			 : record_member(x->budget, frame_field(field, frame),
					 frame->row);

	if (member < 0)
		return value_text(STR_NONE);
	return value_text(x->budget->dimensions[kind].members[member].name);
}

/* part of whole, both in 分; half away from zero. */
static int64_t part_of(int64_t whole, const struct value *ratio)
{
	int64_t thousandth;

	if (ratio->whole == 0)
		return 0;
	/* Shares have six decimals at most: two steps keep in range. */
	thousandth = ratio->number * (NUMBER_ONE / ratio->whole);
	return whole / NUMBER_ONE * thousandth +
	       (whole % NUMBER_ONE * thousandth + NUMBER_ONE / 2) / NUMBER_ONE;
}

static struct value eval_of(struct expansion *x, const struct expr *expr)
{
	struct value a = eval(x, expr->args[0]);
	struct value b = eval(x, expr->args[1]);
	struct value ratio;

	if (!a.there)
		return (struct value){.kind = VALUE_NOTHING};
	if (expr->kind == EXPR_SHARE_OF) {
		if (a.kind == VALUE_RATIO)
			return a;
		return value_ratio(&a, &b, &ratio) ? ratio
						   : wrong(x, expr, "占比");
	}
	if (a.kind == VALUE_RATIO && b.kind == VALUE_MONEY)
		return value_money(
		    (struct amount){{part_of(b.number, &a)}, b.there});
	return a.kind == VALUE_MONEY ? a : wrong(x, expr, "金额");
}

static struct value eval_absolute(struct expansion *x, const struct expr *expr)
{
	struct value value = eval(x, expr->args[0]);

	if (value.kind == VALUE_TEXT || value.kind == VALUE_TRUTH)
		return wrong(x, expr, "绝对值");
	if (value.number < 0)
		value.number = -value.number;
	return value;
}

/* A switch over all kinds; the words of a change are expand_text.c's. */
struct value eval(struct expansion *x, const struct expr *expr)
{
	switch (expr->kind) {
	case EXPR_TEXT:
		return (struct value){
		    .kind = VALUE_TEXT, .there = true, .text = expr->text};
	case EXPR_NUMBER: return value_number(expr->number, true);
	case EXPR_SELECT: return eval_select(x, expr->select);
	case EXPR_OWN: return eval_own(x, expr->select);
	case EXPR_FIGURE: return eval_figure(x, expr);
	case EXPR_FIELD: return eval_field(x, expr);
	case EXPR_ITEM: return eval_item(x, expr);
	case EXPR_UNIT: return eval_unit(x, expr->unit);
	case EXPR_YEAR:
		return value_number((x->scope.year - expr->number) * NUMBER_ONE,
				    true);
	case EXPR_DAY: return eval_day(x, expr->number);
	case EXPR_OPTION: return eval_option(x, expr->option);
	case EXPR_WORD:
		return value_text(x->unit->level == UNIT_DEPARTMENT
				      ? expr->word->department
				      : expr->word->unit);
	case EXPR_EMPTY: return value_truth(x->empty);
	case EXPR_ADD:
	case EXPR_SUBTRACT: return eval_sum(x, expr);
	case EXPR_EQUAL:
	case EXPR_UNEQUAL:
	case EXPR_MORE:
	case EXPR_LESS:
	case EXPR_AT_LEAST:
	case EXPR_AT_MOST: return eval_comparison(x, expr);
	case EXPR_AND:
	case EXPR_OR:
	case EXPR_NOT: return eval_logic(x, expr);
	case EXPR_ANY:
	case EXPR_COUNT:
		return expr->set != NULL ? eval_rows_that(x, expr)
					 : eval_rows(x, expr);
	case EXPR_RATIO: return eval_ratio(x, expr);
	case EXPR_FIRST: return eval_first(x, expr);
	case EXPR_NAME: return eval_name(x, expr);
	case EXPR_MONEY_OF:
	case EXPR_SHARE_OF: return eval_of(x, expr);
	case EXPR_ABSOLUTE: return eval_absolute(x, expr);
	case EXPR_CHANGE: return wrong(x, expr, "{…}");
	}
	return (struct value){.kind = VALUE_NOTHING};
}

bool eval_when(struct expansion *x, const struct expr *when)
{
	struct value value;

	if (when == NULL)
		return true;
	value = eval(x, when);
	return value_holds(&value);
}
