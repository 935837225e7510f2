/* SPDX-License-Identifier: MIT */
/*
 * Money: whole 分, never a double. Every amount of a document is a sum of
 * exact facts that is rounded once, half up (away from zero), here.
 */
#ifndef BASE_MONEY_H
#define BASE_MONEY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct arena;

struct money {
	int64_t fen; /* [分] */
};

/* A sum that may be absent: nothing was there to be added. Absent is not 0. */
struct amount {
	struct money money; /* 0 if absent */
	bool there;
};

#define AMOUNT_NONE ((struct amount){{0}, false})

/* Unit of money in which an amount is read or shown; value: its 分. */
enum money_unit {
	MONEY_FEN = 1,
	MONEY_YUAN = 100,
	MONEY_WAN = 1000000 /* 万元 */
};

enum money_parse {
	MONEY_OK,
	MONEY_ABSENT,	  /* empty, -, —, – : no amount stands here */
	MONEY_NOT_NUMBER, /* something else than an amount */
	MONEY_TOO_LARGE,  /* beyond the range of 分 in 64 bits */
	MONEY_TOO_FINE	  /* parts of a 分; *money holds it rounded half up */
};

/*
 * Reads an amount given in unit. Accepted beside digits and a point:
 * thousands separators (, and ，), blanks, full-width digits, signs, a leading
 * ￥ or ¥. Brackets (1,234) mean negative. Sets *money only for MONEY_OK and
 * MONEY_TOO_FINE.
 */
enum money_parse money_parse(struct str text, enum money_unit unit,
			     struct money *money);

/* sum += more; false (sum unchanged) if that leaves the range. */
bool money_add(struct money *sum, struct money more);
bool money_subtract(struct money *sum, struct money less);

/* Adds to an amount that may be absent; see money_add(). */
bool amount_add(struct amount *sum, struct money more);

/* How an amount is written. */
struct money_format {
	enum money_unit unit;
	int decimals;	/* 0 to 6 */
	bool trim;	/* drop trailing zeros of the decimals: 85, 11.5 */
	bool thousands; /* 1,234.56 */
};

/* The amount in units of 10^-decimals of unit, rounded half away from zero:
 * 487300 分 (4873 元) in 万元 with 2 decimals are 0.49, so 49. */
int64_t money_rounded(struct money money, enum money_unit unit, int decimals);

/* As text; a negative one begins with U+2212 (−); owned by the arena. */
struct str money_text(struct money money, struct money_format format,
		      struct arena *arena);

#endif
