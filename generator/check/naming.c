/* SPDX-License-Identifier: MIT */
/*
 * What the subject of a sentence names: the longest known name that it ends
 * with, if nothing but words without weight (vocabulary.inc) stand beside it.
 */
#include "check/naming.h"

#include <stdint.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "check/figure.h"
#include "check/statement.h"
#include "check/words.h"

#define LONGEST_NAME                                                           \
	90 /* [bytes] of a name that is looked for in a subject                \
	    */

/* Behind a name, and in front of it, words without weight; see vocabulary.inc.
 */
static const char *const behind[] = {
#define AHEAD(word)
#define BEHIND(word) word,
#define X(word, canonical)
#include "check/vocabulary.inc"
#undef BEHIND
#undef AHEAD
    NULL};

static const char *const ahead[] = {
#define AHEAD(word) word,
#define BEHIND(word)
#include "check/vocabulary.inc"
#undef X
#undef BEHIND
#undef AHEAD
    NULL};

/* What subjects name, by subject: many rules ask for the same ones. */
struct named_list {
	struct map by_subject; /* -> list */
	struct naming *list;
	size_t n, room;
};

struct named_list *naming_open(struct arena *arena)
{
	struct named_list *named = ARENA_NEW(arena, struct named_list);

	named->by_subject.arena = arena;
	return named;
}

static const char *const fiscal[] = {"财政拨款", NULL};

#define SHORTEST_OWNER 9 /* [bytes] of the end of a unit's name: 档案局 */

struct str facts_without_owner(const struct facts *facts, struct str front)
{
	struct str owner = facts->owner;
	ptrdiff_t at;

	for (; owner.n >= SHORTEST_OWNER;
	     owner = str_slice(owner, 3, owner.n)) {
		at = str_find(front, owner);
		if (at >= 0)
			return str_slice(front, (size_t)at + owner.n, front.n);
	}
	return front;
}

bool naming_is_kind(struct str name)
{
	static const char *const kinds[] = {"基本支出", "项目支出", "人员经费",
					    "公用经费", NULL};

	return words_start(name, kinds) == name.n;
}

/* What 财政拨款 in front makes another thing of: 财政拨款项目支出 is not all of
 * it, nor is 财政拨款收支总计. */
static bool is_divided(struct str name)
{
	static const char *const totals[] = {"收入总计",     "支出总计",
					     "收支总计",     "本年收入合计",
					     "本年支出合计", NULL};

	return naming_is_kind(name) || words_start(name, totals) == name.n;
}

static struct str fiscal_in(struct str front)
{
	size_t n = 0;
	ptrdiff_t at = words_last(front, fiscal, &n);

	return at < 0 ? STR_NONE : str_slice(front, (size_t)at, n);
}

static void judge(const struct facts *facts, struct str front, struct str rest,
		  struct naming *naming)
{
	struct str between = STR_NONE;
	struct str fund;

	front = facts_without_owner(facts, front);
	/* …（类）…（款）行政运行（项）: the classes above it */
	if ((str_ends(front, STR("款")) || str_ends(front, STR("类"))) &&
	    (str_starts(rest, STR("项")) || str_starts(rest, STR("款"))))
		front = STR_NONE;
	fund = facts_fund(front);
	if (fund.n == 0 && is_divided(facts->list[naming->fact].name))
		fund = fiscal_in(front);
	if (fund.n > 0) {
		size_t at = (size_t)(fund.s - front.s);

		naming->funded = true;
		naming->fund = fund;
		between = str_slice(front, at + fund.n, front.n);
		front = str_slice(front, 0, at);
	}
	naming->exact = words_only(front, ahead) &&
			words_only(between, ahead) && words_only(rest, behind);
}

/* 财政拨款收支预算 is what the fiscal table shows. */
static void take_fiscal(const struct facts *facts, struct naming *naming)
{
	const struct fact *fact = &facts->list[naming->fact];
	const struct fact *found;

	if (!str_ends(fact->name, STR("计")))
		return;
	found = facts_find(facts, str_starts(fact->name, STR("支")) ||
					  str_is(fact->name, "本年支出合计")
				      ? "财政拨款支出"
				      : "财政拨款收入");
	if (found == NULL)
		found = facts_find(facts, "财政拨款收入");
	if (found == NULL) {
		naming->exact = false;
		return;
	}
	naming->fact = (size_t)(found - facts->list);
	naming->funded = false;
}

