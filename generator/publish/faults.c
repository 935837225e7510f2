/* SPDX-License-Identifier: MIT */
#include "publish/faults.h"

#include "base/arena.h"
#include "base/diag.h"
#include "budget/budget.h"
#include "tables/sheets.h"

/* The sheet that the place is in, NULL: none. */
static const struct sheet *sheet_of(const struct sheets *sheets,
				    struct place place)
{
	size_t i;

	for (i = 0; i < sheets->n; i++)
		if (str_equal(sheets->list[i].place.file, place.file) &&
		    str_equal(sheets->list[i].place.sheet, place.sheet))
			return &sheets->list[i];
	return NULL;
}

static int unit_column(const struct sheet *sheet)
{
	size_t i;

	for (i = 0; i < sheet->n_columns; i++) {
		struct str heading = str_trim(sheet->columns[i].heading);

		if (str_is(heading, "单位代码") ||
		    str_is(heading, "AGENCY_CODE"))
			return (int)i;
	}
	return -1;
}

/* The department whose code an unknown code begins with. */
static int department_of(const struct budget *budget, struct str code)
{
	size_t i;

	for (i = 0; i < budget->n_units; i++)
		if (budget->units[i].parent < 0 &&
		    str_starts(code, budget->units[i].code))
			return (int)i;
	return FAULT_OF_NONE;
}

/* Whose row of the sheet stands on that line. */
static int unit_of_line(const struct sheet *sheet, int32_t line,
			const struct budget *budget)
{
	int column = unit_column(sheet);
	size_t i;

	for (i = 0; i < sheet->n_rows; i++) {
		struct str code;
		int unit;

		if (sheet->rows[i].line != line || column < 0)
			continue;
		code = str_trim(sheet->rows[i].cells[column].text);
		unit = budget_unit(budget, code);
		if (code.n == 0)
			return FAULT_OF_ALL;
		return unit >= 0 ? unit : department_of(budget, code);
	}
	return FAULT_OF_ALL;
}

struct faults faults_of(const struct diag_sink *messages,
			const struct sheets *sheets,
			const struct budget *budget, struct arena *arena)
{
	struct faults faults = {.units = ARENA_ARRAY(arena, messages->n, int)};
	size_t i;

	for (i = 0; i < messages->n; i++) {
		const struct diag *diag = &messages->list[i];
		const struct sheet *sheet;

		if (diag->level < DIAG_ERROR)
			continue;
		sheet = sheet_of(sheets, diag->place);
		/* What is wrong with a template is told by who uses it. */
		if (sheet != NULL)
			faults.units[faults.n++] =
			    unit_of_line(sheet, diag->place.line, budget);
	}
	return faults;
}

static bool is_within(const struct budget *budget, int unit, int above)
{
	while (unit >= 0 && unit != above)
		unit = budget->units[unit].parent;
	return unit == above;
}

size_t faults_count(const struct faults *faults, const struct budget *budget,
		    int unit)
{
	size_t n = 0;
	size_t i;

	for (i = 0; i < faults->n; i++)
		n += faults->units[i] == FAULT_OF_ALL ||
		     (faults->units[i] >= 0 &&
		      is_within(budget, faults->units[i], unit));
	return n;
}
