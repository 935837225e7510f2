/* SPDX-License-Identifier: MIT */
/* What statements are made of: their subjects, the lists that they stand in. */
#include "check/reading.h"

#include "base/arena.h"
#include "check/number.h"
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
    "相比",	    "对比",	"比较",	    "情况",   "有",	"仅",
    "只",	    "人民币",	NULL};

static const char *const owners[] = {
    "我部门",	"我单位",     "本部门", "本单位", "我局",   "我委",
    "我办",	"我院",	      "我校",	"我中心", "本局",   "本年度",
    "当年度",	"全年度",     "本年",	"当年",	  "全年",   "今年",
    "年度",	"度",	      "其中",	"年初",	  "同口径", "按同口径",
    "可比口径", "按可比口径", "同时",	"另外",	  "另",	    "一是",
    "二是",	"三是",	      "四是",	"和",	  "及",	    "与",
    "以及",	"并",	      "年",	NULL};

const char *const reading_reasons[] = {"原因", "由于",	   "主要是",   "主要系",
				       "因为", "主要因",   "主要在于", "是因",
				       "系因", "主要来自", NULL};
const char *const reading_part_openers[] = {
    "其中", "主要包括", "包括", "包含", "分别为", "分别是", "组成为", NULL};
static const char *const use_openers[] = {"主要用于", "主要为",	  "用于",
					  "主要有",   "主要安排", NULL};
/* They name a total of the year's own money, not of all. */
static const char *const of_this_year[] = {"本年收入", "本年支出", "当年收入",
					   "当年支出", NULL};

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
	while (str_ends(inner, STR("：")) || str_ends(inner, STR("，")) ||
	       str_ends(inner, STR("。")))
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
struct str reading_subject(const struct reading *reading, struct str lead,
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

struct statement *reading_add(struct reading *reading,
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
struct str reading_open_list(struct reading *reading, struct str lead)
{
	size_t n_part = 0;
	size_t n_use = 0;
	ptrdiff_t part = words_last(lead, reading_part_openers, &n_part);
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

/* 20万元 and what goes on with 以上. */
static bool is_limit(const struct statements *out,
		     const struct statement *limit,
		     const struct statement *statement)
{
	static const char *const above[] = {
	    "以上",	    "及以上",	    "（含）以上", "(含)以上",
	    "（含）及以上", "（不含）以上", "含以上",	  NULL};

	return limit->figure != NULL && limit->figure->kind == FIGURE_MONEY &&
	       limit->figure->bound && limit->to == statement->from &&
	       words_start(str_slice(out->text, limit->to, 30), above) > 0;
}

void reading_limit(const struct reading *reading, struct statement *statement)
{
	const struct statements *out = reading->out;
	const struct statement *limit = statement - 1;

	if (statement == out->list || !is_limit(out, limit, statement))
		return;
	statement->limit = limit->figure;
	statement->opener = limit->opener;
	statement->subject = str_slice(out->text, limit->from,
				       statement->figure->from - limit->from);
}

/* Whether it is one of both that the words behind the name divide. */
static bool divides_vehicles(const struct statement *statement)
{
	static const char *const both[] = {"公务用车购置及", "公务用车购置和",
					   "公务用车购置与", "公车购置及",
					   "公车购置和",     NULL};

	return words_in(statement->subject, both);
}

void reading_vehicles(const struct reading *reading,
		      struct statement *statement)
{
	static const struct {
		const char *word, *name;
	} names[] = {{"购置费", "公务用车购置费"},
		     {"购置费用", "公务用车购置费"},
		     {"购置经费", "公务用车购置费"},
		     {"运行费", "公务用车运行维护费"},
		     {"运维费", "公务用车运行维护费"},
		     {"运行维护费", "公务用车运行维护费"}};
	const struct statements *out = reading->out;
	const struct statement *other = statement;
	const char *name = NULL;
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (str_is(statement->subject, names[i].word))
			name = names[i].name;
	while (name != NULL && other-- > out->list &&
	       other->sentence + 1 >= statement->sentence)
		if (divides_vehicles(other)) {
			statement->subject = str_from(name);
			return;
		}
}
