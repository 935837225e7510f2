/* SPDX-License-Identifier: MIT */
/*
 * Figures: the numbers of a text with their units, read as a reader reads
 * them. What only looks like a number (a year, a date, a code, a number of a
 * document, what stands in 《》 and 〔〕) is found too, and told apart.
 */
#ifndef CHECK_FIGURE_H
#define CHECK_FIGURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/money.h"
#include "base/str.h"

struct arena;

enum figure_kind {
	FIGURE_MONEY,
	FIGURE_PERCENT, /* %, ％, ‰ is a tenth of it */
	FIGURE_POINTS,	/* 个百分点 */
	FIGURE_COUNT,	/* a number and what is counted: 3名, 20万字 */
	FIGURE_PLAIN,	/* a bare number */
	FIGURE_YEAR,	/* 2024年 */
	FIGURE_DATE,	/* 2023-12-31, 12月31日 */
	FIGURE_ORDINAL, /* 第3次, 1、 */
	FIGURE_CODE	/* digits with letters or -, or too many of them */
};

struct figure {
	enum figure_kind kind;
	size_t from, to;       /* [bytes] in the text, with sign and unit */
	size_t number_to;      /* [bytes] end of its digits */
	int64_t value;	       /* [1/1000000] in its unit as written */
	int decimals;	       /* as written */
	enum money_unit money; /* FIGURE_MONEY written in 元 and 万元; 亿元 is
				  100 of MONEY_WAN, see times */
	int64_t times;	       /* 1; 10000 for 亿元 */
	struct str unit;       /* as written: 万元, 名; empty: none */
	bool title;	       /* within 《》 or 〔〕 */
	bool bound;	       /* 20万元以上: a limit, no quantity */
	bool about;	       /* 约, 左右, 余: not exact */
	bool negative;	       /* -14.29%: a sign stands before its value */
	int year, month, day; /* FIGURE_YEAR, FIGURE_DATE; 0: not told */
};

/* All figures of a text, in order; owned by the arena. */
struct figure *figures_read(struct str text, struct arena *arena, size_t *n);

/* Money in 分, rounded half up if it is finer. */
struct money figure_money(const struct figure *figure);

/* Half of what its last digit is worth [分, at least 1 if it has decimals
 * finer than that]: what it stands for lies that far around it. */
int64_t figure_half_step(const struct figure *figure);

/* As it stands in text, with its unit. */
struct str figure_text(struct str text, const struct figure *figure);

/* Whether the money, rounded as the figure is written, is the figure. */
bool figure_is(const struct figure *figure, struct money money);

#endif
