/* SPDX-License-Identifier: MIT */
/* What stands on a sheet of a workbook and in no cell: comments, pictures,
 * charts, text boxes. Nothing of it is read; where it stands among the data,
 * that is said. Internal to read/. */
#ifndef READ_ASIDE_H
#define READ_ASIDE_H

#include <stddef.h>
#include <stdint.h>

struct workbook;

/* Tells of what the sheet (its index) has from that line on: the first below
 * the headings, since comments on headings explain them. */
void aside_report(const struct workbook *workbook, size_t sheet, int32_t from);

#endif
