/* SPDX-License-Identifier: MIT */
/* Values of expressions, and how they are written. */
#ifndef TEMPLATE_VALUE_H
#define TEMPLATE_VALUE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/money.h"
#include "base/str.h"
#include "template/tree.h"

struct arena;

enum value_kind {
	VALUE_NOTHING, /* absent, of no kind */
	VALUE_MONEY,
	VALUE_NUMBER, /* [1/1000000] */
	VALUE_RATIO,  /* number / whole, exact */
	VALUE_TEXT,
	VALUE_TRUTH
};

struct value {
	enum value_kind kind;
	bool there;	/* absent is not zero */
	int64_t number; /* money [分], number [1/1000000], ratio: above */
	int64_t whole;	/* ratio: below; 0: there is none */
	struct str text;
	bool truth;
};

struct value value_money(struct amount amount);
struct value value_number(int64_t millionths, bool there);
struct value value_text(struct str text);
struct value value_truth(bool truth);

/* As a condition: an empty text, 否 and what is absent are false, so is 0. */
bool value_holds(const struct value *value);

/* <0, 0, >0; what is absent counts as zero, or as the empty text. False: they
 * cannot be compared. */
bool value_compare(const struct value *a, const struct value *b, int *order);

/* a + b, a - b; false: they cannot be, or leave the range. */
bool value_add(const struct value *a, const struct value *b, bool minus,
	       struct value *sum);

/* a / b */
bool value_ratio(const struct value *a, const struct value *b,
		 struct value *ratio);

/* Is nothing but zeros written? */
bool format_shows_zero(const struct format *format, const struct value *value);

/* The value as the format writes it; owned by the arena. False: the format is
 * not for such a value. */
bool format_value(const struct format *format, const struct value *value,
		  struct arena *arena, struct str *text);

#endif
