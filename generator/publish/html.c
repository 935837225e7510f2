/* SPDX-License-Identifier: MIT */
#include "publish/html.h"

#include "base/arena.h"

void html_text(struct buf *buf, struct str text)
{
	size_t i;

	for (i = 0; i < text.n; i++) {
		switch (text.s[i]) {
		case '&': buf_add_cstr(buf, "&amp;"); break;
		case '<': buf_add_cstr(buf, "&lt;"); break;
		case '>': buf_add_cstr(buf, "&gt;"); break;
		case '"': buf_add_cstr(buf, "&quot;"); break;
		default: buf_add_char(buf, text.s[i]); break;
		}
	}
}

void html_address(struct buf *buf, struct str path)
{
	size_t i;

	for (i = 0; i < path.n; i++) {
		unsigned char c = (unsigned char)path.s[i];

		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		    (c >= '0' && c <= '9') || c == '/' || c == '.' || c >= 0x80)
			buf_add_char(buf, (char)c);
		else
			buf_format(buf, "%%%02X", c);
	}
}

void html_money(struct buf *buf, struct money money)
{
	struct money_format format = {
	    .unit = MONEY_WAN, .decimals = 2, .thousands = true};

	buf_add(buf, money_text(money, format, buf->arena));
}

void html_size(struct buf *buf, size_t n_bytes)
{
	if (n_bytes < 1024 * 1024)
		buf_format(buf, "%zu KB", (n_bytes + 1023) / 1024);
	else
		buf_format(buf, "%zu.%zu MB", n_bytes / (1024 * 1024),
			   n_bytes % (1024 * 1024) * 10 / (1024 * 1024));
}