/* 政府性基金预算拨款安排支出: the spending of a fund is the fund's own. */
static void take_fund(const struct facts *facts, struct naming *naming)
{
	const struct fact *fact = &facts->list[naming->fact];
	const struct fact *found;

	if (str_is(naming->fund, "财政拨款")) {
		take_fiscal(facts, naming);
		return;
	}
	if (!naming->funded || !naming->exact ||
	    (!str_is(fact->name, "支出总计") &&
	     !str_is(fact->name, "收支总计") &&
	     !str_is(fact->name, "收入总计")))
		return;
	found = facts_of_fund(facts, naming->fund);
	if (found == NULL)
		return;
	naming->fact = (size_t)(found - facts->list);
	naming->funded = false;
}

/* Looks for the name that ends at end and is longest. */
static uint32_t name_at(const struct facts *facts, struct str bare, size_t end,
			size_t *from)
{
	size_t start = end > LONGEST_NAME ? end - LONGEST_NAME : 0;

	for (*from = start; *from < end; (*from)++) {
		uint32_t found;

		if (((unsigned char)bare.s[*from] & 0xC0) == 0x80)
			continue;
		found = map_find(
		    &facts->by_name,
		    fact_canonical(facts, str_slice(bare, *from, end - *from)));
		if (found != MAP_NONE)
			return found;
	}
	return MAP_NONE;
}

/* Text without what stands in brackets. */
static struct str without_remarks(struct str text, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t at = 0;
	int depth = 0;

	while (at < text.n) {
		uint32_t code = utf8_next(text, &at);

		if (code == 0xFF08 || code == '(')
			depth++;
		else if (code == 0xFF09 || code == ')')
			depth -= depth > 0;
		else if (depth == 0)
			buf_add_code(&buf, code);
	}
	return buf_str(&buf);
}

static struct naming name_bare(const struct facts *facts, struct str bare)
{
	struct naming naming = {.fact = SIZE_MAX};
	struct naming other;
	size_t end;

	for (end = bare.n; end > 0; end--) {
		size_t from;
		uint32_t found;

		if (end < bare.n && ((unsigned char)bare.s[end] & 0xC0) == 0x80)
			continue;
		if (!words_only(str_slice(bare, end, bare.n), behind))
			continue;
		found = name_at(facts, bare, end, &from);
		if (found == MAP_NONE)
			continue;
		other = (struct naming){.fact = found};
		judge(facts, str_slice(bare, 0, from),
		      str_slice(bare, end, bare.n), &other);
		take_fund(facts, &other);
		/* 拟购置固定资产总额 is no 固定资产总额 */
		if (other.exact)
			return other;
		if (naming.fact == SIZE_MAX)
			naming = other;
	}
	return naming;
}

static struct naming find_name(const struct facts *facts, struct str subject,
			       struct arena *arena)
{
	static const char *const brackets[] = {"（", "(", NULL};
	struct naming naming = name_bare(facts, words_bare(subject, arena));

	/* 支出预算（含上年结转）: a remark, no part of the name */
	if ((naming.fact == SIZE_MAX || !naming.exact) &&
	    words_in(subject, brackets))
		naming = name_bare(
		    facts, words_bare(without_remarks(subject, arena), arena));
	return naming;
}

struct naming facts_name(const struct facts *facts, struct str subject,
			 struct arena *arena)
{
	struct named_list *named = facts->named;
	uint32_t known = map_find(&named->by_subject, subject);

	if (known != MAP_NONE)
		return named->list[known];
	named->list = arena_grow(facts->arena, named->list, named->n,
				 &named->room, sizeof(*named->list));
	named->list[named->n] = find_name(facts, subject, arena);
	map_put(&named->by_subject, subject, (uint32_t)named->n);
	return named->list[named->n++];
}

bool facts_agree(const struct facts *facts, const struct naming *naming,
		 const struct figure *figure, const struct fact **first)
{
	size_t i;

	*first = NULL;
	for (i = naming->fact; i != SIZE_MAX; i = facts->list[i].next) {
		const struct fact *fact = &facts->list[i];

		if (naming->funded && !fact_of_fund(fact, naming->fund))
			continue;
		if (figure_is(figure, fact->money))
			return true;
		if (*first == NULL || fact->source < (*first)->source)
			*first = fact;
	}
	return *first == NULL;
}

struct str facts_subject(const struct facts *facts, struct str subject,
			 struct arena *arena)
{
	struct naming naming = facts_name(facts, subject, arena);
	struct str bare;

	if (naming.fact != SIZE_MAX && naming.exact)
		return facts->list[naming.fact].name;
	bare = words_bare(subject, arena);
	if (!str_equal(fact_canonical(facts, bare), bare))
		return fact_canonical(facts, bare);
	return fact_canonical(
	    facts,
	    words_bare(words_strip_end(subject, statement_fillers), arena));
}
