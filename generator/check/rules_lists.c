/* SPDX-License-Identifier: MIT */
/*
 * Lists of parts in sentences: A元，其中：B、C、D. Where a list within a list
 * ends is not always told (；may end it or not), so all readings are tried,
 * and a list is wrong only if none adds up.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "check/rule.h"
#include "check/words.h"

/* A list being added up. */
struct open_list {
	const struct statement *whole;
	enum opener opener;
	int depth; /* of brackets it was opened at */
	size_t sentence, segment;
	int64_t sum;		      /* [分], of counts millionths of one */
	int64_t half;		      /* what rounding allows */
	const struct statement *last; /* of its parts */
	size_t n;
	bool overlap; /* its parts need not exclude each other */
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
	static const char *const averages[] = {"车均", "人均", "平均", "户均",
					       "每辆", "每人", NULL};

	return !words_in(statement->lead, averages) &&
	       statement->says == SAYS_LEVEL && statement->figure != NULL &&
	       (statement->figure->kind == FIGURE_MONEY ||
		statement->figure->kind == FIGURE_COUNT) &&
	       (statement->limit == NULL ||
		statement->figure->kind == FIGURE_MONEY) &&
	       !statement->last_year;
}

/* 名 and 人 count the same; so do 台 and 辆, but of devices. */
static struct str measure_of(const struct statement *statement)
{
	static const char *const people[] = {"名", "位", NULL};
	static const char *const vehicles[] = {"台", NULL};
	static const char *const devices[] = {"设备",	"计算机", "电脑",
					      "空调",	"打印机", "复印机",
					      "服务器", "仪器",	  NULL};
	const struct figure *figure = statement->figure;

	if (figure->kind == FIGURE_MONEY)
		return STR_NONE;
	if (words_only(figure->unit, people))
		return STR("人");
	if (words_only(figure->unit, vehicles) &&
	    !words_in(statement->subject, devices))
		return STR("辆");
	return figure->unit;
}

static bool same_measure(const struct statement *a, const struct statement *b)
{
	return str_equal(measure_of(a), measure_of(b));
}

static int64_t value_of(const struct figure *figure)
{
	return figure->kind == FIGURE_MONEY ? figure_money(figure).fen
					    : figure->value;
}

static int64_t half_of(const struct figure *figure)
{
	return figure->kind == FIGURE_MONEY ? figure_half_step(figure) : 0;
}

/* 其中女职工30人，党员40人: people who are counted twice. */
static bool overlaps(struct str subject)
{
	static const char *const words[] = {
	    "女",   "男",   "党员", "学历", "本科", "研究生", "民族", "职称",
	    "高级", "中级", "初级", "岁",   "干部", "团员",   NULL};

	return words_in(subject, words);
}

