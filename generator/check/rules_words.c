/* SPDX-License-Identifier: MIT */
/* Words: forms not filled in, doubled words, names out of use. */
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "check/rule.h"
#include "check/words.h"

typedef void text_rule(struct check *check, struct str text, struct spot spot);

static void each_text(struct check *check, text_rule *rule)
{
	size_t i;

	for (i = 0; i < check->passages->n; i++)
		rule(check, check->passages->list[i].text,
		     spot_passage(&check->passages->list[i]));
}

/* X that is a letter of a word or code is none that was left. */
static bool has_blank_marks(struct str text)
{
	static const char *const marks[] = {
	    "XX万", "XX元", "XX年", "XX个", "XX项", "XX人",  "XX次", "XX%",
	    "××",   "＊＊", "XXX",  "xxx",  "___",  "X万元", NULL};

	return words_in(text, marks);
}

/* What sentences leave blank, too; cells are many, and short. */
static bool has_blank_words(struct str text)
{
	static const char *const marks[] = {
	    "XX局",   "XX部门",	  "XX单位",    "XX委员会",   "XX办公室",
	    "XX县",   "XX市",	  "XX区",      "XX镇",	     "XX乡",
	    "XX街道", "XX学校",	  "XX中心",    "XX情况",     "XX原因",
	    "XX等",   "XX月",	  "XX日",      "□□",	     "ＸＸ",
	    "ｘｘ",   "XX.XX",	  "xx万元",    "xx年",	     "xx局",
	    "xx单位", "＿＿",	  "202X",      "202x",	     "202×",
	    "…万元",  "（）万元", "（ ）万元", "（　）万元", "( )万元",
	    NULL};

	return words_in(text, marks);
}

/* 占 %, 比上年减少 万元: a number that was never filled in. */
static bool has_gaps(struct str text)
{
	static const char *const ahead[] = {"占",   "增加", "减少", "增长",
					    "下降", "安排", "为",   NULL};
	static const char *const units[] = {"%",      "％",	"万元，",
					    "万元。", "万元；", NULL};
	size_t at;

	for (at = words_next(text, 0, ahead); at < text.n;
	     at = words_next(text, at + 1, ahead)) {
		struct str rest = str_slice(text, at, text.n);

		rest = str_slice(rest, words_start(rest, ahead), rest.n);
		if (words_start(str_trim(rest), units) > 0)
			return true;
	}
	return false;
}

/* Words that a form asks with, wherever they stand. */
static const char *const forms[] = {
    "增加（减少）", "增加(减少)", "增加/减少", "减少（增加）",
    "增加或减少",   "待填",	  "待补充",    "此处填写",
    "请填写",	    "（填写",	  "202 年",    "20 年度",
    "202年",	    "填报说明",	  "（示例）",  NULL};
/* In sentences alone: some of them head columns, too. */
static const char *const sentence_forms[] = {
    "(填写",	    "（待补",	    "(待补",
    "待补。",	    "待补，",	    "待补；",
    "请删除",	    "请根据实际",   "根据实际情况填",
    "根据实际填",   "按实际情况填", "（说明原因）",
    "（增减原因）", "（单位名称）", "（部门名称）",
    "（如有）",	    "（若有）",	    NULL};

static void leftover(struct check *check, struct str text, struct spot spot)
{
	size_t n = 0;
	ptrdiff_t at = words_last(text, forms, &n);
	ptrdiff_t open = str_find(text, STR("{"));

	if (at < 0 && spot.grid == NULL)
		at = words_last(text, sentence_forms, &n);
	if (at >= 0)
		FOUND(check, &TXT_LEFTOVER, spot,
		      str_slice(text, (size_t)at, n), STR_NONE);
	else if (spot.grid == NULL && has_gaps(text))
		FOUND(check, &TXT_LEFTOVER, spot, STR("“ ”"), STR_NONE);
	else if (has_blank_marks(text) ||
		 (spot.grid == NULL && has_blank_words(text)))
		FOUND(check, &TXT_LEFTOVER, spot, STR("××"), STR_NONE);
	else if (open >= 0 &&
		 str_find(str_slice(text, (size_t)open, text.n), STR("}")) >= 0)
		FOUND(check, &TXT_LEFTOVER, spot,
		      str_slice(text, (size_t)open, 60), STR_NONE);
}

/* 我部门 and 我单位 in one document; the first of the rarer one is told. */
static void check_mixed(struct check *check)
{
	static const char *const words[] = {"我部门", "我单位"};
	const struct line *first[2] = {NULL, NULL};
	size_t counts[2] = {0, 0};
	size_t rare;
	size_t i;
	size_t k;

	for (i = 0; i < check->view->n_lines; i++) {
		for (k = 0; k < 2; k++) {
			if (str_find(check->view->lines[i].text,
				     str_from(words[k])) < 0)
				continue;
			if (counts[k]++ == 0)
				first[k] = &check->view->lines[i];
		}
	}
	if (counts[0] == 0 || counts[1] == 0)
		return;
	rare = counts[0] < counts[1] ? 0 : 1;
	FOUND(check, &TXT_MIXED, spot_line(first[rare]), str_from(words[rare]),
	      str_from(words[1 - rare]));
}

