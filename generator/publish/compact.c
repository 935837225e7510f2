/* SPDX-License-Identifier: MIT */
#include "publish/compact.h"

#include <stdio.h>

/* A comma if need be, and the name. */
static void begin_value(struct compact *json, const char *name)
{
	if (json->behind)
		buf_add_char(json->out, ',');
	json->behind = true;
	if (name == NULL)
		return;
	buf_add_char(json->out, '"');
	buf_add_cstr(json->out, name);
	buf_add(json->out, STR("\":"));
}

void compact_begin(struct compact *json, const char *name, char bracket)
{
	begin_value(json, name);
	buf_add_char(json->out, bracket);
	json->behind = false;
}

void compact_end(struct compact *json, char bracket)
{
	buf_add_char(json->out, bracket);
	json->behind = true;
}

static bool is_plain(char c)
{
	return (unsigned char)c >= 0x20 && c != '"' && c != '\\';
}

static void add_escape(struct buf *out, char c)
{
	switch (c) {
	case '"': buf_add(out, STR("\\\"")); break;
	case '\\': buf_add(out, STR("\\\\")); break;
	case '\b': buf_add(out, STR("\\b")); break;
	case '\f': buf_add(out, STR("\\f")); break;
	case '\n': buf_add(out, STR("\\n")); break;
	case '\r': buf_add(out, STR("\\r")); break;
	case '\t': buf_add(out, STR("\\t")); break;
	default: buf_format(out, "\\u%04X", (unsigned int)c);
	}
}

void compact_text(struct compact *json, const char *name, struct str text)
{
	size_t from = 0;
	size_t at;

	begin_value(json, name);
	buf_add_char(json->out, '"');
	for (at = 0; at < text.n; at++) {
		if (is_plain(text.s[at]))
			continue;
		buf_add(json->out, str_slice(text, from, at - from));
		add_escape(json->out, text.s[at]);
		from = at + 1;
	}
	buf_add(json->out, str_slice(text, from, text.n - from));
	buf_add_char(json->out, '"');
}

void compact_number(struct compact *json, const char *name, int number)
{
	begin_value(json, name);
	buf_format(json->out, "%d", number);
}

void compact_null(struct compact *json)
{
	begin_value(json, NULL);
	buf_add(json->out, STR("null"));
}
