/* SPDX-License-Identifier: MIT */
/* Cells into values, by the type of their column. */
#ifndef BUDGET_VALUES_H
#define BUDGET_VALUES_H

#include "budget/reading.h"
#include "tables/sheets.h"

/* How a column of a sheet is read. */
struct column_reader {
	const struct field *field;
	int column;	      /* in the sheet, -1: it has none */
	int names;	      /* column of names beside the codes, -1: none */
	enum money_unit unit; /* amounts, plans in money */
	bool percent;	      /* plans */
	bool refused;	      /* it has a column without a unit; reported */
};

enum cell_result {
	CELL_OK,
	CELL_BAD,    /* reported */
	CELL_UNKNOWN /* a project that 项目 does not have; not reported */
};

/* Reads a cell that is not empty. unit: the row's unit. */
enum cell_result value_read(struct reading *reading,
			    const struct column_reader *reader,
			    const struct sheet_cell *cell, uint32_t unit,
			    struct place place, struct value *value);

/* A decimal number [1/1000000], thousands separators and % allowed; false: it
 * is none, or beyond the range. */
bool number_parse(struct str text, int64_t *number);

#endif
