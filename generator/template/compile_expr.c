/* SPDX-License-Identifier: MIT */
/* Expressions: what stands in {…}, when and value (templates/README.md, 2). */
#include "template/compile.h"
#include "template/tokens.h"

#define DEEPEST 32

static const struct expr *parse_or(struct parser *parser);

struct expr *expr_new(struct compiler *compiler, enum expr_kind kind,
		      const struct spot *spot)
{
	struct expr *expr = ARENA_NEW(compiler->arena, struct expr);

	expr->kind = kind;
	if (spot != NULL)
		expr->spot = *spot;
	return expr;
}

/* 12.5 as millionths; false: no number. */
static bool number_parse(struct str text, int64_t *number)
{
	int64_t scale = 0;
	size_t i;

	*number = 0;
	for (i = 0; i < text.n; i++) {
		if (text.s[i] == '.' && scale == 0) {
			scale = 1000000;
			continue;
		}
		if (text.s[i] < '0' || text.s[i] > '9' || *number > INT32_MAX)
			return false;
		*number = *number * 10 + (text.s[i] - '0');
		scale /= 10;
		if (scale == 1 && i + 1 < text.n)
			return false;
	}
	*number *= scale > 0 ? scale : 1000000;
	return text.n > 0;
}

/* Behind a name comes [: to the ] and the .column behind it. */
static const struct expr *parse_select(struct parser *parser, size_t start)
{
	struct str text = parser->spot->text;
	ptrdiff_t close =
	    reference_close(str_slice(text, parser->start, text.n));
	struct reference reference;
	struct expr *expr;
	struct spot spot;

	if (close < 0) {
		fault(parser->compiler, &TEMPLATE_BRACKET,
		      spot_place(parser->spot, parser->start), STR("]"),
		      STR_NONE);
		return NULL;
	}
	parser->next = parser->start + (size_t)close + 1;
	if (parser->next < text.n && text.s[parser->next] == '.') {
		parser->start = parser->next;
		tokens_take_name(parser);
	}
	spot = tokens_part(parser, start, parser->next);
	tokens_advance(parser);
	expr = expr_new(parser->compiler, EXPR_SELECT, &spot);
	if (!reference_parse(parser->compiler, &spot, &reference))
		return NULL;
	expr->select = reference_compose(parser->compiler, &reference);
	return expr->select != NULL ? expr : NULL;
}

/* Behind (, up to ). */
static bool parse_args(struct parser *parser, const struct expr *args[4],
		       size_t *n)
{
	while (!tokens_at_mark(parser, ')')) {
		if (*n == 4)
			return tokens_syntax(parser, ")") != NULL;
		args[*n] = parse_or(parser);
		if (args[(*n)++] == NULL)
			return false;
		if (tokens_at_mark(parser, ','))
			tokens_advance(parser);
		else if (!tokens_at_mark(parser, ')'))
			return tokens_syntax(parser, ", )") != NULL;
	}
	return true;
}

/* What stands in the brackets, up to ) or to the mark (0: none), as it is; a
 * selection's own are passed over. */
static struct spot parse_inside(struct parser *parser, char mark)
{
	struct str text = parser->spot->text;
	size_t start = parser->next;

	tokens_advance(parser);
	while (parser->kind != TOKEN_END && !tokens_at_mark(parser, ')') &&
	       (mark == 0 || !tokens_at_mark(parser, mark))) {
		ptrdiff_t close =
		    reference_close(str_slice(text, parser->start, text.n));

		if (tokens_at_mark(parser, '[') && close >= 0)
			parser->next = parser->start + (size_t)close + 1;
		tokens_advance(parser);
	}
	return tokens_part(parser, start, parser->start);
}

struct function {
	const char *name;
	enum expr_kind kind;
	size_t least, most;
};

static const struct function functions[] = {
    {"有", EXPR_ANY, 1, 1},	   {"数", EXPR_COUNT, 1, 1},
    {"比", EXPR_RATIO, 2, 2},	   {"先", EXPR_FIRST, 2, 4},
    {"名称", EXPR_NAME, 1, 1},	   {"金额", EXPR_MONEY_OF, 2, 2},
    {"占比", EXPR_SHARE_OF, 2, 2}, {"绝对值", EXPR_ABSOLUTE, 1, 1},
};

