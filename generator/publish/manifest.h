/* SPDX-License-Identifier: MIT */
/*
 * What an out folder holds, from run to run: manifest.json, an outcome per
 * document and one per release, and beside it, while a run is under way,
 * manifest.journal, to which every document is added before its files are put
 * in place. So after any interruption it is known of each file whether it is
 * ours.
 *
 * One run at a time works in a folder: it holds a lock on the journal.
 */
#ifndef PUBLISH_MANIFEST_H
#define PUBLISH_MANIFEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/map.h"
#include "publish/built.h"
#include "publish/outcome.h"

struct arena;
struct diag_sink;

struct manifest {
	struct arena *arena;
	struct str out;	  /* the folder */
	int journal;	  /* -1: not open */
	bool interrupted; /* a run before this one did not come to its end */
	bool doubtful;	  /* some file had to be read to know it */
	int64_t written;  /* when manifest.json was [ns]; 0: never */

	struct outcome **documents; /* in the order of their first making */
	size_t n, room;
	struct map by_key;

	struct outcome **releases; /* in the order in which they were */
	size_t n_releases, room_releases;
	struct map latest; /* code/year -> the last release of a document */

	struct built built;	  /* what the documents were last made from */
	struct outcome *overview; /* files about the whole (overview.h); NULL:
				     there are none yet */

	struct known_file {
		struct str hash;
		size_t n_bytes;
		uint32_t next; /* another that may stand there, or none */
		bool put;      /* a run put it there; else it would belong */
	} * known;
	size_t n_known, room_known;
	struct map by_path; /* path below out -> first known file */
};

/* The key of the overview, which no document has. */
#define MANIFEST_OVERVIEW "overview"

/* Opens the folder's manifest for a run: reads it, and what an interrupted
 * run left. NULL: another run is at work there, or the folder cannot be used
 * (reported). */
struct manifest *manifest_open(struct str out, struct arena *arena,
			       struct diag_sink *sink);

/* The same without a lock, for looking only; an absent one is empty. */
struct manifest *manifest_look(struct str out, struct arena *arena,
			       struct diag_sink *sink);

/* The outcome of a document when it was last made, NULL if never. */
struct outcome *manifest_find(const struct manifest *manifest, struct str key);

/* The last release of a document (also if it has another template now), NULL
 * if it never was released. */
const struct outcome *manifest_released(const struct manifest *manifest,
					struct str key);

/* Adds a release. */
void manifest_release(struct manifest *manifest, struct outcome *release);

/* Takes out the document of that key. */
void manifest_drop(struct manifest *manifest, struct str key);

/* Who put the file at that path there. */
enum holder {
	HOLDER_NOBODY, /* there is no file */
	HOLDER_OURS,   /* as a run made it */
	HOLDER_PERSON  /* someone else, or someone has edited it */
};

enum holder manifest_holder(struct manifest *manifest, struct str path);

/* Whether the file at that path is just this one. */
bool manifest_has(struct manifest *manifest, struct str path, struct str hash,
		  size_t n_bytes);

/* SHA-256 of a file of out, hexadecimal, owned by the arena; empty: it cannot
 * be read. */
struct str manifest_hash(struct manifest *manifest, struct str path,
			 struct arena *arena);

/* A worker says what it is about to put in place. False: reported; then
 * nothing may be put there. */
bool manifest_announce(const struct manifest *manifest,
		       const struct outcome *outcome, struct diag_sink *sink);

/* The outcome takes the place of the one before of its key. */
void manifest_put(struct manifest *manifest, struct outcome *outcome);

/* Writes manifest.json; complete: the journal is not needed any more. False:
 * reported. */
bool manifest_write(struct manifest *manifest, bool complete,
		    struct diag_sink *sink);

/* Ends the run: the lock is given back. */
void manifest_close(struct manifest *manifest);

/* out/path; owned by the arena. */
struct str manifest_path(const struct manifest *manifest, struct str path,
			 struct arena *arena);

#endif
