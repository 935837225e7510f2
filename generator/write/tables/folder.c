/* SPDX-License-Identifier: MIT */
/*
 * A set of data as a folder. Texts are files where their names allow it, as a
 * clerk writes them; the others stay rows of 说明.csv. Texts of one unit,
 * object and 栏目 belong together (they are read as its paragraphs) and go into
 * one file. All is written beside the folder first: either it is there, or
 * nothing.
 */
#include "write/tables/tables.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/map.h"
#include "base/utf8.h"
#include "write/tables/csv.h"
#include "write/tables/dataset.h"
#include "write/tables/messages.h"

#define FOR_ALL	  "全部"
#define NAME_MOST 240 /* bytes of a file's name, with room for its ending */

enum { TEXT_UNIT, TEXT_OBJECT, TEXT_SLOT, TEXT_CONTENT, N_TEXT_COLUMNS };

static const char *const text_columns[N_TEXT_COLUMNS] = {"单位代码", "对象",
							 "栏目", "内容"};

struct writing {
	const struct dataset *dataset;
	struct str draft; /* the folder while it is made */
	struct arena *arena;
	struct diag_sink *sink;
};

/* Can it be the name of a file, and is it read back as it is? */
static bool is_file_name(struct str name)
{
	size_t at = 0;

	if (name.n == 0 || name.n > NAME_MOST || name.s[0] == '.' ||
	    str_trim(name).n != name.n)
		return false;
	while (at < name.n) {
		uint32_t code = utf8_next(name, &at);

		if (code < 0x20 || code == '/' || code == UTF8_BAD)
			return false;
	}
	return true;
}

/* The table of texts with the places of its four columns. */
struct texts {
	const struct data_table *table;
	size_t columns[N_TEXT_COLUMNS]; /* n_columns of the table: not there */
};

static struct str text_cell(const struct texts *texts, size_t row, int column)
{
	size_t at = texts->columns[column];

	return at < texts->table->n_columns ? texts->table->rows[row][at].text
					    : STR_NONE;
}

static struct texts texts_of(const struct data_table *table)
{
	struct texts texts = {.table = table};
	size_t i;
	size_t k;

	for (k = 0; k < N_TEXT_COLUMNS; k++) {
		for (i = 0; i < table->n_columns; i++)
			if (str_is(table->columns[i].heading, text_columns[k]))
				break;
		texts.columns[k] = i;
	}
	return texts;
}

/* Has the row nothing but what a file's path and content say? */
static bool has_only_text(const struct texts *texts, size_t row)
{
	size_t i;
	size_t k;

	for (i = 0; i < texts->table->n_columns; i++) {
		for (k = 0; k < N_TEXT_COLUMNS; k++)
			if (texts->columns[k] == i)
				break;
		if (k == N_TEXT_COLUMNS &&
		    texts->table->rows[row][i].text.n > 0)
			return false;
	}
	return true;
}

/* 201/公务接待/增减原因.md; empty: the row stays in the table. */
static struct str text_path(const struct texts *texts, size_t row,
			    struct arena *arena)
{
	struct str unit = text_cell(texts, row, TEXT_UNIT);
	struct str object = text_cell(texts, row, TEXT_OBJECT);
	struct str slot = text_cell(texts, row, TEXT_SLOT);

	if (unit.n == 0)
		unit = STR(FOR_ALL);
	else if (str_is(unit, FOR_ALL))
		return STR_NONE;
	if (!is_file_name(unit) || !is_file_name(slot) ||
	    (object.n > 0 && !is_file_name(object)) ||
	    !has_only_text(texts, row))
		return STR_NONE;
	if (object.n > 0)
		unit = file_join(unit, object, arena);
	return str_format(arena, STR_FMT "/" STR_FMT ".md", STR_ARG(unit),
			  STR_ARG(slot));
}

/* A file's text: the rows of one key, as paragraphs. */
struct text_file {
	struct str path;
	struct buf text;
};

