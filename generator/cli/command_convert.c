/* SPDX-License-Identifier: MIT */
/* gongkai convert: a set of data from one carrier into another. */
#include <stdio.h>
#include <strings.h>

#include "base/arena.h"
#include "base/file.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/program.h"
#include "cli/report.h"
#include "read/read.h"
#include "tables/sheets.h"
#include "write/tables/dataset.h"
#include "write/tables/messages.h"
#include "write/tables/tables.h"

typedef bool write_fn(const struct dataset *dataset, struct arena *arena,
		      struct diag_sink *sink, struct str *bytes);

/* What a name ends with says what it becomes; anything else is a folder. */
static const struct target {
	const char *suffix;
	write_fn *write; /* NULL: such a file is not written */
} targets[] = {
    {".xlsx", tables_workbook},
    {".xml", tables_xml},
    {".csv", NULL},
    {".xls", NULL},
    {".et", NULL},
    {".ods", NULL},
    {".zip", NULL},
};

static bool ends_as(struct str name, const char *suffix)
{
	struct str end = str_from(suffix);

	return name.n > end.n &&
	       strncasecmp(name.s + name.n - end.n, suffix, end.n) == 0;
}

static const struct target *find_target(struct str out)
{
	size_t i;

	for (i = 0; i < sizeof(targets) / sizeof(targets[0]); i++)
		if (ends_as(out, targets[i].suffix))
			return &targets[i];
	return NULL;
}

static struct str without_slash(struct str path)
{
	while (path.n > 1 && path.s[path.n - 1] == '/')
		path.n--;
	return path;
}

/* Nothing that is there is written over. */
static bool is_free(const struct session *session, struct str out, bool folder)
{
	struct str *names;
	size_t n = 1;

	if (!file_exists(out))
		return true;
	if (folder && file_is_folder(out) &&
	    file_list(out, session->arena, session->sink, &names, &n) && n == 0)
		return true;
	DIAG0(session->sink, &TABLES_THERE, ((struct place){.file = out}));
	return false;
}

static bool write_out(const struct session *session,
		      const struct dataset *dataset, struct str out,
		      const struct target *target)
{
	struct str bytes;

	if (target == NULL)
		return tables_folder(dataset, out, session->arena,
				     session->sink);
	return target->write(dataset, session->arena, session->sink, &bytes) &&
	       file_write(out, bytes, session->sink);
}

static void print_result(const struct session *session,
			 const struct dataset *dataset, struct str out)
{
	bool zh = session->options.lang == DIAG_ZH;
	size_t n_texts = 0;
	size_t n_rows = 0;
	size_t n_tables = 0;
	size_t i;

	if (session->options.verbosity < 0)
		return;
	for (i = 0; i < dataset->n; i++) {
		bool texts = str_is(dataset->list[i].name, TEXTS_TABLE);

		n_tables += !texts;
		*(texts ? &n_texts : &n_rows) += dataset->list[i].n_rows;
	}
	printf(zh ? STR_FMT "：%zu 张表，%zu 行，%zu 段文字\n"
		  : STR_FMT ": %zu tables, %zu rows, %zu texts\n",
	       STR_ARG(out), n_tables, n_rows, n_texts);
}

static bool convert(struct session *session, struct str in, struct str out,
		    const struct target *target)
{
	struct sheets sheets = {.arena = session->arena};
	struct dataset dataset;
	struct str source;

	if (!is_free(session, out, target == NULL) ||
	    !program_source(session, &source) ||
	    !read_inputs(&sheets, &in, 1, source, session->sink) ||
	    !dataset_of(&dataset, &sheets, session->arena, session->sink) ||
	    !write_out(session, &dataset, out, target))
		return false;
	print_result(session, &dataset, out);
	return true;
}

int command_convert(struct session *session)
{
	const struct option_values *args = &session->options.args;
	const struct target *target;
	struct str out;
	bool ok = false;

	if (args->n != 2) {
		DIAG(session->sink, &CLI_NEEDS, PLACE_NONE, STR("convert"),
		     str_from(session->options.lang == DIAG_ZH ? "输入 输出"
							       : "IN OUT"));
		report_all(session);
		return EXIT_WRONG_USE;
	}
	out = without_slash(args->list[1]);
	target = find_target(out);
	if (target != NULL && target->write == NULL)
		DIAG(session->sink, &CLI_CONVERT_TO, PLACE_NONE, out);
	else
		ok = convert(session, args->list[0], out, target);
	report_all(session);
	if (!ok)
		return EXIT_WRONG_USE;
	return diag_worst(session->sink) >= DIAG_ERROR ? EXIT_FINDINGS
						       : EXIT_WELL;
}
