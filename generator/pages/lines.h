/* SPDX-License-Identifier: MIT */
/* Words of the two dumps. Internal to pages/. */
#ifndef PAGES_LINES_H
#define PAGES_LINES_H

#include "base/emu.h"
#include "base/str.h"

/* " name=12.34": the length in points, to 1/100. */
void line_length(struct buf *out, const char *name, emu length);

/* " name=text", nothing if the text is empty. */
void line_word(struct buf *out, const char *name, struct str text);

/* " \"text\"", on one line whatever is in it. */
void line_quoted(struct buf *out, struct str text);

#endif
