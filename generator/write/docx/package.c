/* SPDX-License-Identifier: MIT */
#include "write/docx/package.h"

#include <zip.h>

#include "base/arena.h"
#include "base/diag.h"
#include "write/docx/messages.h"

/* 1980-01-01 00:00, the first time that a zip archive can say. */
#define DOS_DATE ((0 << 9) | (1 << 5) | 1)
#define DOS_TIME 0

/* More costs twice the time and saves a tenth of the size. */
#define DEFLATE_LEVEL 2

static bool fail(struct diag_sink *sink, struct str reason)
{
	DIAG(sink, &DOCX_ZIP, PLACE_NONE, reason);
	return false;
}

static bool add_part(zip_t *archive, const struct part *part)
{
	zip_source_t *source = zip_source_buffer(
	    archive, part->content.n > 0 ? part->content.s : "",
	    part->content.n, 0);
	zip_int64_t index;

	if (source == NULL)
		return false;
	index = zip_file_add(archive, part->name.s, source, ZIP_FL_ENC_UTF_8);
	if (index < 0) {
		zip_source_free(source);
		return false;
	}
	return zip_set_file_compression(archive, (zip_uint64_t)index,
					ZIP_CM_DEFLATE, DEFLATE_LEVEL) == 0 &&
	       zip_file_set_dostime(archive, (zip_uint64_t)index, DOS_TIME,
				    DOS_DATE, 0) == 0;
}

/* The bytes that the closed archive left in its source. */
static bool read_back(zip_source_t *source, struct arena *arena,
		      struct str *bytes)
{
	zip_stat_t stat;
	zip_int64_t n;
	char *copy;

	if (zip_source_stat(source, &stat) != 0 ||
	    (stat.valid & ZIP_STAT_SIZE) == 0 || zip_source_open(source) != 0)
		return false;
	copy = arena_alloc(arena, stat.size);
	n = zip_source_read(source, copy, stat.size);
	zip_source_close(source);
	*bytes = (struct str){copy, (size_t)stat.size};
	return n >= 0 && (zip_uint64_t)n == stat.size;
}

/* Closes the archive into its source; discards it if that fails. */
static bool fill(zip_t *archive, const struct part *parts, size_t n,
		 struct arena *arena, struct str *reason)
{
	bool good = true;

	for (size_t i = 0; i < n && good; i++)
		good = add_part(archive, &parts[i]);
	if (good && zip_close(archive) == 0)
		return true;
	*reason = str_copy(str_from(zip_strerror(archive)), arena);
	zip_discard(archive);
	return false;
}

bool package_zip(const struct part *parts, size_t n, struct arena *arena,
		 struct diag_sink *sink, struct str *bytes)
{
	struct str reason = STR("libzip");
	zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, NULL);
	zip_t *archive;
	bool good;

	if (source == NULL)
		return fail(sink, reason);
	archive = zip_open_from_source(source, ZIP_TRUNCATE, NULL);
	if (archive == NULL) {
		zip_source_free(source);
		return fail(sink, reason);
	}
	zip_source_keep(source);
	good = fill(archive, parts, n, arena, &reason) &&
	       read_back(source, arena, bytes);
	zip_source_free(source);
	return good || fail(sink, reason);
}
