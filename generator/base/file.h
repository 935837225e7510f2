/* SPDX-License-Identifier: MIT */
/* Files and folders. A file is written under a temporary name, synced and
 * renamed: it is whole, or it is as it was before. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct arena;
struct diag_sink;

/* Reads at most most bytes; false (reported) if it cannot be read or is
 * larger. The bytes are owned by the arena and ended by NUL. */
bool file_read(struct str path, size_t most, struct arena *arena,
	       struct diag_sink *sink, struct str *bytes);

/* The first n bytes of a file at most, put into room; empty if it is no file
 * or cannot be read (not reported). For telling its kind. */
struct str file_peek(struct str path, char *room, size_t n);

/* Writes the file, making the folders above it. False: reported, and what
 * stood there before still stands there. */
bool file_write(struct str path, struct str bytes, struct diag_sink *sink);

/* The same, but the name's change may be lost in a power cut until
 * file_settle() has been called for the folder: for many files in one. */
bool file_swap(struct str path, struct str bytes, struct diag_sink *sink);
void file_settle(struct str folder);

/* Makes the folder and those above it. */
bool file_make_folder(struct str path, struct diag_sink *sink);

/*
 * A folder that is whole or not there: file_open_folder() makes it under a
 * draft's name beside path, file_put() writes files into it,
 * file_close_folder() syncs them all and gives it its name if keep, and else
 * removes it with all that is in it. Where a folder of that name stands
 * already, it must be empty. False: reported.
 */
bool file_open_folder(struct str path, struct arena *arena,
		      struct diag_sink *sink, struct str *draft);
bool file_put(struct str path, struct str bytes, struct diag_sink *sink);
bool file_close_folder(struct str draft, struct str path, bool keep,
		       struct diag_sink *sink);

/* What tells whether a file is still the one that was seen before. */
struct file_look {
	size_t n_bytes;
	int64_t changed; /* [ns] since 1970: its content, name or rights */
};

/* False (not reported): there is no such file. */
bool file_look(struct str path, struct file_look *look);

/* Removes a file; one that is not there is fine. */
void file_remove(struct str path);

/* Removes a folder if there is nothing in it. */
void file_remove_empty(struct str folder);

/* Removes what an interrupted file_write() left behind in a folder. Nobody
 * may be writing there. */
void file_sweep(struct str folder);

/* Whether something is there, and what; false, too, if that cannot be told. */
bool file_exists(struct str path);
bool file_is_regular(struct str path); /* neither folder nor device nor pipe */
bool file_is_folder(struct str path);

/* Names in a folder, sorted by bytes, without those that begin with a point;
 * owned by the arena. False: reported. */
bool file_list(struct str folder, struct arena *arena, struct diag_sink *sink,
	       struct str **names, size_t *n);

/* folder/name; owned by the arena. */
struct str file_join(struct str folder, struct str name, struct arena *arena);

/* The last part of a path; a view of it. */
struct str file_name(struct str path);

/* a/b of a/b/c.pdf; empty: there is no folder in the path. */
struct str file_folder(struct str path);

#endif
