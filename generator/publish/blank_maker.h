/* SPDX-License-Identifier: MIT */
/* A blank (write/tables/blank.h) while it is composed; shared by the files
 * that do it, nobody else sees this. */
#ifndef PUBLISH_BLANK_MAKER_H
#define PUBLISH_BLANK_MAKER_H

#include "base/map.h"
#include "budget/schema.h"
#include "publish/blank.h"
#include "template/template.h"
#include "write/tables/blank.h"

struct budget;

/* A table that is to be filled in. */
struct blank_sheet {
	struct blank_table *table;
	const struct schema *schema;
	/* By column: its field in the schema; -1: a 栏目 of projects, whose
	 * name is the heading. */
	int *fields;
	struct blank_column *columns; /* those of the table */
	struct sheet_cell **rows;     /* the same */
	size_t room;
	struct blank_choice *choices; /* the same */
	size_t room_choices;
	struct map by_key; /* rows by what must not stand there twice */
};

struct blank_maker {
	const struct blank_task *task;
	struct arena *arena;
	struct diag_sink *sink;
	struct str folder;	     /* of templates */
	struct template_info *infos; /* all templates there are */
	size_t n_infos;
	const struct template **templates; /* those in use */
	size_t n_templates;
	const struct budget *last; /* last year's; NULL: none */
	bool *wanted;		   /* units of it that are carried over */
	int year;		   /* that is to be filled in; 0: not known */
	struct blank *blank;
	struct blank_sheet *sheets; /* one for each table of blank */
	struct blank_list *lists;   /* those of blank, with room for all */
};

/* blank.c: the id of the template that a unit with this one has this year: the
 * one asked for, else that of its family and of the year, else the same. */
struct str blank_successor(const struct blank_maker *maker, struct str id);

/* blank_columns.c: the lists of values, then the columns of a table. */
void blank_lists(struct blank_maker *maker);
void blank_columns(struct blank_maker *maker, struct blank_sheet *sheet);

/* Index of the column of that field or 栏目, -1: none. */
int blank_column(const struct blank_sheet *sheet, const char *name);

/* blank_rows.c: an empty row; its cells are owned by the table. */
struct sheet_cell *blank_add_row(struct blank_maker *maker,
				 struct blank_sheet *sheet);

/* Sets a cell by the name of its column; a column that is not there is
 * passed over. */
void blank_set(const struct blank_sheet *sheet, struct sheet_cell *row,
	       const char *column, struct str text);

/* Is the row the first with what stands in these columns (separated by
 * blanks)? */
bool blank_is_new(struct blank_maker *maker, struct blank_sheet *sheet,
		  const struct sheet_cell *row, const char *columns);

/* What can be said of a table beforehand; an example where there is nothing.
 */
void blank_prepare(struct blank_maker *maker, struct blank_sheet *sheet);

/* blank_roll.c: last year's rows, in the table of the same name. */
void blank_roll(struct blank_maker *maker, struct blank_sheet *sheet);

/* blank_guide.c: how to fill it in; false: reported. */
bool blank_guide(struct blank_maker *maker);

#endif
