/* SPDX-License-Identifier: MIT */
#include "read/sources.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "read/messages.h"

#define README_MOST ((size_t)1 << 20)

/* The first line of README.md: # 示例预算系统 */
static struct str title_of(struct str folder, struct arena *arena)
{
	struct str path = file_join(folder, STR("README.md"), arena);
	struct str text;
	struct str line;

	if (!file_exists(path) ||
	    !file_read(path, README_MOST, arena, diag_open(arena), &text) ||
	    !str_split(&text, '\n', &line))
		return STR_NONE;
	while (str_starts(line, STR("#")))
		line = str_slice(line, 1, line.n);
	return str_trim(line);
}

struct source_info *sources_list(struct str folder, struct arena *arena,
				 size_t *n)
{
	struct source_info *list = NULL;
	size_t room = 0;
	struct str *names;
	size_t n_names;
	size_t i;

	*n = 0;
	if (!file_is_folder(folder) ||
	    !file_list(folder, arena, diag_open(arena), &names, &n_names))
		return NULL;
	for (i = 0; i < n_names; i++) {
		struct str path = file_join(folder, names[i], arena);

		if (!file_is_folder(path))
			continue;
		list = arena_grow(arena, list, *n, &room, sizeof(*list));
		list[(*n)++] =
		    (struct source_info){names[i], title_of(path, arena)};
	}
	return list;
}

bool sources_find(struct str folder, struct str id, struct arena *arena,
		  struct diag_sink *sink, struct str *path)
{
	size_t n;
	const struct source_info *list = sources_list(folder, arena, &n);
	struct buf known = {.arena = sink->arena};
	size_t i;

	for (i = 0; i < n; i++) {
		if (str_equal(list[i].id, id)) {
			*path = file_join(folder, id, arena);
			return true;
		}
		buf_add_cstr(&known, i > 0 ? "、" : "");
		buf_add(&known, list[i].id);
	}
	DIAG(sink, &READ_SOURCE, PLACE_NONE, id, buf_str(&known));
	return false;
}
