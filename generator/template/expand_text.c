/* SPDX-License-Identifier: MIT */
/* Texts of the template with the unit's values in them. */
#include "template/expand.h"

static void push_run(struct run_list *runs, struct run run)
{
	runs->list = arena_grow(runs->x->arena, runs->list, runs->n,
				&runs->room, sizeof(*runs->list));
	runs->list[runs->n++] = run;
}

static void add_run(struct run_list *runs, struct str text, struct str select)
{
	push_run(runs, (struct run){.text = text,
				    .strong = runs->strong,
				    .select = select});
}

static void end_words(struct run_list *runs)
{
	if (runs->words.n == 0)
		return;
	add_run(runs, buf_str(&runs->words), STR_NONE);
	runs->words = (struct buf){.arena = runs->x->arena};
}

/* Words go on in the run that is open. */
static void add_text(struct run_list *runs, struct text text)
{
	size_t i;

	for (i = 0; i < text.n_runs; i++) {
		const struct run *run = &text.runs[i];

		if (run->select.n == 0 && run->strong == runs->strong) {
			runs_words(runs, run->text);
			continue;
		}
		end_words(runs);
		push_run(runs, *run);
	}
}

void runs_words(struct run_list *runs, struct str words)
{
	runs->words.arena = runs->x->arena;
	buf_add(&runs->words, words);
}

struct text runs_end(struct run_list *runs)
{
	end_words(runs);
	return (struct text){runs->list, runs->n};
}

struct str number_text(struct expansion *x, const struct plan_number *number,
		       int64_t n)
{
	struct str count = count_text(number->style, n, x->arena);

	return str_format(x->arena, STR_FMT STR_FMT STR_FMT,
			  STR_ARG(number->before), STR_ARG(count),
			  STR_ARG(number->after));
}

static const struct format *default_format(const struct expansion *x,
					   const struct value *value,
					   bool in_table)
{
	static const struct format number = {
	    .kind = FORMAT_NUMBER, .decimals = 6, .trim = true};
	static const struct format percent = {.kind = FORMAT_PERCENT,
					      .decimals = 1};
	static const struct format amount = {
	    .kind = FORMAT_AMOUNT, .unit = MONEY_WAN, .decimals = 2};
	const struct format *stated =
	    in_table ? x->template->table_format : x->template->text_format;

	if (value->kind == VALUE_NUMBER)
		return &number;
	if (value->kind == VALUE_RATIO)
		return x->template->percent_format != NULL
			   ? x->template->percent_format
			   : &percent;
	return stated != NULL ? stated : &amount;
}

struct str write_value(struct expansion *x, const struct expr *expr,
		       const struct value *value, const struct format *format,
		       bool in_table)
{
	struct str text;

	if (value->kind == VALUE_TEXT &&
	    (format == NULL || format->kind != FORMAT_DATE))
		return value->text;
	if (value->kind == VALUE_TRUTH)
		return value->truth ? STR("是") : STR("否");
	if (value->kind == VALUE_NOTHING && format == NULL)
		return STR_NONE;
	if (value->kind == VALUE_NUMBER && !value->there && format == NULL)
		return STR_NONE;
	if (format == NULL)
		format = default_format(x, value, in_table);
	if (format_value(format, value, x->arena, &text))
		return text;
	DIAG(x->sink, &TEMPLATE_KIND, spot_place(&expr->spot, 0),
	     expr->spot.text, format->name);
	return STR_NONE;
}

static void add_pieces(struct run_list *runs, const struct plan_text *text);

/* Which words of the change apply, and the figures for them. */
static const struct plan_text *change_words(struct expansion *x,
					    const struct expr *expr,
					    struct frame *frame,
					    struct str *missing)
{
	const struct change *change = expr->change;
	struct value a = eval(x, expr->args[0]);
	struct value b = eval(x, expr->args[1]);
	const struct format *format = change->format;

	if (!b.there) {
		if (!change->has_none)
			*missing = report_missing(x, expr->args[1]);
		return &change->none;
	}
	if (!value_add(&a, &b, true, &frame->difference)) {
		DIAG(x->sink, &TEMPLATE_KIND, spot_place(&expr->spot, 0),
		     expr->spot.text, change->name);
		return &change->none;
	}
	(void)value_ratio(&frame->difference, &b, &frame->growth);
	if (format == NULL)
		format = default_format(x, &frame->difference, false);
	if (format_shows_zero(format, &frame->difference))
		return &change->same;
	if (b.number == 0 && change->has_zero)
		return &change->zero;
	return frame->difference.number > 0 ? &change->more : &change->less;
}

static void add_change(struct run_list *runs, const struct expr *expr)
{
	struct expansion *x = runs->x;
	struct frame frame = {.up = x->frame};
	struct str missing = STR_NONE;
	const struct plan_text *words = change_words(x, expr, &frame, &missing);
	const struct frame *around = x->frame;
	bool tracing = x->tracing;

	if (frame.difference.number < 0)
		frame.difference.number = -frame.difference.number;
	if (frame.growth.number < 0)
		frame.growth.number = -frame.growth.number;
	x->frame = &frame;
	x->tracing = false;
	runs_words(runs, missing);
	add_pieces(runs, words);
	x->frame = around;
	x->tracing = tracing;
}

/* The value as it is written, or what stands for a missing figure. */
static struct str value_text_of(struct expansion *x, const struct expr *expr,
				const struct format *format)
{
	struct value value = eval(x, expr);
	struct str missing = STR_NONE;

	if (!value.there)
		missing = report_missing(x, expr);
	return missing.n > 0 ? missing
			     : write_value(x, expr, &value, format, false);
}

