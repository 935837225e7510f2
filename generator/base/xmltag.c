/* SPDX-License-Identifier: MIT */
/*
 * A tag holds no < but its first byte, so one of many attributes is a long
 * stretch without any. Such stretches are found by looking for < backward
 * from where they would end, which passes over all other text in strides.
 */
#include "base/xmltag.h"

#include <stdbool.h>
#include <string.h>

#define LEAST  (sizeof(" a=\"\"") - 1) /* [bytes] an attribute takes */
#define STRIDE ((size_t)XML_ATTRIBUTES_MOST * LEAST)

/* Does a start tag begin here that has too many of them? Attributes are
 * counted by the quotes that open their values; what is behind a fault counts
 * no more, since the parser stops there. */
static bool is_crowded(struct str tag)
{
	size_t n = 0;
	char quote = 0;
	size_t i;

	if (tag.n < 2 || strchr("!?/", tag.s[1]) != NULL)
		return false;
	for (i = 1; i < tag.n && n <= XML_ATTRIBUTES_MOST; i++) {
		char byte = tag.s[i];

		if (byte == '<' || (byte == '>' && quote == 0))
			break;
		if (quote == 0 && (byte == '"' || byte == '\'')) {
			quote = byte;
			n++;
		} else if (byte == quote) {
			quote = 0;
		}
	}
	return n > XML_ATTRIBUTES_MOST;
}

/* Offset of the last < among the n bytes behind the one at from; from itself:
 * there is none. */
static size_t last_open(struct str xml, size_t from, size_t n)
{
	size_t at = from + n;

	while (at > from && xml.s[at] != '<')
		at--;
	return at;
}

ptrdiff_t xmltag_crowded(struct str xml)
{
	size_t at = 0;

	while (at + STRIDE < xml.n) {
		size_t next = last_open(xml, at, STRIDE);
		const char *open;

		if (next > at) {
			at = next;
			continue;
		}
		if (xml.s[at] == '<' &&
		    is_crowded(str_slice(xml, at, xml.n - at)))
			return (ptrdiff_t)at;
		open = memchr(xml.s + at + STRIDE, '<', xml.n - at - STRIDE);
		if (open == NULL)
			break;
		at = (size_t)(open - xml.s);
	}
	return -1;
}
