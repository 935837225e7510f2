/* SPDX-License-Identifier: MIT */
/* Code points in UTF-8 text (RFC 3629: no surrogates, no overlong forms). */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#define UTF8_BAD 0xFFFDu

/* utf8_next() for what is neither ASCII nor a sequence of three bytes. */
uint32_t utf8_next_other(struct str text, size_t *at);

/*
 * The code point at byte offset *at of text; *at moves behind it. A bad byte
 * gives UTF8_BAD and moves by one. Call only while *at < text.n.
 */
static inline uint32_t utf8_next(struct str text, size_t *at)
{
	const unsigned char *s = (const unsigned char *)text.s + *at;
	uint32_t code;

	if (s[0] < 0x80) {
		*at += 1;
		return s[0];
	}
	if ((s[0] & 0xF0) == 0xE0 && text.n - *at >= 3 &&
	    (s[1] & 0xC0) == 0x80 && (s[2] & 0xC0) == 0x80) {
		code =
		    (s[0] & 0x0Fu) << 12 | (s[1] & 0x3Fu) << 6 | (s[2] & 0x3Fu);
		if (code >= 0x800 && (code < 0xD800 || code > 0xDFFF)) {
			*at += 3;
			return code;
		}
	}
	return utf8_next_other(text, at);
}

/* Writes code in 1 to 4 bytes, returns how many; what is no scalar value is
 * written as UTF8_BAD. */
size_t utf8_encode(uint32_t code, char bytes[4]);

/* Offset of the first byte that is not UTF-8; text.n if all is well. */
size_t utf8_fault(struct str text);

/* Number of code points. */
size_t utf8_length(struct str text);

#endif
