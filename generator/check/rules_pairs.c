/* SPDX-License-Identifier: MIT */
/*
 * Counts that come with their money: 项目3个，涉及预算400万元。其中：特定目标类
 * 项目2个，涉及预算350万元. The money of the parts is a list beside that of
 * their counts.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "check/rule.h"
#include "check/words.h"

static bool is_level(const struct statement *statement, enum figure_kind kind)
{
	return statement->says == SAYS_LEVEL && statement->figure != NULL &&
	       statement->figure->kind == kind && statement->limit == NULL &&
	       !statement->last_year && !statement->figure->about &&
	       !statement->figure->bound;
}

/* The money right behind a count, of what was counted: 涉及预算; NULL: none. */
static const struct statement *money_of(const struct line *line,
					const struct statement *count)
{
	static const char *const words[] = {"涉及", "预算",	"资金",
					    "金额", "财政拨款", "合计",
					    "共计", "安排",	NULL};
	const struct statement *money = count + 1;

	if (money == line->statements.list + line->statements.n ||
	    !is_level(money, FIGURE_MONEY) ||
	    money->sentence != count->sentence ||
	    money->segment != count->segment || money->depth != count->depth ||
	    money->opener != OPENS_NOTHING ||
	    !words_only(money->subject, words))
		return NULL;
	return money;
}

/* The count with money that stands last before the list; NULL: none. */
static const struct statement *whole_before(const struct line *line,
					    const struct statement *first)
{
	const struct statement *whole = first;

	while (whole-- > line->statements.list &&
	       whole->sentence + 1 >= first->sentence)
		if (is_level(whole, FIGURE_COUNT) &&
		    str_equal(whole->figure->unit, first->figure->unit))
			return money_of(line, whole) == NULL ? NULL : whole;
	return NULL;
}

/* What the parts of a list come to. */
struct pairs {
	int64_t count;		      /* [1/1000000] */
	struct money sum;	      /* of their money */
	int64_t half;		      /* what rounding allows [分] */
	const struct statement *last; /* money of the last one */
};

/* The parts from the first one on; false: one of them has no money. */
static bool add_parts(const struct line *line, const struct statement *first,
		      struct pairs *pairs)
{
	const struct statements *all = &line->statements;
	const struct statement *part;

	for (part = first;
	     part < all->list + all->n && part->sentence == first->sentence;
	     part++) {
		const struct statement *money;

		if (!is_level(part, FIGURE_COUNT) ||
		    part->depth != first->depth ||
		    !str_equal(part->figure->unit, first->figure->unit))
			continue;
		money = money_of(line, part);
		if (money == NULL ||
		    !money_add(&pairs->sum, figure_money(money->figure)))
			return false;
		pairs->count += part->figure->value;
		pairs->half += figure_half_step(money->figure);
		pairs->last = money;
	}
	return pairs->last != NULL;
}

/* More money than the whole has, or, where none is left out, another sum. */
static void check_list(struct check *check, const struct line *line,
		       const struct statement *first)
{
	const struct statement *whole = whole_before(line, first);
	const struct statement *money;
	struct pairs pairs = {.count = 0};
	int64_t over;

	if (whole == NULL || !add_parts(line, first, &pairs))
		return;
	money = money_of(line, whole);
	over = pairs.sum.fen - figure_money(money->figure).fen;
	pairs.half += figure_half_step(money->figure);
	if (over <= pairs.half &&
	    (over >= -pairs.half || pairs.count != whole->figure->value))
		return;
	FOUND(check, &TXT_SUM, spot_line(line),
	      wan_text(pairs.sum, check->arena),
	      figure_text(line->text, money->figure), whole->subject);
}

void check_pairs(struct check *check, const struct line *line)
{
	size_t i;

	for (i = 1; i < line->statements.n; i++) {
		const struct statement *first = &line->statements.list[i];

		if (first->opener == OPENS_PARTS &&
		    is_level(first, FIGURE_COUNT))
			check_list(check, line, first);
	}
}
