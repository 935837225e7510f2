/* SPDX-License-Identifier: MIT */
/*
 * What a document said: headings, paragraphs and tables, as its companion
 * 数据/{单位代码}.json tells (docs/figures.md). The tables of an input take the
 * same shape, so both are compared in one way. All in one arena.
 */
#ifndef COMPARE_PUBLICATION_H
#define COMPARE_PUBLICATION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"

struct arena;

/* What stands in a column. */
enum published_kind {
	PUBLISHED_SEQ,
	PUBLISHED_CODE,
	PUBLISHED_NAME,
	PUBLISHED_FIGURE, /* an amount or a count */
	PUBLISHED_TEXT
};

struct published_column {
	struct str name; /* headings from top to bottom, / between them; may
			    be empty in forms */
	enum published_kind kind;
};

enum published_row_kind {
	PUBLISHED_BODY,
	PUBLISHED_TOTAL,
	PUBLISHED_SUBHEAD, /* heads the rows below it, in forms */
	PUBLISHED_HEAD	   /* heads the table, or numbers its columns */
};

struct published_row {
	enum published_row_kind kind;
	const struct str *cells; /* n_columns; spanned places are empty */
	const bool *labels;	 /* n_columns: names what stands right of it;
				    NULL: none does */
};

struct published_table {
	struct str unit; /* the line above it: 单位：万元 */
	const struct published_column *columns;
	size_t n_columns;
	const struct published_row *rows;
	size_t n_rows;
	bool form;  /* labels and values rather than columns */
	bool whole; /* its columns stand in any order: of an input */
};

struct published_block {
	struct str id;
	int heading; /* level, 0: none */
	struct str text;
	struct str title; /* of a table: the heading before it */
	const struct published_table *table; /* NULL: a paragraph */
};

struct publication {
	struct str path;	/* of its file */
	struct str unit, name;	/* code and name; of an input: empty */
	struct str title, year; /* of the document */
	struct str date;	/* 公开日期, or empty */
	struct str template_id;
	const struct published_block *blocks;
	size_t n_blocks;
};

struct publications {
	struct publication *list; /* by code */
	size_t n;
	bool input; /* one: the tables of an input */
};

/* Reads a companion. False: it is none (reported at path). */
bool publication_read(struct publication *publication, struct str json,
		      struct str path, struct arena *arena,
		      struct diag_sink *sink);

/*
 * Reads what stands at a path: a companion, an output folder or one of its
 * 历史 (all companions in 数据/, and in 未通过核对/数据/), or an input (folder,
 * workbook). False: reported.
 */
bool publications_read(struct publications *publications, struct str path,
		       struct arena *arena, struct diag_sink *sink);

struct sheets;

/* The tables of an input as one publication: a table a sheet, a row a row. */
struct publication publication_of_sheets(const struct sheets *sheets,
					 struct str path, struct arena *arena);

#endif
