/* SPDX-License-Identifier: MIT */
/* The part of the page that adds up: internal to report.c. */
#ifndef PUBLISH_REPORT_SUMS_H
#define PUBLISH_REPORT_SUMS_H

#include "base/money.h"

struct buf;
struct fund_sums;
struct manifest;

/* The expenditure of all funds. */
struct money report_expenditure(const struct fund_sums *sums);

/* The county's income and expenditure by fund, held against each other and
 * against what the departments' documents say; what does not add up, by name.
 * Nothing, if the folder knows no sums. */
void report_add_sums(struct buf *buf, const struct manifest *manifest);

#endif
