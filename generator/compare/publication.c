/* SPDX-License-Identifier: MIT */
#include "compare/publication.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/file.h"
#include "compare/messages.h"
#include "read/read.h"
#include "tables/sheets.h"

#define COMPANION_MOST ((size_t)256 << 20)

struct reading {
	struct publications *publications;
	size_t room;
	struct arena *arena;
	struct diag_sink *sink;
};

static bool read_companion(struct reading *reading, struct str path)
{
	struct publications *into = reading->publications;
	struct publication publication;
	struct str bytes;

	if (!file_read(path, COMPANION_MOST, reading->arena, reading->sink,
		       &bytes) ||
	    !publication_read(&publication, bytes, path, reading->arena,
			      reading->sink))
		return false;
	into->list = arena_grow(reading->arena, into->list, into->n,
				&reading->room, sizeof(*into->list));
	into->list[into->n++] = publication;
	return true;
}

/* All companions of a folder. */
static bool read_companions(struct reading *reading, struct str folder)
{
	struct str *names;
	size_t n;
	size_t i;
	bool ok = true;

	if (!file_is_folder(folder))
		return true;
	if (!file_list(folder, reading->arena, reading->sink, &names, &n))
		return false;
	for (i = 0; i < n; i++)
		if (str_ends(names[i], STR(".json")))
			ok = read_companion(
				 reading,
				 file_join(folder, names[i], reading->arena)) &&
			     ok;
	return ok;
}

static int by_code(const void *a, const void *b)
{
	const struct publication *left = a;
	const struct publication *right = b;
	int order = str_compare(left->unit, right->unit);

	return order != 0 ? order : str_compare(left->path, right->path);
}

/* The folder of companions in an output folder (it may have none, if nothing
 * passed), or in a day of its 历史; empty: it is no such folder. */
static struct str companions_of(struct str path, struct arena *arena)
{
	struct str data = file_join(path, STR("数据"), arena);

	if (str_is(file_name(path), "数据"))
		return path;
	if (file_exists(file_join(path, STR("manifest.json"), arena)))
		return data;
	return file_is_folder(data) &&
		       !file_exists(file_join(path, STR("单位.csv"), arena))
		   ? data
		   : STR_NONE;
}

static bool read_folder(struct reading *reading, struct str path,
			struct str data)
{
	struct publications *into = reading->publications;
	bool ok = read_companions(reading, data);
	struct str held =
	    file_join(path, STR("未通过核对/数据"), reading->arena);

	ok = read_companions(reading, held) && ok;
	if (into->n > 0)
		qsort(into->list, into->n, sizeof(*into->list), by_code);
	return ok;
}

static bool read_tables(struct reading *reading, struct str path)
{
	struct publications *into = reading->publications;
	struct sheets *sheets = ARENA_NEW(reading->arena, struct sheets);

	sheets->arena = reading->arena;
	if (!read_input(sheets, path, reading->sink))
		return false;
	into->input = true;
	into->n = 1;
	into->list = ARENA_NEW(reading->arena, struct publication);
	into->list[0] = publication_of_sheets(sheets, path, reading->arena);
	return true;
}

bool publications_read(struct publications *publications, struct str path,
		       struct arena *arena, struct diag_sink *sink)
{
	struct reading reading = {publications, 0, arena, sink};
	struct str data = companions_of(path, arena);

	*publications = (struct publications){.n = 0};
	if (str_ends(path, STR(".json")))
		return read_companion(&reading, path);
	if (data.n > 0)
		return read_folder(&reading, path, data);
	return read_tables(&reading, path);
}