void rule_txt_leftover(struct check *check)
{
	each_text(check, leftover);
	check_mixed(check);
}

struct old_name {
	const char *old, *now;
	int since;
};

static const struct old_name old_names[] = {
#define X(old, now, since) {old, now, since},
#include "check/obsolete.inc"
#undef X
};

static void terms(struct check *check, struct str text, struct spot spot)
{
	size_t i;

	for (i = 0; i < sizeof(old_names) / sizeof(*old_names); i++) {
		if (check->view->year >= old_names[i].since &&
		    str_find(text, str_from(old_names[i].old)) >= 0 &&
		    str_find(text, str_from(old_names[i].now)) < 0)
			FOUND(check, &TERM, spot, str_from(old_names[i].old),
			      str_from(old_names[i].now));
	}
}

void rule_term(struct check *check)
{
	each_text(check, terms);
	check_glossary(check);
}

/* Pairs that may stand twice: 等等, 人人, 高高…. Characters of names of
 * things are left alone: only words that are never doubled are told. */
static const char *const doubled[] = {
    "的的",	"了了",	    "和和",	"是是",	    "为为",	"在在",
    "费费",	"年年度",   "单位单位", "部门部门", "意见意见", "预算预算",
    "支出支出", "收入收入", "经费经费", "万元万元", "项目项目", "工作工作",
    "资金资金", "情况情况", "安排安排", "管理管理", "服务服务", "增加增加",
    "减少减少", "其中其中", "设备设备", "工程工程", "活动活动", "培训培训",
    "会议会议", "开展开展", "进行进行", "加强加强", "完成完成", "提高提高",
    "推进推进", "实施实施", "落实落实", "按照按照", "根据根据", "通过通过",
    "以及以及", "相关相关", "有关有关", "负责负责", "购置购置", "。。",
    "，，",	"、、",	    "；；",	"：：",	    "，。",	"。，",
    "、。",	"；。",	    "；，",	"，；",	    "（）",	NULL};

/* Whether what stands there may be doubled: a character, a pair of them, or
 * two marks. */
static bool may_double(struct str text, size_t at)
{
	const char *s = text.s + at;

	if (at + 6 > text.n || ((unsigned char)s[0] & 0xC0) == 0x80)
		return false;
	if ((s[2] == s[5] && memcmp(s, s + 3, 3) == 0) ||
	    (at + 12 <= text.n && s[2] == s[8] && memcmp(s, s + 6, 6) == 0))
		return true;
	/* marks begin with the bytes of U+3000 and U+FF00 */
	return (s[0] == '\xE3' || s[0] == '\xEF') &&
	       words_mark(str_slice(text, at, 3)) == 3 &&
	       words_mark(str_slice(text, at + 3, 3)) == 3;
}

/* 单位单位 in 各单位单位负责人 cannot be told from a fault: a person looks. */
static void check_doubled(struct check *check, struct str text,
			  struct spot spot)
{
	static const char *const fine[] = {"项目项目单位", "项目项目名称",
					   NULL};
	size_t at;
	size_t n = 0;

	for (at = 0; at + 6 <= text.n && n == 0; at++)
		if (may_double(text, at))
			n = words_start(str_slice(text, at, text.n), doubled);
	if (n == 0 || words_in(text, fine))
		return;
	FOUND(check, &DUP_WORD, spot, str_slice(text, at - 1, n), STR_NONE);
}

/* 主要为X…主要为Y in one clause says the same opening twice. */
static void check_openings(struct check *check, struct str text,
			   struct spot spot)
{
	static const char *const words[] = {"主要为", "主要是", "原因是", NULL};
	static const char *const ends[] = {"，", "。", "；", NULL};
	bool opened = false;
	size_t at;

	if (!words_in(text, words))
		return;
	for (at = 0; at < text.n; at++) {
		struct str rest = str_slice(text, at, text.n);
		size_t n = words_start(rest, words);

		if (words_start(rest, ends) > 0)
			opened = false;
		if (n == 0)
			continue;
		if (opened) {
			FOUND(check, &DUP_WORD, spot, str_slice(text, at, n),
			      STR_NONE);
			return;
		}
		opened = true;
	}
}

static void dup_words(struct check *check, struct str text, struct spot spot)
{
	if (spot.grid != NULL && text.n < 12)
		return;
	check_doubled(check, text, spot);
	check_openings(check, text, spot);
}

void rule_dup_word(struct check *check)
{
	each_text(check, dup_words);
}
