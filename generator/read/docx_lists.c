/* SPDX-License-Identifier: MIT */
#include "read/docx_lists.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/count.h"
#include "base/map.h"
#include "base/utf8.h"
#include "read/docx_styles.h"
#include "read/xmlpart.h"

/* [bytes] A longer label than any that Word lets one type is no label: it
 * would be written before each paragraph. */
#define LABEL_MOST 200

/* A level of an abstract list. */
struct level {
	int start;
	struct str format; /* w:numFmt */
	struct str text;   /* w:lvlText: %1、 */
	bool legal;	   /* w:isLgl: all of its numbers in digits */
	bool begun;	   /* count holds the last paragraph's number */
	int count;
};

/* w:abstractNum: what is counted. Several lists (w:num) go on counting in the
 * same one. */
struct abstract {
	struct level levels[DOCX_LEVELS];
	struct str style; /* w:styleLink: these are the levels of that style */
	struct str link;  /* w:numStyleLink: its levels stand there */
};

/* w:num */
struct list {
	struct str abstract;
	bool restarts[DOCX_LEVELS]; /* w:startOverride: with its first
				       paragraph counting begins at */
	int starts[DOCX_LEVELS];
	bool begun;
	struct abstract *counts; /* once it has begun; NULL: nothing */
};

struct docx_lists {
	struct arena *arena;
	struct abstract *abstracts;
	size_t n_abstracts, room_abstracts;
	struct list *lists;
	size_t n_lists, room_lists;
	struct map abstract_by_id, list_by_id;
	int level; /* while they are read: which one is meant; -1: none */
};

/* 0 … 32767, as Word counts; what is no number is 0. */
static int number_of(const struct docx_lists *lists, const struct xmlpart *part)
{
	struct str value = xmlpart_attr(part, "val");
	long n = strtol(str_cstr(value, lists->arena), NULL, 10);

	return n < 0 ? 0 : n > 32767 ? 32767 : (int)n;
}

static void add_abstract(struct docx_lists *lists, const struct xmlpart *part)
{
	struct abstract abstract = {.levels = {{.start = 0}}};

	lists->abstracts =
	    arena_grow(lists->arena, lists->abstracts, lists->n_abstracts,
		       &lists->room_abstracts, sizeof(*lists->abstracts));
	lists->abstracts[lists->n_abstracts] = abstract;
	map_put(&lists->abstract_by_id, xmlpart_attr(part, "abstractNumId"),
		(uint32_t)lists->n_abstracts++);
	lists->level = -1;
}

static void add_list(struct docx_lists *lists, const struct xmlpart *part)
{
	lists->lists = arena_grow(lists->arena, lists->lists, lists->n_lists,
				  &lists->room_lists, sizeof(*lists->lists));
	lists->lists[lists->n_lists] = (struct list){.begun = false};
	map_put(&lists->list_by_id, xmlpart_attr(part, "numId"),
		(uint32_t)lists->n_lists++);
	lists->level = -1;
}

static void take_level(const struct docx_lists *lists, struct level *level,
		       const struct xmlpart *part)
{
	if (xmlpart_is(part, "isLgl"))
		level->legal = true;
	else if (xmlpart_is(part, "start"))
		level->start = number_of(lists, part);
	else if (xmlpart_is(part, "numFmt"))
		level->format = xmlpart_attr(part, "val");
	else if (xmlpart_is(part, "lvlText") &&
		 xmlpart_attr_now(part, "val").n <= LABEL_MOST)
		level->text = xmlpart_attr(part, "val");
}

static void take_abstract(struct docx_lists *lists, const struct xmlpart *part)
{
	struct abstract *abstract = &lists->abstracts[lists->n_abstracts - 1];

	if (xmlpart_is(part, "styleLink"))
		abstract->style = xmlpart_attr(part, "val");
	else if (xmlpart_is(part, "numStyleLink"))
		abstract->link = xmlpart_attr(part, "val");
	else if (lists->level >= 0)
		take_level(lists, &abstract->levels[lists->level], part);
}

static void take_list(struct docx_lists *lists, const struct xmlpart *part)
{
	struct list *list = &lists->lists[lists->n_lists - 1];

	if (xmlpart_is(part, "abstractNumId")) {
		list->abstract = xmlpart_attr(part, "val");
	} else if (xmlpart_is(part, "startOverride") && lists->level >= 0) {
		list->restarts[lists->level] = true;
		list->starts[lists->level] = number_of(lists, part);
	}
}

