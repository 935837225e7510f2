/* SPDX-License-Identifier: MIT */
/*
 * Lists of parts in sentences: A元，其中：B、C、D. Where a list within a list
 * ends is not always told (；may end it or not), so all readings are tried,
 * and a list is wrong only if none adds up.
 */
#include "base/arena.h"
#include "check/rule.h"
#include "check/words.h"

/* A list being added up. */
struct open_list {
	const struct statement *whole;
	enum opener opener;
	int depth; /* of brackets it was opened at */
	size_t sentence, segment;
	struct money sum;
	int64_t half; /* [分] what rounding allows */
	size_t n;
};

#define MOST_LISTS 8

/* What ； does to a list within a list. */
enum segment { STAYS, POPS, POPS_PARTS, N_READINGS };

struct adding {
	struct check *check;
	const struct line *line;
	struct open_list lists[MOST_LISTS];
	size_t n;
	enum segment segment;
	bool report;
	size_t faults;
};

static bool is_item(const struct statement *statement)
{
	return statement->says == SAYS_LEVEL && statement->figure != NULL &&
	       statement->figure->kind == FIGURE_MONEY && !statement->last_year;
}

static bool list_names(const struct adding *adding,
		       const struct open_list *list, const char *name)
{
	const struct statements *all = &adding->line->statements;
	size_t i;

	for (i = (size_t)(list->whole - all->list) + 1; i < all->n; i++) {
		if (is_item(&all->list[i]) &&
		    str_is(facts_subject(adding->check->facts,
					 all->list[i].subject,
					 adding->check->arena),
			   name))
			return true;
	}
	return false;
}

/* Do the names listed make up the whole between them? */
static bool is_complete(const struct adding *adding,
			const struct open_list *list)
{
	struct str whole = facts_subject(
	    adding->check->facts, list->whole->subject, adding->check->arena);
	size_t i;
	size_t k;

	for (i = 0; i < fact_n_compositions; i++) {
		const struct composition *composition = &fact_compositions[i];

		for (k = 0; composition->whole[k] != NULL; k++)
			if (str_is(whole, composition->whole[k]))
				break;
		if (composition->whole[k] == NULL ||
		    !facts_compose(adding->check->facts, composition))
			continue;
		for (k = 0; composition->parts[k] != NULL; k++)
			if (!list_names(adding, list, composition->parts[k]))
				break;
		if (composition->parts[k] == NULL)
			return true;
	}
	return false;
}

static void close_list(struct adding *adding)
{
	struct open_list *list = &adding->lists[--adding->n];
	struct about_money {
		int64_t fen, half;
	} whole = {figure_money(list->whole->figure).fen,
		   figure_half_step(list->whole->figure)};
	int64_t over = list->sum.fen - whole.fen;
	const struct diag_kind *kind = NULL;

	if (list->n == 0)
		return;
	if (over > whole.half + list->half)
		kind = &TXT_SUM;
	else if (-over > whole.half + list->half) {
		if (list->opener != OPENS_USES && is_complete(adding, list))
			kind = &TXT_SUM;
		else if (list->n >= 3 && list->sum.fen * 10 >= whole.fen * 9)
			kind = &TXT_SUM_SHORT;
	}
	if (kind == NULL)
		return;
	adding->faults++;
	if (adding->report)
		FOUND(adding->check, kind, spot_line(adding->line),
		      wan_text(list->sum, adding->check->arena),
		      figure_text(adding->line->text, list->whole->figure),
		      list->whole->subject);
}

static void open_list(struct adding *adding, const struct statement *whole,
		      const struct statement *first)
{
	if (adding->n == MOST_LISTS)
		close_list(adding);
	adding->lists[adding->n++] =
	    (struct open_list){.whole = whole,
			       .opener = first->opener,
			       .depth = first->depth,
			       .sentence = first->sentence,
			       .segment = first->segment};
}

/* Which lists end before the statement. */
static void close_before(struct adding *adding,
			 const struct statement *statement)
{
	while (adding->n > 0) {
		const struct open_list *list = &adding->lists[adding->n - 1];
		bool ends =
		    statement->depth < list->depth ||
		    (statement->sentence != list->sentence &&
		     statement->depth <= list->depth) ||
		    (adding->segment != STAYS && adding->n > 1 &&
		     (adding->segment == POPS || list->opener == OPENS_PARTS) &&
		     statement->depth == list->depth &&
		     statement->segment != list->segment);

		if (!ends)
			return;
		close_list(adding);
	}
}

