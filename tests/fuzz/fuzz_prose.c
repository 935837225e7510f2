/* SPDX-License-Identifier: MIT */
/* Any bytes as the parts of a text written in Word: document, styles and
 * lists, with a line %% between them. */
#include "fuzz/fuzz.h"

#include <stdlib.h>
#include <unistd.h>
#include <zip.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "read/read.h"
#include "tables/sheets.h"

#define MARK STR("\n%%\n")

/* Writes the parts packed as Word packs them, without compression: that is
 * libzip's. */
static void put_parts(struct str bytes, const char *path)
{
	static const char *const names[] = {
	    "word/document.xml", "word/styles.xml", "word/numbering.xml"};
	zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
	size_t i;

	if (zip == NULL)
		abort();
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		ptrdiff_t at = str_find(bytes, MARK);
		size_t n = at >= 0 && i < 2 ? (size_t)at : bytes.n;
		zip_int64_t part = zip_file_add(
		    zip, names[i], zip_source_buffer(zip, bytes.s, n, 0), 0);

		if (part < 0)
			abort();
		zip_set_file_compression(zip, (zip_uint64_t)part, ZIP_CM_STORE,
					 0);
		bytes =
		    at >= 0 ? str_slice(bytes, n + MARK.n, bytes.n) : STR("");
	}
	if (zip_close(zip) != 0)
		abort();
}

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
	put_parts((struct str){(const char *)bytes, n}, str_cstr(file, arena));
	read_input(&sheets, folder, diag_open(arena));
	file_remove(file);
	rmdir(str_cstr(unit, arena));
	rmdir(str_cstr(texts, arena));
	if (rmdir(path) != 0)
		abort();
	arena_close(arena);
	return 0;
}
