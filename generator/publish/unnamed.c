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

#define UNNAMED_STEM "科目-待补"
#define FILES_MOST   99
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

/* 科目-待补.csv, 科目-待补2.csv … */
static struct str file_of(int number, struct arena *arena)
{
	return number == 1 ? STR(UNNAMED_STEM ".csv")
			   : str_format(arena, UNNAMED_STEM "%d.csv", number);
}

/* Does the file lie among the tables already? One of that name put there would
 * take its names away. */
static bool is_in_input(const struct build_task *task, struct str name,
			struct arena *arena)
{
	size_t i;

	for (i = 0; i < task->n_inputs; i++)
		if (file_exists(file_join(task->inputs[i], name, arena)))
			return true;
	return false;
}

/* The files of the out folder. */
struct unnamed_files {
	struct str free;   /* the first that may be written */
	struct str filled; /* one that waits to be put into the input; or
			      empty */
};

/* Looks at them, and removes those that nobody has filled in. */
static struct unnamed_files look_at_files(const struct build_task *task,
					  struct arena *arena)
{
	struct unnamed_files files = {.free = STR_NONE};
	int number;

	for (number = 1; number <= FILES_MOST; number++) {
		struct str name = file_of(number, arena);
		struct str path = file_join(task->out, name, arena);
		bool put = is_in_input(task, name, arena);

		if (is_filled_in(path, arena)) {
			if (!put && files.filled.n == 0)
				files.filled = path;
			continue;
		}
		file_remove(path);
		if (!put && files.free.n == 0)
			files.free = path;
	}
	return files;
}

void unnamed_write(const struct build *build, struct diag_sink *sink)
{
	struct arena *arena = arena_open();
	struct unnamed_files files = look_at_files(build->task, arena);
	size_t n;
	struct str text = make_text(build->budget, arena, &n);
	struct str n_text = str_format(arena, "%zu", n);

	if (n > 0 && files.free.n > 0 && file_write(files.free, text, sink)) {
		if (files.filled.n > 0)
			DIAG(sink, &BUILD_NAMES_BESIDE, PLACE_NONE, n_text,
			     files.free, files.filled);
		else
			DIAG(sink, &BUILD_NAMES, PLACE_NONE, n_text,
			     files.free);
	}
	arena_close(arena);
}