/* The level that a list opened here divides. */
static const struct statement *whole_of(const struct adding *adding,
					const struct statement *first)
{
	const struct statement *list = adding->line->statements.list;
	const struct statement *other = first;

	while (other > list) {
		other--;
		if (is_item(other) && other->depth <= first->depth &&
		    other->year == first->year)
			break;
	}
	if (other == first || !is_item(other) ||
	    first->sentence > other->sentence + 1)
		return NULL;
	/* 其中 at the start of a sentence divides what the one before began
	 * with. */
	if (first->opener == OPENS_PARTS && other->sentence < first->sentence)
		while (other > list && other[-1].sentence == other->sentence &&
		       is_item(&other[-1]))
			other--;
	return other;
}

static void run(struct adding *adding)
{
	const struct statements *all = &adding->line->statements;
	size_t i;

	adding->n = 0;
	adding->faults = 0;
	for (i = 0; i < all->n; i++) {
		const struct statement *statement = &all->list[i];
		const struct statement *whole;
		struct open_list *list;

		if (!is_item(statement))
			continue;
		close_before(adding, statement);
		if (statement->opener != OPENS_NOTHING &&
		    (whole = whole_of(adding, statement)) != NULL)
			open_list(adding, whole, statement);
		if (adding->n == 0)
			continue;
		list = &adding->lists[adding->n - 1];
		money_add(&list->sum, figure_money(statement->figure));
		list->half += figure_half_step(statement->figure);
		list->n++;
	}
	while (adding->n > 0)
		close_list(adding);
}

/* A list of increases may not exceed the increase that it explains. */
static void check_reasons(struct check *check, const struct line *line)
{
	const struct statements *all = &line->statements;
	size_t i;
	size_t k;

	for (i = 0; i < all->n; i++) {
		const struct statement *change = &all->list[i];
		struct money sum = {0};
		int64_t half = 0;
		size_t n = 0;

		if (change->says != SAYS_CHANGE || change->figure == NULL ||
		    change->figure->kind != FIGURE_MONEY || change->sign < 0)
			continue;
		half = figure_half_step(change->figure);
		for (k = i + 1; k < all->n; k++) {
			const struct statement *item = &all->list[k];

			if (item->says == SAYS_CHANGE ||
			    item->says == SAYS_LEVEL)
				break;
			if (item->says != SAYS_REASON || item->sign < 0 ||
			    item->figure == NULL ||
			    item->figure->kind != FIGURE_MONEY ||
			    item->sentence != change->sentence)
				continue;
			money_add(&sum, figure_money(item->figure));
			half += figure_half_step(item->figure);
			n++;
		}
		if (n < 2 || sum.fen <= figure_money(change->figure).fen + half)
			continue;
		FOUND(check, &TXT_SUM_REASON, spot_line(line),
		      wan_text(sum, check->arena),
		      figure_text(line->text, change->figure));
	}
}

void rule_txt_sum(struct check *check)
{
	size_t i;

	for (i = 0; i < check->view->n_lines; i++) {
		struct adding adding = {.check = check,
					.line = &check->view->lines[i]};
		size_t least = SIZE_MAX;
		enum segment best = STAYS;
		int reading;

		for (reading = STAYS; reading < N_READINGS; reading++) {
			adding.segment = (enum segment)reading;
			run(&adding);
			if (adding.faults < least) {
				least = adding.faults;
				best = adding.segment;
			}
		}
		adding.segment = best;
		adding.report = true;
		if (least > 0)
			run(&adding);
		check_reasons(check, adding.line);
	}
}

/* What money is said to be for must be there: economic classes of a list
 * behind 主要用于 that have no money. */
void rule_txt_compose(struct check *check)
{
	size_t i;
	size_t k;

	for (i = 0; i < check->view->n_lines; i++) {
		const struct line *line = &check->view->lines[i];

		for (k = 0; k < line->statements.n; k++) {
			const struct statement *statement =
			    &line->statements.list[k];
			struct naming naming;
			const struct fact *fact;

			if (statement->says != SAYS_LEVEL ||
			    statement->figure->kind != FIGURE_MONEY ||
			    statement->figure->value == 0)
				continue;
			naming = facts_name(check->facts, statement->subject,
					    check->arena);
			if (naming.fact == SIZE_MAX || !naming.exact)
				continue;
			fact = &check->facts->list[naming.fact];
			if (fact->source != FACT_ECONOMIC ||
			    fact->next != SIZE_MAX || fact->money.fen != 0)
				continue;
			FOUND(check, &TXT_COMPOSE, spot_line(line),
			      statement->subject, STR_NONE);
		}
	}
}
