/* SPDX-License-Identifier: MIT */
#include "check/statement.h"

#include "base/arena.h"
#include "check/comparison.h"
#include "check/number.h"
#include "check/reading.h"
#include "check/words.h"

static void note_years(struct reading *reading, const struct clause *clause)
{
	const struct statements *out = reading->out;
	int against = 0;
	ptrdiff_t comparison = comparison_find(
	    clause->text, out->figures, out->n_figures, clause->from, &against);
	size_t i;

	reading->own_year = 0;
	if (comparison >= 0) {
		reading->against = against;
		reading->compares = true;
	}
	for (i = 0; i < out->n_figures; i++) {
		const struct figure *figure = &out->figures[i];

		if ((figure->kind != FIGURE_YEAR &&
		     figure->kind != FIGURE_DATE) ||
		    figure->title || figure->year == 0 ||
		    figure->from < clause->from ||
		    figure->to > clause->from + clause->text.n)
			continue;
		if (comparison < 0 ||
		    figure->from < clause->from + (size_t)comparison)
			reading->year = reading->own_year = figure->year;
	}
}

/* 二是…, （2）…: the next of what was begun. */
static bool goes_on(struct str text)
{
	static const char *const next[] = {
	    "二是",  "三是", "四是", "五是", "六是", "（2）", "（3）", "（4）",
	    "（5）", "(2)",  "(3)",  "2.",   "3.",   "4.",    "②",     "③",
	    "④",     "⑤",    "2、",  "3、",  "二、", "三、",  NULL};

	return words_start(str_trim(text), next) > 0;
}

/* 其中：…, 本年收入中，…: goes on with what the sentence before told. */
static bool goes_on_with_parts(const struct clause *clause)
{
	static const char *const among[] = {"收入中", "支出中", "预算中",
					    "拨款中", NULL};
	struct str text = str_trim(clause->text);

	return words_start(text, reading_part_openers) > 0 ||
	       words_end(text, among) > 0;
}

/* The last level in money; -1: none. */
static ptrdiff_t last_amount(const struct statements *out, ptrdiff_t from)
{
	for (; from >= 0; from--) {
		const struct statement *level = &out->list[from];

		if (level->says == SAYS_LEVEL && level->figure != NULL &&
		    level->figure->kind == FIGURE_MONEY && level->depth == 0 &&
		    !level->last_year)
			break;
	}
	return from;
}

/* A list ends with its sentence: 收入100万元，其中：A、B。与上年相比增加 speaks
 * of the whole again, and of no count. */
static void end_list(struct reading *reading, const struct clause *clause)
{
	const struct statements *out = reading->out;
	int against;

	if (goes_on_with_parts(clause))
		return;
	if (reading->level >= 0 &&
	    comparison_find(str_slice(out->text, clause->from, 40),
			    out->figures, out->n_figures, clause->from,
			    &against) == 0)
		reading->level = reading->listed
				     ? reading->head
				     : last_amount(out, reading->level);
	reading->listed = false;
	reading->head = -1;
}

static void begin_clause(struct reading *reading, const struct clause *clause)
{
	struct number number;

	if (clause->sentence != reading->sentence) {
		bool goes_on = words_start(str_trim(clause->text),
					   reading_part_openers) > 0;

		end_list(reading, clause);
		if (!goes_on)
			reading->year = reading->against = 0;
		reading->compares = false;
		reading->reason = false;
		reading->opener = OPENS_NOTHING;
		reading->before = reading->title;
		reading->title = STR_NONE;
	} else if (clause->segment != reading->segment) {
		reading->reason =
		    reading->reason &&
		    goes_on(str_slice(reading->out->text, clause->from, 12));
		reading->compares = false;
		reading->opener = OPENS_NOTHING;
		reading->before = STR_NONE;
	}
	if (clause->sentence != reading->sentence ||
	    clause->segment != reading->segment) {
		reading->turn = 0;
		reading->origin = -1;
	}
	if (reading->last_end != CLAUSE_LIST)
		reading->run = clause->from;
	reading->last_end = clause->end;
	reading->sentence = clause->sentence;
	reading->segment = clause->segment;
	note_years(reading, clause);
	/* A heading that the text runs on from gives no reason. */
	if (!number_read(reading->out->text, &number) ||
	    clause->from > number.n)
		reading->reason =
		    reading->reason || words_in(clause->text, reading_reasons);
}

