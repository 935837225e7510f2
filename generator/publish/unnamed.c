/* SPDX-License-Identifier: MIT */
#include "publish/unnamed.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "budget/budget.h"
#include "publish/build.h"
#include "publish/messages.h"
#include "read/read.h"
#include "tables/sheets.h"
#include "write/tables/csv.h"

#define UNNAMED_FILE "科目-待补.csv"
#define UNNAMED_NEW  "科目-待补（新）.csv"
#define N_COLUMNS    6

static void add_cells(struct buf *buf, const struct str *cells, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		if (i > 0)
			buf_add_char(buf, ',');
		csv_add_cell(buf, cells[i]);
	}
	csv_end_row(buf);
}

static void add_code(struct buf *buf, const struct budget *budget,
		     const struct unnamed_code *code)
{
	const struct money_format yuan = {.unit = MONEY_YUAN, .decimals = 2};
	const struct str cells[N_COLUMNS] = {
	    str_from(budget_subject_kind(code->kind)),
	    code->code,
	    STR_NONE,
	    str_format(buf->arena, "%d", budget->units[0].year),
	    code->amount.there
		? money_text(code->amount.money, yuan, buf->arena)
		: STR_NONE,
	    diag_place_text(code->place, DIAG_ZH, buf->arena),
	};

	add_cells(buf, cells, N_COLUMNS);
}

static void add_headings(struct buf *buf)
{
	static const struct str headings[N_COLUMNS] = {
	    STR_INIT("类别"), STR_INIT("代码"),	      STR_INIT("名称"),
	    STR_INIT("年度"), STR_INIT("金额（元）"), STR_INIT("所在行")};

	buf_add_cstr(buf, CSV_MARK);
	add_cells(buf, headings, N_COLUMNS);
}

/* The file's text; n: how many codes are in it. */
static struct str make_text(const struct budget *budget, struct arena *arena,
			    size_t *n)
{
	/* Those whose names documents print. */
	static const enum dimension_kind kinds[] = {DIM_FUNCTION,
						    DIM_DEP_ECONOMIC};
	struct buf buf = {.arena = arena};
	size_t k;
	size_t i;

	*n = 0;
	add_headings(&buf);
	for (k = 0; k < sizeof(kinds) / sizeof(kinds[0]); k++) {
		size_t n_codes;
		const struct unnamed_code *codes =
		    budget_unnamed(budget, kinds[k], arena, &n_codes);

		for (i = 0; i < n_codes; i++)
			add_code(&buf, budget, &codes[i]);
		*n += n_codes;
	}
	return buf_str(&buf);
}

static bool has_name(const struct sheet *sheet)
{
	size_t c;
	size_t r;

	for (c = 0; c < sheet->n_columns; c++) {
		if (!str_is(str_trim(sheet->columns[c].heading), "名称"))
			continue;
		for (r = 0; r < sheet->n_rows; r++)
			if (str_trim(sheet->rows[r].cells[c].text).n > 0)
				return true;
	}
	return false;
}

/* Has somebody begun to fill in the file? What cannot be read is somebody's,
 * too. */
static bool is_filled_in(struct str path, struct arena *arena)
{
	struct sheets sheets = {.arena = arena};
	size_t i;

	if (!file_exists(path))
		return false;
	if (!read_input(&sheets, path, diag_open(arena)))
		return true;
	for (i = 0; i < sheets.n; i++)
		if (has_name(&sheets.list[i]))
			return true;
	return false;
}

void unnamed_write(const struct build *build, struct diag_sink *sink)
{
	struct arena *arena = arena_open();
	struct str out = build->task->out;
	struct str path = file_join(out, STR(UNNAMED_FILE), arena);
	struct str beside = file_join(out, STR(UNNAMED_NEW), arena);
	bool filled_in = is_filled_in(path, arena);
	struct str wanted = filled_in ? beside : path;
	size_t n;
	struct str text = make_text(build->budget, arena, &n);

	if (n == 0 && !filled_in)
		file_remove(path);
	if ((n == 0 || !filled_in) && !is_filled_in(beside, arena))
		file_remove(beside);
	if (n > 0 && !is_filled_in(wanted, arena) &&
	    file_write(wanted, text, sink))
		DIAG(sink, filled_in ? &BUILD_NAMES_BESIDE : &BUILD_NAMES,
		     PLACE_NONE, str_format(sink->arena, "%zu", n), wanted,
		     path);
	arena_close(arena);
}
