/* SPDX-License-Identifier: MIT */
/*
 * The document as rules see it: paragraphs with the heading they stand under,
 * tables as grids of texts and amounts. Internal to check/.
 */
#ifndef CHECK_VIEW_H
#define CHECK_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/money.h"
#include "base/str.h"
#include "check/codes.h"
#include "check/statement.h"
#include "doc/doc.h"

struct arena;

/* A paragraph of text. */
struct line {
	const struct block *block;
	struct str text;
	struct str heading;	      /* the nearest above it, or empty */
	size_t count;		      /* paragraph of that heading, from 1 */
	int outline;		      /* of a heading, else 0 */
	struct statements statements; /* of text that is no heading */
};

/* A table: texts by row and column, those of a span in each place of it. */
struct grid {
	const struct block *block;
	const struct table *table;
	struct str title; /* the heading or caption right before it */
	size_t n_rows, n_columns;
	const struct cell **cells; /* n_rows x n_columns, NULL: none */
	struct str *texts;	   /* likewise, trimmed */
	struct amount *amounts;	   /* likewise; only of amount columns' body */
	struct str *labels;   /* likewise; of name columns, without number */
	bool *adds;	      /* n_columns: see grid_adds_up() */
	struct codes codes;   /* of its rows */
	size_t first_body;    /* rows before it head the table */
	enum money_unit unit; /* of its amounts */
	bool has_unit;	      /* it says so */
	int decimals;	      /* most that an amount shows */
	bool empty;	      /* no body row holds a figure */
	bool form;	      /* labels and values, no columns */
	int kind;	      /* enum table_kind, see grid_kind() */
};

struct view {
	const struct doc *doc;
	struct line *lines;
	size_t n_lines;
	struct grid *grids;
	size_t n_grids;
	int year; /* of the document, 0: unknown */
};

/* A document as the rules see it; owned by the arena, refers to the doc. */
struct view view_open(const struct doc *doc, struct arena *arena);

/* A statement of the document, with its paragraph. */
struct told {
	const struct line *line;
	const struct statement *statement;
};

/* The next statement of all, in order; of {NULL, NULL} the first. False: it was
 * the last. */
bool view_next_told(const struct view *view, struct told *told);

/* What a cell says, and as an amount, which is not there if it is none; whether
 * the column holds amounts. */
struct str grid_text(const struct grid *grid, size_t row, size_t column);
struct amount grid_amount(const struct grid *grid, size_t row, size_t column);
bool grid_is_amount(const struct grid *grid, size_t column);

/* An amount column whose rows may be added up: no prices. */
bool grid_adds_up(const struct grid *grid, size_t column);

/* The heading right over a column, the lowest. */
struct str grid_head(const struct grid *grid, size_t column);

/* The heading of a column on a head row (from 0): the text that spans it. */
struct str grid_head_at(const struct grid *grid, size_t level, size_t column);

/* A row's name: its name column's text left of column, without its number. */
struct str grid_label(const struct grid *grid, size_t row, size_t column);

/* How far a row's name is indented, from 0. */
int grid_level(const struct grid *grid, size_t row);

/* Whether the codes of a column are those of units or projects, no classes:
 * its heading says so. */
bool grid_is_of_bodies(const struct grid *grid, size_t column);

/* The column left of column (or itself) of that kind, -1: none. */
int grid_left(const struct grid *grid, size_t column, enum column_kind kind);

/* Half of the last digit shown [分]. */
int64_t grid_half_step(const struct grid *grid);

/* The cell right of the label in a form, empty if the label is not there;
 * *row, *column are set to its place. */
struct str grid_value(const struct grid *grid, const char *label, size_t *row,
		      size_t *column);

/* An amount as the grid shows it; owned by the arena. */
struct str grid_money(const struct grid *grid, struct money money,
		      struct arena *arena);

#endif
