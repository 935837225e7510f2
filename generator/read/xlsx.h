/* SPDX-License-Identifier: MIT */
/* The workbook carrier: one sheet per table, from Excel, WPS or LibreOffice.
 * Internal to read/. */
#ifndef READ_XLSX_H
#define READ_XLSX_H

#include <stdbool.h>

#include "base/str.h"

struct diag_sink;
struct sheets;

/* Whether the file is a workbook of this or an older kind, by its bytes. */
bool xlsx_matches(struct str path);

/* Adds its sheets, hidden ones too (which is said). False: nothing of it
 * could be read. */
bool xlsx_read(struct sheets *sheets, struct str path, struct diag_sink *sink);

#endif
