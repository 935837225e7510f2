/* SPDX-License-Identifier: MIT */
/*
 * Statements: what each figure of a paragraph says of which subject. A figure
 * is read inside its own clause: the words between the mark or figure before
 * it and itself. So "较2023年预算减少5.13万元，其中：基本支出减少21.97万元"
 * is a change of what the clause before spoke of, and a change of 基本支出.
 */
#ifndef CHECK_STATEMENT_H
#define CHECK_STATEMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "check/figure.h"

struct arena;

enum says {
	SAYS_LEVEL,  /* what something amounts to: 基本支出496.13万元 */
	SAYS_BASE,   /* the level it is compared with: 比上年675.95万元 */
	SAYS_CHANGE, /* 增加59.71万元; 持平 is a change of nothing */
	SAYS_GROWTH, /* 增长8.8% */
	SAYS_SHARE,  /* 占政府采购预算总额的70.7% */
	SAYS_WHOLE, /* 占采购预算总额86.5万元的…: the whole of a share */
	SAYS_SUM,    /* 合计77.14万元: of what was listed before */
	SAYS_REASON, /* within a reason, or a part of an increase */
	SAYS_POINTS, /* 下降0.01个百分点: between two shares */
	SAYS_OTHER   /* a limit, a count in passing, a year … */
};

/* How a list of parts was begun in front of a statement. */
enum opener {
	OPENS_NOTHING,
	OPENS_PARTS,  /* 其中, 包括, 分别为 */
	OPENS_USES,   /* 主要用于, 主要为 */
	OPENS_BRACKET /* （ */
};

struct statement {
	enum says says;
	const struct figure *figure; /* NULL: 持平 in words */
	size_t from, to;	     /* [bytes] in the paragraph */
	struct str subject;	     /* what it is said of; may be empty */
	struct str lead;	     /* the words before it in its clause */
	const struct figure *limit; /* 20万元以上的设备2台: what each one costs
				       at least; NULL: not told */
	int sign;		    /* changes and growth: -1, 0, +1 */
	int year;	/* that its sentence speaks of; 0: not told */
	int against;	/* changes, bases: year compared with, 0: not told; -1:
			   上年, 同比 */
	bool last_year; /* a level of 上年, or of its number */
	ptrdiff_t of;	/* changes, bases, growth: statement of the level they
			   belong to; -1: of a subject of their own */
	enum opener opener; /* what opened a list right before it */
	int depth;	    /* of brackets it stands in */
	size_t sentence;    /* counted from 0 */
	size_t segment;	    /* part of a sentence between ；, from 0 */
	bool reason;	    /* a reason follows in its sentence */
	bool in_reason;	    /* it stands behind 主要原因是 */
};

struct statements {
	struct str text;
	struct figure *figures;
	size_t n_figures;
	struct statement *list;
	size_t n;
};

/* Reads a paragraph of a document of that year (0: unknown); the arena owns
 * all. */
struct statements statements_read(struct str text, int year,
				  struct arena *arena);

/* Words that say nothing about the subject: 共, 安排, 预算, 为 … */
extern const char *const statement_fillers[];

#endif
