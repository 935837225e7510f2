/* SPDX-License-Identifier: MIT */
/*
 * Where a line may end. ICU's strict Chinese rules (UAX #14), and a table of
 * our own for what GB/T 15834-2011, 5.1 and CLREQ ask beyond them; numbers
 * stay with their signs and units. Internal to layout/.
 */
#ifndef LAYOUT_LINEBREAK_H
#define LAYOUT_LINEBREAK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct arena;

/* How well a line ends at a place. */
enum break_level {
	BREAK_NEVER, /* marks, parts of a number */
	BREAK_WORD,  /* within a Latin word or code that fills a line */
	BREAK_TIGHT, /* 2024|年, 第|十九届, 万|元: only in what fills a line */
	BREAK_POOR, /* 2.80|万元, 2024年|9月: the same, but rather */
	BREAK_FREE
};

/* What sense there is in ending a line of a title or heading at a place. */
enum break_sense {
	SENSE_NONE, /* within a word */
	SENSE_WORD, /* between words */
	SENSE_HEAD, /* before 收入, 支出, 拨款 … */
	SENSE_PART  /* between parts of a title: before a year, after 》 */
};

/* Iterators of ICU, to be opened once for a document; close them. */
struct linebreak;
struct linebreak *linebreak_open(void);
void linebreak_close(struct linebreak *linebreak);

/*
 * Levels of the places before each byte of text, text.n + 1 of them (ends:
 * BREAK_FREE); owned by the arena. linebreak may be NULL (slower).
 */
uint8_t *linebreak_find(struct linebreak *linebreak, struct str text,
			struct arena *arena);

/* The same for sense. Words are those of ICU's Chinese dictionary. */
uint8_t *linebreak_sense(struct linebreak *linebreak, struct str text,
			 struct arena *arena);

#endif
