/* SPDX-License-Identifier: MIT */
/* What a figure says, by the words before it. */
#include "check/reading.h"

#include "check/comparison.h"
#include "check/number.h"
#include "check/words.h"

const char *const reading_sames[] = {
    "无增减变化", "没有变化", "无变化", "未发生变化", "保持不变", "无增减",
    "持平",	  "一致",     "相同",	"保持一致",   NULL};
static const char *const shares[] = {"占",   "份额", "比重",
				     "比例", "占比", NULL};
static const char *const last_years[] = {"上年度", "上年", "去年", "上一年",
					 NULL};
/* They begin like last year's figures, but are of this year. */
static const char *const not_last_years[] = {"上年结转", "上年末", "上年年末",
					     "上年度结转", NULL};
static const char *const to_words[] = {"到", "至", NULL};
/* 增长率为, 下降幅度达: the direction goes on. */
static const char *const rates[] = {"率", "幅度", "幅", "比例", "百分比", NULL};
static const char *const of_whole[] = {"占", NULL};
static const char *const not_of_whole[] = {"占有", "占用", "占地", NULL};
static const char *const sums[] = {"合计", "共计", "总计", "小计", "共", NULL};
/* 以上三项合计 names nothing either. */
static const char *const counted[] = {"以上", "上述", "两项", "三项",
				      "四项", "两家", "两者", NULL};
static const char *const nothing[] = {NULL};
/* Changes whose sign tells the direction. */
static const char *const either_ways[] = {
    "增减变化", "增减变动", "增减幅度", "增减比例", "增减额", "增减率",
    "增减",	"变动幅度", "变动额",	"变动率",   "变动",   NULL};

static void classify_change(struct statement *statement, struct str before,
			    struct str word, struct str rest,
			    const struct reading *reading, size_t from)
{
	bool percent = statement->figure->kind == FIGURE_PERCENT;

	if (words_start(rest, rates) > 0)
		rest = str_slice(rest, words_start(rest, rates), rest.n);
	statement->says = percent ? SAYS_GROWTH : SAYS_CHANGE;
	statement->sign = direction_sign(word);
	if (statement->figure->negative)
		statement->sign = -1;
	if (words_only(rest, statement_fillers))
		statement->subject = reading_subject(reading, before, from);
	else
		statement->subject = words_strip_end(
		    words_strip_start(rest, statement_fillers), nothing);
	if (words_only(statement->subject, statement_fillers))
		statement->subject = STR_NONE;
	if (statement->subject.n == 0)
		statement->of = reading->level;
	if (reading->reason && !reading->compares)
		statement->says = SAYS_REASON;
}

/* 同比增加8.8% behind a change belongs to what the change was of. */
static void follow_change(struct statement *statement,
			  const struct statements *out)
{
	const struct statement *before = statement - 1;

	if (statement == out->list || statement->subject.n > 0 ||
	    statement->says != SAYS_GROWTH || before->says != SAYS_CHANGE ||
	    before->sentence != statement->sentence ||
	    before->segment != statement->segment)
		return;
	statement->of = before->of;
	statement->subject = before->subject;
}

/* 减少6万元（12%）: a percentage alone in brackets behind a change is its
 * growth. */
static bool growth_in_brackets(struct statement *statement, struct str lead,
			       const struct statements *out)
{
	const struct statement *before = statement - 1;
	static const char *const open[] = {"（", "(", NULL};

	if (statement == out->list ||
	    statement->figure->kind != FIGURE_PERCENT ||
	    before->says != SAYS_CHANGE || before->figure == NULL ||
	    before->to >= statement->from || str_trim(lead).n > 0 ||
	    words_end(
		str_slice(out->text, before->to, statement->from - before->to),
		open) != statement->from - before->to)
		return false;
	statement->says = SAYS_GROWTH;
	statement->sign = before->sign;
	statement->of = before->of;
	statement->subject = before->subject;
	return true;
}

