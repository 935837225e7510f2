/* SPDX-License-Identifier: MIT */
/* Reads an input of any carrier (docs/input.md): the kind is told by what
 * stands in it, not by its name. */
#ifndef READ_READ_H
#define READ_READ_H

#include <stdbool.h>

#include "base/str.h"

struct arena;
struct diag_sink;
struct sheets;

/* Adds the sheets of one input (folder, workbook, XML file). What cannot be
 * read is reported, the rest is read. False only if nothing of it could be. */
bool read_input(struct sheets *sheets, struct str path, struct diag_sink *sink);

#endif
