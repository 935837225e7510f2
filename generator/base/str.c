/* SPDX-License-Identifier: MIT */
#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"

/* Bytes that formatted text mostly needs at most. */
#define FORMAT_ROOM 64

struct str str_from(const char *cstr)
{
	return cstr == NULL ? STR_NONE : (struct str){cstr, strlen(cstr)};
}

const char *str_cstr(struct str text, struct arena *arena)
{
	char *copy = arena_bytes(arena, text.n + 1);

	if (text.n > 0)
		memcpy(copy, text.s, text.n);
	copy[text.n] = '\0';
	return copy;
}

struct str str_copy(struct str text, struct arena *arena)
{
	return (struct str){str_cstr(text, arena), text.n};
}

bool str_equal(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.s, b.s, a.n) == 0);
}

bool str_is(struct str text, const char *cstr)
{
	return str_equal(text, str_from(cstr));
}

bool str_starts(struct str text, struct str prefix)
{
	return text.n >= prefix.n &&
	       str_equal(str_slice(text, 0, prefix.n), prefix);
}

bool str_ends(struct str text, struct str suffix)
{
	return text.n >= suffix.n &&
	       str_equal(str_slice(text, text.n - suffix.n, suffix.n), suffix);
}

int str_compare(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int order = n == 0 ? 0 : memcmp(a.s, b.s, n);

	if (order != 0)
		return order;
	return (a.n > b.n) - (a.n < b.n);
}

/* Chinese characters begin with few different bytes, so that it is the third
 * one by which a part is looked for. */
ptrdiff_t str_find(struct str text, struct str part)
{
	size_t key = part.n > 2 ? 2 : 0;
	size_t i;

	if (part.n == 0)
		return 0;
	for (i = 0; i + part.n <= text.n; i++) {
		const char *at = memchr(text.s + i + key, part.s[key],
					text.n - part.n - i + 1);

		if (at == NULL)
			return -1;
		i = (size_t)(at - text.s) - key;
		if (memcmp(at - key, part.s, part.n) == 0)
			return (ptrdiff_t)i;
	}
	return -1;
}

struct str str_slice(struct str text, size_t from, size_t n)
{
	if (from >= text.n)
		return STR_NONE;
	if (n > text.n - from)
		n = text.n - from;
	return (struct str){text.s + from, n};
}

/* Bytes of the blank that text begins with, 0 if it begins with none. */
static size_t blank_at_start(struct str text)
{
	unsigned char first = text.n > 0 ? (unsigned char)text.s[0] : 'x';

	if (first > ' ' && first != 0xC2 && first != 0xE3 && first != 0xEF)
		return 0;
	if (text.n > 0 && strchr(" \t\r\n\v\f", text.s[0]) != NULL &&
	    text.s[0] != '\0')
		return 1;
	if (str_starts(text, STR("\xC2\xA0")))
		return 2;
	if (str_starts(text, STR("\xE3\x80\x80")) ||
	    str_starts(text, STR("\xEF\xBB\xBF")))
		return 3;
	return 0;
}

static size_t blank_at_end(struct str text)
{
	unsigned char last =
	    text.n > 0 ? (unsigned char)text.s[text.n - 1] : 'x';

	if (last > ' ' && last != 0xA0 && last != 0x80 && last != 0xBF)
		return 0;
	if (text.n > 0 && text.s[text.n - 1] != '\0' &&
	    strchr(" \t\r\n\v\f", text.s[text.n - 1]) != NULL)
		return 1;
	if (str_ends(text, STR("\xC2\xA0")))
		return 2;
	if (str_ends(text, STR("\xE3\x80\x80")) ||
	    str_ends(text, STR("\xEF\xBB\xBF")))
		return 3;
	return 0;
}

struct str str_trim(struct str text)
{
	size_t n;

	while ((n = blank_at_start(text)) > 0)
		text = str_slice(text, n, text.n);
	while ((n = blank_at_end(text)) > 0)
		text.n -= n;
	return text;
}

bool str_split(struct str *rest, char mark, struct str *part)
{
	const char *at;

	if (rest->s == NULL || rest->n == 0)
		return false;
	at = memchr(rest->s, mark, rest->n);
	if (at == NULL) {
		*part = *rest;
		*rest = STR_NONE;
		return true;
	}
	*part = (struct str){rest->s, (size_t)(at - rest->s)};
	*rest = (struct str){at + 1, rest->n - part->n - 1};
	return true;
}

struct str str_join(const struct str *parts, size_t n, struct str between,
		    struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t i;

	for (i = 0; i < n; i++) {
		if (i > 0)
			buf_add(&buf, between);
		buf_add(&buf, parts[i]);
	}
	return buf_str(&buf);
}

void buf_grow(struct buf *buf, size_t n)
{
	size_t room = buf->room == 0 ? 64 : buf->room;
	char *grown;

	if (buf->room - buf->n >= n)
		return;
	while (room - buf->n < n)
		room *= 2;
	grown = arena_bytes(buf->arena, room);
	if (buf->n > 0)
		memcpy(grown, buf->s, buf->n);
	buf->s = grown;
	buf->room = room;
}

void buf_add_code(struct buf *buf, uint32_t code)
{
	char bytes[4];

	buf_add(buf, (struct str){bytes, utf8_encode(code, bytes)});
}

/* Mostly there is room enough, and the text is formatted once. */
__attribute__((format(printf, 2, 0))) static void
add_format(struct buf *buf, const char *format, va_list args)
{
	va_list again;
	int n;

	buf_grow(buf, FORMAT_ROOM);
	va_copy(again, args);
	n = vsnprintf(buf->s + buf->n, buf->room - buf->n, format, again);
	va_end(again);
	if (n >= 0 && (size_t)n >= buf->room - buf->n) {
		buf_grow(buf, (size_t)n + 1);
		n = vsnprintf(buf->s + buf->n, buf->room - buf->n, format,
			      args);
	}
	if (n > 0)
		buf->n += (size_t)n;
}

void buf_format(struct buf *buf, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	add_format(buf, format, args);
	va_end(args);
}

struct str str_format(struct arena *arena, const char *format, ...)
{
	struct buf buf = {.arena = arena};
	va_list args;

	va_start(args, format);
	add_format(&buf, format, args);
	va_end(args);
	return buf_str(&buf);
}

struct str buf_str(const struct buf *buf)
{
	return (struct str){buf->s, buf->n};
}