/* 采购预算86.5万元：货物36.5万元…: a colon right behind a level. */
static bool divides(const struct reading *reading, const struct clause *clause)
{
	const struct statements *out = reading->out;
	static const char *const colons[] = {"：", ":", NULL};
	const struct statement *last;

	if (out->n == 0)
		return false;
	last = &out->list[out->n - 1];
	return clause->end == CLAUSE_COMMA && clause->text.n == 0 &&
	       last->says == SAYS_LEVEL && last->figure != NULL &&
	       last->figure->kind == FIGURE_MONEY && last->to == clause->from &&
	       words_start(str_slice(out->text, clause->from, 3), colons) > 0;
}

/* Whether the bracket behind the clause begins with 其中. */
static bool opens_parts(const struct reading *reading,
			const struct clause *clause)
{
	struct str rest =
	    str_slice(reading->out->text, clause->from + clause->text.n, 30);

	rest = str_trim(str_slice(rest, words_mark(rest), rest.n));
	return words_start(rest, reading_part_openers) > 0;
}

#define LONGEST_TITLE 60 /* [bytes] of a name that a sentence is */

/* 2.公务接待费。2024年预算数6万元: a numbered name that ends like a sentence.
 */
static bool is_title(const struct reading *reading, const struct clause *clause)
{
	static const char *const stops[] = {"。", NULL};
	const struct statements *out = reading->out;
	struct number number;

	if (clause->end != CLAUSE_STOP || clause->depth > 0 ||
	    clause->text.n > LONGEST_TITLE ||
	    words_start(str_slice(out->text, clause->from + clause->text.n,
				  out->text.n),
			stops) == 0)
		return false;
	if (clause->from > 0 && number_read(clause->text, &number))
		return true;
	return number_read(out->text, &number) && clause->from == number.n;
}

static void end_clause(struct reading *reading, const struct clause *clause)
{
	size_t depth = (size_t)clause->depth < 7 ? (size_t)clause->depth : 7;

	if (is_title(reading, clause))
		reading->title = clause->text;

	if (reading->opener == OPENS_NOTHING && divides(reading, clause))
		reading->opener = OPENS_PARTS;

	reading->before =
	    clause->end == CLAUSE_COMMA || clause->end == CLAUSE_OPEN
		? clause->text
		: STR_NONE;
	if (clause->end == CLAUSE_OPEN) {
		reading->levels[depth] = reading->level;
		reading->openers[depth] = reading->opener;
		reading->reasons[depth] = reading->reason;
		reading->opener = OPENS_BRACKET;
		/* 主要原因是少购车（其中：购置费…）: parts are no reasons */
		reading->reason =
		    reading->reason && !opens_parts(reading, clause);
	} else if (clause->end == CLAUSE_CLOSE && depth > 0) {
		reading->level = reading->levels[depth - 1];
		reading->opener = reading->openers[depth - 1];
		reading->reason =
		    reading->reason || reading->reasons[depth - 1];
	}
}

/* Whether a reason is told behind each change: in its sentence or later. */
static void note_reasons(struct statements *out, const struct clause *clauses,
			 size_t n)
{
	size_t last = 0; /* sentence with a reason, counted from 1 */
	size_t i;

	for (i = n; i > 0 && last == 0; i--)
		if (words_in(clauses[i - 1].text, reading_reasons))
			last = clauses[i - 1].sentence + 1;
	for (i = 0; i < out->n; i++)
		out->list[i].reason = out->list[i].sentence < last;
}

struct statements statements_read(struct str text, int year,
				  struct arena *arena)
{
	struct statements out = {.text = text};
	struct reading reading = {.out = &out,
				  .arena = arena,
				  .level = -1,
				  .head = -1,
				  .this_year = year,
				  .origin = -1,
				  .last_end = CLAUSE_STOP};
	struct clause *clauses;
	size_t n;
	size_t i;

	out.figures = figures_read(text, arena, &out.n_figures);
	if (out.n_figures == 0 && !words_in(text, reading_sames))
		return out;
	clauses = clauses_read(text, out.figures, out.n_figures, arena, &n);
	for (i = 0; i < n; i++) {
		begin_clause(&reading, &clauses[i]);
		if (clauses[i].end == CLAUSE_FIGURE) {
			if (!reading_several(&reading, &clauses[i]))
				reading_figure(&reading, &clauses[i]);
		} else {
			reading_same(&reading, &clauses[i]);
			reading_open_list(&reading, clauses[i].text);
		}
		end_clause(&reading, &clauses[i]);
	}
	note_reasons(&out, clauses, n);
	return out;
}
