/* SPDX-License-Identifier: MIT */
#include "read/decode.h"

#include <iconv.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "read/messages.h"

#define BOM_UTF8 "\xEF\xBB\xBF"

/* What bytes without a mark look like when taken for UTF-8. */
struct look {
	size_t good; /* characters of more than one byte */
	size_t bad;  /* bytes that are not UTF-8 */
};

static struct look look_at(struct str bytes)
{
	struct look look = {0, 0};
	size_t at = 0;

	while (at < bytes.n) {
		size_t from = at;

		if (utf8_next(bytes, &at) == UTF8_BAD && at - from == 1)
			look.bad++;
		else if (at - from > 1)
			look.good++;
	}
	return look;
}

/* Converts all or nothing: false at the first byte that does not fit. */
static bool convert(struct str bytes, const char *encoding, struct arena *arena,
		    struct str *text)
{
	iconv_t iconv_state = iconv_open("UTF-8", encoding);
	/* A character of GB18030 of 1, 2 or 4 bytes has at most 3 or 4 in
	 * UTF-8, one of UTF-16 of 2 bytes at most 3. */
	size_t room = bytes.n * 2 + 16;
	char *out = arena_alloc(arena, room);
	char *in = (char *)(uintptr_t)bytes.s;
	size_t in_left = bytes.n;
	size_t out_left = room;
	bool ok;

	*text = (struct str){out, 0};
	if (iconv_state == (iconv_t)-1)
		return false;
	ok = iconv(iconv_state, &in, &in_left, &out, &out_left) != (size_t)-1 &&
	     in_left == 0;
	iconv_close(iconv_state);
	text->n = room - out_left;
	return ok;
}

