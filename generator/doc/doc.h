/* SPDX-License-Identifier: MIT */
/*
 * A document: headings, paragraphs, tables, contents, with their styles; no
 * positions. Made by template/ (or read back from its dump), read by layout/,
 * check/ and write/docx. Plain structs, to be built literally in tests; all
 * of it lives in one arena and is never changed once it is made.
 *
 * Every block has an id that is unique in the document and stays the same
 * from run to run; a cell is named id/row/column (both from 1, as in the
 * arrays). Plan, tags, findings and corrections refer to these.
 *
 * Figures: a run, a row, a column may carry a selection, the text of a
 * reference into the budget (templates/README.md, "References"); a cell's is
 * its row's and its column's together. `gongkai why` and check/ read them.
 */
#ifndef DOC_DOC_H
#define DOC_DOC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/str.h"
#include "doc/style.h"

struct arena;

/* A stretch of text in one manner. No line breaks within. */
struct run {
	struct str text;
	bool strong;	   /* bold, a term: the style's strong type */
	struct str select; /* where its figure comes from, or empty */
};

/* A paragraph's worth of runs. */
struct text {
	const struct run *runs;
	size_t n_runs;
};

/* Where something came from: for messages and findings. */
struct origin {
	struct place place; /* in the template or in the unit's texts */
	struct str slot;    /* 栏目: slot or named sentence, or empty */
};

enum block_kind { BLOCK_PARAGRAPH, BLOCK_TABLE, BLOCK_CONTENTS };

enum page_start {
	START_RUNNING, /* goes on below the block before it */
	START_PAGE,    /* begins a page */
	START_ODD      /* begins a right-hand page */
};

/* A paragraph; with an outline level it is a heading. Which headings are in
 * 目录, how they look and their level in the outline are three separate
 * things. */
struct paragraph {
	int style; /* index into doc->para_styles */
	struct text text;
	int outline;	    /* 1, 2, 3; 0: no heading */
	int contents_group; /* index of a group of the contents, -1: none */
	int contents_level; /* 1, 2 */
};

/* What stands in a column: how wide it is made and how its cells align. */
enum column_kind {
	COLUMN_SEQ,    /* 序号: centred, narrow */
	COLUMN_CODE,   /* left; never breaks */
	COLUMN_NAME,   /* left, indented by level; gets what is left */
	COLUMN_AMOUNT, /* right, on the decimal point; never breaks */
	COLUMN_COUNT,  /* right */
	COLUMN_WORD,   /* short words, values: centred */
	COLUMN_TEXT    /* free text: left */
};

struct table_column {
	struct str name; /* for places and dumps: the heading's path */
	enum column_kind kind;
	int siblings;	 /* columns of the same number > 0 are of one width */
	emu width;	 /* [emu] fixed width (forms), 0: computed */
	emu least, most; /* [emu] bounds, 0: none */
	int weight;	 /* share of spare room, 0: by its text */
	bool heavy_left; /* the heavier rule on its left side */
	struct str select;
};

enum cell_role {
	CELL_DATA,
	CELL_COLUMN_HEAD, /* heads the columns that it spans */
	CELL_ROW_HEAD	  /* heads the rows that it spans: names, labels */
};

struct cell {
	int column;  /* of its left edge, from 0 */
	int colspan; /* 1 and more */
	int rowspan; /* 1 and more */
	enum cell_role role;
	enum align align; /* ALIGN_AUTO: by the column's kind and the row's */
	bool label;	  /* set in the head's type */
	int level;	  /* indent of a name, from 0 */
	const struct text *paras;
	size_t n_paras; /* 0: empty cell */
	struct str select;
};

enum row_kind {
	ROW_HEAD,  /* header; repeated on each page. First in the table */
	ROW_INDEX, /* 栏次; repeated too, after the ROW_HEADs */
	ROW_BODY,
	ROW_TOTAL,  /* bold */
	ROW_BLANK,  /* the one row of an empty table */
	ROW_SUBHEAD /* header in the body (forms): repeated when the rows
		       below it go on on another page */
};

struct table_row {
	enum row_kind kind;
	const struct cell *cells; /* by column; places that a cell above
				     spans are left out */
	size_t n_cells;
	bool keep_next;	  /* does not end a page */
	bool heavy_above; /* the heavier rule above it */
	int levels;	  /* depth of levels in this row's name, for indents */
	struct str select;
};

struct table {
	struct str type; /* tables of one type in a document have the
			    same widths */
	int style;	 /* index into doc->table_styles */
	struct text
	    unit_line[3]; /* left, middle, right; repeated on each page */
	bool has_unit_line;
	const struct table_column *columns;
	size_t n_columns;
	const struct table_row *rows;
	size_t n_rows;
	int levels;		  /* depth of levels of its name column, 0: 1 */
	const struct text *notes; /* below the table */
	size_t n_notes;
	int note_style; /* index into doc->para_styles */
	enum {
		TABLE_AUTO, /* portrait if it fits, else landscape */
		TABLE_PORTRAIT,
		TABLE_LANDSCAPE
	} orientation; /* only where it is alone in its section */
};

/* 目录: groups with titles, each listing the headings that name it. */
struct contents_group {
	struct text title; /* empty: none */
	int title_style;
	int entry_style[2]; /* by level */
};

struct contents {
	const struct contents_group *groups;
	size_t n_groups;
};

struct block {
	struct str id;
	enum block_kind kind;
	enum page_start start;
	bool keep_next; /* beside the style's */
	struct origin origin;
	union {
		struct paragraph paragraph;
		struct table table;
		struct contents contents;
	};
};

/* Blocks on pages of one style. Each section begins a page. */
struct section {
	struct str id;
	int page_style; /* index into doc->page_styles */
	bool counted;	/* its pages count */
	bool shown;	/* the number is printed */
	int restart;	/* number of its first page, 0: goes on */
	const struct block *blocks;
	size_t n_blocks;
};

/* A word of the field and the fact that it names, for check/. */
struct term {
	struct str word;
	struct str select; /* empty: only a word of 名词解释 */
	struct str
	    glossary; /* must: it explains the word where it is used;
			 may: also where it is not; empty: no word of it */
};

struct doc {
	struct arena *arena;
	struct str title;  /* core properties of PDF and DOCX */
	struct str author; /* name of the unit */
	struct str subject;
	struct str keywords;
	struct str lang; /* zh-CN */
	struct str date; /* 2024-02-08; empty if unknown */
	struct str template_id;
	struct str unit; /* code of the unit */
	struct str year;
	const struct para_style *para_styles;
	size_t n_para_styles;
	const struct table_style *table_styles;
	size_t n_table_styles;
	const struct page_style *page_styles;
	size_t n_page_styles;
	const struct section *sections;
	size_t n_sections;
	const struct term *terms;
	size_t n_terms;
};

/* One entry of 目录. */
struct contents_entry {
	const struct block *heading;
	int level; /* 1, 2 */
};

/* The entries of a group in order; owned by the arena. */
struct contents_entry *doc_contents(const struct doc *doc, int group,
				    struct arena *arena, size_t *n);

/* The block of that id, NULL if none. */
const struct block *doc_find(const struct doc *doc, struct str id);

/* All runs' text in a row; owned by the arena. */
struct str text_plain(struct text text, struct arena *arena);

/* Whether it ends in a colon, as 主要职责是：: it stays with what follows. */
bool text_announces(struct text text);

/* The cell that covers the row and column (both from 0), NULL if none. */
const struct cell *table_cell(const struct table *table, size_t row,
			      int column);

#endif
