/* SPDX-License-Identifier: MIT */
#include "read/archive.h"

#include <stdint.h>
#include <string.h>
#include <zip.h>

#include "base/arena.h"
#include "base/file.h"
#include "read/messages.h"

struct archive {
	zip_t *zip;
	struct place place;
	struct arena *arena;
	struct diag_sink *sink;
	zip_uint64_t n_unpacked; /* [bytes] so far */
};

/* What OLE containers begin with: encrypted workbooks and old .xls. */
static const char ole_magic[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/* The entry of a container that holds an encrypted workbook, in UTF-16. */
static const char ole_locked[] =
    "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

static void report_ole(struct str bytes, struct place place,
		       struct diag_sink *sink)
{
	struct str locked = {ole_locked, sizeof(ole_locked) - 1};

	DIAG0(sink,
	      str_find(bytes, locked) >= 0 ? &READ_XLSX_LOCKED : &READ_XLSX_OLD,
	      place);
}

static zip_t *open_bytes(struct str bytes)
{
	zip_error_t error;
	zip_source_t *source;
	zip_t *zip;

	zip_error_init(&error);
	source = zip_source_buffer_create(bytes.s, bytes.n, 0, &error);
	if (source == NULL)
		return NULL;
	zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
	if (zip == NULL)
		zip_source_free(source);
	zip_error_fini(&error);
	return zip;
}

struct archive *archive_open(struct str path, struct place place,
			     struct arena *arena, struct diag_sink *sink)
{
	struct archive *archive = ARENA_NEW(arena, struct archive);
	struct str bytes;

	if (!file_read(path, ARCHIVE_BYTES_MOST, arena, sink, &bytes))
		return NULL;
	if (str_starts(bytes, (struct str){ole_magic, 8})) {
		report_ole(bytes, place, sink);
		return NULL;
	}
	/* libzip takes an empty file for an archive without entries. */
	*archive =
	    (struct archive){.zip = bytes.n > 0 ? open_bytes(bytes) : NULL,
			     .place = place,
			     .arena = arena,
			     .sink = sink};
	if (archive->zip == NULL) {
		DIAG0(sink, &READ_ZIP_BROKEN, place);
		return NULL;
	}
	if (zip_get_num_entries(archive->zip, 0) > ARCHIVE_ENTRIES_MOST) {
		DIAG(sink, &READ_ZIP_BOMB, place, STR("zip"));
		archive_close(archive);
		return NULL;
	}
	return archive;
}

void archive_close(struct archive *archive)
{
	if (archive != NULL)
		zip_discard(archive->zip);
}

/* Some programs of Windows put backslashes into names. */
static char *with_backslashes(struct str name, struct arena *arena)
{
	char *text = arena_alloc(arena, name.n + 1);
	size_t i;

	for (i = 0; i < name.n; i++)
		text[i] = name.s[i] == '/' ? '\\' : name.s[i];
	text[name.n] = '\0';
	return text;
}

static zip_int64_t locate(const struct archive *archive, struct str name)
{
	zip_int64_t at = zip_name_locate(
	    archive->zip, str_cstr(name, archive->arena), ZIP_FL_NOCASE);

	return at >= 0 ? at
		       : zip_name_locate(archive->zip,
					 with_backslashes(name, archive->arena),
					 ZIP_FL_NOCASE);
}

bool archive_has(const struct archive *archive, struct str name)
{
	return locate(archive, name) >= 0;
}

bool archive_has_suffix(const struct archive *archive, struct str suffix)
{
	zip_int64_t n = zip_get_num_entries(archive->zip, 0);
	zip_int64_t i;

	for (i = 0; i < n; i++) {
		const char *name =
		    zip_get_name(archive->zip, (zip_uint64_t)i, ZIP_FL_ENC_RAW);

		if (name != NULL && str_ends(str_from(name), suffix))
			return true;
	}
	return false;
}

/* Sizes as the directory states them: reading stops there, whatever more the
 * packed data hold. */
static bool is_bounded(const struct archive *archive, const zip_stat_t *stat)
{
	const zip_uint64_t need =
	    ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_ENCRYPTION_METHOD;

	if ((stat->valid & need) != need || stat->size > ARCHIVE_PART_MOST)
		return false;
	return archive->n_unpacked + stat->size <= ARCHIVE_TOTAL_MOST &&
	       (stat->size <= ARCHIVE_RATIO_FROM ||
		stat->size / ARCHIVE_RATIO_MOST <= stat->comp_size);
}

/* Reads n bytes and then on to the end, since only there libzip holds the
 * content against its check sum. room: for n + 1 bytes. */
static bool read_all(zip_file_t *file, char *room, size_t n)
{
	size_t at = 0;

	while (at < n) {
		zip_int64_t got = zip_fread(file, room + at, n - at);

		if (got <= 0)
			return false;
		at += (size_t)got;
	}
	return zip_fread(file, room + n, 1) == 0;
}

bool archive_read(struct archive *archive, struct str name, struct str *bytes)
{
	zip_int64_t at = locate(archive, name);
	zip_file_t *file;
	zip_stat_t stat;
	char *room;
	bool ok;

	if (at < 0 ||
	    zip_stat_index(archive->zip, (zip_uint64_t)at, 0, &stat) != 0) {
		DIAG(archive->sink, &READ_ZIP_PART, archive->place, name);
		return false;
	}
	if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
	    stat.encryption_method != ZIP_EM_NONE) {
		DIAG0(archive->sink, &READ_XLSX_LOCKED, archive->place);
		return false;
	}
	if (!is_bounded(archive, &stat)) {
		DIAG(archive->sink, &READ_ZIP_BOMB, archive->place, name);
		return false;
	}
	archive->n_unpacked += stat.size;
	file = zip_fopen_index(archive->zip, (zip_uint64_t)at, 0);
	room = arena_alloc(archive->arena, (size_t)stat.size + 1);
	ok = file != NULL && read_all(file, room, (size_t)stat.size);
	if (file != NULL)
		zip_fclose(file);
	if (!ok)
		DIAG(archive->sink, &READ_ZIP_PART, archive->place, name);
	*bytes = (struct str){room, (size_t)stat.size};
	return ok;
}