static const struct function *find_function(struct str name)
{
	size_t i;

	for (i = 0; i < sizeof(functions) / sizeof(*functions); i++)
		if (str_is(name, functions[i].name))
			return &functions[i];
	return NULL;
}

bool is_function(struct str name)
{
	return find_function(name) != NULL;
}

static const struct expr *wrong_arguments(struct parser *parser,
					  const struct spot *name, size_t least)
{
	fault(parser->compiler, &TEMPLATE_ARGUMENTS, spot_place(name, 0),
	      name->text, str_format(parser->compiler->arena, "%zu", least));
	return NULL;
}

/* , 绩效目标 != '': which of the rows, told by their columns. */
static bool rows_condition(struct parser *parser, struct expr *expr,
			   const struct schema *schema)
{
	struct compiler *compiler = parser->compiler;
	const struct env *around = compiler->env;
	struct plan_set *set =
	    record_set(compiler, expr->select, schema, &expr->spot);

	tokens_advance(parser);
	set->when = parse_or(parser);
	compiler->env = around;
	expr->set = set;
	return set->when != NULL;
}

/* 有(支出[…]): the rows of a selection; 有(项目[…], 绩效目标 != ''): those
 * for which something holds. */
static const struct expr *rows_call(struct parser *parser, enum expr_kind kind,
				    const struct spot *name)
{
	struct spot inside = parse_inside(parser, ',');
	struct expr *expr = expr_new(parser->compiler, kind, name);
	struct reference reference;

	if (parser->kind == TOKEN_END)
		return tokens_syntax(parser, ")");
	if (!reference_parse(parser->compiler, &inside, &reference))
		return NULL;
	expr->select = reference_compose(parser->compiler, &reference);
	if (expr->select == NULL)
		return NULL;
	if (tokens_at_mark(parser, ',') &&
	    !rows_condition(parser, expr, reference.schema))
		return NULL;
	return tokens_expect(parser, ')', ")") ? expr : NULL;
}

/* The code of a set's item by the column that it is grouped by. */
static bool is_code(const struct expr *expr)
{
	return expr->kind == EXPR_ITEM && expr->item == ITEM_CODE;
}

/* 名称(单位代码) in a set by 单位代码 is the item's own name. */
static const struct expr *name_of_code(struct parser *parser,
				       const struct expr *code,
				       const struct spot *name)
{
	struct expr *expr = expr_new(parser->compiler, EXPR_ITEM, name);

	expr->item = ITEM_NAME;
	expr->depth = code->depth;
	return expr;
}

static const struct expr *function_call(struct parser *parser,
					const struct function *function,
					const struct spot *name)
{
	struct expr *expr = expr_new(parser->compiler, function->kind, name);

	if (function->kind == EXPR_ANY || function->kind == EXPR_COUNT)
		return rows_call(parser, function->kind, name);
	tokens_advance(parser);
	if (!parse_args(parser, expr->args, &expr->n_args) ||
	    !tokens_expect(parser, ')', ")"))
		return NULL;
	if (expr->n_args < function->least || expr->n_args > function->most)
		return wrong_arguments(parser, name, function->least);
	if (function->kind == EXPR_NAME && is_code(expr->args[0]))
		return name_of_code(parser, expr->args[0], name);
	if (function->kind == EXPR_NAME && expr->args[0]->kind != EXPR_FIELD) {
		fault(parser->compiler, &TEMPLATE_ARGUMENT_KIND,
		      spot_place(name, 0), name->text, STR("列名"));
		return NULL;
	}
	return expr;
}

/* 较上年(a): the second is the same figure @上年. */
static const struct expr *last_year(struct parser *parser,
				    const struct expr *expr)
{
	struct figure_ask ask = {.spot = expr->spot};

	if (expr->kind != EXPR_FIGURE)
		return NULL;
	ask.object = expr->use->object;
	ask.basis = expr->use->basis;
	ask.years_back = expr->use->years_back + 1;
	return compile_figure(parser->compiler, expr->use->figure, &ask);
}