/* Is it a control character that a text may not have? */
static bool is_control(uint32_t c)
{
	return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') ||
	       (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF;
}

/* Is it UTF-8 with nothing to be said of it? That is the rule, and files are
 * large: letters of ASCII are passed over without a call. */
static bool is_clean(struct str text)
{
	size_t at = 0;

	while (at < text.n) {
		unsigned char byte = (unsigned char)text.s[at];
		size_t from = at;
		uint32_t c;

		if (byte >= ' ' && byte < 0x7F) {
			at++;
			continue;
		}
		c = utf8_next(text, &at);
		if (is_control(c) || (c == UTF8_BAD && at - from == 1))
			return false;
	}
	return true;
}

static int32_t line_of(struct str bytes, size_t offset)
{
	int32_t line = 1;
	size_t i;

	for (i = 0; i < offset && i < bytes.n; i++)
		line += bytes.s[i] == '\n';
	return line;
}

/* What was wrong with a text, for one message of each kind. */
struct faults {
	size_t n_bad, n_control;
	size_t first_bad, first_control; /* offsets */
	uint32_t control;
};

static struct faults faults_of(struct str text)
{
	struct faults faults = {.n_bad = 0};
	size_t at = 0;

	while (at < text.n) {
		size_t from = at;
		uint32_t c = utf8_next(text, &at);

		if (c == UTF8_BAD && at - from == 1) {
			if (faults.n_bad++ == 0)
				faults.first_bad = from;
		} else if (is_control(c)) {
			if (faults.n_control++ == 0) {
				faults.first_control = from;
				faults.control = c;
			}
		}
	}
	return faults;
}

static void report_faults(const struct faults *faults, struct str text,
			  struct place place, struct diag_sink *sink)
{
	if (faults->n_bad > 0) {
		place.line = line_of(text, faults->first_bad);
		DIAG(sink, &READ_ENCODING, place,
		     str_format(sink->arena, "%zu", faults->n_bad));
	}
	if (faults->n_control > 0) {
		place.line = line_of(text, faults->first_control);
		DIAG(sink, &READ_CONTROL, place,
		     str_format(sink->arena, "%zu", faults->n_control),
		     str_format(sink->arena, "U+%04X",
				(unsigned)faults->control));
	}
}

/* The text with bad bytes marked and control characters left out. */
static struct str repaired(struct str text, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t at = 0;

	while (at < text.n) {
		uint32_t c = utf8_next(text, &at);

		if (!is_control(c))
			buf_add_code(&buf, c);
	}
	return buf_str(&buf);
}

static struct str checked(struct str text, struct place place,
			  struct arena *arena, struct diag_sink *sink)
{
	struct faults faults = faults_of(text);

	if (faults.n_bad == 0 && faults.n_control == 0)
		return text;
	report_faults(&faults, text, place, sink);
	return repaired(text, arena);
}

/* Files of other programs that are given a name such as 支出.csv. */
static const char *other_kind(struct str bytes)
{
	static const struct {
		struct str magic;
		const char *kind;
	} kinds[] = {
	    {STR_INIT("PK\x03\x04"), "XLSX/ZIP"},
	    {STR_INIT("\xD0\xCF\x11\xE0"), "XLS/DOC"},
	    {STR_INIT("%PDF-"), "PDF"},
	    {STR_INIT("{\\rtf"), "RTF"},
	    {STR_INIT("<html"), "HTML"},
	    {STR_INIT("<HTML"), "HTML"},
	    {STR_INIT("<!DOCTYPE html"), "HTML"},
	    {STR_INIT("<!doctype html"), "HTML"},
	};
	size_t i;

	for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (str_starts(bytes, kinds[i].magic))
			return kinds[i].kind;
	return NULL;
}

/* Which bytes of a file are zero: in UTF-16 the upper halves of separators,
 * digits and line ends, and the lower half of a few characters (一). */
struct zeros {
	size_t even, odd;
};

static struct zeros zeros_of(struct str bytes)
{
	struct zeros zeros = {0, 0};
	const char *at = bytes.s;
	const char *end = bytes.s + bytes.n;

	while (at < end && (at = memchr(at, 0, (size_t)(end - at))) != NULL) {
		if ((at - bytes.s) % 2 == 0)
			zeros.even++;
		else
			zeros.odd++;
		at++;
	}
	return zeros;
}

/* Told by the mark, else by the zeros. Takes the mark away. */
static const char *utf16_of(struct str *bytes)
{
	struct zeros zeros;

	if (str_starts(*bytes, STR("\xFF\xFE")) ||
	    str_starts(*bytes, STR("\xFE\xFF"))) {
		bool little = bytes->s[0] == '\xFF';

		*bytes = str_slice(*bytes, 2, bytes->n);
		return little ? "UTF-16LE" : "UTF-16BE";
	}
	zeros = zeros_of(*bytes);
	if (zeros.odd > bytes->n / 20 && zeros.even < zeros.odd / 2)
		return "UTF-16LE";
	if (zeros.even > bytes->n / 20 && zeros.odd < zeros.even / 2)
		return "UTF-16BE";
	return NULL;
}

/* Many zeros where UTF-16 has none: a picture, a database, a program. */
static bool is_binary(struct str bytes)
{
	struct zeros zeros = zeros_of(bytes);

	return zeros.even + zeros.odd > bytes.n / 50;
}

bool decode_text(struct str bytes, struct place place, struct arena *arena,
		 struct diag_sink *sink, struct str *text)
{
	const char *kind = other_kind(bytes);
	const char *utf16 = utf16_of(&bytes);
	struct look look;

	*text = STR_NONE;
	if (kind == NULL && utf16 == NULL && is_binary(bytes))
		kind = "BINARY";
	if (kind != NULL) {
		DIAG(sink, &READ_NO_TEXT, place, str_from(kind));
		return false;
	}
	/* A file cut in the middle of a character is text all the same. */
	if (utf16 != NULL && convert(str_slice(bytes, 0, bytes.n - bytes.n % 2),
				     utf16, arena, text)) {
		*text = checked(*text, place, arena, sink);
		return true;
	}
	*text = bytes;
	if (str_starts(bytes, STR(BOM_UTF8)))
		*text = str_slice(bytes, sizeof(BOM_UTF8) - 1, bytes.n);
	if (is_clean(*text))
		return true;
	if (text->n < bytes.n) {
		*text = checked(*text, place, arena, sink);
		return true;
	}
	/* GB18030 taken for UTF-8 is nearly all faults; UTF-8 with a few
	 * faults was damaged, and must not be taken for GB18030. */
	look = look_at(bytes);
	if (look.bad > 0 && look.good <= 4 * look.bad &&
	    convert(bytes, "GB18030", arena, text)) {
		*text = checked(*text, place, arena, sink);
		return true;
	}
	*text = checked(bytes, place, arena, sink);
	return true;
}

struct str decode_name(struct str bytes, struct arena *arena)
{
	struct str text;

	if (utf8_fault(bytes) < bytes.n &&
	    convert(bytes, "GB18030", arena, &text))
		return text;
	return bytes;
}