static bool list_names(const struct adding *adding,
		       const struct open_list *list, const char *name)
{
	const struct statements *all = &adding->line->statements;
	size_t i;

	for (i = (size_t)(list->whole - all->list) + 1;
	     i < all->n && &all->list[i] <= list->last; i++) {
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

/* What is wrong with a list of counts: only that its parts are too many. */
static const struct diag_kind *fault_of_counts(const struct open_list *list,
					       int64_t over)
{
	return over > 0 && !list->overlap && list->opener != OPENS_USES
		   ? &TXT_SUM_COUNT
		   : NULL;
}

/* A list that lacks what secret projects cost: they stand in it by their names
 * alone. */
static bool leaves_out_secrets(const struct adding *adding, int64_t lacking,
			       int64_t slack)
{
	struct amount secret = check_sum_of(adding->check, "项目[涉密=是]");

	return secret.there &&
	       llabs((long long)(secret.money.fen - lacking)) <= slack;
}

static const struct diag_kind *fault_of_money(const struct adding *adding,
					      const struct open_list *list,
					      int64_t over)
{
	int64_t whole = value_of(list->whole->figure);
	int64_t slack = half_of(list->whole->figure) + list->half;

	if (over > slack)
		return &TXT_SUM;
	if (-over <= slack)
		return NULL;
	if (list->opener != OPENS_USES && is_complete(adding, list))
		return &TXT_SUM;
	return list->n >= 3 && list->sum * 10 >= whole * 9 &&
		       !leaves_out_secrets(adding, -over, slack)
		   ? &TXT_SUM_SHORT
		   : NULL;
}

static struct str sum_text(const struct open_list *list, struct arena *arena)
{
	if (list->whole->figure->kind == FIGURE_MONEY)
		return wan_text((struct money){list->sum}, arena);
	return str_format(arena, "%lld" STR_FMT,
			  (long long)(list->sum / 1000000),
			  STR_ARG(list->whole->figure->unit));
}

/* Its parts come to the whole: nothing is missing. */
static bool is_full(const struct open_list *list)
{
	int64_t off = list->sum - value_of(list->whole->figure);

	return list->n > 1 && llabs((long long)off) <=
				  half_of(list->whole->figure) + list->half;
}

/* 基本支出、项目支出分别为A和B，其中…: what is divided may be another one of
 * those that the sentence names before it. */
static bool divides_another(const struct adding *adding,
			    const struct open_list *list)
{
	const struct statement *first = adding->line->statements.list;
	const struct statement *other = list->whole;

	while (other-- > first && other->sentence == list->whole->sentence) {
		struct open_list read = *list;

		read.whole = other;
		if (is_item(other) && other->depth == list->whole->depth &&
		    same_measure(other, list->whole) && is_full(&read))
			return true;
	}
	return false;
}

static void close_list(struct adding *adding)
{
	struct open_list *list = &adding->lists[--adding->n];
	int64_t over = list->sum - value_of(list->whole->figure);
	const struct diag_kind *kind;

	if (list->n == 0 || divides_another(adding, list))
		return;
	kind = list->whole->figure->kind == FIGURE_MONEY
		   ? fault_of_money(adding, list, over)
		   : fault_of_counts(list, over);
	if (kind == NULL)
		return;
	adding->faults++;
	if (adding->report)
		FOUND(adding->check, kind, spot_line(adding->line),
		      sum_text(list, adding->check->arena),
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

/* 实有58人，其中…: a whole of parts of its own. */
static bool divides_itself(const struct adding *adding,
			   const struct statement *statement)
{
	const struct statements *all = &adding->line->statements;
	const struct statement *next = statement + 1;

	return next < all->list + all->n && is_item(next) &&
	       next->opener == OPENS_PARTS && same_measure(statement, next);
}

/* Which lists end before the statement. */
static void close_before(struct adding *adding,
			 const struct statement *statement)
{
	while (adding->n > 0) {
		const struct open_list *list = &adding->lists[adding->n - 1];
		bool ends =
		    statement->depth < list->depth ||
		    (statement->segment != list->segment && is_full(list) &&
		     divides_itself(adding, statement)) ||
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

/* 收入包括：… at the start of a sentence divides what was said of 收入 or of
 * 收支; NULL: nothing was. The words before the opener; empty: it begins the
 * sentence. */
static struct str noun_before(const struct line *line,
			      const struct statement *first)
{
	static const char *const stops[] = {"。", "；", NULL};
	static const char *const openers[] = {"其中", "主要包括", "包括",
					      "包含", NULL};
	static const char *const commas[] = {"，", NULL};
	struct str before = str_slice(line->text, 0, first->figure->from);
	size_t n = 0;
	ptrdiff_t stop;
	size_t end;

	stop = words_last(str_slice(before, 0, first->from), stops, &n);
	if (stop >= 0)
		before = str_slice(before, (size_t)stop + n, before.n);
	end = words_next(before, 0, openers);
	if (end == before.n)
		return STR_NONE;
	before = str_trim(str_slice(before, 0, end));
	/* the opener stands in the clause itself: 支出包括基本支出5万元 */
	if (before.s + before.n > line->text.s + first->from &&
	    words_in(before, commas))
		return STR_NONE;
	return before;
}

static const struct statement *whole_of_noun(const struct line *line,
					     const struct statement *first,
					     struct str noun)
{
	const struct statement *other = first;

	while (other > line->statements.list) {
		other--;
		if (is_item(other) && same_measure(other, first) &&
		    (str_find(other->subject, noun) >= 0 ||
		     str_find(other->subject, STR("收支")) >= 0))
			return other;
	}
	return NULL;
}

/* A；其中B divides what the sentence began with. */
static const struct statement *first_item(const struct line *line,
					  const struct statement *first)
{
	const struct statement *found = first;
	const struct statement *other = first;

	while (other-- > line->statements.list &&
	       other->sentence == first->sentence)
		if (is_item(other) && other->depth <= first->depth &&
		    same_measure(other, first))
			found = other;
	return found;
}

/* The level that a list opened here divides. */
static const struct statement *whole_of(const struct adding *adding,
					const struct statement *first)
{
	const struct statement *list = adding->line->statements.list;
	const struct statement *other = first;
	/* A bracket divides what stands outside of it. */
	int inside = first->opener == OPENS_BRACKET ? 1 : 0;

	while (other > list) {
		other--;
		if (is_item(other) && other->depth <= first->depth - inside &&
		    other->year == first->year && same_measure(other, first))
			break;
	}
	if (other == first || !is_item(other) || !same_measure(other, first) ||
	    first->sentence > other->sentence + 1)
		return NULL;
	/* 其中 at the start of a sentence divides what the one before began
	 * with. */
	if (first->opener == OPENS_PARTS &&
	    (other->sentence < first->sentence ||
	     other->segment != first->segment) &&
	    noun_before(adding->line, first).n > 0)
		return whole_of_noun(adding->line, first,
				     noun_before(adding->line, first));
	if (first->opener == OPENS_PARTS &&
	    other->sentence == first->sentence &&
	    other->segment != first->segment)
		return first_item(adding->line, first);
	if (first->opener == OPENS_PARTS && other->sentence < first->sentence)
		while (other > list && other[-1].sentence == other->sentence &&
		       is_item(&other[-1]) && same_measure(&other[-1], first))
			other--;
	return other;
}

/* What a list goes on with, but is no part of it: 其中上年结转 of any of its
 * items, a share kept for small firms. */
static bool stands_aside(const struct statement *statement)
{
	static const char *const firms[] = {"中小", "小微", NULL};
	static const char *const besides[] = {"另有", "另外", "此外", "另",
					      NULL};

	if (words_start(str_trim(statement->lead), besides) > 0)
		return true;
	/* 货物…、服务…；其中面向中小企业…: of all that was listed */
	if (statement->opener == OPENS_NOTHING || statement->segment > 0)
		return words_in(statement->subject, firms);
	return statement->opener == OPENS_PARTS &&
	       str_find(statement->subject, STR("结转")) >= 0;
}

/* 在职28人，其中行政20人、事业8人，离退休15人: the list ended before. */
static bool is_behind(const struct open_list *list,
		      const struct statement *statement)
{
	return str_is(measure_of(statement), "人") &&
	       statement->opener == OPENS_NOTHING && is_full(list) &&
	       statement->figure->value > 0;
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
		if ((adding->n > 0 || statement->segment > 0) &&
		    stands_aside(statement))
			continue;
		if (statement->opener != OPENS_NOTHING &&
		    (whole = whole_of(adding, statement)) != NULL)
			open_list(adding, whole, statement);
		if (adding->n == 0)
			continue;
		list = &adding->lists[adding->n - 1];
		if (!same_measure(list->whole, statement) ||
		    is_behind(list, statement))
			continue;
		list->last = statement;
		list->sum += value_of(statement->figure);
		list->half += half_of(statement->figure);
		list->overlap =
		    list->overlap || (str_is(measure_of(statement), "人") &&
				      overlaps(statement->subject));
		list->n++;
	}
	while (adding->n > 0)
		close_list(adding);
}

/* 货物36.5万元、工程20万元，共计56.5万元: the sum of some that stand before
 * it, or one of them again. */
static void check_total(struct check *check, const struct line *line,
			const struct statement *total)
{
	const struct statement *item;
	int64_t whole = figure_money(total->figure).fen;
	int64_t half = figure_half_step(total->figure);
	int64_t sum = 0;
	size_t n = 0;

	for (item = total; item-- > line->statements.list;) {
		int64_t fen;

		if (item->sentence != total->sentence)
			break;
		if (!is_item(item) || item->figure->kind != FIGURE_MONEY)
			continue;
		fen = figure_money(item->figure).fen;
		sum += fen;
		half += figure_half_step(item->figure);
		n++;
		if (llabs((long long)(fen - whole)) <= half ||
		    llabs((long long)(sum - whole)) <= half)
			return;
	}
	if (n < 2)
		return;
	FOUND(check, &TXT_SUM_SHORT, spot_line(line),
	      wan_text((struct money){sum}, check->arena),
	      figure_text(line->text, total->figure), STR("合计"));
}

static void check_totals(struct check *check, const struct line *line)
{
	size_t i;

	for (i = 0; i < line->statements.n; i++) {
		const struct statement *statement = &line->statements.list[i];

		if (statement->says == SAYS_SUM && statement->figure != NULL &&
		    statement->figure->kind == FIGURE_MONEY)
			check_total(check, line, statement);
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
		check_listed_changes(check, adding.line);
		check_totals(check, adding.line);
		check_pairs(check, adding.line);
	}
}

/* What money is said to be for must be there: economic classes of a list
 * behind 主要用于 that have no money. */
void rule_txt_compose(struct check *check)
{
	struct told told = {NULL, NULL};

	while (view_next_told(check->view, &told)) {
		const struct statement *statement = told.statement;
		struct naming naming;
		const struct fact *fact;

		if (statement->says != SAYS_LEVEL ||
		    statement->figure->kind != FIGURE_MONEY ||
		    statement->figure->value == 0)
			continue;
		naming =
		    facts_name(check->facts, statement->subject, check->arena);
		if (naming.fact == SIZE_MAX || !naming.exact)
			continue;
		fact = &check->facts->list[naming.fact];
		if (fact->source != FACT_ECONOMIC || fact->next != SIZE_MAX ||
		    fact->money.fen != 0)
			continue;
		FOUND(check, &TXT_COMPOSE, spot_line(told.line),
		      statement->subject, STR_NONE);
	}
}
