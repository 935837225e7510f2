/* SPDX-License-Identifier: MIT */
#include "read/docx_prose.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "read/archive.h"
#include "read/docx_lists.h"
#include "read/docx_styles.h"
#include "read/docx_text.h"
#include "read/messages.h"
#include "read/texts.h"
#include "read/xmlpart.h"

#define DOCUMENT STR("word/document.xml")
#define STYLES	 STR("word/styles.xml")
#define LISTS	 STR("word/numbering.xml")

#define LINES_MOST    100000
#define HEADINGS_MOST 3 /* # ## ### */

/* What stands in a document and is no text. */
enum thing {
	THING_TABLE,
	THING_PICTURE,
	THING_BOX, /* a picture with words in it */
	THING_NOTE,
	THING_FORMULA,
	THING_SYMBOL,
	THING_HIDDEN,
	N_THINGS
};

static const struct {
	const char *zh;
	const char *en;
	bool has_words; /* that are missing now */
} things[N_THINGS] = {
    [THING_TABLE] = {"表格", "table", true},
    [THING_PICTURE] = {"图片", "picture", false},
    [THING_BOX] = {"文本框", "text box", true},
    [THING_NOTE] = {"脚注或尾注", "footnote or endnote", true},
    [THING_FORMULA] = {"公式", "formula", true},
    [THING_SYMBOL] = {"特殊符号", "symbol", false},
    [THING_HIDDEN] = {"隐藏文字", "hidden text", false},
};

struct prose {
	struct arena *arena;
	struct docx_styles *styles;
	struct docx_lists *lists;

	struct buf text; /* finished lines */
	int line;	 /* number of the present one */

	/* The present paragraph. */
	struct docx_look look;
	bool begun; /* words of it stand in text */
	bool bold;  /* ** is open */

	/* The present run. */
	struct docx_look run;
	bool in_run, in_words;

	/* Inside what is passed over. */
	int aside;	  /* elements deep; 0: in the text */
	enum thing what;  /* N_THINGS: nothing that is missed */
	bool aside_words; /* words were passed over */
	bool in_paragraph_look;

	struct {
		size_t n;
		int line; /* of the first */
	} seen[N_THINGS], changes;
	struct str odd; /* a way of counting that is not known */
	int odd_line;
};

static void note(struct prose *prose, enum thing thing)
{
	if (prose->seen[thing].n++ == 0)
		prose->seen[thing].line = prose->line;
}

static void set_bold(struct prose *prose, bool bold)
{
	if (bold != prose->bold)
		buf_add_cstr(&prose->text, "**");
	prose->bold = bold;
}

/* The present line is over. */
static void end_line(struct prose *prose)
{
	set_bold(prose, false);
	buf_add_char(&prose->text, '\n');
	prose->line++;
}

static bool is_heading(const struct prose *prose)
{
	return prose->look.has_outline && prose->look.outline < HEADINGS_MOST;
}

/* What stands before the first words: # and the number. */
static void begin(struct prose *prose, bool bold)
{
	struct docx_look *look = &prose->look;
	struct str number = STR_NONE;
	int i;

	prose->begun = true;
	for (i = 0; is_heading(prose) && i <= look->outline; i++)
		buf_add_char(&prose->text, '#');
	if (is_heading(prose))
		buf_add_char(&prose->text, ' ');
	if (look->has_list && !str_is(look->list, "0")) {
		struct str odd = STR_NONE;

		number = docx_lists_next(prose->lists, look->list, look->level,
					 &odd);
		if (odd.n > 0 && prose->odd.n == 0) {
			prose->odd = odd;
			prose->odd_line = prose->line;
		}
	}
	set_bold(prose, bold);
	buf_add(&prose->text, number);
}

/* Blanks, the ideographic one too, that stand where a line begins. */
static struct str without_indent(struct str words)
{
	size_t at = 0;

	while (at < words.n) {
		size_t next = at;
		uint32_t code = utf8_next(words, &next);

		if (code != ' ' && code != '\t' && code != 0x3000 &&
		    code != 0xA0)
			break;
		at = next;
	}
	return str_slice(words, at, words.n);
}

