/* SPDX-License-Identifier: MIT */
/*
 * A zip archive from outside, of which nothing is trusted: bounded number of
 * entries, bounded sizes, bounded ratio; entries are only ever read into
 * memory, so their names cannot lead anywhere. Internal to read/.
 */
#ifndef READ_ARCHIVE_H
#define READ_ARCHIVE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"

struct arena;
struct archive;

/* Limits (docs/input.md names them). */
#define ARCHIVE_BYTES_MOST   ((size_t)256 << 20) /* of the file */
#define ARCHIVE_ENTRIES_MOST 10000
#define ARCHIVE_PART_MOST    ((size_t)512 << 20) /* of one entry, unpacked */
#define ARCHIVE_TOTAL_MOST   ((size_t)1 << 30)	 /* of all that are read */
#define ARCHIVE_RATIO_MOST   200 /* unpacked : packed, beyond 16 MiB */
#define ARCHIVE_RATIO_FROM   ((size_t)16 << 20)

/* Opens a file; place names it in messages. NULL: reported. */
struct archive *archive_open(struct str path, struct place place,
			     struct arena *arena, struct diag_sink *sink);
void archive_close(struct archive *archive);

/* Whether there is an entry of just that name. */
bool archive_has(const struct archive *archive, struct str name);

/* Has an entry a name that ends so? */
bool archive_has_suffix(const struct archive *archive, struct str suffix);

/* The bytes of an entry, owned by the arena given to archive_open(). False
 * (reported): it is not there, or could not be unpacked. */
bool archive_read(struct archive *archive, struct str name, struct str *bytes);

#endif
