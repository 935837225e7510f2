/* SPDX-License-Identifier: MIT */
#include "check/comparison.h"

#include "base/utf8.h"
#include "check/words.h"

static const char *const ups[] = {
    "增加", "增长", "上升", "提高", "增幅", "提升", "上涨", "上浮", "调增",
    "追加", "净增", "升幅", "涨幅", "增支", "增",   "多",   NULL};
static const char *const downs[] = {"减少", "下降", "降低", "降幅", "压减",
				    "缩减", "下浮", "下调", "调减", "压缩",
				    "核减", "节约", "净减", "减支", "减幅",
				    "减",   "降",   "少",   NULL};
static const char *const directions[] = {
    "增加", "增长", "上升", "提高", "增幅", "提升", "上涨", "上浮", "调增",
    "追加", "减少", "下降", "降低", "降幅", "压减", "缩减", "下浮", "下调",
    "调减", "压缩", "核减", "节约", "净增", "净减", "增支", "减支", "升幅",
    "涨幅", "减幅", "增",   "减",   "降",   "多",   "少",   NULL};
/* Words of names, too: 农村饮水安全巩固提升补助资金. */
static const char *const weak_directions[] = {
    "提升", "提高", "降低", "节约", "压缩", "追加", "增",
    "减",   "降",   "多",   "少",   "上升", NULL};
/* 减少 and 增加 as a part of other words. */
static const char *const not_directions[] = {
    "新增", "增值", "减免", "增强", "减排", "增发", "减税",
    "增设", "增补", "减灾", "至少", "多少", "最少", "增收",
    "减负", "增减", "降水", "许多", NULL};

ptrdiff_t comparison_find(struct str text, const struct figure *figures,
			  size_t n, size_t from, int *against)
{
	static const char *const verbs[] = {"相比", "较", "比",	  "与",
					    "同",   "跟", "对比", NULL};
	static const char *const bases[] = {
	    "上年", "去年", "上一年", "年初预算", "年初",     "同期", "预算数",
	    "前年", "往年", "上期",   "调整预算", "年度预算", NULL};
	static const char *const alone[] = {"同比", "环比", NULL};
	static const char *const any[] = {"相比", "较",	  "比",	  "与",	  "同",
					  "跟",	  "对比", "同比", "环比", NULL};
	size_t at;
	size_t i;

	for (at = words_next(text, 0, any); at < text.n;
	     at = words_next(text, at + 1, any)) {
		struct str rest = str_slice(text, at, text.n);
		size_t verb = words_start(rest, verbs);

		if (words_start(rest, alone) > 0) {
			*against = -1;
			return (ptrdiff_t)at;
		}
		if (verb == 0)
			continue;
		rest = str_trim(str_slice(rest, verb, rest.n));
		if (words_start(rest, bases) > 0) {
			*against = -1;
			return (ptrdiff_t)at;
		}
		for (i = 0; i < n; i++) {
			if (figures[i].kind == FIGURE_YEAR &&
			    figures[i].from ==
				from + (size_t)(rest.s - text.s)) {
				*against = figures[i].year;
				return (ptrdiff_t)at;
			}
		}
	}
	return -1;
}

/* Whether the text closes a bracket that it does not open. */
static bool leaves_bracket(struct str text)
{
	int depth = 0;
	size_t at = 0;

	while (at < text.n && depth >= 0) {
		uint32_t code = utf8_next(text, &at);

		if (code == 0xFF08 || code == '(')
			depth++;
		else if (code == 0xFF09 || code == ')')
			depth--;
	}
	return depth < 0;
}

ptrdiff_t direction_find(struct str text, size_t *n)
{
	struct str rest = text;

	for (;;) {
		ptrdiff_t at = words_last(rest, directions, n);
		size_t whole;
		ptrdiff_t other;

		if (at < 0)
			return -1;
		other = words_last(str_slice(text, 0, (size_t)at + *n + 3),
				   not_directions, &whole);
		if ((other < 0 || other + (ptrdiff_t)whole <= at) &&
		    !leaves_bracket(str_slice(text, (size_t)at + *n, text.n)))
			return at;
		rest = str_slice(text, 0, (size_t)at);
	}
}

int direction_sign(struct str word)
{
	if (words_start(word, downs) > 0)
		return -1;
	return words_start(word, ups) > 0 ? 1 : -1;
}

bool direction_is_weak(struct str word)
{
	return words_only(word, weak_directions);
}