/* Blanks are neither bold nor not. */
static bool is_bold(const struct prose *prose, struct str words)
{
	enum docx_toggle bold =
	    prose->run.bold != DOCX_UNSAID ? prose->run.bold : prose->look.bold;

	if (is_heading(prose) || str_find(words, STR("**")) >= 0)
		return false;
	return str_trim(words).n == 0 ? prose->bold : bold == DOCX_YES;
}

static void add_words(struct prose *prose, struct str words)
{
	enum docx_toggle hidden = prose->run.hidden != DOCX_UNSAID
				      ? prose->run.hidden
				      : prose->look.hidden;

	if (hidden == DOCX_YES) {
		note(prose, THING_HIDDEN);
		return;
	}
	if (!prose->begun)
		words = without_indent(words);
	if (words.n == 0)
		return;
	if (prose->begun)
		set_bold(prose, is_bold(prose, words));
	else
		begin(prose, is_bold(prose, words));
	docx_add_words(&prose->text, words);
}

static void start_paragraph(struct prose *prose)
{
	prose->look = docx_styles_paragraph(prose->styles, STR_NONE);
	prose->begun = false;
}

/* What a paragraph says itself goes before its style, which comes first. */
static void take_paragraph_look(struct prose *prose, const struct xmlpart *part)
{
	struct docx_look own = {.bold = DOCX_UNSAID};

	if (xmlpart_is(part, "pStyle")) {
		prose->look = docx_styles_paragraph(prose->styles,
						    xmlpart_attr(part, "val"));
		return;
	}
	docx_look_take(&own, part);
	own.bold = DOCX_UNSAID; /* of the paragraph's mark, not of its words */
	own.hidden = DOCX_UNSAID;
	prose->look = docx_look_over(own, prose->look);
}

static void take_run_look(struct prose *prose, const struct xmlpart *part)
{
	if (xmlpart_is(part, "rStyle"))
		prose->run = docx_look_over(
		    prose->run, docx_styles_words(prose->styles,
						  xmlpart_attr(part, "val")));
	else
		docx_look_take(&prose->run, part);
}

/* Is this passed over with all that it holds, and as what? */
static bool is_aside(const struct xmlpart *part, enum thing *what)
{
	static const struct {
		const char *name;
		enum thing what;
	} asides[] = {
	    {"tbl", THING_TABLE},
	    {"drawing", THING_PICTURE},
	    {"pict", THING_PICTURE},
	    {"object", THING_PICTURE},
	    {"oMath", THING_FORMULA},
	    {"sym", THING_SYMBOL},
	    {"Fallback", N_THINGS}, /* the same once more for old programs */
	    {"moveFrom", N_THINGS}, /* stands elsewhere now */
	    {"del", N_THINGS},
	    {"rt", N_THINGS}, /* how it is read */
	    {"pPrChange", N_THINGS},
	    {"rPrChange", N_THINGS},
	    {"sectPr", N_THINGS},
	    {"footnoteReference", THING_NOTE},
	    {"endnoteReference", THING_NOTE},
	};
	size_t i;

	for (i = 0; i < sizeof(asides) / sizeof(asides[0]); i++)
		if (xmlpart_is(part, asides[i].name)) {
			*what = asides[i].what;
			return true;
		}
	return false;
}

static void note_change(struct prose *prose, const struct xmlpart *part)
{
	if ((xmlpart_is(part, "ins") || xmlpart_is(part, "del") ||
	     xmlpart_is(part, "moveFrom")) &&
	    prose->changes.n++ == 0)
		prose->changes.line = prose->line;
}

static void start_in_run(struct prose *prose, const struct xmlpart *part)
{
	if (xmlpart_is(part, "t"))
		prose->in_words = true;
	else if (xmlpart_is(part, "tab"))
		add_words(prose, STR(" "));
	else if (xmlpart_is(part, "noBreakHyphen"))
		add_words(prose, STR("-"));
	else if (xmlpart_is(part, "cr") ||
		 (xmlpart_is(part, "br") && prose->begun))
		end_line(prose);
	else
		take_run_look(prose, part);
}

static void start(struct prose *prose, const struct xmlpart *part)
{
	note_change(prose, part);
	if (prose->aside > 0 || is_aside(part, &prose->what)) {
		prose->aside++;
		prose->aside_words |= xmlpart_is(part, "txbxContent");
	} else if (xmlpart_is(part, "p")) {
		start_paragraph(prose);
	} else if (xmlpart_is(part, "pPr")) {
		prose->in_paragraph_look = true;
	} else if (xmlpart_is(part, "r")) {
		prose->in_run = true;
		prose->run = (struct docx_look){.bold = DOCX_UNSAID};
	} else if (prose->in_paragraph_look) {
		take_paragraph_look(prose, part);
	} else if (prose->in_run) {
		start_in_run(prose, part);
	}
}

