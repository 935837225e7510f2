/* SPDX-License-Identifier: MIT */
#include "read/xmlencoding.h"

#include <string.h>
#include <strings.h>

#include "base/diag.h"
#include "base/utf8.h"
#include "read/decode.h"
#include "read/messages.h"

/* What the XML declaration says of the encoding; empty: nothing. */
static struct str declared_encoding(struct str text)
{
	ptrdiff_t end = str_starts(text, STR("<?xml"))
			    ? str_find(str_slice(text, 0, 200), STR("?>"))
			    : -1;
	struct str head = str_slice(text, 0, end < 0 ? 0 : (size_t)end);
	ptrdiff_t at = str_find(head, STR("encoding"));
	size_t from;
	size_t n;

	if (at < 0)
		return STR_NONE;
	for (from = (size_t)at; from < head.n; from++)
		if (head.s[from] == '"' || head.s[from] == '\'')
			break;
	for (n = 0; from + 1 + n < head.n; n++)
		if (head.s[from + 1 + n] == '"' || head.s[from + 1 + n] == '\'')
			break;
	return str_slice(head, from + 1, n);
}

static bool starts_as(struct str name, const char *prefix)
{
	return name.n >= strlen(prefix) &&
	       strncasecmp(name.s, prefix, strlen(prefix)) == 0;
}

/* What the content is encoded in: text is what decode_text() made of bytes.
 * NULL: all of it is ASCII, which is the same in any. */
static const char *real_encoding(struct str bytes, struct str text)
{
	if (str_starts(bytes, STR("\xFF\xFE")) ||
	    str_starts(bytes, STR("\xFE\xFF")))
		return "UTF-16";
	if (text.n == bytes.n && utf8_length(bytes) == bytes.n)
		return NULL;
	if (utf8_fault(bytes) < bytes.n &&
	    str_find(text, STR("\xEF\xBF\xBD")) < 0)
		return "GB18030";
	return "UTF-8";
}

void xmlencoding_compare(struct str bytes, struct str text, struct place place,
			 struct diag_sink *sink)
{
	struct str declared = declared_encoding(text);
	bool utf8 = declared.n == 0 || starts_as(declared, "UTF-8");
	const char *real;

	/* The rule: nothing was converted, and it says so. */
	if (text.n == 0 || (utf8 && text.s + text.n == bytes.s + bytes.n))
		return;
	real = real_encoding(bytes, text);
	if (real == NULL || starts_as(declared, real) ||
	    (utf8 && real[0] == 'U' && declared.n == 0) ||
	    (real[0] == 'G' && starts_as(declared, "GB")))
		return;
	place.line = 1;
	DIAG(sink, &READ_XML_ENCODING, place,
	     declared.n == 0 ? STR("UTF-8") : declared, str_from(real));
}

/* Does a < stand at its start as in ASCII? Not so in UTF-16 or EBCDIC. */
static bool starts_plain(struct str bytes)
{
	if (str_starts(bytes, STR("\xEF\xBB\xBF")))
		bytes = str_slice(bytes, 3, bytes.n);
	return bytes.n < 2 || (bytes.s[0] == '<' && bytes.s[1] != '\0');
}

bool xmlencoding_to_utf8(struct str bytes, struct place place,
			 struct arena *arena, struct diag_sink *sink,
			 struct str *text)
{
	struct str declared = declared_encoding(bytes);

	*text = bytes;
	if (starts_plain(bytes) &&
	    (declared.n == 0 || starts_as(declared, "UTF-8")))
		return true;
	return decode_text(bytes, place, arena, sink, text);
}