/* A figure whose own words give a reason is part of that reason. */
static struct str behind_reason(struct str lead, bool *reason)
{
	size_t n = 0;
	ptrdiff_t at = words_last(lead, reading_reasons, &n);

	*reason = at >= 0;
	return at < 0 ? lead : str_slice(lead, (size_t)at + n, lead.n);
}

/* A clause of the year before, by its word or its number. */
static bool is_of_last_year(const struct reading *reading, struct str subject)
{
	const struct statement *level =
	    reading->level < 0 ? NULL : &reading->out->list[reading->level];

	if (words_start(subject, last_years) > 0)
		return words_start(subject, not_last_years) == 0;
	if (reading->own_year == 0)
		return false;
	if (reading->this_year > 0)
		return reading->own_year == reading->this_year - 1;
	return level != NULL && reading->own_year == level->year - 1;
}

/* What the year before amounted to: beside a level of this year and of the
 * same thing it is what that is compared with. */
static void classify_last_year(struct statement *statement,
			       const struct reading *reading)
{
	const struct statement *level =
	    reading->level < 0 ? NULL : &reading->out->list[reading->level];

	statement->last_year = true;
	statement->subject = words_strip_start(statement->subject, last_years);
	if (words_only(statement->subject, statement_fillers))
		statement->subject = STR_NONE;
	if (level == NULL || level->last_year ||
	    level->sentence != statement->sentence ||
	    (statement->depth == 0 && statement->subject.n > 0 &&
	     !str_equal(statement->subject, level->subject)))
		return;
	statement->says = SAYS_BASE;
	statement->of = reading->level;
}

/* What something is compared with; names: the words before the comparison. A
 * name that is not the level's is of its own. */
static void classify_base(struct statement *statement,
			  const struct reading *reading, struct str names,
			  size_t from)
{
	const struct statement *level =
	    reading->level < 0 ? NULL : &reading->out->list[reading->level];
	struct str subject = reading_subject(reading, names, from);

	statement->says = SAYS_BASE;
	statement->of = reading->level;
	statement->subject =
	    words_only(subject, statement_fillers) ? STR_NONE : subject;
	if (statement->subject.n > 0 && level != NULL &&
	    !str_equal(words_strip_end(subject, statement_fillers),
		       words_strip_end(level->subject, statement_fillers)))
		statement->of = -1;
}

/* What follows a base that has a name of its own is said of that name:
 * 公用经费较上年115万元增加5万元. */
static void follow_base(struct statement *statement,
			const struct statements *out)
{
	const struct statement *before = statement - 1;

	if (statement == out->list || statement->subject.n > 0 ||
	    before->says != SAYS_BASE || before->of >= 0 ||
	    before->subject.n == 0 || before->sentence != statement->sentence ||
	    before->segment != statement->segment)
		return;
	statement->of = -1;
	statement->subject = before->subject;
}

/* 公务接待费：2023年7万元，2024年6万元: the year alone is said of the same. */
static void follow_year(struct statement *statement,
			const struct reading *reading)
{
	const struct statement *before = statement - 1;

	if (statement == reading->out->list || statement->subject.n > 0 ||
	    reading->own_year == 0 || reading->own_year != reading->this_year ||
	    !before->last_year || before->figure == NULL ||
	    before->figure->kind != FIGURE_MONEY ||
	    before->sentence != statement->sentence ||
	    before->segment != statement->segment)
		return;
	statement->subject = before->subject;
}

