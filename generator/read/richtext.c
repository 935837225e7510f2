/* SPDX-License-Identifier: MIT */
#include "read/richtext.h"

#include "base/arena.h"
#include "read/xmlpart.h"
#include "read/xstring.h"

/* A text while it is read. */
struct rich {
	struct buf plain, marked, marked_in_bold;
	bool runs;	  /* there was one */
	bool in_text;	  /* inside t */
	bool in_phonetic; /* inside rPh: how it is read aloud, not text */
	bool font;	  /* the present run has one of its own */
	bool bold;	  /* and it is bold */
	size_t *n_control;
};

/* Marks that somebody typed stand as they are: those of a heading count only at
 * the very beginning of its line, and ** within ** would end it. */
static bool is_typed(const struct buf *buf, struct str line)
{
	bool begins = buf->n == 0 || buf->s[buf->n - 1] == '\n';

	return (begins &&
		(str_starts(line, STR("# ")) || str_starts(line, STR("## ")) ||
		 str_starts(line, STR("### ")))) ||
	       str_find(line, STR("**")) >= 0;
}

/* Marks a bold text line by line: a line is a paragraph, and marks hold within
 * one. */
static void add_marked(struct buf *buf, struct str text)
{
	struct str line;

	while (str_split(&text, '\n', &line)) {
		bool mark = str_trim(line).n > 0 && !is_typed(buf, line);

		if (mark)
			buf_add_cstr(buf, "**");
		buf_add(buf, line);
		if (mark)
			buf_add_cstr(buf, "**");
		if (text.s != NULL)
			buf_add_char(buf, '\n');
	}
}

static void add_run(struct buf *buf, struct str text, bool bold)
{
	if (bold)
		add_marked(buf, text);
	else
		buf_add(buf, text);
}

static void add_text(struct rich *rich, struct str text)
{
	text = xstring_decode(text, rich->plain.arena, rich->n_control);
	buf_add(&rich->plain, text);
	if (!rich->runs)
		return;
	add_run(&rich->marked, text, rich->bold);
	add_run(&rich->marked_in_bold, text, rich->bold || !rich->font);
}

static void start(struct rich *rich, const struct xmlpart *part)
{
	struct str value;

	if (xmlpart_is(part, "t")) {
		rich->in_text = true;
	} else if (xmlpart_is(part, "rPh")) {
		rich->in_phonetic = true;
	} else if (xmlpart_is(part, "r")) {
		rich->runs = true;
		rich->font = false;
		rich->bold = false;
	} else if (xmlpart_is(part, "rPr")) {
		rich->font = true;
	} else if (xmlpart_is(part, "b")) {
		value = xmlpart_attr(part, "val");
		rich->bold = value.n == 0 || xmlpart_is_true(value);
	}
}

static void end(struct rich *rich, const struct xmlpart *part)
{
	if (xmlpart_is(part, "t"))
		rich->in_text = false;
	else if (xmlpart_is(part, "rPh"))
		rich->in_phonetic = false;
}

struct richtext richtext_read(struct xmlpart *part, struct arena *arena,
			      size_t *n_control)
{
	struct rich rich = {.plain = {.arena = arena},
			    .marked = {.arena = arena},
			    .marked_in_bold = {.arena = arena},
			    .n_control = n_control};
	enum xml_event event;

	while ((event = xmlpart_next(part)) != XML_OVER) {
		if (event == XML_END &&
		    (xmlpart_is(part, "si") || xmlpart_is(part, "is")))
			break;
		if (event == XML_START)
			start(&rich, part);
		else if (event == XML_END)
			end(&rich, part);
		else if (rich.in_text && !rich.in_phonetic)
			add_text(&rich, xmlpart_text(part));
	}
	return (struct richtext){buf_str(&rich.plain), rich.runs,
				 buf_str(&rich.marked),
				 buf_str(&rich.marked_in_bold)};
}

struct str richtext_marked(const struct richtext *text, bool bold,
			   struct arena *arena)
{
	struct buf buf = {.arena = arena};

	if (text->runs)
		return bold ? text->marked_in_bold : text->marked;
	add_run(&buf, text->plain, bold);
	return buf_str(&buf);
}
