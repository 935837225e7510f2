/* SPDX-License-Identifier: MIT */
/*
 * What a doc file says of each struct: one row per field. The dump and the
 * reader both go by these tables, so that a field that is written is read.
 * Internal to doc/.
 */
#ifndef DOC_SHAPE_H
#define DOC_SHAPE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/emu.h"

enum field_kind {
	FIELD_TEXT,	   /* struct str */
	FIELD_INT,	   /* int, int32_t */
	FIELD_ORDINAL,	   /* an int that counts from 0, written from 1 */
	FIELD_BOOL,	   /* bool: yes, no */
	FIELD_LENGTH,	   /* emu: 10.5pt */
	FIELD_CHOICE,	   /* an enum: one of choices */
	FIELD_PARA_STYLE,  /* int: index of a style, written by its name */
	FIELD_TABLE_STYLE, /* the same */
	FIELD_PAGE_STYLE   /* the same */
};

/* No page is larger, no number of a page's things: what goes beyond is an
 * error of the file, and sums of what remains stay in their range. */
#define LENGTH_MOST EMU_MM(2000)
#define NUMBER_MOST 10000

struct field {
	const char *name; /* of the attribute */
	enum field_kind kind;
	size_t offset;		    /* [bytes] in the struct */
	int n;			    /* items of an array (int, emu), 0: one */
	int fallback;		    /* if the attribute is not there */
	bool needed;		    /* it must be there */
	const char *const *choices; /* by value, ended by NULL */
	bool wide;		    /* an int of any size: a line's number */
};

/* A struct type within a style, written as an element of its own. */
struct shape_part {
	const char *element;
	size_t offset;
};

struct shape {
	const struct field *fields;	/* ended by name NULL */
	const struct shape_part *parts; /* ended by element NULL; or NULL */
};

extern const struct shape shape_doc, shape_term, shape_section;
extern const struct shape shape_type;
/* The styles; each struct begins with its name. */
extern const struct shape shape_para_style, shape_table_style, shape_page_style;
/* A block's own fields; after them come those of its kind. */
extern const struct shape shape_block, shape_paragraph, shape_table;
extern const struct shape shape_run, shape_group;
extern const struct shape shape_column, shape_row, shape_cell;

#endif
