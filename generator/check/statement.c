/* SPDX-License-Identifier: MIT */
#include "check/statement.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "check/clause.h"
#include "check/comparison.h"
#include "check/number.h"
#include "check/several.h"
#include "check/words.h"

const char *const statement_fillers[] = {
    "财政拨款安排", "年初预算", "预算安排", "预算数", "决算数", "执行数",
    "计划数",	    "共计",	"合计",	    "总计",   "小计",	"总额",
    "总量",	    "安排",	"预算",	    "年初",   "经费",	"费用",
    "金额",	    "资金",	"数额",	    "分别",   "拟",	"计划",
    "编制",	    "核定",	"下达",	    "达到",   "大约",	"整体",
    "全部",	    "总",	"额",	    "数",     "共",	"计",
    "为",	    "是",	"约",	    "达",     "了",	"的",
    "合",	    "均",	"各",	    "将",     "比例",	"规模",
    "情况",	    "有",	"仅",	    "只",     "人民币", NULL};

static const char *const owners[] = {
    "我部门", "我单位", "本部门", "本单位", "我局",   "我委",	"我办",
    "我院",   "我校",	"我中心", "本局",   "本年度", "当年度", "全年度",
    "本年",   "当年",	"全年",	  "今年",   "年度",   "度",	"其中",
    "同时",   "另外",	"另",	  "一是",   "二是",   "三是",	"四是",
    "和",     "及",	"与",	  "以及",   "并",     "年",	NULL};

static const char *const sames[] = {
    "无增减变化", "没有变化", "无变化", "未发生变化", "保持不变", "无增减",
    "持平",	  "一致",     "相同",	"保持一致",   NULL};
static const char *const part_openers[] = {
    "其中", "主要包括", "包括", "包含", "分别为", "分别是", "组成为", NULL};
static const char *const use_openers[] = {"主要用于", "主要为",	  "用于",
					  "主要有",   "主要安排", NULL};
static const char *const reasons[] = {"原因", "由于",	  "主要是",   "主要系",
				      "因为", "主要因",	  "主要在于", "是因",
				      "系因", "主要来自", NULL};
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
/* They name a total of the year's own money, not of all. */
static const char *const of_this_year[] = {"本年收入", "本年支出", "当年收入",
					   "当年支出", NULL};
static const char *const sums[] = {"合计", "共计", "总计", "小计", "共", NULL};
static const char *const nothing[] = {NULL};
/* Changes whose sign tells the direction. */
static const char *const either_ways[] = {
    "增减变化", "增减变动", "增减幅度", "增减比例", "增减额", "增减率",
    "增减",	"变动幅度", "变动额",	"变动率",   "变动",   NULL};

/* What reading knows when it comes to a clause. */
struct reading {
	struct statements *out;
	struct arena *arena;
	size_t room;
	ptrdiff_t level;	/* the last level of this year; -1: none */
	ptrdiff_t levels[8];	/* by depth of brackets, what it was before */
	enum opener openers[8]; /* likewise */
	int this_year;		/* of the document, 0: unknown */
	int own_year;		/* that the clause itself names, 0: none */
	int year;		/* of the sentence, 0: not told */
	int against;		/* that the clause compares with */
	bool compares;
	bool reason;
	enum opener opener;
	size_t sentence;
	size_t segment;
	struct str before; /* the clause before, if it had no figure */
	size_t run;	   /* [bytes] where the words before a figure begin: a
			      list of names is one run */
	enum clause_end last_end;
	struct several turns;	      /* 分别为: whose turn it is */
	size_t turn;		      /* 0: nobody's */
	size_t turned[MOST_SUBJECTS]; /* their statements */
	ptrdiff_t origin; /* 由…: what a level grew from; -1: nothing */
};

/* Quotes and brackets that belong to the subject stay: “三公”, （类）. */
static struct str trim_subject(struct str lead)
{
	struct number number;
	struct str inner;
	size_t cut;
	size_t n = 0;
	ptrdiff_t own = words_last(lead, of_this_year, &n);

	if (own >= 0)
		return str_slice(lead, (size_t)own, lead.n);
	if (number_read(lead, &number))
		lead = str_slice(lead, number.n, lead.n);
	inner = words_strip_start(lead, owners);
	cut = (size_t)(inner.s - lead.s);
	if (inner.n > 0 && cut >= 3 &&
	    str_ends(str_slice(lead, 0, cut), STR("“")))
		inner = str_slice(lead, cut - 3, lead.n);
	inner = str_trim(inner);
	while (str_ends(inner, STR("：")) || str_ends(inner, STR("，")))
		inner = str_trim(str_slice(inner, 0, inner.n - 3));
	return inner;
}

