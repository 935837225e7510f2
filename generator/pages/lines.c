/* SPDX-License-Identifier: MIT */
#include "pages/lines.h"

#include <stdint.h>

#define EMU_PER_CENTIPOINT (EMU_PER_PT / 100)

void line_length(struct buf *out, const char *name, emu length)
{
	int64_t n = length < 0 ? -(int64_t)length : length;

	n = (n + EMU_PER_CENTIPOINT / 2) / EMU_PER_CENTIPOINT;
	buf_format(out, " %s=%s%lld.%02lld", name,
		   length < 0 && n > 0 ? "-" : "", (long long)(n / 100),
		   (long long)(n % 100));
}

void line_word(struct buf *out, const char *name, struct str text)
{
	if (text.n > 0)
		buf_format(out, " %s=" STR_FMT, name, STR_ARG(text));
}

void line_quoted(struct buf *out, struct str text)
{
	buf_add(out, STR(" \""));
	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.s[i];

		if (c < 0x20)
			buf_format(out, "\\x%02x", c);
		else if (c == '"' || c == '\\')
			buf_format(out, "\\%c", c);
		else
			buf_add_char(out, text.s[i]);
	}
	buf_add_char(out, '"');
}
