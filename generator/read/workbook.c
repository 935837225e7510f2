/* SPDX-License-Identifier: MIT */
#include "read/workbook.h"

#include "base/arena.h"
#include "read/archive.h"
#include "read/cellstyles.h"
#include "read/messages.h"
#include "read/richtext.h"
#include "read/xmlpart.h"

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
			    xmlpart_is_true(xmlpart_attr(part, "date1904"));
		if (xmlpart_is(part, "sheet"))
			add_sheet(workbook, part, &targets, &room);
	}
	ok = !xmlpart_failed(part);
	xmlpart_close(part);
	return ok;
}

static void read_strings(struct workbook *workbook)
{
	struct xmlpart *part;
	enum xml_event event;
	size_t room = 0;

	if (!archive_has(workbook->archive, STR("xl/sharedStrings.xml")))
		return;
	part = open_part(workbook, STR("xl/sharedStrings.xml"));
	if (part == NULL)
		return;
	while ((event = xmlpart_next(part)) != XML_OVER) {
		if (event != XML_START || !xmlpart_is(part, "si"))
			continue;
		workbook->strings = arena_grow(
		    workbook->arena, workbook->strings, workbook->n_strings,
		    &room, sizeof(*workbook->strings));
		workbook->strings[workbook->n_strings++] =
		    richtext_read(part, workbook->arena, workbook->n_control);
	}
	xmlpart_close(part);
}

static void read_styles(struct workbook *workbook)
{
	struct xmlpart *part;

	if (!archive_has(workbook->archive, STR("xl/styles.xml")))
		return;
	part = open_part(workbook, STR("xl/styles.xml"));
	if (part == NULL)
		return;
	workbook->styles =
	    cellstyles_read(part, workbook->arena, &workbook->n_styles);
	xmlpart_close(part);
}

/* A folder that was packed, or a workbook. */
static bool is_packed(const struct archive *archive)
{
	static const struct str suffixes[] = {
	    STR_INIT(".csv"), STR_INIT(".CSV"), STR_INIT(".xlsx"),
	    STR_INIT(".xls"), STR_INIT(".md"),	STR_INIT(".txt")};
	size_t i;

	for (i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++)
		if (archive_has_suffix(archive, suffixes[i]))
			return true;
	return false;
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
	DIAG0(sink, is_packed(archive) ? &READ_PACKED : &READ_XLSX_NONE, place);
	return false;
}

void workbook_load(struct workbook *workbook)
{
	read_strings(workbook);
	read_styles(workbook);
}

int workbook_find(const struct workbook *workbook, struct str name)
{
	size_t i;

	for (i = 0; i < workbook->n_sheets; i++)
		if (str_equal(workbook->sheets[i].name, name))
			return (int)i;
	return -1;
}
