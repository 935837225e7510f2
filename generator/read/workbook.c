/* SPDX-License-Identifier: MIT */
#include "read/workbook.h"

#include <stdlib.h>

#include "base/arena.h"
#include "read/archive.h"
#include "read/decimals.h"
#include "read/messages.h"
#include "read/xmlpart.h"
#include "read/xstring.h"

#define SHEETS_MOST 1000

/* A relationship: what an id stands for. */
struct relation_target {
	struct str id, target;
};

struct targets {
	struct relation_target *list;
	size_t n;
	size_t room;
};

static struct xmlpart *open_part(const struct workbook *workbook,
				 struct str name)
{
	struct str bytes;

	if (!archive_read(workbook->archive, name, &bytes))
		return NULL;
	return xmlpart_open(bytes, workbook->place, workbook->arena,
			    workbook->sink);
}

/* xl/worksheets/sheet1.xml: a target is relative to xl/, or absolute. */
static struct str part_name(struct str target, struct arena *arena)
{
	if (str_starts(target, STR("/")))
		return str_slice(target, 1, target.n);
	return str_format(arena, "xl/" STR_FMT, STR_ARG(target));
}

static struct targets read_targets(const struct workbook *workbook)
{
	struct targets targets = {.n = 0};
	struct xmlpart *part =
	    open_part(workbook, STR("xl/_rels/workbook.xml.rels"));
	enum xml_event event;

	if (part == NULL)
		return targets;
	while ((event = xmlpart_next(part)) != XML_OVER) {
		if (event != XML_START || !xmlpart_is(part, "Relationship"))
			continue;
		targets.list =
		    arena_grow(workbook->arena, targets.list, targets.n,
			       &targets.room, sizeof(*targets.list));
		targets.list[targets.n++] = (struct relation_target){
		    xmlpart_attr(part, "Id"),
		    part_name(xmlpart_attr(part, "Target"), workbook->arena)};
	}
	xmlpart_close(part);
	return targets;
}

static struct str target_of(const struct targets *targets, struct str id)
{
	size_t i;

	for (i = 0; i < targets->n; i++)
		if (str_equal(targets->list[i].id, id))
			return targets->list[i].target;
	return STR_NONE;
}

static bool is_true(struct str value)
{
	return str_is(value, "1") || str_is(value, "true");
}

static void add_sheet(struct workbook *workbook, const struct xmlpart *part,
		      const struct targets *targets, size_t *room)
{
	/* sheetId has no prefix, r:id has: the last "id" wins. */
	struct str state = xmlpart_attr(part, "state");
	struct workbook_sheet sheet = {
	    .name = str_trim(xmlpart_attr(part, "name")),
	    .part = target_of(targets, xmlpart_attr(part, "id")),
	    .hidden = state.n > 0 && !str_is(state, "visible")};

	if (workbook->n_sheets >= SHEETS_MOST || sheet.part.n == 0)
		return;
	workbook->sheets =
	    arena_grow(workbook->arena, workbook->sheets, workbook->n_sheets,
		       room, sizeof(*workbook->sheets));
	workbook->sheets[workbook->n_sheets++] = sheet;
}

static bool read_sheets(struct workbook *workbook)
{
	struct targets targets = read_targets(workbook);
	struct xmlpart *part = open_part(workbook, STR("xl/workbook.xml"));
	enum xml_event event;
	size_t room = 0;
	bool ok;

	if (part == NULL)
		return false;
	while ((event = xmlpart_next(part)) != XML_OVER) {
		if (event != XML_START)
			continue;
		if (xmlpart_is(part, "workbookPr"))
			workbook->from_1904 =
			    is_true(xmlpart_attr(part, "date1904"));
		if (xmlpart_is(part, "sheet"))
			add_sheet(workbook, part, &targets, &room);
	}
	ok = !xmlpart_failed(part);
	xmlpart_close(part);
	return ok;
}

/* A rich string while it is read. */
struct rich {
	struct buf plain, marked;
	bool in_text;	  /* inside t */
	bool in_phonetic; /* inside rPh: how it is read aloud, not text */
	bool bold;	  /* of the present run */
	size_t *n_control;
};

/* Marks a bold run line by line: a line is a paragraph, and marks hold within
 * one. */
static void add_marked(struct buf *buf, struct str text)
{
	struct str line;

	while (str_split(&text, '\n', &line)) {
		bool mark = str_trim(line).n > 0;

		if (mark)
			buf_add_cstr(buf, "**");
		buf_add(buf, line);
		if (mark)
			buf_add_cstr(buf, "**");
		if (text.s != NULL)
			buf_add_char(buf, '\n');
	}
}

static void rich_text(struct rich *rich, struct str text)
{
	text = xstring_decode(text, rich->plain.arena, rich->n_control);
	buf_add(&rich->plain, text);
	if (rich->bold)
		add_marked(&rich->marked, text);
	else
		buf_add(&rich->marked, text);
}

static void rich_start(struct rich *rich, const struct xmlpart *part)
{
	struct str value;

	if (xmlpart_is(part, "t")) {
		rich->in_text = true;
	} else if (xmlpart_is(part, "rPh")) {
		rich->in_phonetic = true;
	} else if (xmlpart_is(part, "r")) {
		rich->bold = false;
	} else if (xmlpart_is(part, "b")) {
		value = xmlpart_attr(part, "val");
		rich->bold = value.n == 0 || is_true(value);
	}
}

