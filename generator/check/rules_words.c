/* SPDX-License-Identifier: MIT */
/* Words: forms not filled in, doubled words, names out of use. */
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/utf8.h"
#include "check/rule.h"
#include "check/words.h"

typedef void text_rule(struct check *check, struct str text, struct spot spot);

/* Cells that hold words, those of one text once in the document. */
static void each_cell(struct check *check, text_rule *rule,
		      const struct grid *grid, struct map *seen)
{
	size_t k;

	for (k = 0; k < grid->n_rows * grid->n_columns; k++) {
		size_t row = k / grid->n_columns;
		size_t column = k % grid->n_columns;

		if (grid->cells[k] == NULL || grid->texts[k].n < 6 ||
		    grid_is_amount(grid, column) ||
		    map_put(seen, grid->texts[k], 1) != MAP_NONE)
			continue;
		rule(check, grid->texts[k], spot_cell(grid, row, column));
	}
}

/* All texts: paragraphs and cells. */
static void each_text(struct check *check, text_rule *rule)
{
	struct map seen = {.arena = check->arena};
	size_t i;

	for (i = 0; i < check->view->n_lines; i++)
		rule(check, check->view->lines[i].text,
		     spot_line(&check->view->lines[i]));
	for (i = 0; i < check->view->n_grids; i++)
		each_cell(check, rule, &check->view->grids[i], &seen);
}

/* X that is a letter of a word or code is none that was left. */
static bool has_blank_marks(struct str text)
{
	static const char *const marks[] = {
	    "XX万", "XX元", "XX年", "XX个", "XX项", "XX人",  "XX次", "XX%",
	    "××",   "＊＊", "XXX",  "xxx",  "___",  "X万元", NULL};

	return words_in(text, marks);
}

static void leftover(struct check *check, struct str text, struct spot spot)
{
	static const char *const forms[] = {
	    "增加（减少）", "增加(减少)", "增加/减少", "减少（增加）",
	    "增加或减少",   "待填",	  "待补充",    "此处填写",
	    "请填写",	    "（填写",	  "202 年",    "20 年度",
	    "202年",	    "填报说明",	  "（示例）",  NULL};
	size_t n = 0;
	ptrdiff_t at = words_last(text, forms, &n);
	ptrdiff_t open = str_find(text, STR("{"));

	if (at >= 0)
		FOUND(check, &TXT_LEFTOVER, spot,
		      str_slice(text, (size_t)at, n), STR_NONE);
	else if (has_blank_marks(text))
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
}

/* Pairs that may stand twice: 等等, 人人, 高高…. Characters of names of
 * things are left alone: only words that are never doubled are told. */
static const char *const doubled[] = {
    "的的",	  "了了",	  "和和",	"是是",	    "为为",
    "在在",	  "单位单位",	  "部门部门",	"意见意见", "预算预算",
    "支出支出",	  "收入收入",	  "经费经费",	"万元万元", "项目项目",
    "工作工作",	  "资金资金",	  "情况情况",	"安排安排", "管理管理",
    "服务服务",	  "增加增加",	  "减少减少",	"其中其中", "主要为主要",
    "主要是主要", "主要为主要是", "原因是原因", "。。",	    "，，",
    "、、",	  "；；",	  "：：",	"，。",	    "。，",
    "、。",	  "；。",	  "；，",	"，；",	    "（）",
    "费费",	  "年年度",	  NULL};

/* 单位单位 in 各单位单位负责人 cannot be told from a fault: a person looks. */
static void check_doubled(struct check *check, struct str text,
			  struct spot spot)
{
	static const char *const fine[] = {"项目项目单位", "项目项目名称",
					   NULL};
	size_t n = 0;
	ptrdiff_t at = words_last(text, doubled, &n);

	if (at < 0 || words_in(text, fine))
		return;
	FOUND(check, &DUP_WORD, spot, str_slice(text, (size_t)at, n), STR_NONE);
}

/* 主要为X…主要为Y in one clause says the same opening twice. */
static void check_openings(struct check *check, struct str text,
			   struct spot spot)
{
	static const char *const words[] = {"主要为", "主要是", NULL};
	struct str rest = text;
	struct str clause;

	while (rest.n > 0) {
		ptrdiff_t end = str_find(rest, STR("，"));
		ptrdiff_t stop = str_find(rest, STR("。"));
		size_t n = 0;
		ptrdiff_t at;

		if (end < 0 || (stop >= 0 && stop < end))
			end = stop;
		clause = str_slice(rest, 0, end < 0 ? rest.n : (size_t)end);
		rest = end < 0 ? STR_NONE
			       : str_slice(rest, (size_t)end + 3, rest.n);
		at = words_last(clause, words, &n);
		if (at > 0 &&
		    words_in(str_slice(clause, 0, (size_t)at), words)) {
			FOUND(check, &DUP_WORD, spot,
			      str_slice(clause, (size_t)at, n), STR_NONE);
			return;
		}
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

/* Words that are easily taken for others, and are wrong in this field. */
static const struct {
	const char *wrong, *right;
} typos[] = {
    {"帐户", "账户"},
    {"帐目", "账目"},
    {"报帐", "报账"},
    {"既使", "即使"},
    {"必需按照", "必须按照"},
    {"按排", "安排"},
    {"预决算公开公开", "预决算公开"},
    {"固定资产产", "固定资产"},
    {"因工出国", "因公出国"},
    {"公务接侍", "公务接待"},
    {"维护费费", "维护费"},
    {"旨费", "经费"},
    {"住房公积全", "住房公积金"},
    {"绩效评介", "绩效评价"},
    {"监都", "监督"},
    {"收如", "收入"},
    {"经废", "经费"},
    {"项木", "项目"},
};

static void confusable(struct check *check, struct str text, struct spot spot)
{
	size_t i;

	for (i = 0; i < sizeof(typos) / sizeof(*typos); i++)
		if (str_find(text, str_from(typos[i].wrong)) >= 0)
			FOUND(check, &TYPO, spot, str_from(typos[i].wrong),
			      str_from(typos[i].right));
}

void rule_typo(struct check *check)
{
	each_text(check, confusable);
}