static void end_aside(struct prose *prose)
{
	if (--prose->aside > 0)
		return;
	if (prose->what == THING_PICTURE && prose->aside_words)
		prose->what = THING_BOX;
	if (prose->what != N_THINGS)
		note(prose, prose->what);
	prose->aside_words = false;
}

static void end(struct prose *prose, const struct xmlpart *part)
{
	if (prose->aside > 0)
		end_aside(prose);
	else if (xmlpart_is(part, "t"))
		prose->in_words = false;
	else if (xmlpart_is(part, "r"))
		prose->in_run = false;
	else if (xmlpart_is(part, "pPr"))
		prose->in_paragraph_look = false;
	else if (xmlpart_is(part, "p"))
		end_line(prose);
}

/* False: a fault, reported; or longer than a text can be. */
static bool read_document(struct prose *prose, struct xmlpart *part)
{
	while (prose->line <= LINES_MOST && prose->text.n <= TEXT_BYTES_MOST) {
		switch (xmlpart_next(part)) {
		case XML_START: start(prose, part); break;
		case XML_END: end(prose, part); break;
		case XML_TEXT:
			if (prose->in_words && prose->aside == 0)
				add_words(prose, xmlpart_text(part));
			break;
		case XML_OVER: return !xmlpart_failed(part);
		}
	}
	return false;
}

/* The bytes of a part that a document may be without. */
static struct str part_of(struct archive *archive, struct str name)
{
	struct str bytes = STR_NONE;

	if (archive_has(archive, name) && !archive_read(archive, name, &bytes))
		return STR_NONE;
	return bytes;
}

/* What is wrong with the file goes into sink in the words of workbooks. */
static bool read_file(struct prose *prose, struct str path, struct place place,
		      struct diag_sink *sink)
{
	struct arena *arena = prose->arena;
	struct archive *archive = archive_open(path, place, arena, sink);
	struct xmlpart *part = NULL;
	struct str bytes;
	bool ok = false;

	if (archive == NULL)
		return false;
	prose->styles =
	    docx_styles_read(part_of(archive, STYLES), place, arena, sink);
	prose->lists =
	    docx_lists_read(part_of(archive, LISTS), place, arena, sink);
	if (archive_read(archive, DOCUMENT, &bytes) &&
	    (part = xmlpart_open(bytes, place, arena, sink)) != NULL) {
		ok = read_document(prose, part);
		xmlpart_close(part);
	}
	archive_close(archive);
	return ok && diag_worst(sink) < DIAG_ERROR;
}

/* A place in Word is a paragraph, not a line: its number is an argument. */
static void report(const struct prose *prose, struct place place,
		   struct diag_sink *sink)
{
	struct arena *arena = sink->arena;
	size_t i;

	for (i = 0; i < N_THINGS; i++)
		if (prose->seen[i].n > 0)
			DIAG(sink,
			     things[i].has_words ? &READ_DOCX_LOST
						 : &READ_DOCX_LEFT,
			     place, str_format(arena, "%zu", prose->seen[i].n),
			     str_from(things[i].zh),
			     str_format(arena, "%d", prose->seen[i].line),
			     str_from(things[i].en));
	if (prose->changes.n > 0)
		DIAG(sink, &READ_DOCX_CHANGES, place,
		     str_format(arena, "%zu", prose->changes.n),
		     str_format(arena, "%d", prose->changes.line));
	if (prose->odd.n > 0)
		DIAG(sink, &READ_DOCX_NUMBERS, place, prose->odd,
		     str_format(arena, "%d", prose->odd_line));
}

bool docx_prose_read(struct str path, struct place place, struct arena *arena,
		     struct diag_sink *sink, struct str *text)
{
	struct prose prose = {
	    .arena = arena, .text = {.arena = arena}, .line = 1};

	if (!read_file(&prose, path, place, diag_open(arena))) {
		DIAG0(sink, &READ_DOCX, place);
		return false;
	}
	report(&prose, place, sink);
	*text = buf_str(&prose.text);
	return true;
}
