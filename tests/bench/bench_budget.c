/* SPDX-License-Identifier: MIT */
/*
 * How long a county's tables take: reading from each carrier, the budget, and
 * the selections of all documents. bench_budget [UNITS [ROWS]]; writes its
 * input under /tmp. Prints milliseconds of CPU; no test asks for them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "budget/budget.h"
#include "budget/select.h"
#include "read/read.h"
#include "tables/sheets.h"
#include "write/tables/dataset.h"
#include "write/tables/tables.h"

#define UNITS_PER_DEPARTMENT 6

static double milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* A department for every few units, then its units. */
static struct str units_table(int n, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	int u;

	buf_add_cstr(&buf,
		     "单位代码,单位名称,层级,上级单位代码,预算年度,模板\n");
	for (u = 0; u < n; u++) {
		int department = 100 + u / UNITS_PER_DEPARTMENT;

		if (u % UNITS_PER_DEPARTMENT == 0)
			buf_format(&buf, "%d,第%d部门,部门,,2024,某省\n",
				   department, department);
		else
			buf_format(&buf, "%d%03d,第%d单位,单位,%d,2024,某省\n",
				   department, u % UNITS_PER_DEPARTMENT, u,
				   department);
	}
	return buf_str(&buf);
}

static struct str spending_table(int n_units, int n_rows, struct arena *arena)
{
	static const char *const codes[] = {"2010101", "2010102", "2013199",
					    "2080505", "2101101", "2210201"};
	static const char *const economic[] = {"30101", "30102", "30201",
					       "30217", "30231", "30299"};
	struct buf buf = {.arena = arena};
	int i;

	buf_add_cstr(&buf, "单位代码,年度,口径,支出功能分类科目,支出类型,"
			   "资金性质,资金来源,部门支出经济分类科目,项目代码,"
			   "金额（元）\n");
	for (i = 0; i < n_rows; i++) {
		int u = (int)((long)i * n_units / n_rows);
		int department = 100 + u / UNITS_PER_DEPARTMENT;

		buf_format(&buf, "%d", department);
		if (u % UNITS_PER_DEPARTMENT != 0)
			buf_format(&buf, "%03d", u % UNITS_PER_DEPARTMENT);
		buf_format(&buf,
			   ",2024,预算,%s,基本支出,一般公共预算,%s,%s,,"
			   "\"%d,%03d.%02d\"\n",
			   codes[i % 6], i % 9 == 0 ? "上年结转" : "本年",
			   economic[i / 6 % 6], 1 + i % 900, i % 1000, i % 100);
	}
	return buf_str(&buf);
}

static double select_all(const struct budget *budget, struct arena *arena,
			 struct diag_sink *sink)
{
	static const char *const filters[] = {"支出[支出类型=基本支出]",
					      "收入[资金性质=财政拨款]",
					      "经济分类", "三公"};
	struct selection *selections[4];
	double start;
	size_t u;
	int i;
	int k;

	for (i = 0; i < 4; i++)
		selections[i] = select_parse(str_from(filters[i]), budget,
					     PLACE_NONE, arena, sink);
	start = milliseconds();
	for (u = 0; u < budget->n_units; u++) {
		struct arena *scratch = arena_open();
		struct scope scope = scope_of(budget, (int)u, scratch);

		/* About as many as a document's nine tables ask for. */
		for (k = 0; k < 100; k++)
			select_sum(selections[k % 4], &scope, NULL, 0);
		arena_close(scratch);
	}
	return milliseconds() - start;
}

static void measure(const char *carrier, struct str path)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);
	struct sheets sheets = {.arena = arena};
	struct budget_options options = {.n_further = 0};
	const struct budget *budget;
	double start = milliseconds();
	double read;
	double made;

	if (!read_input(&sheets, path, sink))
		exit(2);
	read = milliseconds();
	budget = budget_read(&sheets, &options, arena, sink);
	made = milliseconds();
	if (budget == NULL)
		exit(2);
	printf("%-6s read %.0f ms, budget %.0f ms, selections %.0f ms, "
	       "%zu MB, %zu messages\n",
	       carrier, read - start, made - read,
	       select_all(budget, arena, sink), arena_held(arena) >> 20,
	       sink->n);
	arena_close(arena);
}

static void put(struct str folder, const char *name, struct str bytes,
		struct diag_sink *sink)
{
	if (!file_write(file_join(folder, str_from(name), sink->arena), bytes,
			sink))
		exit(2);
}

/* The same as a workbook and as XML, beside the folder's tables. */
static void put_others(struct str folder, struct arena *arena,
		       struct diag_sink *sink)
{
	struct sheets sheets = {.arena = arena};
	struct dataset dataset;
	double start = milliseconds();
	double workbook;
	struct str bytes;

	if (!read_input(&sheets, folder, sink) ||
	    !dataset_of(&dataset, &sheets, arena, sink) ||
	    !tables_workbook(&dataset, arena, sink, &bytes))
		exit(2);
	put(folder, "a.xlsx", bytes, sink);
	workbook = milliseconds();
	if (!tables_xml(&dataset, arena, sink, &bytes))
		exit(2);
	put(folder, "a.xml", bytes, sink);
	printf("workbook written in %.0f ms, XML in %.0f ms\n",
	       workbook - start, milliseconds() - workbook);
}

int main(int argc, char **argv)
{
	static const char *const names[] = {"单位.csv", "支出.csv", "a.xlsx",
					    "a.xml"};
	long units = argc > 1 ? strtol(argv[1], NULL, 10) : 300;
	long rows = argc > 2 ? strtol(argv[2], NULL, 10) : 100000;
	char path[] = "/tmp/gongkai-bench-XXXXXX";
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);
	struct str folder;
	size_t i;

	if (mkdtemp(path) == NULL)
		return 2;
	folder = str_from(path);
	put(folder, names[0], units_table((int)units, arena), sink);
	put(folder, names[1], spending_table((int)units, (int)rows, arena),
	    sink);
	put_others(folder, arena, sink);
	for (i = 0; i < 3; i++) {
		measure("CSV", folder);
		measure("XLSX", file_join(folder, str_from(names[2]), arena));
		measure("XML", file_join(folder, str_from(names[3]), arena));
	}
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		file_remove(file_join(folder, str_from(names[i]), arena));
	remove(path);
	arena_close(arena);
	return 0;
}
