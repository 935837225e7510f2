/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"

/* Length of the sequence that begins with byte b, 0 if none does. */
static size_t sequence_length(unsigned char b)
{
	if (b < 0x80)
		return 1;
	if (b >= 0xC2 && b <= 0xDF)
		return 2;
	if (b >= 0xE0 && b <= 0xEF)
		return 3;
	return b >= 0xF0 && b <= 0xF4 ? 4 : 0;
}

static bool is_scalar(uint32_t code, size_t n)
{
	static const uint32_t least[5] = {0, 0, 0x80, 0x800, 0x10000};

	return code >= least[n] && code <= 0x10FFFF &&
	       (code < 0xD800 || code > 0xDFFF);
}

static bool continues(unsigned char b)
{
	return (b & 0xC0) == 0x80;
}

/* A sequence of three bytes, as nearly all are in Chinese text; 0 if there is
 * none at this place. */
static inline size_t decode_three(const unsigned char *s, size_t room,
				  uint32_t *code)
{
	if (room < 3 || !continues(s[1]) || !continues(s[2]))
		return 0;
	*code = (s[0] & 0x0Fu) << 12 | (s[1] & 0x3Fu) << 6 | (s[2] & 0x3Fu);
	return *code >= 0x800 && (*code < 0xD800 || *code > 0xDFFF) ? 3 : 0;
}

/* Decodes one sequence; 0 if there is none at this place. */
static size_t decode_any(const unsigned char *s, size_t room, uint32_t *code)
{
	static const unsigned char mask[5] = {0, 0x7F, 0x1F, 0x0F, 0x07};
	size_t n = sequence_length(s[0]);
	size_t i;

	if (n == 0 || n > room)
		return 0;
	*code = s[0] & mask[n];
	for (i = 1; i < n; i++) {
		if (!continues(s[i]))
			return 0;
		*code = *code << 6 | (s[i] & 0x3Fu);
	}
	return is_scalar(*code, n) ? n : 0;
}

static inline size_t decode(const unsigned char *s, size_t room, uint32_t *code)
{
	if (s[0] < 0x80) {
		*code = s[0];
		return 1;
	}
	if ((s[0] & 0xF0) == 0xE0)
		return decode_three(s, room, code);
	return decode_any(s, room, code);
}

uint32_t utf8_next_other(struct str text, size_t *at)
{
	const unsigned char *s = (const unsigned char *)text.s + *at;
	uint32_t code;
	size_t n = decode(s, text.n - *at, &code);

	if (n == 0) {
		*at += 1;
		return UTF8_BAD;
	}
	*at += n;
	return code;
}

size_t utf8_encode(uint32_t code, char bytes[4])
{
	if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
		code = UTF8_BAD;
	if (code < 0x80) {
		bytes[0] = (char)code;
		return 1;
	}
	if (code < 0x800) {
		bytes[0] = (char)(0xC0 | code >> 6);
		bytes[1] = (char)(0x80 | (code & 0x3F));
		return 2;
	}
	if (code < 0x10000) {
		bytes[0] = (char)(0xE0 | code >> 12);
		bytes[1] = (char)(0x80 | (code >> 6 & 0x3F));
		bytes[2] = (char)(0x80 | (code & 0x3F));
		return 3;
	}
	bytes[0] = (char)(0xF0 | code >> 18);
	bytes[1] = (char)(0x80 | (code >> 12 & 0x3F));
	bytes[2] = (char)(0x80 | (code >> 6 & 0x3F));
	bytes[3] = (char)(0x80 | (code & 0x3F));
	return 4;
}

size_t utf8_fault(struct str text)
{
	size_t at = 0;

	while (at < text.n) {
		uint32_t code;
		size_t n = decode((const unsigned char *)text.s + at,
				  text.n - at, &code);

		if (n == 0)
			return at;
		at += n;
	}
	return text.n;
}

size_t utf8_length(struct str text)
{
	size_t at = 0;
	size_t n = 0;

	while (at < text.n) {
		utf8_next(text, &at);
		n++;
	}
	return n;
}
