/* SPDX-License-Identifier: MIT */
/* Figures: computed from tables where they have rows, else from 指标; and
 * where a value comes from. */
#include "template/expand.h"

static int year_of(const struct expansion *x, const struct figure_use *use)
{
	return x->scope.year - use->years_back;
}

static enum dimension_kind object_dimension(const struct figure *figure)
{
	int field;

	if (figure->object_schema == NULL)
		return DIM_NONE;
	field = schema_field(figure->object_schema, figure->object_field);
	return field < 0 ? DIM_NONE
			 : figure->object_schema->fields[field].dimension;
}

static struct str object_of(struct expansion *x, const struct figure_use *use)
{
	return use->object != NULL ? bind_text(x, use->object) : STR_NONE;
}

static struct measure measure_of(struct expansion *x,
				 const struct figure_use *use)
{
	return budget_measure(&x->scope, use->figure->about.name,
			      object_of(x, use), object_dimension(use->figure),
			      year_of(x, use),
			      use->basis.n > 0 ? use->basis : STR("预算"));
}

/* Do the figure's tables know that year and 口径? This year's always do. */
static bool is_computed(struct expansion *x, const struct figure_use *use)
{
	size_t i;

	if (use->value == NULL)
		return false;
	for (i = 0; i < use->n_tables; i++) {
		struct selection *selection = selection_of(x, &use->tables[i]);

		if (selection != NULL &&
		    select_count(selection, &x->scope, NULL, 0) > 0)
			return true;
	}
	return use->years_back == 0 && use->basis.n == 0;
}

/* The scope of all units together. */
static struct scope whole_scope(struct expansion *x)
{
	struct scope scope = x->scope;
	size_t n = x->budget->n_units;
	bool *units = ARENA_ARRAY(x->arena, n, bool);
	uint32_t *list = ARENA_ARRAY(x->arena, n, uint32_t);
	size_t i;

	for (i = 0; i < n; i++) {
		units[i] = true;
		list[i] = (uint32_t)i;
	}
	scope.units = units;
	scope.list = list;
	scope.n_list = n;
	return scope;
}

static bool known_to_any(struct expansion *x, const struct plan_select *table)
{
	struct selection *selection = selection_of(x, table);
	struct year_known unasked = {.year = 0};
	struct year_known *answer = table->index != SIZE_MAX
					? &x->edition->years[table->index]
					: &unasked;
	struct scope whole;

	if (selection == NULL)
		return false;
	if (answer->year != x->scope.year) {
		whole = whole_scope(x);
		answer->known = select_count(selection, &whole, NULL, 0) > 0;
		answer->year = x->scope.year;
	}
	return answer->known;
}

/* A table of facts is complete for the years and 口径 that it mentions for any
 * unit: there a unit without rows has nothing, and nothing is
 * not unknown. */
static bool is_nothing(struct expansion *x, const struct figure_use *use)
{
	size_t i;

	for (i = 0; use->value != NULL && i < use->n_tables; i++)
		if (known_to_any(x, &use->tables[i]))
			return true;
	return false;
}

static struct value measured(const struct measure *measure)
{
	if (measure->amount.there)
		return value_money(measure->amount);
	return value_number(measure->value, measure->there);
}

/* Is it an amount? Else it counts persons, cars … */
static bool counts_money(const struct figure *figure)
{
	struct str unit = figure->about.unit;

	return str_is(unit, "元") || str_is(unit, "万元") ||
	       str_is(unit, "亿元");
}

struct value eval_figure(struct expansion *x, const struct expr *expr)
{
	const struct figure_use *use = expr->use;
	struct value value = {.kind = VALUE_NOTHING};
	struct measure measure;

	if (is_computed(x, use))
		value = eval(x, use->value);
	if (value.there)
		return value;
	measure = measure_of(x, use);
	if (measure.there)
		return measured(&measure);
	if (is_nothing(x, use)) {
		value = eval(x, use->value);
		value.there = true;
		return value;
	}
	if (is_computed(x, use) || use->figure->none_is_zero) {
		value.there = use->figure->none_is_zero;
		if (value.kind == VALUE_NOTHING)
			value.kind = counts_money(use->figure) ? VALUE_MONEY
							       : VALUE_NUMBER;
	}
	return value;
}

