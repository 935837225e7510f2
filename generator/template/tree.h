/* SPDX-License-Identifier: MIT */
/*
 * A template understood: what compile*.c makes of the XML and expand*.c
 * follows. All names are resolved, all selections put together (a cell's is
 * what stands at its table, side, group, column, rows and row). Const once
 * it is made.
 */
#ifndef TEMPLATE_TREE_H
#define TEMPLATE_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/map.h"
#include "base/money.h"
#include "doc/doc.h"
#include "template/node.h"
#include "template/template.h"

/* How a value is written. */
enum format_kind {
	FORMAT_AMOUNT,
	FORMAT_NUMBER,
	FORMAT_PERCENT,
	FORMAT_COUNT, /* built in: 二十一, 廿一, ㉑, 21 */
	FORMAT_DATE   /* built in: 2024年2月8日 */
};

enum count_style { COUNT_HAN, COUNT_NIAN, COUNT_CIRCLED, COUNT_DIGITS };

struct format {
	struct str name;
	enum format_kind kind;
	int64_t unit; /* [分] of one: 100 元, 1000000 万元 … */
	struct str unit_name;
	int decimals;
	bool trim, thousands;
	bool bare; /* FORMAT_PERCENT: without % */
	bool has_zero, has_none;
	struct str zero, none;
	enum count_style count;
	bool month_only; /* FORMAT_DATE: without the day */
};

struct expr;
struct plan_set;
struct plan_slot;

/* A selection of the template; $names get their values when it is used. */
struct plan_select {
	size_t index;	 /* in template->selects; SIZE_MAX: of a unit's text */
	struct str text; /* for select_parse() */
	const struct schema *schema;
	const struct plan_bind {
		struct str name;
		const struct expr *value;
	} * binds;
	size_t n_binds;
	struct spot spot;
};

enum expr_kind {
	EXPR_TEXT, /* 'text' */
	EXPR_NUMBER,
	EXPR_SELECT, /* sum of a selection */
	EXPR_OWN,    /* … of the rows of the item one stands in */
	EXPR_FIGURE,
	EXPR_CHANGE,
	EXPR_FIELD, /* column of the record one stands in */
	EXPR_ITEM,  /* another name of a set's item */
	EXPR_UNIT,  /* 单位.名称 … */
	EXPR_YEAR,  /* 年度 … */
	EXPR_DAY,   /* 上年末 … */
	EXPR_OPTION,
	EXPR_WORD,
	EXPR_EMPTY, /* 空 */
	EXPR_ADD,
	EXPR_SUBTRACT,
	EXPR_EQUAL,
	EXPR_UNEQUAL,
	EXPR_MORE,
	EXPR_LESS,
	EXPR_AT_LEAST,
	EXPR_AT_MOST,
	EXPR_AND,
	EXPR_OR,
	EXPR_NOT,
	EXPR_ANY,      /* 有 */
	EXPR_COUNT,    /* 数 */
	EXPR_RATIO,    /* 比 */
	EXPR_FIRST,    /* 先 */
	EXPR_NAME,     /* 名称 */
	EXPR_MONEY_OF, /* 金额(a, b) */
	EXPR_SHARE_OF, /* 占比(a, b) */
	EXPR_ABSOLUTE
};

/* EXPR_ITEM: which name. */
enum item_name {
	ITEM_NUMBER, /* 序号 */
	ITEM_TOTAL,  /* 个数 */
	ITEM_CODE,
	ITEM_NAME,
	ITEM_LEVEL,
	ITEM_AMOUNT,
	ITEM_LINE,
	ITEM_DIFFERENCE, /* 差, within a change */
	ITEM_GROWTH	 /* 幅 */
};

enum unit_name {
	UNIT_CODE,
	UNIT_NAME,
	UNIT_PUBLIC_NAME,
	UNIT_SHORT_NAME,
	UNIT_LEVEL,
	UNIT_NATURE,
	UNIT_RANK,
	UNIT_FUNDING,
	UNIT_OFFICE,
	UNIT_OFFICE_CODE,
	UNIT_DATE,
	N_UNIT_NAMES
};

/* A figure as it is asked for. */
struct figure_use {
	const struct figure *figure;
	int years_back;			  /* 0 本年, 1 上年, 2 前年 */
	struct str basis;		  /* 口径; empty: 预算 */
	const struct expr *object;	  /* NULL: the whole */
	const struct expr *value;	  /* computed: for this year … */
	const struct plan_select *tables; /* … rows of the same table, year and
					     口径, whatever they are */
	size_t n_tables;
};

struct expr {
	enum expr_kind kind;
	struct spot spot;
	const struct expr *args[4];
	size_t n_args;
	struct str text; /* EXPR_TEXT, EXPR_WORD: name */
	int64_t number;	 /* EXPR_NUMBER [1/1000000], EXPR_YEAR:
			    years back, EXPR_DAY */
	const struct plan_select *select;
	const struct figure_use *use;
	const struct change *change;
	const struct word *word;
	const struct template_option *option;
	size_t depth; /* EXPR_FIELD, EXPR_ITEM: how many sets
			 further out */
	int field;    /* EXPR_FIELD */
	const struct schema *schema;
	enum item_name item;
	enum unit_name unit;
};

