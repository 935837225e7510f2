/* SPDX-License-Identifier: MIT */
/* Headings, codes and names as people type them: blanks within, full-width
 * letters, digits and brackets. */
#ifndef BUDGET_SPELLING_H
#define BUDGET_SPELLING_H

#include <stdbool.h>

#include "base/str.h"

struct arena;

/* The text without any blanks and with full-width ASCII made half-width; the
 * text itself if nothing is to be done, else owned by the arena. */
struct str spelling_plain(struct str text, struct arena *arena);

/* Are the two the same but for that? */
bool spelling_same(struct str a, struct str b);

/* The text without blanks at both ends and what spreadsheets put before codes
 * to keep them as text: '001, ="001". */
struct str spelling_bare(struct str text);

bool is_digits(struct str text);

/* Is it a word that marks a sum: 合计, 小 计, 某局小计, 总计, 其中：…? */
bool is_total_mark(struct str text);

/* Does it mark a part of a sum: 其中：…? */
bool is_part_mark(struct str text);

#endif
