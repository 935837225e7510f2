/* SPDX-License-Identifier: MIT */
#include "fuzz/parts.h"

#include <stddef.h>
#include <stdlib.h>
#include <zip.h>

#include "base/arena.h"

#define PARTS_MOST 64

static struct str mark(void)
{
	return STR("--- ");
}

/* Where the next line with the mark begins; the length if none does. */
static size_t next_mark(struct str bytes)
{
	struct str rest = bytes;
	struct str line;

	while (str_split(&rest, '\n', &line))
		if (str_starts(line, mark()))
			return (size_t)(line.s - bytes.s);
	return bytes.n;
}

bool fuzz_part_next(struct str *rest, struct str *name, struct str *part)
{
	struct str line;
	size_t end;

	*rest = str_slice(*rest, next_mark(*rest), rest->n);
	if (rest->n == 0)
		return false;
	str_split(rest, '\n', &line);
	*name = str_trim(str_slice(line, mark().n, line.n));
	if (rest->s == NULL)
		*rest = str_slice(line, line.n, 0);
	end = next_mark(*rest);
	*part = str_slice(*rest, 0, end);
	*rest = str_slice(*rest, end, rest->n);
	return true;
}

/* A name that libzip does not take, twice the same among them, is no part. */
static void add_part(zip_t *zip, const char *name, struct str bytes)
{
	zip_source_t *source = zip_source_buffer(zip, bytes.s, bytes.n, 0);
	zip_int64_t at;

	if (source == NULL)
		abort();
	at = zip_file_add(zip, name, source, 0);
	if (at < 0)
		zip_source_free(source);
	else
		zip_set_file_compression(zip, (zip_uint64_t)at, ZIP_CM_STORE,
					 0);
}

void fuzz_parts_zip(struct str bytes, const char *path)
{
	struct arena *arena = arena_open();
	zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
	struct str name;
	struct str part;
	size_t n;

	if (zip == NULL)
		abort();
	for (n = 0; n < PARTS_MOST && fuzz_part_next(&bytes, &name, &part); n++)
		add_part(zip, str_cstr(name, arena), part);
	if (zip_close(zip) != 0)
		abort();
	arena_close(arena);
}