struct str report_missing(struct expansion *x, const struct expr *expr)
{
	const struct figure_use *use = expr->use;
	struct str object;
	struct str mark;

	if (expr->kind != EXPR_FIGURE || is_computed(x, use) ||
	    use->figure->none_is_zero)
		return STR_NONE;
	object = object_of(x, use);
	if (object.n > 0)
		object =
		    str_format(x->arena, "（" STR_FMT "）", STR_ARG(object));
	mark = str_format(x->arena, "〔缺%d年" STR_FMT STR_FMT "〕",
			  year_of(x, use), STR_ARG(use->figure->about.name),
			  STR_ARG(object));
	if (!was_told(x, &TEMPLATE_NO_MEASURE, mark))
		DIAG(x->sink, &TEMPLATE_NO_MEASURE,
		     (struct place){.file = STR("指标")},
		     use->figure->about.name,
		     str_format(x->arena, "%d", year_of(x, use)), object);
	return mark;
}

/* 指标[指标=三公; 对象=…; 年度=2023; 口径=预算].数值 */
static struct str measure_text(struct expansion *x,
			       const struct figure_use *use)
{
	struct buf buf = {.arena = x->arena};
	struct str object = object_of(x, use);

	buf_format(&buf, "指标[指标=" STR_FMT,
		   STR_ARG(use->figure->about.name));
	if (object.n > 0)
		buf_format(&buf, "; 对象=" STR_FMT, STR_ARG(object));
	buf_format(&buf, "; 年度=%d", year_of(x, use));
	if (use->basis.n > 0)
		buf_format(&buf, "; 口径=" STR_FMT, STR_ARG(use->basis));
	buf_add_cstr(&buf, "].数值");
	return buf_str(&buf);
}

static struct str select_reference(struct expansion *x,
				   const struct plan_select *select)
{
	struct selection *selection = selection_of(x, select);

	if (selection == NULL)
		return STR_NONE;
	return select_text(selection,
			   bindings_of(x, select->binds, select->n_binds),
			   select->n_binds, x->arena);
}

static struct str figure_reference(struct expansion *x,
				   const struct figure_use *use)
{
	bool computed = is_computed(x, use);
	struct value value;

	if (computed) {
		value = eval(x, use->value);
		if (value.there)
			return reference_text(x, use->value);
	}
	if (measure_of(x, use).there)
		return measure_text(x, use);
	return computed ? reference_text(x, use->value) : STR_NONE;
}

/* Of 先, what counts. */
static struct str first_reference(struct expansion *x, const struct expr *expr)
{
	size_t i;

	for (i = 0; i < expr->n_args; i++)
		if (eval(x, expr->args[i]).there)
			return reference_text(x, expr->args[i]);
	return STR_NONE;
}

static struct str pair_reference(struct expansion *x, const struct expr *expr,
				 const char *between)
{
	struct str a = reference_text(x, expr->args[0]);
	struct str b = reference_text(x, expr->args[1]);

	if (a.n == 0 || b.n == 0)
		return a.n > 0 ? a : b;
	return str_format(x->arena, STR_FMT "%s" STR_FMT, STR_ARG(a), between,
			  STR_ARG(b));
}

struct str reference_text(struct expansion *x, const struct expr *expr)
{
	const struct frame *frame;
	const struct frame *saved = x->frame;
	struct str text;

	switch ((int)expr->kind) {
	case EXPR_SELECT: return select_reference(x, expr->select);
	case EXPR_FIGURE: return figure_reference(x, expr->use);
	case EXPR_ADD: return pair_reference(x, expr, " + ");
	case EXPR_SUBTRACT: return pair_reference(x, expr, " - ");
	case EXPR_RATIO: return pair_reference(x, expr, " / ");
	case EXPR_FIRST: return first_reference(x, expr);
	case EXPR_ABSOLUTE: return reference_text(x, expr->args[0]);
	case EXPR_ITEM:
		frame = frame_at(x, expr->depth);
		if (expr->item != ITEM_AMOUNT || frame->set->item == NULL)
			return STR_NONE;
		x->frame = frame;
		text = select_reference(x, frame->set->item);
		x->frame = saved;
		return text;
	default: return STR_NONE;
	}
}
