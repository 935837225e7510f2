/* SPDX-License-Identifier: MIT */
#include "write/docx/pull.h"

#include <stdbool.h>
#include <stdint.h>

#include "base/utf8.h"
#include "font/font.h"

/* Goes with the character before it, whatever that is. */
static bool goes_along(uint32_t code)
{
	return (code >= 0x300 && code < 0x370) ||
	       (code >= 0x20D0 && code < 0x2100) ||
	       (code >= 0xFE00 && code < 0xFE10) || code >= 0xE0100 ||
	       code == CODE_MAY_BREAK;
}

static enum pull pull_of_code(uint32_t code)
{
	if (code < 0xA0 || code >= 0x2E80)
		return PULL_NONE;
	return font_sets_han(code) ? PULL_HAN : PULL_LATIN;
}

size_t pull_of(struct str text, enum pull *pull)
{
	size_t at = 0;

	*pull = PULL_NONE;
	while (at < text.n) {
		size_t from = at;
		uint32_t code = utf8_next(text, &at);
		enum pull here = pull_of_code(code);

		if (goes_along(code))
			continue;
		if (here == PULL_LATIN && *pull != PULL_LATIN && from > 0)
			return from;
		if (*pull == PULL_LATIN && here != PULL_LATIN && code >= 0x80)
			return from;
		if (here != PULL_NONE)
			*pull = here;
	}
	return text.n;
}
