/* SPDX-License-Identifier: MIT */
#include "read/folder.h"

#include "base/arena.h"
#include "base/file.h"
#include "budget/schema.h"
#include "read/csv.h"
#include "read/decode.h"
#include "read/foreign.h"
#include "read/mapping.h"
#include "read/messages.h"
#include "read/raw.h"
#include "read/remap.h"
#include "read/texts.h"
#include "read/xlsx.h"
#include "tables/sheets.h"

#define TEXTS_FOLDER "说明"
/* What the program writes for codes without names, to be filled in and put
 * back beside 科目.csv. */
#define NAMES_MISSING "科目-待补"
#define NAMES	      "科目"

static bool is_csv(struct str name)
{
	return str_ends(name, STR(".csv")) || str_ends(name, STR(".CSV")) ||
	       str_ends(name, STR(".tsv")) || str_ends(name, STR(".TSV"));
}

static bool is_txt(struct str name)
{
	return str_ends(name, STR(".txt")) || str_ends(name, STR(".TXT"));
}

/* 支出.csv holds 支出. */
static struct str table_name(struct str path, struct arena *arena)
{
	struct str name = decode_name(file_name(path), arena);

	if (is_csv(name) || is_txt(name))
		name.n -= 4;
	name = str_trim(name);
	return str_starts(name, STR(NAMES_MISSING)) ? STR(NAMES) : name;
}

/* Excel's Unicode text is a table, too, if it is called one. */
static bool is_table(struct str path, const struct mapping *mapping,
		     struct arena *arena)
{
	struct str name = table_name(path, arena);

	return is_csv(path) ||
	       (is_txt(path) && (schema_named(name) != NULL ||
				 mapping_knows(mapping, name, name, true)));
}

static bool read_text(struct str path, struct arena *arena,
		      struct diag_sink *sink, struct str *text)
{
	struct place place = {.file = decode_name(path, arena)};
	struct str bytes;

	return file_read(path, CSV_BYTES_MOST, arena, sink, &bytes) &&
	       decode_text(bytes, place, arena, sink, text);
}

bool folder_read_csv(struct sheets *sheets, struct str path,
		     struct mapping *mapping, struct diag_sink *sink)
{
	struct arena *arena = sheets->arena;
	struct place place = {.file = decode_name(path, arena)};
	struct str name = table_name(path, arena);
	struct raw_sheet raw;
	struct sheet sheet;
	struct str text;

	if (!read_text(path, arena, sink, &text))
		return false;
	if (mapping_knows(mapping, name, name, true)) {
		csv_parse_raw(text, name, place, arena, sink, &raw);
		if (raw.n_rows > 0)
			return remap_sheet(mapping, &raw, name, true, sheets);
		DIAG0(sink, &READ_CSV_EMPTY, place);
		return false;
	}
	if (!csv_parse(text, name, place, sheets_cells(sheets), arena, sink,
		       &sheet)) {
		DIAG0(sink, &READ_CSV_EMPTY, place);
		return false;
	}
	sheets_add(sheets, &sheet);
	return true;
}

static bool is_workbook(struct str name)
{
	return (str_ends(name, STR(".xlsx")) || str_ends(name, STR(".XLSX"))) &&
	       !str_starts(name, STR("~$"));
}

/* A folder while its files are taken. */
struct folder {
	struct sheets *sheets;
	struct mapping *mapping; /* NULL: none */
	struct diag_sink *sink;
	bool any;	    /* something was read */
	bool any_table;	    /* there was a file of a table */
	struct names below; /* folders that hold tables or workbooks */
	struct foreign foreign;
};

/* Workbooks are inputs of their own; exports that 对照 names may lie beside it.
 */
static void take_workbook(struct folder *folder, struct str path,
			  struct str name)
{
	if (xlsx_is_mapped(path, folder->mapping)) {
		folder->any_table = true;
		folder->any = xlsx_read(folder->sheets, path, folder->mapping,
					folder->sink) ||
			      folder->any;
		return;
	}
	foreign_add(&folder->foreign, name);
}