/* Text in the making. */
struct plan_text {
	const struct piece *list;
	size_t n;
};

enum piece_kind {
	PIECE_WORDS,
	PIECE_VALUE,
	PIECE_STRONG,
	PIECE_CHOICE, /* if, choose */
	PIECE_LIST,
	PIECE_SLOT
};

struct piece {
	enum piece_kind kind;
	struct str words;
	const struct expr *value;
	const struct format *format; /* NULL: by its kind */
	struct plan_text content;    /* strong, list */
	const struct plan_case *cases;
	size_t n_cases;
	const struct plan_set *set;
	struct str separator, last;
	struct plan_text none;
	const struct plan_slot *slot;
};

struct plan_case {
	const struct expr *when; /* NULL: else */
	struct plan_text content;
};

/* A place that a unit's text fills. */
struct plan_slot {
	struct str name;
	const struct plan_text *object; /* NULL: none */
	bool required;
	bool has_default;
	struct spot spot;
};

enum set_kind { SET_RECORDS, SET_MEMBERS, SET_GROUPS, SET_LINES };

struct plan_set {
	enum set_kind kind;
	bool inner; /* of the rows of the item one stands in */
	const struct plan_select *from; /* NULL: lines, inner */
	const struct plan_select *item; /* SET_MEMBERS: from, below one code */
	const struct schema *schema;
	struct str column;	       /* by, group */
	enum dimension_kind dimension; /* by */
	unsigned levels;	       /* bit n: level n; 0: all */
	const struct expr *lines;
	const struct expr *when;
	struct spot spot;
};

/* 一、 as a number of headings and rows. */
struct plan_number {
	bool there;
	struct str before, after;
	enum count_style style;
};

enum plan_kind {
	PLAN_PARAGRAPH,
	PLAN_PART,
	PLAN_CHOICE,
	PLAN_EACH,
	PLAN_SLOT,
	PLAN_TABLE,
	PLAN_FORM,
	PLAN_CONTENTS
};

struct plan_blocks {
	const struct plan_block *const *list;
	size_t n;
};

struct plan_block {
	enum plan_kind kind;
	struct str id; /* of its own, or the ordinal within what holds it */
	bool named;    /* an id of its own */
	struct spot spot;
	const struct expr *when;
	enum page_start start;
	bool keep;
	int style;
	/* paragraph */
	struct plan_text text;
	const struct plan_slot *slot; /* named sentence, text, part */
	int level;		      /* of counting, 0: not counted */
	struct plan_number number;
	int outline, contents_group, contents_level;
	/* part, each, slot's default */
	struct plan_blocks content;
	const struct plan_blocks *cases; /* PLAN_CHOICE, with whens */
	const struct expr *const *whens;
	size_t n_cases;
	const struct plan_set *set;
	struct plan_text key;
	const struct plan_table *table;
	const struct plan_form *form;
	const struct plan_contents *contents;
};

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
	const struct str *codes;
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

struct plan_contents {
	struct plan_text *titles;
	struct contents_group *groups; /* without titles */
	size_t n_groups;
};

struct plan_section {
	struct str id;
	struct spot spot;
	const struct expr *when;
	int page_style;
	bool counted, shown;
	int restart;
	struct plan_blocks content;
};

struct figure {
	struct template_figure about;
	const struct spot *value;  /* NULL: given only */
	const struct spot *object; /* NULL: none */
	struct str object_field;   /* 三公.项目: 项目; empty: words */
	const struct schema *object_schema;
	bool none_is_zero;
	struct str words;
	struct spot spot;
};

/* What sentences call a value: for check/. */
struct plan_term {
	struct str word;
	const struct expr *value;
};

struct word {
	struct str name, department, unit;
};

struct change {
	struct str name;
	struct plan_text more, less, same, none, zero;
	bool has_none, has_zero;
	const struct format *format; /* in which it is judged */
	struct spot spot;
};

struct rowset {
	struct str name;
	const struct node *node;
};

/* How units' texts are set. */
struct text_styles {
	int body;
	int heading[3];
	int outline[3];
};

struct template
{
	struct arena *arena;
	struct template_info info;
	struct str folder;
	struct plan_text title, subject, keywords;
	struct template_option *options;
	size_t n_options, room_options;
	struct figure *figures;
	size_t n_figures;
	struct template_figure *figure_list; /* the same for readers */
	struct plan_term *terms;
	size_t n_terms, room_terms;
	struct word *words;
	size_t n_words, room_words;
	struct format *formats;
	size_t n_formats, room_formats;
	struct change *changes;
	size_t n_changes;
	struct rowset *rowsets;
	size_t n_rowsets, room_rowsets;
	struct template_text *texts;
	size_t n_texts, room_texts;
	const struct schema **tables; /* further ones */
	size_t n_tables, room_tables;
	struct str *needs;
	size_t n_needs, room_needs;
	struct plan_select **selects;
	size_t n_selects, room_selects;
	struct str *groups; /* ids of the contents' groups */
	size_t n_groups, room_groups;
	struct text_styles text_styles;
	int note_style;
	const struct doc *styles; /* its styles only */
	const struct plan_section *sections;
	size_t n_sections;
	const struct format *text_format, *table_format, *percent_format;
};

#endif
