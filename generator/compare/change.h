/* SPDX-License-Identifier: MIT */
/* A difference between two publications, as a reader finds it. */
#ifndef COMPARE_CHANGE_H
#define COMPARE_CHANGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"

struct arena;

enum change_kind {
	CHANGE_VALUE,  /* other words or another figure */
	CHANGE_ADDED,  /* what was not there */
	CHANGE_REMOVED /* what is there no more */
};

/* What it is that changed, came or went. */
enum change_part {
	PART_DOCUMENT,
	PART_TABLE,
	PART_COLUMN,
	PART_ROW,
	PART_CELL,
	PART_SECTION,
	PART_SENTENCE
};

struct change {
	enum change_kind kind;
	enum change_part part;
	struct str unit, name; /* code and name of the document's unit */
	struct str node;       /* id of the block; of cells id/row/column, as
				  they stand now, of what is gone: as before */
	struct str where;      /* title of the table, or heading */
	struct str row;	       /* what a reader calls the row; of sentences:
				  第2段 */
	struct str column;     /* what heads the column */
	struct str before, after;
	bool figure; /* a figure of a table became another */
	struct str
	    unit_line; /* the line above the table, 单位：万元, of figures
			  and of rows that have some; else empty */
};

struct changes {
	struct change *list; /* in the order of the later document */
	size_t n, room;
};

void change_add(struct changes *changes, const struct change *change,
		struct arena *arena);

/* Is it of a table (else of the text)? */
bool change_in_table(const struct change *change);

/* 修改, 新增, 删除 | changed, added, removed. */
struct str change_kind_name(enum change_kind kind, enum diag_lang lang);

/* Where it is, in words: 《收入总表》“行政运行”行“合计”列; owned by the
 * arena. */
struct str change_place(const struct change *change, enum diag_lang lang,
			struct arena *arena);

/* Adds all as a JSON array: docs/release.md. */
void changes_add_json(struct buf *buf, const struct changes *changes);

#endif