/* All abstract lists stand before the lists. */
static void start(struct docx_lists *lists, const struct xmlpart *part)
{
	if (xmlpart_is(part, "abstractNum"))
		add_abstract(lists, part);
	else if (xmlpart_is(part, "num"))
		add_list(lists, part);
	else if (xmlpart_is(part, "lvl") || xmlpart_is(part, "lvlOverride"))
		lists->level =
		    docx_level(xmlpart_attr_now(part, "ilvl"), DOCX_LEVELS - 1);
	else if (lists->n_lists > 0)
		take_list(lists, part);
	else if (lists->n_abstracts > 0)
		take_abstract(lists, part);
}

struct docx_lists *docx_lists_read(struct str bytes, struct place place,
				   struct arena *arena, struct diag_sink *sink)
{
	struct docx_lists *lists = ARENA_NEW(arena, struct docx_lists);
	struct xmlpart *part =
	    bytes.n == 0 ? NULL : xmlpart_open(bytes, place, arena, sink);
	enum xml_event event;

	*lists = (struct docx_lists){.arena = arena,
				     .abstract_by_id = {.arena = arena},
				     .list_by_id = {.arena = arena}};
	if (part == NULL)
		return lists;
	while ((event = xmlpart_next(part)) != XML_OVER)
		if (event == XML_START)
			start(lists, part);
	xmlpart_close(part);
	return lists;
}