/* Are there tables or workbooks in a folder? */
static bool holds_data(struct str path)
{
	struct arena *arena = arena_open();
	struct str *names;
	bool found = false;
	size_t n;
	size_t i;

	file_list(path, arena, diag_open(arena), &names, &n);
	for (i = 0; i < n && !found; i++)
		found = is_csv(names[i]) || is_workbook(names[i]);
	arena_close(arena);
	return found;
}

static void take_entry(struct folder *folder, struct str path, struct str name)
{
	bool is_folder = file_is_folder(path);

	if (is_folder && str_is(name, TEXTS_FOLDER)) {
		folder->any = texts_read(folder->sheets, path, folder->sink) ||
			      folder->any;
	} else if (is_folder) {
		if (holds_data(path))
			names_add(&folder->below, name, folder->sheets->arena);
	} else if (is_workbook(name)) {
		take_workbook(folder, path, name);
	} else if (is_table(path, folder->mapping, folder->sheets->arena)) {
		folder->any_table = true;
		if (folder->mapping != NULL &&
		    str_is(table_name(path, folder->sheets->arena),
			   MAPPING_TABLE))
			return;
		folder->any = folder_read_csv(folder->sheets, path,
					      folder->mapping, folder->sink) ||
			      folder->any;
	} else {
		foreign_add(&folder->foreign, name);
	}
}

/* Nothing was there to be read: where is it? */
static void report_empty(const struct folder *folder, struct place place)
{
	struct arena *arena = folder->sink->arena;
	struct names books = folder->foreign.books;
	size_t i;

	for (i = 0; i < folder->foreign.book_tables.n; i++)
		names_add(&books, folder->foreign.book_tables.list[i], arena);
	if (books.n > 0)
		DIAG(folder->sink, &READ_FOLDER_ONLY_BOOKS, place,
		     str_join(books.list, books.n, STR("、"), arena),
		     place.file);
	else if (folder->below.n > 0)
		DIAG(folder->sink, &READ_FOLDER_BELOW, place,
		     str_join(folder->below.list, folder->below.n, STR("、"),
			      arena));
	else
		DIAG0(folder->sink, &READ_EMPTY, place);
}

bool folder_read(struct sheets *sheets, struct str path,
		 struct mapping *mapping, struct diag_sink *sink)
{
	struct arena *arena = sheets->arena;
	struct folder folder = {.sheets = sheets,
				.mapping = mapping,
				.sink = sink,
				.foreign = {.arena = arena}};
	bool there;
	struct place place = {.file = path};
	struct str *names;
	size_t n;
	size_t i;

	if (!file_list(path, arena, sink, &names, &n))
		return false;
	for (i = 0; i < n; i++)
		take_entry(&folder, file_join(path, names[i], arena),
			   decode_name(names[i], arena));
	there = folder.any_table || folder.any;
	if (!there)
		report_empty(&folder, place);
	foreign_report(&folder.foreign, there, place, sink);
	return folder.any;
}

static void read_rules(struct mapping *mapping, struct str folder, bool shipped)
{
	struct arena *arena = mapping->arena;
	struct str *names;
	size_t n;
	size_t i;

	if (!file_list(folder, arena, diag_open(arena), &names, &n))
		return;
	for (i = 0; i < n; i++) {
		struct str path = file_join(folder, names[i], arena);
		struct place place = {.file = decode_name(path, arena)};
		struct raw_sheet raw;
		struct str text;

		if (!is_csv(names[i]) ||
		    !str_is(table_name(path, arena), MAPPING_TABLE) ||
		    file_is_folder(path) ||
		    !read_text(path, arena, mapping->sink, &text))
			continue;
		csv_parse_raw(text, STR(MAPPING_TABLE), place, arena,
			      mapping->sink, &raw);
		if (raw.n_rows > 0)
			mapping_add(mapping, &raw, shipped);
		else
			DIAG0(mapping->sink, &READ_CSV_EMPTY, place);
	}
}

void folder_read_mapping(struct mapping *mapping, struct str path)
{
	read_rules(mapping, path, false);
}

void folder_read_source(struct mapping *mapping, struct str path)
{
	read_rules(mapping, path, true);
}