/* What a lead without a direction says. */
static void classify_level(struct statement *statement, struct str lead,
			   ptrdiff_t comparison, struct reading *reading,
			   size_t from)
{
	struct str subject = reading_subject(reading, lead, from);

	statement->says = SAYS_LEVEL;
	statement->subject =
	    words_only(subject, statement_fillers) ? STR_NONE : subject;
	if (statement->figure->bound || statement->figure->negative) {
		statement->says = SAYS_OTHER;
	} else if (statement->figure->kind == FIGURE_PERCENT) {
		statement->says = SAYS_SHARE;
		statement->of = reading->level;
	} else if (comparison >= 0) {
		classify_base(statement, reading,
			      str_slice(lead, 0, (size_t)comparison), from);
	} else if (words_start(subject, of_whole) > 0 &&
		   words_start(subject, not_of_whole) == 0) {
		statement->says = SAYS_WHOLE;
		statement->of = reading->level;
	} else if (is_of_last_year(reading, subject)) {
		classify_last_year(statement, reading);
	} else if (words_in(lead, sums) &&
		   words_only(words_strip_start(subject, counted),
			      statement_fillers)) {
		statement->says = SAYS_SUM;
		statement->subject = STR_NONE;
	} else if (reading->reason) {
		statement->says = SAYS_REASON;
	} else {
		follow_year(statement, reading);
	}
}

/* A lead of fillers alone, or of a year, speaks of what the clause before
 * named. */
static struct str whole_lead(const struct reading *reading,
			     const struct clause *clause)
{
	struct str lead = clause->text;

	if (reading->before.n == 0 ||
	    !words_only(reading_subject(reading, lead, clause->from),
			statement_fillers))
		return lead;
	lead.n += (size_t)(lead.s - reading->before.s);
	lead.s = reading->before.s;
	return lead;
}

/* A weak word of direction is one only where something is compared, where a
 * reason is told, or right before the figure. */
static bool is_name_of(const struct reading *reading, struct str word,
		       struct str rest)
{
	static const char *const close[] = {"了", "额", "为", "达",
					    "约", "数", NULL};

	return direction_is_weak(word) && !reading->compares &&
	       !reading->reason && words_start(rest, rates) == 0 &&
	       words_start(rest, to_words) == 0 && !words_only(rest, close);
}

/* 由上年的1200万元: what the level that follows is said to come from. */
static bool is_origin(struct str lead, size_t *subject_to)
{
	static const char *const from_words[] = {"由", "从", NULL};
	static const char *const years[] = {
	    "0",      "1",    "2",	"3",	"4",	  "5",
	    "6",      "7",    "8",	"9",	"年初",	  "年",
	    "上年度", "上年", "上一年", "去年", "预算数", "执行数",
	    "的",     "度",   "预算",	"安排", "决算数", NULL};
	size_t n = 0;
	ptrdiff_t at = words_last(lead, from_words, &n);

	if (at < 0 ||
	    !words_only(str_slice(lead, (size_t)at + n, lead.n), years))
		return false;
	*subject_to = (size_t)at;
	return true;
}

/* 增至1262.40万元, behind what it comes from. */
static void close_origin(struct reading *reading, struct statement *level)
{
	struct statement *origin = &reading->out->list[reading->origin];

	if (origin->sentence == level->sentence) {
		level->subject = origin->subject;
		level->year = reading->own_year;
		level->last_year = false;
		origin->of = level - reading->out->list;
	}
	reading->origin = -1;
}

/* The level that begins a sentence, and whether parts of it follow. */
static void note_head(struct reading *reading,
		      const struct statement *statement)
{
	if (statement->depth > 0 || statement->figure->kind != FIGURE_MONEY)
		return;
	if (reading->head < 0)
		reading->head = statement - reading->out->list;
	else if (statement->opener == OPENS_PARTS)
		reading->listed = true;
}

