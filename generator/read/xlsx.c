/* SPDX-License-Identifier: MIT */
#include "read/xlsx.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "read/archive.h"
#include "read/messages.h"
#include "read/raw.h"
#include "read/workbook.h"
#include "read/worksheet.h"
#include "tables/sheets.h"

bool xlsx_matches(struct str path)
{
	struct arena *arena = arena_open();
	FILE *file = fopen(str_cstr(path, arena), "rb");
	char bytes[4] = {0};
	bool matches = false;

	if (file != NULL) {
		matches = fread(bytes, 1, 4, file) == 4 &&
			  (memcmp(bytes, "PK\3\4", 4) == 0 ||
			   memcmp(bytes, "\xD0\xCF\x11\xE0", 4) == 0);
		fclose(file);
	}
	arena_close(arena);
	return matches;
}

/* Two sheets may not stand for one table: the first is taken. */
static bool is_twice(const struct workbook *workbook, size_t at)
{
	size_t i;

	for (i = 0; i < at; i++)
		if (str_equal(workbook->sheets[i].name,
			      workbook->sheets[at].name))
			return true;
	return false;
}

/* Sheets that `gongkai new` writes beside the tables. */
static bool is_for_people(struct str name)
{
	return str_is(name, GUIDE_SHEET) || str_is(name, LISTS_SHEET);
}

static bool read_sheet(struct sheets *sheets, const struct workbook *workbook,
		       size_t at)
{
	struct raw_sheet raw;
	struct sheet sheet;
	struct place place = workbook->place;

	if (is_for_people(workbook->sheets[at].name))
		return false;
	place.sheet = workbook->sheets[at].name;
	if (is_twice(workbook, at)) {
		DIAG0(workbook->sink, &READ_XLSX_TWICE, place);
		return false;
	}
	if (workbook->sheets[at].hidden)
		DIAG0(workbook->sink, &READ_XLSX_HIDDEN, place);
	if (!worksheet_read(workbook, at, &raw) ||
	    !raw_to_sheet(&raw, sheets->arena, workbook->sink, &sheet))
		return false;
	sheets_add(sheets, &sheet);
	return true;
}

bool xlsx_read(struct sheets *sheets, struct str path, struct diag_sink *sink)
{
	struct place place = {.file = path};
	struct archive *archive =
	    archive_open(path, place, sheets->arena, sink);
	struct workbook workbook;
	bool any = false;
	size_t i;

	if (archive == NULL)
		return false;
	if (workbook_read(&workbook, archive, place, sheets->arena, sink))
		for (i = 0; i < workbook.n_sheets; i++)
			any = read_sheet(sheets, &workbook, i) || any;
	archive_close(archive);
	return any;
}
