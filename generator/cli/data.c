/* SPDX-License-Identifier: MIT */
#include "cli/data.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "cli/messages.h"

static bool holds_data(struct str folder, struct arena *arena)
{
	return file_is_folder(file_join(folder, STR("templates"), arena));
}

static struct str parent(struct str path)
{
	while (path.n > 0 && path.s[path.n - 1] != '/')
		path.n--;
	while (path.n > 1 && path.s[path.n - 1] == '/')
		path.n--;
	return path;
}

struct str data_program(struct arena *arena)
{
	char path[4096];
	ssize_t n = readlink("/proc/self/exe", path, sizeof(path));

	if (n <= 0 || (size_t)n >= sizeof(path))
		return STR_NONE;
	return str_copy((struct str){path, (size_t)n}, arena);
}

static struct str program_folder(struct arena *arena)
{
	return parent(data_program(arena));
}

bool data_folder(struct str *folder, struct arena *arena,
		 struct diag_sink *sink)
{
	const char *stated = getenv("GONGKAI_DATA");
	struct str above = program_folder(arena);

	if (stated != NULL && stated[0] != '\0') {
		*folder = str_from(stated);
		if (holds_data(*folder, arena))
			return true;
		DIAG(sink, &CLI_DATA, PLACE_NONE, *folder);
		return false;
	}
	*folder = file_join(parent(above), STR("share/gongkai"), arena);
	if (holds_data(*folder, arena))
		return true;
	for (; above.n > 1; above = parent(above)) {
		*folder = above;
		if (holds_data(above, arena))
			return true;
	}
	DIAG(sink, &CLI_DATA, PLACE_NONE, program_folder(arena));
	return false;
}
