/* SPDX-License-Identifier: MIT */
/* Numbers as workbooks keep them: binary doubles written as text. Internal to
 * read/. */
#ifndef READ_DECIMALS_H
#define READ_DECIMALS_H

#include <stdbool.h>

#include "base/str.h"
#include "tables/sheets.h"

struct arena;

/*
 * The number as a person typed it: fifteen digits are what a spreadsheet
 * keeps, so 447.41000000000003 is 447.41. From 10^15 on (where digits were
 * lost for good) the text stays as it is: 1.3E+20. What is no number stays.
 */
struct str decimal_text(struct str value, struct arena *arena);

/* The number as a percent format shows it, with all its digits: 0.285 is
 * 28.5%. What is no number stays. */
struct str decimal_percent(struct str value, struct arena *arena);

/* A day number as a date, 2024-01-31; from_1904: the other epoch. What is out
 * of range stays as it is. */
struct str decimal_date(struct str value, bool from_1904, struct arena *arena);

/* What a number format makes of a number: id as styles.xml numbers them, code
 * for own formats. */
enum cell_form decimal_form(int id, struct str code);

#endif
