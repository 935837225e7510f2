/* SPDX-License-Identifier: MIT */
#include "read/xstring.h"

#include <stdint.h>

#include "base/arena.h"

#define ESCAPE_LENGTH 7 /* _x000D_ */

/* The value of a hexadecimal digit, -1: it is none. */
static int digit_of(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return -1;
}

/* The character that the escape at the text's beginning stands for; UINT32_MAX:
 * there is none, or half of a surrogate pair. */
static uint32_t escaped(struct str text)
{
	uint32_t code = 0;
	size_t i;

	if (text.n < ESCAPE_LENGTH || !str_starts(text, STR("_x")) ||
	    text.s[ESCAPE_LENGTH - 1] != '_')
		return UINT32_MAX;
	for (i = 2; i < ESCAPE_LENGTH - 1; i++) {
		int digit = digit_of(text.s[i]);

		if (digit < 0)
			return UINT32_MAX;
		code = code * 16 + (uint32_t)digit;
	}
	return code >= 0xD800 && code <= 0xDFFF ? UINT32_MAX : code;
}

static bool is_control(uint32_t c)
{
	return (c < 0x20 && c != '\t' && c != '\n') ||
	       (c >= 0x7F && c < 0xA0) || c >= 0xFFFE;
}

struct str xstring_decode(struct str text, struct arena *arena,
			  size_t *n_control)
{
	struct buf buf = {.arena = arena};
	size_t at = 0;

	if (str_find(text, STR("_x")) < 0)
		return text;
	while (at < text.n) {
		uint32_t code = escaped(str_slice(text, at, text.n));

		if (code == UINT32_MAX) {
			buf_add_char(&buf, text.s[at++]);
			continue;
		}
		at += ESCAPE_LENGTH;
		if (!is_control(code))
			buf_add_code(&buf, code);
		else if (code != '\r')
			(*n_control)++;
	}
	return buf_str(&buf);
}