void reading_figure(struct reading *reading, const struct clause *clause)
{
	struct str whole = whole_lead(reading, clause);
	size_t from = clause->from - (size_t)(clause->text.s - whole.s);
	bool reason;
	struct str lead =
	    behind_reason(reading_open_list(reading, whole), &reason);
	struct statement *statement = reading_add(reading, clause);
	ptrdiff_t comparison;
	ptrdiff_t direction;
	size_t n = 0;
	struct str rest;

	from += (size_t)(lead.s - whole.s);
	statement->lead = lead;
	comparison =
	    comparison_find(lead, reading->out->figures,
			    reading->out->n_figures, from, &reading->against);
	reading->compares = reading->compares || comparison >= 0;
	statement->against = reading->against;
	direction = direction_find(lead, &n);
	if (direction < 0 && statement->figure->negative)
		direction = words_last(lead, either_ways, &n);
	rest = direction < 0 ? STR_NONE
			     : str_slice(lead, (size_t)direction + n, lead.n);
	if (direction >= 0 &&
	    is_name_of(reading, str_slice(lead, (size_t)direction, n), rest))
		direction = -1;
	if (statement->figure->kind == FIGURE_POINTS) {
		statement->says = SAYS_POINTS;
		statement->sign =
		    direction < 0
			? 0
			: direction_sign(str_slice(lead, (size_t)direction, n));
	} else if (growth_in_brackets(statement, lead, reading->out)) {
		/* all is said */
	} else if (statement->figure->kind == FIGURE_PERCENT &&
		   words_in(lead, shares) && direction < 0) {
		statement->says = SAYS_SHARE;
		statement->of = reading->level;
		statement->subject = reading_subject(reading, lead, from);
	} else if (direction >= 0 && words_start(rest, to_words) == 0) {
		size_t end = comparison >= 0 && comparison < direction
				 ? (size_t)comparison
				 : (size_t)direction;

		classify_change(statement, str_slice(lead, 0, end),
				str_slice(lead, (size_t)direction, n), rest,
				reading, from);
	} else if (is_origin(lead, &n) &&
		   statement->figure->kind == FIGURE_MONEY) {
		statement->says = SAYS_BASE;
		statement->subject =
		    reading_subject(reading, str_slice(lead, 0, n), from);
		reading->origin = (ptrdiff_t)reading->out->n - 1;
	} else {
		classify_level(statement, lead, comparison, reading, from);
		if (direction >= 0 && reading->origin >= 0 &&
		    statement->says == SAYS_LEVEL)
			close_origin(reading, statement);
	}
	if (statement->says == SAYS_CHANGE || statement->says == SAYS_GROWTH)
		follow_base(statement, reading->out);
	follow_change(statement, reading->out);
	reading_limit(reading, statement);
	reading_vehicles(reading, statement);
	if (reason && statement->says != SAYS_OTHER)
		statement->says = SAYS_REASON;
	if ((statement->says == SAYS_LEVEL && !statement->last_year) ||
	    statement->says == SAYS_SUM) {
		reading->level = (ptrdiff_t)reading->out->n - 1;
		note_head(reading, statement);
	}
}

/* 与上年持平: a change of nothing, in words. */
void reading_same(struct reading *reading, const struct clause *clause)
{
	struct statement *statement;
	struct str lead = STR_NONE;
	ptrdiff_t comparison;

	if (!words_in(clause->text, reading_sames) || reading->reason)
		return;
	if (reading->out->n > 0) {
		const struct statement *last =
		    &reading->out->list[reading->out->n - 1];

		/* 与上年持平，无增减变化 says it twice */
		if (last->figure == NULL && last->of == reading->level &&
		    last->segment == clause->segment)
			return;
	}
	statement = reading_add(reading, clause);
	statement->says = SAYS_CHANGE;
	statement->of = reading->level;
	comparison = comparison_find(clause->text, reading->out->figures,
				     reading->out->n_figures, clause->from,
				     &statement->against);
	if (comparison > 0)
		lead = reading_open_list(
		    reading, str_slice(clause->text, 0, (size_t)comparison));
	lead = reading_subject(
	    reading, lead,
	    clause->from + (size_t)(lead.n == 0 ? 0 : lead.s - clause->text.s));
	if (words_only(lead, statement_fillers)) {
		follow_base(statement, reading->out);
		return;
	}
	statement->subject = lead;
	statement->of = -1;
}
