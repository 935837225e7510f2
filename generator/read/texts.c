/* SPDX-License-Identifier: MIT */
#include "read/texts.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "read/decode.h"
#include "read/docx_prose.h"
#include "read/messages.h"
#include "tables/sheets.h"

#define FOR_ALL	   "全部"
#define MOST_NAMED 5

enum text_column { COLUMN_UNIT, COLUMN_OBJECT, COLUMN_SLOT, COLUMN_TEXT };

static const struct sheet_column columns[] = {
    [COLUMN_UNIT] = {STR_INIT("单位代码"), 1},
    [COLUMN_OBJECT] = {STR_INIT("对象"), 2},
    [COLUMN_SLOT] = {STR_INIT("栏目"), 3},
    [COLUMN_TEXT] = {STR_INIT("内容"), 4},
};
#define N_COLUMNS (sizeof(columns) / sizeof(columns[0]))

struct texts {
	struct sheets *sheets;
	struct diag_sink *sink;
	bool any;
	struct str others[MOST_NAMED]; /* files that are no texts */
	size_t n_others;
};

static bool is_docx(struct str name)
{
	return str_ends(name, STR(".docx")) || str_ends(name, STR(".DOCX"));
}

/* The name without .md, .txt or .docx; empty if it ends with none, or is what
 * Word leaves beside a document that it has open. */
static struct str slot_of(struct str name)
{
	static const char *const suffixes[] = {".md", ".txt", ".docx",
					       ".MD", ".TXT", ".DOCX"};
	size_t i;

	if (str_starts(name, STR("~$")))
		return STR_NONE;
	for (i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++)
		if (str_ends(name, str_from(suffixes[i])))
			return str_trim(
			    str_slice(name, 0, name.n - strlen(suffixes[i])));
	return STR_NONE;
}

/* Line ends as LF, none at the end. */
static struct str with_lf(struct str text, struct arena *arena)
{
	char *copy = arena_alloc(arena, text.n + 1);
	size_t n = 0;
	size_t i;

	for (i = 0; i < text.n; i++) {
		if (text.s[i] != '\r')
			copy[n++] = text.s[i];
		else if (i + 1 >= text.n || text.s[i + 1] != '\n')
			copy[n++] = '\n';
	}
	while (n > 0 && copy[n - 1] == '\n')
		n--;
	return (struct str){copy, n};
}

static void add_text(struct texts *texts, struct place place, struct str unit,
		     struct str object, struct str slot, struct str text)
{
	struct arena *arena = texts->sheets->arena;
	struct sheet_cell *cells =
	    ARENA_ARRAY(arena, N_COLUMNS, struct sheet_cell);
	struct sheet_row *row = ARENA_NEW(arena, struct sheet_row);

	if (!str_is(unit, FOR_ALL))
		cells[COLUMN_UNIT].text = unit;
	cells[COLUMN_OBJECT].text = object;
	cells[COLUMN_SLOT].text = slot;
	cells[COLUMN_TEXT].text = text;
	*row = (struct sheet_row){.cells = cells, .line = 1};
	sheets_add(texts->sheets, &(struct sheet){.name = STR("说明"),
						  .place = place,
						  .columns = columns,
						  .n_columns = N_COLUMNS,
						  .rows = row,
						  .n_rows = 1});
	texts->any = true;
}

static void read_text(struct texts *texts, struct str path, struct str unit,
		      struct str object, struct str slot)
{
	struct arena *arena = texts->sheets->arena;
	struct place place = {.file = decode_name(path, arena)};
	struct str bytes;
	struct str text;
	bool ok;

	if (is_docx(path))
		ok = docx_prose_read(path, place, arena, texts->sink, &text);
	else
		ok = file_read(path, TEXT_BYTES_MOST, arena, texts->sink,
			       &bytes) &&
		     decode_text(bytes, place, arena, texts->sink, &text);
	if (ok)
		add_text(texts, place, unit, object, slot,
			 with_lf(text, arena));
}

static void note_other(struct texts *texts, struct str path)
{
	if (texts->n_others < MOST_NAMED)
		texts->others[texts->n_others] =
		    decode_name(path, texts->sheets->arena);
	texts->n_others++;
}

static void report_misplaced(struct texts *texts, struct str path)
{
	DIAG0(
	    texts->sink, &READ_TEXT_PLACE,
	    ((struct place){.file = decode_name(path, texts->sheets->arena)}));
}

/* A file of a folder; previous: slot of the file before it, to find one that
 * is there twice. */
static void take_file(struct texts *texts, struct str path, struct str unit,
		      struct str object, struct str *previous)
{
	struct str name = decode_name(file_name(path), texts->sheets->arena);
	struct str slot = slot_of(name);

	if (slot.n == 0) {
		note_other(texts, path);
		return;
	}
	if (unit.n == 0) {
		report_misplaced(texts, path);
		return;
	}
	if (str_equal(slot, *previous))
		DIAG(texts->sink, &READ_TEXT_TWICE,
		     ((struct place){.file = path}), slot);
	*previous = slot;
	read_text(texts, path, unit, object, slot);
}

/* Folders of three levels: 说明 (unit and object empty), unit, object. */
static void read_folder(struct texts *texts, struct str folder, struct str unit,
			struct str object)
{
	struct arena *arena = texts->sheets->arena;
	struct str previous = STR_NONE;
	struct str *names;
	size_t n;
	size_t i;

	if (!file_list(folder, arena, texts->sink, &names, &n))
		return;
	for (i = 0; i < n; i++) {
		struct str path = file_join(folder, names[i], arena);
		struct str name = str_trim(decode_name(names[i], arena));

		if (!file_is_folder(path))
			take_file(texts, path, unit, object, &previous);
		else if (unit.n == 0)
			read_folder(texts, path, name, STR_NONE);
		else if (object.n == 0)
			read_folder(texts, path, unit, name);
		else
			report_misplaced(texts, path);
	}
}

static void report_others(struct texts *texts, struct str folder)
{
	size_t shown =
	    texts->n_others < MOST_NAMED ? texts->n_others : MOST_NAMED;

	if (texts->n_others == 0)
		return;
	DIAG(texts->sink, &READ_TEXT_OTHER, ((struct place){.file = folder}),
	     str_format(texts->sink->arena, "%zu", texts->n_others),
	     str_join(texts->others, shown, STR("、"), texts->sink->arena));
}

bool texts_read(struct sheets *sheets, struct str folder,
		struct diag_sink *sink)
{
	struct texts texts = {.sheets = sheets, .sink = sink};

	read_folder(&texts, folder, STR_NONE, STR_NONE);
	report_others(&texts, folder);
	return texts.any;
}
