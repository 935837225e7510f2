/* SPDX-License-Identifier: MIT */
#include "budget/spelling.h"

#include "base/arena.h"
#include "base/utf8.h"

static bool is_blank(uint32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 ||
	       c == 0x3000 || c == 0xFEFF || (c >= 0x2000 && c <= 0x200B);
}

/* Full-width forms of ASCII (U+FF01 to U+FF5E) to ASCII. */
static uint32_t folded(uint32_t c)
{
	return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}

/* The next character that counts, 0 at the end. */
static uint32_t next(struct str text, size_t *at)
{
	while (*at < text.n) {
		uint32_t c = utf8_next(text, at);

		if (!is_blank(c))
			return folded(c);
	}
	return 0;
}

/* Most texts are plain already: neither blanks nor the lead bytes of those
 * blanks and full-width forms (C2, E2 80, E3 80, EF) occur in them. */
static bool may_differ(struct str text)
{
	size_t i;

	for (i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.s[i];

		if (c <= ' ' || c == 0xC2 || c == 0xE2 || c == 0xE3 ||
		    c == 0xEF)
			return true;
	}
	return false;
}

struct str spelling_plain(struct str text, struct arena *arena)
{
	struct arena_mark mark = arena_mark(arena);
	struct buf buf = {.arena = arena};
	size_t at = 0;
	uint32_t c;

	if (!may_differ(text))
		return text;
	while ((c = next(text, &at)) != 0)
		buf_add_code(&buf, c);
	if (!str_equal(buf_str(&buf), text))
		return buf_str(&buf);
	arena_release(arena, mark);
	return text;
}

bool spelling_same(struct str a, struct str b)
{
	size_t at_a = 0;
	size_t at_b = 0;

	if (str_equal(a, b))
		return true;
	for (;;) {
		uint32_t c = next(a, &at_a);

		if (c != next(b, &at_b))
			return false;
		if (c == 0)
			return true;
	}
}

struct str spelling_bare(struct str text)
{
	text = str_trim(text);
	if (text.n > 3 && str_starts(text, STR("=\"")) &&
	    text.s[text.n - 1] == '"')
		return str_slice(text, 2, text.n - 3);
	if (text.n > 1 && text.s[0] == '\'')
		return str_slice(text, 1, text.n);
	return text;
}

bool is_digits(struct str text)
{
	size_t i;

	for (i = 0; i < text.n; i++)
		if (text.s[i] < '0' || text.s[i] > '9')
			return false;
	return text.n > 0;
}

bool is_part_mark(struct str text)
{
	text = str_trim(text);
	return str_starts(text, STR("其中：")) ||
	       str_starts(text, STR("其中:"));
}

/* 合计 and its like at the end, blanks between the two characters allowed. */
bool is_total_mark(struct str text)
{
	static const char *const firsts[] = {"合", "小", "总", "共"};
	size_t i;

	/* The cheap look first: every cell of text comes by here. */
	text = str_trim(text);
	if (!str_ends(text, STR("计")))
		return is_part_mark(text);
	text.n -= sizeof("计") - 1;
	text = str_trim(text);
	for (i = 0; i < sizeof(firsts) / sizeof(firsts[0]); i++)
		if (str_ends(text, str_from(firsts[i])))
			return true;
	return false;
}
