/* SPDX-License-Identifier: MIT */
/* Comma-separated rows (RFC 4180), as every spreadsheet opens them: a byte
 * order mark first, since without one Excel takes UTF-8 for GBK in China. */
#ifndef WRITE_TABLES_CSV_H
#define WRITE_TABLES_CSV_H

#include "base/str.h"

#define CSV_MARK "\xEF\xBB\xBF"

/* A cell, in quotes where it must be. */
void csv_add_cell(struct buf *buf, struct str text);

/* The end of a row. */
void csv_end_row(struct buf *buf);

#endif
