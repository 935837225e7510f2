/* SPDX-License-Identifier: MIT */
/* The encoding of XML is the content's: what a file says of it may be wrong.
 * Internal to read/. */
#ifndef READ_XMLENCODING_H
#define READ_XMLENCODING_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/str.h"

struct arena;

/* Reports a declaration that says otherwise than the content: then other
 * programs will not read it as we do. text: what decode_text() made of bytes.
 */
void xmlencoding_compare(struct str bytes, struct str text, struct place place,
			 struct diag_sink *sink);

/* The text to be parsed as UTF-8: the bytes themselves if they begin and say
 * so, else decoded, owned by the arena. False (reported): it is no text. */
bool xmlencoding_to_utf8(struct str bytes, struct place place,
			 struct arena *arena, struct diag_sink *sink,
			 struct str *text);

#endif
