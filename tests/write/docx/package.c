/* SPDX-License-Identifier: MIT */
#include "package.h"

#include <zip.h>

#include "base/arena.h"
#include "cmocka_all.h"

static zip_t *open_archive(struct str bytes)
{
	zip_source_t *source =
	    zip_source_buffer_create(bytes.s, bytes.n, 0, NULL);
	zip_t *archive;

	assert_non_null(source);
	archive =
	    zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, NULL);
	assert_non_null(archive);
	return archive;
}

size_t package_count(struct str bytes)
{
	zip_t *archive = open_archive(bytes);
	size_t n = (size_t)zip_get_num_entries(archive, 0);

	zip_discard(archive);
	return n;
}

struct str package_part(struct str bytes, const char *name, struct arena *arena)
{
	zip_t *archive = open_archive(bytes);
	struct str part = STR_NONE;
	zip_stat_t stat;

	if (zip_stat(archive, name, 0, &stat) == 0) {
		zip_file_t *file = zip_fopen(archive, name, 0);
		char *copy = arena_alloc(arena, stat.size + 1);

		assert_non_null(file);
		assert_int_equal(zip_fread(file, copy, stat.size), stat.size);
		assert_int_equal(stat.comp_method, ZIP_CM_DEFLATE);
		zip_fclose(file);
		part = (struct str){copy, (size_t)stat.size};
	}
	zip_discard(archive);
	return part;
}

size_t text_count(struct str text, const char *part)
{
	size_t n = 0;
	ptrdiff_t at;

	while ((at = str_find(text, str_from(part))) >= 0) {
		text = str_slice(text, (size_t)at + 1, text.n);
		n++;
	}
	return n;
}