static void rich_end(struct rich *rich, const struct xmlpart *part)
{
	if (xmlpart_is(part, "t"))
		rich->in_text = false;
	else if (xmlpart_is(part, "rPh"))
		rich->in_phonetic = false;
	else if (xmlpart_is(part, "r"))
		rich->bold = false;
}

static bool is_string_element(const struct xmlpart *part)
{
	return xmlpart_is(part, "si") || xmlpart_is(part, "is");
}

struct str workbook_string(const struct workbook *workbook,
			   struct xmlpart *part, struct str *marked)
{
	struct arena *arena = workbook->arena;
	struct rich rich = {.plain = {.arena = arena},
			    .marked = {.arena = arena},
			    .n_control = workbook->n_control};
	enum xml_event event;

	while ((event = xmlpart_next(part)) != XML_OVER) {
		if (event == XML_END && is_string_element(part))
			break;
		if (event == XML_START)
			rich_start(&rich, part);
		else if (event == XML_END)
			rich_end(&rich, part);
		else if (rich.in_text && !rich.in_phonetic)
			rich_text(&rich, xmlpart_text(part));
	}
	*marked = buf_str(&rich.marked);
	return buf_str(&rich.plain);
}

static void read_strings(struct workbook *workbook)
{
	struct xmlpart *part;
	enum xml_event event;
	size_t room = 0;
	size_t room_marked = 0;

	if (!archive_has(workbook->archive, STR("xl/sharedStrings.xml")))
		return;
	part = open_part(workbook, STR("xl/sharedStrings.xml"));
	if (part == NULL)
		return;
	while ((event = xmlpart_next(part)) != XML_OVER) {
		struct str marked;
		struct str text;
		size_t n = workbook->n_strings;

		if (event != XML_START || !xmlpart_is(part, "si"))
			continue;
		text = workbook_string(workbook, part, &marked);
		workbook->strings =
		    arena_grow(workbook->arena, workbook->strings, n, &room,
			       sizeof(*workbook->strings));
		workbook->marked =
		    arena_grow(workbook->arena, workbook->marked, n,
			       &room_marked, sizeof(*workbook->marked));
		workbook->strings[n] = text;
		workbook->marked[n] = marked;
		workbook->n_strings++;
	}
	xmlpart_close(part);
}

/* An own number format. */
struct own_format {
	int id;
	struct str code;
};

struct own_formats {
	struct own_format *list;
	size_t n;
	size_t room;
};

static int to_int(struct str text, struct arena *arena)
{
	return (int)strtol(str_cstr(text, arena), NULL, 10);
}

static struct str code_of(const struct own_formats *own, int id)
{
	size_t i;

	for (i = 0; i < own->n; i++)
		if (own->list[i].id == id)
			return own->list[i].code;
	return STR_NONE;
}

static void add_own_format(struct workbook *workbook, struct own_formats *own,
			   const struct xmlpart *part)
{
	own->list = arena_grow(workbook->arena, own->list, own->n, &own->room,
			       sizeof(*own->list));
	own->list[own->n++] = (struct own_format){
	    to_int(xmlpart_attr(part, "numFmtId"), workbook->arena),
	    xmlpart_attr(part, "formatCode")};
}

/* Cell styles: what each makes of a number. */
static void read_forms(struct workbook *workbook)
{
	struct own_formats own = {.n = 0};
	struct xmlpart *part;
	enum xml_event event;
	bool in_styles = false;
	size_t room = 0;

	if (!archive_has(workbook->archive, STR("xl/styles.xml")))
		return;
	part = open_part(workbook, STR("xl/styles.xml"));
	if (part == NULL)
		return;
	while ((event = xmlpart_next(part)) != XML_OVER) {
		int id;

		if (xmlpart_is(part, "cellXfs"))
			in_styles = event == XML_START;
		if (event != XML_START)
			continue;
		if (xmlpart_is(part, "numFmt"))
			add_own_format(workbook, &own, part);
		if (!in_styles || !xmlpart_is(part, "xf"))
			continue;
		id = to_int(xmlpart_attr(part, "numFmtId"), workbook->arena);
		workbook->forms = arena_grow(workbook->arena, workbook->forms,
					     workbook->n_forms, &room,
					     sizeof(*workbook->forms));
		workbook->forms[workbook->n_forms++] =
		    decimal_form(id, code_of(&own, id));
	}
	xmlpart_close(part);
}

bool workbook_open(struct workbook *workbook, struct archive *archive,
		   struct place place, struct arena *arena,
		   struct diag_sink *sink)
{
	*workbook = (struct workbook){.arena = arena,
				      .sink = sink,
				      .archive = archive,
				      .place = place,
				      .n_control = ARENA_NEW(arena, size_t)};
	if (archive_has(archive, STR("xl/workbook.xml"))) {
		if (!read_sheets(workbook))
			return false;
		if (workbook->n_sheets > 0)
			return true;
	}
	DIAG0(sink, &READ_XLSX_NONE, place);
	return false;
}

void workbook_load(struct workbook *workbook)
{
	read_strings(workbook);
	read_forms(workbook);
}

int workbook_find(const struct workbook *workbook, struct str name)
{
	size_t i;

	for (i = 0; i < workbook->n_sheets; i++)
		if (str_equal(workbook->sheets[i].name, name))
			return (int)i;
	return -1;
}
