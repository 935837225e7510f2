/* SPDX-License-Identifier: MIT */
#include "read/xlsx.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "budget/schema.h"
#include "read/archive.h"
#include "read/aside.h"
#include "read/decode.h"
#include "read/mapping.h"
#include "read/messages.h"
#include "read/raw.h"
#include "read/remap.h"
#include "read/workbook.h"
#include "read/worksheet.h"
#include "tables/sheets.h"

bool xlsx_matches(struct str path)
{
	char room[4];
	struct str head = file_peek(path, room, sizeof(room));

	return str_starts(head, STR("PK")) ||
	       str_starts(head, STR("\xD0\xCF\x11\xE0")) ||
	       (head.n == 0 && str_ends(path, STR(".xlsx")) &&
		file_is_regular(path));
}

/* Two sheets may not stand for one table: the first is taken. */
static bool is_twice(const struct workbook *workbook, size_t at)
{
	return workbook_find(workbook, workbook->sheets[at].name) != (int)at;
}

/* Sheets that `gongkai new` writes beside the tables. */
static bool is_for_people(struct str name)
{
	return str_is(name, GUIDE_SHEET) || str_is(name, LISTS_SHEET);
}

/* 支出明细.xlsx: 支出明细. */
static struct str stem_of(struct str path, struct arena *arena)
{
	struct str name = decode_name(file_name(path), arena);

	if (str_ends(name, STR(".xlsx")) || str_ends(name, STR(".XLSX")))
		name.n -= sizeof(".xlsx") - 1;
	return str_trim(name);
}

/* A workbook while its sheets are taken. */
struct taking {
	struct workbook workbook;
	struct sheets *sheets;
	struct mapping *mapping; /* NULL: none */
	struct str stem;
};

/* The sheet's data begin where the first row stands that became one of a
 * table's. */
static void report_aside(const struct taking *taking, size_t at,
			 size_t n_before)
{
	int32_t from = INT32_MAX;
	size_t i;

	for (i = n_before; i < taking->sheets->n; i++) {
		const struct sheet *sheet = &taking->sheets->list[i];

		if (sheet->n_rows > 0 && sheet->rows[0].line < from)
			from = sheet->rows[0].line;
	}
	aside_report(&taking->workbook, at, from);
}

static bool take_sheet(struct taking *taking, size_t at)
{
	struct workbook *workbook = &taking->workbook;
	const struct workbook_sheet *entry = &workbook->sheets[at];
	bool alone = workbook->n_sheets == 1;
	size_t n_before = taking->sheets->n;
	struct place place = workbook->place;
	struct raw_sheet raw;
	struct sheet sheet;

	place.sheet = entry->name;
	if (is_for_people(entry->name))
		return false;
	if (taking->mapping != NULL && str_is(entry->name, MAPPING_TABLE))
		return false;
	if (is_twice(workbook, at)) {
		DIAG0(workbook->sink, &READ_XLSX_TWICE, place);
		return false;
	}
	if (entry->hidden)
		DIAG0(workbook->sink, &READ_XLSX_HIDDEN, place);
	if (!worksheet_read(workbook, at, &raw))
		return false;
	if (mapping_knows(taking->mapping, raw.name, taking->stem, alone)) {
		if (!remap_sheet(taking->mapping, &raw, taking->stem, alone,
				 taking->sheets))
			return false;
		report_aside(taking, at, n_before);
		return true;
	}
	if (!raw_to_sheet(&raw, workbook->arena, workbook->sink, &sheet))
		return false;
	sheets_add(taking->sheets, &sheet);
	if (schema_named(sheet.name) != NULL)
		report_aside(taking, at, n_before);
	return true;
}

bool xlsx_read(struct sheets *sheets, struct str path, struct mapping *mapping,
	       struct diag_sink *sink)
{
	struct arena *arena = sheets->arena;
	struct place place = {.file = path};
	struct archive *archive = archive_open(path, place, arena, sink);
	struct taking taking = {
	    .sheets = sheets, .mapping = mapping, .stem = stem_of(path, arena)};
	size_t n_told = sink->n;
	bool any = false;
	size_t i;

	if (archive == NULL)
		return false;
	if (workbook_open(&taking.workbook, archive, place, arena, sink)) {
		workbook_load(&taking.workbook);
		for (i = 0; i < taking.workbook.n_sheets; i++)
			any = take_sheet(&taking, i) || any;
		if (*taking.workbook.n_control > 0)
			DIAG(sink, &READ_XLSX_CONTROL, place,
			     str_format(arena, "%zu",
					*taking.workbook.n_control));
	}
	archive_close(archive);
	if (!any && sink->n == n_told)
		DIAG0(sink, &READ_XLSX_EMPTY, place);
	return any;
}

typedef bool sheet_test(const struct workbook *workbook, size_t sheet,
			const void *wanted);

/* Is there such a sheet? What is wrong with the workbook is reported when its
 * tables are read. */
static bool has_sheet(struct str path, sheet_test *test, const void *wanted)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);
	struct archive *archive = archive_open(path, PLACE_NONE, arena, sink);
	struct workbook workbook = {.n_sheets = 0};
	bool found = false;
	size_t i;

	if (archive != NULL &&
	    workbook_open(&workbook, archive, PLACE_NONE, arena, sink))
		for (i = 0; i < workbook.n_sheets && !found; i++)
			found = test(&workbook, i, wanted);
	archive_close(archive);
	arena_close(arena);
	return found;
}

static bool is_mapping(const struct workbook *workbook, size_t sheet,
		       const void *wanted)
{
	(void)wanted;
	return str_is(workbook->sheets[sheet].name, MAPPING_TABLE);
}

static bool is_mapped(const struct workbook *workbook, size_t sheet,
		      const void *mapping)
{
	return mapping_knows(mapping, workbook->sheets[sheet].name, STR_NONE,
			     false);
}

bool xlsx_is_mapped(struct str path, const struct mapping *mapping)
{
	struct arena *arena = arena_open();
	struct str stem = stem_of(path, arena);
	bool mapped = mapping_knows(mapping, stem, stem, true) ||
		      (mapping != NULL && mapping->n_rules > 0 &&
		       has_sheet(path, is_mapped, mapping));

	arena_close(arena);
	return mapped;
}

void xlsx_read_mapping(struct mapping *mapping, struct str path)
{
	struct place place = {.file = path};
	struct archive *archive;
	struct workbook workbook;
	struct raw_sheet raw;
	size_t at;

	if (!has_sheet(path, is_mapping, NULL))
		return;
	archive = archive_open(path, place, mapping->arena, mapping->sink);
	if (archive == NULL)
		return;
	if (workbook_open(&workbook, archive, place, mapping->arena,
			  mapping->sink)) {
		workbook_load(&workbook);
		at = (size_t)workbook_find(&workbook, STR(MAPPING_TABLE));
		if (worksheet_read(&workbook, at, &raw))
			mapping_add(mapping, &raw, false);
	}
	archive_close(archive);
}
