/* SPDX-License-Identifier: MIT */
#include "read/foreign.h"

#include "base/arena.h"
#include "budget/schema.h"
#include "read/messages.h"
#include "tables/sheets.h"

static const char *const books[] = {".xlsx", ".xls", ".xlsm", ".xlsb",
				    ".et",   ".ett", ".ods",  NULL};
/* Data and words: what a person may think is read. */
static const char *const others[] = {".json", ".pdf", ".doc", ".docx", ".wps",
				     ".rtf",  ".odt", ".ofd", ".txt",  ".md",
				     ".zip",  ".rar", ".7z",  ".html", ".htm",
				     ".mht",  ".dbf", ".mdb", NULL};

void names_add(struct names *names, struct str name, struct arena *arena)
{
	names->list = arena_grow(arena, names->list, names->n, &names->room,
				 sizeof(*names->list));
	names->list[names->n++] = name;
}

/* In capitals or not. */
static bool has_suffix(struct str name, const char *suffix)
{
	struct str end = str_from(suffix);
	size_t i;

	if (name.n < end.n)
		return false;
	for (i = 0; i < end.n; i++) {
		char c = name.s[name.n - end.n + i];

		if ((c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c) !=
		    end.s[i])
			return false;
	}
	return true;
}

static bool has_one(struct str name, const char *const *suffixes)
{
	for (; *suffixes != NULL; suffixes++)
		if (has_suffix(name, *suffixes))
			return true;
	return false;
}

bool foreign_is_book(struct str name)
{
	return has_one(name, books);
}

/* 支出.xlsx: 支出. */
static struct str stem_of(struct str name)
{
	while (name.n > 0 && name.s[--name.n] != '.')
		;
	return str_trim(name);
}

/* What `gongkai new` writes for people, and what explains a folder. */
static bool is_for_people(struct str stem)
{
	return str_is(stem, GUIDE_SHEET) || str_is(stem, LISTS_SHEET) ||
	       str_is(stem, "README") || str_is(stem, "读我");
}

/* Where the file belongs; NULL: nobody takes it for data. */
static struct names *list_of(struct foreign *foreign, struct str name)
{
	struct str stem = stem_of(name);
	bool table = schema_named(stem) != NULL;

	/* .~支出.xlsx, ~$支出.xlsx: left by programs */
	if (is_for_people(stem) || str_starts(name, STR(".")) ||
	    str_starts(name, STR("~")))
		return NULL;
	if (foreign_is_book(name))
		return table ? &foreign->book_tables : &foreign->books;
	if (has_suffix(name, ".xml"))
		return &foreign->xml;
	if (table && stem.n < name.n)
		return &foreign->tables;
	return has_one(name, others) ? &foreign->others : NULL;
}

void foreign_add(struct foreign *foreign, struct str name)
{
	struct names *list = list_of(foreign, name);

	if (list != NULL)
		names_add(list, name, foreign->arena);
}

static void report(const struct names *names, struct place folder,
		   const struct diag_kind *kind, struct diag_sink *sink)
{
	if (names->n > 0)
		DIAG(sink, kind, folder,
		     str_join(names->list, names->n, STR("、"), sink->arena));
}

void foreign_report(const struct foreign *foreign, bool with_books,
		    struct place folder, struct diag_sink *sink)
{
	if (with_books) {
		report(&foreign->book_tables, folder, &READ_FOLDER_TABLES,
		       sink);
		report(&foreign->books, folder, &READ_FOLDER_BOOKS, sink);
	}
	report(&foreign->xml, folder, &READ_FOLDER_XML, sink);
	report(&foreign->tables, folder, &READ_FOLDER_NAMED, sink);
	report(&foreign->others, folder, &READ_FOLDER_OTHER, sink);
}