void runs_value(struct run_list *runs, const struct expr *expr,
		const struct format *format)
{
	struct expansion *x = runs->x;
	struct str select = STR_NONE;
	struct str text;

	if (expr->kind == EXPR_CHANGE) {
		add_change(runs, expr);
		return;
	}
	text = value_text_of(x, expr, format);
	if (x->tracing && text.n > 0)
		select = reference_text(x, expr);
	if (select.n == 0) {
		runs_words(runs, text);
		return;
	}
	end_words(runs);
	add_run(runs, text, select);
}

static void add_choice(struct run_list *runs, const struct piece *piece)
{
	size_t i;

	for (i = 0; i < piece->n_cases; i++)
		if (eval_when(runs->x, piece->cases[i].when)) {
			add_pieces(runs, &piece->cases[i].content);
			return;
		}
}

static void add_list(struct run_list *runs, const struct piece *piece)
{
	struct expansion *x = runs->x;
	const struct frame *around = x->frame;
	size_t n;
	size_t i;
	struct frame *frames = set_frames(x, piece->set, &n);

	for (i = 0; i < n; i++) {
		if (piece->set->kind == SET_LINES && piece->separator.n > 0)
			frames[i].line = text_without_end(frames[i].line);
		if (i > 0)
			runs_words(runs,
				   i + 1 < n ? piece->separator : piece->last);
		x->frame = &frames[i];
		add_pieces(runs, &piece->content);
	}
	x->frame = around;
	if (n == 0)
		add_pieces(runs, &piece->none);
}

/* Items that say something, with what separates them. */
static void add_series(struct run_list *runs, const struct piece *piece)
{
	struct expansion *x = runs->x;
	struct text *items = ARENA_ARRAY(x->arena, piece->n_cases, struct text);
	size_t n = 0;
	size_t i;

	for (i = 0; i < piece->n_cases; i++) {
		struct run_list words = {.x = x, .strong = runs->strong};

		if (!eval_when(x, piece->cases[i].when))
			continue;
		add_pieces(&words, &piece->cases[i].content);
		items[n] = runs_end(&words);
		n += items[n].n_runs > 0;
	}
	for (i = 0; i < n; i++) {
		if (i > 0)
			runs_words(runs,
				   i + 1 < n ? piece->separator : piece->last);
		add_text(runs, items[i]);
	}
	if (n == 0)
		add_pieces(runs, &piece->none);
}

/* The unit's text, the default, or 无; what goes before and after stands only
 * where one of them says something. */
static void add_slot(struct run_list *runs, const struct piece *piece)
{
	struct slot_text text = find_text(runs->x, piece->slot);
	bool missing =
	    !text.there && piece->content.n == 0 && piece->slot->required;
	struct run_list words = {.x = runs->x, .strong = runs->strong};
	struct text content;

	if (text.there)
		runs_unit_text(&words, piece->slot, text);
	else if (missing)
		runs_words(&words, STR("无"));
	else
		add_pieces(&words, &piece->content);
	content = runs_end(&words);
	if (content.n_runs == 0)
		return;
	runs_words(runs, piece->separator);
	add_text(runs, content);
	runs_words(runs, piece->last);
	if (missing)
		report_no_text(runs->x, piece->slot);
}

static void add_strong(struct run_list *runs, const struct piece *piece)
{
	end_words(runs);
	runs->strong = true;
	add_pieces(runs, &piece->content);
	end_words(runs);
	runs->strong = false;
}

static void add_pieces(struct run_list *runs, const struct plan_text *text)
{
	size_t i;

	for (i = 0; i < text->n; i++) {
		const struct piece *piece = &text->list[i];

		switch (piece->kind) {
		case PIECE_WORDS: runs_words(runs, piece->words); break;
		case PIECE_VALUE:
			runs_value(runs, piece->value, piece->format);
			break;
		case PIECE_STRONG: add_strong(runs, piece); break;
		case PIECE_CHOICE: add_choice(runs, piece); break;
		case PIECE_LIST: add_list(runs, piece); break;
		case PIECE_SERIES: add_series(runs, piece); break;
		case PIECE_SLOT: add_slot(runs, piece); break;
		}
	}
}

struct text expand_after(struct expansion *x, struct str before,
			 const struct plan_text *text)
{
	struct run_list runs = {.x = x};

	runs_words(&runs, before);
	add_pieces(&runs, text);
	return runs_end(&runs);
}

struct text expand_text(struct expansion *x, const struct plan_text *text)
{
	return expand_after(x, STR_NONE, text);
}

/* Most texts of tables are a few words or one value: no runs are made. */
static bool is_single(struct expansion *x, const struct plan_text *text,
		      struct str *plain)
{
	const struct piece *piece = text->list;

	if (text->n == 0) {
		*plain = STR_NONE;
		return true;
	}
	if (text->n > 1)
		return false;
	if (piece->kind == PIECE_WORDS) {
		*plain = piece->words;
		return true;
	}
	if (piece->kind != PIECE_VALUE || piece->value->kind == EXPR_CHANGE)
		return false;
	*plain = value_text_of(x, piece->value, piece->format);
	return true;
}

struct str expand_plain(struct expansion *x, const struct plan_text *text)
{
	bool tracing = x->tracing;
	struct text runs;
	struct str plain;

	if (is_single(x, text, &plain))
		return plain;
	x->tracing = false;
	runs = expand_text(x, text);
	x->tracing = tracing;
	return runs.n_runs == 1 ? runs.runs[0].text
				: text_plain(runs, x->arena);
}
