/* SPDX-License-Identifier: MIT */
#include "base/xml.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"

/* XML 1.0, 2.2 Char. */
static bool is_allowed(uint32_t code)
{
	if (code < 0x20)
		return code == '\t' || code == '\n' || code == '\r';
	return code != 0xFFFE && code != 0xFFFF;
}

/* What stands for the character in text or in an attribute; NULL: itself. */
static const char *escape_of(uint32_t code, bool attribute)
{
	switch (code) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '\r': return "&#13;";
	case '"': return attribute ? "&quot;" : NULL;
	case '\n': return attribute ? "&#10;" : NULL;
	case '\t': return attribute ? "&#9;" : NULL;
	default: return is_allowed(code) ? NULL : "\xEF\xBF\xBD";
	}
}

/* ASCII that stands for itself everywhere: nearly all of attributes. */
static bool is_plain(char c)
{
	return (unsigned char)c >= 0x20 && (unsigned char)c < 0x80 &&
	       c != '&' && c != '<' && c != '>' && c != '"';
}

static bool continues(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

/* Three bytes for a character between U+1000 and U+CFFF: nearly all Han. */
static bool is_common(struct str text, size_t at)
{
	unsigned char first = (unsigned char)text.s[at];

	return first >= 0xE1 && first <= 0xEC && text.n - at >= 3 &&
	       continues(text.s[at + 1]) && continues(text.s[at + 2]);
}

/* Where the stretch that stands for itself ends, as far as is told at once. */
static size_t end_of_plain(struct str text, size_t at)
{
	while (at < text.n)
		if (is_plain(text.s[at]))
			at++;
		else if (is_common(text, at))
			at += 3;
		else
			break;
	return at;
}

/* Plain stretches are copied whole. */
static void escaped(struct buf *out, struct str text, bool attribute)
{
	size_t from = 0;
	size_t at = end_of_plain(text, 0);

	while (at < text.n) {
		size_t start = at;
		uint32_t code = utf8_next(text, &at);
		const char *escape = escape_of(code, attribute);

		if (code == UTF8_BAD)
			escape = "\xEF\xBF\xBD";
		if (escape != NULL) {
			buf_add(out, str_slice(text, from, start - from));
			buf_add_cstr(out, escape);
			from = at;
		}
		at = end_of_plain(text, at);
	}
	buf_add(out, str_slice(text, from, text.n));
}

/* Adds a name between a beginning and an end of a few bytes each: the buffer
 * is asked for room once, not for each of them. */
static void add_name(struct buf *out, struct str before, const char *name,
		     struct str behind)
{
	size_t n = strlen(name);
	char *at;

	if (out->room - out->n < before.n + n + behind.n)
		buf_grow(out, before.n + n + behind.n);
	at = out->s + out->n;
	memcpy(at, before.s, before.n);
	memcpy(at + before.n, name, n);
	memcpy(at + before.n + n, behind.s, behind.n);
	out->n += before.n + n + behind.n;
}

static void close_tag(struct xml *xml)
{
	if (xml->in_tag)
		buf_add_char(&xml->out, '>');
	xml->in_tag = false;
}

static void new_line(struct xml *xml)
{
	size_t i;

	if (!xml->indent || xml->mixed > 0)
		return;
	if (xml->out.n > 0 && xml->out.s[xml->out.n - 1] != '\n')
		buf_add_char(&xml->out, '\n');
	for (i = 0; i < xml->depth; i++)
		buf_add_char(&xml->out, '\t');
}

void xml_declaration(struct xml *xml)
{
	buf_add(&xml->out, STR("<?xml version=\"1.0\" encoding=\"UTF-8\" "
			       "standalone=\"yes\"?>\n"));
}

void xml_start(struct xml *xml, const char *name)
{
	assert(xml->depth < XML_DEEPEST);
	close_tag(xml);
	new_line(xml);
	add_name(&xml->out, STR("<"), name, STR(""));
	xml->open[xml->depth++] = name;
	xml->in_tag = true;
	xml->has_text = false;
}

void xml_end(struct xml *xml)
{
	const char *name = xml->open[--xml->depth];

	if (xml->in_tag) {
		buf_add(&xml->out, STR("/>"));
	} else {
		if (!xml->has_text)
			new_line(xml);
		add_name(&xml->out, STR("</"), name, STR(">"));
	}
	xml->in_tag = false;
	xml->has_text = false;
	if (xml->mixed > xml->depth)
		xml->mixed = 0;
	if (xml->depth == 0)
		buf_add_char(&xml->out, '\n');
}

void xml_attr(struct xml *xml, const char *name, struct str value)
{
	assert(xml->in_tag);
	add_name(&xml->out, STR(" "), name, STR("=\""));
	escaped(&xml->out, value, true);
	buf_add_char(&xml->out, '"');
}

void xml_attr_cstr(struct xml *xml, const char *name, const char *value)
{
	xml_attr(xml, name, str_from(value));
}

/* By hand: a document has ten thousands of them. */
void xml_attr_int(struct xml *xml, const char *name, int64_t value)
{
	char digits[24];
	size_t at = sizeof(digits);
	uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;

	do {
		digits[--at] = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest > 0);
	if (value < 0)
		digits[--at] = '-';
	assert(xml->in_tag);
	add_name(&xml->out, STR(" "), name, STR("=\""));
	buf_add(&xml->out, (struct str){digits + at, sizeof(digits) - at});
	buf_add_char(&xml->out, '"');
}

void xml_text(struct xml *xml, struct str text)
{
	close_tag(xml);
	escaped(&xml->out, text, false);
	xml->has_text = true;
}

void xml_mixed(struct xml *xml)
{
	if (xml->mixed == 0)
		xml->mixed = xml->depth;
}

void xml_empty(struct xml *xml, const char *element, const char *name,
	       const char *value)
{
	xml_start(xml, element);
	if (name != NULL)
		xml_attr_cstr(xml, name, value);
	xml_end(xml);
}

void xml_empty_int(struct xml *xml, const char *element, const char *name,
		   int64_t value)
{
	xml_start(xml, element);
	xml_attr_int(xml, name, value);
	xml_end(xml);
}

struct str xml_str(const struct xml *xml)
{
	assert(xml->depth == 0);
	return buf_str(&xml->out);
}
