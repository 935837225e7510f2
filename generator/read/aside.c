/* SPDX-License-Identifier: MIT */
/* ECMA-376 part 1: 18.7 (comments), 20.5 (drawings). */
#include "read/aside.h"

#include "base/arena.h"
#include "read/archive.h"
#include "read/merged.h"
#include "read/messages.h"
#include "read/workbook.h"
#include "read/xmlpart.h"

/* Comments, or drawings, of one sheet below its headings. */
struct found {
	const struct workbook *workbook;
	int32_t from; /* first line that counts */
	bool read;    /* a sheet has one part of a kind: others would only
			 take time */
	size_t n;
	struct place first;
};

static void note(struct found *found, int32_t line, int32_t column)
{
	bool before =
	    line < found->first.line ||
	    (line == found->first.line && column < found->first.column_no);

	if (line < found->from)
		return;
	if (found->n++ > 0 && !before)
		return;
	found->first.line = line;
	found->first.column_no = column;
}

static void read_comments(struct found *found, struct xmlpart *part)
{
	enum xml_event event;
	int32_t line;
	int32_t column;

	while ((event = xmlpart_next(part)) != XML_OVER) {
		if (event != XML_START || !xmlpart_is(part, "comment"))
			continue;
		if (cell_name_parse(xmlpart_attr(part, "ref"), &column, &line))
			note(found, line, column);
	}
}

/* A drawing's anchor while it is read. */
struct anchor {
	int32_t line, column; /* from 1 */
	bool in_from, in_row, in_column, in_words;
	bool says; /* it is a picture or a chart, or has words */
};

static int32_t number_of(struct str text)
{
	int32_t value = 0;
	size_t i;

	for (i = 0; i < text.n && i < 8; i++)
		if (text.s[i] >= '0' && text.s[i] <= '9')
			value = value * 10 + (text.s[i] - '0');
	return value;
}

static void anchor_start(struct anchor *anchor, const struct xmlpart *part)
{
	struct str name = xmlpart_name(part);

	if (str_ends(name, STR("Anchor")))
		*anchor = (struct anchor){.line = 1, .column = 1};
	else if (str_is(name, "from"))
		anchor->in_from = true;
	else if (str_is(name, "pic") || str_is(name, "graphicFrame"))
		anchor->says = true;
	anchor->in_row = anchor->in_from && str_is(name, "row");
	anchor->in_column = anchor->in_from && str_is(name, "col");
	anchor->in_words = str_is(name, "t");
}

static void anchor_text(struct anchor *anchor, struct str text)
{
	if (anchor->in_row)
		anchor->line = number_of(text) + 1;
	else if (anchor->in_column)
		anchor->column = number_of(text) + 1;
	else if (anchor->in_words && str_trim(text).n > 0)
		anchor->says = true;
}

static void read_drawing(struct found *found, struct xmlpart *part)
{
	struct anchor anchor = {.says = false};
	enum xml_event event;

	while ((event = xmlpart_next(part)) != XML_OVER) {
		if (event == XML_START)
			anchor_start(&anchor, part);
		else if (event == XML_TEXT)
			anchor_text(&anchor, xmlpart_text(part));
		if (event != XML_END)
			continue;
		anchor.in_row = false;
		anchor.in_column = false;
		anchor.in_words = false;
		if (xmlpart_is(part, "from"))
			anchor.in_from = false;
		if (str_ends(xmlpart_name(part), STR("Anchor")) && anchor.says)
			note(found, anchor.line, anchor.column);
	}
}

/* xl/worksheets/sheet1.xml, ../comments1.xml: xl/comments1.xml. */
static struct str target_of(struct str part, struct str target,
			    struct arena *arena)
{
	if (str_starts(target, STR("/")))
		return str_slice(target, 1, target.n);
	while (part.n > 0 && part.s[part.n - 1] != '/')
		part.n--;
	while (str_starts(target, STR("../")) && part.n > 0) {
		target = str_slice(target, 3, target.n);
		part.n--;
		while (part.n > 0 && part.s[part.n - 1] != '/')
			part.n--;
	}
	return str_format(arena, STR_FMT STR_FMT, STR_ARG(part),
			  STR_ARG(target));
}

/* What cannot be read of it is nothing of the data: no word is lost of it. */
static void read_part(struct found *found, struct str name,
		      void (*read)(struct found *found, struct xmlpart *part))
{
	const struct workbook *workbook = found->workbook;
	struct xmlpart *part;
	struct str bytes;

	if (found->read || !archive_has(workbook->archive, name) ||
	    !archive_read(workbook->archive, name, &bytes))
		return;
	found->read = true;
	part = xmlpart_open(bytes, workbook->place, workbook->arena,
			    diag_open(workbook->arena));
	read(found, part);
	xmlpart_close(part);
}

/* xl/worksheets/_rels/sheet1.xml.rels */
static struct str rels_of(struct str part, struct arena *arena)
{
	size_t at = part.n;

	while (at > 0 && part.s[at - 1] != '/')
		at--;
	return str_format(arena, STR_FMT "_rels/" STR_FMT ".rels",
			  STR_ARG(str_slice(part, 0, at)),
			  STR_ARG(str_slice(part, at, part.n)));
}

static void report(const struct found *found, const struct diag_kind *kind)
{
	if (found->n > 0)
		DIAG(found->workbook->sink, kind, found->first,
		     str_format(found->workbook->arena, "%zu", found->n));
}

void aside_report(const struct workbook *workbook, size_t sheet, int32_t from)
{
	const struct workbook_sheet *entry = &workbook->sheets[sheet];
	struct str rels = rels_of(entry->part, workbook->arena);
	struct found comments = {
	    .workbook = workbook, .from = from, .first = workbook->place};
	struct found drawings;
	struct xmlpart *part;
	enum xml_event event;
	struct str bytes;

	comments.first.sheet = entry->name;
	drawings = comments;
	if (!archive_has(workbook->archive, rels) ||
	    !archive_read(workbook->archive, rels, &bytes))
		return;
	part = xmlpart_open(bytes, workbook->place, workbook->arena,
			    diag_open(workbook->arena));
	while ((event = xmlpart_next(part)) != XML_OVER) {
		struct str type;
		struct str target;

		if (event != XML_START)
			continue;
		type = xmlpart_attr(part, "Type");
		target = target_of(entry->part, xmlpart_attr(part, "Target"),
				   workbook->arena);
		if (str_ends(type, STR("/comments")))
			read_part(&comments, target, read_comments);
		else if (str_ends(type, STR("/drawing")))
			read_part(&drawings, target, read_drawing);
	}
	xmlpart_close(part);
	report(&comments, &READ_XLSX_COMMENTS);
	report(&drawings, &READ_XLSX_DRAWINGS);
}