/* What stands behind a year; what stands before it, where nothing but words
 * without weight do: 机关运行经费：2024年预算. */
static struct str without_year(struct str lead, size_t from, size_t to)
{
	static const char *const ends[] = {"末", "底", "度", NULL};
	struct str behind = str_slice(lead, to, lead.n);

	behind = str_slice(behind, words_start(behind, ends), behind.n);
	if (from > 0 && words_only(behind, statement_fillers) &&
	    !words_only(str_slice(lead, 0, from), statement_fillers))
		return str_slice(lead, 0, from);
	return behind;
}

/* The subject of a lead: without years, what was said of the clause before
 * and words that say nothing. */
static struct str clean_subject(struct str lead, const struct reading *reading,
				size_t from)
{
	const struct statements *out = reading->out;
	size_t i;

	for (i = out->n_figures; i > 0; i--) {
		const struct figure *figure = &out->figures[i - 1];

		if (figure->kind != FIGURE_YEAR && figure->kind != FIGURE_DATE)
			continue;
		if (figure->from >= from && figure->to <= from + lead.n &&
		    !figure->title) {
			lead = without_year(lead, figure->from - from,
					    figure->to - from);
			break;
		}
	}
	return trim_subject(lead);
}

static struct statement *add(struct reading *reading,
			     const struct clause *clause)
{
	struct statements *out = reading->out;
	struct statement *statement;

	out->list = arena_grow(reading->arena, out->list, out->n,
			       &reading->room, sizeof(*out->list));
	statement = &out->list[out->n++];
	*statement = (struct statement){.from = clause->from,
					.to = clause->from + clause->text.n,
					.figure = clause->figure,
					.lead = clause->text,
					.year = reading->year,
					.against = reading->against,
					.of = -1,
					.opener = reading->opener,
					.depth = clause->depth,
					.sentence = clause->sentence,
					.in_reason = reading->reason,
					.segment = clause->segment};
	if (clause->figure != NULL)
		statement->to = clause->figure->to;
	reading->opener = OPENS_NOTHING;
	return statement;
}

/* The lead behind the last opener of a list in it. */
static struct str open_list(struct reading *reading, struct str lead)
{
	size_t n_part = 0;
	size_t n_use = 0;
	ptrdiff_t part = words_last(lead, part_openers, &n_part);
	ptrdiff_t use = words_last(lead, use_openers, &n_use);

	if (part >= 0 && part >= use) {
		reading->opener = OPENS_PARTS;
		return str_slice(lead, (size_t)part + n_part, lead.n);
	}
	if (use >= 0) {
		if (reading->opener != OPENS_PARTS)
			reading->opener = OPENS_USES;
		return str_slice(lead, (size_t)use + n_use, lead.n);
	}
	return lead;
}

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
		statement->subject = clean_subject(before, reading, from);
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

