/* SPDX-License-Identifier: MIT */
/*
 * Bytes of a text file into UTF-8. The encoding is told by what stands in the
 * file: a byte order mark, else UTF-8 if it is that, else GB18030 (which has
 * GBK and GB 2312 in it), as Excel saves CSV in China.
 */
#ifndef READ_DECODE_H
#define READ_DECODE_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/str.h"

struct arena;

/*
 * The text in UTF-8, owned by the arena (or the bytes themselves). Bytes that
 * are no text are reported once with the line of the first and become U+FFFD;
 * control characters are reported and left out. False (reported): this is no
 * text at all.
 */
bool decode_text(struct str bytes, struct place place, struct arena *arena,
		 struct diag_sink *sink, struct str *text);

/* A file name, which archives and old systems may give in GB18030; as it is
 * if it is no text. Owned by the arena. */
struct str decode_name(struct str bytes, struct arena *arena);

#endif
