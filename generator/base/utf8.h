/* SPDX-License-Identifier: MIT */
/* Code points in UTF-8 text (RFC 3629: no surrogates, no overlong forms). */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#define UTF8_BAD 0xFFFDu

/*
 * The code point at byte offset *at of text; *at moves behind it. A bad byte
 * gives UTF8_BAD and moves by one. Call only while *at < text.n.
 */
uint32_t utf8_next(struct str text, size_t *at);

/* Writes code in 1 to 4 bytes, returns how many; what is no scalar value is
 * written as UTF8_BAD. */
size_t utf8_encode(uint32_t code, char bytes[4]);

/* Offset of the first byte that is not UTF-8; text.n if all is well. */
size_t utf8_fault(struct str text);

/* Number of code points. */
size_t utf8_length(struct str text);

#endif