static const struct expr *change_call(struct parser *parser,
				      const struct change *change,
				      const struct spot *name)
{
	struct expr *expr = expr_new(parser->compiler, EXPR_CHANGE, name);

	expr->change = change;
	tokens_advance(parser);
	if (!parse_args(parser, expr->args, &expr->n_args) ||
	    !tokens_expect(parser, ')', ")"))
		return NULL;
	if (expr->n_args == 1 && expr->args[0]->kind == EXPR_FIGURE) {
		expr->args[1] = last_year(parser, expr->args[0]);
		expr->n_args = 2;
	}
	if (expr->n_args != 2)
		return wrong_arguments(parser, name, 2);
	return expr->args[1] != NULL ? expr : NULL;
}

/* A figure: (object) and @上年 may stand behind its name. */
static const struct expr *figure_call(struct parser *parser,
				      const struct figure *figure,
				      const struct spot *name)
{
	struct figure_ask ask = {.spot = *name};
	struct spot inside;
	struct spot at;

	if (tokens_at_mark(parser, '(')) {
		inside = parse_inside(parser, 0);
		if (!tokens_expect(parser, ')', ")") ||
		    !figure_object(parser->compiler, figure, &inside, &ask))
			return NULL;
	}
	if (tokens_at_mark(parser, '@')) {
		tokens_advance(parser);
		if (parser->kind != TOKEN_NAME)
			return tokens_syntax(parser, "@上年");
		at = tokens_part(parser, parser->start, parser->next);
		tokens_advance(parser);
		if (!figure_at(parser->compiler, &at, &ask))
			return NULL;
	}
	return compile_figure(parser->compiler, figure, &ask);
}

/* name( … ) or name@ …: a function, a change or a figure. */
static const struct expr *parse_call(struct parser *parser,
				     const struct spot *name)
{
	struct compiler *compiler = parser->compiler;
	const struct figure *figure =
	    find_figure(compiler->template, name->text);
	const struct change *change =
	    find_change(compiler->template, name->text);
	const struct function *function = find_function(name->text);

	if (tokens_at_mark(parser, '@'))
		function = NULL;
	if (function != NULL)
		return function_call(parser, function, name);
	if (change != NULL && !tokens_at_mark(parser, '@'))
		return change_call(parser, change, name);
	if (figure != NULL)
		return figure_call(parser, figure, name);
	fault(compiler,
	      tokens_at_mark(parser, '@') ? &TEMPLATE_NO_FIGURE
					  : &TEMPLATE_FUNCTION,
	      spot_place(name, 0), name->text, STR_NONE);
	return NULL;
}

static const struct expr *parse_name(struct parser *parser)
{
	struct spot name = tokens_part(parser, parser->start, parser->next);
	size_t start = parser->start;
	struct expr *number;
	int64_t value;

	tokens_advance(parser);
	if (number_parse(name.text, &value)) {
		number = expr_new(parser->compiler, EXPR_NUMBER, &name);
		number->number = value;
		return number;
	}
	if (tokens_at_mark(parser, '['))
		return parse_select(parser, start);
	if (tokens_at_mark(parser, '(') || tokens_at_mark(parser, '@'))
		return parse_call(parser, &name);
	return compile_name(parser->compiler, &name);
}

static const struct expr *parse_primary(struct parser *parser)
{
	const struct expr *inner;

	if (parser->kind == TOKEN_NAME)
		return parse_name(parser);
	if (parser->kind == TOKEN_QUOTED) {
		struct spot spot =
		    tokens_part(parser, parser->start, parser->next);
		struct expr *text =
		    expr_new(parser->compiler, EXPR_TEXT, &spot);

		text->text = parser->token;
		tokens_advance(parser);
		return text;
	}
	if (!tokens_at_mark(parser, '(') || parser->depth >= DEEPEST)
		return tokens_syntax(parser, "…");
	tokens_advance(parser);
	parser->depth++;
	inner = parse_or(parser);
	parser->depth--;
	if (inner == NULL || !tokens_expect(parser, ')', ")"))
		return NULL;
	return inner;
}