struct text_files {
	struct text_file *list;
	size_t n, room;
	struct map by_path;
};

static void add_text(struct text_files *files, struct str path, struct str text,
		     struct arena *arena)
{
	uint32_t at = map_find(&files->by_path, path);

	if (at == MAP_NONE) {
		at = (uint32_t)files->n;
		files->list = arena_grow(arena, files->list, files->n,
					 &files->room, sizeof(*files->list));
		files->list[files->n++] =
		    (struct text_file){.path = path, .text = {.arena = arena}};
		map_put(&files->by_path, path, at);
	}
	buf_add(&files->list[at].text, text);
	buf_add_char(&files->list[at].text, '\n');
}

static void add_csv_row(struct buf *buf, const struct data_table *table,
			const struct sheet_cell *cells)
{
	size_t i;

	for (i = 0; i < table->n_columns; i++) {
		if (i > 0)
			buf_add_char(buf, ',');
		csv_add_cell(buf, cells[i].text);
	}
	csv_end_row(buf);
}

static void add_csv_headings(struct buf *buf, const struct data_table *table)
{
	size_t i;

	buf_add_cstr(buf, CSV_MARK);
	for (i = 0; i < table->n_columns; i++) {
		if (i > 0)
			buf_add_char(buf, ',');
		csv_add_cell(buf, table->columns[i].heading);
	}
	csv_end_row(buf);
}

static bool write_csv(const struct writing *writing,
		      const struct data_table *table, const struct buf *buf)
{
	struct str name =
	    str_format(writing->arena, STR_FMT ".csv", STR_ARG(table->name));

	return file_put(file_join(writing->draft, name, writing->arena),
			buf_str(buf), writing->sink);
}

static bool write_texts(const struct writing *writing,
			const struct data_table *table)
{
	struct arena *arena = writing->arena;
	struct str folder = file_join(writing->draft, STR(TEXTS_TABLE), arena);
	struct texts texts = texts_of(table);
	struct text_files files = {.by_path = {.arena = arena}};
	struct buf rest = {.arena = arena};
	size_t n_rest = 0;
	bool ok = true;
	size_t i;

	add_csv_headings(&rest, table);
	for (i = 0; i < table->n_rows; i++) {
		struct str path = text_path(&texts, i, arena);

		if (path.n > 0) {
			add_text(&files, path,
				 text_cell(&texts, i, TEXT_CONTENT), arena);
			continue;
		}
		add_csv_row(&rest, table, table->rows[i]);
		n_rest++;
	}
	for (i = 0; i < files.n && ok; i++)
		ok = file_put(file_join(folder, files.list[i].path, arena),
			      buf_str(&files.list[i].text), writing->sink);
	if (ok && (n_rest > 0 || files.n == 0))
		ok = write_csv(writing, table, &rest);
	return ok;
}

static bool write_table(const struct writing *writing,
			const struct data_table *table)
{
	struct buf buf = {.arena = writing->arena};
	size_t i;

	if (!is_file_name(table->name)) {
		DIAG(writing->sink, &TABLES_FILE_NAME, PLACE_NONE, table->name);
		return false;
	}
	if (str_is(table->name, TEXTS_TABLE))
		return write_texts(writing, table);
	add_csv_headings(&buf, table);
	for (i = 0; i < table->n_rows; i++)
		add_csv_row(&buf, table, table->rows[i]);
	return write_csv(writing, table, &buf);
}

bool tables_folder(const struct dataset *dataset, struct str path,
		   struct arena *arena, struct diag_sink *sink)
{
	struct writing writing = {
	    .dataset = dataset, .arena = arena, .sink = sink};
	bool ok = true;
	size_t i;

	if (!file_open_folder(path, arena, sink, &writing.draft))
		return false;
	for (i = 0; i < dataset->n; i++)
		ok = write_table(&writing, &dataset->list[i]) && ok;
	return file_close_folder(writing.draft, path, ok, sink) && ok;
}
