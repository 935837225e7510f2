/* SPDX-License-Identifier: MIT */
#include "fuzz/files.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "fuzz/parts.h"

/* Names lead nowhere else, and make no folders but 说明/201. */
static bool is_plain(struct str name)
{
	struct str texts = STR("说明/201/");

	if (str_starts(name, texts))
		name = str_slice(name, texts.n, name.n);
	return name.n > 0 && name.n < 100 && name.s[0] != '.' &&
	       str_find(name, STR("/")) < 0 &&
	       memchr(name.s, '\0', name.n) == NULL;
}

static void put_file(struct fuzz_files *files, struct str name,
		     struct str bytes)
{
	struct str path;

	if (!is_plain(name) || files->n == FUZZ_FILES_MOST)
		return;
	path = file_join(files->folder, name, files->arena);
	if (file_write(path, bytes, files->sink))
		files->list[files->n++] = path;
}

void fuzz_files_remove(const struct fuzz_files *files)
{
	struct arena *arena = files->arena;
	struct str texts = file_join(files->folder, STR("说明"), arena);
	size_t i;

	for (i = 0; i < files->n; i++)
		file_remove(files->list[i]);
	(void)rmdir(str_cstr(file_join(texts, STR("201"), arena), arena));
	(void)rmdir(str_cstr(texts, arena));
	if (rmdir(str_cstr(files->folder, arena)) != 0)
		abort();
}

struct fuzz_files fuzz_files_put(struct str bytes, struct arena *arena,
				 struct diag_sink *sink)
{
	char path[] = "/tmp/gongkai-fuzz-XXXXXX";
	struct fuzz_files files = {.arena = arena, .sink = sink};
	struct str name;
	struct str part;

	if (mkdtemp(path) == NULL)
		abort();
	files.folder = str_copy(str_from(path), arena);
	files.input = files.folder;
	if (str_starts(bytes, STR("PK"))) {
		put_file(&files, STR("set.xlsx"), bytes);
		files.input = files.list[0];
	} else {
		while (fuzz_part_next(&bytes, &name, &part))
			put_file(&files, name, part);
	}
	return files;
}
