/* SPDX-License-Identifier: MIT */
/* Of a template understood: tables and forms. */
#ifndef TEMPLATE_TREE_TABLE_H
#define TEMPLATE_TREE_TABLE_H

#include "doc/doc.h"
#include "template/tree_block.h"
#include "template/tree_expr.h"

enum plan_cell_kind {
	CELL_BLANK,
	CELL_SEQ,
	CELL_CODE,
	CELL_NAME,
	CELL_TEXT,
	CELL_VALUE
};

struct plan_cell {
	enum plan_cell_kind kind;
	struct plan_text text;
	const struct expr *value;
	const struct format *format;
	bool own; /* its selection is not its row's and column's together */
};

struct plan_column {
	struct str id;
	struct spot spot;
	enum column_kind kind;
	struct plan_text head;
	const struct expr *when;
	int side; /* -1: of all */
	int siblings;
	enum align align;
	emu width, least, most;
	int weight;
	bool heavy, merge;
	struct plan_text index;
	bool has_index;
	struct str select; /* its part of the cells' selections */
	const struct plan_bind *binds;
	size_t n_binds;
};

/* A header cell: a column's or over several. */
struct plan_head {
	struct plan_text text;
	const struct expr *when;
	size_t first, n; /* columns */
	bool is_column;
	const struct plan_head *children;
	size_t n_children;
	size_t depth; /* rows of headers from here down */
};

enum plan_row_kind { ROWS_ROW, ROWS_GROUP, ROWS_BAND };

struct plan_row {
	enum plan_row_kind kind;
	struct spot spot;
	const struct expr *when;
	int side; /* -1: all */
	/* group, band */
	const struct plan_set *set;
	const struct plan_row *const *children;
	size_t n_children;
	struct plan_number number; /* for the rows in it */
	bool has_number;	   /* row: number="" or its own */
	int base_level;		   /* group: added to the rows' */
	const struct plan_cover *cover;
	/* row */
	enum row_kind look;
	struct plan_text label, code;
	int level;
	bool by_member; /* level is the code's */
	bool keep, heavy;
	const struct plan_cell *cells; /* n_columns */
	struct str select;	       /* [filters] of the row */
	const struct plan_bind *binds;
	size_t n_binds;
};

/* covers: the codes that rows (or columns) have. */
struct plan_cover {
	const struct plan_select *from;
	struct spot column;
	enum dimension_kind dimension;
	const struct plan_code {
		struct str code;
		const struct expr *when; /* NULL: always there */
	} * codes;
	size_t n_codes;
	struct spot spot;
};

struct plan_note {
	struct plan_text text;
	const struct expr *when;
};

struct plan_table {
	struct plan_text unit_line[3];
	bool has_unit_line;
	int style;
	int orientation;
	struct str type;
	const struct plan_column *columns;
	size_t n_columns;
	size_t n_sides;
	const struct plan_head *heads;
	size_t n_heads;
	struct plan_text index;
	bool has_index;
	const struct plan_row *const *rows;
	size_t n_rows;
	const struct expr *empty_when;
	struct plan_text empty_text;
	bool has_empty_text;
	const struct plan_note *notes;
	size_t n_notes;
	const struct plan_cover *const *covers; /* of groups of columns */
	size_t n_covers;
};

struct plan_form_cell {
	size_t to; /* index of an edge */
	int rows;
	bool label, merge, bold;
	enum align align;
	struct plan_text text;
	struct plan_blocks paras; /* p, each of p; or text */
};

struct plan_line {
	enum row_kind look;
	const struct expr *when;
	const struct plan_set *set;
	bool heavy, keep;
	const struct plan_form_cell *cells;
	size_t n_cells;
	struct spot spot;
};

struct plan_form {
	struct plan_text unit_line[3];
	bool has_unit_line;
	int style;
	struct str type;
	const emu *edges; /* n_edges, from 0 */
	size_t n_edges;
	const struct plan_line *lines;
	size_t n_lines;
	const struct plan_note *notes;
	size_t n_notes;
};

#endif
