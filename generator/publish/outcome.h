/* SPDX-License-Identifier: MIT */
/*
 * What became of a unit: its files, with hashes, and all that was said about
 * it. A release is an outcome that is kept, its files those of 历史. The same
 * JSON text, one line, is what a worker sends, what the journal holds and what
 * manifest.json keeps.
 */
#ifndef PUBLISH_OUTCOME_H
#define PUBLISH_OUTCOME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"
#include "publish/correction.h"
#include "publish/county.h"

struct arena;

/* Where documents with errors lie, not among the others. */
#define REJECTED_FOLDER "未通过核对"
/* Where what was released is kept, a folder for each day. */
#define HISTORY_FOLDER "历史"

/* A file that was made. Paths are below the out folder. */
struct outcome_file {
	struct str format; /* pdf, as -f takes it */
	struct str path;   /* where it belongs */
	struct str beside; /* where it was put, since a person's file stands
			      at path; else empty */
	struct str hash;   /* SHA-256, hexadecimal */
	struct str inputs; /* hash of all that it was made from */
	size_t n_bytes;
};

struct outcome {
	struct str key; /* which document: code/year/template */
	struct str code, name;
	bool made;	     /* else the files are those of an earlier time */
	bool held_back;	     /* not written because of errors: --strict */
	bool torn;	     /* not all of its files could be put in place */
	bool rejected;	     /* has errors: its files lie in 未通过核对 */
	bool gone;	     /* the input has no such document any more */
	struct str released; /* when it was; empty: a draft */
	struct str against;  /* when the release was that it was compared
				with; empty: there was none */
	size_t n_changes;    /* differences from that release */
	struct str reason;   /* for them: what --reason said */
	struct reasons reasons; /* all that are given */
	struct str inputs; /* hash of what it was made from, or was to be */
	struct str places; /* hash of where that stood in the input */
	struct str around; /* hash of program, templates and fonts alone */
	size_t n_pages;
	bool department; /* no unit is above it: it counts in the county */
	struct fund_sums sums;
	struct outcome_file *files;
	size_t n_files, room;
	struct diag_sink *sink; /* its messages */
};

/* An empty outcome of that document in the arena. */
struct outcome *outcome_open(struct str key, struct arena *arena);

/* The file of that format, NULL if none. */
struct outcome_file *outcome_file(const struct outcome *outcome,
				  struct str format);

/* Adds a file, in place of one of the same format. */
void outcome_add(struct outcome *outcome, const struct outcome_file *file);

/* Has it a message of level 错误 that nobody accepted? */
bool outcome_has_errors(const struct outcome *outcome);

/* Was anything found, of that level or worse, that nobody accepted? */
bool outcome_reaches(const struct outcome *outcome, enum diag_level level);

/* Is it a file of its 更正说明? */
bool outcome_is_correction(const struct outcome_file *file);

/* Where the file is. */
struct str outcome_place(const struct outcome_file *file);

/* Adds its JSON, a line without its end. */
void outcome_write(const struct outcome *outcome, struct buf *buf);

/* Reads one back; owned by the arena. NULL: it is none. Messages of a kind
 * that this program does not know are left out. */
struct outcome *outcome_read(struct str json, struct arena *arena);

#endif
