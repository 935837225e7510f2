/* SPDX-License-Identifier: MIT */
/* Any bytes as the parts of a text written in Word. */
#include "fuzz/fuzz.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "fuzz/parts.h"
#include "read/read.h"
#include "tables/sheets.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	char path[] = "/tmp/gongkai-fuzz-XXXXXX";
	struct arena *arena = arena_open();
	struct sheets sheets = {.arena = arena};
	struct str folder = str_from(mkdtemp(path));
	struct str texts = file_join(folder, STR("说明"), arena);
	struct str unit = file_join(texts, STR("201"), arena);
	struct str file = file_join(unit, STR("职责.docx"), arena);

	if (!file_make_folder(unit, diag_open(arena)))
		abort();
	fuzz_parts_zip((struct str){(const char *)bytes, n},
		       str_cstr(file, arena));
	read_input(&sheets, folder, diag_open(arena));
	file_remove(file);
	rmdir(str_cstr(unit, arena));
	rmdir(str_cstr(texts, arena));
	if (rmdir(path) != 0)
		abort();
	arena_close(arena);
	return 0;
}
