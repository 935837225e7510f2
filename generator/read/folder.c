/* SPDX-License-Identifier: MIT */
#include "read/folder.h"

#include "base/arena.h"
#include "base/file.h"
#include "read/csv.h"
#include "read/decode.h"
#include "read/messages.h"
#include "read/texts.h"
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

/* 支出.csv holds 支出. */
static struct str table_name(struct str path, struct arena *arena)
{
	struct str name = decode_name(file_name(path), arena);

	if (is_csv(name))
		name.n -= 4;
	name = str_trim(name);
	return str_is(name, NAMES_MISSING) ? STR(NAMES) : name;
}

bool folder_read_csv(struct sheets *sheets, struct str path,
		     struct diag_sink *sink)
{
	struct arena *arena = sheets->arena;
	struct place place = {.file = decode_name(path, arena)};
	struct str bytes;
	struct str text;
	struct sheet sheet;

	if (!file_read(path, CSV_BYTES_MOST, arena, sink, &bytes) ||
	    !decode_text(bytes, place, arena, sink, &text))
		return false;
	if (!csv_parse(text, table_name(path, arena), place, arena, sink,
		       &sheet)) {
		DIAG0(sink, &READ_CSV_EMPTY, place);
		return false;
	}
	sheets_add(sheets, &sheet);
	return true;
}

bool folder_read(struct sheets *sheets, struct str path, struct diag_sink *sink)
{
	struct arena *arena = sheets->arena;
	struct str *names;
	bool found = false;
	bool any = false;
	size_t n;
	size_t i;

	if (!file_list(path, arena, sink, &names, &n))
		return false;
	for (i = 0; i < n; i++) {
		struct str entry = file_join(path, names[i], arena);

		if (str_equal(decode_name(names[i], arena),
			      STR(TEXTS_FOLDER)) &&
		    file_is_folder(entry)) {
			any = texts_read(sheets, entry, sink) || any;
			continue;
		}
		if (!is_csv(names[i]) || file_is_folder(entry))
			continue;
		found = true;
		any = folder_read_csv(sheets, entry, sink) || any;
	}
	if (!found && !any)
		DIAG0(sink, &READ_EMPTY, (struct place){.file = path});
	return any;
}
