/* SPDX-License-Identifier: MIT */
/*
 * Picks the carrier by what stands there. A further one is a file beside this
 * one and a row in the table. Mappings of other systems' exports (对照) are
 * read first, from all inputs: one that stands beside 单位 may speak of an
 * export that is an input of its own.
 */
#include "read/read.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "read/folder.h"
#include "read/mapping.h"
#include "read/messages.h"
#include "read/nodata.h"
#include "read/xlsx.h"
#include "read/xmlfile.h"
#include "tables/sheets.h"

/* Files of which nothing else is known are taken for tables only by name. */
static bool is_csv_file(struct str path)
{
	/* .txt: what Excel saves as Unicode text. */
	static const char *const suffixes[] = {".csv", ".CSV", ".tsv",
					       ".TSV", ".txt", ".TXT"};
	size_t i;

	for (i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++)
		if (str_ends(path, str_from(suffixes[i])))
			return file_is_regular(path);
	return false;
}

/* Some systems call a web page, or what Excel 2003 wrote as XML, .xls. */
static bool is_web_page(struct str path)
{
	static const char *const marks[] = {
	    "<html",	      "<HTML",
	    "<table",	      "<TABLE",
	    "<!doctype html", "<!DOCTYPE html",
	    "<!DOCTYPE HTML", "urn:schemas-microsoft-com:office:spreadsheet"};
	char room[1024];
	struct str head = file_peek(path, room, sizeof(room));
	size_t i;

	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (str_find(head, str_from(marks[i])) >= 0)
			return !is_csv_file(path);
	return false;
}

static bool refuse_web_page(struct sheets *sheets, struct str path,
			    struct mapping *mapping, struct diag_sink *sink)
{
	(void)sheets;
	(void)mapping;
	DIAG0(sink, &READ_HTML, (struct place){.file = path});
	return false;
}

static bool is_packed(struct str path)
{
	/* rar, 7-Zip, gzip, bzip2, xz; zip is looked into by xlsx.c. */
	static const struct str marks[] = {
	    STR_INIT("Rar!"), STR_INIT("7z\xBC\xAF"), STR_INIT("\x1F\x8B"),
	    STR_INIT("BZh"),
	    STR_INIT("\xFD"
		     "7zXZ")};
	char room[8];
	struct str head = file_peek(path, room, sizeof(room));
	size_t i;

	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (str_starts(head, marks[i]))
			return true;
	return false;
}

static bool refuse_packed(struct sheets *sheets, struct str path,
			  struct mapping *mapping, struct diag_sink *sink)
{
	(void)sheets;
	(void)mapping;
	DIAG0(sink, &READ_PACKED, (struct place){.file = path});
	return false;
}

/* Of several inputs, 回收/ *.xlsx, such a file may be one by accident. */
static bool is_lock(struct str path)
{
	return str_starts(file_name(path), STR("~$")) && file_is_regular(path);
}

static bool pass_over_lock(struct sheets *sheets, struct str path,
			   struct mapping *mapping, struct diag_sink *sink)
{
	(void)sheets;
	(void)mapping;
	DIAG0(sink, &READ_LOCK, (struct place){.file = path});
	return false;
}

/* mapping: NULL where a carrier has none, or none is to be looked for. */
static const struct carrier {
	bool (*matches)(struct str path);
	bool (*read)(struct sheets *sheets, struct str path,
		     struct mapping *mapping, struct diag_sink *sink);
	void (*read_mapping)(struct mapping *mapping, struct str path);
} carriers[] = {
    {file_is_folder, folder_read, folder_read_mapping},
    {is_lock, pass_over_lock, NULL},
    {is_packed, refuse_packed, NULL},
    {xlsx_matches, xlsx_read, xlsx_read_mapping},
    {is_web_page, refuse_web_page, NULL},
    {xmlfile_matches, xmlfile_read, NULL},
    {is_csv_file, folder_read_csv, NULL},
};

static const struct carrier *carrier_of(struct str path)
{
	size_t i;

	for (i = 0; i < sizeof(carriers) / sizeof(carriers[0]); i++)
		if (carriers[i].matches(path))
			return &carriers[i];
	return NULL;
}

static struct str without_slash(struct str path)
{
	while (path.n > 1 && path.s[path.n - 1] == '/')
		path.n--;
	return path;
}

/* The rules of all inputs, then those of the source. */
static void read_mappings(struct mapping *mapping, const struct str *paths,
			  size_t n, struct str source)
{
	size_t i;

	for (i = 0; i < n; i++) {
		const struct carrier *carrier = carrier_of(paths[i]);

		if (carrier != NULL && carrier->read_mapping != NULL)
			carrier->read_mapping(mapping, paths[i]);
	}
	if (source.n > 0)
		folder_read_source(mapping, source);
	mapping->met = ARENA_ARRAY(mapping->arena, mapping->n_rules, bool);
}

static bool read_one(struct sheets *sheets, struct str path,
		     struct mapping *mapping, struct diag_sink *sink)
{
	const struct carrier *carrier = carrier_of(path);

	if (carrier != NULL)
		return carrier->read(sheets, path, mapping, sink);
	DIAG0(sink, file_exists(path) ? &READ_CARRIER : &READ_NOT_THERE,
	      (struct place){.file = path});
	return false;
}

bool read_inputs(struct sheets *sheets, const struct str *paths, size_t n,
		 struct str source, struct diag_sink *sink)
{
	struct mapping mapping = {.arena = sheets->arena, .sink = sink};
	struct str *plain = ARENA_ARRAY(sheets->arena, n, struct str);
	size_t first = sheets->n;
	bool any = false;
	size_t i;

	for (i = 0; i < n; i++)
		plain[i] = str_copy(without_slash(paths[i]), sheets->arena);
	read_mappings(&mapping, plain, n, source);
	for (i = 0; i < n; i++)
		any = read_one(sheets, plain[i], &mapping, sink) || any;
	mapping_report_unmet(&mapping);
	nodata_take_out(sheets, first, sink);
	return any;
}

bool read_input(struct sheets *sheets, struct str path, struct diag_sink *sink)
{
	return read_inputs(sheets, &path, 1, STR_NONE, sink);
}