static void add_roman(struct buf *buf, int n, bool upper)
{
	static const struct {
		int value;
		const char *upper, *lower;
	} parts[] = {{1000, "M", "m"},	{900, "CM", "cm"}, {500, "D", "d"},
		     {400, "CD", "cd"}, {100, "C", "c"},   {90, "XC", "xc"},
		     {50, "L", "l"},	{40, "XL", "xl"},  {10, "X", "x"},
		     {9, "IX", "ix"},	{5, "V", "v"},	   {4, "IV", "iv"},
		     {1, "I", "i"}};
	size_t i;

	for (i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		for (; n >= parts[i].value; n -= parts[i].value)
			buf_add_cstr(buf,
				     upper ? parts[i].upper : parts[i].lower);
}

/* a … z, then aa … zz, as Word does. */
static void add_letters(struct buf *buf, int n, char first)
{
	int i;

	for (i = 0; n > 0 && i <= (n - 1) / 26; i++)
		buf_add_char(buf, (char)(first + (n - 1) % 26));
}

static void add_full_width(struct buf *buf, int n)
{
	struct str digits = count_text(COUNT_DIGITS, n, buf->arena);
	size_t i;

	for (i = 0; i < digits.n; i++)
		buf_add_code(buf, 0xFF10u + (uint32_t)(digits.s[i] - '0'));
}

/* One of a row of characters, or of names of one character each. */
static void add_from(struct buf *buf, int n, uint32_t first, int most)
{
	if (n >= 1 && n <= most)
		buf_add_code(buf, first + (uint32_t)n - 1);
	else
		buf_format(buf, "%d", n);
}

static void add_stem(struct buf *buf, int n)
{
	static const char *const stems[] = {"甲", "乙", "丙", "丁", "戊",
					    "己", "庚", "辛", "壬", "癸"};

	if (n >= 1 && n <= 10)
		buf_add_cstr(buf, stems[n - 1]);
	else
		buf_format(buf, "%d", n);
}

/* A number as w:numFmt says (17.18.59); false: that is not known. */
static bool add_number(struct buf *buf, struct str format, int n)
{
	if (str_is(format, "decimal") || format.n == 0)
		buf_format(buf, "%d", n);
	else if (str_is(format, "decimalZero"))
		buf_format(buf, "%02d", n);
	else if (str_starts(format, STR("decimalFullWidth")))
		add_full_width(buf, n);
	else if (str_starts(format, STR("chineseCounting")) ||
		 str_is(format, "japaneseCounting") ||
		 str_is(format, "taiwaneseCountingThousand"))
		buf_add(buf, count_text(COUNT_HAN, n, buf->arena));
	else if (str_starts(format, STR("decimalEnclosedCircle")))
		buf_add(buf, count_text(COUNT_CIRCLED, n, buf->arena));
	else if (str_is(format, "decimalEnclosedParen"))
		add_from(buf, n, 0x2474, 20);
	else if (str_is(format, "decimalEnclosedFullstop"))
		add_from(buf, n, 0x2488, 20);
	else if (str_is(format, "ideographEnclosedCircle"))
		add_from(buf, n, 0x3220, 10);
	else if (str_is(format, "ideographTraditional"))
		add_stem(buf, n);
	else if (str_is(format, "upperLetter"))
		add_letters(buf, n, 'A');
	else if (str_is(format, "lowerLetter"))
		add_letters(buf, n, 'a');
	else if (str_is(format, "upperRoman") || str_is(format, "lowerRoman"))
		add_roman(buf, n, format.s[0] == 'u');
	else
		return str_is(format, "none");
	return true;
}

/* 一、 needs nothing behind it; after 1.1 the tab that Word sets becomes a
 * blank. */
static void add_gap(struct buf *buf)
{
	static const char *const closing[] = {"、", "．", "。", "）", ")", ".",
					      "：", ":",  "】", "]",  "〕"};
	struct str text = buf_str(buf);
	size_t i;

	for (i = 0; i < sizeof(closing) / sizeof(closing[0]); i++)
		if (str_ends(text, str_from(closing[i])))
			return;
	if (text.n > 0)
		buf_add_char(buf, ' ');
}

/* %1.%2 with the counts of levels 1 and 2. */
static struct str write_number(const struct abstract *abstract, int level,
			       struct arena *arena, struct str *odd)
{
	struct str text = abstract->levels[level].text;
	struct buf buf = {.arena = arena};
	size_t i;

	for (i = 0; i < text.n; i++) {
		const struct level *of;
		struct str format;
		int n;

		if (text.s[i] != '%' || i + 1 >= text.n ||
		    text.s[i + 1] < '1' || text.s[i + 1] > '9') {
			buf_add_char(&buf, text.s[i]);
			continue;
		}
		of = &abstract->levels[text.s[++i] - '1'];
		format = abstract->levels[level].legal ? STR_NONE : of->format;
		n = of->begun ? of->count : of->start;
		if (!add_number(&buf, format, n)) {
			*odd = format;
			buf_format(&buf, "%d", n);
		}
	}
	add_gap(&buf);
	return buf_str(&buf);
}

/* Bullets of symbol fonts stand in the private use area and mean nothing
 * without their font. */
static bool is_private(struct str text)
{
	size_t at = 0;
	uint32_t code = text.n > 0 ? utf8_next(text, &at) : 0;

	return code >= 0xE000 && code <= 0xF8FF;
}

/* What the list counts; NULL if that is nowhere. */
static struct abstract *abstract_of(const struct docx_lists *lists,
				    const struct list *list)
{
	uint32_t at = map_find(&lists->abstract_by_id, list->abstract);
	struct abstract *abstract =
	    at == MAP_NONE ? NULL : &lists->abstracts[at];
	size_t i;

	if (abstract == NULL || abstract->link.n == 0)
		return abstract;
	for (i = 0; i < lists->n_abstracts; i++)
		if (str_equal(lists->abstracts[i].style, abstract->link))
			return &lists->abstracts[i];
	return NULL;
}

static void restart(struct list *list, struct abstract *abstract)
{
	int i;

	for (i = 0; i < DOCX_LEVELS; i++)
		if (list->restarts[i]) {
			abstract->levels[i].begun = false;
			abstract->levels[i].start = list->starts[i];
		}
}

static void count(struct abstract *abstract, int level)
{
	struct level *at = &abstract->levels[level];
	int i;

	at->count = at->begun ? at->count + 1 : at->start;
	at->begun = true;
	for (i = level + 1; i < DOCX_LEVELS; i++)
		abstract->levels[i].begun = false;
}

struct str docx_lists_next(struct docx_lists *lists, struct str id, int level,
			   struct str *odd)
{
	uint32_t at = map_find(&lists->list_by_id, id);
	struct list *list = at == MAP_NONE ? NULL : &lists->lists[at];
	struct abstract *abstract;

	if (list == NULL)
		return STR_NONE;
	/* Kept, since a link is sought among all. */
	if (!list->begun)
		list->counts = abstract_of(lists, list);
	abstract = list->counts;
	if (abstract == NULL)
		return STR_NONE;
	if (!list->begun)
		restart(list, abstract);
	list->begun = true;
	count(abstract, level);
	if (!str_is(abstract->levels[level].format, "bullet"))
		return write_number(abstract, level, lists->arena, odd);
	return is_private(abstract->levels[level].text)
		   ? STR("●")
		   : abstract->levels[level].text;
}