/* A figure whose own words give a reason is part of that reason. */
static struct str behind_reason(struct str lead, bool *reason)
{
	size_t n = 0;
	ptrdiff_t at = words_last(lead, reasons, &n);

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

/* What a lead without a direction says. */
static void classify_level(struct statement *statement, struct str lead,
			   ptrdiff_t comparison, struct reading *reading,
			   size_t from)
{
	struct str subject = clean_subject(lead, reading, from);

	statement->says = SAYS_LEVEL;
	statement->subject =
	    words_only(subject, statement_fillers) ? STR_NONE : subject;
	if (statement->figure->bound || statement->figure->negative) {
		statement->says = SAYS_OTHER;
	} else if (statement->figure->kind == FIGURE_PERCENT) {
		statement->says = SAYS_SHARE;
		statement->of = reading->level;
	} else if (comparison >= 0) {
		statement->says = SAYS_BASE;
		statement->of = reading->level;
		statement->subject = clean_subject(
		    str_slice(lead, 0, (size_t)comparison), reading, from);
	} else if (words_start(subject, of_whole) > 0 &&
		   words_start(subject, not_of_whole) == 0) {
		statement->says = SAYS_WHOLE;
		statement->of = reading->level;
	} else if (is_of_last_year(reading, subject)) {
		classify_last_year(statement, reading);
	} else if (statement->subject.n == 0 && words_in(lead, sums)) {
		statement->says = SAYS_SUM;
	} else if (reading->reason) {
		statement->says = SAYS_REASON;
	}
}

/* A lead of fillers alone, or of a year, speaks of what the clause before
 * named. */
static struct str whole_lead(const struct reading *reading,
			     const struct clause *clause)
{
	struct str lead = clause->text;

	if (reading->before.n == 0 ||
	    !words_only(clean_subject(lead, reading, clause->from),
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

/* One of several subjects of figures. */
static struct statement *add_one(struct reading *reading,
				 const struct clause *clause,
				 const struct several *several, size_t i)
{
	struct statement *statement = add(reading, clause);
	int year = several->years[i];

	statement->says = SAYS_LEVEL;
	statement->subject = several->names[i];
	if (year != 0)
		statement->year = year < 0 ? 0 : year;
	statement->last_year =
	    year < 0 || (year > 0 && year == reading->this_year - 1);
	if (!statement->last_year)
		reading->level = (ptrdiff_t)reading->out->n - 1;
	return statement;
}

/* 均为: the figure is each one's. */
static void say_all(struct reading *reading, const struct clause *clause,
		    const struct several *several)
{
	size_t i;

	for (i = 0; i < several->n; i++)
		add_one(reading, clause, several, i);
}

/* What a thing was beside what it is. */
static void pair_years(struct reading *reading, struct statement *now)
{
	struct statement *was;
	size_t i;

	for (i = 0; i + 1 < reading->turn; i++) {
		was = &reading->out->list[reading->turned[i]];
		if (!str_equal(was->subject, now->subject) ||
		    was->last_year == now->last_year)
			continue;
		if (now->last_year) {
			struct statement *swap = was;

			was = now;
			now = swap;
		}
		was->says = SAYS_BASE;
		was->of = now - reading->out->list;
		return;
	}
}

/* 分别为: each figure is the next one's. */
static void say_next(struct reading *reading, const struct clause *clause)
{
	struct statement *statement =
	    add_one(reading, clause, &reading->turns, reading->turn);

	/* what has one name has several years, and is no list of parts */
	if (reading->turn == 0 &&
	    !str_equal(reading->turns.names[0], reading->turns.names[1]))
		statement->opener = OPENS_PARTS;
	reading->turned[reading->turn++] = reading->out->n - 1;
	pair_years(reading, statement);
}

/* 分别占68%、32%: of what the figures in turn before it were. */
static bool say_shares(struct reading *reading, const struct clause *clause,
		       struct str run)
{
	static const char *const share_words[] = {"分别占", "占比分别", NULL};
	const struct statement *last;
	struct statement *statement;
	size_t next = 0;
	size_t i;

	if (reading->turn < 2 || clause->figure->kind != FIGURE_PERCENT)
		return false;
	last = &reading->out->list[reading->out->n - 1];
	for (i = 0; i < reading->turn; i++)
		if (last->says == SAYS_SHARE &&
		    last->of == (ptrdiff_t)reading->turned[i])
			next = i + 1;
	if (next == reading->turn ||
	    !(next == 0 ? words_start(str_trim(run), share_words) > 0
			: several_joins(clause->text)))
		return false;
	statement = add(reading, clause);
	statement->says = SAYS_SHARE;
	statement->of = (ptrdiff_t)reading->turned[next];
	statement->lead = next == 0 ? run : last->lead;
	return true;
}

/* A figure of several subjects. */
static bool read_several(struct reading *reading, const struct clause *clause)
{
	struct str run = str_slice(reading->out->text, reading->run,
				   clause->figure->from - reading->run);
	struct several several;

	if (reading->turn > 0 && reading->turn < reading->turns.n &&
	    several_joins(clause->text)) {
		say_next(reading, clause);
		return true;
	}
	if (say_shares(reading, clause, run))
		return true;
	several = several_read(run, reading->arena);
	if (several.sharing == SHARING_NONE || reading->reason ||
	    clause->figure->kind == FIGURE_PERCENT ||
	    (several.sharing == SHARING_EACH && several.n < 2))
		return false;
	if (several.sharing == SHARING_ONE) {
		say_all(reading, clause, &several);
		return true;
	}
	reading->turns = several;
	reading->turn = 0;
	say_next(reading, clause);
	return true;
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

static void read_figure(struct reading *reading, const struct clause *clause)
{
	struct str whole = whole_lead(reading, clause);
	size_t from = clause->from - (size_t)(clause->text.s - whole.s);
	bool reason;
	struct str lead = behind_reason(open_list(reading, whole), &reason);
	struct statement *statement = add(reading, clause);
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
		statement->says = SAYS_OTHER;
	} else if (statement->figure->kind == FIGURE_PERCENT &&
		   words_in(lead, shares) && direction < 0) {
		statement->says = SAYS_SHARE;
		statement->of = reading->level;
		statement->subject = clean_subject(lead, reading, from);
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
		    clean_subject(str_slice(lead, 0, n), reading, from);
		reading->origin = (ptrdiff_t)reading->out->n - 1;
	} else {
		classify_level(statement, lead, comparison, reading, from);
		if (direction >= 0 && reading->origin >= 0 &&
		    statement->says == SAYS_LEVEL)
			close_origin(reading, statement);
	}
	follow_change(statement, reading->out);
	if (reason && statement->says != SAYS_OTHER)
		statement->says = SAYS_REASON;
	if ((statement->says == SAYS_LEVEL && !statement->last_year) ||
	    statement->says == SAYS_SUM)
		reading->level = (ptrdiff_t)reading->out->n - 1;
}

/* 与上年持平: a change of nothing, in words. */
static void read_same(struct reading *reading, const struct clause *clause)
{
	struct statement *statement;
	struct str lead = STR_NONE;
	ptrdiff_t comparison;

	if (!words_in(clause->text, sames) || reading->reason)
		return;
	if (reading->out->n > 0) {
		const struct statement *last =
		    &reading->out->list[reading->out->n - 1];

		/* 与上年持平，无增减变化 says it twice */
		if (last->figure == NULL && last->of == reading->level &&
		    last->segment == clause->segment)
			return;
	}
	statement = add(reading, clause);
	statement->says = SAYS_CHANGE;
	statement->of = reading->level;
	comparison = comparison_find(clause->text, reading->out->figures,
				     reading->out->n_figures, clause->from,
				     &statement->against);
	if (comparison > 0)
		lead = open_list(
		    reading, str_slice(clause->text, 0, (size_t)comparison));
	lead = clean_subject(
	    lead, reading,
	    clause->from + (size_t)(lead.n == 0 ? 0 : lead.s - clause->text.s));
	if (words_only(lead, statement_fillers))
		return;
	statement->subject = lead;
	statement->of = -1;
}

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

static void begin_clause(struct reading *reading, const struct clause *clause)
{
	struct number number;

	if (clause->sentence != reading->sentence) {
		bool goes_on =
		    words_start(str_trim(clause->text), part_openers) > 0;

		if (!goes_on)
			reading->year = 0;
		reading->against = 0;
		reading->compares = false;
		reading->reason = false;
		reading->opener = OPENS_NOTHING;
		reading->before = STR_NONE;
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
		    reading->reason || words_in(clause->text, reasons);
}

static void end_clause(struct reading *reading, const struct clause *clause)
{
	size_t depth = (size_t)clause->depth < 7 ? (size_t)clause->depth : 7;

	reading->before =
	    clause->end == CLAUSE_COMMA || clause->end == CLAUSE_OPEN
		? clause->text
		: STR_NONE;
	if (clause->end == CLAUSE_OPEN) {
		reading->levels[depth] = reading->level;
		reading->openers[depth] = reading->opener;
		reading->opener = OPENS_BRACKET;
	} else if (clause->end == CLAUSE_CLOSE && depth > 0) {
		reading->level = reading->levels[depth - 1];
		reading->opener = reading->openers[depth - 1];
	}
}

/* Whether a reason is told behind each change. */
static void note_reasons(struct statements *out, const struct clause *clauses,
			 size_t n)
{
	size_t i;
	size_t k;

	for (i = 0; i < out->n; i++) {
		for (k = 0; k < n; k++) {
			const struct clause *clause = &clauses[k];

			if (clause->sentence < out->list[i].sentence ||
			    !words_in(clause->text, reasons))
				continue;
			out->list[i].reason = true;
			break;
		}
	}
}

struct statements statements_read(struct str text, int year,
				  struct arena *arena)
{
	struct statements out = {.text = text};
	struct reading reading = {.out = &out,
				  .arena = arena,
				  .level = -1,
				  .this_year = year,
				  .origin = -1,
				  .last_end = CLAUSE_STOP};
	struct clause *clauses;
	size_t n;
	size_t i;

	out.figures = figures_read(text, arena, &out.n_figures);
	if (out.n_figures == 0 && !words_in(text, sames))
		return out;
	clauses = clauses_read(text, out.figures, out.n_figures, arena, &n);
	for (i = 0; i < n; i++) {
		begin_clause(&reading, &clauses[i]);
		if (clauses[i].end == CLAUSE_FIGURE) {
			if (!read_several(&reading, &clauses[i]))
				read_figure(&reading, &clauses[i]);
		} else {
			read_same(&reading, &clauses[i]);
			open_list(&reading, clauses[i].text);
		}
		end_clause(&reading, &clauses[i]);
	}
	note_reasons(&out, clauses, n);
	return out;
}
