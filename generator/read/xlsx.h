/* SPDX-License-Identifier: MIT */
/* The workbook carrier: one sheet per table, from Excel, WPS or LibreOffice.
 * Internal to read/. */
#ifndef READ_XLSX_H
#define READ_XLSX_H

#include <stdbool.h>

#include "base/str.h"

struct diag_sink;
struct mapping;
struct sheets;

/* Whether the file is a workbook of this or an older kind, by its bytes. */
bool xlsx_matches(struct str path);

/* Adds its sheets, hidden ones too (which is said), and what mapping (NULL:
 * none) makes of them. False: nothing of it could be read. */
bool xlsx_read(struct sheets *sheets, struct str path, struct mapping *mapping,
	       struct diag_sink *sink);

/* Does the mapping (NULL: none) speak of the workbook, by its name or one of
 * its sheets? */
bool xlsx_is_mapped(struct str path, const struct mapping *mapping);

/* Adds its sheet 对照, if it has one. */
void xlsx_read_mapping(struct mapping *mapping, struct str path);

#endif
