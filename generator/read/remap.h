/* SPDX-License-Identifier: MIT */
/*
 * An export into our tables, as 对照 says: columns renamed, values translated,
 * an amount column for each fund turned into a row for each fund. Amounts and
 * codes are not looked into here: they are read, and sums in the data checked,
 * as those of any table (budget/). Internal to read/.
 */
#ifndef READ_REMAP_H
#define READ_REMAP_H

#include <stdbool.h>

#include "base/str.h"

struct mapping;
struct raw_sheet;
struct sheets;

/* Adds the tables that rules make of the sheet; see mapping_knows() for file
 * and alone. What does not fit is reported with its place in 对照 or in the
 * export. False: no table could be made. */
bool remap_sheet(struct mapping *mapping, const struct raw_sheet *raw,
		 struct str file, bool alone, struct sheets *sheets);

#endif
