/* SPDX-License-Identifier: MIT */
#include "publish/faults.h"

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "budget/budget.h"
#include "read/messages.h"
#include "tables/sheets.h"

/* Whose an error is: a unit's by its index, or: */
#define FAULT_OF_ALL  (-1)
#define FAULT_OF_NONE (-2)

/* There may be as many faults as rows: sheets are found by their place, rows
 * by halving, where they stand in order. */
struct finder {
	const struct fault_input *input;
	struct map sheets; /* file and sheet -> index */
	bool *in_order;	   /* by sheet: are lines of rows rising? */
	struct arena *arena;
};

static struct str key_of(struct place place, struct arena *arena)
{
	return place.sheet.n == 0
		   ? place.file
		   : str_format(arena, STR_FMT "\n" STR_FMT,
				STR_ARG(place.file), STR_ARG(place.sheet));
}

static bool is_in_order(const struct sheet *sheet)
{
	size_t i;

	for (i = 1; i < sheet->n_rows; i++)
		if (sheet->rows[i - 1].line >= sheet->rows[i].line)
			return false;
	return true;
}

static struct finder finder_of(const struct fault_input *input,
			       struct arena *arena)
{
	const struct sheets *sheets = input->sheets;
	struct finder finder = {.input = input,
				.sheets = {.arena = arena},
				.in_order =
				    ARENA_ARRAY(arena, sheets->n + 1, bool),
				.arena = arena};
	size_t i;

	for (i = sheets->n; i-- > 0;) {
		finder.in_order[i] = is_in_order(&sheets->list[i]);
		map_put(&finder.sheets, key_of(sheets->list[i].place, arena),
			(uint32_t)i);
	}
	return finder;
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

static int unit_of_code(const struct budget *budget, struct str code)
{
	int unit = budget_unit(budget, code);

	if (code.n == 0)
		return FAULT_OF_ALL;
	return unit >= 0 ? unit : department_of(budget, code);
}

/* The last row that begins on that line or above it; NULL: none does. */
static const struct sheet_row *row_at(const struct sheet *sheet, bool in_order,
				      int32_t line)
{
	const struct sheet_row *found = NULL;
	size_t first = 0;
	size_t end = sheet->n_rows;
	size_t i;

	for (i = 0; !in_order && i < sheet->n_rows; i++)
		if (sheet->rows[i].line <= line &&
		    (found == NULL || sheet->rows[i].line > found->line))
			found = &sheet->rows[i];
	while (in_order && first < end) {
		size_t middle = first + (end - first) / 2;

		if (sheet->rows[middle].line <= line) {
			found = &sheet->rows[middle];
			first = middle + 1;
		} else {
			end = middle;
		}
	}
	return found;
}

/* Does the fault spoil no more than the row that it names? */
static bool is_of_one_row(const struct diag *diag)
{
	/* The rows behind it are lost, too. */
	if (diag->kind == &READ_QUOTE_OPEN || diag->kind == &READ_ROWS_MANY)
		return false;
	/* Only the first of many bad bytes is named. */
	return diag->kind != &READ_ENCODING || str_is(diag->args[0], "1");
}

/* Whose row of the sheet it is about. */
static int unit_of_row(const struct finder *finder, size_t number,
		       const struct diag *diag)
{
	const struct sheet *sheet = &finder->input->sheets->list[number];
	int column = unit_column(sheet);
	const struct sheet_row *row;

	if (column < 0)
		return FAULT_OF_ALL;
	if (sheet->heading_line == 0 && sheet->n_rows == 1)
		row = &sheet->rows[0]; /* a text: of many lines, but one row */
	else if (!is_of_one_row(diag))
		return FAULT_OF_ALL;
	else
		row = row_at(sheet, finder->in_order[number], diag->place.line);
	/* Bad bytes may stand on any line of a row. */
	if (row == NULL ||
	    (row->line != diag->place.line && diag->kind != &READ_ENCODING &&
	     sheet->heading_line > 0))
		return FAULT_OF_ALL;
	return unit_of_code(finder->input->budget,
			    str_trim(row->cells[column].text));
}

/* Is the file that path, or in that folder? */
static bool is_in(struct str file, struct str path)
{
	return str_starts(file, path) &&
	       (file.n == path.n || str_ends(path, STR("/")) ||
		file.s[path.n] == '/');
}

static bool is_in_input(const struct fault_input *input, struct str file)
{
	size_t i;

	for (i = 0; i < input->n_paths; i++)
		if (is_in(file, input->paths[i]))
			return !is_in(file, input->templates);
	return false;
}

/* Of a file of which nothing was read: a unit's text, or a table, which any
 * may have rows in. */
static int unit_of_file(const struct finder *finder, const struct diag *diag)
{
	struct str file = diag->place.file;
	ptrdiff_t at = str_find(file, STR("说明/"));
	struct str rest;
	struct str code = STR_NONE;

	if (at < 0)
		return FAULT_OF_ALL;
	/* Where it should stand, and so whose it is, nobody knows. */
	if (diag->kind == &READ_TEXT_PLACE)
		return FAULT_OF_NONE;
	rest = str_slice(file, (size_t)at + STR("说明/").n, file.n);
	str_split(&rest, '/', &code);
	return str_is(code, "全部") ? FAULT_OF_ALL
				    : unit_of_code(finder->input->budget, code);
}

static int unit_of(const struct finder *finder, const struct diag *diag)
{
	uint32_t sheet =
	    map_find(&finder->sheets, key_of(diag->place, finder->arena));

	if (sheet != MAP_NONE)
		return unit_of_row(finder, sheet, diag);
	return is_in_input(finder->input, diag->place.file)
		   ? unit_of_file(finder, diag)
		   : FAULT_OF_NONE;
}

struct faults faults_of(const struct diag_sink *messages,
			const struct fault_input *input, struct arena *arena)
{
	const struct budget *budget = input->budget;
	struct faults faults = {
	    .of_unit = ARENA_ARRAY(arena, budget->n_units + 1, size_t)};
	struct finder finder = finder_of(input, arena);
	size_t i;

	for (i = 0; i < messages->n; i++) {
		int unit = messages->list[i].level < DIAG_ERROR
			       ? FAULT_OF_NONE
			       : unit_of(&finder, &messages->list[i]);

		faults.of_all += unit == FAULT_OF_ALL;
		for (; unit >= 0; unit = budget->units[unit].parent)
			faults.of_unit[unit]++;
	}
	return faults;
}
