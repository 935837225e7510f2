/* SPDX-License-Identifier: MIT */
/* Any bytes as template.xml, which may extend the base that ships. */
#include "fuzz/fuzz.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "template/template.h"

/* templates/base beside the folder of the input. */
static const char *shared_folder(void)
{
	static char folder[] = "/tmp/gongkai-fuzz-XXXXXX";
	static bool made;
	struct arena *arena;
	char here[4096];

	if (made)
		return folder;
	arena = arena_open();
	if (mkdtemp(folder) == NULL || getcwd(here, sizeof(here)) == NULL ||
	    symlink(str_format(arena, "%s/templates/base", here).s,
		    str_format(arena, "%s/base", folder).s) != 0)
		abort();
	arena_close(arena);
	made = true;
	return folder;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);
	struct str folder = str_from(shared_folder());

	if (!file_write(
		str_format(arena, STR_FMT "/x/template.xml", STR_ARG(folder)),
		(struct str){(const char *)bytes, n}, sink))
		abort();
	template_load(folder, STR("x"), arena, sink);
	arena_close(arena);
	return 0;
}
