/* SPDX-License-Identifier: MIT */
/*
 * What a character is to the setter of a line: a Han character, a mark whose
 * blank half can be squeezed out, a letter of a word. Internal to layout/.
 */
#ifndef LAYOUT_LETTERS_H
#define LAYOUT_LETTERS_H

#include <stdbool.h>
#include <stdint.h>

enum letter {
	LETTER_HAN,    /* and all else that is one em wide */
	LETTER_WORD,   /* digits, Latin letters, signs that go with them */
	LETTER_POINT,  /* narrow punctuation */
	LETTER_BLANK,  /* a blank between words */
	LETTER_OPEN,   /* （《“: blank in its left half */
	LETTER_CLOSE,  /* ）》”: blank in its right half */
	LETTER_COMMA,  /* ，、；： */
	LETTER_STOP,   /* 。！？ */
	LETTER_MIDDLE, /* · */
	LETTER_DASH,   /* — */
	LETTER_DOTS    /* … */
};

enum letter letter_of(uint32_t code);

/* One em wide by its nature: Han, full-width marks. */
bool letter_wide(enum letter letter);

/* Blank in its right half: CLOSE, COMMA, STOP. */
bool letter_blank_after(enum letter letter);

bool letter_digit(uint32_t code);	 /* 0 to 9 */
bool letter_after_number(uint32_t code); /* % ‰ ° ℃ */
bool letter_han_numeral(uint32_t code);	 /* 〇一二三…十百千万 */

#endif
