/* SPDX-License-Identifier: MIT */
/*
 * A blank: tables of the input that a person is to fill in, as a workbook or
 * as a folder. What the columns mean was said by whoever composed it
 * (publish/blank.h); here they get the look and the help that the carrier can
 * give. Const for the writers; everything lives in one arena.
 */
#ifndef WRITE_TABLES_BLANK_H
#define WRITE_TABLES_BLANK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "write/tables/dataset.h"

struct arena;
struct diag_sink;

/* A value that a cell may hold. */
struct blank_item {
	struct str value;
	struct str help; /* may be empty */
};

/* The values of a column, as a drop-down list. */
struct blank_list {
	struct str name; /* 支出类型 */
	const struct blank_item *items;
	size_t n;
};

/* What a person is told about a column of the table. */
struct blank_column {
	struct str help; /* what it is for, how it is filled in; lines */
	bool required;
	const struct blank_list
	    *list; /* what cells may hold; NULL: see below */
	/* Or the values stand in a column of another table (codes of units):
	 * its name; empty: anything may be entered. */
	struct str of_table;
	size_t of_column; /* its index there */
};

/* A list for one cell alone. */
struct blank_choice {
	size_t row, column;
	const struct blank_list *list;
};

struct blank_table {
	struct data_table data; /* headings, and the rows that are there */
	struct str help;	/* what it is for */
	bool required;
	bool example; /* the first row shows how to fill it in */
	const struct blank_column *columns; /* as many as data has */
	const struct blank_choice *choices;
	size_t n_choices;
};

/* What a line of the guide is. */
enum blank_line_kind {
	BLANK_TITLE,
	BLANK_HEADING,
	BLANK_PARAGRAPH,
	BLANK_TABLES /* here stands the list of the tables */
};

struct blank_line {
	enum blank_line_kind kind;
	struct str text;
};

struct blank {
	const struct blank_line *guide; /* how to fill it in */
	size_t n_guide;
	const struct blank_table *tables;
	size_t n_tables;
	const struct blank_list *lists; /* for people to read up */
	size_t n_lists;
};

/* A workbook: the guide, a sheet per table, the lists; the bytes are owned by
 * the arena. False: reported. */
bool blank_workbook(const struct blank *blank, struct arena *arena,
		    struct diag_sink *sink, struct str *bytes);

/* Writes a folder: a CSV file per table, guide and lists as one text. False:
 * reported. */
bool blank_write_folder(const struct blank *blank, struct str folder,
			struct diag_sink *sink);

#endif
