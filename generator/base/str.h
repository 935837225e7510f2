/* SPDX-License-Identifier: MIT */
/*
 * Text as pointer and length. A str is a view: UTF-8 (checked where bytes
 * come in), not ended by NUL unless it came from str_cstr(); whoever owns the
 * bytes is said where the str is made. (text, length), in that order.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct arena;

struct str {
	const char *s; /* may be NULL if n is 0 */
	size_t n;      /* [bytes] */
};

/* A literal as str; also as initialiser of a static one. */
#define STR(literal) ((struct str){"" literal, sizeof(literal) - 1})
#define STR_INIT(literal)                                                      \
	{                                                                      \
		"" literal, sizeof(literal) - 1                                \
	}
#define STR_NONE ((struct str){NULL, 0})

/* For printf: printf(STR_FMT, STR_ARG(s)). */
#define STR_FMT	     "%.*s"
#define STR_ARG(str) (int)(str).n, (str).s

/* A view of the NUL-ended text; NULL gives the empty str. */
struct str str_from(const char *cstr);

/* Copies, owned by the arena; str_cstr's result ends with NUL. */
struct str str_copy(struct str text, struct arena *arena);
const char *str_cstr(struct str text, struct arena *arena);

bool str_equal(struct str a, struct str b);
bool str_is(struct str text, const char *cstr);
bool str_starts(struct str text, struct str prefix);
bool str_ends(struct str text, struct str suffix);
/* Byte order, which for UTF-8 is the order of code points: <0, 0, >0. */
int str_compare(struct str a, struct str b);

/* Offset of the first part in text, or -1. */
ptrdiff_t str_find(struct str text, struct str part);

/* text from byte offset from, n bytes at most; both are cut to the text. */
struct str str_slice(struct str text, size_t from, size_t n);

/* Without blanks at both ends: ASCII white space, U+00A0, U+3000, U+FEFF. */
struct str str_trim(struct str text);

/*
 * Takes what stands before the next mark off the front of *rest, and the mark
 * with it. False when *rest was empty (and at its end there was no mark).
 */
bool str_split(struct str *rest, char mark, struct str *part);

/* Joins n parts; owned by the arena. */
struct str str_join(const struct str *parts, size_t n, struct str between,
		    struct arena *arena);

/* printf into the arena. */
struct str str_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* A text that grows. Zero-initialise it with an arena. */
struct buf {
	struct arena *arena;
	char *s;
	size_t n;    /* [bytes] in use */
	size_t room; /* [bytes] */
};

/* Makes room for n more bytes. */
void buf_grow(struct buf *buf, size_t n);

/* The three that writers call for each name and number stand here, so that
 * the compiler sees how short most texts are. */
static inline void buf_add(struct buf *buf, struct str text)
{
	if (text.n == 0)
		return;
	if (buf->room - buf->n < text.n)
		buf_grow(buf, text.n);
	memcpy(buf->s + buf->n, text.s, text.n);
	buf->n += text.n;
}

static inline void buf_add_cstr(struct buf *buf, const char *cstr)
{
	if (cstr != NULL)
		buf_add(buf, (struct str){cstr, strlen(cstr)});
}

static inline void buf_add_char(struct buf *buf, char c)
{
	if (buf->room == buf->n)
		buf_grow(buf, 1);
	buf->s[buf->n++] = c;
}

void buf_add_code(struct buf *buf, uint32_t code); /* as UTF-8 */
void buf_format(struct buf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* What was written so far; valid until the next addition. */
struct str buf_str(const struct buf *buf);

#endif
