/* SPDX-License-Identifier: MIT */
#include "random_docs.h"

#include "base/arena.h"

/* xorshift64*: S. Vigna, "An experimental exploration of Marsaglia's xorshift
 * generators, scrambled", 2016. */
static uint64_t chance_next(struct chance *chance)
{
	uint64_t x = chance->state;

	x ^= x >> 12;
	x ^= x << 25;
	x ^= x >> 27;
	chance->state = x;
	return x * 0x2545F4914F6CDD1Du;
}

uint32_t chance_below(struct chance *chance, uint32_t n)
{
	return n == 0 ? 0 : (uint32_t)((chance_next(chance) >> 32) % n);
}

bool chance_of(struct chance *chance, uint32_t percent)
{
	return chance_below(chance, 100) < percent;
}

#define N_OF(list) ((uint32_t)(sizeof(list) / sizeof((list)[0])))

static const char *const words[] = {
    "部门", "预算", "公开",   "情况",	  "说明", "财政", "拨款",
    "收入", "支出", "一般",   "公共",	  "基本", "项目", "管理",
    "的",   "和",   "及",     "安排",	  "经费", "单位", "事业",
    "机关", "运行", "较上年", "主要用于", "其中",
};
static const char *const stops[] = {"，", "。", "；", "、", "：", "！", "？"};
static const char *const quotes[][2] = {
    {"“", "”"}, {"《", "》"}, {"（", "）"}, {"【", "】"}, {"‘", "’"}};
static const char *const pieces[] = {
    "≥95%",
    "2024年9月30日",
    "PM2.5",
    "第十九届",
    "——",
    "……",
    "GB/T 9704",
    "3,000平方米",
    "-12.5%",
    "10—20",
    "A4",
    "13030324P00462310002Y",
    "use of funds",
    "𠅤",
    "䶮",
    "㛃",
    "镕",
    "①",
    "100%",
    "㎡",
    "2023-12-31",
    " 5 ",
    "·",
};

static void add_number(struct chance *chance, struct buf *buf)
{
	static const char *const units[] = {"万元", "亿元", "个",
					    "%",    "人次", ""};

	unsigned whole = chance_below(chance, 20000);
	unsigned parts = chance_below(chance, 100);
	uint32_t unit = chance_below(chance, N_OF(units));

	buf_format(buf, "%u.%02u%s", whole, parts, units[unit]);
}

static size_t add_word(struct chance *chance, struct buf *buf)
{
	buf_add_cstr(buf, words[chance_below(chance, N_OF(words))]);
	return 2;
}

/* Something, and about how many characters it has. */
static size_t add_something(struct chance *chance, struct buf *buf)
{
	uint32_t what = chance_below(chance, 100);
	const char *const *quote;

	if (what < 70)
		return add_word(chance, buf);
	if (what < 84) {
		buf_add_cstr(buf, stops[chance_below(chance, N_OF(stops))]);
		return 1 + add_word(chance, buf);
	}
	if (what < 90) {
		quote = quotes[chance_below(chance, N_OF(quotes))];
		buf_add_cstr(buf, quote[0]);
		add_word(chance, buf);
		buf_add_cstr(buf, quote[1]);
		return 4;
	}
	if (what < 95) {
		add_number(chance, buf);
		return 6 + add_word(chance, buf);
	}
	buf_add_cstr(buf, pieces[chance_below(chance, N_OF(pieces))]);
	return 6 + add_word(chance, buf);
}

static struct str words_of(struct chance *chance, size_t characters,
			   struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t n = 0;

	if (characters > 0)
		n += add_word(chance, &buf);
	while (n < characters)
		n += add_something(chance, &buf);
	if (characters > 10 && chance_of(chance, 70))
		buf_add_cstr(&buf, "。");
	return buf_str(&buf);
}

struct text chance_text(struct chance *chance, size_t characters,
			struct arena *arena)
{
	size_t n = characters > 20 && chance_of(chance, 20) ? 2 : 1;
	struct run *runs = ARENA_ARRAY(arena, n, struct run);
	size_t i;

	for (i = 0; i < n; i++)
		runs[i].text = words_of(chance, characters / n, arena);
	runs[0].strong = n > 1;
	return (struct text){runs, n};
}
