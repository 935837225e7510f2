/* SPDX-License-Identifier: MIT */
#include "check/several.h"

#include "base/arena.h"
#include "check/statement.h"
#include "check/words.h"

static const char *const all_are[] = {"均为", "均是", "都为", "都是",
				      "皆为", "各为", "均",   NULL};
static const char *const each_is[] = {"分别为",	  "分别是", "分别达",
				      "分别安排", "分别",   NULL};
static const char *const last_years[] = {"上年度", "上年", "去年", "上一年",
					 NULL};
/* They begin alike, but are money of this year. */
static const char *const carried[] = {"上年结转", "上年末", "上年度结转", NULL};
static const char *const owners[] = {"本年度", "本年", "当年", "今年",
				     "其中",   "年度", "度",   NULL};
static const char *const joins[] = {"以及", "和", "与", "及", NULL};
/* What names of money end with: behind one of them 和 joins two names, in
 * 社会保障和就业支出 and 公务用车购置及运行维护费 it is part of one. */
static const char *const kinds[] = {"费",   "费用", "支出",   "收入", "预算",
				    "经费", "资金", "预算数", "拨款", "年",
				    "数",   "总额", "上年",   NULL};
/* They need what the first of the names says before them. */
static const char *const sides[] = {"收入预算",	  "支出预算",	"收入总计",
				    "支出总计",	  "收入",	"支出",
				    "收入预算数", "支出预算数", NULL};

/* Takes a year off either end of a name. */
static int take_year(struct str *name)
{
	static const char *const marks[] = {"年度", "年", NULL};
	int year = 0;
	size_t at;
	size_t i;

	for (at = 0; at + 4 < name->n; at++) {
		size_t n =
		    words_start(str_slice(*name, at + 4, name->n), marks);

		for (i = 0, year = 0; i < 4; i++) {
			if (name->s[at + i] < '0' || name->s[at + i] > '9')
				break;
			year = year * 10 + (name->s[at + i] - '0');
		}
		if (i < 4 || n == 0)
			continue;
		if (at == 0)
			*name = str_slice(*name, 4 + n, name->n);
		else if (at + 4 + n == name->n ||
			 words_only(str_slice(*name, at + 4 + n, name->n),
				    statement_fillers))
			*name = str_slice(*name, 0, at);
		else
			continue;
		return year;
	}
	return 0;
}

static void add_name(struct several *several, struct str name)
{
	size_t i = several->n;

	if (i == MOST_SUBJECTS)
		return;
	name = words_strip_start(name, owners);
	several->years[i] = take_year(&name);
	if (words_start(name, last_years) > 0 &&
	    words_start(name, carried) == 0) {
		several->years[i] = -1;
		name = words_strip_start(name, last_years);
	}
	name = words_strip_start(name, owners);
	several->names[i] =
	    words_only(name, statement_fillers) ? STR_NONE : str_trim(name);
	several->n++;
}

/* Where the next name begins: behind 、, or behind a word that joins what ends
 * and what begins there. *end: where this one ends. */
static size_t next_name(struct str text, size_t from, size_t *end)
{
	static const char *const comma[] = {"、", NULL};
	size_t at;

	for (at = from; at < text.n; at++) {
		struct str rest = str_slice(text, at, text.n);
		struct str name = str_slice(text, from, at - from);
		size_t n = words_start(rest, comma);

		if (n == 0 && at > from && words_end(name, kinds) > 0)
			n = words_start(rest, joins);
		if (n == 0 || at == from)
			continue;
		*end = at;
		return at + n;
	}
	*end = text.n;
	return text.n;
}

/* A year without a name is of the name beside it, and 支出 behind
 * 政府性基金预算收入 is that of the fund. */
static void complete(struct several *several, struct arena *arena)
{
	struct str first = several->names[0];
	struct str front = first;
	size_t i;

	front.n -= words_end(first, sides);
	for (i = 1; i < several->n; i++) {
		if (several->names[i].n == 0)
			several->names[i] = several->names[i - 1];
		else if (front.n > 0 && front.n < first.n &&
			 words_end(several->names[i], sides) ==
			     several->names[i].n)
			several->names[i] =
			    str_format(arena, STR_FMT STR_FMT, STR_ARG(front),
				       STR_ARG(several->names[i]));
	}
	for (i = several->n; i-- > 1;)
		if (several->names[i - 1].n == 0)
			several->names[i - 1] = several->names[i];
}

struct several several_read(struct str lead, struct arena *arena)
{
	struct several several = {.sharing = SHARING_NONE};
	size_t n = words_end(lead, all_are);
	size_t at = 0;

	if (n > 0)
		several.sharing = SHARING_ONE;
	else if ((n = words_end(lead, each_is)) > 0)
		several.sharing = SHARING_EACH;
	else
		return several;
	lead = str_trim(str_slice(lead, 0, lead.n - n));
	while (at < lead.n) {
		size_t end;
		size_t next = next_name(lead, at, &end);

		add_name(&several, str_slice(lead, at, end - at));
		at = next;
	}
	if (several.n > 0)
		complete(&several, arena);
	if (several.n < 2 || several.names[0].n == 0)
		several.sharing =
		    several.n == 1 ? several.sharing : SHARING_NONE;
	return several;
}

bool several_joins(struct str lead)
{
	return words_only(lead, joins);
}
