/* SPDX-License-Identifier: MIT */
/* Which column of a sheet is which field of its table. */
#ifndef BUDGET_HEADINGS_H
#define BUDGET_HEADINGS_H

#include "budget/reading.h"
#include "budget/values.h"

/* A column of 项目 that is a text of the project: its heading is a 栏目. */
struct text_column {
	int column; /* in the sheet */
	struct str slot;
};

/* How a sheet is read: n_fields readers, one for each field. */
struct sheet_reader {
	const struct sheet *sheet;
	struct relation *relation;
	struct column_reader *readers;
	struct text_column *texts;
	size_t n_texts;
	bool complete; /* false: a column that is needed is not there, or an
			  amount has no unit (reported) */
};

/* Matches headings; reports columns that are missing, twice there or without
 * a unit, and once all that are not known. */
struct sheet_reader headings_match(struct reading *reading,
				   const struct sheet *sheet,
				   struct relation *relation);

/* The column of the sheet for a field, -1: none. For places. */
int heading_column(const struct sheet *sheet, const struct field *field);

#endif
