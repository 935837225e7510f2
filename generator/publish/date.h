/* SPDX-License-Identifier: MIT */
/* Days as 2024-02-08, the way in which releases are dated. */
#ifndef PUBLISH_DATE_H
#define PUBLISH_DATE_H

#include <stdbool.h>

#include "base/str.h"

/* Is it a day that there is? */
bool date_is_day(struct str date);

/* The year that a day, or a year alone, begins with; -1: it does not begin
 * with four digits. */
int date_year(struct str date);

#endif