static const struct expr *pair(struct parser *parser, enum expr_kind kind,
			       size_t start, const struct expr *left,
			       const struct expr *right)
{
	struct spot spot = tokens_part(parser, start, parser->start);
	struct expr *expr = expr_new(parser->compiler, kind, &spot);

	if (left == NULL || right == NULL)
		return NULL;
	expr->args[0] = left;
	expr->args[1] = right;
	expr->n_args = 2;
	return expr;
}

static const struct expr *parse_sum(struct parser *parser)
{
	size_t start = parser->start;
	const struct expr *left = parse_primary(parser);

	while (left != NULL &&
	       (tokens_at_mark(parser, '+') || tokens_at_mark(parser, '-'))) {
		enum expr_kind kind =
		    tokens_at_mark(parser, '+') ? EXPR_ADD : EXPR_SUBTRACT;

		tokens_advance(parser);
		left = pair(parser, kind, start, left, parse_primary(parser));
	}
	return left;
}

static bool comparison(const struct parser *parser, enum expr_kind *kind)
{
	static const struct {
		char mark;
		enum expr_kind kind;
	} marks[] = {
	    {'=', EXPR_EQUAL}, {'!', EXPR_UNEQUAL},  {'>', EXPR_MORE},
	    {'<', EXPR_LESS},  {'g', EXPR_AT_LEAST}, {'l', EXPR_AT_MOST},
	};
	size_t i;

	for (i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		*kind = marks[i].kind;
		if (tokens_at_mark(parser, marks[i].mark))
			return true;
	}
	return false;
}

static const struct expr *parse_comparison(struct parser *parser)
{
	size_t start = parser->start;
	const struct expr *left = parse_sum(parser);
	enum expr_kind kind;

	if (left == NULL || !comparison(parser, &kind))
		return left;
	tokens_advance(parser);
	return pair(parser, kind, start, left, parse_sum(parser));
}

static const struct expr *parse_not(struct parser *parser)
{
	size_t start = parser->start;
	struct expr *expr;
	struct spot spot;

	if (!tokens_at_word(parser, "非"))
		return parse_comparison(parser);
	tokens_advance(parser);
	spot = tokens_part(parser, start, parser->next);
	expr = expr_new(parser->compiler, EXPR_NOT, &spot);
	expr->n_args = 1;
	if (parser->depth >= DEEPEST)
		return tokens_syntax(parser, "…");
	parser->depth++;
	expr->args[0] = parse_not(parser);
	parser->depth--;
	return expr->args[0] != NULL ? expr : NULL;
}

static const struct expr *parse_and(struct parser *parser)
{
	size_t start = parser->start;
	const struct expr *left = parse_not(parser);

	while (left != NULL && tokens_at_word(parser, "且")) {
		tokens_advance(parser);
		left = pair(parser, EXPR_AND, start, left, parse_not(parser));
	}
	return left;
}

static const struct expr *parse_or(struct parser *parser)
{
	size_t start = parser->start;
	const struct expr *left;

	if (parser->depth++ >= DEEPEST)
		return tokens_syntax(parser, "…");
	left = parse_and(parser);
	while (left != NULL && tokens_at_word(parser, "或")) {
		tokens_advance(parser);
		left = pair(parser, EXPR_OR, start, left, parse_and(parser));
	}
	parser->depth--;
	return left;
}

const struct expr *compile_expr(struct compiler *compiler,
				const struct spot *spot)
{
	struct parser parser = {.compiler = compiler, .spot = spot};
	const struct expr *expr;

	tokens_advance(&parser);
	expr = parse_or(&parser);
	if (expr != NULL && parser.kind != TOKEN_END)
		return tokens_syntax(&parser, "+ - = 且 或");
	return expr;
}

const struct expr *compile_when(struct compiler *compiler,
				const struct node *node, const char *name)
{
	const struct spot *spot = node_attribute(node, name);

	return spot != NULL ? compile_expr(compiler, spot) : NULL;
}
