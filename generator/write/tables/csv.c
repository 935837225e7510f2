/* SPDX-License-Identifier: MIT */
#include "write/tables/csv.h"

#include <string.h>

/* Beside what RFC 4180 asks for: other separators, which a reader that looks
 * for the separator would count, and blanks that some programs cut off. */
static bool needs_quotes(struct str text)
{
	static const char special[] = ",;\t\"\n\r";
	size_t i;

	if (text.n == 0)
		return false;
	if (text.s[0] == ' ' || text.s[text.n - 1] == ' ')
		return true;
	for (i = 0; i < text.n; i++)
		if (memchr(special, text.s[i], sizeof(special) - 1) != NULL)
			return true;
	return false;
}

void csv_add_cell(struct buf *buf, struct str text)
{
	size_t i;

	if (!needs_quotes(text)) {
		buf_add(buf, text);
		return;
	}
	buf_add_char(buf, '"');
	for (i = 0; i < text.n; i++) {
		if (text.s[i] == '"')
			buf_add_char(buf, '"');
		buf_add_char(buf, text.s[i]);
	}
	buf_add_char(buf, '"');
}

void csv_end_row(struct buf *buf)
{
	buf_add_cstr(buf, "\r\n");
}
