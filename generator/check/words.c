/* SPDX-License-Identifier: MIT */
#include "check/words.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "check/number.h"

/* Whether the word stands at the start of text: its bytes, else 0. Words of a
 * list seldom begin alike in their third byte, the first two of Chinese
 * characters often do. */
static size_t stands(struct str text, const char *word)
{
	size_t i;

	if (text.n > 2 && word[0] != '\0' && word[1] != '\0' &&
	    word[2] != '\0' && word[2] != text.s[2])
		return 0;
	for (i = 0; word[i] != '\0'; i++)
		if (i == text.n || word[i] != text.s[i])
			return 0;
	return i;
}

size_t words_start(struct str text, const char *const *words)
{
	size_t n;

	for (; *words != NULL; words++)
		if ((n = stands(text, *words)) > 0)
			return n;
	return 0;
}

size_t words_end(struct str text, const char *const *words)
{
	size_t longest = 0;

	for (; *words != NULL; words++) {
		size_t n = strlen(*words);

		if (n > longest && n <= text.n &&
		    text.s[text.n - 1] == (*words)[n - 1] &&
		    memcmp(text.s + text.n - n, *words, n) == 0)
			longest = n;
	}
	return longest;
}

/* Which bytes the words of a list have in second and in third place, by their
 * last six bits: where a text can tell most of all places to be of none of
 * them. */
struct sieve {
	uint64_t seconds, thirds;
	bool all; /* a word is shorter than that */
};

static uint64_t last_bits(char byte)
{
	return (uint64_t)1 << ((unsigned char)byte & 0x3F);
}

static struct sieve sieve_of(const char *const *words)
{
	struct sieve sieve = {.all = false};

	for (; *words != NULL; words++) {
		const char *word = *words;

		if (word[0] == '\0' || word[1] == '\0' || word[2] == '\0') {
			sieve.all = true;
			continue;
		}
		sieve.seconds |= last_bits(word[1]);
		sieve.thirds |= last_bits(word[2]);
	}
	return sieve;
}

static bool passes(const struct sieve *sieve, struct str text, size_t at)
{
	if (sieve->all)
		return true;
	return at + 3 <= text.n &&
	       (sieve->thirds & last_bits(text.s[at + 2])) != 0 &&
	       (sieve->seconds & last_bits(text.s[at + 1])) != 0;
}

static bool begins_character(struct str text, size_t at)
{
	return ((unsigned char)text.s[at] & 0xC0) != 0x80;
}

/* From a byte to the next that may begin a character: no word begins within
 * one. */
static size_t step(char byte)
{
	unsigned char b = (unsigned char)byte;

	if (b < 0xE0)
		return b < 0xC0 ? 1 : 2;
	return b < 0xF0 ? 3 : 4;
}

ptrdiff_t words_last(struct str text, const char *const *words, size_t *n)
{
	struct sieve sieve = sieve_of(words);
	ptrdiff_t best = -1;
	size_t end = 0;
	size_t at;

	for (at = 0; at < text.n; at += step(text.s[at])) {
		const char *const *word = words;

		if (!passes(&sieve, text, at) || !begins_character(text, at))
			continue;
		for (; *word != NULL; word++) {
			struct str rest = str_slice(text, at, text.n);
			size_t length = stands(rest, *word);

			if (length == 0 || at + length < end ||
			    (at + length == end && length <= *n))
				continue;
			best = (ptrdiff_t)at;
			*n = length;
			end = at + length;
		}
	}
	return best;
}

size_t words_next(struct str text, size_t from, const char *const *words)
{
	struct sieve sieve = sieve_of(words);
	size_t at;

	for (at = from; at < text.n; at += step(text.s[at]))
		if (passes(&sieve, text, at) && begins_character(text, at) &&
		    words_start(str_slice(text, at, text.n), words) > 0)
			return at;
	return text.n;
}

bool words_in(struct str text, const char *const *words)
{
	return text.n > 0 && words_next(text, 0, words) < text.n;
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

/* Bytes of characters at `at` that stay as they are: Han from U+4000 on, digits
 * and letters. */
static size_t plain_bytes(struct str text, size_t at)
{
	const unsigned char *s = (const unsigned char *)text.s;
	size_t from = at;

	while (at < text.n) {
		if (at + 3 <= text.n && s[at] >= 0xE4 && s[at] <= 0xE9 &&
		    (s[at + 1] & 0xC0) == 0x80 && (s[at + 2] & 0xC0) == 0x80)
			at += 3;
		else if (s[at] < 0x80 && !is_mark(s[at]))
			at++;
		else
			break;
	}
	return at - from;
}

void words_add_bare(struct buf *buf, struct str text)
{
	size_t at = 0;

	while (at < text.n) {
		size_t n = plain_bytes(text, at);
		uint32_t code;

		buf_add(buf, str_slice(text, at, n));
		at += n;
		if (at == text.n)
			break;
		code = utf8_next(text, &at);
		if (code > 0xFF00 && code < 0xFF5F)
			code -= 0xFEE0;
		if (!is_mark(code))
			buf_add_code(buf, code);
	}
}

struct str words_bare(struct str text, struct arena *arena)
{
	struct buf buf = {.arena = arena};

	if (plain_bytes(text, 0) == text.n)
		return text;
	words_add_bare(&buf, text);
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
