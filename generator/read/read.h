/* SPDX-License-Identifier: MIT */
/* Reads an input of any carrier (docs/input.md): the kind is told by what
 * stands in it, not by its name. */
#ifndef READ_READ_H
#define READ_READ_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;
struct diag_sink;
struct sheets;

/* Adds the sheets of one input (folder, workbook, XML file); exports in it are
 * read as its table 对照 says. What cannot be read is reported, the rest is
 * read. False only if nothing of it could be. */
bool read_input(struct sheets *sheets, struct str path, struct diag_sink *sink);

/* The same for several inputs, each of which may hold a 对照 for all. source:
 * folder of a further 对照 (sources.h), after theirs; empty: none. */
bool read_inputs(struct sheets *sheets, const struct str *paths, size_t n,
		 struct str source, struct diag_sink *sink);

#endif
