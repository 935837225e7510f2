/* SPDX-License-Identifier: MIT */
/*
 * libzip deflates by zlib; libdeflate does the same in half the time. So a
 * part is deflated here, and libzip gets it through a source that says so:
 * such bytes it takes over as they are.
 */
#include "write/docx/package.h"

#include <libdeflate.h>
#include <string.h>
#include <zip.h>

#include "base/arena.h"
#include "base/diag.h"
#include "write/docx/messages.h"

/* 1980-01-01 00:00, the first time that a zip archive can say. */
#define DOS_DATE ((0 << 9) | (1 << 5) | 1)
#define DOS_TIME 0

/* Higher ones cost twice the time and save a tenth of the size. */
#define DEFLATE_LEVEL 1

/* A deflated part while libzip reads it. */
struct packed {
	struct str bytes;
	size_t at;	 /* [bytes] read */
	size_t n_before; /* [bytes] before it was deflated */
	uint32_t crc;	 /* of those */
};

static bool fail(struct diag_sink *sink, struct str reason)
{
	DIAG(sink, &DOCX_ZIP, PLACE_NONE, reason);
	return false;
}

static struct packed *pack(struct str content,
			   struct libdeflate_compressor *deflate,
			   struct arena *arena)
{
	struct packed *packed = ARENA_NEW(arena, struct packed);
	size_t room = libdeflate_deflate_compress_bound(deflate, content.n);
	char *bytes = arena_bytes(arena, room);

	packed->bytes.s = bytes;
	packed->bytes.n = libdeflate_deflate_compress(deflate, content.s,
						      content.n, bytes, room);
	packed->n_before = content.n;
	packed->crc = libdeflate_crc32(0, content.s, content.n);
	return packed;
}

static zip_int64_t read_packed(struct packed *packed, void *to, zip_uint64_t n)
{
	struct str part = str_slice(packed->bytes, packed->at, n);

	if (part.n > 0)
		memcpy(to, part.s, part.n);
	packed->at += part.n;
	return (zip_int64_t)part.n;
}

static zip_int64_t tell_packed(const struct packed *packed, zip_stat_t *stat)
{
	zip_stat_init(stat);
	stat->size = packed->n_before;
	stat->comp_size = packed->bytes.n;
	stat->comp_method = ZIP_CM_DEFLATE;
	stat->crc = packed->crc;
	stat->valid |= ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE |
		       ZIP_STAT_COMP_METHOD | ZIP_STAT_CRC;
	return sizeof(*stat);
}

/* What libzip asks of a source; n: room at data. */
static zip_int64_t serve_packed(void *context, void *data, zip_uint64_t n,
				zip_source_cmd_t command)
{
	struct packed *packed = context;

	switch ((int)command) {
	case ZIP_SOURCE_SUPPORTS: return ZIP_SOURCE_SUPPORTS_READABLE;
	case ZIP_SOURCE_OPEN: packed->at = 0; return 0;
	case ZIP_SOURCE_READ: return read_packed(packed, data, n);
	case ZIP_SOURCE_STAT: return tell_packed(packed, data);
	case ZIP_SOURCE_CLOSE:
	case ZIP_SOURCE_FREE: return 0;
	default: return -1;
	}
}

static bool add_part(zip_t *archive, const struct part *part,
		     struct libdeflate_compressor *deflate, struct arena *arena)
{
	zip_source_t *source = zip_source_function(
	    archive, serve_packed, pack(part->content, deflate, arena));
	zip_int64_t index;

	if (source == NULL)
		return false;
	index = zip_file_add(archive, part->name.s, source, ZIP_FL_ENC_UTF_8);
	if (index < 0) {
		zip_source_free(source);
		return false;
	}
	return zip_set_file_compression(archive, (zip_uint64_t)index,
					ZIP_CM_DEFLATE, 0) == 0 &&
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
	struct libdeflate_compressor *deflate =
	    libdeflate_alloc_compressor(DEFLATE_LEVEL);
	bool good = deflate != NULL;

	for (size_t i = 0; i < n && good; i++)
		good = add_part(archive, &parts[i], deflate, arena);
	libdeflate_free_compressor(deflate);
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
