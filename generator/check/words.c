/* SPDX-License-Identifier: MIT */
#include "check/words.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "check/number.h"

size_t words_start(struct str text, const char *const *words)
{
	for (; *words != NULL; words++)
		if (str_starts(text, str_from(*words)))
			return str_from(*words).n;
	return 0;
}

size_t words_end(struct str text, const char *const *words)
{
	size_t longest = 0;

	for (; *words != NULL; words++) {
		struct str word = str_from(*words);

		if (word.n > longest && str_ends(text, word))
			longest = word.n;
	}
	return longest;
}

/* Where word stands last in text, ending behind end at least; -1: nowhere. */
static ptrdiff_t last_of(struct str text, struct str word, size_t end)
{
	size_t least = end > word.n ? end - word.n : 0;
	size_t at;

	if (word.n == 0 || word.n > text.n)
		return -1;
	for (at = text.n - word.n + 1; at > least; at--) {
		/* characters of one block begin alike: look at the end first */
		if (text.s[at + word.n - 2] == word.s[word.n - 1] &&
		    text.s[at - 1] == word.s[0] &&
		    memcmp(text.s + at - 1, word.s, word.n) == 0)
			return (ptrdiff_t)at - 1;
	}
	return -1;
}

ptrdiff_t words_last(struct str text, const char *const *words, size_t *n)
{
	ptrdiff_t best = -1;
	size_t end = 0;

	for (; *words != NULL; words++) {
		struct str word = str_from(*words);
		ptrdiff_t at = last_of(text, word, end);

		if (at < 0 || (size_t)at + word.n < end ||
		    ((size_t)at + word.n == end && word.n <= *n))
			continue;
		best = at;
		*n = word.n;
		end = (size_t)at + word.n;
	}
	return best;
}

bool words_in(struct str text, const char *const *words)
{
	for (; *words != NULL; words++)
		if (str_find(text, str_from(*words)) >= 0)
			return true;
	return false;
}

static bool is_mark(uint32_t code)
{
	return code <= ' ' ||
	       (code < 0x80 && !(code >= '0' && code <= '9') &&
		!(code >= 'A' && code <= 'Z') &&
		!(code >= 'a' && code <= 'z') && code != '%') ||
	       code == 0xA0 || code == 0xFEFF || code == 0xB7 ||
	       (code >= 0x2010 && code <= 0x2027) ||
	       (code >= 0x3000 && code <= 0x3003) ||
	       (code >= 0x3008 && code <= 0x301F) ||
	       (code >= 0xFF01 && code <= 0xFF0F && code != 0xFF05) ||
	       (code >= 0xFF1A && code <= 0xFF20) ||
	       (code >= 0xFF3B && code <= 0xFF40) ||
	       (code >= 0xFF5B && code <= 0xFF65);
}

size_t words_mark(struct str text)
{
	size_t at = 0;

	if (text.n == 0 || !is_mark(utf8_next(text, &at)))
		return 0;
	return at;
}

static size_t mark_at_end(struct str text)
{
	size_t from = text.n;

	while (from > 0 && ((unsigned char)text.s[from - 1] & 0xC0) == 0x80)
		from--;
	if (from > 0)
		from--;
	return words_mark(str_slice(text, from, text.n));
}

struct str words_strip_start(struct str text, const char *const *words)
{
	size_t n;

	do {
		n = words_mark(text);
		if (n == 0)
			n = words_start(text, words);
		text = str_slice(text, n, text.n);
	} while (n > 0);
	return text;
}

struct str words_strip_end(struct str text, const char *const *words)
{
	size_t n;

	do {
		n = text.n > 0 ? mark_at_end(text) : 0;
		if (n == 0)
			n = words_end(text, words);
		text.n -= n;
	} while (n > 0);
	return text;
}

bool words_only(struct str text, const char *const *words)
{
	return words_strip_end(text, words).n == 0;
}

struct str words_bare(struct str text, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t at = 0;

	while (at < text.n) {
		uint32_t code = utf8_next(text, &at);

		if (code > 0xFF00 && code < 0xFF5F)
			code -= 0xFEE0;
		if (!is_mark(code))
			buf_add_code(&buf, code);
	}
	return buf_str(&buf);
}

/* How many characters two texts have in common at their start, in bytes. */
static size_t common_start(struct str a, struct str b)
{
	size_t i = 0;
	size_t whole = 0;

	while (i < a.n && i < b.n && a.s[i] == b.s[i]) {
		i++;
		if (i == a.n || ((unsigned char)a.s[i] & 0xC0) != 0x80)
			whole = i;
	}
	if (i < b.n && ((unsigned char)b.s[i] & 0xC0) == 0x80)
		return whole < i ? whole : i;
	return whole;
}

int words_distance(struct str a, struct str b)
{
	size_t same;
	size_t end_a;
	size_t end_b;

	if (str_equal(a, b))
		return 0;
	same = common_start(a, b);
	a = str_slice(a, same, a.n);
	b = str_slice(b, same, b.n);
	for (end_a = a.n, end_b = b.n; end_a > 0 && end_b > 0; end_a--, end_b--)
		if (a.s[end_a - 1] != b.s[end_b - 1])
			break;
	while (end_a < a.n && ((unsigned char)a.s[end_a] & 0xC0) == 0x80)
		end_a++;
	while (end_b < b.n && ((unsigned char)b.s[end_b] & 0xC0) == 0x80)
		end_b++;
	return utf8_length(str_slice(a, 0, end_a)) <= 1 &&
		       utf8_length(str_slice(b, 0, end_b)) <= 1
		   ? 1
		   : 2;
}

struct str words_label(struct str text)
{
	static const char *const openers[] = {"其中", NULL};
	struct number number;

	text = str_trim(text);
	if (number_read(text, &number))
		text = str_slice(text, number.n, text.n);
	return str_trim(words_strip_start(text, openers));
}
