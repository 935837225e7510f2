/* SPDX-License-Identifier: MIT */
#include "template/value.h"

#include "base/arena.h"
#include "budget/budget.h"

struct value value_money(struct amount amount)
{
	return (struct value){.kind = VALUE_MONEY,
			      .there = amount.there,
			      .number = amount.money.fen};
}

struct value value_number(int64_t millionths, bool there)
{
	return (struct value){
	    .kind = VALUE_NUMBER, .there = there, .number = millionths};
}

struct value value_text(struct str text)
{
	return (struct value){
	    .kind = VALUE_TEXT, .there = text.n > 0, .text = text};
}

struct value value_truth(bool truth)
{
	return (struct value){
	    .kind = VALUE_TRUTH, .there = true, .truth = truth};
}

bool value_holds(const struct value *value)
{
	switch (value->kind) {
	case VALUE_NOTHING: return false;
	case VALUE_MONEY:
	case VALUE_NUMBER:
	case VALUE_RATIO: return value->there && value->number != 0;
	case VALUE_TEXT: return value->there && !str_is(value->text, "否");
	case VALUE_TRUTH: return value->truth;
	}
	return false;
}

static bool is_figure(const struct value *value)
{
	return value->kind == VALUE_MONEY || value->kind == VALUE_NUMBER;
}

/* 0 typed in a template compares with money as with numbers; other numbers
 * with money count in 元. */
static int64_t scaled(const struct value *value, enum value_kind other)
{
	if (value->kind == VALUE_NUMBER && other == VALUE_MONEY)
		return value->number / (NUMBER_ONE / MONEY_YUAN);
	return value->number;
}

bool value_compare(const struct value *a, const struct value *b, int *order)
{
	int64_t left = scaled(a, b->kind);
	int64_t right = scaled(b, a->kind);

	if (a->kind == VALUE_NOTHING || b->kind == VALUE_NOTHING) {
		*order = (int)a->there - (int)b->there;
		return true;
	}
	if (a->kind == VALUE_TEXT && b->kind == VALUE_TEXT) {
		*order = str_compare(a->text, b->text);
		return true;
	}
	if (a->kind == VALUE_TRUTH && b->kind == VALUE_TRUTH) {
		*order = (int)a->truth - (int)b->truth;
		return true;
	}
	if (!is_figure(a) || !is_figure(b))
		return false;
	*order = (left > right) - (left < right);
	return true;
}

bool value_add(const struct value *a, const struct value *b, bool minus,
	       struct value *sum)
{
	struct money money = {a->number};
	struct money more = {b->number};

	if (a->kind == VALUE_NOTHING)
		money.fen = 0;
	if (b->kind == VALUE_NOTHING)
		more.fen = 0;
	*sum = a->kind != VALUE_NOTHING ? *a : *b;
	if (a->kind != b->kind && a->kind != VALUE_NOTHING &&
	    b->kind != VALUE_NOTHING)
		return false;
	if (sum->kind != VALUE_NOTHING && !is_figure(sum))
		return false;
	sum->there = a->there || b->there;
	if (minus ? !money_subtract(&money, more) : !money_add(&money, more))
		return false;
	sum->number = money.fen;
	return true;
}

bool value_ratio(const struct value *a, const struct value *b,
		 struct value *ratio)
{
	*ratio = (struct value){.kind = VALUE_RATIO};
	if (a->kind == VALUE_NOTHING || b->kind == VALUE_NOTHING)
		return true;
	if (a->kind != b->kind || !is_figure(a))
		return false;
	ratio->there = b->there && b->number != 0;
	ratio->number = b->number < 0 ? -a->number : a->number;
	ratio->whole = b->number < 0 ? -b->number : b->number;
	return true;
}
